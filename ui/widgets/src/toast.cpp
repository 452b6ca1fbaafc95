// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/toast.h>

#include <ruhu/widgets/text_label.h>

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

Toast::Toast(QWidget *host)
    : Surface(Role::SurfaceRaised, Role::LineStrong, host), m_text(new TextLabel), m_timer(new QTimer(this))
{
    Q_ASSERT(host);
    setObjectName(u"toast"_s);
    // It stands in nobody's way.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_timer->setSingleShot(true);
    m_timer->setInterval(tokens::kToastMs);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::kSpace4, tokens::kSpace2, tokens::kSpace4, tokens::kSpace2);
    row->setSpacing(tokens::kSpace3);
    row->addWidget(new IconLabel(Icon::Stored, Role::Ok));
    row->addWidget(m_text, 1);
    setMinimumHeight(tokens::kControlHeightTouch);
    connect(m_timer, &QTimer::timeout, this, &Toast::hide);
    host->installEventFilter(this);
    hide();
}

void Toast::showMessage(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    show();
    raise();
    place();
    m_timer->start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::place()
{
    const QRect area = parentWidget()->rect();
    const int limit = std::min(tokens::kToastMaxWidth, area.width() - 2 * tokens::kSpace4);
    const QSize size(std::min(sizeHint().width(), limit), std::max(sizeHint().height(), minimumHeight()));
    // At the right edge, above the actions: beside the content's column, over nothing that says why.
    setGeometry(QRect(QPoint(area.width() - size.width() - tokens::kSpace5,
                             area.height() - size.height() - tokens::kToastBottom),
                      size));
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return false;
}

} // namespace ruhu::widgets
