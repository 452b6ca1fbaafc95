#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fuzz.sh FOLDER SECONDS: runs every fuzz program of FOLDER for SECONDS each; a crash stops and keeps its input.
set -euo pipefail
folder=$1 seconds=$2
for program in "$folder"/*_fuzz; do
    name=$(basename "$program")
    mkdir -p "build/fuzz/corpus/$name" "build/fuzz/crashes"
    seeds=()
    [ -d "tests/fuzz/corpus/$name" ] && seeds=("tests/fuzz/corpus/$name")
    echo "fuzz: $name for $seconds s" >&2
    "$program" -max_total_time="$seconds" -max_len=65536 -rss_limit_mb=1500 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/crashes/$name-" "build/fuzz/corpus/$name" "${seeds[@]}" 2>&1 | tail -n 12
done
