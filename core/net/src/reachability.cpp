// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/net/reachability.h>

#include <ruhu/base/logging.h>

namespace ruhu::net {

Reachability::Reachability()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        qCInfo(lcSync) << "the system does not tell about its network";
        return;
    }
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability said) { Q_EMIT changed(isWorthATry(said)); });
}

bool Reachability::isWorthATry(QNetworkInformation::Reachability said)
{
    return said != QNetworkInformation::Reachability::Disconnected;
}

} // namespace ruhu::net
