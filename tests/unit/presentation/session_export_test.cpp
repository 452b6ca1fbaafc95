// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/ids.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/crypto/signing.h>
#include <ruhu/domain/codec.h>
#include <ruhu/presentation/papers.h>

#include <ruhu_test/catch_qt.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using presentation::verifyExport;

namespace {

/// A device's journal of notes as it would be exported: two acts of two events and one of one.
class Journal {
public:
    Journal() : m_ids(m_clock, m_random), m_device(m_ids.next()), m_ticket(m_ids.next()) {}

    [[nodiscard]] std::vector<presentation::ExportEntry> entries()
    {
        std::vector<presentation::ExportEntry> entries;
        QByteArray previous = crypto::chainStart();
        for (int i = 1; i <= 5; ++i) {
            presentation::ExportEntry entry;
            entry.journal = u"device:%1/1"_s.arg(m_device.toString());
            entry.sequence = i;
            entry.body = note(u"note %1"_s.arg(i));
            entry.previousHash = previous;
            entry.hash = crypto::chainNext(previous, entry.body);
            entry.publicKey = m_key.publicKey();
            entry.device = m_device;
            if (i == 2 || i == 4 || i == 5) {
                entry.signedFrom = i == 5 ? 5 : i - 1;
                entry.signature =
                    m_key.sign(crypto::runMessage(m_device.toBytes(), 1, entry.signedFrom, i, entry.hash));
            }
            previous = entry.hash;
            entries.push_back(entry);
        }
        return entries;
    }

    [[nodiscard]] static QByteArray lines(const std::vector<presentation::ExportEntry> &entries)
    {
        QByteArray out;
        for (const presentation::ExportEntry &entry : entries)
            out += presentation::exportLine(entry);
        return out;
    }

private:
    [[nodiscard]] QByteArray note(const QString &text)
    {
        domain::Event event;
        event.meta.id = EventId(m_ids.next());
        event.meta.ticket = m_ticket;
        event.meta.group.first = event.meta.id;
        event.meta.by = UserId(m_ids.next());
        event.meta.wall = m_clock.now();
        event.meta.bootId = m_clock.bootId();
        event.payload = domain::NoteAdded{text, {}};
        return domain::encodeEvent(event);
    }

    ManualClock m_clock;
    SeededRandom m_random{7};
    UuidV7Source m_ids;
    DeviceId m_device;
    TicketId m_ticket;
    crypto::SigningKey m_key = crypto::SigningKey::generate();
};

[[nodiscard]] presentation::ExportCheck check(const QByteArray &lines)
{
    const auto result = verifyExport(lines);
    REQUIRE(result);
    return *result;
}

} // namespace

TEST_CASE("an untouched export holds and tells who signed how far", "[presentation][export]")
{
    Journal journal;
    const auto result = check(Journal::lines(journal.entries()));
    CHECK(result.firstBad == QString());
    CHECK(result.entries == 5);
    CHECK(result.signatures == 3);
    REQUIRE(result.journals.size() == 1);
    CHECK(result.journals[0].signedThrough == 5);
}

TEST_CASE("any change of an export is found and the entry named", "[presentation][export]")
{
    Journal journal;
    auto entries = journal.entries();
    SECTION("another word in a body")
    {
        entries[2].body.replace("note 3", "note X");
        CHECK(check(Journal::lines(entries)).firstBad.startsWith(u"line 3 "_s));
    }
    SECTION("another word in a body with the hash made to match")
    {
        entries[2].body.replace("note 3", "note X");
        entries[2].hash = crypto::chainNext(entries[2].previousHash, entries[2].body);
        CHECK(check(Journal::lines(entries)).firstBad.startsWith(u"line 4 "_s));
    }
    SECTION("the whole chain made anew without the key")
    {
        entries[4].body.replace("note 5", "note X");
        entries[4].hash = crypto::chainNext(entries[4].previousHash, entries[4].body);
        const auto result = check(Journal::lines(entries));
        CHECK(result.firstBad.startsWith(u"line 5 "_s));
        CHECK(result.reason.contains(u"signature"_s));
    }
    SECTION("signed anew with another key in the middle")
    {
        const auto other = crypto::SigningKey::generate();
        entries[3].publicKey = other.publicKey();
        entries[3].signature = other.sign(crypto::runMessage(entries[3].device.toBytes(), 1, 3, 4, entries[3].hash));
        CHECK(check(Journal::lines(entries)).firstBad.startsWith(u"line 4 "_s));
    }
    SECTION("an entry taken out")
    {
        entries.erase(entries.begin() + 2);
        CHECK(check(Journal::lines(entries)).firstBad.startsWith(u"line 3 "_s));
    }
    SECTION("a tail whose signature was taken away")
    {
        entries[4].signature.clear();
        entries[4].signedFrom = 0;
        CHECK(check(Journal::lines(entries)).firstBad.endsWith(u"entry 5"_s));
    }
    SECTION("a readable column that says something else than the body")
    {
        QByteArray lines = Journal::lines(entries);
        lines.replace("\"type\":\"note.added\"", "\"type\":\"rating.given\"");
        CHECK(check(lines).reason.contains(u"type"_s));
    }
    SECTION("a line that is cut off")
    {
        QByteArray lines = Journal::lines(entries);
        lines.chop(40);
        CHECK(check(lines).firstBad == u"line 5"_s);
    }
}

TEST_CASE("what is no export at all is said to be none", "[presentation][export]")
{
    CHECK_FALSE(verifyExport({}));
    CHECK_FALSE(verifyExport("%PDF-1.7"));
}

TEST_CASE("every single flipped bit of an export is found", "[presentation][export]")
{
    Journal journal;
    const QByteArray good = Journal::lines(journal.entries());
    SeededRandom random(3);
    for (int round = 0; round < 1500; ++round) {
        QByteArray bytes = good;
        const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(bytes.size())));
        bytes[at] = static_cast<char>(static_cast<quint8>(bytes[at]) ^ (1U << random.below(7)));
        const auto result = verifyExport(bytes);
        INFO("byte " << at << ": " << bytes.mid(at - 20, 40).toStdString());
        REQUIRE((!result || !result->firstBad.isEmpty()));
    }
}
