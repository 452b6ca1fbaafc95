// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/field_session.h>
#include <ruhu/presentation/words.h>

#include <QDialog>

class QVBoxLayout;

namespace ruhu::widgets {

class Banner;
class TextLabel;

/// The laptops on which a person is signed in, and the way to sign out on one. Asks; the owner carries it out and comes back
/// with showSessions() or showProblem(). Until then it says that the office is asked.
class SessionsDialog final : public QDialog {
    Q_OBJECT

public:
    explicit SessionsDialog(QWidget *parent = nullptr);

    void showSessions(const std::vector<presentation::OwnSession> &sessions);
    void showProblem(const presentation::Message &problem);

Q_SIGNALS:
    void endRequested(ruhu::DeviceId device);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeLine(const presentation::OwnSession &session);
    void fit();

    Banner *m_banner;
    TextLabel *m_waiting;
    QWidget *m_list;
    QVBoxLayout *m_lines;
};

} // namespace ruhu::widgets
