// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_data.h"

#include <ruhu/base/logging.h>
#include <ruhu/domain/names.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

const auto kRenewal = u"renewal"_s;

Result<const domain::OfficeCatalogue *> officeCatalogue(const OfficeData &d)
{
    if (const domain::OfficeCatalogue *catalogue = d.shelf.officeCases())
        return catalogue;
    return Error{ErrorCode::NotFound, u"there are no kinds of cases on the shelf"_s, u"office-cases"_s};
}

/// The next number of a kind: CP-000001. Counts what was ever opened, so none is given twice.
Result<QString> nextNumber(store::Database &db, const domain::CaseKind &kind)
{
    const QString key = u"case_count:"_s + kind.id;
    auto text = meta(db, key);
    if (!text)
        return text.error();
    const qlonglong count = text->toLongLong() + 1;
    if (auto set = setMeta(db, key, QString::number(count)); !set)
        return set.error();
    return u"%1-%2"_s.arg(kind.prefix).arg(count, 6, 10, QLatin1Char('0'));
}

Result<void> insertCase(store::Database &db, TicketId id, const domain::CaseOpened &opening)
{
    auto inserted = runSql(db, "INSERT INTO ticket(id,number,state) VALUES(?,?,?)", id, opening.number, opening.state);
    if (!inserted && inserted.error().code == ErrorCode::Conflict)
        return Error{ErrorCode::Conflict, u"the number is taken"_s, opening.number};
    if (!inserted)
        return inserted;
    return runSql(db, "INSERT INTO office_case(id,kind,about) VALUES(?,?,?)", id, opening.kind, opening.about);
}

struct Actor {
    UserId id; // null: the office itself
    domain::RoleRule role;
};

Result<Actor> theOffice(OfficeData &d)
{
    auto roles = rolesInForce(d);
    if (!roles)
        return roles.error();
    return Actor{{}, (*roles)->role(domain::kOfficeItself)};
}

Result<Actor> actorFor(OfficeData &d, const QString &login)
{
    auto user = requireUser(*d.db, login);
    if (!user)
        return user.error();
    if (user->disabled)
        return Error{ErrorCode::NotAllowed, u"the account is disabled"_s, login};
    auto role = roleOf(d, *user);
    if (!role)
        return role.error();
    return Actor{user->id, *std::move(role)};
}

/// Whoever is made the owner must be somebody of the office who can act.
Result<void> checkUsers(OfficeData &d, const domain::CaseKind &kind, const std::vector<domain::CaseField> &fields)
{
    for (const domain::CaseField &field : fields) {
        const domain::CaseFieldRule *rule = kind.field(field.field);
        if (!rule || rule->kind != domain::CaseFieldKind::User || field.value.isEmpty())
            continue;
        auto owner = actorFor(d, field.value);
        if (!owner)
            return owner.error();
        if (!owner->role.has(domain::Right::Case))
            return Error{ErrorCode::InvalidInput, u"a case is owned by somebody of the office"_s, field.value};
    }
    return {};
}

/// Inside the caller's transaction.
Result<CaseOutcome> openInside(OfficeData &d, const domain::CaseOpened &proposal, const Actor &actor)
{
    auto catalogue = officeCatalogue(d);
    if (!catalogue)
        return catalogue.error();
    const auto decision = domain::decideOpening(proposal, **catalogue, actor.role);
    if (const auto *refusal = std::get_if<domain::Refusal>(&decision))
        return CaseOutcome{{}, *refusal};
    auto opened = std::get<domain::CaseOpened>(std::get<domain::Payload>(decision));
    const domain::CaseKind &kind = *(*catalogue)->kind(opened.kind);
    if (auto checked = checkUsers(d, kind, opened.fields); !checked)
        return checked.error();
    if (opened.number.isEmpty()) {
        auto number = nextNumber(*d.db, kind);
        if (!number)
            return number.error();
        opened.number = *number;
    }
    const TicketId id(d.ids.next());
    if (auto inserted = insertCase(*d.db, id, opened); !inserted)
        return inserted.error();
    if (auto recorded = recordActs(d, {{id, 0, {std::move(opened)}, actor.id, actor.role.id}}); !recorded)
        return recorded.error();
    if (auto noted = audit(d, u"case.open"_s, id.toString()); !noted)
        return noted.error();
    return CaseOutcome{id, {}};
}

Result<bool> hasCase(store::Database &db, TicketId about, const QString &kind)
{
    auto row = oneRow(
        db, "SELECT 1 FROM office_case WHERE about=? AND kind=? LIMIT 1", [](store::Statement &) { return true; },
        about, kind);
    if (!row)
        return row.error();
    return row->has_value();
}

Result<domain::OfficeCase> readCase(OfficeData &d, TicketId id)
{
    auto known = isOfficeCase(*d.db, id);
    if (!known)
        return known.error();
    if (!*known)
        return Error{ErrorCode::NotFound, u"no such case"_s, id.toString()};
    auto history = readHistory(*d.db, id);
    if (!history)
        return history.error();
    return domain::foldCase(id, *history);
}

domain::CaseOpened renewalOf(const domain::Ticket &visit)
{
    domain::CaseOpened opening;
    opening.kind = kRenewal;
    opening.customerName = visit.order.customerName;
    opening.customerPhone = visit.order.customerPhone;
    opening.address = visit.order.address;
    opening.about = visit.id;
    opening.fields = {{u"consent"_s, u"not-asked"_s}, {u"until"_s, QString::number(toMs(*visit.order.contractUntil))}};
    return opening;
}

CaseSummary summaryOf(const domain::OfficeCase &officeCase, const domain::CaseKind *kind)
{
    CaseSummary summary;
    summary.id = officeCase.id;
    summary.number = officeCase.opening.number;
    summary.kind = officeCase.opening.kind;
    summary.state = officeCase.state;
    const domain::CaseState *state = kind ? kind->state(officeCase.state) : nullptr;
    summary.over = state && state->final;
    summary.owner = officeCase.value(u"owner"_s);
    return summary;
}

std::optional<domain::Deadline> nextOf(const std::vector<domain::Deadline> &deadlines)
{
    for (const domain::Deadline &deadline : deadlines) {
        if (!deadline.ended)
            return deadline;
    }
    return {};
}

} // namespace

Result<bool> isOfficeCase(store::Database &db, TicketId id)
{
    auto row = oneRow(
        db, "SELECT 1 FROM office_case WHERE id=?", [](store::Statement &) { return true; }, id);
    if (!row)
        return row.error();
    return row->has_value();
}

Result<void> openCasesFrom(OfficeData &d, const domain::Event &event)
{
    const domain::OfficeCatalogue *catalogue = d.shelf.officeCases();
    if (!catalogue || !domain::mayOpenCases(event, *catalogue))
        return {};
    auto history = readHistory(*d.db, event.meta.ticket);
    if (!history)
        return history.error();
    const domain::Ticket ticket = domain::fold(event.meta.ticket, *history);
    const auto office = theOffice(d);
    if (!office)
        return office.error();
    for (const domain::CaseToOpen &next : domain::casesFrom(event, ticket, *catalogue)) {
        auto known = next.oncePerTicket ? hasCase(*d.db, ticket.id, next.opening.kind) : Result<bool>(false);
        if (!known)
            return known.error();
        if (*known)
            continue;
        auto opened = openInside(d, next.opening, *office);
        if (!opened)
            return opened.error();
        // The fact itself is kept on the visit whatever becomes of the case.
        if (opened->refusal)
            qCWarning(lcServer) << "no case from event" << event.meta.id.toString()
                                << domain::toName(opened->refusal->code) << opened->refusal->subject;
    }
    return {};
}

Result<CaseOutcome> Office::openCase(const domain::CaseOpened &opening, const QString &byLogin)
{
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    auto actor = actorFor(*m_d, byLogin);
    if (!actor)
        return actor.error();
    if (opening.about) {
        if (auto visit = requireTicket(*m_d->db, *opening.about); !visit)
            return visit.error();
    }
    auto opened = openInside(*m_d, opening, *actor);
    if (!opened || opened->refusal)
        return opened;
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return opened;
}

Result<std::vector<TicketId>> Office::collectRenewals(int days, const QString &byLogin)
{
    auto visits = tickets();
    if (!visits)
        return visits.error();
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    auto actor = actorFor(*m_d, byLogin);
    if (!actor)
        return actor.error();
    std::vector<TicketId> opened;
    for (const TicketSummary &summary : *visits) {
        auto visit = ticket(summary.id);
        auto listed = hasCase(*m_d->db, summary.id, kRenewal);
        if (!visit)
            return visit.error();
        if (!listed)
            return listed.error();
        const auto until = visit->order.contractUntil;
        const auto left = until ? *until - m_d->clock.now() : Millis(-1);
        if (*listed || left < Millis(0) || left > std::chrono::days(days))
            continue;
        auto added = openInside(*m_d, renewalOf(*visit), *actor);
        if (!added)
            return added.error();
        if (added->refusal)
            return Error{ErrorCode::NotAllowed, domain::toName(added->refusal->code), byLogin};
        opened.push_back(added->id);
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return opened;
}

Result<CaseOutcome> Office::actOnCase(TicketId id, const domain::CaseActed &act, const QString &byLogin)
{
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    auto catalogue = officeCatalogue(*m_d);
    auto actor = actorFor(*m_d, byLogin);
    auto officeCase = readCase(*m_d, id);
    if (!catalogue)
        return catalogue.error();
    if (!actor)
        return actor.error();
    if (!officeCase)
        return officeCase.error();
    auto decision = domain::decideAct(*officeCase, act, **catalogue, actor->role);
    if (const auto *refusal = std::get_if<domain::Refusal>(&decision))
        return CaseOutcome{id, *refusal};
    const domain::CaseKind &kind = *(*catalogue)->kind(officeCase->opening.kind);
    if (auto checked = checkUsers(*m_d, kind, act.fields); !checked)
        return checked.error();
    auto record = requireTicket(*m_d->db, id);
    if (!record)
        return record.error();
    const OfficeAct recorded{id, record->revision, {std::get<domain::Payload>(decision)}, actor->id, actor->role.id};
    if (auto done = recordActs(*m_d, {recorded}); !done)
        return done.error();
    if (auto noted = audit(*m_d, u"case."_s + act.act, id.toString()); !noted)
        return noted.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return CaseOutcome{id, {}};
}

Result<std::vector<CaseSummary>> Office::cases()
{
    std::vector<std::pair<TicketId, QString>> rows;
    auto done = eachRow(*m_d->db,
                        "SELECT c.id,coalesce(v.number,'') FROM office_case c JOIN ticket t ON t.id=c.id"
                        " LEFT JOIN ticket v ON v.id=c.about ORDER BY t.number",
                        [&](store::Statement &s) { rows.emplace_back(TicketId(s.uuid(0)), s.text(1)); });
    if (!done)
        return done.error();
    const domain::OfficeCatalogue *catalogue = m_d->shelf.officeCases();
    std::vector<CaseSummary> list;
    for (const auto &[id, about] : rows) {
        auto officeCase = readCase(*m_d, id);
        if (!officeCase)
            return officeCase.error();
        const domain::CaseKind *kind = catalogue ? catalogue->kind(officeCase->opening.kind) : nullptr;
        list.push_back(summaryOf(*officeCase, kind));
        list.back().about = about;
        list.back().next = nextOf(deadlinesOf(*officeCase));
    }
    return list;
}

Result<domain::OfficeCase> Office::officeCase(TicketId id)
{
    return readCase(*m_d, id);
}

std::vector<domain::Deadline> Office::deadlinesOf(const domain::OfficeCase &officeCase) const
{
    const domain::OfficeCatalogue *catalogue = m_d->shelf.officeCases();
    const domain::CaseKind *kind = catalogue ? catalogue->kind(officeCase.opening.kind) : nullptr;
    if (!kind)
        return {};
    return domain::caseDeadlines(officeCase, *kind, m_d->shelf.calendar(), m_d->clock.now());
}

} // namespace ruhu::service
