// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Labels of marks, bars and lines: where each would like to stand, best first, and in which order they are asked.
#include "ui/charts/chart_labels.h"
#include "ui/charts/chart_layout_parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumb::ui {
namespace {

using report::Chart;
using report::ChartBar;
using report::ChartMark;

constexpr double kRing = 4.2, kBobHalf = 4.5, kBobHeight = 12;

class Labels {
public:
    Labels(const Chart& chart, const ChartInk& ink, ChartLayout& out)
        : m_chart(chart)
        , m_ink(ink)
        , m_out(out)
        , m_field(QRectF(QPointF(out.box.left(), out.box.top()), QPointF(out.box.right(), out.plot.bottom()))) {}

    void run() {
        blockMarks();
        placeMarkLabels();
        placeBarLabels();
        placeLineNames();
    }

private:
    [[nodiscard]] QSizeF sizeOf(const QString& text, ChartText kind) const {
        return {std::ceil(m_ink.width(text, kind)) + 2, m_ink.lineHeight(kind) - 1};
    }
    void add(const QRectF& box, const QString& text, ChartText kind, Token ink) {
        m_out.labels.push_back({box, text, kind, ink, Qt::AlignHCenter});
    }

    void blockMarks() {
        for (std::size_t i = 0; i < m_chart.marks.size(); ++i) {
            const ChartMarkShape& shape = m_out.marks[i];
            if (!shape.shown)
                continue;
            const auto kind = m_chart.marks[i].kind;
            if (kind == ChartMark::Kind::Bob) {
                m_field.block(
                    QRectF(shape.at.x() - kBobHalf - 1, shape.at.y() - kBobHeight, 2 * kBobHalf + 2, kBobHeight));
                m_field.block(QRectF(QPointF(shape.at.x() - 2, shape.top), QPointF(shape.at.x() + 2, shape.at.y())));
            } else if (kind == ChartMark::Kind::Ring) {
                m_field.block(QRectF(shape.at.x() - kRing, shape.at.y() - kRing, 2 * kRing, 2 * kRing));
            } else if (kind == ChartMark::Kind::Vertical) {
                m_field.block(QRectF(shape.at.x() - 2, m_out.plot.top(), 4, m_out.plot.height()));
            } else {
                m_field.avoid(QPolygonF{{m_out.plot.left(), shape.at.y()}, {m_out.plot.right(), shape.at.y()}});
            }
        }
        blockPlottables();
    }
    void blockPlottables() {
        const QRectF& plot = m_out.plot;
        if (m_out.zeroLine >= 0 && !m_chart.horizontal)
            m_field.avoid(QPolygonF{{plot.left(), m_out.zeroLine}, {plot.right(), m_out.zeroLine}});
        for (const report::ChartBand& band : m_chart.bands)
            for (const auto* edge : {&band.low, &band.high}) {
                QPolygonF line;
                for (std::size_t i = 0; i < std::min(band.x.size(), edge->size()); ++i)
                    line << m_out.at(band.x[i], (*edge)[i]);
                if (!band.hatched)
                    m_field.avoid(line);
            }
        for (std::size_t i = 0; i < m_out.lines.size(); ++i)
            if (m_chart.lines[i].joined)
                m_field.avoid(m_out.lines[i]);
            else
                for (const QPointF& point : m_out.lines[i])
                    m_field.avoid(QRectF(point.x() - 4, point.y() - 4, 8, 8));
        for (const ChartBarBox& bar : m_out.bars)
            if (!bar.box.isEmpty())
                m_field.block(bar.box.adjusted(0.6, 0.6, -0.6, -0.6));
    }

    // --- marks -------------------------------------------------------------------------------------------------------
    [[nodiscard]] std::vector<QRectF> besideBob(const ChartMarkShape& shape, ChartMark::Side side,
                                                const QSizeF& size) const {
        std::vector<QRectF> places;
        const bool left = side == ChartMark::Side::Left;
        const double length = shape.at.y() - shape.top;
        const auto beside = [&](bool atLeft, double share) {
            const double x = atLeft ? shape.at.x() - m_ink.scaled(7) - size.width() : shape.at.x() + m_ink.scaled(7);
            const double y = shape.top + 4 + share * std::max(0.0, length - 8) - (share > 0 ? size.height() / 2 : 2);
            places.emplace_back(QPointF(x, y), size);
        };
        for (const bool turned : {false, true}) {
            // Left of a rising line there is room near its tip, right of it near the top.
            if (left != turned)
                for (const double share : {0.72, 0.5, 0.3, 0.0, 0.85})
                    beside(true, share);
            else
                for (const double share : {0.0, 0.3, 0.5, 0.72, 0.85})
                    beside(false, share);
        }
        return places;
    }

    [[nodiscard]] std::vector<QRectF> aroundRing(const QPointF& at, ChartMark::Side side, const QSizeF& size) const {
        const double gap = m_ink.scaled(8), w = size.width(), h = size.height();
        const double rightX = at.x() + gap, leftX = at.x() - gap - w;
        const std::vector<QRectF> right = {{QPointF(rightX, at.y() - h / 2), size},
                                           {QPointF(rightX, at.y() + 1), size},
                                           {QPointF(rightX, at.y() - h - 1), size}};
        const std::vector<QRectF> left = {{QPointF(leftX, at.y() - h / 2), size},
                                          {QPointF(leftX, at.y() - h - 3), size},
                                          {QPointF(leftX, at.y() + 1), size}};
        // At an edge the middle ones are pushed in.
        const double middle =
            std::clamp(at.x() - w / 2, m_out.box.left(), std::max(m_out.box.left(), m_out.box.right() - w));
        const std::vector<QRectF> above = {{QPointF(middle, at.y() - gap - h + 1), size},
                                           {QPointF(middle, at.y() - gap - h - 8), size},
                                           {QPointF(middle, at.y() - gap - h - 16), size}};
        const std::vector<QRectF> below = {{QPointF(middle, at.y() + gap - 1), size},
                                           {QPointF(at.x() + 2, at.y() + gap - 1), size},
                                           {QPointF(middle, at.y() + gap + 8), size}};
        std::vector<QRectF> places;
        const auto take = [&](const std::vector<QRectF>& some) {
            places.insert(places.end(), some.begin(), some.end());
        };
        switch (side) {
        case ChartMark::Side::Right:
            take(right), take(below), take(above), take(left);
            break;
        case ChartMark::Side::Left:
            take(left), take(above), take(below), take(right);
            break;
        case ChartMark::Side::Above:
            take(above), take(left), take(right), take(below);
            break;
        case ChartMark::Side::Below:
            take(below), take(right), take(left), take(above);
            break;
        }
        return places;
    }

    [[nodiscard]] std::vector<QRectF> besideRule(const ChartMark& mark, const QPointF& at, const QSizeF& size) const {
        const QRectF& plot = m_out.plot;
        if (mark.kind == ChartMark::Kind::Horizontal)
            return {{QPointF(plot.right() - size.width(), at.y() - size.height() - 1), size},
                    {QPointF(plot.left() + 4, at.y() - size.height() - 1), size},
                    {QPointF(plot.right() - size.width(), at.y() + 2), size}};
        const double right = at.x() + m_ink.scaled(6), left = at.x() - m_ink.scaled(6) - size.width();
        const bool first = mark.side == ChartMark::Side::Left;
        std::vector<QRectF> places;
        for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0})
            for (const bool turned : {false, true})
                places.emplace_back(
                    QPointF(first != turned ? left : right, plot.top() + share * (plot.height() - size.height() - 2)),
                    size);
        return places;
    }

    void placeMarkLabels() {
        std::vector<std::size_t> order(m_chart.marks.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return m_chart.marks[a].rank < m_chart.marks[b].rank; });
        for (const std::size_t i : order) {
            const ChartMark& mark = m_chart.marks[i];
            const ChartMarkShape& shape = m_out.marks[i];
            if (mark.label.empty() || !shape.shown)
                continue;
            const QString text = QString::fromStdString(mark.label);
            const ChartText kind = mark.strong ? ChartText::Value : ChartText::Remark;
            const QSizeF size = sizeOf(text, kind);
            const std::vector<QRectF> places = mark.kind == ChartMark::Kind::Bob ? besideBob(shape, mark.side, size)
                                               : mark.kind == ChartMark::Kind::Ring
                                                   ? aroundRing(shape.at, mark.side, size)
                                                   : besideRule(mark, shape.at, size);
            if (const int place = m_field.place(places); place >= 0)
                add(places[static_cast<std::size_t>(place)], text, kind, mark.strong ? Token::Ink : Token::Ink2);
        }
    }

    // --- bars --------------------------------------------------------------------------------------------------------
    [[nodiscard]] std::vector<QRectF> besideBar(const ChartBar& bar, const ChartBarBox& shape,
                                                const QSizeF& size) const {
        QRectF box = shape.box;
        if (bar.whisker && !m_chart.horizontal)
            box = box.united(QRectF(QPointF(box.left(), shape.whisker.p2().y()), QSizeF(box.width(), 1)));
        if (m_chart.horizontal) {
            const QPointF right(box.right() + 5, box.center().y() - size.height() / 2);
            const QPointF left(box.left() - 5 - size.width(), right.y());
            if (bar.to >= bar.from)
                return {{right, size}, {left, size}};
            return {{left, size}, {right, size}};
        }
        const double x = std::round(box.center().x() - size.width() / 2);
        const QRectF above(QPointF(x, box.top() - size.height() - 1), size), below(QPointF(x, box.bottom() + 2), size);
        if (bar.strong || bar.to > bar.from)
            return {above, below};
        return {below, above};
    }

    void placeBarLabels() {
        std::vector<std::size_t> order(m_chart.bars.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const ChartBar &one = m_chart.bars[a], &other = m_chart.bars[b];
            if (one.strong != other.strong)
                return one.strong;
            return std::abs(one.to - one.from) > std::abs(other.to - other.from);
        });
        for (const std::size_t i : order) {
            const ChartBar& bar = m_chart.bars[i];
            if (bar.label.empty() || m_out.bars[i].box.isEmpty())
                continue;
            const QString text = QString::fromStdString(bar.label);
            const std::vector<QRectF> places = besideBar(bar, m_out.bars[i], sizeOf(text, ChartText::Value));
            if (const int place = m_field.place(places); place >= 0)
                add(places[static_cast<std::size_t>(place)], text, ChartText::Value, Token::Ink);
        }
    }

    // --- lines -------------------------------------------------------------------------------------------------------
    /// Above and below the line at some of its points, from its end backwards.
    [[nodiscard]] std::vector<QRectF> alongLine(const QPolygonF& path, const QSizeF& size) const {
        std::vector<QRectF> places;
        const QRectF& plot = m_out.plot;
        const double span = path.last().x() - path.first().x();
        for (const double share : {1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0}) {
            const double wanted = path.first().x() + share * span;
            for (qsizetype i = 1; i < path.size(); ++i) {
                const QPointF from = path[i - 1], to = path[i];
                if (wanted < from.x() || wanted > to.x())
                    continue;
                const double part = to.x() > from.x() ? (wanted - from.x()) / (to.x() - from.x()) : 0;
                const QPointF at = from + (to - from) * part;
                if (!plot.adjusted(-1, -1, 1, 1).contains(at))
                    break;
                const bool rising = to.y()<from.y() - 0.1, falling = to.y()> from.y() + 0.1;
                const double left = std::max(plot.left() + 3, at.x() - size.width() - (rising ? 5 : 0));
                const double right = std::min(plot.right() - size.width(), at.x() + (rising ? 9 : falling ? 5 : 0));
                if (share == 1.0 || share == 0.0 || !(rising || falling)) {
                    places.emplace_back(QPointF(left, at.y() - size.height() - 2), size);
                    places.emplace_back(QPointF(left, at.y() + 3), size);
                }
                if (falling) {
                    places.emplace_back(QPointF(right, at.y() - size.height() - 1), size);
                    places.emplace_back(QPointF(left - 5, at.y() + 2), size);
                } else {
                    places.emplace_back(QPointF(right, at.y() + 1), size);
                    places.emplace_back(QPointF(left, at.y() - size.height() - 1), size);
                }
                break;
            }
        }
        return places;
    }

    /// Whose name it is must be seen: other lines and the axis keep off.
    [[nodiscard]] bool clear(const QRectF& place, std::size_t own) const {
        const QRectF around = place.adjusted(-6, -8, 6, 8);
        if (around.bottom() > m_out.plot.bottom())
            return false;
        for (std::size_t i = 0; i < m_out.lines.size(); ++i)
            for (qsizetype k = 1; i != own && k < m_out.lines[i].size(); ++k)
                if (meets(m_out.lines[i][k - 1], m_out.lines[i][k], around))
                    return false;
        return true;
    }

    void placeLineNames() {
        for (std::size_t i = 0; i < m_chart.lines.size() && !m_out.manyLines; ++i) {
            const report::ChartLine& line = m_chart.lines[i];
            if (!line.named || line.name.empty() || m_out.lines[i].size() < 2 || !line.joined || inLegend(line))
                continue;
            const QString text = QString::fromStdString(line.name);
            std::vector<QRectF> places = alongLine(m_out.lines[i], sizeOf(text, ChartText::Remark));
            std::stable_partition(places.begin(), places.end(), [&](const QRectF& place) { return clear(place, i); });
            if (const int place = m_field.place(places); place >= 0)
                add(places[static_cast<std::size_t>(place)], text, ChartText::Remark, Token::Ink2);
        }
    }
    [[nodiscard]] bool inLegend(const report::ChartLine& line) const {
        return std::any_of(m_chart.legend.begin(), m_chart.legend.end(),
                           [&](const report::ChartLegend& entry) { return entry.name == line.name; });
    }

    const Chart& m_chart;
    const ChartInk& m_ink;
    ChartLayout& m_out;
    LabelField m_field;
};

} // namespace

void placeLabels(const Chart& chart, const ChartInk& ink, ChartLayout& out) {
    Labels(chart, ink, out).run();
}

} // namespace plumb::ui
