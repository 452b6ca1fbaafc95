// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/camera_dialog.h>

#include "background.h"
#include "camera_view.h"

#include <ruhu/widgets/button.h>
#include <ruhu/widgets/text_label.h>

#include <QBuffer>
#include <QComboBox>
#include <QHBoxLayout>
#include <QImageWriter>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kJpegQuality = 90;

[[nodiscard]] QByteArray jpegOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(kJpegQuality);
    // A copy of the pixels alone: texts that came with the frame would be written as comments.
    QImage pixels = picture.convertToFormat(QImage::Format_RGB32);
    const QStringList keys = pixels.textKeys();
    for (const QString &key : keys)
        pixels.setText(key, {});
    return buffer.open(QIODevice::WriteOnly) && writer.write(pixels) ? bytes : QByteArray();
}

} // namespace

CameraDialog::CameraDialog(std::unique_ptr<FrameSource> source, QWidget *parent)
    : QDialog(parent),
      m_source(std::move(source)),
      m_picker(new QComboBox),
      m_view(new CameraView),
      m_words(new TextLabel({}, TextSize::Emphasis, Role::TextMuted)),
      m_middle(new QStackedWidget),
      m_cancel(new Button(tr("Cancel"), ButtonKind::Quiet)),
      m_file(new Button(tr("Choose a file …"))),
      m_again(new Button(tr("Take it again"))),
      m_primary(new Button({}, ButtonKind::Primary))
{
    setObjectName(u"cameraDialog"_s);
    setWindowTitle(tr("Take a photo"));
    buildLayout();
    resize(tokens::kCameraWidth, tokens::kCameraHeight);
    connect(m_source.get(), &FrameSource::camerasFound, this, &CameraDialog::showCameras);
    connect(m_source.get(), &FrameSource::frame, this, &CameraDialog::showFrame);
    connect(m_source.get(), &FrameSource::failed, this, [this] { enter(Stage::Trouble); });
    connect(m_picker, &QComboBox::activated, this, &CameraDialog::startChosen);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_file, &QPushButton::clicked, this, &CameraDialog::fileRequested);
    connect(m_again, &QPushButton::clicked, this, &CameraDialog::startChosen);
    connect(m_primary, &QPushButton::clicked, this, &CameraDialog::act);
    enter(Stage::Looking);
    m_source->look();
}

CameraDialog::~CameraDialog() = default;

void CameraDialog::buildLayout()
{
    m_picker->setObjectName(u"cameraPicker"_s);
    m_picker->setAccessibleName(tr("Camera"));
    m_picker->hide();
    m_words->setObjectName(u"cameraWords"_s);
    m_words->setWrapping();
    m_words->setAlignment(Qt::AlignCenter);
    m_cancel->setObjectName(u"cameraCancel"_s);
    m_file->setObjectName(u"cameraFile"_s);
    m_again->setObjectName(u"cameraAgain"_s);
    m_primary->setObjectName(u"cameraPrimary"_s);
    m_primary->setMinimumHeight(tokens::kControlHeightTouch);
    // The words alone would ask for two lines of room.
    m_middle->setMinimumSize(tokens::kCameraWidth / 2, tokens::kCameraHeight / 2);
    m_middle->addWidget(m_words);
    m_middle->addWidget(m_view);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::kSpace2);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_file);
    row->addWidget(m_again);
    row->addWidget(m_primary);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::kSpace4, tokens::kSpace4, tokens::kSpace4, tokens::kSpace4);
    column->setSpacing(tokens::kSpace3);
    column->addWidget(m_picker);
    column->addWidget(m_middle, 1);
    column->addLayout(row);
}

QString CameraDialog::wordsOf(Stage stage) const
{
    switch (stage) {
    case Stage::Looking:
        return tr("Looking for a camera …");
    case Stage::NoCamera:
        return tr("There is no camera on this laptop. Plug one in, or choose a photo that is already here.");
    case Stage::Starting:
        return tr("The camera is starting …");
    case Stage::Trouble:
        return tr("The camera gives no picture. Close other programs that use it and try again, or choose a file.");
    case Stage::Live:
    case Stage::Taken:
        break;
    }
    return {};
}

QString CameraDialog::actOf(Stage stage) const
{
    switch (stage) {
    case Stage::NoCamera:
        return tr("Choose a file …");
    case Stage::Trouble:
        return tr("Try again");
    case Stage::Taken:
        return tr("Use this photo");
    case Stage::Looking:
    case Stage::Starting:
    case Stage::Live:
        break;
    }
    return tr("Take the photo");
}

void CameraDialog::enter(Stage stage)
{
    m_stage = stage;
    const bool picture = stage == Stage::Live || stage == Stage::Taken;
    m_words->setText(wordsOf(stage));
    m_middle->setCurrentWidget(picture ? static_cast<QWidget *>(m_view) : m_words);
    m_file->setVisible(stage != Stage::NoCamera); // there it is the one thing to do
    m_again->setVisible(stage == Stage::Taken);
    m_primary->setText(actOf(stage));
    m_primary->setEnabled(stage != Stage::Looking && stage != Stage::Starting);
    // While it cannot be pressed no other button may get its keys.
    (m_primary->isEnabled() ? static_cast<QWidget *>(m_primary) : this)->setFocus();
}

void CameraDialog::showCameras(const std::vector<Camera> &cameras)
{
    const QByteArray before = m_picker->currentData().toByteArray();
    m_picker->clear();
    for (const Camera &camera : cameras)
        m_picker->addItem(camera.name, camera.id);
    m_picker->setVisible(cameras.size() > 1);
    const int same = before.isEmpty() ? -1 : m_picker->findData(before);
    if (same >= 0)
        m_picker->setCurrentIndex(same);
    // A photo that was taken waits for its answer, whatever is plugged in or out meanwhile.
    if (m_stage == Stage::Taken)
        return;
    if (cameras.empty())
        enter(Stage::NoCamera);
    else if (same < 0)
        startChosen();
}

void CameraDialog::startChosen()
{
    const QByteArray camera = m_picker->currentData().toByteArray();
    if (camera.isEmpty()) {
        enter(Stage::NoCamera);
        return;
    }
    enter(Stage::Starting);
    m_source->start(camera);
}

void CameraDialog::showFrame(const QImage &picture)
{
    if (picture.isNull() || (m_stage != Stage::Starting && m_stage != Stage::Live))
        return;
    m_view->setPicture(picture);
    if (m_stage == Stage::Starting)
        enter(Stage::Live);
}

/// The one next act.
void CameraDialog::act()
{
    switch (m_stage) {
    case Stage::NoCamera:
        Q_EMIT fileRequested();
        break;
    case Stage::Trouble:
        startChosen();
        break;
    case Stage::Live:
        enter(Stage::Taken);
        m_source->stop();
        break;
    case Stage::Taken:
        use();
        break;
    case Stage::Looking:
    case Stage::Starting:
        break;
    }
}

void CameraDialog::use()
{
    m_primary->setEnabled(false); // once
    m_again->setEnabled(false);
    setFocus();
    inBackground(
        this, [picture = m_view->picture()] { return jpegOf(picture); },
        [this](const QByteArray &jpeg) {
            if (!isVisible())
                return;
            m_again->setEnabled(true);
            if (jpeg.isEmpty()) {
                enter(Stage::Trouble);
                return;
            }
            Q_EMIT taken(jpeg);
            accept();
        });
}

void CameraDialog::done(int result)
{
    m_source->stop();
    QDialog::done(result);
}

void CameraDialog::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key != Qt::Key_Space && key != Qt::Key_Return && key != Qt::Key_Enter) {
        QDialog::keyPressEvent(event);
        return;
    }
    // Only keys that no control inside wanted arrive here.
    m_primary->click();
}

} // namespace ruhu::widgets
