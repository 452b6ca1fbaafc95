// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace ruhu::domain {

/// One point of a signature; pad units 0…10000 in both directions, time in ms since the first point,
/// pressure 0…1000.
struct StrokePoint {
    std::int64_t x = 0, y = 0, t = 0, pressure = 0;
    bool operator==(const StrokePoint &) const = default;
};
using Stroke = std::vector<StrokePoint>;

/// A finished paper before layout: words are in place, nothing of the ticket's model is left.
/// Presentation fills it, report draws it.
struct PaperRow {
    QString label;
    QString value;
    QString mark; // "", "pass", "warn", "fail", "open"
    QString remark; // muted, below the value
};
struct PaperSection {
    QString title;
    std::vector<PaperRow> rows;
};
struct PaperPhoto {
    QByteArray bytes; // JPEG or PNG
    QString caption;
};
struct PaperSignature {
    QString title; // "Customer"
    QString name;
    QString when;
    QString remark; // e.g. that facts changed after it was given
    std::vector<Stroke> strokes;
};
struct Paper {
    QString company;
    QString title; // "Work order"
    QString number;
    QString hotline;
    std::vector<PaperSection> sections;
    QString photosTitle;
    std::vector<PaperPhoto> photos;
    QString signaturesTitle;
    std::vector<PaperSignature> signatures;
    QString footer; // content hash line
    QString pageOf; // "Page %1 of %2"
    QString language; // "en" or "zh_CN"
};

/// Stroke document as stored in the blob store: {"v":1,"strokes":[[[x,y,t,p],…],…]}.
[[nodiscard]] QByteArray encodeStrokes(const std::vector<Stroke> &strokes);
/// Strict; at most 200 strokes and 20,000 points. Fails with InvalidInput.
[[nodiscard]] Result<std::vector<Stroke>> decodeStrokes(const QByteArray &document);

} // namespace ruhu::domain
