// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/roles.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/findings.h>
#include <ruhu/domain/names.h>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using test::TicketBench;

namespace {

constexpr std::uint64_t kSeeds = 400;
constexpr int kActs = 60;

/// Draws acts, sensible and senseless ones, from a seed.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_random(seed) {}

    [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return m_random.below(bound); }
    [[nodiscard]] bool oneIn(std::uint64_t bound) { return below(bound) == 0; }
    template<typename T>
    [[nodiscard]] const T &pick(const std::vector<T> &list)
    {
        return list[static_cast<std::size_t>(below(list.size()))];
    }
    [[nodiscard]] QString words() { return oneIn(3) ? QString() : u"words"_s; }

    [[nodiscard]] Payload act(TicketBench &bench);

private:
    [[nodiscard]] Payload aboutStep(TicketBench &bench, const Step &step);
    [[nodiscard]] Payload aboutVisit(TicketBench &bench);
    [[nodiscard]] Payload aboutClosing(TicketBench &bench);
    [[nodiscard]] Payload aboutMaterial(TicketBench &bench);
    Payload aboutException(TicketBench &bench);

    SeededRandom m_random;
};

Payload Dice::aboutStep(TicketBench &bench, const Step &step)
{
    switch (below(6)) {
    case 0:
        return StepsConfirmed{{step.id}};
    case 1:
        return StepSkipped{step.id, words()};
    case 2:
        return bench.photo(step.id);
    case 3: {
        const Measure &measure = pick(bench.catalogue().measures);
        const auto span = static_cast<std::uint64_t>(measure.max - measure.min + 20);
        return ReadingRecorded{measure.id, measure.min - 10 + static_cast<std::int64_t>(below(span)), words(), {}, {}};
    }
    default: {
        StepAnswered answer{step.id, {}, words()};
        if (!step.options.empty())
            answer.options = {pick(step.options).id};
        return answer;
    }
    }
}

Payload Dice::aboutVisit(TicketBench &bench)
{
    switch (below(5)) {
    case 0:
        return ContactRecorded{static_cast<ContactOutcome>(below(3)), words()};
    case 1: {
        const WallTime start = bench.clock().now() + std::chrono::minutes(static_cast<int>(below(120)) - 10);
        return AppointmentBooked{
            {start, start + std::chrono::hours(static_cast<int>(below(6)))}, words(), u"1"_s, true, {}};
    }
    case 2:
        return LateAnnounced{static_cast<std::int64_t>(below(30)), words(), true};
    case 3: {
        AdmissionRecorded admission{static_cast<Admission>(below(5)), words(), {}};
        if (!oneIn(3))
            admission.next = static_cast<NotAdmittedNext>(below(2));
        return admission;
    }
    default:
        return StateEntered{static_cast<State>(below(14)), words(), {}};
    }
}

Payload Dice::aboutClosing(TicketBench &bench)
{
    switch (below(5)) {
    case 0:
        return ItemMoved{u"i"_s + QString::number(below(3)), words(), !oneIn(4)};
    case 1:
        return ItemRestored{u"i"_s + QString::number(below(3))};
    case 2:
        return RatingGiven{static_cast<Rating>(below(4)), words()};
    case 3:
        return bench.signature(static_cast<SignerRole>(below(2)));
    default:
        return NoteAdded{words(), {}};
    }
}

Payload Dice::aboutMaterial(TicketBench &bench)
{
    if (oneIn(4))
        return MaterialWithdrawn{u"m"_s + QString::number(below(4))};
    const Material &material = pick(bench.catalogue().materials);
    MaterialUsed used{
        u"m"_s + QString::number(below(4)), material.id, static_cast<std::int64_t>(below(3)), {}, oneIn(3)};
    for (const QString &kind : material.traced) {
        if (!oneIn(4))
            used.marks.push_back({kind, QString::number(below(3))});
    }
    return used;
}

Payload Dice::aboutException(TicketBench &bench)
{
    switch (below(7)) {
    case 0:
        return AppointmentMissed{static_cast<Cause>(below(2)), words()};
    case 1:
        return VisitLeft{words(), bench.clock().now() + std::chrono::minutes(static_cast<int>(below(90)) - 10)};
    case 2:
        return VisitResumed{static_cast<Admission>(below(5))};
    case 3:
        return TicketHandedBack{pick(bench.catalogue().handBacks).id, words()};
    case 4:
        return ChargeQuoted{static_cast<std::int64_t>(below(3)), words(), !oneIn(3)};
    case 5:
        return ChargeTaken{static_cast<std::int64_t>(below(3)), words()};
    default:
        return EnquiryRecorded{static_cast<EnquiryKind>(below(3)), words(), words(), u"1"_s, oneIn(2)};
    }
}

Payload Dice::act(TicketBench &bench)
{
    if (oneIn(6))
        return oneIn(4) ? aboutMaterial(bench) : aboutException(bench);
    if (!oneIn(3))
        return aboutStep(bench, pick(bench.catalogue().steps));
    return oneIn(2) ? aboutVisit(bench) : aboutClosing(bench);
}

/// What a possibility of this kind would be aimed at.
QString targetOf(const Payload &payload)
{
    if (const auto *p = std::get_if<StepsConfirmed>(&payload))
        return p->steps.front();
    if (const auto *p = std::get_if<StepAnswered>(&payload))
        return p->step;
    if (const auto *p = std::get_if<StepSkipped>(&payload))
        return p->step;
    if (const auto *p = std::get_if<PhotoAttached>(&payload))
        return p->step;
    if (const auto *p = std::get_if<ReadingRecorded>(&payload))
        return p->measure;
    if (const auto *p = std::get_if<ItemRestored>(&payload))
        return p->item;
    if (const auto *p = std::get_if<MaterialUsed>(&payload))
        return p->takenBack ? u"taken-back"_s : u"used"_s;
    if (const auto *p = std::get_if<MaterialWithdrawn>(&payload))
        return p->line;
    if (const auto *p = std::get_if<SignatureGiven>(&payload))
        return toName(p->role);
    if (const auto *p = std::get_if<StateEntered>(&payload))
        return toName(p->to);
    if (const auto *p = std::get_if<AppointmentMissed>(&payload))
        return toName(p->cause);
    if (const auto *p = std::get_if<TicketHandedBack>(&payload))
        return p->way;
    if (const auto *p = std::get_if<EnquiryRecorded>(&payload))
        return toName(p->kind);
    return {};
}

const Possibility *possibilityOf(const std::vector<Possibility> &list, const Payload &payload)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const Possibility &possibility) {
        return possibility.type == payloadType(payload) && possibility.target == targetOf(payload);
    });
    return found == list.end() ? nullptr : &*found;
}

/// Random walks: mostly forward with the routine, with random acts, people and clock jumps between.
void play(TicketBench &bench, Dice &dice, const std::function<void(const Payload &)> &before)
{
    WalkAnswers answers;
    answers.arrivalReason = u"traffic"_s;
    answers.overdueReason = u"traffic"_s;
    for (int i = 0; i < kActs; ++i) {
        if (dice.oneIn(2))
            (void)bench.step(answers); // ignored because a stuck walk is part of the play
        if (dice.oneIn(15))
            bench.clock().advance(std::chrono::minutes(static_cast<int>(dice.below(40))));
        const Payload proposal = dice.act(bench);
        before(proposal);
        (void)bench.act(proposal); // ignored because refusals are part of the play
        if (dice.oneIn(25))
            (void)bench.act(ReviewDecided{static_cast<ReviewDecision>(dice.below(2)), dice.words(), {}}, kSupervisor);
    }
}

} // namespace

TEST_CASE("what is offered as possible and what is decided always agree", "[domain][property]")
{
    int allowed = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        CAPTURE(seed);
        TicketBench bench(seed % 2 == 0 ? test::urbanOrder() : test::ruralOrder(), seed);
        Dice dice(seed);
        int turn = 0;
        play(bench, dice, [&](const Payload &proposal) {
            if (++turn % 6 != 0)
                return;
            const auto list = possibilities(bench.ticket(), bench.context());
            const Possibility *possibility = possibilityOf(list, proposal);
            const bool decided = std::holds_alternative<std::vector<Payload>>(bench.decide(proposal));
            allowed += decided ? 1 : 0;
            if (decided && (!possibility || possibility->refusal))
                FAIL(payloadType(proposal).toStdString() + " is allowed but not offered");
        });
    }
    CHECK(allowed > 500);
}

TEST_CASE("from every state an honest technician still gets to the sign-off", "[domain][property]")
{
    WalkAnswers answers;
    answers.arrivalReason = u"traffic"_s;
    answers.overdueReason = u"traffic"_s;
    int finished = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        CAPTURE(seed);
        TicketBench bench(seed % 2 == 0 ? test::urbanOrder() : test::ruralOrder(), seed);
        Dice dice(seed);
        play(bench, dice, [](const Payload &) {});
        if (bench.ticket().state == State::Done)
            continue;
        if (bench.ticket().state == State::HandedBack)
            REQUIRE_FALSE(bench.act(ReviewDecided{ReviewDecision::Return, u"go on"_s, {}}, kSupervisor));
        if (!bench.walkTo(State::SignedOff, answers))
            FAIL("stuck in " + toName(bench.ticket().state).toStdString());
        ++finished;
    }
    CHECK(finished > 300);
}

TEST_CASE("no ticket is ever signed off with something open", "[domain][property]")
{
    int signedOff = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        CAPTURE(seed);
        TicketBench bench(test::urbanOrder(), seed);
        Dice dice(seed);
        WalkAnswers answers;
        answers.arrivalReason = u"traffic"_s;
        answers.overdueReason = u"traffic"_s;
        REQUIRE(bench.walkTo(State::CleanedUp, answers));
        play(bench, dice, [&](const Payload &) {
            if (bench.ticket().state != State::SignedOff)
                return;
            ++signedOff;
            // A void signature of the customer after a return is a finding, not an open item.
            for (const OpenItem &item : leaveGate(bench.ticket(), bench.catalogue()))
                CHECK(item.step == u"signature:customer"_s);
            CHECK(bench.ticket().isFresh(SignerRole::Technician));
        });
    }
    CHECK(signedOff > 100);
}

TEST_CASE("the fold is the same however the history comes in", "[domain][property]")
{
    for (std::uint64_t seed = 1; seed <= kSeeds / 4; ++seed) {
        CAPTURE(seed);
        TicketBench bench(test::urbanOrder(), seed);
        Dice dice(seed);
        play(bench, dice, [](const Payload &) {});
        const auto &history = bench.history();
        const Ticket whole = fold(bench.ticket().id, history);
        REQUIRE(whole == bench.ticket());
        // In two batches: the first folded, the second applied on top.
        const auto cut = static_cast<std::ptrdiff_t>(dice.below(history.size() + 1));
        Ticket part = fold(bench.ticket().id, {history.begin(), history.begin() + cut});
        for (auto entry = history.begin() + cut; entry != history.end(); ++entry)
            apply(part, *entry);
        REQUIRE(part == whole);
        CHECK(findings(whole, history, bench.catalogue()) == findings(part, history, bench.catalogue()));
    }
}

TEST_CASE("entries of any kind in any order never crash a reader", "[domain][property]")
{
    const auto payloads = test::everyPayload();
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        Dice dice(seed);
        TicketBench bench(test::urbanOrder(), seed);
        for (int i = 0; i < 40; ++i) {
            const RoleId role = dice.pick(test::roles().roles).id;
            if (dice.oneIn(40))
                bench.inject(UnknownPayload{u"x.y"_s, {}}, bench.technician(), role);
            else
                bench.inject(dice.pick(payloads), bench.technician(), role);
        }
        const auto list = findings(bench.ticket(), bench.history(), bench.catalogue());
        CHECK(riskScore(list) >= 0);
        CHECK_FALSE(possibilities(bench.ticket(), bench.context()).empty());
        CHECK(workOrderContent(bench.ticket(), bench.catalogue()).isObject());
        (void)nextRoutineAct(bench.ticket(), bench.context()); // ignored because only crashing would be wrong
    }
}
