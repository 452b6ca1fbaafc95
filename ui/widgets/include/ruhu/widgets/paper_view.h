// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/domain/paper.h>
#include <ruhu/presentation/words.h>

#include <QDialog>

class QPrintPreviewWidget;
class QPrinter;

namespace ruhu::widgets {

class Banner;

/// A paper as it will be printed, page by page, with print and save. What is shown is drawn by the same code that prints.
class PaperView final : public QDialog {
    Q_OBJECT

public:
    explicit PaperView(domain::Paper paper, QWidget *parent = nullptr);
    ~PaperView() override;

    /// Writes the PDF; shows a banner with the result. Used by the button and, without a file dialog, by scripts.
    bool saveTo(const QString &path);

private:
    void askAndSave();
    void askAndPrint();

    domain::Paper m_paper;
    std::unique_ptr<QPrinter> m_printer;
    Banner *m_banner;
    QPrintPreviewWidget *m_preview;
};

} // namespace ruhu::widgets
