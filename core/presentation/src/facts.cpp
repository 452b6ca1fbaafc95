// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_tr.h"

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;
using domain::State;

// %1 is the time.
constexpr Said<State> kEntered[] = {
    {State::ToContact, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "To be contacted since %1")},
    {State::Booked, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Booked %1")},
    {State::Prepared, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Ready to go %1")},
    {State::Travelling, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Left %1")},
    {State::Arrived, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Arrived %1")},
    {State::Admitted, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Let in %1")},
    {State::Working, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Work started %1")},
    {State::Tested, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Work and tests finished %1")},
    {State::CleanedUp, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Cleaned up %1")},
    {State::HandedOver, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Handed over %1")},
    {State::SignedOff, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Signed off %1")},
    {State::HandedBack, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Given back to the office %1")},
    {State::Done, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Closed %1")},
    {State::Cancelled, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Cancelled %1")},
};

/// "What: why"; the colon only when there is a why.
[[nodiscard]] QString withNote(const QString &text, const QString &note)
{
    return note.isEmpty() ? text : Tr::tr("%1: %2", "fact: what was said").arg(text, note);
}

[[nodiscard]] QString titleOf(const QString &id, const domain::Catalogue *catalogue)
{
    const QString title = subjectText(id, catalogue, nullptr);
    return title.isEmpty() ? id : title;
}

[[nodiscard]] QString arrivedText(WallTime wall, std::int64_t deviation)
{
    const int minutes = static_cast<int>(deviation);
    const QString time = timeText(wall);
    if (minutes == 0)
        return Tr::tr("Arrived %1, on time").arg(time);
    return minutes < 0 ? Tr::tr("Arrived %1, %n minutes early", nullptr, -minutes).arg(time)
                       : Tr::tr("Arrived %1, %n minutes late", nullptr, minutes).arg(time);
}

/// One call operator per payload.
struct Teller {
    const domain::EventMeta &meta;
    const domain::Catalogue *catalogue;

    QString operator()(const domain::TicketOpened &order) const { return Tr::tr("Order %1 taken").arg(order.number); }
    QString operator()(const domain::TicketAssigned &assigned) const
    {
        return Tr::tr("Assigned to %1").arg(assigned.userName);
    }
    QString operator()(const domain::TicketRescheduled &moved) const
    {
        return withNote(Tr::tr("The office moved the visit to %1").arg(windowWords(moved.window)), moved.reason);
    }
    QString operator()(const domain::TicketCancelled &cancelled) const
    {
        return withNote(Tr::tr("Cancelled by the office"), cancelled.reason);
    }
    QString operator()(const domain::ContactRecorded &contact) const
    {
        static constexpr Said<domain::ContactOutcome> kOutcomes[] = {
            {domain::ContactOutcome::Reached,
             QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Customer reached by telephone")},
            {domain::ContactOutcome::NoAnswer, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Customer did not answer")},
            {domain::ContactOutcome::Postponed, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Customer postpones")},
        };
        return withNote(say(kOutcomes, contact.outcome), contact.note);
    }
    QString operator()(const domain::AppointmentBooked &booked) const
    {
        const QString text = Tr::tr("Booked for %1 with %2").arg(windowWords(booked.window), booked.person);
        return booked.customersWish ? text : withNote(listed({text, Tr::tr("not the customer's time")}), booked.reason);
    }
    QString operator()(const domain::AppointmentMissed &missed) const
    {
        return withNote(missed.cause == domain::Cause::Company ? Tr::tr("We could not keep the agreed time")
                                                               : Tr::tr("The customer could not keep the agreed time"),
                        missed.reason);
    }
    QString operator()(const domain::LateAnnounced &late) const
    {
        const int minutes = static_cast<int>(late.expectedDelayMin);
        const QString text = late.accepted
                                 ? Tr::tr("Told the customer: %n minutes later, accepted", nullptr, minutes)
                                 : Tr::tr("Told the customer: %n minutes later, not accepted", nullptr, minutes);
        return withNote(text, late.reason);
    }
    QString operator()(const domain::StateEntered &entered) const
    {
        const QString text = entered.to == State::Arrived && entered.deviationMin
                                 ? arrivedText(meta.wall, *entered.deviationMin)
                                 : say(kEntered, entered.to).arg(timeText(meta.wall));
        return withNote(text, entered.reason);
    }
    QString operator()(const domain::AdmissionRecorded &admission) const
    {
        QStringList parts{withNote(admissionText(admission.who), admission.note)};
        if (admission.next)
            parts.push_back(*admission.next == domain::NotAdmittedNext::Wait ? Tr::tr("waiting outside")
                                                                             : Tr::tr("to be booked again"));
        return listed(parts);
    }
    QString operator()(const domain::VisitLeft &left) const
    {
        return withNote(Tr::tr("Left the site, promised to be back by %1").arg(dayTimeText(left.promisedBy)),
                        left.reason);
    }
    QString operator()(const domain::VisitResumed &resumed) const
    {
        return withNote(Tr::tr("Back at the customer %1").arg(timeText(meta.wall)), admissionText(resumed.who));
    }
    QString operator()(const domain::TicketHandedBack &back) const
    {
        const QString title = handBackText(back.way, catalogue);
        return withNote(Tr::tr("Given back to the office (%1)").arg(title), back.note);
    }
    QString operator()(const domain::ChargeQuoted &quoted) const
    {
        const QString amount = yuanText(quoted.amountFen);
        return withNote(quoted.accepted ? Tr::tr("Price named and accepted, %1").arg(amount)
                                        : Tr::tr("Price named and not accepted, %1").arg(amount),
                        quoted.purpose);
    }
    QString operator()(const domain::ChargeTaken &taken) const
    {
        return Tr::tr("%1 taken, receipt %2").arg(yuanText(taken.amountFen), taken.receipt);
    }
    QString operator()(const domain::EnquiryRecorded &enquiry) const
    {
        const QString text = withNote(enquiryText(enquiry.kind), enquiry.text);
        return enquiry.hotlineCalled ? listed({text, Tr::tr("10010 called")}) : text;
    }
    QString operator()(const domain::StepsConfirmed &confirmed) const
    {
        if (confirmed.steps.size() == 1)
            return Tr::tr("%1: done").arg(titleOf(confirmed.steps.front(), catalogue));
        return Tr::tr("%n steps confirmed together", nullptr, static_cast<int>(confirmed.steps.size()));
    }
    QString operator()(const domain::StepAnswered &answered) const
    {
        const domain::Step *step = catalogue ? catalogue->step(answered.step) : nullptr;
        const QString answer = answerText(answered.options, answered.text, step);
        const QString title = titleOf(answered.step, catalogue);
        return answer.isEmpty() ? Tr::tr("%1: done").arg(title) : withNote(title, answer);
    }
    QString operator()(const domain::StepSkipped &skipped) const
    {
        return withNote(Tr::tr("Left out, %1").arg(titleOf(skipped.step, catalogue)), skipped.reason);
    }
    QString operator()(const domain::ReadingRecorded &reading) const
    {
        const domain::Measure *measure = catalogue ? catalogue->measure(reading.measure) : nullptr;
        const QString value = readingText(reading.value, measure);
        const QString judged = value + u" · "_s + verdictText(reading.verdict);
        return withNote(withNote(titleOf(reading.measure, catalogue), judged), reading.reason);
    }
    QString operator()(const domain::PhotoAttached &photo) const
    {
        return Tr::tr("Photo: %1").arg(photo.caption.isEmpty() ? titleOf(photo.step, catalogue) : photo.caption);
    }
    QString operator()(const domain::ItemMoved &moved) const
    {
        return moved.consent ? Tr::tr("Moved with the customer's consent: %1").arg(moved.label)
                             : Tr::tr("Moved: %1").arg(moved.label);
    }
    QString operator()(const domain::ItemRestored &) const { return Tr::tr("A moved thing is back in its place"); }
    QString operator()(const domain::MaterialUsed &used) const
    {
        const QString what = materialText(used, catalogue);
        return used.takenBack ? Tr::tr("Taken back: %1").arg(what) : Tr::tr("Used: %1").arg(what);
    }
    QString operator()(const domain::MaterialWithdrawn &) const { return Tr::tr("A line of materials was removed"); }
    QString operator()(const domain::RatingGiven &rating) const
    {
        return withNote(Tr::tr("Rating, %1").arg(ratingText(rating.rating)), rating.reason);
    }
    QString operator()(const domain::SignatureGiven &signature) const
    {
        return signature.role == domain::SignerRole::Customer ? Tr::tr("Customer signed: %1").arg(signature.name)
                                                              : Tr::tr("Technician signed: %1").arg(signature.name);
    }
    QString operator()(const domain::NoteAdded &note) const
    {
        const QString title = note.step.isEmpty() ? QString() : titleOf(note.step, catalogue);
        return title.isEmpty() ? Tr::tr("Note: %1").arg(note.text) : Tr::tr("Note on %1: %2").arg(title, note.text);
    }
    QString operator()(const domain::ReviewDecided &review) const
    {
        const bool approved = review.decision == domain::ReviewDecision::Approve;
        const QString text = withNote(approved ? Tr::tr("Approved") : Tr::tr("Returned"), review.comment);
        QStringList parts{text};
        if (const int pins = static_cast<int>(review.pins.size()); pins > 0)
            parts.append(Tr::tr("%n comments on steps", nullptr, pins));
        for (const QString &mark : review.marks)
            parts.append(Tr::tr("against: %1", "a rule of conduct").arg(conductText(mark, catalogue)));
        return listed(parts);
    }
    // The words of cases are in their own document; a visit's history has none of them.
    QString operator()(const domain::CaseOpened &opened) const { return Tr::tr("Case %1 opened").arg(opened.number); }
    QString operator()(const domain::CaseActed &acted) const { return Tr::tr("Act on a case: %1").arg(acted.act); }
    QString operator()(const domain::UnknownPayload &unknown) const
    {
        return Tr::tr("Entry of a newer program (%1)").arg(unknown.type);
    }

    /// The area is not in the event; a window of half a day says it is the countryside.
    static QString windowWords(const domain::Window &window) { return windowText(window, domain::Area::Rural); }
};

} // namespace

QString answerText(const std::vector<QString> &options, const QString &text, const domain::Step *step)
{
    QStringList chosen;
    for (const QString &id : options) {
        const domain::StepOption *known = nullptr;
        if (step) {
            const auto found = std::find_if(step->options.begin(), step->options.end(),
                                            [&](const domain::StepOption &option) { return option.id == id; });
            known = found == step->options.end() ? nullptr : &*found;
        }
        chosen.push_back(known ? pick(known->text) : id);
    }
    const QString answer = listed(chosen);
    return answer.isEmpty() ? text : withNote(answer, text);
}

QString factText(const domain::Event &event, const domain::Catalogue *catalogue)
{
    return std::visit(Teller{event.meta, catalogue}, event.payload);
}

} // namespace ruhu::presentation
