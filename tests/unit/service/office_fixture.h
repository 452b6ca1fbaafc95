// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu_test/authenticator.h>
#include <ruhu_test/catch_qt.h>
#include <ruhu_test/temp_dir.h>

#include <ruhu/base/ids.h>
#include <ruhu/crypto/signing.h>
#include <ruhu/service/api.h>
#include <ruhu/service/office.h>
#include <ruhu/service/request_proofs.h>

#include <map>

namespace ruhu::test {

/// What must succeed for a test to go on.
template<typename T>
T must(Result<T> result)
{
    if (!result)
        FAIL(codeName(result.error().code).toStdString()
             << ": " << result.error().detail.toStdString() << " (" << result.error().subject.toStdString() << ')');
    return *std::move(result);
}
inline void must(const Result<void> &result)
{
    if (!result)
        FAIL(codeName(result.error().code).toStdString() << ": " << result.error().detail.toStdString());
}

[[nodiscard]] inline domain::NoteAdded note(const QString &text)
{
    return {text, QString()};
}

inline const auto kPassword = QStringLiteral("long enough for a test");

/// A laptop in memory: key, journal, token.
struct Laptop {
    crypto::SigningKey key = crypto::SigningKey::generate();
    service::User user;
    DeviceId device;
    QString token;
    service::Caller caller;
    std::vector<QByteArray> bodies; // the whole journal of incarnation 1
    std::vector<QByteArray> hashes; // chain hash of each

    /// Entries first…last (1-based), chained and signed.
    [[nodiscard]] protocol::PushRun run(qint64 first, qint64 last) const;
    [[nodiscard]] protocol::PushRun all() const { return run(1, static_cast<qint64>(bodies.size())); }
    void append(const QByteArray &body);
};

/// A server's folder with a team, two technicians, a supervisor and a dispatcher; nothing outside of the test's folder.
class OfficeFixture {
public:
    OfficeFixture();

    [[nodiscard]] domain::TicketOpened order(const QString &number) const;
    TicketId open(const QString &number, const QString &login = QStringLiteral("anna"));
    /// Enrolled and signed in, with an authenticator where the role wants one.
    Laptop laptop(const QString &login);
    /// The next code of the person's authenticator, which is made if there is none; empty where the role wants none.
    [[nodiscard]] QString secondFactor(const QString &login);
    [[nodiscard]] protocol::EnrolRequest enrolRequest(const Laptop &laptop, const QString &login,
                                                      const QString &code) const;
    [[nodiscard]] protocol::LoginRequest loginRequest(const Laptop &laptop, const QString &login,
                                                      const QString &password) const;
    /// An event as the laptop's program writes it; not yet in its journal.
    [[nodiscard]] domain::Event event(const Laptop &laptop, TicketId ticket, const domain::Payload &payload);
    void record(Laptop &laptop, TicketId ticket, const domain::Payload &payload);
    /// All entries of a feed, by pages; checks that it is dense and that the rolling hash is right.
    std::vector<protocol::FeedEntry> readFeed(const service::Caller &caller, const QString &feed);
    /// The request with the laptop's token and its proof. The path is what is signed.
    [[nodiscard]] service::HttpRequest proved(const Laptop &laptop, service::HttpRequest request);
    [[nodiscard]] QByteArray proof(const Laptop &laptop, const QByteArray &method, const QByteArray &target,
                                   const QByteArray &nonce);
    /// A second connection to the same folder.
    [[nodiscard]] std::unique_ptr<service::Office> another();

    TempDir dir;
    ManualClock clock;
    SeededRandom random{11};
    UuidV7Source ids{clock, random};
    domain::CatalogueShelf shelf;
    std::unique_ptr<service::Office> office;
    service::Team team;

private:
    std::map<QString, Authenticator> m_authenticators;
};

} // namespace ruhu::test
