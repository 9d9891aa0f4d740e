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
#include <QTextCharFormat>
#include <QTextDocument>
#include <QTextEdit>
#include <QToolButton>

namespace plumb::ui {

using namespace styling;

namespace {

constexpr QChar kTipKey(0x1F); // unit separator: no user text holds it
constexpr int kTipGap = 10;

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

namespace {

// Boxes, fields, buttons and arrows. False: not one of them.
bool controlPrimitive(QStyle::PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                      const QWidget* widget) {
    const Tokens& t = tokens();
    const QRectF box = option->rect;
    const bool enabled = option->state & QStyle::State_Enabled;
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck: {
        const BoxState state = option->state & QStyle::State_NoChange ? BoxState::Partial
                               : option->state & QStyle::State_On     ? BoxState::On
                                                                      : BoxState::Off;
        const qreal side = qMin(box.width(), box.height());
        drawCheckBox(painter, QRectF(box.left(), box.center().y() - side / 2, side, side), state, enabled, t);
        return true;
    }
    case QStyle::PE_IndicatorRadioButton:
        drawRadio(painter, box, option->state & QStyle::State_On, enabled, t);
        break;
    case QStyle::PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            fieldFrame(option, painter, widget, true);
        break;
    case QStyle::PE_FrameLineEdit:
        fieldFrame(option, painter, widget, false);
        break;
    case QStyle::PE_PanelButtonCommand:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            pushButton(button, painter);
        break;
    case QStyle::PE_PanelButtonTool:
        toolButtonPanel(option, painter);
        break;
    case QStyle::PE_IndicatorHeaderArrow:
        break; // the label draws it behind its text
    case QStyle::PE_IndicatorArrowDown:
        paintIcon(painter, box, Icon::ChevronDown, 14, t[Token::Ink2]);
        break;
    case QStyle::PE_IndicatorArrowUp:
        paintIcon(painter, box, Icon::ChevronUp, 14, t[Token::Ink2]);
        break;
    case QStyle::PE_IndicatorArrowRight:
        paintIcon(painter, box, Icon::ChevronRight, 14, t[Token::Ink2]);
        break;
    case QStyle::PE_IndicatorArrowLeft:
        paintIcon(painter, box, Icon::ChevronLeft, 14, t[Token::Ink2]);
        break;
    default:
        return false;
    }
    return true;
}

// Frames, menus, tooltips and rows of views. False: not one of them.
bool panePrimitive(QStyle::PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) {
    const Tokens& t = tokens();
    const QRectF box = option->rect;
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    switch (element) {
    case QStyle::PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView*>(widget) && Theme::instance().focusVisible())
            drawInnerFocus(painter, box, t);
        break;
    case QStyle::PE_Frame:
        if (isTextArea(widget))
            fieldFrame(option, painter, widget, false);
        else
            paintFrame(painter, box, 0, QColor(), t[Token::Line2]);
        break;
    case QStyle::PE_FrameGroupBox:
        drawHairline(painter, box, t[Token::Line2]);
        break;
    case QStyle::PE_PanelMenu:
        paintFrame(painter, box, kRadiusPanel, t[Token::Raised], t[Token::Line2]);
        break;
    case QStyle::PE_PanelTipLabel:
        paintFrame(painter, box, kRadiusField, t[Token::Ink], t.highContrast() ? t[Token::Line2] : QColor());
        break;
    case QStyle::PE_IndicatorBranch:
        branch(option, painter);
        break;
    case QStyle::PE_PanelItemViewRow:
        if (item != nullptr)
            itemRow(item, painter);
        break;
    case QStyle::PE_PanelItemViewItem:
        if (item != nullptr && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
        if (item != nullptr)
            itemRow(item, painter);
        break;
    case QStyle::PE_FrameMenu:
    case QStyle::PE_FrameTabBarBase:
    case QStyle::PE_FrameStatusBarItem:
    case QStyle::PE_PanelStatusBar:
    case QStyle::PE_FrameTabWidget:
    case QStyle::PE_PanelMenuBar:
    case QStyle::PE_FrameButtonTool:
        break; // hairlines of the pages do it
    default:
        return false;
    }
    return true;
}

} // namespace

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    if (!controlPrimitive(element, option, painter, widget) && !panePrimitive(element, option, painter, widget))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
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
            return pushButton(button, painter);
        break;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return pushButtonLabel(button, painter);
        break;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return menuItem(item, painter);
        break;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return menuBarItem(item, painter);
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
            return headerSection(header, painter);
        break;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return headerLabel(header, painter);
        break;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return tabShape(tab, painter);
        break;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return tabLabel(tab, painter);
        break;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            return progressBar(bar, painter);
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    switch (control) {
    case CC_ComboBox:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return comboBox(combo, painter, widget);
        break;
    case CC_SpinBox:
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return spinBox(spin, painter, widget, subControlRect(control, option, SC_SpinBoxUp, widget),
                           subControlRect(control, option, SC_SpinBoxDown, widget));
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return scrollBar(bar, painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
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
            return slider(bar, painter, subControlRect(control, option, SC_SliderGroove, widget),
                          subControlRect(control, option, SC_SliderHandle, widget));
        break;
    default:
        break;
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
    case SP_TitleBarCloseButton:
        return icon(Icon::Close, Token::Ink3);
    case SP_MessageBoxInformation:
        return icon(Icon::Info);
    case SP_MessageBoxWarning:
        return icon(Icon::Warning, Token::Med);
    case SP_MessageBoxCritical:
        return icon(Icon::Error, Token::High);
    case SP_DirIcon:
    case SP_DirOpenIcon:
        return icon(Icon::Folder);
    case SP_FileIcon:
        return icon(Icon::File);
    case SP_ArrowLeft:
    case SP_ArrowBack:
        return icon(Icon::ChevronLeft);
    case SP_ArrowRight:
    case SP_ArrowForward:
        return icon(Icon::ChevronRight);
    case SP_ArrowUp:
        return icon(Icon::ChevronUp);
    case SP_ArrowDown:
        return icon(Icon::ChevronDown);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

} // namespace plumb::ui
