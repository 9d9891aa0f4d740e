// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints any report::Chart, on screen and as vectors: the one painter that ChartView, its exports and the PDF share. It
// needs no widget and no QApplication, so that the command line prints the same charts; on screen QCustomPlot's layers
// call the two halves of it.
#pragma once

#include "core/report/chart.h"
#include "ui/charts/chart_layout.h"

class QPainter;

namespace plumb::ui {

/// The chart without title and sentence, filling `box`. `unit`: painter units for one px of the design (a report's
/// point is 4/3 px). The user's text scale has no influence. No raster image is painted. Any thread that may use fonts.
void paintChart(QPainter* painter, const QRectF& box, const report::Chart& chart, const Tokens& tokens,
                double unit = 1);

/// Grid, axes and their words, zones, bands and fills: what stands behind the marks.
void paintChartGround(QPainter* painter, const report::Chart& chart, const ChartLayout& layout, const ChartInk& ink);
/// Bars, lines, marks and their labels; or the sentence of an empty chart.
void paintChartMarks(QPainter* painter, const report::Chart& chart, const ChartLayout& layout, const ChartInk& ink);

/// Hatching inside a polygon: lines that end at its edges by calculation, 1 px, `step` px apart along the horizontal.
/// Boxes in `open` are left free, for words.
void hatchPolygon(QPainter* painter, const QPolygonF& polygon, const QColor& colour, double step = 7,
                  const std::vector<QRectF>& open = {});

} // namespace plumb::ui
