// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Measures of Style: metrics, hints, sizes and where the parts of a control are.
#include "ui/theme/style.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/theme/style_parts.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace plumb::ui {

using namespace styling;

namespace {

QRegion roundedMask(const QRect& rect, qreal radius) {
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return QRegion(path.toFillPolygon().toPolygon());
}

} // namespace

bool styling::isTextArea(const QWidget* widget) {
    return qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget);
}

bool styling::opensMenu(const QStyleOptionToolButton& option) {
    return option.features & QStyleOptionToolButton::HasMenu &&
           !(option.features & QStyleOptionToolButton::MenuButtonPopup);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return scaled(18);
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaled(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 10;
    case PM_DefaultFrameWidth:
        return isTextArea(widget) ? 2 : 1;
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
    case PM_MenuPanelWidth:
    case PM_SplitterWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    case PM_MenuBarHMargin:
    case PM_MenuBarItemSpacing:
        return 4;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
        return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return scaled(16);
    case PM_ToolBarIconSize:
        return scaled(18);
    case PM_FocusFrameHMargin: // also the padding of item texts, which then stand below their column's head
        return qobject_cast<const QAbstractItemView*>(widget) ? 7 : 4;
    case PM_FocusFrameVMargin:
        return 4;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return kGrid;
    case PM_ToolTipLabelFrameWidth:
        return 8;
    case PM_TreeViewIndentation:
        return scaled(18);
    case PM_HeaderMargin:
        return 8;
    case PM_HeaderMarkSize:
        return 12;
    case PM_HeaderDefaultSectionSizeVertical:
        return tableRowHeight();
    case PM_SliderLength:
        return scaled(18);
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return scaled(20);
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 12;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const {
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_Menu_SubMenuPopupDelay:
        return hint == SH_Menu_SubMenuPopupDelay ? 150 : 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Menu_SloppySubMenus:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_Widget_Animate:
        return Theme::instance().reducedMotion() ? 0 : 1;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_Table_GridLineColor:
        return static_cast<int>(tokens()[Token::Line].rgba());
    case SH_ToolTip_Mask:
    case SH_Menu_Mask:
        if (auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(returned); mask != nullptr && option != nullptr) {
            mask->region = roundedMask(option->rect, hint == SH_Menu_Mask ? kRadiusPanel : kRadiusField);
            return 1;
        }
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button == nullptr)
            break;
        qreal width = textWidth(button->text, Role::BodyMedium) + 24;
        if (!button->icon.isNull())
            width += scaled(16) + (button->text.isEmpty() ? 0 : 7);
        return {qMax(controlHeight(), qRound(width)), controlHeight()};
    }
    case CT_LineEdit:
        return {size.width() + 2 * kFieldPadding, qMax(size.height() + 2, controlHeight())};
    case CT_ComboBox: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {qMax(base.width(), size.width() + kFieldPadding + kArrowRoom), controlHeight()};
    }
    case CT_SpinBox:
        return {size.width() + kFieldPadding + kSpinRoom, controlHeight()};
    case CT_ToolButton: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        const int chevron = tool != nullptr && opensMenu(*tool) ? scaled(12) + 4 : 0;
        return base.expandedTo({controlHeight(), controlHeight()}) + QSize(chevron, 0);
    }
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return styling::menuItemSize(item);
        break;
    case CT_MenuBarItem:
        return {size.width() + 16, qMax(size.height() + 8, scaled(28))};
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + 8, qMax(base.height(), tableHeadHeight())};
    }
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), qMax(base.height(), treeRowHeight())};
    }
    case CT_TabBarTab:
        return {size.width() + 8, qMax(size.height(), controlHeight() + 4)};
    case CT_ProgressBar:
        return {size.width(), scaled(4)};
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    if (element == SE_LineEditContents) {
        // A line edit inside a combo or spin box has the room of its owner's edit field.
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        const int padding = frame != nullptr && frame->lineWidth > 0 ? kFieldPadding - 1 : 0;
        return option->rect.adjusted(padding, 1, -padding, -1);
    }
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    if (element == SE_ProgressBarLabel)
        return {};
    return QProxyStyle::subElementRect(element, option, widget);
}

namespace {

QRect comboRect(const QStyleOptionComplex* option, QStyle::SubControl sub) {
    const QRect r = option->rect;
    if (sub == QStyle::SC_ComboBoxEditField)
        return QStyle::visualRect(option->direction, r, r.adjusted(kFieldPadding, 1, -kArrowRoom, -1));
    if (sub == QStyle::SC_ComboBoxArrow)
        return QStyle::visualRect(option->direction, r,
                                  QRect(r.right() - kArrowRoom + 1, r.top(), kArrowRoom, r.height()));
    return sub == QStyle::SC_ComboBoxListBoxPopup ? r.translated(0, 3) : r;
}

QRect spinRect(const QStyleOptionComplex* option, QStyle::SubControl sub) {
    const QRect r = option->rect;
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    const bool buttons = spin == nullptr || spin->buttonSymbols != QAbstractSpinBox::NoButtons;
    const int room = buttons ? kSpinRoom : 4;
    const QRect right(r.right() - room + 1, r.top() + 2, room - 2, r.height() - 4);
    if (sub == QStyle::SC_SpinBoxEditField)
        return QStyle::visualRect(option->direction, r, r.adjusted(kFieldPadding - 2, 1, -room, -1));
    if (sub == QStyle::SC_SpinBoxFrame)
        return r;
    if (!buttons)
        return {};
    return QStyle::visualRect(option->direction, r,
                              sub == QStyle::SC_SpinBoxUp ? right.adjusted(0, 0, 0, -right.height() / 2)
                                                          : right.adjusted(0, right.height() / 2, 0, 0));
}

// No arrows at the ends: the bar alone.
QRect scrollRect(const QStyleOptionSlider* bar, QStyle::SubControl sub) {
    const QRect r = bar->rect;
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? r.width() : r.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int size = range <= 0 ? length : int(qint64(bar->pageStep) * length / qMax<qint64>(1, range + bar->pageStep));
    size = qBound(qMin(28, length), size, length);
    const int at = QStyle::sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - size,
                                                   bar->upsideDown);
    const auto span = [&](int from, int to) {
        return across ? QRect(r.left() + from, r.top(), to - from, r.height())
                      : QRect(r.left(), r.top() + from, r.width(), to - from);
    };
    switch (sub) {
    case QStyle::SC_ScrollBarGroove:
        return r;
    case QStyle::SC_ScrollBarSlider:
        return span(at, at + size);
    case QStyle::SC_ScrollBarSubPage:
        return span(0, at);
    case QStyle::SC_ScrollBarAddPage:
        return span(at + size, length);
    default:
        return {};
    }
}

} // namespace

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                            const QWidget* widget) const {
    if (control == CC_ComboBox && sub != SC_ComboBoxFrame)
        return comboRect(option, sub);
    if (control == CC_SpinBox)
        return spinRect(option, sub);
    if (control == CC_ScrollBar)
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return scrollRect(bar, sub);
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

} // namespace plumb::ui
