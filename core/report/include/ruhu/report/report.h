// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>
#include <ruhu/domain/paper.h>

#include <QByteArray>

class QPagedPaintDevice;
class QString;

namespace ruhu::report {

/// Lays a paper out on A4 and draws it: QPdfWriter, printer or preview, all pages the same. Needs a QGuiApplication (any
/// platform, also offscreen). Errors: InvalidInput for a broken photo, named by its caption.
[[nodiscard]] Result<int> paint(const domain::Paper &paper, QPagedPaintDevice &device); // number of pages

/// The finished PDF file. Same input, same page content.
[[nodiscard]] Result<QByteArray> makePdf(const domain::Paper &paper);

/// Writes through a temporary file, so that no half PDF is ever there. DiskFull, ReadOnly, NotFound (folder).
[[nodiscard]] Result<void> savePdf(const domain::Paper &paper, const QString &path);

} // namespace ruhu::report
