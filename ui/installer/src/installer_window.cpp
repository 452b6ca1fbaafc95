// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/installer/installer_window.h>

#include "work_page.h"

#include <QCoreApplication>

namespace ruhu::installer {
namespace {

struct WindowWords {
    Q_DECLARE_TR_FUNCTIONS(ruhu::installer::InstallerWindow)
};

} // namespace

std::unique_ptr<widgets::SessionWindow> makeInstallerWindow(presentation::FieldClient &client, const Clock &clock,
                                                            const widgets::StartOptions &options)
{
    widgets::SessionWindow::Setup setup;
    setup.title = [] { return WindowWords::tr("Ruhu Installer"); };
    setup.makePage = [&client, &clock](const presentation::Profile &profile) {
        return new WorkPage(client, clock, profile);
    };
    setup.server = options.server;
    setup.caFile = options.caFile;
    setup.login = options.login;
    setup.fixedLanguage = options.fixedLanguage;
    return std::make_unique<widgets::SessionWindow>(client, std::move(setup));
}

} // namespace ruhu::installer
