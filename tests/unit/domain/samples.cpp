// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <ruhu/domain/roles.h>

namespace ruhu::test {

using namespace Qt::Literals::StringLiterals;
using namespace domain;

namespace {

template<typename T>
T idOf(std::uint8_t last)
{
    Uuid::Bytes bytes{};
    bytes[0] = 1;
    bytes[15] = last;
    return T(Uuid(bytes));
}

TicketOpened order()
{
    TicketOpened opened;
    opened.number = u"IN-1125-007"_s;
    opened.kind = u"repair"_s;
    opened.access = Access::Lan;
    opened.services = {Service::Broadband, Service::Voice, Service::Wifi};
    opened.area = Area::Rural;
    opened.tier = Tier::Gold;
    opened.downMbps = 1000;
    opened.upMbps = 100;
    opened.product = u"1000M"_s;
    opened.customerName = u"王样本"_s;
    opened.customerPhone = u"138 0000 0007"_s;
    opened.division = u"浙江省"_s;
    opened.address = u"样本路 7"_s;
    opened.accountId = u"hz7"_s;
    opened.remark = u"\"quoted\" \\ line\nnext"_s;
    opened.acceptedAt = wallTimeFromMs(1'772'300'000'000);
    opened.requested = Window{wallTimeFromMs(1'772'300'000'001), wallTimeFromMs(1'772'300'000'002)};
    opened.promisedBy = wallTimeFromMs(1'772'300'000'003);
    opened.catalogue = u"ab12"_s;
    opened.faultCode = u"no-internet"_s;
    opened.faultText = u"no page opens"_s;
    opened.reportedAt = wallTimeFromMs(1'772'299'000'000);
    opened.contactName = u"陈样本"_s;
    opened.contactPhone = u"138 0000 0009"_s;
    opened.serviceNumber = u"SO-77"_s;
    opened.contractUntil = wallTimeFromMs(1'774'000'000'000);
    opened.bandwidth = Bandwidth::Shared;
    opened.tierMark = u"SVIP"_s;
    return opened;
}

} // namespace

EventId eventId(std::uint8_t last)
{
    return idOf<EventId>(last);
}

std::vector<Payload> everyPayload()
{
    const Window window{wallTimeFromMs(1'772'300'000'000), wallTimeFromMs(1'772'303'600'000)};
    const QByteArray hash(32, '\x7f');
    return {
        order(),
        TicketAssigned{idOf<UserId>(2), u"李样本"_s, idOf<TeamId>(3)},
        TicketRescheduled{window, u"rain"_s},
        TicketCancelled{u"moved away"_s},
        TicketHandedBack{u"no-resource"_s, u"no free port"_s},
        ContactRecorded{ContactOutcome::Postponed, u"painters"_s},
        AppointmentBooked{window, u"王"_s, u"138 0000 0007"_s, false, u"full that day"_s},
        AppointmentMissed{Cause::Company, u"flood"_s},
        LateAnnounced{25, u"traffic"_s, false},
        StateEntered{State::Arrived, u"traffic"_s, -12},
        AdmissionRecorded{Admission::MinorAlone, u"called"_s, NotAdmittedNext::Rebook},
        VisitLeft{u"joint in the street"_s, wallTimeFromMs(1'772'310'000'000)},
        VisitResumed{Admission::OtherAdult},
        StepsConfirmed{{u"B01"_s, u"B03"_s}},
        StepAnswered{u"C08"_s, {u"corrected"_s}, u"phone"_s},
        StepSkipped{u"C11"_s, u"dark"_s},
        ReadingRecorded{u"opt_rx"_s, -2790, u"old cable"_s, Verdict::Fail, {-2700, -800, -2500, std::nullopt}},
        PhotoAttached{u"C11"_s, hash, u"image/png"_s, 10, 20, 30, u"hall"_s},
        ItemMoved{u"i1"_s, u"shelf"_s, true},
        ItemRestored{u"i1"_s},
        MaterialUsed{u"m1"_s, u"onu"_s, 1, {{u"sn"_s, u"4857-0001"_s}}, true},
        MaterialWithdrawn{u"m1"_s},
        ChargeQuoted{60'00, u"20 m of cable"_s, true},
        ChargeTaken{60'00, u"R-1"_s},
        EnquiryRecorded{EnquiryKind::Complaint, u"twice this month"_s, u"王样本"_s, u"138 0000 0007"_s, true},
        RatingGiven{Rating::Dissatisfied, u"slow"_s},
        SignatureGiven{SignerRole::Technician, u"李"_s, hash, 5, 900, hash, 41},
        NoteAdded{u"dog"_s, u"C05"_s},
        ReviewDecided{ReviewDecision::Return, u"see pins"_s, {{u"T02"_s, u"blurred"_s}}, {u"no-gifts"_s}},
        CaseOpened{u"CP-000001"_s,
                   u"complaint"_s,
                   u"王样本"_s,
                   u"138 0000 0001"_s,
                   u"样本路1号2幢301"_s,
                   idOf<TicketId>(4),
                   {{u"text"_s, u"late"_s}},
                   u"received"_s},
        CaseActed{u"take"_s, {{u"owner"_s, u"carl"_s}}, u"in-work"_s},
    };
}

Event filledEvent(Payload payload)
{
    Event event;
    event.meta.id = eventId(9);
    event.meta.ticket = idOf<TicketId>(4);
    event.meta.baseRevision = 41;
    event.meta.baseOwn = eventId(8);
    event.meta.group = Group{eventId(7), 2, 3};
    event.meta.by = idOf<UserId>(5);
    event.meta.role = kSupervisor;
    event.meta.wall = wallTimeFromMs(1'772'300'042'349);
    event.meta.serverOffsetMs = -1830;
    event.meta.bootId = u"9f2c"_s;
    event.meta.monotonic = Millis(88'123'456);
    event.payload = std::move(payload);
    return event;
}

} // namespace ruhu::test
