// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Laptops that tests/data/damaged/damage.py damages: whatever was acknowledged and not sent comes back by the programs
// themselves, and reaches the office.

#include "office_fixture.h"
#include "writes.h"

#include <QDir>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

constexpr int kNoNamespace = 77; // of damage.py

QStringList damage(const QString &kind, const QString &folder)
{
    return {u"python3"_s, u"-B"_s, QStringLiteral(RUHU_TEST_DATA) + u"/damaged/damage.py"_s, kind, folder};
}

/// What the script prints, or what it says and why it ended otherwise than with success.
QString runScript(QStringList line)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    const QString program = line.takeFirst();
    process.start(program, line);
    REQUIRE(process.waitForFinished(kPatienceMs));
    const QString said = QString::fromUtf8(process.readAll());
    INFO(said.toStdString());
    REQUIRE(process.exitCode() == 0);
    return said;
}

/// A laptop with half a day of acts that nobody has sent.
class UnsentDay {
public:
    UnsentDay()
    {
        office.enrol(laptop, u"demo"_s);
        laptop({u"sync"_s, u"--until-idle"_s});
        tickets = office.numbers(laptop);
        laptop({u"walk"_s, tickets.at(0)}); // with photos and signatures
        laptop({u"do"_s, tickets.at(1), u"note.added"_s, uR"({"text":"before the damage"})"_s});
    }

    /// As after a power cut in the middle of the next ticket: the latest commits stand in the WAL alone.
    void cutPower()
    {
        Writes writes(folder() + u"/acts.log"_s);
        const auto walk = laptop.start({u"walk"_s, tickets.at(2)});
        const bool underWay = writes.reach(*walk, 4);
        walk->kill();
        REQUIRE(hasEnded(*walk));
        REQUIRE(underWay);
        REQUIRE(QFileInfo(folder() + u"/local.db-wal"_s).size() > 0);
    }

    [[nodiscard]] QString folder() const { return office.temp.path(u"laptop"_s); }

    /// The acts of this laptop, as its export names them.
    [[nodiscard]] QSet<QString> acts(const Ctl &store) const
    {
        const QString file = office.temp.path(u"export.jsonl"_s);
        QFile::remove(file);
        store({u"export"_s, file});
        QSet<QString> ids;
        for (const QByteArray &line : office.temp.read(u"export.jsonl"_s).split('\n')) {
            const auto entry = readJson(line, {4 * 1024 * 1024, 32});
            if (entry && entry->text(u"journal").value_or(QString()).startsWith(u"device:"_s))
                ids.insert(text(*entry, u"event"));
        }
        return ids;
    }

    /// What a copy that nothing happens to says was acknowledged.
    [[nodiscard]] QSet<QString> acknowledged() const
    {
        copyTo(u"untouched"_s);
        return acts(office.laptop(u"untouched"_s));
    }

    void copyTo(const QString &name) const { runScript({u"cp"_s, u"-a"_s, folder(), office.temp.path(name)}); }

    /// Nothing is lost here, the store holds, the office gets all of it, and work goes on.
    void checkComesBack(const QSet<QString> &wanted) const
    {
        QSet<QString> lost = wanted;
        lost.subtract(acts(laptop));
        CHECK(lost.size() == 0);
        laptop({u"login"_s});
        laptop({u"sync"_s, u"--until-idle"_s}); // fetches what was received before, too
        laptop({u"do"_s, tickets.at(1), u"note.added"_s, uR"({"text":"after the damage"})"_s});
        laptop({u"sync"_s, u"--until-idle"_s});
        office.checkAllHolds(laptop);
        CHECK(number(laptop({u"status"_s}), u"pendingEvents") == 0);
        QSet<QString> missing = wanted;
        const Json stored = office.server({u"events"_s});
        for (const Json &event : stored.items(u"events"_s))
            missing.remove(text(event, u"event"));
        CHECK(missing.size() == 0);
    }

    Office office;
    Ctl laptop = office.laptop();
    QStringList tickets;
};

} // namespace

TEST_CASE("a laptop whose files are damaged comes back with all that was acknowledged and not sent",
          "[integration][damaged]")
{
    const QString kind =
        GENERATE(u"zeroed-header"_s, u"random-pages"_s, u"truncated"_s, u"deleted-wal"_s, u"flipped-byte"_s);
    CAPTURE(kind.toStdString());
    UnsentDay day;
    if (kind == u"deleted-wal"_s)
        day.cutPower();
    const QSet<QString> wanted = day.acknowledged();
    REQUIRE(wanted.size() > 20);
    runScript(damage(kind, day.folder()));
    day.laptop({u"doctor"_s, u"--repair"_s});
    day.checkComesBack(wanted);
}

TEST_CASE("a laptop on a full or write-protected disk says so, and all that was acknowledged is there afterwards",
          "[integration][damaged]")
{
    const QString kind = GENERATE(u"full-disk"_s, u"read-only"_s);
    CAPTURE(kind.toStdString());
    UnsentDay day;
    QSet<QString> wanted = day.acknowledged();
    const Ctl onDisk = day.laptop.through(damage(kind, day.folder()) + QStringList{u"--"_s});
    const Ended read = onDisk.run({u"tickets"_s, u"--json"_s});
    if (read.exitCode == kNoNamespace) {
        WARN("skipped: a disk of its own needs a mount namespace, and none can be had here");
        return;
    }
    const Ended written = onDisk.run({u"do"_s, day.tickets.at(1), u"note.added"_s, uR"({"text":"no room"})"_s});
    INFO(read.err.toStdString() << written.err.toStdString());
    CHECK(written.exitCode == 1);
    CHECK(written.err.contains(kind == u"full-disk"_s ? "[disk-full]" : "[read-only]"));
    day.checkComesBack(wanted);
}

TEST_CASE("a backup that was kept elsewhere gives a laptop back what it lost altogether", "[integration][damaged]")
{
    UnsentDay day;
    const QSet<QString> wanted = day.acknowledged();
    const QString kept = day.office.temp.path(u"stick.db"_s);
    day.laptop({u"backup"_s, kept});
    REQUIRE(QFile::remove(day.folder() + u"/acts.log"_s));
    runScript(damage(u"zeroed-header"_s, day.folder()));
    runScript(damage(u"truncated"_s, day.folder()));
    const Ended wrong = day.laptop.run({u"restore"_s, day.folder() + u"/profile.json"_s});
    CHECK(wrong.exitCode == 2);
    CHECK(number(day.laptop({u"restore"_s, kept}), u"fromBackup") > 0);
    day.checkComesBack(wanted);
}

TEST_CASE("the script of the damages is tested with every damage that it can do", "[integration][damaged]")
{
    const QString kinds = runScript({u"python3"_s, u"-B"_s, damage({}, {}).at(2), u"--list"_s});
    CHECK(kinds.split(u'\n', Qt::SkipEmptyParts)
          == QStringList{u"zeroed-header"_s, u"random-pages"_s, u"truncated"_s, u"deleted-wal"_s, u"flipped-byte"_s,
                         u"full-disk"_s, u"read-only"_s});
}
