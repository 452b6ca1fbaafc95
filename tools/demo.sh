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

account() { # ROLE MEMBER: of the first demo account with that role
    python3 - "$WORK/init.json" "$1" "$2" <<'PY'
import json, sys
users = json.load(open(sys.argv[1]))["users"]
print(next(user for user in users if user["role"] == sys.argv[2])[sys.argv[3]])
PY
}

prepare_office() {
    "$BIN/ruhuctl" server --data "$WORK/server" init --demo --json >"$WORK/init.json"
    local role
    for role in technician supervisor; do
        account "$role" login >"$WORK/$role.login"
        (umask 077 && account "$role" password >"$WORK/$role.password")
        "$BIN/ruhuctl" server --data "$WORK/server" enrol-code --user "$(cat "$WORK/$role.login")" --json \
            >"$WORK/$role.code.json"
    done
    say "demo: office prepared, 12 tickets for $(cat "$WORK/technician.login")"
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

client_arguments() { # ROLE: the arguments that enrol and sign in, one per line
    printf '%s\n' --store "$WORK/$1" \
        --server "$(field "$WORK/ready.json" url)" --ca "$(field "$WORK/ready.json" caFile)" \
        --user "$(cat "$WORK/$1.login")" --code "$(field "$WORK/$1.code.json" code)" \
        --password-file "$WORK/$1.password"
}

run_window() {
    local arguments
    mapfile -t arguments < <(client_arguments technician)
    say "demo: opening the installer; the demo ends when its window is closed"
    "$BIN/ruhu-installer" "${arguments[@]}"
}

drive() { # PROGRAM ROLE
    local arguments begin=$SECONDS
    mapfile -t arguments < <(client_arguments "$2")
    QT_QPA_PLATFORM=offscreen run_step "$1" "$OUT/$1.log" "the last lines above name the step" \
        timeout 300 "$BIN/$1" "${arguments[@]}" --demo-drive "$OUT"
    echo "$2 $((SECONDS - begin))" >>"$WORK/seconds"
}

verify() {
    local begin=$SECONDS
    run_step "verifying the laptop's journal" "$OUT/verify-laptop.log" "ruhuctl laptop verify" \
        "$BIN/ruhuctl" laptop --store "$WORK/technician" verify --json
    run_step "verifying the server's journal" "$OUT/verify-server.log" "ruhuctl server verify" \
        "$BIN/ruhuctl" server --data "$WORK/server" verify --json
    "$BIN/ruhuctl" server --data "$WORK/server" stats --json >"$WORK/stats.json"
    echo "verify $((SECONDS - begin))" >>"$WORK/seconds"
}

# The programs leave installer.json and supervisor.json; the summary joins them with what was verified.
summarise() {
    python3 - "$OUT" "$WORK" <<'PY'
import json, pathlib, sys
out, work = map(pathlib.Path, sys.argv[1:])
def load(path):
    return json.loads(path.read_text()) if path.is_file() else {}
summary = {
    "installer": load(out / "installer.json"),
    "supervisor": load(out / "supervisor.json"),
    "server": load(work / "stats.json"),
    "verifiedLaptop": load(out / "verify-laptop.log"),
    "verifiedServer": load(out / "verify-server.log"),
    "seconds": {name: int(n) for name, n in (l.split() for l in (work / "seconds").read_text().splitlines())},
}
(out / "summary.json").write_text(json.dumps(summary, indent=2, ensure_ascii=False) + "\n")
PY
}

run_headless() {
    mkdir -p "$OUT"
    find "$OUT" -maxdepth 1 -type f \( -name '*.png' -o -name '*.pdf' -o -name '*.json' -o -name '*.log' \) -delete
    drive ruhu-installer technician
    drive ruhu-supervisor supervisor
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
