#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations are complete and well formed: check_translations.py FILE.ts…"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from common import Finding, report

PLACE = re.compile(r"%L?\d+|%n")


def texts_of(message):
    """The translated forms of a message; one for most, one per numerus form else."""
    translation = message.find("translation")
    if translation is None:
        return [""]
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.findall("numerusform")] or [""]
    return [translation.text or ""]


def check_message(message):
    source = message.findtext("source") or ""
    shown = source.replace("\n", " ")[:60]
    translation = message.find("translation")
    kind = translation.get("type") if translation is not None else "unfinished"
    if kind in ("vanished", "obsolete"):
        yield f'"{shown}": vanished from the sources; run ./dev i18n'
        return
    if kind == "unfinished" or not all(texts_of(message)):
        yield f'"{shown}": not translated'
        return
    if "..." in source or any("..." in text for text in texts_of(message)):
        yield f'"{shown}": three full stops; use …'
    for text in texts_of(message):
        # %n may be missing from a form that says "one" in words; %1 may not.
        wanted = sorted(p for p in PLACE.findall(source) if p != "%n")
        if sorted(p for p in PLACE.findall(text) if p != "%n") != wanted:
            yield f'"{shown}": the places {", ".join(wanted) or "(none)"} differ in the translation'


def check_file(path, name):
    text = Path(path).read_text(encoding="utf-8")
    lines = text.split("\n")
    findings = []
    for message in ElementTree.fromstring(text).iter("message"):
        for problem in check_message(message):
            findings.append(Finding(name, line_of(lines, message.findtext("source") or ""), problem))
    return findings


def line_of(lines, source):
    """First line that carries the source text's beginning; 1 when it is escaped beyond finding."""
    start = source.split("\n")[0].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for number, line in enumerate(lines, 1):
        if f"<source>{start}" in line:
            return number
    return 1


def main(paths):
    findings = [f for path in paths for f in check_file(path, path)]
    return report("translations", findings, len(paths))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
