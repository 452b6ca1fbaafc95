// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "work_order_paper.h"

#include <ruhu/domain/names.h>
#include <ruhu/presentation/papers.h>

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;
using domain::Paper;
using BlobOf = std::function<Result<QByteArray>(const QByteArray &sha256)>;

void append(domain::Paper &paper, domain::PaperSection section)
{
    if (!section.rows.empty())
        paper.sections.push_back(std::move(section));
}

[[nodiscard]] Result<void> addPhotos(domain::Paper &paper, const TicketPage &page, const BlobOf &blobOf)
{
    for (const domain::PhotoFact &fact : page.ticket.photos) {
        const QString caption = photoCaption(page.ticket, fact, *page.catalogue);
        auto bytes = blobOf(fact.photo.sha256);
        if (!bytes)
            return Error{bytes.error().code, bytes.error().detail, caption};
        paper.photos.push_back({std::move(*bytes), caption});
    }
    return {};
}

/// When what the signer was shown was last changed after the signature; nothing when no change can be named.
[[nodiscard]] std::optional<WallTime> changedAfter(const TicketPage &page, const EventId &signature)
{
    std::optional<WallTime> changed;
    bool after = false;
    for (const domain::HistoryEntry &entry : page.history) {
        const domain::Payload &payload = entry.event.payload;
        if (entry.event.meta.id == signature) {
            after = true;
            continue;
        }
        const bool shown = std::holds_alternative<domain::StepAnswered>(payload)
                           || std::holds_alternative<domain::StepsConfirmed>(payload)
                           || std::holds_alternative<domain::StepSkipped>(payload)
                           || std::holds_alternative<domain::ReadingRecorded>(payload)
                           || std::holds_alternative<domain::PhotoAttached>(payload)
                           || std::holds_alternative<domain::ItemMoved>(payload)
                           || std::holds_alternative<domain::ItemRestored>(payload)
                           || std::holds_alternative<domain::MaterialUsed>(payload)
                           || std::holds_alternative<domain::MaterialWithdrawn>(payload)
                           || std::holds_alternative<domain::RatingGiven>(payload)
                           || std::holds_alternative<domain::ChargeQuoted>(payload)
                           || std::holds_alternative<domain::ChargeTaken>(payload)
                           || std::holds_alternative<domain::EnquiryRecorded>(payload)
                           || std::holds_alternative<domain::AppointmentBooked>(payload);
        if (after && shown)
            changed = entry.event.meta.wall;
    }
    return changed;
}

[[nodiscard]] QString freshness(const TicketPage &page, const domain::SignatureFact &fact)
{
    const bool same = page.contentHash.isEmpty() || fact.signature.contentHash == page.contentHash;
    if (same && page.ticket.isFresh(fact.signature.role))
        return Tr::tr("Signed for this content.");
    const auto changed = changedAfter(page, fact.stamp.event);
    return changed ? Tr::tr("Signed before the correction of %1.").arg(fullDateTimeText(*changed))
                   : Tr::tr("Signed before a later correction.");
}

[[nodiscard]] Result<void> addSignature(domain::Paper &paper, const TicketPage &page, domain::SignerRole role,
                                        const BlobOf &blobOf)
{
    domain::PaperSignature box;
    box.title = signerText(role);
    const auto given = page.ticket.signatures.find(role);
    if (given == page.ticket.signatures.end()) {
        box.remark = Tr::tr("Not signed yet.");
        paper.signatures.push_back(std::move(box));
        return {};
    }
    const domain::SignatureFact &fact = given->second;
    const QString subject = subjectText(domain::toName(role), nullptr, nullptr);
    const auto document = blobOf(fact.signature.strokes);
    if (!document)
        return Error{document.error().code, document.error().detail, subject};
    auto strokes = domain::decodeStrokes(*document);
    if (!strokes)
        return Error{ErrorCode::Damaged, strokes.error().detail, subject};
    box.name = fact.signature.name;
    box.when = fullDateTimeText(fact.stamp.wall);
    box.remark = freshness(page, fact);
    box.strokes = std::move(*strokes);
    paper.signatures.push_back(std::move(box));
    return {};
}

[[nodiscard]] Paper headOf(const TicketPage &page)
{
    Paper paper;
    paper.company = Tr::tr("Home broadband service");
    paper.title = Tr::tr("Work order");
    paper.number = page.ticket.order.number;
    paper.hotline = Tr::tr("Service telephone 10010");
    paper.photosTitle = Tr::tr("Photos");
    paper.signaturesTitle = Tr::tr("Signatures");
    paper.footer = Tr::tr("Content hash %1").arg(QString::fromLatin1(page.contentHash.toHex()));
    paper.pageOf = Tr::tr("Page %1 of %2");
    paper.language = currentLanguage() == Language::Chinese ? u"zh_CN"_s : u"en"_s;
    return paper;
}

} // namespace

CustomerPaper customerPaper(const TicketPage &page)
{
    CustomerPaper paper;
    if (!page.catalogue)
        return paper;
    const domain::Ticket &ticket = page.ticket;
    const domain::Catalogue &catalogue = *page.catalogue;
    paper.sections = {chargesInWords(ticket, catalogue),
                      readingsInWords(ticket, catalogue),
                      materialsSection(ticket, catalogue),
                      itemsSection(ticket),
                      enquiriesSection(ticket),
                      orderSection(ticket, &catalogue),
                      visitSection(ticket, catalogue)};
    for (domain::PaperSection &section : checklistSections(ticket, catalogue))
        paper.sections.push_back(std::move(section));
    std::erase_if(paper.sections, [](const domain::PaperSection &section) { return section.rows.empty(); });
    for (const domain::PhotoFact &fact : ticket.photos)
        paper.photos.push_back({fact.photo.sha256, photoCaption(ticket, fact, catalogue)});
    return paper;
}

Result<domain::Paper> workOrderPaper(const TicketPage &page, const BlobOf &blobOf)
{
    if (!page.catalogue)
        return Error{ErrorCode::SchemaTooNew, u"the ticket's checklist is not in this program"_s,
                     page.ticket.order.number};
    const domain::Ticket &ticket = page.ticket;
    const domain::Catalogue &catalogue = *page.catalogue;
    domain::Paper paper = headOf(page);
    append(paper, orderSection(ticket, &catalogue));
    paper.sections.back().rows.push_back(stateRow(ticket));
    append(paper, visitSection(ticket, catalogue));
    append(paper, readingsSection(ticket, catalogue));
    for (domain::PaperSection &section : checklistSections(ticket, catalogue))
        append(paper, std::move(section));
    append(paper, materialsSection(ticket, catalogue));
    append(paper, itemsSection(ticket));
    append(paper, chargesSection(ticket, catalogue));
    append(paper, enquiriesSection(ticket));
    append(paper, ratingSection(ticket));
    if (auto photos = addPhotos(paper, page, blobOf); !photos)
        return photos.error();
    for (const domain::SignerRole role : {domain::SignerRole::Customer, domain::SignerRole::Technician}) {
        if (auto signature = addSignature(paper, page, role, blobOf); !signature)
            return signature.error();
    }
    return paper;
}

} // namespace ruhu::presentation
