// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "card_parts.h"
#include "cards.h"

#include <ruhu/domain/names.h>
#include <ruhu/widgets/step_card.h>

#include <QCheckBox>
#include <QCoreApplication>

#include <algorithm>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::ButtonKind;

struct ClosingWords {
    Q_DECLARE_TR_FUNCTIONS(ruhu::installer::ClosingCards)
};

QString nextItemId(const domain::Ticket &ticket)
{
    return u"i%1"_s.arg(ticket.movedItems.size() + 1);
}

QString signatureLine(const presentation::TicketPage &page, domain::SignerRole role)
{
    const auto it = page.ticket.signatures.find(role);
    if (it == page.ticket.signatures.end())
        return {};
    const QString when = presentation::dayTimeText(it->second.stamp.wall);
    const bool again = role == domain::SignerRole::Technician && it->second.beforeReturn;
    if (page.ticket.isFresh(role) && again)
        return ClosingWords::tr("%1 signed %2, before the ticket was sent back.").arg(it->second.signature.name, when);
    if (page.ticket.isFresh(role))
        return ClosingWords::tr("%1 signed %2").arg(it->second.signature.name, when);
    return ClosingWords::tr("%1 signed %2. Facts changed since then, so the signature no longer covers them.")
        .arg(it->second.signature.name, when);
}

void addSignatureLine(QVBoxLayout *column, const presentation::TicketPage &page, domain::SignerRole role)
{
    const QString words = signatureLine(page, role);
    if (words.isEmpty())
        return;
    auto *label = mutedLine(words);
    label->setObjectName(u"signatureLine:"_s + domain::toName(role));
    if (!page.ticket.isFresh(role))
        label->setRole(widgets::Role::Warn);
    column->addWidget(label);
}

} // namespace

QWidget *makeItemsBody(const domain::Step &step, const Page &page, const CardActions &actions)
{
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    const bool closing = page->ticket.state >= domain::State::Tested;
    for (const domain::MovedItem &moved : page->ticket.movedItems) {
        auto *row = new QHBoxLayout;
        row->addWidget(new widgets::TextLabel(moved.item.label), 1);
        if (moved.restored) {
            row->addWidget(
                new widgets::TextLabel(ClosingWords::tr("back in place"), widgets::TextSize::Body, widgets::Role::Ok));
        } else {
            auto *restore = new Button(ClosingWords::tr("Put back"));
            restore->setObjectName(u"restore:"_s + moved.item.item);
            row->addWidget(restore);
            QObject::connect(restore, &QPushButton::clicked, body,
                             [actions, id = moved.item.item] { actions.propose(domain::ItemRestored{id}); });
        }
        column->addLayout(row);
    }
    if (closing)
        return body;
    auto *what = lineEdit(u"itemLabel"_s, ClosingWords::tr("What is moved, and from where"));
    auto *consent = new QCheckBox(ClosingWords::tr("The customer agreed first"));
    consent->setObjectName(u"itemConsent"_s);
    auto *add = new Button(ClosingWords::tr("Add to the list"));
    add->setObjectName(u"itemAdd"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(what, 1);
    row->addWidget(consent);
    row->addWidget(add);
    column->addLayout(row);
    add->setEnabled(false);
    const auto complete = [add, what, consent] {
        add->setEnabled(consent->isChecked() && !what->text().trimmed().isEmpty());
    };
    QObject::connect(what, &QLineEdit::textChanged, add, complete);
    QObject::connect(consent, &QCheckBox::toggled, add, complete);
    const auto send = [actions, what, consent, id = nextItemId(page->ticket)] {
        const QString label = sendOff(what);
        actions.propose(domain::ItemMoved{id, label, sendOff(consent)});
    };
    QObject::connect(add, &QPushButton::clicked, body, send);
    Q_UNUSED(step)
    return body;
}

QWidget *makeCustomerBody(const Page &page, const CardActions &actions)
{
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    column->addWidget(mutedLine(
        ClosingWords::tr("Turn the laptop round. The customer reads what was done, rates the visit and signs.")));
    if (page->ticket.rating) {
        const domain::RatingGiven &rating = page->ticket.rating->rating;
        QString words = ClosingWords::tr("Rating: %1").arg(presentation::ratingText(rating.rating));
        if (!rating.reason.isEmpty())
            words += u" — "_s + rating.reason;
        column->addWidget(mutedLine(words));
    }
    addSignatureLine(column, *page, domain::SignerRole::Customer);
    auto *show =
        new Button(ClosingWords::tr("Show to the customer"),
                   page->ticket.isFresh(domain::SignerRole::Customer) ? ButtonKind::Plain : ButtonKind::Primary);
    show->setObjectName(u"showCustomer"_s);
    show->setIconOf(widgets::Icon::Sign);
    column->addLayout(buttonRow({show}));
    QObject::connect(show, &QPushButton::clicked, body, [actions] { actions.showCustomer(); });
    return body;
}

QWidget *makeTechnicianBody(const Page &page, const CardActions &actions)
{
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    addSignatureLine(column, *page, domain::SignerRole::Technician);
    auto *sign = new Button(ClosingWords::tr("Sign as technician"));
    sign->setObjectName(u"signTechnician"_s);
    sign->setIconOf(widgets::Icon::Sign);
    column->addLayout(buttonRow({sign}));
    QObject::connect(sign, &QPushButton::clicked, body, [actions] { actions.signAsTechnician(); });
    return body;
}

QWidget *makeGateCard(const Page &page, const std::function<void(const QString &)> &goTo)
{
    auto *card = new widgets::StepCard(ClosingWords::tr("May I leave?"));
    card->setObjectName(u"gateCard"_s);
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    for (const domain::OpenItem &item : page->open) {
        auto *line = new Button(presentation::openItemText(item, page->catalogue, page->ticket), ButtonKind::Quiet);
        line->setObjectName(u"open:"_s + item.step);
        line->setIconOf(item.gate == domain::Gate::Block ? widgets::Icon::Fail : widgets::Icon::Warn);
        column->addWidget(line, 0, Qt::AlignLeft);
        QObject::connect(line, &QPushButton::clicked, card, [goTo, step = item.step] { goTo(step); });
    }
    if (page->open.empty()) {
        auto *free = mutedLine(ClosingWords::tr("Nothing is open. You may sign off and leave."));
        free->setObjectName(u"gateEmpty"_s);
        column->addWidget(free);
    }
    card->setHint(page->open.empty()
                      ? QString()
                      : ClosingWords::tr("%n thing(s) still open:", nullptr, static_cast<int>(page->open.size())));
    card->setBody(body);
    return card;
}

} // namespace ruhu::installer
