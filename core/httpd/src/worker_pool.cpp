// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "worker_pool.h"

namespace ruhu::httpd {

Result<void> WorkerPool::start(int workers, int queueLimit, const Server::MakeOffice &makeOffice)
{
    m_limit = static_cast<std::size_t>(queueLimit);
    for (int i = 0; i < workers; ++i)
        m_threads.emplace_back([this, makeOffice] { run(makeOffice); });
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_failure || m_opened == workers; });
        if (!m_failure)
            return {};
    }
    stop();
    return *m_failure;
}

bool WorkerPool::submit(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_jobs.size() >= m_limit)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
    return true;
}

bool WorkerPool::isFull()
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.size() >= m_limit;
}

void WorkerPool::stop()
{
    std::deque<Job> dropped; // destroyed outside of the lock
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        dropped.swap(m_jobs);
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
    m_threads.clear();
}

void WorkerPool::run(const Server::MakeOffice &makeOffice)
{
    auto office = makeOffice();
    {
        const std::lock_guard lock(m_mutex);
        if (office)
            ++m_opened;
        else if (!m_failure)
            m_failure = office.error();
    }
    m_changed.notify_all();
    if (office)
        work(**office);
}

void WorkerPool::work(service::Office &office)
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return m_stopping || !m_jobs.empty(); });
            if (m_stopping)
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(office);
    }
}

} // namespace ruhu::httpd
