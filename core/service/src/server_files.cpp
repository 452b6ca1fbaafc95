// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_data.h"

#include <ruhu/crypto/certificates.h>
#include <ruhu/service/certificates.h>

#include <QFile>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr int kAuthorityDays = 3650;
constexpr int kServerDays = 825;

Result<void> writeFile(const QString &path, const QByteArray &bytes, QFile::Permissions permissions)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::ReadOnly, u"cannot write the file"_s, path};
    // Before the first byte is in it: a secret is at no time readable by others.
    file.setPermissions(permissions);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::DiskFull, u"cannot write the file"_s, path};
    return {};
}

} // namespace

QString databasePath(const QString &directory, const QString &databaseFile)
{
    return databaseFile.isEmpty() ? directory + u"/server.db"_s : databaseFile;
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, u"no such file"_s, path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotAllowed, u"cannot read the file"_s, path};
    return file.readAll();
}

Result<void> writeSecretFile(const QString &path, const QByteArray &bytes)
{
    return writeFile(path, bytes, QFile::ReadOwner | QFile::WriteOwner);
}

Result<void> writeCertificates(const QString &directory, const QStringList &names, const Clock &clock)
{
    auto authority = crypto::makeAuthority(u"Ruhu server authority"_s, clock.now(), kAuthorityDays);
    if (!authority)
        return authority.error();
    auto server = crypto::issueServerCertificate(*authority, names, clock.now(), kServerDays);
    if (!server)
        return server.error();
    const QFile::Permissions open = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
    const QFile::Permissions secret = QFile::ReadOwner | QFile::WriteOwner;
    const std::tuple<QString, QByteArray, QFile::Permissions> files[] = {
        {u"/ca.pem"_s, authority->certificatePem, open},
        {u"/ca-key.pem"_s, authority->keyPem, secret},
        {u"/server-key.pem"_s, server->keyPem, secret},
        {u"/server.pem"_s, server->certificatePem, open},
    };
    for (const auto &[name, bytes, permissions] : files) {
        if (auto written = writeFile(directory + name, bytes, permissions); !written)
            return written;
    }
    return {};
}

} // namespace ruhu::service
