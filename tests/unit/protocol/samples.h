// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/protocol/messages.h>

namespace ruhu::test {

// One well-formed message of every kind, with every optional part filled.
[[nodiscard]] QByteArray hashOf(int number);
[[nodiscard]] protocol::PushRun samplePushRun();
[[nodiscard]] protocol::PushReply samplePushReply();
[[nodiscard]] protocol::HeadReply sampleHeadReply();
[[nodiscard]] protocol::FeedPage sampleFeedPage();
[[nodiscard]] std::vector<protocol::Blob> sampleBlobs();
[[nodiscard]] protocol::BlobReply sampleBlobReply();
[[nodiscard]] protocol::EnrolRequest sampleEnrolRequest();
[[nodiscard]] protocol::EnrolReply sampleEnrolReply();
[[nodiscard]] protocol::LoginRequest sampleLoginRequest();
[[nodiscard]] protocol::PasswordRequest samplePasswordRequest();
[[nodiscard]] protocol::LoginReply sampleLoginReply();
[[nodiscard]] protocol::ResetRequest sampleResetRequest();
[[nodiscard]] protocol::ResetReply sampleResetReply();
[[nodiscard]] protocol::WipeOrder sampleWipeOrder();
[[nodiscard]] protocol::OwnSessions sampleOwnSessions();
[[nodiscard]] protocol::AccessEntries sampleAccessEntries();
[[nodiscard]] protocol::Problem sampleProblem();

} // namespace ruhu::test
