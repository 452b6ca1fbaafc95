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

} // namespace

std::shared_ptr<const domain::Catalogue> ClientStore::Private::catalogue(const QString &hash) const
{
    auto known = shelf.held(hash);
    return known ? known : fetched.held(hash);
}

Result<void> ClientStore::Private::loadDocuments()
{
    const auto rows =
        forEach(query(*database, "SELECT hash, body FROM document"), [this](const Statement &row) -> Result<void> {
            // Bytes that changed on the disk are as good as none: the server has them.
            if (hashOf(row.blob(1)) == row.text(0))
                kept.insert_or_assign(row.text(0), row.blob(1));
            else
                qCWarning(lcStore) << "a kept document is damaged and is fetched again";
            return {};
        });
    if (!rows)
        return rows;
    readKept();
    return {};
}

std::vector<QString> ClientStore::Private::missingReferences(const QByteArray &document) const
{
    std::vector<QString> missing = domain::referencesOf(document);
    const auto isHere = [this](const QString &hash) {
        return !isHash(hash) || shelf.documents().count(hash) > 0 || kept.count(hash) > 0;
    };
    missing.erase(std::remove_if(missing.begin(), missing.end(), isHere), missing.end());
    return missing;
}

std::vector<QString> ClientStore::Private::readKept()
{
    std::map<QString, QByteArray> documents = shelf.documents();
    documents.insert(kept.begin(), kept.end());
    std::vector<QString> fresh;
    for (const auto &[hash, bytes] : kept) {
        if (catalogue(hash) || unreadable.count(hash) > 0 || !missingReferences(bytes).empty())
            continue;
        auto read = domain::readCatalogue(bytes, documents);
        if (!read) {
            unreadable.insert_or_assign(hash, read.error());
            continue;
        }
        read->hash = hash;
        fetched.add(std::move(*read));
        fresh.push_back(hash);
    }
    return fresh;
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
    const auto unknown = m_d->unknownCatalogues();
    if (!unknown)
        return unknown;
    std::set<QString> missing;
    for (const QString &hash : *unknown) {
        const auto document = m_d->kept.find(hash);
        if (document == m_d->kept.end()) {
            missing.insert(hash);
        } else {
            for (const QString &named : m_d->missingReferences(document->second))
                missing.insert(named);
        }
    }
    return std::vector<QString>(missing.begin(), missing.end());
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
    const auto written = run(*d.database,
                             "INSERT INTO document(hash, body) VALUES(?, ?)"
                             " ON CONFLICT(hash) DO UPDATE SET body = excluded.body",
                             hash, bytes);
    if (!written)
        return written.error();
    d.kept.insert_or_assign(hash, bytes);
    std::set<TicketId> changed;
    for (const QString &fresh : d.readKept()) {
        const auto bound = ticketsOf(query(*d.database, "SELECT id FROM ticket WHERE catalogue = ?", fresh));
        if (!bound)
            return bound.error();
        changed.insert(bound->begin(), bound->end());
    }
    return d.refoldAndCommit(*transaction, changed);
}

} // namespace ruhu::store
