// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/words.h>

#include <QHash>
#include <QVariant>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QVBoxLayout;

namespace ruhu::widgets {
class StepCard;
}

namespace ruhu::installer {

/// What a card may ask of the page it stands on.
struct CardActions {
    std::function<void(const domain::Payload &)> propose;
    std::function<void(const QString &step)> addPhoto;
    std::function<void(const QByteArray &sha256)> openPhoto;
    std::function<void()> showCustomer;
    std::function<void()> signAsTechnician;
    /// Leads to a step, item or signature on whatever stage it is.
    std::function<void(const QString &subject)> goTo;
    /// Pictures the page already has, by SHA-256; asks for missing ones itself.
    std::function<QPixmap(const QByteArray &sha256)> thumbnail;
};

/// The open stage of a ticket: recorded acts as lines of fact, open steps as cards. Made anew whenever the ticket changes;
/// what was typed and not recorded yet, the focus and the scroll position survive.
class StageView final : public QWidget {
    Q_OBJECT

public:
    StageView(std::shared_ptr<const presentation::TicketPage> page, QString stage, CardActions actions,
              QWidget *parent = nullptr);

    /// What the stage's primary action would record, when a card of it has the data; else the plain next state.
    [[nodiscard]] std::optional<domain::Payload> primaryProposal() const;
    /// Words of the primary action; empty when there is nothing to do here.
    [[nodiscard]] QString primaryText() const;

    /// What the person changed in one input, and what the page had put there.
    struct Draft {
        QVariant before;
        QVariant now;
    };
    /// What was typed, chosen or ticked and not recorded yet, and where the focus is; by the path of the input.
    struct Drafts {
        QHash<QString, Draft> texts;
        QHash<QString, Draft> choices;
        QHash<QString, Draft> ticks;
        QHash<QString, Draft> values; // dates, numbers, lists
        QHash<QString, QVariant> sent; // on its way to the store
        QString focus;
    };
    [[nodiscard]] Drafts drafts() const;
    /// An input whose recorded value changed meanwhile keeps the recorded one.
    void restoreDrafts(const Drafts &drafts);
    /// The answer to what was sent off: kept, or back into the inputs it came from.
    void settleSent(bool kept);
    /// Puts the card of a step (or item, signature) into focus; false when it is not on this stage.
    bool focusOn(const QString &subject);

private:
    void build();
    void addFacts();
    void addRoutine(const std::vector<const domain::Step *> &steps);
    void addStep(const domain::Step &step);
    void addClosedNote();
    void addCard(const QString &subject, QWidget *card);
    void noteBefore();
    void restoreChoices(const Drafts &drafts);
    void restoreTexts(const Drafts &drafts);
    void focusInside(QWidget *card) const;

    std::shared_ptr<const presentation::TicketPage> m_page;
    QString m_stage;
    CardActions m_actions;
    QVBoxLayout *m_column;
    QHash<QString, QWidget *> m_cards; // by step id or "signature:customer" …
    QHash<QString, QVariant> m_before; // what the page put into its inputs, by path
    std::function<std::optional<domain::Payload>()> m_primary; // set by a card that carries the stage's main act
};

} // namespace ruhu::installer
