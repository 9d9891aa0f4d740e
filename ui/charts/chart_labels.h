// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where labels of a chart stand: none on another, on a mark or outside; best where no line runs through it. Who comes
// first has the first choice, who finds no place goes. Pure geometry.
#pragma once

#include <vector>

#include <QPolygonF>
#include <QRectF>

namespace plumb::ui {

class LabelField {
public:
    explicit LabelField(const QRectF& bounds) : m_bounds(bounds) {}

    void block(const QRectF& box) { m_boxes.push_back(box); }      ///< nothing may stand here
    void avoid(const QRectF& box) { m_soft.push_back(box); }       ///< better not here
    void avoid(const QPolygonF& line) { m_lines.push_back(line); } ///< better not across this

    /// The first of `places` where nothing is in the way, else the one that is crossed least; its index, -1 when all
    /// are taken. The chosen place is blocked for those that come later.
    int place(const std::vector<QRectF>& places);

private:
    [[nodiscard]] bool free(const QRectF& box) const;
    [[nodiscard]] int crossings(const QRectF& box) const;

    QRectF m_bounds;
    std::vector<QRectF> m_boxes, m_soft;
    std::vector<QPolygonF> m_lines;
};

/// Whether the part of the line from one point to another meets the box.
[[nodiscard]] bool meets(const QPointF& from, const QPointF& to, const QRectF& box);

} // namespace plumb::ui
