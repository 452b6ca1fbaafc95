// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/photo_strip.h>

#include <QAbstractButton>

namespace ruhu::widgets {

/// One frame of the strip: a photo, or the place where the next one goes.
class PhotoTile final : public QAbstractButton {
    Q_OBJECT
public:
    /// An empty id makes the add tile.
    PhotoTile(const Photo &photo, QWidget *parent);

    void setThumbnail(const QImage &thumbnail);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintPhoto(QPainter &painter, const QRect &frame) const;
    void paintAdd(QPainter &painter, const QRect &frame) const;

    Photo m_photo;
};

} // namespace ruhu::widgets
