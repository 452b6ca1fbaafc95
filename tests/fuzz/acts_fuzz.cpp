// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: of the log of own acts every whole record is found behind whatever else stands there, and what was found can be
// written as a log again. The records here are sealed by nothing: sealing keeps strange bytes out, and these are to get in.

#include "act_log.h"
#include "fuzz.h"

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::store;

namespace {

class NoSealer final : public crypto::Sealer {
public:
    [[nodiscard]] QByteArray seal(const QByteArray &clear, const QByteArray &) const override { return clear; }
    [[nodiscard]] Result<QByteArray> open(const QByteArray &sealed, const QByteArray &) const override
    {
        return sealed;
    }
};

bool equalEntries(const OwnEntry &a, const OwnEntry &b)
{
    return a.id == b.id && a.ticket == b.ticket && a.groupLeft == b.groupLeft && a.body == b.body;
}

bool equalActs(const LoggedAct &a, const LoggedAct &b)
{
    return a.incarnation == b.incarnation && a.first == b.first
           && std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(), equalEntries);
}

bool equalLogs(const std::vector<LoggedAct> &a, const std::vector<LoggedAct> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), equalActs);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const NoSealer sealer;
    const QByteArray bytes = bytesOf(data, size);
    const std::vector<LoggedAct> acts = ActLog::readBytes(bytes, sealer);
    QByteArray log;
    for (const LoggedAct &act : acts) {
        require(!act.entries.empty(), "an act has an entry");
        log += ActLog::recordOf(act, sealer);
    }
    require(log.size() <= bytes.size(), "nothing is read that was not there");
    require(equalLogs(ActLog::readBytes(log, sealer), acts), "what is written is read back");
    require(equalLogs(ActLog::readBytes("torn" + log + "RuA1", sealer), acts), "torn records hide no other");
    return 0;
}
