// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The steps of layoutChart() after the axes: bars, names, lines, marks, labels. For chart_layout.cpp alone.
#pragma once

#include "ui/charts/chart_layout.h"

namespace plumb::ui {

/// Three lines or more of different colours.
[[nodiscard]] bool needsDashes(const report::Chart& chart);

/// A category's name and code in one line, at the left of a bar that lies.
[[nodiscard]] double categoryWidth(const report::ChartCategory& category, const ChartInk& ink);
/// Names wrapped below bars that stand `step` px apart; boxes are not set yet.
[[nodiscard]] std::vector<ChartCategoryBox> categoriesUnder(const report::Chart& chart, double step,
                                                            const ChartInk& ink);
[[nodiscard]] double categoriesHeight(const std::vector<ChartCategoryBox>& categories, const ChartInk& ink);
void placeCategories(const report::Chart& chart, const ChartInk& ink, ChartLayout& out);

/// The entries of the foot in rows from y = 0, the first beside the units: the chart's own, and the names of lines that
/// are too many to be named beside each. Says how many rows units and entries take.
[[nodiscard]] int layLegend(const report::Chart& chart, const ChartInk& ink, double row, ChartLayout& out);

void placeBars(const report::Chart& chart, const ChartInk& ink, ChartLayout& out);
void placeLines(const report::Chart& chart, ChartLayout& out);
void placeMarks(const report::Chart& chart, ChartLayout& out);
/// Of marks, bars and lines, in that order. Names of lines that find no place become chips in the foot.
void placeLabels(const report::Chart& chart, const ChartInk& ink, ChartLayout& out);

} // namespace plumb::ui
