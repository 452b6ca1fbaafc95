// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stage_view.h"

#include "card_parts.h"
#include "cards.h"
#include "stages.h"

#include <ruhu/domain/names.h>
#include <ruhu/widgets/action_bar.h>
#include <ruhu/widgets/fact_line.h>
#include <ruhu/widgets/group_confirm.h>
#include <ruhu/widgets/photo_strip.h>
#include <ruhu/widgets/step_card.h>

#include <QKeyEvent>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;
using domain::State;
using domain::StepKind;

/// Optional and nothing recorded yet: it may be done, nobody waits for it.
bool isOffer(const domain::Step &step, const presentation::TicketPage &page)
{
    return step.gate == domain::Gate::Optional && stepSummary(step, page).isEmpty();
}

int rankOf(const domain::Step &step, const presentation::TicketPage &page)
{
    if (!pinsOn(page, step.id).empty() || !domain::isSettled(step, page.ticket))
        return 0;
    return isOffer(step, page) ? 1 : 2;
}

bool possibleEnquiry(const presentation::TicketPage &page)
{
    return isOffered(page, u"enquiry.recorded"_s, domain::toName(domain::EnquiryKind::Question));
}

/// The last act was about a line of the materials.
bool wasListing(const presentation::TicketPage &page)
{
    if (page.history.empty())
        return false;
    const domain::Payload &last = page.history.back().event.payload;
    return std::holds_alternative<domain::MaterialUsed>(last)
           || std::holds_alternative<domain::MaterialWithdrawn>(last);
}

/// Rating and the customer's signature are given in one view, so the rating has no card of its own.
bool hasOwnCard(const domain::Step &step)
{
    return step.kind != StepKind::Auto && step.kind != StepKind::Rating;
}

} // namespace

StageView::StageView(std::shared_ptr<const presentation::TicketPage> page, QString stage, CardActions actions,
                     QWidget *parent)
    : QWidget(parent),
      m_page(std::move(page)),
      m_stage(std::move(stage)),
      m_actions(std::move(actions)),
      m_column(new QVBoxLayout(this))
{
    setObjectName(u"stage:"_s + m_stage);
    setMaximumWidth(widgets::tokens::kContentColumn);
    m_column->setContentsMargins(0, widgets::tokens::kSpace2, 0, widgets::tokens::kSpace5);
    m_column->setSpacing(widgets::tokens::kSpace3);
    build();
    m_column->addStretch(1);
    noteBefore();
}

void StageView::build()
{
    // Without the update the service code would not help.
    if (m_page->ticket.needsNewerProgram) {
        m_column->addWidget(
            mutedLine(tr("This ticket needs a newer program. Nothing is lost: it can be read here, and worked on "
                         "after the update.")));
    } else if (!m_page->catalogue) {
        m_column->addWidget(mutedLine(
            tr("The service code of this ticket is not on this laptop yet. Nothing is lost: it can be read here, and "
               "worked on once the laptop was connected to the office.")));
    } else if (m_page->ticket.isAway()) {
        addCard(u"away"_s, makeAwayCard(m_page, m_actions));
    } else if (!canRecord(*m_page)) {
        addClosedNote();
    }
    // What a ticket that ended on the way went through is its story, not a list of steps nobody took.
    const bool ended = m_page->ticket.handBack.has_value();
    if (m_page->catalogue && !ended) {
        addFacts();
        addSteps();
    }
    if (!m_page->catalogue || m_page->ticket.needsNewerProgram || ended)
        addStory();
}

void StageView::addSteps()
{
    std::vector<const domain::Step *> routine;
    std::vector<const domain::Step *> others;
    for (const domain::Step *step : stepsOf(*m_page, m_stage)) {
        const bool open = !domain::isSettled(*step, m_page->ticket);
        if (step->kind == StepKind::Tick && step->routine && open && canRecord(*m_page)
            && pinsOn(*m_page, step->id).empty())
            routine.push_back(step);
        else if (hasOwnCard(*step))
            others.push_back(step);
    }
    // Open things first, what may be done below them, recorded ones last: what is next is always at the top.
    std::stable_sort(others.begin(), others.end(), [this](const domain::Step *a, const domain::Step *b) {
        return rankOf(*a, *m_page) < rankOf(*b, *m_page);
    });
    addRoutine(routine);
    for (const domain::Step *step : others)
        addCard(step->id, makeStepCard(*step));
    addConduct();
    if (m_stage == u"sign" && canRecord(*m_page)) {
        addCard(u"gate"_s, makeGateCard(m_page, [this](const QString &subject) {
                    if (m_actions.goTo)
                        m_actions.goTo(subject);
                }));
    }
}

/// The cards of the visit itself: what the rules allow now is what is offered.
void StageView::addFacts()
{
    m_column->addWidget(makeFactLines(m_page, m_stage));
    const auto own = [this](const QString &subject, const FactCard &card) {
        addCard(subject, card.widget);
        m_primary = card.proposal;
        m_primaryText = card.act;
        m_primaryRefusal = card.refusal;
        widgets::ActionBar::setPartOfAction(card.widget);
    };
    if (m_stage == u"book" && isOffered(*m_page, u"appointment.booked"_s)) {
        addCard(u"contact"_s, makeContactCard(m_page, m_actions));
        own(u"appointment"_s, makeAppointmentCard(m_page, m_actions));
    }
    if (m_stage == u"travel" && isOffered(*m_page, u"late.announced"_s))
        addCard(u"late"_s, makeLateCard(m_page, m_actions));
    const bool outside = m_stage == u"travel" || m_stage == u"door";
    if (outside && isOffered(*m_page, u"state.entered"_s, domain::toName(State::Arrived)))
        own(u"arrival"_s, makeArrivalCard(m_page, m_actions));
    if (m_stage == u"door" && isOffered(*m_page, u"admission.recorded"_s))
        own(u"admission"_s, makeAdmissionCard(m_page, m_actions));
    if (!canRecord(*m_page))
        return;
    if (m_stage == u"sign") {
        if (const auto overdue = makeOverdueCard(m_page, m_actions))
            own(u"overdue"_s, *overdue);
    }
    addExceptions();
}

/// Charges stand where the checklist asks for them; the rest waits out of sight until somebody goes there.
void StageView::addExceptions()
{
    // By the step they settle, so that obstacles and the supervisor's pins lead to them.
    const auto addFor = [this](const QString &automatic, QWidget *card) {
        if (const domain::Step *step = stepSettledBy(*m_page, automatic); step && card)
            addCard(step->id, card);
    };
    if (m_stage == u"work")
        addFor(u"quotation"_s, makeQuotationCard(m_page, m_actions));
    if (m_stage == u"sign")
        addFor(u"payment"_s, makePaymentCard(m_page, m_actions));
    const bool current = m_stage == currentStage(*m_page);
    if (current && isOffered(*m_page, u"visit.left"_s))
        addHidden(u"leave"_s, makeLeaveCard(m_page, m_actions));
    const domain::Step *asked = stepSettledBy(*m_page, u"enquiry"_s);
    const bool waits = asked && asked->stage == m_stage && !domain::isSettled(*asked, m_page->ticket);
    if (waits) {
        addCard(asked->id, makeEnquiryCard(m_page, m_actions));
        m_cards.insert(u"enquiry"_s, m_cards.value(asked->id));
    } else if (current && possibleEnquiry(*m_page)) {
        addHidden(u"enquiry"_s, makeEnquiryCard(m_page, m_actions));
    }
}

/// Last and folded: it is read once, and again when somebody wants to.
void StageView::addConduct()
{
    if (QWidget *card = canRecord(*m_page) ? makeConductCard(m_page, m_stage) : nullptr)
        m_column->addWidget(card);
}

void StageView::addHidden(const QString &subject, QWidget *card)
{
    addCard(subject, card);
    m_hidden.append(subject);
    card->hide();
}

void StageView::addClosedNote()
{
    const State state = m_page->ticket.state;
    const QString words = state == State::HandedBack ? tr("Given back to the office. It decides how this goes on.")
                          : state == State::SignedOff
                              ? tr("Signed off. The office reviews it; if something is missing it comes back to you.")
                          : state == State::Done ? tr("Approved. Nothing more to do.")
                                                 : tr("Cancelled by the office.");
    m_column->addWidget(mutedLine(words));
}

/// Every entry as a line of fact, for a ticket whose cards cannot tell all of it.
void StageView::addStory()
{
    auto *card = new widgets::StepCard(tr("What was recorded"));
    card->setObjectName(u"storyCard"_s);
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    for (const domain::HistoryEntry &entry : m_page->history) {
        const bool known = !std::holds_alternative<domain::UnknownPayload>(entry.event.payload);
        column->addWidget(new widgets::FactLine({known ? widgets::Icon::Check : widgets::Icon::Warn,
                                                 known ? widgets::Role::Ok : widgets::Role::Warn,
                                                 presentation::factText(entry.event, m_page->catalogue),
                                                 presentation::dayTimeText(entry.event.meta.wall)}));
    }
    card->setBody(body);
    m_column->addWidget(card);
}

void StageView::addRoutine(const std::vector<const domain::Step *> &steps)
{
    if (steps.empty())
        return;
    m_routine = steps;
    m_routineCard = new widgets::StepCard(tr("Routine"));
    m_routineCard->setObjectName(u"routineCard"_s);
    m_group = new widgets::GroupConfirm;
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    m_routineSay = new QVBoxLayout;
    column->addLayout(m_routineSay);
    column->addWidget(m_group);
    m_routineCard->setBody(body);
    m_column->addWidget(m_routineCard);
    for (const domain::Step *step : steps)
        m_cards.insert(step->id, m_routineCard);
    fillRoutine();
    connect(m_group, &widgets::GroupConfirm::confirmed, this, [this] {
        domain::StepsConfirmed all;
        for (const domain::Step *step : m_routine)
            all.steps.push_back(step->id);
        m_actions.propose(all);
    });
    connect(m_group, &widgets::GroupConfirm::stepActivated, this, [this](int index) {
        const QString step = m_routine.at(static_cast<std::size_t>(index))->id;
        singleOut(step);
        // Why it is different is the question; "Done" is not pressed by a second Enter.
        QTimer::singleShot(0, this, [this, step] {
            focusOn(step);
            if (auto *skip = findChild<QWidget *>(u"skipOpen:"_s + step))
                skip->setFocus();
        });
    });
}

void StageView::fillRoutine()
{
    while (QLayoutItem *item = m_routineSay->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList labels;
    QStringList hints;
    for (const domain::Step *step : m_routine) {
        labels.append(presentation::pick(step->title));
        // What blocks is told how to do it right, although it is confirmed together with the rest (D15-30 … 32).
        const QString hint = step->gate == domain::Gate::Block ? presentation::pick(step->hint) : QString();
        if (!hint.isEmpty())
            hints.append(tr("%1: %2", "step, how it is done").arg(labels.back(), hint));
        if (QWidget *say = makePhraseLines(*step, m_page))
            m_routineSay->addWidget(say);
    }
    m_group->setSteps(labels);
    m_group->setHints(hints);
    if (labels.isEmpty())
        m_routineCard->hide();
}

void StageView::singleOut(const QString &step)
{
    const auto it =
        std::find_if(m_routine.begin(), m_routine.end(), [&](const domain::Step *one) { return one->id == step; });
    if (it == m_routine.end())
        return;
    widgets::StepCard *card = makeStepCard(**it);
    if ((*it)->gate == domain::Gate::Block)
        card->setHint(QStringList{presentation::pick((*it)->hint),
                                  tr("This cannot be left out. If it cannot be done, write a note for the office.")}
                          .join(u'\n')
                          .trimmed());
    m_routine.erase(it);
    m_singled.append(step);
    fillRoutine();
    m_cards.insert(step, card);
    m_column->insertWidget(m_column->indexOf(m_routineCard) + 1, card);
    card->show();
}

widgets::StepCard *StageView::makeStepCard(const domain::Step &step) const
{
    const bool offer = isOffer(step, *m_page) && canRecord(*m_page);
    widgets::StepCard *card = makeCardOf(step, *m_page, offer);
    if (canRecord(*m_page)) {
        auto *body = new QWidget;
        QVBoxLayout *column = columnIn(body);
        if (QWidget *say = makePhraseLines(step, m_page))
            column->addWidget(say);
        if (QWidget *editor = makeStepBody(step, m_page, m_actions))
            column->addWidget(editor);
        if (step.gate == domain::Gate::Reason && !domain::isSettled(step, m_page->ticket))
            column->addWidget(makeSkipLine(step, m_actions));
        card->setBody(body);
    } else if (step.kind == StepKind::Photo) {
        card->setBody(makePhotoBody(step, m_page, m_actions));
    }
    card->setSummary(stepSummary(step, *m_page));
    if (offer)
        card->setExpanded(step.kind == StepKind::Items);
    // One line after the other is scanned in: the list stays open.
    if (step.kind == StepKind::Materials && canRecord(*m_page) && wasListing(*m_page))
        card->setExpanded(true);
    return card;
}

void StageView::addCard(const QString &subject, QWidget *card)
{
    m_cards.insert(subject, card);
    m_column->addWidget(card);
}

std::optional<domain::Payload> StageView::primaryProposal() const
{
    if (m_primary)
        return m_primary();
    if (!m_page->catalogue || currentStage(*m_page) != m_stage)
        return std::nullopt;
    const domain::Transition *next = domain::nextTransition(m_page->ticket, *m_page->catalogue);
    if (!next)
        return std::nullopt;
    return domain::StateEntered{next->to, {}, std::nullopt};
}

QString StageView::primaryText() const
{
    if (m_primary)
        return m_primaryText;
    if (!m_page->catalogue || !canRecord(*m_page) || currentStage(*m_page) != m_stage)
        return {};
    const domain::Transition *next = domain::nextTransition(m_page->ticket, *m_page->catalogue);
    return next ? presentation::pick(next->act) : QString();
}

std::optional<domain::Refusal> StageView::primaryRefusal() const
{
    return m_primary ? m_primaryRefusal : nextRefusal(*m_page);
}

bool StageView::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *press = static_cast<QKeyEvent *>(event);
    return press->isAutoRepeat() && (press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter);
}

void StageView::setThumbnail(const QByteArray &sha256, const QImage &thumbnail)
{
    for (widgets::PhotoStrip *strip : findChildren<widgets::PhotoStrip *>())
        strip->setThumbnail(QString::fromLatin1(sha256.toHex()), thumbnail);
}

bool StageView::focusOn(const QString &subject)
{
    QWidget *card = m_cards.value(subject);
    if (!card && subject.startsWith(u"item:"))
        card = findChild<QWidget *>(u"restore:"_s + subject.mid(5));
    if (!card && (subject == u"rating" || subject == u"signature:customer"))
        card = findChild<QWidget *>(u"showCustomer"_s);
    if (!card && subject == u"signature:technician")
        card = findChild<QWidget *>(u"signTechnician"_s);
    if (!card)
        return false;
    reveal(subject, card);
    for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up))
            area->ensureWidgetVisible(card);
    }
    focusInside(card);
    return true;
}

/// A card out of sight stays open from now on, also when the page is made anew.
void StageView::reveal(const QString &subject, QWidget *card)
{
    if (m_hidden.contains(subject) && !m_opened.contains(subject))
        m_opened.append(subject);
    card->show();
    if (auto *step = qobject_cast<widgets::StepCard *>(card))
        step->setExpanded(true);
}

/// The first control of the card, or the named control itself.
void StageView::focusInside(QWidget *card) const
{
    const auto takesKeys = [](const QWidget *widget) {
        return (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isVisible() && widget->isEnabled();
    };
    QWidget *next = card;
    do {
        if ((next == card || card->isAncestorOf(next)) && takesKeys(next)) {
            next->setFocus(Qt::ShortcutFocusReason);
            return;
        }
        next = next->nextInFocusChain();
    } while (next && next != card);
}

} // namespace ruhu::installer
