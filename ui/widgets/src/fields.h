// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/words.h>

#include <QString>

#include <initializer_list>

class QLineEdit;
class QVBoxLayout;

namespace ruhu::widgets {

/// A caption over an input; the caption is its buddy and its accessible name.
[[nodiscard]] QLineEdit *addField(QVBoxLayout *column, const QString &caption, const QString &name);
/// Masked, with a button that shows it, named `showText`.
void makePassword(QLineEdit *edit, const QString &showText);
/// The same for a number.
void makeNumber(QLineEdit *edit, const QString &showText);
/// The first one that nobody has filled in; nullptr when there is none.
[[nodiscard]] QLineEdit *firstEmpty(std::initializer_list<QLineEdit *> edits);
/// For a code of an authenticator app; hidden with its caption until it is asked for.
[[nodiscard]] QLineEdit *addCodeField(QVBoxLayout *column, const QString &caption, const QString &name);
void askForCode(QLineEdit *edit, bool asked = true);
/// Whether the office refused for want of a right code.
[[nodiscard]] bool isAboutCode(const presentation::Message &problem);
/// The text of a password field, wiped in place: overwriting before clear() leaves no copy behind.
[[nodiscard]] QString takePassword(QLineEdit *edit);

} // namespace ruhu::widgets
