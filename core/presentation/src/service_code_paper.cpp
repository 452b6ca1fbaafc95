// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_tr.h"

#include <ruhu/presentation/papers.h>

#include <algorithm>

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;
// Without its namespace: lupdate loses the context of the texts in a function that answers a qualified type.
using domain::Paper;
using domain::PaperSection;

/// What every visit asks for and a word says how: no step of one access alone, none that hangs on an answer.
[[nodiscard]] bool belongsOnCard(const domain::Step &step, const QString &stage)
{
    return step.stage == stage && step.gate == domain::Gate::Block && !step.hint.en.isEmpty()
           && step.condition.accesses.empty() && step.condition.stepAnswered.isEmpty();
}

[[nodiscard]] PaperSection conductSection(const QString &title, const QString &stage,
                                          const domain::Catalogue &catalogue)
{
    PaperSection section{title, {}};
    for (const domain::ConductRule *rule : conductOf(stage, catalogue)) {
        const QString label = section.rows.empty() ? Tr::tr("Conduct") : QString();
        section.rows.push_back({label, pick(rule->text), {}, {}});
    }
    return section;
}

[[nodiscard]] PaperSection stageSection(const domain::Stage &stage, const domain::Catalogue &catalogue)
{
    PaperSection section = conductSection(pick(stage.title), stage.id, catalogue);
    std::vector<domain::PaperRow> steps;
    for (const domain::Step &step : catalogue.steps) {
        if (belongsOnCard(step, stage.id))
            steps.push_back({pick(step.title), pick(step.hint), {}, {}});
    }
    section.rows.insert(section.rows.begin(), steps.begin(), steps.end());
    return section;
}

/// Phrases no step asks for: they are for whenever they are needed.
[[nodiscard]] PaperSection phraseSection(const domain::Catalogue &catalogue)
{
    PaperSection section{Tr::tr("What to say"), {}};
    for (const domain::Phrase &phrase : catalogue.phrases) {
        const bool asked = std::any_of(catalogue.steps.begin(), catalogue.steps.end(), [&](const domain::Step &step) {
            return std::find(step.phrases.begin(), step.phrases.end(), phrase.id) != step.phrases.end();
        });
        if (!asked)
            section.rows.push_back({pick(phrase.when), domain::fillPhrase(pick(phrase.text), {}), {}, {}});
    }
    return section;
}

} // namespace

Paper serviceCodePaper(const domain::Catalogue &catalogue)
{
    Paper paper;
    paper.company = Tr::tr("Home broadband service");
    paper.title = Tr::tr("Service code in brief");
    paper.number = catalogue.id + u'-' + catalogue.version;
    paper.hotline = Tr::tr("Service telephone 10010");
    paper.footer = Tr::tr("Content hash %1").arg(catalogue.hash);
    paper.pageOf = Tr::tr("Page %1 of %2");
    paper.language = currentLanguage() == Language::Chinese ? u"zh_CN"_s : u"en"_s;
    for (const domain::Stage &stage : catalogue.stages)
        paper.sections.push_back(stageSection(stage, catalogue));
    paper.sections.push_back(conductSection(Tr::tr("At any time"), u"always"_s, catalogue));
    paper.sections.push_back(phraseSection(catalogue));
    std::erase_if(paper.sections, [](const PaperSection &section) { return section.rows.empty(); });
    return paper;
}

} // namespace ruhu::presentation
