// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decision_panel.h"

#include <ruhu/widgets/button.h>
#include <ruhu/widgets/finding_chip.h>
#include <ruhu/widgets/surface.h>
#include <ruhu/widgets/text_label.h>

#include <QHBoxLayout>
#include <QKeySequence>
#include <QMenu>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ruhu::supervisor {
namespace {

using namespace Qt::Literals::StringLiterals;
namespace tokens = widgets::tokens;
using widgets::Button;
using widgets::ButtonKind;

constexpr int kCommentHeight = 110;
constexpr int kNoteWidth = 260; // of the words; the whole is in the tool tip

widgets::Severity shown(domain::Severity severity)
{
    switch (severity) {
    case domain::Severity::Fail:
        return widgets::Severity::Fail;
    case domain::Severity::Warn:
        return widgets::Severity::Warn;
    case domain::Severity::Info:
        break;
    }
    return widgets::Severity::Info;
}

void clearColumn(QVBoxLayout *column)
{
    while (QLayoutItem *item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

DecisionPanel::DecisionPanel(QWidget *parent)
    : QWidget(parent),
      m_markMenu(new QMenu(this)),
      m_title(new widgets::TextLabel),
      m_findings(new QVBoxLayout),
      m_pinColumn(new QVBoxLayout),
      m_comment(new QPlainTextEdit),
      m_hint(new widgets::TextLabel({}, widgets::TextSize::Caption, widgets::Role::TextMuted)),
      m_mark(new Button(tr("Rule of conduct broken …"), ButtonKind::Quiet)),
      m_approve(new Button(tr("Approve  (A)"), ButtonKind::Primary)),
      m_return(new Button(tr("Send back")))
{
    setObjectName(u"decisionPanel"_s);
    m_title->setSize(widgets::TextSize::Emphasis, QFont::DemiBold);
    m_title->setObjectName(u"findingsTitle"_s);
    m_comment->setObjectName(u"reviewComment"_s);
    m_comment->setPlaceholderText(tr("Comment for the technician (R). Needed when you send the ticket back."));
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setFixedHeight(kCommentHeight);
    m_comment->setTabChangesFocus(true);
    m_approve->setObjectName(u"approveButton"_s);
    m_return->setObjectName(u"returnButton"_s);
    m_return->setToolTip(QKeySequence(u"Ctrl+Return"_s).toString(QKeySequence::NativeText));
    m_hint->setWrapping();
    m_markMenu->setObjectName(u"markMenu"_s);
    m_mark->setObjectName(u"markButton"_s);
    m_mark->setMenu(m_markMenu);
    auto *paper = new Button(tr("Work order"), ButtonKind::Quiet);
    paper->setObjectName(u"paperButton"_s);
    paper->setIconOf(widgets::Icon::Print);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::kSpace4, tokens::kSpace4, tokens::kSpace4, tokens::kSpace3);
    column->setSpacing(tokens::kSpace3);
    column->addWidget(m_title);
    column->addLayout(m_findings);
    column->addStretch(1);
    column->addWidget(paper, 0, Qt::AlignLeft);
    column->addWidget(new widgets::Separator);
    column->addLayout(m_pinColumn);
    column->addWidget(m_mark, 0, Qt::AlignLeft);
    column->addWidget(m_comment);
    column->addWidget(m_hint);
    auto *row = new QHBoxLayout;
    row->addWidget(m_return);
    row->addStretch(1);
    row->addWidget(m_approve);
    column->addLayout(row);
    connect(paper, &QPushButton::clicked, this, &DecisionPanel::paperRequested);
    connect(m_approve, &QPushButton::clicked, this, &DecisionPanel::approve);
    connect(m_return, &QPushButton::clicked, this, &DecisionPanel::sendBack);
    connect(m_comment, &QPlainTextEdit::textChanged, this, &DecisionPanel::refreshButtons);
}

void DecisionPanel::setPage(const std::shared_ptr<const presentation::TicketPage> &page)
{
    const bool same = m_page && m_page->ticket.id == page->ticket.id;
    if (!same)
        m_drafts = drafts();
    m_page = page;
    if (!same) {
        const Draft own = m_drafts[page->ticket.id];
        m_drafts.erase(page->ticket.id);
        m_pins = own.pins;
        m_marks = own.marks;
        m_comment->setPlainText(own.comment);
        fillPins();
    }
    fillFindings();
    fillMarkMenu();
    refreshButtons();
}

void DecisionPanel::forget(TicketId id)
{
    m_drafts.erase(id);
    if (!m_page || m_page->ticket.id != id)
        return;
    m_pins.clear();
    m_marks.clear();
    m_comment->clear();
    fillPins();
}

DecisionPanel::Drafts DecisionPanel::drafts() const
{
    Drafts all = m_drafts;
    if (m_page && !(m_comment->toPlainText().isEmpty() && m_pins.empty() && m_marks.empty()))
        all[m_page->ticket.id] = {m_comment->toPlainText(), m_pins, m_marks};
    return all;
}

void DecisionPanel::fillFindings()
{
    clearColumn(m_findings);
    const int count = static_cast<int>(m_page->findings.size());
    m_title->setText(count == 0 ? tr("No findings") : tr("%n finding(s)", nullptr, count));
    for (const domain::Finding &finding : m_page->findings) {
        auto *chip = new widgets::FindingChip;
        chip->setFinding(shown(finding.severity), presentation::findingText(finding, m_page->catalogue), finding.rule);
        connect(chip, &QAbstractButton::clicked, this, [this, finding] {
            Q_EMIT evidenceRequested(finding.evidence);
            if (!finding.subject.isEmpty())
                addPin(finding.subject, presentation::findingText(finding, m_page->catalogue));
        });
        m_findings->addWidget(chip);
    }
}

void DecisionPanel::addPin(const QString &step, const QString &words)
{
    if (!m_page || !m_page->catalogue)
        return;
    QString target = step;
    for (const domain::Step &candidate : m_page->catalogue->steps) {
        for (const QString &measure : candidate.measures) {
            if (measure == step)
                target = candidate.id;
        }
    }
    if (!m_page->catalogue->step(target) || !domain::awaitsReview(m_page->ticket.state))
        return;
    for (const domain::ReviewPin &pin : m_pins) {
        if (pin.step == target)
            return;
    }
    m_pins.push_back({target, words});
    fillPins();
    refreshButtons();
}

void DecisionPanel::fillPins()
{
    clearColumn(m_pinColumn);
    for (const domain::ReviewPin &pin : m_pins) {
        const domain::Step *step = m_page && m_page->catalogue ? m_page->catalogue->step(pin.step) : nullptr;
        QWidget *line = makeNote(tr("Pinned to: %1").arg(step ? presentation::pick(step->title) : pin.step),
                                 widgets::Icon::Pin, [this, id = pin.step] {
                                     std::erase_if(m_pins, [&id](const auto &other) { return other.step == id; });
                                 });
        line->setObjectName(u"pin:"_s + pin.step);
        line->setToolTip(line->accessibleName() + u'\n' + tr("Click to take the pin away"));
    }
    for (const QString &mark : m_marks) {
        const domain::Catalogue *catalogue = m_page ? m_page->catalogue : nullptr;
        QWidget *line = makeNote(tr("Against: %1", "a rule of conduct").arg(presentation::conductText(mark, catalogue)),
                                 widgets::Icon::Warn, [this, mark] { std::erase(m_marks, mark); });
        line->setObjectName(u"mark:"_s + mark);
        line->setToolTip(line->accessibleName() + u'\n' + tr("Click to take the mark away"));
    }
}

/// A line of the review that goes away when it is clicked.
QWidget *DecisionPanel::makeNote(const QString &words, widgets::Icon icon, std::function<void()> takeAway)
{
    auto *line = new Button(words, ButtonKind::Quiet);
    line->setText(line->fontMetrics().elidedText(words, Qt::ElideRight, kNoteWidth));
    line->setAccessibleName(words);
    line->setIconOf(icon);
    connect(line, &QPushButton::clicked, this, [this, takeAway = std::move(takeAway)] {
        takeAway();
        // Queued: the button that was clicked goes away with the old list.
        QMetaObject::invokeMethod(this, &DecisionPanel::fillPins, Qt::QueuedConnection);
    });
    m_pinColumn->addWidget(line, 0, Qt::AlignLeft);
    return line;
}

/// The rules of the ticket's own service code (D15-103).
void DecisionPanel::fillMarkMenu()
{
    m_markMenu->clear();
    const domain::Catalogue *catalogue = m_page->catalogue;
    m_mark->setVisible(catalogue && !catalogue->conduct.empty());
    if (!catalogue)
        return;
    const auto add = [this, catalogue](const QString &title, const QString &stage) {
        const auto rules = presentation::conductOf(stage, *catalogue);
        QMenu *menu = rules.empty() ? nullptr : m_markMenu->addMenu(title);
        for (const domain::ConductRule *rule : rules) {
            QAction *action = menu->addAction(presentation::pick(rule->text));
            action->setObjectName(u"mark:"_s + rule->id);
            connect(action, &QAction::triggered, this, [this, id = rule->id] { toggleMark(id); });
        }
    };
    for (const domain::Stage &stage : catalogue->stages)
        add(presentation::pick(stage.title), stage.id);
    add(tr("At any time"), u"always"_s);
}

void DecisionPanel::toggleMark(const QString &rule)
{
    if (std::erase(m_marks, rule) == 0)
        m_marks.push_back(rule);
    fillPins();
}

void DecisionPanel::refreshButtons()
{
    const bool reviewable = m_page && domain::awaitsReview(m_page->ticket.state);
    const bool commented = !m_comment->toPlainText().trimmed().isEmpty();
    m_approve->setEnabled(reviewable);
    m_return->setEnabled(reviewable && commented);
    m_comment->setEnabled(reviewable);
    m_mark->setEnabled(reviewable);
    if (!m_page)
        m_hint->clear();
    else if (m_page->ticket.returned)
        m_hint->setText(tr("Sent back; it returns here when the technician has signed it off again."));
    else if (!reviewable)
        m_hint->setText(tr("Nothing to decide: %1").arg(presentation::stateText(m_page->ticket.state)));
    else
        m_hint->setText(commented ? QString()
                                  : tr("To send it back, write what is missing. Click a finding or a fact to pin it; "
                                       "with the keyboard: E, the arrows, Enter."));
}

void DecisionPanel::approve()
{
    if (m_approve->isEnabled())
        Q_EMIT decided({domain::ReviewDecision::Approve, m_comment->toPlainText().trimmed(), {}, m_marks});
}

void DecisionPanel::startReturn()
{
    m_comment->setFocus(Qt::ShortcutFocusReason);
}

void DecisionPanel::sendBack()
{
    if (!m_return->isEnabled()) {
        startReturn();
        return;
    }
    std::vector<domain::ReviewPin> pins = m_pins;
    const QString comment = m_comment->toPlainText().trimmed();
    for (domain::ReviewPin &pin : pins)
        pin.comment = comment;
    Q_EMIT decided({domain::ReviewDecision::Return, comment, pins, m_marks});
}

} // namespace ruhu::supervisor
