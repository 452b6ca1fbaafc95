// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "golden.h"

#include <ruhu_test/catch_qt.h>

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {

void compareWithGolden(const QString &name, const QString &text)
{
    QFile file(QStringLiteral(RUHU_GOLDEN) + u"/walks/"_s + name);
    if (qEnvironmentVariableIsSet("RUHU_UPDATE_GOLDEN")) {
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return;
    }
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(file.readAll()) == text);
}

int touchesOf(const domain::Payload &payload)
{
    if (std::holds_alternative<domain::AppointmentBooked>(payload))
        return 3; // day, time, confirm; person and phone are filled in
    if (std::holds_alternative<domain::PhotoAttached>(payload)
        || std::holds_alternative<domain::SignatureGiven>(payload))
        return 2; // open, accept
    return 1;
}

QByteArray serviceCodeBytes()
{
    QFile file(u":/ruhu/checklists/service-code.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace ruhu::test
