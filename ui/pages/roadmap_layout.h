// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the parts of a roadmap stand: a lane for each owner or pillar, items packed into rows so that no text meets
// another, the elbows between them, and a lane at the end for what comes after the plan. Pure geometry in
// device-independent px, from the top left of the scrolled content; painted by RoadmapView.
#pragma once

#include "ui/pages/plan_steps.h"

#include <vector>

#include <QPointF>
#include <QRectF>

namespace plumb::ui {

struct RoadmapLayout {
    struct Column {
        double left = 0, right = 0;
        QDate from, to;
    };
    struct Item {
        std::size_t step = 0; ///< index into the steps
        std::size_t lane = 0;
        QRectF frame; ///< behind the item when it is chosen, and where it is clicked
        QRectF mark, title, effort, bar;
        bool openEnd = false; ///< goes on after the last column
        bool later = false;   ///< in the last lane; has no bar
    };
    struct Lane {
        QString name, meta;
        double top = 0, height = 0;
    };
    struct Link {
        std::size_t from = 0, to = 0; ///< indices into items
        std::vector<QPointF> path;    ///< horizontal and vertical lines; the arrowhead stands at the last point
    };
    std::vector<Column> columns;
    std::vector<Item> items; ///< as the steps, one each
    std::vector<Lane> lanes;
    std::vector<Link> links;
    double laneWidth = 0; ///< of the names at the left
    double width = 0, height = 0;

    /// The item that an arrow key leads to from `item`, or `item` itself at the edge. `key` is one of Qt::Key_Left,
    /// Key_Right, Key_Up, Key_Down.
    [[nodiscard]] std::size_t neighbour(std::size_t item, int key) const;
};

enum class LaneBy : std::uint8_t { Owner, Pillar };

/// `periods` are the plan's, one column each.
[[nodiscard]] RoadmapLayout layOutRoadmap(const std::vector<PlanStep>& steps, const std::vector<score::Period>& periods,
                                          double width, LaneBy lanes = LaneBy::Owner);

} // namespace plumb::ui
