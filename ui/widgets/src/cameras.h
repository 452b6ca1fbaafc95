// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/frame_source.h>

#include <atomic>

class QMediaDevices;

namespace ruhu::widgets {

/// The media objects behind makeCameraSource(). Lives on a thread of its own: starting the media libraries takes a tenth of a
/// second, turning a frame into a picture some milliseconds, and a camera lets go when it likes.
class Cameras final : public QObject {
    Q_OBJECT
public:
    /// The next frame is made into a picture when `wanted` is true again, so that none pile up.
    explicit Cameras(std::shared_ptr<std::atomic_bool> wanted);
    ~Cameras() override;

    void look();
    void start(const QByteArray &id);
    void stop();

Q_SIGNALS:
    void found(const std::vector<ruhu::widgets::Camera> &cameras);
    void pictured(const QImage &picture);
    void failed();

private:
    struct Capture;
    void tell();

    std::shared_ptr<std::atomic_bool> m_wanted;
    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<Capture> m_capture;
};

} // namespace ruhu::widgets
