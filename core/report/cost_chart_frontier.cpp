// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which sets of measures save the most for their effort, and where the scenario stands to them.
#include "core/report/cost_chart_parts.h"
#include "core/report/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::report {
namespace {

using cost::FrontierPoint;

constexpr std::size_t kMostSingles = 60; ///< measures that are drawn on their own

std::string namesOf(const CostChartContext& context, const std::vector<std::size_t>& measures) {
    std::vector<std::string> names;
    for (const std::size_t k : measures)
        names.push_back(context.spec.measures[k].name);
    return names.empty() ? "Nothing" : listed(names);
}

std::string hoverOf(const CostChartContext& context, const std::string& who, double effort, double saving) {
    return fmt::format("{}: saves {} a month for an effort of {}", who, fullMoney(saving, signOf(context)),
                       plainNumber(effort));
}

ChartLine bestSets(const CostChartContext& context) {
    ChartLine line;
    line.name = "best sets";
    line.colour = ChartColour::Series1;
    line.markers = true;
    for (const FrontierPoint& point : context.picture.frontier) {
        line.points.push_back({point.effort, point.saving});
        line.hovers.push_back(hoverOf(context, namesOf(context, point.measures), point.effort, point.saving));
    }
    return line;
}

/// Each measure alone, where it does something alone.
ChartLine singles(const CostChartContext& context) {
    ChartLine line;
    line.name = "one measure alone";
    line.colour = ChartColour::Series2;
    line.markers = true;
    line.joined = false;
    line.named = false;
    for (std::size_t k = 0; k < std::min(context.spec.measures.size(), kMostSingles); ++k) {
        const cost::Measure& measure = context.spec.measures[k];
        if (!(measure.effort > 0))
            continue;
        const double saving = context.picture.baseline - cost::monthlyWith(context.spec, {k});
        if (saving == 0)
            continue;
        line.points.push_back({measure.effort, saving});
        line.hovers.push_back(hoverOf(context, measure.name, measure.effort, saving));
        line.links.push_back(linkOf(context, k));
    }
    return line;
}

void addScenarios(Chart& chart, const CostChartContext& context) {
    for (std::size_t k = 0; k < context.picture.scenarios.size(); ++k) {
        const cost::ScenarioResult& result = context.picture.scenarios[k].result;
        chart.marks.push_back({k == 0 ? ChartMark::Kind::Bob : ChartMark::Kind::Ring,
                               {result.effort, result.saving},
                               k == 0 ? "this scenario" : scenarioName(context, k),
                               ChartMark::Side::Left,
                               k == 0,
                               static_cast<int>(k)});
    }
}

/// The most that the effort of the scenario could save.
const FrontierPoint* bestWithin(const std::vector<FrontierPoint>& frontier, double effort) {
    const FrontierPoint* best = nullptr;
    for (const FrontierPoint& point : frontier)
        if (point.effort <= effort * (1 + 1e-12) && (best == nullptr || point.saving > best->saving))
            best = &point;
    return best;
}

std::string conclusionOf(const CostChartContext& context) {
    const cost::CostPicture& picture = context.picture;
    const std::string sign = signOf(context);
    const cost::ScenarioPicture* scenario = foreground(context);
    if (scenario == nullptr || scenario->result.effort <= 0) {
        const FrontierPoint& most = picture.frontier.back();
        if (picture.frontier.size() < 2)
            return "No measure with an effort saves anything.";
        return fmt::format("The most that was found is {} a month for an effort of {}.", shortMoney(most.saving, sign),
                           plainNumber(most.effort));
    }
    const FrontierPoint* best = bestWithin(picture.frontier, scenario->result.effort);
    const double more = best == nullptr ? 0 : best->saving - scenario->result.saving;
    // What is less than a unit of the currency is no reason to change.
    if (more < 1)
        return picture.frontierComplete ? "No other set saves more for this effort."
                                        : "No set that was tried saves more for this effort; not all could be.";
    const bool few = best->measures.size() <= 3;
    return fmt::format("{} would save {}{} more a month for no more effort.",
                       few ? namesOf(context, best->measures)
                           : fmt::format("A set of {}", plural(best->measures.size(), "measure")),
                       picture.frontierComplete ? "" : "at least ", shortMoney(more, sign));
}

} // namespace

Chart frontierChart(const CostChartContext& context) {
    Chart chart = chartOf("frontier", "Most saving for the effort", signOf(context));
    const std::vector<FrontierPoint>& frontier = context.picture.frontier;
    if (frontier.empty()) {
        const std::string& why = context.picture.frontierTrouble;
        chart.empty = why.empty() ? "The best sets are computed when no figure is being changed."
                                  : fmt::format("Nothing to compare: {}. Say how much effort each measure is.", why);
        return chart;
    }
    chart.xAxis = {"effort", ValueFormat::Days, 0.0, {}, false, {}};
    chart.yAxis = {"saving per month", ValueFormat::Money, {}, {}, false, {}};
    chart.lines.push_back(bestSets(context));
    chart.lines.push_back(singles(context));
    addScenarios(chart, context);
    chart.conclusion = conclusionOf(context);
    chart.table.heads = {"Measures", "Effort", columnHead("Saving a month", context), "Best for some price of effort"};
    for (const FrontierPoint& point : frontier)
        chart.table.rows.push_back(
            {namesOf(context, point.measures), point.effort, point.saving, point.onHull ? "yes" : "no"});
    return chart;
}

} // namespace plumb::report
