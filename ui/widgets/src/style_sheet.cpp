// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style_sheet.h"

#include <ruhu/widgets/theme.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

constexpr std::pair<const char16_t *, Role> kNames[] = {{u"surface", Role::Surface},
                                                        {u"raised", Role::SurfaceRaised},
                                                        {u"selection", Role::Selection},
                                                        {u"line-strong", Role::LineStrong},
                                                        {u"line", Role::Line},
                                                        {u"text", Role::Text},
                                                        {u"muted", Role::TextMuted},
                                                        {u"accent-pressed", Role::AccentPressed},
                                                        {u"on-accent", Role::OnAccent},
                                                        {u"accent", Role::Accent},
                                                        {u"ok", Role::Ok},
                                                        {u"warn", Role::Warn},
                                                        {u"fail-tint", Role::FailTint},
                                                        {u"fail", Role::Fail},
                                                        {u"info", Role::Info},
                                                        {u"focus", Role::Focus}};

constexpr std::pair<const char16_t *, int> kLengths[] = {{u"radius-small", tokens::kRadiusSmall},
                                                         {u"radius", tokens::kRadius},
                                                         {u"height-small",
                                                          tokens::kControlHeightSmall - 2 * tokens::kLine},
                                                         {u"height", tokens::kControlHeight - 2 * tokens::kLine},
                                                         {u"s1", tokens::kSpace1},
                                                         {u"s2", tokens::kSpace2},
                                                         {u"s3", tokens::kSpace3},
                                                         {u"s4", tokens::kSpace4},
                                                         {u"ring-gap", tokens::kSpace3 - tokens::kLine},
                                                         {u"ring", tokens::kFocusRing},
                                                         {u"scroll-min", tokens::kScrollHandleMin},
                                                         {u"scroll-round", tokens::kScrollBar / 2 - tokens::kSpace0},
                                                         {u"scroll-gap", tokens::kSpace0},
                                                         {u"scroll", tokens::kScrollBar},
                                                         {u"hair", tokens::kLine},
                                                         {u"icon", tokens::kIcon},
                                                         {u"menu", tokens::kIcon + tokens::kSpace4}};

QString buttons()
{
    return uR"(
QPushButton { background: @raised; color: @text; border: $hairpx solid @line-strong; border-radius: $radiuspx;
  min-height: $heightpx; padding: 0 $s4px; }
QPushButton:hover { background: @selection; }
QPushButton:pressed { background: @selection; border-color: @accent; }
QPushButton:checked { background: @selection; border-color: @accent; }
QPushButton:disabled { background: @surface; color: @muted; border-color: @line; }
QPushButton[ruhuKind="primary"] { background: @accent; color: @on-accent; border-color: @accent; font-weight: 600; }
QPushButton[ruhuKind="primary"]:hover, QPushButton[ruhuKind="primary"]:pressed { background: @accent-pressed; border-color: @accent-pressed; }
QPushButton[ruhuKind="primary"]:disabled { background: @surface; color: @muted; border-color: @line; }
QPushButton[ruhuKind="quiet"] { background: transparent; color: @accent; border-color: transparent; padding: 0 $s2px;
  min-height: $height-smallpx; }
QPushButton[ruhuKind="quiet"]:hover { background: @selection; }
QPushButton[ruhuKind="quiet"]:disabled { color: @muted; }
QPushButton[ruhuKind="danger"] { background: @raised; color: @fail; border-color: @fail; }
QPushButton[ruhuKind="danger"]:hover, QPushButton[ruhuKind="danger"]:pressed { background: @fail-tint; }
QPushButton[ruhuKind="danger"]:disabled { color: @muted; border-color: @line; }
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: $s3px;
  width: $iconpx; height: $iconpx; }
QPushButton[ruhuMenu="true"] { padding-right: $menupx; }
QToolButton { background: transparent; color: @text; border: $hairpx solid transparent; border-radius: $radiuspx;
  padding: $s1px $s2px; min-height: $height-smallpx; }
QToolButton:hover, QToolButton:checked { background: @selection; }
QToolButton:checked { color: @accent; }
QToolButton:disabled { color: @muted; }
)"_s;
}

// No colour for the text itself: a sheet that sets it also fades the placeholder below what reads.
QString fields()
{
    return uR"(
QLineEdit { background: @raised; border: $hairpx solid @line-strong;
  border-radius: $radiuspx; min-height: $heightpx; padding: 0 $s3px; selection-background-color: @accent;
  selection-color: @on-accent; }
QPlainTextEdit, QTextEdit { background: @raised; border: $hairpx solid @line-strong;
  border-radius: $radiuspx; padding: $s2px; selection-background-color: @accent; selection-color: @on-accent; }
QLineEdit QToolButton { min-height: 0; padding: 0; border: none; }
QLineEdit:focus { border: $ringpx solid @focus; padding: 0 $ring-gappx;
  min-height: $height-innerpx; }
QPlainTextEdit:focus, QTextEdit:focus { border: $ringpx solid @focus; }
QLineEdit:disabled { background: @surface; color: @muted; border-color: @line; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; background: transparent; min-height: 0; padding: 0; }
QComboBox QAbstractItemView { background: @raised; border: $hairpx solid @line-strong; selection-background-color: @selection;
  selection-color: @text; outline: none; }
)"_s;
}

QString views()
{
    return uR"(
QMainWindow, QDialog { background: @surface; }
QLabel { background: transparent; }
QLabel[ruhuRole="muted"] { color: @muted; }
QLabel[ruhuRole="accent"] { color: @accent; }
QLabel[ruhuRole="ok"] { color: @ok; }
QLabel[ruhuRole="warn"] { color: @warn; }
QLabel[ruhuRole="fail"] { color: @fail; }
QLabel[ruhuRole="info"] { color: @info; }
QScrollArea, QScrollArea > QWidget > QWidget[ruhuPage="true"] { background: transparent; border: none; }
QAbstractItemView { background: @raised; alternate-background-color: @surface; color: @text; border: none; outline: none;
  selection-background-color: @selection; selection-color: @text; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: $hairpx solid @line; padding: $s2px; }
QMenu { background: @raised; color: @text; border: $hairpx solid @line-strong; border-radius: $radius-smallpx; padding: $s1px; }
QMenu::item { padding: $s2px $s4px; border-radius: $radius-smallpx; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: $hairpx; background: @line; margin: $s1px $s2px; }
QToolTip { background: @raised; color: @text; border: $hairpx solid @line-strong; padding: $s1px; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: $scrollpx; }
QScrollBar:horizontal { height: $scrollpx; }
QScrollBar::handle { background: @line-strong; border-radius: $scroll-roundpx; margin: $scroll-gappx; }
QScrollBar::handle:vertical { min-height: $scroll-minpx; }
QScrollBar::handle:horizontal { min-width: $scroll-minpx; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: $ringpx solid transparent; padding: $s2px $s4px; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover, QTabBar::tab:focus { color: @accent; }
QTabWidget::pane { border: none; border-top: $hairpx solid @line; }
QProgressBar { background: @line; border: none; border-radius: $radius-smallpx; max-height: $s2px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: $radius-smallpx; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: $hairpx; }
QSplitter::handle:vertical { height: $hairpx; }
QStatusBar::item { border: none; }
)"_s;
}

} // namespace

QString makeStyleSheet()
{
    QString sheet = buttons() + fields() + views();
    sheet.replace(u"$height-innerpx"_s, QString::number(tokens::kControlHeight - 2 * tokens::kFocusRing) + u"px"_s);
    for (const auto &[name, length] : kLengths)
        sheet.replace(u'$' + QString::fromUtf16(name) + u"px"_s, QString::number(length) + u"px"_s);
    for (const auto &[name, role] : kNames) {
        // Only whole names: "@line" must not eat the start of "@line-strong", which comes first.
        sheet.replace(u'@' + QString::fromUtf16(name), Theme::color(role).name());
    }
    return sheet;
}

} // namespace ruhu::widgets
