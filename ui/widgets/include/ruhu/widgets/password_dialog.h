// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/words.h>
#include <ruhu/widgets/theme.h>

#include <QDialog>

class QLineEdit;

namespace ruhu::widgets {

class Banner;
class Button;

/// The change of one's own password. Asks; the owner carries it out and comes back with finish().
class PasswordDialog final : public QDialog {
    Q_OBJECT

public:
    explicit PasswordDialog(QWidget *parent = nullptr);

    /// Nothing: it is changed, which the dialog says until it is closed. A problem is said over the fields, which are empty
    /// by then.
    void finish(const std::optional<presentation::Message> &problem);

Q_SIGNALS:
    void changeRequested(QString current, QString next, QString secondFactor);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void submit();
    void say(Severity severity, const QString &text, const QString &code = {});
    void fit();
    void setBusy(bool busy);

    Banner *m_banner;
    QWidget *m_form;
    QLineEdit *m_current = nullptr;
    QLineEdit *m_next = nullptr;
    QLineEdit *m_code = nullptr; // of an authenticator, once the office has asked for it
    Button *m_change;
    Button *m_close;
};

} // namespace ruhu::widgets
