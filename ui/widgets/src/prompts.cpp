// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/prompts.h>

#include <ruhu/widgets/camera_dialog.h>

#include <QCoreApplication>
#include <QDialog>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QScreen>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ruhu::widgets::Prompts)
};

Prompts *g_replacement = nullptr;

/// Shown over its parent and gone with it.
void openOnce(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void choosePhotoFile(QWidget *parent, const std::function<void(const QString &)> &done)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto *dialog =
        new QFileDialog(parent, Words::tr("Choose a photo"), folder, Words::tr("Photos (*.jpg *.jpeg *.png)"));
    dialog->setObjectName(u"photoFileDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, done);
    openOnce(dialog);
}

class DialogPrompts final : public Prompts {
public:
    void choosePhoto(QWidget *parent, std::function<void(const ChosenPhoto &)> done) override
    {
        auto *dialog = new CameraDialog(makeCameraSource(), parent);
        QObject::connect(dialog, &CameraDialog::taken, parent, [done](const QByteArray &jpeg) { done({{}, jpeg}); });
        QObject::connect(dialog, &CameraDialog::fileRequested, dialog, [dialog, done] {
            choosePhotoFile(dialog, [dialog, done](const QString &path) {
                dialog->accept();
                done({path, {}});
            });
        });
        openOnce(dialog);
    }
    void askText(QWidget *parent, const QString &title, const QString &question,
                 std::function<void(const QString &)> done) override
    {
        auto *dialog = new QInputDialog(parent);
        dialog->setObjectName(u"textDialog"_s);
        dialog->setWindowTitle(title);
        dialog->setLabelText(question);
        dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
        QObject::connect(dialog, &QInputDialog::textValueSelected, parent, [done](const QString &text) {
            if (const QString words = text.trimmed(); !words.isEmpty())
                done(words);
        });
        openOnce(dialog);
    }
    void savePdf(QWidget *parent, const QString &proposal, std::function<void(const QString &)> done) override
    {
        const QFileInfo file(proposal);
        auto *dialog =
            new QFileDialog(parent, Words::tr("Save the work order"), file.path(), Words::tr("PDF files (*.pdf)"));
        dialog->setObjectName(u"savePdfDialog"_s);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"pdf"_s);
        dialog->selectFile(file.fileName());
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, done);
        openOnce(dialog);
    }
    void choosePrinter(QWidget *parent, QPrinter &printer, std::function<void()> done) override
    {
        auto *dialog = new QPrintDialog(&printer, parent);
        dialog->setObjectName(u"printDialog"_s);
        QObject::connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), parent, done);
        openOnce(dialog);
    }
    void showPicture(QWidget *parent, const QPixmap &picture) override
    {
        auto *dialog = new QDialog(parent);
        dialog->setWindowTitle(Words::tr("Photo"));
        auto *label = new QLabel;
        label->setAccessibleName(Words::tr("Photo"));
        const QSize most = QGuiApplication::primaryScreen()->availableSize() * 0.8;
        label->setPixmap(picture.width() > most.width() || picture.height() > most.height()
                             ? picture.scaled(most, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                             : picture);
        auto *column = new QVBoxLayout(dialog);
        column->addWidget(label);
        openOnce(dialog);
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

void ScriptedPrompts::choosePhoto(QWidget *, std::function<void(const ChosenPhoto &)> done)
{
    if (!photo.isEmpty())
        done({photo, {}});
}

void ScriptedPrompts::askText(QWidget *, const QString &, const QString &, std::function<void(const QString &)> done)
{
    if (!text.isEmpty())
        done(text);
}

void ScriptedPrompts::savePdf(QWidget *, const QString &, std::function<void(const QString &)> done)
{
    if (!pdf.isEmpty())
        done(pdf);
}

void ScriptedPrompts::choosePrinter(QWidget *, QPrinter &printer, std::function<void()> done)
{
    if (print.isEmpty())
        return;
    printer.setOutputFileName(print);
    done();
}

} // namespace ruhu::widgets
