// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How likely the losses of a year are to exceed an amount, with and without what the scenario closes.
#include "core/report/cost_chart_parts.h"
#include "core/report/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace plumb::report {
namespace {

constexpr std::size_t kPoints = 121;
constexpr double kRareEnough = 0.998; ///< amounts that are exceeded more rarely are not drawn

/// Share of the years above each amount.
std::vector<double> exceedance(std::vector<double> losses, const std::vector<double>& amounts) {
    std::sort(losses.begin(), losses.end());
    std::vector<double> out;
    for (const double amount : amounts) {
        const auto above = losses.end() - std::upper_bound(losses.begin(), losses.end(), amount);
        out.push_back(losses.empty() ? 0 : static_cast<double>(above) / static_cast<double>(losses.size()));
    }
    return out;
}

double quantileOf(const std::vector<double>& losses, double share) {
    return cost::quantiles(losses, std::array{share}).front();
}

ChartLine lineOf(std::string name, ChartColour colour, const std::vector<double>& amounts,
                 const std::vector<double>& chances, std::string_view sign) {
    ChartLine line;
    line.name = std::move(name);
    line.colour = colour;
    for (std::size_t k = 0; k < amounts.size(); ++k) {
        line.points.push_back({amounts[k], chances[k]});
        line.hovers.push_back(fmt::format("{}: more than {} in {} of the years", line.name,
                                          shortMoney(amounts[k], sign), percent(chances[k])));
    }
    return line;
}

/// What one year in ten exceeds, before and after.
std::string conclusionOf(const std::vector<double>& now, const std::vector<double>& afterwards, std::string_view sign) {
    const double tenth = quantileOf(now, 0.9);
    if (!(tenth > 0)) {
        const auto any = std::count_if(now.begin(), now.end(), [](double x) { return x > 0; });
        return fmt::format("A year has a loss at all with a chance of {}.",
                           percent(static_cast<double>(any) / static_cast<double>(now.size())));
    }
    std::string out = fmt::format("One year in ten loses more than {}", shortMoney(tenth, sign));
    if (afterwards.empty())
        return out + ".";
    const double later = quantileOf(afterwards, 0.9);
    if (later >= tenth)
        return out + ", with this scenario too.";
    return out + (later > 0 ? fmt::format("; with this scenario more than {}.", shortMoney(later, sign))
                            : "; with this scenario nine in ten lose nothing.");
}

} // namespace

Chart lossChart(const std::vector<double>& now, const std::vector<double>& afterwards, std::string_view sign) {
    Chart chart = chartOf("loss", "What may be lost in a year", std::string(sign));
    const double most = now.empty() ? 0 : *std::max_element(now.begin(), now.end());
    if (!(most > 0)) {
        chart.empty = now.empty() ? "No open finding has a loss model. Say how often it happens and what it costs."
                                  : "In none of the trials did a loss happen.";
        return chart;
    }
    const double shown = quantileOf(now, kRareEnough);
    const double end = shown > 0 ? shown : most;
    std::vector<double> amounts;
    for (std::size_t k = 0; k < kPoints; ++k)
        amounts.push_back(end * static_cast<double>(k) / static_cast<double>(kPoints - 1));
    chart.xAxis = {"loss in a year", ValueFormat::Money, 0.0, {}, false, {}};
    chart.yAxis = {"chance of more", ValueFormat::Percent, 0.0, {}, false, {}};
    const std::vector<double> before = exceedance(now, amounts), later = exceedance(afterwards, amounts);
    chart.lines.push_back(lineOf("now", ChartColour::Series4, amounts, before, sign));
    if (!afterwards.empty())
        chart.lines.push_back(lineOf("with this scenario", ChartColour::Series1, amounts, later, sign));
    if (const double tenth = quantileOf(now, 0.9); tenth > 0)
        chart.marks.push_back({ChartMark::Kind::Ring,
                               {tenth, 0.1},
                               "1 in 10 " + shortMoney(tenth, sign),
                               ChartMark::Side::Right,
                               true,
                               0});
    chart.conclusion = conclusionOf(now, afterwards, sign);
    std::string code(sign);
    if (!code.empty() && code.back() == ' ')
        code.pop_back();
    chart.table.heads = {fmt::format("Loss in a year above, {}", code), "Chance now"};
    if (!afterwards.empty())
        chart.table.heads.emplace_back("Chance with this scenario");
    for (std::size_t k = 0; k < amounts.size(); ++k) {
        chart.table.rows.push_back({amounts[k], before[k]});
        if (!afterwards.empty())
            chart.table.rows.back().emplace_back(later[k]);
    }
    return chart;
}

} // namespace plumb::report
