// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/sync_mark.h>

#include "paint.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

Icon syncIcon(SyncState state)
{
    switch (state) {
    case SyncState::Stored:
        break;
    case SyncState::Waiting:
        return Icon::Waiting;
    case SyncState::Sending:
        return Icon::Sending;
    case SyncState::Offline:
        return Icon::Offline;
    case SyncState::NeedsYou:
        return Icon::NeedsYou;
    }
    return Icon::Stored;
}

Role syncRole(SyncState state)
{
    switch (state) {
    case SyncState::Stored:
        break;
    case SyncState::Waiting:
        return Role::TextMuted;
    case SyncState::Sending:
        return Role::Info;
    case SyncState::Offline:
        return Role::Warn;
    case SyncState::NeedsYou:
        return Role::Fail;
    }
    return Role::Ok;
}

QString SyncMark::stateName() const
{
    switch (m_state) {
    case SyncState::Stored:
        break;
    case SyncState::Waiting:
        return u"waiting"_s;
    case SyncState::Sending:
        return u"sending"_s;
    case SyncState::Offline:
        return u"offline"_s;
    case SyncState::NeedsYou:
        return u"needs-you"_s;
    }
    return u"stored"_s;
}

SyncMark::SyncMark(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(u"syncMark"_s);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void SyncMark::setSync(SyncState state, const QString &sentence)
{
    m_state = state;
    setText(sentence);
    setAccessibleName(tr("Sync: %1").arg(sentence));
    setToolTip(tr("Show what is stored and what is waiting"));
    updateGeometry();
    update();
}

QSize SyncMark::sizeHint() const
{
    const int words = QFontMetrics(Theme::font(TextSize::Body)).horizontalAdvance(text());
    return {words + tokens::kIcon + tokens::kSpace2 + 2 * tokens::kSpace2, tokens::kControlHeight};
}

void SyncMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse() || isDown())
        paint::box(painter, rect(), Theme::color(Role::Selection), Theme::color(Role::Selection));
    const QRect mark(tokens::kSpace2, (height() - tokens::kIcon) / 2, tokens::kIcon, tokens::kIcon);
    widgets::icon(syncIcon(m_state), syncRole(m_state)).paint(&painter, mark);
    const int x = mark.right() + 1 + tokens::kSpace2;
    paint::line(painter, QRect(x, 0, width() - x - tokens::kSpace1, height()), text(), Theme::font(TextSize::Body),
                Theme::color(m_state == SyncState::NeedsYou ? Role::Fail : Role::Text));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paint::focusRing(painter, rect());
}

} // namespace ruhu::widgets
