// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cameras.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThread>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

class CameraSource final : public FrameSource {
public:
    CameraSource()
        : m_wanted(std::make_shared<std::atomic_bool>(true)), m_thread(new QThread), m_cameras(new Cameras(m_wanted))
    {
        m_thread->setObjectName(u"ruhu-camera"_s);
        m_cameras->moveToThread(m_thread);
        connect(m_cameras, &Cameras::found, this, &FrameSource::camerasFound);
        connect(m_cameras, &Cameras::failed, this, &FrameSource::failed);
        connect(m_cameras, &Cameras::pictured, this, [this](const QImage &picture) {
            *m_wanted = true;
            Q_EMIT frame(picture);
        });
        connect(m_thread, &QThread::finished, m_cameras, &QObject::deleteLater);
        connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
        connect(qApp, &QCoreApplication::aboutToQuit, m_thread, [thread = m_thread.data()] {
            thread->quit();
            thread->wait();
        });
        m_thread->start();
    }
    /// Nobody waits for the camera here, only the end of the program does.
    ~CameraSource() override
    {
        if (m_thread)
            m_thread->quit();
    }
    CameraSource(const CameraSource &) = delete;
    CameraSource &operator=(const CameraSource &) = delete;

    void look() override
    {
        there([](Cameras &cameras) { cameras.look(); });
    }
    void start(const QByteArray &camera) override
    {
        there([camera](Cameras &cameras) { cameras.start(camera); });
    }
    void stop() override
    {
        there([](Cameras &cameras) { cameras.stop(); });
    }

private:
    template<typename Call>
    void there(Call call)
    {
        Cameras *cameras = m_cameras;
        if (cameras) // until the program ends
            QMetaObject::invokeMethod(
                cameras, [cameras, call = std::move(call)] { call(*cameras); }, Qt::QueuedConnection);
    }

    std::shared_ptr<std::atomic_bool> m_wanted;
    QPointer<QThread> m_thread; // deletes the cameras and itself when it has finished
    QPointer<Cameras> m_cameras;
};

} // namespace

std::unique_ptr<FrameSource> makeCameraSource()
{
    return std::make_unique<CameraSource>();
}

} // namespace ruhu::widgets
