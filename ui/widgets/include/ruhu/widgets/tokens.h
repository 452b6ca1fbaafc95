// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>
#include <QtGlobal>

#include <array>
#include <cstddef>

/// Every measure and colour of the design system. Lengths are device-independent pixels; a screen that
/// needs a number takes it from here or adds it here.
namespace ruhu::widgets::tokens {

// Spacing scale.
inline constexpr int kSpace0 = 2; // hairline gaps inside one control only
inline constexpr int kSpace1 = 4;
inline constexpr int kSpace2 = 8;
inline constexpr int kSpace3 = 12;
inline constexpr int kSpace4 = 16;
inline constexpr int kSpace5 = 24;
inline constexpr int kSpace6 = 32;

// Shape.
inline constexpr int kRadius = 8;
inline constexpr int kRadiusSmall = 4;
inline constexpr int kLine = 1;
inline constexpr int kLineStrong = 2;
inline constexpr int kFocusRing = 2;
inline constexpr int kStripe = 4; // the coloured edge of banners and returned cards
inline constexpr double kStroke = 1.5; // of icons and drawn marks

// Controls and columns.
inline constexpr int kControlHeight = 36;
inline constexpr int kControlHeightTouch = 44;
inline constexpr int kControlHeightSmall = 28;
inline constexpr int kContentColumn = 760;
inline constexpr int kListColumn = 300;
inline constexpr int kIconSmall = 16;
inline constexpr int kIcon = 20;
inline constexpr int kIconLarge = 48;
inline constexpr int kIndicator = 18; // radio buttons and check boxes
inline constexpr int kScrollBar = 12;
inline constexpr int kScrollHandleMin = 32;
inline constexpr int kWindowMinWidth = 1024;
inline constexpr int kWindowMinHeight = 640;

// Components.
inline constexpr int kRailMark = 22;
inline constexpr int kRailDot = 8;
inline constexpr int kRailItemMinWidth = 64;
inline constexpr int kBandHeight = 12;
inline constexpr int kBandWarnHeight = 8; // a narrower zone is a worse one, so colour is not alone
inline constexpr int kBandFailHeight = 4;
inline constexpr int kBandMarker = 7;
inline constexpr int kNumberFieldWidth = 148;
inline constexpr int kNumberFieldHeight = 52;
inline constexpr int kThumbWidth = 128;
inline constexpr int kThumbHeight = 96;
inline constexpr int kCameraWidth = 760;
inline constexpr int kCameraHeight = 600;
inline constexpr int kSignatureWidth = 540;
inline constexpr int kSignatureAspect = 3; // the pad is three times as wide as it is high
inline constexpr int kSignatureBasePercent = 72;
inline constexpr double kInkMin = 1.4;
inline constexpr double kInkMax = 3.4;
inline constexpr int kListRow = 60;
inline constexpr int kListSection = 32;
inline constexpr int kListTimeColumn = 60;
inline constexpr int kTimelineRow = 56;
inline constexpr int kPaletteWidth = 560;
inline constexpr int kPaletteTop = 72;
inline constexpr int kPaletteRow = 48;
inline constexpr int kPaletteRowsShown = 8;
inline constexpr int kToastMaxWidth = 520;
inline constexpr int kToastBottom = 68; // above the action bar
inline constexpr int kToastMs = 2500; // long enough to read
inline constexpr int kNoteMinWidth = 240;

// Type scale, pixels. Weights: QFont::Normal and QFont::DemiBold.
inline constexpr int kTextCaption = 12;
inline constexpr int kTextBody = 14;
inline constexpr int kTextEmphasis = 16;
inline constexpr int kTextTitle = 20;
inline constexpr int kTextNumber = 28;

} // namespace ruhu::widgets::tokens

namespace ruhu::widgets {

/// What a colour is for. Tints are the quiet grounds behind a finding of that severity.
enum class Role {
    Surface,
    SurfaceRaised,
    Selection,
    OkTint,
    WarnTint,
    FailTint,
    InfoTint,
    Line, // separators; carries no meaning alone
    LineStrong, // outlines of controls, at least 3:1 on every surface
    Text,
    TextMuted,
    Accent,
    AccentPressed,
    OnAccent,
    Ok,
    Warn,
    Fail,
    Info,
    Focus,
};
inline constexpr std::size_t kRoleCount = 19;

namespace tokens {

using ColourTable = std::array<QRgb, kRoleCount>;

// Order of enum Role.
inline constexpr ColourTable kLight = {0xFFF4F6F6, 0xFFFFFFFF, 0xFFDDEFED, 0xFFE4F3E7, 0xFFFDF1DA,
                                       0xFFFBE7E5, 0xFFE5EFFA, 0xFFD8DEE0, 0xFF7A858A, 0xFF14191B,
                                       0xFF515C61, 0xFF0A6E69, 0xFF075550, 0xFFFFFFFF, 0xFF1B6A2E,
                                       0xFF835000, 0xFFAB231C, 0xFF1B59A0, 0xFF1A5FD0};
inline constexpr ColourTable kDark = {0xFF14191B, 0xFF1D2427, 0xFF163936, 0xFF16301D, 0xFF35280F,
                                      0xFF3B1B19, 0xFF172A40, 0xFF364045, 0xFF7C8A90, 0xFFE9EEEF,
                                      0xFFA6B3B8, 0xFF4FC4BC, 0xFF7FDAD4, 0xFF06201E, 0xFF6CCB81,
                                      0xFFF0B354, 0xFFFF8A80, 0xFF8AB8F5, 0xFF9CC4FF};
inline constexpr ColourTable kHighContrast = {0xFF000000, 0xFF000000, 0xFF003B38, 0xFF000000, 0xFF000000,
                                              0xFF000000, 0xFF000000, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF,
                                              0xFFE6E6E6, 0xFF00FFF0, 0xFF8CFFF8, 0xFF000000, 0xFF5CFF7A,
                                              0xFFFFD400, 0xFFFF8A8A, 0xFF7FD4FF, 0xFFFFFF00};

// WCAG 2 level AA, text and non-text.
inline constexpr double kContrastText = 4.5;
inline constexpr double kContrastShape = 3.0;

} // namespace tokens
} // namespace ruhu::widgets
