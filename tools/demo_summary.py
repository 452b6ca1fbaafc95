#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""demo_summary.py WORK OUT: joins what the demo measured and verified into OUT/summary.json.

What the paper must show is read from the exported journal, not from a list: every value that a person recorded on the
signed ticket. Fails when something that must be true is not: an event missing, a broken chain, a value the paper lacks.
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def own_events(journal):
    """The bodies the laptop itself wrote, in order."""
    lines = (json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines())
    return [json.loads(line["body"]) for line in lines if line["journal"].startswith("device:")]


class Wording:
    """Names and numbers as the checklist words them."""

    def __init__(self):
        documents = [load(path) for path in sorted((ROOT / "resources/checklists").glob("*.json"))]
        self.measures = {measure["id"]: measure for document in documents for measure in document["measures"]}
        self.options = {(step["id"], option["id"]): option["text"]
                        for document in documents for step in document["steps"] for option in step.get("options", [])}

    def number(self, reading):
        """With sign and unit, the minus as typed or as printed."""
        measure = self.measures[reading["measure"]]
        decimals = measure["decimals"]
        digits = f"{abs(reading['value']):0{decimals + 1}d}"
        value = (digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}") + measure["unit"]
        return [sign + value for sign in ("-", "\u2212")] if reading["value"] < 0 else [value]

    def option(self, step, name):
        text = self.options.get((step, name))
        return list(text.values()) if text else [name]


def recorded(events, wording):
    """Newest value of everything recorded: key → the words of which the paper must show one."""
    values, answers = {}, {}
    for event in events:
        kind, said = event["t"], event["pl"]
        if kind == "reading.recorded":
            values["reading", said["measure"]] = wording.number(said)
            if said.get("reason"):
                values["reason", kind, said["measure"]] = [said["reason"]]
        elif kind == "step.answered":
            answers[said["step"]] = said
        elif kind == "late.announced":
            values["late"] = [said["reason"]]
        elif kind == "charge.quoted":
            values["purpose"] = [said["purpose"]]
        elif kind == "charge.taken":
            values["receipt"] = [said["receipt"]]
        elif kind == "enquiry.recorded":
            values["enquiry", said["text"]] = [said["text"]]
        elif kind == "item.moved":
            values["item", said["item"]] = [said["label"]]
        elif kind == "material.used":
            for mark in said.get("marks", []):
                values["material", said["line"], mark["kind"]] = [mark["text"]]
        elif kind in ("state.entered", "step.skipped", "rating.given") and said.get("reason"):
            values["reason", kind, said.get("to", said.get("step"))] = [said["reason"]]
        elif kind == "appointment.booked":
            values["person"], values["phone"] = [said["person"]], [said["phone"]]
        elif kind == "signature.given":
            values["signature", said["role"]] = [said["name"]]
    for step, said in answers.items():
        values.update({("answer", step, name): wording.option(step, name) for name in said.get("options", [])})
        if said.get("text"):
            values["text", step] = [said["text"]]
    return values


def missing_on_paper(values, text):
    flat = re.sub(r"\s+", "", text)
    return ["/".join(words) for words in values.values() if not any(re.sub(r"\s+", "", word) in flat for word in words)]


def signed_ticket(events):
    tickets = {event["tkt"] for event in events if event["t"] == "signature.given"}
    if len(tickets) != 1:
        raise SystemExit(f"demo: one ticket should be signed, but {len(tickets)} are")
    return tickets.pop()


def count_facts(work, out):
    events = own_events(work / "journal.jsonl")
    office = load(work / "office.json")["events"]
    at_office = {entry["event"] for entry in office}
    ticket = signed_ticket(events)
    values = recorded([event for event in events if event["tkt"] == ticket], Wording())
    laptop, server = load(out / "verify-laptop.json"), load(out / "verify-server.json")
    return {
        "tickets": load(work / "stats.json")["tickets"],
        "events": {
            "recorded": len(events),
            "stored": sum(event["id"] in at_office for event in events),
            "verified": {"laptop": laptop, "export": load(out / "verify-export.json"), "server": server},
        },
        "review": [json.loads(entry["body"])["pl"]["decision"] for entry in office if entry["type"] == "review.decided"],
        "valuesOnPaper": len(values),
        "paperMissing": missing_on_paper(values, (work / "work-order.txt").read_text(encoding="utf-8")),
        "pictures": sorted(path.name for path in out.glob("*.png")),
        "seconds": {name: int(value) for name, value in (line.split() for line in (work / "seconds").read_text().splitlines())},
    }


def problems_of(summary):
    if summary["review"] != ["approve"]:
        yield f"one approval should be at the server, but there is {summary['review']}"
    if summary["events"]["stored"] != summary["events"]["recorded"]:
        yield "not everything that was recorded is stored at the server"
    if not summary["valuesOnPaper"] or summary["paperMissing"]:
        yield f"the paper lacks {summary['paperMissing']}"
    for place, verified in summary["events"]["verified"].items():
        if not verified["ok"]:
            yield f"{place} does not verify: {verified.get('reason')}"


def main():
    work, out = map(pathlib.Path, sys.argv[1:3])
    summary = count_facts(work, out)
    (out / "summary.json").write_text(json.dumps(summary, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    problems = list(problems_of(summary))
    for problem in problems:
        print(f"demo: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
