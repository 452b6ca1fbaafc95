// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/paper.h>
#include <ruhu/presentation/papers.h>

#include <ruhu_test/ticket_walk.h>

namespace ruhu::test {

/// The ticket of the bench as a page shows it.
[[nodiscard]] presentation::TicketPage pageOf(const TicketBench &bench);

/// A signature that looks like one: loops of a pen with pressure.
[[nodiscard]] std::vector<domain::Stroke> penStrokes();

/// Bytes of every photo and signature of the ticket: strokes for signatures, `picture` for the rest.
[[nodiscard]] std::function<Result<QByteArray>(const QByteArray &)> blobsOf(const domain::Ticket &ticket,
                                                                            const QByteArray &picture);

/// A whole visit with everything a work order can carry: a postponed call, a delay told before, a reading out of limits,
/// a left-out step, moved things, charges, an unhappy customer. Chinese and English texts in it.
[[nodiscard]] domain::WalkAnswers eventfulAnswers();

/// Walks to the sign-off with these answers. Fails the test when it cannot.
[[nodiscard]] std::unique_ptr<TicketBench> signedOffBench(domain::TicketOpened order,
                                                          const domain::WalkAnswers &answers);

} // namespace ruhu::test
