// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/theme.h>

#include "style.h"
#include "style_sheet.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPalette>
#include <QPointer>
#include <QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

constexpr int kLightnessStep = 4;
constexpr int kMaxLightness = 255;
constexpr double kSelectionShare = 0.16; // of the accent in the selection ground

std::size_t indexOf(Role role)
{
    return static_cast<std::size_t>(role);
}

const tokens::ColourTable &tableOf(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Dark:
        return tokens::kDark;
    case ThemeKind::HighContrast:
        return tokens::kHighContrast;
    case ThemeKind::System:
    case ThemeKind::Light:
        break;
    }
    return tokens::kLight;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

QColor mixed(const QColor &a, const QColor &b, double shareOfA)
{
    const auto mix = [shareOfA](int x, int y) {
        return static_cast<int>(std::lround(x * shareOfA + y * (1 - shareOfA)));
    };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

void setAccent(tokens::ColourTable &table, const QColor &wanted)
{
    const auto at = [&table](Role role) { return QColor(table[indexOf(role)]); };
    const QColor accent = readableOn(readableOn(wanted, at(Role::Surface)), at(Role::SurfaceRaised));
    const QColor selection = mixed(accent, at(Role::SurfaceRaised), kSelectionShare);
    table[indexOf(Role::Selection)] = selection.rgb();
    const QColor onSelection = readableOn(accent, selection);
    table[indexOf(Role::Accent)] = onSelection.rgb();
    table[indexOf(Role::AccentPressed)] = mixed(onSelection, at(Role::Text), 0.8).rgb();
    const bool whiteReads = contrastRatio(Qt::white, onSelection) >= contrastRatio(Qt::black, onSelection);
    table[indexOf(Role::OnAccent)] = QColor(whiteReads ? Qt::white : Qt::black).rgb();
}

QPalette paletteOf()
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole to, Role from) { p.setColor(to, Theme::color(from)); };
    set(QPalette::Window, Role::Surface);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Base, Role::SurfaceRaised);
    set(QPalette::AlternateBase, Role::Surface);
    set(QPalette::Text, Role::Text);
    set(QPalette::PlaceholderText, Role::TextMuted);
    set(QPalette::Button, Role::SurfaceRaised);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::Fail);
    set(QPalette::Highlight, Role::Accent);
    set(QPalette::HighlightedText, Role::OnAccent);
    set(QPalette::Link, Role::Accent);
    set(QPalette::LinkVisited, Role::Accent);
    set(QPalette::ToolTipBase, Role::SurfaceRaised);
    set(QPalette::ToolTipText, Role::Text);
    set(QPalette::Mid, Role::Line);
    set(QPalette::Midlight, Role::Line);
    set(QPalette::Dark, Role::LineStrong);
    set(QPalette::Light, Role::SurfaceRaised);
    set(QPalette::Shadow, Role::LineStrong);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, Theme::color(Role::TextMuted));
    return p;
}

// Without a desktop setting Debian answers DejaVu, which nobody chose and whose width breaks the
// columns; Noto Sans CJK has Latin letters that were drawn for its Chinese ones.
QStringList families()
{
    const QString chinese = u"Noto Sans CJK SC"_s;
    const QString system = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    const bool isFallback = system.isEmpty() || system.startsWith(u"DejaVu"_s) || system.startsWith(u"Sans"_s)
                            || !QFontDatabase::families().contains(system);
    return isFallback ? QStringList{chinese, system} : QStringList{system, chinese};
}

int pixels(TextSize size)
{
    switch (size) {
    case TextSize::Caption:
        return tokens::kTextCaption;
    case TextSize::Body:
        break;
    case TextSize::Emphasis:
        return tokens::kTextEmphasis;
    case TextSize::Title:
        return tokens::kTextTitle;
    case TextSize::Number:
        return tokens::kTextNumber;
    }
    return tokens::kTextBody;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QPointer<Theme> &current()
{
    static QPointer<Theme> theme;
    return theme;
}

} // namespace

std::optional<ThemeKind> themeNamed(const QString &name)
{
    if (name == u"light")
        return ThemeKind::Light;
    if (name == u"dark")
        return ThemeKind::Dark;
    if (name == u"contrast")
        return ThemeKind::HighContrast;
    return std::nullopt;
}

Role textRole(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return Role::Ok;
    case Severity::Info:
        break;
    case Severity::Warn:
        return Role::Warn;
    case Severity::Fail:
        return Role::Fail;
    }
    return Role::Info;
}

Role tintRole(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return Role::OkTint;
    case Severity::Info:
        break;
    case Severity::Warn:
        return Role::WarnTint;
    case Severity::Fail:
        return Role::FailTint;
    }
    return Role::InfoTint;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readableOn(const QColor &wanted, const QColor &ground)
{
    const bool goLighter = contrastRatio(Qt::white, ground) > contrastRatio(Qt::black, ground);
    QColor c = wanted.toHsl();
    int lightness = c.lightness();
    const int limit = goLighter ? kMaxLightness : 0; // white or black, which always reads
    while (contrastRatio(c, ground) < tokens::kContrastText && lightness != limit) {
        lightness = std::clamp(lightness + (goLighter ? kLightnessStep : -kLightnessStep), 0, kMaxLightness);
        c.setHsl(std::max(c.hslHue(), 0), c.hslSaturation(), lightness);
    }
    return c.toRgb();
}

Theme::Theme(QApplication &app) : QObject(&app) {}

Theme &Theme::instance()
{
    if (!current())
        current() = new Theme(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    return *current();
}

void Theme::apply(QApplication &app, ThemeKind kind, const std::optional<QColor> &accent)
{
    Theme &theme = instance();
    theme.m_requested = kind;
    theme.m_accent = accent;
    theme.refresh(app);
}

void Theme::refresh(QApplication &app)
{
    m_refreshing = true;
    m_shown = m_requested;
    if (m_requested == ThemeKind::System) {
        app.setPalette(QPalette()); // uncovers the desktop's own colours
        m_shown = isDark(app.palette()) ? ThemeKind::Dark : ThemeKind::Light;
    }
    m_colours = tableOf(m_shown);
    if (m_accent)
        setAccent(m_colours, *m_accent);
    if (!m_styled) {
        QApplication::setStyle(new Style); // the application takes it over
        app.installEventFilter(this);
        m_styled = true;
    }
    app.setPalette(paletteOf());
    app.setFont(font(TextSize::Body));
    app.setStyleSheet(styleSheet());
    m_refreshing = false;
    Q_EMIT changed();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    const bool desktopChanged = event->type() == QEvent::ThemeChange && watched == qApp;
    if (desktopChanged && !m_refreshing && m_requested == ThemeKind::System)
        refresh(*qApp);
    return false;
}

QColor Theme::color(Role role)
{
    const auto &table = current() ? current()->m_colours : tokens::kLight;
    return QColor(table[indexOf(role)]);
}

QColor Theme::color(Role role, ThemeKind kind)
{
    return QColor(tableOf(kind)[indexOf(role)]);
}

QFont Theme::font(TextSize size, QFont::Weight weight)
{
    static const QStringList wanted = families();
    QFont f;
    f.setFamilies(wanted);
    f.setPixelSize(pixels(size));
    f.setWeight(weight);
    return f;
}

QString Theme::styleSheet()
{
    return makeStyleSheet();
}

} // namespace ruhu::widgets
