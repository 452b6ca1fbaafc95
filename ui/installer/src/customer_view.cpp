// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "customer_view.h"

#include "card_parts.h"
#include "strokes.h"

#include <ruhu/domain/names.h>
#include <ruhu/presentation/words.h>
#include <ruhu/widgets/banner.h>
#include <ruhu/widgets/choice_field.h>
#include <ruhu/widgets/looks.h>
#include <ruhu/widgets/surface.h>

#include <QScrollArea>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;
namespace tokens = widgets::tokens;
using widgets::Button;
using widgets::ButtonKind;

constexpr QSize kSheet(640, 420);

widgets::TextLabel *large(const QString &text, widgets::Role role = widgets::Role::Text)
{
    auto *label = new widgets::TextLabel(text, widgets::TextSize::Title, role);
    label->setWrapping();
    return label;
}

} // namespace

CustomerView::CustomerView(presentation::FieldClient &client, const Clock &clock,
                           std::shared_ptr<const presentation::TicketPage> page, QWidget *parent)
    : QDialog(parent), m_client(client), m_clock(clock), m_page(std::move(page))
{
    setObjectName(u"customerView"_s);
    setWindowTitle(tr("For the customer"));
    auto *content = new QWidget;
    content->setMaximumWidth(tokens::kContentColumn);
    QVBoxLayout *column = columnIn(content);
    column->setSpacing(tokens::kSpace4);
    column->addWidget(makeStory());
    column->addWidget(new widgets::Separator);
    column->addWidget(makeSigning());
    auto *centred = new QWidget;
    auto *row = new QHBoxLayout(centred);
    row->setContentsMargins(tokens::kSpace6, tokens::kSpace5, tokens::kSpace6, tokens::kSpace5);
    row->addStretch(1);
    row->addWidget(content, 8);
    row->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(centred);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&m_client, &presentation::FieldClient::acted, this,
            [this](quint64 request, TicketId, const presentation::ActOutcome &outcome,
                   const std::optional<Error> &error) { onActed(request, outcome, error); });
}

QWidget *CustomerView::makeStory() const
{
    auto *story = new QWidget;
    QVBoxLayout *column = columnIn(story);
    const domain::Ticket &ticket = m_page->ticket;
    column->addWidget(
        new widgets::TextLabel(ticket.order.number, widgets::TextSize::Caption, widgets::Role::TextMuted));
    auto *title = large(tr("What was done at your home"));
    title->setSize(widgets::TextSize::Number, QFont::DemiBold);
    column->addWidget(title);
    column->addWidget(large(u"%1 · %2"_s.arg(presentation::kindText(ticket.order.kind), ticket.order.product)));
    column->addWidget(large(ticket.order.division + ticket.order.address, widgets::Role::TextMuted));
    if (ticket.arrival)
        column->addWidget(large(tr("Arrived %1").arg(presentation::dayTimeText(ticket.arrival->stamp.wall)),
                                widgets::Role::TextMuted));
    for (const auto &[id, fact] : ticket.readings) {
        const domain::Measure *measure = m_page->catalogue ? m_page->catalogue->measure(id) : nullptr;
        if (!measure)
            continue;
        auto *row = new QHBoxLayout;
        row->addWidget(large(presentation::pick(measure->title)), 1);
        row->addWidget(new widgets::TextLabel(presentation::valueText(fact.reading.value, *measure),
                                              widgets::TextSize::Title, widgets::Role::Text));
        row->addWidget(new widgets::TextLabel(presentation::verdictText(fact.reading.verdict),
                                              widgets::TextSize::Emphasis, widgets::verdictRole(fact.reading.verdict)));
        column->addLayout(row);
    }
    for (const domain::MovedItem &moved : ticket.movedItems) {
        const QString state = moved.restored ? tr("back in place") : tr("not back yet");
        column->addWidget(large(u"%1: %2"_s.arg(moved.item.label, state)));
    }
    return story;
}

QWidget *CustomerView::makeSigning()
{
    auto *box = new QWidget;
    QVBoxLayout *column = columnIn(box);
    column->addWidget(large(tr("Are you satisfied with the visit?")));
    m_rating = new widgets::ChoiceField;
    m_rating->setObjectName(u"customerRating"_s);
    using domain::Rating;
    std::vector<widgets::ChoiceOption> options;
    for (const Rating value : {Rating::Satisfied, Rating::Neutral, Rating::Dissatisfied, Rating::Declined})
        options.push_back({domain::toName(value), presentation::ratingText(value), value == Rating::Dissatisfied,
                           tr("What went wrong?")});
    m_rating->setOptions(options);
    if (m_page->ticket.rating)
        m_rating->setChosen(domain::toName(m_page->ticket.rating->rating.rating), m_page->ticket.rating->rating.reason);
    column->addWidget(m_rating);
    column->addWidget(large(tr("Please sign if everything above is right.")));
    m_pad = new widgets::SignaturePad(m_clock);
    m_pad->setObjectName(u"customerPad"_s);
    m_pad->setCaption(m_page->ticket.order.customerName);
    column->addWidget(m_pad);
    m_banner = new widgets::Banner;
    m_banner->setObjectName(u"customerBanner"_s);
    m_banner->hide();
    column->addWidget(m_banner);
    auto *back = new Button(tr("Back"), ButtonKind::Quiet);
    back->setObjectName(u"customerBack"_s);
    m_sign = new Button(tr("I agree and sign"), ButtonKind::Primary);
    m_sign->setObjectName(u"customerSign"_s);
    m_sign->setMinimumHeight(tokens::kControlHeightTouch);
    column->addLayout(buttonRow({back, m_sign}));
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_sign, &QPushButton::clicked, this, &CustomerView::submit);
    return box;
}

void CustomerView::submit()
{
    const auto rating = domain::fromName<domain::Rating>(m_rating->chosenId());
    if (!rating || !m_rating->isComplete()) {
        complain(tr("Please choose how satisfied you are."));
        return;
    }
    if (m_pad->isEmpty()) {
        complain(tr("Please sign in the field above."));
        return;
    }
    m_banner->hide();
    m_sign->setEnabled(false);
    const domain::RatingGiven given{*rating, m_rating->note()};
    if (m_page->ticket.rating && m_page->ticket.rating->rating == given) {
        giveSignature(given);
        return;
    }
    m_given = given;
    m_ratingRequest = m_client.act(m_page->ticket.id, given);
}

/// Signs what this view shows, the rating just given included; whatever a sync brought meanwhile is not in it.
void CustomerView::giveSignature(const domain::RatingGiven &given)
{
    domain::Ticket shown = m_page->ticket;
    shown.rating = domain::RatingFact{{}, given};
    m_signRequest =
        m_client.sign(shown.id, domain::SignerRole::Customer, shown.order.customerName, domainStrokes(m_pad->strokes()),
                      presentation::contentHashOf(shown, *m_page->catalogue));
}

void CustomerView::onActed(quint64 request, const presentation::ActOutcome &outcome, const std::optional<Error> &error)
{
    if (request != m_ratingRequest && request != m_signRequest)
        return;
    if (error || outcome.refusal) {
        m_sign->setEnabled(true);
        complain(error ? presentation::oneLine(presentation::messageFor(*error))
                       : presentation::refusalText(*outcome.refusal, m_page->catalogue, m_page->ticket));
        return;
    }
    if (request == m_ratingRequest) {
        m_ratingRequest = 0;
        giveSignature(m_given);
        return;
    }
    accept();
}

void CustomerView::complain(const QString &words)
{
    m_banner->setMessage(widgets::Severity::Warn, words);
    m_banner->show();
}

SignatureDialog::SignatureDialog(const Clock &clock, const QString &name, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"signatureDialog"_s);
    setWindowTitle(tr("Sign as technician"));
    resize(kSheet);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::kSpace5, tokens::kSpace5, tokens::kSpace5, tokens::kSpace4);
    column->addWidget(mutedLine(tr("You confirm that everything on this work order is true.")));
    auto *pad = new widgets::SignaturePad(clock);
    pad->setObjectName(u"technicianPad"_s);
    pad->setCaption(name);
    column->addWidget(pad, 1);
    auto *cancel = new Button(tr("Cancel"), ButtonKind::Quiet);
    auto *sign = new Button(tr("Sign"), ButtonKind::Primary);
    cancel->setObjectName(u"technicianCancel"_s);
    sign->setObjectName(u"technicianSign"_s);
    sign->setEnabled(false);
    column->addLayout(buttonRow({cancel, sign}));
    connect(pad, &widgets::SignaturePad::changed, sign, [pad, sign] { sign->setEnabled(!pad->isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(sign, &QPushButton::clicked, this, [this, pad] {
        Q_EMIT given(pad->strokes());
        accept();
    });
}

} // namespace ruhu::installer
