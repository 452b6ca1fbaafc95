// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "steps.h"

#include <algorithm>

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::int64_t kMaxRateMbps = 10'000'000; // beyond is no subscribed rate but a broken import

/// Per cent of the rate in the measure's scaled integers, times 100.
using Hundredths = std::optional<std::int64_t>;

std::int64_t roundDown(std::int64_t hundredths)
{
    return hundredths / 100;
}

std::int64_t roundUp(std::int64_t hundredths)
{
    return (hundredths + 99) / 100;
}

} // namespace

const MeasureVariant *variantFor(const Measure &measure, const Ticket &ticket)
{
    const auto found =
        std::find_if(measure.variants.begin(), measure.variants.end(),
                     [&](const MeasureVariant &variant) { return detail::isMet(variant.condition, ticket); });
    return found == measure.variants.end() ? nullptr : &*found;
}

Limits limitsFor(const Measure &measure, const Ticket &ticket)
{
    const MeasureVariant *variant = variantFor(measure, ticket);
    const Limits &limits = variant ? variant->limits : measure.limits;
    if (measure.relativeTo.isEmpty())
        return limits;
    const std::int64_t rate = measure.relativeTo == u"down"_s ? ticket.order.downMbps : ticket.order.upMbps;
    if (rate <= 0 || rate > kMaxRateMbps)
        return {};
    std::int64_t scaled = rate;
    for (int i = 0; i < measure.decimals; ++i)
        scaled *= 10;
    // Rounded so that an integer is beyond the limit exactly when the true quotient is.
    const auto resolve = [&](const Hundredths &percent, auto round) {
        return percent ? std::optional(round(scaled * *percent)) : std::nullopt;
    };
    return Limits{resolve(limits.failLow, roundUp), resolve(limits.failHigh, roundDown),
                  resolve(limits.warnLow, roundDown), resolve(limits.warnHigh, roundUp)};
}

Verdict judge(std::int64_t value, const Limits &limits)
{
    if (limits == Limits())
        return Verdict::NoLimit;
    if ((limits.failLow && value < *limits.failLow) || (limits.failHigh && value > *limits.failHigh))
        return Verdict::Fail;
    if ((limits.warnLow && value <= *limits.warnLow) || (limits.warnHigh && value >= *limits.warnHigh))
        return Verdict::Warn;
    return Verdict::Pass;
}

} // namespace ruhu::domain
