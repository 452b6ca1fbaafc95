// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proposals.h"

#include <algorithm>

namespace ruhu::domain::detail {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kGrid = std::chrono::minutes(5);
constexpr auto kHalfDay = std::chrono::hours(4);

WallTime roundedUp(WallTime now)
{
    const Millis grid = kGrid;
    const Millis since = now.time_since_epoch();
    return WallTime((since + grid - Millis(1)) / grid * grid);
}

/// 300 to 599 thousandths, from the ticket and the measure.
std::int64_t thousandths(const Ticket &ticket, const QString &measure)
{
    std::uint64_t hash = 1469598103934665603ULL; // FNV-1a
    const auto mix = [&](std::uint64_t value) { hash = (hash ^ value) * 1099511628211ULL; };
    for (const std::uint8_t byte : ticket.id.uuid().bytes())
        mix(byte);
    for (const QChar letter : measure)
        mix(letter.unicode());
    return 300 + static_cast<std::int64_t>((hash >> 32) % 300);
}

std::int64_t highEnd(const Measure &measure, const Limits &limits)
{
    std::int64_t high = measure.max;
    if (limits.failHigh)
        high = std::min(high, *limits.failHigh);
    if (limits.warnHigh)
        high = std::min(high, *limits.warnHigh);
    if (measure.relativeTo.isEmpty() || !limits.warnLow)
        return high;
    // A line seldom carries more than was ordered: 100 % lies as far above 95 % as 95 above 90.
    const std::int64_t low = *limits.warnLow;
    return std::min(high, low + std::max<std::int64_t>(2, low / 20));
}

} // namespace

AppointmentBooked soonestAppointment(const TicketOpened &order, WallTime now)
{
    AppointmentBooked appointment;
    const WallTime start = roundedUp(now);
    appointment.window = Window{start, order.area == Area::Urban ? start : start + kHalfDay};
    appointment.person = order.customerName;
    appointment.phone = order.customerPhone;
    return appointment;
}

StepAnswered routineAnswer(const Step &step, const Ticket &ticket, const QString &note)
{
    StepAnswered answer;
    answer.step = step.id;
    if (step.kind == StepKind::Text) {
        answer.text = step.example.isEmpty() ? step.id : step.example;
        return answer;
    }
    for (const bool withNote : {false, true}) {
        for (const StepOption &option : step.options) {
            const bool first = answer.options.empty() || step.kind == StepKind::Multi;
            if (!option.passes || !isOffered(option, ticket) || option.needsNote != withNote || !first)
                continue;
            answer.options.push_back(option.id);
            if (withNote)
                answer.text = note;
        }
    }
    return answer;
}

ReadingRecorded plausibleReading(const Measure &measure, const Ticket &ticket)
{
    const Limits limits = limitsFor(measure, ticket);
    std::int64_t low = measure.min;
    if (limits.failLow)
        low = std::max(low, *limits.failLow);
    if (limits.warnLow)
        low = std::max(low, *limits.warnLow);
    const std::int64_t high = std::max(low, highEnd(measure, limits));
    ReadingRecorded reading;
    reading.measure = measure.id;
    reading.value = low + (high - low) * thousandths(ticket, measure.id) / 1000;
    return reading;
}

std::optional<MaterialUsed> plausibleMaterial(const Catalogue &catalogue, const Ticket &ticket, bool takenBack)
{
    const auto found =
        std::find_if(catalogue.materials.begin(), catalogue.materials.end(), [&](const Material &material) {
            return isFor(material, ticket) && (!takenBack || isTraced(material, kSerialMark));
        });
    if (found == catalogue.materials.end())
        return std::nullopt;
    MaterialUsed used{freshLine(ticket), found->id, isMeasured(*found) ? 100 : 1, {}, takenBack};
    if (isTraced(*found, kSerialMark))
        used.marks.push_back({kSerialMark.toString(), ticket.order.number + u'-' + used.line});
    return used;
}

ChargeTaken quotedPayment(const Ticket &ticket, const QString &receipt)
{
    return {ticket.quotation ? ticket.quotation->quotation.amountFen : 1, receipt};
}

} // namespace ruhu::domain::detail
