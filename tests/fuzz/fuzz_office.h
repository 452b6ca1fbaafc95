// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz.h"

#include <ruhu/crypto/signing.h>
#include <ruhu/service/office.h>
#include <ruhu/service/request_proofs.h>

#include <QTemporaryDir>

#include <optional>
#include <string>

namespace ruhu::fuzz {

/// An office's folder with one technician and one laptop, which is signed in. Thread: the program's first; the offices it
/// opens belong to whoever asked.
class FuzzOffice {
public:
    FuzzOffice();

    [[nodiscard]] std::unique_ptr<service::Office> open();
    /// An input cannot know a token or sign a request: "@token@" is replaced by the laptop's token, and "@proof@" by its
    /// proof of the request that the mark stands in.
    [[nodiscard]] std::string withMarks(std::string text);

private:
    void signIn(service::Office &office, const QString &login, const QString &password);
    [[nodiscard]] std::string proofFor(std::string_view before);

    QTemporaryDir m_folder;
    ManualClock m_clock;
    SystemRandom m_random;
    domain::CatalogueShelf m_shelf;
    std::shared_ptr<service::RequestProofs> m_proofs;
    std::optional<crypto::SigningKey> m_key;
    QString m_token;
    qint64 m_proofCount = 0;
};

} // namespace ruhu::fuzz
