// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Documents of the program, changed by a word to see what their readers say of it.

#include <ruhu_test/catch_qt.h>

#include <QByteArray>
#include <QString>

/// The document with the first `from` made `to`; one without `from` fails the test.
[[nodiscard]] QByteArray changed(QByteArray document, const QByteArray &from, const QByteArray &to);

/// The path of the member a reader refused as invalid; a document that was read fails the test.
template<typename T>
[[nodiscard]] QString refusedMember(const ruhu::Result<T> &read)
{
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ruhu::ErrorCode::InvalidInput);
    return read.error().subject;
}
