#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every document under resources/ fits its schema, and the service code names its reference documents by their hash."""

import hashlib
import json
import sys
from pathlib import Path

from common import Finding, report

# Which schema of resources/schemas a document is held against, by its path under resources/.
SCHEMAS = {
    "catalogues/conduct": "conduct",
    "catalogues/fault-codes": "fault-codes",
    "catalogues/materials": "materials",
    "catalogues/phrases": "phrases",
    "checklists/service-code": "service-code",
    "demo/divisions": "divisions",
    "office/cross-findings": "cross-findings",
    "office/figures": "figures",
    "office/office-cases": "office-cases",
    "office/roles": "roles",
    "papers/forms": "forms",
    "rules/coverage": "coverage",
}


def schema_for(path):
    """The schema's name for a document such as checklists/service-code-2026.3.json; None when it has none."""
    for start, name in SCHEMAS.items():
        if path == f"{start}.json" or path.startswith(f"{start}-"):
            return name
    return None


def without_doubles(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a member stands twice in {keys}")
    return dict(pairs)


def member_path(parts):
    """steps[4].title, as the program writes it."""
    text = ""
    for part in parts:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text or "the whole document"


def check_document(path, document, schema):
    from jsonschema import Draft202012Validator

    for error in sorted(Draft202012Validator(schema).iter_errors(document), key=lambda e: str(e.absolute_path)):
        yield Finding(path, 1, f"{member_path(error.absolute_path)}: {error.message[:300]}")


def check_hashes(path, document, catalogues):
    """`catalogues`: the bytes of every reference document by its file name."""
    hashes = {name: hashlib.blake2b(data, digest_size=32).hexdigest() for name, data in catalogues.items()}
    for name, digest in document.get("documents", {}).items():
        if digest not in hashes.values():
            present = hashes.get(f"{name}.json", "no such file")
            yield Finding(path, 1, f"documents.{name}: no document has this hash; {name}.json has {present}")


def check_folder(root):
    resources = Path(root) / "resources"
    catalogues = {file.name: file.read_bytes() for file in sorted((resources / "catalogues").glob("*.json"))}
    findings = []
    files = [file for file in sorted(resources.rglob("*.json")) if file.parent.name != "schemas"]
    for file in files:
        inside = file.relative_to(resources).as_posix()
        path = f"resources/{inside}"
        name = schema_for(inside)
        if name is None:
            findings.append(Finding(path, 1, "no schema; add one to resources/schemas and tools/check_catalogues.py"))
            continue
        try:
            document = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=without_doubles)
        except ValueError as error:
            findings.append(Finding(path, 1, str(error)))
            continue
        schema = json.loads((resources / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        findings.extend(check_document(path, document, schema))
        if name == "service-code":
            findings.extend(check_hashes(path, document, catalogues))
    return findings, len(files)


if __name__ == "__main__":
    sys.exit(report("catalogues", *check_folder(Path(__file__).resolve().parent.parent)))
