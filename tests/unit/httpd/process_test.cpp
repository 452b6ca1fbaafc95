// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"
#include "raw_client.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

struct Program {
    explicit Program(const QStringList &arguments)
    {
        process.setProgram(QStringLiteral(RUHU_BIN_DIR) + u"/ruhu-server"_s);
        process.setArguments(arguments);
        process.start();
    }
    ~Program()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }
    /// The ready line, or null when the program ended without one.
    Json ready()
    {
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(20'000))
                return {};
        }
        return readJson(process.readLine().trimmed()).value_or(Json());
    }
    int exitCode()
    {
        REQUIRE(process.waitForFinished(20'000));
        REQUIRE(process.exitStatus() == QProcess::NormalExit);
        return process.exitCode();
    }
    QProcess process;
};

} // namespace

TEST_CASE("ruhu-server says when it is ready, serves, and ends well at SIGTERM", "[httpd][process]")
{
    OfficeFixture f;
    Program program({u"--data"_s, f.dir.path(), u"--listen"_s, u"127.0.0.1:0"_s, u"--insecure-http"_s});
    const Json ready = program.ready();
    REQUIRE(ready.boolean(u"ready") == true);
    CHECK(ready.text(u"caFile") == f.dir.path(u"ca.pem"_s));
    CHECK_FALSE(ready.text(u"version").value_or(QString()).isEmpty());
    const QUrl url(ready.text(u"url").value_or(QString()));
    CHECK(url.scheme() == u"http"_s);

    RawClient client(static_cast<quint16>(url.port()));
    client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(client.answer().status == 200);
    QElapsedTimer timer;
    timer.start();
    program.process.terminate();
    CHECK(program.exitCode() == 0);
    CHECK(timer.elapsed() < 5000);
    CHECK(client.isClosed());
    const QByteArray log = program.process.readAllStandardError();
    CHECK(log.contains("GET /healthz"));
    CHECK_FALSE(log.contains("ANNA"));
}

TEST_CASE("ruhu-server uses TLS unless told otherwise", "[httpd][process]")
{
    OfficeFixture f;
    Program program({u"--data"_s, f.dir.path(), u"--listen"_s, u"127.0.0.1:0"_s});
    CHECK(program.ready().text(u"url").value_or(QString()).startsWith(u"https://127.0.0.1:"_s));
    program.process.terminate();
    CHECK(program.exitCode() == 0);
}

TEST_CASE("ruhu-server refuses what it cannot do and says so in one line", "[httpd][process]")
{
    OfficeFixture f;
    const TempDir empty;
    const std::pair<QStringList, int> cases[] = {
        {{}, 2},
        {{u"--data"_s, f.dir.path(), u"--db"_s, u"postgresql://localhost/ruhu"_s}, 2},
        {{u"--data"_s, f.dir.path(), u"--listen"_s, u"nonsense"_s}, 2},
        {{u"--data"_s, empty.path()}, 1},
        {{u"--data"_s, f.dir.path(), u"--listen"_s, u"0.0.0.0:0"_s, u"--insecure-http"_s}, 1},
    };
    for (const auto &[arguments, status] : cases) {
        INFO(arguments.join(u' ').toStdString());
        Program program(arguments);
        CHECK(program.exitCode() == status);
        CHECK(program.process.readAllStandardOutput() == "");
        CHECK(program.process.readAllStandardError().contains("ruhu-server: "));
    }
}
