// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/domain/paper.h>
#include <ruhu/presentation/words.h>

#include <QDialog>

#include <memory>

class QPrintPreviewWidget;
class QPrinter;

namespace ruhu::widgets {

class Banner;
class Button;

/// A paper as it will be printed, page by page, with print and save. What is shown is drawn by the same
/// code that prints. Files and print jobs are made off the GUI thread; a banner tells how that ended.
class PaperView final : public QDialog {
    Q_OBJECT

public:
    explicit PaperView(domain::Paper paper, QWidget *parent = nullptr);
    ~PaperView() override;

private:
    void askAndSave();
    void saveTo(const QString &path);
    void askAndPrint();
    void print(const std::shared_ptr<QPrinter> &printer);
    void say(const Error &error);

    domain::Paper m_paper;
    std::unique_ptr<QPrinter> m_printer; // of the preview
    Banner *m_banner;
    Button *m_save;
    Button *m_print;
    QPrintPreviewWidget *m_preview;
};

} // namespace ruhu::widgets
