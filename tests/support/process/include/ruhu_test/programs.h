// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/temp_dir.h>

#include <QProcess>
#include <QStringList>

#include <memory>

namespace ruhu::test {

/// What a program left when it ended.
struct Ended {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    /// The one document on stdout, or the test fails.
    [[nodiscard]] Json json() const;
};

/// Home, settings, caches, temporary files and working folder of programs, all below one folder, so that whatever they
/// leave can be searched. What a process says on stderr is kept there in a file of its own.
class Surroundings {
public:
    Surroundings();

    /// The process will live here; should it crash, its core file is welcome, too. Answers the file of its stderr.
    QString house(QProcess &process, const QString &program);

    TempDir temp;

private:
    int m_processes = 0;
};

/// Calls ruhuctl as a script would: a process of its own, the password in the environment.
class Ctl {
public:
    /// Without surroundings the program sees those of the test; they must outlive it otherwise.
    explicit Ctl(QStringList prefix, QString password = QStringLiteral("Blue-Ladder-2719"),
                 Surroundings *surroundings = nullptr);

    /// Whatever it answers.
    [[nodiscard]] Ended run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Must succeed; its document.
    Json operator()(const QStringList &arguments) const; // NOLINT(modernize-use-nodiscard)
    /// The same calls, carried out by another program that is given ruhuctl and its arguments behind its own.
    [[nodiscard]] Ctl through(QStringList launcher) const;
    /// Under way, to be killed.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;

private:
    /// Answers the file of its stderr, if it is kept in one.
    QString prepare(QProcess &process, const QStringList &arguments) const; // NOLINT(modernize-use-nodiscard)

    QStringList m_launcher; // nothing: ruhuctl is started itself
    QStringList m_prefix; // "laptop --store DIR"
    QString m_password;
    Surroundings *m_surroundings;
};

/// ruhu-server on a data folder. A second start uses the port of the first, as a restarted service does.
class ServerProcess {
public:
    explicit ServerProcess(QString data, Surroundings *surroundings = nullptr)
        : m_data(std::move(data)), m_surroundings(surroundings)
    {}
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    /// Ready to serve when it returns.
    void start();
    /// As by a power cut.
    void kill();
    /// Orderly; answers the exit status.
    [[nodiscard]] int stop();
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] QString caFile() const { return m_data + QStringLiteral("/ca.pem"); }

private:
    QString m_data;
    Surroundings *m_surroundings;
    QString m_url;
    int m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

} // namespace ruhu::test
