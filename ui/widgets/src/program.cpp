// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/program.h>

#include <ruhu/base/logging.h>
#include <ruhu/base/process.h>
#include <ruhu/net/http_transport.h>
#include <ruhu/net/reachability.h>
#include <ruhu/presentation/papers.h>
#include <ruhu/presentation/words.h>
#include <ruhu/widgets/prompts.h>
#include <ruhu/widgets/theme.h>
#include <ruhu/widgets/ui_script.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QStandardPaths>

#include <cstdio>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kExitUsage = 2;

struct Options {
    QString store; // folder of the person's store
    StartOptions start;
    QString language; // "en", "zh_CN" or empty: like the system
    QString theme; // "light", "dark", "contrast" or empty: like the system
    QString script; // file with UiScript steps
    QString scriptOutput; // folder for its pictures
    QString scriptPhoto; // the picture a script attaches
    bool stay = false; // the window stays open after the script
};

/// Everything a session needs, kept alive together on the worker thread.
struct World {
    explicit World(const QString &version)
        : environment{clock, random, ids, presentation::builtInShelf(), &World::makeTransport, {}, version}
    {}

    static Result<std::unique_ptr<sync::Transport>> makeTransport(const QUrl &server, const QString &caFile)
    {
        auto transport = net::HttpTransport::create(server, caFile);
        if (!transport)
            return transport.error();
        return std::unique_ptr<sync::Transport>(std::move(*transport));
    }

    SystemClock clock;
    SystemRandom random;
    UuidV7Source ids{clock, random};
    presentation::Environment environment;
};

void complain(const QString &text)
{
    std::fprintf(stderr, "%s\n", text.toUtf8().constData());
}

void addOptions(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"store"_s, u"Folder of the person's store."_s, u"DIR"_s},
        {u"server"_s, u"Server address for the set-up form."_s, u"URL"_s},
        {u"ca"_s, u"Certificate file of the office for the set-up form."_s, u"FILE"_s},
        {u"user"_s, u"Sign-in name for the set-up form."_s, u"NAME"_s},
        {u"language"_s, u"en or zh_CN."_s, u"LANGUAGE"_s},
        {u"theme"_s, u"light, dark or contrast."_s, u"THEME"_s},
        {u"script"_s, u"Work the window by the steps in FILE, then exit."_s, u"FILE"_s},
        {u"script-output"_s, u"Folder for the pictures of a script."_s, u"DIR"_s},
        {u"script-photo"_s, u"The picture a script attaches."_s, u"FILE"_s},
        {u"stay"_s, u"Keep the window open after the script."_s},
    });
}

Options readOptions(const QCommandLineParser &parser, const QString &program)
{
    Options options;
    options.store = parser.value(u"store"_s);
    if (options.store.isEmpty()) {
        const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
        options.store = QDir(base).filePath(program);
    }
    options.start.server = parser.value(u"server"_s);
    options.start.caFile = parser.value(u"ca"_s);
    options.start.login = parser.value(u"user"_s);
    options.language = parser.value(u"language"_s);
    options.start.fixedLanguage = !options.language.isEmpty();
    options.theme = parser.value(u"theme"_s);
    options.script = parser.value(u"script"_s);
    options.scriptOutput = parser.value(u"script-output"_s);
    options.scriptPhoto = parser.value(u"script-photo"_s);
    options.stay = parser.isSet(u"stay"_s);
    return options;
}

/// Before the first window; command line first, else the system's.
void applyLook(const Options &options)
{
    const QString language = options.language.isEmpty() ? QLocale::system().name() : options.language;
    presentation::setLanguage(language.startsWith(u"zh"_s) ? presentation::Language::Chinese
                                                           : presentation::Language::English);
    Theme::apply(*qApp, themeNamed(options.theme).value_or(ThemeKind::System));
}

void runScriptIfAny(const Options &options)
{
    if (options.script.isEmpty())
        return;
    QFile file(options.script);
    const QJsonDocument steps =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    if (!steps.isArray()) {
        complain(u"The script %1 cannot be read or is no JSON array of steps."_s.arg(options.script));
        QMetaObject::invokeMethod(
            qApp, [] { QCoreApplication::exit(kExitUsage); }, Qt::QueuedConnection);
        return;
    }
    static ScriptedPrompts answers;
    answers.photo = options.scriptPhoto;
    answers.text = u"Noted by script"_s;
    answers.pdf = QDir(options.scriptOutput).filePath(u"work-order.pdf"_s);
    answers.print = QDir(options.scriptOutput).filePath(u"printed.pdf"_s);
    setPrompts(&answers);
    auto *script = new UiScript(steps.array(), options.scriptOutput, qApp);
    QObject::connect(script, &UiScript::finished, qApp, [stay = options.stay](const QString &problem) {
        if (!problem.isEmpty())
            complain(u"Script stopped at "_s + problem);
        setPrompts(nullptr);
        if (!stay)
            QCoreApplication::exit(problem.isEmpty() ? 0 : 1);
    });
    script->start();
}

} // namespace

int runProgram(int argc, char *argv[], const Program &program)
{
    protectProcess();
    QApplication app(argc, argv);
    QApplication::setApplicationName(program.name);
    QApplication::setApplicationVersion(program.version);
    QApplication::setDesktopFileName(program.name);
    logToStderr();

    QCommandLineParser parser;
    parser.setApplicationDescription(program.description);
    addOptions(parser);
    parser.process(app);
    const Options options = readOptions(parser, program.name);
    applyLook(options);

    const SystemClock clock;
    presentation::FieldClient client(options.store, [version = program.version] {
        auto world = std::make_shared<World>(version);
        return std::shared_ptr<const presentation::Environment>(world, &world->environment);
    });
    const net::Reachability reachability;
    QObject::connect(&reachability, &net::Reachability::changed, &client,
                     &presentation::FieldClient::setNetworkReachable);
    const std::unique_ptr<SessionWindow> window = program.makeWindow(client, clock, options.start);
    window->show();
    runScriptIfAny(options);
    return QApplication::exec();
}

} // namespace ruhu::widgets
