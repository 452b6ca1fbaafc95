// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/icons.h>
#include <ruhu/widgets/surface.h>

#include <QPointer>

#include <functional>
#include <vector>

class QLineEdit;
class QListView;

namespace ruhu::widgets {

class CommandModel;
class TextLabel;

/// One thing the palette can do or find.
struct Command {
    QString title;
    QString subtitle; // where it leads, or more of what was found
    QString shortcut; // for reading only: "Alt+3"
    QString keywords; // also searched, never shown: pinyin, phone endings, other names
    Icon icon = Icon::ChevronRight;
    std::function<void()> run;
};

/// Ctrl+K anywhere in the window: type, choose with the arrows, Enter. Every typed word must occur;
/// titles that begin with the first word come first. Escape gives the focus back to where it was.
class CommandPalette final : public Surface {
    Q_OBJECT
public:
    /// `window` is what it covers and owns it.
    explicit CommandPalette(QWidget *window);

    void setCommands(std::vector<Command> commands);
    /// Asked with every new text for more entries, e.g. tickets; must answer at once.
    void setProvider(std::function<std::vector<Command>(const QString &)> provider);
    [[nodiscard]] int shownCount() const;

public Q_SLOTS:
    void open();
    void close();

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildLayout();
    void filter(const QString &text);
    void runCurrent();
    bool onKey(int key);
    void moveBy(int rows);
    void place();

    std::vector<Command> m_commands;
    std::function<std::vector<Command>(const QString &)> m_provider;
    CommandModel *m_model;
    QLineEdit *m_edit;
    QListView *m_list;
    TextLabel *m_none;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace ruhu::widgets
