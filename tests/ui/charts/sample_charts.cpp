// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/sample_charts.h"

#include <cmath>
#include <string>

namespace plumb::test {
namespace {

using namespace report;

std::string minusLabel(double amount) {
    char text[32];
    std::snprintf(text, sizeof text, "\u2212%.1fk", amount / 1000);
    return text;
}

double normal(double z) {
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

ChartLine curve(double mean, double spread, ChartColour colour, const std::string& name) {
    ChartLine line;
    line.name = name;
    line.colour = colour;
    line.named = !name.empty();
    for (int i = -25; i <= 25; ++i)
        line.points.push_back({mean + spread * i / 10, normal(i / 10.0)});
    return line;
}

} // namespace

Chart sampleWaterfall() {
    Chart chart;
    chart.id = "waterfall";
    chart.title = "Where the saving comes from";
    chart.conclusion = "Two endpoint measures carry more than half. Each bar opens its finding.";
    chart.movable = true;
    chart.yAxis.format = ValueFormat::Money;
    struct Step {
        const char *name, *finding;
        double saving;
    };
    const Step steps[] = {{"Share endpoints", "F-05", 5425}, {"Schedule reader", "F-05", 2655},
                          {"Prompt caching", "F-11", 1925},  {"Agent step budget", "F-01", 1738},
                          {"Spot training", "F-19", 1267},   {"Batch summaries", "F-14", 908},
                          {"pgvector store", "F-22", 299}};
    double at = 30900;
    chart.categories.push_back({"Now", "", true, ""});
    chart.bars.push_back({0, 0.56, 0, at, ChartColour::Total, "30.9k", true, {}, "", "Now: $30,900 a month"});
    chart.table.heads = {"Step", "Finding", "Monthly, $"};
    chart.table.rows.push_back({"Now", "", at});
    for (const Step& step : steps) {
        const auto place = static_cast<double>(chart.bars.size());
        chart.categories.push_back({step.name, step.finding, false, std::string("finding:") + step.finding});
        chart.bars.push_back(
            {place,
             0.56,
             at,
             at - step.saving,
             ChartColour::Saving,
             minusLabel(step.saving),
             false,
             {},
             std::string("measure:") + step.name,
             std::string(step.name) + " saves $" + std::to_string(static_cast<int>(step.saving)) + " a month"});
        chart.connectors.push_back({{place - 1 + 0.28, at}, {place - 0.28, at}});
        chart.table.rows.push_back({step.name, step.finding, -step.saving});
        at -= step.saving;
    }
    chart.connectors.push_back({{7.28, at}, {7.72, at}});
    chart.categories.push_back({"After", "", true, ""});
    chart.bars.push_back({8, 0.56, 0, at, ChartColour::Total, "16.7k", true, ChartPoint{15700, 17800}, "",
                          "After: $16,684 a month\nP10 to P90: $15,700 to $17,800"});
    chart.table.rows.push_back({"After", "", at});
    return chart;
}

Chart sampleCumulative() {
    Chart chart;
    chart.id = "cumulative";
    chart.title = "Cumulative saving";
    chart.conclusion = "One-off costs are back in month 5, at P10 in month 6.";
    chart.xAxis = {"months", ValueFormat::Month, 0.0, 24.0, false, {}};
    chart.yAxis.format = ValueFormat::Money;
    ChartLine line;
    line.name = "Likely";
    line.named = false;
    ChartBand band;
    const double early[] = {0, -9000, -26000, -20000, -13000, 0};
    for (int month = 0; month <= 24; ++month) {
        const double value = month <= 5 ? early[month] : (month - 5) * 14210.0;
        line.points.push_back({static_cast<double>(month), value});
        band.x.push_back(month);
        band.low.push_back(month <= 5 ? value : value * 0.91);
        band.high.push_back(month <= 5 ? value : value * 1.08);
    }
    chart.lines.push_back(line);
    chart.bands.push_back(band);
    chart.marks.push_back({ChartMark::Kind::Bob, {5, 0}, "paid back in month 5", ChartMark::Side::Right, true, 0});
    chart.marks.push_back({ChartMark::Kind::Ring, {2, -26000}, "lowest \u2212$26k", ChartMark::Side::Right, false, 2});
    ChartMark end{ChartMark::Kind::Ring, {24, 270000}, "$270k", ChartMark::Side::Above, true, 1};
    chart.marks.push_back(end);
    chart.table.heads = {"Month", "Likely, $"};
    for (const ChartPoint& point : line.points)
        chart.table.rows.push_back({point.x, point.y});
    return chart;
}

Chart sampleConfidence() {
    Chart chart;
    chart.id = "confidence";
    chart.title = "How sure is the saving?";
    chart.conclusion = "8 of 10 outcomes lie between 13.1k and 15.2k.";
    chart.xAxis = {"saving per month", ValueFormat::Money, {}, {}, false, {}};
    chart.yAxis = {"", ValueFormat::Percent, 0.0, 1.0, false, {0, 0.1, 0.5, 0.9, 1}};
    ChartLine line = curve(14160, 820, ChartColour::Series1, "");
    line.fillFrom = 14160 - 820 * 1.2816;
    line.fillTo = 14160 + 820 * 1.2816;
    chart.lines.push_back(line);
    chart.marks.push_back({ChartMark::Kind::Bob, {14160, 0.5}, "P50 14.2k", ChartMark::Side::Left, true, 0});
    chart.marks.push_back({ChartMark::Kind::Ring, {line.fillFrom, 0.1}, "P10 13.1k", ChartMark::Side::Left, true, 1});
    chart.marks.push_back({ChartMark::Kind::Ring, {line.fillTo, 0.9}, "P90 15.2k", ChartMark::Side::Right, true, 1});
    chart.table.heads = {"Saving, $", "Share"};
    for (const ChartPoint& point : line.points)
        chart.table.rows.push_back({point.x, point.y});
    return chart;
}

Chart sampleHistogram() {
    Chart chart;
    chart.id = "histogram";
    chart.title = "How often each saving comes out";
    chart.conclusion = "Most outcomes lie near 14.2k; none is below 11.9k.";
    chart.xAxis = {"saving per month", ValueFormat::Money, {}, {}, false, {}};
    chart.yAxis = {"share of trials", ValueFormat::Percent, 0.0, {}, false, {}};
    chart.table.heads = {"From, $", "Share"};
    for (int i = 0; i < 24; ++i) {
        const double from = 12000 + 180.0 * i, z = (from + 90 - 14160) / 820;
        const double share = 180 / 820.0 * std::exp(-z * z / 2) / std::sqrt(2 * 3.14159265);
        chart.bars.push_back({from + 90, 180, 0, share, ChartColour::Saving, "", false, {}, "", ""});
        chart.table.rows.push_back({from, share});
    }
    chart.marks.push_back({ChartMark::Kind::Vertical, {13109, 0}, "P10 13.1k", ChartMark::Side::Left, false, 1});
    chart.marks.push_back({ChartMark::Kind::Bob, {14160, 0.0875}, "P50 14.2k", ChartMark::Side::Right, true, 0});
    chart.marks.push_back({ChartMark::Kind::Vertical, {15211, 0}, "P90 15.2k", ChartMark::Side::Right, false, 1});
    return chart;
}

Chart sampleTornado() {
    Chart chart;
    chart.id = "tornado";
    chart.title = "What moves it most";
    chart.conclusion = "Measure the endpoint load next.";
    chart.horizontal = true;
    chart.xAxis = {"saving per month", ValueFormat::Money, {}, {}, false, {}};
    struct Input {
        const char* name;
        double low, high;
    };
    const Input inputs[] = {{"Fraud endpoint load", 14860, 13490}, {"Agent steps per task", 14690, 13640},
                            {"Request volume", 13830, 14740},      {"Target utilisation", 13780, 14620},
                            {"Reader hours on", 14410, 14010},     {"Cache hit rate", 14040, 14350},
                            {"Spot discount, net", 14070, 14340}};
    for (const Input& input : inputs) {
        const auto place = static_cast<double>(chart.categories.size());
        chart.categories.push_back({input.name, "", false, std::string("input:/") + input.name});
        chart.bars.push_back({place, 0.56, 14216, input.low, ChartColour::LowEnd, "", false, {}, "", ""});
        chart.bars.push_back({place, 0.56, 14216, input.high, ChartColour::HighEnd, "", false, {}, "", ""});
        chart.table.rows.push_back({input.name, input.low, input.high});
    }
    chart.table.heads = {"Input", "At P10, $", "At P90, $"};
    chart.marks.push_back({ChartMark::Kind::Vertical, {14216, 0}, "", ChartMark::Side::Right, true, 0});
    chart.legend = {{"input at P10", ChartColour::LowEnd}, {"at P90", ChartColour::HighEnd}};
    return chart;
}

Chart sampleBreakEven() {
    Chart chart;
    chart.id = "breakEven";
    chart.title = "Provisioned or on demand?";
    chart.conclusion = "Stay on demand below 7.0 M tokens an hour.";
    chart.xAxis = {"million tokens per hour", ValueFormat::Number, 0.0, 10.0, false, {}};
    chart.yAxis.format = ValueFormat::Money;
    ChartLine demand, fixed;
    demand.name = "on demand";
    fixed.name = "provisioned, 1 unit";
    fixed.colour = ChartColour::Series2;
    for (const double x : {0.0, 2.0, 4.0, 6.0, 7.0, 8.0, 10.0}) {
        demand.points.push_back({x, x * 3650});
        fixed.points.push_back({x, 25550});
        chart.table.rows.push_back({x, x * 3650, 25550.0});
    }
    chart.table.heads = {"M tokens", "On demand, $", "Provisioned, $"};
    chart.lines = {demand, fixed};
    chart.zones.push_back({{{7, 25550}, {10, 36500}, {10, 25550}}});
    chart.marks.push_back({ChartMark::Kind::Bob, {1.7, 6205}, "now 1.7 M", ChartMark::Side::Right, true, 0});
    chart.marks.push_back({ChartMark::Kind::Ring, {7, 25550}, "7.0 M", ChartMark::Side::Below, true, 1});
    return chart;
}

Chart sampleFrontier() {
    Chart chart;
    chart.id = "frontier";
    chart.title = "Which measures to choose";
    chart.conclusion = "Four measures bring most of the saving for half of the cost.";
    chart.xAxis = {"one-off cost", ValueFormat::Money, 0.0, {}, false, {}};
    chart.yAxis = {"saving per month", ValueFormat::Money, 0.0, {}, false, {}};
    ChartLine all, best;
    all.joined = false;
    all.named = false;
    all.colour = ChartColour::Baseline;
    best.markers = true;
    best.name = "best for its cost";
    const ChartPoint choices[] = {{2500, 2655},   {6000, 1925},  {9000, 1738},   {14000, 5425},  {8500, 4500},
                                  {16500, 8000},  {22500, 9900}, {31500, 11600}, {35500, 12900}, {39000, 13800},
                                  {44500, 14216}, {20000, 6400}, {27000, 7300},  {34000, 9900},  {11500, 3600}};
    const int chosen[] = {0, 4, 5, 6, 8, 9, 10};
    for (const ChartPoint& point : choices)
        all.points.push_back(point);
    best.points.push_back({0, 0});
    for (const int i : chosen)
        best.points.push_back(choices[i]);
    best.links.assign(best.points.size(), "measure:some");
    chart.lines = {all, best};
    std::swap(chart.lines[0], chart.lines[1]);
    chart.marks.push_back({ChartMark::Kind::Bob, {16500, 8000}, "this scenario", ChartMark::Side::Left, true, 0});
    chart.table.heads = {"Cost, $", "Saving, $"};
    for (const ChartPoint& point : choices)
        chart.table.rows.push_back({point.x, point.y});
    return chart;
}

Chart sampleLoss() {
    Chart chart;
    chart.id = "loss";
    chart.title = "Losses in a year";
    chart.conclusion = "The chance to lose more than $100k falls from 31 % to 12 %.";
    chart.xAxis = {"loss in a year", ValueFormat::Money, 1000.0, 1e6, true, {}};
    chart.yAxis = {"chance to exceed it", ValueFormat::Percent, 0.0, 1.0, false, {}};
    ChartLine now, after;
    now.name = "now";
    after.name = "after the scenario";
    after.colour = ChartColour::Series3;
    for (int i = 0; i <= 60; ++i) {
        const double x = std::pow(10, 3 + i / 20.0);
        now.points.push_back({x, 0.92 * (1 - normal((std::log10(x) - 4.75) / 0.6))});
        after.points.push_back({x, 0.75 * (1 - normal((std::log10(x) - 4.4) / 0.55))});
        chart.table.rows.push_back({x, now.points.back().y, after.points.back().y});
    }
    chart.table.heads = {"Loss, $", "Now", "After"};
    chart.lines = {now, after};
    return chart;
}

Chart sampleCompared() {
    Chart chart;
    chart.id = "compared";
    chart.title = "Four scenarios";
    chart.conclusion = "Quick wins and platform save most; the ranges overlap.";
    chart.xAxis = {"saving per month", ValueFormat::Money, {}, {}, false, {}};
    chart.yAxis = {"", ValueFormat::Percent, 0.0, 1.0, false, {0, 0.1, 0.5, 0.9, 1}};
    chart.lines = {curve(14160, 820, ChartColour::Series1, "Quick wins and platform"),
                   curve(9900, 700, ChartColour::Series2, "Quick wins"),
                   curve(11900, 1300, ChartColour::Series3, "Platform only"),
                   curve(6100, 500, ChartColour::Series4, "Endpoints")};
    chart.table.heads = {"Scenario", "P50, $"};
    for (const ChartLine& line : chart.lines)
        chart.table.rows.push_back({line.name, line.points[25].x});
    return chart;
}

Chart sampleTrend() {
    Chart chart;
    chart.id = "trend";
    chart.title = "Over all reviews";
    chart.conclusion = "Hatched: what was not answered yet.";
    chart.yAxis = {"", ValueFormat::Number, 0.0, 100.0, false, {0, 25, 50, 75, 100}};
    chart.categories = {{"Feb 2026", "40 %", false, ""}, {"May 2026", "76 %", false, ""}, {"Now", "78 %", true, ""}};
    ChartLine line;
    line.markers = true;
    line.named = false;
    line.points = {{0, 35}, {1, 48}, {2, 69}};
    chart.lines.push_back(line);
    chart.bands.push_back({{0, 1, 2}, {12, 37, 54}, {68, 60, 76}, true});
    chart.marks.push_back({ChartMark::Kind::Ring, {0, 35}, "35", ChartMark::Side::Left, true, 1});
    chart.marks.push_back({ChartMark::Kind::Ring, {1, 48}, "48", ChartMark::Side::Left, true, 1});
    chart.marks.push_back({ChartMark::Kind::Bob, {2, 69}, "69", ChartMark::Side::Left, true, 0});
    chart.table.heads = {"Review", "Score"};
    chart.table.rows = {{"Feb 2026", 35.0}, {"May 2026", 48.0}, {"Now", 69.0}};
    return chart;
}

Chart sampleEmpty() {
    Chart chart;
    chart.id = "empty";
    chart.title = "Where the saving comes from";
    chart.empty = "No measure is chosen yet. Tick a measure at the left, or add one, to see what it saves.";
    return chart;
}

std::vector<Chart> sampleCharts() {
    return {sampleWaterfall(), sampleCumulative(), sampleConfidence(), sampleHistogram(),
            sampleTornado(),   sampleBreakEven(),  sampleFrontier(),   sampleLoss(),
            sampleCompared(),  sampleTrend(),      sampleEmpty()};
}

} // namespace plumb::test
