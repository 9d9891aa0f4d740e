// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A chart laid out in a box: where axes, bars, lines, names and labels stand. Values only, so that it is tested without
// painting, painted on screen and into files alike, and asked what lies under the pointer.
#pragma once

#include "core/report/chart.h"
#include "ui/charts/chart_ink.h"
#include "ui/charts/chart_scale.h"

#include <optional>
#include <vector>

#include <QPolygonF>
#include <QRectF>
#include <QStringList>

namespace plumb::ui {

/// What is shown of each axis when it was zoomed.
struct ChartZoom {
    std::optional<ChartRange> x, y;
    [[nodiscard]] bool any() const noexcept { return x || y; }
};

struct ChartLabel {
    QRectF box;
    QString text;
    ChartText kind = ChartText::Value;
    Token ink = Token::Ink;
    Qt::Alignment alignment = Qt::AlignHCenter;
};

struct ChartTickLabel {
    double at = 0; ///< px along its axis
    QRectF box;
    QString text;
    bool zero = false;
    bool shown = true; ///< false: only its line, its text would stand on another
};

struct ChartBarBox {
    QRectF box; ///< clipped to the plot; empty out of sight
    QRectF hit; ///< with the room that makes it easy to point at
    QLineF whisker;
};

struct ChartCategoryBox {
    QRectF box;
    QStringList lines; ///< of the name
    QString sub;
    bool strong = false;
};

struct ChartMarkShape {
    QPointF at;
    double top = 0;        ///< of a bob's line
    bool shown = false;    ///< in sight
    bool crossing = false; ///< two lines meet there
    report::ChartColour colour = report::ChartColour::Series1;
};

struct ChartChip {
    QRectF box; ///< of the whole entry
    QString text;
    report::ChartColour colour = report::ChartColour::Series1;
    int line = -1; ///< shows how this line is drawn; -1: a filled chip
};

struct ChartLayout {
    QRectF box, plot;
    ChartScale x, y;           ///< by screen direction, also when bars lie
    ChartRange wholeX, wholeY; ///< what is shown without zoom
    std::vector<ChartTickLabel> xTicks, yTicks;
    std::vector<ChartBarBox> bars;     ///< as the chart's
    std::vector<QPolygonF> lines;      ///< as the chart's, in px, not clipped
    std::vector<ChartMarkShape> marks; ///< as the chart's
    std::vector<ChartCategoryBox> categories;
    std::vector<ChartLabel> labels; ///< those that found a place
    std::vector<ChartChip> chips;
    ChartLabel xTitle, yTitle; ///< empty text: none
    bool manyLines = false;    ///< lines are told apart by dashes
    QStringList sentence;      ///< of an empty chart
    double zeroLine = -1;      ///< y of zero, or x when bars lie; -1: not in sight

    [[nodiscard]] bool empty() const noexcept { return !sentence.isEmpty(); }
    [[nodiscard]] QPointF at(double xValue, double yValue) const { return {x.at(xValue), y.at(yValue)}; }
};

/// Whether an axis may be zoomed: numbers, and not the values of bars from zero.
[[nodiscard]] bool zoomable(const report::Chart& chart, Qt::Orientation axis);

[[nodiscard]] ChartLayout layoutChart(const report::Chart& chart, const QRectF& box, const ChartInk& ink,
                                      const ChartZoom& zoom = {});

} // namespace plumb::ui
