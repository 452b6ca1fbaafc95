#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""walks.py [--only TEXT] [--json FILE]: every kind of ticket on every access, without and with each exception, by the
programs in RUHU_BIN themselves.

For each line of tests/walks/exceptions.json an office with the demo day is made, its server started and a laptop
enrolled; the twelve tickets of the day are walked, sent and verified at both ends. Where an exception does not belong to
a kind of ticket, the same answers must end as a visit without it. Ends with `N walks, M failed`.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "Blue-Ladder-2719"
PATIENCE = 120
PLAIN = {"name": "nothing goes otherwise", "end": "signed-off"}


class Failed(Exception):
    """A program did not do what it should; the words say which and how."""


class Office:
    """A demo day in a folder of its own, its server running."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.areas = {}
        self.bin = Path(os.environ.get("RUHU_BIN", ROOT / "build/nogui/bin"))
        self.ctl("server", "init", "--demo")
        self.server = subprocess.Popen(
            [self.bin / "ruhu-server", "--data", self.folder / "server", "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.url = json.loads(self.server.stdout.readline())["url"]

    def stop(self):
        self.server.terminate()
        return self.server.wait(PATIENCE)

    def run(self, who, *words, text=None):
        place = ["--data", self.folder / "server"] if who == "server" else ["--store", self.folder / who]
        group = who if who in ("server", "desk") else "laptop"
        command = [self.bin / "ruhuctl", group, *place, *words, "--json"]
        return subprocess.run(command, env={**os.environ, "RUHU_PASSWORD": PASSWORD}, input=text, text=True,
                              capture_output=True, timeout=PATIENCE)

    def ctl(self, who, *words, text=None):
        ended = self.run(who, *words, text=text)
        if ended.returncode != 0:
            raise Failed(f"{who} {' '.join(map(str, words))}: status {ended.returncode}: {ended.stderr.strip()}")
        return json.loads(ended.stdout)

    def enrol(self, who, user):
        code = self.ctl("server", "enrol-code", "--user", user)["code"]
        self.ctl(who, "enrol", "--ca", self.folder / "server/ca.pem", "--server", self.url, "--user", user, "--code", code)

    def sync(self, who):
        self.ctl(who, "sync", "--until-idle")

    def tickets(self):
        found = {}
        for ticket in self.ctl("laptop", "tickets")["tickets"]:
            found[ticket["number"]] = (ticket["kind"], ticket["access"])
            self.areas[ticket["number"]] = ticket["area"]
        return found

    def state(self, number):
        return self.ctl("laptop", "show", number)["row"]["state"]


def filled(value, now_ms):
    """"+120" becomes the time in 120 minutes."""
    if isinstance(value, dict):
        return {key: filled(member, now_ms) for key, member in value.items()}
    if isinstance(value, list):
        return [filled(member, now_ms) for member in value]
    if isinstance(value, str) and value[:1] == "+" and value[1:].isdigit():
        return now_ms + int(value[1:]) * 60_000
    return value


def script_for(exception, office, number):
    script = filled(exception.get("script", {}), int(time.time() * 1000))
    if office.areas[number] == "rural" and "appointment" in script:
        script["appointment"]["window"]["end"] += 4 * 3_600_000
    path = office.folder / "script.json"
    path.write_text(json.dumps(script), encoding="utf-8")
    return path


def walk(office, exception, number, belongs):
    """The ticket's state at the end of the technician's part."""
    script = script_for(exception, office, number)
    if exception.get("overdue"):
        silent = office.folder / "silent.json"
        silent.write_text("{}", encoding="utf-8")
        refused = office.run("laptop", "walk", number, "--script", silent)
        if refused.returncode != 1 or "overdue-needs-reason" not in refused.stdout:
            raise Failed(f"{number}: an overdue sign-off needed no reason")
    if belongs and "until" in exception:
        office.ctl("laptop", "walk", number, "--script", script, "--until", exception["until"])
    for act, body in exception.get("acts", []):
        office.ctl("laptop", "do", number, act, "-", text=json.dumps(body))
    if exception.get("office") == "cancel":
        office.sync("laptop")
        office.ctl("server", "cancel", number, "--reason", "the customer withdrew")
        office.sync("laptop")
        refused = office.run("laptop", "walk", number)
        if refused.returncode != 1 or '"cancelled"' not in refused.stdout:
            raise Failed(f"{number}: a cancelled ticket was walked on")
        return office.state(number)
    return office.ctl("laptop", "walk", number, "--script", script)["state"]


def reviewed(office, how, numbers):
    """The supervisor's part and what follows from it."""
    office.enrol("desk", "boss")
    decisions = [("return", "--comment", "once more")] + ([("approve",)] if "approve" in how else [])
    for decision in decisions:
        office.sync("laptop")
        office.sync("desk")
        for number in numbers:
            office.ctl("desk", "review", number, *decision)
        office.sync("desk")
        office.sync("laptop")
        if decision[0] == "return":
            for number in numbers:
                office.ctl("laptop", "walk", number)
    return {number: office.state(number) for number in numbers}


def overdue_orders(office):
    """The day's tickets once more, ordered and promised long ago."""
    lines = ["number,services,customer_name,customer_phone,address,accepted_at,kind,access,down_mbps,up_mbps,promised_by,assignee"]
    kinds = sorted(set(office.tickets().values()))
    for count, (kind, access) in enumerate(kinds):
        lines.append(f"OLD-{count:02},broadband,Sample,13800000001,Sample Road 1,2026-03-02 09:10,{kind},{access},100,20,"
                     "2026-03-04 23:59,demo")
    path = office.folder / "old.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    office.ctl("server", "import", "--format", "csv", path)
    office.sync("laptop")
    return {number: kind for number, kind in office.tickets().items() if number.startswith("OLD-")}


def walk_all(exception):
    """Rows of kind, access, whether it belongs, the state reached, what was wrong."""
    folder = tempfile.mkdtemp(prefix="ruhu-walks-")
    rows = []
    try:
        office = Office(folder)
        try:
            office.enrol("laptop", "demo")
            office.sync("laptop")
            tickets = overdue_orders(office) if exception.get("overdue") else office.tickets()
            ends = {}
            belong = {}
            for number, (kind, _) in tickets.items():
                belong[number] = kind in exception.get("kinds", [kind])
                ends[number] = walk(office, exception, number, belong[number])
            if "desk" in exception:
                ends = reviewed(office, exception["desk"], list(tickets))
            office.sync("laptop")
            for who in ("laptop", "server"):
                if office.ctl(who, "verify")["ok"] is not True:
                    raise Failed(f"{who} does not verify")
            for number, (kind, access) in tickets.items():
                wanted = exception["end"] if belong[number] else "signed-off"
                wrong = "" if ends[number] == wanted else f"ended {ends[number]}, not {wanted}"
                rows.append((kind, access, belong[number], ends[number], wrong))
        finally:
            if office.stop() != 0:
                rows.append(("", "", True, "", "the server did not end well"))
    except (Failed, OSError, subprocess.TimeoutExpired, KeyError, ValueError) as problem:
        rows.append(("", "", True, "", str(problem)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return exception["name"], rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="", help="exceptions whose name holds this text")
    parser.add_argument("--json")
    options = parser.parse_args()
    exceptions = [PLAIN] + json.loads((ROOT / "tests/walks/exceptions.json").read_text(encoding="utf-8"))
    chosen = [one for one in exceptions if options.only in one["name"]]
    walks = failed = apart = 0
    table = {}
    with ThreadPoolExecutor(max_workers=2) as pool:
        for name, rows in pool.map(walk_all, chosen):
            bad = [row for row in rows if row[4]]
            with_it = sum(1 for row in rows if row[2] and not row[4])
            walks += len(rows)
            failed += len(bad)
            apart += sum(1 for row in rows if not row[2])
            table[name] = rows
            print(f"{name}: {with_it} with it, {len(rows) - with_it - len(bad)} without", flush=True)
            for row in bad:
                print(f"    {row[0]} {row[1]}: {row[4]}", flush=True)
    if options.json:
        Path(options.json).write_text(json.dumps(table, indent=1), encoding="utf-8")
    print(f"{walks} walks ({apart} of kinds the exception does not belong to), {failed} failed")
    return 1 if failed or not walks else 0


if __name__ == "__main__":
    sys.exit(main())
