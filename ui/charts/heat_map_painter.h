// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lays out and paints a heat map in px of the design; figure_painter.cpp scales it. Private to ui/charts.
#pragma once

#include "core/report/document.h"
#include "ui/theme/tokens.h"

#include <QSizeF>

class QPainter;

namespace plumb::ui {

/// Size in px at text scale 1 with the least room for row labels.
[[nodiscard]] QSizeF heatMapSize(const report::HeatMap& map);

/// Paints at the origin, `width` px wide (heatMapSize().width() or more; what is more goes to the row labels).
void paintHeatMap(QPainter* painter, const report::HeatMap& map, double width, bool ranges, const Tokens& tokens);

} // namespace plumb::ui
