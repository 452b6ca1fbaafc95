// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/icons.h>

#include <QAbstractButton>

namespace ruhu::widgets {

/// The words scripts and tests use for a state: stored, waiting, sending, offline, needs-you.
enum class SyncState { Stored, Waiting, Sending, Offline, NeedsYou };

[[nodiscard]] Icon syncIcon(SyncState state);
[[nodiscard]] Role syncRole(SyncState state);

/// One honest sentence about where the work is. A click opens the panel that explains it.
class SyncMark final : public QAbstractButton {
    Q_OBJECT
    Q_PROPERTY(QString state READ stateName)
public:
    explicit SyncMark(QWidget *parent = nullptr);

    /// The sentence is given by the caller, e.g. "No network since 13:10 — working on".
    void setSync(SyncState state, const QString &sentence);
    [[nodiscard]] SyncState state() const { return m_state; }
    [[nodiscard]] QString stateName() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SyncState m_state = SyncState::Stored;
};

} // namespace ruhu::widgets
