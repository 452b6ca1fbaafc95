// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>

#include <ruhu/base/result.h>

#include <memory>
#include <set>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using ruhu::Error;
using ruhu::ErrorCode;
using ruhu::Result;

namespace {

constexpr ErrorCode kLastCode = ErrorCode::Internal;

std::vector<ErrorCode> everyCode()
{
    std::vector<ErrorCode> codes;
    for (int i = 0; i <= static_cast<int>(kLastCode); ++i)
        codes.push_back(static_cast<ErrorCode>(i));
    return codes;
}

} // namespace

TEST_CASE("a result holds either its value or its error", "[base][result]")
{
    const Result<int> good = 7;
    REQUIRE(good);
    CHECK(*good == 7);
    CHECK(good.value_or(3) == 7);

    const Result<int> bad = Error{ErrorCode::Busy, u"lock held"_s, u"journal"_s};
    REQUIRE_FALSE(bad);
    CHECK(bad.error() == Error{ErrorCode::Busy, u"lock held"_s, u"journal"_s});
    CHECK(bad.value_or(3) == 3);
}

TEST_CASE("a result carries values that can only be moved", "[base][result]")
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(42);
    REQUIRE(result);
    const std::unique_ptr<int> taken = *std::move(result);
    CHECK(*taken == 42);
}

TEST_CASE("a result without a value is good unless told otherwise", "[base][result]")
{
    const Result<void> good;
    CHECK(good.has_value());
    const Result<void> bad = Error{ErrorCode::DiskFull, {}, {}};
    REQUIRE_FALSE(bad.has_value());
    CHECK(bad.error().code == ErrorCode::DiskFull);
}

TEST_CASE("context is put in front and code and subject stay", "[base][error]")
{
    const Error inner{ErrorCode::Conflict, u"revision 3, expected 2"_s, u"ticket-1"_s};
    const Error outer = inner.withContext(u"while storing"_s);
    CHECK(outer == Error{ErrorCode::Conflict, u"while storing: revision 3, expected 2"_s, u"ticket-1"_s});
}

TEST_CASE("every error code has a name of its own that reads back to it", "[base][error]")
{
    std::set<QString> names;
    for (const ErrorCode code : everyCode()) {
        const QString name = ruhu::codeName(code);
        CAPTURE(name);
        CHECK(ruhu::codeFromName(name) == code);
        CHECK(names.insert(name).second);
    }
    CHECK(names.size() == 18);
}

TEST_CASE("an unknown error name reads as an internal error, never as something retryable", "[base][error]")
{
    for (const QString &name : {u""_s, u"Offline"_s, u"offline "_s, u"from-the-future"_s}) {
        CAPTURE(name);
        CHECK(ruhu::codeFromName(name) == ErrorCode::Internal);
    }
    CHECK_FALSE(ruhu::isRetryable(ErrorCode::Internal));
}

TEST_CASE("only what time can heal is worth a retry", "[base][error]")
{
    const std::set<ErrorCode> retryable{ErrorCode::Offline, ErrorCode::Timeout, ErrorCode::Busy,
                                        ErrorCode::ServerFailure, ErrorCode::DiskFull};
    for (const ErrorCode code : everyCode()) {
        CAPTURE(code);
        CHECK(ruhu::isRetryable(code) == (retryable.count(code) == 1));
    }
}
