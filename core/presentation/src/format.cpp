// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_tr.h"

#include <QDateTime>

#include <limits>

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kNoonHour = 12;
constexpr std::int64_t kHourMinutes = 60;
constexpr std::int64_t kDayMinutes = 24 * 60;
constexpr auto kHalfDay = std::chrono::hours(3); // the shortest window that is half a day (D15-12)
constexpr int kMostDigits = 17; // always fits a scaled integer

[[nodiscard]] bool isChinese()
{
    return currentLanguage() == Language::Chinese;
}

/// Dates look the same whatever the machine's own settings are.
[[nodiscard]] QString formatted(WallTime time, const QString &english, const QString &chinese)
{
    const QLocale locale = isChinese() ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::C);
    return locale.toString(localTime(time), isChinese() ? chinese : english);
}

/// Money is read and written like a meter with two places.
[[nodiscard]] domain::Measure yuan()
{
    domain::Measure measure;
    measure.decimals = 2;
    return measure;
}

/// Digits of a scaled integer without its sign; works for the smallest integer too.
[[nodiscard]] QString scaledDigits(std::int64_t scaled, int decimals)
{
    QString digits = QString::number(scaled);
    if (digits.startsWith(u'-'))
        digits.remove(0, 1);
    return decimals > 0 ? digits.rightJustified(decimals + 1, u'0') : digits;
}

[[nodiscard]] bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

[[nodiscard]] QString upper(std::int64_t value, const domain::Measure &measure)
{
    return Tr::tr("≤ %1").arg(valueText(value, measure));
}
[[nodiscard]] QString lower(std::int64_t value, const domain::Measure &measure)
{
    return Tr::tr("≥ %1").arg(valueText(value, measure));
}

[[nodiscard]] QString rangeText(std::optional<std::int64_t> low, std::optional<std::int64_t> high,
                                const domain::Measure &measure)
{
    if (low && high) {
        domain::Measure bare = measure;
        bare.unit.clear();
        return Tr::tr("%1 to %2", "lowest, highest value").arg(valueText(*low, bare), valueText(*high, measure));
    }
    if (low)
        return lower(*low, measure);
    return high ? upper(*high, measure) : QString();
}

/// `day` is the start without its time, `start` with it.
[[nodiscard]] QString windowWords(const domain::Window &window, domain::Area area, const QString &day,
                                  const QString &start)
{
    if (window.end <= window.start)
        return start;
    if (area == domain::Area::Rural && window.end - window.start >= kHalfDay) {
        const bool morning = localTime(window.start).time().hour() < kNoonHour;
        return (morning ? Tr::tr("%1, morning") : Tr::tr("%1, afternoon")).arg(day);
    }
    return Tr::tr("%1–%2", "from, until").arg(start, momentText(window.end, window.start));
}

} // namespace

QDateTime localTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time));
}

QString valueText(std::int64_t scaled, const domain::Measure &measure)
{
    QString text = scaledDigits(scaled, measure.decimals);
    if (measure.decimals > 0)
        text.insert(text.size() - measure.decimals, u'.');
    if (scaled < 0)
        text.prepend(u'-');
    return measure.unit.isEmpty() ? text : QString(text + u' ' + measure.unit);
}

QString readingText(std::int64_t value, const domain::Measure *measure)
{
    return measure ? valueText(value, *measure) : QString::number(value);
}

std::optional<std::int64_t> parseValue(const QString &typed, const domain::Measure &measure)
{
    QString text = typed.trimmed();
    text.replace(u',', u'.');
    const bool negative = text.startsWith(u'-');
    if (negative)
        text.remove(0, 1);
    const qsizetype point = text.indexOf(u'.');
    QString whole = point < 0 ? text : text.left(point);
    QString fraction = point < 0 ? QString() : text.mid(point + 1);
    if (!isDigits(whole) || (point >= 0 && !isDigits(fraction)) || fraction.size() > measure.decimals)
        return std::nullopt;
    const QString digits = whole + fraction.leftJustified(measure.decimals, u'0');
    if (digits.size() > kMostDigits)
        return std::nullopt;
    const qint64 value = digits.toLongLong();
    return negative ? -value : value;
}

QString yuanText(std::int64_t fen)
{
    return u"¥"_s + valueText(fen, yuan());
}

std::optional<std::int64_t> parseYuan(const QString &typed)
{
    QString number = typed.trimmed();
    if (number.startsWith(u'¥') || number.startsWith(u'￥'))
        number.remove(0, 1);
    return parseValue(number, yuan());
}

QString limitsText(const domain::Measure &measure, const domain::Limits &limits)
{
    QString must = rangeText(limits.failLow, limits.failHigh, measure);
    if (!must.isEmpty())
        return must;
    const QString should = rangeText(limits.warnLow, limits.warnHigh, measure);
    return should.isEmpty() ? Tr::tr("no limit") : Tr::tr("should be %1").arg(should);
}

QString dayTimeText(WallTime time)
{
    return formatted(time, u"ddd d MMM HH:mm"_s, u"M'月'd'日' ddd HH:mm"_s);
}

QString fullDateTimeText(WallTime time)
{
    return formatted(time, u"ddd d MMM yyyy HH:mm"_s, u"yyyy'年'M'月'd'日' ddd HH:mm"_s);
}

QString dateText(WallTime time)
{
    return formatted(time, u"ddd d MMM"_s, u"M'月'd'日' ddd"_s);
}

QString shortDateText(WallTime time)
{
    return formatted(time, u"d MMM"_s, u"M'月'd'日'"_s);
}

QString timeText(WallTime time)
{
    return formatted(time, u"HH:mm"_s, u"HH:mm"_s);
}

QString momentText(WallTime time, WallTime now)
{
    return localTime(time).date() == localTime(now).date() ? timeText(time) : dayTimeText(time);
}

QString windowText(const domain::Window &window, domain::Area area)
{
    return windowWords(window, area, dateText(window.start), dayTimeText(window.start));
}

QString fullWindowText(const domain::Window &window, domain::Area area)
{
    const QString day = formatted(window.start, u"ddd d MMM yyyy"_s, u"yyyy'年'M'月'd'日' ddd"_s);
    return windowWords(window, area, day, fullDateTimeText(window.start));
}

QString durationText(std::int64_t minutes)
{
    if (minutes < kHourMinutes)
        return Tr::tr("%1 min").arg(minutes);
    if (minutes < kDayMinutes)
        return Tr::tr("%1 h %2 min").arg(minutes / kHourMinutes).arg(minutes % kHourMinutes, 2, 10, QChar(u'0'));
    return Tr::tr("%n days", nullptr, static_cast<int>(std::min<std::int64_t>(minutes / kDayMinutes, 100'000)));
}

QString relativeText(WallTime time, WallTime now)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time - now).count();
    if (minutes == 0)
        return Tr::tr("now");
    return minutes > 0 ? Tr::tr("in %1").arg(durationText(minutes)) : Tr::tr("%1 ago").arg(durationText(-minutes));
}

QString maskedPhone(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    if (phone.trimmed().startsWith(u'+') && digits.startsWith(u"86"_s))
        digits.remove(0, 2);
    constexpr int shownAtEnd = 4;
    constexpr int shownAtStart = 3;
    if (digits.size() < shownAtStart + shownAtEnd + 1)
        return digits.isEmpty() ? QString() : u"••••"_s;
    return digits.left(shownAtStart) + u" •••• "_s + digits.right(shownAtEnd);
}

} // namespace ruhu::presentation
