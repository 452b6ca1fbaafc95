// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session_world.h"

#include <ruhu/base/json.h>

#include <QFile>

#include <cstring>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

constexpr char kMask = 0x5a; // what is looked for must not stand there because it is looked for
constexpr quint64 kLargestArea = 1ULL << 30; // a sanitizer's shadow is larger, and holds no data

[[nodiscard]] QByteArray masked(QByteArray bytes)
{
    for (char &byte : bytes)
        byte = static_cast<char>(byte ^ kMask);
    return bytes;
}

/// An address and the one behind its end, as /proc writes them.
[[nodiscard]] std::pair<quint64, quint64> areaOf(const QByteArray &line)
{
    const QList<QByteArray> ends = line.left(line.indexOf(' ')).split('-');
    return {ends.value(0).toULongLong(nullptr, 16), ends.value(1).toULongLong(nullptr, 16)};
}

/// Whether the bytes stand anywhere in what this process can write to.
[[nodiscard]] bool isInMemory(const QByteArray &hidden)
{
    QFile maps(u"/proc/self/maps"_s);
    QFile memory(u"/proc/self/mem"_s);
    REQUIRE(maps.open(QIODevice::ReadOnly));
    REQUIRE(memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    const QList<QByteArray> lines = maps.readAll().split('\n');
    QByteArray needle = masked(hidden);
    const char last = needle.back();
    needle.chop(1); // so that the needle itself is none of what is found
    int found = 0;
    for (const QByteArray &line : lines) {
        const auto [begin, end] = areaOf(line);
        if (!line.contains(" rw") || end - begin > kLargestArea || !memory.seek(static_cast<qint64>(begin)))
            continue;
        QByteArray area = memory.read(static_cast<qint64>(end - begin));
        for (qsizetype at = area.indexOf(needle); at >= 0; at = area.indexOf(needle, at + 1)) {
            const qsizetype behind = at + needle.size();
            found += behind < area.size() && area.at(behind) == last ? 1 : 0;
        }
        std::memset(area.data(), 0, static_cast<std::size_t>(area.size()));
    }
    std::memset(needle.data(), 0, static_cast<std::size_t>(needle.size()));
    return found > 0;
}

[[nodiscard]] crypto::WipedBytes dataKeyOf(OfficeWorld &world)
{
    const auto json = must(readJson(world.temp.read(u"laptop/key.json"_s)));
    return must(crypto::unwrapKey(json.text(u"dataKey").value_or(QString()).toUtf8(), kPassword));
}

} // namespace

TEST_CASE("neither a laptop that is locked nor one that is open has its data key in memory", "[presentation][memory]")
{
    OfficeWorld world;
    enrolled(world, u"laptop"_s).reset();
    QByteArray hidden;
    {
        const crypto::WipedBytes key = dataKeyOf(world);
        hidden = masked(key);
        CHECK(isInMemory(hidden)); // what is there is found
    }
    CHECK_FALSE(isInMemory(hidden));
    const auto session = must(presentation::FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
    REQUIRE(session->unlock(kPassword));
    CHECK(must(session->tickets()).size() == 0); // enrolled and not synced
    CHECK_FALSE(isInMemory(hidden));
    session->lock();
    CHECK_FALSE(isInMemory(hidden));
    must(signIn(*session, kPassword));
    session->lock();
    CHECK_FALSE(isInMemory(hidden));
}
