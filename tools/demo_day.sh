# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# A demo day worked by the real programs: an office with a server in the temporary folder WORK, and windows worked
# by script. Everything but what the windows leave in OUT lives in WORK; nothing is left running. Sourced, after
# steps.sh; the caller sets OUT and may change LANGUAGE_NAME, THEME and SCALE before a window opens.

BIN=${RUHU_BIN:-build/release/bin}
OUT=build/demo
WORK=
SERVER=
LANGUAGE_NAME=en
THEME=light
SCALE=1
LIMIT=()

require_programs() {
    local program
    for program in ruhu-server ruhuctl ruhu-installer ruhu-supervisor; do
        [ -x "$BIN/$program" ] || die "$BIN/$program is missing" "./dev build release"
    done
}

# Demo accounts share one password made for this run; it travels by file and environment, never on a command line.
open_office() {
    WORK=$(mktemp -d)
    trap clean_up EXIT
    trap 'exit 130' INT TERM
    (umask 077 && head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$WORK/password")
    ctl server --data "$WORK/server" init --demo --json >"$WORK/init.json"
    say "demo: office prepared, a day of 12 tickets"
    start_server
}

start_server() {
    "$BIN/ruhu-server" --data "$WORK/server" --listen 127.0.0.1:0 >"$WORK/ready.json" 2>"$WORK/server.log" &
    SERVER=$!
    for _ in $(seq 300); do
        [ -s "$WORK/ready.json" ] && break
        kill -0 "$SERVER" 2>/dev/null || die "demo: the server ended before it was ready" "read the log lines below"
        sleep 0.1
    done
    [ -s "$WORK/ready.json" ] || die "demo: the server was not ready within 30 s" "read the log lines below"
    say "demo: server at $(field "$WORK/ready.json" url)"
}

# The server gets the five seconds it promises, then no more.
stop_server() {
    if [ -n "$SERVER" ] && kill -TERM "$SERVER" 2>/dev/null; then
        for _ in $(seq 60); do
            kill -0 "$SERVER" 2>/dev/null || break
            sleep 0.1
        done
        kill -KILL "$SERVER" 2>/dev/null || true
    fi
    SERVER=
}

close_office() {
    stop_server
    [ -z "$WORK" ] || rm -rf "$WORK"
    WORK=
}

clean_up() {
    local status=$?
    trap - EXIT
    if [ "$status" != 0 ] && [ -s "$WORK/server.log" ]; then
        tail -n 20 "$WORK/server.log" >&2
    fi
    close_office
    exit "$status"
}

field() { # FILE KEY: one member of the first JSON line
    python3 -c 'import json, sys; print(json.loads(open(sys.argv[1]).readline())[sys.argv[2]])' "$1" "$2"
}

ctl() { # COMMAND…: with the demo password
    RUHU_PASSWORD=$(cat "$WORK/password") "$BIN/ruhuctl" "$@"
}

# connection LOGIN: what a window needs to set itself up, in a file only this user reads.
connection() {
    "$BIN/ruhuctl" server --data "$WORK/server" enrol-code --user "$1" --json >"$WORK/$1.code.json"
    (umask 077 && python3 - "$WORK" "$1" >"$WORK/$1.connection.json" <<'PY'
import json, pathlib, sys
work, login = pathlib.Path(sys.argv[1]), sys.argv[2]
ready = json.loads((work / "ready.json").read_text().splitlines()[0])
code = json.loads((work / f"{login}.code.json").read_text())["code"]
json.dump({"url": ready["url"], "caFile": ready["caFile"], "login": login, "code": code,
           "password": (work / "password").read_text()}, sys.stdout)
PY
    )
}

# work_window PROGRAM SCRIPT LOGIN [ARGUMENT…]: the real program on the login's store, worked step by step the way a
# person would.
work_window() {
    local program=$1 script=$2 login=$3
    shift 3
    [ -s "$WORK/$login.connection.json" ] || connection "$login"
    (umask 077 && python3 tools/demo_scripts.py "$script" "$WORK/$login.connection.json" >"$WORK/$script.script.json")
    local -x QT_SCALE_FACTOR=$SCALE
    "${LIMIT[@]}" "$BIN/$program" --store "$WORK/$login" --language "$LANGUAGE_NAME" --theme "$THEME" \
        --script "$WORK/$script.script.json" --script-output "$OUT" --script-photo resources/demo/photo.jpg "$@"
}

# drive PROGRAM SCRIPT LOGIN: without a display, with a time limit; the seconds it took go to WORK/seconds.
drive() {
    local begin=$SECONDS
    export QT_QPA_PLATFORM=offscreen
    run_step "$1: $2" "$OUT/$2.log" "the last lines above name the step" timed_window "$@"
    echo "$2 $((SECONDS - begin))" >>"$WORK/seconds"
}

# Takes the place of the shell that runs it, so that whoever ends that shell ends the program.
timed_window() {
    LIMIT=(exec timeout --kill-after=10 300)
    work_window "$@"
}
