// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost model of a review as it is stored: what costs money now, what could be done about it, which of that a
// scenario switches on, and the prices that people brought in. Field values are JSON texts, one for each field of the
// catalog in core/cost/types.h, so that two people who change two fields of one item do not collide. What they mean,
// and whether they can be used, is said by core/cost/plan.h.
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::review {

inline constexpr std::size_t kMaxCostId = 200;       ///< bytes of an id, a type or a field name
inline constexpr std::size_t kMaxCostName = 300;     ///< bytes of a name
inline constexpr std::size_t kMaxCostField = 4000;   ///< bytes of one field's JSON
inline constexpr std::size_t kMaxCurrency = 20;      ///< bytes
inline constexpr std::size_t kMaxPriceSource = 4000; ///< bytes; units and regions have kMaxCostName
inline constexpr std::size_t kMaxCostItems = 10000;
inline constexpr std::size_t kMaxCostMeasures = 1000;
inline constexpr std::size_t kMaxCostScenarios = 100;
inline constexpr std::size_t kMaxPrices = 100000;

/// Field name to its value as JSON text in one line: `30`, `{"dist":"pert",...}`, `"ml.g5.xlarge"`, `true`.
using CostFields = std::map<std::string, std::string>;

struct CostItem {
    std::string id;   ///< unique among items; letters, digits, '-', '_', '.'; made from the name when none is given
    std::string name; ///< for people; never empty
    std::string type; ///< of the catalog: "endpoint", "tokens", ...
    std::string note; ///< where the figures come from: "FOCUS export 2024-09, 431 rows"
    CostFields fields;
    friend bool operator==(const CostItem&, const CostItem&) = default;
};

struct CostMeasure {
    std::string id; ///< unique among measures
    std::string name, type, note;
    CostFields fields;                      ///< of its type, and oneOff, runCost, effort, startMonth, rampMonths
    std::vector<std::string> items;         ///< ids, in the order of the specification
    std::vector<std::string> excludes;      ///< ids of measures; sorted
    std::vector<std::string> prerequisites; ///< ids of measures; sorted
    friend bool operator==(const CostMeasure&, const CostMeasure&) = default;
};

/// Measures that are switched on, in the order of the waterfall.
struct CostScenario {
    std::string id;                    ///< unique among scenarios
    std::string name;                  ///< unique among scenarios
    std::vector<std::string> measures; ///< ids, each at most once
    friend bool operator==(const CostScenario&, const CostScenario&) = default;
};

struct CostSettings {
    double hoursPerMonth = 730; ///< 672 to 744; 720 is the 30-day month
    int horizonMonths = 24;     ///< 12 to 60
    double discountRate = 0.1;  ///< a year, above -1 to 10
    std::string currency = "USD";
    std::int64_t trials = 10000; ///< of the simulation, 100 to 10,000,000
    std::int64_t seed = 1;       ///< 0 or more
    std::string scenario;        ///< id of the chosen one, whose money findings and plan show; empty: the first
    friend bool operator==(const CostSettings&, const CostSettings&) = default;
};

/// A list price that a person or a file brought in; it stands before the default of the same subject and field.
struct Price {
    std::string subject; ///< "anthropic.claude-sonnet-4-5", "ml.g5.xlarge", "opensearch-serverless"
    std::string field;   ///< of the catalog: "inputPrice", "pricePerHour"; also "cacheReadPrice", "cacheWritePrice"
    std::string unit;    ///< "USD per million tokens", "USD per hour"
    double amount = 0;   ///< 0 or more
    std::string currency = "USD", region, source;
    Date validFrom, validUntil; ///< either may be unset
    friend bool operator==(const Price&, const Price&) = default;
};

/// Vectors are in the order in which people put them, prices by subject and field.
struct Costs {
    CostSettings settings;
    std::vector<CostItem> items;
    std::vector<CostMeasure> measures;
    std::vector<CostScenario> scenarios;
    std::vector<Price> prices;

    [[nodiscard]] const CostItem* findItem(std::string_view id) const noexcept;
    [[nodiscard]] const CostMeasure* findMeasure(std::string_view id) const noexcept;
    [[nodiscard]] const CostScenario* findScenario(std::string_view id) const noexcept;
    /// The chosen scenario, the first when none is chosen; null when there is none.
    [[nodiscard]] const CostScenario* chosen() const noexcept;
    /// Nothing but defaults: no item, measure, scenario or price.
    [[nodiscard]] bool untouched() const;
    friend bool operator==(const Costs&, const Costs&) = default;
};

} // namespace plumb::review
