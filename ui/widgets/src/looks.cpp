// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/looks.h>

#include <ruhu/presentation/words.h>
#include <ruhu/widgets/banner.h>

namespace ruhu::widgets {

Role verdictRole(domain::Verdict verdict)
{
    switch (verdict) {
    case domain::Verdict::Pass:
        return Role::Ok;
    case domain::Verdict::Warn:
        return Role::Warn;
    case domain::Verdict::Fail:
        return Role::Fail;
    case domain::Verdict::NoLimit:
        break;
    }
    return Role::TextMuted;
}

void showOn(Banner &banner, Severity severity, const Error &error)
{
    const presentation::Message message = presentation::messageFor(error);
    banner.setMessage(severity, presentation::oneLine(message), message.code);
    banner.show();
}

} // namespace ruhu::widgets
