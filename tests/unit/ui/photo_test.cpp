// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_world.h"

#include <ruhu/widgets/prompts.h>

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldClient;
using presentation::FieldSession;

namespace {

/// Keeps the question, so that the test answers when it likes.
class Waiting final : public widgets::ScriptedPrompts {
public:
    void choosePhoto(QWidget *, std::function<void(const widgets::ChosenPhoto &)> done) override
    {
        answer = std::move(done);
    }
    std::function<void(const widgets::ChosenPhoto &)> answer;
};

[[nodiscard]] QByteArray jpeg()
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, "JPG"));
    return bytes;
}

/// The window at the first step that wants a photo.
struct PhotoWorld {
    PhotoWorld()
    {
        world.open([this](FieldSession &session) {
            id = nthTicket(session, 0);
            walk(world.office, session, id, [this](const domain::WalkStep &next) {
                const auto *photo = std::get_if<domain::NeedPhoto>(&next);
                step = photo ? photo->step : QString();
                return photo != nullptr;
            });
        });
        world.openTicket(id);
        widgets::setPrompts(&prompts);
    }
    ~PhotoWorld() { widgets::setPrompts(nullptr); }
    PhotoWorld(const PhotoWorld &) = delete;
    PhotoWorld &operator=(const PhotoWorld &) = delete;

    /// One click, and what the person then chooses.
    void add(const widgets::ChosenPhoto &photo)
    {
        click(u"photos:%1/addPhoto"_s.arg(step));
        REQUIRE(prompts.answer);
        prompts.answer(photo);
    }
    [[nodiscard]] std::vector<domain::PhotoFact> photos()
    {
        Heard loaded(*world.client, &FieldClient::pageLoaded);
        world.client->loadPage(id);
        REQUIRE(loaded.wait());
        return std::get<0>(loaded.calls().back())->ticket.photos;
    }

    WindowWorld world;
    TicketId id;
    QString step;
    Waiting prompts;
};

} // namespace

TEST_CASE("a photo from a file and one just taken go the same way", "[ui][photo]")
{
    PhotoWorld photo;
    SECTION("a file")
    {
        photo.add({photo.world.office.temp.write(u"a.jpg"_s, jpeg()), {}});
    }
    SECTION("one just taken")
    {
        photo.add({{}, jpeg()});
    }
    awaitText(u"toast"_s, u"Kept on this laptop"_s);
    const auto photos = photo.photos();
    REQUIRE(photos.size() == 1);
    CHECK(photos.front().photo.step == photo.step);
    CHECK(photos.front().photo.mime == u"image/jpeg");
    CHECK(photos.front().photo.width == 64);
}

TEST_CASE("a photo file that cannot be used is refused in words", "[ui][photo][fault]")
{
    PhotoWorld photo;
    const QString path = photo.world.office.temp.path(u"photo.jpg"_s);
    SECTION("too large, told by its size")
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.resize(qint64{13} * 1024 * 1024 * 1024)); // holds nothing, and nobody reads it
        file.close();
        photo.add({path, {}});
        awaitText(u"ticketBanner"_s, u"12 MB"_s);
    }
    SECTION("gone meanwhile")
    {
        photo.add({path, {}});
        awaitText(u"ticketBanner"_s, u"not found"_s);
    }
    SECTION("no picture")
    {
        photo.world.office.temp.write(u"photo.jpg"_s, "a text");
        photo.add({path, {}});
        await(u"ticketBanner"_s);
    }
    CHECK(photo.photos().empty());
    // The next one is taken.
    photo.add({{}, jpeg()});
    awaitText(u"toast"_s, u"Kept on this laptop"_s);
    CHECK(photo.photos().size() == 1);
}

TEST_CASE("a photo belongs to the ticket for which it was asked", "[ui][photo]")
{
    PhotoWorld photo;
    click(u"photos:%1/addPhoto"_s.arg(photo.step));
    TicketId other;
    Heard rows(*photo.world.client, &FieldClient::ticketsLoaded);
    photo.world.client->loadTickets();
    REQUIRE(rows.wait());
    for (const store::TicketRow &row : *std::get<0>(rows.calls().front()))
        other = row.id == photo.id ? other : row.id;
    photo.world.openTicket(other);
    Heard acted(*photo.world.client, &FieldClient::acted);
    photo.prompts.answer({{}, jpeg()});
    REQUIRE(acted.wait());
    CHECK(photo.photos().size() == 1);
}

TEST_CASE("a note is asked for and kept", "[ui][note]")
{
    PhotoWorld world;
    world.prompts.text = u"The bell is broken"_s;
    Heard acted(*world.world.client, &FieldClient::acted);
    auto *note = await(u"ticketView"_s)->findChild<QAction *>(u"exceptionNote"_s);
    REQUIRE(note);
    note->trigger();
    REQUIRE(acted.wait());
    Heard loaded(*world.world.client, &FieldClient::pageLoaded);
    world.world.client->loadPage(world.id);
    REQUIRE(loaded.wait());
    const auto notes = std::get<0>(loaded.calls().back())->ticket.notes;
    REQUIRE(notes.size() == 1);
}
