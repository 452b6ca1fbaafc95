// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace ruhu::widgets {

struct Camera {
    QByteArray id;
    QString name;
    bool operator==(const Camera &) const = default;
};

/// The cameras of this laptop, seen as pictures that arrive. Every call returns at once; answers come as signals on the GUI
/// thread. Tests feed their own pictures.
class FrameSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Answers with camerasFound(), and again whenever one is plugged in or out.
    virtual void look() = 0;
    /// Pictures of this camera from now on, instead of those of another one.
    virtual void start(const QByteArray &camera) = 0;
    /// The camera's lamp goes out. Pictures that were under way may still come.
    virtual void stop() = 0;

Q_SIGNALS:
    void camerasFound(const std::vector<ruhu::widgets::Camera> &cameras);
    void frame(const QImage &picture);
    /// The started camera gives no pictures, e.g. because another program has it.
    void failed();
};

/// The real cameras. Nothing of the media libraries is loaded before the first look().
[[nodiscard]] std::unique_ptr<FrameSource> makeCameraSource();

} // namespace ruhu::widgets
