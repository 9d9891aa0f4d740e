// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See button_look.h.
#include "ui/theme/button_look.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

namespace plumb::ui {

void drawButtonPanel(QPainter* painter, const QRectF& box, ButtonLook look, const ButtonState& state, const Tokens& t) {
    QColor fill, line;
    if (look == ButtonLook::Filled) {
        if (!state.enabled)
            fill = t[Token::Press];
        else
            fill = t[state.pressed ? Token::AFillPress : state.hover ? Token::AFillHover : Token::AFill];
        if (!state.enabled && t.highContrast())
            line = t[Token::Line];
    } else {
        if (state.checked) {
            fill = t[Token::ATint];
            line = t[Token::ALine];
        } else if (look == ButtonLook::Plain) {
            fill = t[Token::Surface];
            line = t[state.enabled ? Token::Line2 : Token::Line];
        }
        if (state.enabled && !state.checked && (state.pressed || state.hover))
            fill = t[state.pressed ? Token::Press : Token::Hover];
        // In high contrast a fill of hover says too little: show the box.
        if (t.highContrast() && look != ButtonLook::Plain && state.enabled && (state.hover || state.pressed))
            line = t[Token::Line];
    }
    paintFrame(painter, box, kRadiusField, fill, line);
}

Token buttonInk(ButtonLook look, const ButtonState& state) noexcept {
    if (!state.enabled)
        return Token::Disabled;
    if (state.checked)
        return Token::Accent;
    switch (look) {
    case ButtonLook::Filled:
        return Token::OnAccent;
    case ButtonLook::Plain:
        return Token::Ink;
    case ButtonLook::Ghost:
        return Token::Ink2;
    case ButtonLook::Link:
        break;
    }
    return Token::Accent;
}

} // namespace plumb::ui
