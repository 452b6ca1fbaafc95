// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

constexpr int kPatienceMs = 120'000; // sanitizers, a loaded machine
constexpr std::size_t kKills = 9;
const QString kPassword = u"Blue-Ladder-27"_s;

/// One act of the visit: what is done where it is possible, what the window shows when it is kept, and its trace.
struct Unit {
    QString guard; // visible while the act is still to be done
    QJsonArray act;
    QJsonObject effect;
    QString type;
    QString part; // of the payload
};

[[nodiscard]] QJsonObject step(const QString &verb, const QString &name)
{
    return {{verb, name}};
}

[[nodiscard]] QJsonObject typing(const QString &name, const QString &text)
{
    return {{u"type"_s, name}, {u"text"_s, text}};
}

[[nodiscard]] Unit choice(const QString &id, const QString &option)
{
    const QString button = u"choice:%1/option-%2"_s.arg(id, option);
    return {button, {step(u"click"_s, button)}, step(u"gone"_s, button), u"step.answered"_s, id};
}

[[nodiscard]] Unit routine(const QString &stage)
{
    // The stage keeps the routine of one from being taken for that of the next.
    return {u"stage:%1/routineCard"_s.arg(stage),
            {step(u"click"_s, u"confirmAll"_s)},
            step(u"gone"_s, u"stage:%1/routineCard"_s.arg(stage)),
            u"steps.confirmed"_s,
            {}};
}

[[nodiscard]] Unit onward(const QString &guard, const QString &next, const QString &type, const QString &part,
                          QJsonArray before = {})
{
    before.append(step(u"click"_s, u"primaryAction"_s));
    return {guard, before, step(u"wait"_s, next), type, part};
}

[[nodiscard]] std::vector<Unit> visit()
{
    const QString person = u"admissionWho/option-adult-customer"_s;
    return {
        {u"contactReached"_s,
         {step(u"click"_s, u"contactReached"_s)},
         step(u"gone"_s, u"contactReached"_s),
         u"contact.recorded"_s,
         u"reached"_s},
        routine(u"book"_s),
        choice(u"A15"_s, u"available"_s),
        onward(u"appointmentPerson"_s, u"stage:prepare"_s, u"appointment.booked"_s, {}),
        routine(u"prepare"_s),
        onward(u"stage:prepare"_s, u"stage:travel"_s, u"state.entered"_s, u"prepared"_s),
        // Only one of the two has the card of the arrival.
        onward(u"leave"_s, u"arrivalReason"_s, u"state.entered"_s, u"travelling"_s),
        onward(u"arrivalReason"_s, u"admissionCard"_s, u"state.entered"_s, u"arrived"_s,
               {typing(u"arrivalReason"_s, u"The customer asked for another time on the phone"_s)}),
        {u"admissionCard"_s,
         {step(u"click"_s, person), step(u"click"_s, u"primaryAction"_s)},
         step(u"gone"_s, u"admissionCard"_s),
         u"admission.recorded"_s,
         {}},
        routine(u"door"_s),
        choice(u"C08"_s, u"match"_s),
        choice(u"C12"_s, u"none"_s),
        {u"photos:C11"_s,
         {step(u"click"_s, u"photos:C11/addPhoto"_s)},
         step(u"gone"_s, u"photos:C11"_s),
         u"photo.attached"_s,
         u"C11"_s},
        onward(u"stage:door"_s, u"stage:work"_s, u"state.entered"_s, u"working"_s),
        choice(u"W01"_s, u"as-planned"_s),
        choice(u"W02"_s, u"free"_s),
        choice(u"W03"_s, u"agreed"_s),
        {u"text:F01"_s,
         {typing(u"text:F01"_s, u"Box 07, splitter 2, port 5"_s), step(u"click"_s, u"record:F01"_s)},
         step(u"gone"_s, u"text:F01"_s),
         u"step.answered"_s,
         u"Box 07, splitter 2, port 5"_s},
        {u"reading:drop_len"_s,
         {typing(u"reading:drop_len/number"_s, u"42"_s), step(u"click"_s, u"record:drop_len"_s)},
         step(u"gone"_s, u"reading:drop_len"_s),
         u"reading.recorded"_s,
         u"drop_len"_s},
    };
}

[[nodiscard]] QString ackName(std::size_t unit)
{
    return u"kept-%1.png"_s.arg(unit);
}

/// Signs in, opens the ticket, finds what was kept, then does whatever is still to be done; a picture after each act
/// that the window has acknowledged.
[[nodiscard]] QJsonArray script(const std::vector<Unit> &units, const QString &address, const std::vector<bool> &kept)
{
    QJsonArray steps{typing(u"passwordField"_s, kPassword), step(u"click"_s, u"signInButton"_s),
                     step(u"wait"_s, u"workPage"_s)};
    steps.append(QJsonObject{{u"rows"_s, u"ticketList"_s}, {u"atLeast"_s, 12}});
    steps.append(QJsonObject{{u"pick"_s, u"ticketList"_s}, {u"text"_s, address}});
    steps.append(QJsonObject{{u"wait"_s, u"primaryAction"_s}, {u"enabled"_s, false}});
    for (std::size_t i = 0; i < units.size(); ++i) {
        const Unit &unit = units[i];
        if (kept[i]) {
            steps.append(step(u"gone"_s, unit.guard)); // the page shows it as done
            continue;
        }
        QJsonArray branch = unit.act;
        branch.append(QJsonObject{{u"text"_s, u"toast"_s}, {u"contains"_s, u"Kept on this laptop"_s}});
        branch.append(unit.effect);
        branch.append(step(u"shot"_s, ackName(i)));
        if (unit.guard == u"leave") {
            for (qsizetype s = 0; s < branch.size(); ++s)
                steps.append(branch.at(s));
            continue;
        }
        steps.append(QJsonObject{{u"if"_s, unit.guard}, {u"steps"_s, branch}});
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

[[nodiscard]] bool isIn(const Unit &unit, const QStringList &lines)
{
    return std::any_of(lines.begin(), lines.end(), [&unit](const QString &line) {
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
    [[nodiscard]] qsizetype acknowledged() const { return acks().size(); }
    [[nodiscard]] QStringList acks() const { return QDir(m_output).entryList({u"kept-*.png"_s}); }
    /// True when so many were acknowledged, false when the program ended before.
    [[nodiscard]] bool reaches(int count)
    {
        const bool in =
            QTest::qWaitFor([&] { return acknowledged() >= count || m_process.state() == QProcess::NotRunning; },
                            kPatienceMs);
        REQUIRE(in);
        return acknowledged() >= count;
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(kPatienceMs);
    }
    /// Lets the script come to its end; nothing when it did all its steps.
    [[nodiscard]] QString finish()
    {
        if (!m_process.waitForFinished(kPatienceMs))
            return u"it does not end"_s;
        const bool well = m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
        return well ? QString() : QString::fromUtf8(m_process.readAll());
    }

private:
    QString m_output;
    QProcess m_process;
};

/// Address and number of a city ticket of the day.
[[nodiscard]] std::pair<QString, QString> cityTicket(const Ctl &laptop)
{
    const Json tickets = laptop({u"tickets"_s});
    for (const Json &ticket : tickets.items(u"tickets"_s)) {
        if (text(ticket, u"area") == u"urban")
            return {text(ticket, u"number"), text(ticket, u"address")};
    }
    FAIL("no ticket in the city");
    return {};
}

} // namespace

TEST_CASE("killing the installer after any acknowledged act loses nothing of it", "[integration][kill]")
{
    Office office;
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s});
    const auto [number, address] = cityTicket(laptop);
    const std::vector<Unit> units = visit();
    std::vector<bool> kept(units.size(), false);
    std::mt19937 random(20261125); // NOLINT(cert-msc51-cpp): the same steps in every run
    QStringList before = traces(laptop({u"show"_s, number}));

    std::size_t kills = 0;
    for (int run = 0; run < 3 * static_cast<int>(kKills) && kills < kKills; ++run) {
        Installer installer(office, u"run-%1"_s.arg(run), script(units, address, kept));
        const int wanted = 1 + static_cast<int>(random() % 2);
        if (!installer.reaches(wanted)) {
            INFO(installer.finish().toStdString());
            REQUIRE(kept.back()); // it ended because nothing was left to do
            break;
        }
        installer.kill(); // in the middle of whatever comes next
        ++kills;
        const QStringList after = traces(laptop({u"show"_s, number}));
        INFO("kill " << kills << " after " << installer.acks().join(u' ').toStdString());
        for (const QString &trace : before)
            CHECK(after.contains(trace));
        for (std::size_t i = 0; i < units.size(); ++i) {
            const bool acknowledged = installer.acks().contains(ackName(i));
            CHECK((!acknowledged || isIn(units[i], after)));
            // What was durable and not acknowledged yet is not to be done again either.
            const bool durable = units[i].type != u"steps.confirmed" && isIn(units[i], after);
            kept[i] = kept[i] || acknowledged || durable;
        }
        before = after;
    }
    CHECK(kills >= 8);

    // Whoever signs in then finds everything, and can go on to the end.
    Installer last(office, u"last"_s, script(units, address, kept));
    CHECK(last.finish() == QString());
    const QStringList after = traces(laptop({u"show"_s, number}));
    for (const QString &trace : before)
        CHECK(after.contains(trace));
    for (const Unit &unit : units) {
        INFO(unit.type.toStdString() << ' ' << unit.part.toStdString());
        CHECK(isIn(unit, after));
    }
    laptop({u"sync"_s, u"--until-idle"_s});
    office.checkAllHolds(laptop);
    CHECK(office.process.stop() == 0);
}
