// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small painted parts that widgets, delegates and the style share: text by role, boxes, key caps, badges, progress,
// initials. Rectangles are device-independent pixels; sizes that hold text are asked for with the ...Size functions.
#pragma once

#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace plumb::ui {

/// One line of text in a role's font. Too long text is elided at the end. `flags` are Qt::Alignment; vertical centring
/// is by the line, so that neighbours of different roles share a middle. Returns the width painted.
qreal drawText(QPainter* painter, const QRectF& box, const QString& text, Role role, const QColor& color,
               Qt::Alignment flags = Qt::AlignLeft | Qt::AlignVCenter, Digits digits = Digits::Proportional);

[[nodiscard]] qreal textWidth(const QString& text, Role role, Digits digits = Digits::Proportional);

/// A frame of `width` px that stays inside `box`, on whole pixels, filled or not (invalid colours leave a part out).
void paintFrame(QPainter* painter, const QRectF& box, qreal radius, const QColor& fill, const QColor& line,
                qreal width = 1.0);

/// A hairline of 1 px along the top edge of `box`.
void drawHairline(QPainter* painter, const QRectF& box, const QColor& color);

// --- boxes -----------------------------------------------------------------------------------------------------------
enum class BoxState : std::uint8_t { Off, On, Partial };
void drawCheckBox(QPainter* painter, const QRectF& box, BoxState state, bool enabled, const Tokens& tokens);
void drawRadio(QPainter* painter, const QRectF& box, bool on, bool enabled, const Tokens& tokens);
/// `position` 0 off to 1 on, for the fade. Meant for 30 x 18.
void drawSwitch(QPainter* painter, const QRectF& box, qreal position, bool enabled, const Tokens& tokens);

// --- key caps --------------------------------------------------------------------------------------------------------
enum class KeyLook : std::uint8_t {
    Plain,    ///< on a sheet: surface, frame line2, ink2
    OnAccent, ///< inside a filled button
    OnInk     ///< inside the undo bar and tooltips
};
/// Width for a key cap of this text: as wide as high at least.
[[nodiscard]] QSizeF keyCapSize(const QString& text, qreal height = 18);
void drawKeyCap(QPainter* painter, const QRectF& box, const QString& text, const Tokens& tokens,
                KeyLook look = KeyLook::Plain, bool enabled = true);
/// A shortcut as people read it: "Ctrl+Shift+Z" in portable text gives "Ctrl Shift Z".
[[nodiscard]] QString keyText(const QString& portableShortcut);

// --- badges ----------------------------------------------------------------------------------------------------------
enum class BadgeLook : std::uint8_t { Canvas, Accent, High, Medium, NoRisk, Frame };
[[nodiscard]] QSizeF badgeSize(const QString& text, bool withIcon = false);
void drawBadge(QPainter* painter, const QRectF& box, const QString& text, BadgeLook look, const Tokens& tokens);

// --- progress and people ---------------------------------------------------------------------------------------------
/// A bar without radius under 4 px and radius 2 else; `share` 0-1 is clamped.
void drawProgress(QPainter* painter, const QRectF& box, double share, const Tokens& tokens, Token fill = Token::Ink2);
/// A circle with two letters; `strong` for the first or present person.
void drawAvatar(QPainter* painter, const QRectF& box, const QString& initials, bool strong, const Tokens& tokens);
/// "Kenji Abe" -> "KA", "Ines" -> "I", empty -> "?".
[[nodiscard]] QString initialsOf(const QString& name);

/// The background of a row: hover, or selected with its 3 px bar (accent, or control when the view has no focus) and,
/// in high contrast, a frame of 2 px.
void drawRowBackground(QPainter* painter, const QRectF& row, bool hover, bool selected, bool viewHasFocus,
                       const Tokens& tokens);
/// Focus of a row: 2 px of accent, inside.
void drawInnerFocus(QPainter* painter, const QRectF& row, const Tokens& tokens, qreal radius = 0);

} // namespace plumb::ui
