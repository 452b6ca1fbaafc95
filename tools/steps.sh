# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Progress and failures of the scripts, the same everywhere. Sourced.

say() { printf '[%4ds] %s\n' "$SECONDS" "$*" >&2; }

die() { # MESSAGE NEXT
    say "$1"
    printf '        next: %s\n' "$2" >&2
    exit 1
}

# run_step NAME LOG NEXT COMMAND…: runs quietly into LOG, shows the last progress line now and then; when it
# fails, shows the end of the log and what to do next.
run_step() {
    local name=$1 log=$2 next=$3 begin=$SECONDS shown=$SECONDS child status=0
    shift 3
    mkdir -p "$(dirname "$log")"
    say "$name …"
    "$@" >"$log" 2>&1 </dev/null &
    child=$!
    # shellcheck disable=SC2064  # the child's number now, not later
    trap "kill $child 2>/dev/null || true; exit 130" INT TERM
    while kill -0 "$child" 2>/dev/null; do
        sleep 0.2
        if [ $((SECONDS - shown)) -ge 15 ]; then
            shown=$SECONDS
            say "$name … $(tail -n 1 "$log" | cut -c 1-100)"
        fi
    done
    wait "$child" || status=$?
    trap - INT TERM
    if [ "$status" != 0 ]; then
        tail -n 40 "$log" >&2
        die "$name failed (status $status); whole log: $log" "$next"
    fi
    say "$name: done in $((SECONDS - begin)) s"
}
