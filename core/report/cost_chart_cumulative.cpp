// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is saved after each month, one-off costs taken off, with the month in which they are back.
#include "core/report/cost_chart_parts.h"
#include "core/report/words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace plumb::report {
namespace {

using cost::ScenarioPicture;
using cost::Spread;

std::vector<double> monthTicks(int horizon) {
    const int step = horizon <= 12 ? 3 : horizon <= 36 ? 6 : 12;
    std::vector<double> out;
    for (int month = 0; month <= horizon; month += step)
        out.push_back(month);
    return out;
}

ChartLine lineOf(const CostChartContext& context, std::size_t place) {
    const ScenarioPicture& scenario = context.picture.scenarios[place];
    ChartLine line;
    line.name = scenarioName(context, place);
    line.colour = scenarioColour(place);
    line.dashed = place > 0;
    line.named = context.picture.scenarios.size() > 1;
    for (std::size_t month = 0; month < scenario.cumulative.size(); ++month) {
        const Spread& spread = scenario.cumulative[month];
        line.points.push_back({static_cast<double>(month), spread.p50});
        line.hovers.push_back(fmt::format("{}Month {}: {}{}", line.named ? line.name + ", " : "", month,
                                          fullMoney(spread.p50, signOf(context)), rangeHover(spread, signOf(context))));
    }
    return line;
}

void addBand(Chart& chart, const std::vector<Spread>& months) {
    if (std::none_of(months.begin(), months.end(), spreads))
        return;
    ChartBand band;
    for (std::size_t month = 0; month < months.size(); ++month) {
        band.x.push_back(static_cast<double>(month));
        band.low.push_back(months[month].p10);
        band.high.push_back(months[month].p90);
    }
    chart.bands.push_back(std::move(band));
}

/// Spent before it comes back.
bool dips(const std::vector<Spread>& months) {
    return std::any_of(months.begin(), months.end(), [](const Spread& s) { return s.p50 < 0; });
}

void addMarks(Chart& chart, const ScenarioPicture& scenario) {
    const std::vector<Spread>& months = scenario.cumulative;
    if (scenario.paidBack && *scenario.paidBack > 0) {
        const auto month = static_cast<std::size_t>(*scenario.paidBack);
        const double before = months[month - 1].p50, after = months[month].p50;
        const double x = static_cast<double>(month) - (after > before ? after / (after - before) : 0);
        chart.marks.push_back({ChartMark::Kind::Bob,
                               {x, 0},
                               fmt::format("paid back in month {}", month),
                               ChartMark::Side::Right,
                               true,
                               0});
    }
    const auto lowest =
        std::min_element(months.begin(), months.end(), [](const Spread& a, const Spread& b) { return a.p50 < b.p50; });
    if (lowest->p50 < 0)
        chart.marks.push_back({ChartMark::Kind::Ring,
                               {static_cast<double>(lowest - months.begin()), lowest->p50},
                               "lowest " + roundMoney(lowest->p50, chart.currency, 2),
                               ChartMark::Side::Below,
                               false,
                               2});
    chart.marks.push_back({ChartMark::Kind::Ring,
                           {static_cast<double>(months.size() - 1), months.back().p50},
                           shortMoney(months.back().p50, chart.currency),
                           ChartMark::Side::Above,
                           true,
                           1});
}

std::string conclusionOf(const ScenarioPicture& scenario, std::string_view sign) {
    const std::vector<Spread>& months = scenario.cumulative;
    const std::string horizon = plural(months.size() - 1, "month");
    const double end = months.back().p50;
    if (!dips(months)) {
        if (scenario.oneOff.p50 > 0 || end <= 0)
            return end > 0 ? fmt::format("One-off costs are back at once; {} are saved in {}.", shortMoney(end, sign),
                                         horizon)
                           : fmt::format("Nothing is saved in {}.", horizon);
        return fmt::format("Nothing is spent first; {} are saved in {}.", shortMoney(end, sign), horizon);
    }
    if (!scenario.paidBack) {
        const std::string what = scenario.oneOff.p50 > 0 ? "One-off costs are" : "What is spent is";
        return fmt::format("{} not back within {}: {} are still missing.", what, horizon, shortMoney(-end, sign));
    }
    std::string out = fmt::format(
        "{} back in month {}", scenario.oneOff.p50 > 0 ? "One-off costs are" : "What is spent is", *scenario.paidBack);
    if (!spreads(months.back()))
        return out + ".";
    if (!scenario.paidBackAtP10)
        return out + fmt::format("; at P10 not within {}.", horizon);
    if (*scenario.paidBackAtP10 == *scenario.paidBack)
        return out + ", at P10 too.";
    return out + fmt::format(", at P10 in month {}.", *scenario.paidBackAtP10);
}

void addTable(Chart& chart, const CostChartContext& context) {
    chart.table.heads = {"Month"};
    for (std::size_t k = 0; k < context.picture.scenarios.size(); ++k)
        for (const std::string_view what : {"mean", "P10", "P50", "P90"})
            chart.table.heads.push_back(scenarioHead(context, k, what));
    for (std::size_t month = 0; month < context.picture.scenarios.front().cumulative.size(); ++month) {
        std::vector<ChartTable::Cell> row{static_cast<double>(month)};
        for (const ScenarioPicture& scenario : context.picture.scenarios) {
            const Spread& s = scenario.cumulative[month];
            row.insert(row.end(), {s.mean, s.p10, s.p50, s.p90});
        }
        chart.table.rows.push_back(std::move(row));
    }
}

} // namespace

Chart cumulativeChart(const CostChartContext& context) {
    Chart chart = chartOf("cumulative", "Cumulative saving", signOf(context));
    const ScenarioPicture* scenario = foreground(context);
    if (scenario == nullptr) {
        chart.empty = noScenario(context);
        return chart;
    }
    chart.xAxis = {
        "months", ValueFormat::Month, 0.0, context.spec.horizonMonths, false, monthTicks(context.spec.horizonMonths)};
    chart.yAxis.format = ValueFormat::Money;
    addBand(chart, scenario->cumulative);
    for (std::size_t k = 0; k < context.picture.scenarios.size(); ++k)
        chart.lines.push_back(lineOf(context, k));
    addMarks(chart, *scenario);
    chart.conclusion = conclusionOf(*scenario, chart.currency);
    addTable(chart, context);
    return chart;
}

} // namespace plumb::report
