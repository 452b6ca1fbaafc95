// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace ruhu::test {

// Personal data that cannot be taken for anything else, and the search for it in everything programs leave.

enum class Kind {
    Personal, // of the customer, or said about the visit
    Hidden, // comes inside a photo and must be taken out
    Secret, // passwords and codes
};

struct Mark {
    Kind kind = Kind::Personal;
    QString text;
};

struct Hit {
    QString file; // below the searched folder
    Mark mark;
};

inline const QString kPhone = QStringLiteral("138 0000 7301");
inline const QString kContactPhone = QStringLiteral("138 0000 7302");
inline const QString kAskerPhone = QStringLiteral("138 0000 7303");
inline const QString kPlaceOfPhoto = QStringLiteral("Quollplace 30.27 N 120.15 E");

/// A text with two marks, Latin letters and Chinese ones; the subject is one of the table in marks.cpp.
[[nodiscard]] QString words(const QString &subject);
/// Those above and both halves of every subject.
[[nodiscard]] std::vector<Mark> knownMarks();

[[nodiscard]] QStringList marksIn(const QByteArray &bytes, const std::vector<Mark> &marks);
/// Every byte of every file below the folder, for marks in UTF-8 and UTF-16, with and without their spaces and hyphens.
[[nodiscard]] std::vector<Hit> search(const QString &folder, const std::vector<Mark> &marks);
/// Files and folders below the folder.
[[nodiscard]] QStringList namesWithMarks(const QString &folder, const std::vector<Mark> &marks);

/// "file: mark" for every mark where the table of places in marks.cpp does not allow it.
[[nodiscard]] QStringList leaks(const std::vector<Hit> &hits);
/// Places of that table with nothing in them: an exception nobody needs any more is to be taken out.
[[nodiscard]] QStringList unusedPlaces(const std::vector<Hit> &hits);
/// What a search that works must have found: the office's database holds every word of the visit.
[[nodiscard]] QStringList missingAtTheOffice(const std::vector<Hit> &hits, const std::vector<Mark> &marks);

} // namespace ruhu::test
