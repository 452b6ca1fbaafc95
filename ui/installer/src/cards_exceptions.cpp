// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "card_parts.h"
#include "cards.h"
#include "stages.h"

#include <ruhu/domain/deadlines.h>
#include <ruhu/domain/names.h>
#include <ruhu/widgets/choice_field.h>
#include <ruhu/widgets/step_card.h>

#include <QCoreApplication>
#include <QDateTimeEdit>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;
namespace tokens = widgets::tokens;
using widgets::Button;
using widgets::ButtonKind;
using widgets::StepCard;

struct ExceptionWords {
    Q_DECLARE_TR_FUNCTIONS(ruhu::installer::ExceptionCards)
};

constexpr auto kUsualAbsence = std::chrono::hours(2);

/// What is typed as money; the smallest refused amount when it is none, so that the rule answers.
std::int64_t amountIn(const QLineEdit *edit)
{
    return presentation::parseYuan(edit->text()).value_or(0);
}

} // namespace

QWidget *makeAwayCard(const Page &page, const CardActions &actions)
{
    const domain::AbsenceFact &absence = page->ticket.absences.back();
    auto *card = new StepCard(ExceptionWords::tr("You have left the site"));
    card->setObjectName(u"awayCard"_s);
    card->setRuleId(u"D15-52"_s);
    card->setHint(ExceptionWords::tr("Promised to be back by %1. An adult lets you in again.")
                      .arg(presentation::dayTimeText(absence.left.promisedBy)));
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    column->addWidget(mutedLine(absence.left.reason));
    auto *customer = new Button(ExceptionWords::tr("Back, the customer opened"), ButtonKind::Primary);
    auto *other = new Button(ExceptionWords::tr("Back, another adult opened"));
    customer->setObjectName(u"resumeCustomer"_s);
    other->setObjectName(u"resumeOther"_s);
    column->addLayout(buttonRow({other, customer}));
    const auto back = [actions](domain::Admission who) {
        return [actions, who] { actions.propose(domain::VisitResumed{who}); };
    };
    QObject::connect(customer, &QPushButton::clicked, card, back(domain::Admission::AdultCustomer));
    QObject::connect(other, &QPushButton::clicked, card, back(domain::Admission::OtherAdult));
    card->setBody(body);
    return card;
}

QWidget *makeLeaveCard(const Page &page, const CardActions &actions)
{
    auto *card = new StepCard(ExceptionWords::tr("Leave the site for now"));
    card->setObjectName(u"leaveCard"_s);
    card->setRuleId(u"D15-52"_s);
    card->setHint(ExceptionWords::tr("Tell the customer why, and promise a time."));
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    auto *until = new QDateTimeEdit(toLocal(page->now + kUsualAbsence));
    until->setObjectName(u"leaveUntil"_s);
    until->setCalendarPopup(true);
    until->setDisplayFormat(u"yyyy-MM-dd  HH:mm"_s);
    until->setMinimumHeight(tokens::kControlHeight);
    auto *reason = lineEdit(u"leaveReason"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(captioned(ExceptionWords::tr("Back by"), until));
    row->addWidget(captioned(ExceptionWords::tr("Reason told to the customer"), reason), 1);
    column->addLayout(row);
    auto *leave = new Button(ExceptionWords::tr("I leave now"), ButtonKind::Primary);
    leave->setObjectName(u"leaveNow"_s);
    column->addLayout(buttonRow({leave}));
    QObject::connect(leave, &QPushButton::clicked, card, [actions, until, reason] {
        const QString words = sendOff(reason);
        actions.propose(domain::VisitLeft{words, fromLocal(until->dateTime())});
    });
    card->setBody(body);
    return card;
}

QWidget *makeQuotationCard(const Page &page, const CardActions &actions)
{
    const domain::Step *step = stepSettledBy(*page, u"quotation"_s);
    if (!step)
        return nullptr;
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    auto *amount = lineEdit(u"quotationAmount"_s);
    auto *purpose = lineEdit(u"quotationPurpose"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(captioned(ExceptionWords::tr("Amount in yuan"), amount));
    row->addWidget(captioned(ExceptionWords::tr("What for"), purpose), 1);
    column->addLayout(row);
    auto *accepted = new Button(ExceptionWords::tr("Customer accepts"), ButtonKind::Primary);
    auto *declined = new Button(ExceptionWords::tr("Customer declines"));
    accepted->setObjectName(u"quotationAccepted"_s);
    declined->setObjectName(u"quotationDeclined"_s);
    column->addLayout(buttonRow({declined, accepted}));
    const auto send = [actions, amount, purpose](bool agrees) {
        return [actions, amount, purpose, agrees] {
            const std::int64_t fen = amountIn(amount);
            sendOff(amount);
            const QString words = sendOff(purpose);
            actions.propose(domain::ChargeQuoted{fen, words, agrees});
        };
    };
    QObject::connect(accepted, &QPushButton::clicked, body, send(true));
    QObject::connect(declined, &QPushButton::clicked, body, send(false));
    const auto &quoted = page->ticket.quotation;
    const QString summary = quoted ? presentation::yuanText(quoted->quotation.amountFen) : QString();
    StepCard *card = makeCardOf(*step, *page);
    card->setObjectName(u"quotationCard"_s);
    card->setBody(body);
    card->setSummary(summary);
    if (quoted && !quoted->quotation.accepted)
        card->setHint(
            ExceptionWords::tr("The customer declined. Name another price, or answer the step on charges anew."));
    return card;
}

QWidget *makePaymentCard(const Page &page, const CardActions &actions)
{
    const domain::Step *step = stepSettledBy(*page, u"payment"_s);
    if (!step)
        return nullptr;
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    if (QWidget *say = makePhraseLines(*step, page))
        column->addWidget(say);
    auto *amount = lineEdit(u"paymentAmount"_s);
    if (page->ticket.quotation)
        amount->setPlaceholderText(presentation::yuanText(page->ticket.quotation->quotation.amountFen));
    auto *receipt = lineEdit(u"paymentReceipt"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(captioned(ExceptionWords::tr("Amount in yuan"), amount));
    row->addWidget(captioned(ExceptionWords::tr("Receipt number"), receipt), 1);
    column->addLayout(row);
    auto *taken = new Button(ExceptionWords::tr("Money taken, receipt given"), ButtonKind::Primary);
    taken->setObjectName(u"paymentTaken"_s);
    column->addLayout(buttonRow({taken}));
    QObject::connect(taken, &QPushButton::clicked, body, [actions, amount, receipt] {
        const std::int64_t fen = amountIn(amount);
        sendOff(amount);
        const QString number = sendOff(receipt);
        actions.propose(domain::ChargeTaken{fen, number});
    });
    const auto &paid = page->ticket.payment;
    const QString summary = paid ? presentation::yuanText(paid->payment.amountFen) : QString();
    StepCard *card = makeCardOf(*step, *page);
    card->setObjectName(u"paymentCard"_s);
    card->setBody(body);
    card->setSummary(summary);
    return card;
}

QWidget *makeEnquiryCard(const Page &page, const CardActions &actions)
{
    auto *card = new StepCard(ExceptionWords::tr("The customer asks or complains"));
    card->setObjectName(u"enquiryCard"_s);
    card->setRuleId(u"D15-58"_s);
    card->setHint(
        ExceptionWords::tr("Answer what you can. The rest is written down, and you call 10010 for the customer."));
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    const domain::Step *asked = stepSettledBy(*page, u"enquiry"_s);
    if (QWidget *say = asked ? makePhraseLines(*asked, page) : nullptr)
        column->addWidget(say);
    auto *kind = new widgets::ChoiceField;
    kind->setObjectName(u"enquiryKind"_s);
    std::vector<widgets::ChoiceOption> options;
    using domain::EnquiryKind;
    for (const EnquiryKind value : {EnquiryKind::Question, EnquiryKind::Complaint, EnquiryKind::OutOfScope})
        options.push_back({domain::toName(value), presentation::enquiryText(value), false, {}});
    kind->setOptions(options);
    column->addWidget(kind);
    auto *text = lineEdit(u"enquiryText"_s);
    auto *person = lineEdit(u"enquiryPerson"_s);
    person->setText(page->ticket.order.customerName);
    auto *phone = lineEdit(u"enquiryPhone"_s);
    phone->setText(page->ticket.order.customerPhone);
    column->addWidget(captioned(ExceptionWords::tr("What was said"), text));
    auto *row = new QHBoxLayout;
    row->addWidget(captioned(ExceptionWords::tr("Name"), person), 1);
    row->addWidget(captioned(ExceptionWords::tr("Mobile"), phone), 1);
    column->addLayout(row);
    auto *called = new QCheckBox(ExceptionWords::tr("10010 called for the customer"));
    called->setObjectName(u"enquiryCalled"_s);
    called->setMinimumHeight(tokens::kControlHeight);
    auto *record = new Button(ExceptionWords::tr("Write down"), ButtonKind::Primary);
    record->setObjectName(u"enquiryRecord"_s);
    auto *last = buttonRow({record});
    last->insertWidget(0, called);
    column->addLayout(last);
    record->setEnabled(false); // a complaint is never taken for a question
    QObject::connect(kind, &widgets::ChoiceField::chosen, record,
                     [record](const QString &id) { record->setEnabled(!id.isEmpty()); });
    QObject::connect(record, &QPushButton::clicked, card, [=] {
        const auto value = domain::fromName<EnquiryKind>(kind->chosenId());
        if (!value)
            return;
        const QString said = sendOff(text);
        const bool hotline = sendOff(called);
        actions.propose(
            domain::EnquiryRecorded{*value, said, person->text().trimmed(), phone->text().trimmed(), hotline});
    });
    card->setBody(body);
    const auto count = static_cast<int>(page->ticket.enquiries.size());
    if (count > 0)
        card->setSummary(ExceptionWords::tr("%n written down", nullptr, count));
    return card;
}

std::optional<FactCard> makeOverdueCard(const Page &page, const CardActions &)
{
    const auto late = domain::overdueSignOff(page->ticket, *page->catalogue, page->now);
    const domain::Transition *next = domain::nextTransition(page->ticket, *page->catalogue);
    if (!late || !next || next->to != domain::State::SignedOff)
        return std::nullopt;
    auto *card = new StepCard(ExceptionWords::tr("Why it took longer"));
    card->setObjectName(u"overdueCard"_s);
    card->setRuleId(late->rule);
    card->setHint(presentation::deadlineLine(*late, page->catalogue, page->now));
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    auto *reason = lineEdit(u"overdueReason"_s, ExceptionWords::tr("Reason, and whose it is"));
    column->addWidget(reason);
    card->setBody(body);
    const auto proposal = [reason]() -> std::optional<domain::Payload> {
        return domain::StateEntered{domain::State::SignedOff, reason->text().trimmed(), std::nullopt};
    };
    const domain::Possibility *possibility =
        possibilityOf(*page, u"state.entered"_s, domain::toName(domain::State::SignedOff));
    return FactCard{card, proposal, presentation::pick(next->act), possibility ? possibility->refusal : std::nullopt};
}

} // namespace ruhu::installer
