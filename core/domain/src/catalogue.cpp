// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/catalogue.h>

#include "find_by_id.h"

#include <ruhu/domain/roles.h>

#include <QVersionNumber>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::domain {

using detail::findById;

const TicketKindRule *Catalogue::kind(const TicketKind &kindId) const
{
    return findById(kinds, kindId);
}

const Step *Catalogue::step(const QString &stepId) const
{
    return findById(steps, stepId);
}

const Measure *Catalogue::measure(const QString &measureId) const
{
    return findById(measures, measureId);
}

const Stage *Catalogue::stage(const QString &stageId) const
{
    return findById(stages, stageId);
}

const HandBackWay *Catalogue::handBackWay(const QString &wayId) const
{
    return findById(handBacks, wayId);
}

const DeadlineRule *Catalogue::deadline(const QString &deadlineId) const
{
    return findById(deadlines, deadlineId);
}

std::optional<Tier> Catalogue::tierOf(const QString &mark) const
{
    const TierMark *known = findById(tierMarks, mark);
    return known ? std::optional(known->tier) : std::nullopt;
}

const FaultCode *Catalogue::faultCode(const QString &codeId) const
{
    return findById(faultCodes, codeId);
}

const Phrase *Catalogue::phrase(const QString &phraseId) const
{
    return findById(phrases, phraseId);
}

const ConductRule *Catalogue::conductRule(const QString &ruleId) const
{
    return findById(conduct, ruleId);
}

const Material *Catalogue::material(const QString &materialId) const
{
    return findById(materials, materialId);
}

bool isNewerVersion(const QString &version, const QString &than)
{
    return QVersionNumber::fromString(than) < QVersionNumber::fromString(version);
}

Result<void> checkVersion(const QString &given, const QString &newest)
{
    qsizetype end = 0;
    const QVersionNumber version = QVersionNumber::fromString(given, &end);
    if (version.isNull() || end != given.size())
        return Error{ErrorCode::InvalidInput, u"must be numbers with dots between them"_s, u"version"_s};
    if (!isNewerVersion(given, newest))
        return Error{ErrorCode::InvalidInput, u"must be newer than %1, the newest that is published"_s.arg(newest),
                     u"version"_s};
    return {};
}

std::shared_ptr<const Catalogue> CatalogueShelf::held(const QString &hash) const
{
    const auto found = std::find_if(m_catalogues.begin(), m_catalogues.end(),
                                    [&](const auto &catalogue) { return catalogue->hash == hash; });
    return found == m_catalogues.end() ? nullptr : *found;
}

const Catalogue *CatalogueShelf::latest(const QString &id) const
{
    const Catalogue *newest = nullptr;
    for (const auto &catalogue : m_catalogues) {
        if (catalogue->id == id && (!newest || isNewerVersion(catalogue->version, newest->version)))
            newest = catalogue.get();
    }
    return newest;
}

const WorkingCalendar &CatalogueShelf::calendar() const
{
    static const WorkingCalendar kNone;
    const Catalogue *code = latest(kServiceCode);
    return code ? code->calendar : kNone;
}

const Roles &CatalogueShelf::roles() const
{
    static const Roles kNone;
    return m_roles ? *m_roles : kNone;
}

} // namespace ruhu::domain
