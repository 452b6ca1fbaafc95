// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>

#include <QByteArray>

class QIODevice;

namespace ruhu::crypto {

/// Starts the crypto library once; every function below may be called after it, from any thread.
[[nodiscard]] Result<void> initialise();

inline constexpr qsizetype kDigestBytes = 32;

/// BLAKE2b-256.
[[nodiscard]] QByteArray blake2b(const QByteArray &bytes);
/// SHA-256, the address of every blob.
[[nodiscard]] QByteArray sha256(const QByteArray &bytes);
/// SHA-256 of all that is left to read, in bounded memory.
[[nodiscard]] Result<QByteArray> sha256(QIODevice &device);

/// Before the first entry of a journal: 32 zero bytes.
[[nodiscard]] QByteArray chainStart();
/// h_n = BLAKE2b-256("ruhu1" || h_{n-1} || length of body as 8 bytes little-endian || body_n)  (sync.md 2.12)
[[nodiscard]] QByteArray chainNext(const QByteArray &previous, const QByteArray &body);
/// feed_hash_n = BLAKE2b-256(feed_hash_{n-1} || entry hash)  (sync.md 2.6)
[[nodiscard]] QByteArray feedNext(const QByteArray &previous, const QByteArray &entryHash);

/// Compares without telling by its time where the difference is.
[[nodiscard]] bool equalConstantTime(const QByteArray &a, const QByteArray &b);

} // namespace ruhu::crypto
