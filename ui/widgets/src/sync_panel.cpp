// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/sync_panel.h>

#include <ruhu/widgets/button.h>
#include <ruhu/widgets/surface.h>
#include <ruhu/widgets/text_label.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kPanelWidth = 400;
constexpr std::size_t kMostLines = 8;

} // namespace

SyncPanel::SyncPanel(QWidget *parent)
    : QFrame(parent, Qt::Popup),
      m_sentence(new TextLabel),
      m_detail(new TextLabel({}, TextSize::Body, Role::TextMuted)),
      m_code(new TextLabel({}, TextSize::Caption, Role::TextMuted)),
      m_last(new TextLabel({}, TextSize::Caption, Role::TextMuted)),
      m_lines(new QVBoxLayout),
      m_signIn(new Button(tr("Sign in"), ButtonKind::Primary)),
      m_syncNow(new Button(tr("Sync now"), ButtonKind::Primary))
{
    setObjectName(u"syncPanel"_s);
    setAccessibleName(tr("Sync"));
    setFixedWidth(kPanelWidth);
    m_sentence->setSize(TextSize::Emphasis, QFont::DemiBold);
    m_sentence->setObjectName(u"syncSentence"_s);
    m_detail->setObjectName(u"syncDetail"_s);
    m_code->setObjectName(u"syncCode"_s);
    m_code->setSelectable();
    m_signIn->setObjectName(u"syncSignInButton"_s);
    m_syncNow->setObjectName(u"syncNowButton"_s);
    for (TextLabel *label : {m_sentence, m_detail, m_last})
        label->setWrapping();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::kSpace4, tokens::kSpace4, tokens::kSpace4, tokens::kSpace4);
    column->setSpacing(tokens::kSpace2);
    column->addWidget(m_sentence);
    column->addWidget(m_detail);
    column->addWidget(m_code);
    column->addLayout(m_lines);
    column->addWidget(new Separator);
    auto *row = new QHBoxLayout;
    row->addWidget(m_last, 1);
    row->addWidget(m_signIn);
    row->addWidget(m_syncNow);
    column->addLayout(row);
    connect(m_syncNow, &QPushButton::clicked, this, &SyncPanel::syncRequested);
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT signInRequested();
    });
}

void SyncPanel::showStatus(const sync::Status &status, const std::vector<store::TicketRow> &rows, WallTime now)
{
    m_sentence->setText(presentation::syncText(status, now));
    m_detail->setText(presentation::syncDetailText(status, now));
    m_detail->setVisible(!m_detail->text().isEmpty());
    m_code->setText(presentation::syncCode(status));
    m_code->setVisible(!m_code->text().isEmpty());
    const bool signsIn = status.hold == sync::Hold::SignInNeeded;
    m_signIn->setVisible(signsIn);
    m_syncNow->setVisible(!signsIn); // one thing to do next
    m_last->setText(status.lastSuccess ? tr("Last complete sync %1").arg(presentation::dayTimeText(*status.lastSuccess))
                                       : tr("Not synced yet"));
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    std::size_t shown = 0;
    for (const store::TicketRow &row : rows) {
        if ((row.pending == 0 && row.refused == 0) || shown == kMostLines)
            continue;
        ++shown;
        auto *line = new Button(row.number + u" · "_s + presentation::ticketSyncText(row, status), ButtonKind::Quiet);
        connect(line, &QPushButton::clicked, this, [this, id = row.id] {
            hide();
            Q_EMIT ticketRequested(id);
        });
        m_lines->addWidget(line, 0, Qt::AlignLeft);
    }
    if (isVisible())
        fitHeight();
}

// adjustSize() asks the wrapping labels for their narrowest shape and leaves gaps.
void SyncPanel::fitHeight()
{
    layout()->activate();
    resize(kPanelWidth, layout()->totalHeightForWidth(kPanelWidth));
}

void SyncPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(Theme::color(Role::LineStrong));
    painter.setBrush(Theme::color(Role::SurfaceRaised));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void SyncPanel::popUpBelow(const QWidget *anchor)
{
    fitHeight();
    const QPoint corner = anchor->mapToGlobal(QPoint(anchor->width(), anchor->height()));
    move(corner.x() - width(), corner.y() + tokens::kSpace1);
    show();
    (m_syncNow->isHidden() ? m_signIn : m_syncNow)->setFocus();
}

} // namespace ruhu::widgets
