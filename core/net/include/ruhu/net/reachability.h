// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkInformation>
#include <QObject>

namespace ruhu::net {

/// What the system says about the network, as a hint to try earlier; requests alone tell the truth. Silent where the system
/// says nothing. Thread: the application's.
class Reachability final : public QObject {
    Q_OBJECT

public:
    Reachability();
    /// A local network may hold the office's server; what is not known is worth a try.
    [[nodiscard]] static bool isWorthATry(QNetworkInformation::Reachability said);

Q_SIGNALS:
    void changed(bool reachable);
};

} // namespace ruhu::net
