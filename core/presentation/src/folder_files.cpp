// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folder_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {

Result<void> moveAside(const QString &directory, const QString &name, WallTime now)
{
    const QString aside = directory + u'/' + name + u'-' + QString::number(toMs(now));
    if (!QDir().mkpath(aside))
        return Error{ErrorCode::ReadOnly, u"cannot make the folder"_s, aside};
    for (const QLatin1String file : kOwnFiles) {
        const QString from = directory + u'/' + file;
        if (QFileInfo::exists(from) && !QFile::rename(from, aside + u'/' + file))
            return Error{ErrorCode::ReadOnly, u"cannot move the file"_s, from};
    }
    return {};
}

} // namespace ruhu::presentation
