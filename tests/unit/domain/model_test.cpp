// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Small checklists, searched whole: breadth-first over every sequence of acts, with states that behave alike taken as
// one. What two states have in common is written in keyOf(): everything a guard looks at, and no times, counts or ids.
// A ticket's life is searched in three stretches that overlap; whatever leaves one is searched by another.

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/roles.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/names.h>
#include <ruhu/domain/walk.h>

#include <algorithm>
#include <array>
#include <deque>
#include <iostream>
#include <set>
#include <unordered_map>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;

namespace {

constexpr std::size_t kMaxStates = 20'000; // of one search: beyond it the stretch is no small one any more

constexpr auto kLater = std::chrono::minutes(30); // the one step time makes: past the agreed time and past the limit

// ---- checklists

QByteArray documentOf(const QByteArray &steps, const QByteArray &ways)
{
    QByteArray document = R"({"id":"tiny","version":"1","arrivalToleranceMin":10,"stages":[)";
    const QByteArrayList stages{"book", "prepare", "travel", "door", "work", "clean", "sign"};
    for (const QByteArray &stage : stages)
        document += R"({"id":")" + stage + R"(","title":{"en":"-","zh":"-"}},)";
    document.chop(1);
    document += R"(],"transitions":[)";
    const std::vector<std::array<QByteArray, 3>> chain{{"to-contact", "booked", R"("book")"},
                                                       {"booked", "prepared", R"("prepare")"},
                                                       {"prepared", "travelling", ""},
                                                       {"travelling", "arrived", R"("travel")"},
                                                       {"arrived", "admitted", ""},
                                                       {"admitted", "working", R"("door")"},
                                                       {"working", "tested", R"("work")"},
                                                       {"tested", "handed-over", R"("clean")"},
                                                       {"handed-over", "signed-off", R"("sign")"}};
    for (const auto &[from, to, stage] : chain) {
        document += R"({"id":")" + to + R"(","from":")" + from + R"(","to":")" + to + R"(","stages":[)" + stage
                    + R"(],"act":{"en":"-","zh":"-"}},)";
    }
    document.chop(1);
    document += R"(],"measures":[{"id":"m","title":{"en":"-","zh":"-"},"unit":"dB","decimals":0,)"
                R"("limits":{"failLow":10,"warnLow":20},"min":0,"max":100,"source":"-","confidence":"A"}],)"
                R"("deadlines":[{"id":"all","title":{"en":"-","zh":"-"},"starts":"ordered","ends":"closed",)"
                R"("minutes":20,"warnMinutes":5,"rules":["D15-20"],"confidence":"A"}],)"
                R"("handBacks":[)"
                + ways + R"(],"steps":[)" + steps + "]}";
    return document;
}

QByteArray step(const QByteArray &id, const QByteArray &stage, const QByteArray &gate, const QByteArray &kind,
                const QByteArray &more = {})
{
    return R"({"id":")" + id + R"(","stage":")" + stage + R"(","gate":")" + gate + R"(","kind":")" + kind
           + R"(","title":{"en":"-","zh":"-"},"rules":["-"])" + (more.isEmpty() ? QByteArray() : "," + more) + "}";
}

QByteArray option(const QByteArray &id, const QByteArray &more = {})
{
    return R"({"id":")" + id + R"(","text":{"en":"-","zh":"-"})" + (more.isEmpty() ? QByteArray() : "," + more) + "}";
}

QByteArray way(const QByteArray &id, const QByteArray &from, const QByteArray &to, const QByteArray &more)
{
    return R"({"id":")" + id + R"(","title":{"en":"-","zh":"-"},"hint":{"en":"-","zh":"-"},"from":")" + from
           + R"(","to":")" + to + R"(","rules":["-"],)" + more + "}";
}

Catalogue readTiny(const QByteArrayList &steps, const QByteArrayList &ways)
{
    const auto catalogue = readCatalogue(documentOf(steps.join(','), ways.join(',')));
    if (!catalogue)
        FAIL(catalogue.error().subject.toStdString() + " " + catalogue.error().detail.toStdString());
    return *catalogue;
}

QByteArrayList visitSteps()
{
    return {step("call", "book", "block", "auto", R"("automatic":"contact")"),
            step("time", "book", "block", "auto", R"("automatic":"appointment")"),
            step("there", "travel", "reason", "auto", R"("automatic":"arrival")"),
            step("open", "door", "block", "auto", R"("automatic":"admission")")};
}

/// What happens before the work: calls, times that are kept or not, the door, going back to the office.
Catalogue visitCatalogue()
{
    QByteArrayList steps = visitSteps();
    steps << step("need", "book", "block", "choice",
                  R"("options":[)" + option("visit") + ',' + option("remote", R"("needsNote":true)")
                      + R"(],"condition":{"kinds":["repair"]})")
          << step("line", "book", "block", "choice",
                  R"("options":[)" + option("there") + ',' + option("none", R"("passes":false,"needsNote":true)")
                      + R"(],"condition":{"kinds":["install","relocate"],"accesses":["ftth","lan"]})")
          << step("tools", "prepare", "block", "tick", R"("routine":true)")
          << step("badge", "prepare", "reason", "tick", R"("routine":true,"condition":{"accesses":["xdsl"]})")
          << step("shoes", "door", "optional", "tick", R"("condition":{"kinds":["dismantle"]})");
    return readTiny(steps, {way("remote", "to-contact", "prepared",
                                R"("needsCall":true,"condition":{"stepAnswered":"need","withOption":"remote"})"),
                            way("no-line", "to-contact", "tested",
                                R"("needsCall":true,"condition":{"kinds":["install","relocate"],)"
                                R"("stepAnswered":"line","withOption":"none"})"),
                            way("twice", "to-contact", "arrived", R"("lostVisits":2)")});
}

/// Every kind of evidence and every gate, and leaving in between.
Catalogue workCatalogue()
{
    QByteArrayList steps = visitSteps();
    steps << step("photo", "work", "reason", "photo", R"("condition":{"accesses":["lan"]})")
          << step("price", "work", "block", "choice",
                  R"("options":[)" + option("free") + ',' + option("declined", R"("passes":false,"needsNote":true)")
                      + "]")
          << step("drill", "work", "block", "tick",
                  R"("condition":{"accesses":["lan"],"stepAnswered":"price",)"
                  R"("withOption":"free"})")
          << step("list", "work", "block", "multi",
                  R"("options":[)" + option("a") + ',' + option("b") + R"(],"condition":{"accesses":["xdsl"]})")
          << step("cause", "work", "reason", "text", R"("example":"-","condition":{"accesses":["xdsl"]})")
          << step("old", "work", "block", "tick", R"("after":["price"],"condition":{"kinds":["relocate"]})")
          << step("power", "work", "block", "reading", R"("measures":["m"],"condition":{"accesses":["ftth"]})")
          << step("gone", "work", "block", "choice",
                  R"("options":[)" + option("restored", R"("needsPassing":["m"])") + ','
                      + option("not-restored", R"("passes":false,"needsNote":true)")
                      + R"(],"condition":{"kinds":["repair"]})")
          << step("remark", "clean", "optional", "text", R"("condition":{"kinds":["dismantle"]})");
    return readTiny(steps, {way("declined", "admitted", "tested",
                                R"("condition":{"stepAnswered":"price",)"
                                R"("withOption":"declined"})"),
                            way("remains", "working", "tested",
                                R"("condition":{"kinds":["repair"],)"
                                R"("stepAnswered":"gone","withOption":"not-restored"})")});
}

/// What closes a visit: things put back, money, questions, the rating, signatures and the supervisor.
Catalogue closingCatalogue()
{
    QByteArrayList steps = visitSteps();
    steps << step("things", "work", "optional", "items", R"("automatic":"moved")")
          << step("back", "clean", "block", "items", R"("automatic":"restored")")
          << step("quoted", "work", "block", "auto", R"("automatic":"quotation","condition":{"accesses":["ftth"]})")
          << step("paid", "sign", "block", "auto", R"("automatic":"payment","condition":{"accesses":["ftth"]})")
          << step("asked", "sign", "block", "auto", R"("automatic":"enquiry","condition":{"accesses":["lan"]})")
          << step("late", "sign", "reason", "tick", R"("condition":{"kinds":["repair"]})")
          << step("rate", "sign", "block", "rating") << step("name", "sign", "block", "signature")
          << step("own", "sign", "block", "signature", R"("signer":"technician")");
    return readTiny(steps, {});
}

struct Facet {
    QString name;
    Catalogue catalogue;
    State first = State::ToContact; // the stretch that is searched
    State last = State::Working;
    bool visit = false; // with appointments that fail and a clock that moves
    bool work = false; // with leaving the site
    bool closing = false; // with things, money and questions

    [[nodiscard]] bool holds(State state) const
    {
        return (state >= first && state <= last) || awaitsReview(state) || state == State::Done
               || state == State::Cancelled;
    }
};

// ---- states

struct Node {
    Ticket ticket;
    bool later = false;
    std::size_t parent = 0;
    std::optional<HistoryEntry> entry; // that led here from the parent; nothing: time did
};

bool reachedFrom(const Ticket &ticket, std::size_t first)
{
    return std::any_of(ticket.contacts.begin() + static_cast<std::ptrdiff_t>(std::min(first, ticket.contacts.size())),
                       ticket.contacts.end(),
                       [](const ContactFact &fact) { return fact.contact.outcome == ContactOutcome::Reached; });
}

bool hasOpenItem(const Ticket &ticket)
{
    return std::any_of(ticket.movedItems.begin(), ticket.movedItems.end(),
                       [](const MovedItem &moved) { return !moved.restored; });
}

QString evidenceKey(const Ticket &ticket)
{
    QString key;
    for (const auto &[id, record] : ticket.steps) {
        key += id + u'=' + QStringList(record.options.begin(), record.options.end()).join(u'+');
        key += record.options.empty() ? record.text : QString(); // no guard reads the note of an answer
        key += record.confirmed ? u"!"_s : record.skipped ? u"-"_s : u";"_s;
    }
    for (const auto &[id, fact] : ticket.readings)
        key += id + toName(fact.reading.verdict);
    for (std::size_t i = ticket.photosBeforeVisit; i < ticket.photos.size(); ++i)
        key += key.contains(u'#' + ticket.photos[i].photo.step) ? QString() : u'#' + ticket.photos[i].photo.step;
    return key;
}

QString closingKey(const Ticket &ticket)
{
    QString key = hasOpenItem(ticket) ? u"item"_s : QString();
    if (ticket.quotation)
        key += u'q' + QString::number(ticket.quotation->quotation.accepted ? ticket.quotation->quotation.amountFen : 0);
    if (ticket.payment)
        key += u'p' + QString::number(ticket.payment->payment.amountFen);
    const auto first = ticket.enquiries.begin() + static_cast<std::ptrdiff_t>(ticket.enquiriesBeforeVisit);
    key += std::any_of(first, ticket.enquiries.end(),
                       [](const EnquiryFact &fact) { return fact.enquiry.kind != EnquiryKind::OutOfScope; })
               ? u"e"_s
               : QString();
    if (ticket.rating)
        key += u'r'; // which one asks for nothing more
    for (const auto &[role, fact] : ticket.signatures)
        key += toName(role) + (ticket.isFresh(role) ? u'f' : u's') + (fact.beforeReturn ? u'b' : u'n');
    for (const auto &[hash, role] : ticket.strokes)
        key += QString::fromLatin1(hash.left(1).toHex()) + toName(role);
    return key;
}

/// Equal for states that no guard can tell apart.
QString keyOf(const Node &node)
{
    const Ticket &ticket = node.ticket;
    QString key = toName(ticket.state) + (node.later ? u'L' : u'E') + (ticket.returned ? u'R' : u'.')
                  + (ticket.isAway() ? u'A' : u'.') + (ticket.firstSignOff ? u'S' : u'.');
    key += reachedFrom(ticket, ticket.callsBeforeVisit) ? u'c' : u'.';
    key += u'v' + QString::number(std::min<std::int64_t>(ticket.lostVisits, 2));
    if (ticket.appointment) {
        key += u'w' + QString::number(toMs(ticket.appointment->appointment.window.start));
        key += reachedFrom(ticket, ticket.appointment->callsBefore) ? u'c' : u'.';
    }
    key += ticket.arrival ? u'a' : u'.';
    key += !ticket.admissions.empty() && isAdult(ticket.admissions.back().admission.who) ? u'd' : u'.';
    return key + u'|' + evidenceKey(ticket) + u'|' + closingKey(ticket);
}

// ---- acts

struct Proposed {
    Payload payload;
    QString target;
    RoleId role = kTechnician;
    bool faultless = false; // what a possibility of this kind stands for
};

const QString kWords = u"-"_s;
const QByteArray kHash(32, '\2'); // of the shown content

/// Every act a person could try in this state, sensible and not.
class Proposals {
public:
    Proposals(const Facet &facet, const Ticket &ticket, WallTime now) : m_facet(facet), m_ticket(ticket), m_now(now)
    {
        office();
        contacts();
        for (const Step &one : facet.catalogue.steps)
            about(one);
        visit();
        transitions();
        if (m_facet.work)
            absence();
        if (m_facet.closing) {
            signing();
            closing();
        }
        for (const HandBackWay &one : facet.catalogue.handBacks) {
            good(TicketHandedBack{one.id, kWords}, one.id);
            bad(TicketHandedBack{one.id, {}}, one.id);
        }
        good(NoteAdded{kWords, {}});
        bad(NoteAdded{});
    }

    [[nodiscard]] const std::vector<Proposed> &all() const { return m_list; }

private:
    void good(Payload payload, const QString &target = {}, const RoleId &role = kTechnician)
    {
        m_list.push_back({std::move(payload), target, role, true});
    }
    /// Refused, or one more way to do what a good one does.
    void bad(Payload payload, const QString &target = {}, const RoleId &role = kTechnician)
    {
        m_list.push_back({std::move(payload), target, role, false});
    }

    void office()
    {
        good(TicketCancelled{kWords}, {}, kDispatcher);
        bad(TicketCancelled{}, {}, kDispatcher);
        good(TicketAssigned{m_ticket.assignment->user, {}, {}}, {}, kDispatcher);
        good(TicketRescheduled{{m_now, m_now}, kWords}, {}, kDispatcher);
        good(ReviewDecided{}, u"approve"_s, kSupervisor);
        good(ReviewDecided{ReviewDecision::Return, kWords, {}}, u"return"_s, kSupervisor);
        bad(ReviewDecided{ReviewDecision::Return, {}, {}}, u"return"_s, kSupervisor);
    }
    void contacts()
    {
        good(ContactRecorded{});
        bad(ContactRecorded{ContactOutcome::NoAnswer, {}});
        bad(ContactRecorded{ContactOutcome::Postponed, {}});
        const auto at = [&](WallTime start) { return AppointmentBooked{{start, start}, kWords, kWords, true, {}}; };
        good(at(m_now + std::chrono::minutes(5)));
        AppointmentBooked nobody = at(m_now + std::chrono::minutes(5));
        nobody.person.clear();
        bad(nobody);
        bad(at(m_now - std::chrono::minutes(5)));
    }
    void about(const Step &one);
    void choices(const Step &one);
    void visit();
    void absence();
    void closing();
    void signing();
    void transitions()
    {
        for (int i = 0; i <= static_cast<int>(State::Cancelled); ++i) {
            const auto to = static_cast<State>(i);
            const Transition *next = nextTransition(m_ticket, m_facet.catalogue);
            const bool offered = next && next->to == to && to != State::Booked && to != State::Admitted;
            StateEntered entered{to, kWords, {}};
            offered ? good(entered, toName(to)) : bad(entered, toName(to));
            bad(StateEntered{to, {}, {}}, toName(to));
        }
    }

    const Facet &m_facet;
    const Ticket &m_ticket;
    WallTime m_now;
    std::vector<Proposed> m_list;
};

void Proposals::choices(const Step &one)
{
    bad(StepAnswered{one.id, {}, kWords}, one.id);
    bad(StepAnswered{one.id, {u"unheard-of"_s}, kWords}, one.id);
    std::vector<QString> every;
    for (const StepOption &each : one.options) {
        bad(StepAnswered{one.id, {each.id}, kWords}, one.id);
        bad(StepAnswered{one.id, {each.id}, {}}, one.id);
        every.push_back(each.id);
    }
    if (one.kind == StepKind::Multi)
        bad(StepAnswered{one.id, every, {}}, one.id);
}

void Proposals::about(const Step &one)
{
    bad(StepSkipped{one.id, {}}, one.id);
    one.gate == Gate::Reason ? good(StepSkipped{one.id, kWords}, one.id) : bad(StepSkipped{one.id, kWords}, one.id);
    switch (one.kind) {
    case StepKind::Tick:
        good(StepsConfirmed{{one.id}}, one.id);
        bad(StepsConfirmed{{one.id, u"tools"_s}}, one.id);
        break;
    case StepKind::Choice:
    case StepKind::Multi:
        choices(one);
        break;
    case StepKind::Text:
        good(StepAnswered{one.id, {}, kWords}, one.id);
        bad(StepAnswered{one.id, {}, {}}, one.id);
        break;
    case StepKind::Reading:
        for (const std::int64_t value : {5, 15, 30}) { // fails, near the limit, passes
            const ReadingRecorded reading{one.measures.front(), value, kWords, {}, {}};
            value == 30 ? good(reading, reading.measure) : bad(reading, reading.measure);
        }
        bad(ReadingRecorded{one.measures.front(), 5, {}, {}, {}}, one.measures.front());
        bad(ReadingRecorded{one.measures.front(), 101, kWords, {}, {}}, one.measures.front());
        break;
    case StepKind::Photo:
        good(PhotoAttached{one.id, kHash, u"image/jpeg"_s, 1, 1, 1, {}}, one.id);
        bad(PhotoAttached{one.id, {}, u"image/jpeg"_s, 1, 1, 1, {}}, one.id);
        break;
    default:
        bad(StepsConfirmed{{one.id}}, one.id);
        break;
    }
}

void Proposals::visit()
{
    good(AdmissionRecorded{});
    if (!m_facet.visit)
        return;
    for (const Cause cause : {Cause::Company, Cause::Customer}) {
        good(AppointmentMissed{cause, kWords}, toName(cause));
        bad(AppointmentMissed{cause, {}}, toName(cause));
    }
    good(LateAnnounced{1, kWords, true});
    bad(LateAnnounced{0, kWords, true});
    bad(AdmissionRecorded{Admission::Nobody, kWords, {}});
    bad(AdmissionRecorded{Admission::MinorAlone, kWords, NotAdmittedNext::Wait});
    bad(AdmissionRecorded{Admission::Refused, kWords, NotAdmittedNext::Rebook});
}

void Proposals::absence()
{
    good(VisitLeft{kWords, m_now + std::chrono::hours(1)});
    bad(VisitLeft{kWords, m_now});
    good(VisitResumed{});
    bad(VisitResumed{Admission::MinorAlone});
}

void Proposals::closing()
{
    // One thing at a time: a second one that is open behaves like the first.
    const QString fresh = u"i"_s + QString::number(m_ticket.movedItems.size());
    if (!hasOpenItem(m_ticket))
        good(ItemMoved{fresh, kWords, true});
    bad(ItemMoved{fresh, kWords, false});
    for (const MovedItem &moved : m_ticket.movedItems)
        moved.restored ? bad(ItemRestored{moved.item.item}, moved.item.item)
                       : good(ItemRestored{moved.item.item}, moved.item.item);
    good(ChargeQuoted{1, kWords, true});
    bad(ChargeQuoted{2, kWords, false});
    bad(ChargeQuoted{0, kWords, true});
    good(ChargeTaken{1, kWords});
    bad(ChargeTaken{2, kWords});
    for (const EnquiryKind kind : {EnquiryKind::Question, EnquiryKind::OutOfScope}) {
        good(EnquiryRecorded{kind, kWords, kWords, kWords, true}, toName(kind));
        bad(EnquiryRecorded{kind, {}, kWords, kWords, true}, toName(kind));
    }
}

void Proposals::signing()
{
    good(RatingGiven{});
    bad(RatingGiven{Rating::Dissatisfied, {}});
    bad(RatingGiven{Rating::Dissatisfied, kWords});
    for (const SignerRole role : {SignerRole::Customer, SignerRole::Technician}) {
        char hand = role == SignerRole::Customer ? '\3' : '\4';
        // A hand of its own, also where the other one's was tried with these strokes.
        const auto drawn = m_ticket.strokes.find(QByteArray(32, hand));
        if (drawn != m_ticket.strokes.end() && drawn->second != role)
            hand = '\5';
        SignatureGiven signature{role, kWords, QByteArray(32, hand), 3, 900, kHash, 0};
        good(signature, toName(role));
        signature.strokes = QByteArray(32, '\3');
        bad(signature, toName(role));
        signature.contentHash = QByteArray(32, '\7');
        bad(signature, toName(role));
    }
}

// ---- the search

class Search {
public:
    Search(const Facet &facet, TicketKind kind, Access access) : m_facet(facet)
    {
        TicketOpened order = test::urbanOrder();
        order.kind = kind;
        order.access = access;
        order.acceptedAt = kStart;
        Node first;
        first.ticket.id = TicketId(number(1));
        step(first, order, kDispatcher);
        add(first, 0);
        Node assigned = m_nodes.front();
        step(assigned, TicketAssigned{m_technician, kWords, {}}, kDispatcher);
        m_first = add(assigned, 0);
        walkToFirst();
    }

    void run()
    {
        for (std::size_t at = m_first; at < m_nodes.size(); ++at) {
            REQUIRE(at < kMaxStates);
            if (m_facet.holds(m_nodes[at].ticket.state))
                visit(at);
        }
    }
    [[nodiscard]] std::size_t states() const { return m_nodes.size(); }
    [[nodiscard]] std::size_t acts() const { return m_acts; }
    [[nodiscard]] std::size_t proposals() const { return m_proposals; }

    /// States from which no sequence of acts of technician and supervisor leads to an end. Cancelling does not count.
    [[nodiscard]] std::vector<std::size_t> deadEnds() const;
    void checkFolds() const;
    [[nodiscard]] std::set<State> reachedStates() const
    {
        std::set<State> all;
        for (const Node &node : m_nodes)
            all.insert(node.ticket.state);
        return all;
    }
    [[nodiscard]] const Ticket &ticket(std::size_t at) const { return m_nodes[at].ticket; }

private:
    static constexpr WallTime kStart = WallTime(Millis(1'795'564'800'000));

    static Uuid number(std::uint32_t value)
    {
        Uuid::Bytes bytes{};
        for (std::size_t i = 0; i < 4; ++i)
            bytes[12 + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
        return Uuid(bytes);
    }
    [[nodiscard]] ActContext context(const Node &node, const RoleId &role) const
    {
        const UserId actor = role == kTechnician ? m_technician : UserId(number(10 + (role == kSupervisor ? 1 : 2)));
        return {actor, test::roles().role(role), kStart + (node.later ? kLater : Millis(0)), m_facet.catalogue, kHash};
    }
    void step(Node &node, const Payload &payload, const RoleId &role)
    {
        HistoryEntry entry;
        EventMeta &meta = entry.event.meta;
        meta.id = EventId(number(++m_lastId));
        meta.ticket = node.ticket.id;
        meta.group = {meta.id, 1, 1};
        meta.role = role;
        meta.wall = kStart + (node.later ? kLater : Millis(0));
        entry.event.payload = payload;
        apply(node.ticket, entry);
        node.entry = std::move(entry);
    }
    /// The node that stands for this state, new or known.
    std::size_t add(const Node &node, std::size_t from)
    {
        const QString key = keyOf(node) + (node.ticket.assignment ? u'y' : u'n');
        const auto [known, isNew] = m_known.try_emplace(key, m_nodes.size());
        if (isNew) {
            m_nodes.push_back(node);
            m_nodes.back().parent = from;
        }
        return known->second;
    }
    /// The routine way up to the stretch that is searched.
    void walkToFirst()
    {
        while (m_nodes[m_first].ticket.state < m_facet.first) {
            Node next = m_nodes[m_first];
            const WalkStep routine = nextRoutineAct(next.ticket, context(next, kTechnician));
            const auto *payload = std::get_if<Payload>(&routine);
            REQUIRE(payload);
            const Decision decision = decide(next.ticket, *payload, context(next, kTechnician));
            const auto *payloads = std::get_if<std::vector<Payload>>(&decision);
            REQUIRE(payloads);
            step(next, payloads->front(), kTechnician);
            m_first = add(next, m_first);
        }
    }
    void visit(std::size_t at);
    void checkClosed(const Node &node) const;
    void follow(std::size_t at, const Proposed &proposed, const std::vector<Payload> &payloads);

    const Facet &m_facet;
    UserId m_technician{number(2)};
    std::uint32_t m_lastId = 100;
    std::deque<Node> m_nodes;
    std::unordered_map<QString, std::size_t> m_known;
    std::vector<std::pair<std::size_t, std::size_t>> m_edges; // without those of cancelling
    std::size_t m_first = 0;
    std::size_t m_acts = 0;
    std::size_t m_proposals = 0;
};

QString typeAndTarget(const QString &type, const QString &target)
{
    return type + u' ' + target;
}

void Search::visit(std::size_t at)
{
    const Node node = m_nodes[at];
    checkClosed(node);
    const WallTime now = context(node, kTechnician).now;
    std::map<QString, std::optional<Refusal>> offered;
    for (const RoleId &role : {kTechnician, kDispatcher, kSupervisor}) {
        for (Possibility &possibility : possibilities(node.ticket, context(node, role))) {
            const QString name = role + typeAndTarget(possibility.type, possibility.target);
            offered.emplace(name, std::move(possibility.refusal));
        }
    }
    const Proposals proposals(m_facet, node.ticket, now);
    for (const Proposed &proposed : proposals.all()) {
        ++m_proposals;
        const QString name = proposed.role + typeAndTarget(payloadType(proposed.payload), proposed.target);
        const Decision decision = decide(node.ticket, proposed.payload, context(node, proposed.role));
        const auto found = offered.find(name);
        const bool possible = found != offered.end() && !found->second;
        const auto *payloads = std::get_if<std::vector<Payload>>(&decision);
        if (payloads && !possible)
            FAIL(name.toStdString() + " is allowed but not offered in " + keyOf(node).toStdString());
        if (!payloads && possible && proposed.faultless)
            FAIL(name.toStdString() + " is offered but refused in " + keyOf(node).toStdString());
        if (payloads)
            follow(at, proposed, *payloads);
    }
    if (m_facet.visit && !node.later) {
        Node later = node;
        later.later = true;
        later.entry.reset();
        m_edges.emplace_back(at, add(later, at));
    }
}

void Search::follow(std::size_t at, const Proposed &proposed, const std::vector<Payload> &payloads)
{
    ++m_acts;
    REQUIRE(payloads.size() == 1);
    Node next = m_nodes[at];
    step(next, payloads.front(), proposed.role);
    const std::size_t to = add(next, at);
    if (!std::holds_alternative<TicketCancelled>(proposed.payload))
        m_edges.emplace_back(at, to);
}

/// Nothing that blocks is open behind a sign-off, and a stranger or a wrong role does nothing.
void Search::checkClosed(const Node &node) const
{
    if (node.ticket.state == State::SignedOff) {
        for (const OpenItem &item : leaveGate(node.ticket, m_facet.catalogue))
            FAIL(item.step.toStdString() + " is open behind the sign-off in " + keyOf(node).toStdString());
    }
    ActContext stranger{UserId(number(99)), test::roles().role(kTechnician), context(node, kTechnician).now,
                        m_facet.catalogue, kHash};
    for (const Possibility &possibility : possibilities(node.ticket, stranger)) {
        if (!possibility.refusal)
            FAIL("a stranger may do " + possibility.type.toStdString());
    }
}

std::vector<std::size_t> Search::deadEnds() const
{
    std::vector<std::vector<std::size_t>> before(m_nodes.size());
    for (const auto &[from, to] : m_edges)
        before[to].push_back(from);
    std::vector<bool> leads(m_nodes.size(), false);
    std::deque<std::size_t> queue;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const State state = m_nodes[i].ticket.state;
        const bool elsewhere = !m_facet.holds(state); // another stretch goes on from there
        if (awaitsReview(state) || elsewhere || state == State::Done || state == State::Cancelled) {
            leads[i] = true;
            queue.push_back(i);
        }
    }
    for (; !queue.empty(); queue.pop_front()) {
        for (const std::size_t from : before[queue.front()]) {
            if (!leads[from]) {
                leads[from] = true;
                queue.push_back(from);
            }
        }
    }
    std::vector<std::size_t> dead;
    for (std::size_t i = m_first; i < m_nodes.size(); ++i) {
        if (!leads[i])
            dead.push_back(i);
    }
    return dead;
}

/// One go, event by event and in two batches give the same ticket; every seventh state stands for all.
void Search::checkFolds() const
{
    for (std::size_t at = m_first; at < m_nodes.size(); at += 7) {
        std::vector<HistoryEntry> history;
        for (std::size_t i = at;; i = m_nodes[i].parent) {
            if (m_nodes[i].entry)
                history.insert(history.begin(), *m_nodes[i].entry);
            if (i == 0)
                break;
        }
        const Ticket &expected = m_nodes[at].ticket;
        REQUIRE(fold(expected.id, history) == expected);
        const auto half = history.begin() + static_cast<std::ptrdiff_t>(history.size() / 2);
        Ticket batches = fold(expected.id, {history.begin(), half});
        for (auto entry = half; entry != history.end(); ++entry)
            apply(batches, *entry);
        REQUIRE(batches == expected);
    }
}

void searchEverything(const Facet &facet, const std::set<State> &mustReach)
{
    std::size_t states = 0;
    std::size_t acts = 0;
    std::size_t proposals = 0;
    for (const TicketKind &kind : {u"install"_s, u"relocate"_s, u"repair"_s, u"dismantle"_s}) {
        for (const Access access : {Access::Ftth, Access::Lan, Access::Xdsl}) {
            CAPTURE(kind.toStdString(), toName(access).toStdString());
            Search search(facet, kind, access);
            search.run();
            for (const std::size_t at : search.deadEnds())
                FAIL("no way on from " + toName(search.ticket(at).state).toStdString());
            search.checkFolds();
            const auto reached = search.reachedStates();
            CHECK(std::includes(reached.begin(), reached.end(), mustReach.begin(), mustReach.end()));
            states += search.states();
            acts += search.acts();
            proposals += search.proposals();
        }
    }
    std::cout << "model " << facet.name.toStdString() << ": " << states << " states, " << acts << " transitions, "
              << proposals << " proposals over 12 tickets, searched whole\n";
}

} // namespace

TEST_CASE("every way through a small visit leads on, and every act offered is the act allowed", "[domain][model]")
{
    Facet facet{u"visit"_s, visitCatalogue(), State::ToContact, State::Admitted};
    facet.visit = true;
    searchEverything(facet, {State::ToContact, State::Booked, State::Prepared, State::Travelling, State::Arrived,
                             State::Admitted, State::Working, State::HandedBack, State::Cancelled});
}

TEST_CASE("every way through a small job leads on, and every act offered is the act allowed", "[domain][model]")
{
    Facet facet{u"work"_s, workCatalogue(), State::Admitted, State::Working};
    facet.work = true;
    searchEverything(facet, {State::Admitted, State::Working, State::Tested, State::HandedBack, State::Cancelled});
}

TEST_CASE("every way through a small closing leads on, and every act offered is the act allowed", "[domain][model]")
{
    Facet facet{u"closing"_s, closingCatalogue(), State::Working, State::HandedOver};
    facet.closing = true;
    searchEverything(facet, {State::Working, State::Tested, State::HandedOver, State::SignedOff, State::Done,
                             State::Cancelled});
}
