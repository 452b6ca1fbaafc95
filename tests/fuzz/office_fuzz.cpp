// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: the documents an office publishes or is given on the command line are taken or refused with a reason, and one
// that is taken can be worked with: nobody gets a right that it does not give, any visit can be counted by it and shown on
// its papers. All readers see the same bytes, so that none takes another one's document badly.

#include "fuzz.h"

#include <ruhu/domain/cross_findings.h>
#include <ruhu/domain/figures.h>
#include <ruhu/domain/forms.h>
#include <ruhu/domain/roles.h>

#include <array>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::domain;

namespace {

using std::chrono::days;
using std::chrono::hours;

const WallTime kNow = wallTimeFromMs(1'772'300'000'000);
const QString kMeasure = QStringLiteral("opt_rx");

/// A visit on which everything happened that a limit can begin or end with.
Ticket visit(quint8 number)
{
    Ticket ticket;
    ticket.id = *TicketId::fromBytes(QByteArray(16, static_cast<char>(number)));
    ticket.order.number = QString::number(number);
    ticket.order.kind = QStringLiteral("repair");
    ticket.order.services = {Service::Broadband};
    ticket.order.accountId = QStringLiteral("account");
    ticket.order.acceptedAt = kNow - days(number);
    ticket.order.promisedBy = kNow + hours(number);
    const Stamp stamp{EventId(ticket.id.uuid()), UserId(), kNow - hours(number), Millis(0)};
    ticket.appointment = AppointmentFact{stamp, {{kNow, kNow + hours(1)}, {}, {}, true, {}}, 0};
    ticket.arrival = ArrivalFact{stamp, 12, {}};
    ticket.contacts.push_back({stamp, {}});
    ticket.missed.push_back({stamp, {Cause::Company, {}}});
    ticket.absences.push_back({stamp, {{}, kNow}, {}});
    ticket.readings[kMeasure] = ReadingFact{stamp, {kMeasure, number, {}, Verdict::Pass, {}}};
    if (number % 2 == 0)
        ticket.firstSignOff = stamp;
    return ticket;
}

void useRoles(const Roles &roles)
{
    const RoleRule &nobody = roles.role(QStringLiteral("no such role"));
    require(nobody.rights.empty() && nobody.reads == Reach::None, "a role that is not there may do nothing");
    require(!roles.role(kOfficeItself).forPeople, "nobody has the office's own role");
    for (const RoleRule &role : roles.roles) {
        require(roles.role(role.id) == role, "an id names one role");
        require(!(role.has(Right::Visit) && role.has(Right::Review)), "nobody reviews visits and makes them");
    }
}

void useFigures(const FigureSet &set)
{
    static const Catalogue catalogue;
    static const std::array tickets{visit(1), visit(2)};
    std::vector<ReportedTicket> reported;
    for (const Ticket &ticket : tickets)
        reported.push_back({ticket, &catalogue, {}});
    const OfficeReport report = officeReport(reported, set, {kNow - days(1000), kNow + days(1000)}, kNow);
    require(report.figures.size() == set.figures.size(), "every figure is counted");
    for (const FigureCount &count : report.figures) {
        const auto permille = count.permille();
        require(!permille || (*permille >= 0 && *permille <= 1000), "a rate is one");
        (void)count.isReached();
        for (const Ticket &ticket : tickets) {
            for (const Deadline &deadline : deadlinesOf(count.figure.limit, ticket, catalogue.calendar, kNow))
                require(deadline.due > kNow - days(1000) && deadline.due < kNow + days(1000), "a limit is near");
        }
    }
}

void useThresholds(const CrossRules &rules)
{
    static const std::vector<Ticket> tickets{visit(1), visit(2), visit(3), visit(4)};
    const auto found = crossFindings(tickets, rules);
    for (const auto &[id, list] : found) {
        for (const Finding &finding : list)
            require(finding.evidence.size() >= 2, "what is found across tickets names those of others");
    }
}

void useForms(const FormCatalogue &catalogue)
{
    static const Json facts = visitFacts(visit(1), Catalogue());
    for (const Form &form : catalogue.forms) {
        require(catalogue.form(form.id) == &form, "an id names one paper");
        const FilledForm filled = fillForm(form, facts);
        require(filled.content.object().size() + filled.missing.size() <= form.members.size(), "a value stands once");
    }
}

template<typename Document>
void useIfTaken(const Result<Document> &document, void (*use)(const Document &))
{
    if (document)
        use(*document);
    else
        requireRefusal(document.error());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray document = bytesOf(data, size);
    useIfTaken(readRoles(document), useRoles);
    useIfTaken(readFigures(document), useFigures);
    useIfTaken(readCrossRules(document), useThresholds);
    useIfTaken(readForms(document), useForms);
    return 0;
}
