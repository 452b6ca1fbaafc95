// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_tr.h"

#include <ruhu/domain/names.h>

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;
using domain::RefusalCode;

/// `text` stands alone; `about` is used when the thing concerned has a name and puts it at %1.
struct RefusalRow {
    RefusalCode code;
    const char *text;
    const char *about;
};

constexpr RefusalRow kRefusalRows[] = {
    {RefusalCode::WrongState, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Not possible now: another stage is open."),
     nullptr},
    {RefusalCode::WrongRole, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Your role may not do this."), nullptr},
    {RefusalCode::NotYours, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This ticket is assigned to somebody else."),
     nullptr},
    {RefusalCode::Cancelled, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The office cancelled this ticket."), nullptr},
    {RefusalCode::AlreadyDone, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This is done already."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Done already: %1.")},
    {RefusalCode::NeedsNewerProgram,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This ticket has entries of a newer program. Update Ruhu first."),
     nullptr},
    {RefusalCode::UnknownCatalogue,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "The service code of this ticket is not on this laptop yet. Connect once: it comes by itself."),
     nullptr},
    {RefusalCode::UnknownStep,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The checklist of this ticket has no such step."), nullptr},
    {RefusalCode::UnknownMeasure,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The checklist of this ticket has no such reading."), nullptr},
    {RefusalCode::WrongStepKind, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This step is answered in another way."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "“%1” is answered in another way.")},
    {RefusalCode::StepNotForTicket,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This step does not belong to this ticket."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "“%1” does not belong to this ticket.")},
    {RefusalCode::NotRoutine, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This step must be confirmed by itself."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "“%1” must be confirmed by itself.")},
    {RefusalCode::UnknownOption, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This answer is not one of the choices."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This answer is not one of the choices of “%1”.")},
    {RefusalCode::NeedsOption, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Choose an answer first."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Choose an answer for “%1”.")},
    {RefusalCode::NeedsNote,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Write a note: what was said, what was found."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Write a note for “%1”.")},
    {RefusalCode::NeedsText, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Write something first."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Write something for “%1”.")},
    {RefusalCode::NeedsReason, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Write the reason."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Write the reason for “%1”.")},
    {RefusalCode::CannotSkip, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This step cannot be left out."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "“%1” cannot be left out.")},
    {RefusalCode::OpenSteps, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Some steps are still open."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Still open: %1.")},
    {RefusalCode::NotReached,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Call the customer first and record that you reached them."), nullptr},
    {RefusalCode::BadWindow,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "This time cannot be booked: in the city an hour still to come, in the countryside half a day."),
     nullptr},
    {RefusalCode::NeedsContactData,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Write down who agreed and their phone number."), nullptr},
    {RefusalCode::ArrivalNeedsReason,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "You are not at the agreed time. Write the reason."), nullptr},
    {RefusalCode::AdultConsentNeeded, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "An adult must let you in first."),
     nullptr},
    {RefusalCode::NotAdmittedNeedsNext,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Stay outside, call the person of the appointment and record whether you wait or book again."),
     nullptr},
    {RefusalCode::TooLateToAnnounce,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "The agreed time has begun; a delay is told before. Give the reason when you arrive."),
     nullptr},
    {RefusalCode::ImpossibleValue,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This number is not possible. Check what you typed."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "No meter shows this for “%1”. Check what you typed.")},
    {RefusalCode::OutOfLimitsNeedsReason,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The reading is out of limits. Write the reason."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "“%1” is out of limits. Write the reason.")},
    {RefusalCode::ConsentFirst,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Ask the customer before you move anything."), nullptr},
    {RefusalCode::UnknownItem,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This thing is not on the list of moved things."), nullptr},
    {RefusalCode::DuplicateItem, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This thing is on the list already."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "On the list already: %1.")},
    {RefusalCode::UnknownMaterial,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The list of materials has nothing like this."), nullptr},
    {RefusalCode::MaterialNotForAccess,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This material does not go with the access of this ticket."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "“%1” does not go with the access of this ticket.")},
    {RefusalCode::NeedsSerial,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Each piece needs its serial number. Scan or type it."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Each “%1” needs its serial number. Scan or type it.")},
    {RefusalCode::BadQuantity, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This quantity is not possible."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This quantity of “%1” is not possible.")},
    {RefusalCode::SerialTwice,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This serial number stands on the ticket already."), nullptr},
    {RefusalCode::ItemsNotRestored,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Moved things are not back in their place."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Not back in its place: %1.")},
    {RefusalCode::BadPhoto,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This picture cannot be used. Take a JPEG or PNG of less than 12 MB."),
     nullptr},
    {RefusalCode::NeedsRating, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Ask the customer for a rating first."),
     nullptr},
    {RefusalCode::NeedsSignature, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "A signature is missing."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Missing: %1.")},
    {RefusalCode::StaleSignature,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Something was changed after the signature. Please sign again."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "%1: something was changed afterwards. Please sign again.")},
    {RefusalCode::EmptySignature, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "There is no signature on the pad yet."),
     nullptr},
    {RefusalCode::ContentChanged,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "The work order changed while it was shown. Show it again, then sign."),
     nullptr},
    {RefusalCode::SignatureReused,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "The other person signed with these very strokes. Each signs with their own hand."),
     nullptr},
    {RefusalCode::NeedsComment, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Write what has to be corrected."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Write what has to be corrected at “%1”.")},
    {RefusalCode::ReadingFails,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "A reading is out of its limits. Measure again, or say that it is not mended."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "“%1” is out of its limits. Measure again, or say that it is not mended.")},
    {RefusalCode::Away,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "You have left the site. Record that you are back first."), nullptr},
    {RefusalCode::NotAway, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "You have not left the site."), nullptr},
    {RefusalCode::BadPromise,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Promise a time that is still to come, within a month."), nullptr},
    {RefusalCode::UnknownWay,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This reason is not in the service code of this ticket."), nullptr},
    {RefusalCode::NotThisWay, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The checklist does not say so yet."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "First answer “%1” accordingly.")},
    {RefusalCode::TooFewVisits,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The customer has not let enough appointments pass for this."),
     nullptr},
    {RefusalCode::BadAmount,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Type an amount between 0.01 and 10,000 yuan."), nullptr},
    {RefusalCode::NeedsQuotation,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "First name the price and let the customer accept it."), nullptr},
    {RefusalCode::DiffersFromQuotation,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Take exactly what was quoted, or name a new price first."), nullptr},
    {RefusalCode::OverdueNeedsReason,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The promised time has passed. Write the reason."), nullptr},
    {RefusalCode::UnknownKind,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The service code has no such kind of ticket."), nullptr},
    {RefusalCode::UnknownMark,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "This service code has no such rule of conduct, or it was marked twice."),
     nullptr},
    {RefusalCode::NothingToReview,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This ticket is not signed off, so there is nothing to review."),
     nullptr},
    {RefusalCode::UnknownAct, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This kind of case has no such act."),
     nullptr},
    {RefusalCode::UnknownField,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This field does not belong here, or it was given twice."), nullptr},
    {RefusalCode::BadField,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This value does not fit its field. Look it up and give it again."),
     nullptr},
    {RefusalCode::NotNow, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "What the case says does not allow this now."),
     nullptr},
};

/// "on time" is said in minutes: how far from it somebody is.
[[nodiscard]] QString arrivalText(const domain::Refusal &refusal)
{
    const QString deviation = argument(refusal.args, "deviation"_L1);
    const int minutes = deviation.toInt();
    if (minutes > 0)
        return Tr::tr("You are %n minutes late. Write the reason.", nullptr, minutes);
    return minutes < 0 ? Tr::tr("You are %n minutes early. Write the reason.", nullptr, -minutes) : QString();
}

[[nodiscard]] QString stageText(const domain::Refusal &refusal)
{
    const auto state = domain::fromName<domain::State>(argument(refusal.args, "state"_L1));
    return state ? Tr::tr("Not possible now. The ticket is at: %1.").arg(stateText(*state)) : QString();
}

/// Nothing was changed, and yet the technician signs again.
[[nodiscard]] bool onlySentBack(domain::SignerRole role, const domain::Ticket &ticket)
{
    const auto given = ticket.signatures.find(role);
    return role == domain::SignerRole::Technician && given != ticket.signatures.end() && given->second.beforeReturn
           && ticket.isFresh(role);
}

[[nodiscard]] QString sentBackText(const domain::Refusal &refusal, const domain::Ticket &ticket)
{
    const auto role = domain::fromName<domain::SignerRole>(argument(refusal.args, "role"_L1));
    return role && onlySentBack(*role, ticket) ? Tr::tr("The ticket was sent back after you signed. Please sign again.")
                                               : QString();
}

[[nodiscard]] QString rangeOfMeter(const domain::Refusal &refusal, const domain::Catalogue *catalogue)
{
    const domain::Measure *measure = catalogue ? catalogue->measure(refusal.subject) : nullptr;
    const QString low = argument(refusal.args, "min"_L1);
    const QString high = argument(refusal.args, "max"_L1);
    if (low.isEmpty() || high.isEmpty())
        return {};
    return Tr::tr("Between %1 and %2.")
        .arg(readingText(low.toLongLong(), measure), readingText(high.toLongLong(), measure));
}

[[nodiscard]] QStringList names(const QString &list, const domain::Catalogue *catalogue, const domain::Ticket *ticket,
                                const QString &prefix = {})
{
    QStringList names;
    for (const QString &id : list.split(u',', Qt::SkipEmptyParts)) {
        const QString name = subjectText(prefix + id, catalogue, ticket);
        if (!name.isEmpty())
            names.push_back(name);
    }
    return names;
}

/// The thing or things a refusal is about.
[[nodiscard]] QString thingOf(const domain::Refusal &refusal, const domain::Catalogue *catalogue,
                              const domain::Ticket &ticket)
{
    constexpr qsizetype shown = 3;
    QStringList list;
    if (refusal.code == RefusalCode::OpenSteps)
        list = names(argument(refusal.args, "steps"_L1), catalogue, &ticket);
    if (refusal.code == RefusalCode::ItemsNotRestored)
        list = names(argument(refusal.args, "items"_L1), catalogue, &ticket, u"item:"_s);
    if (list.isEmpty())
        return subjectText(refusal.subject, catalogue, &ticket);
    const int more = static_cast<int>(list.size() - shown);
    if (more <= 0)
        return listed(list);
    return Tr::tr("%1 and %n more", nullptr, more).arg(listed(list.first(shown)));
}

} // namespace

QString subjectText(const QString &subject, const domain::Catalogue *catalogue, const domain::Ticket *ticket)
{
    if (subject == u"rating")
        return Tr::tr("the customer's rating");
    if (subject == u"signature:customer" || subject == u"customer")
        return Tr::tr("the customer's signature");
    if (subject == u"signature:technician" || subject == u"technician")
        return Tr::tr("the technician's signature");
    if (const domain::Step *step = catalogue ? catalogue->step(subject) : nullptr)
        return pick(step->title);
    if (const domain::Measure *measure = catalogue ? catalogue->measure(subject) : nullptr)
        return pick(measure->title);
    if (const domain::Material *material = catalogue ? catalogue->material(subject) : nullptr)
        return pick(material->title);
    const QString item = subject.startsWith(u"item:"_s) ? subject.mid(5) : subject;
    if (ticket) {
        for (const domain::MovedItem &moved : ticket->movedItems) {
            if (moved.item.item == item)
                return moved.item.label;
        }
    }
    const auto state = domain::fromName<domain::State>(subject);
    return state ? stateText(*state) : QString();
}

QString refusalText(const domain::Refusal &refusal, const domain::Catalogue *catalogue, const domain::Ticket &ticket)
{
    QString special;
    if (refusal.code == RefusalCode::ArrivalNeedsReason)
        special = arrivalText(refusal);
    if (refusal.code == RefusalCode::WrongState)
        special = stageText(refusal);
    if (refusal.code == RefusalCode::StaleSignature)
        special = sentBackText(refusal, ticket);
    if (!special.isEmpty())
        return special;
    const auto row = std::find_if(std::begin(kRefusalRows), std::end(kRefusalRows),
                                  [&](const RefusalRow &r) { return r.code == refusal.code; });
    if (row == std::end(kRefusalRows))
        return {};
    const QString thing = row->about ? thingOf(refusal, catalogue, ticket) : QString();
    const QString text = thing.isEmpty() ? Tr::tr(row->text) : Tr::tr(row->about).arg(thing);
    return refusal.code == RefusalCode::ImpossibleValue ? sentences({text, rangeOfMeter(refusal, catalogue)}) : text;
}

QString openItemText(const domain::OpenItem &item, const domain::Catalogue *catalogue, const domain::Ticket &ticket)
{
    const QString name = subjectText(item.step, catalogue, &ticket);
    if (item.step.startsWith(u"item:"_s))
        return Tr::tr("Put back: %1").arg(name.isEmpty() ? item.step.mid(5) : name);
    if (item.step == u"rating")
        return Tr::tr("Ask the customer for a rating");
    if (item.step.startsWith(u"signature:"_s)) {
        const bool customer = item.step.endsWith(u"customer"_s);
        const auto role = customer ? domain::SignerRole::Customer : domain::SignerRole::Technician;
        const bool again = ticket.signatures.count(role) > 0;
        if (customer)
            return again ? Tr::tr("The customer signs again, something was changed") : Tr::tr("The customer signs");
        if (onlySentBack(role, ticket))
            return Tr::tr("You sign again, the ticket was sent back");
        return again ? Tr::tr("You sign again, something was changed") : Tr::tr("You sign");
    }
    return name.isEmpty() ? item.step : name;
}

} // namespace ruhu::presentation
