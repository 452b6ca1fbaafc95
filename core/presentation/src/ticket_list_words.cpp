// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ticket_list_words.h"

#include <QDateTime>

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;
using domain::State;
using Mode = TicketListModel::Mode;

constexpr int kAfternoonHour = 12;
constexpr auto kTimeToLeave = std::chrono::minutes(30); // before the agreed time; a design value

// In the order of the list.
enum class Section { Returned, Promised, Earlier, Morning, Afternoon, NoTime, Later, Postponed };
constexpr Said<Section> kSections[] = {
    {Section::Returned, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Returned")},
    {Section::Promised, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Promised to be back")},
    {Section::Earlier, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Left from earlier days")},
    {Section::Morning, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Morning")},
    {Section::Afternoon, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Afternoon")},
    {Section::NoTime, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "No time yet")},
    {Section::Later, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Later days")},
    {Section::Postponed, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Postponed by the customer")},
};

[[nodiscard]] bool isOver(const store::TicketRow &row)
{
    return row.state >= State::SignedOff;
}

[[nodiscard]] Section sectionOf(const store::TicketRow &row, WallTime now)
{
    if (row.returned)
        return Section::Returned;
    if (row.backBy)
        return Section::Promised;
    if (row.postponed)
        return Section::Postponed;
    if (!row.window)
        return Section::NoTime;
    const QDateTime start = localTime(row.window->start);
    const QDate today = localTime(now).date();
    if (start.date() < today)
        return Section::Earlier;
    if (start.date() > today)
        return Section::Later;
    return start.time().hour() < kAfternoonHour ? Section::Morning : Section::Afternoon;
}

[[nodiscard]] std::int64_t newestOf(const store::TicketRow &row)
{
    if (row.signedOffAt)
        return toMs(*row.signedOffAt);
    return row.window ? toMs(row.window->start) : 0;
}

/// The moment a row stands for in the list.
[[nodiscard]] std::optional<WallTime> momentOf(Mode mode, const store::TicketRow &row)
{
    if (mode == Mode::Today)
        return row.backBy ? row.backBy : row.window ? std::optional(row.window->start) : std::nullopt;
    const std::int64_t newest = newestOf(row);
    return newest == 0 ? std::nullopt : std::optional(wallTimeFromMs(newest));
}

[[nodiscard]] QString lateText(const store::TicketRow &row, WallTime now)
{
    const WallTime due = row.area == domain::Area::Rural ? row.window->end : row.window->start;
    const auto left = std::chrono::duration_cast<std::chrono::minutes>(due - now).count();
    if (left < 0)
        return Tr::tr("%1 late", "behind the agreed time").arg(durationText(-left));
    if (row.state >= State::Travelling || due - now > kTimeToLeave)
        return {};
    return Tr::tr("Time to leave: %1 left").arg(durationText(left));
}

/// "2 h 10 min left", "10 min late".
[[nodiscard]] QString leftText(WallTime due, WallTime now)
{
    const auto left = std::chrono::duration_cast<std::chrono::minutes>(due - now).count();
    return left < 0 ? Tr::tr("%1 late", "behind the agreed time").arg(durationText(-left))
                    : Tr::tr("%1 left").arg(durationText(left));
}

} // namespace

bool belongsTo(Mode mode, const store::TicketRow &row, WallTime now)
{
    if (mode == Mode::History)
        return true;
    if (mode == Mode::ReviewQueue)
        return domain::awaitsReview(row.state) && !row.gone;
    if (row.gone || row.state == State::Cancelled)
        return false;
    // What was finished today keeps its place; what was finished earlier is history.
    const Section section = sectionOf(row, now);
    const bool today = section == Section::Morning || section == Section::Afternoon;
    return today || !isOver(row) || row.returned;
}

ListKey keyOf(Mode mode, const store::TicketRow &row, WallTime now)
{
    switch (mode) {
    case Mode::Today:
        return {static_cast<std::int64_t>(sectionOf(row, now)), toMs(momentOf(mode, row).value_or(WallTime()))};
    case Mode::ReviewQueue:
        return {-static_cast<std::int64_t>(row.risk), row.signedOffAt ? toMs(*row.signedOffAt) : 0};
    case Mode::History:
        return {0, -newestOf(row)};
    }
    return {};
}

QString sectionText(Mode mode, const store::TicketRow &row, WallTime now)
{
    if (mode == Mode::Today)
        return say(kSections, sectionOf(row, now));
    if (mode == Mode::ReviewQueue)
        return row.risk > 0 ? Tr::tr("To look at") : Tr::tr("Nothing found");
    const std::int64_t newest = newestOf(row);
    return newest == 0 ? Tr::tr("No time yet") : dateText(wallTimeFromMs(newest));
}

QString warningText(const store::TicketRow &row, WallTime now)
{
    if (row.needsNewerProgram)
        return Tr::tr("Update Ruhu to go on");
    if (row.returned)
        return Tr::tr("Returned: see the comments");
    if (row.backBy)
        return Tr::tr("Back by %1: %2", "promised time, time left")
            .arg(momentText(*row.backBy, now), leftText(*row.backBy, now));
    if (row.state >= State::Arrived)
        return {};
    if (row.postponed)
        return Tr::tr("Postponed by the customer");
    if (row.booked && row.window) {
        QString late = lateText(row, now);
        if (!late.isEmpty())
            return late;
    }
    if (row.promisedBy && *row.promisedBy < now)
        return Tr::tr("The promised date has passed");
    if (!row.booked)
        return Tr::tr("Call the customer");
    const bool today = row.promisedBy && localTime(*row.promisedBy).date() == localTime(now).date();
    return today ? Tr::tr("Promised by %1: %2", "time, time left")
                       .arg(timeText(*row.promisedBy), leftText(*row.promisedBy, now))
                 : QString();
}

QString listTimeText(Mode mode, const store::TicketRow &row)
{
    const auto moment = momentOf(mode, row);
    return moment ? timeText(*moment) : QString();
}

QString listDayText(Mode mode, const store::TicketRow &row, WallTime now)
{
    const auto moment = momentOf(mode, row);
    const bool today = moment && localTime(*moment).date() == localTime(now).date();
    return !moment || today ? QString() : shortDateText(*moment);
}

QString listSubtitle(const store::TicketRow &row)
{
    QString what = row.product;
    if (what.isEmpty()) {
        QStringList names;
        for (const domain::Service service : row.services)
            names.push_back(serviceText(service));
        what = listed(names);
    }
    QStringList parts{row.kindTitle.en.isEmpty() ? kindText(row.kind, nullptr) : pick(row.kindTitle), what};
    if (row.tier != domain::Tier::Standard)
        parts.push_back(tierText(row.tier));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace ruhu::presentation
