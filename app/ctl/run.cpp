// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"

#include <ruhu/net/http_transport.h>
#include <ruhu/presentation/papers.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimer>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {
namespace {

using TransportResult = Result<std::unique_ptr<sync::Transport>>;

[[nodiscard]] TransportResult makeTransport(const QUrl &server, const QString &caFile)
{
    auto transport = net::HttpTransport::create(server, caFile);
    if (!transport)
        return transport.error();
    return std::unique_ptr<sync::Transport>(std::move(*transport));
}

} // namespace

int exitCodeFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotAllowed:
    case ErrorCode::NotSignedIn:
        return NotSignedInOrAllowed;
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::ServerFailure:
    case ErrorCode::ProtocolMismatch:
    case ErrorCode::TlsFailure:
        return Network;
    case ErrorCode::Damaged:
    case ErrorCode::SchemaTooNew:
        return DamagedData;
    case ErrorCode::NotFound:
    case ErrorCode::InvalidInput:
    case ErrorCode::TooLarge:
        return Usage;
    case ErrorCode::Conflict:
    case ErrorCode::Busy:
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        return Refused;
    }
    return Refused;
}

World::World()
    : ids(clock, random),
      environment{clock,
                  random,
                  ids,
                  presentation::builtInShelf(),
                  makeTransport,
                  crypto::KdfCost(),
                  QCoreApplication::applicationVersion(),
                  false}
{}

Result<void> Run::openSession()
{
    auto opened = presentation::FieldSession::open(invocation.value(u"store"_s), world.environment);
    if (!opened)
        return opened.error();
    session = std::move(*opened);
    return {};
}

Result<void> Run::openEnrolled()
{
    const Error nobody{ErrorCode::NotSignedIn, u"nobody is enrolled in this folder"_s, invocation.value(u"store"_s)};
    // A mistyped folder is not made.
    if (!QFileInfo(nobody.subject).isDir())
        return nobody;
    if (auto opened = openSession(); !opened)
        return opened;
    return session->state() == presentation::SessionState::NotEnrolled ? Result<void>(nobody) : Result<void>();
}

Result<void> Run::unlock()
{
    if (auto opened = openEnrolled(); !opened)
        return opened;
    const auto secret = password(invocation);
    return secret ? session->unlock(*secret) : Result<void>(secret.error());
}

Result<void> Run::openOffice()
{
    if (office)
        return {};
    auto opened =
        service::Office::open(invocation.value(u"data"_s), presentation::builtInShelf(), world.clock, world.random);
    if (!opened)
        return opened.error();
    office = std::move(*opened);
    const struct passwd *caller = ::getpwuid(::getuid());
    office->setActor(u"console:"_s + (caller ? QString::fromLocal8Bit(caller->pw_name) : QString::number(::getuid())));
    return {};
}

Result<TicketId> Run::findAtOffice(const QString &text)
{
    if (const auto opened = openOffice(); !opened)
        return opened.error();
    if (const auto id = TicketId::fromString(text))
        return *id;
    return office->ticketByNumber(text);
}

void Run::finish(Result<Outcome> outcome)
{
    if (m_result)
        return;
    m_result = std::move(outcome);
    QTimer::singleShot(0, QCoreApplication::instance(), &QCoreApplication::quit);
}

Outcome outcomeOf(const store::CheckReport &report)
{
    Outcome outcome;
    outcome.json.set(u"ok"_s, report.firstBad.isEmpty())
        .set(u"entriesChecked"_s, std::int64_t{report.entriesChecked})
        .set(u"signaturesChecked"_s, std::int64_t{report.signaturesChecked})
        .set(u"inboxChecked"_s, std::int64_t{report.inboxChecked})
        .set(u"blobsChecked"_s, std::int64_t{report.blobsChecked})
        .set(u"database"_s, report.database)
        .set(u"firstBad"_s, report.firstBad)
        .set(u"reason"_s, report.reason);
    outcome.lines << u"own entries %1, signatures %2, received %3, photos and strokes %4, database %5"_s
                         .arg(report.entriesChecked)
                         .arg(report.signaturesChecked)
                         .arg(report.inboxChecked)
                         .arg(report.blobsChecked)
                         .arg(report.database);
    if (!report.firstBad.isEmpty()) {
        outcome.exitCode = DamagedData;
        outcome.problem = u"%1: %2"_s.arg(report.firstBad, report.reason);
    }
    return outcome;
}

} // namespace ruhu::ctl
