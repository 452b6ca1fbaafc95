// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Service codes published at this office, beside those that the program carries.

#include "office_data.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/framing.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

const auto kServiceCode = u"service-code"_s;

Result<std::vector<PublishedCatalogue>> readPublished(store::Database &db)
{
    std::vector<PublishedCatalogue> list;
    auto done =
        eachRow(db, "SELECT hash,id,version,published_ms,length(body) FROM catalogue", [&](store::Statement &s) {
            list.push_back({s.text(0), s.text(1), s.text(2), wallTimeFromMs(s.integer(3)), s.integer(4), false});
        });
    if (!done)
        return done.error();
    std::sort(list.begin(), list.end(), [](const PublishedCatalogue &a, const PublishedCatalogue &b) {
        return domain::isNewerVersion(a.version, b.version);
    });
    return list;
}

/// Of what is published here and what the program carries.
struct Newest {
    QString hash;
    QString version; // empty: there is none
};

Newest newestOf(const std::vector<PublishedCatalogue> &published, const domain::CatalogueShelf &shelf)
{
    Newest newest;
    if (!published.empty())
        newest = {published.front().hash, published.front().version};
    const domain::Catalogue *carried = shelf.latest(kServiceCode);
    if (carried && domain::isNewerVersion(carried->version, newest.version))
        newest = {carried->hash, carried->version};
    return newest;
}

Result<domain::Catalogue> readDraft(const QByteArray &document)
{
    if (document.size() > protocol::kMaxDocumentBytes)
        return Error{ErrorCode::TooLarge, u"a document may have 1 MB"_s, {}};
    auto draft = domain::readCatalogue(document);
    if (!draft)
        return draft;
    if (draft->id != kServiceCode)
        return Error{ErrorCode::InvalidInput, u"no ticket is bound to a document of this name"_s, u"id"_s};
    draft->hash = QString::fromLatin1(crypto::blake2b(document).toHex());
    return draft;
}

/// What keeps a draft from following those that are there.
Result<void> checkAgainst(const domain::Catalogue &draft, const std::vector<PublishedCatalogue> &published,
                          const domain::CatalogueShelf &shelf)
{
    const bool taken = std::any_of(published.begin(), published.end(),
                                   [&](const PublishedCatalogue &one) { return one.version == draft.version; });
    if (taken)
        return Error{ErrorCode::Conflict, u"this version is published with other content"_s, u"version"_s};
    // What the program carries may be published as well: older programs fetch it here.
    if (shelf.find(draft.hash))
        return {};
    return domain::checkSuccession(draft, newestOf(published, shelf).version);
}

const PublishedCatalogue *withHash(const std::vector<PublishedCatalogue> &list, const QString &hash)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const PublishedCatalogue &one) { return one.hash == hash; });
    return found == list.end() ? nullptr : &*found;
}

Result<PublishedCatalogue> publishedAs(Office &office, const QString &hash)
{
    const auto list = office.publishedCatalogues();
    if (!list)
        return list.error();
    const PublishedCatalogue *row = withHash(*list, hash);
    return row ? Result<PublishedCatalogue>(*row)
               : Error{ErrorCode::Internal, u"a document just published is not there"_s, hash};
}

} // namespace

Result<QString> newestServiceCode(OfficeData &d)
{
    const auto published = readPublished(*d.db);
    if (!published)
        return published.error();
    const Newest newest = newestOf(*published, d.shelf);
    if (newest.hash.isEmpty())
        return Error{ErrorCode::NotFound, u"there is no service code on the shelf"_s, kServiceCode};
    return newest.hash;
}

Result<PublishedCatalogue> Office::publishCatalogue(const QByteArray &document)
{
    const auto draft = readDraft(document);
    if (!draft)
        return draft.error();
    OfficeData &d = *m_d;
    auto transaction = store::Transaction::begin(*d.db);
    if (!transaction)
        return transaction.error();
    const auto published = readPublished(*d.db);
    if (!published)
        return published.error();
    if (withHash(*published, draft->hash))
        return publishedAs(*this, draft->hash); // already so: nothing to record
    if (auto good = checkAgainst(*draft, *published, d.shelf); !good)
        return good.error();
    auto kept = runSql(*d.db, "INSERT INTO catalogue(hash,id,version,published_ms,body) VALUES(?,?,?,?,?)", draft->hash,
                       draft->id, draft->version, d.nowMs(), document);
    if (!kept)
        return kept.error();
    if (auto noted = audit(d, u"catalogue.publish"_s, draft->version + u' ' + draft->hash); !noted)
        return noted.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return publishedAs(*this, draft->hash);
}

Result<std::vector<PublishedCatalogue>> Office::publishedCatalogues()
{
    auto list = readPublished(*m_d->db);
    if (!list)
        return list;
    const Newest newest = newestOf(*list, m_d->shelf);
    for (PublishedCatalogue &one : *list)
        one.isNewest = one.hash == newest.hash;
    return list;
}

Result<QByteArray> Office::catalogueDocument(const QString &hash)
{
    auto body = oneRow(
        *m_d->db, "SELECT body FROM catalogue WHERE hash=?", [](store::Statement &s) { return s.blob(0); }, hash);
    if (!body)
        return body.error();
    if (!*body)
        return Error{ErrorCode::NotFound, u"no such document is published"_s, hash};
    return **body;
}

} // namespace ruhu::service
