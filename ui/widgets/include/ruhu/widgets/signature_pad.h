// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>

#include <QWidget>

#include <vector>

namespace ruhu::widgets {

class Button;
class SignatureCanvas;
class TextLabel;

/// One sample of the pen. Both axes run from 0 to 10000 over the pad, whose width is three times its
/// height; `t` is milliseconds since the first sample; pressure is 1 to 1000, or 0 when the device has none.
struct StrokePoint {
    int x = 0;
    int y = 0;
    int t = 0;
    int pressure = 0;

    bool operator==(const StrokePoint &) const = default;
};
using Stroke = std::vector<StrokePoint>;

/// Where somebody signs with pen, finger or mouse. It never invents ink: what is drawn is what was sampled.
class SignaturePad final : public QWidget {
    Q_OBJECT
public:
    /// The clock's monotonic time stamps the samples; it must outlive the pad.
    explicit SignaturePad(const ruhu::Clock &clock, QWidget *parent = nullptr);

    /// Shown under the base line: who signs, and what for.
    void setCaption(const QString &caption);
    [[nodiscard]] const std::vector<Stroke> &strokes() const;
    /// Shows given strokes, e.g. of a stored signature; emits nothing.
    void setStrokes(const std::vector<Stroke> &strokes);
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isEmpty() const;

public Q_SLOTS:
    void clear();

Q_SIGNALS:
    /// The first ink of an empty pad.
    void started();
    /// A stroke ended or the pad was cleared.
    void changed();

private:
    SignatureCanvas *m_canvas;
    TextLabel *m_caption;
    Button *m_clear;
};

} // namespace ruhu::widgets
