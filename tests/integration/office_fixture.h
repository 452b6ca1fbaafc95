// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu_test/programs.h>
#include <ruhu_test/temp_dir.h>

namespace ruhu::test {

/// An office with the demo day in a folder of its own, and its server running.
class Office {
public:
    Office();

    [[nodiscard]] Ctl laptop(const QString &folder = QStringLiteral("laptop")) const;
    [[nodiscard]] Ctl desk(const QString &folder = QStringLiteral("desk")) const;
    /// Makes the folder somebody's store with a code of the office.
    void enrol(const Ctl &store, const QString &user) const;
    /// Numbers of the tickets a store has.
    [[nodiscard]] QStringList numbers(const Ctl &store) const;
    /// Own events and every byte that belongs to them hold, here and at the office.
    void checkAllHolds(const Ctl &store) const;

    TempDir temp;
    QString data = temp.path(QStringLiteral("server"));
    Ctl server{{QStringLiteral("server"), QStringLiteral("--data"), data}};
    Json made; // what `server init --demo` answered
    ServerProcess process{data};
};

/// A member that must be there.
[[nodiscard]] std::int64_t number(const Json &json, QStringView name);
[[nodiscard]] QString text(const Json &json, QStringView name);

} // namespace ruhu::test
