// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu_test/catch_qt.h>

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

/// Calls ruhuctl as a script would: a process of its own, the password in the environment.
class Ctl {
public:
    explicit Ctl(QStringList prefix, QString password = QStringLiteral("Blue-Ladder-27"));

    /// Whatever it answers.
    [[nodiscard]] Ended run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Must succeed; its document.
    Json operator()(const QStringList &arguments) const; // NOLINT(modernize-use-nodiscard)
    /// Under way, to be killed.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;

private:
    void prepare(QProcess &process, const QStringList &arguments) const;

    QStringList m_prefix; // "laptop --store DIR"
    QString m_password;
};

/// ruhu-server on a data folder. A second start uses the port of the first, as a restarted service does.
class ServerProcess {
public:
    explicit ServerProcess(QString data) : m_data(std::move(data)) {}
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
    QString m_url;
    int m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

} // namespace ruhu::test
