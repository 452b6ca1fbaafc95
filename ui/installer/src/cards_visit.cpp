// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "card_parts.h"
#include "cards.h"
#include "stages.h"

#include <ruhu/domain/names.h>
#include <ruhu/widgets/choice_field.h>
#include <ruhu/widgets/step_card.h>
#include <ruhu/widgets/surface.h>

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDateEdit>
#include <QDateTimeEdit>
#include <QSpinBox>

#include <algorithm>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;
namespace tokens = widgets::tokens;
using widgets::Button;
using widgets::ButtonKind;

struct VisitWords {
    Q_DECLARE_TR_FUNCTIONS(ruhu::installer::VisitCards)
};

// Half-days of the rural appointment (D15-12), local time.
constexpr int kMorningFrom = 8;
constexpr int kNoon = 12;
constexpr int kAfternoonTo = 18;
constexpr int kDateTimeWidth = 200;

WallTime nextQuarter(WallTime now)
{
    const auto quarter = std::chrono::duration_cast<Millis>(std::chrono::minutes(15));
    const auto past = now.time_since_epoch() % quarter;
    return now + (quarter - past);
}

WallTime proposedStart(const presentation::TicketPage &page)
{
    if (page.ticket.appointment)
        return page.ticket.appointment->appointment.window.start;
    const auto &requested = page.ticket.order.requested;
    return requested && requested->start > page.now ? requested->start : nextQuarter(page.now);
}

/// Date and half-day of a rural ticket, exact time of a city one; reads as a window.
class WindowInput final : public QWidget {
public:
    explicit WindowInput(const presentation::TicketPage &page) : m_rural(page.ticket.order.area == domain::Area::Rural)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        const QDateTime start = toLocal(proposedStart(page));
        if (!m_rural) {
            m_time = new QDateTimeEdit(start);
            m_time->setObjectName(u"appointmentTime"_s);
            m_time->setAccessibleName(VisitWords::tr("When"));
            m_time->setCalendarPopup(true);
            m_time->setDisplayFormat(u"yyyy-MM-dd  HH:mm"_s);
            m_time->setMinimumSize(kDateTimeWidth, tokens::kControlHeight);
            row->addWidget(m_time);
            return;
        }
        m_date = new QDateEdit(start.date());
        m_date->setObjectName(u"appointmentDate"_s);
        m_date->setAccessibleName(VisitWords::tr("When"));
        m_date->setCalendarPopup(true);
        m_date->setDisplayFormat(u"yyyy-MM-dd"_s);
        m_half = new QComboBox;
        m_half->setObjectName(u"appointmentHalf"_s);
        m_half->setAccessibleName(VisitWords::tr("When"));
        m_half->addItems({VisitWords::tr("Morning"), VisitWords::tr("Afternoon")});
        m_half->setCurrentIndex(start.time().hour() < kNoon ? 0 : 1);
        m_date->setMinimumHeight(tokens::kControlHeight);
        m_half->setMinimumHeight(tokens::kControlHeight);
        row->addWidget(m_date);
        row->addWidget(m_half);
    }

    [[nodiscard]] domain::Window window() const
    {
        if (!m_rural) {
            const WallTime start = fromLocal(m_time->dateTime());
            return {start, start};
        }
        const bool morning = m_half->currentIndex() == 0;
        const QDateTime from(m_date->date(), QTime(morning ? kMorningFrom : kNoon, 0));
        const QDateTime to(m_date->date(), QTime(morning ? kNoon : kAfternoonTo, 0));
        return {fromLocal(from), fromLocal(to)};
    }

private:
    bool m_rural;
    QDateTimeEdit *m_time = nullptr;
    QDateEdit *m_date = nullptr;
    QComboBox *m_half = nullptr;
};

std::optional<domain::Refusal> refusalOf(const presentation::TicketPage &page, const QString &type,
                                         const QString &target = {})
{
    const domain::Possibility *possibility = possibilityOf(page, type, target);
    return possibility ? possibility->refusal : std::nullopt;
}

/// A call since the last booking reached the customer, so a time may be agreed.
bool mayAgree(const presentation::TicketPage &page)
{
    const auto refusal = refusalOf(page, u"appointment.booked"_s);
    return !refusal || refusal->code != domain::RefusalCode::NotReached;
}

/// The last time the customer was reached; nullptr before.
const domain::ContactFact *lastReached(const domain::Ticket &ticket)
{
    const auto last =
        std::find_if(ticket.contacts.rbegin(), ticket.contacts.rend(), [](const domain::ContactFact &fact) {
            return fact.contact.outcome == domain::ContactOutcome::Reached;
        });
    return last == ticket.contacts.rend() ? nullptr : &*last;
}

/// The checklist's words for the act that leads to a state.
QString actTo(const presentation::TicketPage &page, domain::State to)
{
    for (const domain::Transition &transition : page.catalogue->transitions) {
        if (transition.to == to)
            return presentation::pick(transition.act);
    }
    return {};
}

QString admissionName(domain::Admission who)
{
    return domain::toName(who);
}

/// Another time than the customer's is agreed with a reason (D15-08).
struct OtherTime {
    QCheckBox *box;
    QLineEdit *reason;
};

OtherTime addOtherTime(QVBoxLayout *column)
{
    auto *other = new QCheckBox(VisitWords::tr("The customer's time could not be taken"));
    other->setObjectName(u"appointmentOther"_s);
    auto *reason = lineEdit(u"appointmentReason"_s, VisitWords::tr("Why not?"));
    reason->hide();
    QObject::connect(other, &QCheckBox::toggled, reason, &QLineEdit::setVisible);
    column->addWidget(other);
    column->addWidget(reason);
    return {other, reason};
}

/// What to say where the ticket's service code has no phrases yet.
void addScripts(QVBoxLayout *column, const domain::Ticket &ticket)
{
    column->addWidget(mutedLine(presentation::callScript(ticket)));
    column->addWidget(mutedLine(
        VisitWords::tr("If the customer puts it off, write down why and say: %1").arg(presentation::postponeScript())));
}

} // namespace

QWidget *makeContactCard(const Page &page, const CardActions &actions)
{
    auto *card = new widgets::StepCard(VisitWords::tr("Call the customer"));
    card->setObjectName(u"contactCard"_s);
    card->setRuleId(u"D15-09"_s);
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    const domain::Step *called = stepSettledBy(*page, u"contact"_s);
    if (QWidget *say = called ? makePhraseLines(*called, page) : nullptr)
        column->addWidget(say);
    else
        addScripts(column, page->ticket);
    auto *note = lineEdit(u"contactNote"_s, VisitWords::tr("What was said (needed when the customer postpones)"));
    column->addWidget(note);
    auto *reachedButton = new Button(VisitWords::tr("Reached the customer"), ButtonKind::Primary);
    auto *noAnswer = new Button(VisitWords::tr("No answer"));
    auto *postponed = new Button(VisitWords::tr("Customer postpones"));
    reachedButton->setObjectName(u"contactReached"_s);
    noAnswer->setObjectName(u"contactNoAnswer"_s);
    postponed->setObjectName(u"contactPostponed"_s);
    column->addLayout(buttonRow({postponed, noAnswer, reachedButton}));
    const auto send = [actions, note](domain::ContactOutcome outcome) {
        return [actions, note, outcome] {
            const QString words = sendOff(note);
            actions.propose(domain::ContactRecorded{outcome, words});
        };
    };
    QObject::connect(reachedButton, &QPushButton::clicked, card, send(domain::ContactOutcome::Reached));
    QObject::connect(noAnswer, &QPushButton::clicked, card, send(domain::ContactOutcome::NoAnswer));
    QObject::connect(postponed, &QPushButton::clicked, card, send(domain::ContactOutcome::Postponed));
    card->setBody(body);
    const domain::ContactFact *contact = lastReached(page->ticket);
    if (contact && mayAgree(*page)) {
        card->setSummary(VisitWords::tr("reached %1").arg(presentation::momentText(contact->stamp.wall, page->now)));
        card->setState(widgets::StepState::Done);
    }
    return card;
}

FactCard makeAppointmentCard(const Page &page, const CardActions &)
{
    auto *card = new widgets::StepCard(VisitWords::tr("Agree the time"));
    card->setObjectName(u"appointmentCard"_s);
    card->setRuleId(u"D15-13"_s);
    card->setHint(
        page->ticket.order.area == domain::Area::Urban
            ? VisitWords::tr("City: an exact time. The customer's wish comes first; write it down at once.")
            : VisitWords::tr(
                "Countryside: morning or afternoon. The customer's wish comes first; write it down at once."));
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    auto *window = new WindowInput(*page);
    const auto &booked = page->ticket.appointment;
    auto *person = lineEdit(u"appointmentPerson"_s);
    person->setText(booked ? booked->appointment.person : page->ticket.order.customerName);
    auto *phone = lineEdit(u"appointmentPhone"_s);
    phone->setText(booked ? booked->appointment.phone : page->ticket.order.customerPhone);
    auto *row = new QHBoxLayout;
    row->addWidget(captioned(VisitWords::tr("When"), window));
    row->addWidget(captioned(VisitWords::tr("Agreed with"), person), 1);
    row->addWidget(captioned(VisitWords::tr("Mobile"), phone), 1);
    column->addLayout(row);
    const domain::Step *agreed = stepSettledBy(*page, u"appointment"_s);
    if (QWidget *say = agreed ? makePhraseLines(*agreed, page) : nullptr)
        column->addWidget(say);
    const OtherTime other = addOtherTime(column);
    card->setBody(body);
    if (!mayAgree(*page)) {
        card->setHint(VisitWords::tr("First call the customer."));
        card->setState(widgets::StepState::Blocked);
    }
    const auto proposal = [window, person, phone, other]() -> std::optional<domain::Payload> {
        const bool wish = !other.box->isChecked();
        return domain::AppointmentBooked{window->window(), person->text().trimmed(), phone->text().trimmed(), wish,
                                         wish ? QString() : other.reason->text().trimmed()};
    };
    return {card, proposal, actTo(*page, domain::State::Booked), refusalOf(*page, u"appointment.booked"_s)};
}

QWidget *makeLateCard(const Page &page, const CardActions &actions)
{
    auto *card = new widgets::StepCard(VisitWords::tr("Late? Tell the customer before the time"));
    card->setObjectName(u"lateCard"_s);
    card->setRuleId(u"D15-25"_s);
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    auto *minutes = new QSpinBox;
    minutes->setObjectName(u"lateMinutes"_s);
    minutes->setRange(5, 480);
    minutes->setValue(30);
    minutes->setSuffix(VisitWords::tr(" min"));
    minutes->setMinimumHeight(tokens::kControlHeight);
    auto *reason = lineEdit(u"lateReason"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(captioned(VisitWords::tr("Later by"), minutes));
    row->addWidget(captioned(VisitWords::tr("Reason told to the customer"), reason), 1);
    column->addLayout(row);
    auto *accepted = new Button(VisitWords::tr("Customer agrees"), ButtonKind::Primary);
    auto *refused = new Button(VisitWords::tr("Customer wants another day"));
    accepted->setObjectName(u"lateAccepted"_s);
    refused->setObjectName(u"lateRefused"_s);
    column->addLayout(buttonRow({refused, accepted}));
    const auto send = [actions, minutes, reason](bool agrees) {
        return [actions, minutes, reason, agrees] {
            const QString words = sendOff(reason);
            actions.propose(domain::LateAnnounced{minutes->value(), words, agrees});
        };
    };
    QObject::connect(accepted, &QPushButton::clicked, card, send(true));
    QObject::connect(refused, &QPushButton::clicked, card, send(false));
    card->setBody(body);
    card->setExpanded(false);
    if (!page->ticket.lateNotices.empty())
        card->setSummary(
            VisitWords::tr("told %1").arg(presentation::timeText(page->ticket.lateNotices.back().stamp.wall)));
    return card;
}

FactCard makeArrivalCard(const Page &page, const CardActions &)
{
    auto *card = new widgets::StepCard(VisitWords::tr("At the address"));
    card->setObjectName(u"arrivalCard"_s);
    card->setRuleId(u"D15-24"_s);
    card->setHint(
        VisitWords::tr("The time of arrival is recorded now. More than 10 minutes early or late needs a reason."));
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    auto *reason = lineEdit(u"arrivalReason"_s, VisitWords::tr("Reason, if you are early or late"));
    column->addWidget(reason);
    card->setBody(body);
    const auto proposal = [reason]() -> std::optional<domain::Payload> {
        return domain::StateEntered{domain::State::Arrived, reason->text().trimmed(), std::nullopt};
    };
    const QString arrived = domain::toName(domain::State::Arrived);
    return {card, proposal, actTo(*page, domain::State::Arrived), refusalOf(*page, u"state.entered"_s, arrived)};
}

FactCard makeAdmissionCard(const Page &page, const CardActions &actions)
{
    auto *card = new widgets::StepCard(VisitWords::tr("Who opened?"));
    card->setObjectName(u"admissionCard"_s);
    card->setRuleId(u"D15-34"_s);
    card->setHint(
        VisitWords::tr("Go in only when an adult agrees. A child alone: stay outside and call the person who booked."));
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    auto *who = new widgets::ChoiceField;
    who->setObjectName(u"admissionWho"_s);
    std::vector<widgets::ChoiceOption> options;
    using domain::Admission;
    for (const Admission value : {Admission::AdultCustomer, Admission::OtherAdult, Admission::MinorAlone,
                                  Admission::Nobody, Admission::Refused}) {
        options.push_back({admissionName(value), presentation::admissionText(value), !domain::isAdult(value),
                           VisitWords::tr("The call to the person who booked, and its result")});
    }
    who->setOptions(options);
    column->addWidget(who);
    auto *wait = new Button(VisitWords::tr("Not let in: I wait"));
    auto *rebook = new Button(VisitWords::tr("Not let in: new appointment"));
    wait->setObjectName(u"admissionWait"_s);
    rebook->setObjectName(u"admissionRebook"_s);
    auto *row = new QWidget;
    auto *line = buttonRow({wait, rebook});
    row->setLayout(line);
    line->setContentsMargins(0, 0, 0, 0);
    row->hide();
    column->addWidget(row);
    QObject::connect(who, &widgets::ChoiceField::chosen, row, [row](const QString &id) {
        row->setVisible(id != admissionName(Admission::AdultCustomer) && id != admissionName(Admission::OtherAdult));
    });
    const auto notAdmitted = [actions, who](domain::NotAdmittedNext next) {
        return [actions, who, next] {
            const auto value = domain::fromName<Admission>(who->chosenId());
            if (value)
                actions.propose(domain::AdmissionRecorded{*value, who->note(), next});
        };
    };
    QObject::connect(wait, &QPushButton::clicked, card, notAdmitted(domain::NotAdmittedNext::Wait));
    QObject::connect(rebook, &QPushButton::clicked, card, notAdmitted(domain::NotAdmittedNext::Rebook));
    card->setBody(body);
    const auto proposal = [who]() -> std::optional<domain::Payload> {
        const auto value = domain::fromName<Admission>(who->chosenId());
        if (!value)
            return std::nullopt;
        return domain::AdmissionRecorded{*value, who->note(), std::nullopt};
    };
    return {card, proposal, actTo(*page, domain::State::Admitted), refusalOf(*page, u"admission.recorded"_s)};
}

} // namespace ruhu::installer
