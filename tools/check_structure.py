#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes, licence lines, machine paths and header sets: check_structure.py [ROOT]."""

import re
import sys
from pathlib import Path

from common import Finding, code_only, project_files, report, sources

FILE_SOFT, FILE_HARD = 500, 800
FUNCTION_HARD = 60
# A schema's function is a list of SQL statements: data, not logic.
SCHEMA = re.compile(r"schema\.cpp$|/migrations/")
LICENSED = (".cpp", ".h", ".py", ".sh", ".cmake", ".txt")
# Texts whose first lines belong to a format or to a data set.
UNLICENSED = ("tests/data/", "tests/golden/", "resources/", "tests/fuzz/corpus/")
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:home|root|Users|work)/[\w.-]+")
TEXT_SUFFIXES = LICENSED + (".md", ".json", ".ts", ".service", ".desktop", ".xml", ".svg", ".yml", "")


def function_lengths(text):
    """(first line, number of lines) of every function body; a lambda counts with its function."""
    found, open_blocks, head = [], [], ""
    for number, line in enumerate(code_only(text).split("\n"), 1):
        if line.lstrip().startswith("#"):
            continue
        for char in line + " ":
            if char == "{":
                open_blocks.append((number, is_function_head(head)))
                head = ""
            elif char == "}" and open_blocks:
                begin, function = open_blocks.pop()
                if function and not any(outer for _, outer in open_blocks):
                    found.append((begin, number - begin + 1))
                head = ""
            elif char == ";":
                head = ""
            else:
                head += char
    return found


def is_function_head(head):
    words = re.sub(r"^(\s*(template\s*<[^{}]*?>|public:|private:|protected:|Q_SIGNALS:)\s*)+", "", head).strip()
    return "(" in words and not re.match(r"(namespace|class|struct|enum|union)\b", words) and not words.endswith(("=", "("))


def check_sizes(path, text):
    count = text.count("\n")
    if count > FILE_HARD:
        yield Finding(path, count, f"{count} lines, {FILE_HARD} allowed")
    for begin, length in function_lengths(text):
        if length > FUNCTION_HARD and not is_catch_case(path, text, begin) and not SCHEMA.search(path):
            yield Finding(path, begin, f"a function of {length} lines, {FUNCTION_HARD} allowed")


def is_catch_case(path, text, begin):
    """A test case may list many bad inputs; sections keep it readable."""
    return path.startswith("tests/") and "TEST_CASE" in "\n".join(text.split("\n")[max(0, begin - 4):begin])


def check_licence(path, text):
    if not path.endswith(LICENSED) or path.startswith(UNLICENSED):
        return
    head = "\n".join(text.split("\n")[:4])
    if "SPDX-FileCopyrightText:" not in head or "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
        yield Finding(path, 1, "no SPDX lines at the top")


def check_machine_paths(path, text):
    for number, line in enumerate(text.split("\n"), 1):
        match = MACHINE_PATH.search(line)
        if match:
            yield Finding(path, number, f"{match.group()}: a path of one machine")


def check_header_sets(root, paths):
    """Every public header stands in the HEADERS of its library."""
    for path in paths:
        match = re.match(r"((?:core|ui)/[^/]+)/(include/.+\.h)$", path)
        if not match:
            continue
        lists = Path(root) / match.group(1) / "CMakeLists.txt"
        if not lists.is_file() or match.group(2) not in lists.read_text(encoding="utf-8"):
            yield Finding(path, 1, f"not in HEADERS of {match.group(1)}/CMakeLists.txt")


def read_text(path):
    """The text of a file, or nothing for a binary one."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def main(root):
    root = Path(root)
    code = sources(root)
    findings, warnings = [], []
    for path in code:
        text = (root / path).read_text(encoding="utf-8")
        findings += check_sizes(path, text)
        if FILE_SOFT < text.count("\n") <= FILE_HARD:
            warnings.append(Finding(path, 1, f"warning: {text.count(chr(10))} lines, {FILE_SOFT} is the aim"))
    files = [p for p in project_files(root) if Path(p).suffix in TEXT_SUFFIXES]
    for path in files:
        text = read_text(root / path)
        if text is not None:
            findings += check_licence(path, text)
            findings += check_machine_paths(path, text)
    findings += check_header_sets(root, code)
    for warning in warnings:
        print(warning)
    return report("structure", findings, len(files))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent))
