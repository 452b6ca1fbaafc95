// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every exception on every kind of ticket and access: it leads to an end where it applies, and is refused by name where
// it does not. Ways of handing back are taken from the service code, so that a new one is walked from its first day.

#include "golden.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/names.h>

#include <functional>
#include <iostream>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using test::TicketBench;

namespace {

const QString kWords = u"one line about it"_s;

struct Exception {
    QString name;
    State end = State::SignedOff;
    /// Does the exception belong to this ticket at all?
    std::function<bool(const TicketBench &)> applies = [](const TicketBench &) { return true; };
    std::function<void(TicketOpened &)> order = [](TicketOpened &) {};
    /// From the fresh ticket to the end; says what stopped it.
    std::function<bool(TicketBench &)> walk;
    /// Where it does not apply: the act that must be refused.
    std::function<std::optional<Refusal>(TicketBench &)> refusal;
};

bool hasStep(const TicketBench &bench, const QString &id)
{
    const Step *step = bench.catalogue().step(id);
    return step && appliesTo(*step, bench.ticket());
}

bool holds(const std::vector<TicketKind> &kinds, TicketKind kind)
{
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// Walks by these answers.
Exception scripted(const QString &name, const WalkAnswers &answers)
{
    Exception exception;
    exception.name = name;
    exception.walk = [answers](TicketBench &bench) { return bench.walkTo(State::SignedOff, answers); };
    return exception;
}

/// Walks by this answer to a step that not every ticket has.
Exception answered(const QString &name, const QString &step, WalkAnswers answers)
{
    Exception exception = scripted(name, answers);
    exception.applies = [step](const TicketBench &bench) { return hasStep(bench, step); };
    exception.refusal = [answer = answers.steps.at(step)](TicketBench &bench) { return bench.act(answer); };
    return exception;
}

Exception handedBack(const HandBackWay &way)
{
    Exception exception;
    exception.name = u"handed back: "_s + way.id;
    exception.end = State::HandedBack;
    const QString step = way.condition.stepAnswered;
    exception.applies = [way, step](const TicketBench &bench) {
        return holds(way.condition.kinds, bench.ticket().order.kind) && (step.isEmpty() || hasStep(bench, step));
    };
    WalkAnswers answers;
    if (!step.isEmpty())
        answers.steps[step] = StepAnswered{step, {way.condition.withOption}, kWords};
    for (std::int64_t i = 0; i < way.lostVisits; ++i)
        answers.missed.push_back({Cause::Customer, kWords});
    answers.handBack = TicketHandedBack{way.id, kWords};
    exception.walk = [answers](TicketBench &bench) { return bench.walkTo(State::HandedBack, answers); };
    exception.refusal = [way](TicketBench &bench) {
        if (!bench.walkTo(way.from == State::ToContact ? State::Booked : way.from))
            FAIL("the state of the way is not reached");
        return bench.act(TicketHandedBack{way.id, kWords});
    };
    return exception;
}

Exception notAdmitted(Admission who, NotAdmittedNext next)
{
    WalkAnswers answers;
    answers.admissions = {AdmissionRecorded{who, kWords, next}};
    return scripted(u"not admitted: "_s + toName(who) + u", "_s + toName(next), answers);
}

Exception lateNotice()
{
    Exception exception;
    exception.name = u"late notice"_s;
    exception.walk = [](TicketBench &bench) {
        WalkAnswers answers;
        const WallTime start = bench.clock().now() + std::chrono::hours(2);
        const bool rural = bench.ticket().order.area == Area::Rural;
        answers.appointment =
            AppointmentBooked{{start, rural ? start + std::chrono::hours(4) : start}, kWords, kWords, true, {}};
        answers.late = LateAnnounced{20, kWords, true};
        return bench.walkTo(State::SignedOff, answers) && bench.ticket().lateNotices.size() == 1;
    };
    return exception;
}

Exception postponed()
{
    Exception exception;
    exception.name = u"postponed by the customer"_s;
    exception.walk = [](TicketBench &bench) {
        return !bench.act(ContactRecorded{ContactOutcome::Postponed, kWords}) && bench.walkTo(State::SignedOff);
    };
    return exception;
}

Exception enquiry(EnquiryKind kind)
{
    Exception exception;
    exception.name = u"enquiry: "_s + toName(kind);
    exception.walk = [kind](TicketBench &bench) {
        if (!bench.walkTo(State::Admitted) || bench.act(EnquiryRecorded{kind, kWords, kWords, kWords, true}))
            return false;
        WalkAnswers answers;
        if (kind != EnquiryKind::OutOfScope)
            answers.steps[u"H08"_s] = StepAnswered{u"H08"_s, {u"logged"_s}, {}};
        return bench.walkTo(State::SignedOff, answers) && bench.ticket().enquiries.size() == 1;
    };
    return exception;
}

Exception cancelled()
{
    Exception exception;
    exception.name = u"cancelled on the way"_s;
    exception.end = State::Cancelled;
    exception.walk = [](TicketBench &bench) {
        if (!bench.walkTo(State::Travelling) || bench.act(TicketCancelled{kWords}, kDispatcher))
            return false;
        const auto refusal = bench.act(StateEntered{State::Arrived, kWords, {}});
        return refusal && refusal->code == RefusalCode::Cancelled;
    };
    return exception;
}

Exception overdue()
{
    Exception exception;
    exception.name = u"signed off overdue"_s;
    exception.order = [](TicketOpened &order) { order.promisedBy = order.acceptedAt; };
    exception.walk = [](TicketBench &bench) {
        if (bench.walkTo(State::SignedOff))
            return false; // without a reason it must not
        const auto refusal = bench.act(StateEntered{State::SignedOff, {}, {}});
        WalkAnswers answers;
        answers.overdueReason = kWords;
        return refusal && refusal->code == RefusalCode::OverdueNeedsReason && bench.walkTo(State::SignedOff, answers);
    };
    return exception;
}

Exception returned()
{
    Exception exception;
    exception.name = u"returned by the supervisor and done again"_s;
    exception.end = State::Done;
    exception.walk = [](TicketBench &bench) {
        if (!bench.walkTo(State::SignedOff) || bench.act(ReviewDecided{ReviewDecision::Return, kWords, {}}, kSupervisor)
            || bench.ticket().state != State::HandedOver)
            return false;
        return bench.walkTo(State::SignedOff) && !bench.act(ReviewDecided{}, kSupervisor);
    };
    return exception;
}

Exception returnedHandBack()
{
    Exception exception;
    exception.name = u"a hand-back the office does not take"_s;
    exception.walk = [](TicketBench &bench) {
        WalkAnswers answers;
        answers.handBack = TicketHandedBack{u"not-our-service"_s, kWords};
        return bench.walkTo(State::HandedBack, answers)
               && !bench.act(ReviewDecided{ReviewDecision::Return, kWords, {}}, kSupervisor)
               && bench.ticket().state == State::ToContact && bench.walkTo(State::SignedOff);
    };
    return exception;
}

std::vector<Exception> everyException(const Catalogue &catalogue)
{
    std::vector<Exception> list;
    for (const HandBackWay &way : catalogue.handBacks)
        list.push_back(handedBack(way));
    for (const Admission who : {Admission::MinorAlone, Admission::Nobody, Admission::Refused}) {
        for (const NotAdmittedNext next : {NotAdmittedNext::Wait, NotAdmittedNext::Rebook})
            list.push_back(notAdmitted(who, next));
    }
    WalkAnswers left;
    left.leftReason = kWords;
    list.push_back(scripted(u"left and resumed"_s, left));
    for (const Cause cause : {Cause::Company, Cause::Customer}) {
        WalkAnswers missed;
        missed.missed = {AppointmentMissed{cause, kWords}};
        list.push_back(scripted(u"missed by the "_s + toName(cause), missed));
    }
    WalkAnswers charge;
    charge.steps[u"W02"_s] = StepAnswered{u"W02"_s, {u"charged"_s}, {}};
    charge.charge = ChargeQuoted{120'00, kWords, true};
    list.push_back(answered(u"charge"_s, u"W02"_s, charge));
    WalkAnswers renewal;
    renewal.steps[u"H10"_s] = StepAnswered{u"H10"_s, {u"interested"_s}, u"asked about 500M"_s};
    list.push_back(answered(u"renewal talk"_s, u"H10"_s, renewal));
    WalkAnswers items;
    items.items = {ItemMoved{u"i1"_s, u"shoe cabinet"_s, true}};
    list.push_back(scripted(u"things moved and put back"_s, items));
    for (const Rating rating : {Rating::Dissatisfied, Rating::Declined}) {
        WalkAnswers rated;
        rated.rating = RatingGiven{rating, kWords};
        list.push_back(scripted(u"rated "_s + toName(rating), rated));
    }
    for (const EnquiryKind kind : {EnquiryKind::Question, EnquiryKind::Complaint, EnquiryKind::OutOfScope})
        list.push_back(enquiry(kind));
    for (Exception &one :
         std::vector{lateNotice(), postponed(), cancelled(), overdue(), returned(), returnedHandBack()})
        list.push_back(std::move(one));
    return list;
}

QString fileName(const Exception &exception)
{
    QString name = exception.name;
    name.remove(u':').remove(u',');
    return u"every-%1.txt"_s.arg(name.replace(u' ', u'-'));
}

} // namespace

TEST_CASE("every exception ends well on every kind of ticket it belongs to, and is refused on the others",
          "[domain][walk][matrix][golden]")
{
    int walked = 0;
    int refused = 0;
    const auto exceptions = everyException(test::ftthInstall());
    for (const Exception &exception : exceptions) {
        bool told = false; // its whole story stands in a file for people to read, from the first ticket it belongs to
        for (const TicketKind &kind : {u"install"_s, u"relocate"_s, u"repair"_s, u"dismantle"_s}) {
            for (const Access access : {Access::Ftth, Access::Lan, Access::Xdsl}) {
                CAPTURE(exception.name.toStdString(), kind.toStdString(), toName(access).toStdString());
                TicketOpened order = test::urbanOrder();
                order.kind = kind;
                order.access = access;
                order.acceptedAt = TicketBench().clock().now();
                exception.order(order);
                TicketBench bench(order);
                if (exception.applies(bench)) {
                    const bool ended = exception.walk(bench);
                    CAPTURE(toName(bench.ticket().state).toStdString());
                    CHECK(ended);
                    CHECK(bench.ticket().state == exception.end);
                    if (!std::exchange(told, true))
                        test::compareWithGolden(fileName(exception), test::readableHistory(bench));
                    ++walked;
                    continue;
                }
                REQUIRE(exception.refusal);
                const auto refusal = exception.refusal(bench);
                REQUIRE(refusal);
                CHECK_FALSE(toName(refusal->code).isEmpty());
                CHECK((refusal->code == RefusalCode::StepNotForTicket || refusal->code == RefusalCode::NotThisWay
                       || refusal->code == RefusalCode::WrongState));
                ++refused;
            }
        }
    }
    std::cout << "walk matrix: " << exceptions.size() << " exceptions on 12 kinds of ticket, " << walked
              << " walked to their end, " << refused << " refused\n";
    CHECK(walked > 250);
    CHECK(refused > 20);
}
