// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps.h"

namespace ruhu::domain::detail {

/// Nothing when the act may go on.
using Objection = std::optional<Refusal>;

/// Who may do an act and between which states. One row per payload type.
struct ActRule {
    QLatin1StringView type;
    Right right;
    State first;
    State last;
    /// Goes on while the technician has left the site.
    bool whileAway = false;
};

/// nullptr for a type this program does not know.
[[nodiscard]] const ActRule *ruleOf(const QString &type);

/// The general guards: program version, role, assignment, cancelled and closed tickets, state.
[[nodiscard]] Objection checkRule(const Ticket &ticket, const Payload &proposal, const ActContext &context);

[[nodiscard]] inline Refusal refuse(RefusalCode code, const QString &subject = {}, const QString &rule = {})
{
    return Refusal{code, rule, subject, {}};
}
[[nodiscard]] Refusal wrongState(const Ticket &ticket, const QString &subject = {});

[[nodiscard]] inline bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

// decide() by family of acts. Each gets a proposal that passed checkRule() and completes it.
struct Act {
    const Ticket &ticket;
    const ActContext &context;

    [[nodiscard]] Objection operator()(TicketOpened &proposal) const;
    [[nodiscard]] Objection operator()(TicketAssigned &proposal) const;
    [[nodiscard]] Objection operator()(TicketRescheduled &proposal) const;
    [[nodiscard]] Objection operator()(TicketCancelled &proposal) const;
    [[nodiscard]] Objection operator()(ReviewDecided &proposal) const;
    [[nodiscard]] Objection operator()(NoteAdded &proposal) const;
    [[nodiscard]] Objection operator()(CaseOpened &proposal) const;
    [[nodiscard]] Objection operator()(CaseActed &proposal) const;
    [[nodiscard]] Objection operator()(UnknownPayload &proposal) const;

    [[nodiscard]] Objection operator()(ContactRecorded &proposal) const;
    [[nodiscard]] Objection operator()(AppointmentBooked &proposal) const;
    [[nodiscard]] Objection operator()(AppointmentMissed &proposal) const;
    [[nodiscard]] Objection operator()(LateAnnounced &proposal) const;
    [[nodiscard]] Objection operator()(StateEntered &proposal) const;
    [[nodiscard]] Objection operator()(AdmissionRecorded &proposal) const;

    [[nodiscard]] Objection operator()(VisitLeft &proposal) const;
    [[nodiscard]] Objection operator()(VisitResumed &proposal) const;
    [[nodiscard]] Objection operator()(TicketHandedBack &proposal) const;
    [[nodiscard]] Objection operator()(ChargeQuoted &proposal) const;
    [[nodiscard]] Objection operator()(ChargeTaken &proposal) const;
    [[nodiscard]] Objection operator()(EnquiryRecorded &proposal) const;

    [[nodiscard]] Objection operator()(StepsConfirmed &proposal) const;
    [[nodiscard]] Objection operator()(StepAnswered &proposal) const;
    [[nodiscard]] Objection operator()(StepSkipped &proposal) const;
    [[nodiscard]] Objection operator()(ReadingRecorded &proposal) const;
    [[nodiscard]] Objection operator()(PhotoAttached &proposal) const;

    [[nodiscard]] Objection operator()(ItemMoved &proposal) const;
    [[nodiscard]] Objection operator()(ItemRestored &proposal) const;
    [[nodiscard]] Objection operator()(MaterialUsed &proposal) const;
    [[nodiscard]] Objection operator()(MaterialWithdrawn &proposal) const;
    [[nodiscard]] Objection operator()(RatingGiven &proposal) const;
    [[nodiscard]] Objection operator()(SignatureGiven &proposal) const;
};

/// The refusal that names what is open, most helpful code first; nothing when the list is empty.
[[nodiscard]] Objection objectionTo(const std::vector<OpenItem> &items, const Ticket &ticket,
                                    const Catalogue &catalogue);

/// Minutes between the agreed time and `now`: urban after the start, rural outside the half day.
[[nodiscard]] std::int64_t arrivalDeviation(const Window &window, Area area, WallTime now);
/// Is this a window the area's rule asks for, and still ahead?
[[nodiscard]] bool isGoodWindow(const Window &window, Area area, WallTime now);

} // namespace ruhu::domain::detail
