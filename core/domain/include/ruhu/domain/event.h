// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/base/json.h>
#include <ruhu/base/uuid.h>

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace ruhu::domain {

// Names on the wire and in catalogue documents stand beside each value; names.h converts both ways.

/// What has been reached on a ticket (domain/rules 3.1). Order matters: a later state is further along.
enum class State {
    ToContact, // "to-contact"
    Booked, // "booked"
    Prepared, // "prepared"
    Travelling, // "travelling"
    Arrived, // "arrived"
    Admitted, // "admitted"
    Working, // "working"
    Tested, // "tested"
    CleanedUp, // "cleaned-up"
    HandedOver, // "handed-over"
    SignedOff, // "signed-off"
    HandedBack, // "handed-back": given back to the office unfinished, for a reason the service code knows
    Done, // "done": the supervisor approved
    Cancelled, // "cancelled" by the office
};

/// The technician is through with the ticket and the supervisor has the word.
[[nodiscard]] constexpr bool awaitsReview(State state)
{
    return state == State::SignedOff || state == State::HandedBack;
}

/// Id of a row of the service code's kinds: "install" "relocate" "repair" "dismantle", and whatever an office adds.
using TicketKind = QString;
/// Id of a row of the roles document (roles.h).
using RoleId = QString;
enum class Access { Ftth, Lan, Xdsl }; // "ftth" "lan" "xdsl"
enum class Service { Broadband, Iptv, Voice, Wifi }; // "broadband" "iptv" "voice" "wifi"
enum class Area { Urban, Rural }; // "urban": exact appointment; "rural": half-day (D15-11, D15-12)
enum class Tier { Standard, Gold }; // "standard" "gold" (key customer)
enum class Bandwidth { Shared, Dedicated }; // "shared" "dedicated" (P-LAW-15)

enum class Verdict { NoLimit, Pass, Warn, Fail }; // "none" "pass" "warn" "fail"
enum class ContactOutcome { Reached, NoAnswer, Postponed }; // "reached" "no-answer" "postponed"
enum class Admission { AdultCustomer, OtherAdult, MinorAlone, Nobody, Refused };
// "adult-customer" "other-adult" "minor-alone" "nobody" "refused"
/// An adult may let the technician in (D15-34).
[[nodiscard]] constexpr bool isAdult(Admission who)
{
    return who == Admission::AdultCustomer || who == Admission::OtherAdult;
}

enum class NotAdmittedNext { Wait, Rebook }; // "wait" "rebook"
enum class Rating { Satisfied, Neutral, Dissatisfied, Declined };
// "satisfied" "neutral" "dissatisfied" "declined"
enum class SignerRole { Customer, Technician }; // "customer" "technician"
enum class Cause { Company, Customer }; // "company" "customer"
enum class EnquiryKind { Question, Complaint, OutOfScope }; // "question" "complaint" "out-of-scope"
enum class ReviewDecision { Approve, Return }; // "approve" "return"

struct Window {
    WallTime start;
    WallTime end; // equal to start for an exact time
    bool operator==(const Window &) const = default;
};

// ---- Payloads: what an event says. A payload is also how an act is proposed: decide() completes it
// ---- or refuses it. Fields marked [decided] are filled by decide() and ignored in a proposal.

/// "ticket.opened": the office's order, as imported.
struct TicketOpened {
    QString number; // human number, unique per server, e.g. "IN-1125-007"
    TicketKind kind;
    Access access = Access::Ftth;
    std::vector<Service> services;
    Area area = Area::Urban;
    Tier tier = Tier::Standard;
    std::int64_t downMbps = 0; // subscribed rates
    std::int64_t upMbps = 0;
    QString product; // e.g. "300M + IPTV"
    QString customerName; // personal
    QString customerPhone; // personal
    QString division; // "浙江省杭州市西湖区"
    QString address; // personal: street, building, door
    QString accountId; // broadband account
    QString remark;
    WallTime acceptedAt; // when the order was taken
    std::optional<Window> requested; // first appointment of the accepting unit (day precision, D15-10)
    std::optional<WallTime> promisedBy;
    QString catalogue; // hash of the checklist document this ticket is bound to
    QString faultCode; // class of the reported fault in the office's list (P-FLT-01)
    QString faultText; // what the customer reported (D13-06)
    std::optional<WallTime> reportedAt; // when; a fault's limits of time start here
    QString contactName; // personal: whom to call besides the customer (P-FLD-01)
    QString contactPhone; // personal
    QString serviceNumber; // of the order in the operator's own systems
    std::optional<WallTime> contractUntil; // last day of the contract (D1-19)
    std::optional<Bandwidth> bandwidth;
    QString tierMark; // the operator's own mark, e.g. a star or card level (P-KPI-09)
    bool operator==(const TicketOpened &) const = default;
};

/// "ticket.assigned": names who carries the ticket out.
struct TicketAssigned {
    UserId user;
    QString userName;
    TeamId team;
    bool operator==(const TicketAssigned &) const = default;
};

/// "ticket.rescheduled": the office moved the wish date.
struct TicketRescheduled {
    Window window;
    QString reason;
    bool operator==(const TicketRescheduled &) const = default;
};

/// "ticket.cancelled" by the office.
struct TicketCancelled {
    QString reason;
    bool operator==(const TicketCancelled &) const = default;
};

/// "contact.recorded": one call to the customer (D15-09). A postponement needs a note (D15-86).
struct ContactRecorded {
    ContactOutcome outcome = ContactOutcome::Reached;
    QString note;
    bool operator==(const ContactRecorded &) const = default;
};

/// "appointment.booked": time, person and phone are written down at once (D15-13).
struct AppointmentBooked {
    Window window;
    QString person; // personal
    QString phone; // personal
    bool customersWish = true; // the customer's time was taken (D15-08)
    QString reason; // needed when it was not
    bool operator==(const AppointmentBooked &) const = default;
};

/// "appointment.missed": the agreed time cannot be kept by one side; the next visit is agreed anew (D15-27, D15-86).
struct AppointmentMissed {
    Cause cause = Cause::Customer;
    QString reason;
    bool operator==(const AppointmentMissed &) const = default;
};

/// "late.announced": the customer is told before the window (D15-25, D15-26).
struct LateAnnounced {
    std::int64_t expectedDelayMin = 0;
    QString reason;
    bool accepted = true;
    bool operator==(const LateAnnounced &) const = default;
};

/// "state.entered": depart, arrive, start work, finish a stage, sign off.
struct StateEntered {
    State to = State::Prepared;
    QString reason; // needed when arriving outside the allowed deviation (D15-24)
    std::optional<std::int64_t> deviationMin; // [decided] on arrival: minutes after the agreed time, early is negative
    bool operator==(const StateEntered &) const = default;
};

/// "admission.recorded": who opened, and whether an adult consented (D15-34, D15-35).
struct AdmissionRecorded {
    Admission who = Admission::AdultCustomer;
    QString note; // when not admitted: the call to the appointee
    std::optional<NotAdmittedNext> next; // required when not admitted
    bool operator==(const AdmissionRecorded &) const = default;
};

/// "visit.left": the work goes on later; the customer is told when (D15-52).
struct VisitLeft {
    QString reason;
    WallTime promisedBy;
    bool operator==(const VisitLeft &) const = default;
};

/// "visit.resumed": back in the home, let in by an adult once more (D15-34).
struct VisitResumed {
    Admission who = Admission::AdultCustomer;
    bool operator==(const VisitResumed &) const = default;
};

/// "ticket.handed-back": what cannot be finished goes to the office, in a way the catalogue lists.
struct TicketHandedBack {
    QString way; // HandBackWay::id
    QString note; // what was found and told to the customer
    bool operator==(const TicketHandedBack &) const = default;
};

/// "charge.quoted": the price is named before the work and the customer says yes or no (D15-96).
struct ChargeQuoted {
    std::int64_t amountFen = 0; // hundredths of a yuan
    QString purpose;
    bool accepted = true;
    bool operator==(const ChargeQuoted &) const = default;
};

/// "charge.taken": the quoted amount against a receipt (D8-05, D8-08).
struct ChargeTaken {
    std::int64_t amountFen = 0;
    QString receipt;
    bool operator==(const ChargeTaken &) const = default;
};

/// "enquiry.recorded": what the visitor could not settle is written down and passed on to 10010 (D15-58 to D15-60).
struct EnquiryRecorded {
    EnquiryKind kind = EnquiryKind::Question;
    QString text;
    QString person; // personal
    QString phone; // personal
    bool hotlineCalled = true; // 10010 was called from the home
    bool operator==(const EnquiryRecorded &) const = default;
};

/// "steps.confirmed": routine steps confirmed in one act, recorded as such with the list.
struct StepsConfirmed {
    std::vector<QString> steps;
    bool operator==(const StepsConfirmed &) const = default;
};

/// "step.answered": choice, multiple choice or text, as the step's kind demands.
struct StepAnswered {
    QString step;
    std::vector<QString> options;
    QString text;
    bool operator==(const StepAnswered &) const = default;
};

/// "step.skipped": allowed for gate "reason" only.
struct StepSkipped {
    QString step;
    QString reason;
    bool operator==(const StepSkipped &) const = default;
};

/// Limits in the measure's scaled integers; absent = no limit on that side. Limits themselves are allowed
/// values for fail; warn begins at the limit itself.
struct Limits {
    std::optional<std::int64_t> failLow, failHigh, warnLow, warnHigh;
    bool operator==(const Limits &) const = default;
};

/// "reading.recorded". Outside the limits needs a reason and raises a finding.
struct ReadingRecorded {
    QString measure;
    std::int64_t value = 0; // scaled by 10^decimals of the measure
    QString reason;
    Verdict verdict = Verdict::NoLimit; // [decided]
    Limits limits; // [decided] as valid for this ticket then
    bool operator==(const ReadingRecorded &) const = default;
};

/// "photo.attached". The bytes are in the blob store before this event exists.
struct PhotoAttached {
    QString step;
    QByteArray sha256; // 32 bytes
    QString mime; // "image/jpeg" or "image/png"
    std::int64_t sizeBytes = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;
    QString caption;
    bool operator==(const PhotoAttached &) const = default;
};

/// "item.moved" / "item.restored": the customer's things (D15-46, D15-63).
struct ItemMoved {
    QString item; // short id, unique in the ticket
    QString label;
    bool consent = true; // the customer agreed first (D15-47)
    bool operator==(const ItemMoved &) const = default;
};
struct ItemRestored {
    QString item;
    bool operator==(const ItemRestored &) const = default;
};

/// One thing written down of a material: the number of a terminal, where a cable begins and ends.
struct MaterialMark {
    QString kind; // as Material::traced: "sn" "mac" "loid" "length" "length-marks" "port" "pair"
    QString text;
    bool operator==(const MaterialMark &) const = default;
};
/// "material.used" / "material.withdrawn": what stays at the customer's, and returned terminals (P-MAT-01 … 04).
struct MaterialUsed {
    QString line; // short id, unique in the ticket
    QString material; // id in the ticket's materials document
    std::int64_t quantity = 0; // pieces, or tenths of a metre
    std::vector<MaterialMark> marks; // [decided] trimmed, without empty ones
    bool takenBack = false; // a terminal that leaves with the technician
    bool operator==(const MaterialUsed &) const = default;
};
struct MaterialWithdrawn {
    QString line; // it was recorded by mistake
    bool operator==(const MaterialWithdrawn &) const = default;
};

/// "rating.given" by the customer. The reason holds the customer's own words, praise too (D15-75, D10-10); they are
/// needed when dissatisfied (D15-71, D15-73).
struct RatingGiven {
    Rating rating = Rating::Satisfied;
    QString reason;
    bool operator==(const RatingGiven &) const = default;
};

/// "signature.given": bound to exactly what was shown.
struct SignatureGiven {
    SignerRole role = SignerRole::Customer;
    QString name; // personal
    QByteArray strokes; // SHA-256 of the stroke document in the blob store
    std::int64_t strokeCount = 0;
    std::int64_t durationMs = 0;
    QByteArray contentHash; // BLAKE2b-256 of workOrderContent() as shown
    std::int64_t workRevision = 0; // [decided] Ticket::workRevision it was given for
    bool operator==(const SignatureGiven &) const = default;
};

/// "note.added".
struct NoteAdded {
    QString text;
    QString step; // may be empty
    bool operator==(const NoteAdded &) const = default;
};

struct ReviewPin {
    QString step;
    QString comment;
    bool operator==(const ReviewPin &) const = default;
};

/// "review.decided" by a supervisor; returning needs a comment.
struct ReviewDecided {
    ReviewDecision decision = ReviewDecision::Approve;
    QString comment;
    std::vector<ReviewPin> pins;
    std::vector<QString> marks = {}; // ids of the rules of conduct that were broken (D15-103)
    bool operator==(const ReviewDecided &) const = default;
};

/// A named value of an office case.
struct CaseField {
    QString field; // CaseFieldRule::id
    QString value;
    bool operator==(const CaseField &) const = default;
};

/// "case.opened": work of the office that is no visit: a complaint, a callback, a renewal (office_catalogue.h).
struct CaseOpened {
    QString number; // human number, unique per server
    QString kind; // CaseKind::id
    QString customerName; // personal
    QString customerPhone; // personal
    QString address; // personal
    std::optional<TicketId> about; // the visit it came from
    std::vector<CaseField> fields;
    QString state; // [decided]
    bool operator==(const CaseOpened &) const = default;
};

/// "case.acted": one act of the kind's state table.
struct CaseActed {
    QString act; // CaseAct::id
    std::vector<CaseField> fields;
    QString state; // [decided] where the case is afterwards
    bool operator==(const CaseActed &) const = default;
};

/// An event type or version this program does not know. Kept and shown as "a newer program is needed".
struct UnknownPayload {
    QString type;
    Json body;
    bool operator==(const UnknownPayload &) const = default;
};

using Payload =
    std::variant<TicketOpened, TicketAssigned, TicketRescheduled, TicketCancelled, TicketHandedBack, ContactRecorded,
                 AppointmentBooked, AppointmentMissed, LateAnnounced, StateEntered, AdmissionRecorded, VisitLeft,
                 VisitResumed, StepsConfirmed, StepAnswered, StepSkipped, ReadingRecorded, PhotoAttached, ItemMoved,
                 ItemRestored, MaterialUsed, MaterialWithdrawn, ChargeQuoted, ChargeTaken, EnquiryRecorded, RatingGiven,
                 SignatureGiven, NoteAdded, ReviewDecided, CaseOpened, CaseActed, UnknownPayload>;

/// The wire name, e.g. "reading.recorded"; for UnknownPayload the name it came with.
[[nodiscard]] QString payloadType(const Payload &payload);

/// Place of an event in one user action: the projection applies a group only when whole.
struct Group {
    EventId first;
    std::int64_t index = 1; // 1-based
    std::int64_t count = 1;
    bool operator==(const Group &) const = default;
};

/// What every event carries besides its payload (sync.md 2.2).
struct EventMeta {
    EventId id;
    TicketId ticket;
    std::int64_t baseRevision = 0; // highest server revision of the ticket applied when the user acted
    std::optional<EventId> baseOwn; // own previous event on this ticket
    Group group;
    UserId by;
    RoleId role;
    WallTime wall; // device time
    std::int64_t serverOffsetMs = 0; // estimate: server time minus device time
    QString bootId;
    Millis monotonic{0};
    bool operator==(const EventMeta &) const = default;
};

struct Event {
    EventMeta meta;
    Payload payload;
    bool operator==(const Event &) const = default;
};

/// An event with what the reader knows of its way: one line of a ticket's history.
struct HistoryEntry {
    Event event;
    DeviceId device; // null for the server's own events
    std::int64_t sequence = 0; // in that device's journal
    std::optional<std::int64_t> revision; // per-ticket server revision; absent while only on this laptop
    std::optional<WallTime> receivedAt; // server time
};

} // namespace ruhu::domain
