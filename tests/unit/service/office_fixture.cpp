// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>
#include <ruhu/protocol/request_proof.h>
#include <ruhu_test/roles.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {

void Laptop::append(const QByteArray &body)
{
    hashes.push_back(crypto::chainNext(hashes.empty() ? crypto::chainStart() : hashes.back(), body));
    bodies.push_back(body);
}

protocol::PushRun Laptop::run(qint64 first, qint64 last) const
{
    protocol::PushRun run;
    run.device = device;
    run.first = first;
    run.previousHash = first == 1 ? crypto::chainStart() : hashes[static_cast<std::size_t>(first - 2)];
    run.headHash = hashes[static_cast<std::size_t>(last - 1)];
    run.bodies.assign(bodies.begin() + (first - 1), bodies.begin() + last);
    run.signature = key.sign(crypto::runMessage(device.toBytes(), 1, first, last, run.headHash));
    run.appVersion = u"0"_s;
    return run;
}

OfficeFixture::OfficeFixture()
{
    domain::Catalogue checklist;
    checklist.id = u"service-code"_s;
    checklist.version = u"2026.1"_s;
    checklist.hash = QString(64, u'a');
    checklist.tierMarks = {{u"SVIP"_s, domain::Tier::Gold}};
    for (const auto &[id, zh] : {std::pair(u"install"_s, u"新装"_s), std::pair(u"relocate"_s, u"移机"_s),
                                 std::pair(u"repair"_s, u"修障"_s), std::pair(u"dismantle"_s, u"拆机"_s)})
        checklist.kinds.push_back({id, {id, zh}});
    shelf.add(checklist);
    shelf.setRoles(std::make_shared<const domain::Roles>(test::roles()));
    must(service::Office::initialise(dir.path(), clock, random));
    office = another();
    team = must(office->addTeam(u"West"_s));
    const std::pair<QString, domain::RoleId> accounts[] = {{u"anna"_s, domain::kTechnician},
                                                           {u"bert"_s, domain::kTechnician},
                                                           {u"carl"_s, domain::kSupervisor},
                                                           {u"dora"_s, domain::kDispatcher}};
    for (const auto &[login, role] : accounts)
        must(office->addUser(login, login.toUpper(), role, team.id, kPassword));
}

std::unique_ptr<service::Office> OfficeFixture::another()
{
    auto opened = must(service::Office::open(dir.path(), shelf, clock, random));
    opened->setPasswordCost(crypto::cheapKdfCostForTests());
    return opened;
}

domain::TicketOpened OfficeFixture::order(const QString &number) const
{
    domain::TicketOpened order;
    order.number = number;
    order.kind = u"install"_s;
    order.services = {domain::Service::Broadband};
    order.downMbps = 300;
    order.upMbps = 30;
    order.customerName = u"苗白露"_s;
    order.customerPhone = u"13800001234"_s;
    order.address = u"Bamboo Lane 1"_s;
    order.acceptedAt = clock.now();
    return order;
}

TicketId OfficeFixture::open(const QString &number, const QString &login)
{
    return must(office->openTicket(order(number), login));
}

protocol::EnrolRequest OfficeFixture::enrolRequest(const Laptop &laptop, const QString &login,
                                                   const QString &code) const
{
    protocol::EnrolRequest request;
    request.user = login;
    request.code = code;
    request.publicKey = laptop.key.publicKey();
    request.proof = laptop.key.sign(protocol::enrolMessage(crypto::normaliseCode(code), request.publicKey));
    request.deviceName = u"laptop"_s;
    return request;
}

protocol::LoginRequest OfficeFixture::loginRequest(const Laptop &laptop, const QString &login,
                                                   const QString &password) const
{
    protocol::LoginRequest request;
    request.user = login;
    request.password = password;
    request.device = laptop.device;
    request.issuedAt = clock.now();
    request.proof = laptop.key.sign(protocol::loginMessage(request.device, login, request.issuedAt));
    return request;
}

QString OfficeFixture::secondFactor(const QString &login)
{
    const auto users = must(office->users());
    const auto user =
        std::find_if(users.begin(), users.end(), [&](const service::User &known) { return known.login == login; });
    REQUIRE(user != users.end());
    auto known = m_authenticators.find(login);
    if (known == m_authenticators.end() && !must(office->roles())->role(user->role).secondFactor)
        return {};
    if (known == m_authenticators.end())
        known = m_authenticators.emplace(login, Authenticator(must(office->newSecondFactor(login)))).first;
    return known->second.next(clock.now());
}

Laptop OfficeFixture::laptop(const QString &login)
{
    Laptop laptop;
    const QString code = must(office->newEnrolCode(login));
    laptop.device = must(office->enrol(enrolRequest(laptop, login, code))).device;
    auto request = loginRequest(laptop, login, kPassword);
    request.secondFactor = secondFactor(login);
    laptop.token = must(office->login(request)).token;
    laptop.caller = must(office->authenticate(laptop.token));
    laptop.user = laptop.caller.user;
    return laptop;
}

QByteArray OfficeFixture::proof(const Laptop &laptop, const QByteArray &method, const QByteArray &target,
                                const QByteArray &nonce)
{
    protocol::RequestProof made{nonce, random.bytes(16).toHex(), {}};
    made.signature = laptop.key.sign(protocol::proofMessage(method, target, laptop.token, made));
    return protocol::encodeProof(made);
}

service::HttpRequest OfficeFixture::proved(const Laptop &laptop, service::HttpRequest request)
{
    request.token = laptop.token;
    request.target = request.path.toUtf8();
    request.proof = proof(laptop, request.method, request.target, office->nonce());
    return request;
}

domain::Event OfficeFixture::event(const Laptop &laptop, TicketId ticket, const domain::Payload &payload)
{
    domain::Event event;
    event.meta.id = EventId(ids.next());
    event.meta.ticket = ticket;
    event.meta.group = {event.meta.id, 1, 1};
    event.meta.by = laptop.user.id;
    event.meta.role = laptop.user.role;
    event.meta.wall = clock.now();
    event.meta.bootId = u"boot"_s;
    event.meta.monotonic = clock.monotonic();
    event.payload = payload;
    return event;
}

void OfficeFixture::record(Laptop &laptop, TicketId ticket, const domain::Payload &payload)
{
    laptop.append(domain::encodeEvent(event(laptop, ticket, payload)));
}

std::vector<protocol::FeedEntry> OfficeFixture::readFeed(const service::Caller &caller, const QString &feed)
{
    std::vector<protocol::FeedEntry> entries;
    QByteArray hash = crypto::chainStart();
    for (;;) {
        const auto page = must(office->feed(caller, feed, static_cast<qint64>(entries.size()), {}));
        REQUIRE(page.hashBefore == hash);
        for (const auto &entry : page.entries) {
            REQUIRE(entry.sequence == static_cast<std::int64_t>(entries.size()) + 1);
            REQUIRE(entry.eventHash == crypto::blake2b(entry.body));
            hash = crypto::feedNext(hash, entry.eventHash);
            entries.push_back(entry);
        }
        REQUIRE(page.hashAfter == hash);
        if (static_cast<std::int64_t>(entries.size()) >= page.head)
            return entries;
        REQUIRE_FALSE(page.entries.empty());
    }
}

} // namespace ruhu::test
