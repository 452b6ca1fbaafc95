// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ruhu {

/// The first thing every program does: files it makes are for its owner alone, a crash leaves no picture of the memory
/// behind, and no other program of the same user looks into it. Passwords, keys and customers are in there.
void protectProcess();

} // namespace ruhu
