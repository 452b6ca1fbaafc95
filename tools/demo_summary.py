#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""demo_summary.py WORK OUT: joins what the demo measured and verified into OUT/summary.json.

Fails when something that must be true is not: an event missing, a broken chain, a recorded value that the paper lacks.
"""
import json
import pathlib
import re
import sys

# What the technician's script types; the paper must show every one of it.
RECORDED = ["42", "0.12", "21.40", "248.6", "12", "0.02", "Box 07, splitter 2, port 5", "ONU 1, drop cable 42 m",
            "Shoe cabinet", "The customer asked for another time"]


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def missing_on_paper(text):
    flat = re.sub(r"\s+", " ", text)
    return [value for value in RECORDED if value not in flat]


def seconds(path):
    return {name: int(value) for name, value in (line.split() for line in path.read_text().splitlines())}


def main():
    work, out = map(pathlib.Path, sys.argv[1:3])
    laptop, server, export = (load(out / f"verify-{name}.json") for name in ("laptop", "server", "export"))
    tickets = load(work / "tickets.json")
    rows = tickets["tickets"] if isinstance(tickets, dict) else tickets
    paper = work / "work-order.txt"
    summary = {
        "tickets": load(work / "stats.json")["tickets"],
        "events": {"status": load(work / "status.json"), "laptop": laptop, "export": export, "server": server},
        "review": sorted({row["state"] for row in rows}),
        "approved": sum(row["state"] == "done" for row in rows),
        "paperMissing": missing_on_paper(paper.read_text(encoding="utf-8")) if paper.is_file() else None,
        "pictures": sorted(path.name for path in out.glob("*.png")),
        "seconds": seconds(work / "seconds"),
    }
    (out / "summary.json").write_text(json.dumps(summary, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    problems = []
    if summary["approved"] != 1:
        problems.append("the supervisor's approval did not reach the server")
    if summary["paperMissing"]:
        problems.append(f"the paper lacks {summary['paperMissing']}")
    for problem in problems:
        print(f"demo: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
