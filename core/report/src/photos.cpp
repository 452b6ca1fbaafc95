// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blocks.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QPainter>

#include <algorithm>

namespace ruhu::report {
namespace {

using namespace Qt::Literals::StringLiterals;
using Type = Sheet::Type;

constexpr int kFewPhotos = 4; // up to here two in a row, beyond three
constexpr qsizetype kLongCaption = 200; // from here on a picture has a row of its own
constexpr qreal kShape = 3.0 / 4.0; // height of the frame by its width
constexpr qreal kDotsPerMm = 200 / 25.4;
constexpr qreal kWidestAlone = 84; // mm

struct Cell {
    QImage image;
    TextBlock caption;
};

/// Not more dots than the paper can show; what is left keeps the file small.
[[nodiscard]] Result<QImage> readPhoto(const domain::PaperPhoto &photo, qreal frameMm)
{
    QByteArray bytes = photo.bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, u"photo buffer"_s, {}};
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    const int most = qRound(frameMm * kDotsPerMm);
    if (size.isValid() && std::max(size.width(), size.height()) > most)
        reader.setScaledSize(size.scaled(most, most, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    QImage image = reader.read();
    if (image.isNull())
        return Error{ErrorCode::InvalidInput, u"photo cannot be read: "_s + reader.errorString(), {}};
    return image.hasAlphaChannel() ? image : image.convertToFormat(QImage::Format_RGB32);
}

void drawPhoto(QPainter &painter, const Sheet &sheet, const QImage &image, const QRectF &frame)
{
    painter.setPen(QPen(Sheet::hairline(), sheet.mm(0.2)));
    painter.setBrush(QColor(0xf4, 0xf5, 0xf5));
    painter.drawRect(frame);
    QSizeF size = image.size();
    size.scale(frame.size(), Qt::KeepAspectRatio);
    const QPointF corner(frame.center().x() - size.width() / 2, frame.center().y() - size.height() / 2);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(corner, size), image);
}

/// Cells side by side, as high as the highest.
[[nodiscard]] Block photoRow(const Sheet &sheet, std::vector<Cell> cells, qreal width, qreal gap)
{
    const qreal picture = width * kShape;
    const qreal space = sheet.mm(1.2);
    qreal words = 0;
    for (const Cell &cell : cells)
        words = std::max(words, cell.caption.height());
    const qreal height = picture + space + words + sheet.mm(3.5);
    return {height, [&sheet, cells = std::move(cells), width, gap, picture, space](QPainter &painter, qreal y) {
                qreal x = sheet.left();
                for (const Cell &cell : cells) {
                    drawPhoto(painter, sheet, cell.image, QRectF(x, y, width, picture));
                    cell.caption.draw(painter, x, y + picture + space);
                    x += width + gap;
                }
            }};
}

[[nodiscard]] bool isLong(const domain::PaperPhoto &photo)
{
    return photo.caption.size() > kLongCaption;
}

} // namespace

Result<std::vector<Block>> photoBlocks(const Sheet &sheet, const std::vector<domain::PaperPhoto> &photos)
{
    const bool few = photos.size() <= kFewPhotos && std::none_of(photos.begin(), photos.end(), isLong);
    const std::size_t columns = few ? 2 : 3;
    const qreal gap = sheet.mm(6);
    const qreal width = (sheet.width() - gap * static_cast<qreal>(columns - 1)) / static_cast<qreal>(columns);
    std::vector<Block> blocks;
    std::vector<Cell> row;
    const auto flush = [&](qreal cellWidth) {
        if (!row.empty())
            blocks.push_back(photoRow(sheet, std::move(row), cellWidth, gap));
        row.clear();
    };
    int number = 0;
    for (const domain::PaperPhoto &photo : photos) {
        ++number;
        const bool alone = isLong(photo);
        const qreal cellWidth = alone ? sheet.mm(kWidestAlone) : width;
        auto image = readPhoto(photo, cellWidth / sheet.mm(1));
        // Told by its number: errors are printed and logged, and a caption is the customer's.
        if (!image)
            return Error{image.error().code, image.error().detail, u"photo %1"_s.arg(number)};
        if (alone)
            flush(width);
        const TextBlock::Look look{Type::Small, false, Sheet::muted()};
        row.push_back({std::move(*image), TextBlock(sheet, photo.caption, alone ? sheet.width() : width, look)});
        if (alone || row.size() == columns)
            flush(cellWidth);
    }
    flush(width);
    return blocks;
}

} // namespace ruhu::report
