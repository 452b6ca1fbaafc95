// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/supervisor/supervisor_window.h>

#include "desk_page.h"

#include <QCoreApplication>

namespace ruhu::supervisor {
namespace {

constexpr QSize kDesignedFor(1440, 900);

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ruhu::supervisor::SupervisorWindow)
};

} // namespace

std::unique_ptr<widgets::SessionWindow> makeSupervisorWindow(presentation::FieldClient &client, const Clock &clock,
                                                             const widgets::StartOptions &options)
{
    widgets::SessionWindow::Setup setup;
    setup.title = [] { return Words::tr("Ruhu Supervisor"); };
    setup.makePage = [&client, &clock](const presentation::Profile &profile) {
        return new DeskPage(client, clock, profile);
    };
    setup.server = options.server;
    setup.caFile = options.caFile;
    setup.login = options.login;
    setup.fixedLanguage = options.fixedLanguage;
    auto window = std::make_unique<widgets::SessionWindow>(client, std::move(setup));
    window->resize(kDesignedFor);
    return window;
}

} // namespace ruhu::supervisor
