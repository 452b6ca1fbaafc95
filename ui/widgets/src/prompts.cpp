// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/prompts.h>

#include <QCoreApplication>
#include <QDialog>
#include <QFileDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QScreen>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace ruhu::widgets {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ruhu::widgets::Prompts)
};

Prompts *g_replacement = nullptr;

class DialogPrompts final : public Prompts {
public:
    QString openPhoto(QWidget *parent) override
    {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
        return QFileDialog::getOpenFileName(parent, Words::tr("Choose a photo"), folder,
                                            Words::tr("Photos (*.jpg *.jpeg *.png)"));
    }
    QString askText(QWidget *parent, const QString &title, const QString &question) override
    {
        return QInputDialog::getMultiLineText(parent, title, question).trimmed();
    }
    QString savePdf(QWidget *parent, const QString &proposal) override
    {
        return QFileDialog::getSaveFileName(parent, Words::tr("Save the work order"), proposal,
                                            Words::tr("PDF files (*.pdf)"));
    }
    void showPicture(QWidget *parent, const QPixmap &picture) override
    {
        auto *dialog = new QDialog(parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(Words::tr("Photo"));
        auto *label = new QLabel;
        label->setAccessibleName(Words::tr("Photo"));
        const QSize most = QGuiApplication::primaryScreen()->availableSize() * 0.8;
        label->setPixmap(picture.width() > most.width() || picture.height() > most.height()
                             ? picture.scaled(most, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                             : picture);
        auto *column = new QVBoxLayout(dialog);
        column->addWidget(label);
        dialog->open();
    }
};

} // namespace

Prompts &prompts()
{
    static DialogPrompts real;
    return g_replacement ? *g_replacement : static_cast<Prompts &>(real);
}

void setPrompts(Prompts *replacement)
{
    g_replacement = replacement;
}

} // namespace ruhu::widgets
