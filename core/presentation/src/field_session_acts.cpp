// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "field_session_p.h"
#include "photo_parts.h"
#include "profile_files.h"

#include <ruhu/base/json.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/domain/names.h>
#include <ruhu/presentation/papers.h>

#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

[[nodiscard]] std::int64_t durationOf(const std::vector<domain::Stroke> &strokes)
{
    std::int64_t last = 0;
    for (const domain::Stroke &stroke : strokes) {
        for (const domain::StrokePoint &point : stroke)
            last = std::max(last, point.t);
    }
    return last;
}

[[nodiscard]] ActOutcome refused(domain::RefusalCode code, const QString &subject)
{
    return {domain::Refusal{code, {}, subject, {}}, {}};
}

/// The payload of an act for a photo whose bytes are clean.
[[nodiscard]] domain::PhotoAttached photoPayload(const CleanPhoto &photo, const QString &step, const QString &caption)
{
    domain::PhotoAttached payload;
    payload.step = step;
    payload.sha256 = crypto::sha256(photo.bytes);
    payload.mime = photo.mime;
    payload.sizeBytes = photo.bytes.size();
    payload.width = photo.width;
    payload.height = photo.height;
    payload.caption = caption;
    return payload;
}

} // namespace

QByteArray contentHashOf(const domain::Ticket &ticket, const domain::Catalogue &catalogue)
{
    return crypto::blake2b(writeJson(domain::workOrderContent(ticket, catalogue)));
}

Result<std::vector<store::TicketRow>> FieldSession::tickets()
{
    return m_d->store ? m_d->store->tickets() : Result<std::vector<store::TicketRow>>(Private::notSignedIn());
}

Result<store::TicketRow> FieldSession::row(TicketId id)
{
    return m_d->store ? m_d->store->row(id) : Result<store::TicketRow>(Private::notSignedIn());
}

Result<std::shared_ptr<const TicketPage>> FieldSession::page(TicketId id)
{
    if (!m_d->store)
        return Private::notSignedIn();
    auto row = m_d->store->row(id);
    auto ticket = m_d->store->ticket(id);
    auto history = m_d->store->history(id);
    auto own = m_d->store->ownEntries(id);
    if (!row)
        return row.error();
    if (!ticket)
        return ticket.error();
    if (!history)
        return history.error();
    if (!own)
        return own.error();
    auto page = std::make_shared<TicketPage>();
    page->row = std::move(*row);
    page->ticket = std::move(*ticket);
    page->history = std::move(*history);
    page->own = std::move(*own);
    page->now = m_d->correctedNow();
    page->serverOffset = m_d->serverOffset;
    page->catalogueHeld = m_d->store->catalogue(page->ticket.order.catalogue);
    page->catalogue = page->catalogueHeld.get();
    if (const domain::Catalogue *catalogue = page->catalogue) {
        page->contentHash = contentHashOf(page->ticket, *catalogue);
        const domain::ActContext context{m_d->profile->userId, m_d->role(), page->now, *catalogue, page->contentHash};
        page->open = domain::leaveGate(page->ticket, *catalogue);
        page->possible = domain::possibilities(page->ticket, context);
        page->findings = domain::findings(page->ticket, page->history, *catalogue);
    }
    return std::shared_ptr<const TicketPage>(std::move(page));
}

Result<TicketId> FieldSession::findTicket(const QString &text)
{
    const auto rows = tickets();
    if (!rows)
        return rows.error();
    const auto id = TicketId::fromString(text);
    std::vector<TicketId> ending;
    for (const store::TicketRow &row : *rows) {
        if (row.id == id || row.number == text)
            return row.id;
        if (!text.isEmpty() && row.number.endsWith(text, Qt::CaseInsensitive))
            ending.push_back(row.id);
    }
    if (ending.size() == 1)
        return ending.front();
    if (ending.empty())
        return Error{ErrorCode::NotFound, u"no such ticket here"_s, text};
    return Error{ErrorCode::InvalidInput, u"several tickets end like this"_s, text};
}

std::vector<domain::Event> FieldSession::Private::events(const domain::Ticket &ticket,
                                                         const std::vector<domain::Payload> &payloads) const
{
    std::vector<domain::Event> group;
    std::optional<EventId> previous = ticket.lastOwn;
    for (const domain::Payload &payload : payloads) {
        domain::EventMeta meta;
        meta.id = EventId(environment.ids.next());
        meta.ticket = ticket.id;
        meta.baseRevision = ticket.serverRevision;
        meta.baseOwn = previous;
        meta.group.first = group.empty() ? meta.id : group.front().meta.id;
        meta.group.index = static_cast<std::int64_t>(group.size()) + 1;
        meta.group.count = static_cast<std::int64_t>(payloads.size());
        meta.by = profile->userId;
        meta.role = profile->role;
        meta.wall = environment.clock.now();
        meta.serverOffsetMs = serverOffset.count();
        meta.bootId = environment.clock.bootId();
        meta.monotonic = environment.clock.monotonic();
        previous = meta.id;
        group.push_back({std::move(meta), payload});
    }
    return group;
}

Result<FieldSession::Private::Plan> FieldSession::Private::plan(TicketId id, const domain::Payload &proposal)
{
    if (!store)
        return notSignedIn();
    const auto ticket = store->ticket(id);
    if (!ticket)
        return ticket.error();
    const auto catalogue = store->catalogue(ticket->order.catalogue);
    // Without its checklist nothing of a ticket can be judged here.
    if (!catalogue)
        return Plan(domain::Refusal{domain::RefusalCode::UnknownCatalogue, {}, {}, {}});
    const domain::ActContext context{profile->userId, role(), correctedNow(), *catalogue,
                                     contentHashOf(*ticket, *catalogue)};
    const domain::Decision decision = domain::decide(*ticket, proposal, context);
    if (const auto *refusal = std::get_if<domain::Refusal>(&decision))
        return Plan(*refusal);
    return Plan(events(*ticket, std::get<std::vector<domain::Payload>>(decision)));
}

Result<ActOutcome> FieldSession::Private::carryOut(TicketId id, const Plan &plan)
{
    if (const auto *refusal = std::get_if<domain::Refusal>(&plan))
        return ActOutcome{*refusal, {}};
    const auto &group = std::get<std::vector<domain::Event>>(plan);
    if (const auto recorded = store->record(group); !recorded)
        return recorded.error();
    ActOutcome outcome;
    for (const domain::Event &event : group)
        outcome.recorded.push_back(event.meta.id);
    announce({id});
    if (environment.syncByItself)
        runner->workAdded();
    return outcome;
}

Result<std::optional<domain::Refusal>> FieldSession::Private::readBytes(domain::Payload &proposal) const
{
    using Answer = std::optional<domain::Refusal>;
    auto *photo = std::get_if<domain::PhotoAttached>(&proposal);
    auto *signature = std::get_if<domain::SignatureGiven>(&proposal);
    if (!photo && !signature)
        return Answer();
    if (!store)
        return notSignedIn();
    const auto bytes = store->blob(photo ? photo->sha256 : signature->strokes);
    if (!bytes && bytes.error().code != ErrorCode::NotFound)
        return bytes.error();
    if (photo) {
        const auto clean = bytes ? cleanPhoto(*bytes) : Result<CleanPhoto>(bytes.error());
        // Bytes that were kept without being cleaned are not those of a photo.
        if (!clean || crypto::sha256(clean->bytes) != photo->sha256)
            return Answer(domain::Refusal{domain::RefusalCode::BadPhoto, {}, photo->step, {}});
        *photo = photoPayload(*clean, photo->step, photo->caption);
        return Answer();
    }
    const auto strokes = bytes ? domain::decodeStrokes(*bytes) : Result<std::vector<domain::Stroke>>(bytes.error());
    if (!strokes)
        return Answer(domain::Refusal{
            domain::RefusalCode::EmptySignature, {}, u"signature:"_s + domain::toName(signature->role), {}});
    signature->strokeCount = static_cast<std::int64_t>(strokes->size());
    signature->durationMs = durationOf(*strokes);
    return Answer();
}

Result<ActOutcome> FieldSession::act(TicketId id, const domain::Payload &proposal)
{
    domain::Payload completed = proposal;
    const auto refusal = m_d->readBytes(completed);
    if (!refusal)
        return refusal.error();
    if (*refusal)
        return ActOutcome{**refusal, {}};
    const auto plan = m_d->plan(id, completed);
    return plan ? m_d->carryOut(id, *plan) : Result<ActOutcome>(plan.error());
}

Result<ActOutcome> FieldSession::attachPhoto(TicketId id, const QString &step, const QByteArray &bytes,
                                             const QString &caption)
{
    if (!m_d->store)
        return Private::notSignedIn();
    const auto photo = cleanPhoto(bytes);
    if (!photo)
        return refused(domain::RefusalCode::BadPhoto, step);
    const auto plan = m_d->plan(id, photoPayload(*photo, step, caption));
    if (!plan)
        return plan.error();
    // Bytes before the event that names them; a refused photo is not kept at all.
    if (std::holds_alternative<std::vector<domain::Event>>(*plan)) {
        if (const auto kept = m_d->store->putBlob(photo->bytes, photo->mime); !kept)
            return kept.error();
    }
    return m_d->carryOut(id, *plan);
}

Result<ActOutcome> FieldSession::attachPhotoFile(TicketId id, const QString &step, const QString &path,
                                                 const QString &caption)
{
    const QFileInfo file(path);
    if (!file.isFile()) // a pipe would be waited for
        return Error{ErrorCode::NotFound, u"no such file"_s, file.fileName()};
    if (file.size() > kMaxPhotoBytes)
        return Error{ErrorCode::TooLarge, u"a photo may have 12 MB"_s, file.fileName()};
    const auto bytes = readWhole(path, kMaxPhotoBytes);
    if (!bytes)
        return Error{bytes.error().code, bytes.error().detail, file.fileName()};
    return attachPhoto(id, step, *bytes, caption);
}

Result<ActOutcome> FieldSession::sign(TicketId id, domain::SignerRole role, const QString &name,
                                      const std::vector<domain::Stroke> &strokes, const QByteArray &shownContent)
{
    if (!m_d->store)
        return Private::notSignedIn();
    const QByteArray document = domain::encodeStrokes(strokes);
    if (const auto readable = domain::decodeStrokes(document); !readable)
        return readable.error();
    domain::SignatureGiven payload;
    payload.role = role;
    payload.name = name;
    payload.strokes = crypto::sha256(document);
    payload.strokeCount = static_cast<std::int64_t>(strokes.size());
    payload.durationMs = durationOf(strokes);
    payload.contentHash = shownContent;
    if (shownContent.isEmpty()) {
        const auto shown = page(id);
        if (!shown)
            return shown.error();
        payload.contentHash = (*shown)->contentHash;
    }
    const auto plan = m_d->plan(id, payload);
    if (!plan)
        return plan.error();
    if (std::holds_alternative<std::vector<domain::Event>>(*plan)) {
        if (const auto kept = m_d->store->putBlob(document, u"application/json"_s); !kept)
            return kept.error();
    }
    return m_d->carryOut(id, *plan);
}

Result<QByteArray> FieldSession::localBlob(const QByteArray &sha256)
{
    return m_d->store ? m_d->store->blob(sha256) : Result<QByteArray>(Private::notSignedIn());
}

void FieldSession::blob(const QByteArray &sha256, std::function<void(Result<QByteArray>)> done)
{
    auto local = localBlob(sha256);
    if (local || local.error().code != ErrorCode::NotFound)
        return done(std::move(local));
    if (!m_d->account)
        return done(Error{ErrorCode::NotSignedIn, u"the server wants a sign-in first"_s, {}});
    const std::weak_ptr<int> alive = m_d->alive;
    sync::fetchBlob(
        *m_d->proved, m_d->account->token, sha256,
        [this, alive, done = std::move(done)](Result<protocol::Blob> fetched) {
            if (alive.expired())
                return;
            if (!fetched)
                return done(fetched.error());
            if (const auto kept = m_d->store->keepFetchedBlob(fetched->sha256, fetched->bytes, fetched->mime); !kept)
                return done(kept.error());
            done(std::move(fetched->bytes));
        });
}

} // namespace ruhu::presentation
