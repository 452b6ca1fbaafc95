// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report_outcome.h"

#include <ruhu/presentation/words.h>

#include <QTextStream>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {
namespace {

void print(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

[[nodiscard]] QByteArray document(Json json)
{
    if (json.isNull())
        json = Json(Json::Object());
    return writeJsonPretty(json) + '\n';
}

/// The sentence, what it is about, and the code last.
[[nodiscard]] QString inWords(const Error &error)
{
    const presentation::Message message = presentation::messageFor(error);
    QStringList parts;
    for (const QString &part : {message.what, message.safe, message.next}) {
        if (!part.isEmpty())
            parts << part;
    }
    QString about = error.detail;
    if (!error.subject.isEmpty())
        about = error.subject + ": "_L1 + error.detail;
    if (!about.isEmpty())
        parts << u'(' + about + u')';
    return parts.join(u' ') + " ["_L1 + codeName(error.code) + u']';
}

[[nodiscard]] Json errorDocument(const QString &code, const QString &subject, const QString &message)
{
    Json error;
    error.set(u"code"_s, code).set(u"subject"_s, subject).set(u"message"_s, message);
    Json json;
    json.set(u"error"_s, std::move(error));
    return json;
}

} // namespace

int report(const Result<Outcome> &result, bool asJson)
{
    if (!result) {
        const Error &error = result.error();
        if (asJson)
            print(stdout, document(errorDocument(codeName(error.code), error.subject, error.detail)));
        print(stderr, ("ruhuctl: "_L1 + inWords(error) + u'\n').toUtf8());
        return exitCodeFor(error);
    }
    if (asJson)
        print(stdout, document(result->json));
    else
        for (const QString &line : result->lines)
            print(stdout, (line + u'\n').toUtf8());
    if (!result->problem.isEmpty())
        print(stderr, ("ruhuctl: "_L1 + result->problem + u'\n').toUtf8());
    return result->exitCode;
}

int reportUsage(const QString &problem, const QString &hint, bool asJson)
{
    if (asJson)
        print(stdout, document(errorDocument(u"usage"_s, {}, problem)));
    print(stderr, ("ruhuctl: "_L1 + problem + " [usage]\n"_L1 + hint + u'\n').toUtf8());
    return Usage;
}

} // namespace ruhu::ctl
