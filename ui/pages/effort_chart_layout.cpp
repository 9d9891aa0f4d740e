// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/effort_chart_layout.h"

#include <algorithm>
#include <cmath>

namespace plumb::ui {

namespace {

class Placer {
public:
    explicit Placer(const ChartRoom& room) : m_room(room), m_taken(room.taken) {}

    /// Whether some mark found no room of its own.
    [[nodiscard]] bool crowded() const noexcept { return m_crowded; }

    PlacedPoint place(const ChartPoint& point, bool labelled) {
        PlacedPoint out;
        out.at = clamped(point.wanted, point.bounds);
        const int labels = static_cast<int>(point.labels.size());
        for (int label = labelled ? 0 : labels; label <= labels; ++label) { // the last round goes without a label
            const double width = label < labels ? point.labels[static_cast<std::size_t>(label)] : 0;
            // A long label is not worth standing far from the truth.
            const double reach = label + 1 < labels ? m_room.mark : label < labels ? 7 * m_room.mark : 1e9;
            if (!search(point, width, reach, out.at))
                continue;
            const QRectF mark = markBox(out.at);
            m_taken.push_back(mark);
            if (label < labels) {
                out.label = label;
                out.text = textBox(mark, width);
                m_taken.push_back(out.text);
            }
            return out;
        }
        m_crowded = true;
        out.at = leastCrowded(point);
        m_taken.push_back(markBox(out.at));
        return out;
    }

private:
    [[nodiscard]] QRectF markBox(const QPointF& at) const {
        return {at.x() - m_room.mark / 2, at.y() - m_room.mark / 2, m_room.mark, m_room.mark};
    }
    [[nodiscard]] QRectF textBox(const QRectF& mark, double width) const {
        return {mark.right() + m_room.gap, mark.center().y() - m_room.text / 2, width, m_room.text};
    }
    [[nodiscard]] QPointF clamped(const QPointF& at, const QRectF& bounds) const {
        const double half = m_room.mark / 2 + 2;
        return {std::clamp(at.x(), bounds.left() + half, std::max(bounds.left() + half, bounds.right() - half)),
                std::clamp(at.y(), bounds.top() + half, std::max(bounds.top() + half, bounds.bottom() - half))};
    }
    [[nodiscard]] bool isFree(const QRectF& box) const {
        return std::none_of(m_taken.begin(), m_taken.end(),
                            [&](const QRectF& other) { return box.adjusted(-1.5, -0.5, 1.5, 0.5).intersects(other); });
    }

    /// The nearest free place on a grid around the wanted one; up and down weigh a little more than aside.
    bool search(const ChartPoint& point, double width, double reach, QPointF& at) const {
        const double dx = m_room.mark / 2, dy = m_room.mark / 2 + 2;
        const QPointF from = clamped(point.wanted, point.bounds);
        const int columns = static_cast<int>(std::ceil(point.bounds.width() / dx));
        const int rows = static_cast<int>(std::ceil(point.bounds.height() / dy));
        double best = reach;
        bool found = false;
        for (int row = -rows; row <= rows; ++row)
            for (int column = -columns; column <= columns; ++column) {
                const double away = std::hypot(column * dx, row * dy * 1.2);
                if (away >= best && !(away == 0 && !found))
                    continue;
                const QPointF candidate = from + QPointF(column * dx, row * dy);
                if (!fits(point, candidate, width))
                    continue;
                best = away;
                at = candidate;
                found = true;
            }
        return found;
    }
    /// Where a mark covers least of the others and no word.
    [[nodiscard]] QPointF leastCrowded(const ChartPoint& point) const {
        const QPointF from = clamped(point.wanted, point.bounds);
        const auto words = static_cast<std::ptrdiff_t>(m_room.taken.size());
        QPointF best = from;
        double most = -1;
        const QRectF inside = point.bounds.adjusted(2, 2, -2, -2);
        for (double y = inside.top() + m_room.mark / 2; y <= inside.bottom() - m_room.mark / 2; y += 4)
            for (double x = inside.left() + m_room.mark / 2; x <= inside.right() - m_room.mark / 2; x += 4) {
                const QRectF mark = markBox({x, y});
                double nearest = 1e9;
                for (const QRectF& word : m_room.taken)
                    nearest = mark.intersects(word) ? 0 : nearest;
                for (auto it = m_taken.begin() + words; it != m_taken.end(); ++it)
                    nearest = std::min(nearest, std::hypot(it->center().x() - x, it->center().y() - y));
                // A little less room is better than standing far from the truth.
                const double worth = nearest - 0.02 * std::hypot(x - from.x(), y - from.y());
                if (nearest > 0 && worth > most) {
                    most = worth;
                    best = {x, y};
                }
            }
        return best;
    }

    [[nodiscard]] bool fits(const ChartPoint& point, const QPointF& at, double width) const {
        const QRectF mark = markBox(at);
        if (!point.bounds.adjusted(1, 1, -1, -1).contains(mark) || !isFree(mark))
            return false;
        if (width <= 0)
            return true;
        const QRectF text = textBox(mark, width);
        return text.right() <= point.bounds.right() - 2 && isFree(text);
    }

    const ChartRoom& m_room;
    std::vector<QRectF> m_taken;
    bool m_crowded = false;
};

/// Labels must not take the room of marks: when they do, those of the lowest rank go.
std::vector<PlacedPoint> placeQuadrant(const std::vector<ChartPoint>& points, const ChartRoom& room) {
    for (std::size_t labelled = points.size();; labelled -= std::max<std::size_t>(1, labelled / 8)) {
        Placer placer(room);
        std::vector<PlacedPoint> placed;
        for (std::size_t i = 0; i < points.size(); ++i)
            placed.push_back(placer.place(points[i], i < labelled));
        if (!placer.crowded() || labelled == 0)
            return placed;
    }
}

} // namespace

std::vector<PlacedPoint> placePoints(const std::vector<ChartPoint>& points, const ChartRoom& room) {
    std::vector<PlacedPoint> placed(points.size());
    std::vector<bool> done(points.size(), false);
    for (std::size_t first = 0; first < points.size(); ++first) {
        if (done[first])
            continue;
        std::vector<ChartPoint> together; // quadrants do not touch, so each is placed for itself
        std::vector<std::size_t> index;
        for (std::size_t i = first; i < points.size(); ++i)
            if (!done[i] && points[i].bounds == points[first].bounds) {
                together.push_back(points[i]);
                index.push_back(i);
                done[i] = true;
            }
        const std::vector<PlacedPoint> some = placeQuadrant(together, room);
        for (std::size_t i = 0; i < some.size(); ++i)
            placed[index[i]] = some[i];
    }
    return placed;
}

} // namespace plumb::ui
