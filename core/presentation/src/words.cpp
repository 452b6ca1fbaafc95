// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_tr.h"

#include <ruhu/presentation/papers.h>

namespace ruhu::presentation {
namespace {

constexpr Said<domain::State> kStates[] = {
    {domain::State::ToContact, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "To contact")},
    {domain::State::Booked, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Booked")},
    {domain::State::Prepared, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Prepared")},
    {domain::State::Travelling, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "On the way")},
    {domain::State::Arrived, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Arrived")},
    {domain::State::Admitted, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Let in")},
    {domain::State::Working, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Working")},
    {domain::State::Tested, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Tested")},
    {domain::State::CleanedUp, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Cleaned up")},
    {domain::State::HandedOver, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Handed over")},
    {domain::State::SignedOff, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Signed off")},
    {domain::State::HandedBack, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Given back to the office")},
    {domain::State::Done, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Done")},
    {domain::State::Cancelled, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Cancelled")},
};

constexpr Said<domain::Access> kAccesses[] = {
    {domain::Access::Ftth, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Fibre")},
    {domain::Access::Lan, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "LAN cable")},
    {domain::Access::Xdsl, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Telephone line (DSL)")},
};

constexpr Said<domain::Service> kServices[] = {
    {domain::Service::Broadband, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Broadband")},
    {domain::Service::Iptv, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Television")},
    {domain::Service::Voice, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Telephone")},
    {domain::Service::Wifi, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Home Wi-Fi")},
};

constexpr Said<domain::Tier> kTiers[] = {
    {domain::Tier::Standard, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Standard")},
    {domain::Tier::Gold, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Gold")},
};

constexpr Said<domain::Bandwidth> kBandwidths[] = {
    {domain::Bandwidth::Shared, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Shared with others on the line")},
    {domain::Bandwidth::Dedicated, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "For this customer alone")},
};

constexpr Said<domain::Area> kAreas[] = {
    {domain::Area::Urban, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "City")},
    {domain::Area::Rural, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Countryside")},
};

constexpr Said<domain::EnquiryKind> kEnquiries[] = {
    {domain::EnquiryKind::Question, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Question")},
    {domain::EnquiryKind::Complaint, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Complaint")},
    {domain::EnquiryKind::OutOfScope, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Wish beyond the order")},
};

constexpr Said<domain::Verdict> kVerdicts[] = {
    {domain::Verdict::NoLimit, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "No limit set")},
    {domain::Verdict::Pass, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Within limits")},
    {domain::Verdict::Warn, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Near the limit")},
    {domain::Verdict::Fail, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Out of limits")},
};

constexpr Said<domain::Rating> kRatings[] = {
    {domain::Rating::Satisfied, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Satisfied")},
    {domain::Rating::Neutral, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Neutral")},
    {domain::Rating::Dissatisfied, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Not satisfied")},
    {domain::Rating::Declined, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "No rating wanted")},
};

constexpr Said<domain::Admission> kAdmissions[] = {
    {domain::Admission::AdultCustomer, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Customer opened")},
    {domain::Admission::OtherAdult, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Another adult opened")},
    {domain::Admission::MinorAlone, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Only a minor at home")},
    {domain::Admission::Nobody, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Nobody at home")},
    {domain::Admission::Refused, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Customer did not let us in")},
};

constexpr Said<domain::SignerRole> kSigners[] = {
    {domain::SignerRole::Customer, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Customer")},
    {domain::SignerRole::Technician, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Technician")},
};

} // namespace

QString stateText(domain::State state)
{
    return say(kStates, state);
}
QString kindText(const domain::TicketKind &kind, const domain::Catalogue *catalogue)
{
    const domain::TicketKindRule *known = catalogue ? catalogue->kind(kind) : nullptr;
    const domain::Catalogue *carried = builtInShelf().latest(domain::kServiceCode);
    if (!known && carried)
        known = carried->kind(kind);
    return known ? pick(known->title) : kind;
}
QString accessText(domain::Access access)
{
    return say(kAccesses, access);
}
QString serviceText(domain::Service service)
{
    return say(kServices, service);
}
QString tierText(domain::Tier tier)
{
    return say(kTiers, tier);
}

QString tierText(const domain::TicketOpened &order)
{
    const QString tier = tierText(order.tier);
    return order.tierMark.isEmpty() ? tier : Tr::tr("%1 (%2)", "tier, the operator's mark").arg(tier, order.tierMark);
}

QString bandwidthText(domain::Bandwidth bandwidth)
{
    return say(kBandwidths, bandwidth);
}

QString faultReportText(const domain::TicketOpened &order)
{
    if (order.faultCode.isEmpty() || order.faultText.isEmpty())
        return order.faultCode + order.faultText;
    return Tr::tr("%1: %2", "fact: what was said").arg(order.faultCode, order.faultText);
}

QString stepHint(const domain::Step &step, const TicketPage &page)
{
    static const QString kRenewal = QStringLiteral("D1-19");
    const QString hint = pick(step.hint);
    const bool renewal = std::find(step.rules.begin(), step.rules.end(), kRenewal) != step.rules.end();
    const std::int64_t days = page.catalogue ? page.catalogue->renewalNoticeDays : 0;
    if (!renewal || days == 0 || !page.ticket.contractEndsWithin(days, page.now))
        return hint;
    const WallTime end = *page.ticket.order.contractUntil;
    return sentences({end < page.now ? Tr::tr("The contract ended on %1.").arg(dateText(end))
                                     : Tr::tr("The contract ends on %1.").arg(dateText(end)),
                      hint});
}

QString limitSource(const domain::Measure &measure, const domain::Limits &limits)
{
    const auto found = std::find_if(measure.variants.begin(), measure.variants.end(),
                                    [&](const domain::MeasureVariant &variant) { return variant.limits == limits; });
    return found == measure.variants.end() ? measure.source : found->source;
}
QString areaText(domain::Area area)
{
    return say(kAreas, area);
}
QString verdictText(domain::Verdict verdict)
{
    return say(kVerdicts, verdict);
}
QString ratingText(domain::Rating rating)
{
    return say(kRatings, rating);
}
QString admissionText(domain::Admission admission)
{
    return say(kAdmissions, admission);
}
QString signerText(domain::SignerRole role)
{
    return say(kSigners, role);
}

QString enquiryText(domain::EnquiryKind kind)
{
    return say(kEnquiries, kind);
}

QString deadlineText(const QString &deadline, const domain::Catalogue *catalogue)
{
    const domain::DeadlineRule *rule = catalogue ? catalogue->deadline(deadline) : nullptr;
    return rule ? pick(rule->title) : deadline;
}

QString handBackText(const QString &way, const domain::Catalogue *catalogue)
{
    const domain::HandBackWay *known = catalogue ? catalogue->handBackWay(way) : nullptr;
    return known ? pick(known->title) : way;
}

QString deadlineLine(const domain::Deadline &deadline, const domain::Catalogue *catalogue, WallTime now)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(deadline.due - now).count();
    const QString line =
        Tr::tr("%1 by %2", "time limit").arg(deadlineText(deadline.id, catalogue), momentText(deadline.due, now));
    const QString left =
        minutes >= 0 ? Tr::tr("%1 left").arg(durationText(minutes)) : Tr::tr("%1 too late").arg(durationText(-minutes));
    return deadline.verified ? listed({line, left}) : listed({line, left, Tr::tr("figure not verified")});
}

QString sentences(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(currentLanguage() == Language::Chinese ? QString() : QStringLiteral(" "));
}

QString listed(const QStringList &parts)
{
    return parts.join(currentLanguage() == Language::Chinese ? QStringLiteral("、") : QStringLiteral(", "));
}

QString argument(const std::vector<std::pair<QString, QString>> &args, QLatin1StringView name)
{
    const auto found = std::find_if(args.begin(), args.end(), [&](const auto &pair) { return pair.first == name; });
    return found == args.end() ? QString() : found->second;
}

} // namespace ruhu::presentation
