// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/decide.h>

namespace ruhu::domain::detail {

/// The soonest window the area's rule allows (D15-11, D15-12).
[[nodiscard]] AppointmentBooked soonestAppointment(const TicketOpened &order, WallTime now);
/// The answer of a day without trouble; `note` is given where the option asks for one.
[[nodiscard]] StepAnswered routineAnswer(const Step &step, const Ticket &ticket, const QString &note);
/// A value inside the limits, other on every ticket but the same each time.
[[nodiscard]] ReadingRecorded plausibleReading(const Measure &measure, const Ticket &ticket);

/// One piece or ten metres of the first material that goes with the ticket, with an invented number where one is asked
/// for; `takenBack`: the first terminal. Nothing when the materials document has none.
[[nodiscard]] std::optional<MaterialUsed> plausibleMaterial(const Catalogue &catalogue, const Ticket &ticket,
                                                            bool takenBack);

/// What was quoted, or the smallest amount.
[[nodiscard]] ChargeTaken quotedPayment(const Ticket &ticket, const QString &receipt);

} // namespace ruhu::domain::detail
