// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_check.h"

#include <ruhu/domain/names.h>
#include <ruhu/presentation/papers.h>

#include <ruhu_test/no_warnings.h>
#include <ruhu_test/ticket_walk.h>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::presentation;
using test::checkWords;
using test::hasChinese;
using test::holding;
using test::In;
using test::kSunday;

namespace {

template<typename Enum, std::size_t N>
void checkEnum(const Enum (&values)[N], QString (*text)(Enum))
{
    for (const Enum value : values)
        checkWords(domain::toName(value), [&] { return text(value); });
}

constexpr domain::State kStates[] = {domain::State::ToContact,  domain::State::Booked,    domain::State::Prepared,
                                     domain::State::Travelling, domain::State::Arrived,   domain::State::Admitted,
                                     domain::State::Working,    domain::State::Tested,    domain::State::CleanedUp,
                                     domain::State::HandedOver, domain::State::SignedOff, domain::State::HandedBack,
                                     domain::State::Done,       domain::State::Cancelled};

[[nodiscard]] domain::Measure measure(int decimals, const QString &unit = u"dBm"_s)
{
    domain::Measure made;
    made.id = u"m"_s;
    made.decimals = decimals;
    made.unit = unit;
    return made;
}

} // namespace

TEST_CASE_METHOD(test::NoWarnings, "every state, service, verdict and rating has words in both languages")
{
    using namespace domain;
    checkEnum(kStates, stateText);
    checkEnum({Access::Ftth, Access::Lan, Access::Xdsl}, accessText);
    checkEnum({Service::Broadband, Service::Iptv, Service::Voice, Service::Wifi}, serviceText);
    checkEnum<Tier>({Tier::Standard, Tier::Gold}, tierText);
    checkEnum({Bandwidth::Shared, Bandwidth::Dedicated}, bandwidthText);
    checkEnum({Area::Urban, Area::Rural}, areaText);
    checkEnum({Verdict::NoLimit, Verdict::Pass, Verdict::Warn, Verdict::Fail}, verdictText);
    checkEnum({Rating::Satisfied, Rating::Neutral, Rating::Dissatisfied, Rating::Declined}, ratingText);
    checkEnum({Admission::AdultCustomer, Admission::OtherAdult, Admission::MinorAlone, Admission::Nobody,
               Admission::Refused},
              admissionText);
    checkEnum({SignerRole::Customer, SignerRole::Technician}, signerText);
}

TEST_CASE("a kind of ticket has the words of its own service code, else those the program carries")
{
    const domain::Catalogue carried = *builtInShelf().latest(domain::kServiceCode);
    domain::Catalogue own = carried;
    own.kinds = {{u"inspect"_s, {u"Inspect"_s, u"巡检"_s}}, {u"repair"_s, {u"Mend"_s, u"修理"_s}}};
    for (const auto &[language, words] :
         {std::pair(Language::English, QStringList{u"Inspect"_s, u"Mend"_s, u"Repair"_s, u"Install"_s}),
          std::pair(Language::Chinese, QStringList{u"巡检"_s, u"修理"_s, u"修障"_s, u"新装"_s})}) {
        setLanguage(language);
        CHECK(QStringList{kindText(u"inspect"_s, &own), kindText(u"repair"_s, &own), kindText(u"repair"_s, nullptr),
                          kindText(u"install"_s, &own)}
              == words);
        CHECK(kindText(u"unheard-of"_s, &own) == u"unheard-of"_s); // never an empty place on the screen
    }
    setLanguage(Language::English);
}

TEST_CASE("every refusal says why, also when nothing is known about its subject")
{
    const test::TicketBench bench;
    const domain::Catalogue &catalogue = bench.catalogue();
    int count = 0;
    for (int value = 0; value <= static_cast<int>(domain::RefusalCode::NotNow); ++value) {
        const auto code = static_cast<domain::RefusalCode>(value);
        REQUIRE_FALSE(domain::toName(code).isEmpty());
        const domain::Refusal bare{code, {}, {}, {}};
        const domain::Refusal full{code,
                                   u"D15-24"_s,
                                   u"T01"_s,
                                   {{u"state"_s, u"working"_s},
                                    {u"steps"_s, u"T01,T02,T03,T04,T09"_s},
                                    {u"deviation"_s, u"17"_s},
                                    {u"min"_s, u"-6000"_s},
                                    {u"max"_s, u"1000"_s},
                                    {u"verdict"_s, u"fail"_s},
                                    {u"items"_s, u"i1"_s},
                                    {u"role"_s, u"customer"_s}}};
        checkWords(domain::toName(code), [&] { return refusalText(bare, nullptr, bench.ticket()); });
        checkWords(domain::toName(code), [&] { return refusalText(full, &catalogue, bench.ticket()); });
        ++count;
    }
    CHECK(count == 63);
}

TEST_CASE("a refusal names the steps that are open and how far the arrival is off")
{
    const test::TicketBench bench;
    domain::Refusal open{domain::RefusalCode::OpenSteps, {}, u"H01"_s, {{u"steps"_s, u"H01,H05"_s}}};
    CHECK(refusalText(open, &bench.catalogue(), bench.ticket())
          == u"Still open: Use and first help explained, Customer reminded to change the password."_s);
    domain::Refusal late{domain::RefusalCode::ArrivalNeedsReason, {}, {}, {{u"deviation"_s, u"17"_s}}};
    const In in(Language::Chinese);
    CHECK(refusalText(late, nullptr, bench.ticket()) == u"您迟到了17分钟，请填写原因。"_s);
    late.args = {{u"deviation"_s, u"-12"_s}};
    CHECK(refusalText(late, nullptr, bench.ticket()) == u"您提前了12分钟，请填写原因。"_s);
}

TEST_CASE("the reason of the server is told in place of what a laptop makes of it")
{
    const Message message = messageFor({ErrorCode::NotAllowed, u"403"_s, u"revoked-device"_s});
    CHECK(message.what == u"This laptop was blocked by the office."_s);
    CHECK(message.code == u"revoked-device"_s);
    const Message file = messageFor({ErrorCode::NotFound, u"no such folder"_s, u"/media/usb"_s});
    CHECK(file.code == u"not-found · /media/usb"_s);
    CHECK(oneLine(message).startsWith(u"This laptop was blocked by the office. Your work is safe"_s));
    const In in(Language::Chinese);
    CHECK(oneLine(messageFor({ErrorCode::Offline, {}, {}}))
          == u"无法连接服务器。您的工作已安全保存在本机。请继续工作，网络恢复后会自动上传。"_s);
}

TEST_CASE("a limit of time says what is left of it and by how much it has passed")
{
    domain::Deadline limit;
    limit.id = u"first-contact"_s;
    limit.due = kSunday;
    const domain::Catalogue &catalogue = test::ftthInstall();
    CHECK(deadlineLine(limit, &catalogue, kSunday - std::chrono::minutes(130)).endsWith(u", 2 h 10 min left"_s));
    CHECK(deadlineLine(limit, &catalogue, kSunday + std::chrono::minutes(12)).endsWith(u", 12 min too late"_s));
    checkWords(u"postponed"_s, [] { return postponeScript(); });
    CHECK(postponeScript().contains(u"10010"_s));
}

TEST_CASE("who speaks of renewing is told when the contract ends")
{
    domain::TicketOpened order = test::urbanOrder();
    order.contractUntil = order.acceptedAt + std::chrono::hours(24 * 20);
    const test::TicketBench bench(order);
    TicketPage page;
    page.ticket = bench.ticket();
    page.catalogue = &bench.catalogue();
    page.now = order.acceptedAt;
    const domain::Step &renewal = *bench.catalogue().step(u"H10"_s);
    CHECK(stepHint(renewal, page).startsWith(u"The contract ends on "_s));
    CHECK(stepHint(renewal, page).endsWith(renewal.hint.en));
    page.now += std::chrono::hours(24 * 30);
    CHECK(stepHint(renewal, page).startsWith(u"The contract ended on "_s));
    page.now = order.acceptedAt - std::chrono::hours(24 * 60);
    CHECK(stepHint(renewal, page) == renewal.hint.en);
    const domain::Step &other = *bench.catalogue().step(u"H08"_s);
    page.now = order.acceptedAt;
    CHECK(stepHint(other, page) == other.hint.en);
}

TEST_CASE("every finding has words in both languages and shows its evidence")
{
    const QStringList codes{u"arrival-deviation"_s,
                            u"late-notice-missing"_s,
                            u"booking-recorded-late"_s,
                            u"reading-out-of-limits"_s,
                            u"reading-near-limit"_s,
                            u"step-skipped"_s,
                            u"few-strokes"_s,
                            u"changed-after-customer-signature"_s,
                            u"clock-went-back"_s,
                            u"dissatisfied"_s,
                            u"not-admitted"_s,
                            u"photo-missing"_s,
                            u"skipped-state"_s,
                            u"unknown-event"_s,
                            u"step-not-passed"_s,
                            u"conduct-marked"_s,
                            u"copied-reading"_s,
                            u"reused-strokes"_s,
                            u"missed-twice-customer"_s,
                            u"qualification-expired"_s,
                            u"customers-time-not-taken"_s,
                            u"a-code-of-tomorrow"_s};
    const domain::Catalogue &catalogue = test::ftthInstall();
    for (const QString &code : codes) {
        domain::Finding finding;
        finding.code = code;
        checkWords(code, [&] { return findingText(finding, nullptr); });
        finding.args = {{u"minutes"_s, u"23"_s},   {u"value"_s, u"-2731"_s},    {u"who"_s, u"nobody"_s},
                        {u"strokes"_s, u"2"_s},    {u"options"_s, u"faulty"_s}, {u"seconds"_s, u"90"_s},
                        {u"mark"_s, u"no-gifts"_s}};
        finding.subject = code == u"few-strokes" ? u"customer"_s : u"opt_rx"_s;
        checkWords(code, [&] { return findingText(finding, &catalogue); });
    }
    domain::Finding reading{u"reading-out-of-limits"_s,
                            u"D13-11"_s,
                            domain::Severity::Fail,
                            u"opt_rx"_s,
                            {},
                            {{u"value"_s, u"-2731"_s}, {u"reason"_s, u"feeder reported"_s}}};
    CHECK(findingText(reading, &catalogue)
          == u"Optical power received is out of limits: -27.31 dBm. Reason: feeder reported"_s);
    const domain::Finding television{u"step-not-passed"_s,
                                     {},
                                     domain::Severity::Warn,
                                     u"T13"_s,
                                     {},
                                     {{u"options"_s, u"faulty"_s}, {u"note"_s, u"no replay"_s}}};
    CHECK(findingText(television, &catalogue)
          == u"Not in order: TV: live, replay and on demand (Something fails: no replay)."_s);
}

TEST_CASE("a technician who signs again is told whether something changed or the ticket only came back")
{
    test::TicketBench bench;
    REQUIRE(bench.walkTo(domain::State::SignedOff));
    REQUIRE_FALSE(bench.act(domain::ReviewDecided{domain::ReviewDecision::Return, u"x"_s, {}}, domain::kSupervisor));
    const auto told = [&bench] {
        const auto refusal = bench.act(domain::StateEntered{domain::State::SignedOff, {}, {}});
        REQUIRE(refusal);
        const auto open = domain::leaveGate(bench.ticket(), bench.catalogue());
        REQUIRE(open.size() == 1);
        return QStringList{refusalText(*refusal, &bench.catalogue(), bench.ticket()),
                           openItemText(open.front(), &bench.catalogue(), bench.ticket())};
    };
    CHECK(told()
          == QStringList{u"The ticket was sent back after you signed. Please sign again."_s,
                         u"You sign again, the ticket was sent back"_s});
    REQUIRE_FALSE(bench.act(domain::ReadingRecorded{u"opt_rx"_s, -2000, {}, {}, {}}));
    CHECK(told().last() == u"You sign again, something was changed"_s);
}

TEST_CASE("every event of a whole visit becomes a line of fact in both languages")
{
    domain::WalkAnswers answers;
    answers.items.push_back({u"i1"_s, u"cabinet"_s, true});
    test::TicketBench bench;
    REQUIRE(bench.walkTo(domain::State::SignedOff, answers));
    std::set<QString> told;
    for (const domain::HistoryEntry &entry : bench.history()) {
        const QString english = factText(entry.event, &bench.catalogue());
        CAPTURE(domain::payloadType(entry.event.payload), english);
        CHECK_FALSE(english.isEmpty());
        CHECK_FALSE(english.contains(u"%1"_s));
        const In in(Language::Chinese);
        const QString chinese = factText(entry.event, &bench.catalogue());
        CHECK(hasChinese(chinese));
        CHECK(chinese != english);
        told.insert(domain::payloadType(entry.event.payload));
    }
    CHECK(told.size() >= 12);
}

TEST_CASE("facts that a routine visit does not have are told too")
{
    domain::Event event;
    event.meta.wall = kSunday;
    const std::vector<domain::Payload> payloads{
        domain::TicketRescheduled{{kSunday, kSunday}, u"x"_s},
        domain::TicketCancelled{u"x"_s},
        domain::ContactRecorded{domain::ContactOutcome::NoAnswer, {}},
        domain::ContactRecorded{domain::ContactOutcome::Postponed, u"x"_s},
        domain::LateAnnounced{15, u"x"_s, true},
        domain::LateAnnounced{15, u"x"_s, false},
        domain::AdmissionRecorded{domain::Admission::Nobody, u"x"_s, domain::NotAdmittedNext::Rebook},
        domain::StepSkipped{u"T01"_s, u"x"_s},
        domain::MaterialUsed{u"m1"_s, u"onu"_s, 1, {{u"sn"_s, u"x"_s}}, false},
        domain::MaterialUsed{u"m1"_s, u"onu"_s, 1, {{u"sn"_s, u"x"_s}}, true},
        domain::MaterialWithdrawn{u"m1"_s},
        domain::NoteAdded{u"x"_s, {}},
        domain::NoteAdded{u"x"_s, u"T01"_s},
        domain::ReviewDecided{domain::ReviewDecision::Approve, {}, {}},
        domain::ReviewDecided{domain::ReviewDecision::Return, u"x"_s, {{u"T01"_s, u"y"_s}}},
        domain::ReviewDecided{domain::ReviewDecision::Return, u"x"_s, {}, {u"no-gifts"_s}},
        domain::UnknownPayload{u"ticket.teleported"_s, {}}};
    for (const domain::Payload &payload : payloads) {
        event.payload = payload;
        checkWords(domain::payloadType(payload), [&] { return factText(event, nullptr); });
    }
    for (const domain::State state : kStates) {
        event.payload = domain::StateEntered{state, {}, {}};
        checkWords(domain::toName(state), [&] { return factText(event, nullptr); });
    }
    event.payload = domain::StateEntered{domain::State::Arrived, {}, -4};
    CHECK(factText(event, nullptr) == u"Arrived 14:00, 4 minutes early"_s);
    event.payload = domain::StateEntered{domain::State::Arrived, {}, 1};
    CHECK(factText(event, nullptr) == u"Arrived 14:00, 1 minute late"_s);
}

TEST_CASE("a material is told with its quantity and all that is traced of it")
{
    const domain::Catalogue &catalogue = test::ftthInstall();
    domain::Event event;
    event.payload =
        domain::MaterialUsed{u"m1"_s, u"onu"_s, 1, {{u"sn"_s, u"4857-0001"_s}, {u"mac"_s, u"00:11:22"_s}}, false};
    CHECK(factText(event, &catalogue)
          == u"Used: Optical terminal (ONU), 1 piece, Serial number 4857-0001, MAC address 00:11:22"_s);
    event.payload = domain::MaterialUsed{u"m2"_s, u"drop-fibre"_s, 305, {}, true};
    CHECK(factText(event, &catalogue).endsWith(u", 30.5 m"_s));
    const domain::Material &fibre = *catalogue.material(u"drop-fibre"_s);
    const domain::Material &plug = *catalogue.material(u"plug"_s);
    CHECK(parseQuantity(u"30,5"_s, fibre) == 305);
    CHECK(parseQuantity(u"30"_s, fibre) == 300);
    CHECK(parseQuantity(u"4"_s, plug) == 4);
    CHECK_FALSE(parseQuantity(u"4.5"_s, plug));
    CHECK_FALSE(parseQuantity(u"some"_s, plug));
}

TEST_CASE("an open item names what is missing")
{
    test::TicketBench bench;
    const auto text = [&](const QString &step) {
        return openItemText({u"sign"_s, step, domain::Gate::Block}, &bench.catalogue(), bench.ticket());
    };
    for (const QString &step :
         {u"T01"_s, u"item:i7"_s, u"rating"_s, u"signature:customer"_s, u"signature:technician"_s})
        checkWords(step, [&] { return text(step); });
    CHECK(text(u"item:i7"_s) == u"Put back: i7"_s);
    CHECK(text(u"gone"_s) == u"gone"_s);
}

TEST_CASE("typed numbers become scaled integers exactly, and nothing else does")
{
    const domain::Measure two = measure(2);
    CHECK(parseValue(u"-21.4"_s, two) == -2140);
    CHECK(parseValue(u" -21,40 "_s, two) == -2140);
    CHECK(parseValue(u"0"_s, two) == 0);
    CHECK(parseValue(u"-0.05"_s, two) == -5);
    CHECK(parseValue(u"90071992547409.91"_s, two) == 9'007'199'254'740'991);
    CHECK(parseValue(u"300"_s, measure(0)) == 300);
    for (const QString &bad : {u""_s, u"-"_s, u"."_s, u"-.5"_s, u"5."_s, u"1.234"_s, u"1,2.3"_s, u"1e3"_s, u"--1"_s,
                               u"+1"_s, u"0x10"_s, u"1 2"_s, u"nan"_s, u"二十"_s, u"١٢"_s, u"99999999999999999999"_s})
        CHECK_FALSE(parseValue(bad, two));
    CHECK_FALSE(parseValue(u"1.5"_s, measure(0)));
}

TEST_CASE("a value shows its decimals and its unit, and reads back as itself")
{
    const domain::Measure two = measure(2);
    CHECK(valueText(-2140, two) == u"-21.40 dBm"_s);
    CHECK(valueText(-5, two) == u"-0.05 dBm"_s);
    CHECK(valueText(0, two) == u"0.00 dBm"_s);
    CHECK(valueText(7, measure(0, {})) == u"7"_s);
    CHECK(valueText(std::numeric_limits<std::int64_t>::min(), measure(3, {})) == u"-9223372036854775.808"_s);
    for (std::int64_t value = -1203; value < 1203; value += 7)
        CHECK(parseValue(valueText(value, measure(2, {})), two) == value);
}

TEST_CASE("limits are said with the values that are still allowed")
{
    const domain::Measure two = measure(2);
    CHECK(limitsText(two, {-2700, -800, -2500, {}}) == u"-27.00 to -8.00 dBm"_s);
    CHECK(limitsText(two, {-2700, {}, {}, {}}) == u"≥ -27.00 dBm"_s);
    CHECK(limitsText(two, {{}, 50, {}, {}}) == u"≤ 0.50 dBm"_s);
    CHECK(limitsText(two, {{}, {}, {}, 150}) == u"should be ≤ 1.50 dBm"_s);
    CHECK(limitsText(two, {}) == u"no limit"_s);
}

TEST_CASE("days, times and windows are written as people write them")
{
    CHECK(dayTimeText(kSunday) == u"Sun 22 Nov 14:00"_s);
    CHECK(timeText(kSunday) == u"14:00"_s);
    const domain::Window exact{kSunday, kSunday};
    const domain::Window hours{kSunday, kSunday + std::chrono::hours(2)};
    const domain::Window half{kSunday, kSunday + std::chrono::hours(4)};
    CHECK(windowText(exact, domain::Area::Urban) == u"Sun 22 Nov 14:00"_s);
    CHECK(windowText(hours, domain::Area::Urban) == u"Sun 22 Nov 14:00–16:00"_s);
    CHECK(windowText(half, domain::Area::Rural) == u"Sun 22 Nov, afternoon"_s);
    const In in(Language::Chinese);
    CHECK(dayTimeText(kSunday) == u"11月22日 周日 14:00"_s);
    CHECK(windowText(half, domain::Area::Rural) == u"11月22日 周日 下午"_s);
}

TEST_CASE("the distance in time is said in minutes, hours and days")
{
    using namespace std::chrono;
    CHECK(relativeText(kSunday, kSunday) == u"now"_s);
    CHECK(relativeText(kSunday + minutes(36), kSunday) == u"in 36 min"_s);
    CHECK(relativeText(kSunday - minutes(12), kSunday) == u"12 min ago"_s);
    CHECK(relativeText(kSunday + minutes(125), kSunday) == u"in 2 h 05 min"_s);
    CHECK(relativeText(kSunday + hours(25), kSunday) == u"in 1 day"_s);
    CHECK(relativeText(kSunday - hours(49), kSunday) == u"2 days ago"_s);
    const In in(Language::Chinese);
    CHECK(relativeText(kSunday + minutes(36), kSunday) == u"36分钟后"_s);
}

TEST_CASE("a telephone number is never shown whole where it is masked")
{
    CHECK(maskedPhone(u"138 0000 2041"_s) == u"138 •••• 2041"_s);
    CHECK(maskedPhone(u"+86 13800002041"_s) == u"138 •••• 2041"_s);
    CHECK(maskedPhone(u"0571-00002041"_s) == u"057 •••• 2041"_s);
    CHECK(maskedPhone(u"10010"_s) == u"••••"_s);
    CHECK(maskedPhone({}).isEmpty());
}

TEST_CASE("sync is one honest sentence in every phase and hold")
{
    using sync::Hold;
    for (const Hold hold : {Hold::None, Hold::Offline, Hold::SignInNeeded, Hold::ServerTrouble, Hold::UpdateNeeded,
                            Hold::DeviceRevoked, Hold::TlsFailure, Hold::DiskFull, Hold::Damaged}) {
        for (const auto phase : {sync::Phase::Idle, sync::Phase::Pushing, sync::Phase::Blobs, sync::Phase::Pulling,
                                 sync::Phase::Waiting}) {
            sync::Status status = holding(hold);
            status.phase = phase;
            checkWords(u"sync"_s, [&] { return syncText(status, kSunday); });
            checkWords(u"sync detail"_s, [&] { return syncDetailText(status, kSunday); });
        }
    }
    CHECK(syncText(holding(Hold::Offline), kSunday) == u"No network since 14:00 — working on"_s);
    CHECK(syncText(holding(Hold::None), kSunday) == u"4 waiting"_s);
    sync::Status stored;
    stored.lastSuccess = kSunday;
    CHECK(syncText(stored, kSunday) == u"All stored 14:00"_s);
    CHECK(syncText({}, kSunday) == u"Nothing to send"_s);
    stored.refused = 1;
    CHECK(syncText(stored, kSunday) == u"Needs you (1)"_s);
}

TEST_CASE("the long sync text names the cause, what is safe, the next try and the bytes left")
{
    const QString text = syncDetailText(holding(sync::Hold::Offline), kSunday);
    CHECK(text
          == u"No network since 14:00. Not on the server yet: 3 entries, 1 photo or signature (183.0 kB). Your work is "
             u"safe "
             "on this laptop. Nobody has to do anything; it is sent when the network is back. Next try 14:10."_s);
    CHECK_FALSE(syncDetailText(holding(sync::Hold::Damaged), kSunday).contains(u"safe"_s));
}

TEST_CASE("a ticket is stored only when nothing of it is pending")
{
    store::TicketRow row;
    sync::Status status;
    CHECK(ticketSyncText(row, status) == u"Stored"_s);
    row.pending = 2;
    CHECK(ticketSyncText(row, status) == u"Waiting"_s);
    status.hold = sync::Hold::Offline;
    CHECK(ticketSyncText(row, status) == u"Kept on this laptop"_s);
    row.refused = 1;
    CHECK(ticketSyncText(row, status) == u"Refused (ask your supervisor)"_s);
    status.lastProblem = u"offline"_s; // of the way, and no reason for a refusal
    CHECK(ticketSyncText(row, status) == u"Refused (ask your supervisor)"_s);
    row.refusedCode = u"not-yours"_s;
    CHECK(ticketSyncText(row, status) == u"Refused (The ticket was given to somebody else.)"_s);
    status.refused = 1;
    CHECK_FALSE(syncDetailText(status, kSunday).contains(problemText(u"offline"_s)));
    row = {};
    row.state = domain::State::Done;
    CHECK(ticketSyncText(row, {}) == u"Reviewed"_s);
}

TEST_CASE("the call script carries the names, the day of the order and the agreed time")
{
    test::TicketBench bench;
    for (const domain::TicketKindRule &kind : bench.catalogue().kinds) {
        domain::Ticket ticket = bench.ticket();
        ticket.order.kind = kind.id;
        const QString text = callScript(ticket);
        CAPTURE(text);
        CHECK(text.contains(u"王样本"_s));
        CHECK(text.contains(u"李样本"_s));
        CHECK(text.contains(u"300M + IPTV"_s));
        CHECK_FALSE(text.contains(u"%1"_s));
    }
    const In in(Language::Chinese);
    CHECK(callScript(bench.ticket()).startsWith(u"您好，请问是王样本吗？我是负责您家宽带的工程师李样本。您11月24日"_s));
    REQUIRE(bench.walkTo(domain::State::Booked));
    CHECK(callScript(bench.ticket()).contains(u"我会按约定在11月25日"_s));
}

TEST_CASE("a marked rule of conduct is told in its own words")
{
    const domain::Catalogue &catalogue = test::ftthInstall();
    domain::Event event;
    event.payload = domain::ReviewDecided{domain::ReviewDecision::Return, u"see below"_s, {}, {u"no-gifts"_s}};
    CHECK(factText(event, &catalogue).contains(catalogue.conductRule(u"no-gifts"_s)->text.en));
    domain::Finding finding;
    finding.code = u"conduct-marked"_s;
    finding.args = {{u"mark"_s, u"no-gifts"_s}};
    const In in(Language::Chinese);
    CHECK(findingText(finding, &catalogue).contains(catalogue.conductRule(u"no-gifts"_s)->text.zh));
    CHECK(conductText(u"a-rule-of-tomorrow"_s, &catalogue) == u"a-rule-of-tomorrow"_s);
}

TEST_CASE("what to say carries the names of the ticket in the language of the window")
{
    test::TicketBench bench;
    const domain::Catalogue &catalogue = bench.catalogue();
    const auto said = [&](const QString &phrase) { return phraseText(*catalogue.phrase(phrase), bench.ticket()); };
    const auto call = phrasesOf(*catalogue.step(u"A03"_s), catalogue, bench.ticket());
    REQUIRE(call.size() == 2); // the call of an install, and what is said to who postpones
    CHECK(call.front()->id == u"call-install"_s);
    CHECK(said(u"call-install"_s)
          == u"Hello, is this 王样本? My name is 李样本. You ordered 300M + IPTV on 24 Nov. Which time suits you "
             u"best? "
             u"We will come and set it up."_s);
    CHECK(phraseText(*catalogue.phrase(u"door-greeting"_s), bench.ticket(), u"Sample Branch"_s)
              .contains(u"李样本 of Sample Branch;"_s));
    CHECK(said(u"call-agreed"_s) == u"Thank you. I will be there on time. Goodbye."_s);
    const In in(Language::Chinese);
    CHECK(said(u"door-greeting"_s).startsWith(u"您好，请问是王样本家吗？我是李样本，"_s));
    REQUIRE(bench.walkTo(domain::State::Booked));
    CHECK(said(u"call-agreed"_s).startsWith(u"谢谢，11月25日"_s));
}

TEST_CASE("the checklist's own words follow the language and stand in for each other")
{
    const domain::Text text{u"Order"_s, u"订单"_s};
    CHECK(pick(text) == u"Order"_s);
    CHECK(pick({u"Only English"_s, {}}) == u"Only English"_s);
    const In in(Language::Chinese);
    CHECK(currentLanguage() == Language::Chinese);
    CHECK(pick(text) == u"订单"_s);
    CHECK(pick({u"Only English"_s, {}}) == u"Only English"_s);
}
