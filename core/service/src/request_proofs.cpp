// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/service/request_proofs.h>

#include <ruhu/crypto/digest.h>
#include <ruhu/crypto/sealing.h>

namespace ruhu::service {
namespace {

constexpr Millis kSlot = std::chrono::minutes(5);
constexpr qsizetype kNonceBytes = 16;
constexpr qsizetype kNameBytes = 16; // of a proof that was taken
constexpr std::size_t kMostTaken = 500'000; // in one slot; 50 MB at the very most

} // namespace

RequestProofs::RequestProofs(const Clock &clock) : m_clock(clock), m_key(crypto::newDataKey()) {}

std::int64_t RequestProofs::slot() const
{
    // Not the wall clock: setting it must neither bring a nonce back nor end one.
    return m_clock.monotonic() / kSlot;
}

QByteArray RequestProofs::nonceOf(std::int64_t slot) const
{
    // Keyed by the subkey's derivation: nobody else can name the nonce of a time to come.
    const QByteArray bytes = crypto::subkey(m_key, static_cast<std::uint64_t>(slot)).bytes().left(kNonceBytes);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray RequestProofs::nonce() const
{
    return nonceOf(slot());
}

bool RequestProofs::isGood(const QByteArray &nonce) const
{
    const std::int64_t now = slot();
    const bool isNow = crypto::equalConstantTime(nonce, nonceOf(now));
    const bool isBefore = now > 0 && crypto::equalConstantTime(nonce, nonceOf(now - 1));
    return isNow || isBefore;
}

RequestProofs::Taken RequestProofs::take(const QByteArray &message)
{
    const QByteArray name = crypto::blake2b(message).left(kNameBytes);
    const std::int64_t now = slot();
    const std::lock_guard lock(m_mutex);
    if (now != m_slot) {
        m_takenBefore = now == m_slot + 1 ? std::move(m_taken) : std::set<QByteArray>();
        m_taken.clear();
        m_slot = now;
    }
    if (m_taken.contains(name) || m_takenBefore.contains(name))
        return Taken::SeenBefore;
    if (m_taken.size() >= kMostTaken)
        return Taken::TooMany;
    m_taken.insert(name);
    return Taken::Yes;
}

} // namespace ruhu::service
