// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: the JSON reader takes any bytes; what it takes is within its limits and survives writing, compact or pretty.

#include "fuzz.h"

#include <ruhu/base/json.h>

using namespace ruhu;
using namespace ruhu::fuzz;

namespace {

int depthOf(const Json &json)
{
    int deepest = 0;
    for (const Json &item : json.array())
        deepest = std::max(deepest, depthOf(item));
    for (const auto &member : json.object())
        deepest = std::max(deepest, depthOf(member.second));
    return deepest + (json.isArray() || json.isObject() ? 1 : 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const auto decode = [](const QByteArray &text) { return readJson(text); };
    if (requireRoundTrip(bytes, decode, writeJson)) {
        const auto json = readJson(bytes);
        require(depthOf(*json) <= JsonLimits().maxDepth, "the depth is bounded");
        const auto pretty = readJson(writeJsonPretty(*json), {4 * 1024 * 1024, 16});
        require(pretty && *pretty == *json, "the pretty form says the same");
    }
    const JsonLimits narrow{64, 3};
    if (const auto json = readJson(bytes, narrow))
        require(bytes.size() <= narrow.maxBytes && depthOf(*json) <= narrow.maxDepth, "narrower limits hold, too");
    return 0;
}
