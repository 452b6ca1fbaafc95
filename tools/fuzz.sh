#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fuzz.sh FOLDER SECONDS: runs every fuzz program of FOLDER for SECONDS each and prints one line for each. The first
# crash, broken promise, leak, endless run or oversized allocation ends it with a failure; its input is kept and named.
# What was found on the way is kept in build/fuzz/corpus and taken up again the next time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$1 seconds=$2
. tools/steps.sh

# One allocation above this is a refusal that came too late; the readers' own limits lie far below.
LARGEST_MB=64
# Debian keeps the symboliser out of the PATH; without it a crash has no line numbers.
PATH=$PATH:/usr/lib/llvm-14/bin
export UBSAN_OPTIONS=print_stacktrace=1

run() { # PROGRAM NAME LOG
    local program=$1 name=$2 log=$3 options
    options=(-max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=1500 -malloc_limit_mb=$LARGEST_MB
        -print_final_stats=1 -artifact_prefix="build/fuzz/crashes/$name-")
    [ ! -f "tests/fuzz/dictionaries/$name.dict" ] || options+=(-dict="tests/fuzz/dictionaries/$name.dict")
    local folders=("build/fuzz/corpus/$name")
    [ ! -d "tests/fuzz/corpus/$name" ] || folders+=("tests/fuzz/corpus/$name")
    "$program" "${options[@]}" "${folders[@]}" >"$log" 2>&1
}

summary() { # NAME LOG TOOK
    awk -v name="$1" -v took="$3" '
        / cov: / { for (i = 1; i < NF; ++i) if ($i == "cov:") coverage = $(i + 1) }
        /^stat::number_of_executed_units:/ { executions = $2 }
        END { printf "%-16s %10d executions  coverage %6d  %4d s\n", name, executions, coverage, took }' "$2"
}

programs=("$folder"/*_fuzz)
[ -x "${programs[0]}" ] || die "fuzz: no program in $folder" "./dev fuzz builds them"
for program in "${programs[@]}"; do
    name=$(basename "$program")
    log="build/fuzz/log/$name.log"
    mkdir -p "build/fuzz/corpus/$name" build/fuzz/crashes build/fuzz/log
    begin=$SECONDS
    if ! run "$program" "$name" "$log"; then
        grep -vE '^#[0-9]+[[:space:]]+(NEW|REDUCE|pulse)' "$log" | tail -n 40 >&2
        input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
        die "fuzz: $name failed; its input: ${input:-none was kept}; whole log: $log" "$program ${input:-}"
    fi
    summary "$name" "$log" $((SECONDS - begin))
done
