// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_tr.h"

#include <ruhu/domain/names.h>

#include <cstdlib>

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;

using Writer = QString (*)(const domain::Finding &finding, const domain::Catalogue *catalogue);

[[nodiscard]] int number(const domain::Finding &finding, QLatin1StringView name)
{
    return argument(finding.args, name).toInt();
}

/// The finding, then what the technician wrote about it.
[[nodiscard]] QString withReason(const QString &text, const QString &reason)
{
    return reason.isEmpty() ? text : sentences({text, Tr::tr("Reason: %1").arg(reason)});
}

/// The finding, then the words that were recorded with it.
[[nodiscard]] QString andNote(const QString &text, const QString &note)
{
    return note.isEmpty() ? text : sentences({text, Tr::tr("Note: %1").arg(note)});
}

[[nodiscard]] QString subjectOf(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    const QString name = subjectText(finding.subject, catalogue, nullptr);
    return name.isEmpty() ? finding.subject : name;
}

[[nodiscard]] QString arrival(const domain::Finding &finding, const domain::Catalogue *)
{
    const int minutes = number(finding, "minutes"_L1);
    const QString text = minutes < 0 ? Tr::tr("Arrived %n minutes early.", nullptr, -minutes)
                                     : Tr::tr("Arrived %n minutes late.", nullptr, minutes);
    return withReason(text, argument(finding.args, "reason"_L1));
}

[[nodiscard]] QString lateNotice(const domain::Finding &finding, const domain::Catalogue *)
{
    return Tr::tr("The customer was not told before that the visit would be %n minutes late.", nullptr,
                  number(finding, "minutes"_L1));
}

[[nodiscard]] QString bookingLate(const domain::Finding &finding, const domain::Catalogue *)
{
    return Tr::tr("The appointment was written down %n minutes after the call.", nullptr,
                  number(finding, "minutes"_L1));
}

[[nodiscard]] QString valueOf(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    const domain::Measure *measure = catalogue ? catalogue->measure(finding.subject) : nullptr;
    return readingText(argument(finding.args, "value"_L1).toLongLong(), measure);
}

[[nodiscard]] QString outOfLimits(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    const QString text =
        Tr::tr("%1 is out of limits: %2.").arg(subjectOf(finding, catalogue), valueOf(finding, catalogue));
    return withReason(text, argument(finding.args, "reason"_L1));
}

[[nodiscard]] QString nearLimit(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    const QString text =
        Tr::tr("%1 is near the limit: %2.").arg(subjectOf(finding, catalogue), valueOf(finding, catalogue));
    return withReason(text, argument(finding.args, "reason"_L1));
}

[[nodiscard]] QString stepSkipped(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    return withReason(Tr::tr("Left out: %1.").arg(subjectOf(finding, catalogue)), argument(finding.args, "reason"_L1));
}

[[nodiscard]] QString stepNotPassed(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    const QStringList chosen = argument(finding.args, "options"_L1).split(u',', Qt::SkipEmptyParts);
    const domain::Step *step = catalogue ? catalogue->step(finding.subject) : nullptr;
    const QString answer = answerText({chosen.begin(), chosen.end()}, argument(finding.args, "note"_L1), step);
    const QString what = subjectOf(finding, catalogue);
    return answer.isEmpty() ? Tr::tr("Not in order: %1.").arg(what)
                            : Tr::tr("Not in order: %1 (%2).", "step, answer").arg(what, answer);
}

[[nodiscard]] QString photoMissing(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    return withReason(Tr::tr("Photo missing: %1.").arg(subjectOf(finding, catalogue)),
                      argument(finding.args, "reason"_L1));
}

[[nodiscard]] QString fewStrokes(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    return Tr::tr("Few strokes (%n) in %1.", nullptr, number(finding, "strokes"_L1)).arg(subjectOf(finding, catalogue));
}

[[nodiscard]] QString changedAfter(const domain::Finding &, const domain::Catalogue *)
{
    return Tr::tr("The work order was changed after the customer had signed.");
}

[[nodiscard]] QString clockBack(const domain::Finding &finding, const domain::Catalogue *)
{
    const int seconds = number(finding, "seconds"_L1);
    constexpr int minute = 60;
    return seconds < 2 * minute ? Tr::tr("The laptop's clock was set back by %n seconds.", nullptr, seconds)
                                : Tr::tr("The laptop's clock was set back by %1.").arg(durationText(seconds / minute));
}

[[nodiscard]] QString conductMarked(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    return Tr::tr("Marked by the supervisor: %1").arg(conductText(argument(finding.args, "mark"_L1), catalogue));
}

[[nodiscard]] QString dissatisfied(const domain::Finding &finding, const domain::Catalogue *)
{
    return withReason(Tr::tr("The customer is not satisfied."), argument(finding.args, "reason"_L1));
}

[[nodiscard]] QString timeNotTaken(const domain::Finding &finding, const domain::Catalogue *)
{
    return withReason(Tr::tr("Another time than the customer wished was agreed."), argument(finding.args, "reason"_L1));
}

[[nodiscard]] QString notAdmitted(const domain::Finding &finding, const domain::Catalogue *)
{
    const auto who = domain::fromName<domain::Admission>(argument(finding.args, "who"_L1));
    const QString why = who ? admissionText(*who) : QString();
    const QString text = why.isEmpty() ? Tr::tr("Not let in.") : Tr::tr("Not let in: %1.").arg(why);
    return andNote(text, argument(finding.args, "note"_L1));
}

[[nodiscard]] QString skippedState(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    return Tr::tr("Passed over without a record: %1.").arg(subjectOf(finding, catalogue));
}

[[nodiscard]] QString unknownEvent(const domain::Finding &finding, const domain::Catalogue *)
{
    return Tr::tr("There is an entry of a newer program (%1). Update Ruhu to read it.").arg(finding.subject);
}

[[nodiscard]] QString deadlineMissed(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    const QString text =
        Tr::tr("%1 too late by %2.")
            .arg(deadlineText(finding.subject, catalogue), durationText(number(finding, "minutes"_L1)));
    return withReason(text, argument(finding.args, "reason"_L1));
}

[[nodiscard]] QString appointmentMissed(const domain::Finding &finding, const domain::Catalogue *)
{
    const bool ours = argument(finding.args, "cause"_L1) == domain::toName(domain::Cause::Company);
    return withReason(ours ? Tr::tr("We did not keep an agreed time.")
                           : Tr::tr("The customer did not keep an agreed time."),
                      argument(finding.args, "reason"_L1));
}

[[nodiscard]] QString missedTwice(const domain::Finding &finding, const domain::Catalogue *)
{
    return withReason(Tr::tr("We broke our word to this customer more than once."),
                      argument(finding.args, "reason"_L1));
}

[[nodiscard]] QString leftSite(const domain::Finding &finding, const domain::Catalogue *)
{
    return withReason(Tr::tr("The technician left the site and came back later."), argument(finding.args, "reason"_L1));
}

[[nodiscard]] QString longVisit(const domain::Finding &finding, const domain::Catalogue *)
{
    return Tr::tr("The work took %1 without a word about it.").arg(durationText(number(finding, "minutes"_L1)));
}

[[nodiscard]] QString handedBack(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    const QString title = handBackText(argument(finding.args, "way"_L1), catalogue);
    return andNote(Tr::tr("Given back unfinished: %1.").arg(title), argument(finding.args, "note"_L1));
}

[[nodiscard]] QString chargeUnquoted(const domain::Finding &finding, const domain::Catalogue *)
{
    return Tr::tr("%1 was taken without a price the customer had accepted.")
        .arg(yuanText(argument(finding.args, "taken"_L1).toLongLong()));
}

[[nodiscard]] QString chargeDiffers(const domain::Finding &finding, const domain::Catalogue *)
{
    return Tr::tr("%1 was taken, but %2 had been quoted.")
        .arg(yuanText(argument(finding.args, "taken"_L1).toLongLong()),
             yuanText(argument(finding.args, "quoted"_L1).toLongLong()));
}

[[nodiscard]] QString enquiry(const domain::Finding &finding, const domain::Catalogue *)
{
    const auto kind = domain::fromName<domain::EnquiryKind>(argument(finding.args, "kind"_L1));
    return Tr::tr("%1: %2", "fact: what was said")
        .arg(kind ? enquiryText(*kind) : QString(), argument(finding.args, "text"_L1));
}

[[nodiscard]] QString enquiryDropped(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    return sentences({enquiry(finding, catalogue), Tr::tr("10010 was not called.")});
}

[[nodiscard]] QString signedBeforeTrial(const domain::Finding &, const domain::Catalogue *)
{
    return Tr::tr("The customer signed before trying it.");
}

[[nodiscard]] QStringList otherTickets(const domain::Finding &finding)
{
    return argument(finding.args, "tickets"_L1).split(u',', Qt::SkipEmptyParts);
}

[[nodiscard]] QString copiedReading(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    return Tr::tr("%1 reads the same on other tickets of this technician (%2): %3.", "measure, value, tickets")
        .arg(subjectOf(finding, catalogue), valueOf(finding, catalogue), listed(otherTickets(finding)));
}

[[nodiscard]] QString reusedStrokes(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    return Tr::tr("The very same strokes stand on another ticket, %1: %2.", "whose signature, tickets")
        .arg(subjectOf(finding, catalogue), listed(otherTickets(finding)));
}

[[nodiscard]] QString missedTwiceCustomer(const domain::Finding &finding, const domain::Catalogue *)
{
    return Tr::tr("We broke our word to this customer on another ticket, too: %1.").arg(listed(otherTickets(finding)));
}

[[nodiscard]] QString qualificationExpired(const domain::Finding &finding, const domain::Catalogue *)
{
    return Tr::tr("The technician's qualification ran out on %1.").arg(argument(finding.args, "until"_L1));
}

struct FindingRow {
    QLatin1StringView code;
    Writer write;
};

constexpr FindingRow kFindingRows[] = {
    {"arrival-deviation"_L1, arrival},
    {"late-notice-missing"_L1, lateNotice},
    {"booking-recorded-late"_L1, bookingLate},
    {"customers-time-not-taken"_L1, timeNotTaken},
    {"reading-out-of-limits"_L1, outOfLimits},
    {"reading-near-limit"_L1, nearLimit},
    {"step-skipped"_L1, stepSkipped},
    {"step-not-passed"_L1, stepNotPassed},
    {"few-strokes"_L1, fewStrokes},
    {"changed-after-customer-signature"_L1, changedAfter},
    {"clock-went-back"_L1, clockBack},
    {"conduct-marked"_L1, conductMarked},
    {"dissatisfied"_L1, dissatisfied},
    {"not-admitted"_L1, notAdmitted},
    {"photo-missing"_L1, photoMissing},
    {"skipped-state"_L1, skippedState},
    {"unknown-event"_L1, unknownEvent},
    {"deadline-missed"_L1, deadlineMissed},
    {"appointment-missed"_L1, appointmentMissed},
    {"missed-twice"_L1, missedTwice},
    {"left-site"_L1, leftSite},
    {"long-visit"_L1, longVisit},
    {"handed-back"_L1, handedBack},
    {"charge-without-quotation"_L1, chargeUnquoted},
    {"charge-differs"_L1, chargeDiffers},
    {"enquiry"_L1, enquiry},
    {"enquiry-not-passed-on"_L1, enquiryDropped},
    {"signed-before-trial"_L1, signedBeforeTrial},
    {"copied-reading"_L1, copiedReading},
    {"reused-strokes"_L1, reusedStrokes},
    {"missed-twice-customer"_L1, missedTwiceCustomer},
    {"qualification-expired"_L1, qualificationExpired},
};

} // namespace

QString findingText(const domain::Finding &finding, const domain::Catalogue *catalogue)
{
    const auto row = std::find_if(std::begin(kFindingRows), std::end(kFindingRows),
                                  [&](const FindingRow &r) { return r.code == finding.code; });
    return row == std::end(kFindingRows) ? Tr::tr("Something to look at (%1).").arg(finding.code)
                                         : row->write(finding, catalogue);
}

} // namespace ruhu::presentation
