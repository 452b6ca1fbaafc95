// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "work_order_paper.h"

#include <QDateTime>

#include <cstdlib>

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;
using domain::PaperRow;
using domain::PaperSection;
using domain::State;

const auto kPass = u"pass"_s;
const auto kWarn = u"warn"_s;
const auto kFail = u"fail"_s;
const auto kOpen = u"open"_s;
const auto kChargeStep = u"W02"_s; // the checklists have one step for it

void add(PaperSection &section, const QString &label, const QString &value, const QString &mark = {},
         const QString &remark = {})
{
    if (!value.isEmpty())
        section.rows.push_back(PaperRow{label, value, mark, remark});
}

[[nodiscard]] QString servicesText(const domain::TicketOpened &order)
{
    QStringList names;
    for (const domain::Service service : order.services)
        names.push_back(serviceText(service));
    return listed(names);
}

[[nodiscard]] QString ratesText(const domain::TicketOpened &order)
{
    if (order.downMbps <= 0 && order.upMbps <= 0)
        return {};
    return Tr::tr("%1 Mbit/s down, %2 Mbit/s up").arg(order.downMbps).arg(order.upMbps);
}

[[nodiscard]] QString spacedPhone(const QString &phone)
{
    constexpr int mobile = 11;
    const bool plain =
        phone.size() == mobile && std::all_of(phone.begin(), phone.end(), [](QChar c) { return c.isDigit(); });
    return plain ? QString(phone.left(3) + u' ' + phone.mid(3, 4) + u' ' + phone.mid(7)) : phone;
}

[[nodiscard]] QString contactText(const domain::ContactFact &fact)
{
    switch (fact.contact.outcome) {
    case domain::ContactOutcome::Reached:
        return Tr::tr("Reached %1").arg(fullDateTimeText(fact.stamp.wall));
    case domain::ContactOutcome::NoAnswer:
        return Tr::tr("No answer %1").arg(fullDateTimeText(fact.stamp.wall));
    case domain::ContactOutcome::Postponed:
        return Tr::tr("Postponed by the customer %1").arg(fullDateTimeText(fact.stamp.wall));
    }
    return {};
}

void addAppointment(PaperSection &section, const domain::Ticket &ticket)
{
    for (const domain::ContactFact &fact : ticket.contacts)
        add(section, Tr::tr("Call"), contactText(fact), {}, fact.contact.note);
    if (!ticket.appointment)
        return;
    const domain::AppointmentBooked &booked = ticket.appointment->appointment;
    add(section, Tr::tr("Agreed time"), fullWindowText(booked.window, ticket.order.area), {},
        booked.customersWish
            ? Tr::tr("As the customer wished.")
            : sentences({Tr::tr("Another time than the customer first wished."),
                         booked.reason.isEmpty() ? QString() : Tr::tr("Reason: %1").arg(booked.reason)}));
    add(section, Tr::tr("Agreed with"), Tr::tr("%1, %2", "name, phone").arg(booked.person, spacedPhone(booked.phone)));
    for (const domain::LateFact &fact : ticket.lateNotices) {
        const int minutes = static_cast<int>(fact.late.expectedDelayMin);
        add(section, Tr::tr("Delay told"),
            Tr::tr("%n minutes later, told at %1", nullptr, minutes).arg(visitTimeText(ticket, fact.stamp.wall)), {},
            sentences({fact.late.accepted ? Tr::tr("The customer accepted.") : Tr::tr("The customer did not accept."),
                       Tr::tr("Reason: %1").arg(fact.late.reason)}));
    }
}

[[nodiscard]] QString deviationText(std::int64_t deviation)
{
    const int minutes = static_cast<int>(deviation);
    if (minutes == 0)
        return Tr::tr("on time");
    return minutes < 0 ? Tr::tr("%n minutes early", nullptr, -minutes) : Tr::tr("%n minutes late", nullptr, minutes);
}

void addReached(PaperSection &section, const domain::Ticket &ticket, State state, const QString &label)
{
    const auto reached = ticket.reached.find(state);
    if (reached != ticket.reached.end())
        add(section, label, visitTimeText(ticket, reached->second.wall));
}

[[nodiscard]] bool isElsewhere(const domain::Step &step)
{
    return step.kind == domain::StepKind::Auto || step.kind == domain::StepKind::Signature
           || step.kind == domain::StepKind::Rating;
}

[[nodiscard]] bool passes(const domain::StepRecord &record, const domain::Step *step)
{
    if (!step)
        return true;
    return std::none_of(step->options.begin(), step->options.end(), [&](const domain::StepOption &option) {
        return !option.passes
               && std::find(record.options.begin(), record.options.end(), option.id) != record.options.end();
    });
}

[[nodiscard]] PaperRow recordRow(const domain::Ticket &ticket, const QString &title, const domain::StepRecord &record,
                                 const domain::Step *step)
{
    const QString time = visitTimeText(ticket, record.stamp.wall);
    if (record.skipped)
        return {title, Tr::tr("Left out, %1").arg(time), kWarn, Tr::tr("Reason: %1").arg(record.reason)};
    const QString answer = answerText(record.options, record.text, step);
    const QString said = answer.isEmpty() ? Tr::tr("Done") : answer;
    return {title, Tr::tr("%1 · %2", "answer, time").arg(said, time), passes(record, step) ? kPass : kFail, {}};
}

[[nodiscard]] std::optional<PaperRow> photoRow(const domain::Ticket &ticket, const domain::Step &step)
{
    int count = 0;
    WallTime newest;
    for (const domain::PhotoFact &fact : ticket.photos) {
        if (fact.photo.step != step.id)
            continue;
        ++count;
        newest = std::max(newest, fact.stamp.wall);
    }
    if (count == 0)
        return std::nullopt;
    const QString value = Tr::tr("%n photos · %1", nullptr, count).arg(visitTimeText(ticket, newest));
    return PaperRow{pick(step.title), value, kPass, {}};
}

/// Readings have their own section; a step that was left out is said here all the same.
[[nodiscard]] std::optional<PaperRow> stepRow(const domain::Ticket &ticket, const domain::Step &step)
{
    if (isElsewhere(step))
        return std::nullopt;
    if (step.kind == domain::StepKind::Photo) {
        if (auto row = photoRow(ticket, step))
            return row;
    }
    const auto record = ticket.steps.find(step.id);
    // Lines stand in their own section; then nobody said that nothing was used.
    if (record == ticket.steps.end() || domain::hasLines(step, ticket))
        return std::nullopt;
    return recordRow(ticket, pick(step.title), record->second, &step);
}

[[nodiscard]] QString markOf(domain::Verdict verdict)
{
    switch (verdict) {
    case domain::Verdict::NoLimit:
        return {};
    case domain::Verdict::Pass:
        return kPass;
    case domain::Verdict::Warn:
        return kWarn;
    case domain::Verdict::Fail:
        return kFail;
    }
    return {};
}

[[nodiscard]] PaperRow readingRow(const domain::Ticket &ticket, const domain::ReadingRecorded &reading,
                                  const domain::Measure *measure, WallTime at)
{
    QStringList remarks;
    if (measure && reading.verdict != domain::Verdict::NoLimit)
        remarks.push_back(Tr::tr("Limits: %1 (%2).")
                              .arg(limitsText(*measure, reading.limits), limitSource(*measure, reading.limits)));
    if (!reading.reason.isEmpty())
        remarks.push_back(Tr::tr("Reason: %1").arg(reading.reason));
    const QString value =
        Tr::tr("%1 · %2", "answer, time").arg(readingText(reading.value, measure), visitTimeText(ticket, at));
    return {measure ? pick(measure->title) : reading.measure, value, markOf(reading.verdict), sentences(remarks)};
}

void addMoney(PaperSection &section, const domain::Ticket &ticket)
{
    if (const auto &quoted = ticket.quotation) {
        const domain::ChargeQuoted &said = quoted->quotation;
        add(section, Tr::tr("Price named"), yuanText(said.amountFen), said.accepted ? kPass : kWarn,
            Tr::tr("%1 · %2", "purpose, answer")
                .arg(said.purpose, said.accepted ? Tr::tr("accepted") : Tr::tr("not accepted")));
    }
    if (const auto &paid = ticket.payment)
        add(section, Tr::tr("Money taken"), yuanText(paid->payment.amountFen), kPass,
            Tr::tr("Receipt %1").arg(paid->payment.receipt));
}

/// What only some office systems say.
void addWhatElse(PaperSection &section, const domain::TicketOpened &order)
{
    add(section, Tr::tr("Reported fault"), faultReportText(order), {},
        order.reportedAt ? Tr::tr("Reported %1.").arg(fullDateTimeText(*order.reportedAt)) : QString());
    if (!order.contactName.isEmpty())
        add(section, Tr::tr("Contact person"),
            Tr::tr("%1, %2", "name, phone").arg(order.contactName, spacedPhone(order.contactPhone)));
    add(section, Tr::tr("Number of the service order"), order.serviceNumber);
    if (order.contractUntil)
        add(section, Tr::tr("Contract until"), dateText(*order.contractUntil));
}

} // namespace

QString visitTimeText(const domain::Ticket &ticket, WallTime time)
{
    const WallTime day = ticket.arrival       ? ticket.arrival->stamp.wall
                         : ticket.appointment ? ticket.appointment->appointment.window.start
                                              : time;
    return momentText(time, day);
}

PaperSection orderSection(const domain::Ticket &ticket, const domain::Catalogue *catalogue)
{
    const domain::TicketOpened &order = ticket.order;
    PaperSection section{Tr::tr("Order"), {}};
    add(section, Tr::tr("Customer"), order.customerName);
    add(section, Tr::tr("Telephone"), spacedPhone(order.customerPhone));
    add(section, Tr::tr("Address"), QString(order.division + order.address));
    add(section, Tr::tr("Kind of work"),
        Tr::tr("%1 · %2", "kind, access").arg(kindText(order.kind, catalogue), accessText(order.access)));
    add(section, Tr::tr("Services"), servicesText(order));
    add(section, Tr::tr("Product"), order.product);
    add(section, Tr::tr("Subscribed rate"), ratesText(order));
    if (order.bandwidth)
        add(section, Tr::tr("Bandwidth"), bandwidthText(*order.bandwidth));
    add(section, Tr::tr("Broadband account"), order.accountId);
    add(section, Tr::tr("Service tier"), tierText(order));
    add(section, Tr::tr("Area"), areaText(order.area));
    addWhatElse(section, order);
    add(section, Tr::tr("Order taken"), fullDateTimeText(order.acceptedAt));
    if (order.promisedBy)
        add(section, Tr::tr("Promised by"), fullDateTimeText(*order.promisedBy));
    if (ticket.assignment)
        add(section, Tr::tr("Technician"), ticket.assignment->userName);
    add(section, Tr::tr("Remark"), order.remark);
    return section;
}

PaperRow stateRow(const domain::Ticket &ticket)
{
    const bool closed = ticket.state >= State::SignedOff && !ticket.returned;
    const QString state = ticket.returned ? Tr::tr("Returned for correction") : stateText(ticket.state);
    return {Tr::tr("State"), state, closed ? QString() : kOpen, {}};
}

PaperSection visitSection(const domain::Ticket &ticket, const domain::Catalogue &catalogue)
{
    PaperSection section{Tr::tr("Appointment and arrival"), {}};
    addAppointment(section, ticket);
    addReached(section, ticket, State::Travelling, Tr::tr("Set out"));
    if (ticket.arrival) {
        const domain::ArrivalFact &arrival = *ticket.arrival;
        const bool kept = std::abs(arrival.deviationMin) <= catalogue.arrivalToleranceMin;
        const QString reason = arrival.reason.isEmpty() ? QString() : Tr::tr("Reason: %1").arg(arrival.reason);
        add(section, Tr::tr("Arrived"),
            Tr::tr("%1, %2", "time, how far from the agreed one")
                .arg(fullDateTimeText(arrival.stamp.wall), deviationText(arrival.deviationMin)),
            kept ? kPass : kWarn, reason);
    }
    for (const domain::AdmissionFact &fact : ticket.admissions) {
        const bool in = domain::isAdult(fact.admission.who);
        add(section, Tr::tr("At the door"),
            Tr::tr("%1 · %2", "answer, time")
                .arg(admissionText(fact.admission.who), visitTimeText(ticket, fact.stamp.wall)),
            in ? kPass : kWarn, fact.admission.note);
    }
    addReached(section, ticket, State::Working, Tr::tr("Work started"));
    addReached(section, ticket, State::Tested, Tr::tr("Work and tests finished"));
    addReached(section, ticket, State::HandedOver, Tr::tr("Handed over"));
    return section;
}

std::vector<PaperSection> checklistSections(const domain::Ticket &ticket, const domain::Catalogue &catalogue)
{
    std::vector<PaperSection> sections;
    for (const domain::Stage &stage : catalogue.stages) {
        PaperSection section{Tr::tr("Checklist: %1").arg(pick(stage.title)), {}};
        for (const domain::Step &step : catalogue.steps) {
            if (step.stage != stage.id)
                continue;
            if (auto row = stepRow(ticket, step))
                section.rows.push_back(std::move(*row));
        }
        sections.push_back(std::move(section));
    }
    PaperSection others{Tr::tr("Checklist: other steps"), {}};
    for (const auto &[id, record] : ticket.steps) {
        if (!catalogue.step(id))
            others.rows.push_back(recordRow(ticket, id, record, nullptr));
    }
    sections.push_back(std::move(others));
    return sections;
}

PaperSection readingsSection(const domain::Ticket &ticket, const domain::Catalogue &catalogue)
{
    PaperSection section{Tr::tr("Readings"), {}};
    for (const domain::Measure &measure : catalogue.measures) {
        const auto fact = ticket.readings.find(measure.id);
        if (fact != ticket.readings.end())
            section.rows.push_back(readingRow(ticket, fact->second.reading, &measure, fact->second.stamp.wall));
    }
    for (const auto &[id, fact] : ticket.readings) {
        if (!catalogue.measure(id))
            section.rows.push_back(readingRow(ticket, fact.reading, nullptr, fact.stamp.wall));
    }
    return section;
}

PaperSection readingsInWords(const domain::Ticket &ticket, const domain::Catalogue &catalogue)
{
    PaperSection section{Tr::tr("Readings"), {}};
    const auto say = [&](const QString &id, const domain::ReadingFact &fact) {
        const domain::Measure *measure = catalogue.measure(id);
        PaperRow row = readingRow(ticket, fact.reading, measure, fact.stamp.wall);
        row.value = Tr::tr("%1 · %2", "verdict, number")
                        .arg(verdictText(fact.reading.verdict), readingText(fact.reading.value, measure));
        section.rows.push_back(std::move(row));
    };
    for (const domain::Measure &measure : catalogue.measures) {
        const auto fact = ticket.readings.find(measure.id);
        if (fact != ticket.readings.end())
            say(measure.id, fact->second);
    }
    for (const auto &[id, fact] : ticket.readings) {
        if (!catalogue.measure(id))
            say(id, fact);
    }
    return section;
}

PaperSection materialsSection(const domain::Ticket &ticket, const domain::Catalogue &catalogue)
{
    PaperSection section{Tr::tr("Terminals and materials"), {}};
    for (const domain::MaterialLine &line : ticket.materials) {
        if (line.withdrawn)
            continue;
        const domain::Material *material = catalogue.material(line.used.material);
        const QString amount = quantityText(line.used.quantity, material);
        const QString value = line.used.takenBack ? Tr::tr("%1, taken back").arg(amount) : amount;
        add(section, material ? pick(material->title) : line.used.material, value, {}, marksText(line.used.marks));
    }
    return section;
}

PaperSection itemsSection(const domain::Ticket &ticket)
{
    PaperSection section{Tr::tr("Moved things"), {}};
    for (const domain::MovedItem &moved : ticket.movedItems) {
        const QString consent =
            moved.item.consent ? Tr::tr("Moved %1 with the customer's consent.") : Tr::tr("Moved %1.");
        const QString value = moved.restored
                                  ? Tr::tr("Back in its place · %1").arg(visitTimeText(ticket, moved.restored->wall))
                                  : Tr::tr("Not back in its place");
        add(section, moved.item.label, value, moved.restored ? kPass : kOpen,
            consent.arg(visitTimeText(ticket, moved.stamp.wall)));
    }
    return section;
}

PaperSection chargesInWords(const domain::Ticket &ticket, const domain::Catalogue &catalogue)
{
    PaperSection section{Tr::tr("Charges"), {}};
    const auto record = ticket.steps.find(kChargeStep);
    if (record == ticket.steps.end() || record->second.skipped)
        return section;
    const domain::Step *step = catalogue.step(kChargeStep);
    add(section, step ? pick(step->title) : kChargeStep, answerText(record->second.options, record->second.text, step));
    addMoney(section, ticket);
    return section;
}

PaperSection enquiriesSection(const domain::Ticket &ticket)
{
    PaperSection section{Tr::tr("Questions and complaints"), {}};
    for (const domain::EnquiryFact &fact : ticket.enquiries) {
        const domain::EnquiryRecorded &said = fact.enquiry;
        QStringList remarks{said.person, said.phone};
        if (said.hotlineCalled)
            remarks.push_back(Tr::tr("10010 called"));
        add(section, enquiryText(said.kind), said.text, {}, listed(remarks));
    }
    return section;
}

PaperSection chargesSection(const domain::Ticket &ticket, const domain::Catalogue &catalogue)
{
    const auto record = ticket.steps.find(kChargeStep);
    const bool isFree = record != ticket.steps.end() && record->second.options == std::vector<QString>{u"free"_s};
    return isFree && !ticket.quotation && !ticket.payment ? PaperSection{} : chargesInWords(ticket, catalogue);
}

PaperSection ratingSection(const domain::Ticket &ticket)
{
    PaperSection section{Tr::tr("Customer's rating"), {}};
    if (!ticket.rating)
        return section;
    const domain::RatingGiven &rating = ticket.rating->rating;
    add(section, Tr::tr("Rating"),
        Tr::tr("%1 · %2", "answer, time")
            .arg(ratingText(rating.rating), visitTimeText(ticket, ticket.rating->stamp.wall)),
        {},
        rating.reason.isEmpty()                         ? QString()
        : rating.rating == domain::Rating::Dissatisfied ? Tr::tr("Reason: %1").arg(rating.reason)
                                                        : Tr::tr("In the customer's words: %1").arg(rating.reason));
    return section;
}

QString photoCaption(const domain::Ticket &ticket, const domain::PhotoFact &fact, const domain::Catalogue &catalogue)
{
    const QString title = subjectText(fact.photo.step, &catalogue, nullptr);
    const QString time = visitTimeText(ticket, fact.stamp.wall);
    if (fact.photo.caption.isEmpty() || fact.photo.caption == title)
        return Tr::tr("%1 · %2", "answer, time").arg(title.isEmpty() ? fact.photo.step : title, time);
    return Tr::tr("%1: %2 · %3", "step, caption, time").arg(title, fact.photo.caption, time);
}

} // namespace ruhu::presentation
