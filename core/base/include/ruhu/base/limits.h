// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ruhu {

/// What an event and an act may weigh. The laptop refuses more before it is written down, the wire before it is read: what
/// was kept can always be sent.
inline constexpr qsizetype kMaxEventBytes = 256 * 1024; // encoded
inline constexpr int kMaxActEvents = 500;
inline constexpr qsizetype kMaxActBytes =
    960 * 1024; // all events of one act; goes as one push even when it does not pack

} // namespace ruhu
