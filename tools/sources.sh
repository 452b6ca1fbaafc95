#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Prints every C++ file of the project, one per line.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
find app core ui tests -name '*.cpp' -o -name '*.h' | LC_ALL=C sort
