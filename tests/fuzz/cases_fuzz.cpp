// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: kinds of office cases that are accepted can be worked with: each can be opened by whoever gives what it needs,
// each act does what the table says, every limit is a moment that can be shown, and what opens by itself fits its kind.

#include "fuzz.h"

#include <ruhu/domain/office_case.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::domain;

namespace {

using std::chrono::days;

constexpr std::size_t kMaxActs = 20;
const WallTime kNow = wallTimeFromMs(1'772'300'000'000);

/// A value the rule takes.
QString valueFor(const CaseFieldRule &rule)
{
    if (rule.kind == CaseFieldKind::Choice)
        return rule.options.front().id;
    return rule.kind == CaseFieldKind::Time ? QString::number(toMs(kNow)) : QStringLiteral("words");
}

std::vector<CaseField> valuesFor(const CaseKind &kind, const std::vector<QString> &needs)
{
    std::vector<CaseField> fields;
    for (const QString &id : needs) {
        const bool given = std::any_of(fields.begin(), fields.end(), [&](const CaseField &f) { return f.field == id; });
        if (!given)
            fields.push_back({id, valueFor(*kind.field(id))});
    }
    return fields;
}

/// Somebody of the office who may act on cases.
RoleRule somebody(const RoleId &role)
{
    return {role, {}, Reach::None, {Right::Case}, true};
}

class CaseWalk {
public:
    CaseWalk(const OfficeCatalogue &catalogue, const CaseKind &kind) : m_catalogue(catalogue), m_kind(kind)
    {
        CaseOpened opening;
        opening.kind = kind.id;
        opening.customerName = QStringLiteral("customer");
        opening.fields = valuesFor(kind, kind.needs);
        keep(decideOpening(opening, catalogue, somebody(kDispatcher)), "a case opens with what it needs");
        require(m_case.state == kind.start, "a case begins at its start");
    }

    /// Whatever can be done next, in turn.
    void walk()
    {
        for (std::size_t i = 0; i < kMaxActs && !m_kind.acts.empty(); ++i) {
            requireLimits();
            tryAct(m_kind.acts[i % m_kind.acts.size()]);
        }
        requireLimits();
    }

private:
    void tryAct(const CaseAct &act)
    {
        const RoleRule role = somebody(act.roles.front());
        std::optional<Refusal> said;
        for (const auto &[id, refusal] : caseActs(m_case, m_catalogue, role))
            said = id == act.id ? refusal : said;
        const CaseActed proposal{act.id, valuesFor(m_kind, act.needs), {}};
        CaseDecision decision = decideAct(m_case, proposal, m_catalogue, role);
        require(said.has_value() == std::holds_alternative<Refusal>(decision),
                "the list of acts says what can be done");
        if (said)
            return;
        keep(std::move(decision), "an act that can be done is done");
        require(m_kind.state(m_case.state) != nullptr, "a case is in a state of its kind");
    }

    void keep(CaseDecision decision, const char *promise)
    {
        require(std::holds_alternative<Payload>(decision), promise);
        HistoryEntry entry;
        entry.event.meta.wall = kNow + std::chrono::minutes(m_history.size());
        entry.event.payload = std::get<Payload>(std::move(decision));
        m_history.push_back(std::move(entry));
        m_case = foldCase(TicketId(), m_history);
    }

    void requireLimits() const
    {
        for (const WallTime now : {kNow, kNow + days(1000)}) {
            for (const Deadline &deadline : caseDeadlines(m_case, m_kind, {}, now))
                require(deadline.due >= kNow && deadline.due < kNow + days(1000), "a limit is near");
        }
    }

    const OfficeCatalogue &m_catalogue;
    const CaseKind &m_kind;
    std::vector<HistoryEntry> m_history;
    OfficeCase m_case;
};

/// A case that nobody fills in: its values are the document's own, or whatever was said on a visit.
void requireOpens(const OfficeCatalogue &catalogue, const CaseSource &source)
{
    const CaseKind &kind = *catalogue.kind(source.opens);
    CaseOpened opening;
    opening.kind = kind.id;
    opening.customerName = QStringLiteral("customer");
    for (const SourceField &field : source.fields) {
        const CaseFieldRule &rule = *kind.field(field.field);
        opening.fields.push_back({rule.id, field.from.isEmpty() ? field.value : valueFor(rule)});
    }
    const auto decision = decideOpening(opening, catalogue, somebody(kOfficeItself));
    require(std::holds_alternative<Payload>(decision), "what opens by itself fits its kind");
}

void requireSources(const OfficeCatalogue &catalogue)
{
    const QString words = QStringLiteral("words");
    static const std::vector<Payload> facts{RatingGiven{Rating::Dissatisfied, words},
                                            EnquiryRecorded{EnquiryKind::Complaint, words, {}, {}, true},
                                            StateEntered{State::SignedOff, {}, {}}};
    Event event;
    Ticket ticket;
    ticket.order.customerName = QStringLiteral("customer");
    for (const Payload &fact : facts) {
        event.payload = fact;
        const auto cases = casesFrom(event, ticket, catalogue);
        require(cases.empty() || mayOpenCases(event, catalogue), "what opens a case is worth a look");
    }
    for (const CaseSource &source : catalogue.sources)
        requireOpens(catalogue, source);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto catalogue = readOfficeCatalogue(bytesOf(data, size));
    if (!catalogue) {
        requireRefusal(catalogue.error());
        return 0;
    }
    for (const CaseKind &kind : catalogue->kinds)
        CaseWalk(*catalogue, kind).walk();
    requireSources(*catalogue);
    return 0;
}
