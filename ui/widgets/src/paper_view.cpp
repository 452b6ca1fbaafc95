// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/paper_view.h>

#include "background.h"

#include <ruhu/report/report.h>
#include <ruhu/widgets/banner.h>
#include <ruhu/widgets/button.h>
#include <ruhu/widgets/looks.h>
#include <ruhu/widgets/prompts.h>

#include <QDir>
#include <QHBoxLayout>
#include <QPageSize>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr QSize kStartSize(900, 940);

} // namespace

PaperView::PaperView(domain::Paper paper, QWidget *parent)
    : QDialog(parent),
      m_paper(std::move(paper)),
      m_printer(std::make_unique<QPrinter>(QPrinter::HighResolution)),
      m_banner(new Banner),
      m_save(new Button(tr("Save as PDF …"))),
      m_print(new Button(tr("Print …"), ButtonKind::Primary))
{
    setObjectName(u"paperView"_s);
    setWindowTitle(m_paper.title + u" "_s + m_paper.number);
    resize(kStartSize);
    m_printer->setPageSize(QPageSize(QPageSize::A4));
    m_preview = new QPrintPreviewWidget(m_printer.get());
    m_preview->setAccessibleName(tr("Preview of the paper"));
    m_preview->setZoomMode(QPrintPreviewWidget::FitToWidth);
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this, [this](QPrinter *printer) {
        const auto pages = report::paint(m_paper, *printer);
        if (!pages)
            say(pages.error());
    });
    m_save->setObjectName(u"savePdfButton"_s);
    m_save->setIconOf(Icon::Pdf);
    m_print->setObjectName(u"printButton"_s);
    m_print->setIconOf(Icon::Print);
    auto *close = new Button(tr("Close"), ButtonKind::Quiet);
    close->setObjectName(u"closePaperButton"_s);
    m_banner->hide();
    m_banner->setDismissible(true);

    auto *row = new QHBoxLayout;
    row->addWidget(close);
    row->addStretch(1);
    row->addWidget(m_save);
    row->addWidget(m_print);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_banner);
    column->addWidget(m_preview, 1);
    column->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &PaperView::askAndSave);
    connect(m_print, &QPushButton::clicked, this, &PaperView::askAndPrint);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_preview->updatePreview();
}

PaperView::~PaperView() = default;

void PaperView::askAndSave()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    // The number names the ticket; nobody's name goes into a file name.
    const QString proposal = QDir(folder).filePath(m_paper.number + u".pdf"_s);
    prompts().savePdf(this, proposal, [this](const QString &path) { saveTo(path); });
}

void PaperView::saveTo(const QString &path)
{
    m_save->setEnabled(false); // one after the other
    inBackground(
        this, [paper = m_paper, path] { return report::savePdf(paper, path); },
        [this, path](const Result<void> &saved) {
            m_save->setEnabled(true);
            if (!saved)
                return say(saved.error());
            m_banner->setMessage(Severity::Ok, tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
            m_banner->show();
        });
}

void PaperView::askAndPrint()
{
    // One of its own: that of the preview stays with the preview.
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(m_paper.number);
    prompts().choosePrinter(this, *printer, [this, printer] { print(printer); });
}

void PaperView::print(const std::shared_ptr<QPrinter> &printer)
{
    m_print->setEnabled(false);
    inBackground(
        this, [paper = m_paper, printer] { return report::paint(paper, *printer); },
        [this](const Result<int> &pages) {
            m_print->setEnabled(true);
            if (!pages)
                return say(pages.error());
            m_banner->setMessage(Severity::Ok, tr("Sent to the printer: %n page(s)", nullptr, *pages));
            m_banner->show();
        });
}

void PaperView::say(const Error &error)
{
    showOn(*m_banner, Severity::Fail, error);
}

} // namespace ruhu::widgets
