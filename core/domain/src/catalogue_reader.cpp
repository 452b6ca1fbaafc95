// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/catalogue.h>

#include "catalogue_checks.h"
#include "catalogue_schema.h"
#include "documents_reader.h"

#include <algorithm>

namespace ruhu::domain {

Result<Catalogue> readCatalogue(const QByteArray &document, const std::map<QString, QByteArray> &documents)
{
    Catalogue catalogue;
    if (auto problem = detail::readBytes(document, catalogue))
        return *problem;
    if (auto problem = detail::readDocuments(documents, catalogue))
        return *problem;
    if (auto problem = detail::fillOptions(catalogue))
        return *problem;
    if (auto problem = detail::checkCatalogue(catalogue))
        return *problem;
    return catalogue;
}

std::vector<QString> referencesOf(const QByteArray &document)
{
    const auto json = readJson(document);
    const Json *named = json ? json->find(u"documents") : nullptr;
    DocumentHashes hashes;
    if (!named || detail::readValue(*named, detail::Decided::Required, hashes))
        return {};
    std::vector<QString> list{hashes.faultCodes, hashes.phrases, hashes.conduct, hashes.materials};
    list.erase(std::remove(list.begin(), list.end(), QString()), list.end());
    return list;
}

} // namespace ruhu::domain
