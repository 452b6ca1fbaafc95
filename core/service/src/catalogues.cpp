// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Service codes and their reference documents published at this office, beside those that the program carries.

#include "office_data.h"

#include <ruhu/domain/roles.h>

#include <ruhu/base/json.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/framing.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

using Documents = std::map<QString, QByteArray>; // by hash

QString hashOf(const QByteArray &document)
{
    return QString::fromLatin1(crypto::blake2b(document).toHex());
}

Result<std::vector<PublishedCatalogue>> readPublished(store::Database &db)
{
    std::vector<PublishedCatalogue> list;
    const char *sql = "SELECT hash,id,version,published_ms,length(body) FROM catalogue";
    auto done = eachRow(db, sql, [&](store::Statement &s) {
        list.push_back({s.text(0), s.text(1), s.text(2), wallTimeFromMs(s.integer(3)), s.integer(4), false});
    });
    if (!done)
        return done.error();
    std::sort(list.begin(), list.end(), [](const PublishedCatalogue &a, const PublishedCatalogue &b) {
        return a.id != b.id ? a.id < b.id : domain::isNewerVersion(a.version, b.version);
    });
    return list;
}

/// The newest published document of this id; nullptr.
const PublishedCatalogue *newestPublished(const std::vector<PublishedCatalogue> &published, const QString &id)
{
    const PublishedCatalogue *newest = nullptr;
    for (const PublishedCatalogue &one : published) {
        if (one.id == id && (!newest || domain::isNewerVersion(one.version, newest->version)))
            newest = &one;
    }
    return newest;
}

/// Of what is published here and what the program carries.
struct Newest {
    QString hash;
    QString version; // empty: there is none
};

Newest newestOf(const std::vector<PublishedCatalogue> &published, const domain::CatalogueShelf &shelf)
{
    Newest newest;
    if (const PublishedCatalogue *one = newestPublished(published, domain::kServiceCode))
        newest = {one->hash, one->version};
    const domain::Catalogue *carried = shelf.latest(domain::kServiceCode);
    if (carried && domain::isNewerVersion(carried->version, newest.version))
        newest = {carried->hash, carried->version};
    return newest;
}

/// What a service code may name: carried by the program, published before, given now.
Result<Documents> documentsAtHand(OfficeData &d, const std::vector<QByteArray> &given)
{
    Documents documents = d.shelf.documents();
    auto done = eachRow(*d.db, "SELECT hash,body FROM catalogue",
                        [&](store::Statement &s) { documents.insert_or_assign(s.text(0), s.blob(1)); });
    if (!done)
        return done.error();
    for (const QByteArray &document : given)
        documents.insert_or_assign(hashOf(document), document);
    return documents;
}

Result<domain::Catalogue> readDraft(const QByteArray &document, const std::vector<QByteArray> &references,
                                    const Documents &documents)
{
    if (document.size() > protocol::kMaxDocumentBytes)
        return Error{ErrorCode::TooLarge, u"a document may have 1 MB"_s, {}};
    auto draft = domain::readCatalogue(document, documents);
    if (!draft)
        return draft;
    if (draft->id != domain::kServiceCode)
        return Error{ErrorCode::InvalidInput, u"no ticket is bound to a document of this name"_s, u"id"_s};
    const std::vector<QString> named = domain::referencesOf(document);
    for (const QByteArray &reference : references) {
        if (reference.size() > protocol::kMaxDocumentBytes)
            return Error{ErrorCode::TooLarge, u"a document may have 1 MB"_s, {}};
        if (std::find(named.begin(), named.end(), hashOf(reference)) == named.end())
            return Error{ErrorCode::InvalidInput, u"a document was given that is not named: "_s + hashOf(reference),
                         u"documents"_s};
    }
    draft->hash = hashOf(document);
    return draft;
}

const PublishedCatalogue *withHash(const std::vector<PublishedCatalogue> &list, const QString &hash)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const PublishedCatalogue &one) { return one.hash == hash; });
    return found == list.end() ? nullptr : &*found;
}

/// What keeps a draft from following those that are there.
Result<void> checkAgainst(const domain::Catalogue &draft, const std::vector<PublishedCatalogue> &published,
                          const domain::CatalogueShelf &shelf)
{
    const bool taken = std::any_of(published.begin(), published.end(), [&](const PublishedCatalogue &one) {
        return one.id == draft.id && one.version == draft.version;
    });
    if (taken)
        return Error{ErrorCode::Conflict, u"this version is published with other content"_s, u"version"_s};
    // What the program carries may be published as well: older programs fetch it here.
    if (shelf.find(draft.hash))
        return {};
    return domain::checkVersion(draft.version, newestOf(published, shelf).version);
}

Result<void> keepDocument(OfficeData &d, const QByteArray &document)
{
    const QString hash = hashOf(document);
    const auto json = readJson(document);
    const QString id = json ? json->text(u"id").value_or(QString()) : QString();
    const QString version = json ? json->text(u"version").value_or(QString()) : QString();
    auto kept = runSql(*d.db, "INSERT INTO catalogue(hash,id,version,published_ms,body) VALUES(?,?,?,?,?)", hash, id,
                       version, d.nowMs(), document);
    if (!kept && kept.error().code == ErrorCode::Conflict)
        return Error{ErrorCode::Conflict, u"version %1 of %2 is published with other content"_s.arg(version, id),
                     u"documents."_s + id};
    if (!kept)
        return kept;
    return audit(d, u"catalogue.publish"_s, u"%1 %2 %3"_s.arg(id, version, hash));
}

/// The service code and all that it names: whoever fetches the one fetches the others here, too.
Result<void> keepAll(OfficeData &d, const QByteArray &document, const std::vector<PublishedCatalogue> &published,
                     const Documents &documents)
{
    for (const QString &hash : domain::referencesOf(document)) {
        if (withHash(published, hash))
            continue;
        if (auto kept = keepDocument(d, documents.at(hash)); !kept)
            return kept;
    }
    return keepDocument(d, document);
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

/// The published roles that are newer than the program's; nullptr when there are none.
const PublishedCatalogue *rolesPublished(const std::vector<PublishedCatalogue> &published,
                                         const domain::CatalogueShelf &shelf)
{
    const PublishedCatalogue *newest = newestPublished(published, domain::kRolesDocument);
    return newest && domain::isNewerVersion(newest->version, shelf.roles().version) ? newest : nullptr;
}

/// Nobody is left with a role that is no more.
Result<void> checkAccounts(OfficeData &d, const domain::Roles &roles)
{
    QStringList lost;
    auto done = eachRow(*d.db, "SELECT DISTINCT role FROM user_account ORDER BY role", [&](store::Statement &s) {
        if (!roles.role(s.text(0)).forPeople)
            lost << s.text(0);
    });
    if (!done || lost.isEmpty())
        return done;
    return Error{ErrorCode::InvalidInput, u"accounts have a role that it lacks: "_s + lost.join(u", "_s), u"roles"_s};
}

/// A draft of the roles is as good as any: newer than what is in force, and nobody loses his role.
Result<void> checkRolesDraft(OfficeData &d, const QByteArray &document,
                             const std::vector<PublishedCatalogue> &published)
{
    if (document.size() > protocol::kMaxDocumentBytes)
        return Error{ErrorCode::TooLarge, u"a document may have 1 MB"_s, {}};
    const auto roles = domain::readRoles(document);
    if (!roles)
        return roles.error();
    const PublishedCatalogue *newest = rolesPublished(published, d.shelf);
    const QString version = newest ? newest->version : d.shelf.roles().version;
    if (auto good = domain::checkVersion(roles->version, version); !good)
        return good;
    return checkAccounts(d, *roles);
}

bool isRolesDocument(const QByteArray &document)
{
    const auto json = readJson(document);
    return json && json->text(u"id") == domain::kRolesDocument;
}

/// Checks the draft, and keeps it with all that it names. Inside the caller's transaction.
Result<void> publishInside(OfficeData &d, const QByteArray &document, const std::vector<QByteArray> &references,
                           const std::vector<PublishedCatalogue> &published)
{
    if (isRolesDocument(document)) {
        auto good = checkRolesDraft(d, document, published);
        return good ? keepDocument(d, document) : good;
    }
    const auto documents = documentsAtHand(d, references);
    if (!documents)
        return documents.error();
    const auto draft = readDraft(document, references, *documents);
    if (!draft)
        return draft.error();
    if (auto good = checkAgainst(*draft, published, d.shelf); !good)
        return good;
    return keepAll(d, document, published, *documents);
}

} // namespace

Result<std::shared_ptr<const domain::Roles>> rolesInForce(OfficeData &d)
{
    const auto published = readPublished(*d.db);
    if (!published)
        return published.error();
    const PublishedCatalogue *newest = rolesPublished(*published, d.shelf);
    if (!newest)
        return std::make_shared<const domain::Roles>(d.shelf.roles());
    if (d.publishedRoles.first == newest->hash)
        return d.publishedRoles.second;
    auto body = oneRow(
        *d.db, "SELECT body FROM catalogue WHERE hash=?", [](store::Statement &s) { return s.blob(0); }, newest->hash);
    if (!body)
        return body.error();
    auto roles = domain::readRoles(body->value_or(QByteArray()));
    if (!roles)
        return roles.error();
    d.publishedRoles = {newest->hash, std::make_shared<const domain::Roles>(*std::move(roles))};
    return d.publishedRoles.second;
}

Result<domain::RoleRule> roleOf(OfficeData &d, const User &user)
{
    const auto roles = rolesInForce(d);
    if (!roles)
        return roles.error();
    return (*roles)->role(user.role);
}

Result<QString> newestServiceCode(OfficeData &d)
{
    const auto published = readPublished(*d.db);
    if (!published)
        return published.error();
    const Newest newest = newestOf(*published, d.shelf);
    if (newest.hash.isEmpty())
        return Error{ErrorCode::NotFound, u"there is no service code on the shelf"_s, domain::kServiceCode};
    return newest.hash;
}

Result<std::shared_ptr<const domain::Catalogue>> serviceCode(OfficeData &d, const QString &hash)
{
    if (auto carried = d.shelf.held(hash))
        return carried;
    const auto documents = documentsAtHand(d, {});
    if (!documents)
        return documents.error();
    const auto document = documents->find(hash);
    if (document == documents->end())
        return Error{ErrorCode::NotFound, u"no such service code is carried or published here"_s, hash};
    auto code = domain::readCatalogue(document->second, *documents);
    if (!code)
        return code.error();
    code->hash = hash;
    return std::make_shared<const domain::Catalogue>(std::move(*code));
}

Result<PublishedCatalogue> Office::publishCatalogue(const QByteArray &document,
                                                    const std::vector<QByteArray> &references)
{
    OfficeData &d = *m_d;
    auto transaction = store::Transaction::begin(*d.db);
    if (!transaction)
        return transaction.error();
    const auto published = readPublished(*d.db);
    if (!published)
        return published.error();
    const QString hash = hashOf(document);
    const PublishedCatalogue *same = withHash(*published, hash);
    if (same && (same->id == domain::kServiceCode || same->id == domain::kRolesDocument))
        return publishedAs(*this, hash); // already so: nothing to record
    if (auto done = publishInside(d, document, references, *published); !done)
        return done.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return publishedAs(*this, hash);
}

Result<std::vector<PublishedCatalogue>> Office::publishedCatalogues()
{
    auto list = readPublished(*m_d->db);
    if (!list)
        return list;
    const Newest newest = newestOf(*list, m_d->shelf);
    const PublishedCatalogue *roles = rolesPublished(*list, m_d->shelf);
    const QString rolesHash = roles ? roles->hash : QString();
    for (PublishedCatalogue &one : *list)
        one.isNewest = one.hash == newest.hash || one.hash == rolesHash;
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

Result<std::shared_ptr<const domain::Catalogue>> Office::serviceCode(const QString &hash)
{
    return service::serviceCode(*m_d, hash);
}

Result<std::shared_ptr<const domain::Catalogue>> Office::newestServiceCode()
{
    const auto hash = service::newestServiceCode(*m_d);
    if (!hash)
        return hash.error();
    return service::serviceCode(*m_d, *hash);
}

Result<std::shared_ptr<const domain::Roles>> Office::roles()
{
    return rolesInForce(*m_d);
}

} // namespace ruhu::service
