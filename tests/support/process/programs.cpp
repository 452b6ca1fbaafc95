// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/programs.h>

#include <QElapsedTimer>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

// For a loaded machine with sanitizers; a program that takes longer hangs.
constexpr int kPatienceMs = 120'000;

[[nodiscard]] QString binary(const QString &name)
{
    return QStringLiteral(RUHU_BIN_DIR) + u'/' + name;
}

} // namespace

Json Ended::json() const
{
    auto document = readJson(out, {64 * 1024 * 1024, 32});
    INFO("stdout: " << out.left(2000).toStdString() << "\nstderr: " << err.toStdString());
    REQUIRE(document);
    return std::move(*document);
}

Ctl::Ctl(QStringList prefix, QString password) : m_prefix(std::move(prefix)), m_password(std::move(password)) {}

void Ctl::prepare(QProcess &process, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"RUHU_PASSWORD"_s, m_password);
    process.setProcessEnvironment(environment);
    process.setProgram(binary(u"ruhuctl"_s));
    process.setArguments(m_prefix + arguments);
}

Ended Ctl::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    prepare(process, arguments);
    process.start();
    REQUIRE(process.waitForStarted(kPatienceMs));
    process.write(input);
    process.closeWriteChannel();
    INFO(process.arguments().join(u' ').toStdString());
    REQUIRE(process.waitForFinished(kPatienceMs));
    Ended ended{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    INFO(ended.err.toStdString());
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    // A sanitizer's report is never part of an answer.
    REQUIRE_FALSE(ended.err.contains("Sanitizer"));
    return ended;
}

Json Ctl::operator()(const QStringList &arguments) const
{
    const Ended ended = run(arguments + QStringList{u"--json"_s});
    INFO((m_prefix + arguments).join(u' ').toStdString() << "\nstderr: " << ended.err.toStdString());
    REQUIRE(ended.exitCode == 0);
    return ended.json();
}

std::unique_ptr<QProcess> Ctl::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    prepare(*process, arguments);
    process->start();
    REQUIRE(process->waitForStarted(kPatienceMs));
    return process;
}

ServerProcess::~ServerProcess()
{
    if (m_process)
        kill();
}

void ServerProcess::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const QString listen = u"127.0.0.1:%1"_s.arg(m_port);
    m_process->start(binary(u"ruhu-server"_s), {u"--data"_s, m_data, u"--listen"_s, listen});
    REQUIRE(m_process->waitForStarted(kPatienceMs));
    QElapsedTimer timer;
    timer.start();
    while (!m_process->canReadLine() && timer.elapsed() < kPatienceMs && m_process->state() == QProcess::Running)
        m_process->waitForReadyRead(1000);
    const auto ready = readJson(m_process->readLine().trimmed());
    REQUIRE(ready);
    CHECK(ready->boolean(u"ready"_s) == true);
    m_url = ready->text(u"url"_s).value_or(QString());
    m_port = QUrl(m_url).port();
    REQUIRE(m_port > 0);
}

void ServerProcess::kill()
{
    m_process->kill();
    m_process->waitForFinished(kPatienceMs);
    m_process.reset();
}

int ServerProcess::stop()
{
    m_process->terminate();
    REQUIRE(m_process->waitForFinished(10'000));
    const int code = m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    m_process.reset();
    return code;
}

} // namespace ruhu::test
