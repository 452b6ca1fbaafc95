// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/office_cases.h>

#include <QFile>

namespace ruhu::test {

using namespace Qt::Literals::StringLiterals;

QByteArray officeCasesBytes()
{
    QFile file(u":/ruhu/office/office-cases.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the resource of the office's cases is not linked into this test");
    return file.readAll();
}

const domain::OfficeCatalogue &officeCases()
{
    static const domain::OfficeCatalogue catalogue = [] {
        auto read = domain::readOfficeCatalogue(officeCasesBytes());
        if (!read)
            qFatal("the office's cases cannot be read: %s", qPrintable(read.error().subject));
        return *read;
    }();
    return catalogue;
}

} // namespace ruhu::test
