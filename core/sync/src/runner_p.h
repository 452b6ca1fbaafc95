// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answers.h"

#include <ruhu/protocol/framing.h>
#include <ruhu/sync/runner.h>

#include <deque>
#include <functional>
#include <set>

namespace ruhu::sync {

/// How long what did not go through is left aside, so that the rest is not held up.
constexpr Millis kAside = std::chrono::minutes(15);

/// A place in the own journal from which everything is sent once more.
struct Position {
    qint64 incarnation = 1;
    qint64 sequence = 1;
};

/// Carries out what the engine decides. Inputs go through a queue, so that a transport that answers inside send(), or a
/// callback that calls back, never re-enters.
struct Runner::Private {
    Private(Runner &runner, store::ClientStore &clientStore, Transport &way, const Clock &time, RandomSource &source);

    // ---- runner.cpp
    void post(Input input);
    void drain();
    /// False when it failed by itself: what was to follow it must not be done.
    [[nodiscard]] bool perform(Effect effect);
    void startRound();
    void fail(const Failed &failed) { post(failed); }
    void fail(const Error &error) { post(failureOf(error)); }
    void announce();
    void ticketsChanged(const std::vector<TicketId> &tickets);
    void tellWhatChanged();
    void retryParked();
    [[nodiscard]] Status statusNow();
    /// Sends with the account's token; an answer for a round that was given up is dropped.
    void send(Request request, std::function<void(const Reply &)> answered);

    // ---- runner_push.cpp
    void askHead();
    void push();
    void rewindAfterGap();
    [[nodiscard]] Result<void> newIncarnationAfterFork();
    [[nodiscard]] Result<void> beginIncarnation();
    [[nodiscard]] bool parkRefused();
    [[nodiscard]] Result<std::vector<store::JournalEntry>> nextRun();
    [[nodiscard]] Result<std::vector<store::JournalEntry>> nextOfRewind();
    void sendRun(const std::vector<store::JournalEntry> &entries);
    void pushAnswered(const std::vector<store::JournalEntry> &sent, const Reply &reply);
    void headAnswered(const Reply &reply);
    [[nodiscard]] Result<void> compareHead(const protocol::DeviceHead &server);
    [[nodiscard]] Result<void> leaveIncarnation(qint64 atLeast);
    [[nodiscard]] Result<void> rewindIfBehind(Position next);
    /// What both kinds of answer tell: feeds, missing blobs, epoch.
    [[nodiscard]] Result<void> noteAnswer(const std::map<QString, std::int64_t> &heads,
                                          const std::vector<QByteArray> &missing, const QString &serverEpoch);
    [[nodiscard]] Result<void> noteEpoch(const QString &serverEpoch);
    [[nodiscard]] Result<void> keepEpoch();

    // ---- runner_blobs.cpp
    void sendBlobs();
    [[nodiscard]] Result<std::vector<store::BlobRow>> blobsToSend();
    [[nodiscard]] std::vector<protocol::Blob> bundle(const std::vector<store::BlobRow> &rows);
    void blobsAnswered(const std::vector<protocol::Blob> &sent, const Reply &reply);
    /// Blobs on this laptop that an entry names and the server has not verified.
    [[nodiscard]] std::vector<store::BlobRow> pendingBlobs();
    /// Reads the journal from `at` on and moves it, until the end or until `take` answers false.
    [[nodiscard]] Result<void> walkJournal(Position &at, const std::function<bool(const store::JournalEntry &)> &take);
    [[nodiscard]] Result<void> readNamedBlobs();
    [[nodiscard]] Result<void> readMentionedBlobs();
    void setBlobAside(const QByteArray &sha256, const QString &problem);
    [[nodiscard]] bool isAside(const QByteArray &sha256);

    // ---- runner_pull.cpp
    /// Where reading a feed goes on: in the feed that is shown, or in the one that is to replace it.
    struct Place {
        QString feed;
        store::Cursor cursor;
        bool replacing = false;
    };
    [[nodiscard]] Result<Place> placeIn(const QString &feed);
    void pull();
    void pageAnswered(const Place &place, const Reply &reply);
    [[nodiscard]] Result<std::vector<TicketId>> keepPage(const Place &place, const protocol::FeedPage &page);
    void startFeedAnew(const protocol::FeedPage &page);

    // ---- runner_documents.cpp
    /// Asks for the next document that a ticket waits for; false when there is none to ask for now.
    [[nodiscard]] Result<bool> fetchDocument();
    void documentAnswered(const QString &hash, const Reply &reply);
    /// What keeps a ticket waiting for its document although the server was asked; empty when nothing does.
    [[nodiscard]] Result<QString> documentProblem();
    [[nodiscard]] bool isDocumentAside(const QString &hash);

    Runner &q;
    store::ClientStore &store;
    Transport &transport;
    const Clock &clock;
    std::optional<Millis> serverOffset;
    RandomSource &random;
    std::optional<Account> account;

    EngineState state;
    std::deque<Input> inputs;
    bool draining = false;
    std::shared_ptr<int> alive = std::make_shared<int>(0);
    int generation = 0; // answers of an older one are dropped
    std::optional<Status> announced;
    Traffic traffic;
    qint64 refused = 0;
    bool refusedKnown = false;

    // What this round has learnt.
    bool answered = false; // head or push answer came
    std::map<QString, std::int64_t> feedHeads;
    std::set<QByteArray> missing;
    QString epoch;
    bool epochChanged = false;
    std::set<QByteArray> triedBlobs;
    QString blobProblem;
    std::set<QString> feedsReset;

    std::optional<Position> rewind;
    Position sentFrom; // first entry of the run under way
    std::optional<qint64> serverHas; // from a gap
    QString refusedWith; // code of the last refused run
    std::set<TicketId> changed; // to be told when the step is over
    qsizetype bundleLimit = protocol::kMaxBundleBytes;

    // Blobs that entries stored at the server name, and that any entry names; read once, then continued.
    std::set<QByteArray> named;
    Position namedUpTo{1, 0};
    std::set<QByteArray> mentioned;
    Position mentionedUpTo{1, 0};
    /// Refused or unreadable ones, tried again after a while or when a person asks.
    struct Aside {
        WallTime until;
        QString problem;
    };
    std::map<QByteArray, Aside> blobsAside;
    std::map<QString, Aside> documentsAside;
};

} // namespace ruhu::sync
