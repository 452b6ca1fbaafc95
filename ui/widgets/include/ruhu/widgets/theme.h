// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/tokens.h>

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

#include <optional>

class QApplication;

namespace ruhu::widgets {

/// System follows the desktop's light or dark palette and changes with it.
enum class ThemeKind { System, Light, Dark, HighContrast };

/// "light", "dark" or "contrast", as settings and the command line write them; nothing for any other name.
[[nodiscard]] std::optional<ThemeKind> themeNamed(const QString &name);

enum class TextSize { Caption, Body, Emphasis, Title, Number };

/// How bad a finding is. Every component shows it as icon + word + colour.
enum class Severity { Ok, Info, Warn, Fail };

[[nodiscard]] Role textRole(Severity severity);
[[nodiscard]] Role tintRole(Severity severity);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);
/// `wanted` moved lighter or darker until it reads as text on `ground`.
[[nodiscard]] QColor readableOn(const QColor &wanted, const QColor &ground);

/// Colours, fonts, style and style sheet of the running program. GUI thread; owned by the application.
class Theme final : public QObject {
    Q_OBJECT
public:
    /// Sets or changes the look of the whole program. No accent means teal. Can be called again at any time.
    static void apply(QApplication &app, ThemeKind kind, const std::optional<QColor> &accent = std::nullopt);

    /// For the changed() signal. An application object must exist.
    [[nodiscard]] static Theme &instance();

    /// What was asked for, and what is shown (never System).
    [[nodiscard]] ThemeKind requested() const { return m_requested; }
    [[nodiscard]] ThemeKind shown() const { return m_shown; }

    /// The present colour of a role; light before the first apply().
    [[nodiscard]] static QColor color(Role role);
    /// Colour of a role in a theme with the default accent.
    [[nodiscard]] static QColor color(Role role, ThemeKind kind);
    [[nodiscard]] static QFont font(TextSize size, QFont::Weight weight = QFont::Normal);
    /// The sheet that apply() sets, for tests and for widgets that are rendered alone.
    [[nodiscard]] static QString styleSheet();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit Theme(QApplication &app);
    void refresh(QApplication &app);

    ThemeKind m_requested = ThemeKind::Light;
    ThemeKind m_shown = ThemeKind::Light;
    std::optional<QColor> m_accent;
    tokens::ColourTable m_colours = tokens::kLight;
    bool m_refreshing = false;
    bool m_styled = false;
};

} // namespace ruhu::widgets
