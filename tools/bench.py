#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py [NAME…] [--json FILE]: every figure against its goal, each as a ratio to a baseline of the same run.

  step    one recorded act, durable, against a bare SQLite commit of the same bytes
  fold    a ticket of 200 events folded, against decoding those events
  rebuild the list of 5,000 tickets of 50 events built anew, against a bare reading of the same bytes
  findings what stands out over 5,000 tickets of 50 events at the office, and its report, against the same
  seal    a sealed list of 5,000 tickets against one in the clear: a durable commit, a batch, a full read; and unlocking it
  start   first painted window with 5,000 tickets in the store, against KeePassXC and an empty Qt window
  day     requests for a whole demo day of 12 tickets, up and down

Prints one line per figure: name, value, unit, baseline, ratio, goal, met or missed. Exit 1 when a goal is missed.
"""
import argparse
import json
import mmap
import os
import pathlib
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/release"
BIN = BUILD / "bin"
ROUNDS = 400
START_ROUNDS = 7
SEAL_ROUNDS = 9
REBUILD_TICKETS, REBUILD_EVENTS, REBUILD_ROUNDS = 5000, 50, 3
SCREEN = (1280, 1024)


class Missing(Exception):
    """Something that the figure needs is not on this machine."""


def run(*command, password=None, **options):
    environment = dict(os.environ)
    if password:
        environment["RUHU_PASSWORD"] = password
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, env=environment, **options).stdout


def ctl(*command, password=None):
    return json.loads(run(BIN / "ruhuctl", *command, "--json", password=password))


class Server:
    """The real server on a free loopback port."""

    def __init__(self, data):
        self.process = subprocess.Popen([BIN / "ruhu-server", "--data", data, "--listen", "127.0.0.1:0"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.ready = json.loads(self.process.stdout.readline())

    def __enter__(self):
        return self.ready

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=10)


def enrol(work, data, ready, login, password):
    code = ctl("server", "--data", data, "enrol-code", "--user", login)["code"]
    store = work / login
    ctl("laptop", "--store", store, "--ca", ready["caFile"], "enrol", "--server", ready["url"], "--user", login, "--code", code,
        password=password)
    return store


# ---- step

def step_figure(work):
    series = json.loads(run(BUILD / "tests/ruhu-bench", work, ROUNDS))
    mine, bare = (statistics.median(series[key]) for key in ("recordedUs", "bareUs"))
    yield {"name": "step", "value": round(mine / 1000, 3), "unit": "ms", "baseline": f"bare commit {bare / 1000:.3f} ms",
           "ratio": round(mine / bare, 2), "goal": 1.5}


# ---- fold and rebuild

def event_figures(work, tickets):
    return json.loads(run(BUILD / "tests/ruhu-bench-rebuild", work, tickets, REBUILD_EVENTS, REBUILD_ROUNDS))


def fold_figure(work):
    series = event_figures(work, 20)
    fold, decode = (statistics.median(series[key]) for key in ("foldUs", "decodeUs"))
    yield {"name": "fold", "value": round(fold / 1000, 3), "unit": "ms", "baseline": f"decoding them {decode / 1000:.3f} ms",
           "ratio": round(fold / decode, 2), "goal": 1, "met": fold <= 1000}


def rebuild_figure(work):
    series = event_figures(work, REBUILD_TICKETS)
    rebuild, read = (statistics.median(series[key]) for key in ("rebuildUs", "readUs"))
    yield {"name": "rebuild", "value": round(rebuild / 1e6, 2), "unit": "s",
           "baseline": f"bare read {read / 1e6:.2f} s, {series['bytes'] // 1_000_000} MB",
           "ratio": round(rebuild / read, 2), "goal": 3, "met": rebuild <= 3_000_000}


def findings_figure(work):
    series = json.loads(run(BUILD / "tests/ruhu-bench-findings", work, REBUILD_TICKETS, REBUILD_EVENTS, REBUILD_ROUNDS))
    read = statistics.median(series["readUs"])
    for name, key in (("findings", "findingsUs"), ("report", "reportUs")):
        taken = statistics.median(series[key])
        yield {"name": name, "value": round(taken / 1e6, 2), "unit": "s", "baseline": f"bare read {read / 1e6:.2f} s",
               "ratio": round(taken / read, 2), "goal": 3, "met": taken <= 3_000_000}


# ---- seal

def seal_figure(work):
    series = json.loads(run(BUILD / "tests/ruhu-bench-seal", work, REBUILD_TICKETS, SEAL_ROUNDS))
    for name, key, goal in (("seal-commit", "commitUs", 1.15), ("seal-batch", "batchUs", 2), ("seal-read", "readUs", 3.5)):
        clear, sealed = (statistics.median(series[side][key]) for side in ("clear", "sealed"))
        yield {"name": name, "value": round(sealed / 1000, 3), "unit": "ms", "baseline": f"in the clear {clear / 1000:.3f} ms",
               "ratio": round(sealed / clear, 2), "goal": goal}
    unlock = statistics.median(series["unlockUs"])
    read = statistics.median(series["sealed"]["readUs"])
    yield {"name": "unlock", "value": round(unlock / 1e6, 3), "unit": "s", "baseline": f"reading its rows {read / 1e6:.3f} s",
           "ratio": round(unlock / read, 2), "goal": 0.25, "met": unlock <= 250_000}


# ---- day

def day_figure(work):
    password = secrets.token_hex(12)
    data = work / "server"
    ctl("server", "--data", data, "init", "--demo", password=password)
    with Server(data) as ready:
        store = enrol(work, data, ready, "demo", password)
        morning = ctl("laptop", "--store", store, "sync", "--until-idle", password=password)["traffic"]
        for ticket in ctl("laptop", "--store", store, "tickets", password=password)["tickets"]:
            ctl("laptop", "--store", store, "walk", ticket["number"], password=password)
        evening = ctl("laptop", "--store", store, "sync", "--until-idle", password=password)["traffic"]
    up = sum(traffic[kind] for traffic in (morning, evening) for kind in ("pushes", "blobRequests"))
    down = morning["pulls"] + evening["pulls"]
    heads = morning["heads"] + evening["heads"]
    for name, value in (("day-up", up), ("day-down", down)):
        yield {"name": name, "value": value, "unit": "requests", "baseline": f"12 tickets; {heads} heads besides", "ratio": round(value / 12, 2), "goal": 3,
               "met": value <= 3}


# ---- start

class Screen:
    """A screen whose pixels are a file: the first paint of any program is seen without its help."""

    def __init__(self, work):
        if not shutil.which("Xvfb"):
            raise Missing("Xvfb (package xvfb)")
        self.display = f":{50 + os.getpid() % 40}"
        self.process = subprocess.Popen(["Xvfb", self.display, "-screen", "0", f"{SCREEN[0]}x{SCREEN[1]}x24", "-fbdir", str(work)],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        frame = work / "Xvfb_screen0"
        while not frame.exists() or frame.stat().st_size < SCREEN[0] * SCREEN[1] * 4:
            time.sleep(0.05)
        time.sleep(0.3)
        self.file = open(frame, "rb")
        self.pixels = mmap.mmap(self.file.fileno(), 0, prot=mmap.PROT_READ)
        header = int.from_bytes(self.pixels[0:4], "big")
        colours = int.from_bytes(self.pixels[76:80], "big")
        self.start = header + colours * 12

    def samples(self):
        """Every 40th pixel of every 32nd line."""
        line = SCREEN[0] * 4
        return [self.pixels[self.start + y * line + x * 4:self.start + y * line + x * 4 + 3]
                for y in range(16, SCREEN[1], 32) for x in range(20, SCREEN[0], 40)]

    def first_paint(self, command):
        before = self.samples()
        wanted = len(before) // 10  # a tenth of the screen: more than any splash or tool tip
        environment = dict(os.environ, DISPLAY=self.display, QT_QPA_PLATFORM="xcb")
        begin = time.monotonic()
        child = subprocess.Popen([str(part) for part in command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while time.monotonic() - begin < 20:
                if sum(a != b for a, b in zip(before, self.samples())) >= wanted:
                    return (time.monotonic() - begin) * 1000
                time.sleep(0.002)
            raise RuntimeError(f"{command[0]} painted nothing in 20 s")
        finally:
            child.terminate()
            child.wait(timeout=10)
            time.sleep(0.3)

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=10)


def orders_csv(path, count):
    header, sample = (ROOT / "resources/demo/tickets.csv").read_text(encoding="utf-8-sig").splitlines()[:2]
    number = sample.split(",")[header.split(",").index("number")]
    lines = [header] + [sample.replace(number, f"BENCH-{i:05}") for i in range(count)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def filled_store(work):
    password = secrets.token_hex(12)
    data = work / "server"
    ctl("server", "--data", data, "init", "--demo", password=password)
    orders_csv(work / "orders.csv", 5000)
    ctl("server", "--data", data, "import", "--format", "csv", work / "orders.csv")
    with Server(data) as ready:
        store = enrol(work, data, ready, "demo", password)
        ctl("laptop", "--store", store, "sync", "--until-idle", password=password)
    return store


def start_figure(work):
    keepass = shutil.which("keepassxc")
    if not keepass:
        raise Missing("keepassxc (package keepassxc)")
    store = filled_store(work)
    # A KeePassXC that asks nothing: an empty configuration of its own.
    config = work / "keepassxc.ini"
    config.write_text("[General]\nUpdateCheckMessageShown=true\n[GUI]\nCheckForUpdates=false\n")
    programs = {
        "ruhu": [BIN / "ruhu-installer", "--store", store, "--language", "en", "--theme", "light"],
        "keepassxc": [keepass, "--config", config, "--localconfig", work / "keepassxc-local.ini"],
        "empty": [BUILD / "tests/ruhu-empty-window"],
    }
    screen = Screen(work)
    try:
        times = {name: [] for name in programs}
        for round_ in range(START_ROUNDS + 1):
            for name, command in programs.items():
                taken = screen.first_paint(command)
                if round_ > 0:  # the first round warms the page cache
                    times[name].append(taken)
    finally:
        screen.close()
    median = {name: statistics.median(series) for name, series in times.items()}
    for other, goal in (("keepassxc", 0.6), ("empty", 6)):
        yield {"name": f"start-vs-{other}", "value": round(median["ruhu"]), "unit": "ms",
               "baseline": f"{other} {median[other]:.0f} ms", "ratio": round(median["ruhu"] / median[other], 2), "goal": goal}


FIGURES = {"step": step_figure, "fold": fold_figure, "rebuild": rebuild_figure, "findings": findings_figure, "seal": seal_figure, "start": start_figure, "day": day_figure}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(FIGURES))
    parser.add_argument("--json", type=pathlib.Path, default=ROOT / "build/bench.json")
    options = parser.parse_args()
    unknown = set(options.names) - set(FIGURES)
    if unknown:
        parser.error(f"no such figure: {', '.join(sorted(unknown))}")
    results, failed = [], False
    for name in options.names or FIGURES:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "build") as work:
            try:
                for figure in FIGURES[name](pathlib.Path(work)):
                    figure.setdefault("met", figure["ratio"] <= figure["goal"])
                    failed = failed or not figure["met"]
                    results.append(figure)
                    print("{name:16} {value:>10} {unit:9} baseline {baseline:28} ratio {ratio:>6} goal {goal:>5}  ".format(**figure)
                          + ("met" if figure["met"] else "MISSED"), flush=True)
            except Missing as problem:
                failed = True
                print(f"{name:16} not measured: {problem} is missing", flush=True)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(results, indent=2) + "\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
