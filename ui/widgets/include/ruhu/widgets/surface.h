// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/theme.h>

#include <QWidget>

#include <optional>

namespace ruhu::widgets {

/// A rounded ground with a line around it and, when something is the matter, a coloured edge.
/// Elevation by line and surface, never by shadow.
class Surface : public QWidget {
    Q_OBJECT
public:
    explicit Surface(Role ground = Role::SurfaceRaised, Role line = Role::Line, QWidget *parent = nullptr);

    void setGround(Role ground);
    void setLine(Role line);
    /// The stripe at the left edge; nothing takes it away.
    void setStripe(std::optional<Role> stripe);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Role m_ground;
    Role m_line;
    std::optional<Role> m_stripe;
};

/// A one pixel separator.
class Separator final : public QWidget {
    Q_OBJECT
public:
    explicit Separator(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ruhu::widgets
