// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/json.h>
#include <ruhu/base/logging.h>
#include <ruhu/base/process.h>
#include <ruhu/httpd/server.h>
#include <ruhu/service/office.h>
#include <ruhu/service/request_proofs.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>

#include <malloc.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;

namespace {

constexpr int kExitUsage = 2;
constexpr QLatin1StringView kSqlite = "sqlite:"_L1;

int g_signalPipe[2] = {-1, -1};

// Only async-signal-safe calls here: one byte wakes the event loop.
void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(g_signalPipe[1], &byte, 1);
}

bool quitOnSignals(QCoreApplication &app)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, g_signalPipe) != 0)
        return false;
    auto *notifier = new QSocketNotifier(g_signalPipe[0], QSocketNotifier::Read, &app);
    QObject::connect(notifier, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    return ::sigaction(SIGTERM, &action, nullptr) == 0 && ::sigaction(SIGINT, &action, nullptr) == 0;
}

int complain(const QString &text, int status)
{
    std::fprintf(stderr, "ruhu-server: %s\n", text.toUtf8().constData());
    return status;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"The Ruhu server: sync, accounts and devices of one office"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data"_s, u"Folder made by \"ruhuctl server --data DIR init\"."_s, u"DIR"_s},
        {u"listen"_s, u"Address and port; port 0 is any free one."_s, u"ADDR:PORT"_s, u"127.0.0.1:8443"_s},
        {u"db"_s, u"sqlite:FILE; the default is DIR/server.db."_s, u"URL"_s},
        {u"tls-cert"_s, u"Certificate chain, PEM; the default is DIR/server.pem."_s, u"FILE"_s},
        {u"tls-key"_s, u"Key of the certificate, PEM."_s, u"FILE"_s},
        {u"insecure-http"_s, u"No TLS; refused on any address but loopback."_s},
    });
}

/// "[::1]:8443", "127.0.0.1:0"; false for anything else.
bool parseListen(const QString &text, httpd::ListenOptions &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool numeric = false;
    const ushort port = text.mid(colon + 1).toUShort(&numeric);
    if (colon <= 0 || !numeric)
        return false;
    options.address = text.left(colon);
    if (options.address.startsWith(u'[') && options.address.endsWith(u']'))
        options.address = options.address.mid(1, options.address.size() - 2);
    options.port = port;
    return true;
}

void announce(const httpd::ListenOptions &options, quint16 port, const QString &caFile)
{
    const bool secure = !options.certificateFile.isEmpty();
    const QString host = options.address.contains(u':') ? u"[%1]"_s.arg(options.address) : options.address;
    Json line;
    line.set(u"ready"_s, true);
    line.set(u"url"_s, u"%1://%2:%3"_s.arg(secure ? u"https"_s : u"http"_s, host).arg(port));
    line.set(u"caFile"_s, caFile);
    line.set(u"version"_s, QStringLiteral(RUHU_VERSION));
    std::printf("%s\n", writeJson(line).constData());
    std::fflush(stdout);
}

template<typename T>
std::shared_ptr<const T> builtIn(const QString &path, Result<T> (*read)(const QByteArray &))
{
    QFile file(path);
    auto document = file.open(QIODevice::ReadOnly) ? read(file.readAll())
                                                   : Result<T>(Error{ErrorCode::Internal, u"not built in"_s, path});
    // A mistake of the programmer, met by every start.
    if (!document)
        qFatal("%s: %s %s", qUtf8Printable(path), qUtf8Printable(document.error().subject),
               qUtf8Printable(document.error().detail));
    return std::make_shared<const T>(*std::move(document));
}

/// What a visit may open at the office, and who may do what. Service codes are needed to open tickets, which is not done
/// over the wire.
domain::CatalogueShelf officeShelf()
{
    domain::CatalogueShelf shelf;
    shelf.setOfficeCases(builtIn(u":/ruhu/office/office-cases.json"_s, domain::readOfficeCatalogue));
    shelf.setRoles(builtIn(u":/ruhu/office/roles.json"_s, domain::readRoles));
    return shelf;
}

} // namespace

int main(int argc, char *argv[])
{
    protectProcess();
    // Large bodies come and go; without this, glibc raises the size from which it gives memory back to that of the largest.
    ::mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"ruhu-server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(RUHU_VERSION));
    logToStderr();
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
    const QString data = parser.value(u"data"_s);
    if (data.isEmpty())
        return complain(u"--data DIR is missing"_s, kExitUsage);
    const QString database = parser.value(u"db"_s);
    if (!database.isEmpty() && !database.startsWith(kSqlite))
        return complain(u"--db takes sqlite:FILE; other databases are not supported by this version"_s, kExitUsage);

    httpd::ListenOptions options;
    if (!parseListen(parser.value(u"listen"_s), options))
        return complain(u"--listen takes ADDR:PORT"_s, kExitUsage);
    const QDir folder(data);
    if (!parser.isSet(u"insecure-http"_s)) {
        options.certificateFile =
            parser.isSet(u"tls-cert"_s) ? parser.value(u"tls-cert"_s) : folder.filePath(u"server.pem"_s);
        options.keyFile =
            parser.isSet(u"tls-key"_s) ? parser.value(u"tls-key"_s) : folder.filePath(u"server-key.pem"_s);
    }
    if (!quitOnSignals(app))
        return complain(u"cannot watch for signals"_s, 1);

    static const SystemClock clock;
    static SystemRandom random;
    static const domain::CatalogueShelf shelf = officeShelf();
    const auto makeOffice = [data, file = database.mid(kSqlite.size()),
                             proofs = std::make_shared<service::RequestProofs>(clock)] {
        auto office = service::Office::open(data, shelf, clock, random, file);
        if (office)
            (*office)->setRequestProofs(proofs);
        return office;
    };
    // Opened once here, so that a wrong folder is said at once and not by the first request.
    if (const auto office = makeOffice(); !office)
        return complain(u"%1 (%2): %3"_s.arg(office.error().detail, data, codeName(office.error().code)), 1);
    auto server = httpd::Server::start(options, makeOffice);
    if (!server)
        return complain(u"%1: %2"_s.arg(server.error().detail, codeName(server.error().code)), 1);
    announce(options, (*server)->port(), folder.absoluteFilePath(u"ca.pem"_s));
    const int status = QCoreApplication::exec();
    server->reset();
    return status;
}
