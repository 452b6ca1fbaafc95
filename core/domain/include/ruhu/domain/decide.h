// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/catalogue.h>
#include <ruhu/domain/roles.h>
#include <ruhu/domain/ticket.h>

namespace ruhu::domain {

/// Why an act is not allowed. Words are made in presentation; every value has a text in both languages.
enum class RefusalCode {
    WrongState, // "wrong-state": args: state
    WrongRole, // "wrong-role"
    NotYours, // "not-yours": assigned to somebody else
    Cancelled, // "cancelled"
    AlreadyDone, // "already-done"
    NeedsNewerProgram, // "needs-newer-program"
    UnknownCatalogue, // "unknown-catalogue": the service code it is bound to is not on this laptop yet
    UnknownStep, // "unknown-step"
    UnknownMeasure, // "unknown-measure"
    WrongStepKind, // "wrong-step-kind"
    StepNotForTicket, // "step-not-for-ticket": its condition does not hold
    NotRoutine, // "not-routine": cannot be confirmed in a group
    UnknownOption, // "unknown-option"
    NeedsOption, // "needs-option"
    NeedsNote, // "needs-note"
    NeedsText, // "needs-text"
    NeedsReason, // "needs-reason"
    CannotSkip, // "cannot-skip": blocking step
    OpenSteps, // "open-steps": args: steps, comma separated
    NotReached, // "not-reached": booking needs a call that reached the customer (D15-09)
    BadWindow, // "bad-window": ends before it starts, in the past, or wrong precision for the area
    NeedsContactData, // "needs-contact-data": person and phone (D15-13)
    ArrivalNeedsReason, // "arrival-needs-reason": args: deviation (D15-24)
    AdultConsentNeeded, // "adult-consent-needed" (D15-34)
    NotAdmittedNeedsNext, // "not-admitted-needs-next": call the appointee, say what next (D15-35)
    TooLateToAnnounce, // "too-late-to-announce": the window has begun (D15-25)
    ImpossibleValue, // "impossible-value": args: min, max
    OutOfLimitsNeedsReason, // "out-of-limits-needs-reason": args: verdict
    ConsentFirst, // "consent-first": moving things needs the customer's consent (D15-47)
    UnknownItem, // "unknown-item"
    DuplicateItem, // "duplicate-item"
    UnknownMaterial, // "unknown-material", also a line that is not there or a mark it does not have
    MaterialNotForAccess, // "material-not-for-access"
    NeedsSerial, // "needs-serial": one for each piece (P-MAT-01)
    BadQuantity, // "bad-quantity": args: max
    SerialTwice, // "serial-twice": args: serial
    ItemsNotRestored, // "items-not-restored": args: items (D15-63)
    BadPhoto, // "bad-photo": hash, type or size
    NeedsRating, // "needs-rating" before the customer signs
    NeedsSignature, // "needs-signature": args: role
    StaleSignature, // "stale-signature": facts changed after it was given; args: role
    EmptySignature, // "empty-signature"
    ContentChanged, // "content-changed": the shown content is not the present one
    SignatureReused, // "signature-reused": the same strokes stand for the other person already (D15-101)
    NeedsComment, // "needs-comment": returning needs one
    ReadingFails, // "reading-fails": this answer does not go with a reading out of limits (D15-101)
    Away, // "away": the technician left the site; being back comes first
    NotAway, // "not-away"
    BadPromise, // "bad-promise": the promised time is not ahead (D15-52)
    UnknownWay, // "unknown-way"
    NotThisWay, // "not-this-way": what this way of handing back asks for does not hold; subject: the step to answer
    TooFewVisits, // "too-few-visits": args: visits (D15-21)
    BadAmount, // "bad-amount": args: max
    NeedsQuotation, // "needs-quotation": no price was accepted before (D15-96)
    DiffersFromQuotation, // "differs-from-quotation": args: quoted (D15-96)
    OverdueNeedsReason, // "overdue-needs-reason": args: deadline (D15-20)
    UnknownKind, // "unknown-kind": no kind of ticket of this service code
    UnknownMark, // "unknown-mark": no rule of conduct of this service code, or marked twice
    NothingToReview, // "nothing-to-review"
    UnknownAct, // "unknown-act": the kind of case has none of that name
    UnknownField, // "unknown-field": does not belong to this act, or is given twice
    BadField, // "bad-field": too long, or no time
    NotNow, // "not-now": what the case says in this field forbids it
};

struct Refusal {
    RefusalCode code = RefusalCode::WrongState;
    QString rule; // "D15-24", empty when the reason is technical
    QString subject; // step, measure or item id the reader is led to
    std::vector<std::pair<QString, QString>> args;
    bool operator==(const Refusal &) const = default;
};

/// Who acts, when, and by which checklist.
struct ActContext {
    UserId actor;
    const RoleRule &role;
    WallTime now; // corrected: the device's clock and the known offset to the server's
    const Catalogue &catalogue;
    /// Hash of workOrderContent() now; needed for signatures only.
    QByteArray contentHash;
};

/// What somebody needs to do this; nothing for what is no act on a visit or is unknown here.
[[nodiscard]] std::optional<Right> rightFor(const Payload &payload);

using Decision = std::variant<std::vector<Payload>, Refusal>;

/// May this be done, and which events does it make? Pure. A proposal is a payload as it would be recorded;
/// [decided] fields are filled here. One act may make several events (one group).
[[nodiscard]] Decision decide(const Ticket &ticket, const Payload &proposal, const ActContext &context);

/// One thing that keeps the technician from going on (or from leaving).
struct OpenItem {
    QString stage;
    QString step; // step id; or "item:<id>", "rating", "signature:customer", "signature:technician"
    Gate gate = Gate::Block;
    bool operator==(const OpenItem &) const = default;
};

/// Steps of these stages that are blocking or reason-gated and not settled yet. All stages when empty.
[[nodiscard]] std::vector<OpenItem> openItems(const Ticket &ticket, const Catalogue &catalogue,
                                              const std::vector<QString> &stages = {});

/// "May I leave?": everything that stands between now and a sign-off, in visit order.
[[nodiscard]] std::vector<OpenItem> leaveGate(const Ticket &ticket, const Catalogue &catalogue);

/// True when the step belongs to this ticket: kind, area, services, tier and answered steps.
[[nodiscard]] bool appliesTo(const Step &step, const Ticket &ticket);
/// True when the option belongs to this ticket.
[[nodiscard]] bool isOffered(const StepOption &option, const Ticket &ticket);
/// True when the step needs nothing more.
[[nodiscard]] bool isSettled(const Step &step, const Ticket &ticket);

/// True when the material goes with the ticket's access.
[[nodiscard]] bool isFor(const Material &material, const Ticket &ticket);
/// Measured in metres, its quantity in tenths of one; otherwise counted.
[[nodiscard]] bool isMeasured(const Material &material);
/// More than one visit could ever need, a design value.
[[nodiscard]] std::int64_t mostOf(const Material &material);
/// The number a terminal is known by, among the marks that are traced.
inline constexpr QStringView kSerialMark = u"sn";
/// True when the document wants this written down for each piece.
[[nodiscard]] bool isTraced(const Material &material, QStringView mark);
/// The list is of terminals that leave with the technician.
[[nodiscard]] bool asksForTakenBack(const Step &step);
/// Lines of one direction, without those recorded by mistake; they live as long as the ticket.
[[nodiscard]] std::vector<const MaterialLine *> standingLines(const Ticket &ticket, bool takenBack);
/// Of a list of materials: a line of its direction stands on the ticket.
[[nodiscard]] bool hasLines(const Step &step, const Ticket &ticket);
/// An id for the next line of materials.
[[nodiscard]] QString freshLine(const Ticket &ticket);

/// The other limits that count for this ticket; nullptr when the measure's own do.
[[nodiscard]] const MeasureVariant *variantFor(const Measure &measure, const Ticket &ticket);
/// Limits of a measure for this ticket, relative ones resolved to values.
[[nodiscard]] Limits limitsFor(const Measure &measure, const Ticket &ticket);
[[nodiscard]] Verdict judge(std::int64_t value, const Limits &limits);

/// The transition that leads on from the present state, if any: the one primary action.
[[nodiscard]] const Transition *nextTransition(const Ticket &ticket, const Catalogue &catalogue);

/// An act that exists now, and why not if it is not allowed.
struct Possibility {
    QString type; // payload type, e.g. "reading.recorded"
    QString target; // step, measure, item or target state; empty where the type says it all
    std::optional<Refusal> refusal;
    bool operator==(const Possibility &) const = default;
};
/// Every kind of act for this role with its refusal, in visit order. `allowed` and decide() always agree.
[[nodiscard]] std::vector<Possibility> possibilities(const Ticket &ticket, const ActContext &context);

} // namespace ruhu::domain
