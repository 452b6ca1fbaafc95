// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/decide.h>

namespace ruhu::domain {

/// What a walk says where the routine answer is not wanted. Everything left out is answered as on a day
/// without trouble.
struct WalkAnswers {
    std::optional<AppointmentBooked> appointment;
    std::optional<LateAnnounced> late; // told after leaving, before the window
    QString arrivalReason; // said when the arrival is outside the tolerance
    std::vector<AdmissionRecorded> admissions; // one per try at the door; beyond them an adult customer opens
    std::map<QString, StepAnswered> steps; // by step id
    std::map<QString, QString> skips; // step id → reason
    std::map<QString, ReadingRecorded> readings; // by measure id
    std::vector<ItemMoved> items; // moved at the beginning of the work, put back at the clean-up
    std::vector<MaterialUsed> materials; // used or taken back, in place of the one that is made up
    std::vector<AppointmentMissed> missed; // one per booking, before the arrival; beyond them the time is kept
    QString leftReason; // leaves the site once at the beginning of the work; empty: never
    std::optional<TicketHandedBack> handBack; // as soon as it is allowed
    std::optional<ChargeQuoted> charge; // where the checklist asks for a quotation
    std::optional<EnquiryRecorded> enquiry; // where the checklist asks for one
    QString overdueReason; // said at the sign-off when a promised time has passed
    RatingGiven rating;
};

/// The walk waits for bytes only the caller can make: attach a photo to this step.
struct NeedPhoto {
    QString step;
    bool operator==(const NeedPhoto &) const = default;
};
/// The walk waits for this person's signature over the present workOrderContent().
struct NeedSignature {
    SignerRole role = SignerRole::Customer;
    bool operator==(const NeedSignature &) const = default;
};
/// Nothing is left to do; or, with a refusal, the walk cannot go on by itself.
struct Finished {
    std::optional<Refusal> stuck;
    bool operator==(const Finished &) const = default;
};
using WalkStep = std::variant<Payload, NeedPhoto, NeedSignature, Finished>;

/// The next act of the assigned technician on the way to the sign-off. Pure: the caller records the act,
/// moves its clock and asks again. A payload it answers is always allowed by decide() at context.now.
/// An appointment it makes up begins within minutes, so that a walk without waiting arrives in time.
[[nodiscard]] WalkStep nextRoutineAct(const Ticket &ticket, const ActContext &context, const WalkAnswers &answers = {});

} // namespace ruhu::domain
