// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/files.h>
#include <ruhu_test/temp_dir.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace ruhu::test {

TempDir::TempDir()
{
    INFO(m_dir.errorString().toStdString());
    REQUIRE(m_dir.isValid());
}

QString TempDir::write(const QString &name, const QByteArray &bytes) const
{
    const QString target = path(name);
    REQUIRE(QDir().mkpath(QFileInfo(target).path()));
    QFile file(target);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(file.write(bytes) == bytes.size());
    file.close();
    REQUIRE(file.error() == QFileDevice::NoError);
    return target;
}

QByteArray TempDir::read(const QString &name) const
{
    return bytesOf(path(name));
}

} // namespace ruhu::test
