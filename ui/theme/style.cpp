// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dispatch and geometry; the painters are in style_controls.cpp and style_views.cpp.
#include "ui/theme/style.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/theme/style_parts.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QStyleFactory>
#include <QTabBar>
#include <QTextDocument>
#include <QTextCharFormat>
#include <QTextEdit>
#include <QToolButton>

namespace plumb::ui {
namespace {

constexpr int kFieldPadding = 10;
constexpr int kArrowRoom = 32;
constexpr int kSpinRoom = 24;

constexpr QChar kTipKey(0x1F); // unit separator: no user text holds it
constexpr int kTipGap = 10;

bool isTextArea(const QWidget* widget) {
    return qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget);
}

bool opensMenu(const QStyleOptionToolButton& option) {
    return option.features & QStyleOptionToolButton::HasMenu &&
           !(option.features & QStyleOptionToolButton::MenuButtonPopup);
}

QRegion roundedMask(const QRect& rect, qreal radius) {
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return QRegion(path.toFillPolygon().toPolygon());
}

} // namespace

QString tipWithKey(const QString& text, const QString& portableShortcut) {
    if (portableShortcut.isEmpty())
        return text;
    // QLabel measures the text itself, so the room of the cap's sides and of the gap stands in it as spaces.
    return text + kTipKey + keyText(portableShortcut) + kTipKey + QString(3, QChar(0x00A0));
}

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {
    setObjectName(QStringLiteral("plumbline"));
}

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    // Text areas have the padding of fields; the frame's 2 px count.
    if (auto* plain = qobject_cast<QPlainTextEdit*>(widget); plain && plain->frameShape() != QFrame::NoFrame)
        plain->document()->setDocumentMargin(kFieldPadding - 2);
    else if (auto* rich = qobject_cast<QTextEdit*>(widget); rich && rich->frameShape() != QFrame::NoFrame)
        rich->document()->setDocumentMargin(kFieldPadding - 2);
    // Weekends are no risk: Qt paints them red.
    if (auto* calendar = qobject_cast<QCalendarWidget*>(widget)) {
        calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        calendar->setWeekdayTextFormat(Qt::Saturday, {});
        calendar->setWeekdayTextFormat(Qt::Sunday, {});
    }
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
        qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QScrollBar*>(widget) ||
        qobject_cast<QSlider*>(widget) || qobject_cast<QTabBar*>(widget) || qobject_cast<QHeaderView*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return scaled(18);
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return scaled(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 10;
    case PM_DefaultFrameWidth:
        return isTextArea(widget) ? 2 : 1;
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
    case PM_MenuPanelWidth:
    case PM_SplitterWidth: return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return 4;
    case PM_MenuBarHMargin:
    case PM_MenuBarItemSpacing: return 4;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap: return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize: return scaled(16);
    case PM_ToolBarIconSize: return scaled(18);
    case PM_FocusFrameHMargin: // also the padding of item texts, which then stand below their column's head
        return qobject_cast<const QAbstractItemView*>(widget) ? 7 : 4;
    case PM_FocusFrameVMargin: return 4;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return kGrid;
    case PM_ToolTipLabelFrameWidth: return 8;
    case PM_TreeViewIndentation: return scaled(18);
    case PM_HeaderMargin: return 8;
    case PM_HeaderMarkSize: return 12;
    case PM_HeaderDefaultSectionSizeVertical: return tableRowHeight();
    case PM_SliderLength: return scaled(18);
    case PM_SliderThickness:
    case PM_SliderControlThickness: return scaled(20);
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarTabVSpace: return 12;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const {
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_Menu_SubMenuPopupDelay: return hint == SH_Menu_SubMenuPopupDelay ? 150 : 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Menu_SloppySubMenus:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
    case SH_Widget_Animation_Duration: return 0;
    case SH_Widget_Animate: return Theme::instance().reducedMotion() ? 0 : 1;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_Table_GridLineColor: return static_cast<int>(tokens()[Token::Line].rgba());
    case SH_ToolTip_Mask:
    case SH_Menu_Mask:
        if (auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(returned); mask != nullptr && option != nullptr) {
            mask->region = roundedMask(option->rect, hint == SH_Menu_Mask ? kRadiusPanel : kRadiusField);
            return 1;
        }
        return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
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
    case CT_LineEdit: return {size.width() + 2 * kFieldPadding, qMax(size.height() + 2, controlHeight())};
    case CT_ComboBox: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {qMax(base.width(), size.width() + kFieldPadding + kArrowRoom), controlHeight()};
    }
    case CT_SpinBox: return {size.width() + kFieldPadding + kSpinRoom, controlHeight()};
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
    case CT_MenuBarItem: return {size.width() + 16, qMax(size.height() + 8, scaled(28))};
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + 8, qMax(base.height(), tableHeadHeight())};
    }
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), qMax(base.height(), treeRowHeight())};
    }
    case CT_TabBarTab: return {size.width() + 8, qMax(size.height(), controlHeight() + 4)};
    case CT_ProgressBar: return {size.width(), scaled(4)};
    default: break;
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

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                            const QWidget* widget) const {
    const QRect r = option->rect;
    if (control == CC_ComboBox) {
        if (sub == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(kFieldPadding, 1, -kArrowRoom, -1));
        if (sub == SC_ComboBoxArrow)
            return visualRect(option->direction, r, QRect(r.right() - kArrowRoom + 1, r.top(), kArrowRoom, r.height()));
        if (sub == SC_ComboBoxListBoxPopup)
            return r.translated(0, 3);
    }
    if (control == CC_SpinBox) {
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        const bool buttons = spin == nullptr || spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int room = buttons ? kSpinRoom : 4;
        const QRect right(r.right() - room + 1, r.top() + 2, room - 2, r.height() - 4);
        if (sub == SC_SpinBoxEditField)
            return visualRect(option->direction, r, r.adjusted(kFieldPadding - 2, 1, -room, -1));
        if (sub == SC_SpinBoxUp)
            return buttons ? visualRect(option->direction, r, right.adjusted(0, 0, 0, -right.height() / 2)) : QRect();
        if (sub == SC_SpinBoxDown)
            return buttons ? visualRect(option->direction, r, right.adjusted(0, right.height() / 2, 0, 0)) : QRect();
    }
    if (control == CC_ScrollBar) {
        if (sub == SC_ScrollBarAddLine || sub == SC_ScrollBarSubLine)
            return {};
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar != nullptr && (sub == SC_ScrollBarGroove))
            return r;
        if (bar != nullptr && bar->maximum >= bar->minimum) {
            const bool across = bar->orientation == Qt::Horizontal;
            const int length = across ? r.width() : r.height();
            const qint64 range = qint64(bar->maximum) - bar->minimum;
            const qint64 total = range + bar->pageStep;
            int size = range == 0 ? length : int(qint64(bar->pageStep) * length / qMax<qint64>(1, total));
            size = qBound(qMin(28, length), size, length);
            const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - size,
                                                   bar->upsideDown);
            const auto span = [&](int from, int to) {
                return across ? QRect(r.left() + from, r.top(), to - from, r.height())
                              : QRect(r.left(), r.top() + from, r.width(), to - from);
            };
            if (sub == SC_ScrollBarSlider)
                return span(at, at + size);
            if (sub == SC_ScrollBarSubPage)
                return span(0, at);
            if (sub == SC_ScrollBarAddPage)
                return span(at + size, length);
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    const Tokens& t = tokens();
    const QRectF box = option->rect;
    const bool enabled = option->state & State_Enabled;
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: {
        const BoxState state = option->state & State_NoChange ? BoxState::Partial
                               : option->state & State_On     ? BoxState::On
                                                              : BoxState::Off;
        const qreal side = qMin(box.width(), box.height());
        drawCheckBox(painter, QRectF(box.left(), box.center().y() - side / 2, side, side), state, enabled, t);
        return;
    }
    case PE_IndicatorRadioButton: drawRadio(painter, box, option->state & State_On, enabled, t); return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView*>(widget) && Theme::instance().focusVisible())
            drawInnerFocus(painter, box, t);
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            styling::fieldFrame(option, painter, widget, true);
        return;
    case PE_FrameLineEdit: styling::fieldFrame(option, painter, widget, false); return;
    case PE_Frame:
        if (isTextArea(widget))
            styling::fieldFrame(option, painter, widget, false);
        else
            paintFrame(painter, box, 0, QColor(), t[Token::Line2]);
        return;
    case PE_FrameGroupBox: drawHairline(painter, box, t[Token::Line2]); return;
    case PE_PanelMenu: paintFrame(painter, box, kRadiusPanel, t[Token::Raised], t[Token::Line2]); return;
    case PE_FrameMenu:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_FrameTabWidget:
    case PE_PanelMenuBar:
    case PE_FrameButtonTool: return;
    case PE_PanelTipLabel:
        paintFrame(painter, box, kRadiusField, t[Token::Ink], t.highContrast() ? t[Token::Line2] : QColor());
        return;
    case PE_PanelButtonCommand:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            styling::pushButton(button, painter);
        return;
    case PE_PanelButtonTool: styling::toolButtonPanel(option, painter); return;
    case PE_IndicatorBranch: styling::branch(option, painter); return;
    case PE_PanelItemViewRow:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option))
            styling::itemRow(item, painter);
        return;
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            if (item->backgroundBrush.style() != Qt::NoBrush)
                painter->fillRect(option->rect, item->backgroundBrush);
            styling::itemRow(item, painter);
        }
        return;
    case PE_IndicatorHeaderArrow: return; // the label draws it behind its text
    case PE_IndicatorArrowDown: paintIcon(painter, box, Icon::ChevronDown, 14, t[Token::Ink2]); return;
    case PE_IndicatorArrowUp: paintIcon(painter, box, Icon::ChevronUp, 14, t[Token::Ink2]); return;
    case PE_IndicatorArrowRight: paintIcon(painter, box, Icon::ChevronRight, 14, t[Token::Ink2]); return;
    case PE_IndicatorArrowLeft: paintIcon(painter, box, Icon::ChevronLeft, 14, t[Token::Ink2]); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    const Tokens& t = tokens();
    switch (element) {
    case CE_FocusFrame: {
        const auto* frame = qobject_cast<const QFocusFrame*>(widget);
        const QVariant radius = frame && frame->widget() ? frame->widget()->property(kFocusRadiusProperty) : QVariant();
        paintFrame(painter, option->rect, (radius.isValid() ? radius.toReal() : kRadiusField) + 3, QColor(),
                  t[Token::Accent], 2);
        return;
    }
    case CE_Splitter: {
        painter->fillRect(option->rect, t[Token::Line]);
        return;
    }
    case CE_PushButtonBevel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return styling::pushButton(button, painter);
        break;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return styling::pushButtonLabel(button, painter);
        break;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return styling::menuItem(item, painter);
        break;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return styling::menuBarItem(item, painter);
        break;
    case CE_MenuBarEmptyArea:
    case CE_MenuEmptyArea:
    case CE_HeaderEmptyArea:
    case CE_ShapedFrame:
        if (element == CE_HeaderEmptyArea) {
            const QRectF r = option->rect;
            drawHairline(painter, QRectF(r.left(), r.bottom() - 1, r.width(), 1), t[Token::Line2]);
            return;
        }
        break;
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return styling::headerSection(header, painter);
        break;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return styling::headerLabel(header, painter);
        break;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return styling::tabShape(tab, painter);
        break;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return styling::tabLabel(tab, painter);
        break;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            return styling::progressBar(bar, painter);
        break;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    switch (control) {
    case CC_ComboBox:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return styling::comboBox(combo, painter, widget);
        break;
    case CC_SpinBox:
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return styling::spinBox(spin, painter, widget, subControlRect(control, option, SC_SpinBoxUp, widget),
                                    subControlRect(control, option, SC_SpinBoxDown, widget));
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return styling::scrollBar(bar, painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
        break;
    case CC_ToolButton:
        if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option); tool && opensMenu(*tool)) {
            QStyleOptionToolButton bare(*tool);
            bare.features &= ~QStyleOptionToolButton::HasMenu;
            const QRectF r = tool->rect;
            paintIcon(painter, QRectF(r.right() - scaled(12) - 4, r.top(), scaled(12), r.height()), Icon::ChevronDown,
                      scaled(12), tokens()[Token::Ink2]);
            bare.rect.setWidth(bare.rect.width() - scaled(12));
            QProxyStyle::drawComplexControl(control, &bare, painter, widget);
            return;
        }
        break;
    case CC_Slider:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return styling::slider(bar, painter, subControlRect(control, option, SC_SliderGroove, widget),
                                   subControlRect(control, option, SC_SliderHandle, widget));
        break;
    default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::itemTextRect(const QFontMetrics& metrics, const QRect& rect, int flags, bool enabled,
                          const QString& text) const {
    const qsizetype at = text.indexOf(kTipKey);
    if (at < 0)
        return QProxyStyle::itemTextRect(metrics, rect, flags, enabled, text);
    const QSizeF cap = keyCapSize(text.section(kTipKey, 1, 1), badgeHeight());
    const int width = metrics.horizontalAdvance(text.left(at)) + kTipGap + qCeil(cap.width());
    return {rect.topLeft(), QSize(width, qMax(metrics.height(), qCeil(cap.height())))};
}

void Style::drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette, bool enabled,
                         const QString& text, QPalette::ColorRole role) const {
    const qsizetype at = text.indexOf(kTipKey);
    if (at < 0) {
        QProxyStyle::drawItemText(painter, rect, flags, palette, enabled, text, role);
        return;
    }
    const QString key = text.section(kTipKey, 1, 1);
    const QSizeF cap = keyCapSize(key, badgeHeight());
    const QRectF box(rect.right() + 1 - cap.width(), rect.center().y() + 0.5 - cap.height() / 2, cap.width(),
                     cap.height());
    QProxyStyle::drawItemText(painter, rect, (flags & ~Qt::AlignVertical_Mask) | Qt::AlignVCenter, palette, enabled,
                              text.left(at), role);
    drawKeyCap(painter, box, key, tokens(), KeyLook::OnInk);
}

QPixmap Style::standardPixmap(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const {
    if (pixmap == SP_LineEditClearButton || pixmap == SP_MessageBoxInformation || pixmap == SP_MessageBoxWarning)
        return standardIcon(pixmap, option, widget).pixmap(16);
    return QProxyStyle::standardPixmap(pixmap, option, widget);
}

QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const {
    switch (pixmap) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton: return icon(Icon::Close, Token::Ink3);
    case SP_MessageBoxInformation: return icon(Icon::Info);
    case SP_MessageBoxWarning: return icon(Icon::Warning, Token::Med);
    case SP_MessageBoxCritical: return icon(Icon::Error, Token::High);
    case SP_DirIcon:
    case SP_DirOpenIcon: return icon(Icon::Folder);
    case SP_FileIcon: return icon(Icon::File);
    case SP_ArrowLeft:
    case SP_ArrowBack: return icon(Icon::ChevronLeft);
    case SP_ArrowRight:
    case SP_ArrowForward: return icon(Icon::ChevronRight);
    case SP_ArrowUp: return icon(Icon::ChevronUp);
    case SP_ArrowDown: return icon(Icon::ChevronDown);
    default: return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

} // namespace plumb::ui
