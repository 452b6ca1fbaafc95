#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs as they are shipped were linked so that a bug is hard to exploit: check_hardening.py PROGRAM…"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass

from common import Finding

READELF = ("readelf", "--wide", "--file-header", "--program-headers", "--dynamic", "--dyn-syms")
KIND = re.compile(r"^\s+Type:\s+(\w+)", re.MULTILINE)
SEGMENT = re.compile(r"^\s+([A-Z]\w+)\s+(?:0x[0-9a-f]+\s+){5}([RWE ]{3}) ", re.MULTILINE)
DYNAMIC = re.compile(r"^ 0x[0-9a-f]+ \((\w+)\)\s+(.*)$", re.MULTILINE)
IMPORTED = re.compile(r"\sUND\s+([^\s@]+)")
# What the C library puts in the place of a call whose buffer has a size the compiler knows.
FORTIFIED = re.compile(r"__\w+_chk")


@dataclass(frozen=True)
class Program:
    kind: str  # "DYN", "EXEC"
    segments: dict  # flags by name: "GNU_STACK": "RW "
    dynamic: list  # (tag, value)
    imported: set  # names of symbols that come from libraries

    def values(self, *tags):
        return [value for tag, value in self.dynamic if tag in tags]

    def binds_at_start(self):
        flags = " ".join(self.values("FLAGS", "FLAGS_1")).split()
        return "BIND_NOW" in flags or "NOW" in flags or bool(self.values("BIND_NOW"))


def parse(text):
    """From what readelf prints."""
    kind = KIND.search(text)
    return Program(kind.group(1) if kind else "", dict(SEGMENT.findall(text)), DYNAMIC.findall(text),
                   set(IMPORTED.findall(text)))


def problems(program):
    if program.kind != "DYN":
        yield f"no PIE: its type is {program.kind}, not DYN"
    elif "INTERP" not in program.segments:
        yield "no PIE: a library or a static file, it has no interpreter"
    if "GNU_RELRO" not in program.segments:
        yield "no RELRO: it has no segment GNU_RELRO"
    if not program.binds_at_start():
        yield "no full RELRO: symbols are bound when first used, neither BIND_NOW nor NOW is set"
    stack = program.segments.get("GNU_STACK")
    if stack is None:
        yield "executable stack: it has no segment GNU_STACK that says otherwise"
    elif "E" in stack:
        yield f"executable stack: the flags of GNU_STACK are {stack.strip()}"
    for tag in ("RPATH", "RUNPATH"):
        for value in program.values(tag):
            yield f"{tag}: libraries are looked for in a folder it names itself, {value}"
    if "__stack_chk_fail" not in program.imported:
        yield "no stack protector: __stack_chk_fail is not used"
    if not any(FORTIFIED.fullmatch(name) for name in program.imported):
        yield "not fortified: no __…_chk function of the C library is used"


def check_program(path):
    run = subprocess.run([*READELF, "--", path], capture_output=True, text=True, errors="replace", check=False,
                         env={**os.environ, "LC_ALL": "C"})
    if run.returncode != 0 or not KIND.search(run.stdout):
        why = run.stderr.strip().split("\n")[0]
        return [Finding(path, 1, f"not a program: {why or 'readelf does not read it'}")]
    return [Finding(path, 1, problem) for problem in problems(parse(run.stdout))]


def main(paths):
    if not paths:
        print("usage: check_hardening.py PROGRAM…", file=sys.stderr)
        return 2
    findings = [finding for path in paths for finding in check_program(path)]
    for finding in findings:
        print(finding)
    print(f"hardening: {len(paths)} programs, {len(findings)} findings" if findings else
          f"hardening: clean ({len(paths)} programs)")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
