// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/deadlines.h>
#include <ruhu/domain/decide.h>
#include <ruhu/domain/office_catalogue.h>
#include <ruhu/domain/roles.h>

#include <map>

namespace ruhu::domain {

/// One line of a case's history.
struct CaseEntry {
    Stamp stamp;
    QString act; // empty: the opening
    std::vector<CaseField> fields;
    bool operator==(const CaseEntry &) const = default;
};

/// A complaint, callback, enquiry, renewal or opinion letter: the fold of its events.
struct OfficeCase {
    TicketId id;
    CaseOpened opening;
    QString state;
    std::map<QString, QString> fields; // newest value per field
    std::vector<CaseEntry> entries;

    [[nodiscard]] QString value(const QString &field) const;
    bool operator==(const OfficeCase &) const = default;
};

/// Folds a history in the given order; events of another nature are left out. Never fails, no I/O.
[[nodiscard]] OfficeCase foldCase(TicketId id, const std::vector<HistoryEntry> &history);

using CaseDecision = std::variant<Payload, Refusal>;

/// May such a case be opened, and what is its first event? [decided] members are filled.
[[nodiscard]] CaseDecision decideOpening(const CaseOpened &proposal, const OfficeCatalogue &catalogue,
                                         const RoleRule &role);
/// May this be done now? A refusal's subject is the act or the field.
[[nodiscard]] CaseDecision decideAct(const OfficeCase &officeCase, const CaseActed &proposal,
                                     const OfficeCatalogue &catalogue, const RoleRule &role);

/// Every act of the case's kind with what stands against it, fields aside. Agrees with decideAct().
[[nodiscard]] std::vector<std::pair<QString, std::optional<Refusal>>> caseActs(const OfficeCase &officeCase,
                                                                               const OfficeCatalogue &catalogue,
                                                                               const RoleRule &role);

/// Every limit that has started, earliest due first. Pure; `now` is the corrected time of whoever asks.
[[nodiscard]] std::vector<Deadline> caseDeadlines(const OfficeCase &officeCase, const CaseKind &kind,
                                                  const WorkingCalendar &calendar, WallTime now);

/// A case that a fact of a visit opens by itself.
struct CaseToOpen {
    CaseOpened opening;
    bool oncePerTicket = false;
};
/// Whether the event alone lets something be opened; only then its ticket is worth folding.
[[nodiscard]] bool mayOpenCases(const Event &event, const OfficeCatalogue &catalogue);
/// What this event, just folded into the ticket, opens at the office. Numbers are left empty.
[[nodiscard]] std::vector<CaseToOpen> casesFrom(const Event &event, const Ticket &ticket,
                                                const OfficeCatalogue &catalogue);

} // namespace ruhu::domain
