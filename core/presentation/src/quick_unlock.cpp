// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quick_unlock.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

constexpr int kMinDigits = 6;
constexpr int kMaxDigits = 12;
constexpr int kTries = 5;

[[nodiscard]] bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// 111111, 123456, 987654: what is tried first.
[[nodiscard]] bool isSimple(const QString &number)
{
    const int step = number.at(1).unicode() - number.at(0).unicode();
    if (step < -1 || step > 1)
        return false;
    for (qsizetype i = 2; i < number.size(); ++i) {
        if (number.at(i).unicode() - number.at(i - 1).unicode() != step)
            return false;
    }
    return true;
}

} // namespace

Result<void> QuickUnlock::checkNumber(const QString &number)
{
    const bool isNumber = number.size() >= kMinDigits && number.size() <= kMaxDigits
                          && std::all_of(number.begin(), number.end(), isDigit);
    if (!isNumber)
        return Error{ErrorCode::InvalidInput, u"a number has 6 to 12 digits"_s, u"number-short"_s};
    if (isSimple(number))
        return Error{ErrorCode::InvalidInput, u"one of the first to be tried"_s, u"number-simple"_s};
    return {};
}

Result<void> QuickUnlock::set(const SessionKeys &keys, const QString &number, const crypto::KdfCost &cost,
                              WallTime until)
{
    auto document = encodeKeys(keys, number, cost);
    if (!document)
        return document.error();
    m_document = std::move(*document);
    m_until = until;
    m_wrong = 0;
    return {};
}

Result<SessionKeys> QuickUnlock::open(const QString &number, WallTime now)
{
    const Error over{ErrorCode::NotAllowed, u"the password is asked for"_s, u"number-over"_s};
    if (!isSet(now))
        return over;
    ++m_wrong;
    auto keys = decodeKeys(m_document, number);
    if (keys)
        return keys;
    if (m_wrong < kTries)
        return Error{ErrorCode::NotAllowed, u"not the number"_s, u"wrong-number"_s};
    forget();
    return over;
}

void QuickUnlock::forget()
{
    m_document.fill('\0');
    m_document.clear();
}

} // namespace ruhu::presentation
