// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/paper_view.h>

#include <ruhu/report/report.h>
#include <ruhu/widgets/banner.h>
#include <ruhu/widgets/button.h>
#include <ruhu/widgets/prompts.h>

#include <QDir>
#include <QHBoxLayout>
#include <QPageSize>
#include <QPrintDialog>
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
      m_banner(new Banner)
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
            m_banner->setMessage(Severity::Fail, presentation::oneLine(presentation::messageFor(pages.error())));
        m_banner->setVisible(!pages);
    });
    auto *save = new Button(tr("Save as PDF …"));
    save->setObjectName(u"savePdfButton"_s);
    save->setIconOf(Icon::Pdf);
    auto *print = new Button(tr("Print …"), ButtonKind::Primary);
    print->setObjectName(u"printButton"_s);
    print->setIconOf(Icon::Print);
    auto *close = new Button(tr("Close"), ButtonKind::Quiet);
    close->setObjectName(u"closePaperButton"_s);
    m_banner->hide();
    m_banner->setDismissible(true);

    auto *row = new QHBoxLayout;
    row->addWidget(close);
    row->addStretch(1);
    row->addWidget(save);
    row->addWidget(print);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_banner);
    column->addWidget(m_preview, 1);
    column->addLayout(row);
    connect(save, &QPushButton::clicked, this, &PaperView::askAndSave);
    connect(print, &QPushButton::clicked, this, &PaperView::askAndPrint);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_preview->updatePreview();
}

PaperView::~PaperView() = default;

void PaperView::askAndSave()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    // The number names the ticket; nobody's name goes into a file name.
    const QString proposal = QDir(folder).filePath(m_paper.number + u".pdf"_s);
    const QString path = prompts().savePdf(this, proposal);
    if (!path.isEmpty())
        saveTo(path);
}

bool PaperView::saveTo(const QString &path)
{
    const auto saved = report::savePdf(m_paper, path);
    if (saved)
        m_banner->setMessage(Severity::Ok, tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
    else
        m_banner->setMessage(Severity::Fail, presentation::oneLine(presentation::messageFor(saved.error())));
    m_banner->show();
    return saved.has_value();
}

void PaperView::askAndPrint()
{
    QPrintDialog dialog(m_printer.get(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto pages = report::paint(m_paper, *m_printer);
    if (pages)
        m_banner->setMessage(Severity::Ok, tr("Sent to the printer: %n page(s)", nullptr, *pages));
    else
        m_banner->setMessage(Severity::Fail, presentation::oneLine(presentation::messageFor(pages.error())));
    m_banner->show();
}

} // namespace ruhu::widgets
