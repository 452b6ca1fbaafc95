#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# shots.sh [--out DIR] [LANGUAGE/THEME/SCALE…]: every page of both programs in every state a day can bring them to,
# as pictures in DIR/LANGUAGE-THEME-SCALE; without names all looks are taken.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tools/steps.sh
. tools/demo_day.sh

FOLDER=build/shots
LOOKS=()
for scale in 1 2; do
    for theme in light dark contrast; do
        LOOKS+=("en/$theme/$scale" "zh_CN/$theme/$scale")
    done
done

usage() {
    echo "usage: ./dev shots [--out DIR] [LANGUAGE/THEME/SCALE…]   looks: ${LOOKS[*]}" >&2
    exit 2
}

parse() {
    local wanted=()
    while [ $# -gt 0 ]; do
        case "$1" in
            --out)
                FOLDER=${2:-}
                [ -n "$FOLDER" ] || usage
                shift
                ;;
            *)
                [[ " ${LOOKS[*]} " == *" $1 "* ]] || usage
                wanted+=("$1")
                ;;
        esac
        shift
    done
    [ ${#wanted[@]} = 0 ] || LOOKS=("${wanted[@]}")
}

# The day of a ticket that is sent back, corrected and approved in the end, and an evening without a network.
take_day() {
    open_office
    drive ruhu-installer set-up-trouble demo
    drive ruhu-installer technician demo
    drive ruhu-supervisor returning boss
    drive ruhu-installer correcting demo
    drive ruhu-supervisor approving boss
    stop_server
    drive ruhu-installer offline demo
    close_office
}

main() {
    parse "$@"
    require_programs
    local look
    for look in "${LOOKS[@]}"; do
        IFS=/ read -r LANGUAGE_NAME THEME SCALE <<<"$look"
        OUT=$FOLDER/${look//\//-}
        mkdir -p "$OUT"
        find "$OUT" -maxdepth 1 -type f \( -name '*.png' -o -name '*.pdf' -o -name '*.log' \) -delete
        take_day
        say "shots: $(find "$OUT" -name '*.png' | wc -l) pictures in $OUT"
    done
}

main "$@"
