// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/names.h>

#include <ruhu/domain/catalogue.h>
#include <ruhu/domain/deadlines.h>
#include <ruhu/domain/decide.h>
#include <ruhu/domain/findings.h>
#include <ruhu/domain/forms.h>
#include <ruhu/domain/roles.h>

#include <algorithm>
#include <array>

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;

template<typename Enum>
struct Name {
    Enum value;
    QLatin1StringView text;
};

/// The table of one enum; specialised below for every enum that has names.
template<typename Enum>
constexpr auto kNames = nullptr;

template<>
constexpr auto kNames<State> = std::to_array<Name<State>>({
    {State::ToContact, "to-contact"_L1},
    {State::Booked, "booked"_L1},
    {State::Prepared, "prepared"_L1},
    {State::Travelling, "travelling"_L1},
    {State::Arrived, "arrived"_L1},
    {State::Admitted, "admitted"_L1},
    {State::Working, "working"_L1},
    {State::Tested, "tested"_L1},
    {State::CleanedUp, "cleaned-up"_L1},
    {State::HandedOver, "handed-over"_L1},
    {State::SignedOff, "signed-off"_L1},
    {State::HandedBack, "handed-back"_L1},
    {State::Done, "done"_L1},
    {State::Cancelled, "cancelled"_L1},
});

template<>
constexpr auto kNames<Access> = std::to_array<Name<Access>>({
    {Access::Ftth, "ftth"_L1},
    {Access::Lan, "lan"_L1},
    {Access::Xdsl, "xdsl"_L1},
});

template<>
constexpr auto kNames<Service> = std::to_array<Name<Service>>({
    {Service::Broadband, "broadband"_L1},
    {Service::Iptv, "iptv"_L1},
    {Service::Voice, "voice"_L1},
    {Service::Wifi, "wifi"_L1},
});

template<>
constexpr auto kNames<Area> = std::to_array<Name<Area>>({
    {Area::Urban, "urban"_L1},
    {Area::Rural, "rural"_L1},
});

template<>
constexpr auto kNames<Bandwidth> = std::to_array<Name<Bandwidth>>({
    {Bandwidth::Shared, "shared"_L1},
    {Bandwidth::Dedicated, "dedicated"_L1},
});
template<>
constexpr auto kNames<Tier> = std::to_array<Name<Tier>>({
    {Tier::Standard, "standard"_L1},
    {Tier::Gold, "gold"_L1},
});

template<>
constexpr auto kNames<Right> = std::to_array<Name<Right>>({
    {Right::Visit, "visit"_L1},
    {Right::Note, "note"_L1},
    {Right::Review, "review"_L1},
    {Right::Order, "order"_L1},
    {Right::Case, "case"_L1},
});

template<>
constexpr auto kNames<Reach> = std::to_array<Name<Reach>>({
    {Reach::None, "none"_L1},
    {Reach::Own, "own"_L1},
    {Reach::Team, "team"_L1},
});

template<>
constexpr auto kNames<Verdict> = std::to_array<Name<Verdict>>({
    {Verdict::NoLimit, "none"_L1},
    {Verdict::Pass, "pass"_L1},
    {Verdict::Warn, "warn"_L1},
    {Verdict::Fail, "fail"_L1},
});

template<>
constexpr auto kNames<ContactOutcome> = std::to_array<Name<ContactOutcome>>({
    {ContactOutcome::Reached, "reached"_L1},
    {ContactOutcome::NoAnswer, "no-answer"_L1},
    {ContactOutcome::Postponed, "postponed"_L1},
});

template<>
constexpr auto kNames<Admission> = std::to_array<Name<Admission>>({
    {Admission::AdultCustomer, "adult-customer"_L1},
    {Admission::OtherAdult, "other-adult"_L1},
    {Admission::MinorAlone, "minor-alone"_L1},
    {Admission::Nobody, "nobody"_L1},
    {Admission::Refused, "refused"_L1},
});

template<>
constexpr auto kNames<NotAdmittedNext> = std::to_array<Name<NotAdmittedNext>>({
    {NotAdmittedNext::Wait, "wait"_L1},
    {NotAdmittedNext::Rebook, "rebook"_L1},
});

template<>
constexpr auto kNames<Rating> = std::to_array<Name<Rating>>({
    {Rating::Satisfied, "satisfied"_L1},
    {Rating::Neutral, "neutral"_L1},
    {Rating::Dissatisfied, "dissatisfied"_L1},
    {Rating::Declined, "declined"_L1},
});

template<>
constexpr auto kNames<SignerRole> = std::to_array<Name<SignerRole>>({
    {SignerRole::Customer, "customer"_L1},
    {SignerRole::Technician, "technician"_L1},
});

template<>
constexpr auto kNames<Cause> = std::to_array<Name<Cause>>({
    {Cause::Company, "company"_L1},
    {Cause::Customer, "customer"_L1},
});

template<>
constexpr auto kNames<FormAbout> = std::to_array<Name<FormAbout>>({
    {FormAbout::Visit, "visit"_L1},
    {FormAbout::Case, "case"_L1},
    {FormAbout::List, "list"_L1},
    {FormAbout::Day, "day"_L1},
    {FormAbout::Person, "person"_L1},
    {FormAbout::Code, "code"_L1},
});

template<>
constexpr auto kNames<CaseFieldKind> = std::to_array<Name<CaseFieldKind>>({
    {CaseFieldKind::Text, "text"_L1},
    {CaseFieldKind::Choice, "choice"_L1},
    {CaseFieldKind::Time, "time"_L1},
    {CaseFieldKind::User, "user"_L1},
});

template<>
constexpr auto kNames<EnquiryKind> = std::to_array<Name<EnquiryKind>>({
    {EnquiryKind::Question, "question"_L1},
    {EnquiryKind::Complaint, "complaint"_L1},
    {EnquiryKind::OutOfScope, "out-of-scope"_L1},
});

template<>
constexpr auto kNames<ReviewDecision> = std::to_array<Name<ReviewDecision>>({
    {ReviewDecision::Approve, "approve"_L1},
    {ReviewDecision::Return, "return"_L1},
});

template<>
constexpr auto kNames<Gate> = std::to_array<Name<Gate>>({
    {Gate::Block, "block"_L1},
    {Gate::Reason, "reason"_L1},
    {Gate::Optional, "optional"_L1},
});

template<>
constexpr auto kNames<StepKind> = std::to_array<Name<StepKind>>({
    {StepKind::Tick, "tick"_L1},
    {StepKind::Choice, "choice"_L1},
    {StepKind::Multi, "multi"_L1},
    {StepKind::Text, "text"_L1},
    {StepKind::Reading, "reading"_L1},
    {StepKind::Photo, "photo"_L1},
    {StepKind::Items, "items"_L1},
    {StepKind::Materials, "materials"_L1},
    {StepKind::Signature, "signature"_L1},
    {StepKind::Rating, "rating"_L1},
    {StepKind::Auto, "auto"_L1},
});

template<>
constexpr auto kNames<DeadlineStart> = std::to_array<Name<DeadlineStart>>({
    {DeadlineStart::Ordered, "ordered"_L1},
    {DeadlineStart::Reported, "reported"_L1},
    {DeadlineStart::Promised, "promised"_L1},
    {DeadlineStart::Agreed, "agreed"_L1},
    {DeadlineStart::Left, "left"_L1},
});

template<>
constexpr auto kNames<DeadlineEnd> = std::to_array<Name<DeadlineEnd>>({
    {DeadlineEnd::Reached, "reached"_L1},
    {DeadlineEnd::Arrived, "arrived"_L1},
    {DeadlineEnd::Resumed, "resumed"_L1},
    {DeadlineEnd::Closed, "closed"_L1},
});

template<>
constexpr auto kNames<DeadlineState> = std::to_array<Name<DeadlineState>>({
    {DeadlineState::Running, "running"_L1},
    {DeadlineState::Soon, "soon"_L1},
    {DeadlineState::Overdue, "overdue"_L1},
    {DeadlineState::Met, "met"_L1},
    {DeadlineState::Missed, "missed"_L1},
});

template<>
constexpr auto kNames<Severity> = std::to_array<Name<Severity>>({
    {Severity::Info, "info"_L1},
    {Severity::Warn, "warn"_L1},
    {Severity::Fail, "fail"_L1},
});

template<>
constexpr auto kNames<RefusalCode> = std::to_array<Name<RefusalCode>>({
    {RefusalCode::WrongState, "wrong-state"_L1},
    {RefusalCode::WrongRole, "wrong-role"_L1},
    {RefusalCode::NotYours, "not-yours"_L1},
    {RefusalCode::Cancelled, "cancelled"_L1},
    {RefusalCode::AlreadyDone, "already-done"_L1},
    {RefusalCode::NeedsNewerProgram, "needs-newer-program"_L1},
    {RefusalCode::UnknownCatalogue, "unknown-catalogue"_L1},
    {RefusalCode::UnknownStep, "unknown-step"_L1},
    {RefusalCode::UnknownMeasure, "unknown-measure"_L1},
    {RefusalCode::WrongStepKind, "wrong-step-kind"_L1},
    {RefusalCode::StepNotForTicket, "step-not-for-ticket"_L1},
    {RefusalCode::NotRoutine, "not-routine"_L1},
    {RefusalCode::UnknownOption, "unknown-option"_L1},
    {RefusalCode::NeedsOption, "needs-option"_L1},
    {RefusalCode::NeedsNote, "needs-note"_L1},
    {RefusalCode::NeedsText, "needs-text"_L1},
    {RefusalCode::NeedsReason, "needs-reason"_L1},
    {RefusalCode::CannotSkip, "cannot-skip"_L1},
    {RefusalCode::OpenSteps, "open-steps"_L1},
    {RefusalCode::NotReached, "not-reached"_L1},
    {RefusalCode::BadWindow, "bad-window"_L1},
    {RefusalCode::NeedsContactData, "needs-contact-data"_L1},
    {RefusalCode::ArrivalNeedsReason, "arrival-needs-reason"_L1},
    {RefusalCode::AdultConsentNeeded, "adult-consent-needed"_L1},
    {RefusalCode::NotAdmittedNeedsNext, "not-admitted-needs-next"_L1},
    {RefusalCode::TooLateToAnnounce, "too-late-to-announce"_L1},
    {RefusalCode::ImpossibleValue, "impossible-value"_L1},
    {RefusalCode::OutOfLimitsNeedsReason, "out-of-limits-needs-reason"_L1},
    {RefusalCode::ConsentFirst, "consent-first"_L1},
    {RefusalCode::UnknownItem, "unknown-item"_L1},
    {RefusalCode::DuplicateItem, "duplicate-item"_L1},
    {RefusalCode::UnknownMaterial, "unknown-material"_L1},
    {RefusalCode::MaterialNotForAccess, "material-not-for-access"_L1},
    {RefusalCode::NeedsSerial, "needs-serial"_L1},
    {RefusalCode::BadQuantity, "bad-quantity"_L1},
    {RefusalCode::SerialTwice, "serial-twice"_L1},
    {RefusalCode::ItemsNotRestored, "items-not-restored"_L1},
    {RefusalCode::BadPhoto, "bad-photo"_L1},
    {RefusalCode::NeedsRating, "needs-rating"_L1},
    {RefusalCode::NeedsSignature, "needs-signature"_L1},
    {RefusalCode::StaleSignature, "stale-signature"_L1},
    {RefusalCode::EmptySignature, "empty-signature"_L1},
    {RefusalCode::ContentChanged, "content-changed"_L1},
    {RefusalCode::SignatureReused, "signature-reused"_L1},
    {RefusalCode::NeedsComment, "needs-comment"_L1},
    {RefusalCode::ReadingFails, "reading-fails"_L1},
    {RefusalCode::Away, "away"_L1},
    {RefusalCode::NotAway, "not-away"_L1},
    {RefusalCode::BadPromise, "bad-promise"_L1},
    {RefusalCode::UnknownWay, "unknown-way"_L1},
    {RefusalCode::NotThisWay, "not-this-way"_L1},
    {RefusalCode::TooFewVisits, "too-few-visits"_L1},
    {RefusalCode::BadAmount, "bad-amount"_L1},
    {RefusalCode::NeedsQuotation, "needs-quotation"_L1},
    {RefusalCode::DiffersFromQuotation, "differs-from-quotation"_L1},
    {RefusalCode::OverdueNeedsReason, "overdue-needs-reason"_L1},
    {RefusalCode::UnknownKind, "unknown-kind"_L1},
    {RefusalCode::UnknownMark, "unknown-mark"_L1},
    {RefusalCode::NothingToReview, "nothing-to-review"_L1},
    {RefusalCode::UnknownAct, "unknown-act"_L1},
    {RefusalCode::UnknownField, "unknown-field"_L1},
    {RefusalCode::BadField, "bad-field"_L1},
    {RefusalCode::NotNow, "not-now"_L1},
});

} // namespace

template<typename Enum>
QString toName(Enum value)
{
    const auto &names = kNames<Enum>;
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto &row) { return row.value == value; });
    Q_ASSERT(found != names.end());
    return found->text;
}

template<typename Enum>
bool hasName(Enum value)
{
    const auto &names = kNames<Enum>;
    return std::any_of(names.begin(), names.end(), [&](const auto &row) { return row.value == value; });
}

template<typename Enum>
std::optional<Enum> fromName(const QString &name)
{
    const auto &names = kNames<Enum>;
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto &row) { return row.text == name; });
    return found == names.end() ? std::nullopt : std::optional(found->value);
}

template QString toName(Reach);
template QString toName(Right);
template QString toName(State);
template QString toName(Access);
template QString toName(Service);
template QString toName(Area);
template QString toName(Tier);
template QString toName(Bandwidth);
template QString toName(Verdict);
template QString toName(ContactOutcome);
template QString toName(Admission);
template QString toName(NotAdmittedNext);
template QString toName(Rating);
template QString toName(SignerRole);
template QString toName(Cause);
template QString toName(EnquiryKind);
template QString toName(CaseFieldKind);
template QString toName(FormAbout);
template QString toName(DeadlineStart);
template QString toName(DeadlineEnd);
template QString toName(DeadlineState);
template QString toName(ReviewDecision);
template QString toName(Gate);
template QString toName(StepKind);
template QString toName(Severity);
template QString toName(RefusalCode);

template bool hasName(State);
template bool hasName(Access);
template bool hasName(Service);
template bool hasName(Area);
template bool hasName(Tier);

template std::optional<Right> fromName(const QString &);
template std::optional<Reach> fromName(const QString &);
template std::optional<State> fromName(const QString &);
template std::optional<Access> fromName(const QString &);
template std::optional<Service> fromName(const QString &);
template std::optional<Area> fromName(const QString &);
template std::optional<Tier> fromName(const QString &);
template std::optional<Bandwidth> fromName(const QString &);
template std::optional<Verdict> fromName(const QString &);
template std::optional<ContactOutcome> fromName(const QString &);
template std::optional<Admission> fromName(const QString &);
template std::optional<NotAdmittedNext> fromName(const QString &);
template std::optional<Rating> fromName(const QString &);
template std::optional<SignerRole> fromName(const QString &);
template std::optional<Cause> fromName(const QString &);
template std::optional<EnquiryKind> fromName(const QString &);
template std::optional<CaseFieldKind> fromName(const QString &);
template std::optional<FormAbout> fromName(const QString &);
template std::optional<DeadlineStart> fromName(const QString &);
template std::optional<DeadlineEnd> fromName(const QString &);
template std::optional<ReviewDecision> fromName(const QString &);
template std::optional<Gate> fromName(const QString &);
template std::optional<StepKind> fromName(const QString &);
template std::optional<Severity> fromName(const QString &);
template std::optional<RefusalCode> fromName(const QString &);

} // namespace ruhu::domain
