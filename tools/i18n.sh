#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# i18n.sh [FOLDER]: brings ruhu_zh_CN.ts (every text) and ruhu_en.ts (plural forms alone) in FOLDER, by
# default translations/, up to date with the sources. Finished translations stay.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
target=${1:-translations}

find_lupdate() {
    local candidate
    for candidate in /usr/lib/qt6/bin/lupdate lupdate6 lupdate; do
        if command -v "$candidate" >/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    echo "i18n: lupdate not found; install qt6-l10n-tools" >&2
    return 1
}

lupdate=$(find_lupdate)
sources=()
for folder in core/presentation core/report ui app; do
    [ -d "$folder" ] && sources+=("$folder")
done
common=(-silent -no-obsolete -locations none -source-language en -extensions 'cpp,h,ui')
"$lupdate" "${sources[@]}" "${common[@]}" -target-language zh_CN -ts "$target/ruhu_zh_CN.ts" >/dev/null
"$lupdate" "${sources[@]}" "${common[@]}" -target-language en -pluralonly -ts "$target/ruhu_en.ts" >/dev/null
