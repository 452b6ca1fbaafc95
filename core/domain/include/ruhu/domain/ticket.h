// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/catalogue.h>
#include <ruhu/domain/event.h>

namespace ruhu::domain {

/// Who recorded a fact and when, for every line shown.
struct Stamp {
    EventId event;
    UserId by;
    WallTime wall; // of the device, as the paper shows and signatures cover it
    Millis serverOffset{0}; // the server's time minus the device's, as known then
    /// The server's time: what limits are held against, however wrong the device's clock was.
    [[nodiscard]] WallTime corrected() const { return wall + serverOffset; }
    bool operator==(const Stamp &) const = default;
};

struct StepRecord {
    Stamp stamp;
    std::vector<QString> options;
    QString text;
    bool confirmed = false; // ticked
    bool inGroup = false; // ticked together with others
    bool skipped = false;
    QString reason; // of the skip
    bool operator==(const StepRecord &) const = default;
};

struct ReadingFact {
    Stamp stamp;
    ReadingRecorded reading;
    bool operator==(const ReadingFact &) const = default;
};
struct PhotoFact {
    Stamp stamp;
    PhotoAttached photo;
    bool operator==(const PhotoFact &) const = default;
};
struct MovedItem {
    Stamp stamp;
    ItemMoved item;
    std::optional<Stamp> restored;
    bool operator==(const MovedItem &) const = default;
};
struct MaterialLine {
    Stamp stamp;
    MaterialUsed used;
    std::optional<Stamp> withdrawn;
    bool operator==(const MaterialLine &) const = default;
};
struct ContactFact {
    Stamp stamp;
    ContactRecorded contact;
    bool operator==(const ContactFact &) const = default;
};
struct AppointmentFact {
    Stamp stamp;
    AppointmentBooked appointment;
    std::size_t callsBefore = 0; // contacts up to the booking; another one needs a later call
    bool operator==(const AppointmentFact &) const = default;
};
struct MissedFact {
    Stamp stamp;
    AppointmentMissed missed;
    bool operator==(const MissedFact &) const = default;
};
struct LateFact {
    Stamp stamp;
    LateAnnounced late;
    bool operator==(const LateFact &) const = default;
};
struct AdmissionFact {
    Stamp stamp;
    AdmissionRecorded admission;
    bool operator==(const AdmissionFact &) const = default;
};
struct ArrivalFact {
    Stamp stamp;
    std::int64_t deviationMin = 0;
    QString reason;
    bool operator==(const ArrivalFact &) const = default;
};
struct AbsenceFact {
    Stamp stamp;
    VisitLeft left;
    std::optional<Stamp> resumed; // or another time was promised, or the visit was given up
    bool operator==(const AbsenceFact &) const = default;
};
struct HandBackFact {
    Stamp stamp;
    TicketHandedBack handBack;
    bool operator==(const HandBackFact &) const = default;
};
struct QuotationFact {
    Stamp stamp;
    ChargeQuoted quotation;
    bool operator==(const QuotationFact &) const = default;
};
struct PaymentFact {
    Stamp stamp;
    ChargeTaken payment;
    bool operator==(const PaymentFact &) const = default;
};
struct EnquiryFact {
    Stamp stamp;
    EnquiryRecorded enquiry;
    bool operator==(const EnquiryFact &) const = default;
};
struct RatingFact {
    Stamp stamp;
    RatingGiven rating;
    bool operator==(const RatingFact &) const = default;
};
struct SignatureFact {
    Stamp stamp;
    SignatureGiven signature;
    bool beforeReturn = false; // the supervisor returned the ticket since
    bool operator==(const SignatureFact &) const = default;
};
struct NoteFact {
    Stamp stamp;
    NoteAdded note;
    bool operator==(const NoteFact &) const = default;
};
struct ReviewFact {
    Stamp stamp;
    ReviewDecided review;
    bool operator==(const ReviewFact &) const = default;
};

/// The fold of a ticket's events. Built by apply() only.
struct Ticket {
    TicketId id;
    TicketOpened order;
    std::optional<TicketAssigned> assignment;
    State state = State::ToContact;
    /// Returned by the supervisor and not signed off again yet.
    bool returned = false;
    QString cancelReason;
    QString closingReason; // why it was signed off late (D15-20)

    std::vector<ContactFact> contacts;
    std::size_t callsBeforeVisit = 0; // of them: for visits that came to nothing
    std::optional<AppointmentFact> appointment;
    std::vector<MissedFact> missed;
    std::int64_t lostVisits = 0; // that came to nothing through the customer (D15-21)
    std::vector<LateFact> lateNotices;
    std::optional<ArrivalFact> arrival;
    std::vector<AdmissionFact> admissions;
    std::map<QString, StepRecord> steps; // newest per step
    std::map<QString, ReadingFact> readings; // newest per measure
    std::vector<PhotoFact> photos;
    std::size_t photosBeforeVisit = 0; // of them: of visits that came to nothing
    std::vector<MovedItem> movedItems;
    std::vector<MaterialLine> materials;
    std::vector<AbsenceFact> absences;
    std::optional<HandBackFact> handBack; // while the office has it
    std::optional<QuotationFact> quotation; // newest
    std::optional<PaymentFact> payment; // newest
    std::vector<EnquiryFact> enquiries;
    std::size_t enquiriesBeforeVisit = 0;
    std::optional<RatingFact> rating;
    std::map<SignerRole, SignatureFact> signatures; // newest per role
    std::map<QByteArray, SignerRole> strokes; // by hash: who signed with them first
    std::vector<NoteFact> notes;
    std::vector<ReviewFact> reviews;
    std::map<State, Stamp> reached; // newest entry into each state
    std::optional<Stamp> firstSignOff; // a correction after a return does not make it later

    /// Counts every change of what the customer is shown; a signature is fresh while it carries this number.
    std::int64_t workRevision = 0;
    /// Highest server revision folded in.
    std::int64_t serverRevision = 0;
    std::optional<EventId> lastOwn; // newest event that has no server revision yet
    std::int64_t pendingEvents = 0; // events without a server revision
    /// Events of a type this program does not know were met: show, do not act.
    bool needsNewerProgram = false;

    [[nodiscard]] bool isFresh(SignerRole role) const;
    /// The technician left the site and is not back yet.
    [[nodiscard]] bool isAway() const;
    /// The customer put the visit off in the last call and has not been called since (D15-86).
    [[nodiscard]] bool isPostponed() const;
    /// The contract is over in at most so many days from this moment, or is over already (D1-19).
    [[nodiscard]] bool contractEndsWithin(std::int64_t days, WallTime now) const;
    bool operator==(const Ticket &) const = default;
};

/// state + event → state. Total: an event that makes no sense in this state is still recorded as far as it
/// can be, because facts are never dropped. Never fails, no I/O.
void apply(Ticket &ticket, const HistoryEntry &entry);

/// Folds a whole history, in the given order. A group is applied only when all its events are there.
[[nodiscard]] Ticket fold(TicketId id, const std::vector<HistoryEntry> &history);

} // namespace ruhu::domain
