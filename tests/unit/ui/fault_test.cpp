// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What goes wrong on the way and on the disk, as a technician meets it in the window.

#include "fault_vfs.h"
#include "window_world.h"

#include <ruhu/widgets/prompts.h>

#include <ruhu_test/laptop.h>
#include <ruhu_test/loopback_transport.h>

#include <QAbstractButton>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldClient;
using presentation::FieldSession;
using presentation::Language;

namespace {

const QString kSafe = u"Your work is safe on this laptop."_s;
const QString kSafeChinese = u"您的工作已安全保存在本机。"_s;

/// One thing that stands between the laptop and the office, and the words a person reads meanwhile.
struct Fault {
    QString code; // small at the end
    Way way;
    QString mark;
    QString detail;
    QString markChinese;
    QString detailChinese;
    bool signsIn = false; // somebody has to sign in afterwards
};

[[nodiscard]] Way broken(ErrorCode code)
{
    return [code](const sync::Request &, const auto &) -> Result<sync::Reply> {
        return Error{code, u"made by a test"_s, {}};
    };
}

[[nodiscard]] Way refusing(int status, const QString &code)
{
    return
        [status, code](const sync::Request &, const auto &) -> Result<sync::Reply> { return refusalOf(status, code); };
}

/// Only what carries entries is refused; the rest of the round goes on.
[[nodiscard]] Way refusingEntries(int status, const QString &code)
{
    return [status, code](const sync::Request &request, const auto &office) -> Result<sync::Reply> {
        return request.path == u"/sync/v1/push" ? refusalOf(status, code) : office();
    };
}

[[nodiscard]] Way foreign(int status, bool ours = false)
{
    return [status, ours](const sync::Request &, const auto &) -> Result<sync::Reply> {
        return sync::Reply{status, "<html>Welcome to the hotel</html>", std::nullopt, ours};
    };
}

[[nodiscard]] std::vector<Fault> faultsOfTheWay()
{
    return {
        {u"offline"_s, broken(ErrorCode::Offline), u"No network since"_s, u"it is sent when the network is back"_s,
         u"起无网络，照常工作"_s, u"网络恢复后自动上传"_s},
        {u"timeout"_s, broken(ErrorCode::Timeout), u"Server in trouble since"_s, u"did not answer in time"_s,
         u"起服务器异常"_s, u"服务器未能及时响应"_s},
        {u"tls-failure"_s, broken(ErrorCode::TlsFailure), u"Server not trusted"_s, u"so nothing was sent"_s,
         u"无法确认服务器身份"_s, u"没有上传任何内容"_s},
        {u"captive-portal"_s, foreign(200), u"web sign-in"_s, u"Open a browser"_s, u"网络需网页登录"_s,
         u"请打开浏览器"_s},
        {u"proxy"_s, foreign(502), u"Server in trouble"_s, u"does not let it through"_s, u"服务器异常"_s,
         u"网络设备"_s},
        {u"bad-answer"_s, foreign(200, true), u"Server in trouble"_s, u"could not be read"_s, u"服务器异常"_s,
         u"无法读取服务器的答复"_s},
    };
}

[[nodiscard]] std::vector<Fault> faultsOfTheServer()
{
    return {
        {u"internal"_s, refusing(500, u"internal"_s), u"Server in trouble"_s, u"look after the server"_s,
         u"服务器异常"_s, u"需后台处理服务器"_s},
        {u"busy"_s, refusing(503, u"busy"_s), u"Server busy"_s, u"too much to do"_s, u"服务器繁忙"_s,
         u"程序会一直重试"_s},
        {u"disk-full"_s, refusing(507, u"disk-full"_s), u"Server in trouble"_s, u"The disk of the server is full."_s,
         u"服务器异常"_s, u"服务器磁盘已满"_s},
        {u"update-needed"_s, refusing(426, u"update-needed"_s), u"Update Ruhu"_s, u"a newer version"_s,
         u"请更新本程序"_s, u"新版本程序"_s},
        {u"revoked-device"_s, refusing(403, u"revoked-device"_s), u"Laptop blocked"_s, u"blocked this laptop"_s,
         u"本机已停用"_s, u"后台已停用本机"_s},
        {u"disabled-user"_s, refusing(403, u"disabled-user"_s), u"Account switched off"_s, u"Call your supervisor"_s,
         u"账号已停用"_s, u"请联系班长"_s, true},
        {u"expired-token"_s, refusing(401, u"expired-token"_s), u"Sign in again"_s, u"has ended"_s, u"请重新登录"_s,
         u"登录已过期"_s, true},
    };
}

/// The last status the window heard.
class StatusWatch {
public:
    explicit StatusWatch(FieldClient &client) : m_heard(client, &FieldClient::syncStatusChanged) {}
    [[nodiscard]] sync::Status now() const
    {
        return m_heard.calls().empty() ? sync::Status() : std::get<0>(m_heard.calls().back());
    }
    void await(const std::function<bool(const sync::Status &)> &wanted) const
    {
        const bool came = QTest::qWaitFor([&] { return wanted(now()); }, kPatienceMs);
        CAPTURE(static_cast<int>(now().phase), static_cast<int>(now().hold), now().pendingEvents, now().lastProblem);
        REQUIRE(came);
    }
    void awaitStored() const
    {
        await([](const sync::Status &s) {
            return s.hold == sync::Hold::None && s.phase == sync::Phase::Idle && s.pendingEvents + s.pendingBlobs == 0;
        });
    }

private:
    Heard<sync::Status> m_heard;
};

void recordNote(WindowWorld &world, const TicketId &id, const QString &text)
{
    Heard acted(*world.client, &FieldClient::acted);
    world.client->act(id, domain::NoteAdded{text, {}});
    REQUIRE(acted.wait());
    REQUIRE_FALSE(std::get<3>(acted.calls().front()));
    REQUIRE(std::get<2>(acted.calls().front()).recorded.size() == 1);
}

[[nodiscard]] QString textOf(const QString &path)
{
    const auto *label = qobject_cast<const QLabel *>(seen(path));
    return label ? label->text() : QString();
}

void openPanel()
{
    click(u"syncMark"_s);
    await(u"syncPanel"_s);
}

void closePanel()
{
    QWidget *panel = seen(u"syncPanel"_s);
    REQUIRE(panel);
    panel->close();
    awaitGone(u"syncPanel"_s);
}

/// Mark, panel, code and comfort in the language of the window.
void checkWords(const QString &mark, const QString &detail, const QString &safe, const QString &code)
{
    awaitText(u"syncMark"_s, mark);
    openPanel();
    const QString words = textOf(u"syncPanel/syncDetail"_s);
    INFO(words.toStdString());
    CHECK(words.contains(detail));
    CHECK(words.contains(safe));
    CHECK(textOf(u"syncPanel/syncCode"_s) == code);
    closePanel();
}

void speak(WindowWorld &world, Language language)
{
    auto *page = world.window->findChild<widgets::SessionPage *>();
    REQUIRE(page);
    Q_EMIT page->languageRequested(language);
    REQUIRE(QTest::qWaitFor(
        [&] {
            auto *next = world.window->findChild<widgets::SessionPage *>();
            return next && next != page && next->isVisible();
        },
        kPatienceMs));
}

/// The window is made anew in another language; the words follow the test.
class English {
public:
    English() = default;
    ~English() { presentation::setLanguage(Language::English); }
    English(const English &) = delete;
    English &operator=(const English &) = delete;
};

void meetAndHeal(WindowWorld &world, const StatusWatch &status, const TicketId &id, const Fault &fault)
{
    INFO(fault.code.toStdString());
    world.office.setWay(fault.way);
    recordNote(world, id, fault.code);
    status.await([](const sync::Status &s) { return s.hold != sync::Hold::None && s.phase == sync::Phase::Waiting; });
    CHECK(status.now().pendingEvents == 1);
    checkWords(fault.mark, fault.detail, kSafe, fault.code);
    speak(world, Language::Chinese);
    checkWords(fault.markChinese, fault.detailChinese, kSafeChinese, fault.code);
    speak(world, Language::English);
    CHECK(status.now().pendingEvents == 1);

    world.office.setWay({});
    if (fault.signsIn) {
        openPanel();
        click(u"syncPanel/syncSignInButton"_s);
        world.signIn();
        await(u"workPage"_s);
    } else {
        world.client->syncNow();
    }
    status.awaitStored();
    awaitText(u"syncMark"_s, u"All stored"_s);
}

/// Every fault in one window, one after the other; in the end the office holds every note.
void meetAll(const std::vector<Fault> &faults)
{
    const English after;
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = nthTicket(session, 0); });
    const StatusWatch status(*world.client);
    world.syncNow();
    for (const Fault &fault : faults)
        meetAndHeal(world, status, id, fault);
    const auto boss = enrolled(world.office, u"desk"_s, u"boss"_s);
    syncAll(world.office, *boss);
    CHECK(must(boss->page(id))->ticket.notes.size() == faults.size());
}

void drawOn(WindowWorld &world, const QString &pad)
{
    QWidget *canvas = await(pad);
    QTest::mousePress(canvas, Qt::LeftButton, {}, QPoint(20, 20));
    world.office.clock.advance(Millis(400));
    QTest::mouseMove(canvas, QPoint(60, 40));
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, QPoint(90, 20));
}

[[nodiscard]] QByteArray picture()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
}

class Answers {
public:
    explicit Answers(const QString &photo)
    {
        m_prompts.photo = photo;
        widgets::setPrompts(&m_prompts);
    }
    ~Answers() { widgets::setPrompts(nullptr); }
    Answers(const Answers &) = delete;
    Answers &operator=(const Answers &) = delete;

private:
    widgets::ScriptedPrompts m_prompts;
};

/// The routine visit of the first ticket up to its first photo; `step` is where it belongs.
[[nodiscard]] TicketId toThePhoto(WindowWorld &world, FieldSession &session, QString &step)
{
    const TicketId id = nthTicket(session, 0);
    walk(world.office, session, id, [&step](const domain::WalkStep &next) {
        const auto *photo = std::get_if<domain::NeedPhoto>(&next);
        if (photo)
            step = photo->step;
        return photo != nullptr;
    });
    return id;
}

} // namespace

TEST_CASE("whatever stands in the way to the server is said in plain words, and the work is kept and sent later",
          "[ui][fault]")
{
    meetAll(faultsOfTheWay());
}

TEST_CASE("whatever the server refuses is said in plain words, and the work is kept and sent later", "[ui][fault]")
{
    meetAll(faultsOfTheServer());
}

TEST_CASE("an act the server cannot take is laid aside with its reason, and is sent after the next sign-in",
          "[ui][fault]")
{
    struct Refused {
        QString code;
        int status;
        QString reason;
    };
    const std::vector<Refused> refusals{{u"body-too-large"_s, 413, u"larger than the server takes"_s},
                                        {u"bad-request"_s, 400, u"could not read what was sent"_s},
                                        {u"chain"_s, 422, u"does not fit together"_s}};
    WindowWorld world;
    TicketId id;
    QString number;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        number = must(session.row(id)).number;
    });
    const StatusWatch status(*world.client);
    world.syncNow();
    for (const Refused &refused : refusals) {
        INFO(refused.code.toStdString());
        world.office.setWay(refusingEntries(refused.status, refused.code));
        recordNote(world, id, refused.code);
        status.await([](const sync::Status &s) { return s.refused == 1 && s.phase == sync::Phase::Idle; });
        CHECK(status.now().pendingEvents == 0); // nothing behind it is held up
        openPanel();
        const QString words = wordsOf(seen(u"syncPanel"_s));
        INFO(words.toStdString());
        CHECK(words.contains(number + u" · Refused ("_s));
        CHECK(words.contains(refused.reason));
        closePanel();
        world.office.setWay({});
        world.client->lock();
        world.signIn();
        await(u"workPage"_s);
        status.await([](const sync::Status &s) {
            return s.refused == 0 && s.pendingEvents == 0 && s.phase == sync::Phase::Idle;
        });
    }
    const auto boss = enrolled(world.office, u"desk"_s, u"boss"_s);
    syncAll(world.office, *boss);
    CHECK(must(boss->page(id))->ticket.notes.size() == refusals.size());
}

TEST_CASE("an entry the office does not take is named with its own reason, whatever the network does", "[ui][fault]")
{
    WindowWorld world;
    TicketId id;
    QString number;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        number = must(session.row(id)).number;
    });
    const StatusWatch status(*world.client);
    world.syncNow();
    world.office.setWay([](const sync::Request &request, const auto &office) -> Result<sync::Reply> {
        sync::Reply reply = office();
        auto pushed = request.path == u"/sync/v1/push" ? protocol::decodePushReply(reply.body)
                                                       : Result<protocol::PushReply>(Error{});
        if (pushed) {
            pushed->verdicts[pushed->head.sequence] = u"not-yours"_s;
            reply.body = protocol::encodePushReply(*pushed);
        }
        return reply;
    });
    recordNote(world, id, u"Somebody else's by now"_s);
    status.await([](const sync::Status &s) { return s.refused == 1 && s.phase == sync::Phase::Idle; });
    world.office.setWay(broken(ErrorCode::Offline));
    world.client->syncNow();
    status.await([](const sync::Status &s) { return s.hold == sync::Hold::Offline; });
    openPanel();
    CHECK(textOf(u"syncPanel/syncDetail"_s).contains(u"could not take 1 entry"_s));
    const QString words = wordsOf(seen(u"syncPanel"_s));
    INFO(words.toStdString());
    CHECK(words.contains(number + u" · Refused (The ticket was given to somebody else.)"_s));
}

TEST_CASE("an entry of a newer program asks for an update and blocks no other ticket", "[ui][fault]")
{
    WindowWorld world;
    TicketId id;
    TicketId other;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        other = nthTicket(session, 1);
    });
    LoopbackTransport way(world.office.office.get());
    Laptop newer({u"demo"_s, world.office.day.technician.id}, 'n', world.office.clock, world.office.random, way);
    newer.enrol(must(world.office.office->newEnrolCode(u"demo"_s)), kPassword);
    newer.record(id, {domain::UnknownPayload{u"roof.walked"_s, Json(Json::Object{})}});
    REQUIRE(newer.settle(50));
    const StatusWatch status(*world.client);
    world.client->syncNow();
    world.openTicket(id);
    REQUIRE(QTest::qWaitFor(
        [] {
            const QWidget *view = seen(u"ticketView"_s);
            return view && wordsOf(view).contains(u"needs a newer program"_s);
        },
        kPatienceMs));
    recordNote(world, other, u"This one goes on"_s);
    status.awaitStored();
}

TEST_CASE("a full disk keeps neither half a photo nor half a signature, and the next try succeeds", "[ui][fault]")
{
    FaultVfs disk;
    WindowWorld world;
    TicketId id;
    SECTION("a photo")
    {
        const Answers answers(world.office.temp.write(u"photo.png"_s, picture()));
        QString step;
        world.open([&](FieldSession &session) { id = toThePhoto(world, session, step); });
        world.syncNow();
        world.openTicket(id);
        const QString add = u"photos:"_s + step + u"/addPhoto"_s;
        disk.failFrom(1);
        click(add);
        awaitText(u"ticketBanner"_s, u"full"_s);
        awaitText(u"ticketBanner"_s, u"disk-full"_s);
        CHECK_FALSE(seen(u"toast"_s));
        disk.heal();
        click(add);
        awaitText(u"toast"_s, u"Kept on this laptop"_s);
    }
    SECTION("the technician's signature")
    {
        world.open([&](FieldSession &session) {
            id = nthTicket(session, 0);
            walk(world.office, session, id, [](const domain::WalkStep &next) {
                const auto *signature = std::get_if<domain::NeedSignature>(&next);
                return signature && signature->role == domain::SignerRole::Technician;
            });
        });
        world.syncNow();
        world.openTicket(id);
        click(u"signTechnician"_s);
        drawOn(world, u"technicianPad/signatureCanvas"_s);
        disk.failFrom(1);
        click(u"technicianSign"_s);
        awaitText(u"ticketBanner"_s, u"full"_s);
        disk.heal();
        click(u"signTechnician"_s);
        drawOn(world, u"technicianPad/signatureCanvas"_s);
        click(u"technicianSign"_s);
        awaitText(u"toast"_s, u"Kept on this laptop"_s);
    }
    CHECK(disk.wasMet());
    const StatusWatch status(*world.client);
    world.client->syncNow();
    status.awaitStored();
}

TEST_CASE("a photo the server does not take is said and kept, and the entries go on", "[ui][fault]")
{
    WindowWorld world;
    const Answers answers(world.office.temp.write(u"photo.png"_s, picture()));
    QString step;
    TicketId id;
    world.open([&](FieldSession &session) { id = toThePhoto(world, session, step); });
    const StatusWatch status(*world.client);
    world.syncNow();
    world.openTicket(id);
    world.office.setWay([](const sync::Request &request, const auto &office) -> Result<sync::Reply> {
        return request.path == u"/sync/v1/blobs" ? refusalOf(413, u"body-too-large"_s) : office();
    });
    click(u"photos:"_s + step + u"/addPhoto"_s);
    status.await([](const sync::Status &s) { return s.hold != sync::Hold::None && s.phase == sync::Phase::Idle; });
    CHECK(status.now().pendingEvents == 0);
    CHECK(status.now().pendingBlobs == 1);
    checkWords(u"Not all can be sent"_s, u"did not take a photo"_s, kSafe, u"blob-refused"_s);
    world.office.setWay({});
    world.client->syncNow();
    status.awaitStored();
}

TEST_CASE("a photo that is too large is sent back with the size that is possible", "[ui][fault]")
{
    WindowWorld world;
    QString step;
    TicketId id;
    const Answers answers(world.office.temp.write(u"large.png"_s, picture() + QByteArray(13 * 1024 * 1024, 'x')));
    world.open([&](FieldSession &session) { id = toThePhoto(world, session, step); });
    world.syncNow();
    world.openTicket(id);
    click(u"photos:"_s + step + u"/addPhoto"_s);
    awaitText(u"ticketBanner"_s, u"12 MB"_s);
    awaitText(u"ticketBanner"_s, u"too-large"_s);
    CHECK_FALSE(seen(u"toast"_s));
}
