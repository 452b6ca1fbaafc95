// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "choice_button.h"

#include "paint.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace ruhu::widgets {
namespace {

constexpr int kLastDigit = 9;

} // namespace

ChoiceButton::ChoiceButton(const QString &text, int digit, QWidget *parent) : QRadioButton(text, parent), m_digit(digit)
{
    setAttribute(Qt::WA_Hover);
    setAccessibleName(text);
}

int ChoiceButton::digitWidth() const
{
    return m_digit > kLastDigit ? 0 : tokens::kSpace4 + tokens::kSpace1;
}

QSize ChoiceButton::sizeHint() const
{
    const int words = QFontMetrics(Theme::font(TextSize::Body, QFont::DemiBold)).horizontalAdvance(text());
    const int width = tokens::kSpace3 + tokens::kIndicator + tokens::kSpace2 + words + tokens::kSpace1 + digitWidth()
                      + tokens::kSpace3;
    return {width, tokens::kControlHeight};
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        event->ignore();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isChecked() || event->isAutoRepeat())
            event->ignore();
        else
            click();
        return;
    default:
        QRadioButton::keyPressEvent(event);
    }
}

void ChoiceButton::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    const bool on = isChecked();
    const bool hover = isEnabled() && (underMouse() || isDown());
    const Role line = !isEnabled() ? Role::Line : on ? Role::Accent : Role::LineStrong;
    paint::box(painter, rect(), Theme::color(on || hover ? Role::Selection : Role::SurfaceRaised), Theme::color(line));
    const QRect mark(tokens::kSpace3, (height() - tokens::kIndicator) / 2, tokens::kIndicator, tokens::kIndicator);
    paint::radioMark(painter, mark, option.state);
    const int x = mark.right() + 1 + tokens::kSpace2;
    const int right = width() - tokens::kSpace3 - digitWidth();
    paint::line(painter, QRect(x, 0, right - x, height()), text(),
                Theme::font(TextSize::Body, on ? QFont::DemiBold : QFont::Normal),
                Theme::color(isEnabled() ? Role::Text : Role::TextMuted));
    if (digitWidth() > 0)
        paint::line(painter, QRect(right, 0, digitWidth(), height()), QString::number(m_digit),
                    Theme::font(TextSize::Caption), Theme::color(Role::TextMuted), Qt::AlignRight | Qt::AlignVCenter);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paint::focusRing(painter, rect());
}

} // namespace ruhu::widgets
