// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "marks.h"

#include <ruhu_test/catch_qt.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStringEncoder>

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

/// Where marks may lie, by the beginning of the path below the surroundings. Secrets may lie nowhere.
struct Place {
    QString start;
    std::vector<Kind> kinds;
    QString reason;
};

const std::vector<Place> &places()
{
    static const std::vector<Place> list{
        {u"given/"_s, {Kind::Personal, Kind::Hidden}, u"the test wrote it for the programs to read"_s},
        {u"office/server.db"_s, {Kind::Personal}, u"the office keeps its data in clear: decision 0012"_s},
        {u"asked/"_s, {Kind::Personal}, u"somebody asked for a file of this name"_s},
    };
    return list;
}

/// Two marks for every text: Latin letters and Chinese ones.
const std::map<QString, QString> &subjects()
{
    static const std::map<QString, QString> list{
        {u"Quollname"_s, u"魈姓名"_s},      {u"Quollstreet"_s, u"魈街道"_s},  {u"Quolldivision"_s, u"魈区县"_s},
        {u"Quollaccount"_s, u"魈账号"_s},   {u"Quollremark"_s, u"魈备注"_s},  {u"Quollfault"_s, u"魈故障"_s},
        {u"Quollcontact"_s, u"魈联系人"_s}, {u"Quollnote"_s, u"魈便条"_s},    {u"Quollanswer"_s, u"魈答案"_s},
        {u"Quollitem"_s, u"魈物品"_s},      {u"Quollabsence"_s, u"魈离场"_s}, {u"Quollenquiry"_s, u"魈咨询"_s},
        {u"Quollasker"_s, u"魈咨询人"_s},   {u"Quollcaption"_s, u"魈图注"_s}, {u"Quollsigner"_s, u"魈签名"_s},
        {u"Quollrating"_s, u"魈评价"_s},    {u"Quollmissed"_s, u"魈改约"_s},  {u"Quolldoor"_s, u"魈开门"_s},
        {u"Quollcharge"_s, u"魈收费"_s},    {u"Quollreview"_s, u"魈复核"_s},
    };
    return list;
}

/// As written and without spaces and hyphens, as files and as texts in memory have it.
std::vector<QByteArray> spellings(const QString &text)
{
    const QString bare = QString(text).remove(u' ').remove(u'-');
    std::vector<QByteArray> list;
    for (const QString &spelling : {text, bare}) {
        QStringEncoder utf16(QStringEncoder::Utf16LE);
        list.push_back(spelling.toUtf8());
        list.push_back(utf16.encode(spelling));
    }
    return list;
}

bool holds(const QByteArray &bytes, const Mark &mark)
{
    const auto list = spellings(mark.text);
    return std::any_of(list.begin(), list.end(), [&](const QByteArray &spelling) { return bytes.contains(spelling); });
}

bool allows(const Place &place, const Hit &hit)
{
    const bool kind = std::find(place.kinds.begin(), place.kinds.end(), hit.mark.kind) != place.kinds.end();
    return kind && hit.file.startsWith(place.start);
}

} // namespace

QString words(const QString &subject)
{
    return subject + u' ' + subjects().at(subject);
}

std::vector<Mark> knownMarks()
{
    std::vector<Mark> marks{{Kind::Personal, kPhone},
                            {Kind::Personal, kContactPhone},
                            {Kind::Personal, kAskerPhone},
                            {Kind::Hidden, kPlaceOfPhoto}};
    for (const auto &[latin, chinese] : subjects()) {
        marks.push_back({Kind::Personal, latin});
        marks.push_back({Kind::Personal, chinese});
    }
    return marks;
}

QStringList marksIn(const QByteArray &bytes, const std::vector<Mark> &marks)
{
    QStringList found;
    for (const Mark &mark : marks) {
        if (holds(bytes, mark))
            found << mark.text;
    }
    return found;
}

std::vector<Hit> search(const QString &folder, const std::vector<Mark> &marks)
{
    std::vector<Hit> hits;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        INFO(file.fileName().toStdString());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const Mark &mark : marks) {
            if (holds(bytes, mark))
                hits.push_back({QDir(folder).relativeFilePath(file.fileName()), mark});
        }
    }
    return hits;
}

QStringList namesWithMarks(const QString &folder, const std::vector<Mark> &marks)
{
    QStringList found;
    QDirIterator names(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (names.hasNext()) {
        const QString name = QDir(folder).relativeFilePath(names.next());
        if (!marksIn(name.toUtf8(), marks).isEmpty())
            found << name;
    }
    return found;
}

QStringList leaks(const std::vector<Hit> &hits)
{
    QStringList list;
    for (const Hit &hit : hits) {
        const bool allowed =
            std::any_of(places().begin(), places().end(), [&](const Place &place) { return allows(place, hit); });
        if (!allowed)
            list << hit.file + u": "_s + hit.mark.text;
    }
    return list;
}

QStringList unusedPlaces(const std::vector<Hit> &hits)
{
    QStringList list;
    for (const Place &place : places()) {
        if (std::none_of(hits.begin(), hits.end(), [&](const Hit &hit) { return allows(place, hit); }))
            list << place.start + u": "_s + place.reason;
    }
    return list;
}

QStringList missingAtTheOffice(const std::vector<Hit> &hits, const std::vector<Mark> &marks)
{
    QStringList list;
    for (const Mark &mark : marks) {
        const bool found = std::any_of(hits.begin(), hits.end(), [&](const Hit &hit) {
            return hit.mark.text == mark.text && hit.file.startsWith(u"office/server.db"_s);
        });
        if (mark.kind == Kind::Personal && !found)
            list << mark.text;
    }
    return list;
}

} // namespace ruhu::test
