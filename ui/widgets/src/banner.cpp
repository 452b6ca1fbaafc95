// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/banner.h>

#include <ruhu/widgets/button.h>
#include <ruhu/widgets/finding_chip.h>
#include <ruhu/widgets/text_label.h>

#include <QAccessible>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

Banner::Banner(QWidget *parent)
    : Surface(Role::InfoTint, Role::Info, parent),
      m_icon(new IconLabel(Icon::Info, Role::Info)),
      m_text(new TextLabel),
      m_code(new TextLabel({}, TextSize::Caption, Role::TextMuted)),
      m_action(new Button({})),
      m_close(new QToolButton)
{
    setObjectName(u"banner"_s);
    m_action->setObjectName(u"bannerAction"_s);
    m_text->setWrapping();
    m_code->setSelectable();
    m_close->setIcon(icon(Icon::Close, Role::TextMuted));
    m_close->setAccessibleName(tr("Hide this message"));
    m_close->setToolTip(tr("Hide"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::kSpace4, tokens::kSpace2, tokens::kSpace2, tokens::kSpace2);
    row->setSpacing(tokens::kSpace3);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_code);
    row->addWidget(m_action);
    row->addWidget(m_close);
    setMinimumHeight(tokens::kControlHeight + 2 * tokens::kSpace2);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    setAction({});
    setDismissible(false);
    setMessage(Severity::Info, {});
}

void Banner::setMessage(Severity severity, const QString &text, const QString &code)
{
    m_icon->setIcon(severityIcon(severity), textRole(severity));
    m_text->setText(text);
    m_code->setText(code);
    m_code->setVisible(!code.isEmpty());
    setGround(tintRole(severity));
    setLine(textRole(severity));
    setStripe(textRole(severity));
    setAccessibleName(tr("%1: %2").arg(severityWord(severity), text));
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
}

} // namespace ruhu::widgets
