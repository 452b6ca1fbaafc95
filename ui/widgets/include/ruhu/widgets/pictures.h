// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/field_client.h>

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <functional>

namespace ruhu::widgets {

/// Photos by SHA-256, fetched through the client and decoded beside the GUI thread. Only pictures of a tile's size are kept,
/// the latest used ones of them. Lives on the GUI thread; its answers come there.
class Pictures final : public QObject {
    Q_OBJECT
public:
    /// The client must outlive it.
    explicit Pictures(presentation::FieldClient &client, QObject *parent = nullptr);
    /// Waits for the one picture that is being decoded.
    ~Pictures() override;

    /// Null while it is not here yet; then tileReady() follows, unless it cannot be had or is no picture.
    [[nodiscard]] QImage tile(const QByteArray &sha256);
    /// As large as a screen shows it. `show` is called later, or never when it cannot be had; a newer request takes the
    /// place of one that was not answered yet.
    void loadOriginal(const QByteArray &sha256, std::function<void(const QImage &)> show);

Q_SIGNALS:
    void tileReady(const QByteArray &sha256, const QImage &tile);

private:
    void takeBlob(const QByteArray &sha256, const QByteArray &bytes);
    void decode(const QByteArray &bytes, QSize box, Qt::AspectRatioMode mode,
                std::function<void(const QImage &)> answer);

    presentation::FieldClient &m_client;
    QCache<QByteArray, QImage> m_tiles; // cost in KiB
    QSet<QByteArray> m_asked; // tiles on their way
    QByteArray m_original; // the one on its way
    std::function<void(const QImage &)> m_show;
    QThreadPool m_decoder; // one picture at a time
};

} // namespace ruhu::widgets
