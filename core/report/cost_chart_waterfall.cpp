// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the saving comes from: from today's month down to the month afterwards, one bar a measure.
#include "core/report/cost_chart_parts.h"
#include "core/report/words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace plumb::report {
namespace {

struct Step {
    std::string name, code, link;
    double saving = 0;
    std::size_t measures = 1;
};

/// The measures of the scenario with what each saves, as bars stand.
std::vector<std::pair<std::size_t, double>> savingsOf(const CostChartContext& context,
                                                      const cost::ScenarioPicture& scenario, bool shapley) {
    const std::vector<std::size_t>& measures = context.spec.scenarios[scenario.scenario].measures;
    const std::vector<double>& values = shapley ? scenario.result.shapley.values : scenario.result.waterfall;
    std::vector<std::pair<std::size_t, double>> out;
    for (std::size_t n = 0; n < measures.size() && n < values.size(); ++n)
        out.emplace_back(measures[n], values[n]);
    if (shapley)
        std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return out;
}

/// At most kMostCauses: the widest in their order, then the sum of the others.
std::vector<Step> stepsOf(const CostChartContext& context, const std::vector<std::pair<std::size_t, double>>& savings) {
    std::vector<std::size_t> widest(savings.size());
    std::iota(widest.begin(), widest.end(), std::size_t{0});
    std::vector<bool> shown(savings.size(), true);
    if (savings.size() > kMostCauses) {
        std::stable_sort(widest.begin(), widest.end(), [&](std::size_t a, std::size_t b) {
            return std::abs(savings[a].second) > std::abs(savings[b].second);
        });
        for (std::size_t k = kMostCauses - 1; k < widest.size(); ++k)
            shown[widest[k]] = false;
    }
    std::vector<Step> out;
    Step others{"Others", {}, {}, 0, 0};
    for (std::size_t n = 0; n < savings.size(); ++n) {
        const auto& [measure, saving] = savings[n];
        if (shown[n])
            out.push_back(
                {context.spec.measures[measure].name, codeOf(context, measure), linkOf(context, measure), saving, 1});
        else
            others = {"Others", {}, {}, others.saving + saving, others.measures + 1};
    }
    if (others.measures > 0)
        out.push_back(std::move(others));
    return out;
}

std::string hoverOf(const Step& step, std::string_view sign) {
    const std::string who =
        step.measures == 1 ? step.name : capitalised(plural(step.measures, "other measure")) + " together";
    const std::string_view verb = step.measures != 1 ? (step.saving < 0 ? "cost" : "save")
                                  : step.saving < 0  ? "costs"
                                                     : "saves";
    return fmt::format("{} {} {} {}a month", who, verb, fullMoney(std::abs(step.saving), sign),
                       step.saving < 0 ? "more " : "");
}

void addTotal(Chart& chart, std::string name, double amount, const CommonUnit& unit, std::string hover) {
    ChartBar bar;
    bar.position = static_cast<double>(chart.categories.size());
    bar.to = amount;
    bar.colour = ChartColour::Total;
    bar.label = unit.text(amount);
    bar.strong = true;
    bar.hover = std::move(hover);
    chart.bars.push_back(std::move(bar));
    chart.categories.push_back({std::move(name), {}, true, {}});
}

void addSteps(Chart& chart, const std::vector<Step>& steps, double baseline, const CommonUnit& unit) {
    double level = baseline;
    for (const Step& step : steps) {
        ChartBar bar;
        bar.position = static_cast<double>(chart.categories.size());
        bar.from = level;
        bar.to = level - step.saving;
        bar.colour = step.saving < 0 ? ChartColour::Worse : ChartColour::Saving;
        bar.label = unit.change(-step.saving);
        bar.link = step.link;
        bar.hover = hoverOf(step, chart.currency);
        chart.connectors.push_back({{bar.position - 1, level}, {bar.position, level}});
        level = bar.to;
        chart.bars.push_back(std::move(bar));
        chart.categories.push_back({step.name, step.code, false, step.link});
    }
    const double end = static_cast<double>(chart.categories.size());
    chart.connectors.push_back({{end - 1, level}, {end, level}});
}

/// The month afterwards, with its spread, and those of the scenarios that it is compared with.
void addEnds(Chart& chart, const CostChartContext& context, const CommonUnit& unit) {
    for (std::size_t k = 0; k < context.picture.scenarios.size(); ++k) {
        const cost::ScenarioPicture& scenario = context.picture.scenarios[k];
        const std::string name = k == 0 ? "After" : scenarioName(context, k);
        addTotal(chart, name, scenario.result.monthly, unit,
                 fmt::format("{}: {} a month{}", name, fullMoney(scenario.result.monthly, chart.currency),
                             rangeHover(scenario.monthly, chart.currency)));
        if (spreads(scenario.monthly))
            chart.bars.back().whisker = ChartPoint{scenario.monthly.p10, scenario.monthly.p90};
        if (k > 0)
            chart.bars.back().colour = scenarioColour(k);
    }
}

/// "endpoint " when all these measures act on such items alone.
std::string kindOf(const CostChartContext& context, const std::vector<std::size_t>& measures) {
    std::string_view kind;
    for (const std::size_t k : measures)
        for (const std::size_t item : context.spec.measures[k].items) {
            std::string_view own;
            switch (context.spec.items[item].type) {
            case cost::ItemType::Endpoint:
                own = "endpoint ";
                break;
            case cost::ItemType::Tokens:
            case cost::ItemType::BatchTokens:
                own = "token ";
                break;
            case cost::ItemType::Training:
                own = "training ";
                break;
            default:
                return {};
            }
            if (!kind.empty() && kind != own)
                return {};
            kind = own;
        }
    return std::string(kind);
}

/// Which few measures carry the most of what is saved; those that cost more are named too.
std::string carriers(const CostChartContext& context, std::vector<std::pair<std::size_t, double>> savings) {
    std::stable_sort(savings.begin(), savings.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    double saved = 0;
    std::size_t saving = 0, costing = 0;
    for (const auto& [measure, amount] : savings) {
        saved += std::max(amount, 0.0);
        saving += amount > 0 ? 1 : 0;
        costing += amount < 0 ? 1 : 0;
    }
    std::vector<std::size_t> few;
    for (double sum = 0; few.size() < saving && sum <= saved / 2;) {
        sum += savings[few.size()].second;
        few.push_back(savings[few.size()].first);
    }
    const std::string& first = context.spec.measures[savings.front().first].name;
    std::string out;
    if (saving == 1)
        out = fmt::format("{} brings the whole saving.", first);
    else if (few.size() == 1)
        out = fmt::format("{} carries more than half.", first);
    else if (2 * few.size() <= saving)
        out = fmt::format("{} {}measures carry more than half.", counted(few.size()), kindOf(context, few));
    else
        out = fmt::format("{} measures share the saving; the largest part is {} with {}.", counted(saving), first,
                          percent(savings.front().second / saved));
    if (costing == 1)
        out += fmt::format(" {} costs more than it saves.", context.spec.measures[savings.back().first].name);
    else if (costing > 1)
        out += fmt::format(" {} cost more than they save.", counted(costing));
    return capitalised(out);
}

std::string conclusionOf(const CostChartContext& context, const cost::ScenarioPicture& scenario,
                         const std::vector<std::pair<std::size_t, double>>& savings, const std::vector<Step>& steps) {
    const std::string sign = signOf(context);
    const double saving = scenario.result.saving;
    const bool noneSaves = std::none_of(savings.begin(), savings.end(), [](const auto& s) { return s.second > 0; });
    if (noneSaves && saving == 0)
        return "These measures change nothing in the bill.";
    if (noneSaves || saving < 0)
        return fmt::format("The measures make a month {} dearer.", fullMoney(-saving, sign));
    std::string out = carriers(context, savings);
    if (std::all_of(steps.begin(), steps.end(), [](const Step& s) { return s.link.starts_with("finding:"); }))
        out += " Each bar opens its finding.";
    return out;
}

void addTable(Chart& chart, const CostChartContext& context, const cost::ScenarioPicture& scenario,
              const std::vector<std::pair<std::size_t, double>>& savings) {
    const std::string none;
    chart.table.heads = {"Step",
                         "Finding",
                         "Effort",
                         columnHead("Once", context),
                         columnHead("Monthly", context),
                         "Share of the saving",
                         columnHead("P10", context),
                         columnHead("P90", context)};
    chart.table.rows.push_back({"Now", none, none, none, context.picture.baseline, none, none, none});
    for (const auto& [k, saving] : savings) {
        const cost::Measure& measure = context.spec.measures[k];
        const ChartTable::Cell share =
            scenario.result.saving != 0 ? ChartTable::Cell(saving / scenario.result.saving) : ChartTable::Cell(none);
        chart.table.rows.push_back(
            {measure.name, codeOf(context, k), measure.effort, cost::mean(measure.oneOff), -saving, share, none, none});
    }
    for (std::size_t k = 0; k < context.picture.scenarios.size(); ++k) {
        const cost::ScenarioPicture& each = context.picture.scenarios[k];
        chart.table.rows.push_back({k == 0 ? std::string("After") : scenarioName(context, k), none, each.result.effort,
                                    each.result.oneOff, each.result.monthly, none, each.monthly.p10, each.monthly.p90});
    }
}

} // namespace

Chart waterfallChart(const CostChartContext& context, WaterfallBy by) {
    Chart chart = chartOf("waterfall", "Where the saving comes from", signOf(context));
    const cost::ScenarioPicture* scenario = foreground(context);
    if (scenario == nullptr) {
        chart.empty = noScenario(context);
        return chart;
    }
    const bool shapley = by == WaterfallBy::Shapley && !scenario->result.shapley.values.empty();
    const auto savings = savingsOf(context, *scenario, shapley);
    if (savings.empty()) {
        chart.empty = "No measure is switched on in this scenario. Switch one on to see where a saving comes from.";
        return chart;
    }
    const std::vector<Step> steps = stepsOf(context, savings);
    const CommonUnit unit(context.picture.baseline);
    addTotal(chart, "Now", context.picture.baseline, unit,
             fmt::format("Now: {} a month", fullMoney(context.picture.baseline, chart.currency)));
    addSteps(chart, steps, context.picture.baseline, unit);
    addEnds(chart, context, unit);
    chart.yAxis.format = ValueFormat::Money;
    chart.movable = by == WaterfallBy::Order && steps.size() == savings.size() && steps.size() > 1;
    chart.conclusion = conclusionOf(context, *scenario, savings, steps);
    addTable(chart, context, *scenario, savings);
    return chart;
}

} // namespace plumb::report
