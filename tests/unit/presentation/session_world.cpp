// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session_world.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/service/api.h>

#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

class InProcessTransport final : public sync::Transport {
public:
    InProcessTransport(OfficeWorld &world, std::unique_ptr<service::Office> office)
        : m_world(world), m_office(std::move(office))
    {}

    void send(const sync::Request &request, Callback callback) override
    {
        ++m_world.requests;
        if (m_world.offline)
            return callback(Error{ErrorCode::Offline, u"pulled the plug"_s, {}});
        const auto office = [this, &request] { return ask(request); };
        const Way way = m_world.way();
        callback(way ? way(request, office) : Result<sync::Reply>(office()));
    }

private:
    [[nodiscard]] sync::Reply ask(const sync::Request &request)
    {
        const QUrl url(request.path, QUrl::StrictMode);
        service::HttpRequest http;
        http.method = request.method;
        http.path = url.path(QUrl::FullyDecoded);
        const QUrlQuery query(url);
        for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
            http.query[name] = value;
        http.target = request.path.toLatin1();
        http.token = request.token;
        http.proof = request.proof;
        http.body = request.body;
        const service::HttpResponse response = service::handle(*m_office, std::move(http));
        return {response.status, response.body, response.retryAfterSeconds, true, response.nonce};
    }

    OfficeWorld &m_world;
    std::unique_ptr<service::Office> m_office; // lives on the thread of the transport
};

} // namespace

sync::Reply refusalOf(int status, const QString &code)
{
    return {status, protocol::encodeProblem({code, u"made by a test"_s, {}, std::nullopt}), std::nullopt, true};
}

OfficeWorld::OfficeWorld()
{
    must(crypto::initialise());
    const QString data = temp.path(u"server"_s);
    must(service::Office::initialise(data, clock, random));
    office = openOffice();
    service::DemoOptions options;
    options.date = std::chrono::floor<std::chrono::days>(clock.now() + std::chrono::minutes(options.utcOffsetMinutes));
    options.technicianPassword = kPassword;
    options.colleaguePassword = kPassword;
    options.supervisorPassword = kPassword;
    options.dispatcherPassword = kPassword;
    day = must(service::makeDemoDay(*office, options));
}

std::unique_ptr<service::Office> OfficeWorld::openOffice()
{
    auto opened = must(service::Office::open(temp.path(u"server"_s), presentation::builtInShelf(), clock, random));
    opened->setPasswordCost(crypto::cheapKdfCostForTests());
    return opened;
}

presentation::Environment OfficeWorld::environment(bool syncByItself)
{
    auto makeTransport = [this](const QUrl &, const QString &) -> Result<std::unique_ptr<sync::Transport>> {
        return std::unique_ptr<sync::Transport>(std::make_unique<InProcessTransport>(*this, openOffice()));
    };
    return {clock,     random,      ids, presentation::builtInShelf(), makeTransport, crypto::cheapKdfCostForTests(),
            u"test"_s, syncByItself};
}

void OfficeWorld::setWay(Way way)
{
    const std::lock_guard lock(m_wayMutex);
    m_way = std::move(way);
}

Way OfficeWorld::way()
{
    const std::lock_guard lock(m_wayMutex);
    return m_way;
}

presentation::EnrolInput OfficeWorld::enrolInput(const QString &login)
{
    presentation::EnrolInput input;
    input.server = QUrl(u"https://office.example:8443"_s);
    input.caFile = temp.path(u"server/ca.pem"_s);
    input.login = login;
    input.code = must(office->newEnrolCode(login));
    input.password = kPassword;
    input.deviceName = u"laptop"_s;
    return input;
}

std::unique_ptr<presentation::FieldSession> enrolled(OfficeWorld &world, const QString &folder, const QString &login)
{
    auto session = must(presentation::FieldSession::open(world.temp.path(folder), world.environment()));
    std::optional<Result<void>> answer;
    session->enrol(world.enrolInput(login), [&](Result<void> done) { answer = std::move(done); });
    REQUIRE(answer);
    must(*answer);
    return session;
}

Result<presentation::SignInOutcome> signIn(presentation::FieldSession &session, const QString &password)
{
    std::optional<Result<presentation::SignInOutcome>> answer;
    session.signIn(password, [&](Result<presentation::SignInOutcome> done) { answer = std::move(done); });
    REQUIRE(answer);
    return *answer;
}

void syncAll(OfficeWorld &world, presentation::FieldSession &session)
{
    session.syncNow();
    for (int i = 0; i < 100 && !session.isSyncSettled(); ++i) {
        if (const auto wakeUp = session.nextWakeUp(); wakeUp && *wakeUp > world.clock.now())
            world.clock.advance(*wakeUp - world.clock.now());
        session.tick();
    }
    REQUIRE(session.isSyncSettled());
}

} // namespace ruhu::test
