# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checkers share: walking the sources, stripping comments, reporting."""

import re
from dataclasses import dataclass
from pathlib import Path

SOURCE_FOLDERS = ("app", "core", "ui", "tests")
SOURCE_SUFFIXES = (".cpp", ".h")
SKIPPED_FOLDERS = {"build", ".git", ".cache", "__pycache__"}


@dataclass(frozen=True)
class Finding:
    file: str
    line: int
    message: str

    def __str__(self):
        return f"{self.file}:{self.line}: {self.message}"


def sources(root):
    """Paths of all C++ files, relative to root, sorted."""
    found = []
    for folder in SOURCE_FOLDERS:
        for path in (Path(root) / folder).rglob("*"):
            if path.suffix in SOURCE_SUFFIXES and path.is_file():
                found.append(path.relative_to(root).as_posix())
    return sorted(found)


def project_files(root):
    """Every file of the project but build results, relative to root, sorted."""
    found = []
    for path in Path(root).rglob("*"):
        relative = path.relative_to(root)
        if not SKIPPED_FOLDERS.intersection(relative.parts) and path.is_file():
            found.append(relative.as_posix())
    return sorted(found)


_LEXEME = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"(?P<delimiter>[^\s()\\]{0,16})\(.*?\)(?P=delimiter)"|"""
    r""""(?:\\.|[^"\\\n])*"|(?<![0-9a-zA-Z_])'(?:\\.|[^'\\\n])+'""",
    re.DOTALL,
)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    """The text with comments blanked; line numbers and string literals stay."""
    return _LEXEME.sub(lambda m: _blank(m.group()) if m.group().startswith(("//", "/*")) else m.group(), text)


def code_only(text):
    """The text with comments and literals blanked; line numbers stay."""
    return _LEXEME.sub(lambda m: _blank(m.group()), text)


def report(name, findings, checked):
    """Prints the findings and a summary; answers the exit status."""
    for finding in findings:
        print(finding)
    print(f"{name}: {checked} files, {len(findings)} findings")
    return 1 if findings else 0
