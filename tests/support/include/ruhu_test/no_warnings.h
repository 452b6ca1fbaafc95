// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ruhu::test {

/// Fails the running test when anything logs a warning or worse while this object lives. Known noise of
/// the offscreen platform is let through. Use as a fixture (TEST_CASE_METHOD) or as a local variable on
/// the test's thread; messages may come from any thread. One at a time.
class NoWarnings {
public:
    NoWarnings();
    ~NoWarnings();
    NoWarnings(const NoWarnings &) = delete;
    NoWarnings &operator=(const NoWarnings &) = delete;

    /// Messages with this text in them are part of what the test provokes.
    void allow(const QString &part);

    /// What was logged and not allowed so far; taking it makes the destructor content.
    [[nodiscard]] QStringList take();
};

} // namespace ruhu::test
