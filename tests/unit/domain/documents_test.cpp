// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_edits.h"
#include "golden.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/files.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/findings.h>

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using test::TicketBench;

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256).toHex());
}

QByteArray document(const QString &name)
{
    return test::bytesOf(u":/ruhu/catalogues/"_s + name + u".json"_s);
}

/// Reads the service code with one reference document changed and named by its new hash.
Result<Catalogue> readWith(const QString &name, const QByteArray &from, const QByteArray &to)
{
    const QByteArray original = document(name);
    const QByteArray edited = changed(original, from, to);
    QByteArray code = test::serviceCodeBytes();
    code.replace(hashOf(original).toLatin1(), hashOf(edited).toLatin1());
    auto documents = test::referenceDocuments();
    documents[hashOf(edited)] = edited;
    return readCatalogue(code, documents);
}

QString documentRefuses(const QString &name, const QByteArray &from, const QByteArray &to)
{
    return refusedMember(readWith(name, from, to));
}

TicketOpened repair(Access access, const std::vector<Service> &services)
{
    TicketOpened order = test::urbanOrder();
    order.kind = u"repair"_s;
    order.access = access;
    order.services = services;
    return order;
}

/// A repair at work whose fault lies on this side.
class Fault : public TicketBench {
public:
    explicit Fault(const QString &side, Access access = Access::Ftth,
                   const std::vector<Service> &services = {Service::Broadband})
        : TicketBench(repair(access, services))
    {
        REQUIRE(walkTo(State::Working));
        lies(side);
    }

    void lies(const QString &side) { REQUIRE_FALSE(act(StepAnswered{u"T16"_s, {side}, {}})); }
    [[nodiscard]] const Step &codes() const { return *catalogue().step(u"T24"_s); }
    [[nodiscard]] QStringList offered() const
    {
        QStringList ids;
        for (const StepOption &option : codes().options) {
            if (isOffered(option, ticket()))
                ids << option.id;
        }
        return ids;
    }
};

StepAnswered code(const QString &id)
{
    return {u"T24"_s, {id}, {}};
}

} // namespace

TEST_CASE("the service code names every reference document by the hash of its bytes", "[domain][documents]")
{
    const DocumentHashes &named = test::ftthInstall().documents;
    const std::pair<QString, QString> all[] = {{u"fault-codes"_s, named.faultCodes},
                                               {u"phrases"_s, named.phrases},
                                               {u"conduct"_s, named.conduct},
                                               {u"materials"_s, named.materials}};
    for (const auto &[name, hash] : all) {
        INFO(name.toStdString() << " changed: service-code.json must name " << hashOf(document(name)).toStdString());
        CHECK(hash == hashOf(document(name)));
    }
}

TEST_CASE("a service code without reference documents still reads", "[domain][documents]")
{
    for (const QString &version : {u"2026.2"_s, u"2026.3"_s}) {
        const auto old = readCatalogue(test::bytesOf(u":/ruhu/checklists/service-code-%1.json"_s.arg(version)));
        REQUIRE(old);
        CHECK(old->version == version);
        CHECK(old->documents == DocumentHashes());
        CHECK(old->faultCodes.empty());
    }
}

TEST_CASE("a reference document that is not at hand is refused by its name", "[domain][documents]")
{
    auto documents = test::referenceDocuments();
    documents.erase(test::ftthInstall().documents.phrases);
    const auto catalogue = readCatalogue(test::serviceCodeBytes(), documents);
    REQUIRE_FALSE(catalogue);
    CHECK(catalogue.error().subject == u"documents.phrases"_s);
}

TEST_CASE("a broken reference document is refused with the path of the bad member", "[domain][documents]")
{
    CHECK(documentRefuses(u"phrases"_s, "\"id\": \"phrases\"", "\"id\": \"songs\"") == u"documents.phrases:id"_s);
    CHECK(documentRefuses(u"phrases"_s, "\"version\"", "\"edition\"") == u"documents.phrases:version"_s);
    CHECK(documentRefuses(u"phrases"_s, "\"when\": {\"en\"", "\"loud\": 1, \"when\": {\"en\"")
          == u"documents.phrases:phrases[0].loud"_s);
    CHECK(documentRefuses(u"phrases"_s, "{customer}", "{neighbour}") == u"documents.phrases:phrases[0].text.en"_s);
    CHECK(documentRefuses(u"phrases"_s, "[, engineer", "[, [engineer") == u"documents.phrases:phrases[0].text.en"_s);
    CHECK(documentRefuses(u"phrases"_s, "call-agreed", "call-install") == u"documents.phrases:phrases[4].id"_s);
    CHECK(documentRefuses(u"materials"_s, "\"zh\": \"光猫\"", "\"zh\": \"\"")
          == u"documents.materials:materials[0].title"_s);
    CHECK(documentRefuses(u"materials"_s, "\"pcs\"", "\"miles\"") == u"documents.materials:materials[0].unit"_s);
    CHECK(documentRefuses(u"materials"_s, "\"mac\"", "\"mood\"") == u"documents.materials:materials[0].traced[1]"_s);
    CHECK(documentRefuses(u"conduct"_s, "\"prepare\"", "\"dream\"") == u"documents.conduct:rules[0].shown"_s);
    CHECK(documentRefuses(u"fault-codes"_s, "\"sides\": [\"drop\", \"network\"]", "\"sides\": [\"drop\", \"moon\"]")
          == u"documents.fault-codes:codes[0].sides[1]"_s);
    CHECK(documentRefuses(u"fault-codes"_s, "\"accesses\": [\"ftth\"]", "\"accesses\": [\"radio\"]")
          == u"documents.fault-codes:codes[0].accesses[0]"_s);
}

TEST_CASE("a step that names a phrase nobody wrote is refused", "[domain][documents]")
{
    CHECK(documentRefuses(u"phrases"_s, "\"door-greeting\"", "\"door-song\"").endsWith(u".phrases[0]"_s));
}

TEST_CASE("the step that asks for the side offers exactly the sides of the fault codes", "[domain][documents]")
{
    CHECK(documentRefuses(u"fault-codes"_s, "{\"id\": \"none\"", "{\"id\": \"mystery\"").contains(u"sides"_s));
    const Catalogue &catalogue = test::ftthInstall();
    const Step &asked = *catalogue.step(u"T16"_s);
    REQUIRE(asked.options.size() == catalogue.faultSides.size());
    for (std::size_t i = 0; i < asked.options.size(); ++i)
        CHECK(asked.options[i].text == catalogue.faultSides[i].title);
}

TEST_CASE("only fault codes of the side, the access and the services are offered and accepted", "[domain][documents]")
{
    Fault fibre(u"drop"_s);
    CHECK(fibre.offered().contains(u"N-FIBRE"_s));
    CHECK_FALSE(fibre.offered().contains(u"N-DEACT"_s)); // the exchange
    CHECK_FALSE(fibre.offered().contains(u"X-LINE"_s)); // copper
    CHECK_FALSE(fibre.offered().contains(u"P-TEL0"_s)); // no telephone
    const auto refusal = fibre.act(code(u"X-LINE"_s));
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::UnknownOption);
    CHECK(refusal->subject == u"T24"_s);
    CHECK_FALSE(fibre.act(code(u"N-FIBRE"_s)));
    CHECK(isSettled(fibre.codes(), fibre.ticket()));
    CHECK(Fault(u"drop"_s, Access::Xdsl).offered().contains(u"X-LINE"_s));
    CHECK(Fault(u"drop"_s, Access::Lan, {Service::Voice}).offered().contains(u"P-TEL0"_s));
}

TEST_CASE("another side of the fault opens the fault code again", "[domain][documents]")
{
    Fault fault(u"drop"_s);
    REQUIRE_FALSE(fault.act(code(u"N-CONN"_s)));
    CHECK(isSettled(fault.codes(), fault.ticket()));
    fault.lies(u"data"_s);
    CHECK_FALSE(isSettled(fault.codes(), fault.ticket()));
    CHECK(fault.act(code(u"N-CONN"_s)));
    CHECK_FALSE(fault.act(code(u"D-691"_s)));
}

TEST_CASE("wherever a fault lies there is a code for it, the last one with a note", "[domain][documents]")
{
    for (const FaultSide &side : test::ftthInstall().faultSides) {
        for (const Access access : {Access::Ftth, Access::Lan, Access::Xdsl}) {
            for (const Service service : {Service::Broadband, Service::Iptv, Service::Voice, Service::Wifi})
                CHECK(Fault(side.id, access, {service}).offered().endsWith(u"O-OTHER"_s));
        }
    }
    Fault fault(u"none"_s);
    CHECK(fault.offered().contains(u"C-USE"_s));
    const auto refusal = fault.act(code(u"O-OTHER"_s));
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::NeedsNote);
}

TEST_CASE("reported faults of internet, television and telephone have codes of their own", "[domain][documents]")
{
    const Catalogue &catalogue = test::ftthInstall();
    const auto isFor = [&](const QString &id, Service service) {
        const FaultCode *found = catalogue.faultCode(id);
        REQUIRE(found);
        CHECK(std::find(found->services.begin(), found->services.end(), service) != found->services.end());
    };
    for (const QString &id : {u"S-SLOW"_s, u"S-DROP"_s, u"S-MATCH"_s})
        isFor(id, Service::Broadband);
    isFor(u"S-WIFI"_s, Service::Wifi);
    for (const QString &id : {u"V-TV0"_s, u"V-TV1"_s, u"V-STB"_s})
        isFor(id, Service::Iptv);
    for (const QString &id : {u"P-TEL0"_s, u"P-TEL1"_s, u"P-TEL2"_s})
        isFor(id, Service::Voice);
}

TEST_CASE("why a fibre terminal went off line is chosen by its code", "[domain][documents]")
{
    const std::pair<QString, QStringList> reasons[] = {
        {u"customer-side"_s, {u"N-DG"_s, u"N-BOOT"_s}},
        {u"network"_s, {u"N-LOS"_s, u"N-LOF"_s, u"N-SPLIT"_s, u"N-WEAK"_s}},
        {u"port"_s, {u"N-DEACT"_s}},
        {u"drop"_s, {u"N-FIBRE"_s, u"N-CONN"_s}},
        {u"our-terminal"_s, {u"N-AGED"_s, u"N-AUTH"_s}},
    };
    for (const auto &[side, codes] : reasons) {
        const Fault fault(side);
        for (const QString &id : codes)
            CHECK(fault.offered().contains(id));
    }
}

TEST_CASE("where a television box stops while starting is chosen by its code", "[domain][documents]")
{
    const std::vector<Service> television{Service::Iptv};
    CHECK(Fault(u"network"_s, Access::Ftth, television).offered().contains(u"V-NET"_s));
    CHECK(Fault(u"our-terminal"_s, Access::Ftth, television).offered().contains(u"V-HW"_s));
    CHECK(Fault(u"data"_s, Access::Ftth, television).offered().contains(u"V-ACC"_s));
    CHECK(Fault(u"our-terminal"_s, Access::Ftth, television).offered().contains(u"V-SW"_s));
    CHECK_FALSE(Fault(u"network"_s).offered().contains(u"V-NET"_s)); // no television ordered
}

TEST_CASE("a failed login is recorded by its error code without a note", "[domain][documents]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    const Step &login = *bench.catalogue().step(u"T09"_s);
    for (const QString &error : {u"691"_s, u"678"_s, u"651"_s, u"676"_s, u"720"_s, u"769"_s}) {
        CHECK_FALSE(bench.act(StepAnswered{u"T09"_s, {error}, {}}));
        CHECK_FALSE(isSettled(login, bench.ticket())); // a code, but no login
    }
    const auto refusal = bench.act(StepAnswered{u"T09"_s, {u"failed"_s}, {}});
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::NeedsNote);
}

TEST_CASE("a phrase takes the ticket's values and leaves out what nobody knows", "[domain][documents]")
{
    const std::map<QString, QString> values{{u"customer"_s, u"王样本"_s}, {u"branch"_s, {}}};
    CHECK(fillPhrase(u"Hello {customer}[ of {branch}]!"_s, values) == u"Hello 王样本!"_s);
    CHECK(fillPhrase(u"[Hello {customer}], {time}?"_s, values) == u"Hello 王样本, …?"_s);
    CHECK(fillPhrase(u"No braces."_s, {}) == u"No braces."_s);
    for (const Phrase &phrase : test::ftthInstall().phrases) {
        for (const QString &text : {phrase.text.en, phrase.text.zh}) {
            const QString filled = fillPhrase(text, {});
            CHECK_FALSE(filled.contains(u'{'));
            CHECK_FALSE(filled.contains(u'['));
        }
    }
}

TEST_CASE("call, door, order, trial, signature, farewell and enquiry have words to say", "[domain][documents]")
{
    const std::pair<QString, QString> said[] = {
        {u"A03"_s, u"call-install"_s},        {u"A03"_s, u"call-postponed"_s},
        {u"C04"_s, u"door-greeting"_s},       {u"C08"_s, u"check-order"_s},
        {u"C12"_s, u"terminal-unlicensed"_s}, {u"H07"_s, u"try-service"_s},
        {u"S04"_s, u"ask-signature"_s},       {u"S11"_s, u"farewell"_s},
        {u"H11"_s, u"enquiry-logged"_s},
    };
    for (const auto &[step, phrase] : said) {
        const auto &phrases = test::ftthInstall().step(step)->phrases;
        CHECK(std::find(phrases.begin(), phrases.end(), phrase) != phrases.end());
    }
}

TEST_CASE("materials and rules of conduct are found by their id", "[domain][documents]")
{
    const Catalogue &catalogue = test::ftthInstall();
    const Material *terminal = catalogue.material(u"onu"_s);
    REQUIRE(terminal);
    CHECK(terminal->traced == std::vector{u"sn"_s, u"mac"_s, u"loid"_s});
    CHECK(catalogue.material(u"gold"_s) == nullptr);
    REQUIRE(catalogue.conductRule(u"no-gifts"_s));
    CHECK(catalogue.conductRule(u"no-gifts"_s)->rules == std::vector{u"D15-93"_s});
    CHECK(catalogue.conductRule(u"no-singing"_s) == nullptr);
}

TEST_CASE("what the code forbids is a rule of conduct that is shown and can be marked", "[domain][documents]")
{
    const Catalogue &catalogue = test::ftthInstall();
    QStringList cited;
    for (const ConductRule &rule : catalogue.conduct) {
        CHECK((rule.shown == u"always" || catalogue.stage(rule.shown)));
        cited += QStringList(rule.rules.begin(), rule.rules.end());
    }
    for (const QString &rule :
         {u"D15-92"_s, u"D15-93"_s, u"D15-94"_s, u"D15-95"_s, u"D15-96"_s,  u"D15-97"_s,  u"D15-98"_s,  u"D15-99"_s,
          u"D15-44"_s, u"D15-48"_s, u"D15-55"_s, u"D4-04"_s,  u"D15-100"_s, u"D15-101"_s, u"D15-102"_s, u"D7-08"_s,
          u"D7-09"_s,  u"D12-07"_s, u"D12-09"_s, u"D12-12"_s, u"D12-21"_s,  u"D14-02"_s,  u"D14-03"_s,  u"D14-04"_s}) {
        INFO(rule.toStdString());
        CHECK(cited.contains(rule));
    }
}

TEST_CASE("a rule of conduct the supervisor marked stays with the ticket as a finding", "[domain][documents]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::SignedOff));
    REQUIRE_FALSE(bench.act(ReviewDecided{ReviewDecision::Return, u"the customer complained"_s, {}, {u"no-gifts"_s}},
                            kSupervisor));
    const auto found = findings(bench.ticket(), bench.history(), bench.catalogue());
    const auto marked = std::find_if(found.begin(), found.end(),
                                     [](const Finding &finding) { return finding.code == u"conduct-marked"_s; });
    REQUIRE(marked != found.end());
    CHECK(marked->rule == u"D15-93"_s);
    CHECK(marked->args.front().second == u"no-gifts"_s);
    CHECK(marked->evidence.front() == bench.history().back().event.meta.id);
}
