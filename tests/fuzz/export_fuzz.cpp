// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: an exported journal that was altered never holds. The seeds are signed with the key below; whatever a mutation
// makes of them, a journal that names this key and passes says exactly what was signed, from its first entry on.

#include "fuzz.h"

#include <ruhu/base/json.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/crypto/signing.h>
#include <ruhu/domain/codec.h>
#include <ruhu/domain/roles.h>
#include <ruhu/presentation/papers.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using presentation::ExportEntry;

namespace {

template<typename Kind>
Kind idOf(int number)
{
    return *Kind::fromString(QStringLiteral("01900000-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
}

QByteArray note(int number)
{
    domain::Event event;
    event.meta.id = idOf<EventId>(number);
    event.meta.ticket = idOf<TicketId>(100);
    event.meta.group.first = event.meta.id;
    event.meta.by = idOf<UserId>(101);
    event.meta.role = domain::kTechnician;
    event.meta.wall = wallTimeFromMs(1'772'300'000'000 + number);
    event.meta.bootId = QStringLiteral("9f2c");
    event.payload = domain::NoteAdded{QStringLiteral("note %1").arg(number), {}};
    return domain::encodeEvent(event);
}

/// Three notes of one device in two acts, the second one signed as a run of two.
struct Journal {
    crypto::SigningKey key = std::move(*crypto::SigningKey::fromSeed(QByteArray(32, '\x11')));
    DeviceId device = idOf<DeviceId>(102);
    std::vector<ExportEntry> entries;

    Journal()
    {
        QByteArray previous = crypto::chainStart();
        for (int i = 1; i <= 3; ++i) {
            ExportEntry entry;
            entry.journal = QStringLiteral("device:") + device.toString() + QStringLiteral("/1");
            entry.sequence = i;
            entry.body = note(i);
            entry.previousHash = previous;
            entry.hash = crypto::chainNext(previous, entry.body);
            entry.publicKey = key.publicKey();
            entry.device = device;
            if (i != 2) {
                entry.signedFrom = i == 1 ? 1 : 2;
                const QByteArray run = crypto::runMessage(device.toBytes(), 1, entry.signedFrom, i, entry.hash);
                entry.signature = key.sign(run);
            }
            previous = entry.hash;
            entries.push_back(std::move(entry));
        }
    }
};

/// The bodies filed under the journal, in the order of the file.
std::vector<QByteArray> bodiesIn(const QByteArray &lines, const QString &journal)
{
    std::vector<QByteArray> bodies;
    for (const QByteArray &line : lines.split('\n')) {
        const auto json = readJson(line, {2 * 1024 * 1024, 16});
        if (json && json->text(u"journal") == journal)
            bodies.push_back(json->text(u"body")->toUtf8());
    }
    return bodies;
}

void requireUnaltered(const QByteArray &lines, const presentation::ExportCheck::Journal &journal,
                      const Journal &original)
{
    const auto bodies = bodiesIn(lines, journal.name);
    require(bodies.size() == 1 || bodies.size() == 3, "a journal ends where it was signed");
    for (std::size_t i = 0; i < bodies.size(); ++i)
        require(bodies[i] == original.entries[i].body, "a journal that holds says what was signed");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool ready = crypto::initialise().has_value();
    require(ready, "the crypto library starts");
    static const Journal original;
    static const QString key = QString::fromLatin1(original.key.publicKey().toHex());
    const QByteArray lines = bytesOf(data, size);
    const auto check = presentation::verifyExport(lines);
    if (!check) {
        requireRefusal(check.error(), {ErrorCode::InvalidInput});
        return 0;
    }
    require(check->firstBad.isEmpty() == check->reason.isEmpty(), "a bad line has a place and a reason");
    if (!check->firstBad.isEmpty())
        return 0;
    require(check->entries == lines.count('\n') + (lines.endsWith('\n') ? 0 : 1), "every line was an entry");
    for (const auto &journal : check->journals) {
        const bool device = journal.name.startsWith(QLatin1String("device:"));
        require(!device || journal.signedThrough == journal.entries, "a journal that holds is signed to its end");
        if (device && journal.publicKey == key)
            requireUnaltered(lines, journal, original);
    }
    return 0;
}
