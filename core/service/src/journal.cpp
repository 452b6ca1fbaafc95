// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_data.h"

#include <ruhu/base/logging.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>
#include <ruhu/domain/names.h>
#include <ruhu/domain/office_case.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

std::optional<QByteArray> namedBlob(const domain::Payload &payload)
{
    if (const auto *photo = std::get_if<domain::PhotoAttached>(&payload))
        return photo->sha256;
    if (const auto *signature = std::get_if<domain::SignatureGiven>(&payload))
        return signature->strokes;
    return std::nullopt;
}

/// What an event is to the server: new, or bytes it holds already under another place (a re-journalled one, sync.md 2.9).
struct Place {
    QString verdict;
    std::optional<qint64> copyOf;
    std::optional<TicketRecord> ticket; // known ticket of a new event
    qint64 revision = 0; // 0: not part of the ticket's history
};

struct Twin {
    qint64 serial = 0;
    QByteArray eventHash;
};

Result<Place> findPlace(store::Database &db, const NewEvent &event, const QByteArray &eventHash)
{
    Place place;
    place.verdict = event.verdict;
    if (!event.event)
        return place;
    auto twin = oneRow(
        db, "SELECT serial,event_hash FROM event WHERE id=? ORDER BY serial LIMIT 1",
        [](store::Statement &s) {
            return Twin{s.integer(0), s.blob(1)};
        },
        event.event->meta.id);
    if (!twin)
        return twin.error();
    if (*twin && (*twin)->eventHash == eventHash) {
        place.copyOf = (*twin)->serial;
        return place;
    }
    if (*twin && place.verdict.isEmpty())
        place.verdict = u"duplicate-id"_s;
    auto ticket = findTicket(db, event.event->meta.ticket);
    if (!ticket)
        return ticket.error();
    place.ticket = *ticket;
    if (*ticket)
        place.revision = (*ticket)->revision + 1;
    return place;
}

Result<qint64> insertEvent(OfficeData &d, const NewEvent &event, const Place &place, const QByteArray &eventHash)
{
    std::optional<EventId> id;
    std::optional<TicketId> ticket;
    if (event.event) {
        id = event.event->meta.id;
        ticket = event.event->meta.ticket;
    }
    auto done =
        runSql(*d.db,
               "INSERT INTO event(device_id,incarnation,sequence,id,ticket_id,revision,body,event_hash,hash,signature,"
               "run_first,received_ms,verdict,copy_of) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
               event.device, event.incarnation, event.sequence, id, ticket, place.revision, event.body, eventHash,
               event.hash, event.signature, event.runFirst, d.nowMs(), place.verdict, place.copyOf);
    if (!done)
        return done.error();
    auto serial = oneRow(*d.db, "SELECT last_insert_rowid()", [](store::Statement &s) { return s.integer(0); });
    if (!serial)
        return serial.error();
    return serial->value_or(0);
}

/// Assigning: whoever loses the ticket is told by a last entry, whoever gets it receives all of its history.
Result<void> moveFeeds(OfficeData &d, const TicketRecord &ticket, const domain::TicketAssigned &to, qint64 serial,
                       const QByteArray &eventHash)
{
    const std::pair<QString, QString> moves[] = {
        {ticket.assignee.isNull() ? QString() : userFeed(ticket.assignee), userFeed(to.user)},
        {ticket.team.isNull() ? QString() : teamFeed(ticket.team), teamFeed(to.team)},
    };
    for (const auto &[from, into] : moves) {
        if (!from.isEmpty() && from != into) {
            if (auto left = appendToFeed(*d.db, from, serial, eventHash, true); !left)
                return left;
        }
        if (auto entered = enterHistory(*d.db, into, ticket.id); !entered)
            return entered;
    }
    return runSql(*d.db, "UPDATE ticket SET assignee_id=?, team_id=? WHERE id=?", to.user, to.team, ticket.id);
}

Result<void> putIntoFeeds(OfficeData &d, const NewEvent &event, const Place &place, qint64 serial,
                          const QByteArray &eventHash)
{
    const TicketRecord &ticket = *place.ticket;
    const bool quarantined = !place.verdict.isEmpty();
    const auto *assigned = std::get_if<domain::TicketAssigned>(&event.event->payload);
    if (assigned && !quarantined)
        return moveFeeds(d, ticket, *assigned, serial, eventHash);
    // What is quarantined is for the supervisor alone to see.
    if (!quarantined && !ticket.assignee.isNull()) {
        if (auto done = appendToFeed(*d.db, userFeed(ticket.assignee), serial, eventHash, false); !done)
            return done;
    }
    if (!ticket.team.isNull())
        return appendToFeed(*d.db, teamFeed(ticket.team), serial, eventHash, false);
    return {};
}

Result<void> noteBlob(OfficeData &d, const NewEvent &event)
{
    const auto sha256 = namedBlob(event.event->payload);
    if (!sha256 || sha256->size() != crypto::kDigestBytes)
        return {};
    return runSql(*d.db, "INSERT INTO blob_ref(sha256,ticket_id,device_id) VALUES(?,?,?) ON CONFLICT DO NOTHING",
                  *sha256, event.event->meta.ticket, event.device);
}

constexpr const char *kTicketById = "SELECT id,number,state,assignee_id,team_id,revision FROM ticket WHERE id=?";

} // namespace

Result<bool> storeEvent(OfficeData &d, const NewEvent &event)
{
    const QByteArray eventHash = crypto::blake2b(event.body);
    auto place = findPlace(*d.db, event, eventHash);
    if (!place)
        return place.error();
    auto serial = insertEvent(d, event, *place, eventHash);
    if (!serial)
        return serial.error();
    if (!place->ticket || place->copyOf)
        return false;
    if (auto done = runSql(*d.db, "UPDATE ticket SET revision=? WHERE id=?", place->revision, place->ticket->id); !done)
        return done.error();
    // Also for an entry that is set aside: whoever judges it needs the evidence.
    if (auto noted = noteBlob(d, event); !noted)
        return noted.error();
    if (auto put = putIntoFeeds(d, event, *place, *serial, eventHash); !put)
        return put.error();
    return true;
}

Result<std::optional<TicketRecord>> findTicket(store::Database &db, TicketId id)
{
    return oneRow(
        db, kTicketById,
        [](store::Statement &s) {
            TicketRecord record;
            record.id = TicketId(s.uuid(0));
            record.number = s.text(1);
            record.state = domain::fromName<domain::State>(s.text(2)).value_or(domain::State::ToContact);
            record.assignee = UserId(s.uuid(3));
            record.team = TeamId(s.uuid(4));
            record.revision = s.integer(5);
            return record;
        },
        id);
}

Result<TicketRecord> requireTicket(store::Database &db, TicketId id)
{
    auto ticket = findTicket(db, id);
    if (!ticket)
        return ticket.error();
    if (!*ticket)
        return Error{ErrorCode::NotFound, u"no such ticket"_s, id.toString()};
    return **ticket;
}

Result<std::vector<domain::HistoryEntry>> readHistory(store::Database &db, TicketId id)
{
    std::vector<domain::HistoryEntry> history;
    auto done = eachRow(
        db,
        "SELECT body,device_id,sequence,revision,received_ms FROM event WHERE ticket_id=? AND revision>0 AND verdict=''"
        " ORDER BY revision",
        [&](store::Statement &s) {
            auto event = domain::decodeEvent(s.blob(0));
            // It was readable when it was stored. verify names it; what came after it must go on.
            if (!event) {
                qCWarning(lcServer) << "a stored event no longer decodes, revision" << s.integer(3) << "of ticket"
                                    << id.toString();
                return;
            }
            history.push_back(
                {*std::move(event), DeviceId(s.uuid(1)), s.integer(2), s.integer(3), wallTimeFromMs(s.integer(4))});
        },
        id);
    if (!done)
        return done.error();
    return history;
}

Result<void> refreshTicket(store::Database &db, TicketId id)
{
    auto history = readHistory(db, id);
    if (!history)
        return history.error();
    auto officeCase = isOfficeCase(db, id);
    if (!officeCase)
        return officeCase.error();
    if (*officeCase)
        return runSql(db, "UPDATE ticket SET state=? WHERE id=?", domain::foldCase(id, *history).state, id);
    const domain::Ticket ticket = domain::fold(id, *history);
    return runSql(db, "UPDATE ticket SET state=?, returned=? WHERE id=?", domain::toName(ticket.state), ticket.returned,
                  id);
}

Result<HeadRow> deviceHead(store::Database &db, DeviceId device, qint64 incarnation)
{
    auto row = oneRow(
        db, "SELECT sequence,hash FROM device_head WHERE device_id=? AND incarnation=?",
        [](store::Statement &s) {
            return HeadRow{s.integer(0), s.blob(1)};
        },
        device, incarnation);
    if (!row)
        return row.error();
    return row->value_or(HeadRow{0, crypto::chainStart()});
}

Result<void> setDeviceHead(store::Database &db, DeviceId device, qint64 incarnation, const HeadRow &head)
{
    return runSql(db,
                  "INSERT INTO device_head(device_id,incarnation,sequence,hash) VALUES(?,?,?,?) ON "
                  "CONFLICT(device_id,incarnation)"
                  " DO UPDATE SET sequence=excluded.sequence, hash=excluded.hash",
                  device, incarnation, head.sequence, head.hash);
}

Result<protocol::DeviceHead> newestHead(store::Database &db, DeviceId device)
{
    auto row = oneRow(
        db, "SELECT incarnation,sequence,hash FROM device_head WHERE device_id=? ORDER BY incarnation DESC LIMIT 1",
        [](store::Statement &s) {
            return protocol::DeviceHead{s.integer(0), s.integer(1), s.blob(2)};
        },
        device);
    if (!row)
        return row.error();
    return row->value_or(protocol::DeviceHead{1, 0, crypto::chainStart()});
}

} // namespace ruhu::service
