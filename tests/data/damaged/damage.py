#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Damages a laptop's folder in one of the ways disks and people do it. The same call does the same damage.

damage.py KIND FOLDER                changes what lies in FOLDER
damage.py KIND FOLDER -- COMMAND…    for the states of a disk: runs COMMAND while FOLDER lies on such a disk, then gives
                                     FOLDER back with what COMMAND left in it; ends with the status of COMMAND
damage.py --list                     the kinds, one line each

A disk's state needs a file system of its own, hence a mount namespace; where none is to be had the status is 77.
"""

import os
import pathlib
import random
import shutil
import subprocess
import sys

PAGE = 4096
NO_NAMESPACE = 77
INSIDE = "RUHU_DAMAGE_INSIDE"


def overwrite(path, offset, data):
    with open(path, "r+b") as file:
        file.seek(offset)
        file.write(data)


def zeroed_header(folder):
    overwrite(folder / "local.db", 0, bytes(100))


def random_pages(folder):
    database = folder / "local.db"
    noise = random.Random(1)
    pages = database.stat().st_size // PAGE
    for page in noise.sample(range(1, pages), 2):
        overwrite(database, page * PAGE, noise.randbytes(PAGE))


def truncated(folder):
    os.truncate(folder / "local.db", (folder / "local.db").stat().st_size // 2 // PAGE * PAGE)


def deleted_wal(folder):
    (folder / "local.db-wal").unlink()  # there must be one: a folder of a program that was killed
    (folder / "local.db-shm").unlink(missing_ok=True)


def flipped_byte(folder):
    """In the middle of the longest stretch without a zero byte: in text or sealed bytes, not in what SQLite checks."""
    content = (folder / "local.db").read_bytes()
    longest, at = max((len(part), content.index(part)) for part in content.split(b"\0"))
    place = at + longest // 2
    overwrite(folder / "local.db", place, bytes([content[place] ^ 1]))


def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)


def full_disk(folder, command):
    disk = folder.with_name(folder.name + ".disk")
    disk.mkdir()
    used = sum(file.stat().st_size + PAGE for file in folder.rglob("*"))
    mount("-t", "tmpfs", "-o", f"mode=0700,size={used + 64 * PAGE}", "none", str(disk))
    shutil.copytree(folder, disk, dirs_exist_ok=True)
    with open(disk / "filler", "wb", buffering=0) as filler:
        try:
            while filler.write(bytes(PAGE)):
                pass
        except OSError:
            pass
    mount("--bind", str(disk), str(folder))
    status = subprocess.run(command).returncode
    subprocess.run(["umount", str(folder)], check=True)
    (disk / "filler").unlink()
    shutil.rmtree(folder)
    shutil.copytree(disk, folder)
    subprocess.run(["umount", str(disk)], check=True)
    disk.rmdir()
    return status


def read_only(folder, command):
    mount("--bind", str(folder), str(folder))
    mount("-o", "remount,bind,ro", str(folder))
    return subprocess.run(command).returncode


FILES = {
    "zeroed-header": zeroed_header,
    "random-pages": random_pages,
    "truncated": truncated,
    "deleted-wal": deleted_wal,
    "flipped-byte": flipped_byte,
}
DISKS = {"full-disk": full_disk, "read-only": read_only}


def in_namespace(arguments):
    """This program again, where mounts concern nobody else."""
    unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    if subprocess.run([*unshare, "true"], capture_output=True).returncode != 0:
        print("damage.py: no mount namespace can be had here", file=sys.stderr)
        return NO_NAMESPACE
    return subprocess.run([*unshare, sys.executable, "-B", *arguments], env={**os.environ, INSIDE: "1"}).returncode


def main(arguments):
    if arguments[1:] == ["--list"]:
        print("\n".join([*FILES, *DISKS]))
        return 0
    if len(arguments) == 3 and arguments[1] in FILES:
        FILES[arguments[1]](pathlib.Path(arguments[2]).resolve())
        return 0
    if len(arguments) > 4 and arguments[1] in DISKS and arguments[3] == "--":
        if INSIDE not in os.environ:
            return in_namespace(arguments)
        return DISKS[arguments[1]](pathlib.Path(arguments[2]).resolve(), arguments[4:])
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv))
