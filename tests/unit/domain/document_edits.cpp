// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_edits.h"

QByteArray changed(QByteArray document, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = document.indexOf(from);
    INFO(from.toStdString());
    REQUIRE(at >= 0);
    return document.replace(at, from.size(), to);
}
