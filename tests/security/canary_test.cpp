// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Marked personal data goes the whole way of a day: office, laptop, visit, signatures, desk, backup, a power cut and a crash.
// Then every byte below the folder in which all programs lived is searched for the marks.

#include "marks.h"

#include <ruhu_test/programs.h>

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStringEncoder>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

constexpr int kPatienceMs = 120'000;
constexpr qint64 kUnderWay = 100'000; // bytes of write-ahead log: several acts

// ---- What the programs are given ----

QByteArray segment(quint8 marker, const QByteArray &body)
{
    const auto length = static_cast<quint16>(body.size() + 2);
    QByteArray bytes(1, '\xff');
    for (const int byte : {int{marker}, length >> 8, length & 0xff})
        bytes += static_cast<char>(byte);
    return bytes + body;
}

/// A JPEG by its parts, though with nothing to see; the place stands in its EXIF data, in its comment and behind its end.
QByteArray photoWithPlace()
{
    const QByteArray place = kPlaceOfPhoto.toUtf8();
    // One entry: the orientation, which stays.
    const QByteArray tiff = QByteArray::fromHex("49492a0008000000010012010300010000000600000000000000");
    return QByteArray::fromHex("ffd8") + segment(0xE0, QByteArray("JFIF\0\1\1\0\0\1\0\1\0\0", 14))
           + segment(0xE1, QByteArray("Exif\0\0", 6) + tiff + place) + segment(0xFE, place)
           + segment(0xDB, QByteArray(65, '\1'))
           + segment(0xC0, QByteArray::fromHex("08003000400101"
                                               "1100"))
           + segment(0xC4, QByteArray(20, '\2')) + segment(0xDA, QByteArray::fromHex("010100003f00"))
           + QByteArray::fromHex("12ff00345678ffd09abcffd9") + place;
}

QByteArray orders(const QString &phone = kPhone)
{
    QString csv = u"number,services,customer_name,customer_phone,address,accepted_at,kind,access,down_mbps,up_mbps,"
                  "division,account,remark,fault_text,contact_name,contact_phone,assignee\n"_s;
    // An hour ago in China, so that nothing is overdue.
    const QString justNow = QDateTime::currentDateTimeUtc().addSecs(7 * 60 * 60).toString(u"yyyy-MM-dd HH:mm"_s);
    const QString customer = words(u"Quollname"_s) + u',' + phone + u',' + words(u"Quollstreet"_s);
    const QString contact = words(u"Quollcontact"_s) + u',' + kContactPhone;
    QStringList about;
    for (const QString &subject : {u"Quolldivision"_s, u"Quollaccount"_s, u"Quollremark"_s, u"Quollfault"_s})
        about << words(subject);
    for (const QString &number : {u"CN-1"_s, u"CN-2"_s, u"CN-3"_s})
        csv += number + u",broadband,"_s + customer + u',' + justNow + u",repair,ftth,100,20,"_s + about.join(u',')
               + u',' + contact + u",tech\n"_s;
    return csv.toUtf8();
}

/// A visit on which much is said.
QByteArray talkativeVisit()
{
    return uR"({"items":[{"item":"i1","label":"%1","consent":true}],"leftReason":"%2",)"
           uR"("steps":{"H02":{"text":"%3"},"H08":{"options":["logged"]}},)"
           uR"("enquiry":{"kind":"question","text":"%4","person":"%5","phone":"%6","hotlineCalled":true}})"_s
               .arg(words(u"Quollitem"_s), words(u"Quollabsence"_s), words(u"Quollanswer"_s), words(u"Quollenquiry"_s),
                    words(u"Quollasker"_s), kAskerPhone)
               .toUtf8();
}

/// A visit on which much goes wrong.
QByteArray unluckyVisit()
{
    return uR"({"missed":[{"cause":"company","reason":"%1"}],)"
           uR"("admissions":[{"who":"minor-alone","note":"%2","next":"wait"}],)"
           uR"("steps":{"W02":{"options":["charged"]}},)"
           uR"("charge":{"amountFen":6000,"purpose":"%3","accepted":true}})"_s
               .arg(words(u"Quollmissed"_s), words(u"Quolldoor"_s), words(u"Quollcharge"_s))
               .toUtf8();
}

Json object(const QString &name, const QString &value)
{
    Json json;
    json.set(name, value);
    return json;
}

// ---- The office and its people ----

/// An office with three marked orders, a technician's laptop and a supervisor's desk, in surroundings of their own.
class Field {
public:
    Field();

    /// To the signatures and the sign-off.
    void visit();
    void review();
    /// Everything that is refused or goes wrong is told on stderr, and stderr is searched, too.
    void makeTrouble();
    void losePower() const;
    void crash() const;
    /// What support asks for, and files somebody wants.
    void lookAfter() const;

    [[nodiscard]] std::vector<Hit> hits() const { return search(root, marks); }

    Surroundings around;
    QString root = around.temp.path();
    TempDir minds; // what people know: no program lives there
    std::vector<Mark> marks = knownMarks();
    Ctl server{{u"server"_s, u"--data"_s, around.temp.path(u"office"_s)}, {}, &around};
    ServerProcess process{around.temp.path(u"office"_s), &around};
    Ctl laptop = store(u"laptop"_s, u"laptop"_s, know(u"technician"_s, u"Quoll tin ladder 4471"_s));
    Ctl desk = store(u"desk"_s, u"desk"_s, know(u"supervisor"_s, u"Quoll tar barrel 5582"_s));

private:
    /// Answers the file of the password.
    QString know(const QString &who, const QString &password);
    Ctl store(const QString &group, const QString &folder, const QString &passwordFile);
    [[nodiscard]] QString given(const QString &name) const { return around.temp.path(u"given/"_s + name); }
    [[nodiscard]] QString asked(const QString &name) const { return around.temp.path(u"asked/"_s + name); }
    void addUser(const QString &login, const QString &role) const;
    void enrol(const Ctl &whose, const QString &login);
    void act(const QString &type, const Json &body) const;
    void refused(const Ctl &whom, const QStringList &call, const QByteArray &input = {}) const;
    void stopInTheMiddle(const QStringList &walk, int signal) const;

    QString m_usedCode;
};

Field::Field()
{
    REQUIRE(QDir(root).mkpath(u"asked"_s));
    around.temp.write(u"given/orders.csv"_s, orders());
    around.temp.write(u"given/talkative.json"_s, talkativeVisit());
    around.temp.write(u"given/unlucky.json"_s, unluckyVisit());
    around.temp.write(u"given/photo.jpg"_s, photoWithPlace());
    around.temp.write(u"given/strokes.json"_s,
                      R"({"v":1,"strokes":[[[100,100,0,500],[300,200,40,500],[500,120,80,500]]]})");
    server({u"init"_s});
    server({u"team"_s, u"add"_s, u"--name"_s, u"North"_s});
    addUser(u"tech"_s, u"technician"_s);
    addUser(u"boss"_s, u"supervisor"_s);
    server({u"import"_s, u"--format"_s, u"csv"_s, given(u"orders.csv"_s)});
    process.start();
    enrol(desk, u"boss"_s);
    enrol(laptop, u"tech"_s);
    laptop({u"sync"_s, u"--until-idle"_s});
}

QString Field::know(const QString &who, const QString &password)
{
    marks.push_back({Kind::Secret, password});
    return minds.write(who, password.toUtf8() + '\n');
}

Ctl Field::store(const QString &group, const QString &folder, const QString &passwordFile)
{
    return Ctl({group, u"--store"_s, around.temp.path(folder), u"--password-file"_s, passwordFile}, {}, &around);
}

void Field::addUser(const QString &login, const QString &role) const
{
    server({u"user"_s, u"add"_s, u"--user"_s, login, u"--name"_s, login, u"--role"_s, role, u"--team"_s, u"North"_s,
            u"--password-file"_s, minds.path(role)});
}

void Field::enrol(const Ctl &whose, const QString &login)
{
    const Json answer = server({u"enrol-code"_s, u"--user"_s, login});
    m_usedCode = answer.text(u"code"_s).value_or(QString());
    REQUIRE_FALSE(m_usedCode.isEmpty());
    marks.push_back({Kind::Secret, m_usedCode});
    whose({u"enrol"_s, u"--ca"_s, process.caFile(), u"--server"_s, process.url(), u"--user"_s, login, u"--code"_s,
           m_usedCode});
}

void Field::act(const QString &type, const Json &body) const
{
    const Ended done = laptop.run({u"do"_s, u"CN-1"_s, type, u"-"_s}, writeJson(body));
    INFO(type.toStdString() << ": " << done.err.toStdString());
    REQUIRE(done.exitCode == 0);
}

void Field::visit()
{
    act(u"note.added"_s, object(u"text"_s, words(u"Quollnote"_s)));
    laptop({u"walk"_s, u"CN-1"_s, u"--script"_s, given(u"talkative.json"_s), u"--until"_s, u"handed-over"_s});
    laptop({u"attach"_s, u"CN-1"_s, u"K02"_s, given(u"photo.jpg"_s), u"--caption"_s, words(u"Quollcaption"_s)});
    // What a signature is given over, so that it can be given under a name of its own.
    act(u"step.answered"_s, object(u"step"_s, u"S02"_s).set(u"options"_s, Json::Array{Json(u"given"_s)}));
    act(u"step.answered"_s, object(u"step"_s, u"S12"_s).set(u"options"_s, Json::Array{Json(u"declined"_s)}));
    act(u"rating.given"_s, object(u"rating"_s, u"dissatisfied"_s).set(u"reason"_s, words(u"Quollrating"_s)));
    laptop({u"sign"_s, u"CN-1"_s, u"--role"_s, u"customer"_s, u"--strokes"_s, given(u"strokes.json"_s), u"--name"_s,
            words(u"Quollsigner"_s)});
    const Json walked = laptop({u"walk"_s, u"CN-1"_s});
    CHECK(walked.text(u"state"_s) == u"signed-off"_s);
    laptop({u"sync"_s, u"--until-idle"_s});
}

void Field::review()
{
    desk({u"sync"_s, u"--until-idle"_s});
    const Json queue = desk({u"queue"_s});
    CHECK(queue.items(u"queue"_s).size() == 1);
    desk({u"review"_s, u"CN-1"_s, u"return"_s, u"--comment"_s, words(u"Quollreview"_s)});
    desk({u"sync"_s, u"--until-idle"_s});
    laptop({u"sync"_s, u"--until-idle"_s});
}

void Field::refused(const Ctl &whom, const QStringList &call, const QByteArray &input) const
{
    const Ended answer = whom.run(call, input);
    INFO(call.join(u' ').toStdString());
    CHECK(answer.exitCode != 0);
    CHECK_FALSE(answer.err.isEmpty());
}

void Field::makeTrouble()
{
    const QByteArray said = words(u"Quollrating"_s).toUtf8();
    around.temp.write(u"given/bad.csv"_s, orders(words(u"Quollname"_s)));
    around.temp.write(u"given/bad.json"_s, R"({"rating":")" + said + "\"}");
    around.temp.write(u"given/no-photo.jpg"_s, said);
    refused(server, {u"import"_s, u"--format"_s, u"csv"_s, given(u"bad.csv"_s)});
    refused(laptop, {u"walk"_s, u"CN-3"_s, u"--script"_s, given(u"bad.json"_s)});
    refused(laptop, {u"attach"_s, u"CN-3"_s, u"K02"_s, given(u"no-photo.jpg"_s)});
    refused(laptop, {u"do"_s, u"CN-3"_s, u"note.added"_s, u"-"_s}, R"({"text":")" + said);
    refused(laptop, {u"do"_s, u"CN-3"_s, u"rating.given"_s, u"-"_s}, R"({"rating":")" + said + "\"}");
    refused(laptop, {u"do"_s, u"CN-3"_s, u"rating.given"_s, u"-"_s},
            R"({"rating":"neutral","reason":")" + said + "\"}");
    refused(laptop, {u"sign"_s, u"CN-3"_s, u"--role"_s, u"customer"_s, u"--strokes"_s, given(u"strokes.json"_s),
                     u"--name"_s, words(u"Quollsigner"_s)});
    // The photo of this ticket has nothing that could be drawn.
    refused(laptop, {u"pdf"_s, u"CN-1"_s, u"--out"_s, asked(u"no-paper.pdf"_s)});
    refused(store(u"laptop"_s, u"laptop"_s, know(u"typo"_s, u"Quoll tin ladder 4417"_s)), {u"tickets"_s});
    refused(store(u"laptop"_s, u"other"_s, minds.path(u"technician"_s)),
            {u"enrol"_s, u"--ca"_s, process.caFile(), u"--server"_s, process.url(), u"--user"_s, u"tech"_s, u"--code"_s,
             m_usedCode});
    process.kill();
    refused(laptop, {u"sync"_s});
    process.start();
}

void Field::stopInTheMiddle(const QStringList &walk, int signal) const
{
    const auto running = laptop.start(walk);
    const QString log = around.temp.path(u"laptop/local.db-wal"_s);
    QElapsedTimer timer;
    timer.start();
    while (QFileInfo(log).size() < kUnderWay && running->state() == QProcess::Running) {
        REQUIRE(timer.elapsed() < kPatienceMs);
        running->waitForFinished(1);
    }
    REQUIRE(running->state() == QProcess::Running);
    REQUIRE(::kill(static_cast<pid_t>(running->processId()), signal) == 0);
    REQUIRE(running->waitForFinished(kPatienceMs));
    CHECK(running->exitStatus() == QProcess::CrashExit);
}

void Field::losePower() const
{
    stopInTheMiddle({u"walk"_s, u"CN-2"_s, u"--script"_s, given(u"unlucky.json"_s)}, SIGKILL);
}

void Field::crash() const
{
    stopInTheMiddle({u"walk"_s, u"CN-3"_s}, SIGABRT);
}

void Field::lookAfter() const
{
    for (const QString &call : {u"status"_s, u"why"_s, u"tickets"_s, u"rebuild"_s, u"verify"_s, u"doctor"_s})
        laptop({call});
    for (const QString &call : {u"why"_s, u"show"_s, u"allowed"_s})
        laptop({call, u"CN-3"_s});
    // A laptop's backup is sealed as the store is: no exception for it.
    laptop({u"backup"_s, around.temp.path(u"laptop-backup.db"_s)});
    laptop({u"export"_s, asked(u"export.jsonl"_s)});
    const Ended paper = laptop.run({u"pdf"_s, u"CN-2"_s, u"--out"_s, asked(u"order.pdf"_s)});
    CHECK((paper.exitCode == 0 || paper.exitCode == 2)); // 2: built without windows
    server({u"backup"_s, asked(u"office.db"_s)});
    server({u"verify"_s});
    server({u"findings"_s});
}

} // namespace

TEST_CASE("the search finds marks in both encodings and telephone numbers without their spaces", "[security][canary]")
{
    const TempDir temp;
    const std::vector<Mark> marks{{Kind::Personal, kPhone}, {Kind::Personal, u"魈姓名"_s}};
    temp.write(u"a/utf8.log"_s, "before" + u"魈姓名"_s.toUtf8() + "after");
    QStringEncoder utf16(QStringEncoder::Utf16LE);
    const QByteArray memory = utf16.encode(u"138 0000 7301"_s);
    temp.write(u"a/.hidden/core"_s, QByteArray(3, '\0') + memory);
    temp.write(u"bare.txt"_s, "13800007301");
    temp.write(u"nothing.txt"_s, "138 0000 7302");
    QStringList found = leaks(search(temp.path(), marks));
    found.sort();
    CHECK(found
          == QStringList{u"a/.hidden/core: 138 0000 7301"_s, u"a/utf8.log: 魈姓名"_s, u"bare.txt: 138 0000 7301"_s});
    temp.write(u"of 13800007301/empty"_s, {});
    CHECK(namesWithMarks(temp.path(), marks).contains(u"of 13800007301"_s));
}

TEST_CASE("marked personal data lies open in the office's database and in files somebody asked for, nowhere else",
          "[security][canary]")
{
    Field field;
    field.visit();
    field.review();
    field.makeTrouble();
    field.losePower();
    CHECK(leaks(field.hits()) == QStringList()); // as the power cut left it, before anything is opened again
    const QString script = field.around.temp.path(u"given/unlucky.json"_s);
    const Json walked = field.laptop({u"walk"_s, u"CN-2"_s, u"--script"_s, script});
    CHECK(walked.text(u"state"_s) == u"signed-off"_s);
    field.laptop({u"sync"_s, u"--until-idle"_s});
    field.crash();
    CHECK(leaks(field.hits()) == QStringList());
    field.laptop({u"sync"_s, u"--until-idle"_s});
    field.lookAfter();
    REQUIRE(field.process.stop() == 0);

    const std::vector<Hit> hits = field.hits();
    CHECK(leaks(hits) == QStringList());
    CHECK(missingAtTheOffice(hits, field.marks) == QStringList());
    CHECK(unusedPlaces(hits) == QStringList());
    CHECK(namesWithMarks(field.root, field.marks) == QStringList());
}

TEST_CASE("what a program is told by standard input is neither in its arguments nor in the name of a file",
          "[security][canary]")
{
    Field field;
    const auto running = field.laptop.start({u"do"_s, u"CN-1"_s, u"note.added"_s, u"-"_s});
    QFile file(u"/proc/%1/cmdline"_s.arg(running->processId()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray arguments = file.readAll().replace('\0', ' ');
    CHECK(arguments.contains("note.added"));
    CHECK(marksIn(arguments, field.marks) == QStringList());
    running->write(writeJson(object(u"text"_s, words(u"Quollnote"_s))));
    running->closeWriteChannel();
    REQUIRE(running->waitForFinished(kPatienceMs));
    CHECK(running->exitCode() == 0);

    field.laptop({u"walk"_s, u"CN-1"_s, u"--script"_s, field.around.temp.path(u"given/talkative.json"_s)});
    field.laptop({u"sync"_s, u"--until-idle"_s});
    CHECK(namesWithMarks(field.root, field.marks) == QStringList());
    CHECK(field.process.stop() == 0);
}
