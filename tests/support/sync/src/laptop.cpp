// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/laptop.h>

#include <ruhu_test/office_box.h>

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>
#include <ruhu/domain/paper.h>

#include <QDir>
#include <QDirIterator>

#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

void copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString target = to + path.mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        if (!QFile::copy(path, target))
            throw std::runtime_error("a file of the laptop cannot be copied");
    }
}

crypto::SigningKey keyOf(const QByteArray &seed)
{
    return need(crypto::SigningKey::fromSeed(seed));
}

} // namespace

Laptop::Laptop(Person person, char seed, ManualClock &clock, RandomSource &random, sync::Transport &transport)
    : m_person(std::move(person)),
      m_clock(clock),
      m_random(random),
      m_transport(transport),
      m_ids(clock, random),
      m_seed(32, seed)
{
    need(crypto::initialise());
}

Laptop::~Laptop()
{
    stop();
}

void Laptop::enrol(const QString &code, const QString &password)
{
    const crypto::SigningKey key = keyOf(m_seed);
    protocol::EnrolRequest request{m_person.login, code, key.publicKey(), {}, u"laptop"_s};
    request.proof = key.sign(protocol::enrolMessage(crypto::normaliseCode(code), request.publicKey));
    std::optional<Result<protocol::EnrolReply>> reply;
    sync::enrol(m_transport, request, [&](Result<protocol::EnrolReply> answer) { reply = std::move(answer); });
    if (!reply)
        throw std::runtime_error("no answer to the enrolment");
    m_device = need(std::move(*reply)).device;
    start();
    signIn(password);
}

void Laptop::signIn(const QString &password)
{
    const crypto::SigningKey key = keyOf(m_seed);
    protocol::LoginRequest request{m_person.login, password, m_device, m_clock.now(), {}, {}};
    request.proof = key.sign(protocol::loginMessage(m_device, request.user, request.issuedAt));
    // The answer may come later, or never: the caller tries again.
    sync::login(m_transport, request, [this](const Result<protocol::LoginReply> &reply) {
        if (!reply)
            return;
        m_feeds = reply->feeds;
        m_account = sync::Account{reply->token, m_feeds, m_device, u"test"_s};
        if (m_runner)
            m_runner->setAccount(m_account);
    });
}

void Laptop::pretend(DeviceId device, const std::vector<QString> &feeds)
{
    m_device = device;
    m_feeds = feeds;
    m_account = sync::Account{u"token"_s, feeds, device, u"test"_s};
}

void Laptop::start()
{
    store::ClientStore::Keys keys{QByteArray(32, 'k'), keyOf(m_seed), m_device};
    m_store = need(store::ClientStore::open(m_dir.filePath(u"store"_s), std::move(keys), m_shelf, m_clock));
    m_proved = std::make_unique<sync::ProvingTransport>(m_transport, m_store->signingKey(), m_random);
    m_runner = std::make_unique<sync::Runner>(*m_store, *m_proved, m_clock, m_random);
    if (m_account)
        m_runner->setAccount(m_account);
}

void Laptop::stop()
{
    m_runner.reset();
    m_proved.reset();
    m_store.reset();
}

void Laptop::snapshot()
{
    ++m_snapshots;
    copyFolder(m_dir.filePath(u"store"_s), m_dir.filePath(u"copy"_s));
}

void Laptop::restoreSnapshot()
{
    copyFolder(m_dir.filePath(u"copy"_s), m_dir.filePath(u"store"_s));
}

std::vector<EventId> Laptop::record(TicketId ticket, const std::vector<domain::Payload> &payloads)
{
    std::vector<domain::Event> events;
    std::vector<EventId> ids;
    const auto folded = m_store->ticket(ticket);
    for (const domain::Payload &payload : payloads) {
        domain::Event event;
        event.meta.id = EventId(m_ids.next());
        ids.push_back(event.meta.id);
        event.meta.ticket = ticket;
        event.meta.baseRevision = folded ? folded->serverRevision : 0;
        event.meta.group = {ids.front(), static_cast<std::int64_t>(ids.size()),
                            static_cast<std::int64_t>(payloads.size())};
        event.meta.by = m_person.user;
        event.meta.role = m_person.role;
        event.meta.wall = m_clock.now();
        event.meta.bootId = m_clock.bootId();
        event.meta.monotonic = m_clock.monotonic();
        event.payload = payload;
        events.push_back(std::move(event));
    }
    need(m_store->record(events));
    m_runner->workAdded();
    return ids;
}

std::vector<EventId> Laptop::note(TicketId ticket, const QString &text)
{
    return record(ticket, {domain::NoteAdded{text, {}}});
}

std::vector<EventId> Laptop::photo(TicketId ticket, int sizeBytes)
{
    const QByteArray bytes = QByteArray::fromHex("ffd8ffe0") + m_random.bytes(sizeBytes - 4);
    const QByteArray sha256 = need(m_store->putBlob(bytes, u"image/jpeg"_s));
    return record(ticket, {domain::PhotoAttached{u"step"_s, sha256, u"image/jpeg"_s, bytes.size(), 640, 480, {}}});
}

std::vector<EventId> Laptop::signature(TicketId ticket)
{
    const auto x = static_cast<qint64>(m_random.below(10'000));
    const QByteArray strokes = QByteArray("{\"v\":1,\"strokes\":[[[" + QByteArray::number(x) + ",2,3,4]]]}");
    domain::SignatureGiven given;
    given.name = u"Customer"_s;
    given.strokes = need(m_store->putBlob(strokes, u"application/json"_s));
    given.strokeCount = 1;
    given.durationMs = 900;
    given.contentHash = crypto::blake2b(strokes);
    return record(ticket, {given});
}

std::vector<EventId> Laptop::journal()
{
    std::vector<EventId> ids;
    const qint64 newest = need(m_store->head()).incarnation;
    for (qint64 incarnation = 1; incarnation <= newest; ++incarnation) {
        for (const store::JournalEntry &entry : need(m_store->entriesFrom(incarnation, 1, 100'000)))
            ids.push_back(entry.id);
    }
    return ids;
}

std::optional<int> Laptop::settle(int most)
{
    for (int wakeUps = 0; wakeUps <= most; ++wakeUps) {
        if (m_runner->isSettled())
            return wakeUps;
        const auto next = m_runner->nextWakeUp();
        if (!next)
            return std::nullopt;
        m_clock.advance(std::max(Millis(0), *next - m_clock.now()));
        m_runner->tick();
    }
    return std::nullopt;
}

} // namespace ruhu::test
