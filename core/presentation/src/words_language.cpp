// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_tr.h"

#include <QLibraryInfo>
#include <QTranslator>

#include <atomic>

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;

std::atomic<Language> g_language = Language::English;

/// Both translators belong to the application and go with it.
void install(const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(u"ruhu-words"_s);
    if (!translator->load(name, folder) || !QCoreApplication::installTranslator(translator))
        delete translator;
}

} // namespace

Language currentLanguage()
{
    return g_language.load();
}

QString languageName(Language language)
{
    return language == Language::Chinese ? u"zh_CN"_s : u"en"_s;
}

std::optional<Language> languageNamed(const QString &name)
{
    for (const Language language : {Language::English, Language::Chinese}) {
        if (languageName(language) == name)
            return language;
    }
    return std::nullopt;
}

void setLanguage(Language language)
{
    QCoreApplication *application = QCoreApplication::instance();
    Q_ASSERT(application);
    // Deleting a translator takes it out of the application.
    qDeleteAll(application->findChildren<QTranslator *>(u"ruhu-words"_s, Qt::FindDirectChildrenOnly));
    const bool chinese = language == Language::Chinese;
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
    g_language = language;
    if (chinese)
        install(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(chinese ? u"ruhu_zh_CN"_s : u"ruhu_en"_s, u":/i18n"_s);
}

QString pick(const domain::Text &text)
{
    const bool chinese = currentLanguage() == Language::Chinese;
    const QString &wanted = chinese ? text.zh : text.en;
    return wanted.isEmpty() ? (chinese ? text.en : text.zh) : wanted;
}

} // namespace ruhu::presentation
