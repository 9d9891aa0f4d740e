// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See chart_layout.h. First the ranges, then the margins that ticks and names need, then everything inside.
#include "ui/charts/chart_layout.h"

#include "ui/charts/chart_layout_parts.h"

#include <algorithm>
#include <cmath>

namespace plumb::ui {
namespace {

using report::Chart;
using report::ChartMark;

constexpr double kTop = 16;      ///< room for a label above the uppermost line
constexpr double kTickGap = 6;   ///< between a tick's text and the plot
constexpr double kNameGap = 14;  ///< between a name at the left and the plot
constexpr double kTickLine = 14; ///< from the axis to the middle of its numbers
constexpr double kFoot = 15;     ///< from there to the middle of units and legend

struct Ranges {
    ChartRange x, y;
};

void takeBars(const Chart& chart, Ranges& data) {
    for (const report::ChartBar& bar : chart.bars) {
        ChartRange& value = chart.horizontal ? data.x : data.y;
        ChartRange& place = chart.horizontal ? data.y : data.x;
        value.take(bar.from);
        value.take(bar.to);
        if (bar.whisker) {
            value.take(bar.whisker->x);
            value.take(bar.whisker->y);
        }
        place.take(bar.position - bar.width / 2);
        place.take(bar.position + bar.width / 2);
    }
}

Ranges dataOf(const Chart& chart) {
    Ranges data;
    takeBars(chart, data);
    const auto take = [&](const report::ChartPoint& point) {
        data.x.take(point.x);
        data.y.take(point.y);
    };
    for (const report::ChartLine& line : chart.lines)
        std::for_each(line.points.begin(), line.points.end(), take);
    for (const report::ChartZone& zone : chart.zones)
        std::for_each(zone.outline.begin(), zone.outline.end(), take);
    for (const report::ChartBand& band : chart.bands) {
        std::for_each(band.x.begin(), band.x.end(), [&](double v) { data.x.take(v); });
        std::for_each(band.low.begin(), band.low.end(), [&](double v) { data.y.take(v); });
        std::for_each(band.high.begin(), band.high.end(), [&](double v) { data.y.take(v); });
    }
    for (const ChartMark& mark : chart.marks) {
        if (mark.kind != ChartMark::Kind::Horizontal)
            data.x.take(mark.at.x);
        if (mark.kind != ChartMark::Kind::Vertical)
            data.y.take(mark.at.y);
    }
    return data;
}

bool hasMarkers(const Chart& chart) {
    return std::any_of(chart.lines.begin(), chart.lines.end(),
                       [](const report::ChartLine& line) { return line.markers || !line.joined; });
}

Ranges wholeOf(const Chart& chart) {
    const Ranges data = dataOf(chart);
    const ChartRange places{-0.5, static_cast<double>(chart.categories.size()) - 0.5};
    Ranges whole;
    whole.x =
        chart.categories.empty() || chart.horizontal ? alongRange(chart.xAxis, data.x, hasMarkers(chart)) : places;
    whole.y = chart.horizontal ? (chart.categories.empty() ? data.y : places) : valueRange(chart.yAxis, data.y);
    return whole;
}

ChartRange zoomed(const ChartRange& whole, const std::optional<ChartRange>& zoom, bool may) {
    return zoom && may && zoom->high > zoom->low ? *zoom : whole;
}

/// A round number of ticks that fit along `length`.
int fitting(double length, double each, int most) {
    return std::clamp(static_cast<int>(length / each), 2, most);
}

class Layouter {
public:
    Layouter(const Chart& chart, const ChartInk& ink, ChartLayout& out) : m_chart(chart), m_ink(ink), m_out(out) {}

    void run(const ChartZoom& zoom) {
        const Ranges whole = wholeOf(m_chart);
        m_out.wholeX = whole.x;
        m_out.wholeY = whole.y;
        m_x = zoomed(whole.x, zoom.x, zoomable(m_chart, Qt::Horizontal));
        m_y = zoomed(whole.y, zoom.y, zoomable(m_chart, Qt::Vertical));
        m_out.plot = m_out.box.adjusted(leftMargin(), topMargin(), -rightMargin(), 0);
        m_out.plot.setBottom(m_out.box.bottom() - bottomMargin());
        if (m_out.plot.height() < 10)
            m_out.plot.setHeight(10);
        snap();
        setScales();
        layoutTicks();
        layoutFoot();
    }

private:
    [[nodiscard]] bool categoriesBelow() const { return !m_chart.categories.empty() && !m_chart.horizontal; }
    [[nodiscard]] bool categoriesLeft() const { return !m_chart.categories.empty() && m_chart.horizontal; }

    [[nodiscard]] std::vector<ChartTick> yTicks(const ChartRange& range) const {
        const double height = m_out.box.height() - m_ink.scaled(kTop + 40);
        return ticksOf(m_chart.yAxis, range, fitting(height, m_ink.scaled(26), m_chart.yAxis.logarithmic ? 5 : 6),
                       m_chart.currency);
    }
    [[nodiscard]] std::vector<ChartTick> xTicks(double width) const {
        double widest = 0;
        for (const ChartTick& tick : ticksOf(m_chart.xAxis, m_x, 6, m_chart.currency))
            widest = std::max(widest, m_ink.width(tick.text, ChartText::Axis));
        return ticksOf(m_chart.xAxis, m_x, fitting(width, widest + m_ink.scaled(9), m_chart.horizontal ? 5 : 7),
                       m_chart.currency);
    }

    [[nodiscard]] double leftMargin() const {
        double widest = 0;
        if (categoriesLeft()) {
            for (const report::ChartCategory& category : m_chart.categories)
                widest = std::max(widest, categoryWidth(category, m_ink));
            return std::ceil(std::min(widest, m_out.box.width() * 0.42) + m_ink.scaled(kNameGap));
        }
        for (const ChartRange& range : {m_out.wholeY, m_y}) // the plot stays where it is while it is zoomed
            for (const ChartTick& tick : yTicks(range))
                widest = std::max(widest, m_ink.width(tick.text, ChartText::Axis));
        return std::ceil(widest + kTickGap);
    }
    [[nodiscard]] double topMargin() const {
        return std::round(m_ink.scaled(categoriesLeft() ? 4 : kTop) +
                          (m_chart.yAxis.title.empty() ? 0 : m_ink.scaled(18)));
    }
    [[nodiscard]] double rightMargin() const {
        if (categoriesBelow())
            return 0;
        const std::vector<ChartTick> ticks = xTicks(m_out.box.width() * 0.8);
        if (ticks.empty())
            return 1;
        const double share = (ticks.back().value - m_x.low) / (m_x.high - m_x.low); // near the end: it needs its half
        return share > 0.93 ? std::ceil(m_ink.width(ticks.back().text, ChartText::Axis) / 2) : 1;
    }
    [[nodiscard]] double bottomMargin() {
        double height = m_ink.scaled(kTickLine + 8);
        if (categoriesBelow()) {
            const double step = m_out.plot.width() / static_cast<double>(m_chart.categories.size());
            m_out.categories = categoriesUnder(m_chart, step, m_ink);
            height = categoriesHeight(m_out.categories, m_ink);
        }
        const double row = m_ink.scaled(kFoot);
        m_foot = std::ceil(layLegend(m_chart, m_ink, row, m_out) * row);
        return std::ceil(height) + m_foot;
    }

    void snap() {
        QRectF& plot = m_out.plot;
        plot = QRectF(
            QPointF(std::round(plot.left()), std::round(plot.top())),
            QPointF(std::max(std::round(plot.right()), std::round(plot.left()) + 10), std::round(plot.bottom())));
    }
    void setScales() {
        const QRectF& plot = m_out.plot;
        m_out.x = {m_x.low, m_x.high, plot.left(), plot.right(), m_chart.xAxis.logarithmic && !categoriesBelow()};
        m_out.y = {m_y.low, m_y.high, plot.bottom(), plot.top(), m_chart.yAxis.logarithmic && !categoriesLeft()};
        if (categoriesLeft())
            std::swap(m_out.y.start, m_out.y.end); // the first is on top
        const ChartScale& value = m_chart.horizontal ? m_out.x : m_out.y;
        if (value.contains(0) && !value.logarithmic)
            m_out.zeroLine = std::round(value.at(0));
    }
    void layoutTicks() {
        if (!categoriesBelow())
            for (const ChartTick& tick : xTicks(m_out.plot.width())) {
                const double at = std::round(m_out.x.at(tick.value));
                const double width = std::ceil(m_ink.width(tick.text, ChartText::Axis));
                const double y = m_out.plot.bottom() + m_ink.scaled(kTickLine);
                m_out.xTicks.push_back({at, QRectF(at - width / 2, y - 8, width, 16), tick.text, tick.value == 0.0});
            }
        if (!categoriesLeft())
            for (const ChartTick& tick : yTicks(m_y)) {
                const double at = std::round(m_out.y.at(tick.value));
                m_out.yTicks.push_back(
                    {at, QRectF(m_out.box.left(), at - 8, m_out.plot.left() - kTickGap - m_out.box.left(), 16),
                     tick.text, tick.value == 0.0});
            }
        thin(m_out.xTicks, 4, Qt::Horizontal);
        thin(m_out.yTicks, m_ink.scaled(13) - 16, Qt::Vertical);
    }
    /// Texts that would stand on a neighbour go; the first and the last stay.
    static void thin(std::vector<ChartTickLabel>& ticks, double gap, Qt::Orientation along) {
        const auto tooNear = [&](const ChartTickLabel& a, const ChartTickLabel& b) {
            return along == Qt::Horizontal ? a.box.right() + gap > b.box.left() && b.box.right() + gap > a.box.left()
                                           : std::abs(a.at - b.at) < 16 + gap;
        };
        for (std::size_t i = 1, last = 0; i < ticks.size(); ++i) {
            ticks[i].shown = !tooNear(ticks[last], ticks[i]);
            if (i + 1 == ticks.size() && !ticks[i].shown && last > 0) {
                ticks[last].shown = false;
                ticks[i].shown = true;
            }
            if (ticks[i].shown)
                last = i;
        }
    }
    void layoutFoot() {
        const double row = m_ink.scaled(kFoot), top = m_out.box.bottom() - m_foot - m_ink.scaled(1);
        for (ChartChip& chip : m_out.chips)
            chip.box.translate(0, top);
        const auto text = [&](const std::string& words) {
            return m_ink.elided(QString::fromStdString(words), ChartText::Name, m_out.box.width());
        };
        if (!m_chart.xAxis.title.empty())
            m_out.xTitle = {QRectF(m_out.box.left(), top, m_out.plot.right() - m_out.box.left(), row),
                            text(m_chart.xAxis.title), ChartText::Name, Token::Ink3, Qt::AlignRight};
        if (!m_chart.yAxis.title.empty())
            m_out.yTitle = {
                QRectF(m_out.box.left(), m_out.box.top() + m_ink.scaled(5), m_out.box.width(), m_ink.scaled(14)),
                text(m_chart.yAxis.title), ChartText::Name, Token::Ink3, Qt::AlignLeft};
    }

    const Chart& m_chart;
    const ChartInk& m_ink;
    ChartLayout& m_out;
    ChartRange m_x, m_y;
    double m_foot = 0; ///< height of units and legend
};

} // namespace

bool zoomable(const Chart& chart, Qt::Orientation axis) {
    const bool values = (axis == Qt::Horizontal) == chart.horizontal;
    if (!chart.categories.empty() && !values)
        return false;
    if (chart.bars.empty())
        return true;
    if (!values)
        return true;
    const ChartRange range = axis == Qt::Horizontal ? wholeOf(chart).x : wholeOf(chart).y;
    return range.low > 0 || range.high < 0; // bars from zero stay bars from zero
}

ChartLayout layoutChart(const Chart& chart, const QRectF& box, const ChartInk& ink, const ChartZoom& zoom) {
    ChartLayout out;
    out.box = out.plot = box;
    if (!chart.empty.empty()) {
        out.sentence = ink.wrapped(QString::fromStdString(chart.empty), ChartText::Sentence,
                                   std::min(box.width() - ink.scaled(40), ink.scaled(380)), 6);
        return out;
    }
    out.manyLines = needsDashes(chart);
    Layouter(chart, ink, out).run(zoom);
    placeBars(chart, ink, out);
    placeCategories(chart, ink, out);
    placeLines(chart, out);
    placeMarks(chart, out);
    placeLabels(chart, ink, out);
    return out;
}

} // namespace plumb::ui
