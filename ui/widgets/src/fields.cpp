// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields.h"

#include <ruhu/widgets/icons.h>
#include <ruhu/widgets/text_label.h>

#include <QAction>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ruhu::widgets {

QLineEdit *addField(QVBoxLayout *column, const QString &caption, const QString &name)
{
    auto *label = new TextLabel(caption, TextSize::Caption, Role::TextMuted);
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(caption);
    edit->setMinimumHeight(tokens::kControlHeight);
    label->setBuddy(edit);
    column->addWidget(label);
    column->addWidget(edit);
    column->addSpacing(tokens::kSpace1);
    return edit;
}

void makePassword(QLineEdit *edit, const QString &showText)
{
    edit->setEchoMode(QLineEdit::Password);
    QAction *eye = edit->addAction(icon(Icon::Lock, Role::TextMuted), QLineEdit::TrailingPosition);
    eye->setText(showText);
    eye->setToolTip(showText);
    eye->setCheckable(true);
    QObject::connect(eye, &QAction::toggled, edit,
                     [edit](bool shown) { edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
}

void makeNumber(QLineEdit *edit, const QString &showText)
{
    makePassword(edit, showText);
    edit->setInputMethodHints(edit->inputMethodHints() | Qt::ImhDigitsOnly);
}

QLineEdit *firstEmpty(std::initializer_list<QLineEdit *> edits)
{
    const auto *found =
        std::find_if(edits.begin(), edits.end(), [](QLineEdit *edit) { return edit->text().trimmed().isEmpty(); });
    return found == edits.end() ? nullptr : *found;
}

QLineEdit *addCodeField(QVBoxLayout *column, const QString &caption, const QString &name)
{
    auto *box = new QWidget;
    auto *inner = new QVBoxLayout(box);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(tokens::kSpace1);
    QLineEdit *edit = addField(inner, caption, name);
    edit->setInputMethodHints(Qt::ImhDigitsOnly);
    edit->setPlaceholderText(QString(6, u'0'));
    box->hide();
    column->addWidget(box);
    return edit;
}

void askForCode(QLineEdit *edit, bool asked)
{
    edit->clear();
    edit->parentWidget()->setVisible(asked);
}

bool isAboutCode(const presentation::Message &problem)
{
    return problem.code.contains(QLatin1String("second-factor-needed"))
           || problem.code.contains(QLatin1String("second-factor-wrong"));
}

QString takePassword(QLineEdit *edit)
{
    const QString text = edit->text();
    QString copy(text.constData(), text.size());
    auto *shared = const_cast<QChar *>(text.constData());
    std::fill(shared, shared + text.size(), QChar(u' '));
    edit->clear();
    return copy;
}

} // namespace ruhu::widgets
