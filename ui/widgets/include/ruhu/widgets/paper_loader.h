// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/domain/paper.h>
#include <ruhu/presentation/field_client.h>

#include <QHash>
#include <QObject>
#include <QSet>

namespace ruhu::widgets {

/// Gathers the photos and strokes a work order needs, then words it. Deletes itself after its one signal.
class PaperLoader final : public QObject {
    Q_OBJECT

public:
    /// `client` must outlive the loader.
    PaperLoader(presentation::FieldClient &client, std::shared_ptr<const presentation::TicketPage> page,
                QObject *parent);
    void start();

Q_SIGNALS:
    void ready(ruhu::domain::Paper paper);
    void failed(ruhu::Error error);

private:
    void take(const QByteArray &sha256, const QByteArray &bytes, const std::optional<Error> &error);
    void finish();

    presentation::FieldClient &m_client;
    std::shared_ptr<const presentation::TicketPage> m_page;
    QSet<QByteArray> m_awaited;
    QHash<QByteArray, QByteArray> m_bytes;
};

/// Loads the work order and opens it over the window of `owner`; `failed` gets what went wrong instead.
void openPaper(presentation::FieldClient &client, std::shared_ptr<const presentation::TicketPage> page, QWidget *owner,
               std::function<void(const Error &)> failed);

} // namespace ruhu::widgets
