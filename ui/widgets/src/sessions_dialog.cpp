// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/sessions_dialog.h>

#include <ruhu/widgets/banner.h>
#include <ruhu/widgets/button.h>
#include <ruhu/widgets/surface.h>
#include <ruhu/widgets/text_label.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kSessionsWidth = 520;

} // namespace

SessionsDialog::SessionsDialog(QWidget *parent)
    : QDialog(parent),
      m_banner(new Banner),
      m_waiting(new TextLabel(tr("Asking the office …"), TextSize::Body, Role::TextMuted)),
      m_list(new QWidget),
      m_lines(new QVBoxLayout(m_list))
{
    setObjectName(u"sessionsDialog"_s);
    setWindowTitle(tr("Where I am signed in"));
    setFixedWidth(kSessionsWidth);
    m_banner->setObjectName(u"sessionsBanner"_s);
    m_banner->hide();
    m_waiting->setObjectName(u"sessionsWaiting"_s);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(tokens::kSpace3);
    auto *hint =
        new TextLabel(tr("Sign out where you do not work. What was recorded there stays there and is sent after "
                         "the next sign-in on that laptop."),
                      TextSize::Body, Role::TextMuted);
    hint->setWrapping();
    auto *close = new Button(tr("Close"));
    close->setObjectName(u"sessionsClose"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::kSpace5, tokens::kSpace5, tokens::kSpace5, tokens::kSpace4);
    column->setSpacing(tokens::kSpace3);
    column->addWidget(hint);
    column->addWidget(m_banner);
    column->addWidget(m_waiting);
    column->addWidget(m_list);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void SessionsDialog::showEvent(QShowEvent *event)
{
    fit();
    QDialog::showEvent(event);
}

void SessionsDialog::fit()
{
    setFixedHeight(layout()->totalHeightForWidth(kSessionsWidth));
}

QWidget *SessionsDialog::makeLine(const presentation::OwnSession &session)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::kSpace3);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    const QString name = session.deviceName.isEmpty() ? tr("Laptop without a name") : session.deviceName;
    words->addWidget(new TextLabel(name, TextSize::Emphasis));
    words->addWidget(
        new TextLabel(tr("Signed in %1, until %2")
                          .arg(presentation::dayTimeText(session.signedIn), presentation::dayTimeText(session.expires)),
                      TextSize::Body, Role::TextMuted));
    row->addLayout(words, 1);
    if (session.isHere) {
        row->addWidget(new TextLabel(tr("This laptop"), TextSize::Body, Role::TextMuted));
        return line;
    }
    auto *end = new Button(tr("Sign out"));
    end->setObjectName(u"endSession_"_s + session.device.toString());
    end->setAccessibleName(tr("Sign out on %1").arg(name));
    connect(end, &QPushButton::clicked, this, [this, device = session.device] {
        m_list->setEnabled(false);
        m_waiting->show();
        fit();
        Q_EMIT endRequested(device);
    });
    row->addWidget(end);
    return line;
}

void SessionsDialog::showSessions(const std::vector<presentation::OwnSession> &sessions)
{
    m_banner->hide();
    m_waiting->hide();
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const presentation::OwnSession &session : sessions) {
        QWidget *line = makeLine(session);
        m_lines->addWidget(line);
        line->show(); // at once, so that the height counts it
    }
    m_lines->activate();
    m_list->setEnabled(true);
    fit();
}

void SessionsDialog::showProblem(const presentation::Message &problem)
{
    m_waiting->hide();
    m_list->setEnabled(true);
    m_banner->setMessage(Severity::Fail, presentation::oneLine(problem), problem.code);
    m_banner->show();
    fit();
}

} // namespace ruhu::widgets
