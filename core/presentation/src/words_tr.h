// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/words.h>

#include <QCoreApplication>

#include <algorithm>
#include <cstddef>

namespace ruhu::presentation {

/// The one door to the translations of this library.
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ruhu::presentation::Tr)
};

/// One row of a table of words: English source text, translated where it is shown.
template<typename Key>
struct Said {
    Key key;
    const char *text;
};

/// Words of a key in the current language; empty when the table has none.
template<typename Key, std::size_t N>
[[nodiscard]] QString say(const Said<Key> (&table)[N], const Key &key)
{
    const auto row =
        std::find_if(std::begin(table), std::end(table), [&](const Said<Key> &said) { return said.key == key; });
    return row == std::end(table) ? QString() : Tr::tr(row->text);
}

/// Value of an argument as domain gives it with refusals and findings; empty when there is none.
[[nodiscard]] QString argument(const std::vector<std::pair<QString, QString>> &args, QLatin1StringView name);

/// Title of a step or measure, label of a moved item, name of a signature; empty when nothing of that id is known.
[[nodiscard]] QString subjectText(const QString &subject, const domain::Catalogue *catalogue,
                                  const domain::Ticket *ticket);

/// Whole sentences one after the other; empty ones are left out.
[[nodiscard]] QString sentences(const QStringList &parts);
/// Parts of a list: "a, b" / "a、b".
[[nodiscard]] QString listed(const QStringList &parts);
/// "1 h 05 min", "35 min".
[[nodiscard]] QString durationText(std::int64_t minutes);
/// Title of a way of handing back; its id when the catalogue does not know it.
[[nodiscard]] QString handBackText(const QString &way, const domain::Catalogue *catalogue);
/// With the year, for paper.
[[nodiscard]] QString fullDateTimeText(WallTime time);
[[nodiscard]] QString fullWindowText(const domain::Window &window, domain::Area area);
[[nodiscard]] QString dateText(WallTime time); // "Sun 22 Nov", "11月22日 周日"
[[nodiscard]] QDateTime localTime(WallTime time);
/// Answer of a step in words: options, then what was typed.
[[nodiscard]] QString answerText(const std::vector<QString> &options, const QString &text, const domain::Step *step);
/// The product's name, or its services when it has none.
[[nodiscard]] QString productOf(const domain::TicketOpened &order);
/// The reading's value, with its unit where the measure is known.
[[nodiscard]] QString readingText(std::int64_t value, const domain::Measure *measure);

} // namespace ruhu::presentation
