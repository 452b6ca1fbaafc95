#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sim.sh PROGRAM --seeds N [--first S]: runs the simulation's test program once per seed (RUHU_SIM_SEED) and
# ends with "N seeds, M failed". A failed seed is named with the call that replays it.
set -euo pipefail
program=$1
shift
seeds=20 first=1
while [ $# -gt 0 ]; do
    case "$1" in
        --seeds) seeds=${2:?number} ;;
        --first) first=${2:?number} ;;
        *)
            echo "usage: ./dev sim --seeds N [--first S]" >&2
            exit 2
            ;;
    esac
    shift 2
done
failed=0
for ((seed = first; seed < first + seeds; ++seed)); do
    if ! output=$(RUHU_SIM_SEED=$seed "$program" -w NoAssertions 2>&1); then
        failed=$((failed + 1))
        printf '%s\n' "$output" | tail -n 20 >&2
        echo "seed $seed failed; replay: ./dev sim --seeds 1 --first $seed" >&2
    fi
done
echo "$seeds seeds, $failed failed"
[ "$failed" = 0 ]
