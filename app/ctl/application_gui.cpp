// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application.h"

#include <ruhu/presentation/papers.h>
#include <ruhu/presentation/words.h>
#include <ruhu/report/report.h>

#include <QGuiApplication>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool forPaper)
{
    if (!forPaper)
        return std::make_unique<QCoreApplication>(argc, argv);
    const bool hasDisplay = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!hasDisplay && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

Result<Outcome> makePaper(Run &run)
{
    const QString kind = run.invocation.value(u"kind"_s);
    if (!kind.isEmpty() && kind != "workorder"_L1)
        return Error{ErrorCode::InvalidInput, u"the only paper is workorder"_s, u"--kind"_s};
    const QString language = run.invocation.value(u"language"_s);
    if (!language.isEmpty() && language != "en"_L1 && language != "zh_CN"_L1)
        return Error{ErrorCode::InvalidInput, u"en or zh_CN"_s, u"--language"_s};
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    const auto id = run.session->findTicket(run.invocation.word(0));
    if (!id)
        return id.error();
    const auto page = run.session->page(*id);
    if (!page)
        return page.error();
    presentation::setLanguage(language == "zh_CN"_L1 ? presentation::Language::Chinese
                                                     : presentation::Language::English);
    const auto paper =
        presentation::workOrderPaper(**page, [&](const QByteArray &sha256) { return run.session->localBlob(sha256); });
    if (!paper)
        return paper.error();
    const QString out = run.invocation.value(u"out"_s);
    if (const auto saved = report::savePdf(*paper, out); !saved)
        return saved.error();
    Outcome outcome;
    outcome.json.set(u"ticket"_s, (*page)->row.number).set(u"file"_s, out);
    outcome.lines << u"%1: %2"_s.arg((*page)->row.number, out);
    return outcome;
}

} // namespace ruhu::ctl
