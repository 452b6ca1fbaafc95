// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_tr.h"

#include <ruhu/presentation/words.h>

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::int64_t kTenth = 10;

struct MarkName {
    QLatin1StringView kind;
    const char *text;
};
constexpr MarkName kMarks[] = {
    {"sn"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Serial number")},
    {"mac"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "MAC address")},
    {"loid"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "LOID")},
    {"length"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Length")},
    {"length-marks"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Length marks, first and last")},
    {"port"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Port")},
    {"pair"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Pair number")},
};

/// A bare number of tenths: its unit comes behind it.
[[nodiscard]] domain::Measure metres(const QString &unit = {})
{
    domain::Measure measure;
    measure.unit = unit;
    measure.decimals = 1;
    measure.max = std::numeric_limits<int>::max();
    return measure;
}

} // namespace

QString markName(const QString &kind)
{
    const auto row =
        std::find_if(std::begin(kMarks), std::end(kMarks), [&](const MarkName &m) { return m.kind == kind; });
    return row == std::end(kMarks) ? kind : Tr::tr(row->text);
}

QString marksText(const std::vector<domain::MaterialMark> &marks)
{
    QStringList parts;
    for (const domain::MaterialMark &mark : marks)
        parts.push_back(Tr::tr("%1 %2", "name of a number, the number").arg(markName(mark.kind), mark.text));
    return listed(parts);
}

QString quantityText(std::int64_t quantity, const domain::Material *material)
{
    if (material && !domain::isMeasured(*material))
        return Tr::tr("%n piece(s)", nullptr, static_cast<int>(quantity));
    if (!material)
        return QString::number(quantity);
    return quantity % kTenth == 0 ? u"%1 m"_s.arg(quantity / kTenth) : valueText(quantity, metres(u"m"_s));
}

QString materialText(const domain::MaterialUsed &used, const domain::Catalogue *catalogue)
{
    const domain::Material *material = catalogue ? catalogue->material(used.material) : nullptr;
    QStringList parts{material ? pick(material->title) : used.material, quantityText(used.quantity, material)};
    if (const QString marks = marksText(used.marks); !marks.isEmpty())
        parts.push_back(marks);
    return listed(parts);
}

std::optional<std::int64_t> parseQuantity(const QString &typed, const domain::Material &material)
{
    domain::Measure measure = metres();
    measure.decimals = domain::isMeasured(material) ? 1 : 0;
    return parseValue(typed, measure);
}

} // namespace ruhu::presentation
