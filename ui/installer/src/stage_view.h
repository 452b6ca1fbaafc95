// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/words.h>

#include <QHash>
#include <QImage>
#include <QVariant>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QVBoxLayout;

namespace ruhu::widgets {
class GroupConfirm;
class StepCard;
} // namespace ruhu::widgets

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
    std::function<QImage(const QByteArray &sha256)> thumbnail;
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
    /// What keeps the primary action back.
    [[nodiscard]] std::optional<domain::Refusal> primaryRefusal() const;

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
        QHash<QString, Draft> folds; // cards opened or folded by hand; before: the card's state
        QStringList singled; // steps taken out of the routine
        QStringList opened; // cards that wait out of sight otherwise
        QString focus; // empty: the keyboard is elsewhere
        [[nodiscard]] bool isEmpty() const
        {
            return texts.isEmpty() && choices.isEmpty() && ticks.isEmpty() && values.isEmpty() && folds.isEmpty()
                   && singled.isEmpty() && opened.isEmpty() && sent.isEmpty();
        }
    };
    [[nodiscard]] Drafts drafts() const;
    /// An input whose recorded value changed meanwhile keeps the recorded one. True when the focus is back.
    bool restoreDrafts(const Drafts &drafts); // NOLINT(modernize-use-nodiscard)
    [[nodiscard]] TicketId ticket() const { return m_page->ticket.id; }
    [[nodiscard]] QString stage() const { return m_stage; }
    void setThumbnail(const QByteArray &sha256, const QImage &thumbnail);
    /// The answer to what was sent off: kept, or back into the inputs it came from.
    void settleSent(bool kept);
    /// Puts the card of a step (or item, signature) into focus; false when it is not on this stage.
    bool focusOn(const QString &subject);

protected:
    /// Enter held down in a text records it once.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void addFacts();
    void addExceptions();
    void addHidden(const QString &subject, QWidget *card);
    void reveal(const QString &subject, QWidget *card);
    void addStory();
    void addSteps();
    void addConduct();
    void addRoutine(const std::vector<const domain::Step *> &steps);
    void fillRoutine();
    /// Gives a routine step a card of its own; nothing is recorded by that.
    void singleOut(const QString &step);
    [[nodiscard]] widgets::StepCard *makeStepCard(const domain::Step &step) const;
    void addClosedNote();
    void addCard(const QString &subject, QWidget *card);
    void noteBefore();
    void noteCards(Drafts &drafts) const;
    void restoreCards(const Drafts &drafts);
    void restoreChoices(const Drafts &drafts);
    void restoreTexts(const Drafts &drafts);
    void revealSkipReason(const QString &step);
    void focusInside(QWidget *card) const;

    std::shared_ptr<const presentation::TicketPage> m_page;
    QString m_stage;
    CardActions m_actions;
    QVBoxLayout *m_column;
    QHash<QString, QWidget *> m_cards; // by step id or "signature:customer" …
    QHash<QString, QVariant> m_before; // what the page put into its inputs, by path
    QHash<QString, bool> m_folds; // whether the page opened a card, by path
    std::vector<const domain::Step *> m_routine; // confirmed together
    QStringList m_hidden; // subjects of cards that wait out of sight
    QStringList m_opened; // of them: shown since
    QStringList m_singled;
    widgets::GroupConfirm *m_group = nullptr;
    widgets::StepCard *m_routineCard = nullptr;
    QVBoxLayout *m_routineSay = nullptr; // what to say meanwhile
    std::function<std::optional<domain::Payload>()> m_primary; // set by a card that carries the stage's main act
    QString m_primaryText; // of that card
    std::optional<domain::Refusal> m_primaryRefusal;
};

} // namespace ruhu::installer
