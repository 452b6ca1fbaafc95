// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_tr.h"

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;
using sync::Hold;

/// `mark`: beside the sync sign, %1 is since when. `cause` and `next` for the panel.
struct Row {
    Hold hold;
    const char *mark;
    const char *cause;
    const char *next;
};

constexpr Row kRows[] = {
    {Hold::Offline, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "No network since %1 — working on"),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "No network since %1."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Nobody has to do anything; it is sent when the network is back.")},
    {Hold::SignInNeeded, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Sign in again to send"),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Your sign-in at the server has ended."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Sign in again with a connection.")},
    {Hold::ServerTrouble, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Server in trouble since %1 — working on"),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server does not answer as it should since %1."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The office must look after the server; Ruhu keeps trying.")},
    {Hold::UpdateNeeded, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Update Ruhu to send"),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server needs a newer version of Ruhu."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Update Ruhu or ask the office to do it.")},
    {Hold::DeviceRevoked, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Laptop blocked — call the office"),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The office blocked this laptop."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Call the office; they can allow it again or take over your work.")},
    {Hold::TlsFailure, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Server not trusted — nothing sent"),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server could not prove who it is, so nothing was sent."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Check the date of this laptop and the network, then tell the office.")},
    {Hold::DiskFull, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Disk full — free some space"),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The disk of this laptop is full."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Free some space; then it goes on by itself.")},
    {Hold::Damaged, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Store damaged — call the office"),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The store on this laptop is damaged."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Do not delete anything and call the office.")},
};

[[nodiscard]] const Row *rowOf(Hold hold)
{
    const auto row = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row &r) { return r.hold == hold; });
    return row == std::end(kRows) ? nullptr : row;
}

/// Only some of the texts say since when.
[[nodiscard]] QString filled(const char *source, const sync::Status &status, WallTime now)
{
    const QString text = Tr::tr(source);
    return text.contains(u"%1"_s) ? text.arg(momentText(status.holdSince.value_or(now), now)) : text;
}

[[nodiscard]] bool isSending(const sync::Status &status)
{
    return status.phase == sync::Phase::Pushing || status.phase == sync::Phase::Blobs;
}

/// Photos of events that are stored already still wait to be sent.
[[nodiscard]] int waitingOf(const sync::Status &status)
{
    return static_cast<int>(std::min<qint64>(status.pendingEvents + status.pendingBlobs, 1'000'000));
}

[[nodiscard]] QString storedText(const sync::Status &status, WallTime now)
{
    return status.lastSuccess ? Tr::tr("All stored %1").arg(momentText(*status.lastSuccess, now))
                              : Tr::tr("Nothing to send");
}

[[nodiscard]] QString amountText(const sync::Status &status)
{
    if (waitingOf(status) == 0)
        return {};
    QStringList parts;
    if (status.pendingEvents > 0)
        parts.push_back(Tr::tr("%n entries", nullptr, static_cast<int>(status.pendingEvents)));
    if (status.pendingBlobs > 0) {
        const QString size = QLocale().formattedDataSize(status.pendingBlobBytes, 1, QLocale::DataSizeSIFormat);
        parts.push_back(
            Tr::tr("%n photos and signatures (%1)", nullptr, static_cast<int>(status.pendingBlobs)).arg(size));
    }
    return Tr::tr("Not on the server yet: %1.").arg(listed(parts));
}

[[nodiscard]] QString nextTryText(const sync::Status &status, WallTime now)
{
    if (!status.nextTry || status.hold == Hold::None)
        return {};
    return *status.nextTry <= now ? Tr::tr("It is being tried again now.")
                                  : Tr::tr("Next try %1.").arg(momentText(*status.nextTry, now));
}

[[nodiscard]] QString refusedText(const sync::Status &status)
{
    if (status.refused == 0)
        return {};
    const QString why = problemText(status.lastProblem);
    return sentences({Tr::tr("The office could not take %n entries; your supervisor decides.", nullptr,
                             static_cast<int>(status.refused)),
                      why});
}

} // namespace

QString syncText(const sync::Status &status, WallTime now)
{
    if (const Row *row = rowOf(status.hold))
        return filled(row->mark, status, now);
    const int waiting = waitingOf(status);
    if (isSending(status))
        return waiting > 0 ? Tr::tr("Sending, %n to go", nullptr, waiting) : Tr::tr("Sending");
    if (status.phase == sync::Phase::Pulling)
        return Tr::tr("Fetching what is new");
    if (status.refused > 0)
        return Tr::tr("Needs you (%n)", nullptr, static_cast<int>(status.refused));
    return waiting > 0 ? Tr::tr("%n waiting", nullptr, waiting) : storedText(status, now);
}

QString syncDetailText(const sync::Status &status, WallTime now)
{
    QStringList parts;
    const Row *row = rowOf(status.hold);
    if (row)
        parts.push_back(filled(row->cause, status, now));
    parts.push_back(amountText(status));
    if (waitingOf(status) > 0 && status.hold != Hold::Damaged)
        parts.push_back(Tr::tr("Your work is safe on this laptop."));
    if (row)
        parts.push_back(Tr::tr(row->next));
    parts.push_back(nextTryText(status, now));
    parts.push_back(refusedText(status));
    if (waitingOf(status) == 0 && status.lastSuccess)
        parts.push_back(Tr::tr("Everything was stored %1.").arg(momentText(*status.lastSuccess, now)));
    else if (waitingOf(status) == 0 && !row && status.refused == 0)
        parts.push_back(Tr::tr("There is nothing to send."));
    return sentences(parts);
}

QString ticketSyncText(const store::TicketRow &row, const sync::Status &status)
{
    if (row.refused > 0) {
        const QString why = problemText(status.lastProblem);
        return why.isEmpty() ? Tr::tr("Refused (ask your supervisor)") : Tr::tr("Refused (%1)").arg(why);
    }
    if (row.returned)
        return Tr::tr("Needs you");
    if (row.pending > 0) {
        if (status.hold != Hold::None)
            return Tr::tr("Kept on this laptop");
        return isSending(status) ? Tr::tr("Sending") : Tr::tr("Waiting");
    }
    return row.state == domain::State::Done ? Tr::tr("Reviewed") : Tr::tr("Stored");
}

} // namespace ruhu::presentation
