// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/crypto/authenticator.h>

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace ruhu::test {

/// The app on somebody's phone. Header only: whoever includes it links the crypto library.
class Authenticator {
public:
    /// `uri` as the office tells it.
    explicit Authenticator(const QString &uri)
        : m_secret(fromBase32(QUrlQuery(QUrl(uri)).queryItemValue(QStringLiteral("secret"))))
    {}

    [[nodiscard]] QString codeAt(WallTime time) const { return crypto::authenticatorCode(m_secret, time); }
    /// One that was not given out before; three times in thirty seconds the office takes it.
    [[nodiscard]] QString next(WallTime now)
    {
        const WallTime earliest = now - kStep;
        m_next = std::max(m_next + kStep, earliest);
        return codeAt(m_next);
    }

private:
    static constexpr std::chrono::seconds kStep{30};

    [[nodiscard]] static QByteArray fromBase32(const QString &text)
    {
        QByteArray bytes;
        quint64 bits = 0;
        int count = 0;
        for (const QChar c : text) {
            const int value = c.isLetter() ? c.unicode() - u'A' : c.unicode() - u'2' + 26;
            bits = (bits << 5) | static_cast<quint64>(value);
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.append(static_cast<char>((bits >> count) & 0xff));
            }
        }
        return bytes;
    }

    QByteArray m_secret;
    WallTime m_next;
};

} // namespace ruhu::test
