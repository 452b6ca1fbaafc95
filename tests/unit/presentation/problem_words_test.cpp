// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_check.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::presentation;
using test::checkWords;
using test::holding;
using test::kSunday;

namespace {

/// Every code a laptop may be given as a problem or a verdict, as the sources of engine, runner and server name them.
[[nodiscard]] QStringList problemCodes()
{
    const QRegularExpression named(u"(?:ErrorCode::\\w+, |codeOf\\(reply\\.status\\), |Problem = |verdict = |code = |"
                                   "problemResponse\\(\\d+, |\\{(?=u\"[a-z-]+\", \\d))u\"([a-z]+(?:-[a-z]+)*)\""_s);
    std::set<QString> codes{u"parked"_s};
    for (const QString &folder : {u"core/sync/src"_s, u"core/service/src"_s, u"core/httpd/src"_s}) {
        QDirIterator files(QStringLiteral(RUHU_SOURCE_DIR) + u'/' + folder, {u"*.cpp"_s});
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith(u"office_acts.cpp"_s))
                continue; // the office's own acts; no laptop hears of them
            REQUIRE(file.open(QIODevice::ReadOnly));
            auto found = named.globalMatch(QString::fromUtf8(file.readAll()));
            while (found.hasNext())
                codes.insert(found.next().captured(1));
        }
    }
    return {codes.begin(), codes.end()};
}

} // namespace

TEST_CASE("every error and every problem code says what happened, what is safe and what to do next")
{
    QStringList problems = problemCodes();
    CHECK(problems.size() >= 28);
    std::vector<Error> errors;
    for (int value = 0; value <= static_cast<int>(ErrorCode::Internal); ++value) {
        const auto code = static_cast<ErrorCode>(value);
        errors.push_back({code, u"detail"_s, {}});
        problems.push_back(codeName(code));
    }
    for (const QString &problem : problems) {
        errors.push_back({ErrorCode::ServerFailure, u"detail"_s, problem});
        checkWords(problem, [&] { return problemText(problem); });
    }
    for (const Error &error : errors) {
        const QString name = error.subject.isEmpty() ? codeName(error.code) : error.subject;
        checkWords(name, [&] { return messageFor(error).what; });
        checkWords(name, [&] { return messageFor(error).safe; });
        checkWords(name, [&] { return messageFor(error).next; });
        CHECK(messageFor(error).code == name);
    }
}

TEST_CASE("every problem in every hold has words of its own side, and the code beside them")
{
    using sync::Hold;
    for (const Hold hold : {Hold::Offline, Hold::SignInNeeded, Hold::ServerTrouble, Hold::UpdateNeeded,
                            Hold::DeviceRevoked, Hold::TlsFailure, Hold::DiskFull, Hold::Damaged}) {
        for (const QString &problem : problemCodes()) {
            sync::Status status = holding(hold);
            status.lastProblem = problem;
            checkWords(problem, [&] { return syncText(status, kSunday); });
            checkWords(problem, [&] { return syncDetailText(status, kSunday); });
            CHECK(syncCode(status) == problem);
        }
    }
    const auto detail = [](Hold hold, const QString &problem) {
        sync::Status status = holding(hold);
        status.lastProblem = problem;
        return syncDetailText(status, kSunday);
    };
    // What the server cannot take is no damage on this laptop.
    for (const QString &problem : {u"bad-request"_s, u"body-too-large"_s, u"chain"_s, u"blob-too-large"_s, u"feed"_s}) {
        CAPTURE(problem);
        CHECK(detail(Hold::Damaged, problem).contains(u"Your work is safe on this laptop."_s));
        CHECK_FALSE(detail(Hold::Damaged, problem).contains(u"damaged"_s));
    }
    CHECK(detail(Hold::ServerTrouble, u"disk-full"_s).contains(u"The disk of the server is full."_s));
    CHECK(detail(Hold::DiskFull, u"disk-full"_s).contains(u"The disk of this laptop is full."_s));
    CHECK(detail(Hold::ServerTrouble, u"damaged"_s).contains(u"server"_s));
    CHECK_FALSE(detail(Hold::Damaged, u"blob-damaged"_s).contains(u"safe"_s));
    CHECK(syncCode({}).isEmpty());
}
