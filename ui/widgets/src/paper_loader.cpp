// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/paper_loader.h>

#include <ruhu/presentation/papers.h>
#include <ruhu/widgets/paper_view.h>

namespace ruhu::widgets {

PaperLoader::PaperLoader(presentation::FieldClient &client, std::shared_ptr<const presentation::TicketPage> page,
                         QObject *parent)
    : QObject(parent), m_client(client), m_page(std::move(page))
{
    connect(&m_client, &presentation::FieldClient::blobLoaded, this, &PaperLoader::take);
}

void PaperLoader::start()
{
    for (const domain::PhotoFact &photo : m_page->ticket.photos)
        m_awaited.insert(photo.photo.sha256);
    for (const auto &[role, signature] : m_page->ticket.signatures)
        m_awaited.insert(signature.signature.strokes);
    if (m_awaited.isEmpty()) {
        finish();
        return;
    }
    const QSet<QByteArray> wanted = m_awaited;
    for (const QByteArray &sha256 : wanted)
        m_client.loadBlob(sha256);
}

void PaperLoader::take(const QByteArray &sha256, const QByteArray &bytes, const std::optional<Error> &error)
{
    if (!m_awaited.remove(sha256))
        return;
    if (error) {
        disconnect(&m_client, nullptr, this, nullptr);
        Q_EMIT failed(*error);
        deleteLater();
        return;
    }
    m_bytes.insert(sha256, bytes);
    if (m_awaited.isEmpty())
        finish();
}

void PaperLoader::finish()
{
    disconnect(&m_client, nullptr, this, nullptr);
    const auto paper = presentation::workOrderPaper(*m_page, [this](const QByteArray &sha256) -> Result<QByteArray> {
        const auto it = m_bytes.constFind(sha256);
        if (it == m_bytes.constEnd())
            return Error{ErrorCode::NotFound, QStringLiteral("blob not gathered"), QString::fromLatin1(sha256.toHex())};
        return *it;
    });
    if (paper)
        Q_EMIT ready(*paper);
    else
        Q_EMIT failed(paper.error());
    deleteLater();
}

void openPaper(presentation::FieldClient &client, std::shared_ptr<const presentation::TicketPage> page, QWidget *owner,
               std::function<void(const Error &)> failed)
{
    auto *loader = new PaperLoader(client, std::move(page), owner);
    QObject::connect(loader, &PaperLoader::failed, owner, std::move(failed));
    QObject::connect(loader, &PaperLoader::ready, owner, [owner](const domain::Paper &paper) {
        auto *view = new PaperView(paper, owner->window());
        view->setAttribute(Qt::WA_DeleteOnClose);
        view->open();
    });
    loader->start();
}

} // namespace ruhu::widgets
