// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: every JSON body on the wire is read strictly, and nothing that is accepted was overlooked: the value written
// out again is read as the same value. All readers see the same bytes, so that none takes another one's message badly.

#include "fuzz.h"

#include <ruhu/protocol/messages.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::protocol;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = bytesOf(data, size);
    requireRoundTrip(body, decodeEnrolRequest, encodeEnrolRequest);
    requireRoundTrip(body, decodeEnrolReply, encodeEnrolReply);
    requireRoundTrip(body, decodeLoginRequest, encodeLoginRequest);
    requireRoundTrip(body, decodeLoginReply, encodeLoginReply);
    requireRoundTrip(body, decodeResetRequest, encodeResetRequest);
    requireRoundTrip(body, decodeResetReply, encodeResetReply);
    requireRoundTrip(body, decodeWipeOrder, encodeWipeOrder);
    requireRoundTrip(body, decodeOwnSessions, encodeOwnSessions);
    requireRoundTrip(body, decodeEndSession, encodeEndSession);
    requireRoundTrip(body, decodeAccessEntries, encodeAccessEntries);
    requireRoundTrip(body, decodeAccessReply, encodeAccessReply);
    requireRoundTrip(body, decodePushReply, encodePushReply);
    requireRoundTrip(body, decodeHeadReply, encodeHeadReply);
    requireRoundTrip(body, decodeBlobReply, encodeBlobReply);
    if (const auto problem = decodeProblem(body); !problem)
        requireRefusal(problem.error(), {ErrorCode::InvalidInput, ErrorCode::NotFound});
    else
        requireRoundTrip(body, decodeProblem, encodeProblem);
    return 0;
}
