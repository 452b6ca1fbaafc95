// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Service codes that were published after this program was built.

#include "client_store_private.h"

#include <ruhu/base/logging.h>
#include <ruhu/crypto/digest.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

constexpr qsizetype kHashDigits = 64;

/// What is no hash cannot be asked for, nor kept.
bool isHash(const QString &text)
{
    const auto isDigit = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return text.size() == kHashDigits && std::all_of(text.begin(), text.end(), isDigit);
}

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(crypto::blake2b(bytes).toHex());
}

Result<domain::Catalogue> readDocument(const QString &hash, const QByteArray &bytes)
{
    auto catalogue = domain::readCatalogue(bytes);
    if (catalogue)
        catalogue->hash = hash;
    return catalogue;
}

} // namespace

std::shared_ptr<const domain::Catalogue> ClientStore::Private::catalogue(const QString &hash) const
{
    auto known = shelf.held(hash);
    return known ? known : fetched.held(hash);
}

Result<void> ClientStore::Private::loadDocuments()
{
    return forEach(query(*database, "SELECT hash, body FROM document"), [this](const Statement &row) -> Result<void> {
        const QString hash = row.text(0);
        const QByteArray bytes = row.blob(1);
        // Bytes that changed on the disk are as good as none: the server has them.
        if (hashOf(bytes) != hash) {
            qCWarning(lcStore) << "a kept document is damaged and is fetched again";
            return {};
        }
        auto read = readDocument(hash, bytes);
        if (read)
            fetched.add(std::move(*read));
        else
            unreadable.insert_or_assign(hash, read.error());
        return {};
    });
}

Result<std::vector<QString>> ClientStore::Private::unknownCatalogues()
{
    std::vector<QString> unknown;
    const auto read = forEach(query(*database, "SELECT DISTINCT catalogue FROM ticket ORDER BY catalogue"),
                              [&](const Statement &row) -> Result<void> {
                                  const QString hash = row.text(0);
                                  if (isHash(hash) && !catalogue(hash))
                                      unknown.push_back(hash);
                                  return {};
                              });
    if (!read)
        return read.error();
    return unknown;
}

std::shared_ptr<const domain::Catalogue> ClientStore::catalogue(const QString &hash) const
{
    return m_d->catalogue(hash);
}

Result<std::vector<QString>> ClientStore::missingDocuments()
{
    auto unknown = m_d->unknownCatalogues();
    if (!unknown)
        return unknown;
    const auto isKept = [this](const QString &hash) { return m_d->unreadable.count(hash) > 0; };
    unknown->erase(std::remove_if(unknown->begin(), unknown->end(), isKept), unknown->end());
    return unknown;
}

Result<std::map<QString, Error>> ClientStore::unreadableDocuments()
{
    const auto unknown = m_d->unknownCatalogues();
    if (!unknown)
        return unknown.error();
    std::map<QString, Error> problems;
    for (const QString &hash : *unknown) {
        if (const auto problem = m_d->unreadable.find(hash); problem != m_d->unreadable.end())
            problems.insert(*problem);
    }
    return problems;
}

Result<std::vector<TicketId>> ClientStore::keepDocument(const QString &hash, const QByteArray &bytes)
{
    Private &d = *m_d;
    if (!isHash(hash) || hashOf(bytes) != hash)
        return Error{ErrorCode::Damaged, u"the bytes do not have their name"_s, hash};
    auto transaction = Transaction::begin(*d.database);
    if (!transaction)
        return transaction.error();
    const auto kept = run(*d.database,
                          "INSERT INTO document(hash, body) VALUES(?, ?)"
                          " ON CONFLICT(hash) DO UPDATE SET body = excluded.body",
                          hash, bytes);
    if (!kept)
        return kept.error();
    if (!d.catalogue(hash)) {
        auto read = readDocument(hash, bytes);
        if (read)
            d.fetched.add(std::move(*read));
        else
            d.unreadable.insert_or_assign(hash, read.error());
    }
    const auto bound = ticketsOf(query(*d.database, "SELECT id FROM ticket WHERE catalogue = ?", hash));
    if (!bound)
        return bound.error();
    return d.refoldAndCommit(*transaction, *bound);
}

} // namespace ruhu::store
