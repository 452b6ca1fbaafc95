// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/office_catalogue.h>
#include <ruhu/presentation/papers.h>

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

// A built-in document that cannot be read is a mistake of the programmer, met by every test and every start.

[[nodiscard]] QByteArray builtInBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("built-in document cannot be opened: %s", qUtf8Printable(path));
    return file.readAll();
}

template<typename T>
[[nodiscard]] T mustRead(Result<T> document, const QString &path)
{
    if (!document)
        qFatal("built-in document %s: %s", qUtf8Printable(path), qUtf8Printable(document.error().subject));
    return *std::move(document);
}

[[nodiscard]] domain::Catalogue builtIn(const QString &path)
{
    const QByteArray document = builtInBytes(path);
    auto catalogue = mustRead(domain::readCatalogue(document), path);
    catalogue.hash = QString::fromLatin1(crypto::blake2b(document).toHex());
    return catalogue;
}

[[nodiscard]] std::shared_ptr<const domain::OfficeCatalogue> builtInOfficeCases()
{
    const QString path = u":/ruhu/office/office-cases.json"_s;
    return std::make_shared<domain::OfficeCatalogue>(mustRead(domain::readOfficeCatalogue(builtInBytes(path)), path));
}

[[nodiscard]] domain::CatalogueShelf readShelf()
{
    domain::CatalogueShelf shelf;
    const QDir folder(u":/ruhu/checklists"_s);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        shelf.add(builtIn(folder.filePath(name)));
    shelf.setOfficeCases(builtInOfficeCases());
    return shelf;
}

} // namespace

const domain::CatalogueShelf &builtInShelf()
{
    static const domain::CatalogueShelf shelf = readShelf();
    return shelf;
}

} // namespace ruhu::presentation
