// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/password_rules.h>

#include <zxcvbn.h>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::crypto {
namespace {

// What is left to guess after known passwords, words, names, repeats, rows of keys and dates. At a tenth of a second for
// each guess, which is what the cost of unlocking makes it, 2^40 of them take three thousand years of one core.
constexpr double kLeastBits = 40;
constexpr qsizetype kShortestWord = 3; // shorter ones are in every sentence

// Words a guesser tries first here and the library does not know: the product, the trade, operators and their numbers, and
// what Chinese passwords are made of most.
constexpr const char *kLocalWords[] = {
    "ruhu",     "ruhu-app",  "kuandai",  "anzhuang",   "weixiu",       "zhuangji", "dianxin",  "liantong",
    "yidong",   "guangqian", "10000",    "10010",      "10086",        "woaini",   "woaiwo",   "5201314",
    "1314520",  "1314",      "520",      "mima",       "wodemima",     "nihao",    "zhongguo", "beijing",
    "aini1314", "a123456",   "qq123456", "woaini1314", "iloveyou1314",
};

Error refusedBecause(const QString &subject, const QString &detail)
{
    return Error{ErrorCode::InvalidInput, detail, subject};
}

/// The context in the words it is made of, as the library takes them: small letters.
std::vector<QByteArray> contextWords(const QStringList &context)
{
    std::vector<QByteArray> words;
    const auto add = [&words](const QString &text) {
        if (text.size() >= kShortestWord)
            words.push_back(text.toLower().toUtf8());
    };
    for (const QString &text : context) {
        const QString plain = text.normalized(QString::NormalizationForm_KC);
        QString word;
        for (const QChar c : plain) {
            if (c.isLetterOrNumber()) {
                word += c;
                continue;
            }
            add(word);
            word.clear();
        }
        add(word);
    }
    return words;
}

double bitsToGuess(const QByteArray &password, const QStringList &context)
{
    const std::vector<QByteArray> words = contextWords(context);
    std::vector<const char *> known(std::begin(kLocalWords), std::end(kLocalWords));
    for (const QByteArray &word : words)
        known.push_back(word.constData());
    known.push_back(nullptr);
    return ZxcvbnMatch(password.constData(), known.data(), nullptr);
}

} // namespace

Result<void> checkNewPassword(const QString &password, const QStringList &context)
{
    const QString plain = password.normalized(QString::NormalizationForm_KC);
    const qsizetype length = plain.toUcs4().size();
    if (length < kMinPasswordChars)
        return refusedBecause(u"password-short"_s, u"a password has at least %1 characters"_s.arg(kMinPasswordChars));
    if (length > kMaxPasswordChars)
        return refusedBecause(u"password-long"_s, u"a password has at most %1 characters"_s.arg(kMaxPasswordChars));
    if (bitsToGuess(plain.toUtf8(), context) < kLeastBits)
        return refusedBecause(u"password-known"_s, u"a password that is among the first to be guessed"_s);
    return {};
}

} // namespace ruhu::crypto
