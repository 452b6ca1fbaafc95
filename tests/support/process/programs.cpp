// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/programs.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QUrl>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

// For a loaded machine with sanitizers; a program that takes longer hangs.
constexpr int kPatienceMs = 120'000;

// Every folder a program may ask its environment for, and its name below the surroundings.
constexpr std::pair<QLatin1StringView, QLatin1StringView> kFolders[] = {
    {"HOME"_L1, "home"_L1},          {"XDG_CONFIG_HOME"_L1, "config"_L1}, {"XDG_CACHE_HOME"_L1, "cache"_L1},
    {"XDG_DATA_HOME"_L1, "data"_L1}, {"XDG_STATE_HOME"_L1, "state"_L1},   {"XDG_RUNTIME_DIR"_L1, "runtime"_L1},
    {"TMPDIR"_L1, "tmp"_L1},
};

[[nodiscard]] QString binary(const QString &name)
{
    return QStringLiteral(RUHU_BIN_DIR) + u'/' + name;
}

[[nodiscard]] QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Runs in the child before its program: nothing but system calls.
void allowCoreFile()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_CORE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_CORE, &limit);
}

} // namespace

Surroundings::Surroundings()
{
    for (const auto &[variable, name] : kFolders) {
        const QString folder = temp.path(name);
        REQUIRE(QDir().mkpath(folder));
        REQUIRE(
            QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    }
    REQUIRE(QDir().mkpath(temp.path(u"work"_s)));
    REQUIRE(QDir().mkpath(temp.path(u"log"_s)));
}

QString Surroundings::house(QProcess &process, const QString &program)
{
    QProcessEnvironment environment = process.processEnvironment();
    if (environment.isEmpty())
        environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[variable, name] : kFolders)
        environment.insert(variable, temp.path(name));
    // A sanitizer would forbid core files by itself, and nobody would see that the program does not.
    for (const QString &options : {u"ASAN_OPTIONS"_s, u"TSAN_OPTIONS"_s})
        environment.insert(options, environment.value(options) + u":disable_coredump=0"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(temp.path(u"work"_s));
    process.setChildProcessModifier(allowCoreFile);
    QString log = temp.path(u"log/%1-%2.txt"_s.arg(program).arg(++m_processes));
    process.setStandardErrorFile(log);
    return log;
}

Json Ended::json() const
{
    auto document = readJson(out, {64 * 1024 * 1024, 32});
    INFO("stdout: " << out.left(2000).toStdString() << "\nstderr: " << err.toStdString());
    REQUIRE(document);
    return std::move(*document);
}

Ctl::Ctl(QStringList prefix, QString password, Surroundings *surroundings)
    : m_prefix(std::move(prefix)), m_password(std::move(password)), m_surroundings(surroundings)
{}

QString Ctl::prepare(QProcess &process, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"RUHU_PASSWORD"_s, m_password);
    process.setProcessEnvironment(environment);
    QStringList line = m_launcher + QStringList{binary(u"ruhuctl"_s)} + m_prefix + arguments;
    process.setProgram(line.takeFirst());
    process.setArguments(line);
    return m_surroundings ? m_surroundings->house(process, u"ruhuctl"_s) : QString();
}

Ended Ctl::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    const QString log = prepare(process, arguments);
    process.start();
    REQUIRE(process.waitForStarted(kPatienceMs));
    process.write(input);
    process.closeWriteChannel();
    INFO(process.arguments().join(u' ').toStdString());
    REQUIRE(process.waitForFinished(kPatienceMs));
    Ended ended{process.exitCode(), process.readAllStandardOutput(),
                log.isEmpty() ? process.readAllStandardError() : contentsOf(log)};
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

Ctl Ctl::through(QStringList launcher) const
{
    Ctl other = *this;
    other.m_launcher = std::move(launcher);
    return other;
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
    if (m_surroundings)
        m_surroundings->house(*m_process, u"ruhu-server"_s);
    else
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
