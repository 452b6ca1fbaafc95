// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "invocation.h"

#include <QFile>
#include <QSaveFile>

#include <cerrno>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {
namespace {

constexpr qint64 kMaxPasswordFile = 4096;

[[nodiscard]] bool isFlag(const QString &name)
{
    static const QSet<QString> flags = {u"json"_s,   u"demo"_s, u"until-idle"_s, u"coverage"_s,
                                        u"repair"_s, u"help"_s, u"version"_s};
    return flags.contains(name);
}

} // namespace

Result<Invocation> parseArguments(const QStringList &arguments)
{
    Invocation invocation;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == "--"_L1) {
            invocation.words += arguments.mid(i + 1);
            break;
        }
        if (!argument.startsWith("--"_L1)) {
            invocation.words << argument;
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        if (isFlag(name)) {
            if (equals >= 0)
                return Error{ErrorCode::InvalidInput, u"takes no value"_s, argument.left(equals)};
            invocation.flags << name;
            continue;
        }
        if (equals < 0 && i + 1 >= arguments.size())
            return Error{ErrorCode::InvalidInput, u"needs a value"_s, argument};
        invocation.values[name] << (equals < 0 ? arguments[++i] : argument.mid(equals + 1));
    }
    return invocation;
}

Result<QString> password(const Invocation &invocation)
{
    const QString file = invocation.value(u"password-file"_s);
    if (!file.isEmpty())
        return passwordIn(file);
    const QByteArray bytes = qgetenv("RUHU_PASSWORD");
    if (bytes.isEmpty())
        return Error{ErrorCode::InvalidInput, u"give the password by --password-file or RUHU_PASSWORD"_s,
                     u"password"_s};
    return QString::fromUtf8(bytes);
}

Result<QString> passwordIn(const QString &file)
{
    auto bytes = readArgumentFile(file, kMaxPasswordFile);
    if (!bytes)
        return bytes.error();
    if (bytes->endsWith('\n'))
        bytes->chop(1);
    if (bytes->endsWith('\r'))
        bytes->chop(1);
    if (bytes->isEmpty())
        return Error{ErrorCode::InvalidInput, u"there is no password in the file"_s, file};
    return QString::fromUtf8(*bytes);
}

Result<QByteArray> readArgumentFile(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    const bool opened = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return Error{ErrorCode::NotFound, u"cannot read the file"_s, path};
    QByteArray bytes = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::NotFound, u"cannot read the file"_s, path};
    if (bytes.size() > maxBytes)
        return Error{ErrorCode::TooLarge, u"the file is too large"_s, path};
    return bytes;
}

Result<void> writeResultFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::ReadOnly, u"cannot write the file"_s, path};
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    errno = 0;
    if (file.write(bytes) != bytes.size() || !file.commit())
        return Error{errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::ReadOnly, u"cannot write the file"_s, path};
    return {};
}

} // namespace ruhu::ctl
