# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checkers of tools/ find what they exist for and leave good code alone."""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import check_catalogues  # noqa: E402
import check_includes  # noqa: E402
import check_structure  # noqa: E402
import check_translations  # noqa: E402
from common import code_only, without_comments  # noqa: E402

# Spelt in pieces, so that the checkers do not find this file.
HOME = "/" + "home/somebody/x"


def messages(path, text):
    return [f.message for f in check_includes.check_text(path, text)]


class Includes(unittest.TestCase):
    def test_a_clean_file_has_no_findings(self):
        text = '#include <ruhu/store/outbox.h>\n\n#include "rows.h"\n\n#include <ruhu/base/result.h>\n\n' \
               "#include <QSqlQuery>\n\n#include <vector>\n"
        self.assertEqual(messages("core/store/src/outbox.cpp", text), [])

    def test_module_prefixes_are_refused(self):
        self.assertIn("module prefix", messages("core/sync/src/a.cpp", "#include <QtWidgets/QWidget>\n")[0])

    def test_sql_is_visible_in_the_store_alone(self):
        self.assertIn("core/store", messages("core/sync/src/a.cpp", "#include <QSqlQuery>\n")[0])
        self.assertEqual(messages("core/store/src/a.cpp", "#include <QSqlQuery>\n"), [])

    def test_qt_after_the_standard_library_is_out_of_order(self):
        self.assertIn("stands after", messages("ui/widgets/src/a.cpp", "#include <vector>\n#include <QWidget>\n")[0])

    def test_an_include_in_a_comment_is_none(self):
        self.assertEqual(messages("core/sync/src/a.cpp", "// #include <QtCore/QString>\n"), [])

    def test_a_header_needs_pragma_once(self):
        self.assertEqual(messages("core/sync/src/a.h", "struct A {};\n"), ["no #pragma once"])


class Words(unittest.TestCase):
    def test_plain_logging_and_event_loops_are_refused(self):
        self.assertEqual(len(messages("core/sync/src/a.cpp", 'qDebug() << 1;\nQEventLoop loop;\nqWarning("x");\n')), 3)

    def test_a_word_in_a_text_or_comment_is_no_call(self):
        self.assertEqual(messages("core/sync/src/a.cpp", 'auto a = "qDebug()"; // QEventLoop\n'), [])

    def test_event_loops_are_allowed_in_tests_but_qt_test_macros_are_not(self):
        self.assertEqual(messages("tests/unit/sync/a_test.cpp", "QEventLoop loop;\n"), [])
        self.assertEqual(len(messages("tests/unit/sync/a_test.cpp", "QCOMPARE(1, 1);\n")), 1)

    def test_dialogs_that_hold_the_window_up_are_refused(self):
        for call in ("dialog.exec();", "menu->exec(place);", "auto p = QFileDialog::getOpenFileName(this);",
                     "auto d = QFileDialog::getExistingDirectory(this);", "QInputDialog::getMultiLineText(this, a, b);",
                     "QMessageBox::question(this, a, b);", "QColorDialog::getColor();"):
            self.assertEqual(len(messages("ui/widgets/src/a.cpp", call + "\n")), 1, call)
        for call in ("dialog->open();", "return QApplication::exec();", "QMessageBox box(QMessageBox::Warning, a, b);",
                     "QFileDialog dialog(this);", "executor.execute();"):
            self.assertEqual(messages("ui/widgets/src/a.cpp", call + "\n"), [], call)
        self.assertEqual(messages("core/store/src/a.cpp", "query.exec();\n"), [])

    def test_open_ends_name_an_issue(self):
        mark = "TO" + "DO"
        self.assertEqual(len(messages("core/sync/src/a.cpp", f"// {mark}: later\n")), 1)
        self.assertEqual(messages("core/sync/src/a.cpp", f"// {mark}(#12): later\n"), [])


class Lexing(unittest.TestCase):
    def test_lines_stay_in_place(self):
        text = 'a /* one\ntwo */ "// no comment" // yes\nb'
        self.assertEqual(without_comments(text).count("\n"), 2)
        self.assertIn("// no comment", without_comments(text))
        self.assertNotIn("yes", without_comments(text))
        self.assertNotIn("no comment", code_only(text))

    def test_digit_separators_and_raw_strings_do_not_confuse(self):
        text = "int a = 1'000'000; // gone\n" + 'auto r = R"(" // in)"; int b;'
        self.assertIn("int b;", code_only(text))
        self.assertNotIn("gone", without_comments(text))
        self.assertIn("1'000'000", code_only(text))


class Structure(unittest.TestCase):
    def test_a_function_is_measured_from_brace_to_brace(self):
        body = "    x();\n" * 70
        text = f"namespace n {{\nvoid f(int a)\n{{\n{body}}}\n}}\n"
        self.assertEqual(check_structure.function_lengths(text), [(3, 72)])

    def test_classes_and_namespaces_are_no_functions(self):
        text = "namespace n {\nclass A : public B {\npublic:\n    int f() const { return 1; }\n};\nenum class E { A };\n}\n"
        self.assertEqual(check_structure.function_lengths(text), [(4, 1)])

    def test_a_table_given_to_a_function_is_no_function(self):
        self.assertEqual(check_structure.function_lengths("constexpr auto k = to_array<Row>({\n{1},\n});\n"), [])

    def test_a_long_function_and_a_long_file_are_found(self):
        found = list(check_structure.check_sizes("core/a/src/a.cpp", "void f()\n{\n" + "    x();\n" * 900 + "}\n"))
        self.assertEqual(len(found), 2)

    def test_the_licence_lines_are_demanded(self):
        self.assertEqual(len(list(check_structure.check_licence("a.cpp", "int a;\n"))), 1)
        self.assertEqual(list(check_structure.check_licence("tests/data/a.txt", "data\n")), [])

    def test_machine_paths_are_found(self):
        self.assertEqual(len(list(check_structure.check_machine_paths("a.md", f"see {HOME}\n"))), 1)
        self.assertEqual(list(check_structure.check_machine_paths("a.md", "the user's home/folder\n")), [])

    def test_a_public_header_outside_the_header_set_is_found(self):
        with tempfile.TemporaryDirectory() as root:
            folder = Path(root) / "core/a"
            folder.mkdir(parents=True)
            (folder / "CMakeLists.txt").write_text("HEADERS include/ruhu/a/in.h", encoding="utf-8")
            paths = ["core/a/include/ruhu/a/in.h", "core/a/include/ruhu/a/out.h", "core/a/src/private.h"]
            found = list(check_structure.check_header_sets(root, paths))
            self.assertEqual([f.file for f in found], [paths[1]])


class Translations(unittest.TestCase):
    def check(self, body):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "ruhu_zh_CN.ts"
            path.write_text(f"<TS><context><name>c</name>{body}</context></TS>", encoding="utf-8")
            return [f.message for f in check_translations.check_file(path, "ruhu_zh_CN.ts")]

    def test_a_finished_message_is_fine(self):
        self.assertEqual(self.check("<message><source>Hi %1</source><translation>你好 %1</translation></message>"), [])

    def test_unfinished_and_empty_messages_are_found(self):
        unfinished = '<message><source>A</source><translation type="unfinished">甲</translation></message>'
        empty = "<message><source>B</source><translation></translation></message>"
        self.assertEqual(len(self.check(unfinished + empty)), 2)

    def test_a_missing_numerus_form_is_found(self):
        self.assertEqual(len(self.check('<message numerus="yes"><source>%n</source><translation>'
                                        "<numerusform>%n</numerusform><numerusform></numerusform>"
                                        "</translation></message>")), 1)

    def test_a_lost_place_is_found(self):
        found = self.check("<message><source>%1 of %2</source><translation>%1</translation></message>")
        self.assertIn("%1, %2", found[0])


class Catalogues(unittest.TestCase):
    """The documents of the project with one thing spoilt in a copy."""

    RESOURCES = Path(__file__).resolve().parents[2] / "resources"

    def findings(self, path, before, after):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(self.RESOURCES, Path(folder) / "resources")
            file = Path(folder) / "resources" / path
            text = file.read_text(encoding="utf-8")
            self.assertIn(before, text)
            file.write_text(text.replace(before, after, 1), encoding="utf-8")
            return [str(finding) for finding in check_catalogues.check_folder(folder)[0]]

    def test_the_documents_as_they_are_fit_their_schemas(self):
        self.assertEqual(self.findings("demo/divisions.json", '"v": 1', '"v": 1'), [])

    def test_a_member_nobody_knows_is_named_with_its_place(self):
        found = self.findings("rules/coverage.json", '"rules": [', '"rules": [{"id": "D1-01", "maybe": "x"}, ')
        self.assertIn("rules[0]", found[0])

    def test_an_unknown_placeholder_is_refused(self):
        found = self.findings("catalogues/phrases.json", "{customer}", "{neighbour}")
        self.assertIn("phrases[0].text.en", "\n".join(found))

    def test_a_stale_hash_is_told_with_the_right_one(self):
        found = self.findings("catalogues/conduct.json", '"version": "2026.1"', '"version": "2026.2"')
        # Every service code that names the document as it was.
        names = [f"resources/checklists/service-code{version}.json" for version in ("-2026.4", "")]
        self.assertEqual([line.split(":")[0] for line in found], names)
        for line in found:
            self.assertRegex(line, r"documents\.conduct: no document has this hash; conduct\.json has [0-9a-f]{64}")

    def test_a_member_that_stands_twice_is_refused(self):
        self.assertIn("twice", self.findings("demo/divisions.json", '"v": 1,', '"v": 1, "v": 1,')[0])

    def test_a_document_without_a_schema_is_told(self):
        self.assertIsNone(check_catalogues.schema_for("catalogues/songs.json"))

if __name__ == "__main__":
    unittest.main()
