// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The score over all reviews, with what was not answered yet as a hatched range.
#include "core/report/chart_words.h"
#include "core/report/compare_charts.h"
#include "core/report/words.h"

#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <string_view>

namespace plumb::report {
namespace {

using compare::TrendPoint;

std::string hoverOf(const TrendPoint& point) {
    const std::string range =
        fmt::format("range {}, coverage {}", rangeText(point.worst, point.best), percent(point.coverage));
    return point.score ? fmt::format("{}: score {}, {}", point.name, wholeNumber(*point.score), range)
                       : fmt::format("{}: nothing answered, {}", point.name, range);
}

/// The range at each review, and a plumb line through it.
void addRange(Chart& chart, const std::vector<TrendPoint>& points) {
    ChartBand band;
    band.hatched = true;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double x = static_cast<double>(i);
        band.x.push_back(x);
        band.low.push_back(points[i].worst);
        band.high.push_back(points[i].best);
        ChartLine line;
        line.name = points[i].name;
        line.named = false;
        line.colour = ChartColour::Baseline;
        line.points = {{x, points[i].worst}, {x, points[i].best}};
        line.hovers = {hoverOf(points[i]), hoverOf(points[i])};
        chart.lines.push_back(std::move(line));
    }
    chart.bands.push_back(std::move(band));
}

/// A review without a score interrupts the line: nothing is drawn over what nobody answered.
void addScores(Chart& chart, const std::vector<TrendPoint>& points) {
    ChartLine line;
    const auto end = [&] {
        if (!line.points.empty())
            chart.lines.push_back(line);
        line = {};
        line.name = "score";
        line.named = false;
        line.markers = true;
    };
    end();
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i].score) {
            end();
            continue;
        }
        const ChartPoint at{static_cast<double>(i), *points[i].score};
        line.points.push_back(at);
        line.hovers.push_back(hoverOf(points[i]));
        const bool last = i + 1 == points.size();
        chart.marks.push_back({last ? ChartMark::Kind::Bob : ChartMark::Kind::Ring, at, wholeNumber(at.y),
                               ChartMark::Side::Left, true, last ? 1000 : static_cast<int>(i)});
    }
    end();
}

std::string conclusionOf(const std::vector<TrendPoint>& points) {
    const TrendPoint *first = nullptr, *last = nullptr;
    for (const TrendPoint& point : points)
        if (point.score) {
            first = first ? first : &point;
            last = &point;
        }
    static constexpr std::string_view kRange = "Hatched: what was not answered yet.";
    if (first == last)
        return fmt::format("One score so far, {}. {}", wholeNumber(*last->score), kRange);
    const double change = std::round(*last->score) - std::round(*first->score);
    if (change == 0)
        return fmt::format("The score has not moved since {}. {}", first->name, kRange);
    return fmt::format("The score {} by {} since {}. {}", change > 0 ? "rose" : "fell",
                       plural(static_cast<std::size_t>(std::abs(change)), "point"), first->name, kRange);
}

} // namespace

Chart trendChart(const std::vector<TrendPoint>& points) {
    Chart chart;
    chart.id = "score-trend";
    chart.title = "Over all reviews";
    bool any = false;
    for (const TrendPoint& point : points)
        any = any || point.score.has_value();
    if (!any) {
        chart.empty = points.empty() ? "There is no snapshot yet. Take one to see what moves until the next."
                                     : "Nothing is answered in any of the reviews, so there is no score to show.";
        return chart;
    }
    chart.yAxis = {{}, ValueFormat::Number, 0.0, 100.0, false, {0, 25, 50, 75, 100}};
    for (std::size_t i = 0; i < points.size(); ++i)
        chart.categories.push_back({points[i].name, percent(points[i].coverage), i + 1 == points.size(), {}});
    addRange(chart, points);
    addScores(chart, points);
    chart.conclusion = conclusionOf(points);
    chart.table.heads = {"Review", "Time", "Score", "Worst", "Best", "Coverage"};
    for (const TrendPoint& point : points)
        chart.table.rows.push_back({point.name, point.time.ms == 0 ? std::string() : toIso(point.time),
                                    point.score ? ChartTable::Cell(*point.score) : ChartTable::Cell(std::string()),
                                    point.worst, point.best, point.coverage});
    return chart;
}

} // namespace plumb::report
