// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/text_label.h>

#include <QPainter>
#include <QStyle>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

constexpr auto kRoleProperty = "ruhuRole";

QString sheetName(Role role)
{
    switch (role) {
    case Role::TextMuted:
        return u"muted"_s;
    case Role::Accent:
        return u"accent"_s;
    case Role::Ok:
        return u"ok"_s;
    case Role::Warn:
        return u"warn"_s;
    case Role::Fail:
        return u"fail"_s;
    case Role::Info:
        return u"info"_s;
    default:
        return {};
    }
}

} // namespace

TextLabel::TextLabel(const QString &text, TextSize size, Role role, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setSize(size);
    setRole(role);
}

void TextLabel::setRole(Role role)
{
    const QString name = sheetName(role);
    if (property(kRoleProperty).toString() == name)
        return;
    setProperty(kRoleProperty, name);
    style()->unpolish(this);
    style()->polish(this);
}

void TextLabel::setSize(TextSize size, QFont::Weight weight)
{
    setFont(Theme::font(size, weight));
}

void TextLabel::setWrapping()
{
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TextLabel::setSelectable()
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::ClickFocus); // in reach, but no stop on the way of the Tab key
}

IconLabel::IconLabel(Icon which, Role role, int size, QWidget *parent)
    : QWidget(parent), m_icon(which), m_role(role), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(Icon which, Role role)
{
    m_icon = which;
    m_role = role;
    update();
}

QSize IconLabel::sizeHint() const
{
    return {m_size, m_size};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    widgets::icon(m_icon, m_role).paint(&painter, rect());
}

} // namespace ruhu::widgets
