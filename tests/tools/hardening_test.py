# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_hardening.py names what a program lacks, and passes one that lacks nothing."""

import contextlib
import io
import shutil
import struct
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import check_hardening  # noqa: E402

EXEC, DYN = 2, 3
PT_LOAD, PT_DYNAMIC, PT_INTERP = 1, 2, 3
PT_GNU_STACK, PT_GNU_RELRO = 0x6474E551, 0x6474E552
READ, WRITE, EXECUTE = 4, 2, 1
DT_STRTAB, DT_SYMTAB, DT_STRSZ, DT_SYMENT, DT_RPATH, DT_BIND_NOW = 5, 6, 10, 11, 15, 24
DT_RUNPATH, DT_FLAGS, DT_FLAGS_1 = 29, 30, 0x6FFFFFFB
DF_BIND_NOW, DF_1_NOW, DF_1_PIE = 0x8, 0x1, 0x08000000
SHT_STRTAB, SHT_DYNSYM = 3, 11
HEADER, SEGMENT, SECTION, SYMBOL = 64, 56, 64, 24
INTERPRETER = b"/lib64/ld-linux-x86-64.so.2\0"
GUARDED = ("__stack_chk_fail", "__printf_chk", "main_of_another")
NOW = ((DT_FLAGS, DF_BIND_NOW), (DT_FLAGS_1, DF_1_NOW | DF_1_PIE))


def segment(kind, flags, offset=0, size=0):
    return struct.pack("<IIQQQQQQ", kind, flags, offset, offset, offset, size, size, 8)


def section(kind, offset, size, link=0, entry=0):
    return struct.pack("<IIQQQQIIQQ", 0, kind, 2, offset, offset, size, link, 1, 8, entry)


def strings(texts):
    """A string table and the place of each text in it."""
    table, places = b"\0", []
    for text in texts:
        places.append(len(table))
        table += text.encode() + b"\0"
    return table, places


def program(kind=DYN, interpreter=True, relro=True, stack=READ | WRITE, binding=NOW, imported=GUARDED, paths=()):
    """A file for x86-64 with headers, a dynamic section and imported symbols: all that readelf looks at."""
    table, places = strings([*imported, *(path for _, path in paths)])
    symbols = bytes(SYMBOL) + b"".join(struct.pack("<IBBHQQ", at, 0x12, 0, 0, 0, 0) for at in places[:len(imported)])
    count = 2 + interpreter + relro + (stack is not None)
    interp_at = HEADER + count * SEGMENT
    table_at = interp_at + len(INTERPRETER)
    symbols_at = table_at + len(table)
    dynamic_at = symbols_at + len(symbols)
    entries = [(DT_STRTAB, table_at), (DT_STRSZ, len(table)), (DT_SYMTAB, symbols_at), (DT_SYMENT, SYMBOL), *binding,
               *zip((tag for tag, _ in paths), places[len(imported):]), (0, 0)]
    dynamic = b"".join(struct.pack("<QQ", *entry) for entry in entries)
    sections_at = dynamic_at + len(dynamic)
    segments = [segment(PT_LOAD, READ, 0, sections_at), segment(PT_DYNAMIC, READ | WRITE, dynamic_at, len(dynamic))]
    if interpreter:
        segments.append(segment(PT_INTERP, READ, interp_at, len(INTERPRETER)))
    if relro:
        segments.append(segment(PT_GNU_RELRO, READ, dynamic_at, len(dynamic)))
    if stack is not None:
        segments.append(segment(PT_GNU_STACK, stack))
    sections = bytes(SECTION) + section(SHT_DYNSYM, symbols_at, len(symbols), 2, SYMBOL) + \
        section(SHT_STRTAB, table_at, len(table))
    header = b"\x7fELF" + bytes([2, 1, 1]) + bytes(9) + struct.pack(
        "<HHIQQQIHHHHHH", kind, 62, 1, 0, HEADER, sections_at, 0, HEADER, SEGMENT, count, SECTION, 3, 2)
    return header + b"".join(segments) + INTERPRETER + table + symbols + dynamic + sections


@unittest.skipUnless(shutil.which("readelf"), "binutils is not installed")
class Hardening(unittest.TestCase):
    def findings(self, data):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "program"
            path.write_bytes(data)
            return [finding.message for finding in check_hardening.check_program(str(path))]

    def only(self, **lacking):
        found = self.findings(program(**lacking))
        self.assertEqual(len(found), 1, found)
        return found[0]

    def test_a_program_that_lacks_nothing_is_clean(self):
        self.assertEqual(self.findings(program()), [])

    def test_each_way_of_binding_at_the_start_counts(self):
        for binding in ((DT_FLAGS, DF_BIND_NOW), (DT_FLAGS_1, DF_1_NOW), (DT_BIND_NOW, 0)):
            self.assertEqual(self.findings(program(binding=(binding,))), [], binding)

    def test_a_fixed_address_is_no_pie(self):
        self.assertIn("no PIE: its type is EXEC", self.only(kind=EXEC))

    def test_a_file_without_an_interpreter_is_no_pie(self):
        self.assertIn("no interpreter", self.only(interpreter=False))

    def test_relro_needs_its_segment_and_binding_at_the_start(self):
        self.assertIn("no segment GNU_RELRO", self.only(relro=False))
        self.assertIn("no full RELRO", self.only(binding=((DT_FLAGS_1, DF_1_PIE),)))
        self.assertIn("no full RELRO", self.only(binding=()))

    def test_an_executable_stack_is_found(self):
        self.assertIn("GNU_STACK are RWE", self.only(stack=READ | WRITE | EXECUTE))
        self.assertIn("no segment GNU_STACK", self.only(stack=None))

    def test_a_folder_for_libraries_is_found(self):
        self.assertRegex(self.only(paths=((DT_RPATH, "build/lib"),)), r"^RPATH: .*build/lib")
        self.assertRegex(self.only(paths=((DT_RUNPATH, "$ORIGIN"),)), r"^RUNPATH: .*\$ORIGIN")

    def test_stack_protector_and_fortified_calls_are_demanded(self):
        self.assertIn("no stack protector", self.only(imported=("__printf_chk", "printf")))
        self.assertIn("not fortified", self.only(imported=("__stack_chk_fail", "printf")))

    def test_all_that_is_lacking_is_told(self):
        worst = program(kind=EXEC, relro=False, stack=None, binding=(), imported=("puts",))
        self.assertEqual(len(self.findings(worst)), 6)

    def test_what_is_no_program_is_a_finding(self):
        self.assertIn("not a program", self.findings(b"#!/bin/sh\n")[0])
        self.assertIn("not a program", self.findings(program()[:40])[0])
        self.assertIn("No such file", check_hardening.check_program("no/such/program")[0].message)

    @unittest.skipUnless(Path("/usr/bin/openssl").is_file(), "openssl is not installed")
    def test_a_hardened_program_of_the_system_is_clean(self):
        self.assertEqual([str(f) for f in check_hardening.check_program("/usr/bin/openssl")], [])

    def test_the_programs_with_findings_are_named_and_the_status_says_so(self):
        with tempfile.TemporaryDirectory() as folder:
            paths = [str(Path(folder) / name) for name in ("good", "bad")]
            Path(paths[0]).write_bytes(program())
            Path(paths[1]).write_bytes(program(kind=EXEC))
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                self.assertEqual(check_hardening.main(paths), 1)
                self.assertEqual(check_hardening.main(paths[:1]), 0)
            self.assertEqual(out.getvalue().count(paths[1] + ":1: no PIE"), 1)
            self.assertIn("hardening: 2 programs, 1 findings\n", out.getvalue())
            self.assertTrue(out.getvalue().endswith("hardening: clean (1 programs)\n"))

    def test_a_call_without_programs_proves_nothing(self):
        with contextlib.redirect_stderr(io.StringIO()):
            self.assertEqual(check_hardening.main([]), 2)


if __name__ == "__main__":
    unittest.main()
