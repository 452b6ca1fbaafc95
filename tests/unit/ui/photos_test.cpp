// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_world.h"

#include <ruhu/widgets/pictures.h>
#include <ruhu/widgets/tokens.h>

#include <QBuffer>
#include <QImage>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldSession;

namespace {

[[nodiscard]] QByteArray largePhoto()
{
    QImage image(3200, 2400, QImage::Format_RGB32);
    image.fill(Qt::darkRed);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(image.save(&buffer, "JPG"));
    return bytes;
}

} // namespace

TEST_CASE("photos are kept at the size of a tile, and the large one is fetched when it is opened", "[ui][photo]")
{
    WindowWorld world;
    TicketId id;
    QString step;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walk(world.office, session, id, [&step](const domain::WalkStep &next) {
            if (const auto *photo = std::get_if<domain::NeedPhoto>(&next))
                step = photo->step;
            return !step.isEmpty();
        });
        REQUIRE_FALSE(must(session.attachPhoto(id, step, largePhoto(), {})).refusal);
    });
    world.openTicket(id);
    const QByteArray sha256 = pageNow(world, id)->ticket.photos.back().photo.sha256;

    widgets::Pictures pictures(*world.client);
    QImage tile;
    QObject::connect(&pictures, &widgets::Pictures::tileReady, &pictures,
                     [&tile](const QByteArray &, const QImage &image) { tile = image; });
    CHECK(pictures.tile(sha256).isNull());
    REQUIRE(QTest::qWaitFor([&tile] { return !tile.isNull(); }, kPatienceMs));
    CHECK(tile.size() == QSize(2 * widgets::tokens::kThumbWidth, 2 * widgets::tokens::kThumbHeight));
    CHECK(pictures.tile(sha256).cacheKey() == tile.cacheKey());

    QImage original;
    pictures.loadOriginal(sha256, [&original](const QImage &image) { original = image; });
    REQUIRE(QTest::qWaitFor([&original] { return !original.isNull(); }, kPatienceMs));
    CHECK(original.width() > 2 * tile.width());

    // And the page shows it, without being made anew.
    click(u"card:%1/fold"_s.arg(step));
    QWidget *shown = await(u"photo-"_s + QString::fromLatin1(sha256.toHex()));
    const auto centre = [shown] {
        const QImage image = shown->grab().toImage();
        return image.pixelColor(image.width() / 2, image.height() / 3);
    };
    CHECK(QTest::qWaitFor([&] { return centre().red() > 100 && centre().green() < 30; }, kPatienceMs));
}
