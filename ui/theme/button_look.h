// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How buttons look in each state; shared by the Button widget, segments and the style (for plain QPushButtons and tool
// buttons).
#pragma once

#include "ui/theme/tokens.h"

#include <QRectF>

class QPainter;

namespace plumb::ui {

enum class ButtonLook : std::uint8_t {
    Filled, ///< the one main action of a place
    Plain,  ///< frame line2
    Ghost,  ///< no frame, ink2
    Link    ///< accent text
};

struct ButtonState {
    bool enabled = true;
    bool hover = false;
    bool pressed = false;
    bool checked = false; ///< pressed in and staying: atint with aline
};

/// Fill and frame.
void drawButtonPanel(QPainter* painter, const QRectF& box, ButtonLook look, const ButtonState& state,
                     const Tokens& tokens);

/// Colour of text and icon.
[[nodiscard]] Token buttonInk(ButtonLook look, const ButtonState& state) noexcept;

} // namespace plumb::ui
