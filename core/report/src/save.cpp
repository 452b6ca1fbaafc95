// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/report/report.h>

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace ruhu::report {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Once a file is open, writing to it fails for want of room, also when a write is merely short and names no error;
/// putting it in place fails for want of rights.
[[nodiscard]] Error errorOf(const QSaveFile &file)
{
    const bool noRights = file.error() == QFileDevice::RenameError || file.error() == QFileDevice::PermissionsError;
    return {!noRights ? ErrorCode::DiskFull : ErrorCode::ReadOnly, file.errorString(), file.fileName()};
}

} // namespace

Result<void> savePdf(const domain::Paper &paper, const QString &path)
{
    const QFileInfo target(path);
    if (!target.absoluteDir().exists())
        return Error{ErrorCode::NotFound, u"the folder does not exist"_s, target.absolutePath()};
    if (target.exists() && !target.isFile())
        return Error{ErrorCode::ReadOnly, u"not an ordinary file"_s, path};
    const auto bytes = makePdf(paper);
    if (!bytes)
        return bytes.error();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::ReadOnly, file.errorString(), path};
    if (file.write(*bytes) != bytes->size() || !file.flush()) {
        const Error error = errorOf(file);
        file.cancelWriting();
        return error;
    }
    return file.commit() ? Result<void>() : errorOf(file);
}

} // namespace ruhu::report
