// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPixmap>
#include <QString>

#include <functional>

class QPrinter;
class QWidget;

namespace ruhu::widgets {

/// A photo to attach: a file that may still have to be read, or the bytes of one just taken.
struct ChosenPhoto {
    QString path; // empty: `bytes`
    QByteArray bytes;
};

/// The seam for everything modal: tests and scripts put their own answers here. Every call returns at once. The answer comes
/// at most once, on the GUI thread; it does not come when the person cancels or when `parent` is gone by then. GUI thread.
class Prompts {
public:
    virtual ~Prompts() = default;
    /// From the camera or a file, as the person likes.
    virtual void choosePhoto(QWidget *parent, std::function<void(const ChosenPhoto &)> done) = 0;
    /// Trimmed, never empty.
    virtual void askText(QWidget *parent, const QString &title, const QString &question,
                         std::function<void(const QString &)> done) = 0;
    virtual void savePdf(QWidget *parent, const QString &proposal, std::function<void(const QString &path)> done) = 0;
    /// Sets `printer` up as the person likes; it must live as long as `done`.
    virtual void choosePrinter(QWidget *parent, QPrinter &printer, std::function<void()> done) = 0;
    virtual void showPicture(QWidget *parent, const QPixmap &picture) = 0;
};

/// The present answers: real dialogs unless replaced.
[[nodiscard]] Prompts &prompts();
/// Not owned; nullptr brings the real dialogs back.
void setPrompts(Prompts *replacement);

/// Fixed answers instead of dialogs, for scripts; an empty one cancels.
class ScriptedPrompts : public Prompts {
public:
    QString photo;
    QString text;
    QString pdf;
    QString print; // file that stands for the paper in the printer

    void choosePhoto(QWidget *parent, std::function<void(const ChosenPhoto &)> done) override;
    void askText(QWidget *parent, const QString &title, const QString &question,
                 std::function<void(const QString &)> done) override;
    void savePdf(QWidget *parent, const QString &proposal, std::function<void(const QString &)> done) override;
    void choosePrinter(QWidget *parent, QPrinter &printer, std::function<void()> done) override;
    void showPicture(QWidget *, const QPixmap &) override {}
};

} // namespace ruhu::widgets
