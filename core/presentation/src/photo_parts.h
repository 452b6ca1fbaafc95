// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/papers.h>

namespace ruhu::presentation {

inline constexpr qsizetype kMaxPhotoBytes = 12 * 1024 * 1024;
/// Beyond these a picture would need hundreds of megabytes to be shown.
inline constexpr int kMaxPhotoSide = 20'000;
inline constexpr qint64 kMaxPhotoPixels = 100'000'000;

[[nodiscard]] inline Error brokenPhoto(const QString &format, const QString &what)
{
    return Error{ErrorCode::InvalidInput, QStringLiteral("broken %1: %2").arg(format, what), QStringLiteral("photo")};
}

[[nodiscard]] Result<CleanPhoto> cleanJpeg(const QByteArray &bytes);
[[nodiscard]] Result<CleanPhoto> cleanPng(const QByteArray &bytes);

[[nodiscard]] inline bool isPlausibleSize(qint64 width, qint64 height)
{
    return width > 0 && height > 0 && width <= kMaxPhotoSide && height <= kMaxPhotoSide
           && width * height <= kMaxPhotoPixels;
}
/// The caller has checked that the bytes are there.
[[nodiscard]] inline quint32 bigEndian(const QByteArray &bytes, qsizetype at, int count)
{
    quint32 value = 0;
    for (qsizetype i = 0; i < count; ++i)
        value = (value << 8) | static_cast<quint8>(bytes[at + i]);
    return value;
}

} // namespace ruhu::presentation
