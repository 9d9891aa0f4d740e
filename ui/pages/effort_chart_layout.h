// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds room for the marks of a scatter and their labels. Many findings share effort and worth, so marks step aside, as
// little as possible and never out of their quadrant; labels never overlap anything, and where room is short the
// lower-ranked ones go. Pure geometry in px.
#pragma once

#include <vector>

#include <QPointF>
#include <QRectF>

namespace plumb::ui {

struct ChartPoint {
    QPointF wanted;             ///< centre of the mark by its values
    QRectF bounds;              ///< the quadrant it must stay in
    std::vector<double> labels; ///< widths of the labels it may have, the best first
};

struct PlacedPoint {
    QPointF at;     ///< centre of the mark
    int label = -1; ///< index of the label that found room; -1: none
    QRectF text;    ///< where it stands, beside the mark
};

struct ChartRoom {
    double mark = 16, text = 16; ///< side of a mark, height of a label
    double gap = 6;              ///< between mark and label
    std::vector<QRectF> taken;   ///< by words of the quadrants
};

/// `points` come by rank, the best first. Each gets a place; marks overlap only when a quadrant is full of marks.
[[nodiscard]] std::vector<PlacedPoint> placePoints(const std::vector<ChartPoint>& points, const ChartRoom& room);

} // namespace plumb::ui
