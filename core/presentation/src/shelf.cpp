// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/digest.h>
#include <ruhu/presentation/papers.h>

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

/// A built-in document that cannot be read is a mistake of the programmer, met by every test and every start.
[[nodiscard]] domain::Catalogue builtIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("built-in checklist cannot be opened: %s", qUtf8Printable(path));
    const QByteArray document = file.readAll();
    auto catalogue = domain::readCatalogue(document);
    if (!catalogue)
        qFatal("built-in checklist %s: %s", qUtf8Printable(path), qUtf8Printable(catalogue.error().subject));
    catalogue->hash = QString::fromLatin1(crypto::blake2b(document).toHex());
    return std::move(*catalogue);
}

[[nodiscard]] domain::CatalogueShelf readShelf()
{
    domain::CatalogueShelf shelf;
    const QDir folder(u":/ruhu/checklists"_s);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        shelf.add(builtIn(folder.filePath(name)));
    return shelf;
}

} // namespace

const domain::CatalogueShelf &builtInShelf()
{
    static const domain::CatalogueShelf shelf = readShelf();
    return shelf;
}

} // namespace ruhu::presentation
