// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/ids.h>
#include <ruhu/domain/roles.h>
#include <ruhu/store/client_store.h>
#include <ruhu/sync/proving_transport.h>
#include <ruhu/sync/runner.h>

#include <QTemporaryDir>

#include <set>

namespace ruhu::test {

/// One person's laptop: a real store in a folder of its own and a runner over a given way to the server. It can be
/// switched off and on, and put back to an earlier copy of itself.
class Laptop {
public:
    struct Person {
        QString login;
        UserId user;
        domain::RoleId role = domain::kTechnician;
    };
    /// Clock, random and transport must outlive it. `seed` makes the device's key.
    Laptop(Person person, char seed, ManualClock &clock, RandomSource &random, sync::Transport &transport);
    ~Laptop();

    /// Enrols and signs in with the server at the other end of the transport; throws when that fails.
    void enrol(const QString &code, const QString &password);
    void signIn(const QString &password);
    /// Takes a device id instead of enrolling, and an account.
    void pretend(DeviceId device, const std::vector<QString> &feeds);

    void start();
    void stop();
    [[nodiscard]] bool isOn() const { return m_store != nullptr; }
    /// Copies the switched-off laptop's folder aside, and puts the copy back.
    void snapshot();
    [[nodiscard]] bool hasSnapshot() const { return m_snapshots > 0; }
    void restoreSnapshot();

    [[nodiscard]] store::ClientStore &store() { return *m_store; }
    [[nodiscard]] sync::Runner &runner() { return *m_runner; }
    [[nodiscard]] const Person &person() const { return m_person; }
    [[nodiscard]] DeviceId device() const { return m_device; }
    /// Where its store is.
    [[nodiscard]] QString folder() const { return m_dir.filePath(QStringLiteral("store")); }
    [[nodiscard]] const std::vector<QString> &feeds() const { return m_feeds; }

    /// One act of these payloads; answers its event ids. Tells the runner.
    std::vector<EventId> record(TicketId ticket, const std::vector<domain::Payload> &payloads);
    std::vector<EventId> note(TicketId ticket, const QString &text);
    /// A photo of so many bytes, other bytes each time, and the event that names it.
    std::vector<EventId> photo(TicketId ticket, int sizeBytes);
    std::vector<EventId> signature(TicketId ticket);
    /// Every event in the journal, in order.
    [[nodiscard]] std::vector<EventId> journal();

    /// Moves the clock to the next wake-up until the runner is settled; answers how many wake-ups that took, or nothing
    /// when it did not settle within `most`.
    [[nodiscard]] std::optional<int> settle(int most);

private:
    Person m_person;
    ManualClock &m_clock;
    RandomSource &m_random;
    sync::Transport &m_transport;
    QTemporaryDir m_dir;
    UuidV7Source m_ids;
    domain::CatalogueShelf m_shelf;
    QByteArray m_seed;
    DeviceId m_device;
    std::optional<sync::Account> m_account;
    std::vector<QString> m_feeds;
    int m_snapshots = 0;
    std::unique_ptr<store::ClientStore> m_store;
    std::unique_ptr<sync::ProvingTransport> m_proved;
    std::unique_ptr<sync::Runner> m_runner;
};

} // namespace ruhu::test
