// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "customer_view.h"

#include "card_parts.h"
#include "strokes.h"

#include <ruhu/domain/names.h>
#include <ruhu/presentation/words.h>
#include <ruhu/widgets/banner.h>
#include <ruhu/widgets/choice_field.h>
#include <ruhu/widgets/photo_strip.h>
#include <ruhu/widgets/prompts.h>
#include <ruhu/widgets/surface.h>

#include <QScrollArea>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;
namespace tokens = widgets::tokens;
using widgets::Button;
using widgets::ButtonKind;

constexpr QSize kSheet(640, 420);

widgets::TextLabel *large(const QString &text, widgets::Role role = widgets::Role::Text)
{
    auto *label = new widgets::TextLabel(text, widgets::TextSize::Title, role);
    label->setWrapping();
    return label;
}

struct MarkLook {
    widgets::Icon icon;
    widgets::Role role;
};

/// Of a paper row's mark; the row says the same in words.
MarkLook lookOf(const QString &mark)
{
    if (mark == u"fail")
        return {widgets::Icon::Fail, widgets::Role::Fail};
    if (mark == u"warn" || mark == u"open")
        return {widgets::Icon::Warn, widgets::Role::Warn};
    return {widgets::Icon::Check, widgets::Role::Ok};
}

constexpr int kLabelPart = 2; // of five; the rest is for what is said
constexpr int kValuePart = 3;

QLayout *rowOf(const domain::PaperRow &shown)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::kSpace3);
    auto *label = new widgets::TextLabel(shown.label, widgets::TextSize::Emphasis, widgets::Role::TextMuted);
    label->setWrapping();
    row->addWidget(label, kLabelPart, Qt::AlignTop);
    auto *said = new QVBoxLayout;
    said->setSpacing(tokens::kSpace0);
    said->addWidget(large(shown.value));
    if (!shown.remark.isEmpty()) {
        auto *remark = new widgets::TextLabel(shown.remark, widgets::TextSize::Emphasis, widgets::Role::TextMuted);
        remark->setWrapping();
        said->addWidget(remark);
    }
    row->addLayout(said, kValuePart);
    if (shown.mark.isEmpty()) {
        row->addSpacing(tokens::kIcon); // so that all values begin at the same place
        return row;
    }
    const MarkLook look = lookOf(shown.mark);
    row->addWidget(new widgets::IconLabel(look.icon, look.role), 0, Qt::AlignTop);
    return row;
}

QWidget *sectionOf(const domain::PaperSection &shown)
{
    auto *section = new QWidget;
    QVBoxLayout *column = columnIn(section);
    auto *title = large(shown.title);
    title->setSize(widgets::TextSize::Title, QFont::DemiBold);
    column->addWidget(title);
    for (const domain::PaperRow &row : shown.rows)
        column->addLayout(rowOf(row));
    return section;
}

} // namespace

CustomerView::CustomerView(presentation::FieldClient &client, const Clock &clock,
                           std::shared_ptr<const presentation::TicketPage> page, QWidget *parent)
    : QDialog(parent),
      m_client(client),
      m_clock(clock),
      m_page(std::move(page)),
      m_paper(presentation::customerPaper(*m_page))
{
    setObjectName(u"customerView"_s);
    setWindowTitle(tr("For the customer"));
    auto *content = new QWidget;
    content->setMaximumWidth(tokens::kContentColumn);
    QVBoxLayout *column = columnIn(content);
    column->setSpacing(tokens::kSpace4);
    column->addWidget(makeStory());
    column->addWidget(new widgets::Separator);
    column->addWidget(makeSigning());
    auto *centred = new QWidget;
    auto *row = new QHBoxLayout(centred);
    row->setContentsMargins(tokens::kSpace6, tokens::kSpace5, tokens::kSpace6, tokens::kSpace5);
    row->addStretch(1);
    row->addWidget(content, 8);
    row->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(centred);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&m_client, &presentation::FieldClient::acted, this,
            [this](quint64 request, TicketId, const presentation::ActOutcome &outcome,
                   const std::optional<Error> &error) { onActed(request, outcome, error); });
    connect(&m_client, &presentation::FieldClient::blobLoaded, this,
            [this](const QByteArray &sha256, const QByteArray &bytes) {
                if (m_pictures.contains(sha256) && m_pictures[sha256].loadFromData(bytes))
                    fillPhotos();
            });
}

QWidget *CustomerView::makeStory()
{
    auto *story = new QWidget;
    story->setObjectName(u"customerStory"_s);
    QVBoxLayout *column = columnIn(story);
    column->setSpacing(tokens::kSpace4);
    column->addWidget(
        new widgets::TextLabel(m_page->ticket.order.number, widgets::TextSize::Caption, widgets::Role::TextMuted));
    auto *title = large(tr("What was done at your home"));
    title->setSize(widgets::TextSize::Number, QFont::DemiBold);
    column->addWidget(title);
    for (const domain::PaperSection &section : m_paper.sections)
        column->addWidget(sectionOf(section));
    if (!m_paper.photos.empty())
        column->addWidget(makePhotos());
    return story;
}

QWidget *CustomerView::makePhotos()
{
    auto *box = new QWidget;
    QVBoxLayout *column = columnIn(box);
    auto *title = large(tr("Photos"));
    title->setSize(widgets::TextSize::Title, QFont::DemiBold);
    column->addWidget(title);
    m_photos = new widgets::PhotoStrip;
    m_photos->setObjectName(u"customerPhotos"_s);
    m_photos->setReadOnly(true);
    column->addWidget(m_photos);
    connect(m_photos, &widgets::PhotoStrip::photoActivated, this, [this](const QString &id) {
        const QImage picture = m_pictures.value(QByteArray::fromHex(id.toLatin1()));
        if (!picture.isNull())
            widgets::prompts().showPicture(this, QPixmap::fromImage(picture));
    });
    for (const presentation::CustomerPaper::Photo &photo : m_paper.photos) {
        m_pictures.insert(photo.sha256, {});
        m_client.loadBlob(photo.sha256);
    }
    fillPhotos();
    return box;
}

void CustomerView::fillPhotos()
{
    std::vector<widgets::Photo> photos;
    for (const presentation::CustomerPaper::Photo &photo : m_paper.photos)
        photos.push_back({QString::fromLatin1(photo.sha256.toHex()), m_pictures.value(photo.sha256), photo.caption});
    m_photos->setPhotos(photos);
}

QWidget *CustomerView::makeSigning()
{
    auto *box = new QWidget;
    QVBoxLayout *column = columnIn(box);
    addRating(column);
    column->addWidget(large(tr("Please sign if everything above is right.")));
    m_pad = new widgets::SignaturePad(m_clock);
    m_pad->setObjectName(u"customerPad"_s);
    addName(column);
    column->addWidget(m_pad);
    m_banner = new widgets::Banner;
    m_banner->setObjectName(u"customerBanner"_s);
    m_banner->hide();
    column->addWidget(m_banner);
    auto *back = new Button(tr("Back"), ButtonKind::Quiet);
    back->setObjectName(u"customerBack"_s);
    m_sign = new Button(tr("I agree and sign"), ButtonKind::Primary);
    m_sign->setObjectName(u"customerSign"_s);
    m_sign->setMinimumHeight(tokens::kControlHeightTouch);
    // Enter in the name or the note neither signs nor leaves.
    back->setAutoDefault(false);
    m_sign->setAutoDefault(false);
    column->addLayout(buttonRow({back, m_sign}));
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_sign, &QPushButton::clicked, this, &CustomerView::submit);
    return box;
}

void CustomerView::addRating(QVBoxLayout *column)
{
    column->addWidget(large(tr("Are you satisfied with the visit?")));
    m_rating = new widgets::ChoiceField;
    m_rating->setObjectName(u"customerRating"_s);
    using domain::Rating;
    std::vector<widgets::ChoiceOption> options;
    for (const Rating value : {Rating::Satisfied, Rating::Neutral, Rating::Dissatisfied, Rating::Declined})
        options.push_back({domain::toName(value), presentation::ratingText(value), true,
                           value == Rating::Dissatisfied ? tr("What went wrong?")
                                                         : tr("Praise, an opinion or a suggestion, if you like"),
                           value != Rating::Dissatisfied});
    m_rating->setOptions(options);
    if (const auto &rated = m_page->ticket.rating)
        m_rating->setChosen(domain::toName(rated->rating.rating), rated->rating.reason);
    column->addWidget(m_rating);
}

/// Who opened signs. Another adult than the customer writes the name; nobody is put down for somebody else.
void CustomerView::addName(QVBoxLayout *column)
{
    m_name = lineEdit(u"signerName"_s);
    column->addWidget(captioned(tr("Your name"), m_name));
    connect(m_name, &QLineEdit::textChanged, m_pad, &widgets::SignaturePad::setCaption);
    const auto &admissions = m_page->ticket.admissions;
    if (admissions.empty() || admissions.back().admission.who != domain::Admission::OtherAdult)
        m_name->setText(m_page->ticket.order.customerName);
}

void CustomerView::submit()
{
    const auto rating = domain::fromName<domain::Rating>(m_rating->chosenId());
    if (!rating || !m_rating->isComplete()) {
        complain(tr("Please choose how satisfied you are."));
        return;
    }
    if (m_name->text().trimmed().isEmpty()) {
        complain(tr("Please write your name above the signature."));
        return;
    }
    if (m_pad->isEmpty()) {
        complain(tr("Please sign in the field above."));
        return;
    }
    m_banner->hide();
    m_sign->setEnabled(false);
    const domain::RatingGiven given{*rating, m_rating->note()};
    if (m_page->ticket.rating && m_page->ticket.rating->rating == given) {
        giveSignature(given);
        return;
    }
    m_given = given;
    m_ratingRequest = m_client.act(m_page->ticket.id, given);
}

/// Signs what this view shows, the rating just given included; whatever a sync brought meanwhile is not in it.
void CustomerView::giveSignature(const domain::RatingGiven &given)
{
    domain::Ticket shown = m_page->ticket;
    shown.rating = domain::RatingFact{{}, given};
    m_signRequest =
        m_client.sign(shown.id, domain::SignerRole::Customer, m_name->text().trimmed(), domainStrokes(m_pad->strokes()),
                      presentation::contentHashOf(shown, *m_page->catalogue));
}

void CustomerView::onActed(quint64 request, const presentation::ActOutcome &outcome, const std::optional<Error> &error)
{
    if (request != m_ratingRequest && request != m_signRequest)
        return;
    if (error || outcome.refusal) {
        m_sign->setEnabled(true);
        complain(error ? presentation::oneLine(presentation::messageFor(*error))
                       : presentation::refusalText(*outcome.refusal, m_page->catalogue, m_page->ticket));
        return;
    }
    if (request == m_ratingRequest) {
        m_ratingRequest = 0;
        giveSignature(m_given);
        return;
    }
    accept();
}

void CustomerView::complain(const QString &words)
{
    m_banner->setMessage(widgets::Severity::Warn, words);
    m_banner->show();
}

SignatureDialog::SignatureDialog(const Clock &clock, const QString &name, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"signatureDialog"_s);
    setWindowTitle(tr("Sign as technician"));
    resize(kSheet);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::kSpace5, tokens::kSpace5, tokens::kSpace5, tokens::kSpace4);
    column->addWidget(mutedLine(tr("You confirm that everything on this work order is true.")));
    auto *pad = new widgets::SignaturePad(clock);
    pad->setObjectName(u"technicianPad"_s);
    pad->setCaption(name);
    column->addWidget(pad, 1);
    auto *cancel = new Button(tr("Cancel"), ButtonKind::Quiet);
    auto *sign = new Button(tr("Sign"), ButtonKind::Primary);
    cancel->setObjectName(u"technicianCancel"_s);
    sign->setObjectName(u"technicianSign"_s);
    sign->setEnabled(false);
    column->addLayout(buttonRow({cancel, sign}));
    connect(pad, &widgets::SignaturePad::changed, sign, [pad, sign] { sign->setEnabled(!pad->isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(sign, &QPushButton::clicked, this, [this, pad] {
        Q_EMIT given(pad->strokes());
        accept();
    });
}

} // namespace ruhu::installer
