// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/pictures.h>

#include <ruhu/widgets/tokens.h>

#include <QBuffer>
#include <QGuiApplication>
#include <QImageReader>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace ruhu::widgets {
namespace {

constexpr QSize kTile(2 * tokens::kThumbWidth, 2 * tokens::kThumbHeight); // sharp at 200 %
constexpr int kKibiByte = 1024;
constexpr int kMaxKeptKib = 24 * kKibiByte; // over a hundred tiles

/// Never larger than it is; a JPEG is not even unpacked to its full size.
QImage decoded(const QByteArray &bytes, QSize box, Qt::AspectRatioMode mode)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize full = reader.size();
    const QSize wanted = full.scaled(box, mode);
    if (full.isValid() && wanted.width() < full.width())
        reader.setScaledSize(wanted.expandedTo(QSize(1, 1)));
    return reader.read();
}

} // namespace

Pictures::Pictures(presentation::FieldClient &client, QObject *parent)
    : QObject(parent), m_client(client), m_tiles(kMaxKeptKib)
{
    m_decoder.setMaxThreadCount(1);
    connect(&m_client, &presentation::FieldClient::blobLoaded, this, &Pictures::takeBlob);
}

Pictures::~Pictures()
{
    m_decoder.clear();
    m_decoder.waitForDone();
}

QImage Pictures::tile(const QByteArray &sha256)
{
    if (const QImage *kept = m_tiles.object(sha256))
        return *kept;
    if (!m_asked.contains(sha256)) {
        m_asked.insert(sha256);
        m_client.loadBlob(sha256);
    }
    return {};
}

void Pictures::loadOriginal(const QByteArray &sha256, std::function<void(const QImage &)> show)
{
    m_original = sha256;
    m_show = std::move(show);
    m_client.loadBlob(sha256);
}

void Pictures::takeBlob(const QByteArray &sha256, const QByteArray &bytes)
{
    if (m_show && sha256 == m_original) {
        const QScreen *screen = QGuiApplication::primaryScreen();
        decode(bytes, screen->size() * screen->devicePixelRatio(), Qt::KeepAspectRatio,
               [show = std::exchange(m_show, nullptr)](const QImage &picture) {
                   if (!picture.isNull())
                       show(picture);
               });
    }
    if (!m_asked.contains(sha256))
        return;
    if (bytes.isEmpty()) { // not to be had now; the next page asks again
        m_asked.remove(sha256);
        return;
    }
    decode(bytes, kTile, Qt::KeepAspectRatioByExpanding, [this, sha256](const QImage &tile) {
        m_asked.remove(sha256);
        if (tile.isNull())
            return;
        m_tiles.insert(sha256, new QImage(tile), std::max<qsizetype>(tile.sizeInBytes() / kKibiByte, 1)); // NOLINT
        Q_EMIT tileReady(sha256, tile);
    });
}

void Pictures::decode(const QByteArray &bytes, QSize box, Qt::AspectRatioMode mode,
                      std::function<void(const QImage &)> answer)
{
    m_decoder.start([this, bytes, box, mode, answer = std::move(answer)] {
        const QImage picture = decoded(bytes, box, mode);
        // This object waits for the decoder before it goes, and takes its undelivered calls with it.
        QMetaObject::invokeMethod(
            this, [answer, picture] { answer(picture); }, Qt::QueuedConnection);
    });
}

} // namespace ruhu::widgets
