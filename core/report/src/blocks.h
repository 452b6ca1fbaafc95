// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer.h"
#include "text_block.h"

#include <ruhu/base/result.h>
#include <ruhu/domain/paper.h>

namespace ruhu::report {

/// Above a section; `continued` adds the word.
[[nodiscard]] Block headingBlock(const Sheet &sheet, const QString &title, bool continued);
/// Rows of a section; a row that would not fit on any page becomes several.
[[nodiscard]] std::vector<Block> rowBlocks(const Sheet &sheet, const std::vector<domain::PaperRow> &rows);
/// Pictures side by side, each with its caption. InvalidInput for bytes that are no picture, named by the caption.
[[nodiscard]] Result<std::vector<Block>> photoBlocks(const Sheet &sheet, const std::vector<domain::PaperPhoto> &photos);
[[nodiscard]] std::vector<Block> signatureBlocks(const Sheet &sheet,
                                                 const std::vector<domain::PaperSignature> &signatures);

/// Head of the first page: company, title, number, telephone.
[[nodiscard]] Block titleBlock(const Sheet &sheet, const domain::Paper &paper);
/// Head of the later pages, drawn at Sheet::top().
[[nodiscard]] Block runningHeader(const Sheet &sheet, const domain::Paper &paper);
/// Foot of every page, drawn at Sheet::footerTop().
[[nodiscard]] Block footerBlock(const Sheet &sheet, const domain::Paper &paper, int page, int pages);

} // namespace ruhu::report
