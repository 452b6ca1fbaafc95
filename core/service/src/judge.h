// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "office_data.h"

namespace ruhu::service {

/// What the server thinks of an event it stores in any case (sync.md R3). Verdicts: "" accepted, "undecodable",
/// "wrong-actor", "wrong-role", "unknown-ticket", "not-yours"; "duplicate-id" is added when it is stored.
struct Judgement {
    QString verdict;
    std::optional<domain::Event> event;
};
[[nodiscard]] Result<Judgement> judgeBody(OfficeData &d, const Caller &caller, const QByteArray &body);

/// May a device of this role send this kind of event? Types of a newer program are kept unjudged.
[[nodiscard]] bool mayRecord(const domain::RoleRule &role, const domain::Payload &payload);

} // namespace ruhu::service
