#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# lint.sh [CHECK…]: runs the named checks, or all of them. Every problem is a line "file:line: message".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tools/steps.sh

ALL=(includes structure catalogues security format translations checkers headers tidy)

check_includes() { python3 -B tools/check_includes.py; }
check_structure() { python3 -B tools/check_structure.py; }
check_catalogues() { python3 -B tools/check_catalogues.py; }
check_security() { python3 -B tools/check_security.py; }
check_checkers() { python3 -B -m unittest discover -q -s tests/tools -p '*_test.py'; }

check_format() {
    # clang-format prints "file:line:column: error: code should be clang-formatted".
    tools/sources.sh | xargs clang-format-14 -n -Werror --style=file
}

check_translations() {
    local copy status=0
    copy=$(mktemp -d)
    cp translations/ruhu_*.ts "$copy"
    tools/i18n.sh "$copy"
    local file
    for file in translations/ruhu_*.ts; do
        if ! diff -q "$file" "$copy/$(basename "$file")" >/dev/null; then
            echo "$file:1: not up to date with the sources; run ./dev i18n"
            status=1
        fi
    done
    rm -r "$copy"
    python3 -B tools/check_translations.py translations/ruhu_*.ts || status=1
    return "$status"
}

# Every public header compiles alone.
check_headers() { ./dev build dev all_verify_interface_header_sets; }

# What is not committed yet and what the latest commits touched, 20 sources at most: clang-tidy takes seconds for each.
changed_sources() {
    {
        git diff --name-only HEAD
        git ls-files --others --exclude-standard
        git log --name-only --format= -n 100
    } | grep -E '^(app|core|ui)/.*\.cpp$' | awk '!seen[$0]++' | while read -r file; do
        [ ! -f "$file" ] || echo "$file"
    done | head -n 20
}

check_tidy() {
    local files
    mapfile -t files < <(changed_sources)
    [ ${#files[@]} -gt 0 ] || return 0
    # The builds compile sources in batches; clang-tidy wants to know how each would be compiled alone.
    run_step "configuring tidy" build/log/configure-tidy.log "read the log above" cmake --preset tidy
    # gcc's own warning options mean nothing to clang.
    printf '%s\n' "${files[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy-14 -quiet -p build/tidy \
        --extra-arg=-Wno-unknown-warning-option 2>/dev/null
}

main() {
    if [ "${1:-}" = list ]; then
        printf '%s\n' "${ALL[@]}"
        return
    fi
    [ $# -gt 0 ] || set -- "${ALL[@]}"
    local failed=() check
    for check in "$@"; do
        say "lint: $check"
        "check_$check" || failed+=("$check")
    done
    if [ ${#failed[@]} -gt 0 ]; then
        die "lint: failed: ${failed[*]}" "mend the lines above; ./dev lint ${failed[0]} repeats one check; ./dev format formats"
    fi
    say "lint: clean ($*)"
}

main "$@"
