// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/forms.h>
#include <ruhu/domain/roles.h>
#include <ruhu/presentation/papers.h>

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

// A built-in document that cannot be read is a mistake of the programmer, met by every test and every start.

[[nodiscard]] QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("built-in document cannot be opened: %s", qUtf8Printable(path));
    return file.readAll();
}

[[nodiscard]] QString hashOf(const QByteArray &document)
{
    return QString::fromLatin1(crypto::blake2b(document).toHex());
}

/// Every reference document carried, in all its versions, by the hash the service codes name it by.
[[nodiscard]] std::map<QString, QByteArray> referenceDocuments()
{
    std::map<QString, QByteArray> documents;
    const QDir folder(u":/ruhu/catalogues"_s);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QByteArray document = bytesOf(folder.filePath(name));
        documents[hashOf(document)] = document;
    }
    return documents;
}

[[nodiscard]] domain::Catalogue builtIn(const QString &path, const std::map<QString, QByteArray> &documents)
{
    const QByteArray document = bytesOf(path);
    auto catalogue = domain::readCatalogue(document, documents);
    if (!catalogue)
        qFatal("built-in checklist %s: %s %s", qUtf8Printable(path), qUtf8Printable(catalogue.error().subject),
               qUtf8Printable(catalogue.error().detail));
    catalogue->hash = hashOf(document);
    return std::move(*catalogue);
}

template<typename T>
[[nodiscard]] T builtInDocument(const QString &path, Result<T> (*read)(const QByteArray &))
{
    auto document = read(bytesOf(path));
    if (!document)
        qFatal("built-in document %s: %s %s", qUtf8Printable(path), qUtf8Printable(document.error().subject),
               qUtf8Printable(document.error().detail));
    return *std::move(document);
}

[[nodiscard]] domain::CatalogueShelf readShelf()
{
    domain::CatalogueShelf shelf;
    shelf.setDocuments(referenceDocuments());
    const QDir folder(u":/ruhu/checklists"_s);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        shelf.add(builtIn(folder.filePath(name), shelf.documents()));
    shelf.setOfficeCases(std::make_shared<const domain::OfficeCatalogue>(
        builtInDocument(u":/ruhu/office/office-cases.json"_s, domain::readOfficeCatalogue)));
    shelf.setRoles(
        std::make_shared<const domain::Roles>(builtInDocument(u":/ruhu/office/roles.json"_s, domain::readRoles)));
    return shelf;
}

} // namespace

const domain::CatalogueShelf &builtInShelf()
{
    static const domain::CatalogueShelf shelf = readShelf();
    return shelf;
}

const domain::FormCatalogue &builtInForms()
{
    static const domain::FormCatalogue forms = builtInDocument(u":/ruhu/papers/forms.json"_s, domain::readForms);
    return forms;
}

} // namespace ruhu::presentation
