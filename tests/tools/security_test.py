# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_security.py holds docs/security.md against the schemas and the tests."""

import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import check_security  # noqa: E402

CLIENT = 'x = {\n "CREATE TABLE journal("\n " id BLOB NOT NULL CHECK(length(id) = 16),"\n // said\n' \
         ' " body BLOB NOT NULL,"\n " PRIMARY KEY(id)) STRICT, WITHOUT ROWID",\n' \
         ' "CREATE INDEX a ON journal(id)", "ALTER TABLE journal ADD COLUMN note TEXT NOT NULL DEFAULT \'\'"};\n'
SERVER = '"CREATE TABLE team(id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT"\n'
MIGRATIONS = 'exec("CREATE TABLE IF NOT EXISTS history("\n "version INTEGER PRIMARY KEY) STRICT")\n'
TESTS = 'TEST_CASE("a door that is "\n          "locked", "[a]")\n// TEST_CASE("a door in a comment")\n' \
        'TEST_CASE_METHOD(test::NoWarnings, "a window, shut", "[a]")\n'
DOCUMENT = """# Security

| threat | answer |
|---|---|
| rain | a roof |

### Columns of `local.db`

| table | columns | class | at rest | kept |
|---|---|---|---|---|
| `journal` | `id` `note` | none | clear | for good |
| `journal` | `body` | customer | sealed | for good |
| `history` | `version` | none | clear | for good |

### Columns of `server.db`

| table | columns | class | at rest | kept |
|---|---|---|---|---|
| `team` | `id` `name` | staff | clear | for good |
| `history` | `version` | none | clear | for good |

### Files of a server

| file | what | class | at rest | kept |
|---|---|---|---|---|
| `journal.key` | a key | secret | clear | for good |

## Checklist

| # | what | where | proved by |
|---|---|---|---|
"""
ROWS = ['| 1 | doors | `app/door.cpp:lock` `docs` | "a door that is locked", "a window, shut" |',
        "| 2 | keys | — | — missing: a key |",
        '| 3 | locks | `app/door.cpp` | "test_a_lock"; missing: a "better" one |',
        "| 4 | moat | — | does not apply: there is no water |"]
ROWS += [f"| {number} | fences | — | — missing: all |" for number in range(5, check_security.ROWS + 1)]


class Security(unittest.TestCase):
    """A small project with one thing spoilt."""

    def check(self, before="", after="", rows=ROWS, client=CLIENT):
        document = DOCUMENT + "\n".join(rows) + "\n"
        self.assertIn(before, document)
        files = {"docs/security.md": document.replace(before, after, 1) if before else document,
                 "core/store/src/client_schema.cpp": client, "core/store/src/migrations.cpp": MIGRATIONS,
                 "core/service/src/schema.cpp": SERVER, "app/door.cpp": "void lock();\n",
                 "tests/unit/a_test.cpp": TESTS, "tests/tools/a_test.py": "def test_a_lock():\n    pass\n"}
        with tempfile.TemporaryDirectory() as root:
            for path, text in files.items():
                (Path(root) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(root) / path).write_text(text, encoding="utf-8")
            return check_security.check_folder(root)

    def findings(self, *spoilt, **other):
        return [finding.message for finding in self.check(*spoilt, **other)[0]]

    def only(self, *spoilt, **other):
        found = self.findings(*spoilt, **other)
        self.assertEqual(len(found), 1, found)
        return found[0]

    def test_a_true_document_has_no_findings(self):
        findings, checklist, columns = self.check()
        self.assertEqual(findings, [])
        self.assertEqual(columns, 7)
        self.assertEqual(check_security.missing(checklist), (38, 37))

    def test_a_column_without_a_class_is_found(self):
        self.assertEqual(self.only("`id` `note`", "`id`"), "local.db: journal.note has no class")
        self.assertEqual(self.only("`id` `name`", "`name`"), "server.db: team.id has no class")
        more = CLIENT.replace('" body', '" extra INTEGER,"\n " body')
        self.assertEqual(self.only(client=more), "local.db: journal.extra has no class")

    def test_a_column_that_is_not_there_or_stands_twice_is_found(self):
        self.assertEqual(self.only("`id` `note`", "`id` `note` `nose`"), "local.db has no column journal.nose")
        self.assertIn("journal.body stands in line", self.only("`journal` | `body`", "`journal` | `body` `body`"))

    def test_a_statement_that_cannot_be_followed_is_told(self):
        found = self.only(client=CLIENT + '"ALTER TABLE journal RENAME COLUMN id TO ident"')
        self.assertIn("cannot follow: ALTER TABLE journal RENAME", found)

    def test_classes_and_places_have_their_words(self):
        self.assertIn('"private" is no class', self.only("| staff |", "| private |"))
        self.assertIn("neither sealed nor clear", self.only("| secret | clear |", "| secret | somewhere |"))
        self.assertIn("how long", self.only("| staff | clear | for good |", "| staff | clear |  |"))
        self.assertIn("4 cells, 5 wanted", self.findings("| staff | clear | for good |", "| staff | clear |")[0])

    def test_what_must_be_sealed_on_a_laptop_may_lie_clear_on_the_server(self):
        self.assertIn("customer data lies clear", self.only("| customer | sealed", "| customer | clear"))
        self.assertEqual(self.findings("| staff | clear", "| customer | clear"), [])

    def test_a_row_that_is_left_out_doubled_or_misplaced_is_found(self):
        self.assertIn("row 2 is missing", self.only(rows=[ROWS[0], *ROWS[2:]]))
        self.assertIn("row 2 is missing", self.only(rows=[ROWS[0], *ROWS]))
        self.assertIn("row 3 is missing", self.only(rows=[*ROWS[:2], ROWS[3], ROWS[2], *ROWS[4:]]))
        self.assertIn("row 40 is missing", self.only(rows=ROWS[:-1]))
        self.assertIn("more than 40", self.only(rows=[*ROWS, "| 41 | hats | — | — missing: all |"]))
        self.assertIn("row 1 is missing", self.only(rows=[]))

    def test_a_test_must_exist_by_its_exact_name(self):
        self.assertEqual(self.only('"a window, shut"', '"a window"'), 'no test is called "a window"')
        self.assertEqual(self.only('"test_a_lock"', '"test_a_key"'), 'no test is called "test_a_key"')
        self.assertIn("in a comment", self.only('"a window, shut"', '"a door in a comment"'))

    def test_a_row_says_what_it_is_about_and_how_it_stands(self):
        self.assertIn("neither a test", self.only("— missing: a key", "—"))
        self.assertEqual(self.only("missing: a key", "missing:"), "missing: what?")
        self.assertEqual(self.only("apply: there is no water", "apply: "), "does not apply: what?")
        self.assertIn("what is demanded", self.only("| keys |", "|  |"))

    def test_a_place_must_exist(self):
        self.assertEqual(self.only("door.cpp:lock", "door.cpp:open"), "app/door.cpp has no open")
        self.assertEqual(self.only("`docs`", "`docs/b.md`"), "there is no docs/b.md")
        self.assertIn("where is it", self.only('`app/door.cpp` | "test_a_lock"', '— | "test_a_lock"'))


class Document(unittest.TestCase):
    """The document of the project itself."""

    @classmethod
    def setUpClass(cls):
        cls.findings, cls.checklist, cls.columns = check_security.check_folder(ROOT)

    def test_every_column_of_both_schemas_has_a_class(self):
        self.assertEqual([str(f) for f in self.findings if "column" in f.message or "has no class" in f.message], [])
        self.assertGreater(self.columns, 150)

    def test_customers_and_secrets_lie_sealed_on_a_laptop(self):
        self.assertEqual([str(f) for f in self.findings if "lies clear" in f.message], [])
        rows = check_security.rows_of((ROOT / check_security.DOCUMENT).read_text(encoding="utf-8"))
        title = check_security.title_of(check_security.LAPTOP)
        sealed = {row.cells[0] for row in rows if row.title == title and row.cells[2] in check_security.NEVER_CLEAR}
        self.assertLessEqual({"`journal`", "`inbox`", "`inbox_next`", "`ticket`", "`setting`"}, sealed)

    def test_every_row_of_the_checklist_is_there_and_its_tests_exist(self):
        self.assertEqual([str(f) for f in self.findings], [])
        self.assertEqual(len(self.checklist), check_security.ROWS)


if __name__ == "__main__":
    unittest.main()
