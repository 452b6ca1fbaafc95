// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_world.h"

#include <ruhu/installer/installer_window.h>
#include <ruhu/supervisor/supervisor_window.h>
#include <ruhu/widgets/phase_rail.h>
#include <ruhu/widgets/ticket_list_adapter.h>

#include <ruhu/presentation/papers.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

[[nodiscard]] QByteArray pixel()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
}

[[nodiscard]] std::vector<domain::Stroke> strokes(domain::SignerRole role)
{
    const std::int64_t hand = role == domain::SignerRole::Customer ? 1000 : 2000;
    std::vector<domain::Stroke> drawn;
    for (std::int64_t s = 0; s < 4; ++s) {
        domain::Stroke stroke;
        for (std::int64_t i = 0; i < 20; ++i)
            stroke.push_back({hand + s * 1500 + i * 50, 4000 + i * i * 10, s * 400 + i * 15, 500});
        drawn.push_back(stroke);
    }
    return drawn;
}

[[nodiscard]] QWidget *seenPart(const QWidget *outer, const QString &name)
{
    const QWidgetList parts = outer->findChildren<QWidget *>(name);
    const auto found = std::find_if(parts.begin(), parts.end(), [](const QWidget *part) { return part->isVisible(); });
    return found == parts.end() ? nullptr : *found;
}

} // namespace

WindowWorld::WindowWorld(Program program)
    : m_own(std::make_unique<OfficeWorld>()),
      office(*m_own),
      m_program(program),
      m_folder(program == Program::Installer ? u"laptop"_s : u"desk"_s)
{}

WindowWorld::WindowWorld(Program program, OfficeWorld &shared)
    : office(shared), m_program(program), m_folder(program == Program::Installer ? u"laptop"_s : u"desk"_s)
{}

WindowWorld::~WindowWorld()
{
    hide();
}

void WindowWorld::prepare(const std::function<void(presentation::FieldSession &)> &act)
{
    const auto session = enrolled(office, m_folder, m_program == Program::Installer ? u"demo"_s : u"boss"_s);
    syncAll(office, *session);
    if (act)
        act(*session);
}

void WindowWorld::show()
{
    auto environment = [this] { return std::make_shared<const presentation::Environment>(office.environment(true)); };
    client = std::make_unique<presentation::FieldClient>(office.temp.path(m_folder), environment);
    const auto make =
        m_program == Program::Installer ? installer::makeInstallerWindow : supervisor::makeSupervisorWindow;
    window = make(*client, office.clock, {});
    toFront();
}

void WindowWorld::toFront()
{
    window->show();
    window->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(window.get(), kPatienceMs));
}

void WindowWorld::toBack()
{
    window->hide();
}

void WindowWorld::hide()
{
    window.reset();
    client.reset();
}

void WindowWorld::signIn(const QString &password)
{
    await(u"passwordField"_s);
    Heard answered(*client, &presentation::FieldClient::signedIn);
    type(u"passwordField"_s, password);
    click(u"signInButton"_s);
    REQUIRE(answered.wait());
}

void WindowWorld::open(const std::function<void(presentation::FieldSession &)> &act)
{
    prepare(act);
    show();
    signIn();
    auto *list = qobject_cast<QAbstractItemView *>(await(u"ticketList"_s));
    REQUIRE(QTest::qWaitFor([list] { return list->model() && list->model()->rowCount() > 0; }, kPatienceMs));
}

void WindowWorld::openTicket(const TicketId &id)
{
    auto *list = qobject_cast<QAbstractItemView *>(await(u"ticketList"_s));
    const auto *adapter = qobject_cast<const widgets::TicketListAdapter *>(list->model());
    const QModelIndex index = adapter->indexOf(id);
    REQUIRE(index.isValid());
    Heard loaded(*client, &presentation::FieldClient::pageLoaded);
    list->scrollTo(index);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    const auto came = [&loaded, &id] {
        const auto &calls = loaded.calls();
        return std::any_of(calls.begin(), calls.end(),
                           [&id](const auto &call) { return std::get<0>(call)->ticket.id == id; });
    };
    REQUIRE(QTest::qWaitFor(came, kPatienceMs));
}

void WindowWorld::syncNow()
{
    Heard status(*client, &presentation::FieldClient::syncStatusChanged);
    client->syncNow();
    const auto rested = [&status] {
        return !status.calls().empty() && std::get<0>(status.calls().back()).phase == sync::Phase::Idle;
    };
    REQUIRE(QTest::qWaitFor(rested, kPatienceMs));
}

QWidget *seen(const QString &path)
{
    const QStringList names = path.split(u'/');
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        if (!top->isVisible())
            continue;
        QWidgetList candidates = top->findChildren<QWidget *>(names.first());
        if (top->objectName() == names.first())
            candidates.append(top);
        for (QWidget *widget : std::as_const(candidates)) {
            if (!widget->isVisible())
                continue;
            QWidget *found = names.size() == 1 ? widget : seenPart(widget, names.last());
            if (found)
                return found;
        }
    }
    return nullptr;
}

QWidget *await(const QString &path)
{
    INFO("waiting for " << path.toStdString());
    REQUIRE(QTest::qWaitFor([&path] { return seen(path) != nullptr; }, kPatienceMs));
    return seen(path);
}

void awaitGone(const QString &path)
{
    INFO("waiting until gone: " << path.toStdString());
    REQUIRE(QTest::qWaitFor([&path] { return seen(path) == nullptr; }, kPatienceMs));
}

void awaitEnabled(const QString &path)
{
    INFO("waiting until enabled: " << path.toStdString());
    REQUIRE(QTest::qWaitFor([&path] { return seen(path) && seen(path)->isEnabled(); }, kPatienceMs));
}

void awaitText(const QString &path, const QString &part)
{
    const auto there = [&] { return seen(path) && wordsOf(seen(path)).contains(part); };
    const bool came = QTest::qWaitFor(there, kPatienceMs);
    INFO(path.toStdString() << " says: " << (seen(path) ? wordsOf(seen(path)).toStdString() : "(not visible)"));
    INFO("wanted: " << part.toStdString());
    REQUIRE(came);
}

QString wordsOf(const QWidget *widget)
{
    QStringList words;
    const auto add = [&words](const QWidget *one) {
        if (const auto *label = qobject_cast<const QLabel *>(one))
            words << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(one))
            words << button->text();
        else
            words << one->accessibleName();
    };
    add(widget);
    const auto children = widget->findChildren<const QWidget *>();
    for (const QWidget *child : children) {
        if (child->isVisible())
            add(child);
    }
    words.removeAll(QString());
    return words.join(u'\n');
}

void click(const QString &path)
{
    awaitEnabled(path);
    QWidget *widget = seen(path);
    for (QWidget *up = widget->parentWidget(); up; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up))
            area->ensureWidgetVisible(widget);
    }
    QTest::mouseClick(widget, Qt::LeftButton);
}

void type(const QString &path, const QString &text)
{
    awaitEnabled(path);
    QWidget *widget = seen(path);
    widget->setFocus();
    if (auto *edit = qobject_cast<QLineEdit *>(widget))
        edit->selectAll();
    if (auto *edit = qobject_cast<QPlainTextEdit *>(widget))
        edit->selectAll();
    QTest::keyClicks(widget, text);
}

QString typed(const QString &path)
{
    const auto *edit = qobject_cast<const QLineEdit *>(await(path));
    REQUIRE(edit);
    return edit->text();
}

void press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget();
    if (!target)
        target = QApplication::activeWindow();
    REQUIRE(target);
    QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
}

std::shared_ptr<const presentation::TicketPage> pageNow(WindowWorld &world, const TicketId &id)
{
    Heard loaded(*world.client, &presentation::FieldClient::pageLoaded);
    world.client->loadPage(id);
    const auto came = [&] { return !loaded.calls().empty() && std::get<0>(loaded.calls().back())->ticket.id == id; };
    REQUIRE(QTest::qWaitFor(came, kPatienceMs));
    return std::get<0>(loaded.calls().back());
}

TicketId selectedTicket()
{
    const auto *list = qobject_cast<const QAbstractItemView *>(await(u"ticketList"_s));
    return widgets::ticketOf(list->currentIndex());
}

void openStage(int index)
{
    auto *rail = await(u"ticketView"_s)->findChild<widgets::PhaseRail *>();
    REQUIRE(rail);
    Q_EMIT rail->phaseRequested(index);
    QCoreApplication::sendPostedEvents();
}

void choosePersonAction(const QString &name)
{
    const auto *person = qobject_cast<const QToolButton *>(await(u"personMenu"_s));
    const QList<QAction *> actions = person->menu()->actions();
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&name](const QAction *a) { return a->text() == name || a->objectName() == name; });
    REQUIRE(found != actions.end());
    (*found)->trigger();
}

void scribble(WindowWorld &world, const QString &pad)
{
    QWidget *canvas = await(pad + u"/signatureCanvas"_s);
    const QPoint middle = canvas->rect().center();
    QTest::mousePress(canvas, Qt::LeftButton, {}, middle - QPoint(40, 20));
    world.office.clock.advance(Millis(400));
    QTest::mouseMove(canvas, middle + QPoint(10, 15));
    world.office.clock.advance(Millis(400));
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, middle + QPoint(40, -20));
}

void walk(OfficeWorld &world, presentation::FieldSession &session, const TicketId &id, const StopBefore &stop)
{
    for (int i = 0; i < 300; ++i) {
        const auto page = must(session.page(id));
        const auto profile = session.profile();
        const domain::ActContext context{profile->userId, presentation::builtInShelf().roles().role(profile->role),
                                         page->now, *page->catalogue, page->contentHash};
        const auto step = domain::nextRoutineAct(page->ticket, context);
        if (stop && stop(step))
            return;
        if (const auto *end = std::get_if<domain::Finished>(&step)) {
            CHECK_FALSE(end->stuck);
            return;
        }
        Result<presentation::ActOutcome> done = presentation::ActOutcome();
        if (const auto *photo = std::get_if<domain::NeedPhoto>(&step))
            done = session.attachPhoto(id, photo->step, pixel(), {});
        else if (const auto *signature = std::get_if<domain::NeedSignature>(&step))
            done = session.sign(id, signature->role, u"Somebody"_s, strokes(signature->role), page->contentHash);
        else
            done = session.act(id, std::get<domain::Payload>(step));
        REQUIRE_FALSE(must(done).refusal);
        world.clock.advance(Millis(30'000));
    }
    FAIL("the walk does not end");
}

TicketId nthTicket(presentation::FieldSession &session, std::size_t n)
{
    auto rows = must(session.tickets());
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.number < b.number; });
    return rows.at(n).id;
}

} // namespace ruhu::test
