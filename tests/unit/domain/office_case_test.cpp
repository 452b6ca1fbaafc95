// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_edits.h"
#include "golden.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/office_cases.h>
#include <ruhu_test/roles.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/codec.h>
#include <ruhu/domain/office_case.h>

#include <QDateTime>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

// Wednesday, 25 November 2026, nine in the morning in China.
const WallTime kStart =
    wallTimeFromMs(QDateTime::fromString(u"2026-11-25T09:00:00+08:00"_s, Qt::ISODate).toMSecsSinceEpoch());

/// One case of the shipped kinds with a clock of its own.
class CaseBench {
public:
    explicit CaseBench(CaseOpened opening, const RoleId &role = kSupervisor)
        : m_refusal(keep(decideOpening(opening, test::officeCases(), test::roles().role(role))))
    {}

    [[nodiscard]] const std::optional<Refusal> &refusal() const { return m_refusal; }
    [[nodiscard]] OfficeCase now() const { return foldCase(TicketId(), m_history); }
    [[nodiscard]] const std::vector<HistoryEntry> &history() const { return m_history; }
    void wait(Millis time) { m_wall += time; }

    std::optional<Refusal> act(const QString &name, std::vector<CaseField> fields = {},
                               const RoleId &role = kSupervisor)
    {
        return keep(
            decideAct(now(), CaseActed{name, std::move(fields), {}}, test::officeCases(), test::roles().role(role)));
    }
    [[nodiscard]] std::optional<Deadline> limit(const QString &id) const
    {
        const OfficeCase officeCase = now();
        const CaseKind *kind = test::officeCases().kind(officeCase.opening.kind);
        REQUIRE(kind);
        for (const Deadline &deadline : caseDeadlines(officeCase, *kind, test::ftthInstall().calendar, m_wall)) {
            if (deadline.id == id)
                return deadline;
        }
        return {};
    }

private:
    std::optional<Refusal> keep(CaseDecision decision)
    {
        if (const auto *refusal = std::get_if<Refusal>(&decision))
            return *refusal;
        HistoryEntry entry;
        entry.event.meta.wall = m_wall;
        entry.event.payload = std::get<Payload>(std::move(decision));
        m_history.push_back(std::move(entry));
        return {};
    }

    WallTime m_wall = kStart;
    std::vector<HistoryEntry> m_history;
    std::optional<Refusal> m_refusal;
};

/// The story of a case as people read it.
QString story(const CaseBench &bench)
{
    const OfficeCase officeCase = bench.now();
    QString text = officeCase.opening.number + u"  "_s + officeCase.opening.kind + u'\n';
    for (const HistoryEntry &entry : bench.history()) {
        const auto *acted = std::get_if<CaseActed>(&entry.event.payload);
        const auto *opened = std::get_if<CaseOpened>(&entry.event.payload);
        text += QDateTime::fromMSecsSinceEpoch(toMs(entry.event.meta.wall), Qt::OffsetFromUTC, 8 * 3600)
                    .toString(u"MM-dd HH:mm"_s);
        text += u"  %1 -> %2\n"_s.arg(acted ? acted->act : u"(opened)"_s, acted ? acted->state : opened->state);
        for (const CaseField &field : acted ? acted->fields : opened->fields)
            text += u"             %1: %2\n"_s.arg(field.field, field.value);
    }
    return text;
}

CaseOpened complaint()
{
    return {u"CP-000001"_s,
            u"complaint"_s,
            u"王样本"_s,
            u"138 0000 0001"_s,
            {},
            {},
            {{u"text"_s, u"The technician came two hours late."_s},
             {u"source"_s, u"hotline"_s},
             {u"class"_s, u"repair-late"_s}},
            {}};
}

CaseOpened renewal(const QString &consent)
{
    return {u"RN-000001"_s, u"renewal"_s, u"王样本"_s, {}, {}, {}, {{u"consent"_s, consent}}, {}};
}

std::vector<CaseField> owner()
{
    return {{u"owner"_s, u"carl"_s}, {u"department"_s, u"service"_s}};
}

std::vector<CaseField> answered()
{
    return {{u"solution"_s, u"Spoken with the team."_s}, {u"answer"_s, u"An apology, and how we plan now."_s}};
}

/// The path named when the first occurrence of a text is replaced in the real document.
QString casesRefuse(const QByteArray &from, const QByteArray &to)
{
    return refusedMember(readOfficeCatalogue(changed(test::officeCasesBytes(), from, to)));
}

} // namespace

TEST_CASE("the office has complaint, callback, first enquiry, renewal and opinion letter", "[domain][office]")
{
    QStringList kinds;
    for (const CaseKind &kind : test::officeCases().kinds) {
        kinds << kind.id;
        CHECK_FALSE(kind.rules.empty());
        for (const CaseLimit &limit : kind.limits)
            CHECK((limit.confidence == u"A"_s) == (limit.id == u"appeal-open"_s));
    }
    CHECK(kinds == QStringList{u"complaint"_s, u"callback"_s, u"enquiry"_s, u"renewal"_s, u"opinion"_s});
}

TEST_CASE("a broken document of cases is refused with the path of the bad member", "[domain][office]")
{
    CHECK(casesRefuse("\"version\": \"2026.1\"", "\"version\": 1") == u"version"_s);
    CHECK(casesRefuse("\"id\": \"received\"", "\"id\": \"received\", \"colour\": \"red\"")
          == u"kinds[0].states[0].colour"_s);
    CHECK(casesRefuse("\"zh\": \"已受理\"", "\"zh\": \"\"") == u"kinds[0].states[0]"_s);
    CHECK(casesRefuse("\"start\": \"received\"", "\"start\": \"nowhere\"") == u"kinds[0].start"_s);
    CHECK(casesRefuse("\"to\": \"in-work\"", "\"to\": \"limbo\"") == u"kinds[0].acts[0].to"_s);
    CHECK(casesRefuse("\"needs\": [\"department\", \"owner\"]", "\"needs\": [\"department\", \"boss\"]")
          == u"kinds[0].acts[0].needs[1]"_s);
    CHECK(casesRefuse("\"roles\": [\"supervisor\", \"dispatcher\"", "\"roles\": [\"technician\", \"dispatcher\"")
          == u"kinds[0].acts[0].roles"_s);
    CHECK(casesRefuse("\"minutes\": 4320,", "") == u"kinds[0].limits[0]"_s);
    CHECK(casesRefuse("\"ends\": [\"report-progress\", \"answer\"]", "\"ends\": [\"never\"]")
          == u"kinds[0].limits[0].ends"_s);
    CHECK(casesRefuse("\"value\": \"complaint\"}]", "\"value\": \"grumble\"}]") == u"kinds[0].sets[0].value"_s);
    // Without the closing act no way ends.
    CHECK(casesRefuse("\"from\": [\"answered\"], \"to\": \"closed\"", "\"from\": [\"answered\"]")
          == u"kinds[0].states[0]"_s);
    CHECK(casesRefuse("\"opens\": \"complaint\"", "\"opens\": \"quarrel\"") == u"sources[0].opens"_s);
    CHECK(casesRefuse("{\"field\": \"class\", \"value\": \"other\"}, ", "") == u"sources[0].fields"_s);
}

TEST_CASE("a complaint goes from the first word over its answer to the closing", "[domain][office]")
{
    CaseBench bench(complaint());
    REQUIRE_FALSE(bench.refusal());
    CHECK(bench.now().state == u"received"_s);
    CHECK(bench.now().value(u"level"_s) == u"complaint"_s);
    CHECK(bench.act(u"answer"_s, answered())->code == RefusalCode::WrongState);
    REQUIRE_FALSE(bench.act(u"take"_s, owner()));
    REQUIRE_FALSE(bench.act(u"report-progress"_s, {{u"progress"_s, u"We ask the team."_s}}));
    REQUIRE_FALSE(bench.act(u"hand-on"_s, {{u"owner"_s, u"dora"_s},
                                           {u"department"_s, u"business"_s},
                                           {u"reason"_s, u"It is about the tariff."_s}}));
    CHECK(bench.now().value(u"department"_s) == u"business"_s);
    auto fields = answered();
    fields.push_back({u"compensation"_s, u"One month free"_s});
    REQUIRE_FALSE(bench.act(u"answer"_s, fields));
    REQUIRE_FALSE(bench.act(u"close"_s, {{u"customer-says"_s, u"accepts"_s}}));
    CHECK(bench.now().state == u"closed"_s);
    CHECK(bench.now().value(u"compensation"_s) == u"One month free"_s);
    CHECK(bench.now().entries.size() == 6);
}

TEST_CASE("a complaint rises to an escalation and to an appeal, each with a time of its own",
          "[domain][office][golden]")
{
    CaseBench bench(complaint());
    REQUIRE_FALSE(bench.act(u"take"_s, owner()));
    CHECK(bench.limit(u"first-answer"_s)->due == kStart + hours(72));
    CHECK_FALSE(bench.limit(u"escalated-answer"_s));
    bench.wait(hours(80));
    CHECK(bench.limit(u"first-answer"_s)->state == DeadlineState::Overdue);
    CHECK_FALSE(bench.limit(u"first-answer"_s)->verified);
    REQUIRE_FALSE(bench.act(u"escalate"_s, {{u"reason"_s, u"No answer in time."_s}}));
    CHECK(bench.now().state == u"received"_s);
    CHECK(bench.act(u"escalate"_s, {{u"reason"_s, u"Again"_s}})->code == RefusalCode::NotNow);
    CHECK_FALSE(bench.limit(u"first-answer"_s));
    CHECK(bench.limit(u"escalated-answer"_s)->due == kStart + hours(80 + 48));
    REQUIRE_FALSE(bench.act(u"appeal"_s, {{u"reason"_s, u"Letter of the authority"_s}}));
    CHECK(bench.now().value(u"level"_s) == u"appeal"_s);
    CHECK(bench.now().value(u"source"_s) == u"regulator"_s);
    REQUIRE_FALSE(bench.act(u"take"_s, owner()));
    REQUIRE_FALSE(bench.act(u"answer"_s, answered()));
    CHECK(bench.limit(u"appeal-answer"_s)->state == DeadlineState::Met);
    REQUIRE_FALSE(bench.act(u"close"_s, {{u"customer-says"_s, u"accepts"_s}}));
    test::compareWithGolden(u"office-complaint.txt"_s, story(bench));
}

TEST_CASE("fifteen days without an answer are the verified limit of a complaint", "[domain][office]")
{
    CaseBench bench(complaint());
    CHECK(bench.limit(u"appeal-open"_s)->due == kStart + hours(15 * 24));
    CHECK(bench.limit(u"appeal-open"_s)->verified);
    bench.wait(hours(15 * 24) + minutes(1));
    CHECK(bench.limit(u"appeal-open"_s)->state == DeadlineState::Overdue);
}

TEST_CASE("a key customer's complaint has half the time to its closing", "[domain][office]")
{
    CaseOpened opening = complaint();
    CHECK(CaseBench(opening).limit(u"closing"_s)->due == kStart + hours(48));
    opening.fields.push_back({u"tier"_s, u"gold"_s});
    CaseBench bench(opening);
    CHECK_FALSE(bench.limit(u"closing"_s));
    CHECK(bench.limit(u"closing-key"_s)->due == kStart + hours(24));
}

TEST_CASE("no technician opens a case or acts on one", "[domain][office]")
{
    CHECK(CaseBench(complaint(), kTechnician).refusal()->code == RefusalCode::WrongRole);
    CaseBench bench(complaint());
    for (const auto &[name, refusal] : caseActs(bench.now(), test::officeCases(), test::roles().role(kTechnician))) {
        CAPTURE(name);
        REQUIRE(refusal);
        CHECK(refusal->code == RefusalCode::WrongRole);
    }
}

TEST_CASE("a case takes the fields of its act, all of them and no others", "[domain][office]")
{
    CaseOpened bad = complaint();
    bad.kind = u"quarrel"_s;
    CHECK(CaseBench(bad).refusal()->code == RefusalCode::UnknownAct);
    bad = complaint();
    bad.customerName = u" "_s;
    CHECK(CaseBench(bad).refusal()->subject == u"customerName"_s);
    bad = complaint();
    bad.fields[2].value = u"weather"_s;
    CHECK(CaseBench(bad).refusal()->code == RefusalCode::UnknownOption);
    bad = complaint();
    bad.fields[0].value = u"  "_s;
    CHECK(CaseBench(bad).refusal()->code == RefusalCode::NeedsText);
    bad = complaint();
    bad.fields.erase(bad.fields.begin() + 1);
    CHECK(CaseBench(bad).refusal()->code == RefusalCode::NeedsOption);
    bad = complaint();
    bad.fields.push_back(bad.fields.front());
    CHECK(CaseBench(bad).refusal()->code == RefusalCode::UnknownField);
    bad = complaint();
    bad.fields.push_back({u"level"_s, u"appeal"_s});
    CHECK(CaseBench(bad).refusal()->subject == u"level"_s);
    bad = renewal(u"yes"_s);
    bad.fields.push_back({u"until"_s, u"next spring"_s});
    CHECK(CaseBench(bad).refusal()->code == RefusalCode::BadField);

    CaseBench bench(complaint());
    CHECK(bench.act(u"dance"_s)->code == RefusalCode::UnknownAct);
    CHECK(bench.act(u"take"_s, {{u"owner"_s, u"carl"_s}})->subject == u"department"_s);
    auto more = owner();
    more.push_back({u"solution"_s, u"x"_s});
    CHECK(bench.act(u"take"_s, more)->code == RefusalCode::UnknownField);
    CHECK(bench.now().entries.size() == 1);
}

TEST_CASE("an offer of a renewal needs the customer's consent", "[domain][office][golden]")
{
    CaseBench bench(renewal(u"not-asked"_s));
    REQUIRE_FALSE(bench.act(u"assign"_s, {{u"owner"_s, u"carl"_s}, {u"channel"_s, u"grid"_s}}));
    REQUIRE_FALSE(bench.act(u"remind"_s, {{u"reminder"_s, u"Called on Monday"_s}}));
    CHECK(bench.act(u"offer"_s, {{u"offer"_s, u"500M"_s}})->code == RefusalCode::NotNow);
    REQUIRE_FALSE(bench.act(u"ask-consent"_s, {{u"consent"_s, u"no"_s}}));
    CHECK(bench.act(u"remind"_s, {{u"reminder"_s, u"Again"_s}})->code == RefusalCode::NotNow);
    REQUIRE_FALSE(bench.act(u"ask-consent"_s, {{u"consent"_s, u"yes"_s}}));
    REQUIRE_FALSE(bench.act(u"offer"_s, {{u"offer"_s, u"500M"_s}}));
    REQUIRE_FALSE(bench.act(u"renew"_s));
    CHECK(bench.now().state == u"renewed"_s);
    test::compareWithGolden(u"office-renewal.txt"_s, story(bench));
}

TEST_CASE("a callback keeps its result and the number of the recording", "[domain][office][golden]")
{
    CaseBench bench({u"CB-000001"_s, u"callback"_s, u"王样本"_s, {}, {}, {}, {{u"reason"_s, u"Absent twice"_s}}, {}});
    REQUIRE_FALSE(bench.act(u"not-reached"_s, {{u"try"_s, u"Engaged"_s}}));
    CHECK(bench.act(u"call"_s, {{u"result"_s, u"later"_s}})->subject == u"recording"_s);
    // Two working days from a Wednesday: to the end of Friday.
    CHECK(bench.limit(u"call"_s)->due == kStart + hours(15 + 48) - Millis(1));
    REQUIRE_FALSE(bench.act(u"call"_s, {{u"result"_s, u"later"_s}, {u"recording"_s, u"R-2026-118"_s}}));
    REQUIRE_FALSE(bench.act(u"close"_s, {{u"decision"_s, u"Order rests until the customer calls"_s}}));
    CHECK(bench.now().value(u"recording"_s) == u"R-2026-118"_s);
    CHECK(bench.limit(u"call"_s)->state == DeadlineState::Met);
    test::compareWithGolden(u"office-callback.txt"_s, story(bench));
}

TEST_CASE("a first enquiry has an owner until it is answered", "[domain][office][golden]")
{
    CaseBench bench(
        {u"FE-000001"_s,
         u"enquiry"_s,
         u"王样本"_s,
         u"138 0000 0001"_s,
         {},
         {},
         {{u"text"_s, u"Is there fibre in the cellar?"_s}, {u"scope"_s, u"question"_s}, {u"hotline"_s, u"true"_s}},
         {}});
    REQUIRE_FALSE(bench.refusal());
    CHECK(bench.act(u"answer"_s, {{u"answer"_s, u"Yes"_s}})->code == RefusalCode::WrongState);
    bench.wait(hours(2));
    REQUIRE_FALSE(bench.act(u"take"_s, {{u"owner"_s, u"carl"_s}}));
    REQUIRE_FALSE(bench.act(u"report-progress"_s, {{u"progress"_s, u"The planners look it up."_s}}));
    CHECK(bench.limit(u"owner"_s)->state == DeadlineState::Met);
    CHECK(bench.limit(u"answer"_s)->state == DeadlineState::Running);
    REQUIRE_FALSE(bench.act(u"answer"_s, {{u"answer"_s, u"From January on."_s}}));
    CHECK(bench.now().state == u"closed"_s);
    test::compareWithGolden(u"office-enquiry.txt"_s, story(bench));
}

TEST_CASE("an opinion letter is sorted, and criticism is answered before it is kept", "[domain][office][golden]")
{
    const CaseOpened letter{u"OP-000001"_s,
                            u"opinion"_s,
                            u"王样本"_s,
                            {},
                            {},
                            {},
                            {{u"text"_s, u"Quick and clean."_s}, {u"rating"_s, u"satisfied"_s}},
                            {}};
    CaseBench praise(letter);
    CHECK(praise.act(u"keep"_s, {{u"batch"_s, u"2026-11"_s}})->code == RefusalCode::NotNow);
    REQUIRE_FALSE(praise.act(u"sort"_s, {{u"nature"_s, u"praise"_s}}));
    REQUIRE_FALSE(praise.act(u"keep"_s, {{u"batch"_s, u"2026-11"_s}}));
    CaseBench criticism(letter);
    REQUIRE_FALSE(criticism.act(u"sort"_s, {{u"nature"_s, u"criticism"_s}}));
    CHECK(criticism.act(u"keep"_s, {{u"batch"_s, u"2026-11"_s}})->code == RefusalCode::NotNow);
    REQUIRE_FALSE(criticism.act(u"take"_s, {{u"owner"_s, u"carl"_s}}));
    REQUIRE_FALSE(criticism.act(u"settle"_s, {{u"outcome"_s, u"Called and apologised"_s}, {u"batch"_s, u"2026-11"_s}}));
    CHECK(criticism.now().state == u"kept"_s);
    test::compareWithGolden(u"office-opinion.txt"_s, story(criticism));
}

namespace {

/// A value the field accepts.
QString anyValue(const CaseFieldRule &rule, std::size_t choice)
{
    switch (rule.kind) {
    case CaseFieldKind::Choice:
        return rule.options[choice % rule.options.size()].id;
    case CaseFieldKind::Time:
        return u"1795564800000"_s;
    case CaseFieldKind::Text:
    case CaseFieldKind::User:
        return u"x"_s;
    }
    return {};
}

std::vector<CaseField> anyFields(const CaseKind &kind, const std::vector<QString> &needs, std::size_t choice)
{
    std::vector<CaseField> fields;
    for (const QString &id : needs)
        fields.push_back({id, anyValue(*kind.field(id), choice)});
    return fields;
}

/// What the rest of a case's life depends on.
QString standing(const OfficeCase &officeCase, const CaseKind &kind)
{
    QString text = officeCase.state;
    for (const CaseAct &act : kind.acts) {
        for (const CaseCondition &condition : act.when)
            text += u'|' + officeCase.value(condition.field);
    }
    return text;
}

} // namespace

TEST_CASE("in every state a case can reach, what is offered can be done and leads to an end", "[domain][office]")
{
    for (const CaseKind &kind : test::officeCases().kinds) {
        CAPTURE(kind.id);
        std::map<QString, OfficeCase> known;
        std::map<QString, std::set<QString>> leadsTo;
        std::vector<QString> open;
        const auto meet = [&](const OfficeCase &officeCase) {
            const QString key = standing(officeCase, kind);
            if (known.emplace(key, officeCase).second)
                open.push_back(key);
            return key;
        };
        for (std::size_t choice = 0; choice < 3; ++choice) {
            CaseBench bench({u"X-1"_s, kind.id, u"王样本"_s, {}, {}, {}, anyFields(kind, kind.needs, choice), {}});
            REQUIRE_FALSE(bench.refusal());
            meet(bench.now());
        }
        while (!open.empty()) {
            const QString key = open.back();
            open.pop_back();
            const OfficeCase here = known.at(key);
            for (const auto &[name, refusal] : caseActs(here, test::officeCases(), test::roles().role(kSupervisor))) {
                for (std::size_t choice = 0; choice < 3; ++choice) {
                    const CaseActed proposal{name, anyFields(kind, kind.act(name)->needs, choice), {}};
                    const auto decision =
                        decideAct(here, proposal, test::officeCases(), test::roles().role(kSupervisor));
                    const auto *objection = std::get_if<Refusal>(&decision);
                    CAPTURE(key, name, choice);
                    REQUIRE((objection != nullptr) == refusal.has_value());
                    if (objection) {
                        CHECK(*objection == *refusal);
                        continue;
                    }
                    OfficeCase after = here;
                    const auto &acted = std::get<CaseActed>(std::get<Payload>(decision));
                    after.state = acted.state;
                    for (const CaseField &field : acted.fields)
                        after.fields[field.field] = field.value;
                    leadsTo[key].insert(meet(after));
                }
            }
        }
        // From every state met a final one is reached.
        std::set<QString> ends;
        for (const auto &[key, officeCase] : known) {
            if (kind.state(officeCase.state)->final)
                ends.insert(key);
        }
        for (bool grown = true; grown;) {
            grown = false;
            for (const auto &[key, next] : leadsTo) {
                const bool reaches =
                    std::any_of(next.begin(), next.end(), [&](const QString &id) { return ends.count(id) > 0; });
                grown = (reaches && ends.insert(key).second) || grown;
            }
        }
        CHECK(ends.size() == known.size());
    }
}

TEST_CASE("what a customer says on a visit opens its case at the office", "[domain][office]")
{
    test::TicketBench bench;
    const auto from = [&](Payload payload) {
        Event event;
        event.meta.ticket = bench.ticket().id;
        event.payload = std::move(payload);
        return casesFrom(event, bench.ticket(), test::officeCases());
    };
    const auto said = from(EnquiryRecorded{EnquiryKind::Complaint, u"Third visit already"_s, u"x"_s, u"1"_s, true});
    REQUIRE(said.size() == 1);
    CHECK(said[0].opening.kind == u"complaint"_s);
    CHECK(said[0].opening.about == bench.ticket().id);
    CHECK(said[0].opening.customerName == bench.ticket().order.customerName);
    REQUIRE_FALSE(CaseBench(said[0].opening, kOfficeItself).refusal());
    const auto asked =
        from(EnquiryRecorded{EnquiryKind::Question, u"When is the cellar done?"_s, u"x"_s, u"1"_s, false});
    REQUIRE(asked.size() == 1);
    CaseBench enquiry(asked[0].opening, kOfficeItself);
    REQUIRE_FALSE(enquiry.refusal());
    CHECK(enquiry.now().value(u"hotline"_s) == u"false"_s);
    CHECK(from(TicketHandedBack{u"no-resource"_s, u"x"_s}).empty());
    const auto lost = from(TicketHandedBack{u"customer-not-ready"_s, u"Absent twice"_s});
    REQUIRE(lost.size() == 1);
    CHECK(CaseBench(lost[0].opening, kOfficeItself).now().value(u"reason"_s) == u"Absent twice"_s);
    CHECK(from(StateEntered{State::SignedOff, {}, {}}).empty());
    CHECK(from(NoteAdded{u"x"_s, {}}).empty());
}

TEST_CASE("a case's events come back from their bytes as they were", "[domain][office]")
{
    CaseBench bench(complaint());
    REQUIRE_FALSE(bench.act(u"take"_s, owner()));
    for (const HistoryEntry &entry : bench.history()) {
        const auto again = decodeEvent(encodeEvent(entry.event));
        REQUIRE(again);
        CHECK(again->payload == entry.event.payload);
    }
}
