// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/button.h>

#include <QKeyEvent>
#include <QStyle>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

QString sheetName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Plain:
        break;
    case ButtonKind::Primary:
        return u"primary"_s;
    case ButtonKind::Quiet:
        return u"quiet"_s;
    case ButtonKind::Danger:
        return u"danger"_s;
    }
    return u"plain"_s;
}

Role iconRole(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Plain:
        break;
    case ButtonKind::Primary:
        return Role::OnAccent;
    case ButtonKind::Quiet:
        return Role::Accent;
    case ButtonKind::Danger:
        return Role::Fail;
    }
    return Role::Text;
}

} // namespace

Button::Button(const QString &text, ButtonKind kind, QWidget *parent) : QPushButton(text, parent)
{
    setAutoDefault(false);
    setKind(kind);
}

void Button::setKind(ButtonKind kind)
{
    m_kind = kind;
    setProperty("ruhuKind", sheetName(kind));
    setCursor(kind == ButtonKind::Quiet ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (m_icon)
        setIconOf(*m_icon);
    style()->unpolish(this);
    style()->polish(this);
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QPushButton::keyPressEvent(event);
    else if (!event->isAutoRepeat())
        click();
}

void Button::setIconOf(Icon which)
{
    m_icon = which;
    setIcon(widgets::icon(which, iconRole(m_kind)));
}

} // namespace ruhu::widgets
