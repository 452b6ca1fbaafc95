// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/no_warnings.h>
#include <ruhu_test/temp_dir.h>

#include <ruhu/base/logging.h>

#include <QDir>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;
using ruhu::test::NoWarnings;
using ruhu::test::TempDir;

TEST_CASE("the warnings fixture sees a warning and lets the allowed ones through", "[support]")
{
    NoWarnings guard;
    guard.allow(u"expected noise"_s);
    qCWarning(lcStore) << "some expected noise";
    qCWarning(lcStore) << "This plugin does not support propagateSizeHints()";
    CHECK(guard.take().isEmpty());
    qCWarning(lcStore) << "a surprise";
    CHECK(guard.take() == QStringList{u"a surprise"_s});
}

TEST_CASE("a temporary folder is gone with its contents", "[support]")
{
    QString path;
    {
        const TempDir dir;
        path = dir.path();
        dir.write(u"deep/er/file"_s, "bytes");
        CHECK(dir.read(u"deep/er/file"_s) == "bytes");
    }
    CHECK_FALSE(QDir(path).exists());
}

TEST_CASE("tests run in one locale and time zone whatever the machine has", "[support]")
{
    CHECK(qgetenv("TZ") == "UTC");
    CHECK(QLocale() == QLocale::c());
    CHECK(QDateTime::fromMSecsSinceEpoch(0).toString(Qt::ISODate).startsWith(u"1970-01-01T00:00:00"));
}

TEST_CASE("values print as text in a failed assertion", "[support]")
{
    CHECK(Catch::Detail::stringify(u"入户"_s) == "\"入户\"");
    CHECK(Catch::Detail::stringify(QString()) == "null QString");
    CHECK(Catch::Detail::stringify(QByteArray("\x00\x01", 2)) == "hex:00 01");
    CHECK(Catch::Detail::stringify(ruhu::ErrorCode::Busy) == "busy");
    CHECK(Catch::Detail::stringify(ruhu::TicketId()) == "00000000-0000-0000-0000-000000000000");
}
