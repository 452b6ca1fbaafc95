// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/json.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/crypto/signing.h>
#include <ruhu/domain/codec.h>
#include <ruhu/presentation/papers.h>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

constexpr qsizetype kMaxLineBytes = 2 * 1024 * 1024;

/// One line as it stands in the file; nothing here is trusted yet.
struct Line {
    QString journal;
    qint64 sequence = 0;
    qint64 incarnation = 1;
    QByteArray hash;
    QByteArray previousHash;
    QByteArray signature;
    qint64 signedFrom = 0;
    QByteArray publicKey;
    DeviceId device;
    QByteArray body;
    Json json;
};

/// Where one journal stands after the lines read so far.
struct Progress {
    std::size_t index = 0; // in ExportCheck::journals
    qint64 sequence = 0;
    qint64 signedThrough = 0;
    QByteArray hash = crypto::chainStart();
    QByteArray publicKey;
    DeviceId device;
};

[[nodiscard]] std::optional<QByteArray> bytesOf(const Json &json, QStringView name, qsizetype size, bool mayBeEmpty)
{
    const auto text = json.text(name);
    if (!text)
        return std::nullopt;
    const QByteArray bytes = QByteArray::fromHex(text->toLatin1());
    if (bytes.isEmpty() && text->isEmpty() && mayBeEmpty)
        return bytes;
    // fromHex() skips what is no digit, so the length of the text counts as well.
    if (bytes.size() != size || text->size() != size * 2)
        return std::nullopt;
    return bytes;
}

[[nodiscard]] std::optional<Line> readLine(const QByteArray &bytes)
{
    auto json = readJson(bytes, {kMaxLineBytes, 16});
    if (!json)
        return std::nullopt;
    const auto journal = json->text(u"journal");
    const auto sequence = json->integer(u"sequence");
    const auto incarnation = json->integer(u"incarnation");
    const auto signedFrom = json->integer(u"signedFrom");
    const auto device = json->text(u"device");
    const auto body = json->text(u"body");
    const auto hash = bytesOf(*json, u"hash", crypto::kDigestBytes, false);
    const auto previous = bytesOf(*json, u"previousHash", crypto::kDigestBytes, false);
    const auto signature = bytesOf(*json, u"signature", crypto::kSignatureBytes, true);
    const auto publicKey = bytesOf(*json, u"publicKey", crypto::kPublicKeyBytes, true);
    if (!journal || !sequence || !incarnation || !signedFrom || !device || !body || !hash || !previous || !signature
        || !publicKey)
        return std::nullopt;
    const auto deviceId = *device == "server"_L1 ? DeviceId() : DeviceId::fromString(*device);
    if (!deviceId)
        return std::nullopt;
    return Line{*journal,    *sequence,  *incarnation, *hash,          *previous,       *signature,
                *signedFrom, *publicKey, *deviceId,    body->toUtf8(), std::move(*json)};
}

/// The line as it would be written from what was read. Every column but revision, verdict and the time of receipt, which
/// are the server's word, is bound to the signed body this way.
[[nodiscard]] Json expectedLine(const Line &line)
{
    ExportEntry entry;
    entry.journal = line.journal;
    entry.sequence = line.sequence;
    entry.hash = line.hash;
    entry.previousHash = line.previousHash;
    entry.signature = line.signature;
    entry.signedFrom = line.signedFrom;
    entry.publicKey = line.publicKey;
    entry.device = line.device;
    entry.incarnation = line.incarnation;
    entry.verdict = line.json.text(u"verdict").value_or(QString());
    if (const auto revision = line.json.integer(u"revision"))
        entry.revision = *revision;
    const Json *times = line.json.find(u"times");
    if (const auto received = times ? times->integer(u"received") : std::nullopt)
        entry.receivedAt = wallTimeFromMs(*received);
    entry.body = line.body;
    return exportJson(entry);
}

/// Name of the first column that says something else than the signed body; further columns are allowed.
[[nodiscard]] QString columnProblem(const Line &line)
{
    const Json expected = expectedLine(line);
    for (const auto &[name, value] : expected.object()) {
        const Json *given = line.json.find(name);
        if (!given || *given != value)
            return name;
    }
    return {};
}

[[nodiscard]] QString chainProblem(const Line &line, const Progress &progress)
{
    const bool isFeed = line.journal.startsWith("feed:"_L1);
    if (line.sequence != progress.sequence + 1)
        return u"an entry is missing or out of place before this one"_s;
    if (line.previousHash != progress.hash)
        return u"does not follow from the entry before it"_s;
    const QByteArray expected = isFeed ? crypto::feedNext(line.previousHash, crypto::blake2b(line.body))
                                       : crypto::chainNext(line.previousHash, line.body);
    if (line.hash != expected)
        return u"the content does not match its hash"_s;
    if (line.signature.isEmpty() && line.signedFrom != 0)
        return u"names a signed run but carries no signature"_s;
    if (isFeed)
        return {};
    const QString name = "device:"_L1 + (line.device.isNull() ? u"server"_s : line.device.toString()) + u'/'
                         + QString::number(line.incarnation);
    if (line.journal != name)
        return u"is filed under another device"_s;
    if (progress.sequence > 0 && line.publicKey != progress.publicKey)
        return u"names another key than the entry before it"_s;
    return {};
}

class Checker {
public:
    [[nodiscard]] bool take(const QByteArray &bytes)
    {
        ++m_number;
        const auto line = readLine(bytes);
        if (!line)
            return bad(u"line %1"_s.arg(m_number), u"is not an entry of a journal"_s);
        const QString place = u"line %1 (%2, entry %3)"_s.arg(m_number).arg(line->journal).arg(line->sequence);
        Progress &progress = progressOf(*line);
        if (const QString problem = chainProblem(*line, progress); !problem.isEmpty())
            return bad(place, problem);
        const auto event = domain::decodeEvent(line->body);
        if (!event)
            return bad(place, u"the content is not an event"_s);
        if (const QString column = columnProblem(*line); !column.isEmpty())
            return bad(place, u"column %1 differs from the signed content"_s.arg(column));
        if (!line->signature.isEmpty() && !signatureHolds(*line, progress))
            return bad(place, u"the signature does not hold"_s);
        advance(*line, *event, progress);
        return true;
    }

    /// Every device journal ends in a signature, or its tail could have been written by anybody.
    [[nodiscard]] ExportCheck finish()
    {
        for (const auto &[name, progress] : m_progress) {
            if (m_check.firstBad.isEmpty() && name.startsWith("device:"_L1)
                && progress.signedThrough != progress.sequence)
                static_cast<void>(
                    bad(u"%1, entry %2"_s.arg(name).arg(progress.sequence), u"the last entries are not signed"_s));
        }
        return std::move(m_check);
    }

private:
    [[nodiscard]] bool bad(const QString &place, const QString &reason)
    {
        m_check.firstBad = place;
        m_check.reason = reason;
        return false;
    }

    [[nodiscard]] Progress &progressOf(const Line &line)
    {
        const auto [at, isNew] = m_progress.try_emplace(line.journal);
        if (isNew) {
            at->second.index = m_check.journals.size();
            at->second.publicKey = line.publicKey;
            m_check.journals.push_back({line.journal, QString::fromLatin1(line.publicKey.toHex()), 0, 0, {}, {}});
        }
        return at->second;
    }

    [[nodiscard]] bool signatureHolds(const Line &line, const Progress &progress)
    {
        const qint64 first = line.signedFrom > 0 ? line.signedFrom : progress.signedThrough + 1;
        // A run that begins later would leave entries in between that nobody signed.
        if (first > progress.signedThrough + 1)
            return false;
        const QByteArray message =
            crypto::runMessage(line.device.toBytes(), line.incarnation, first, line.sequence, line.hash);
        return crypto::verify(message, line.signature, line.publicKey);
    }

    void advance(const Line &line, const domain::Event &event, Progress &progress)
    {
        ExportCheck::Journal &journal = m_check.journals[progress.index];
        progress.sequence = line.sequence;
        progress.hash = line.hash;
        if (!line.signature.isEmpty()) {
            progress.signedThrough = line.sequence;
            journal.signedThrough = line.sequence;
            ++m_check.signatures;
        }
        if (journal.entries == 0)
            journal.firstWall = event.meta.wall;
        journal.lastWall = event.meta.wall;
        ++journal.entries;
        ++m_check.entries;
    }

    ExportCheck m_check;
    std::map<QString, Progress> m_progress;
    qint64 m_number = 0;
};

} // namespace

Result<ExportCheck> verifyExport(const QByteArray &lines)
{
    if (!lines.startsWith('{'))
        return Error{ErrorCode::InvalidInput, u"not an exported journal"_s, {}};
    Checker checker;
    for (qsizetype at = 0; at < lines.size();) {
        const qsizetype end = lines.indexOf('\n', at);
        const qsizetype stop = end < 0 ? lines.size() : end;
        if (!checker.take(lines.mid(at, stop - at)))
            break;
        at = stop + 1;
    }
    return checker.finish();
}

} // namespace ruhu::presentation
