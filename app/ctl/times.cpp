// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "times.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {

QString utcText(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

Json utcJson(const std::optional<WallTime> &time)
{
    return time ? Json(utcText(*time)) : Json();
}

Result<WallTime> parseTime(const QString &text, const QString &option)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return Error{ErrorCode::InvalidInput, u"a time looks like 2026-11-22T14:00:00+08:00"_s, option};
    return wallTimeFromMs(time.toMSecsSinceEpoch());
}

Result<QDate> parseDay(const QString &text, const QString &option)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return Error{ErrorCode::InvalidInput, u"a day such as 2026-11-25"_s, option};
    return day;
}

} // namespace ruhu::ctl
