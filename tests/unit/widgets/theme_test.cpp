// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/icons.h>
#include <ruhu/widgets/theme.h>

#include <ruhu_test/catch_qt.h>

#include <QApplication>
#include <QImage>
#include <QPalette>
#include <QSignalSpy>

using namespace ruhu::widgets;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Role kGrounds[] = {Role::Surface,  Role::SurfaceRaised, Role::Selection, Role::OkTint,
                             Role::WarnTint, Role::FailTint,      Role::InfoTint};
constexpr Role kWords[] = {Role::Text, Role::TextMuted, Role::Accent, Role::Ok, Role::Warn, Role::Fail, Role::Info};
constexpr ThemeKind kThemes[] = {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast};

} // namespace

TEST_CASE("every text reads on every ground in all three themes", "[widgets][theme]")
{
    for (const ThemeKind theme : kThemes) {
        for (const Role ground : kGrounds) {
            for (const Role words : kWords) {
                CAPTURE(static_cast<int>(theme), static_cast<int>(ground), static_cast<int>(words));
                CHECK(contrastRatio(Theme::color(words, theme), Theme::color(ground, theme)) >= tokens::kContrastText);
            }
        }
        for (const Role button : {Role::Accent, Role::AccentPressed})
            CHECK(contrastRatio(Theme::color(Role::OnAccent, theme), Theme::color(button, theme))
                  >= tokens::kContrastText);
    }
}

TEST_CASE("outlines of controls and the focus ring stand out from every ground", "[widgets][theme]")
{
    for (const ThemeKind theme : kThemes) {
        for (const Role ground : kGrounds) {
            for (const Role shape : {Role::LineStrong, Role::Focus}) {
                CAPTURE(static_cast<int>(theme), static_cast<int>(ground), static_cast<int>(shape));
                CHECK(contrastRatio(Theme::color(shape, theme), Theme::color(ground, theme)) >= tokens::kContrastShape);
            }
        }
    }
}

TEST_CASE("contrast is that of WCAG 2", "[widgets][theme]")
{
    CHECK(contrastRatio(Qt::black, Qt::white) == Approx(21.0));
    CHECK(contrastRatio(Qt::white, Qt::white) == Approx(1.0));
    CHECK(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) == Approx(4.54).margin(0.01));
}

TEST_CASE("an accent of any lightness is made readable in every theme", "[widgets][theme]")
{
    for (const ThemeKind theme : kThemes) {
        for (const QColor &accent :
             {QColor(Qt::yellow), QColor(Qt::white), QColor(Qt::black), QColor(0x80, 0x80, 0x80), QColor(Qt::blue)}) {
            CAPTURE(static_cast<int>(theme), accent.name());
            Theme::apply(*qApp, theme, accent);
            for (const Role ground : {Role::Surface, Role::SurfaceRaised, Role::Selection})
                CHECK(contrastRatio(Theme::color(Role::Accent), Theme::color(ground)) >= tokens::kContrastText);
            CHECK(contrastRatio(Theme::color(Role::OnAccent), Theme::color(Role::Accent)) >= tokens::kContrastText);
            CHECK(contrastRatio(Theme::color(Role::Text), Theme::color(Role::Selection)) >= tokens::kContrastText);
        }
    }
    Theme::apply(*qApp, ThemeKind::Light);
}

TEST_CASE("changing the theme says so and changes the palette", "[widgets][theme]")
{
    Theme::apply(*qApp, ThemeKind::Light);
    QSignalSpy spy(&Theme::instance(), &Theme::changed);
    Theme::apply(*qApp, ThemeKind::Dark);
    CHECK(spy.count() == 1);
    CHECK(Theme::instance().shown() == ThemeKind::Dark);
    CHECK(qApp->palette().color(QPalette::Window) == Theme::color(Role::Surface, ThemeKind::Dark));
    Theme::apply(*qApp, ThemeKind::System);
    CHECK(Theme::instance().requested() == ThemeKind::System);
    CHECK(Theme::instance().shown() != ThemeKind::System);
    Theme::apply(*qApp, ThemeKind::Light);
}

TEST_CASE("the style sheet has no name left that stands for nothing", "[widgets][theme]")
{
    const QString sheet = Theme::styleSheet();
    CHECK(!sheet.isEmpty());
    CHECK(!sheet.contains(u'@'));
    CHECK(!sheet.contains(u'$'));
}

TEST_CASE("every icon draws something in the colour of its role", "[widgets][icons]")
{
    Theme::apply(*qApp, ThemeKind::Light);
    for (int i = 0; i < kIconCount; ++i) {
        const auto which = static_cast<Icon>(i);
        CAPTURE(iconName(which));
        const QImage image = iconPixmap(which, Role::Fail, tokens::kIcon, 2.0).toImage();
        CHECK(image.width() == 2 * tokens::kIcon);
        int inked = 0;
        bool rightColour = true;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                inked += pixel.alpha() > 200;
                rightColour = rightColour && (pixel.alpha() < 250 || pixel.rgb() == Theme::color(Role::Fail).rgb());
            }
        }
        CHECK(inked > 50);
        CHECK(rightColour);
    }
}

TEST_CASE("an icon already on a button follows the theme", "[widgets][icons]")
{
    Theme::apply(*qApp, ThemeKind::Light);
    const QIcon held = icon(Icon::Lock, Role::Text);
    const QImage light = held.pixmap(QSize(20, 20), 1.0).toImage();
    Theme::apply(*qApp, ThemeKind::Dark);
    CHECK(held.pixmap(QSize(20, 20), 1.0).toImage() != light);
    Theme::apply(*qApp, ThemeKind::Light);
}
