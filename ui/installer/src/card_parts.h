// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/widgets/button.h>
#include <ruhu/widgets/text_label.h>

#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ruhu::installer {

/// Small shared pieces of the cards, so that all of them look alike.

inline QVBoxLayout *columnIn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(widgets::tokens::kSpace2);
    return column;
}

/// Buttons of a card stand at its right edge.
inline QHBoxLayout *buttonRow(std::initializer_list<QWidget *> buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(widgets::tokens::kSpace2);
    row->addStretch(1);
    for (QWidget *button : buttons)
        row->addWidget(button);
    return row;
}

/// An input with its caption above; the caption is the accessible name.
inline QWidget *captioned(const QString &caption, QWidget *input)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(widgets::tokens::kSpace1);
    auto *label = new widgets::TextLabel(caption, widgets::TextSize::Caption, widgets::Role::TextMuted);
    label->setBuddy(input);
    input->setAccessibleName(caption);
    column->addWidget(label);
    column->addWidget(input);
    return box;
}

inline QLineEdit *lineEdit(const QString &name, const QString &placeholder = {})
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setPlaceholderText(placeholder);
    edit->setMinimumHeight(widgets::tokens::kControlHeight);
    if (!placeholder.isEmpty())
        edit->setAccessibleName(placeholder);
    return edit;
}

inline widgets::TextLabel *mutedLine(const QString &text)
{
    auto *label = new widgets::TextLabel(text, widgets::TextSize::Body, widgets::Role::TextMuted);
    label->setWrapping();
    return label;
}

/// Where an input keeps what is on its way to the store; StageView puts it back when it could not be kept.
inline constexpr char kSentProperty[] = "ruhuSent";

/// Empties the input: what is on its way is no draft any more.
inline QString sendOff(QLineEdit *edit)
{
    const QString text = edit->text();
    edit->setProperty(kSentProperty, text);
    edit->clear();
    return text.trimmed();
}
inline bool sendOff(QCheckBox *box)
{
    const bool checked = box->isChecked();
    box->setProperty(kSentProperty, checked);
    box->setChecked(false);
    return checked;
}

inline WallTime fromLocal(const QDateTime &time)
{
    return wallTimeFromMs(time.toMSecsSinceEpoch());
}
inline QDateTime toLocal(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time));
}

} // namespace ruhu::installer
