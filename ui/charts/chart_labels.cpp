// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_labels.h"

#include <algorithm>
#include <limits>

namespace plumb::ui {

bool meets(const QPointF& from, const QPointF& to, const QRectF& box) {
    // Clips the segment against the four sides (Liang and Barsky); something left means that they meet.
    double enter = 0, leave = 1;
    const QPointF way = to - from;
    const auto clip = [&](double towards, double room) {
        if (towards == 0.0)
            return room >= 0;
        const double at = room / towards;
        if (towards < 0)
            enter = std::max(enter, at);
        else
            leave = std::min(leave, at);
        return enter <= leave;
    };
    return clip(-way.x(), from.x() - box.left()) && clip(way.x(), box.right() - from.x()) &&
           clip(-way.y(), from.y() - box.top()) && clip(way.y(), box.bottom() - from.y());
}

bool LabelField::free(const QRectF& box) const {
    return m_bounds.adjusted(-0.5, -0.5, 0.5, 0.5).contains(box) &&
           std::none_of(m_boxes.begin(), m_boxes.end(), [&](const QRectF& taken) { return taken.intersects(box); });
}

int LabelField::crossings(const QRectF& box) const {
    int count = 0;
    for (const QRectF& soft : m_soft)
        count += soft.intersects(box) ? 1 : 0;
    for (const QPolygonF& line : m_lines)
        for (qsizetype i = 1; i < line.size(); ++i)
            if (meets(line[i - 1], line[i], box)) {
                ++count;
                break;
            }
    return count;
}

int LabelField::place(const std::vector<QRectF>& places) {
    int best = -1, least = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < places.size() && least > 0; ++i) {
        if (!free(places[i]))
            continue;
        const int count = crossings(places[i]);
        if (count < least) {
            least = count;
            best = static_cast<int>(i);
        }
    }
    if (best >= 0)
        block(places[static_cast<std::size_t>(best)]);
    return best;
}

} // namespace plumb::ui
