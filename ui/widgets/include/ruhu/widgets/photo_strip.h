// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>

#include <vector>

namespace ruhu::widgets {

class FlowLayout;

struct Photo {
    QString id;
    QImage thumbnail; // any size; shown cropped to the frame
    QString caption;
    bool needsYou = false; // has an open comment

    bool operator==(const Photo &) const = default;
};

/// Thumbnails with captions and a button for one more.
class PhotoStrip final : public QWidget {
    Q_OBJECT
public:
    explicit PhotoStrip(QWidget *parent = nullptr);

    void setPhotos(const std::vector<Photo> &photos);
    /// The picture of a tile that was shown without it.
    void setThumbnail(const QString &id, const QImage &thumbnail);
    [[nodiscard]] int count() const { return m_count; }
    /// Hides the add button, e.g. on the supervisor's side.
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void addRequested();
    void photoActivated(const QString &id);

private:
    FlowLayout *m_flow;
    QWidget *m_add;
    int m_count = 0;
};

} // namespace ruhu::widgets
