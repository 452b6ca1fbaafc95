// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>

#include <QMap>
#include <QSet>
#include <QStringList>

namespace ruhu::ctl {

/// A command line taken apart: words in their order, options by name.
struct Invocation {
    QStringList words;
    QMap<QString, QStringList> values; // "server" → {"https://…"}, in the order given
    QSet<QString> flags; // "json"

    [[nodiscard]] bool has(const QString &flag) const { return flags.contains(flag); }
    /// Last one given; empty when none.
    [[nodiscard]] QString value(const QString &name) const
    {
        return values.value(name).value(values.value(name).size() - 1);
    }
    [[nodiscard]] QString word(qsizetype index) const { return words.value(index); }
};

/// Options may stand anywhere and may be written --name=value; "--" ends them; a lone "-" is a word.
/// InvalidInput names the bad option.
[[nodiscard]] Result<Invocation> parseArguments(const QStringList &arguments);

/// From --password-file (one line end at its end is not part of it) or RUHU_PASSWORD. Never from the command line,
/// which every user of the machine can read. InvalidInput when there is none.
[[nodiscard]] Result<QString> password(const Invocation &invocation);
/// One line of a file, "-" for standard input.
[[nodiscard]] Result<QString> passwordIn(const QString &file);

/// Of a photo as it is given; the session has its own limit.
constexpr qint64 kMaxPhotoFile = 64 * 1024 * 1024;

/// A whole file named on the command line, "-" for standard input. NotFound, TooLarge.
[[nodiscard]] Result<QByteArray> readArgumentFile(const QString &path, qint64 maxBytes);
/// Writes through a temporary file with mode 0600; "-" for standard output is the caller's business.
[[nodiscard]] Result<void> writeResultFile(const QString &path, const QByteArray &bytes);

} // namespace ruhu::ctl
