// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/roles.h>

#include <QFile>

namespace ruhu::test {

using namespace Qt::Literals::StringLiterals;

QByteArray rolesBytes()
{
    QFile file(u":/ruhu/office/roles.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the resource of the roles is not linked into this test");
    return file.readAll();
}

const domain::Roles &roles()
{
    static const domain::Roles document = [] {
        auto read = domain::readRoles(rolesBytes());
        if (!read)
            qFatal("the roles cannot be read: %s", qPrintable(read.error().subject));
        return *read;
    }();
    return document;
}

} // namespace ruhu::test
