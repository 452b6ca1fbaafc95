// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/field_client.h>
#include <ruhu/presentation/papers.h>
#include <ruhu/widgets/signature_pad.h>

#include <QDialog>
#include <QHash>
#include <QImage>

class QLineEdit;
class QVBoxLayout;

namespace ruhu::widgets {
class Banner;
class Button;
class ChoiceField;
class PhotoStrip;
} // namespace ruhu::widgets

namespace ruhu::installer {

/// What the customer sees: large words, no controls of the technician. Reads all that is signed (presentation's
/// customerPaper), rates, writes the name, signs. The rating and the signature are recorded when the customer presses the
/// button; the view closes only after both are durable.
class CustomerView final : public QDialog {
    Q_OBJECT

public:
    CustomerView(presentation::FieldClient &client, const Clock &clock,
                 std::shared_ptr<const presentation::TicketPage> page, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *makeStory();
    [[nodiscard]] QWidget *makePhotos();
    void fillPhotos();
    [[nodiscard]] QWidget *makeSigning();
    void addRating(QVBoxLayout *column);
    void addName(QVBoxLayout *column);
    void submit();
    void onActed(quint64 request, const presentation::ActOutcome &outcome, const std::optional<Error> &error);
    void giveSignature(const domain::RatingGiven &given);
    void complain(const QString &words);

    presentation::FieldClient &m_client;
    const Clock &m_clock;
    std::shared_ptr<const presentation::TicketPage> m_page;
    presentation::CustomerPaper m_paper;
    QHash<QByteArray, QImage> m_pictures; // of the paper's photos, as they come
    widgets::PhotoStrip *m_photos = nullptr;
    widgets::ChoiceField *m_rating = nullptr;
    QLineEdit *m_name = nullptr;
    widgets::SignaturePad *m_pad = nullptr;
    widgets::Banner *m_banner = nullptr;
    widgets::Button *m_sign = nullptr;
    domain::RatingGiven m_given; // on its way to the store
    quint64 m_ratingRequest = 0;
    quint64 m_signRequest = 0;
};

/// The technician's own signature, in a sheet over the ticket.
class SignatureDialog final : public QDialog {
    Q_OBJECT

public:
    SignatureDialog(const Clock &clock, const QString &name, QWidget *parent = nullptr);

Q_SIGNALS:
    void given(const std::vector<ruhu::widgets::Stroke> &strokes);
};

} // namespace ruhu::installer
