// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence_view.h"

#include <ruhu/domain/decide.h>
#include <ruhu/presentation/words.h>
#include <ruhu/widgets/looks.h>
#include <ruhu/widgets/photo_strip.h>
#include <ruhu/widgets/pictures.h>
#include <ruhu/widgets/prompts.h>
#include <ruhu/widgets/surface.h>
#include <ruhu/widgets/text_label.h>
#include <ruhu/widgets/timeline_view.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ruhu::supervisor {
namespace {

using namespace Qt::Literals::StringLiterals;
namespace tokens = widgets::tokens;
using widgets::Icon;
using widgets::Role;

struct FactLook {
    QLatin1StringView type;
    Icon icon;
};
constexpr FactLook kLooks[] = {
    {"contact.recorded"_L1, Icon::Phone},  {"appointment.booked"_L1, Icon::Book},
    {"late.announced"_L1, Icon::Clock},    {"state.entered"_L1, Icon::ChevronRight},
    {"admission.recorded"_L1, Icon::Door}, {"reading.recorded"_L1, Icon::Test},
    {"photo.attached"_L1, Icon::Photo},    {"item.moved"_L1, Icon::Work},
    {"material.used"_L1, Icon::Work},      {"item.restored"_L1, Icon::Clean},
    {"rating.given"_L1, Icon::Handover},   {"signature.given"_L1, Icon::Sign},
    {"review.decided"_L1, Icon::Return},   {"step.skipped"_L1, Icon::Warn},
    {"appointment.missed"_L1, Icon::Warn}, {"visit.left"_L1, Icon::Travel},
    {"visit.resumed"_L1, Icon::Door},      {"ticket.handed-back"_L1, Icon::Warn},
    {"enquiry.recorded"_L1, Icon::Info},
};

Icon iconOf(const QString &type)
{
    for (const FactLook &look : kLooks) {
        if (look.type == type)
            return look.icon;
    }
    return Icon::Check;
}

/// Step a fact is about, empty when it is about none.
QString stepOf(const domain::Payload &payload, const domain::Catalogue *catalogue)
{
    if (const auto *answered = std::get_if<domain::StepAnswered>(&payload))
        return answered->step;
    if (const auto *skipped = std::get_if<domain::StepSkipped>(&payload))
        return skipped->step;
    if (const auto *photo = std::get_if<domain::PhotoAttached>(&payload))
        return photo->step;
    const auto *reading = std::get_if<domain::ReadingRecorded>(&payload);
    if (!reading || !catalogue)
        return {};
    for (const domain::Step &step : catalogue->steps) {
        if (std::find(step.measures.begin(), step.measures.end(), reading->measure) != step.measures.end())
            return step.id;
    }
    return {};
}

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QLayout *inner = item->layout())
            clearLayout(inner);
        delete item->widget();
        delete item;
    }
}

} // namespace

EvidenceView::EvidenceView(presentation::FieldClient &client, QWidget *parent)
    : QWidget(parent),
      m_pictures(new widgets::Pictures(client, this)),
      m_title(new widgets::TextLabel),
      m_order(new widgets::TextLabel({}, widgets::TextSize::Body, Role::TextMuted)),
      m_readings(new QVBoxLayout),
      m_photos(new widgets::PhotoStrip),
      m_timeline(new widgets::TimelineView)
{
    setObjectName(u"evidence"_s);
    m_title->setSize(widgets::TextSize::Title, QFont::DemiBold);
    m_order->setWrapping();
    m_photos->setReadOnly(true);
    m_timeline->setAccessibleName(tr("Time line"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::kSpace5, tokens::kSpace4, tokens::kSpace5, tokens::kSpace3);
    column->setSpacing(tokens::kSpace3);
    column->addWidget(m_title);
    column->addWidget(m_order);
    column->addWidget(new widgets::Separator);
    column->addLayout(m_readings);
    column->addWidget(m_photos);
    column->addWidget(new widgets::Separator);
    column->addWidget(m_timeline, 1);
    connect(m_pictures, &widgets::Pictures::tileReady, this, [this](const QByteArray &sha256, const QImage &tile) {
        m_photos->setThumbnail(QString::fromLatin1(sha256.toHex()), tile);
    });
    connect(m_photos, &widgets::PhotoStrip::photoActivated, this, [this](const QString &id) {
        m_pictures->loadOriginal(QByteArray::fromHex(id.toLatin1()), [this](const QImage &picture) {
            widgets::prompts().showPicture(this, QPixmap::fromImage(picture));
        });
    });
    connect(m_timeline, &widgets::TimelineView::factActivated, this, [this](const QString &id) {
        for (const domain::HistoryEntry &entry : m_page->history) {
            if (entry.event.meta.id.toString() != id)
                continue;
            const QString step = stepOf(entry.event.payload, m_page->catalogue);
            if (!step.isEmpty())
                Q_EMIT pinRequested(step, presentation::factText(entry.event, m_page->catalogue));
        }
    });
}

void EvidenceView::setPage(const std::shared_ptr<const presentation::TicketPage> &page)
{
    m_page = page;
    fillHeader();
    fillReadings();
    fillPhotos();
    fillTimeline();
}

void EvidenceView::fillHeader()
{
    const domain::TicketOpened &order = m_page->ticket.order;
    const QString by = m_page->ticket.assignment ? m_page->ticket.assignment->userName : QString();
    m_title->setText(u"%1 · %2"_s.arg(order.customerName, by));
    m_order->setText(u"%1 · %2 · %3 · %4%5"_s.arg(
        order.number, order.product, presentation::stateText(m_page->ticket.state), order.division, order.address));
}

void EvidenceView::fillReadings()
{
    clearLayout(m_readings);
    for (const auto &[id, fact] : m_page->ticket.readings) {
        const domain::Measure *measure = m_page->catalogue ? m_page->catalogue->measure(id) : nullptr;
        if (!measure)
            continue;
        auto *row = new QHBoxLayout;
        row->addWidget(new widgets::TextLabel(presentation::pick(measure->title)), 2);
        auto *value = new widgets::TextLabel(presentation::valueText(fact.reading.value, *measure));
        value->setSize(widgets::TextSize::Emphasis, QFont::DemiBold);
        row->addWidget(value, 1);
        row->addWidget(new widgets::TextLabel(presentation::verdictText(fact.reading.verdict), widgets::TextSize::Body,
                                              widgets::verdictRole(fact.reading.verdict)),
                       1);
        const QString remark = fact.reading.reason.isEmpty() ? presentation::limitsText(*measure, fact.reading.limits)
                                                             : tr("Reason: %1").arg(fact.reading.reason);
        row->addWidget(new widgets::TextLabel(remark, widgets::TextSize::Caption, Role::TextMuted), 3);
        m_readings->addLayout(row);
    }
}

void EvidenceView::fillPhotos()
{
    std::vector<widgets::Photo> photos;
    for (const domain::PhotoFact &fact : m_page->ticket.photos) {
        const domain::Step *step = m_page->catalogue ? m_page->catalogue->step(fact.photo.step) : nullptr;
        const QString caption = step ? presentation::pick(step->title) : fact.photo.step;
        photos.push_back(
            {QString::fromLatin1(fact.photo.sha256.toHex()), m_pictures->tile(fact.photo.sha256), caption});
    }
    m_photos->setPhotos(photos);
    m_photos->setVisible(!photos.empty());
}

void EvidenceView::fillTimeline()
{
    std::vector<widgets::TimelineFact> facts;
    QString dayAbove;
    for (const domain::HistoryEntry &entry : m_page->history) {
        widgets::TimelineFact fact;
        fact.id = entry.event.meta.id.toString();
        fact.icon = iconOf(domain::payloadType(entry.event.payload));
        fact.text = presentation::factText(entry.event, m_page->catalogue);
        const WallTime made = entry.event.meta.wall;
        fact.deviceTime = presentation::timeText(made);
        const QString day = presentation::shortDateText(made);
        fact.deviceDay = day == dayAbove ? QString() : day;
        dayAbove = day;
        fact.receivedTime = entry.receivedAt ? presentation::momentText(*entry.receivedAt, made) : QString();
        if (const auto *reading = std::get_if<domain::ReadingRecorded>(&entry.event.payload))
            fact.role = widgets::verdictRole(reading->verdict);
        facts.push_back(fact);
    }
    m_timeline->setFacts(std::move(facts));
}

void EvidenceView::showEvidence(const std::vector<EventId> &events)
{
    if (!events.empty())
        m_timeline->selectFact(events.front().toString());
}

void EvidenceView::startPinning()
{
    m_timeline->setFocus(Qt::ShortcutFocusReason);
    if (!m_timeline->currentIndex().isValid())
        m_timeline->setCurrentIndex(m_timeline->model()->index(0, 0));
}

} // namespace ruhu::supervisor
