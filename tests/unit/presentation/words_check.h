// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/words.h>

#include <ruhu_test/catch_qt.h>

#include <algorithm>

namespace ruhu::test {

/// The language of the test; English again afterwards.
class In {
public:
    explicit In(presentation::Language language) { presentation::setLanguage(language); }
    ~In() { presentation::setLanguage(presentation::Language::English); }
    In(const In &) = delete;
    In &operator=(const In &) = delete;
};

[[nodiscard]] inline bool hasChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

/// What every text for people must be, in both languages.
template<typename Make>
void checkWords(const QString &name, const Make &make)
{
    QString english;
    QString chinese;
    {
        const In in(presentation::Language::English);
        english = make();
    }
    {
        const In in(presentation::Language::Chinese);
        chinese = make();
    }
    CAPTURE(name, english, chinese);
    CHECK_FALSE(english.isEmpty());
    CHECK_FALSE(hasChinese(english));
    CHECK(hasChinese(chinese));
    for (const QString &text : {english, chinese}) {
        CHECK_FALSE(text.contains(QStringLiteral("%1")));
        CHECK_FALSE(text.contains(QStringLiteral("%2")));
        CHECK_FALSE(text.contains(QStringLiteral("%n")));
        CHECK_FALSE(text.contains(QStringLiteral("Internal error"), Qt::CaseInsensitive));
    }
}

constexpr std::int64_t kSundayMs = 1'795'356'000'000; // Sun 22 Nov 2026 14:00 UTC
inline const WallTime kSunday = wallTimeFromMs(kSundayMs);

[[nodiscard]] inline sync::Status holding(sync::Hold hold)
{
    sync::Status status;
    status.hold = hold;
    status.pendingEvents = 3;
    status.pendingBlobs = 1;
    status.pendingBlobBytes = 183'000;
    status.holdSince = kSunday;
    status.nextTry = kSunday + std::chrono::minutes(10);
    return status;
}

} // namespace ruhu::test
