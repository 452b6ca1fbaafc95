// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/forms.h>
#include <ruhu/presentation/field_session.h>

namespace ruhu::presentation {

/// A picture as it may be kept: JPEG or PNG, ≤ 12 MB, with EXIF and other metadata removed.
struct CleanPhoto {
    QByteArray bytes;
    QString mime;
    int width = 0;
    int height = 0;
};
/// InvalidInput: not a JPEG or PNG, or broken; TooLarge.
[[nodiscard]] Result<CleanPhoto> cleanPhoto(const QByteArray &bytes);

/// The work order in words, ready for layout. `blobOf` gives the clear bytes of photos and strokes; a missing one is an error
/// that names it, never a blank.
[[nodiscard]] Result<domain::Paper> workOrderPaper(
    const TicketPage &page, const std::function<Result<QByteArray>(const QByteArray &sha256)> &blobOf);

/// What the customer reads before signing: all of workOrderContent() in words but the rating, the charge first. Empty when
/// the ticket's checklist is not known here.
struct CustomerPaper {
    struct Photo {
        QByteArray sha256;
        QString caption;
    };
    std::vector<domain::PaperSection> sections;
    std::vector<Photo> photos;
};
[[nodiscard]] CustomerPaper customerPaper(const TicketPage &page);

/// The service code on a card to carry along: what every visit asks for, what never happens, what to say (D15-115).
[[nodiscard]] domain::Paper serviceCodePaper(const domain::Catalogue &catalogue);

/// Catalogues that are built into the program.
[[nodiscard]] const domain::CatalogueShelf &builtInShelf();
/// What the papers FM1 … FM16 show (domain/forms.h).
[[nodiscard]] const domain::FormCatalogue &builtInForms();

/// One entry as it leaves a store, with all that is needed to check it elsewhere.
struct ExportEntry {
    /// "device:<id>/<incarnation>" for a device's or the server's own chain, "feed:<name>" for entries received from a feed.
    QString journal;
    qint64 sequence = 0; // dense in its journal
    QByteArray hash; // chain hash: crypto::chainNext for a device, crypto::feedNext over BLAKE2b of the body for a feed
    QByteArray previousHash;
    QByteArray signature; // of the run that ends here, see crypto::runMessage; empty inside a run and in feeds
    qint64 signedFrom = 0; // first sequence of that run; 0: the entry after the signature before it
    QByteArray publicKey; // that checks it; empty where it is not known
    DeviceId device; // who wrote it; null: the server
    qint64 incarnation = 1;
    std::optional<qint64> revision;
    std::optional<WallTime> receivedAt;
    QString verdict;
    QByteArray body;
};
/// One line of JSON, with a line feed. Actor, ticket, type and times are taken from the body.
[[nodiscard]] QByteArray exportLine(const ExportEntry &entry);
[[nodiscard]] Json exportJson(const ExportEntry &entry);

/// Strict reader of an exported journal; `firstBad` is empty when every hash and signature holds.
struct ExportCheck {
    qint64 entries = 0;
    qint64 signatures = 0;
    QString firstBad;
    QString reason;
    /// Who signed what: one line per journal, in the order met.
    struct Journal {
        QString name;
        QString publicKey; // hex
        qint64 entries = 0;
        qint64 signedThrough = 0; // sequence
        WallTime firstWall;
        WallTime lastWall;
    };
    std::vector<Journal> journals;
};
/// InvalidInput: not such a file at all.
[[nodiscard]] Result<ExportCheck> verifyExport(const QByteArray &lines);

} // namespace ruhu::presentation
