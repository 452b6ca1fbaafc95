// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cameras.h"

#include <QCamera>
#include <QCameraDevice>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>

#include <algorithm>

namespace ruhu::widgets {
namespace {

constexpr int kMostWidth = 1920; // sharp enough for a label on a box, and quick to show

/// The largest pictures that are not larger than needed; the camera's own choice when it offers none of these.
[[nodiscard]] QCameraFormat formatFor(const QCameraDevice &device)
{
    QCameraFormat best;
    const QList<QCameraFormat> formats = device.videoFormats();
    for (const QCameraFormat &format : formats) {
        const int width = format.resolution().width();
        const bool sharper = width > best.resolution().width();
        const bool quicker = width == best.resolution().width() && format.maxFrameRate() > best.maxFrameRate();
        if (width <= kMostWidth && (sharper || quicker))
            best = format;
    }
    return best;
}

} // namespace

struct Cameras::Capture {
    explicit Capture(const QCameraDevice &device) : camera(device)
    {
        if (const QCameraFormat format = formatFor(device); !format.isNull())
            camera.setCameraFormat(format);
        session.setCamera(&camera);
        session.setVideoSink(&sink);
    }
    ~Capture() { camera.stop(); }
    Capture(const Capture &) = delete;
    Capture &operator=(const Capture &) = delete;

    QVideoSink sink;
    QCamera camera;
    QMediaCaptureSession session;
};

Cameras::Cameras(std::shared_ptr<std::atomic_bool> wanted) : m_wanted(std::move(wanted)) {}

Cameras::~Cameras() = default;

void Cameras::look()
{
    if (!m_devices) {
        m_devices = std::make_unique<QMediaDevices>();
        connect(m_devices.get(), &QMediaDevices::videoInputsChanged, this, &Cameras::tell);
    }
    tell();
}

void Cameras::start(const QByteArray &id)
{
    stop();
    const QList<QCameraDevice> devices = QMediaDevices::videoInputs();
    const auto device =
        std::find_if(devices.begin(), devices.end(), [&id](const QCameraDevice &one) { return one.id() == id; });
    if (device == devices.end()) {
        Q_EMIT failed();
        return;
    }
    m_capture = std::make_unique<Capture>(*device);
    connect(&m_capture->camera, &QCamera::errorOccurred, this, &Cameras::failed);
    connect(&m_capture->sink, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame &frame) {
        if (m_wanted->exchange(false))
            Q_EMIT pictured(frame.toImage());
    });
    *m_wanted = true;
    m_capture->camera.start();
}

void Cameras::stop()
{
    m_capture.reset();
}

void Cameras::tell()
{
    std::vector<Camera> cameras;
    const QList<QCameraDevice> devices = QMediaDevices::videoInputs();
    for (const QCameraDevice &device : devices)
        cameras.push_back({device.id(), device.description()});
    Q_EMIT found(cameras);
}

} // namespace ruhu::widgets
