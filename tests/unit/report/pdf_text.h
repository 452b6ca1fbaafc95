// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/paper.h>

#include <QSize>
#include <QStringList>

namespace ruhu::test {

/// The text another program finds in the file, page by page (pdftotext of poppler-utils). Fails the test without it.
[[nodiscard]] QStringList pagesOfText(const QByteArray &pdf);
/// Without spaces and line ends: a text that was broken into lines is found all the same.
[[nodiscard]] QString squeezed(const QString &text);
/// Every text of a paper.
[[nodiscard]] QStringList textsOf(const domain::Paper &paper);

/// A picture with something to see on it.
[[nodiscard]] QByteArray samplePicture(const QSize &size);

/// Rows enough for one page, with a photo and both signatures.
[[nodiscard]] domain::Paper smallPaper();

} // namespace ruhu::test
