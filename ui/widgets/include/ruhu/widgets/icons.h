// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/tokens.h>

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace ruhu::widgets {

/// The icon set: 20 px grid, 1.5 px strokes, resources/icons/<name>.svg.
enum class Icon {
    // Phases of a visit
    Book,
    Prepare,
    Travel,
    Door,
    Work,
    Test,
    Clean,
    Handover,
    Sign,
    // Services
    Fibre,
    Lan,
    Dsl,
    Tv,
    Phone,
    Wifi,
    // Sync states
    Stored,
    Waiting,
    Sending,
    Offline,
    NeedsYou,
    // Findings
    Info,
    Warn,
    Fail,
    // Papers and acts
    Print,
    Pdf,
    Photo,
    Camera,
    Search,
    Copy,
    Check,
    Correct,
    Return,
    User,
    Settings,
    Lock,
    Clock,
    // Controls
    Close,
    Plus,
    ChevronDown,
    ChevronRight,
    Pin,
};
inline constexpr int kIconCount = 41;

/// File name without folder and ending, e.g. "needs-you".
[[nodiscard]] QString iconName(Icon which);

/// An icon in the colour of a role. It follows theme changes and screen density by itself; cheap to copy.
[[nodiscard]] QIcon icon(Icon which, Role role = Role::Text);

/// For delegates: a cached pixmap of `size` device-independent pixels in the present theme.
[[nodiscard]] QPixmap iconPixmap(Icon which, Role role, int size, double scale);

} // namespace ruhu::widgets
