// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: a profile.json that is taken names a server, a person and a laptop, and written again is read as the same.

#include "fuzz.h"
#include "profile.h"

#include <ruhu/crypto/signing.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::presentation;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto profile = decodeProfile(bytesOf(data, size));
    if (!profile) {
        requireRefusal(profile.error(), {ErrorCode::Damaged});
        return 0;
    }
    require(profile->server.isValid() && !profile->server.host().isEmpty(), "there is a server to ask");
    require(!profile->login.isEmpty() && !profile->role.isEmpty(), "there is a person");
    require(profile->serverPublicKey.size() == crypto::kPublicKeyBytes, "the server's key is one");
    const auto again = decodeProfile(encodeProfile(*profile));
    require(again.has_value(), "what is written can be read");
    require(*again == *profile, "what is read back is the same value");
    return 0;
}
