// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/catalogue.h>

#include <QVersionNumber>

#include <algorithm>

namespace ruhu::domain {
namespace {

template<typename T>
const T *findById(const std::vector<T> &list, const QString &id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const T &item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

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

const Catalogue *CatalogueShelf::find(const QString &hash) const
{
    const auto found = std::find_if(m_catalogues.begin(), m_catalogues.end(),
                                    [&](const Catalogue &catalogue) { return catalogue.hash == hash; });
    return found == m_catalogues.end() ? nullptr : &*found;
}

const Catalogue *CatalogueShelf::latest(const QString &id) const
{
    const Catalogue *newest = nullptr;
    for (const Catalogue &catalogue : m_catalogues) {
        if (catalogue.id != id)
            continue;
        if (!newest || QVersionNumber::fromString(newest->version) < QVersionNumber::fromString(catalogue.version))
            newest = &catalogue;
    }
    return newest;
}

} // namespace ruhu::domain
