// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/walk.h>

#include <ruhu/base/ids.h>

namespace ruhu::test {

/// The reference documents every program carries, by their hash.
[[nodiscard]] const std::map<QString, QByteArray> &referenceDocuments();

/// The checklist every program carries, with its real hash. Aborts the test run when it cannot be read.
[[nodiscard]] const domain::Catalogue &ftthInstall();

/// An order nobody placed: broadband and television, urban, 300/50 Mbit/s, bound to ftthInstall().
[[nodiscard]] domain::TicketOpened urbanOrder(const QString &number = QStringLiteral("IN-1125-001"));
/// The same in the countryside, with broadband only.
[[nodiscard]] domain::TicketOpened ruralOrder(const QString &number = QStringLiteral("IN-1125-101"));
[[nodiscard]] domain::TicketOpened repairOrder(const QString &number = QStringLiteral("RE-1125-001"));
/// A moment of the office's clock (UTC+8), "2026-11-25T09:00:00".
[[nodiscard]] WallTime moment(const QString &text);

/// Hash of the present content, as signatures carry it.
[[nodiscard]] QByteArray contentHash(const domain::Ticket &ticket, const domain::Catalogue &catalogue);

/// One ticket in memory: decides, applies and keeps the history, with a clock, ids and people of its own.
/// Equal seeds give equal histories. One thread.
class TicketBench {
public:
    explicit TicketBench(domain::TicketOpened order = urbanOrder(), std::uint64_t seed = 1,
                         const domain::Catalogue &catalogue = ftthInstall());

    [[nodiscard]] const domain::Ticket &ticket() const { return m_ticket; }
    [[nodiscard]] const std::vector<domain::HistoryEntry> &history() const { return m_history; }
    [[nodiscard]] const domain::Catalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] ManualClock &clock() { return m_clock; }
    [[nodiscard]] UserId technician() const { return m_technician; }
    [[nodiscard]] UserId supervisor() const { return m_supervisor; }
    [[nodiscard]] UserId dispatcher() const { return m_dispatcher; }
    [[nodiscard]] UserId userOf(const domain::RoleId &role) const;

    /// The standard person of the role, now, with the present content's hash.
    [[nodiscard]] domain::ActContext context(const domain::RoleId &role = domain::kTechnician) const;

    /// decide() alone.
    [[nodiscard]] domain::Decision decide(const domain::Payload &proposal,
                                          const domain::RoleId &role = domain::kTechnician) const;
    /// decide() and, when allowed, apply(). Nothing when it was done.
    std::optional<domain::Refusal> act(const domain::Payload &proposal,
                                       const domain::RoleId &role = domain::kTechnician);
    /// Past every guard, as an entry of another program or of the office would come in.
    const domain::HistoryEntry &inject(const domain::Payload &payload, UserId by, const domain::RoleId &role);

    /// A photo or signature as this ticket would take it now.
    [[nodiscard]] domain::PhotoAttached photo(const QString &step);
    [[nodiscard]] domain::SignatureGiven signature(domain::SignerRole role);

    /// One act of the routine walk; the clock moves on, at the latest to the agreed time.
    /// Nothing when the walk is finished or stuck.
    std::optional<domain::Payload> step(const domain::WalkAnswers &answers = {});
    /// Walks until the state is reached; false when the walk ends before.
    bool walkTo(domain::State state, const domain::WalkAnswers &answers = {});

private:
    domain::Ticket m_ticket;
    QByteArray m_contentHash; // of the present work revision
    std::vector<domain::HistoryEntry> m_history;
    const domain::Catalogue &m_catalogue;
    ManualClock m_clock;
    SeededRandom m_random;
    UuidV7Source m_ids;
    UserId m_technician;
    UserId m_supervisor;
    UserId m_dispatcher;
    DeviceId m_device;
    std::int64_t m_sequence = 0;
};

/// Every payload of one whole routine walk from the first call to the sign-off, in order.
[[nodiscard]] std::vector<domain::Payload> routineWalk(const domain::TicketOpened &order,
                                                       const domain::WalkAnswers &answers = {});

/// The history as text for people: one line per entry, times relative to the first, ids as numbers.
[[nodiscard]] QString readableHistory(const TicketBench &bench);

} // namespace ruhu::test
