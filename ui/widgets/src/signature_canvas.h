// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/signature_pad.h>

#include <optional>

class QEventPoint;
class QTouchEvent;

namespace ruhu::widgets {

/// The inked area of a SignaturePad.
class SignatureCanvas final : public QWidget {
    Q_OBJECT
public:
    SignatureCanvas(const ruhu::Clock &clock, QWidget *parent);

    [[nodiscard]] const std::vector<Stroke> &strokes() const { return m_strokes; }
    void setStrokes(const std::vector<Stroke> &strokes);
    void setReadOnly(bool readOnly);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void started();
    void changed();

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// What the present stroke is drawn with; nothing else is heard until it ends, but for the pen.
    enum class Tool { None, Mouse, Finger, Pen };
    void begin(Tool tool, const QPointF &pos, double pressure);
    void extend(Tool tool, const QPointF &pos, double pressure);
    void end(Tool tool);
    void drop();
    bool touch(QTouchEvent &event);
    void touchPoint(const QEventPoint &point);
    [[nodiscard]] StrokePoint sample(const QPointF &pos, double pressure);
    [[nodiscard]] QPointF toScreen(const StrokePoint &point) const;
    void paintStroke(QPainter &painter, const Stroke &stroke) const;

    const ruhu::Clock &m_clock;
    std::vector<Stroke> m_strokes;
    std::optional<ruhu::Millis> m_start; // of the first sample
    Tool m_tool = Tool::None;
    int m_finger = 0; // id of the touch point that draws
    bool m_readOnly = false;
};

} // namespace ruhu::widgets
