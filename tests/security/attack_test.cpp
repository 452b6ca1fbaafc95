// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real programs against somebody who has a laptop's folder, a sign-in of his own, or a field to type into. What can be
// tried at the office's port, at a token and at a message is with the parts it is tried on (label "attack" of their names).

#include "office_fixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

constexpr int kRefused = 5;

void copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString target = to + path.mid(from.size());
        REQUIRE(QDir().mkpath(QFileInfo(target).path()));
        QFile::remove(target);
        REQUIRE(QFile::copy(path, target));
    }
}

Ctl storeOf(const Office &office, const QString &folder, const QString &password)
{
    return Ctl({u"laptop"_s, u"--store"_s, office.temp.path(folder)}, password);
}

QString deviceOf(const Office &office)
{
    const Json devices = office.server({u"device"_s, u"list"_s});
    return text(devices.items(u"devices"_s).front(), u"id");
}

const QStringList &hostileTexts()
{
    static const QStringList texts{
        u"'; DROP TABLE event; --"_s,     u"\" OR 1=1 --"_s,
        u"<script>alert(1)</script>"_s,   u"<img src=x onerror=alert(1)><b>bold</b>&amp;"_s,
        u"%1 %n %s ${HOME} $(id) `id`"_s, u"../../etc/passwd"_s,
        u"=1+2 @SUM(A1) +3 -4"_s,
    };
    return texts;
}

} // namespace

TEST_CASE("a stolen copy of a laptop's folder opens with no guess, and once the laptop is blocked it gets nothing",
          "[security][attack]")
{
    const Office office;
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s, u"--until-idle"_s});
    const QString thiefs = u"thief"_s;
    copyFolder(office.temp.path(u"laptop"_s), office.temp.path(thiefs));

    // He has the files and the program, but not the password.
    const Ctl guessing = storeOf(office, thiefs, u"Blue-Ladder-2718"_s);
    for (const char *call : {"status", "tickets", "verify", "sync", "login"}) {
        CAPTURE(call);
        const Ended ended = guessing.run({QString::fromLatin1(call)});
        CHECK(ended.exitCode == kRefused);
        CHECK_FALSE(ended.out.contains("customer"));
    }
    // Now he has it, and the office knows that the laptop is gone.
    const Ctl knowing = storeOf(office, thiefs, u"Blue-Ladder-2719"_s);
    office.server({u"device"_s, u"block"_s, deviceOf(office)});
    const Ended sync = knowing.run({u"sync"_s, u"--until-idle"_s});
    CHECK(sync.exitCode == kRefused);
    CHECK((sync.out.contains("revoked") || sync.err.contains("revoked")));
    CHECK(knowing.run({u"login"_s}).exitCode == kRefused);
    // The owner's folder is in the same boat, and keeps what it has.
    const Json kept = laptop({u"verify"_s});
    CHECK(kept.boolean(u"ok"_s) == true);
}

TEST_CASE("a laptop's files under another person's key, profile or server open nothing", "[security][attack]")
{
    const Office office;
    const Ctl mine = office.laptop(u"mine"_s);
    const Ctl other = office.laptop(u"other"_s);
    office.enrol(mine, u"demo"_s);
    office.enrol(other, u"colleague"_s);
    for (const Ctl *store : {&mine, &other})
        (*store)({u"sync"_s, u"--until-idle"_s});
    const auto exchanged = [&](const QStringList &files) {
        copyFolder(office.temp.path(u"mine"_s), office.temp.path(u"mixed"_s));
        for (const QString &file : files) {
            QFile::remove(office.temp.path(u"mixed/"_s + file));
            REQUIRE(QFile::copy(office.temp.path(u"other/"_s + file), office.temp.path(u"mixed/"_s + file)));
        }
        return office.laptop(u"mixed"_s).run({u"tickets"_s});
    };
    // Both have the same password here, so only the keys stand between them.
    const QStringList keys{u"key.json"_s, u"key.copy.json"_s};
    const QStringList profiles{u"profile.json"_s, u"profile.copy.json"_s};
    const QStringList database{u"local.db"_s};
    for (const QStringList &files : {keys, profiles, database, QStringList{u"lease.sealed"_s}, keys + profiles}) {
        CAPTURE(files.join(u' ').toStdString());
        const Ended ended = exchanged(files);
        CHECK(ended.exitCode != 0);
        CHECK_FALSE(ended.out.contains("customer"));
    }
    for (const Ctl *store : {&mine, &other})
        CHECK((*store)({u"verify"_s}).boolean(u"ok"_s) == true);
}

TEST_CASE("whatever somebody types into a field is kept as text and does nothing", "[security][attack]")
{
    const Office office;
    QString csv = u"number,services,customer_name,customer_phone,address,accepted_at,division,account,remark,"
                  "contact_name,contact_phone,assignee\n"_s;
    const auto quoted = [](QString field) -> QString { return u'"' + field.replace(u'"', u"\"\""_s) + u'"'; };
    for (qsizetype i = 0; i < hostileTexts().size(); ++i) {
        const QString field = quoted(hostileTexts().at(i));
        csv += u"HX-%1,broadband,"_s.arg(i) + field + u",13800001234,"_s + field + u",2026-03-02 09:00,"_s + field
               + u',' + field + u',' + field + u',' + field + u",13800005678,demo\n"_s;
    }
    office.temp.write(u"orders.csv"_s, csv.toUtf8());
    office.server({u"import"_s, u"--format"_s, u"csv"_s, office.temp.path(u"orders.csv"_s)});
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s, u"--until-idle"_s});
    for (qsizetype i = 0; i < hostileTexts().size(); ++i) {
        const QString ticket = u"HX-%1"_s.arg(i);
        Json note;
        note.set(u"text"_s, hostileTexts().at(i));
        laptop({u"do"_s, ticket, u"note.added"_s, QString::fromUtf8(writeJson(note))});
    }
    laptop({u"sync"_s, u"--until-idle"_s});
    for (qsizetype i = 0; i < hostileTexts().size(); ++i) {
        CAPTURE(hostileTexts().at(i).toStdString());
        const QByteArray shown = writeJson(laptop({u"show"_s, u"HX-%1"_s.arg(i)}));
        Json expected;
        expected.set(u"t"_s, hostileTexts().at(i));
        const QByteArray asJson = writeJson(expected).mid(5).chopped(1); // the value as JSON writes it
        // Name, address, division, account, remark, contact and the note: nothing is cut, doubled or interpreted.
        CHECK(shown.count(asJson) >= 7);
    }
    office.checkAllHolds(laptop);
    // In names and calls of the office as well: refused in words or kept, never obeyed.
    for (const QString &hostile : hostileTexts()) {
        const Ended added = office.server.run({u"user"_s, u"add"_s, u"--user"_s, hostile, u"--name"_s, hostile,
                                               u"--role"_s, hostile, u"--team"_s, hostile});
        CHECK(added.exitCode != 0);
        CHECK(office.server.run({u"session"_s, u"end"_s, u"--user"_s, hostile}).exitCode != 0);
        CHECK(office.server.run({u"device"_s, u"block"_s, hostile}).exitCode != 0);
    }
    CHECK(office.server({u"verify"_s}).boolean(u"ok"_s) == true);
}
