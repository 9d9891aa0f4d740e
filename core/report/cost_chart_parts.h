// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the builders of cost charts share. Private to core/report.
#pragma once

#include "core/report/chart_words.h"
#include "core/report/cost_charts.h"

#include <string>
#include <string_view>
#include <vector>

namespace plumb::report {

inline constexpr std::size_t kMostCauses = 12; ///< bars of a waterfall between its ends
inline constexpr std::size_t kMostInputs = 10; ///< bars of a tornado; the table has all

/// A chart with id, title and currency.
[[nodiscard]] Chart chartOf(std::string id, std::string title, std::string sign);
/// Null when no scenario is shown.
[[nodiscard]] const cost::ScenarioPicture* foreground(const CostChartContext& context) noexcept;
/// The colour of a scenario by its place in the picture, in every chart.
[[nodiscard]] ChartColour scenarioColour(std::size_t place) noexcept;
[[nodiscard]] const std::string& scenarioName(const CostChartContext& context, std::size_t place);
[[nodiscard]] std::string signOf(const CostChartContext& context);
/// "$" or "SEK", for the head of a column: "Monthly, $".
[[nodiscard]] std::string columnHead(std::string_view what, const CostChartContext& context);
/// "P10", "P50", "P90" of scenarios; with the scenario's name before it when several are compared.
[[nodiscard]] std::string scenarioHead(const CostChartContext& context, std::size_t place, std::string_view what);
/// The figures differ between trials.
[[nodiscard]] bool spreads(const cost::Spread& spread) noexcept;
/// "Tool calls, Triage agent": the field first, so that a label that is cut still says it.
[[nodiscard]] std::string inputLabel(const cost::Spec& spec, const cost::Input& input);
/// "tool calls of Triage agent".
[[nodiscard]] std::string inputOf(const cost::Spec& spec, const cost::Input& input);
/// Not every outcome of the saving is the same; a spread may still be 0 when nearly all are.
[[nodiscard]] bool varies(const cost::ScenarioPicture& scenario) noexcept;
/// ", P10-P90 $15.7k to $17.8k" with an en dash; nothing without a spread.
[[nodiscard]] std::string rangeHover(const cost::Spread& spread, std::string_view sign);
/// Why charts of a scenario are empty when there is none.
[[nodiscard]] std::string noScenario(const CostChartContext& context);
/// "finding:KEY" when there is one behind the measure, else "measure:ID".
[[nodiscard]] std::string linkOf(const CostChartContext& context, std::size_t measure);
/// The code of that finding, or nothing.
[[nodiscard]] std::string codeOf(const CostChartContext& context, std::size_t measure);
/// Share of the outcomes of a scenario that cost more than now, from its quantiles.
[[nodiscard]] double shareOfLosses(const cost::ScenarioPicture& scenario);
/// The sentence about it: " 4 % of them cost more than now.", or nothing.
[[nodiscard]] std::string lossesSentence(const cost::ScenarioPicture& scenario);

} // namespace plumb::report
