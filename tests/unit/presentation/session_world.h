// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/field_session.h>
#include <ruhu/presentation/papers.h>
#include <ruhu/service/demo_day.h>

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/temp_dir.h>

#include <atomic>
#include <mutex>

namespace ruhu::test {

/// The value, or the test fails with the error.
template<typename T>
T must(Result<T> result)
{
    if (!result)
        FAIL(Catch::StringMaker<Error>::convert(result.error()));
    return std::move(*result);
}
inline void must(const Result<void> &result)
{
    if (!result)
        FAIL(Catch::StringMaker<Error>::convert(result.error()));
}

/// What becomes of a request on its way: asks the office or does not, and gives back what reaches the laptop. Called on the
/// laptop's thread.
using Way =
    std::function<Result<sync::Reply>(const sync::Request &request, const std::function<sync::Reply()> &office)>;

/// An answer of the office itself that refuses with a code of the wire.
[[nodiscard]] sync::Reply refusalOf(int status, const QString &code);

/// A server in this process with the demo day, and transports that call it directly. Everything on one manual clock.
class OfficeWorld {
public:
    OfficeWorld();

    [[nodiscard]] presentation::Environment environment(bool syncByItself = false);
    /// Another connection to the same server data, for another thread.
    [[nodiscard]] std::unique_ptr<service::Office> openOffice();
    /// From the next request on, for every laptop; any thread. Without one, requests reach the office.
    void setWay(Way way);
    [[nodiscard]] Way way();
    [[nodiscard]] presentation::EnrolInput enrolInput(const QString &login = QStringLiteral("demo"));

    TempDir temp;
    ManualClock clock;
    SystemRandom random;
    UuidV7Source ids{clock, random};
    std::unique_ptr<service::Office> office;
    service::DemoDay day;
    std::atomic<bool> offline = false;
    std::atomic<int> requests = 0;

private:
    std::mutex m_wayMutex;
    Way m_way;
};

inline const QString kPassword = QStringLiteral("Blue-Ladder-2719");

/// Enrolled and open, in `folder` of the world's temporary folder.
[[nodiscard]] std::unique_ptr<presentation::FieldSession> enrolled(OfficeWorld &world, const QString &folder,
                                                                   const QString &login = QStringLiteral("demo"));
[[nodiscard]] Result<presentation::SignInOutcome> signIn(presentation::FieldSession &session, const QString &password);
/// Rounds until nothing moves any more.
void syncAll(OfficeWorld &world, presentation::FieldSession &session);

} // namespace ruhu::test
