// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session_world.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/deadlines.h>
#include <ruhu/domain/walk.h>

#include <ruhu/presentation/papers.h>

#include <ruhu_test/small_code.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldSession;

namespace {

/// The smallest picture there is: one grey pixel.
[[nodiscard]] QByteArray pixel()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
}

[[nodiscard]] std::vector<domain::Stroke> strokes(domain::SignerRole role = domain::SignerRole::Customer)
{
    const std::int64_t hand = role == domain::SignerRole::Customer ? 1000 : 2000;
    std::vector<domain::Stroke> drawn;
    for (std::int64_t s = 0; s < 4; ++s) {
        domain::Stroke stroke;
        for (std::int64_t i = 0; i < 20; ++i)
            stroke.push_back({hand + s * 1500 + i * 50, 4000 + i * i * 10, s * 400 + i * 15, 500});
        drawn.push_back(stroke);
    }
    return drawn;
}

[[nodiscard]] std::unique_ptr<FieldSession> withTickets(OfficeWorld &world)
{
    auto session = enrolled(world, u"laptop"_s);
    syncAll(world, *session);
    REQUIRE(must(session->tickets()).size() == 12);
    return session;
}

using StopBefore = bool (*)(const domain::WalkStep &);

void walk(OfficeWorld &world, FieldSession &session, TicketId id, StopBefore stop = nullptr)
{
    for (int i = 0; i < 200; ++i) {
        const auto page = must(session.page(id));
        const auto profile = session.profile();
        const domain::ActContext context{profile->userId, presentation::builtInShelf().roles().role(profile->role),
                                         page->now, *page->catalogue, page->contentHash};
        const auto step = domain::nextRoutineAct(page->ticket, context);
        if (stop && stop(step))
            return;
        if (const auto *end = std::get_if<domain::Finished>(&step)) {
            CHECK_FALSE(end->stuck);
            return;
        }
        Result<presentation::ActOutcome> done = presentation::ActOutcome();
        if (const auto *photo = std::get_if<domain::NeedPhoto>(&step))
            done = session.attachPhoto(id, photo->step, pixel(), {});
        else if (const auto *signature = std::get_if<domain::NeedSignature>(&step))
            done = session.sign(id, signature->role, u"Somebody"_s, strokes(signature->role), page->contentHash);
        else
            done = session.act(id, std::get<domain::Payload>(step));
        REQUIRE_FALSE(must(done).refusal);
        world.clock.advance(Millis(30'000));
    }
    FAIL("the walk does not end");
}

template<typename Step>
void walkUntil(OfficeWorld &world, FieldSession &session, TicketId id)
{
    walk(world, session, id, [](const domain::WalkStep &step) { return std::holds_alternative<Step>(step); });
}

} // namespace

TEST_CASE("a ticket is found by id, number or an unambiguous end of it", "[presentation][session]")
{
    OfficeWorld world;
    const auto session = withTickets(world);
    const auto row = must(session->tickets()).front();
    CHECK(must(session->findTicket(row.id.toString())) == row.id);
    CHECK(must(session->findTicket(row.number)) == row.id);
    CHECK(must(session->findTicket(row.number.right(4))) == row.id);
    CHECK(session->findTicket(u"no such number"_s).error().code == ErrorCode::NotFound);
    CHECK(session->findTicket({}).error().code == ErrorCode::NotFound);
}

TEST_CASE("an act is recorded with all that the office must know of it", "[presentation][session]")
{
    OfficeWorld world;
    const auto session = withTickets(world);
    const TicketId id = must(session->tickets()).front().id;
    std::vector<TicketId> changed;
    session->onTicketsChanged = [&](const std::vector<TicketId> &ids) { changed = ids; };
    const auto before = must(session->page(id));
    const auto outcome = must(session->act(id, domain::NoteAdded{u"dog in the yard"_s, {}}));
    REQUIRE_FALSE(outcome.refusal);
    REQUIRE(outcome.recorded.size() == 1);
    CHECK(changed == std::vector<TicketId>{id});
    const auto after = must(session->page(id));
    const domain::HistoryEntry &entry = after->history.back();
    CHECK(entry.event.meta.id == outcome.recorded.front());
    CHECK(entry.event.meta.baseRevision == before->ticket.serverRevision);
    CHECK(entry.event.meta.by == world.day.technician.id);
    CHECK(entry.event.meta.role == domain::kTechnician);
    CHECK(entry.event.meta.wall == world.clock.now());
    CHECK(entry.event.meta.bootId == world.clock.bootId());
    CHECK_FALSE(entry.revision);
    CHECK(after->row.pending == 1);
    SECTION("the next one builds on it")
    {
        const auto next = must(session->act(id, domain::NoteAdded{u"gate code at the porter's"_s, {}}));
        const auto page = must(session->page(id));
        CHECK(page->history.back().event.meta.id == next.recorded.front());
        CHECK(page->history.back().event.meta.baseOwn == outcome.recorded.front());
    }
    SECTION("and it is there after the program was ended at once")
    {
        session->lock();
        must(session->unlock(kPassword));
        CHECK(must(session->page(id))->history.back().event.meta.id == outcome.recorded.front());
    }
}

TEST_CASE("what a rule forbids is refused with its reason and leaves no trace", "[presentation][session]")
{
    OfficeWorld world;
    const auto session = withTickets(world);
    const TicketId id = must(session->tickets()).front().id;
    const qint64 before = must(session->verify()).entriesChecked;
    SECTION("a state that is not reached")
    {
        CHECK(must(session->act(id, domain::StateEntered{domain::State::SignedOff, {}, {}})).refusal);
    }
    SECTION("a photo that is none")
    {
        const auto outcome = must(session->attachPhoto(id, u"any"_s, "not a picture", {}));
        REQUIRE(outcome.refusal);
        CHECK(outcome.refusal->code == domain::RefusalCode::BadPhoto);
    }
    SECTION("a photo for a step that is not there is not kept either")
    {
        CHECK(must(session->attachPhoto(id, u"no-such-step"_s, pixel(), {})).refusal);
        CHECK(session->localBlob(crypto::sha256(pixel())).error().code == ErrorCode::NotFound);
    }
    SECTION("a signature over something else than what is there")
    {
        const auto outcome =
            must(session->sign(id, domain::SignerRole::Customer, u"Somebody"_s, strokes(), QByteArray(32, 'x')));
        CHECK(outcome.refusal);
    }
    SECTION("a review by a technician")
    {
        const auto outcome = must(session->act(id, domain::ReviewDecided{domain::ReviewDecision::Approve, {}, {}}));
        REQUIRE(outcome.refusal);
        CHECK(outcome.refusal->code == domain::RefusalCode::WrongRole);
    }
    CHECK(must(session->verify()).entriesChecked == before);
}

TEST_CASE("a whole visit is recorded without a network and reaches the office in three requests of each kind",
          "[presentation][session]")
{
    OfficeWorld world;
    const auto session = withTickets(world);
    const auto pulledFirst = session->traffic();
    world.offline = true;
    for (const TicketId &id : {world.day.tickets.at(0), world.day.tickets.at(1)}) {
        walk(world, *session, id);
        CHECK(must(session->row(id)).state == domain::State::SignedOff);
    }
    world.offline = false;
    syncAll(world, *session);
    CHECK(session->syncStatus().pendingEvents == 0);
    CHECK(session->syncStatus().pendingBlobs == 0);
    CHECK(session->traffic().pushes - pulledFirst.pushes <= 3);
    CHECK(session->traffic().blobRequests - pulledFirst.blobRequests <= 3);
    CHECK(session->lastSync());
    const auto office = must(world.office->ticket(world.day.tickets.front()));
    CHECK(office.state == domain::State::SignedOff);
    CHECK(must(world.office->verify()).firstBad == QString());
    const auto report = must(session->verify());
    CHECK(report.firstBad == QString());

    SECTION("the export of it holds")
    {
        const auto check = must(presentation::verifyExport(must(session->exportJournal())));
        CHECK(check.firstBad == QString());
        CHECK(check.entries >= report.entriesChecked);
        CHECK(check.journals.size() == 2);
    }
    SECTION("folding everything anew changes nothing")
    {
        const auto before = must(session->tickets());
        must(session->rebuild());
        CHECK(must(session->tickets()) == before);
    }
    SECTION("the supervisor returns it, and the comment comes back")
    {
        const TicketId id = world.day.tickets.front();
        const auto desk = enrolled(world, u"desk"_s, u"boss"_s);
        syncAll(world, *desk);
        const domain::ReviewDecided decision{domain::ReviewDecision::Return, u"The label cannot be read."_s, {}};
        REQUIRE_FALSE(must(desk->act(id, decision)).refusal);
        syncAll(world, *desk);
        syncAll(world, *session);
        const auto page = must(session->page(id));
        CHECK(page->ticket.returned);
        REQUIRE(page->ticket.reviews.size() == 1);
        CHECK(page->ticket.reviews.front().review.comment == u"The label cannot be read."_s);

        std::optional<Result<QByteArray>> picture;
        const auto onDesk = must(desk->page(id));
        REQUIRE_FALSE(onDesk->ticket.photos.empty());
        desk->blob(onDesk->ticket.photos.front().photo.sha256,
                   [&](Result<QByteArray> bytes) { picture = std::move(bytes); });
        REQUIRE(picture);
        CHECK(must(*picture) == pixel());
    }
}

TEST_CASE("an act that names bytes needs them here, and what it says of them is read from them",
          "[presentation][session]")
{
    OfficeWorld world;
    const auto session = withTickets(world);
    const auto rows = must(session->tickets());
    const auto byNumber = [](const auto &a, const auto &b) { return a.number < b.number; };
    const TicketId id = std::min_element(rows.begin(), rows.end(), byNumber)->id; // the fibre install
    walkUntil<domain::NeedSignature>(world, *session, id);
    const auto page = must(session->page(id));
    SECTION("a photo nobody took")
    {
        const domain::PhotoAttached forged{u"T02"_s, QByteArray(32, 'x'), u"image/jpeg"_s, 1, 1, 1, {}};
        const auto outcome = must(session->act(id, forged));
        REQUIRE(outcome.refusal);
        CHECK(outcome.refusal->code == domain::RefusalCode::BadPhoto);
    }
    SECTION("a photo that is larger than it says")
    {
        const domain::PhotoAttached small{u"T02"_s, crypto::sha256(pixel()), u"image/jpeg"_s, 1, 5, 5, u"meter"_s};
        REQUIRE_FALSE(must(session->act(id, small)).refusal);
        const auto kept = must(session->page(id))->ticket.photos.back().photo;
        CHECK(kept.mime == u"image/png"_s);
        CHECK(kept.sizeBytes == pixel().size());
        CHECK(kept.width == 1);
        CHECK(kept.caption == u"meter"_s);
    }
    SECTION("strokes nobody drew")
    {
        const domain::SignatureGiven forged{
            domain::SignerRole::Customer, u"x"_s, QByteArray(32, 'x'), 9, 9'000, page->contentHash, 0};
        const auto outcome = must(session->act(id, forged));
        REQUIRE(outcome.refusal);
        CHECK(outcome.refusal->code == domain::RefusalCode::EmptySignature);
    }
    SECTION("strokes that were drawn by the customer stay the customer's")
    {
        REQUIRE_FALSE(must(session->sign(id, domain::SignerRole::Customer, u"x"_s, strokes())).refusal);
        const QByteArray drawn = crypto::sha256(domain::encodeStrokes(strokes()));
        domain::SignatureGiven again{domain::SignerRole::Customer, u"x"_s, drawn, 99, 1, page->contentHash, 0};
        REQUIRE_FALSE(must(session->act(id, again)).refusal);
        const auto kept = must(session->page(id))->ticket.signatures.at(domain::SignerRole::Customer).signature;
        CHECK(kept.strokeCount == 4);
        CHECK(kept.durationMs == 3 * 400 + 19 * 15);
        again.role = domain::SignerRole::Technician;
        const auto outcome = must(session->act(id, again));
        REQUIRE(outcome.refusal);
        CHECK(outcome.refusal->code == domain::RefusalCode::SignatureReused);
    }
}

TEST_CASE("settings of a person are kept with the store", "[presentation][session]")
{
    OfficeWorld world;
    const auto session = enrolled(world, u"laptop"_s);
    CHECK(must(session->setting(u"language"_s)) == QString());
    must(session->setSetting(u"language"_s, u"zh_CN"_s));
    session->lock();
    must(session->unlock(kPassword));
    CHECK(must(session->setting(u"language"_s)) == u"zh_CN"_s);
}

TEST_CASE("a ticket of a service code that is not here can be read, and worked on once it came",
          "[presentation][session]")
{
    OfficeWorld world;
    const auto published = must(world.office->publishCatalogue(smallServiceCode("2999.1")));
    domain::TicketOpened order;
    order.kind = u"install"_s;
    order.number = u"IN-2999"_s;
    order.services = {domain::Service::Broadband};
    order.customerName = u"苗白露"_s;
    order.customerPhone = u"13800001234"_s;
    order.address = u"Bamboo Lane 1"_s;
    order.acceptedAt = world.clock.now();
    const TicketId id = must(world.office->openTicket(order, u"demo"_s));
    world.setWay([](const sync::Request &request, const std::function<sync::Reply()> &office) -> Result<sync::Reply> {
        return request.path.startsWith(u"/v1/catalogue/"_s) ? refusalOf(404, u"not-found"_s) : office();
    });
    const auto session = enrolled(world, u"laptop"_s);
    session->syncNow();
    const auto before = must(session->page(id));
    CHECK(before->ticket.order.customerName == order.customerName);
    CHECK(before->catalogue == nullptr);
    const auto refused = must(session->act(id, domain::NoteAdded{u"dog in the yard"_s, {}}));
    REQUIRE(refused.refusal);
    CHECK(refused.refusal->code == domain::RefusalCode::UnknownCatalogue);
    CHECK(session->syncStatus().lastProblem == u"document-missing"_s);
    CHECK(must(session->tickets()).size() == 13); // all others came

    world.setWay({});
    session->syncNow();
    CHECK(session->syncStatus().lastProblem.isEmpty());
    const auto after = must(session->page(id));
    REQUIRE(after->catalogue);
    CHECK(after->catalogue->hash == published.hash);
    session->lock();
    CHECK(after->catalogue->version == u"2999.1"_s); // a page on a screen keeps it
    world.offline = true;
    must(session->unlock(kPassword));
    CHECK_FALSE(must(session->act(id, domain::NoteAdded{u"dog in the yard"_s, {}})).refusal);
}

TEST_CASE("every built-in checklist can be found by its hash and its name", "[presentation][shelf]")
{
    const auto *latest = presentation::builtInShelf().latest(u"service-code"_s);
    REQUIRE(latest);
    CHECK(latest->hash.size() == 64);
    CHECK(presentation::builtInShelf().find(latest->hash) == latest);
}

TEST_CASE("a laptop whose clock is two hours wrong shows the same limits as the office", "[presentation][session]")
{
    OfficeWorld world;
    const std::chrono::hours wrong(GENERATE(-2, 0, 2));
    CAPTURE(wrong.count());
    ManualClock wristwatch(world.clock.now() + wrong);
    const presentation::Environment right = world.environment();
    const presentation::Environment environment{wristwatch,          right.random,  right.ids,        right.shelf,
                                                right.makeTransport, right.kdfCost, right.appVersion, false};
    auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), environment));
    std::optional<Result<void>> answer;
    session->enrol(world.enrolInput(), [&](Result<void> done) { answer = std::move(done); });
    REQUIRE(answer);
    must(*answer);
    // Time passes for both.
    const auto syncBoth = [&] {
        session->syncNow();
        for (int i = 0; i < 100 && !session->isSyncSettled(); ++i) {
            const Millis wait =
                std::max(Millis(0), session->nextWakeUp().value_or(wristwatch.now()) - wristwatch.now());
            wristwatch.advance(wait);
            world.clock.advance(wait);
            session->tick();
        }
        REQUIRE(session->isSyncSettled());
    };
    syncBoth();
    // The repair of the day: its first call has a limit that runs from the order.
    const auto rows = must(session->tickets());
    const auto repair =
        std::find_if(rows.begin(), rows.end(), [](const store::TicketRow &row) { return row.kind == u"repair"_s; });
    REQUIRE(repair != rows.end());
    const auto page = must(session->page(repair->id));
    CHECK(std::chrono::abs(page->now - world.clock.now()) < std::chrono::seconds(5));
    CHECK(wristwatch.now() + page->serverOffset == page->now);
    CHECK(std::chrono::abs(session->syncStatus().serverOffset + wrong) < std::chrono::seconds(5));
    const auto here = domain::deadlines(page->ticket, *page->catalogue, page->now);
    const auto there = domain::deadlines(must(world.office->ticket(repair->id)), *page->catalogue, world.clock.now());
    CHECK(here == there);
    // What is done now counts as done now, at the office as well.
    REQUIRE_FALSE(must(session->act(repair->id, domain::ContactRecorded{})).refusal);
    syncBoth();
    const auto office = must(world.office->ticket(repair->id));
    REQUIRE(office.contacts.size() == 1);
    CHECK(std::chrono::abs(office.contacts.front().stamp.corrected() - world.clock.now()) < std::chrono::minutes(10));
    CHECK(std::chrono::abs(office.contacts.front().stamp.wall - wristwatch.now()) < std::chrono::minutes(10));
    SECTION("and when somebody sets the clock right, the next round notices")
    {
        wristwatch.setWall(world.clock.now());
        syncBoth();
        CHECK(std::chrono::abs(session->serverOffset()) < std::chrono::seconds(5));
    }
}
