// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What of a chart is a button: its bars and the points of its lines. Which lies under the pointer, which comes next in
// the direction of a key, and what each says. Pure.
#pragma once

#include "ui/charts/chart_layout.h"

#include <vector>

namespace plumb::ui {

struct ChartPart {
    int bar = -1;              ///< of the chart, or
    int line = -1, point = -1; ///< a point of this line
    QPointF at;                ///< its middle, or the point
    QRectF hit;                ///< empty: out of sight
    QString words;             ///< its values; what a tip and a screen reader say
    QString link;              ///< empty: nothing to open
    int category = -1;         ///< of a bar that stands on one

    [[nodiscard]] bool shown() const { return !hit.isEmpty(); }
};

/// Bars in their order, then the points of each line.
[[nodiscard]] std::vector<ChartPart> partsOf(const report::Chart& chart, const ChartLayout& layout);

/// The bar under `position` or whose category is named there, else the nearest point of a line; -1: none.
[[nodiscard]] int partAt(const std::vector<ChartPart>& parts, const report::Chart& chart, const ChartLayout& layout,
                         const QPointF& position);

/// The part that an arrow key reaches; `part` itself when there is none. On a line, left and right go along it, at
/// least a few px; up and down reach what stands above and below.
[[nodiscard]] int neighbourPart(const std::vector<ChartPart>& parts, const report::Chart& chart, int part, Qt::Key key);

/// The part of another chart that is the same thing: the same link or category, else the same place in its line; -1.
[[nodiscard]] int samePart(const report::Chart& before, const ChartPart& part, const report::Chart& now,
                           const std::vector<ChartPart>& parts);

} // namespace plumb::ui
