# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo day works its windows in time and leaves nothing running."""

import json
import os
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 30


def running_in(session):
    """Programs of a session that are still there."""
    left = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = stat.read_text().partition("(")[2].rpartition(")")
        except OSError:
            continue  # ended meanwhile
        fields = rest.split()
        if int(fields[3]) == session and fields[0] != "Z":
            left.append(name)
    return left


class Drive(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.work = Path(self.folder.name)
        answers = {"url": "https://127.0.0.1:1", "caFile": "ca.pem", "login": "demo", "code": "AAAA", "password": "none"}
        (self.work / "demo.connection.json").write_text(json.dumps(answers), encoding="utf-8")

    def start(self, window):
        """A technician's window, which is the shell script `window`, driven in a session of its own."""
        program = self.work / "ruhu-installer"
        program.write_text("#!/bin/sh\n" + window, encoding="utf-8")
        program.chmod(0o755)
        script = ". tools/steps.sh; . tools/demo_day.sh; WORK=$1 OUT=$1; drive ruhu-installer technician demo"
        process = subprocess.Popen(["bash", "-euc", script, "bash", str(self.work)], cwd=ROOT, start_new_session=True,
                                   env=dict(os.environ, RUHU_BIN=str(self.work)), text=True, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.communicate()

    def until(self, condition):
        begin = time.monotonic()
        while not condition() and time.monotonic() - begin < PATIENCE_SECONDS:
            time.sleep(0.02)
        self.assertTrue(condition())

    def test_a_window_that_ends_leaves_nothing_running(self):
        process = self.start("exit 0\n")
        self.assertEqual(process.wait(PATIENCE_SECONDS), 0)
        self.assertEqual(running_in(process.pid), [])

    def test_a_window_that_fails_is_told_with_its_status(self):
        process = self.start("exit 7\n")
        _, errors = process.communicate(timeout=PATIENCE_SECONDS)
        self.assertEqual(process.returncode, 1)
        self.assertIn("status 7", errors)
        self.assertEqual(running_in(process.pid), [])

    def test_whoever_breaks_off_ends_the_window_too(self):
        process = self.start(f"echo $$ >{self.work}/up; exec sleep 200\n")
        self.until((self.work / "up").exists)
        process.terminate()
        self.assertNotEqual(process.wait(PATIENCE_SECONDS), 0)
        self.until(lambda: running_in(process.pid) == [])


if __name__ == "__main__":
    unittest.main()
