#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Include rules and forbidden words of the C++ sources: check_includes.py [ROOT]."""

import re
import sys
from pathlib import Path

from common import Finding, code_only, report, sources, without_comments

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
RANKS = ["own library", "ruhu", "Qt", "everything else"]

# (pattern over code, applies to this path, what to say)
FORBIDDEN = [
    (r"\bq(Debug|Info|Warning|Critical)\s*\(", lambda p: True, "log through a category: qCInfo(lcX), qCWarning(lcX)"),
    (r"\bqCDebug\s*\(", lambda p: True, "debug output does not stay in the sources"),
    (r"\b(QVERIFY2?|QCOMPARE|QTRY_\w+|QFAIL|QTEST_\w*MAIN)\b", lambda p: p.startswith("tests/"),
     "Qt Test macros pass silently inside Catch2"),
    (r"\bprocessEvents\b|\bQEventLoop\b", lambda p: not p.startswith("tests/"), "no nested event loops"),
    (r"(?:\.|->)\s*exec\s*\(|\bQ(?:File|Input|Color|Font)Dialog\s*::\s*get\w+"
     r"|\bQMessageBox\s*::\s*(?:about|aboutQt|critical|information|question|warning)\b", lambda p: p.startswith("ui/"),
     "a dialog is opened with open() and answers by signal"),
    (r"\bstd::(source_location|expected|format)\b|\bstd::views::|\bstd::ranges::views\b", lambda p: True,
     "not in the C++20 subset both compilers accept"),
]
TODO = re.compile(r"\b(TODO|FIXME|XXX)\b(?!\(#\w+\))")


def rank(kind, name):
    if kind == '"':
        return 0
    if name.startswith(("ruhu/", "ruhu_test/")):
        return 1
    if re.fullmatch(r"Q[A-Za-z0-9]+|QtGlobal", name):
        return 2
    return 3


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def check_include_names(path, text):
    for match in INCLUDE.finditer(text):
        name, line = match.group(2), line_of(text, match.start(2))
        if re.match(r"Qt[A-Za-z0-9]*/", name):
            yield Finding(path, line, f"<{name}>: include <{name.split('/')[1]}>, a module prefix hides layering faults")
        if re.match(r"QSql", name) and not path.startswith(("core/store/", "tests/unit/store/")):
            yield Finding(path, line, f"<{name}>: QtSql is visible only inside core/store")
        if re.match(r"\.\./", name):
            yield Finding(path, line, f'"{name}": no paths through parent folders')


def public_headers_of(path):
    """How <…> includes of the file's own library begin."""
    parts = path.split("/")
    return f"ruhu/{parts[1]}/" if parts[0] in ("core", "ui") else "\0"


def check_include_order(path, text):
    """Own header, own library, ruhu, Qt, everything else. Tests name Catch2 and helpers first."""
    highest, own = 0, public_headers_of(path)
    for match in INCLUDE.finditer(text):
        kind, name = match.groups()
        if highest == 0 and name.startswith(own):
            continue  # a source may implement several public headers
        this = rank(kind, name)
        if path.startswith("tests/") and this < 2:
            this = 0
        if this < highest:
            yield Finding(path, line_of(text, match.start(2)),
                          f"<{name}> ({RANKS[this]}) stands after {RANKS[highest]}")
        highest = max(highest, this)


def check_words(path, text, code):
    for pattern, applies, message in FORBIDDEN:
        if not applies(path):
            continue
        for match in re.finditer(pattern, code):
            yield Finding(path, line_of(code, match.start()), f"{match.group().strip()}: {message}")
    for match in TODO.finditer(text):
        yield Finding(path, line_of(text, match.start()), f"{match.group()} names no issue: TODO(#issue) or nothing")


def check_text(path, text):
    findings = list(check_include_names(path, without_comments(text)))
    findings += check_include_order(path, without_comments(text))
    findings += check_words(path, text, code_only(text))
    if path.endswith(".h") and "#pragma once" not in text:
        findings.append(Finding(path, 1, "no #pragma once"))
    return sorted(findings, key=lambda f: f.line)


def main(root):
    paths = sources(root)
    findings = [f for path in paths for f in check_text(path, (Path(root) / path).read_text(encoding="utf-8"))]
    return report("includes", findings, len(paths))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent))
