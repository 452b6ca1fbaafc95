// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/icons.h>

#include <ruhu/widgets/theme.h>

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

// Q_INIT_RESOURCE declares a function and must stand outside every namespace.
static void initIconResources()
{
    Q_INIT_RESOURCE(ruhu_icons);
}

namespace ruhu::widgets {
namespace {

constexpr std::array<const char16_t *, kIconCount> kNames = {
    u"book",     u"prepare", u"travel",  u"door",         u"work",          u"test",      u"clean",
    u"handover", u"sign",    u"fibre",   u"lan",          u"dsl",           u"tv",        u"phone",
    u"wifi",     u"stored",  u"waiting", u"sending",      u"offline",       u"needs-you", u"info",
    u"warn",     u"fail",    u"print",   u"pdf",          u"photo",         u"camera",    u"search",
    u"copy",     u"check",   u"correct", u"return",       u"user",          u"settings",  u"lock",
    u"clock",    u"close",   u"plus",    u"chevron-down", u"chevron-right", u"pin"};

QByteArray svgOf(Icon which)
{
    static const bool initialised = (initIconResources(), true);
    Q_UNUSED(initialised)
    QFile file(u":/ruhu/icons/"_s + iconName(which) + u".svg"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap render(Icon which, const QColor &colour, const QSize &pixels)
{
    const QString key =
        u"ruhu-icon-%1-%2-%3x%4"_s.arg(int(which)).arg(colour.rgb()).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svgOf(which).replace("currentColor", colour.name().toLatin1()));
    QPainter painter(&pixmap);
    const double side = std::min(pixels.width(), pixels.height());
    renderer.render(&painter, QRectF((pixels.width() - side) / 2, (pixels.height() - side) / 2, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

// Looks the colour up when it paints, so that icons on buttons follow a change of theme.
class RoleIconEngine final : public QIconEngine {
public:
    RoleIconEngine(Icon which, Role role) : m_which(which), m_role(role) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const double scale = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaled(rect.size() * scale, mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return scaled(size, mode); }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return scaled(size, mode);
    }
    [[nodiscard]] QIconEngine *clone() const override { return new RoleIconEngine(m_which, m_role); }
    [[nodiscard]] QString key() const override { return u"ruhu-role-icon"_s; }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QPixmap scaled(const QSize &pixels, QIcon::Mode mode) const
    {
        return render(m_which, Theme::color(mode == QIcon::Disabled ? Role::TextMuted : m_role), pixels);
    }

    Icon m_which;
    Role m_role;
};

} // namespace

QString iconName(Icon which)
{
    return QString::fromUtf16(kNames.at(static_cast<std::size_t>(which)));
}

QIcon icon(Icon which, Role role)
{
    return QIcon(new RoleIconEngine(which, role)); // the icon owns its engine
}

QPixmap iconPixmap(Icon which, Role role, int size, double scale)
{
    const int pixels = static_cast<int>(std::lround(size * scale));
    QPixmap pixmap = render(which, Theme::color(role), QSize(pixels, pixels));
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

} // namespace ruhu::widgets
