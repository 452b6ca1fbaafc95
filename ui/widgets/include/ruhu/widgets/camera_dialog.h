// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/frame_source.h>

#include <QDialog>

class QComboBox;
class QStackedWidget;

namespace ruhu::widgets {

class Button;
class CameraView;
class TextLabel;

/// Takes one photo: look, take, use it or take it again. Without a camera it says so, and a file is always the other way.
/// Space and Enter do the one next act, Esc closes. The picture leaves as JPEG without any data about place or device.
class CameraDialog final : public QDialog {
    Q_OBJECT
public:
    explicit CameraDialog(std::unique_ptr<FrameSource> source, QWidget *parent = nullptr);
    ~CameraDialog() override;

    void done(int result) override;

Q_SIGNALS:
    /// The picture the person chose to use; the dialog closes with it. Not after the dialog was closed.
    void taken(const QByteArray &jpeg);
    /// The person would rather use a file; the dialog stays until it is closed.
    void fileRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Stage { Looking, NoCamera, Starting, Live, Taken, Trouble };
    void enter(Stage stage);
    void showCameras(const std::vector<Camera> &cameras);
    void showFrame(const QImage &picture);
    void startChosen();
    void act();
    void use();
    [[nodiscard]] QString wordsOf(Stage stage) const;
    [[nodiscard]] QString actOf(Stage stage) const;
    void buildLayout();

    std::unique_ptr<FrameSource> m_source;
    Stage m_stage = Stage::Looking;
    QComboBox *m_picker;
    CameraView *m_view;
    TextLabel *m_words;
    QStackedWidget *m_middle;
    Button *m_cancel;
    Button *m_file;
    Button *m_again;
    Button *m_primary;
};

} // namespace ruhu::widgets
