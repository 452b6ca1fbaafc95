// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "problem_source.h"
#include "words_tr.h"

#include <optional>

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;
using sync::Hold;

/// `mark`: beside the sync sign, %1 is since when. `cause` and `next` for the panel.
struct SyncRow {
    Hold hold;
    const char *mark;
    const char *cause;
    const char *next;
};

constexpr SyncRow kSyncRows[] = {
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

/// What is known more exactly than the hold: the words of the problem itself (problem code → messages), beside a mark of its
/// own. A server's problem and this laptop's may have one code; `hold` tells them apart.
struct Exactly {
    QLatin1StringView problem;
    std::optional<Hold> hold;
    const char *mark; // nullptr: the hold's
    const char *cause = nullptr; // nullptr, also below: the problem's
    const char *next = nullptr;
};

constexpr auto kNobody = QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Nobody has to do anything; Ruhu keeps trying.");
constexpr auto kCallOffice = QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Not all can be sent — call the office");
constexpr auto kTellOffice = QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Not all can be sent — tell the office");
constexpr auto kTicketWaits =
    QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "A ticket lacks its service code — tell the office");
constexpr auto kTooLarge = QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "An entry is larger than the server takes.");
constexpr auto kElse =
    QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Tell the office the code. Everything else is sent all the same.");

constexpr Exactly kExactly[] = {
    {"captive-portal"_L1, {}, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Network wants a web sign-in — working on")},
    {"proxy"_L1, {}, nullptr},
    {"timeout"_L1, {}, nullptr},
    {"bad-answer"_L1, {}, nullptr},
    {"unknown-route"_L1, {}, nullptr},
    {"gap"_L1, {}, nullptr},
    {"fork"_L1, {}, kTellOffice},
    {"busy"_L1, Hold::ServerTrouble, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Server busy since %1 — working on"),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server has too much to do at the moment."), kNobody},
    {"use-nonce"_L1, Hold::ServerTrouble, nullptr, nullptr, kNobody},
    {"too-many-tries"_L1, Hold::ServerTrouble, nullptr, nullptr, kNobody},
    {"disk-full"_L1, Hold::ServerTrouble, nullptr,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The disk of the server is full."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The office must make room there; Ruhu keeps trying.")},
    {"wrong-password"_L1,
     {},
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Password not accepted — sign in again"),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server did not accept your password."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Sign in again with a connection. If it is refused once more, ask the office.")},
    {"disabled-user"_L1,
     {},
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Account switched off — call your supervisor")},
    {"chain"_L1, {}, kCallOffice},
    {"bad-request"_L1, {}, kTellOffice},
    {"invalid-input"_L1,
     {},
     kTellOffice,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server could not read what was sent."),
     kElse},
    {"body-too-large"_L1, {}, kTellOffice, kTooLarge, kElse},
    {"too-large"_L1, {}, kTellOffice, kTooLarge, kElse},
    {"blob-refused"_L1, {}, kTellOffice},
    {"blob-too-large"_L1, {}, kTellOffice},
    {"blob-damaged"_L1, {}, kCallOffice},
    {"feed"_L1, {}, kTellOffice},
    {"document-missing"_L1, {}, kTicketWaits},
    {"document-damaged"_L1, {}, kTicketWaits},
    {"document-unreadable"_L1, {}, kTicketWaits},
    {"read-only"_L1, Hold::Damaged,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Store cannot be written — call the office"),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The store on this laptop cannot be written to.")},
    {"internal"_L1, Hold::Damaged, kTellOffice},
};

[[nodiscard]] const SyncRow *rowOf(Hold hold)
{
    const auto row =
        std::find_if(std::begin(kSyncRows), std::end(kSyncRows), [&](const SyncRow &r) { return r.hold == hold; });
    return row == std::end(kSyncRows) ? nullptr : row;
}

/// The words for what is in the way; nothing when nothing is.
[[nodiscard]] std::optional<SyncRow> rowOf(const sync::Status &status)
{
    const SyncRow *general = rowOf(status.hold);
    if (!general)
        return std::nullopt;
    SyncRow row = *general;
    const auto exact = std::find_if(std::begin(kExactly), std::end(kExactly), [&](const Exactly &e) {
        return e.problem == status.lastProblem && e.hold.value_or(status.hold) == status.hold;
    });
    if (exact == std::end(kExactly))
        return row;
    const ProblemSource problem = problemSource(status.lastProblem);
    row.mark = exact->mark ? exact->mark : row.mark;
    row.cause = exact->cause ? exact->cause : problem.what;
    row.next = exact->next ? exact->next : problem.next;
    return row;
}

/// Bytes on this laptop's own disk are in doubt, and nothing else explains the hold.
[[nodiscard]] bool isStoreInDoubt(const sync::Status &status)
{
    const SyncRow *damaged = rowOf(Hold::Damaged);
    const auto row = rowOf(status);
    return status.lastProblem == "blob-damaged"_L1 || (row && row->cause == damaged->cause);
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
    return Tr::tr("The office could not take %n entries; your supervisor decides.", nullptr,
                  static_cast<int>(status.refused));
}

} // namespace

QString syncText(const sync::Status &status, WallTime now)
{
    if (const auto row = rowOf(status))
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
    const auto row = rowOf(status);
    if (row)
        parts.push_back(filled(row->cause, status, now));
    parts.push_back(amountText(status));
    if (waitingOf(status) > 0 && !isStoreInDoubt(status))
        parts.push_back(Tr::tr("Your work is safe on this laptop."));
    if (row)
        parts.push_back(filled(row->next, status, now));
    parts.push_back(nextTryText(status, now));
    parts.push_back(refusedText(status));
    if (waitingOf(status) == 0 && status.lastSuccess)
        parts.push_back(Tr::tr("Everything was stored %1.").arg(momentText(*status.lastSuccess, now)));
    else if (waitingOf(status) == 0 && !row && status.refused == 0)
        parts.push_back(Tr::tr("There is nothing to send."));
    return sentences(parts);
}

QString syncCode(const sync::Status &status)
{
    return status.hold == Hold::None ? QString() : status.lastProblem;
}

QString ticketSyncText(const store::TicketRow &row, const sync::Status &status)
{
    if (row.refused > 0) {
        const QString why = problemText(row.refusedCode);
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
