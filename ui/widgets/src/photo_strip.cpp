// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/photo_strip.h>

#include "photo_tile.h"

#include <ruhu/widgets/flow_layout.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

PhotoStrip::PhotoStrip(QWidget *parent) : QWidget(parent), m_flow(new FlowLayout(this, tokens::kSpace3)), m_add(nullptr)
{
    setObjectName(u"photoStrip"_s);
    setAccessibleName(tr("Photos"));
    auto *add = new PhotoTile({}, this);
    add->setObjectName(u"addPhoto"_s);
    connect(add, &QAbstractButton::clicked, this, &PhotoStrip::addRequested);
    m_add = add;
    m_flow->addWidget(add);
}

void PhotoStrip::setPhotos(const std::vector<Photo> &photos)
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        if (item->widget() != m_add)
            delete item->widget();
        delete item;
    }
    for (const Photo &photo : photos) {
        auto *tile = new PhotoTile(photo, this);
        tile->setObjectName(u"photo-"_s + photo.id);
        const QString id = photo.id;
        connect(tile, &QAbstractButton::clicked, this, [this, id] { Q_EMIT photoActivated(id); });
        m_flow->addWidget(tile);
        tile->show();
    }
    m_flow->addWidget(m_add);
    m_count = static_cast<int>(photos.size());
}

void PhotoStrip::setThumbnail(const QString &id, const QImage &thumbnail)
{
    // The same picture may serve several steps.
    const QList<PhotoTile *> tiles = findChildren<PhotoTile *>(u"photo-"_s + id);
    for (PhotoTile *tile : tiles)
        tile->setThumbnail(thumbnail);
}

void PhotoStrip::setReadOnly(bool readOnly)
{
    m_add->setVisible(!readOnly);
}

} // namespace ruhu::widgets
