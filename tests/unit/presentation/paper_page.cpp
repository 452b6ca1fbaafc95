// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paper_page.h"

#include <ruhu/domain/findings.h>

#include <ruhu_test/catch_qt.h>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {

presentation::TicketPage pageOf(const TicketBench &bench)
{
    presentation::TicketPage page;
    page.ticket = bench.ticket();
    page.history = bench.history();
    page.catalogue = &bench.catalogue();
    page.contentHash = contentHash(bench.ticket(), bench.catalogue());
    page.now = bench.history().back().event.meta.wall;
    return page;
}

std::vector<domain::Stroke> penStrokes()
{
    std::vector<domain::Stroke> strokes;
    std::int64_t time = 0;
    for (int part = 0; part < 4; ++part) {
        domain::Stroke stroke;
        for (int i = 0; i <= 40; ++i, time += 9) {
            const double turn = i / 40.0 * 9.0;
            const double x = 900 + part * 2050 + i * 38 + 420 * std::sin(turn);
            const double y = 5200 - part * 250 + 2300 * std::cos(turn * 1.1 + part);
            stroke.push_back({std::llround(x), std::llround(y), time, std::llround(550 + 380 * std::sin(turn * 0.7))});
        }
        time += 120;
        strokes.push_back(std::move(stroke));
    }
    return strokes;
}

std::function<Result<QByteArray>(const QByteArray &)> blobsOf(const domain::Ticket &ticket, const QByteArray &picture)
{
    std::vector<QByteArray> signatures;
    for (const auto &[role, fact] : ticket.signatures)
        signatures.push_back(fact.signature.strokes);
    const QByteArray strokes = domain::encodeStrokes(penStrokes());
    return [signatures, strokes, picture](const QByteArray &sha256) -> Result<QByteArray> {
        const bool isSignature = std::find(signatures.begin(), signatures.end(), sha256) != signatures.end();
        return isSignature ? strokes : picture;
    };
}

domain::WalkAnswers eventfulAnswers()
{
    domain::WalkAnswers answers;
    answers.steps[u"W01"_s] = {u"W01"_s, {u"changed"_s}, u"沿电视柜后走线 / behind the TV cabinet"_s};
    answers.steps[u"W02"_s] = {u"W02"_s, {u"charged"_s}, {}};
    answers.charge = domain::ChargeQuoted{60'00, u"网线20米 / 20 m of cable"_s, true};
    answers.steps[u"F01"_s] = {u"F01"_s, {}, u"西湖-文三-0127 / SP2 / 05"_s};
    answers.materials = {{u"m1"_s, u"onu"_s, 1, {{u"sn"_s, u"48575443A1B2C3D4"_s}}, false},
                         {u"m2"_s, u"drop-fibre"_s, 450, {{u"length-marks"_s, u"120–165"_s}}, false},
                         {u"m3"_s, u"plug"_s, 4, {}, false}};
    answers.skips[u"W08"_s] = u"线路全部走暗管，无明线可拍"_s;
    domain::ReadingRecorded power;
    power.measure = u"opt_rx"_s;
    power.value = -2731;
    power.reason = u"主干光缆衰减偏大，已报修 / feeder loss reported"_s;
    answers.readings[u"opt_rx"_s] = power;
    answers.items.push_back({u"i1"_s, u"电视柜（实木）"_s, true});
    answers.items.push_back({u"i2"_s, u"儿童书桌和台灯"_s, true});
    answers.rating = {domain::Rating::Dissatisfied, u"等候时间偏长"_s};
    return answers;
}

std::unique_ptr<TicketBench> signedOffBench(domain::TicketOpened order, const domain::WalkAnswers &answers)
{
    auto bench = std::make_unique<TicketBench>(std::move(order));
    REQUIRE(bench->walkTo(domain::State::SignedOff, answers));
    return bench;
}

} // namespace ruhu::test
