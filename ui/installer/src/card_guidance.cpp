// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "card_parts.h"
#include "cards.h"

#include <ruhu/widgets/step_card.h>

#include <QCoreApplication>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;

struct GuidanceWords {
    Q_DECLARE_TR_FUNCTIONS(ruhu::installer::Guidance)
};

} // namespace

QWidget *makePhraseLines(const domain::Step &step, const Page &page)
{
    const auto phrases = presentation::phrasesOf(step, *page->catalogue, page->ticket);
    if (phrases.empty())
        return nullptr;
    auto *box = new QWidget;
    box->setObjectName(u"say:"_s + step.id);
    QVBoxLayout *column = columnIn(box);
    for (const domain::Phrase *phrase : phrases) {
        const QString occasion = GuidanceWords::tr("What to say · %1").arg(presentation::pick(phrase->when));
        auto *caption = new widgets::TextLabel(occasion, widgets::TextSize::Caption, widgets::Role::TextMuted);
        auto *words = new widgets::TextLabel(presentation::phraseText(*phrase, page->ticket));
        words->setObjectName(u"phrase:"_s + phrase->id);
        words->setWrapping();
        auto *one = new QWidget;
        auto *lines = new QVBoxLayout(one);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(widgets::tokens::kSpace1);
        lines->addWidget(caption);
        lines->addWidget(words);
        column->addWidget(one);
    }
    return box;
}

QWidget *makeConductCard(const Page &page, const QString &stage)
{
    const auto own = presentation::conductOf(stage, *page->catalogue);
    if (own.empty())
        return nullptr;
    auto *card = new widgets::StepCard(GuidanceWords::tr("Rules of conduct"));
    card->setObjectName(u"conductCard"_s);
    auto *body = new QWidget;
    QVBoxLayout *column = columnIn(body);
    const auto always = presentation::conductOf(u"always"_s, *page->catalogue);
    for (const auto &rules : {own, always}) {
        for (const domain::ConductRule *rule : rules)
            column->addWidget(mutedLine(u"· "_s + presentation::pick(rule->text)));
    }
    card->setBody(body);
    card->setExpanded(false);
    return card;
}

} // namespace ruhu::installer
