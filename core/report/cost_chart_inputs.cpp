// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What moves the saving (tornado), and what it is worth to know before choosing.
#include "core/report/cost_chart_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace plumb::report {
namespace {

using cost::ScenarioPicture;
using cost::TornadoBar;

/// An input's value as its field is written: shares as they are, few digits.
std::string valueText(double value) {
    return value != 0 && value > -1 && value < 1 ? fmt::format("{:.3g}", value) : shortNumber(value);
}

void addSwing(Chart& chart, double position, double base, const TornadoBar& bar, bool high, const std::string& name,
              const std::string& link) {
    ChartBar out;
    out.position = position;
    out.from = base;
    out.to = high ? bar.atHigh : bar.atLow;
    out.colour = high ? ChartColour::HighEnd : ChartColour::LowEnd;
    out.link = link;
    out.hover = fmt::format("{} at {}, {}: saves {} a month", name, high ? "P90" : "P10",
                            valueText(high ? bar.high : bar.low), fullMoney(out.to, chart.currency));
    chart.bars.push_back(std::move(out));
}

/// Nothing to know: no scenario, no range, or none that matters.
std::string emptyOf(const CostChartContext& context) {
    const ScenarioPicture* scenario = foreground(context);
    if (scenario == nullptr)
        return noScenario(context);
    return scenario->inputs.empty() ? "No figure is a range. Enter one to see what it moves." : "";
}

/// Positions, most worth first.
std::vector<std::size_t> byWorth(const std::vector<double>& worth) {
    std::vector<std::size_t> order(worth.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return worth[a] > worth[b]; });
    return order;
}

/// Less than half a unit of the currency is what a simulation makes up.
bool worthKnowing(double worth) {
    return worth >= 0.5;
}

/// The widest swing, and whether that is what to measure next.
std::string tornadoSentence(const CostChartContext& context, const ScenarioPicture& scenario) {
    const TornadoBar& widest = scenario.tornado.bars.front();
    std::string out = fmt::format("It depends most on {}.", inputOf(context.spec, scenario.inputs[widest.input]));
    const std::vector<double>& worth = scenario.information;
    if (worth.size() == scenario.inputs.size() && worthKnowing(worth[widest.input]) &&
        byWorth(worth).front() == widest.input)
        out += " Measure it next.";
    return out;
}

void addTornadoTable(Chart& chart, const CostChartContext& context, const ScenarioPicture& scenario) {
    chart.table.heads = {"Input",
                         "Input at P10",
                         "Input at P90",
                         columnHead("Saving at P10", context),
                         columnHead("Saving at P90", context),
                         columnHead("Swing", context),
                         "Share of the squared swings"};
    for (const TornadoBar& bar : scenario.tornado.bars)
        chart.table.rows.push_back({inputName(context.spec, scenario.inputs[bar.input]), bar.low, bar.high, bar.atLow,
                                    bar.atHigh, bar.swing(), bar.share});
}

} // namespace

Chart tornadoChart(const CostChartContext& context) {
    Chart chart = chartOf("tornado", "What moves it most", signOf(context));
    chart.empty = emptyOf(context);
    const ScenarioPicture* scenario = foreground(context);
    if (chart.empty.empty() && !(scenario->tornado.bars.front().swing() > 0))
        chart.empty = "No range of this model moves the saving of this scenario.";
    if (!chart.empty.empty())
        return chart;
    chart.horizontal = true;
    chart.xAxis = {"saving per month", ValueFormat::Money, {}, {}, false, {}};
    const double base = scenario->tornado.base;
    for (const TornadoBar& bar : scenario->tornado.bars) {
        if (!(bar.swing() > 0) || chart.categories.size() == kMostInputs)
            break;
        const cost::Input& input = scenario->inputs[bar.input];
        const double position = static_cast<double>(chart.categories.size());
        const std::string name = inputName(context.spec, input), link = "input:" + input.pointer;
        addSwing(chart, position, base, bar, false, name, link);
        addSwing(chart, position, base, bar, true, name, link);
        chart.categories.push_back({inputLabel(context.spec, input), {}, false, link});
    }
    chart.marks.push_back({ChartMark::Kind::Vertical, {base, 0}, {}, ChartMark::Side::Above, false, 3});
    chart.legend = {{"input at P10", ChartColour::LowEnd}, {"at P90", ChartColour::HighEnd}};
    chart.conclusion = tornadoSentence(context, *scenario);
    addTornadoTable(chart, context, *scenario);
    return chart;
}

Chart informationChart(const CostChartContext& context) {
    Chart chart = chartOf("information", "What to measure next", signOf(context));
    chart.empty = emptyOf(context);
    const ScenarioPicture* scenario = foreground(context);
    if (chart.empty.empty() && scenario->information.size() != scenario->inputs.size())
        chart.empty = "What each figure is worth is computed when no figure is being changed.";
    if (!chart.empty.empty())
        return chart;
    const std::vector<std::size_t> order = byWorth(scenario->information);
    const double most = scenario->information[order.front()];
    if (!worthKnowing(most)) {
        chart.empty = "The best choice is the same whatever these figures turn out to be: none needs measuring first.";
        return chart;
    }
    chart.table.heads = {"Input", columnHead("Worth of knowing it", context)};
    for (const std::size_t k : order)
        chart.table.rows.push_back({inputName(context.spec, scenario->inputs[k]), scenario->information[k]});
    chart.horizontal = true;
    chart.xAxis = {"in net present value", ValueFormat::Money, 0.0, {}, false, {}};
    for (const std::size_t k : order) {
        if (!worthKnowing(scenario->information[k]) || chart.categories.size() == kMostInputs)
            break;
        const cost::Input& input = scenario->inputs[k];
        ChartBar bar;
        bar.position = static_cast<double>(chart.categories.size());
        bar.to = scenario->information[k];
        bar.colour = ChartColour::Series1;
        bar.label = shortNumber(bar.to);
        bar.link = "input:" + input.pointer;
        bar.hover = fmt::format("Knowing {} before choosing is worth up to {}", inputName(context.spec, input),
                                fullMoney(bar.to, chart.currency));
        chart.categories.push_back({inputLabel(context.spec, input), {}, false, bar.link});
        chart.bars.push_back(std::move(bar));
    }
    chart.conclusion =
        fmt::format("Measure {} next: worth up to {}.", inputOf(context.spec, scenario->inputs[order.front()]),
                    shortMoney(most, chart.currency));
    return chart;
}

} // namespace plumb::report
