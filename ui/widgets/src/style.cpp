// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style.h"

#include "paint.h"

#include <ruhu/widgets/icons.h>
#include <ruhu/widgets/theme.h>

#include <QAbstractButton>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QTabBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

namespace {

/// Round the whole control, not round the words inside it.
QRect ringRect(const QStyleOption &option, const QWidget *widget)
{
    if (qobject_cast<const QAbstractButton *>(widget))
        return widget->rect();
    if (const auto *bar = qobject_cast<const QTabBar *>(widget))
        return bar->tabRect(bar->currentIndex());
    return option.rect;
}

} // namespace

Style::Style() : QProxyStyle(u"fusion"_s) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange)
            paint::focusRing(*painter, ringRect(*option, widget));
        return;
    case PE_IndicatorRadioButton:
        paint::radioMark(*painter, option->rect, option->state);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paint::checkMark(*painter, option->rect, option->state);
        return;
    case PE_IndicatorArrowDown:
        paint::chevron(*painter, option->rect, paint::Direction::Down);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control != CC_ComboBox && control != CC_SpinBox) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const bool enabled = option->state & State_Enabled;
    paint::box(*painter, option->rect, Theme::color(enabled ? Role::SurfaceRaised : Role::Surface),
               Theme::color(enabled ? Role::LineStrong : Role::Line));
    if (option->state & State_HasFocus)
        paint::focusRing(*painter, option->rect);
    if (control == CC_ComboBox) {
        const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
        paint::chevron(*painter, arrow, paint::Direction::Down);
        return;
    }
    const QRect up = subControlRect(control, option, SC_SpinBoxUp, widget);
    const QRect down = subControlRect(control, option, SC_SpinBoxDown, widget);
    paint::chevron(*painter, up, paint::Direction::Up);
    paint::chevron(*painter, down, paint::Direction::Down);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const bool isText = (control == CC_ComboBox && part == SC_ComboBoxEditField)
                        || (control == CC_SpinBox && part == SC_SpinBoxEditField);
    if (isText)
        rect.setLeft(rect.left() + tokens::kSpace2); // text starts where it starts in a line edit
    return rect;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox || type == CT_SpinBox)
        wanted = QSize(wanted.width() + tokens::kSpace4, std::max(wanted.height(), tokens::kControlHeight));
    return wanted;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_MenuButtonIndicator: // the style sheet makes room for it
        return qobject_cast<const QPushButton *>(widget) ? 0 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return tokens::kIndicator;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
        return tokens::kIcon;
    case PM_RadioButtonLabelSpacing:
    case PM_CheckBoxLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return tokens::kSpace2;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return tokens::kSpace4;
    case PM_ScrollBarExtent:
        return tokens::kScrollBar;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration: // nothing moves by itself
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace ruhu::widgets
