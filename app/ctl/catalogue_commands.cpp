// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"
#include "times.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/names.h>
#include <ruhu/domain/roles.h>
#include <ruhu/presentation/papers.h>
#include <ruhu/protocol/framing.h>

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

// Drafts of the service code, and those that are published at the office.
namespace ruhu::ctl {
namespace {

constexpr qsizetype kMaxFiles = 8;

/// A document that the rules refuse: which file, which member, why.
[[nodiscard]] Outcome refusedDocument(const QString &file, const Error &error)
{
    Outcome outcome;
    outcome.json.set(u"ok"_s, false).set(u"file"_s, file).set(u"path"_s, error.subject).set(u"reason"_s, error.detail);
    outcome.exitCode = Refused;
    const QString member = error.subject.isEmpty() ? QString() : error.subject + ": "_L1;
    outcome.problem = u"%1: %2%3 [%4]"_s.arg(file, member, error.detail, codeName(error.code));
    return outcome;
}

[[nodiscard]] bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::Conflict
           || error.code == ErrorCode::TooLarge;
}

/// A service code and the reference documents given with it.
struct Draft {
    QString file; // of the service code
    QByteArray document;
    std::vector<QByteArray> references;
};

/// Every document of a folder, or the file itself.
[[nodiscard]] QStringList filesIn(const QString &path)
{
    const QDir folder(path);
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        files << folder.filePath(name);
    return files;
}

/// One file alone is the service code, whatever it holds; of several it is the one that says so.
[[nodiscard]] Result<Draft> readFiles(const QStringList &words)
{
    QStringList files;
    for (const QString &word : words)
        files << filesIn(word);
    Draft draft;
    for (const QString &file : files) {
        const auto bytes = readArgumentFile(file, protocol::kMaxDocumentBytes);
        if (!bytes)
            return bytes.error();
        const auto json = readJson(*bytes);
        const bool isCode = files.size() == 1 || (json && json->text(u"id") == domain::kServiceCode);
        if (isCode && !draft.file.isEmpty())
            return Error{ErrorCode::InvalidInput, u"there are two service codes"_s, file};
        if (!isCode) {
            draft.references.push_back(*bytes);
            continue;
        }
        draft.file = file;
        draft.document = *bytes;
    }
    if (draft.file.isEmpty())
        return Error{ErrorCode::InvalidInput, u"there is no service code"_s, words.join(u' ')};
    return draft;
}

[[nodiscard]] QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(crypto::blake2b(bytes).toHex());
}

/// A readable draft that may follow what this program carries.
[[nodiscard]] Result<domain::Catalogue> readDraft(const Draft &given)
{
    const domain::CatalogueShelf &shelf = presentation::builtInShelf();
    std::map<QString, QByteArray> documents = shelf.documents();
    for (const QByteArray &reference : given.references)
        documents.insert_or_assign(hashOf(reference), reference);
    auto draft = domain::readCatalogue(given.document, documents);
    if (!draft)
        return draft;
    draft->hash = hashOf(given.document);
    if (shelf.find(draft->hash))
        return draft;
    const domain::Catalogue *newest = shelf.latest(draft->id);
    if (!newest)
        return Error{ErrorCode::InvalidInput, u"no ticket is bound to a document of this name"_s, u"id"_s};
    if (auto good = domain::checkVersion(draft->version, newest->version); !good)
        return good.error();
    return draft;
}

[[nodiscard]] Outcome checkedDocument(const QString &file, const QString &id, const QString &version,
                                      const QString &hash)
{
    Outcome outcome;
    outcome.json.set(u"ok"_s, true).set(u"file"_s, file).set(u"id"_s, id).set(u"version"_s, version);
    outcome.json.set(u"hash"_s, hash);
    outcome.lines << u"%1 %2  %3"_s.arg(id, version, hash);
    return outcome;
}

[[nodiscard]] Outcome checkRoles(const Draft &given)
{
    const auto roles = domain::readRoles(given.document);
    if (!roles)
        return refusedDocument(given.file, roles.error());
    Outcome outcome = checkedDocument(given.file, roles->id, roles->version, hashOf(given.document));
    for (const domain::RoleRule &role : roles->roles) {
        QStringList rights;
        for (const domain::Right right : role.rights)
            rights << domain::toName(right);
        outcome.lines << u"%1  reads %2  %3"_s.arg(role.id, domain::toName(role.reads), rights.join(u' '));
    }
    return outcome;
}

[[nodiscard]] Result<Outcome> check(Run &run)
{
    const auto given = readFiles(run.invocation.words);
    if (!given)
        return given.error();
    const auto json = readJson(given->document);
    if (json && json->text(u"id") == domain::kRolesDocument)
        return checkRoles(*given);
    const auto draft = readDraft(*given);
    if (!draft)
        return refusedDocument(given->file, draft.error());
    const std::pair<QString, std::size_t> counts[] = {
        {u"kinds"_s, draft->kinds.size()},
        {u"stages"_s, draft->stages.size()},
        {u"transitions"_s, draft->transitions.size()},
        {u"steps"_s, draft->steps.size()},
        {u"measures"_s, draft->measures.size()},
        {u"handBacks"_s, draft->handBacks.size()},
        {u"deadlines"_s, draft->deadlines.size()},
        {u"faultCodes"_s, draft->faultCodes.size()},
        {u"phrases"_s, draft->phrases.size()},
        {u"conduct"_s, draft->conduct.size()},
        {u"materials"_s, draft->materials.size()},
    };
    Outcome outcome = checkedDocument(given->file, draft->id, draft->version, draft->hash);
    Json numbers;
    for (const auto &[name, count] : counts) {
        numbers.set(name, static_cast<std::int64_t>(count));
        outcome.lines << u"%1 %2"_s.arg(count).arg(name);
    }
    outcome.json.set(u"counts"_s, std::move(numbers));
    return outcome;
}

[[nodiscard]] Json publishedJson(const service::PublishedCatalogue &one)
{
    Json json;
    json.set(u"hash"_s, one.hash)
        .set(u"id"_s, one.id)
        .set(u"version"_s, one.version)
        .set(u"publishedAt"_s, utcText(one.publishedAt))
        .set(u"sizeBytes"_s, std::int64_t{one.sizeBytes})
        .set(u"newest"_s, one.isNewest);
    return json;
}

[[nodiscard]] QString publishedLine(const service::PublishedCatalogue &one)
{
    const QString newest = one.isNewest ? u"  in force"_s : QString();
    return u"%1 %2  %3  %4%5"_s.arg(one.id, one.version, utcText(one.publishedAt), one.hash, newest);
}

[[nodiscard]] Result<Outcome> publish(Run &run)
{
    const auto given = readFiles(run.invocation.words);
    if (!given)
        return given.error();
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto published = run.office->publishCatalogue(given->document, given->references);
    if (!published && !isRefusal(published.error()))
        return published.error();
    if (!published) {
        Outcome refused = refusedDocument(given->file, published.error());
        refused.problem += u"; the version in force stays"_s;
        return refused;
    }
    return Outcome{publishedJson(*published), {publishedLine(*published)}, Done, {}};
}

[[nodiscard]] Result<Outcome> list(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto published = run.office->publishedCatalogues();
    if (!published)
        return published.error();
    Outcome outcome;
    Json::Array all;
    for (const service::PublishedCatalogue &one : *published) {
        all.push_back(publishedJson(one));
        outcome.lines << publishedLine(one);
    }
    outcome.json.set(u"catalogues"_s, std::move(all));
    return outcome;
}

[[nodiscard]] Result<Outcome> showCode(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto document = run.office->catalogueDocument(run.invocation.word(0));
    if (!document)
        return document.error();
    auto json = readJson(*document);
    if (!json)
        return json.error();
    return Outcome{std::move(*json), QString::fromUtf8(*document).split(u'\n'), Done, {}};
}

} // namespace

std::vector<Command> catalogueCommands()
{
    const QString group = u"server"_s;
    // clang-format off
    return {
        {u"rules"_s, u"check"_s, u"FILE… | FOLDER"_s,
         u"a draft of the service code: what is wrong with it, or what it holds"_s, 1, kMaxFiles, {}, {}, {}, now<check>()},
        {group, u"catalogue publish"_s, u"FILE… | FOLDER"_s,
         u"new tickets are bound to this service code from now on"_s, 1, kMaxFiles, {}, {}, {}, now<publish>()},
        {group, u"catalogue list"_s, {}, u"service codes published here, newest first"_s, 0, 0, {}, {}, {},
         now<list>()},
        {group, u"catalogue show"_s, u"HASH"_s, u"the document with this hash, as published"_s, 1, 1, {}, {}, {},
         now<showCode>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
