// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPixmap>
#include <QString>

class QWidget;

namespace ruhu::widgets {

/// The seam for everything modal: tests and scripts put their own answers here. GUI thread.
class Prompts {
public:
    virtual ~Prompts() = default;
    /// Path of a picture file, from a file or a camera's folder; empty when cancelled.
    [[nodiscard]] virtual QString openPhoto(QWidget *parent) = 0;
    /// Empty when cancelled or left empty.
    [[nodiscard]] virtual QString askText(QWidget *parent, const QString &title, const QString &question) = 0;
    [[nodiscard]] virtual QString savePdf(QWidget *parent, const QString &proposal) = 0;
    virtual void showPicture(QWidget *parent, const QPixmap &picture) = 0;
};

/// The present answers: real dialogs unless replaced.
[[nodiscard]] Prompts &prompts();
/// Not owned; nullptr brings the real dialogs back.
void setPrompts(Prompts *replacement);

/// Fixed answers instead of dialogs, for scripts.
class ScriptedPrompts final : public Prompts {
public:
    QString photo;
    QString text;
    QString pdf;

    [[nodiscard]] QString openPhoto(QWidget *) override { return photo; }
    [[nodiscard]] QString askText(QWidget *, const QString &, const QString &) override { return text; }
    [[nodiscard]] QString savePdf(QWidget *, const QString &) override { return pdf; }
    void showPicture(QWidget *, const QPixmap &) override {}
};

} // namespace ruhu::widgets
