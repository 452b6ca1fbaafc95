// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/documents.h>

#include <ruhu/base/result.h>

namespace ruhu::domain {

/// What somebody may do; the words of the roles document.
enum class Right {
    Visit, // "visit": carry out the tickets that are assigned to him
    Note, // "note": write a note on a ticket he reads
    Review, // "review": approve or send back what others did (D15-103)
    Order, // "order": open, assign, move and cancel tickets
    Case, // "case": open and act on the office's cases, as far as the case's own table lets the role
};

/// Whose tickets somebody reads: his own, or those of his team.
enum class Reach { None, Own, Team }; // "none" "own" "team"

struct RoleRule {
    RoleId id; // "technician"
    Text title;
    Reach reads = Reach::None;
    std::vector<Right> rights;
    bool forPeople = true; // an account can have it; the office's own acts carry one that no account has
    bool secondFactor = false; // signs in at the office with a code of an authenticator besides

    [[nodiscard]] bool has(Right right) const;
    bool operator==(const RoleRule &) const = default;
};

/// Who may do what (domain/rules 2: roles), as data. The office's, not a ticket's: what is taken away is gone at once.
struct Roles {
    QString id; // "roles"
    QString version;
    std::vector<RoleRule> roles;

    /// A role that the document does not know may do nothing.
    [[nodiscard]] const RoleRule &role(const RoleId &roleId) const;
    bool operator==(const Roles &) const = default;
};

/// What the document of the roles calls itself.
inline const QString kRolesDocument = QStringLiteral("roles");

/// The roles that the program itself speaks of.
inline const RoleId kTechnician = QStringLiteral("technician");
inline const RoleId kSupervisor = QStringLiteral("supervisor");
inline const RoleId kDispatcher = QStringLiteral("dispatcher");
inline const RoleId kOfficeItself = QStringLiteral("system"); // acts that no person does

/// Reads the document and checks it whole: unique ids, both languages, no right twice, whoever visits reads his own
/// tickets, nobody both visits and reviews, and somebody visits, reviews and orders. The error's subject is the path of
/// the bad member.
[[nodiscard]] Result<Roles> readRoles(const QByteArray &document);

} // namespace ruhu::domain
