// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/icons.h>

#include <QString>
#include <QWidget>

namespace ruhu::widgets {

class IconLabel;
class TextLabel;

/// A recorded act, ready for reading: what, when and by whom.
struct Fact {
    Icon icon = Icon::Check;
    Role role = Role::Ok;
    QString text;
    QString meta; // "13:56 · Zhang xx", shown muted

    bool operator==(const Fact &) const = default;
};

/// One line of fact, in the place of the control that made it.
class FactLine final : public QWidget {
    Q_OBJECT
public:
    explicit FactLine(const Fact &fact = {}, QWidget *parent = nullptr);

    void setFact(const Fact &fact);

private:
    IconLabel *m_icon;
    TextLabel *m_text;
    TextLabel *m_meta;
};

} // namespace ruhu::widgets
