// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/store/blob_files.h>
#include <ruhu/store/client_store.h>
#include <ruhu/store/database.h>

#include <optional>

namespace ruhu::store {

struct Finding {
    QString subject; // "journal 1/17"
    QString reason; // English, for logs
};

struct CheckContext {
    Database &database;
    const crypto::Sealer &sealer;
    DeviceId device;
    QByteArray publicKey;
};

// Each counts what it looked at in the report and answers the first thing that is wrong, nothing when all is well.
// An Error is a check that could not be made.
[[nodiscard]] Result<std::optional<Finding>> checkJournal(const CheckContext &context, CheckReport &report);
[[nodiscard]] Result<std::optional<Finding>> checkSignatures(const CheckContext &context, CheckReport &report);
[[nodiscard]] Result<std::optional<Finding>> checkInbox(const CheckContext &context, CheckReport &report);
[[nodiscard]] Result<std::optional<Finding>> checkBlobs(const CheckContext &context, const BlobFiles &files,
                                                        CheckReport &report);
[[nodiscard]] Result<std::optional<Finding>> checkDocuments(const CheckContext &context);

} // namespace ruhu::store
