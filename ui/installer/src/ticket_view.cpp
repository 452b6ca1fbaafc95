// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ticket_view.h"

#include "customer_view.h"
#include "stages.h"
#include "strokes.h"
#include "ticket_header.h"

#include <ruhu/domain/names.h>
#include <ruhu/widgets/action_bar.h>
#include <ruhu/widgets/banner.h>
#include <ruhu/widgets/looks.h>
#include <ruhu/widgets/paper_loader.h>
#include <ruhu/widgets/phase_rail.h>
#include <ruhu/widgets/pictures.h>
#include <ruhu/widgets/prompts.h>
#include <ruhu/widgets/surface.h>
#include <ruhu/widgets/toast.h>

#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;
namespace tokens = widgets::tokens;

const domain::Stage *stageOf(const presentation::TicketPage &page, const QString &id)
{
    for (std::size_t i = 0; page.catalogue && i < page.catalogue->stages.size(); ++i) {
        if (page.catalogue->stages[i].id == id)
            return &page.catalogue->stages[i];
    }
    return nullptr;
}

} // namespace

TicketView::TicketView(presentation::FieldClient &client, const Clock &clock, QString technicianName, QWidget *parent)
    : QWidget(parent),
      m_client(client),
      m_clock(clock),
      m_technician(std::move(technicianName)),
      m_pictures(new widgets::Pictures(client, this)),
      m_header(new TicketHeader),
      m_rail(new widgets::PhaseRail),
      m_banner(new widgets::Banner),
      m_scroll(new QScrollArea),
      m_actions(new widgets::ActionBar(this)),
      m_exceptions(new QMenu(this)),
      m_toast(new widgets::Toast(this))
{
    setObjectName(u"ticketView"_s);
    m_banner->setObjectName(u"ticketBanner"_s);
    m_banner->setDismissible(true);
    m_banner->hide();
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setObjectName(u"stageScroll"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::kSpace5, tokens::kSpace4, tokens::kSpace5, tokens::kSpace3);
    column->setSpacing(tokens::kSpace3);
    column->addWidget(m_header);
    column->addWidget(m_rail);
    column->addWidget(new widgets::Separator);
    column->addWidget(m_banner);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_actions);

    connect(m_header, &TicketHeader::paperRequested, this, &TicketView::showPaper);
    connect(m_rail, &widgets::PhaseRail::phaseRequested, this, [this](int index) {
        const auto stages = m_page ? stagesOf(*m_page) : std::vector<const domain::Stage *>();
        if (index < static_cast<int>(stages.size()))
            showStage(stages[static_cast<std::size_t>(index)]->id, false);
    });
    connect(m_actions, &widgets::ActionBar::triggered, this, &TicketView::performPrimary);
    connect(m_actions, &widgets::ActionBar::obstacleActivated, this, &TicketView::goTo);
    connect(&m_client, &presentation::FieldClient::pageLoaded, this, [this](const auto &page) {
        if (page->ticket.id == m_id)
            setPage(page);
    });
    connect(&m_client, &presentation::FieldClient::acted, this, &TicketView::onActed);
    // No page comes after a failed request, so nothing is to wait for it.
    connect(&m_client, &presentation::FieldClient::failed, this, [this] {
        m_behind = false;
        m_actions->setBusy(isBusy());
    });
    connect(m_pictures, &widgets::Pictures::tileReady, this, [this](const QByteArray &sha256, const QImage &tile) {
        if (m_stageView)
            m_stageView->setThumbnail(sha256, tile);
    });
    auto *print = new QShortcut(QKeySequence::Print, this);
    connect(print, &QShortcut::activated, this, &TicketView::showPaper);
}

void TicketView::open(TicketId id)
{
    if (id != m_id) {
        // No card of the ticket before may act on this one.
        putByDrafts(m_drafts);
        if (m_scroll->isAncestorOf(window()->focusWidget()))
            m_scroll->setFocus();
        delete m_scroll->takeWidget();
        m_stageView = nullptr;
        m_id = id;
        m_stage.clear();
        m_page.reset();
        m_problemShown = false;
        m_whenFresh = nullptr;
        m_banner->hide();
        refreshActions();
    }
    m_client.loadPage(id);
}

TicketView::Kept TicketView::keep() const
{
    Kept kept{m_id, m_stage, m_drafts};
    putByDrafts(kept.drafts);
    return kept;
}

void TicketView::resume(const Kept &kept)
{
    open(kept.ticket);
    m_stage = kept.stage;
    m_drafts = kept.drafts;
}

/// What is typed on the open stage waits there for its next visit.
void TicketView::putByDrafts(Drafts &drafts) const
{
    if (!m_stageView)
        return;
    const std::pair place(m_stageView->ticket(), m_stageView->stage());
    StageView::Drafts open = m_stageView->drafts();
    if (open.isEmpty() && open.focus.isEmpty())
        drafts.erase(place);
    else
        drafts[place] = std::move(open);
}

void TicketView::setPage(std::shared_ptr<const presentation::TicketPage> page)
{
    m_page = std::move(page);
    const QString current = currentStage(*m_page);
    // The ticket moved on: follow it. Otherwise stay on the stage the person is reading.
    const bool moved = m_stage.isEmpty() || (current != m_current && m_stage == m_current);
    m_current = current;
    m_header->setPage(*m_page, m_clock.now() + m_page->serverOffset);
    m_rail->setPhases(railPhases(*m_page));
    if (m_requests.isEmpty())
        m_behind = false;
    refreshBanner();
    // A stage that is left is shown once more: what was recorded on it is no draft any more.
    if (!m_stage.isEmpty())
        showStage(m_stage, true);
    if (moved)
        showStage(current, false);
    // Pages come in the order they were asked for, so with no act on its way this one holds them all.
    if (m_whenFresh && m_requests.isEmpty())
        std::exchange(m_whenFresh, nullptr)();
}

void TicketView::showStage(const QString &stage, bool keepPlace)
{
    if (!m_page)
        return;
    const bool hadFocus = m_scroll->isAncestorOf(window()->focusWidget());
    putByDrafts(m_drafts);
    StageView::Drafts drafts;
    if (const auto kept = m_drafts.find({m_page->ticket.id, stage}); kept != m_drafts.end())
        drafts = kept->second;
    if (!keepPlace)
        drafts.focus.clear();
    const int place = m_scroll->verticalScrollBar()->value();
    m_stage = stage;
    if (const domain::Stage *shown = stageOf(*m_page, stage))
        m_scroll->setAccessibleName(presentation::pick(shown->title));
    m_stageView = new StageView(m_page, stage, cardActions());
    m_scroll->setWidget(m_stageView); // deletes the one before
    if (!m_stageView->restoreDrafts(drafts) && hadFocus)
        m_scroll->setFocus(); // its control has gone, and the keyboard stays on the page
    if (m_requests.isEmpty())
        m_stageView->settleSent(false);
    const auto stages = stagesOf(*m_page);
    for (std::size_t i = 0; i < stages.size(); ++i) {
        if (stages[i]->id == stage)
            m_rail->setOpen(static_cast<int>(i));
    }
    if (keepPlace) {
        QTimer::singleShot(0, m_stageView, [this, place] { m_scroll->verticalScrollBar()->setValue(place); });
    }
    refreshActions();
}

void TicketView::refreshBanner()
{
    // What went wrong stays until it is read or the next act succeeds, whatever a sync brings meanwhile.
    if (m_problemShown && m_banner->isVisible())
        return;
    if (m_page->ticket.returned && !m_page->ticket.reviews.empty()) {
        const domain::ReviewDecided &review = m_page->ticket.reviews.back().review;
        QStringList words{tr("Sent back by the supervisor: %1").arg(review.comment)};
        for (const QString &mark : review.marks)
            words.append(tr("Marked: %1", "a rule of conduct").arg(presentation::conductText(mark, m_page->catalogue)));
        m_banner->setMessage(widgets::Severity::Warn, words.join(u' '));
        m_banner->setAction(review.pins.empty() ? QString() : tr("Show"));
        disconnect(m_banner, &widgets::Banner::actionTriggered, this, nullptr);
        if (!review.pins.empty())
            connect(m_banner, &widgets::Banner::actionTriggered, this,
                    [this, step = review.pins.front().step] { goTo(step); });
        m_banner->show();
        return;
    }
    if (m_requests.isEmpty())
        m_banner->hide();
}

void TicketView::refreshActions()
{
    const QString text = m_stageView ? m_stageView->primaryText() : QString();
    m_actions->setAction(text);
    m_actions->setObstacles(text.isEmpty() ? std::vector<widgets::Obstacle>() : obstacles());
    m_actions->setBusy(isBusy());
    fillExceptions();
}

/// What keeps the primary action back, each leading to its card. A card that carries the act itself asks for its own data.
std::vector<widgets::Obstacle> TicketView::obstacles() const
{
    const std::optional<domain::Refusal> refusal = m_stageView->primaryRefusal();
    if (!refusal || refusal->code == domain::RefusalCode::ArrivalNeedsReason
        || refusal->code == domain::RefusalCode::OverdueNeedsReason)
        return {};
    if (refusal->code == domain::RefusalCode::NotReached)
        return {{u"contact"_s, presentation::refusalText(*refusal, m_page->catalogue, m_page->ticket)}};
    if (refusal->code != domain::RefusalCode::OpenSteps)
        return {{refusal->subject, presentation::refusalText(*refusal, m_page->catalogue, m_page->ticket)}};
    std::vector<widgets::Obstacle> obstacles;
    const domain::Transition *next = domain::nextTransition(m_page->ticket, *m_page->catalogue);
    for (const domain::OpenItem &item : domain::openItems(m_page->ticket, *m_page->catalogue, next->stages))
        obstacles.push_back({item.step, presentation::openItemText(item, m_page->catalogue, m_page->ticket)});
    return obstacles;
}

/// The exceptions that are possible now, each leading to its card.
void TicketView::fillExceptions()
{
    m_exceptions->clear();
    const auto allowed = [this](const QString &type) { return isAllowed(type, {}); };
    // Later: leading to a card makes the menu anew.
    const auto lead = [this](const QString &name, const QString &words, const QString &subject) {
        QAction *action = m_exceptions->addAction(words);
        action->setObjectName(name);
        connect(
            action, &QAction::triggered, this, [this, subject] { goTo(subject); }, Qt::QueuedConnection);
    };
    if (allowed(u"note.added"_s)) {
        QAction *note = m_exceptions->addAction(tr("Write a note"));
        note->setObjectName(u"exceptionNote"_s);
        connect(note, &QAction::triggered, this, &TicketView::askNote, Qt::QueuedConnection);
    }
    if (allowed(u"late.announced"_s))
        lead(u"exceptionLate"_s, tr("I will be late"), u"late"_s);
    if (m_page && m_page->ticket.appointment && isOffered(*m_page, u"appointment.booked"_s))
        lead(u"exceptionRebook"_s, tr("The customer wants another time"),
             allowed(u"appointment.booked"_s) ? u"appointment"_s : u"contact"_s);
    if (allowed(u"admission.recorded"_s))
        lead(u"exceptionNotIn"_s, tr("Nobody lets me in"), u"admission"_s);
    if (allowed(u"visit.left"_s))
        lead(u"exceptionLeave"_s, tr("I leave the site for now"), u"leave"_s);
    if (isAllowed(u"enquiry.recorded"_s, domain::toName(domain::EnquiryKind::Question)))
        lead(u"exceptionEnquiry"_s, tr("The customer asks or complains"), u"enquiry"_s);
    addMissed();
    addHandBacks();
    m_actions->setExceptions(tr("Something is different"), m_exceptions->isEmpty() ? nullptr : m_exceptions);
}

bool TicketView::isAllowed(const QString &type, const QString &target) const
{
    const domain::Possibility *act = m_page ? possibilityOf(*m_page, type, target) : nullptr;
    return act && !act->refusal;
}

/// An exception that needs nothing but words.
void TicketView::addAsking(const QString &name, const QString &title, const QString &question,
                           const std::function<domain::Payload(const QString &)> &payload)
{
    QAction *action = m_exceptions->addAction(title);
    action->setObjectName(name);
    const auto ask = [this, title, question, payload] {
        // Another ticket may be open by the time the answer is there.
        const auto done = [this, payload, id = m_id](const QString &text) { propose(id, payload(text)); };
        widgets::prompts().askText(this, title, question, done);
    };
    connect(action, &QAction::triggered, this, ask, Qt::QueuedConnection);
}

void TicketView::addMissed()
{
    const auto missed = [](domain::Cause cause) {
        return [cause](const QString &reason) { return domain::Payload(domain::AppointmentMissed{cause, reason}); };
    };
    const QString question = tr("Why? The next visit is agreed in another call.");
    if (isAllowed(u"appointment.missed"_s, domain::toName(domain::Cause::Company)))
        addAsking(u"exceptionMissedByUs"_s, tr("We cannot keep the time"), question, missed(domain::Cause::Company));
    if (isAllowed(u"appointment.missed"_s, domain::toName(domain::Cause::Customer)))
        addAsking(u"exceptionMissedByCustomer"_s, tr("The customer cannot keep the time"), question,
                  missed(domain::Cause::Customer));
}

void TicketView::addHandBacks()
{
    if (!m_page || !m_page->catalogue)
        return;
    for (const domain::HandBackWay &way : m_page->catalogue->handBacks) {
        if (!isAllowed(u"ticket.handed-back"_s, way.id))
            continue;
        const auto payload = [id = way.id](const QString &note) {
            return domain::Payload(domain::TicketHandedBack{id, note});
        };
        addAsking(u"handBack:"_s + way.id, tr("Give back: %1").arg(presentation::pick(way.title)),
                  presentation::pick(way.hint), payload);
    }
}

CardActions TicketView::cardActions()
{
    const TicketId id = m_page->ticket.id; // whatever is opened meanwhile, a card acts on its own ticket
    CardActions actions;
    actions.propose = [this, id](const domain::Payload &payload) { propose(id, payload); };
    actions.addPhoto = [this](const QString &step) { addPhoto(step); };
    actions.openPhoto = [this](const QByteArray &sha256) { openPhoto(sha256); };
    actions.showCustomer = [this] { whenFresh([this] { showCustomer(); }); };
    actions.signAsTechnician = [this] { whenFresh([this] { signAsTechnician(); }); };
    actions.goTo = [this](const QString &subject) { goTo(subject); };
    actions.thumbnail = [this](const QByteArray &sha256) { return m_pictures->tile(sha256); };
    return actions;
}

void TicketView::propose(TicketId id, const domain::Payload &payload)
{
    std::pair proposal(id, payload);
    if (!m_requests.isEmpty() && m_lastProposal == proposal)
        return; // the same once more before its answer is a nervous finger
    m_lastProposal = std::move(proposal);
    m_requests.insert(m_client.act(id, payload), domain::payloadType(payload));
    m_actions->setBusy(true);
}

void TicketView::performPrimary()
{
    if (!m_stageView || isBusy())
        return;
    const auto proposal = m_stageView->primaryProposal();
    if (proposal) {
        propose(*proposal);
        return;
    }
    m_banner->setMessage(widgets::Severity::Warn, tr("Please choose first."));
    m_banner->setAction({});
    m_banner->show();
}

void TicketView::onActed(quint64 request, TicketId ticket, const presentation::ActOutcome &outcome,
                         const std::optional<Error> &error)
{
    if (!isMine(request))
        return;
    const QString act = m_requests.take(request);
    const bool kept = !error && !outcome.refusal;
    for (auto &[place, drafts] : m_drafts) {
        if (kept && place.first == ticket)
            drafts.sent.clear();
    }
    m_behind = m_behind || (kept && ticket == m_id);
    m_actions->setBusy(isBusy());
    if (error)
        showProblem(*error);
    if (ticket != m_id)
        return;
    if (m_stageView)
        m_stageView->settleSent(kept);
    if (error)
        return;
    m_problemShown = outcome.refusal.has_value();
    if (outcome.refusal) {
        m_banner->setMessage(widgets::Severity::Warn,
                             presentation::refusalText(*outcome.refusal, m_page ? m_page->catalogue : nullptr,
                                                       m_page ? m_page->ticket : domain::Ticket()),
                             outcome.refusal->rule);
        m_banner->setAction({});
        m_banner->show();
        // The limit passed while the page was open: the page of now has a place for the reason.
        if (outcome.refusal->code == domain::RefusalCode::OverdueNeedsReason)
            m_client.loadPage(m_id);
        return;
    }
    // Another time leads back to where the visit stands now, wherever it was agreed.
    if (act == u"appointment.booked")
        m_stage = m_current;
    m_banner->hide();
    m_toast->showMessage(tr("Kept on this laptop"));
    m_client.loadPage(m_id);
}

void TicketView::goTo(const QString &subject)
{
    if (!m_page || !m_page->catalogue)
        return;
    if (m_stageView && m_stageView->focusOn(subject))
        return;
    QString stage = subject.startsWith(u"signature:") || subject == u"rating" ? u"sign"_s : QString();
    if (subject.startsWith(u"item:"))
        stage = u"clean"_s;
    if (subject == u"contact" || subject == u"appointment")
        stage = u"book"_s;
    if (subject == u"late")
        stage = u"travel"_s;
    if (subject == u"admission")
        stage = u"door"_s;
    if (subject == u"leave" || subject == u"enquiry")
        stage = m_current;
    if (const domain::Step *step = m_page->catalogue->step(subject))
        stage = step->stage;
    if (stage.isEmpty())
        return;
    showStage(stage, false);
    QTimer::singleShot(0, m_stageView, [view = m_stageView, subject] { view->focusOn(subject); });
}

void TicketView::addPhoto(const QString &step)
{
    widgets::prompts().choosePhoto(this, [this, id = m_id, step](const widgets::ChosenPhoto &photo) {
        const quint64 request = photo.path.isEmpty() ? m_client.attachPhoto(id, step, photo.bytes, {})
                                                     : m_client.attachPhotoFile(id, step, photo.path, {});
        m_requests.insert(request, u"photo.attached"_s);
    });
}

void TicketView::openPhoto(const QByteArray &sha256)
{
    m_pictures->loadOriginal(sha256, [this](const QImage &picture) {
        widgets::prompts().showPicture(this, QPixmap::fromImage(picture));
    });
}

/// What is signed must hold every act that was made before: the page shown may be one act behind.
void TicketView::whenFresh(std::function<void()> then)
{
    m_whenFresh = std::move(then);
    m_client.loadPage(m_id);
}

void TicketView::showCustomer()
{
    if (!m_page)
        return;
    auto *view = new CustomerView(m_client, m_clock, m_page, window());
    view->setAttribute(Qt::WA_DeleteOnClose);
    connect(view, &CustomerView::finished, this, [this] { m_client.loadPage(m_id); });
    view->showFullScreen();
}

void TicketView::signAsTechnician()
{
    if (!m_page)
        return;
    auto *dialog = new SignatureDialog(m_clock, m_technician, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // What stands behind the dialog is what is signed, whatever a sync brings meanwhile.
    connect(dialog, &SignatureDialog::given, this,
            [this, id = m_page->ticket.id, shown = m_page->contentHash](const std::vector<widgets::Stroke> &strokes) {
                m_requests.insert(m_client.sign(id, domain::SignerRole::Technician, m_technician,
                                                domainStrokes(strokes), shown),
                                  u"signature.given"_s);
            });
    dialog->open();
}

void TicketView::askNote()
{
    // Another ticket may be open by the time the answer is there.
    const auto note = [this, id = m_id](const QString &text) { propose(id, domain::NoteAdded{text, {}}); };
    widgets::prompts().askText(this, tr("Note"), tr("What should the office know?"), note);
}

void TicketView::showProblem(const Error &error)
{
    m_problemShown = true;
    m_banner->setAction({});
    widgets::showOn(*m_banner, widgets::Severity::Fail, error);
}

void TicketView::refreshWords()
{
    if (m_page)
        m_header->setPage(*m_page, m_clock.now() + m_page->serverOffset);
}

void TicketView::showPaper()
{
    if (m_page)
        widgets::openPaper(m_client, m_page, this, [this](const Error &error) { showProblem(error); });
}

} // namespace ruhu::installer
