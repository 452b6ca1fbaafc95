// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/phase_rail.h>

#include <QAbstractButton>

namespace ruhu::widgets {

/// One painted station of the rail: mark, label, time, and its half of the line to both neighbours.
class PhaseItem final : public QAbstractButton {
    Q_OBJECT
public:
    PhaseItem(int index, QWidget *parent);

    void setPhase(const Phase &phase);
    void setEnds(bool first, bool last, bool nextReached);
    void setOpen(bool open);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintLine(QPainter &painter, const QPoint &centre) const;
    void paintMark(QPainter &painter, const QPoint &centre) const;

    int m_index;
    Phase m_phase;
    bool m_first = false;
    bool m_last = false;
    bool m_nextReached = false;
    bool m_open = false;
};

} // namespace ruhu::widgets
