// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server does not take, and what must go on all the same.

#include "runner_fixture.h"
#include "town.h"

#include <ruhu/store/database.h>

#include <QDir>
#include <QDirIterator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::sync;
using namespace ruhu::test;
using namespace std::chrono_literals;

namespace {

bool isPush(const Request &request)
{
    return request.path == u"/sync/v1/push"_s;
}

/// The next push arrives and its answer does not.
void loseNextPushAnswer(Town &town)
{
    town.way.choose = [lost = false](const Request &request) mutable {
        if (lost || !isPush(request))
            return Fault::None;
        lost = true;
        return Fault::LoseReply;
    };
}

/// Refuses every push that carries a word.
class Censor final : public Transport {
public:
    explicit Censor(Transport &inner) : m_inner(inner) {}

    void send(const Request &request, Callback callback) override
    {
        if (!isPush(request) || word.isEmpty() || !carriesWord(request))
            return m_inner.send(request, std::move(callback));
        ++refusals;
        callback(Reply{status, protocol::encodeProblem({code, u"as the test says"_s, {}, {}}), std::nullopt, true});
    }

    QByteArray word = "poison";
    int status = 422;
    QString code = u"chain"_s;
    int refusals = 0;

private:
    [[nodiscard]] bool carriesWord(const Request &request) const
    {
        const auto run = protocol::decodePushRun(request.body);
        REQUIRE(run);
        return std::any_of(run->bodies.begin(), run->bodies.end(),
                           [&](const QByteArray &body) { return body.contains(word); });
    }
    Transport &m_inner;
};

/// A second laptop of the technician, behind a censor.
struct CensoredTown : Town {
    CensoredTown() : Town(1) { other.enrol(*box.office().newEnrolCode(u"tech0"_s), OfficeBox::passwordOf(u"tech0"_s)); }
    /// One act before, one with the word, one behind; sent together.
    void recordThree()
    {
        server.setOffice(nullptr);
        other.note(tickets[0], u"one"_s);
        other.record(tickets[0], {domain::NoteAdded{u"poison"_s, {}}, domain::NoteAdded{u"with it"_s, {}}});
        other.note(tickets[0], u"three"_s);
        server.setOffice(&box.office());
        other.runner().syncNow();
        REQUIRE(other.settle(5));
    }
    [[nodiscard]] std::vector<QString> notesAtServer()
    {
        std::vector<QString> texts;
        const auto ticket = box.office().ticket(tickets[0]);
        REQUIRE(ticket);
        for (const auto &note : ticket->notes)
            texts.push_back(note.note.text);
        return texts;
    }
    Censor censor{way};
    Laptop other{{u"tech0"_s, box.technician(0).id, domain::kTechnician}, 'z', clock, random, censor};
};

void loseMedia(const Laptop &laptop)
{
    QDir media(laptop.folder() + u"/media"_s);
    REQUIRE(media.removeRecursively());
}

} // namespace

TEST_CASE("a push whose answer is lost still tells what the office set aside", "[sync][refusal]")
{
    Town town(1);
    const TicketId others = town.box.openTicket(u"tech1"_s);
    loseNextPushAnswer(town);
    town.laptop.photo(others, 2000);
    REQUIRE(town.laptop.runner().status().pendingEvents == 1);
    REQUIRE(town.laptop.settle(5));
    const Status status = town.laptop.runner().status();
    CHECK(status.pendingEvents == 0);
    CHECK(status.refused == 1);
    CHECK(town.laptop.store().ownEntries(others)->front().problem == u"not-yours"_s);
    // The supervisor judges with the evidence: the photo is asked for, and is verified because it arrived.
    CHECK(town.box.office().stats()->blobs == 1);
    CHECK(status.pendingBlobs == 0);
}

TEST_CASE("a photo the office has no ticket for is never called sent", "[sync][refusal]")
{
    Town town(1);
    loseNextPushAnswer(town);
    town.laptop.photo(*TicketId::fromString(u"0190a0b0-0000-7000-8000-0000000000ff"), 2000);
    REQUIRE(town.laptop.settle(5));
    CHECK(town.laptop.runner().status().refused == 1);
    CHECK(town.box.office().stats()->blobs == 0);
    CHECK(town.laptop.store().unverifiedBlobs()->size() == 1);
    CHECK((town.laptop.runner().status().hold == Hold::None));
}

TEST_CASE("a run of several parts whose answers are lost brings every verdict", "[sync][refusal]")
{
    Town town(1);
    const TicketId others = town.box.openTicket(u"tech1"_s);
    town.server.setOffice(nullptr);
    for (int i = 0; i < 520; ++i)
        town.laptop.note(i % 2 == 0 ? others : town.tickets[0], QString::number(i));
    town.server.setOffice(&town.box.office());
    // Both parts arrive; only the answer to the first one does.
    town.way.choose = [pushes = 0](const Request &request) mutable {
        return isPush(request) && ++pushes == 2 ? Fault::LoseReply : Fault::None;
    };
    town.laptop.runner().syncNow();
    REQUIRE(town.laptop.settle(5));
    CHECK(town.laptop.runner().status().pendingEvents == 0);
    CHECK(town.laptop.runner().status().refused == 260);
}

TEST_CASE("a photo whose file is gone slows nothing else and stays in sight", "[sync][refusal]")
{
    Town town(1);
    town.server.setOffice(nullptr);
    town.laptop.photo(town.tickets[0], 2000);
    loseMedia(town.laptop);
    town.server.setOffice(&town.box.office());
    town.laptop.runner().syncNow();
    Status status = town.laptop.runner().status();
    CHECK(status.phase == Phase::Idle);
    CHECK((status.hold == Hold::Damaged));
    CHECK(status.lastProblem == u"blob-damaged"_s);
    CHECK(status.pendingEvents == 0);
    CHECK(status.pendingBlobs == 1);
    CHECK(status.lastSuccess == town.clock.now());
    CHECK(town.laptop.runner().isSettled());
    REQUIRE(status.nextTry);
    CHECK(*status.nextTry - town.clock.now() <= 72s);

    const Traffic before = town.laptop.runner().traffic();
    town.laptop.note(town.tickets[0], u"goes at once"_s);
    status = town.laptop.runner().status();
    CHECK(town.laptop.runner().traffic().pushes == before.pushes + 1);
    CHECK(status.pendingEvents == 0);
    CHECK((status.hold == Hold::Damaged));
}

TEST_CASE("a refused photo is not sent again with every round, but when a person asks", "[sync][refusal]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.photo(bench.ticket, 5000);
    bench.drainPushes();
    bench.way.expect("POST", u"/sync/v1/blobs"_s);
    bench.way.answerProblem(403, u"not-allowed"_s);
    bench.way.expectSilence();
    CHECK(bench.status().lastProblem == u"blob-refused"_s);
    bench.laptop.note(bench.ticket, u"goes at once"_s);
    bench.answerPush(bench.pushed());
    bench.way.expectSilence();
    CHECK((bench.status().hold == Hold::ServerTrouble));
    CHECK(bench.status().lastProblem == u"blob-refused"_s);
    bench.laptop.runner().syncNow();
    bench.answerHead(bench.own());
    bench.way.expect("POST", u"/sync/v1/blobs"_s);
}

TEST_CASE("a refusal of the token that was replaced meanwhile does not undo the new sign-in", "[sync][refusal]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.note(bench.ticket, u"one"_s);
    const auto run = bench.pushed();
    bench.laptop.runner().setAccount(Account{u"new"_s, {kFeed}, bench.laptop.device(), u"test"_s});
    bench.way.answerProblem(401, u"expired-token"_s);
    CHECK((bench.status().hold == Hold::None));
    CHECK(bench.way.expect("POST", u"/sync/v1/push"_s).token == u"new"_s);
    CHECK(bench.pushed() == run);
    bench.way.answerProblem(401, u"expired-token"_s);
    CHECK((bench.status().hold == Hold::SignInNeeded));
}

TEST_CASE("an act that is refused alone is set aside, in sight, and stops nothing behind it", "[sync][refusal]")
{
    for (const auto &[status, code] :
         {std::pair(413, u"body-too-large"_s), std::pair(400, u"bad-request"_s), std::pair(422, u"chain"_s)}) {
        CAPTURE(status);
        CensoredTown town;
        town.censor.status = status;
        town.censor.code = code;
        town.recordThree();
        Status now = town.other.runner().status();
        CHECK((now.hold == Hold::None));
        CHECK(now.pendingEvents == 0);
        CHECK(now.refused == 2);
        CHECK(town.notesAtServer() == std::vector<QString>{u"one"_s, u"three"_s});
        const auto own = town.other.store().ownEntries(town.tickets[0]);
        REQUIRE(own);
        CHECK(std::count_if(own->begin(), own->end(),
                            [&wanted = code](const store::JournalEntry &entry) {
                                return entry.state == store::EntryState::Parked && entry.problem == wanted;
                            })
              == 2);
        CHECK(town.other.store().row(town.tickets[0])->refused == 2);
        CHECK(town.other.store().row(town.tickets[0])->refusedCode == code);
        CHECK(town.other.store().verify()->firstBad.isEmpty());
        CHECK(town.box.office().verify()->firstBad.isEmpty());
        // It is not tried with every round.
        const int before = town.censor.refusals;
        town.other.runner().syncNow();
        town.other.note(town.tickets[0], u"four"_s);
        CHECK(town.censor.refusals == before);

        // Another program or another way may carry it: the next sign-in tries once more.
        town.censor.word.clear();
        town.other.signIn(OfficeBox::passwordOf(u"tech0"_s));
        REQUIRE(town.other.settle(5));
        now = town.other.runner().status();
        CHECK(now.refused == 0);
        CHECK(now.pendingEvents == 0);
        CHECK(town.notesAtServer().size() == 5);
        CHECK(town.other.store().row(town.tickets[0])->refusedCode.isEmpty());
        CHECK(town.other.store().verify()->firstBad.isEmpty());
        CHECK(town.box.office().verify()->firstBad.isEmpty());
    }
}

TEST_CASE("a server put back gets everything again around an act that is set aside", "[sync][refusal]")
{
    CensoredTown town;
    town.box.backup();
    town.recordThree();
    town.box.restore();
    town.server.setOffice(&town.box.office());
    REQUIRE(town.notesAtServer().empty());
    town.other.runner().syncNow();
    REQUIRE(town.other.settle(5));
    CHECK(town.notesAtServer() == std::vector<QString>{u"one"_s, u"three"_s});
    CHECK((town.other.runner().status().hold == Hold::None));
    CHECK(town.other.runner().status().refused == 2);
}

TEST_CASE("an entry that no longer opens is set aside and stops nothing behind it", "[sync][refusal]")
{
    Town town(1);
    town.server.setOffice(nullptr);
    for (int i = 0; i < 3; ++i)
        town.laptop.note(town.tickets[0], QString::number(i));
    town.laptop.stop();
    {
        store::Database::Options options;
        options.applicationId = 0x52754331; // "RuC1"
        auto database = store::Database::open(town.laptop.folder() + u"/local.db"_s, options);
        REQUIRE(database);
        REQUIRE((*database)->exec("UPDATE journal SET body = zeroblob(80) WHERE sequence = 2"));
    }
    town.laptop.start();
    town.server.setOffice(&town.box.office());
    town.laptop.runner().syncNow();
    REQUIRE(town.laptop.settle(5));
    const Status status = town.laptop.runner().status();
    CHECK(status.pendingEvents == 0);
    CHECK(status.refused == 1);
    CHECK((status.hold == Hold::None));
    CHECK(town.laptop.store().row(town.tickets[0])->refusedCode == u"damaged"_s);
    CHECK(eventsOf(town) == 2);
    CHECK(town.laptop.store().verify()->firstBad == u"journal 1/2"_s);
}
