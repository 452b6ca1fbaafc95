// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/store/database.h>

#include <QDirIterator>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

const QByteArray kJpeg = QByteArray("\xff\xd8\xff\xe0", 4) + QByteArray(500, 'p');

/// A ticket with a photo and a few notes, pushed.
struct Pushed : OfficeFixture {
    Pushed()
    {
        ticket = open(u"IN-1"_s);
        domain::PhotoAttached photo;
        photo.step = u"photo"_s;
        photo.sha256 = crypto::sha256(kJpeg);
        photo.mime = u"image/jpeg"_s;
        photo.sizeBytes = kJpeg.size();
        record(anna, ticket, photo);
        record(anna, ticket, domain::NoteAdded{u"one"_s, {}});
        record(anna, ticket, domain::NoteAdded{u"two"_s, {}});
        reply = must(office->push(anna.caller, anna.all()));
    }
    /// Like somebody with a database tool.
    void tamper(const char *sql)
    {
        store::Database::Options options;
        options.applicationId = 0x52485356; // "RHSV"
        auto db = must(store::Database::open(dir.path(u"server.db"_s), options));
        must(db->exec(sql));
        REQUIRE(db->changes() > 0);
    }
    Laptop anna = laptop(u"anna"_s);
    TicketId ticket;
    protocol::PushReply reply;
};

} // namespace

TEST_CASE("a sound server verifies, and says how much it looked at", "[service][audit]")
{
    Pushed f;
    must(f.office->storeBlobs(f.anna.caller, {{crypto::sha256(kJpeg), u"image/jpeg"_s, kJpeg}}));
    const auto report = must(f.office->verify());
    CHECK(report.firstBad == QString());
    CHECK(report.devices == 2);
    CHECK(report.events == 5);
    CHECK(report.signatures == 2);
    CHECK(report.feeds == 2);
    CHECK(report.blobs == 1);
    CHECK(report.blobsMissing == 0);
}

TEST_CASE("verify names the first thing that was altered, removed or inserted", "[service][audit]")
{
    Pushed f;
    const QString device = f.anna.device.toString();
    const auto firstBad = [&] { return must(f.office->verify()).firstBad; };
    SECTION("a body")
    {
        f.tamper("UPDATE event SET body=CAST(replace(CAST(body AS TEXT),'\"one\"','\"uno\"') AS BLOB) WHERE "
                 "length(device_id)=16"
                 " AND sequence=2 AND device_id<>zeroblob(16)");
        CHECK(firstBad() == u"event %1/1/2"_s.arg(device));
    }
    SECTION("a hash")
    {
        f.tamper("UPDATE event SET hash=zeroblob(32) WHERE sequence=1 AND device_id<>zeroblob(16)");
        CHECK(firstBad() == u"event %1/1/1"_s.arg(device));
    }
    SECTION("a signature")
    {
        f.tamper("UPDATE event SET signature=zeroblob(64) WHERE sequence=3");
        CHECK(firstBad() == u"event %1/1/3"_s.arg(device));
    }
    SECTION("the server's own order")
    {
        f.tamper("UPDATE event SET body=CAST(replace(CAST(body AS TEXT),'13800001234','13800009999') AS BLOB) WHERE "
                 "sequence=1"
                 " AND device_id=zeroblob(16)");
        CHECK(firstBad() == u"event server/1/1"_s);
    }
    SECTION("a cut tail")
    {
        f.tamper("DELETE FROM feed_entry WHERE serial=5");
        f.tamper("DELETE FROM event WHERE serial=5");
        CHECK(firstBad() == u"event %1/1/2"_s.arg(device));
    }
    SECTION("the head moved back with the tail")
    {
        f.tamper("DELETE FROM feed_entry WHERE serial=5");
        f.tamper("DELETE FROM event WHERE serial=5");
        f.tamper("UPDATE device_head SET sequence=2, hash=(SELECT hash FROM event WHERE serial=4) WHERE sequence=3");
        CHECK(firstBad() == u"event %1/1/2"_s.arg(device)); // no signature ends there
    }
    SECTION("a whole journal")
    {
        f.tamper("DELETE FROM feed_entry WHERE serial>=3");
        f.tamper("DELETE FROM event WHERE serial>=3");
        CHECK(firstBad() == u"journal %1/1"_s.arg(device));
    }
    SECTION("a feed")
    {
        f.tamper("DELETE FROM feed_entry WHERE fseq=2 AND feed LIKE 'user:%'");
        CHECK(firstBad() == u"feed user:%1/3"_s.arg(f.anna.user.id.toString()));
    }
    SECTION("a feed's head")
    {
        f.tamper("UPDATE feed_head SET head=head-1 WHERE feed LIKE 'team:%'");
        CHECK(firstBad() == u"feed team:%1"_s.arg(f.team.id.toString()));
    }
    SECTION("a revision")
    {
        f.tamper("UPDATE ticket SET revision=9");
        CHECK(firstBad() == u"ticket IN-1"_s);
    }
}

TEST_CASE("verify finds a blob whose bytes changed on the disk", "[service][audit]")
{
    Pushed f;
    const QByteArray sha256 = crypto::sha256(kJpeg);
    must(f.office->storeBlobs(f.anna.caller, {{sha256, u"image/jpeg"_s, kJpeg}}));
    QDirIterator files(f.dir.path(u"blobs"_s), QDir::Files, QDirIterator::Subdirectories);
    REQUIRE(files.hasNext());
    QFile file(files.next());
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.seek(100);
    file.write("X");
    file.close();
    CHECK(must(f.office->verify()).firstBad == u"blob "_s + QString::fromLatin1(sha256.toHex()));
}

TEST_CASE("the server asks for what its events name until it has it", "[service][blob]")
{
    Pushed f;
    const QByteArray sha256 = crypto::sha256(kJpeg);
    CHECK(f.reply.missingBlobs == std::vector<QByteArray>{sha256});
    CHECK(must(f.office->verify()).blobsMissing == 1);
    const auto stored = must(f.office->storeBlobs(f.anna.caller, {{sha256, u"image/jpeg"_s, kJpeg}}));
    CHECK(stored.verified == std::vector<QByteArray>{sha256});
    CHECK(must(f.office->head(f.anna.caller)).missingBlobs.empty());
    CHECK(must(f.office->storeBlobs(f.anna.caller, {{sha256, u"image/jpeg"_s, kJpeg}})) == stored);
    CHECK(must(f.office->stats()).blobs == 1);
}

TEST_CASE("only named bytes of an allowed kind are stored, and one wrong blob stops no other", "[service][blob]")
{
    Pushed f;
    const QByteArray sha256 = crypto::sha256(kJpeg);
    const QByteArray other = QByteArray("\xff\xd8\xff", 3) + "other";
    const protocol::Blob good{sha256, u"image/jpeg"_s, kJpeg};
    const std::vector<protocol::Blob> bad = {
        {crypto::sha256(other), u"image/jpeg"_s, other}, // nobody named it
        {sha256, u"image/jpeg"_s, other}, // wrong bytes
        {sha256, u"text/html"_s, kJpeg}, // wrong type
        {sha256, u"image/png"_s, kJpeg}, // not what it says
        {sha256, u"image/jpeg"_s, QByteArray()},
    };
    for (const auto &blob : bad) {
        CHECK(f.office->storeBlobs(f.anna.caller, {blob}).error().code == ErrorCode::NotAllowed);
        CHECK(must(f.office->storeBlobs(f.anna.caller, {blob, good})).verified == std::vector<QByteArray>{sha256});
    }
    CHECK(must(f.office->stats()).blobs == 1);
}

TEST_CASE("a photo is read by those who may read its ticket, and exists for nobody else", "[service][blob]")
{
    Pushed f;
    const QByteArray sha256 = crypto::sha256(kJpeg);
    must(f.office->storeBlobs(f.anna.caller, {{sha256, u"image/jpeg"_s, kJpeg}}));
    const Laptop bert = f.laptop(u"bert"_s);
    const Laptop carl = f.laptop(u"carl"_s);
    CHECK(must(f.office->blob(f.anna.caller, sha256)).bytes == kJpeg);
    CHECK(must(f.office->blob(carl.caller, sha256)).mime == u"image/jpeg"_s);
    CHECK(f.office->blob(bert.caller, sha256).error().code == ErrorCode::NotFound);
    CHECK(f.office->blob(carl.caller, crypto::sha256("unknown")).error().code == ErrorCode::NotFound);
    CHECK(f.office->storeBlobs(bert.caller, {{sha256, u"image/jpeg"_s, kJpeg}}).error().code == ErrorCode::NotAllowed);
}

TEST_CASE("the exported events carry what a stranger needs to check them", "[service][audit]")
{
    Pushed f;
    const auto events = must(f.office->events(std::nullopt, 0, 100));
    REQUIRE(events.size() == 5);
    std::map<DeviceId, QByteArray> last;
    for (const auto &event : events) {
        const QByteArray before = last.count(event.device) ? last[event.device] : crypto::chainStart();
        CHECK(event.previousHash == before);
        CHECK(event.hash == crypto::chainNext(before, event.body));
        last[event.device] = event.hash;
        if (!event.signature.isEmpty()) {
            const auto message = crypto::runMessage(event.device.toBytes(), event.incarnation, event.runFirst,
                                                    event.sequence, event.hash);
            CHECK(crypto::verify(message, event.signature, event.publicKey));
        }
    }
    CHECK(must(f.office->events(f.ticket, events[1].serial, 2)).size() == 2);
    CHECK(must(f.office->events(TicketId(f.ids.next()), 0, 10)).empty());
}

TEST_CASE("a backup opens as the same office and never overwrites", "[service][audit]")
{
    Pushed f;
    const QString path = f.dir.path(u"backup.db"_s);
    must(f.office->backupTo(path));
    CHECK(f.office->backupTo(path).error().code == ErrorCode::Conflict);
    auto copy = must(service::Office::open(f.dir.path(), f.shelf, f.clock, f.random, path));
    CHECK(must(copy->head(f.anna.caller)).head == f.reply.head);
    CHECK(must(copy->verify()).firstBad == QString());
}
