// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/names.h>

#include <functional>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using test::TicketBench;

namespace {

using Scenario = std::function<std::optional<Refusal>(TicketBench &)>;
struct Row {
    RefusalCode code;
    const char *what;
    Scenario scenario;
};

std::optional<Refusal> at(TicketBench &bench, State state, const Payload &proposal)
{
    REQUIRE(bench.walkTo(state));
    return bench.act(proposal);
}

AppointmentBooked booking(TicketBench &bench, Millis length, Millis ahead = std::chrono::hours(1))
{
    const WallTime start = bench.clock().now() + ahead;
    return {{start, start + length}, u"王样本"_s, u"138 0000 0001"_s, true, {}};
}

/// Ready to be booked, with everything of the first stage done.
void callAndCheck(TicketBench &bench)
{
    REQUIRE_FALSE(bench.act(ContactRecorded{}));
    REQUIRE_FALSE(bench.act(StepsConfirmed{{u"A01"_s, u"A14"_s}}));
    REQUIRE_FALSE(bench.act(StepAnswered{u"A15"_s, {u"available"_s}, {}}));
}

/// Up to the customer's signature, which is still missing.
void walkToSignatures(TicketBench &bench)
{
    REQUIRE(bench.walkTo(State::HandedOver));
    while (!bench.ticket().rating)
        REQUIRE(bench.step());
}

SignatureGiven changedSignature(TicketBench &bench, const std::function<void(SignatureGiven &)> &change)
{
    walkToSignatures(bench);
    SignatureGiven signature = bench.signature(SignerRole::Customer);
    change(signature);
    return signature;
}

TicketOpened overdueOrder(TicketBench &bench)
{
    TicketOpened order = bench.ticket().order;
    order.promisedBy = bench.clock().now() - std::chrono::hours(1);
    return order;
}

/// The tables stand in two halves each, so that a half fits on a screen.
std::vector<Row> joined(std::vector<Row> rows, const std::vector<Row> &more)
{
    rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

std::vector<Row> generalRowsBegin()
{
    return {
        {RefusalCode::WrongState, "the rating comes after the handover",
         [](TicketBench &b) { return at(b, State::Working, RatingGiven{}); }},
        {RefusalCode::WrongState, "a state is not left out",
         [](TicketBench &b) {
             return at(b, State::Booked, StateEntered{State::Travelling, {}, {}});
         }},
        {RefusalCode::WrongState, "a step waits for its stage",
         [](TicketBench &b) {
             return at(b, State::Booked, StepAnswered{u"C08"_s, {u"match"_s}, {}});
         }},
        {RefusalCode::WrongRole, "the office does not record readings",
         [](TicketBench &b) { return b.act(ReadingRecorded{}, kDispatcher); }},
        {RefusalCode::WrongRole, "a technician does not cancel",
         [](TicketBench &b) { return b.act(TicketCancelled{u"x"_s}); }},
        {RefusalCode::WrongRole, "nobody reviews his own work",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::SignedOff));
             b.inject(TicketAssigned{b.supervisor(), u"x"_s, {}}, b.dispatcher(), kDispatcher);
             return b.act(ReviewDecided{}, kSupervisor);
         }},
        {RefusalCode::NotYours, "the ticket went to somebody else",
         [](TicketBench &b) {
             b.inject(TicketAssigned{b.supervisor(), u"x"_s, {}}, b.dispatcher(), kDispatcher);
             return b.act(ContactRecorded{});
         }},
        {RefusalCode::Cancelled, "the office cancelled",
         [](TicketBench &b) {
             REQUIRE_FALSE(b.act(TicketCancelled{u"moved away"_s}, kDispatcher));
             return b.act(ContactRecorded{});
         }},
        {RefusalCode::AlreadyDone, "the supervisor approved",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::SignedOff));
             REQUIRE_FALSE(b.act(ReviewDecided{}, kSupervisor));
             return b.act(NoteAdded{u"x"_s, {}});
         }},
        {RefusalCode::AlreadyDone, "a ticket is opened once",
         [](TicketBench &b) { return b.act(test::urbanOrder(), kDispatcher); }},
        {RefusalCode::UnknownKind, "the service code has no such kind",
         [](TicketBench &b) {
             TicketOpened order = test::urbanOrder();
             order.kind = u"moon-landing"_s;
             const Decision decision = decide(Ticket(), order, b.context(kDispatcher));
             REQUIRE(std::holds_alternative<Refusal>(decision));
             return std::optional(std::get<Refusal>(decision));
         }},
        {RefusalCode::NeedsNewerProgram, "an entry of a newer program was met",
         [](TicketBench &b) {
             b.inject(UnknownPayload{u"x.y"_s, {}}, b.dispatcher(), kOfficeItself);
             return b.act(ContactRecorded{});
         }},
    };
}

std::vector<Row> generalRowsEnd()
{
    return {
        {RefusalCode::NeedsNewerProgram, "an unknown act is proposed",
         [](TicketBench &b) {
             return b.act(UnknownPayload{u"x.y"_s, {}});
         }},
        {RefusalCode::NeedsReason, "cancelling needs a reason",
         [](TicketBench &b) { return b.act(TicketCancelled{u"  "_s}, kDispatcher); }},
        {RefusalCode::NeedsReason, "moving the wish date needs a reason",
         [](TicketBench &b) {
             const WallTime now = b.clock().now();
             return b.act(TicketRescheduled{{now, now}, {}}, kDispatcher);
         }},
        {RefusalCode::BadWindow, "the wish date does not lie behind us",
         [](TicketBench &b) {
             return b.act(TicketRescheduled{{}, u"rain"_s}, kDispatcher);
         }},
        {RefusalCode::NeedsText, "a note says something",
         [](TicketBench &b) {
             return b.act(NoteAdded{u" "_s, {}});
         }},
        {RefusalCode::UnknownStep, "a note hangs on a step that exists",
         [](TicketBench &b) {
             return b.act(NoteAdded{u"x"_s, u"Z99"_s});
         }},
        {RefusalCode::NothingToReview, "the ticket is still in the field",
         [](TicketBench &b) { return b.act(ReviewDecided{}, kSupervisor); }},
        {RefusalCode::NeedsComment, "returning says why",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::SignedOff));
             return b.act(ReviewDecided{ReviewDecision::Return, {}, {}}, kSupervisor);
         }},
        {RefusalCode::NeedsComment, "a pin says what is wrong there",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::SignedOff));
             return b.act(ReviewDecided{ReviewDecision::Return, u"x"_s, {{u"T02"_s, {}}}}, kSupervisor);
         }},
        {RefusalCode::UnknownMark, "a mark names a rule of conduct",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::SignedOff));
             return b.act(ReviewDecided{ReviewDecision::Approve, {}, {}, {u"no-singing"_s}}, kSupervisor);
         }},
        {RefusalCode::UnknownMark, "a rule of conduct is marked once",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::SignedOff));
             return b.act(ReviewDecided{ReviewDecision::Approve, {}, {}, {u"no-gifts"_s, u"no-gifts"_s}}, kSupervisor);
         }},
        {RefusalCode::UnknownStep, "a pin hangs on a step that exists",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::SignedOff));
             return b.act(ReviewDecided{ReviewDecision::Return, u"x"_s, {{u"Z99"_s, u"y"_s}}}, kSupervisor);
         }},
    };
}

std::vector<Row> generalRows()
{
    return joined(generalRowsBegin(), generalRowsEnd());
}

std::vector<Row> visitRowsBegin()
{
    return {
        {RefusalCode::NeedsNote, "a postponement says why",
         [](TicketBench &b) {
             return b.act(ContactRecorded{ContactOutcome::Postponed, {}});
         }},
        {RefusalCode::NotReached, "nobody was reached yet",
         [](TicketBench &b) {
             REQUIRE_FALSE(b.act(ContactRecorded{ContactOutcome::NoAnswer, {}}));
             return b.act(booking(b, Millis(0)));
         }},
        {RefusalCode::OpenSteps, "the ticket is read before a time is promised",
         [](TicketBench &b) {
             REQUIRE_FALSE(b.act(ContactRecorded{}));
             return b.act(booking(b, Millis(0)));
         }},
        {RefusalCode::OpenSteps, "the preparation is complete before leaving",
         [](TicketBench &b) {
             return at(b, State::Booked, StateEntered{State::Prepared, {}, {}});
         }},
        {RefusalCode::NeedsReason, "a time that is not the customer's has a cause",
         [](TicketBench &b) {
             callAndCheck(b);
             auto appointment = booking(b, Millis(0));
             appointment.customersWish = false;
             return b.act(appointment);
         }},
        {RefusalCode::NeedsContactData, "person and phone are written down",
         [](TicketBench &b) {
             callAndCheck(b);
             auto appointment = booking(b, Millis(0));
             appointment.phone.clear();
             return b.act(appointment);
         }},
        {RefusalCode::BadWindow, "an urban time is exact",
         [](TicketBench &b) {
             callAndCheck(b);
             return b.act(booking(b, std::chrono::minutes(121)));
         }},
        {RefusalCode::BadWindow, "a time lies ahead",
         [](TicketBench &b) {
             callAndCheck(b);
             return b.act(booking(b, Millis(0), std::chrono::minutes(-1)));
         }},
        {RefusalCode::BadWindow, "a window ends after it starts",
         [](TicketBench &b) {
             callAndCheck(b);
             return b.act(booking(b, Millis(-1)));
         }},
    };
}

std::vector<Row> visitRowsEnd()
{
    return {
        {RefusalCode::BadWindow, "a date two years ahead is a slip",
         [](TicketBench &b) {
             callAndCheck(b);
             return b.act(booking(b, Millis(0), std::chrono::hours(24 * 700)));
         }},
        {RefusalCode::TooLateToAnnounce, "the window has begun",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::Travelling));
             b.clock().setWall(b.ticket().appointment->appointment.window.start);
             return b.act(LateAnnounced{20, u"traffic"_s, true});
         }},
        {RefusalCode::NeedsReason, "being late has a cause",
         [](TicketBench &b) {
             return at(b, State::Booked, LateAnnounced{20, {}, true});
         }},
        {RefusalCode::ImpossibleValue, "a delay is at least a minute",
         [](TicketBench &b) {
             return at(b, State::Booked, LateAnnounced{0, u"x"_s, true});
         }},
        {RefusalCode::ArrivalNeedsReason, "eleven minutes late say why",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::Travelling));
             b.clock().setWall(b.ticket().appointment->appointment.window.start + std::chrono::minutes(11));
             return b.act(StateEntered{State::Arrived, {}, {}});
         }},
        {RefusalCode::AdultConsentNeeded, "nobody enters by himself",
         [](TicketBench &b) {
             return at(b, State::Arrived, StateEntered{State::Admitted, {}, {}});
         }},
        {RefusalCode::AdultConsentNeeded, "nobody works without being let in",
         [](TicketBench &b) {
             return at(b, State::Arrived, StateEntered{State::Working, {}, {}});
         }},
        {RefusalCode::NotAdmittedNeedsNext, "a minor alone means a call and a next step",
         [](TicketBench &b) {
             return at(b, State::Arrived, AdmissionRecorded{Admission::MinorAlone, u"called"_s, {}});
         }},
        {RefusalCode::NotAdmittedNeedsNext, "nobody at home means a call",
         [](TicketBench &b) {
             return at(b, State::Arrived, AdmissionRecorded{Admission::Nobody, {}, NotAdmittedNext::Wait});
         }},
    };
}

std::vector<Row> visitRows()
{
    return joined(visitRowsBegin(), visitRowsEnd());
}

std::vector<Row> stepRowsBegin()
{
    return {
        {RefusalCode::UnknownStep, "no such step", [](TicketBench &b) { return b.act(StepsConfirmed{{u"Z99"_s}}); }},
        {RefusalCode::UnknownStep, "an empty list", [](TicketBench &b) { return b.act(StepsConfirmed{}); }},
        {RefusalCode::WrongStepKind, "a choice is not ticked",
         [](TicketBench &b) { return b.act(StepsConfirmed{{u"A15"_s}}); }},
        {RefusalCode::WrongStepKind, "a tick is not answered",
         [](TicketBench &b) {
             return b.act(StepAnswered{u"A01"_s, {}, u"x"_s});
         }},
        {RefusalCode::WrongStepKind, "a photo belongs to a photo step",
         [](TicketBench &b) { return b.act(b.photo(u"A01"_s)); }},
        {RefusalCode::StepNotForTicket, "no telephone was ordered",
         [](TicketBench &b) {
             return at(b, State::Working, StepAnswered{u"T14"_s, {u"ok"_s}, {}});
         }},
        {RefusalCode::StepNotForTicket, "no reading for what was not ordered",
         [](TicketBench &b) {
             return at(b, State::Working, ReadingRecorded{u"wifi_rssi"_s, -50, {}, {}, {}});
         }},
        {RefusalCode::UnknownOption, "no such option",
         [](TicketBench &b) {
             return b.act(StepAnswered{u"A15"_s, {u"perhaps"_s}, {}});
         }},
        {RefusalCode::UnknownOption, "a login code of another access",
         [](TicketBench &b) {
             return at(b, State::Working, StepAnswered{u"T09"_s, {u"619"_s}, {}});
         }},
        {RefusalCode::UnknownOption, "a text has no options",
         [](TicketBench &b) {
             return at(b, State::Working, StepAnswered{u"F01"_s, {u"x"_s}, u"y"_s});
         }},
        {RefusalCode::NeedsOption, "nothing chosen",
         [](TicketBench &b) {
             return b.act(StepAnswered{u"A15"_s, {}, {}});
         }},
        {RefusalCode::NeedsOption, "two chosen of one",
         [](TicketBench &b) {
             return b.act(StepAnswered{u"A15"_s, {u"available"_s, u"none"_s}, u"x"_s});
         }},
        {RefusalCode::NeedsNote, "this option asks for words",
         [](TicketBench &b) {
             return b.act(StepAnswered{u"A15"_s, {u"none"_s}, {}});
         }},
    };
}

std::vector<Row> stepRowsEnd()
{
    return {
        {RefusalCode::NeedsText, "an empty text",
         [](TicketBench &b) {
             return at(b, State::Working, StepAnswered{u"F01"_s, {}, u" "_s});
         }},
        {RefusalCode::CannotSkip, "a blocking step stays",
         [](TicketBench &b) {
             return b.act(StepSkipped{u"A01"_s, u"no time"_s});
         }},
        {RefusalCode::NeedsReason, "skipping has a reason",
         [](TicketBench &b) {
             return b.act(StepSkipped{u"A14"_s, {}});
         }},
        {RefusalCode::UnknownMeasure, "no such measure",
         [](TicketBench &b) {
             return at(b, State::Working, ReadingRecorded{u"luck"_s, 7, {}, {}, {}});
         }},
        {RefusalCode::ImpossibleValue, "no meter shows this",
         [](TicketBench &b) {
             return at(b, State::Working, ReadingRecorded{u"opt_rx"_s, 214'000, u"x"_s, {}, {}});
         }},
        {RefusalCode::OutOfLimitsNeedsReason, "out of limits without a word",
         [](TicketBench &b) {
             return at(b, State::Working, ReadingRecorded{u"opt_rx"_s, -2701, {}, {}, {}});
         }},
        {RefusalCode::BadPhoto, "no picture",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::Arrived));
             PhotoAttached photo = b.photo(u"C11"_s);
             photo.mime = u"text/html"_s;
             return b.act(photo);
         }},
        {RefusalCode::BadPhoto, "half a hash",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::Arrived));
             PhotoAttached photo = b.photo(u"C11"_s);
             photo.sha256.chop(1);
             return b.act(photo);
         }},
    };
}

std::vector<Row> stepRows()
{
    return joined(stepRowsBegin(), stepRowsEnd());
}

std::vector<Row> closingRowsBegin()
{
    return {
        {RefusalCode::ConsentFirst, "moved without asking",
         [](TicketBench &b) {
             return at(b, State::Working, ItemMoved{u"i1"_s, u"shelf"_s, false});
         }},
        {RefusalCode::UnknownItem, "a thing without a name",
         [](TicketBench &b) {
             return at(b, State::Working, ItemMoved{{}, u"shelf"_s, true});
         }},
        {RefusalCode::NeedsText, "a thing without words",
         [](TicketBench &b) {
             return at(b, State::Working, ItemMoved{u"i1"_s, {}, true});
         }},
        {RefusalCode::DuplicateItem, "the same thing twice",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::Working));
             REQUIRE_FALSE(b.act(ItemMoved{u"i1"_s, u"shelf"_s, true}));
             return b.act(ItemMoved{u"i1"_s, u"shelf"_s, true});
         }},
        {RefusalCode::UnknownItem, "nothing of that name was moved",
         [](TicketBench &b) { return at(b, State::Working, ItemRestored{u"i9"_s}); }},
        {RefusalCode::AlreadyDone, "it is back already",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::Working));
             REQUIRE_FALSE(b.act(ItemMoved{u"i1"_s, u"shelf"_s, true}));
             REQUIRE_FALSE(b.act(ItemRestored{u"i1"_s}));
             return b.act(ItemRestored{u"i1"_s});
         }},
        {RefusalCode::ItemsNotRestored, "the shelf stands in the hall",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::Tested));
             REQUIRE_FALSE(b.act(b.photo(u"K02"_s)));
             REQUIRE_FALSE(b.act(ItemMoved{u"i1"_s, u"shelf"_s, true}));
             return b.act(StateEntered{State::CleanedUp, {}, {}});
         }},
    };
}

std::vector<Row> materialRows()
{
    return {
        {RefusalCode::UnknownMaterial, "nothing of the list",
         [](TicketBench &b) {
             return at(b, State::Working, MaterialUsed{u"m1"_s, u"gold"_s, 1, {}, false});
         }},
        {RefusalCode::UnknownMaterial, "a number that a plug does not have",
         [](TicketBench &b) {
             return at(b, State::Working, MaterialUsed{u"m1"_s, u"plug"_s, 1, {{u"sn"_s, u"1"_s}}, false});
         }},
        {RefusalCode::UnknownMaterial, "no such line to take away",
         [](TicketBench &b) { return at(b, State::Working, MaterialWithdrawn{u"m9"_s}); }},
        {RefusalCode::MaterialNotForAccess, "a DSL modem on fibre",
         [](TicketBench &b) {
             return at(b, State::Working, MaterialUsed{u"m1"_s, u"dsl-modem"_s, 1, {{u"sn"_s, u"1"_s}}, false});
         }},
        {RefusalCode::NeedsSerial, "a terminal without its number",
         [](TicketBench &b) {
             return at(b, State::Working, MaterialUsed{u"m1"_s, u"onu"_s, 1, {{u"sn"_s, u"  "_s}}, false});
         }},
        {RefusalCode::BadQuantity, "three kilometres of cable",
         [](TicketBench &b) {
             return at(b, State::Working, MaterialUsed{u"m1"_s, u"drop-fibre"_s, 30'000, {}, false});
         }},
        {RefusalCode::BadQuantity, "no plug at all",
         [](TicketBench &b) {
             return at(b, State::Working, MaterialUsed{u"m1"_s, u"plug"_s, 0, {}, false});
         }},
        {RefusalCode::SerialTwice, "the same terminal twice",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::Working));
             REQUIRE_FALSE(b.act(MaterialUsed{u"m1"_s, u"onu"_s, 1, {{u"sn"_s, u"x1"_s}}, false}));
             return b.act(MaterialUsed{u"m2"_s, u"onu"_s, 1, {{u"sn"_s, u"X1"_s}}, false});
         }},
        {RefusalCode::DuplicateItem, "the same line twice",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::Working));
             REQUIRE_FALSE(b.act(MaterialUsed{u"m1"_s, u"plug"_s, 1, {}, false}));
             return b.act(MaterialUsed{u"m1"_s, u"plug"_s, 1, {}, false});
         }},
        {RefusalCode::AlreadyDone, "the line is gone already",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::Working));
             REQUIRE_FALSE(b.act(MaterialUsed{u"m1"_s, u"plug"_s, 1, {}, false}));
             REQUIRE_FALSE(b.act(MaterialWithdrawn{u"m1"_s}));
             return b.act(MaterialWithdrawn{u"m1"_s});
         }},
    };
}

std::vector<Row> closingRowsEnd()
{
    return {
        {RefusalCode::NeedsReason, "being dissatisfied has a cause",
         [](TicketBench &b) {
             return at(b, State::HandedOver, RatingGiven{Rating::Dissatisfied, {}});
         }},
        {RefusalCode::NeedsRating, "the customer rates before signing",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::HandedOver));
             REQUIRE_FALSE(b.act(StepAnswered{u"S01"_s, {u"printed"_s}, {}}));
             REQUIRE_FALSE(b.act(StepAnswered{u"S02"_s, {u"given"_s}, {}}));
             REQUIRE_FALSE(b.act(StepAnswered{u"S12"_s, {u"declined"_s}, {}}));
             return b.act(b.signature(SignerRole::Customer));
         }},
        {RefusalCode::OpenSteps, "everything else is settled before signing",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::HandedOver));
             return b.act(b.signature(SignerRole::Customer));
         }},
        {RefusalCode::ContentChanged, "another paper was shown",
         [](TicketBench &b) {
             return b.act(changedSignature(b, [](SignatureGiven &s) { s.contentHash = QByteArray(32, 'x'); }));
         }},
        {RefusalCode::SignatureReused, "one hand does not sign for two",
         [](TicketBench &b) {
             walkToSignatures(b);
             const SignatureGiven customer = b.signature(SignerRole::Customer);
             REQUIRE_FALSE(b.act(customer));
             REQUIRE_FALSE(b.act(b.signature(SignerRole::Customer))); // another try does not free the first
             SignatureGiven technician = b.signature(SignerRole::Technician);
             technician.strokes = customer.strokes;
             return b.act(technician);
         }},
        {RefusalCode::EmptySignature, "nothing was drawn",
         [](TicketBench &b) { return b.act(changedSignature(b, [](SignatureGiven &s) { s.strokeCount = 0; })); }},
        {RefusalCode::NeedsText, "a signature has a name",
         [](TicketBench &b) { return b.act(changedSignature(b, [](SignatureGiven &s) { s.name.clear(); })); }},
        {RefusalCode::NeedsSignature, "nobody signed",
         [](TicketBench &b) {
             walkToSignatures(b);
             return b.act(StateEntered{State::SignedOff, {}, {}});
         }},
        {RefusalCode::StaleSignature, "something changed after signing",
         [](TicketBench &b) {
             walkToSignatures(b);
             REQUIRE_FALSE(b.act(b.signature(SignerRole::Customer)));
             REQUIRE_FALSE(b.act(b.signature(SignerRole::Technician)));
             REQUIRE_FALSE(b.act(ReadingRecorded{u"opt_rx"_s, -2000, {}, {}, {}}));
             return b.act(StateEntered{State::SignedOff, {}, {}});
         }},
    };
}

std::vector<Row> closingRows()
{
    return joined(joined(closingRowsBegin(), materialRows()), closingRowsEnd());
}

std::vector<Row> exceptionRowsBegin()
{
    const auto hour = std::chrono::hours(1);
    return {
        {RefusalCode::Away, "who has left records nothing there",
         [hour](TicketBench &b) {
             REQUIRE(b.walkTo(State::Working));
             REQUIRE_FALSE(b.act(VisitLeft{u"a ladder is missing"_s, b.clock().now() + hour}));
             return b.act(ItemMoved{u"i1"_s, u"shelf"_s, true});
         }},
        {RefusalCode::NotAway, "who has not left does not come back",
         [](TicketBench &b) { return at(b, State::Working, VisitResumed{}); }},
        {RefusalCode::BadPromise, "a promise lies ahead",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::Working));
             return b.act(VisitLeft{u"a ladder is missing"_s, b.clock().now()});
         }},
        {RefusalCode::UnknownWay, "the service code has no such way",
         [](TicketBench &b) {
             return b.act(TicketHandedBack{u"no-mood"_s, u"x"_s});
         }},
        {RefusalCode::NotThisWay, "the resource is not checked yet",
         [](TicketBench &b) {
             REQUIRE_FALSE(b.act(ContactRecorded{}));
             return b.act(TicketHandedBack{u"no-resource"_s, u"x"_s});
         }},
        {RefusalCode::TooFewVisits, "no appointment was lost yet",
         [](TicketBench &b) {
             return b.act(TicketHandedBack{u"customer-not-ready"_s, u"x"_s});
         }},
    };
}

std::vector<Row> exceptionRowsEnd()
{
    return {
        {RefusalCode::BadAmount, "nothing costs nothing",
         [](TicketBench &b) {
             return at(b, State::Working, ChargeQuoted{0, u"cable"_s, true});
         }},
        {RefusalCode::NeedsQuotation, "a declined price is no price",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::HandedOver));
             REQUIRE_FALSE(b.act(ChargeQuoted{60'00, u"cable"_s, false}));
             return b.act(ChargeTaken{60'00, u"R-1"_s});
         }},
        {RefusalCode::DiffersFromQuotation, "more than was quoted",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::HandedOver));
             REQUIRE_FALSE(b.act(ChargeQuoted{60'00, u"cable"_s, true}));
             return b.act(ChargeTaken{60'01, u"R-1"_s});
         }},
        {RefusalCode::OverdueNeedsReason, "the promised day is over",
         [](TicketBench &b) {
             REQUIRE(b.walkTo(State::HandedOver));
             while (b.ticket().signatures.size() < 2)
                 REQUIRE(b.step());
             b.inject(overdueOrder(b), b.dispatcher(), kDispatcher);
             while (b.ticket().state == State::HandedOver && b.step()) {
             }
             return b.act(StateEntered{State::SignedOff, {}, {}});
         }},
        {RefusalCode::NeedsReason, "a missed time has a cause",
         [](TicketBench &b) {
             return at(b, State::Booked, AppointmentMissed{Cause::Company, u" "_s});
         }},
    };
}

std::vector<Row> exceptionRows()
{
    return joined(exceptionRowsBegin(), exceptionRowsEnd());
}

} // namespace

TEST_CASE("each forbidden act is refused with its own code", "[domain][decide]")
{
    for (const auto &rows : {generalRows(), visitRows(), stepRows(), closingRows(), exceptionRows()}) {
        for (const Row &row : rows) {
            INFO(row.what);
            TicketBench bench;
            const auto refusal = row.scenario(bench);
            REQUIRE(refusal);
            CHECK(toName(refusal->code) == toName(row.code));
        }
    }
}

TEST_CASE("every refusal code has an act that meets it", "[domain][decide]")
{
    // The first needs a checklist of its own, below; the second is met by a repair, in service_code_test.cpp; the third is
    // for whoever has no checklist to decide by, in session_act_test.cpp.
    std::set<RefusalCode> met{RefusalCode::NotRoutine, RefusalCode::ReadingFails, RefusalCode::UnknownCatalogue};
    for (const auto &rows : {generalRows(), visitRows(), stepRows(), closingRows(), exceptionRows()}) {
        for (const Row &row : rows)
            met.insert(row.code);
    }
    for (int i = 0; i <= static_cast<int>(RefusalCode::NothingToReview); ++i) {
        const auto code = static_cast<RefusalCode>(i);
        INFO(toName(code).toStdString());
        CHECK(met.count(code) == 1);
    }
}

TEST_CASE("a tick that is not routine is confirmed alone", "[domain][decide]")
{
    Catalogue catalogue = test::ftthInstall();
    for (Step &step : catalogue.steps)
        step.routine = step.routine && step.id != u"A14"_s;
    TicketBench bench(test::urbanOrder(), 1, catalogue);
    const auto refusal = bench.act(StepsConfirmed{{u"A01"_s, u"A14"_s}});
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::NotRoutine);
    CHECK(refusal->subject == u"A14"_s);
    CHECK_FALSE(bench.act(StepsConfirmed{{u"A14"_s}}));
    CHECK_FALSE(bench.ticket().steps.at(u"A14"_s).inGroup);
}

TEST_CASE("a list to tick off is whole or says what is missing", "[domain][decide]")
{
    Catalogue catalogue = test::ftthInstall();
    for (Step &step : catalogue.steps) {
        if (step.id != u"A15"_s)
            continue;
        step.kind = StepKind::Multi;
        step.options = {
            {u"a"_s, {}, true, false, {}}, {u"b"_s, {}, true, false, {}}, {u"broken"_s, {}, false, true, {}}};
    }
    TicketBench bench(test::urbanOrder(), 1, catalogue);
    const auto part = bench.act(StepAnswered{u"A15"_s, {u"a"_s}, {}});
    REQUIRE(part);
    CHECK(part->code == RefusalCode::NeedsNote);
    CHECK_FALSE(bench.act(StepAnswered{u"A15"_s, {u"a"_s}, u"b is with a colleague"_s}));
    CHECK(isSettled(*catalogue.step(u"A15"_s), bench.ticket()));
    CHECK_FALSE(bench.act(StepAnswered{u"A15"_s, {u"a"_s, u"b"_s, u"broken"_s}, u"x"_s}));
    CHECK_FALSE(isSettled(*catalogue.step(u"A15"_s), bench.ticket()));
}

TEST_CASE("a refusal leads to the step and says the rule and the figures", "[domain][decide]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Travelling));
    bench.clock().setWall(bench.ticket().appointment->appointment.window.start + std::chrono::minutes(23));
    const auto late = bench.act(StateEntered{State::Arrived, {}, {}});
    REQUIRE(late);
    CHECK(late->rule == u"D15-24"_s);
    CHECK(late->args == std::vector<std::pair<QString, QString>>{{u"deviation"_s, u"23"_s}});
    const auto open = bench.decide(StateEntered{State::SignedOff, {}, {}});
    CHECK(std::get<Refusal>(open).args.front().second == u"travelling"_s);
}
