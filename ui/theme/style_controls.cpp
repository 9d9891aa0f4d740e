// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fields, combos, spin boxes, buttons and sliders of Style.
#include "ui/theme/style_parts.h"

#include "ui/theme/button_look.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/theme/style.h"

#include <QPainter>
#include <QWidget>

namespace plumb::ui::styling {
namespace {

bool hasError(const QWidget* widget) {
    for (const QWidget* w = widget; w != nullptr && !w->isWindow(); w = w->parentWidget()) {
        if (w->property(kErrorProperty).toBool())
            return true;
        if (w != widget)
            break; // the field itself and what wraps it directly
    }
    return false;
}

ButtonState stateOf(const QStyleOption* option) {
    ButtonState state;
    state.enabled = option->state & QStyle::State_Enabled;
    state.hover = option->state & QStyle::State_MouseOver;
    state.pressed = option->state & QStyle::State_Sunken;
    state.checked = option->state & QStyle::State_On;
    return state;
}

ButtonLook lookOf(const QStyleOptionButton* option) {
    if (option->features & QStyleOptionButton::DefaultButton)
        return ButtonLook::Filled;
    return option->features & QStyleOptionButton::Flat ? ButtonLook::Ghost : ButtonLook::Plain;
}

} // namespace

void fieldFrame(const QStyleOption* option, QPainter* painter, const QWidget* widget, bool fill) {
    const Tokens& t = tokens();
    const bool enabled = option->state & QStyle::State_Enabled;
    const Token line = !enabled ? Token::Line2 : hasError(widget) ? Token::High : Token::Control;
    paintFrame(painter, option->rect, kRadiusField, fill ? t[Token::Surface] : QColor(), t[line]);
}

void comboBox(const QStyleOptionComboBox* option, QPainter* painter, const QWidget* widget) {
    const Tokens& t = tokens();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool hover = enabled && option->state & QStyle::State_MouseOver && !option->editable;
    if (option->frame) {
        fieldFrame(option, painter, widget, true);
        if (hover || option->state & QStyle::State_On)
            paintFrame(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), kRadiusField - 1, t[Token::Hover],
                       QColor());
    } else if (hover) {
        paintFrame(painter, option->rect, kRadiusField, t[Token::Hover], QColor());
    }
    const QRectF r = option->rect;
    const bool leftToRight = option->direction != Qt::RightToLeft;
    const QRectF arrow(leftToRight ? r.right() - 29 : r.left() + 5, r.top(), 24, r.height());
    paintIcon(painter, arrow, Icon::ChevronDown, scaled(16), t[enabled ? Token::Ink2 : Token::Disabled]);
}

void spinBox(const QStyleOptionSpinBox* option, QPainter* painter, const QWidget* widget, const QRect& up,
             const QRect& down) {
    const Tokens& t = tokens();
    if (option->frame)
        fieldFrame(option, painter, widget, true);
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](const QRect& box, QStyle::SubControl sub, QAbstractSpinBox::StepEnabledFlag flag,
                           Icon shape) {
        const bool enabled = option->state & QStyle::State_Enabled && option->stepEnabled & flag;
        if (enabled && option->activeSubControls == sub)
            paintFrame(painter, QRectF(box), kRadiusBox,
                       t[option->state & QStyle::State_Sunken ? Token::Press : Token::Hover], QColor());
        paintIcon(painter, box, shape, 12, t[enabled ? Token::Ink2 : Token::Disabled]);
    };
    arrow(up, QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Icon::ChevronUp);
    arrow(down, QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Icon::ChevronDown);
}

void pushButton(const QStyleOptionButton* option, QPainter* painter) {
    drawButtonPanel(painter, option->rect, lookOf(option), stateOf(option), tokens());
}

void pushButtonLabel(const QStyleOptionButton* option, QPainter* painter) {
    const QColor ink = tokens()[buttonInk(lookOf(option), stateOf(option))];
    const qreal iconRoom = option->icon.isNull() ? 0 : scaled(16) + (option->text.isEmpty() ? 0 : 7);
    QString text = option->text;
    text.remove(QLatin1Char('&'));
    const qreal width = qMin<qreal>(textWidth(text, Role::BodyMedium), option->rect.width() - iconRoom);
    QRectF rest = option->rect;
    rest.setLeft(rest.center().x() - (width + iconRoom) / 2);
    if (iconRoom > 0) {
        const int side = scaled(16);
        const QRect box(qRound(rest.left()), qRound(rest.center().y() - side / 2.0), side, side);
        option->icon.paint(painter, box, Qt::AlignCenter,
                           option->state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
        rest.setLeft(rest.left() + iconRoom);
    }
    rest.setWidth(width + 1);
    drawText(painter, rest, text, Role::BodyMedium, ink);
}

void toolButtonPanel(const QStyleOption* option, QPainter* painter) {
    ButtonState state = stateOf(option);
    const bool raised = !(option->state & QStyle::State_AutoRaise);
    drawButtonPanel(painter, option->rect, raised ? ButtonLook::Plain : ButtonLook::Ghost, state, tokens());
}

void slider(const QStyleOptionSlider* option, QPainter* painter, const QRect& groove, const QRect& handle) {
    const Tokens& t = tokens();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool across = option->orientation == Qt::Horizontal;
    const QPointF middle = QRectF(groove).center();
    const QRectF track = across ? QRectF(groove.left(), middle.y() - 2, groove.width(), 4)
                                : QRectF(middle.x() - 2, groove.top(), 4, groove.height());
    paintFrame(painter, track, 2, t[Token::Track], QColor());
    QRectF done = track;
    const QPointF knob = QRectF(handle).center();
    if (across)
        option->upsideDown ? done.setLeft(knob.x()) : done.setRight(knob.x());
    else
        option->upsideDown ? done.setTop(knob.y()) : done.setBottom(knob.y());
    paintFrame(painter, done, 2, t[enabled ? Token::AFill : Token::Disabled], QColor());
    const qreal radius = scaled(16) / 2.0;
    const QRectF circle(knob.x() - radius, knob.y() - radius, 2 * radius, 2 * radius);
    paintFrame(painter, circle, radius, t[Token::Surface], t[enabled ? Token::AFill : Token::Disabled], 2);
}

} // namespace plumb::ui::styling
