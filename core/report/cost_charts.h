// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The charts of the cost model, for the Costs page and the report alike. Each says its conclusion in a sentence that
// holds for the figures it shows. Pure: same input, same chart.
#pragma once

#include "core/cost/loss.h"
#include "core/cost/model.h"
#include "core/cost/scenario_picture.h"
#include "core/report/chart.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::report {

struct CostChartContext {
    const cost::Spec& spec;
    const cost::CostPicture& picture;
    /// Code and key of the finding behind a measure (first: "F-05", "LENS/QUESTION"); empty strings when there is none.
    std::function<std::pair<std::string, std::string>(std::size_t measure)> findingOf;
};

/// "$" for USD, "€" for EUR and so on; the code and a space for others ("SEK ").
[[nodiscard]] std::string currencySign(std::string_view code);
/// "$16.7k", "$1.2M", "$950", true minus; three digits. And "$16,700" in full.
[[nodiscard]] std::string shortMoney(double amount, std::string_view sign);
[[nodiscard]] std::string fullMoney(double amount, std::string_view sign);
/// What an input is called for people: "Fraud endpoint utilisation".
[[nodiscard]] std::string inputName(const cost::Spec& spec, const cost::Input& input);

enum class WaterfallBy : std::uint8_t { Order, Shapley };
[[nodiscard]] Chart waterfallChart(const CostChartContext& context, WaterfallBy by);
[[nodiscard]] Chart cumulativeChart(const CostChartContext& context);
[[nodiscard]] Chart confidenceChart(const CostChartContext& context); ///< S-curve; a line a scenario when compared
[[nodiscard]] Chart histogramChart(const CostChartContext& context);
[[nodiscard]] Chart tornadoChart(const CostChartContext& context);
/// Worth of knowing each input: "what to measure next".
[[nodiscard]] Chart informationChart(const CostChartContext& context);
[[nodiscard]] Chart breakEvenChart(const CostChartContext& context, cost::BreakEvenKind kind);
[[nodiscard]] Chart frontierChart(const CostChartContext& context);
/// Yearly losses of open findings that have a loss model; `afterwards` are those without the ones that the scenario's
/// findings close.
[[nodiscard]] Chart lossChart(const std::vector<double>& now, const std::vector<double>& afterwards,
                              std::string_view sign);

/// Every figure of the table as CSV (RFC 4180, neutral numbers, cells safe from formula injection).
[[nodiscard]] std::string csvOf(const Chart& chart);

} // namespace plumb::report
