// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/words.h>
#include <ruhu/widgets/theme.h>

#include <QDialog>

#include <initializer_list>

class QLineEdit;
class QVBoxLayout;

namespace ruhu::widgets {

class Banner;
class Button;

/// A dialog with some fields and one thing to do with them. Asks; the owner carries it out and comes back with finish().
class FormDialog : public QDialog {
    Q_OBJECT

public:
    struct Words {
        QString title;
        QString hint;
        QString submit;
        QString busy; // on the button while the owner is at work
        QString done;
    };

    /// Nothing: it is done, which the dialog says until it is closed. A problem is said over the fields.
    void finish(const std::optional<presentation::Message> &problem);

protected:
    /// `name` begins the object names of the dialog, its banner and its buttons.
    FormDialog(const QString &name, Words words, QWidget *parent);
    [[nodiscard]] QVBoxLayout *fields() const { return m_fields; }
    /// Return in one of them does what the button does; the first has the focus, at first and after a problem.
    void setInputs(std::initializer_list<QLineEdit *> inputs);
    /// False, and said so, when one of them is empty.
    [[nodiscard]] bool areFilled(std::initializer_list<QLineEdit *> inputs);
    void showEvent(QShowEvent *event) override;

    /// Checks and asks; true: the owner is at work.
    virtual bool submit() = 0;
    /// Before a problem is said.
    virtual void prepareFor(const presentation::Message &problem) { Q_UNUSED(problem) }

private:
    void trySubmit();
    void say(Severity severity, const QString &text, const QString &code = {});
    void fit();
    void setBusy(bool busy);

    Words m_words;
    Banner *m_banner;
    QWidget *m_form;
    QVBoxLayout *m_fields;
    QLineEdit *m_first = nullptr;
    Button *m_submit;
    Button *m_close;
};

} // namespace ruhu::widgets
