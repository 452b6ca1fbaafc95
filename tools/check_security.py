#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/security.md says the truth: every column has its class, every row its proof or what is missing."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from common import Finding, report, without_comments

DOCUMENT = "docs/security.md"
ROWS = 40
CLASSES = ("none", "staff", "customer", "secret")
NEVER_CLEAR = ("customer", "secret")
LAPTOP = "local.db"
# Sources with the schema of each database; the last one writes into every database.
SCHEMAS = {
    LAPTOP: ("core/store/src/client_schema.cpp", "core/store/src/migrations.cpp"),
    "server.db": ("core/service/src/schema.cpp", "core/store/src/migrations.cpp"),
}
CHECKLIST = ("#", "what", "where", "proved by")
COLUMNS = ("table", "columns", "class", "at rest", "kept")
FILES = ("file", "what", "class", "at rest", "kept")

LITERAL = r'"(?:\\.|[^"\\\n])*"'
LITERALS = re.compile(rf"{LITERAL}(?:\s*{LITERAL})*")
TEST_CASE = re.compile(rf"\bTEST_CASE(?:_METHOD\(\s*[\w:]+\s*,|\()\s*({LITERAL}(?:\s*{LITERAL})*)")
PYTHON_TEST = re.compile(r"^\s*def (test_\w+)\(", re.MULTILINE)
CREATE = re.compile(r"CREATE TABLE (?:IF NOT EXISTS )?(\w+)\s*\((.*)\)[^()]*$", re.DOTALL)
ADD_COLUMN = re.compile(r"ALTER TABLE (\w+) ADD COLUMN (\w+) ")
TABLE_STATEMENT = re.compile(r"(?:CREATE\b.*\bTABLE|ALTER TABLE|DROP TABLE)\b")
CONSTRAINT = re.compile(r"(?:PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY|CONSTRAINT)\b")
OPEN_END = re.compile(r"\b(missing|does not apply):\s*(\S?)")
CODE = re.compile(r"`([^`]+)`")
QUOTED = re.compile(r'"([^"]*)"')


# ---- the sources

def joined(literals):
    """The text of adjacent string literals."""
    return "".join(re.sub(r"\\(.)", r"\1", text[1:-1]) for text in re.findall(LITERAL, literals))


def parts(body):
    """What stands between the outer commas."""
    found, depth = [""], 0
    for char in body:
        depth += {"(": 1, ")": -1}.get(char, 0)
        if char == "," and depth == 0:
            found.append("")
        else:
            found[-1] += char
    return [part.strip() for part in found]


def schema_columns(text):
    """("table", "column") of every statement, and the statements this check cannot follow."""
    columns, strange = [], []
    for literals in LITERALS.findall(without_comments(text)):
        sql = joined(literals).strip()
        if not TABLE_STATEMENT.match(sql):
            continue
        created, added = CREATE.match(sql), ADD_COLUMN.match(sql + " ")
        if created:
            columns += [(created.group(1), part.split()[0]) for part in parts(created.group(2))
                        if not CONSTRAINT.match(part)]
        elif added:
            columns.append(added.groups())
        else:
            strange.append(sql)
    return columns, strange


def test_names(root):
    names = set()
    for file in (Path(root) / "tests").rglob("*"):
        if file.suffix == ".cpp":
            names.update(joined(m) for m in TEST_CASE.findall(without_comments(file.read_text(encoding="utf-8"))))
        elif file.suffix == ".py":
            names.update(PYTHON_TEST.findall(file.read_text(encoding="utf-8")))
    return names


# ---- the document

@dataclass(frozen=True)
class Row:
    line: int
    title: str  # the heading above
    head: tuple  # names of the columns
    cells: tuple


def rows_of(text):
    """Every row of every table."""
    title, head, rows = "", None, []
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#"):
            title = line.lstrip("# ")
        if not line.startswith("|"):
            head = None
            continue
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        if head is None:
            head = cells
        elif not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
            rows.append(Row(number, title, head, cells))
    return rows


def check_classes(row):
    """A class, where it lies and how long, in a row of columns or files."""
    _, _, kind, rest, kept = row.cells
    if kind not in CLASSES:
        yield Finding(DOCUMENT, row.line, f'"{kind}" is no class; there are {", ".join(CLASSES)}')
    if not re.search(r"\b(sealed|clear)\b", rest):
        yield Finding(DOCUMENT, row.line, f'at rest: "{rest}" is neither sealed nor clear')
    if not kept:
        yield Finding(DOCUMENT, row.line, "how long is it kept?")
    if row.title == title_of(LAPTOP) and kind in NEVER_CLEAR and not rest.startswith("sealed"):
        yield Finding(DOCUMENT, row.line, f"{kind} data lies clear on a laptop")


def title_of(database):
    return f"Columns of `{database}`"


def check_columns(rows, database, columns):
    """`columns` of the sources against the rows under the database's heading."""
    listed = {}
    for row in rows:
        table = (CODE.findall(row.cells[0]) or [row.cells[0]])[0]
        for column in CODE.findall(row.cells[1]):
            if (table, column) not in columns:
                yield Finding(DOCUMENT, row.line, f"{database} has no column {table}.{column}")
            elif (table, column) in listed:
                yield Finding(DOCUMENT, row.line, f"{table}.{column} stands in line {listed[table, column]} already")
            listed.setdefault((table, column), row.line)
    for table, column in columns:
        if (table, column) not in listed:
            last = rows[-1].line if rows else 1
            yield Finding(DOCUMENT, last, f"{database}: {table}.{column} has no class")


def check_place(root, row, text):
    """`core/a/src/b.cpp:function`, or a path alone."""
    path, _, name = text.partition(":")
    file = Path(root) / path
    if not file.exists():
        return Finding(DOCUMENT, row.line, f"there is no {path}")
    if name and not re.search(rf"\b{re.escape(name)}\b", file.read_text(encoding="utf-8")):
        return Finding(DOCUMENT, row.line, f"{path} has no {name}")
    return None


def check_proof(root, row, names):
    _, what, where, proof = row.cells
    end = OPEN_END.search(proof)
    quoted = QUOTED.findall(proof[:end.start()] if end else proof)
    for name in quoted:
        if name not in names:
            yield Finding(DOCUMENT, row.line, f'no test is called "{name}"')
    if end and not end.group(2):
        yield Finding(DOCUMENT, row.line, f"{end.group(1)}: what?")
    if not end and not quoted:
        yield Finding(DOCUMENT, row.line, "neither a test, nor what is missing, nor why it does not apply")
    if not what:
        yield Finding(DOCUMENT, row.line, "what is demanded?")
    places = CODE.findall(where)
    if quoted and not places:
        yield Finding(DOCUMENT, row.line, "proved, but where is it?")
    for place in places:
        if finding := check_place(root, row, place):
            yield finding


def check_numbers(checklist):
    numbers = [row.cells[0] for row in checklist]
    wanted = [str(number) for number in range(1, ROWS + 1)]
    if numbers == wanted:
        return []
    place = next((i for i, (have, want) in enumerate(zip(numbers, wanted)) if have != want), len(numbers))
    line = checklist[min(place, len(checklist) - 1)].line if checklist else 1
    expected = f"row {place + 1} is missing or out of place" if place < ROWS else f"there are more than {ROWS} rows"
    return [Finding(DOCUMENT, line, f"checklist: {expected}")]


def missing(checklist):
    """Rows that say that something is missing, and those of them without any test."""
    proofs = [row.cells[3].partition("missing:") for row in checklist]
    return sum(bool(mark) for _, mark, _ in proofs), sum(bool(mark) and '"' not in before for before, mark, _ in proofs)


def check_folder(root):
    """Findings, the rows of the checklist, and how many columns there are."""
    root = Path(root)
    rows, findings, count = [], [], 0
    for row in rows_of((root / DOCUMENT).read_text(encoding="utf-8")):
        if row.head not in (CHECKLIST, COLUMNS, FILES):
            continue
        if len(row.cells) == len(row.head):
            rows.append(row)
        else:
            findings.append(Finding(DOCUMENT, row.line, f"{len(row.cells)} cells, {len(row.head)} wanted"))
    for row in rows:
        findings += check_classes(row) if row.head != CHECKLIST else ()
    for database, sources in SCHEMAS.items():
        columns = []
        for source in sources:
            found, strange = schema_columns((root / source).read_text(encoding="utf-8"))
            columns += found
            findings += [Finding(source, 1, f"tools/check_security.py cannot follow: {sql}") for sql in strange]
        listed = [row for row in rows if row.head == COLUMNS and row.title == title_of(database)]
        findings += check_columns(listed, database, columns)
        count += len(columns)
    checklist = [row for row in rows if row.head == CHECKLIST]
    findings += check_numbers(checklist)
    names = test_names(root)
    for row in checklist:
        findings += check_proof(root, row, names)
    return findings, checklist, count


def main(root):
    findings, checklist, columns = check_folder(root)
    lacking, bare = missing(checklist)
    print(f"security: {columns} columns; {len(checklist)} rows, {lacking} of them lack something, "
          f"{bare} have no test yet")
    return report("security", findings, len({DOCUMENT}.union(*SCHEMAS.values())))


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent.parent))
