// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/documents.h>

#include <map>
#include <memory>

namespace ruhu::domain {

enum class Gate { Block, Reason, Optional }; // "block" "reason" "optional"
enum class StepKind { Tick, Choice, Multi, Text, Reading, Photo, Items, Materials, Signature, Rating, Auto };
// "tick" "choice" "multi" "text" "reading" "photo" "items" "materials" "signature" "rating" "auto"

/// Only tickets that match every given list show the step; an empty list matches all.
struct StepCondition {
    std::vector<TicketKind> kinds;
    std::vector<Access> accesses;
    std::vector<Area> areas;
    std::vector<Service> services; // the ticket has at least one of them
    std::vector<Tier> tiers;
    QString stepAnswered; // another step…
    QString withOption; // …was answered with this option; empty: with any
    std::vector<StepCondition> anyOf; // when given, one of these holds, too
    bool operator==(const StepCondition &) const = default;
};

struct StepOption {
    QString id;
    Text text;
    bool passes = true; // false: answering this leaves a blocking step open
    bool needsNote = false;
    /// Measures of which none may stand out of its limits: a fault is not gone while the meter says otherwise (D15-101).
    std::vector<QString> needsPassing;
    StepCondition condition = {}; // offered and accepted only where it holds
    bool operator==(const StepOption &) const = default;
};

struct Step {
    QString id;
    QString stage;
    Gate gate = Gate::Block;
    StepKind kind = StepKind::Tick;
    bool routine = false; // may be confirmed in one act with others; never for consent, enquiry, signature
    Text title;
    Text hint;
    std::vector<StepOption> options; // Choice, Multi; those of `optionsFrom` are filled in by the reader
    QString optionsFrom; // "fault-codes": the codes are the options, each where its access and service are
    QString sidesFrom; // with fault codes: the step that asks for the side; only codes of that side are offered
    std::vector<QString> phrases; // what to say meanwhile, ids of phrases; see Phrase::kinds
    std::vector<QString> measures; // Reading
    /// Auto: which fact completes it: "contact" "appointment" "arrival" "admission" "quotation" "payment" "enquiry".
    /// Items: "moved" lists things (never open), "restored" is open while one of them is not back.
    /// Materials: "used" or "taken-back", open until a line or one of its options (nothing used) is recorded.
    QString automatic;
    QString example; // Text: what an answer looks like, in either language
    SignerRole signer = SignerRole::Customer; // Signature
    StepCondition condition;
    std::vector<QString> after; // steps that come first where the ticket has them, e.g. the old address of a relocation
    std::vector<QString> rules; // ids of the service code
    bool operator==(const Step &) const = default;
};

/// Limits that stand in for a measure's own on tickets that meet the condition, e.g. a terminal of another class.
struct MeasureVariant {
    StepCondition condition;
    Limits limits;
    QString source;
    QString confidence; // as for measures
    bool operator==(const MeasureVariant &) const = default;
};

struct Measure {
    QString id;
    Text title;
    QString unit; // "dBm", "Mbit/s"
    int decimals = 0; // values are scaled by 10^decimals
    Limits limits;
    /// "" = limits are values; "down"/"up" = limits are per cent of the subscribed rate.
    QString relativeTo;
    std::int64_t min = 0; // what a meter can show at all; outside is a typing error, refused
    std::int64_t max = 0;
    QString source;
    /// "A", "B", "C", "M" (from memory), "design", "NF" (no figure found): shown beside the limit; below A never blocks.
    QString confidence;
    std::vector<MeasureVariant> variants; // the first one that is met counts (P-OPT-02, P-OPT-05)
    bool operator==(const Measure &) const = default;
};

/// A kind of visit. Which steps it has is said by the steps' conditions.
struct TicketKindRule {
    TicketKind id; // "install"
    Text title;
    bool takesBack = true; // terminals of the customer's may leave with the technician
    bool operator==(const TicketKindRule &) const = default;
};

/// One group of the checklist, in visit order; also one stop of the phase rail.
struct Stage {
    QString id; // "book" "prepare" "travel" "door" "work" "test" "clean" "handover" "sign"
    Text title;
    bool operator==(const Stage &) const = default;
};

/// How a ticket moves: one row per StateEntered target and per fact that moves the state.
struct Transition {
    QString id; // "book" "prepare" "depart" "arrive" "admit" "start-work" "finish-work" …
    State from = State::ToContact;
    State to = State::Booked;
    std::vector<QString> stages; // whose blocking steps must be complete first
    Text act; // wording of the primary action, "I have arrived"
    bool operator==(const Transition &) const = default;
};

/// A way to give a ticket back to the office unfinished (domain/rules 3.1).
struct HandBackWay {
    QString id; // "remote-fix" "no-resource" "not-our-service" "customer-not-ready"
    Text title;
    Text hint; // what to write down
    State from = State::ToContact; // between these states
    State to = State::Tested;
    StepCondition condition;
    bool needsCall = false; // one that reached the customer
    std::int64_t lostVisits = 0; // so many visits the customer let fail come first (D15-21)
    std::vector<QString> rules;
    bool operator==(const HandBackWay &) const = default;
};

/// `reported` is the fault report, or the order where no report has a time of its own.
enum class DeadlineStart { Ordered, Reported, Promised, Agreed, Left };
// "ordered" "reported" "promised" "agreed" "left"
enum class DeadlineEnd { Reached, Arrived, Resumed, Closed }; // "reached" "arrived" "resumed" "closed"

/// How long something may take. Minutes and working days count from the start; `promised` and `left` start at the
/// time that was promised itself.
struct DeadlineRule {
    QString id;
    Text title;
    DeadlineStart starts = DeadlineStart::Ordered;
    DeadlineEnd ends = DeadlineEnd::Closed;
    std::int64_t minutes = 0;
    std::int64_t workingDays = 0; // due at the end of that day
    /// Minute of the local day: what starts before it is due when the day ends, what starts later a day after (P-KPI-04).
    std::optional<std::int64_t> sameDayUntil;
    std::int64_t warnMinutes = 0; // shown as urgent so long before it is due
    StepCondition condition;
    std::vector<QString> rules;
    QString confidence; // as for measures
    bool operator==(const DeadlineRule &) const = default;
};

/// Public holidays and make-up working days; other days follow the week.
struct WorkingCalendar {
    std::int64_t utcOffsetMin = 480;
    std::vector<QString> holidays; // "2026-01-01"
    std::vector<QString> workdays;
    bool operator==(const WorkingCalendar &) const = default;
};

/// Hex BLAKE2b-256 of the reference documents' bytes; empty: this service code has none.
struct DocumentHashes {
    QString faultCodes; // "fault-codes"
    QString phrases;
    QString conduct;
    QString materials;
    bool operator==(const DocumentHashes &) const = default;
};

/// What an operator's own mark of a customer means here (P-KPI-09).
struct TierMark {
    QString id; // the mark as the operator writes it, "SVIP"
    Tier tier = Tier::Standard;
    bool operator==(const TierMark &) const = default;
};

struct Catalogue {
    QString id; // "service-code"
    QString version; // "2026.1"
    QString hash; // hex BLAKE2b-256 of the document's bytes, set by the caller that read it
    DocumentHashes documents;
    std::int64_t arrivalToleranceMin = 10; // D15-24
    std::vector<TicketKindRule> kinds; // the first one where an order names none; empty in codes before 2026.5
    std::vector<Stage> stages;
    std::vector<Transition> transitions;
    std::vector<Step> steps;
    std::vector<Measure> measures;
    std::vector<HandBackWay> handBacks;
    std::vector<DeadlineRule> deadlines;
    WorkingCalendar calendar;
    std::int64_t longVisitMin = 240; // work without a break beyond this is worth a question (D15-53), a design value
    std::int64_t renewalNoticeDays = 0; // so long before the contract ends, renewing is spoken of (D1-19); 0: never
    std::vector<TierMark> tierMarks;

    // From the reference documents.
    std::vector<FaultSide> faultSides;
    std::vector<FaultCode> faultCodes;
    std::vector<Phrase> phrases;
    std::vector<ConductRule> conduct;
    std::vector<Material> materials;

    [[nodiscard]] const TicketKindRule *kind(const TicketKind &kindId) const;
    [[nodiscard]] const Step *step(const QString &stepId) const;
    [[nodiscard]] const Measure *measure(const QString &measureId) const;
    [[nodiscard]] const Stage *stage(const QString &stageId) const;
    [[nodiscard]] const HandBackWay *handBackWay(const QString &wayId) const;
    [[nodiscard]] const DeadlineRule *deadline(const QString &deadlineId) const;
    [[nodiscard]] const FaultCode *faultCode(const QString &codeId) const;
    [[nodiscard]] const Phrase *phrase(const QString &phraseId) const;
    [[nodiscard]] const ConductRule *conductRule(const QString &ruleId) const;
    [[nodiscard]] const Material *material(const QString &materialId) const;
    /// Nothing for a mark the catalogue does not know.
    [[nodiscard]] std::optional<Tier> tierOf(const QString &mark) const;
    bool operator==(const Catalogue &) const = default;
};

/// Reads a catalogue document and checks it whole: known enum names, unique ids, every reference resolves,
/// routine never set on a consent, rating or signature step, every transition reachable, no step waiting for itself.
/// The error's subject is the path of the bad member, e.g. "steps[4].measures[0]", and for a reference document
/// "documents.phrases:phrases[2].text". `documents` holds the bytes of every reference document at hand by their hash
/// (hex BLAKE2b-256); a service code that names one that is not there is refused.
[[nodiscard]] Result<Catalogue> readCatalogue(const QByteArray &document,
                                              const std::map<QString, QByteArray> &documents = {});

/// Hashes of the reference documents that a service code names; empty when it names none or is no service code.
[[nodiscard]] std::vector<QString> referencesOf(const QByteArray &document);

/// True when `version`, numbers with dots between them, is newer than `than`; an empty `than` is older than any.
[[nodiscard]] bool isNewerVersion(const QString &version, const QString &than);
/// What keeps a draft of this version from being published after the newest of its id, "" when there is none: the
/// subject is the path of the bad member.
[[nodiscard]] Result<void> checkVersion(const QString &version, const QString &newest);

struct OfficeCatalogue;
struct Roles;

/// What the service code calls itself; no ticket is bound to a document of another id.
inline const QString kServiceCode = QStringLiteral("service-code");

/// Every published version this program carries. A started ticket keeps the version it is bound to. Copies share the
/// documents, which stay where they are; one that was handed out never changes.
class CatalogueShelf {
public:
    void add(Catalogue catalogue) { m_catalogues.push_back(std::make_shared<const Catalogue>(std::move(catalogue))); }
    /// nullptr when no version has this hash.
    [[nodiscard]] const Catalogue *find(const QString &hash) const { return held(hash).get(); }
    /// The same, to be kept beyond the shelf's own life.
    [[nodiscard]] std::shared_ptr<const Catalogue> held(const QString &hash) const;
    /// Newest version of a document, nullptr when there is none of that id.
    [[nodiscard]] const Catalogue *latest(const QString &id) const;
    /// Of the newest service code; without one every day follows the week. Lives as long as the shelf.
    [[nodiscard]] const WorkingCalendar &calendar() const;
    /// Bytes of every reference document the program carries, by their hash.
    [[nodiscard]] const std::map<QString, QByteArray> &documents() const { return m_documents; }
    void setDocuments(std::map<QString, QByteArray> documents) { m_documents = std::move(documents); }

    /// The office's kinds of cases (office_catalogue.h); nullptr where the program has none.
    void setOfficeCases(std::shared_ptr<const OfficeCatalogue> cases) { m_officeCases = std::move(cases); }
    [[nodiscard]] const OfficeCatalogue *officeCases() const { return m_officeCases.get(); }

    /// Who may do what (roles.h); without the document nobody may do anything.
    void setRoles(std::shared_ptr<const Roles> roles) { m_roles = std::move(roles); }
    [[nodiscard]] const Roles &roles() const;

private:
    std::map<QString, QByteArray> m_documents;
    std::vector<std::shared_ptr<const Catalogue>> m_catalogues;
    std::shared_ptr<const OfficeCatalogue> m_officeCases;
    std::shared_ptr<const Roles> m_roles;
};

} // namespace ruhu::domain
