// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The signs that the whole product shares: risk marks, the bob on its line, the hatch. One function paints each of them
// on screen, in charts and in the PDF, as paths, so that they scale and stay vectors. The plumb line says what is true,
// the hatch says what is not known yet. Painters come in with any transformation; antialiasing is switched on where
// needed and the painter's state is left as it was.
#pragma once

#include "core/lens/rule.h"
#include "ui/theme/tokens.h"

#include <cstdint>

#include <QPainterPath>
#include <QString>

class QPainter;

namespace plumb::ui {

/// What a mark says. Accepted is a High or Medium whose risk somebody accepted.
enum class MarkKind : std::uint8_t { None, Medium, High, Unanswered, NotApplicable, Unmatched, Accepted };

[[nodiscard]] constexpr MarkKind markOf(lens::State state) noexcept {
    switch (state) {
    case lens::State::None:
        return MarkKind::None;
    case lens::State::Medium:
        return MarkKind::Medium;
    case lens::State::High:
        return MarkKind::High;
    case lens::State::Unanswered:
        return MarkKind::Unanswered;
    case lens::State::NotApplicable:
        return MarkKind::NotApplicable;
    case lens::State::Unmatched:
        break;
    }
    return MarkKind::Unmatched;
}
[[nodiscard]] constexpr MarkKind markOf(lens::State state, bool accepted) noexcept {
    return accepted && (state == lens::State::High || state == lens::State::Medium) ? MarkKind::Accepted
                                                                                    : markOf(state);
}

/// "High", "Medium", "None", "Unanswered", "Not applicable", "No rule matches", "Accepted", translated.
[[nodiscard]] QString markWord(MarkKind kind);

/// Colour of the word beside the mark.
[[nodiscard]] Token markInk(MarkKind kind) noexcept;

/// Paints the mark into the square in the middle of `box`. `halo`: a rim of 3 px in the surface colour in the mark's
/// own shape, for marks that stand on hatching.
void riskMark(QPainter* painter, const QRectF& box, MarkKind kind, const Tokens& tokens, bool halo = false);

/// The outline of the bob with its tip at (0, 0), 9 x 12 at size 1, standing above the tip.
[[nodiscard]] QPainterPath bobPath(qreal size = 1.0);

/// The bob with its tip on `tip` and its line of 1 px up to `top`. The line stands on a half pixel.
void plumbLine(QPainter* painter, const QPointF& tip, qreal top, const QColor& color, qreal size = 1.0);

/// Hatching at 45 degrees, 1 px lines that meet the horizontal `step` px apart (5 in small scales), clipped to `area`
/// by calculation and not by a clip or a brush.
void hatch(QPainter* painter, const QRectF& area, const QColor& color, qreal step = 7.0);

/// A glyph of Inter Bold as a path, `px` high, standing on (0, 0) and centred on x = 0. For letters in marks.
[[nodiscard]] QPainterPath letterPath(QChar letter, qreal px);

} // namespace plumb::ui
