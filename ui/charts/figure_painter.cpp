// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See figure_painter.h. Figures are painted in px of the design and scaled as a whole, so lines, hatching and letters
// keep their proportions and stay vectors.
#include "ui/charts/figure_painter.h"

#include "ui/charts/heat_map_painter.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/score_scale.h"

#include <algorithm>

#include <QPainter>

namespace plumb::ui {
namespace {

constexpr double kScaleWidth = 480, kScaleHeight = 58;

double textScale() {
    return Theme::instance().textScale();
}

/// Size in px of the design. Heat-map painters multiply by the user's text scale, which is taken out again here.
QSizeF sizeOf(const report::Figure& figure) {
    if (const auto* map = std::get_if<report::HeatMap>(&figure.content))
        return heatMapSize(*map);
    return {kScaleWidth, kScaleHeight};
}

double scaleFor(const report::Figure& figure, double width, const FigureLook& look) {
    return std::min(width / sizeOf(figure).width(), look.maxScale / textScale());
}

void paintContent(QPainter* painter, const report::HeatMap& map, double width, const FigureLook& look,
                  const Tokens& tokens) {
    paintHeatMap(painter, map, width, look.ranges, tokens);
}

void paintContent(QPainter* painter, const report::ScoreScale& scale, double width, const FigureLook&,
                  const Tokens& tokens) {
    paintScoreScale(painter, QRectF(0, 0, width, kScaleHeight),
                    {scale.score, scale.worst, scale.best, scale.verified, scale.last}, tokens, false);
}

} // namespace

double figureHeight(const report::Figure& figure, double width, const FigureLook& look) {
    return sizeOf(figure).height() * scaleFor(figure, width, look);
}

void paintFigure(QPainter* painter, const QRectF& box, const report::Figure& figure, const Tokens& tokens,
                 const FigureLook& look) {
    const double scale = scaleFor(figure, box.width(), look);
    painter->save();
    painter->translate(box.topLeft());
    painter->scale(scale, scale);
    std::visit([&](const auto& content) { paintContent(painter, content, box.width() / scale, look, tokens); },
               figure.content);
    painter->restore();
}

void paintCoverScale(QPainter* painter, const QRectF& box, const report::ScoreScale& scale, double lineTop, double unit,
                     const Tokens& tokens) {
    if (!scale.score)
        return;
    const auto x = [&](double value) {
        return (box.left() + box.width() * std::clamp(value, 0.0, 100.0) / 100.0) / unit;
    };
    painter->save();
    painter->scale(unit, unit); // one point
    const double rule = box.bottom() / unit;
    if (x(scale.best) - x(scale.worst) > 1) {
        constexpr double kHigh = 12;
        painter->save();
        painter->scale(0.5, 0.5); // half-point lines
        hatch(painter, QRectF(x(scale.worst) * 2, (rule - kHigh) * 2, (x(scale.best) - x(scale.worst)) * 2, kHigh * 2),
              tokens[Token::Hatch], 7);
        painter->restore();
        for (const double post : {x(scale.worst), x(scale.best)})
            painter->fillRect(QRectF(post - 0.25, rule - kHigh, 0.5, kHigh), tokens[Token::Control]);
    }
    painter->fillRect(QRectF(x(0) - 0.3, rule - 0.3, x(100) - x(0) + 0.6, 0.6), tokens[Token::Ink]);
    for (int value = 0; value <= 100; value += 10)
        painter->fillRect(QRectF(x(value) - 0.3, rule, 0.6, value % 50 == 0 ? 5.8 : 3.4), tokens[Token::Ink]);
    // The bob is twice its size on screen; its line of 1 px becomes 0.7 pt.
    constexpr double kBob = 2;
    const double line = 0.7, top = lineTop / unit, shoulder = rule - 0.3 - 12 * kBob;
    if (top < shoulder)
        painter->fillRect(QRectF(x(*scale.score) - line / 2, top, line, shoulder - top + 0.5), tokens[Token::Accent]);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens[Token::Accent]);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->drawPath(bobPath(kBob).translated(x(*scale.score), rule - 0.3));
    painter->restore();
}

} // namespace plumb::ui
