// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session_world.h"

#include <ruhu/presentation/field_client.h>

#include <QSemaphore>
#include <QSignalSpy>
#include <QThread>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldClient;
using presentation::SessionState;

namespace {

constexpr int kPatienceMs = 20'000;

[[nodiscard]] std::unique_ptr<FieldClient> makeClient(OfficeWorld &world, const QString &folder)
{
    auto makeEnvironment = [&world] {
        return std::make_shared<const presentation::Environment>(world.environment(true));
    };
    return std::make_unique<FieldClient>(world.temp.path(folder), makeEnvironment);
}

/// Counts first, because the answer may be there already.
[[nodiscard]] bool came(QSignalSpy &spy, int count = 1)
{
    while (spy.count() < count) {
        if (!spy.wait(kPatienceMs))
            return false;
    }
    return true;
}

} // namespace

TEST_CASE("the client carries a person from the first start to a recorded act", "[presentation][client]")
{
    OfficeWorld world;
    auto client = makeClient(world, u"laptop"_s);
    QSignalSpy state(client.get(), &FieldClient::stateChanged);
    QSignalSpy enrolledSpy(client.get(), &FieldClient::enrolled);
    QSignalSpy changed(client.get(), &FieldClient::rowsChanged);
    QSignalSpy loaded(client.get(), &FieldClient::ticketsLoaded);
    QSignalSpy acted(client.get(), &FieldClient::acted);
    client->start();
    REQUIRE(came(state));
    CHECK(state.at(0).at(0).value<SessionState>() == SessionState::NotEnrolled);

    client->enrol(world.enrolInput());
    REQUIRE(came(enrolledSpy));
    CHECK_FALSE(enrolledSpy.at(0).at(0).value<std::optional<Error>>());
    CHECK(state.last().at(0).value<SessionState>() == SessionState::Open);
    REQUIRE(came(changed)); // the engine pulled by itself

    client->loadTickets();
    REQUIRE(came(loaded));
    const auto rows = loaded.at(0).at(0).value<std::shared_ptr<const std::vector<store::TicketRow>>>();
    REQUIRE(rows->size() == 12);

    const TicketId id = rows->front().id;
    const quint64 first = client->act(id, domain::NoteAdded{u"one"_s, {}});
    const quint64 second = client->act(id, domain::StateEntered{domain::State::SignedOff, {}, {}});
    REQUIRE(came(acted, 2));
    CHECK(acted.at(0).at(0).toULongLong() == first);
    CHECK(acted.at(0).at(2).value<presentation::ActOutcome>().recorded.size() == 1);
    CHECK(acted.at(1).at(0).toULongLong() == second);
    CHECK(acted.at(1).at(2).value<presentation::ActOutcome>().refusal);
}

TEST_CASE("what was asked before the program ends is still done", "[presentation][client]")
{
    OfficeWorld world;
    const auto session = enrolled(world, u"laptop"_s);
    syncAll(world, *session);
    const TicketId id = must(session->tickets()).front().id;
    session->lock();
    {
        auto client = makeClient(world, u"laptop"_s);
        QSignalSpy signedIn(client.get(), &FieldClient::signedIn);
        client->start();
        client->signIn(kPassword);
        REQUIRE(came(signedIn));
        for (int i = 0; i < 20; ++i)
            client->act(id, domain::NoteAdded{u"note %1"_s.arg(i), {}});
    }
    must(session->unlock(kPassword));
    CHECK(must(session->page(id))->ticket.notes.size() == 20);
}

TEST_CASE("a folder that cannot be used is said so at once", "[presentation][client]")
{
    OfficeWorld world;
    world.temp.write(u"laptop/profile.json"_s, "not json");
    auto client = makeClient(world, u"laptop"_s);
    QSignalSpy state(client.get(), &FieldClient::stateChanged);
    QSignalSpy failed(client.get(), &FieldClient::failed);
    client->start();
    REQUIRE(came(state));
    const auto error = state.at(0).at(2).value<std::optional<Error>>();
    REQUIRE(error);
    CHECK(error->code == ErrorCode::Damaged);
    client->loadTickets();
    REQUIRE(came(failed));
    CHECK(failed.at(0).at(0).value<Error>().code == ErrorCode::NotSignedIn);
}

TEST_CASE("whoever connects before an answer is delivered hears it", "[presentation][client]")
{
    OfficeWorld world;
    QSemaphore answered;
    FieldClient client(world.temp.path(u"laptop"_s), [&world, &answered] {
        answered.release();
        return std::make_shared<const presentation::Environment>(world.environment(true));
    });
    client.loadTickets(); // refused: no session yet
    client.start(); // behind it on the worker
    answered.acquire();
    QSignalSpy failed(&client, &FieldClient::failed);
    REQUIRE(came(failed));
    CHECK(failed.at(0).at(0).value<Error>().code == ErrorCode::NotSignedIn);
}
