#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# demo.sh [--headless] [--out DIR]: one demo day with the programs in RUHU_BIN. Everything but the results in
# DIR lives in a temporary folder; nothing is left running.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tools/steps.sh

BIN=${RUHU_BIN:-build/release/bin}
OUT=build/demo
HEADLESS=no
WORK=
SERVER=

usage() {
    echo "usage: ./dev demo [--headless] [--out DIR]" >&2
    exit 2
}

parse() {
    while [ $# -gt 0 ]; do
        case "$1" in
            --headless) HEADLESS=yes ;;
            --out)
                OUT=${2:-}
                [ -n "$OUT" ] || usage
                shift
                ;;
            *) usage ;;
        esac
        shift
    done
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$HEADLESS" = no ]; then
        say "demo: no display here; driving the programs without one"
        HEADLESS=yes
    fi
}

# The server gets the five seconds it promises, then no more.
clean_up() {
    local status=$?
    trap - EXIT
    if [ -n "$SERVER" ] && kill -TERM "$SERVER" 2>/dev/null; then
        for _ in $(seq 60); do
            kill -0 "$SERVER" 2>/dev/null || break
            sleep 0.1
        done
        kill -KILL "$SERVER" 2>/dev/null || true
    fi
    if [ "$status" != 0 ] && [ -s "$WORK/server.log" ]; then
        tail -n 20 "$WORK/server.log" >&2
    fi
    [ -z "$WORK" ] || rm -rf "$WORK"
    exit "$status"
}

field() { # FILE KEY: one member of the first JSON line
    python3 -c 'import json, sys; print(json.loads(open(sys.argv[1]).readline())[sys.argv[2]])' "$1" "$2"
}

# Demo accounts share one password made for this run; it travels by file and environment, never on a command line.
prepare_office() {
    (umask 077 && head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$WORK/password")
    RUHU_PASSWORD=$(cat "$WORK/password") "$BIN/ruhuctl" server --data "$WORK/server" init --demo --json >"$WORK/init.json"
    say "demo: office prepared, a day of 12 tickets"
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

# work_window PROGRAM ROLE LOGIN [ARGUMENT…]: the real program, worked step by step the way a person would.
work_window() {
    local program=$1 role=$2 login=$3
    shift 3
    connection "$login"
    (umask 077 && python3 tools/demo_scripts.py "$role" "$WORK/$login.connection.json" >"$WORK/$role.script.json")
    "$BIN/$program" --store "$WORK/$role" --language "${RUHU_DEMO_LANGUAGE:-en}" --theme light \
        --script "$WORK/$role.script.json" --script-output "$OUT" --script-photo resources/demo/photo.jpg "$@"
}

run_window() {
    say "demo: opening the installer; the demo ends when its window is closed"
    work_window ruhu-installer enrolment demo --stay
}

drive() { # PROGRAM ROLE LOGIN
    local begin=$SECONDS
    export QT_QPA_PLATFORM=offscreen
    run_step "$1" "$OUT/$1.log" "the last lines above name the step" timed_window "$@"
    echo "$2 $((SECONDS - begin))" >>"$WORK/seconds"
}

timed_window() {
    work_window "$@" &
    local child=$!
    ( sleep 300 && kill "$child" 2>/dev/null ) &
    local watch=$! status=0
    wait "$child" || status=$?
    kill "$watch" 2>/dev/null || true
    return "$status"
}

ctl() { # COMMAND…: with the demo password
    RUHU_PASSWORD=$(cat "$WORK/password") "$BIN/ruhuctl" "$@"
}

verify() {
    local begin=$SECONDS
    ctl laptop --store "$WORK/technician" verify --json >"$OUT/verify-laptop.json"
    ctl laptop --store "$WORK/technician" export "$WORK/journal.jsonl" --json >/dev/null
    ctl verify "$WORK/journal.jsonl" --json >"$OUT/verify-export.json"
    ctl server --data "$WORK/server" verify --json >"$OUT/verify-server.json"
    ctl server --data "$WORK/server" stats --json >"$WORK/stats.json"
    ctl server --data "$WORK/server" ticket list --json >"$WORK/tickets.json"
    ctl laptop --store "$WORK/technician" status --json >"$WORK/status.json"
    pdftotext -layout "$OUT/work-order.pdf" "$WORK/work-order.txt" 2>/dev/null || true
    echo "verify $((SECONDS - begin))" >>"$WORK/seconds"
    say "demo: laptop, export and server verified"
}

summarise() {
    python3 tools/demo_summary.py "$WORK" "$OUT"
}

run_headless() {
    mkdir -p "$OUT"
    find "$OUT" -maxdepth 1 -type f \( -name '*.png' -o -name '*.pdf' -o -name '*.json' -o -name '*.log' \) -delete
    drive ruhu-installer technician demo
    drive ruhu-supervisor supervisor boss
    verify
    summarise
    say "demo: $(find "$OUT" -name '*.png' | wc -l) pictures, $(find "$OUT" -name '*.pdf' | wc -l) papers and summary.json are in $OUT"
}

main() {
    parse "$@"
    local program
    for program in ruhu-server ruhuctl ruhu-installer ruhu-supervisor; do
        [ -x "$BIN/$program" ] || die "demo: $BIN/$program is missing" "./dev build release"
    done
    WORK=$(mktemp -d)
    trap clean_up EXIT
    trap 'exit 130' INT TERM
    prepare_office
    start_server
    if [ "$HEADLESS" = yes ]; then
        run_headless
    else
        run_window
    fi
}

main "$@"
