// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "acts.h"

#include <algorithm>

namespace ruhu::domain::detail {
namespace {

using namespace Qt::Literals::StringLiterals;

const auto kRule = u"P-MAT-01"_s;
constexpr qsizetype kMostMarks = 100;
constexpr qsizetype kLongestMark = 64;

const MaterialLine *findLine(const Ticket &ticket, const QString &id)
{
    const auto found = std::find_if(ticket.materials.begin(), ticket.materials.end(),
                                    [&](const MaterialLine &line) { return line.used.line == id; });
    return found == ticket.materials.end() ? nullptr : &*found;
}

std::vector<MaterialMark> trimmed(const std::vector<MaterialMark> &marks)
{
    std::vector<MaterialMark> kept;
    for (const MaterialMark &mark : marks) {
        if (!isBlank(mark.text))
            kept.push_back({mark.kind, mark.text.trimmed()});
    }
    return kept;
}

bool hasSerial(const MaterialUsed &used, const QString &serial)
{
    return std::any_of(used.marks.begin(), used.marks.end(), [&](const MaterialMark &mark) {
        return mark.kind == kSerialMark && mark.text.compare(serial, Qt::CaseInsensitive) == 0;
    });
}

/// A terminal that is taken down and put up again on one ticket stands on it once in each direction.
Objection checkSerials(const Ticket &ticket, const Material &material, const MaterialUsed &proposal)
{
    const auto standing = standingLines(ticket, proposal.takenBack);
    std::int64_t serials = 0;
    MaterialUsed before;
    for (const MaterialMark &mark : proposal.marks) {
        if (!isTraced(material, mark.kind) || mark.text.size() > kLongestMark)
            return refuse(RefusalCode::UnknownMaterial, proposal.material, kRule);
        if (mark.kind != kSerialMark)
            continue;
        ++serials;
        const bool there = std::any_of(standing.begin(), standing.end(),
                                       [&](const MaterialLine *line) { return hasSerial(line->used, mark.text); });
        if (there || hasSerial(before, mark.text))
            return Refusal{RefusalCode::SerialTwice, kRule, proposal.material, {{u"serial"_s, mark.text}}};
        before.marks.push_back(mark);
    }
    if (isTraced(material, kSerialMark) && serials != proposal.quantity)
        return refuse(RefusalCode::NeedsSerial, proposal.material, kRule);
    return {};
}

} // namespace

Objection Act::operator()(MaterialUsed &proposal) const
{
    const Material *material = context.catalogue.material(proposal.material);
    proposal.marks = trimmed(proposal.marks);
    if (!material || isBlank(proposal.line) || proposal.marks.size() > static_cast<std::size_t>(kMostMarks))
        return refuse(RefusalCode::UnknownMaterial, proposal.material);
    if (findLine(ticket, proposal.line))
        return refuse(RefusalCode::DuplicateItem, proposal.line);
    if (!isFor(*material, ticket))
        return refuse(RefusalCode::MaterialNotForAccess, proposal.material, kRule);
    const std::int64_t most = mostOf(*material);
    if (proposal.quantity < 1 || proposal.quantity > most)
        return Refusal{RefusalCode::BadQuantity, {}, proposal.material, {{u"max"_s, QString::number(most)}}};
    return checkSerials(ticket, *material, proposal);
}

Objection Act::operator()(MaterialWithdrawn &proposal) const
{
    const MaterialLine *line = findLine(ticket, proposal.line);
    if (!line)
        return refuse(RefusalCode::UnknownMaterial, proposal.line);
    return line->withdrawn ? Objection(refuse(RefusalCode::AlreadyDone, proposal.line)) : std::nullopt;
}

} // namespace ruhu::domain::detail

namespace ruhu::domain {

using namespace Qt::Literals::StringLiterals;

bool isFor(const Material &material, const Ticket &ticket)
{
    const std::vector<Access> &accesses = material.accesses;
    return accesses.empty() || std::find(accesses.begin(), accesses.end(), ticket.order.access) != accesses.end();
}

std::int64_t mostOf(const Material &material)
{
    constexpr std::int64_t kMostPieces = 200;
    constexpr std::int64_t kMostTenths = 20'000; // 2 km of cable
    return isMeasured(material) ? kMostTenths : kMostPieces;
}

bool isMeasured(const Material &material)
{
    return material.unit == u"m"_s;
}

bool isTraced(const Material &material, QStringView mark)
{
    return std::find(material.traced.begin(), material.traced.end(), mark) != material.traced.end();
}

bool asksForTakenBack(const Step &step)
{
    return step.automatic == u"taken-back"_s;
}

std::vector<const MaterialLine *> standingLines(const Ticket &ticket, bool takenBack)
{
    std::vector<const MaterialLine *> lines;
    for (const MaterialLine &line : ticket.materials) {
        if (!line.withdrawn && line.used.takenBack == takenBack)
            lines.push_back(&line);
    }
    return lines;
}

bool hasLines(const Step &step, const Ticket &ticket)
{
    return step.kind == StepKind::Materials && !standingLines(ticket, asksForTakenBack(step)).empty();
}

QString freshLine(const Ticket &ticket)
{
    // Another laptop may have counted on meanwhile.
    std::size_t number = ticket.materials.size() + 1;
    while (detail::findLine(ticket, u"m%1"_s.arg(number)))
        ++number;
    return u"m%1"_s.arg(number);
}

} // namespace ruhu::domain
