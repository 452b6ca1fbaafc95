// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/scaled_number.h>

#include <QtGlobal>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

constexpr int kBase = 10;
constexpr int kMaxDigits = 15;

bool isMinus(QChar c)
{
    return c == u'-' || c == u'\u2212' || c == u'\uFF0D';
}

bool isPoint(QChar c)
{
    return c == u'.' || c == u',' || c == u'\uFF0E' || c == u'\u3002' || c == u'\uFF0C';
}

} // namespace

std::optional<qint64> parseScaled(QStringView text, int decimals)
{
    QStringView rest = text.trimmed();
    const bool negative = !rest.isEmpty() && isMinus(rest.front());
    if (negative || rest.startsWith(u'+'))
        rest = rest.mid(1);
    qint64 value = 0;
    int digits = 0;
    int after = -1; // digits after the point, once there is one
    for (const QChar c : rest) {
        if (isPoint(c) && after < 0) {
            after = 0;
            continue;
        }
        const int digit = c.digitValue();
        if (digit < 0 || ++digits > kMaxDigits || (after >= 0 && ++after > decimals))
            return std::nullopt;
        value = value * kBase + digit;
    }
    if (digits == 0 || after == 0)
        return std::nullopt;
    for (int i = after < 0 ? 0 : after; i < decimals; ++i) {
        if (++digits > kMaxDigits)
            return std::nullopt;
        value *= kBase;
    }
    return negative ? -value : value;
}

QString formatScaled(qint64 value, int decimals)
{
    QString digits = QString::number(qAbs(value)).rightJustified(decimals + 1, u'0');
    if (decimals > 0)
        digits.insert(digits.size() - decimals, u'.');
    return value < 0 ? u'\u2212' + digits : digits;
}

} // namespace ruhu::widgets
