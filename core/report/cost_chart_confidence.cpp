// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How sure the saving is: the S-curve of its outcomes, and the same outcomes as a histogram.
#include "core/report/cost_chart_parts.h"
#include "core/report/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::report {
namespace {

using cost::ScenarioPicture;

constexpr std::size_t kDrawnFrom = 2; ///< of 400: the S-curve goes from P0.5 to P99.5
constexpr double kLast = static_cast<double>(cost::kSavingPoints - 1);

double shareAt(std::size_t k) {
    return static_cast<double>(k) / kLast;
}

/// Why there is nothing to draw: no scenario, or no spread in any.
std::string emptyOf(const CostChartContext& context) {
    const ScenarioPicture* scenario = foreground(context);
    if (scenario == nullptr)
        return noScenario(context);
    const auto& all = context.picture.scenarios;
    if (std::any_of(all.begin(), all.end(), varies))
        return {};
    const std::string amount = fullMoney(scenario->saving.p50, signOf(context));
    return scenario->inputs.empty()
               ? fmt::format("No figure is a range, so every outcome saves {} a month. Enter a range to see how sure "
                             "that is.",
                             amount)
               : fmt::format("No range of this model moves the saving: every outcome saves {} a month.", amount);
}

ChartLine curveOf(const CostChartContext& context, std::size_t place) {
    const ScenarioPicture& scenario = context.picture.scenarios[place];
    ChartLine line;
    line.name = scenarioName(context, place);
    line.colour = scenarioColour(place);
    line.dashed = place > 0;
    line.named = context.picture.scenarios.size() > 1;
    if (!varies(scenario)) {
        line.points = {{scenario.saving.p50, 0}, {scenario.saving.p50, 1}};
        return line;
    }
    for (std::size_t k = kDrawnFrom; k + kDrawnFrom < scenario.savings.size(); ++k)
        line.points.push_back({scenario.savings[k], shareAt(k)});
    if (place == 0) {
        line.fillFrom = scenario.saving.p10;
        line.fillTo = scenario.saving.p90;
    }
    return line;
}

void addPercentiles(Chart& chart, const cost::Spread& saving) {
    using Kind = ChartMark::Kind;
    using Side = ChartMark::Side;
    chart.marks.push_back({Kind::Bob, {saving.p50, 0.5}, "P50 " + shortNumber(saving.p50), Side::Left, true, 0});
    if (!spreads(saving))
        return;
    chart.marks.push_back({Kind::Ring, {saving.p10, 0.1}, "P10 " + shortNumber(saving.p10), Side::Left, true, 1});
    chart.marks.push_back({Kind::Ring, {saving.p90, 0.9}, "P90 " + shortNumber(saving.p90), Side::Right, true, 1});
}

/// "8 of 10 outcomes lie between 13.1k and 15.2k."
std::string rangeSentence(const ScenarioPicture& scenario) {
    if (!varies(scenario))
        return fmt::format("Every outcome of this scenario saves {} a month.", shortNumber(scenario.saving.p50));
    if (!spreads(scenario.saving))
        return fmt::format("At least 8 of 10 outcomes save {} a month.", shortNumber(scenario.saving.p50));
    const auto [low, high] = shortRange(scenario.saving.p10, scenario.saving.p90, {});
    return fmt::format("8 of 10 outcomes lie between {} and {}.", low, high);
}

/// What half and a tenth of the outcomes save at least, or how many save nothing.
std::string cellsSentence(const ScenarioPicture& scenario) {
    if (scenario.saving.p50 < 0)
        return fmt::format("{} of the outcomes cost more than now.", percent(shareOfLosses(scenario)));
    const auto [half, tenth] = shortRange(scenario.saving.p50, scenario.saving.p90, {});
    return fmt::format("Half save {} a month or more, one in ten {}.", half, tenth) + lossesSentence(scenario);
}

void addQuantileTable(Chart& chart, const CostChartContext& context) {
    chart.table.heads = {"Share of the outcomes at or below"};
    for (std::size_t k = 0; k < context.picture.scenarios.size(); ++k)
        chart.table.heads.push_back(scenarioHead(context, k, "Saving a month"));
    for (std::size_t k = 0; k < cost::kSavingPoints; ++k) {
        std::vector<ChartTable::Cell> row{shareAt(k)};
        for (const ScenarioPicture& scenario : context.picture.scenarios)
            row.emplace_back(scenario.savings[k]);
        chart.table.rows.push_back(std::move(row));
    }
}

void addCells(Chart& chart, const cost::Histogram& cells, std::uint64_t trials) {
    for (std::size_t k = 0; k < cells.counts.size(); ++k) {
        const double from = cells.low + static_cast<double>(k) * cells.width, to = from + cells.width;
        ChartBar bar;
        bar.position = (from + to) / 2;
        bar.width = cells.width;
        bar.to = static_cast<double>(cells.counts[k]) / static_cast<double>(trials);
        bar.colour = to <= 0 ? ChartColour::Worse : ChartColour::Saving;
        const auto [low, high] = shortRange(from, to, chart.currency);
        bar.hover = fmt::format("{} of the outcomes save {} to {} a month", shareText(bar.to), low, high);
        chart.table.rows.push_back({from, to, static_cast<double>(cells.counts[k]), bar.to});
        chart.bars.push_back(std::move(bar));
    }
}

} // namespace

Chart confidenceChart(const CostChartContext& context) {
    Chart chart = chartOf("confidence", "How sure is the saving?", signOf(context));
    chart.empty = emptyOf(context);
    if (!chart.empty.empty())
        return chart;
    const ScenarioPicture& scenario = *foreground(context);
    chart.xAxis = {"saving per month", ValueFormat::Money, {}, {}, false, {}};
    chart.yAxis = {{}, ValueFormat::Percent, 0.0, 1.0, false, {0, 0.1, 0.5, 0.9, 1}};
    for (std::size_t k = 0; k < context.picture.scenarios.size(); ++k)
        chart.lines.push_back(curveOf(context, k));
    addPercentiles(chart, scenario.saving);
    chart.conclusion = rangeSentence(scenario) + (varies(scenario) ? lossesSentence(scenario) : "");
    addQuantileTable(chart, context);
    return chart;
}

Chart histogramChart(const CostChartContext& context) {
    Chart chart = chartOf("histogram", "How the outcomes lie", signOf(context));
    chart.empty = emptyOf(context);
    const ScenarioPicture* scenario = foreground(context);
    if (chart.empty.empty() && !(scenario->cells.width > 0))
        chart.empty = rangeSentence(*scenario);
    if (!chart.empty.empty())
        return chart;
    chart.xAxis = {"saving per month", ValueFormat::Money, {}, {}, false, {}};
    chart.yAxis = {"share of the outcomes", ValueFormat::Percent, 0.0, {}, false, {}};
    chart.table.heads = {columnHead("Saving from", context), columnHead("to", context), "Outcomes", "Share"};
    addCells(chart, scenario->cells, context.picture.trials);
    const auto height = [&](double x) {
        const cost::Histogram& cells = scenario->cells;
        const auto k = static_cast<std::size_t>(std::max(0.0, (x - cells.low) / cells.width));
        return chart.bars[std::min(k, chart.bars.size() - 1)].to;
    };
    addPercentiles(chart, scenario->saving);
    for (ChartMark& mark : chart.marks) {
        mark.at.y = height(mark.at.x);
        if (mark.kind == ChartMark::Kind::Ring)
            mark.kind = ChartMark::Kind::Vertical;
    }
    chart.conclusion = cellsSentence(*scenario);
    return chart;
}

} // namespace plumb::report
