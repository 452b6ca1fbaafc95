// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

constexpr int kPatienceMs = 120'000; // sanitizers, a loaded machine
const QString kPassword = u"Blue-Ladder-2719"_s;

/// One act of the visit: what is done where it is possible, what the window shows when it is kept, and its trace.
struct Unit {
    QString guard; // visible when the act can be done
    QJsonArray act;
    QJsonObject effect;
    QString type;
    QString part; // of the payload; names the act among those of its type
    bool told = true; // the ticket's page says that it is kept
};

[[nodiscard]] QJsonObject step(const QString &verb, const QString &name)
{
    return {{verb, name}};
}

[[nodiscard]] QJsonObject typing(const QString &name, const QString &text)
{
    return {{u"type"_s, name}, {u"text"_s, text}};
}

[[nodiscard]] QString quoted(const QString &id)
{
    return u'"' + id + u'"';
}

[[nodiscard]] Unit choice(const QString &id, const QString &option)
{
    const QString button = u"choice:%1/option-%2"_s.arg(id, option);
    return {button, {step(u"click"_s, button)}, step(u"gone"_s, button), u"step.answered"_s, quoted(id)};
}

/// `first`: one of the confirmed steps.
[[nodiscard]] Unit routine(const QString &stage, const QString &first)
{
    // The stage keeps the routine of one from being taken for that of the next.
    return {u"stage:%1/routineCard"_s.arg(stage),
            {step(u"click"_s, u"confirmAll"_s)},
            step(u"gone"_s, u"stage:%1/routineCard"_s.arg(stage)),
            u"steps.confirmed"_s,
            quoted(first)};
}

[[nodiscard]] Unit words(const QString &id, const QString &text)
{
    return {u"text:"_s + id,
            {typing(u"text:"_s + id, text), step(u"click"_s, u"record:"_s + id)},
            step(u"gone"_s, u"text:"_s + id),
            u"step.answered"_s,
            text};
}

[[nodiscard]] Unit reading(const QString &measure, const QString &value, const QString &reason = {})
{
    const QString field = u"reading:"_s + measure;
    const QString record = u"record:"_s + measure;
    QJsonArray act{typing(field + u"/number"_s, value)};
    if (!reason.isEmpty())
        act.append(step(u"click"_s, field + u"/option-"_s + reason));
    act.append(step(u"click"_s, record));
    return {field, act, step(u"gone"_s, field), u"reading.recorded"_s, quoted(measure)};
}

[[nodiscard]] Unit photo(const QString &id)
{
    const QString strip = u"photos:"_s + id;
    return {strip, {step(u"click"_s, strip + u"/addPhoto"_s)}, step(u"gone"_s, strip), u"photo.attached"_s, quoted(id)};
}

[[nodiscard]] Unit onward(const QString &guard, const QString &next, const QString &type, const QString &part,
                          QJsonArray before = {})
{
    before.append(step(u"click"_s, u"primaryAction"_s));
    return {guard, before, step(u"wait"_s, next), type, part};
}

[[nodiscard]] Unit entering(const QString &guard, const QString &next, const QString &state, QJsonArray before = {})
{
    return onward(guard, next, u"state.entered"_s, quoted(state), std::move(before));
}

void append(std::vector<Unit> &units, std::initializer_list<Unit> more)
{
    units.insert(units.end(), more);
}

void toTheDoor(std::vector<Unit> &units)
{
    const QString person = u"admissionWho/option-adult-customer"_s;
    append(units, {
                      {u"contactReached"_s,
                       {step(u"click"_s, u"contactReached"_s)},
                       step(u"gone"_s, u"contactReached"_s),
                       u"contact.recorded"_s,
                       u"reached"_s},
                      routine(u"book"_s, u"A01"_s),
                      choice(u"A15"_s, u"available"_s),
                      onward(u"appointmentPerson"_s, u"stage:prepare"_s, u"appointment.booked"_s, {}),
                      routine(u"prepare"_s, u"B01"_s),
                      entering(u"stage:prepare"_s, u"stage:travel"_s, u"prepared"_s),
                      // Only one of the two has the card of the arrival.
                      entering(u"primaryAction"_s, u"arrivalReason"_s, u"travelling"_s),
                      entering(u"arrivalReason"_s, u"admissionCard"_s, u"arrived"_s,
                               {typing(u"arrivalReason"_s, u"The customer asked for another time on the phone"_s)}),
                      {u"admissionCard"_s,
                       {step(u"click"_s, person), step(u"click"_s, u"primaryAction"_s)},
                       step(u"gone"_s, u"admissionCard"_s),
                       u"admission.recorded"_s,
                       {}},
                      routine(u"door"_s, u"C04"_s),
                      choice(u"C08"_s, u"match"_s),
                      choice(u"C12"_s, u"none"_s),
                      photo(u"C11"_s),
                      entering(u"stage:door"_s, u"stage:work"_s, u"working"_s),
                  });
}

void throughTheWork(std::vector<Unit> &units)
{
    append(units, {
                      choice(u"W01"_s, u"as-planned"_s),
                      choice(u"W02"_s, u"free"_s),
                      choice(u"W03"_s, u"agreed"_s),
                      routine(u"work"_s, u"W06"_s),
                      photo(u"W04"_s),
                      {u"itemAdd"_s,
                       {typing(u"itemLabel"_s, u"Shoe cabinet"_s), step(u"click"_s, u"itemConsent"_s),
                        step(u"click"_s, u"itemAdd"_s)},
                       step(u"gone"_s, u"itemAdd"_s),
                       u"item.moved"_s,
                       u"Shoe cabinet"_s},
                      words(u"F01"_s, u"Box 07, splitter 2, port 5"_s),
                      reading(u"drop_len"_s, u"42"_s),
                      reading(u"splice_loss"_s, u"0.12"_s),
                      photo(u"F06"_s),
                      photo(u"W08"_s),
                      {u"record:W14"_s,
                       {typing(u"mark:W14:sn"_s, u"4857-0001"_s), step(u"click"_s, u"record:W14"_s)},
                       step(u"gone"_s, u"record:W14"_s),
                       u"material.used"_s,
                       quoted(u"4857-0001"_s)},
                      reading(u"opt_rx"_s, u"-21.40"_s),
                      routine(u"test"_s, u"T03"_s),
                      photo(u"T02"_s),
                      choice(u"T09"_s, u"ok"_s),
                      reading(u"speed_down"_s, u"248.6"_s, u"terminal"_s),
                      choice(u"T13"_s, u"ok"_s),
                      // Both stand on one card, which folds away with the second.
                      {u"record:tv_jitter"_s,
                       {typing(u"reading:tv_jitter/number"_s, u"12"_s), step(u"click"_s, u"record:tv_jitter"_s)},
                       {{u"text"_s, u"record:tv_jitter"_s}, {u"contains"_s, u"again"_s}},
                       u"reading.recorded"_s,
                       quoted(u"tv_jitter"_s)},
                      reading(u"tv_loss"_s, u"0.02"_s),
                      choice(u"T19"_s, u"works"_s),
                      entering(u"stage:test"_s, u"stage:clean"_s, u"tested"_s),
                  });
}

void toTheSignOff(std::vector<Unit> &units)
{
    append(units, {
                      {u"restore:i1"_s,
                       {step(u"click"_s, u"restore:i1"_s)},
                       step(u"gone"_s, u"restore:i1"_s),
                       u"item.restored"_s,
                       quoted(u"i1"_s)},
                      photo(u"K02"_s),
                      entering(u"stage:clean"_s, u"stage:handover"_s, u"cleaned-up"_s),
                      routine(u"handover"_s, u"H01"_s),
                      choice(u"H07"_s, u"accepted"_s),
                      choice(u"H08"_s, u"none"_s),
                      entering(u"stage:handover"_s, u"stage:sign"_s, u"handed-over"_s),
                      choice(u"S01"_s, u"electronic"_s),
                      choice(u"S02"_s, u"given"_s),
                      choice(u"S12"_s, u"handed-over"_s),
                      // The rating is an act of its own before the signature.
                      {u"showCustomer"_s,
                       {step(u"click"_s, u"showCustomer"_s), step(u"click"_s, u"customerRating/option-satisfied"_s),
                        step(u"draw"_s, u"customerPad/signatureCanvas"_s), step(u"click"_s, u"customerSign"_s)},
                       step(u"gone"_s, u"customerView"_s),
                       u"signature.given"_s,
                       quoted(u"customer"_s),
                       false},
                      {u"signTechnician"_s,
                       {step(u"click"_s, u"signTechnician"_s), step(u"draw"_s, u"technicianPad/signatureCanvas"_s),
                        step(u"click"_s, u"technicianSign"_s)},
                       step(u"wait"_s, u"gateEmpty"_s),
                       u"signature.given"_s,
                       quoted(u"technician"_s)},
                      {u"gateEmpty"_s,
                       {step(u"click"_s, u"primaryAction"_s)},
                       step(u"gone"_s, u"gateEmpty"_s),
                       u"state.entered"_s,
                       quoted(u"signed-off"_s)},
                  });
}

/// Every act of a whole visit, in order.
[[nodiscard]] std::vector<Unit> visit()
{
    std::vector<Unit> units;
    toTheDoor(units);
    throughTheWork(units);
    toTheSignOff(units);
    return units;
}

[[nodiscard]] QString ackName(std::size_t unit)
{
    return u"kept-%1.png"_s.arg(unit);
}

/// What is known of a unit before the program is started.
enum class Progress { Open, Kept, Acknowledged };

/// Signs in, opens the ticket, finds what was kept, then does whatever is still to be done; a picture after each act
/// that the window has acknowledged, also after one that was kept before and not acknowledged any more.
[[nodiscard]] QJsonArray script(const std::vector<Unit> &units, const QString &customer,
                                const std::vector<Progress> &now)
{
    QJsonArray steps{typing(u"passwordField"_s, kPassword), step(u"click"_s, u"signInButton"_s),
                     step(u"wait"_s, u"workPage"_s)};
    steps.append(QJsonObject{{u"rows"_s, u"ticketList"_s}, {u"atLeast"_s, 12}});
    steps.append(QJsonObject{{u"pick"_s, u"ticketList"_s}, {u"text"_s, customer}});
    steps.append(QJsonObject{{u"text"_s, u"customerName"_s}, {u"contains"_s, customer}});
    for (std::size_t i = 0; i < units.size(); ++i) {
        const Unit &unit = units[i];
        if (now[i] == Progress::Open) {
            steps.append(QJsonObject{{u"wait"_s, unit.guard}, {u"enabled"_s, false}});
            for (const QJsonValue &act : unit.act)
                steps.append(act);
            if (unit.told)
                steps.append(QJsonObject{{u"text"_s, u"toast"_s}, {u"contains"_s, u"Kept on this laptop"_s}});
        }
        const bool last = i + 1 == units.size() || now[i + 1] == Progress::Open;
        if (now[i] == Progress::Open || last)
            steps.append(unit.effect); // the page shows it as done
        if (now[i] != Progress::Acknowledged)
            steps.append(step(u"shot"_s, ackName(i)));
    }
    return steps;
}

/// Own view of the history, one line per entry.
[[nodiscard]] QStringList traces(const Json &shown)
{
    QStringList lines;
    for (const Json &entry : shown.items(u"history"_s)) {
        const Json *payload = entry.find(u"payload"_s);
        REQUIRE(payload);
        lines << text(entry, u"event") + u' ' + text(entry, u"type") + u' ' + QString::fromUtf8(writeJson(*payload));
    }
    return lines;
}

/// How often the act stands in the history.
[[nodiscard]] std::ptrdiff_t timesIn(const Unit &unit, const QStringList &lines)
{
    return std::count_if(lines.begin(), lines.end(), [&unit](const QString &line) {
        return line.contains(u' ' + unit.type + u' ') && line.contains(unit.part);
    });
}

/// The program over the laptop's store, worked by a script.
class Installer {
public:
    Installer(const Office &office, const QString &folder, const QJsonArray &steps) : m_output(office.temp.path(folder))
    {
        const QString file = office.temp.write(folder + u"/script.json"_s, QJsonDocument(steps).toJson());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(RUHU_BIN_DIR "/ruhu-installer"),
                        {u"--store"_s, office.temp.path(u"laptop"_s), u"--language"_s, u"en"_s, u"--script"_s, file,
                         u"--script-output"_s, m_output, u"--script-photo"_s,
                         QStringLiteral(RUHU_SOURCE_DIR "/resources/demo/photo.jpg")});
        REQUIRE(m_process.waitForStarted(kPatienceMs));
    }
    ~Installer()
    {
        if (m_process.state() != QProcess::NotRunning)
            kill();
    }
    Installer(const Installer &) = delete;
    Installer &operator=(const Installer &) = delete;

    /// Acts the window has acknowledged in this run.
    [[nodiscard]] QStringList acks() const { return QDir(m_output).entryList({u"kept-*.png"_s}); }
    /// True when one was acknowledged, false when the program ended before.
    [[nodiscard]] bool acknowledges()
    {
        const auto settled = [this] { return !acks().isEmpty() || m_process.state() == QProcess::NotRunning; };
        REQUIRE(QTest::qWaitFor(settled, kPatienceMs));
        return m_process.state() == QProcess::Running;
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(kPatienceMs);
    }
    /// Lets the script come to its end; nothing when it did all its steps.
    [[nodiscard]] QString finish()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kPatienceMs))
            return u"it does not end"_s;
        const bool well = m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
        return well ? QString() : QString::fromUtf8(m_process.readAll());
    }

private:
    QString m_output;
    QProcess m_process;
};

/// Number and customer of the day's first ticket: a fibre install in the city with television.
[[nodiscard]] std::pair<QString, QString> cityTicket(const Ctl &laptop)
{
    const Json tickets = laptop({u"tickets"_s});
    for (const Json &ticket : tickets.items(u"tickets"_s)) {
        if (text(ticket, u"number").endsWith(u"-001"_s))
            return {text(ticket, u"number"), text(ticket, u"customer")};
    }
    FAIL("no such ticket");
    return {};
}

/// What the history holds now; whatever the window had acknowledged must be there.
[[nodiscard]] std::vector<Progress> progress(const std::vector<Unit> &units, const QStringList &acknowledged,
                                             const QStringList &history)
{
    std::vector<Progress> now;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const bool told = acknowledged.contains(ackName(i));
        const std::ptrdiff_t times = timesIn(units[i], history);
        INFO(i << ' ' << units[i].type.toStdString() << ' ' << units[i].part.toStdString());
        CHECK(times <= 1); // never done twice
        CHECK((!told || times == 1));
        now.push_back(told ? Progress::Acknowledged : times > 0 ? Progress::Kept : Progress::Open);
    }
    return now;
}

} // namespace

TEST_CASE("killing the installer after any act of a visit loses nothing and repeats nothing", "[integration][kill]")
{
    Office office;
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s});
    const auto [number, customer] = cityTicket(laptop);
    const std::vector<Unit> units = visit();
    std::vector<Progress> now(units.size(), Progress::Open);
    QStringList acknowledged;
    QStringList before = traces(laptop({u"show"_s, number}));

    std::size_t kills = 0;
    for (; now.back() != Progress::Acknowledged && kills <= units.size(); ++kills) {
        QJsonArray steps = script(units, customer, now);
        steps.append(step(u"gone"_s, u"sessionWindow"_s)); // until it is killed
        Installer installer(office, u"run-%1"_s.arg(kills), steps);
        if (!installer.acknowledges())
            FAIL(installer.finish().toStdString());
        installer.kill(); // in the middle of whatever comes next
        acknowledged += installer.acks();
        const QStringList after = traces(laptop({u"show"_s, number}));
        INFO("kill " << kills << " after " << installer.acks().join(u' ').toStdString());
        for (const QString &trace : before)
            CHECK(after.contains(trace));
        now = progress(units, acknowledged, after);
        before = after;
    }
    CHECK(kills == units.size());

    // Whoever signs in then finds everything.
    Installer last(office, u"last"_s, script(units, customer, now));
    CHECK(last.finish() == QString());
    const Json shown = laptop({u"show"_s, number});
    CHECK(traces(shown) == before);
    CHECK(text(shown, u"state") == u"signed-off"_s);
    for (const Unit &unit : units) {
        INFO(unit.type.toStdString() << ' ' << unit.part.toStdString());
        CHECK(timesIn(unit, before) == 1);
    }
    laptop({u"sync"_s, u"--until-idle"_s});
    office.checkAllHolds(laptop);
    CHECK(office.process.stop() == 0);
}
