// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: the documents an office publishes or is given on the command line are taken or refused with a reason, and one
// that is taken can be asked for all it names. All readers see the same bytes, so that none takes another one's document badly.

#include "fuzz.h"

#include <ruhu/domain/cross_findings.h>
#include <ruhu/domain/figures.h>
#include <ruhu/domain/forms.h>
#include <ruhu/domain/office_catalogue.h>
#include <ruhu/domain/roles.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::domain;

namespace {

template<typename Read>
auto taken(Read read, const QByteArray &document)
{
    auto result = read(document);
    if (!result)
        requireRefusal(result.error());
    return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray document = bytesOf(data, size);
    if (const auto roles = taken(readRoles, document)) {
        require(!roles->roles.empty(), "there is a role");
        for (const RoleRule &role : roles->roles)
            require(roles->role(role.id).id == role.id, "an id names one role");
        (void)roles->role(QStringLiteral("nobody"));
    }
    (void)taken(readCrossRules, document);
    (void)taken(readOfficeCatalogue, document);
    (void)taken(readFigures, document);
    (void)taken(readForms, document);
    return 0;
}
