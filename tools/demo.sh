#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# demo.sh [--headless] [--out DIR] [--language en|zh_CN]: one demo day with the programs in RUHU_BIN; the results
# are left in DIR.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tools/steps.sh
. tools/demo_day.sh

HEADLESS=no

usage() {
    echo "usage: ./dev demo [--headless] [--out DIR] [--language en|zh_CN]" >&2
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
            --language)
                LANGUAGE_NAME=${2:-}
                [[ $LANGUAGE_NAME =~ ^(en|zh_CN)$ ]] || usage
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

run_window() {
    say "demo: opening the installer; the demo ends when its window is closed"
    work_window ruhu-installer enrolment demo --stay
}

verify() {
    local begin=$SECONDS
    ctl laptop --store "$WORK/demo" verify --json >"$OUT/verify-laptop.json"
    ctl laptop --store "$WORK/demo" export "$WORK/journal.jsonl" --json >/dev/null
    ctl verify "$WORK/journal.jsonl" --json >"$OUT/verify-export.json"
    ctl server --data "$WORK/server" verify --json >"$OUT/verify-server.json"
    ctl server --data "$WORK/server" stats --json >"$WORK/stats.json"
    ctl server --data "$WORK/server" events --json >"$WORK/office.json"
    pdftotext "$OUT/work-order.pdf" "$WORK/work-order.txt"
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
    require_programs
    open_office
    if [ "$HEADLESS" = yes ]; then
        run_headless
    else
        run_window
    fi
}

main "$@"
