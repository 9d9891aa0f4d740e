// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws any figure of a report, on screen and as vectors in the PDF, from the same painters that the window uses. A
// figure is as wide as it is told and as high as it needs. Text is never smaller than the figure's own scale makes it:
// callers choose the width so that it stays readable.
#pragma once

#include "core/report/document.h"
#include "ui/theme/tokens.h"

#include <QRectF>

class QPainter;

namespace plumb::ui {

struct FigureLook {
    bool ranges = false;   ///< heat map: the range below each score
    double maxScale = 1e9; ///< at most this many painter units for one px of the design
};

/// Height in the units of `width`.
[[nodiscard]] double figureHeight(const report::Figure& figure, double width, const FigureLook& look = {});

/// Paints into the top left of `box`, using its width. The user's text scale has no influence, so that a report does
/// not depend on how the window is set up. GUI thread, or any thread that may use fonts.
void paintFigure(QPainter* painter, const QRectF& box, const report::Figure& figure, const Tokens& tokens,
                 const FigureLook& look = {});

/// The large rule of a cover: ticks each 10, hatched range, bob with its line from `lineTop` (painter's y; the page
/// edge or the end of the title block). Nothing is painted without a score. `box`: its width is the rule's, its bottom
/// is the rule; `unit` painter units are one point.
void paintCoverScale(QPainter* painter, const QRectF& box, const report::ScoreScale& scale, double lineTop, double unit,
                     const Tokens& tokens);

} // namespace plumb::ui
