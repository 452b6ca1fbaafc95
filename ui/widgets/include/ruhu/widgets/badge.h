// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/icons.h>

#include <QString>
#include <QWidget>

#include <optional>

namespace ruhu::widgets {

/// A rounded tag with an icon and one or two words. It never gets narrower while it lives, so that a
/// ticking clock does not move its neighbours.
class Badge : public QWidget {
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    struct Look {
        std::optional<Icon> icon;
        Role colour = Role::Text;
        Role ground = Role::SurfaceRaised;
        Role line = Role::LineStrong;
    };
    void present(const QString &text, const QString &detail, const Look &look);
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int wantedWidth() const;

    QString m_text;
    QString m_detail;
    Look m_look;
    int m_width = 0;
};

enum class ClockState { Neutral, OnTime, Soon, Late };

/// A clock of the ticket: the appointment ("14:00 ±10") and how far it is away ("in 36 min").
class ClockBadge final : public Badge {
    Q_OBJECT
public:
    explicit ClockBadge(QWidget *parent = nullptr);
    void setClock(const QString &time, const QString &distance, ClockState state);
};

/// Standard is quiet; Raised and Top are told apart by more than colour.
enum class TierLevel { Standard, Raised, Top };

/// The customer's tier in the operator's words.
class TierBadge final : public Badge {
    Q_OBJECT
public:
    explicit TierBadge(const QString &name = {}, TierLevel level = TierLevel::Standard, QWidget *parent = nullptr);
    void setTier(const QString &name, TierLevel level);
};

} // namespace ruhu::widgets
