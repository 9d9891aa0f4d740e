// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a month costs, with and without measures. Ranges count with their means here; for their spread see the
// simulation, which runs what compile() makes.
//
// Method: measures change drivers in scenario order, then every item is billed by its own formula (the catalog,
// core/cost/types.h), so that interactions come out by themselves and no saving can exceed the bill
// (docs/cost-model.md; the formulas are derived from the published prices named there).
#pragma once

#include "core/cost/attribution.h"
#include "core/cost/compiled.h"
#include "core/cost/finance.h"
#include "core/cost/model.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace plumb::cost {

/// Mean level of a measure during month `month` (1 is the first): 0 before it starts, then linear to 1 over the ramp.
[[nodiscard]] double levelInMonth(const Measure& measure, int month) noexcept;

/// One item in a month.
struct ItemMonth {
    double cost = 0;
    std::optional<double> useful; ///< part of the cost that did work, where utilisation was given
    std::optional<double> idle;   ///< the rest
};

struct ScenarioResult {
    std::string name;
    std::vector<ItemMonth> items; ///< at full effect, parallel to Spec::items
    double runCosts = 0;          ///< of the measures, a month
    double monthly = 0;           ///< at full effect, run costs included
    double saving = 0;            ///< baseline - monthly
    double oneOff = 0;
    double effort = 0;
    std::vector<double> waterfall; ///< parallel to Scenario::measures; sums to saving
    Attribution shapley;           ///< the same
    std::vector<double> months;    ///< cost of months 1 to the horizon, with start months and ramps
    double npv = 0;
    std::optional<double> payback;           ///< months; goes on beyond the horizon at the last month's saving
    std::optional<double> discountedPayback; ///< the same
    InternalRates irr;                       ///< a month, over the horizon
};

struct Evaluation {
    double baselineMonthly = 0;
    std::vector<ItemMonth> items; ///< parallel to Spec::items
    std::vector<ScenarioResult> scenarios;
};

/// Everything for all scenarios. `spec` is as readSpec gives it.
[[nodiscard]] Evaluation evaluate(const Spec& spec);

/// One scenario, by its position, as evaluate() gives it. Without `manyShares` only measures in groups of at most
/// kQuickPlayers that touch each other are attributed; if there is a larger group, `shapley` is empty. That is for
/// figures that follow a hand, as attribution takes 2^n evaluations.
inline constexpr std::size_t kQuickPlayers = 8;
[[nodiscard]] ScenarioResult evaluateScenario(const Spec& spec, std::size_t scenario, bool manyShares = true);
/// The items of a month without measures, parallel to Spec::items.
[[nodiscard]] std::vector<ItemMonth> baselineItems(const Spec& spec);

/// Cost of a month at full effect of `measures` (positions in Spec::measures, in the order in which they act). Those
/// whose prerequisites are not among them have no effect and no run cost.
[[nodiscard]] double monthlyWith(const Spec& spec, const std::vector<std::size_t>& measures);

/// A scenario as programs over the uncertain numbers of the whole specification. `scenario` is a position in
/// Spec::scenarios; nothing else is needed of the specification afterwards.
[[nodiscard]] Compiled compile(const Spec& spec, std::size_t scenario);

/// A scenario with the savings of its months. Months in which every measure stands as in the one before share a state.
struct CompiledMonths {
    Compiled outcomes;
    std::vector<Program> savings;     ///< of each state: baseline less the month's cost; one-off costs not included
    std::vector<std::size_t> stateIn; ///< the state of months 1 to the horizon, rising from 0
};
[[nodiscard]] CompiledMonths compileMonths(const Spec& spec, std::size_t scenario);

/// The inputs that compile() gives each scenario of the specification.
[[nodiscard]] std::vector<Input> uncertainInputs(const Spec& spec);

} // namespace plumb::cost
