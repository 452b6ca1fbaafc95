// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blocks.h"

#include <ruhu/report/report.h>

#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>

namespace ruhu::report {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kDotsPerInch = 1200; // of the PDF's own grid

void section(Composer &composer, const Sheet &sheet, const QString &title, const std::vector<Block> &blocks)
{
    composer.section(headingBlock(sheet, title, false), headingBlock(sheet, title, true), blocks);
}

[[nodiscard]] Result<Composer> compose(const Sheet &sheet, const domain::Paper &paper, qreal firstTop)
{
    Composer composer(sheet, firstTop);
    for (const domain::PaperSection &part : paper.sections)
        section(composer, sheet, part.title, rowBlocks(sheet, part.rows));
    const auto photos = photoBlocks(sheet, paper.photos);
    if (!photos)
        return photos.error();
    section(composer, sheet, paper.photosTitle, *photos);
    section(composer, sheet, paper.signaturesTitle, signatureBlocks(sheet, paper.signatures));
    return composer;
}

void drawPage(QPainter &painter, const Composer::Page &page)
{
    for (const auto &[y, block] : page) {
        painter.save();
        block.draw(painter, y);
        painter.restore();
    }
}

/// The whole sheet is ours: the margins are part of the design, also on a printer.
void claimSheet(QPagedPaintDevice &device)
{
    QPageLayout layout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(), QPageLayout::Millimeter);
    layout.setMode(QPageLayout::FullPageMode);
    device.setPageLayout(layout);
}

} // namespace

Result<int> paint(const domain::Paper &paper, QPagedPaintDevice &device)
{
    claimSheet(device);
    const Sheet sheet(device);
    const Block title = titleBlock(sheet, paper);
    const auto composed = compose(sheet, paper, sheet.top() + title.height);
    if (!composed)
        return composed.error();
    const std::vector<Composer::Page> &pages = composed->pages();
    const int count = static_cast<int>(pages.size());
    const Block running = runningHeader(sheet, paper);
    QPainter painter;
    if (!painter.begin(&device))
        return Error{ErrorCode::ReadOnly, u"the paint device cannot be used"_s, {}};
    for (int i = 0; i < count; ++i) {
        if (i > 0 && !device.newPage())
            return Error{ErrorCode::DiskFull, u"no further page"_s, {}};
        (i == 0 ? title : running).draw(painter, sheet.top());
        drawPage(painter, pages[static_cast<std::size_t>(i)]);
        footerBlock(sheet, paper, i + 1, count).draw(painter, sheet.footerTop());
    }
    return count;
}

Result<QByteArray> makePdf(const domain::Paper &paper)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Internal, u"PDF buffer"_s, {}};
    QPdfWriter writer(&buffer);
    writer.setResolution(kDotsPerInch);
    writer.setTitle(QString(paper.title + u' ' + paper.number));
    writer.setCreator(u"Ruhu"_s);
    // The writer ends the file when its painter has gone, which is inside paint().
    const auto pages = paint(paper, writer);
    if (!pages)
        return pages.error();
    buffer.close();
    return bytes;
}

} // namespace ruhu::report
