// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/httpd/server.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace ruhu::httpd {

/// Threads with an Office each and one bounded queue in front of them. submit() from any thread.
class WorkerPool {
public:
    using Job = std::function<void(service::Office &)>;

    ~WorkerPool() { stop(); }

    /// Returns when every worker has opened its Office, or the first failure.
    [[nodiscard]] Result<void> start(int workers, int queueLimit, const Server::MakeOffice &makeOffice);
    /// False when the queue is full or the pool stops.
    [[nodiscard]] bool submit(Job job);
    [[nodiscard]] bool isFull();
    /// Running jobs finish, waiting ones are dropped; joins.
    void stop();

private:
    void run(const Server::MakeOffice &makeOffice);
    void work(service::Office &office);

    std::mutex m_mutex; // guards everything below but the threads
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    std::size_t m_limit = 0;
    int m_opened = 0;
    std::optional<Error> m_failure;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace ruhu::httpd
