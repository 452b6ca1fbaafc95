// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <optional>

namespace ruhu::widgets {

/// Limits of a reading as scaled integers; the value of a fail limit is still inside, that of a warn limit warns already.
/// `scaleMin` and
/// `scaleMax` are the ends of the drawn band; no band is drawn while they are equal.
struct ReadingLimits {
    std::optional<qint64> failBelow;
    std::optional<qint64> warnBelow;
    std::optional<qint64> warnAbove;
    std::optional<qint64> failAbove;
    qint64 scaleMin = 0;
    qint64 scaleMax = 0;

    bool operator==(const ReadingLimits &) const = default;
};

/// Unjudged: there is no value or no limit. Unreadable: what was typed is no number of this kind.
enum class Verdict { Unjudged, Ok, Warn, Fail, Unreadable };

[[nodiscard]] Verdict judge(qint64 value, const ReadingLimits &limits);

/// The limits drawn to scale with the value on them. Worse zones are thinner, so that colour is not alone.
class LimitBand final : public QWidget {
    Q_OBJECT
public:
    explicit LimitBand(QWidget *parent = nullptr);

    void setLimits(const ReadingLimits &limits, int decimals);
    void setValue(std::optional<qint64> value);
    /// A hollow mark for comparison.
    void setPrevious(std::optional<qint64> previous);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int xOf(qint64 value) const;
    void paintZones(QPainter &painter) const;
    void paintTicks(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;

    ReadingLimits m_limits;
    int m_decimals = 0;
    std::optional<qint64> m_value;
    std::optional<qint64> m_previous;
};

} // namespace ruhu::widgets
