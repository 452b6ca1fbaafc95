// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kActs = 120;

void print(std::FILE *to, const QString &line)
{
    std::fprintf(to, "%s\n", line.toUtf8().constData());
}

QString runSeed(std::uint64_t seed, int acts, bool trace)
{
    try {
        ruhu::test::Simulation simulation(seed);
        if (trace)
            simulation.trace = [](const QString &line) { print(stdout, line); };
        return simulation.run(acts);
    } catch (const std::exception &failure) {
        return QString::fromUtf8(failure.what());
    }
}

} // namespace

/// Exit code 0 only when no seed failed. The last line is "N seeds, M failed".
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(u"*=false"_s);
    QCommandLineParser parser;
    parser.addOptions({{u"seeds"_s, u"How many seeds to run."_s, u"count"_s, u"100"_s},
                       {u"seed"_s, u"The first of them."_s, u"seed"_s, u"1"_s},
                       {u"acts"_s, u"Acts per seed."_s, u"count"_s, QString::number(kActs)},
                       {u"trace"_s, u"Print every act and request."_s}});
    parser.addHelpOption();
    parser.process(app);
    const std::uint64_t first = parser.value(u"seed"_s).toULongLong();
    const int count = parser.value(u"seeds"_s).toInt();
    int failed = 0;
    for (int i = 0; i < count; ++i) {
        const std::uint64_t seed = first + static_cast<std::uint64_t>(i);
        const QString wrong = runSeed(seed, parser.value(u"acts"_s).toInt(), parser.isSet(u"trace"_s));
        if (wrong.isEmpty())
            continue;
        ++failed;
        print(stdout, u"seed %1: %2; replay: sync_sim --seeds 1 --seed %1 --trace"_s.arg(seed).arg(wrong));
    }
    print(stdout, u"%1 seeds, %2 failed"_s.arg(count).arg(failed));
    return failed == 0 && count > 0 ? 0 : 1;
}
