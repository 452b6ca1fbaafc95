// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/command_palette.h>

#include "command_model.h"

#include <ruhu/widgets/text_label.h>

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

CommandPalette::CommandPalette(QWidget *window)
    : Surface(Role::SurfaceRaised, Role::LineStrong, window),
      m_model(new CommandModel(this)),
      m_edit(new QLineEdit),
      m_list(new QListView),
      m_none(new TextLabel(tr("Nothing found"), TextSize::Body, Role::TextMuted))
{
    Q_ASSERT(window);
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Find anything"));
    m_edit->setObjectName(u"commandText"_s);
    m_edit->setPlaceholderText(tr("Find a ticket, a page or an act"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_list->setObjectName(u"commandList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    buildLayout();
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    m_edit->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::buildLayout()
{
    m_edit->addAction(icon(Icon::Search, Role::TextMuted), QLineEdit::LeadingPosition);
    m_none->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::kSpace2, tokens::kSpace2, tokens::kSpace2, tokens::kSpace2);
    column->setSpacing(tokens::kSpace2);
    column->addWidget(m_edit);
    column->addWidget(m_list, 1);
    column->addWidget(m_none, 1);
}

void CommandPalette::setCommands(std::vector<Command> commands)
{
    m_commands = std::move(commands);
    filter(m_edit->text());
}

void CommandPalette::setProvider(std::function<std::vector<Command>(const QString &)> provider)
{
    m_provider = std::move(provider);
}

int CommandPalette::shownCount() const
{
    return m_model->rowCount();
}

void CommandPalette::open()
{
    if (isVisible())
        return;
    m_before = QApplication::focusWidget();
    m_edit->clear();
    filter({});
    show();
    raise();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void CommandPalette::filter(const QString &text)
{
    std::vector<std::pair<int, Command>> found;
    for (const Command &command : m_commands) {
        if (const int score = commandScore(command, text); score > 0)
            found.emplace_back(score, command);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<Command> rows;
    rows.reserve(found.size());
    for (auto &entry : found)
        rows.push_back(std::move(entry.second));
    if (m_provider) {
        auto more = m_provider(text);
        std::move(more.begin(), more.end(), std::back_inserter(rows));
    }
    const bool any = !rows.empty();
    m_model->setRows(std::move(rows));
    m_list->setVisible(any);
    m_none->setVisible(!any);
    if (any)
        m_list->setCurrentIndex(m_model->index(0));
    place();
}

void CommandPalette::runCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const auto run = m_model->command(index.row()).run; // a copy: running may change the commands
    close();
    if (run)
        run();
}

void CommandPalette::moveBy(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(m_list->currentIndex().row() + rows, 0, last)));
}

bool CommandPalette::onKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_PageDown:
        moveBy(tokens::kPaletteRowsShown);
        return true;
    case Qt::Key_PageUp:
        moveBy(-tokens::kPaletteRowsShown);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // the focus stays inside
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress)
        return onKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == m_edit && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason)
        close(); // a click beside it
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return false;
}

void CommandPalette::place()
{
    const QSize area = parentWidget()->size();
    const int rows = std::clamp(m_model->rowCount(), 2, tokens::kPaletteRowsShown);
    const int height = tokens::kControlHeight + 3 * tokens::kSpace2 + rows * tokens::kPaletteRow;
    const int width = std::min(tokens::kPaletteWidth, area.width() - 2 * tokens::kSpace4);
    const int top = std::min(tokens::kPaletteTop, std::max(0, area.height() - height));
    setGeometry((area.width() - width) / 2, top, width, std::min(height, area.height()));
}

} // namespace ruhu::widgets
