// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/documents.h>

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Puts the values into a part without brackets; `missing` becomes true when one of them is empty.
QString filled(const QString &part, const std::map<QString, QString> &values, bool &missing)
{
    QString text;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const qsizetype end = part[i] == u'{' ? part.indexOf(u'}', i) : -1;
        if (end < 0) {
            text += part[i];
            continue;
        }
        const auto value = values.find(part.mid(i + 1, end - i - 1));
        const bool known = value != values.end() && !value->second.isEmpty();
        missing = missing || !known;
        text += known ? value->second : u"…"_s;
        i = end;
    }
    return text;
}

} // namespace

const std::vector<QString> &placeholderNames()
{
    static const std::vector<QString> names{u"customer"_s, u"technician"_s, u"branch"_s, u"orderedOn"_s,
                                            u"product"_s,  u"time"_s,       u"phone"_s,  u"address"_s};
    return names;
}

QString fillPhrase(const QString &phrase, const std::map<QString, QString> &values)
{
    QString text;
    for (qsizetype from = 0; from < phrase.size();) {
        const bool optional = phrase[from] == u'[';
        const qsizetype found = phrase.indexOf(optional ? u']' : u'[', from);
        const qsizetype end = found < 0 ? phrase.size() : found;
        bool missing = false;
        const QString part =
            filled(phrase.mid(optional ? from + 1 : from, end - from - (optional ? 1 : 0)), values, missing);
        if (!optional || !missing)
            text += part;
        from = optional ? end + 1 : end;
    }
    return text;
}

} // namespace ruhu::domain
