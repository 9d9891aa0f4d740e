// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/state.h"

#include "core/compare/take_snapshot.h"

#include "core/cost/finding_money.h"
#include "core/cost/plan.h"
#include "core/score/finding_figures.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace plumb::compare {
namespace {

/// The model as the engine reads it; none when there is nothing to compute or it can't be used.
std::optional<cost::Spec> specOf(const review::Costs& costs) {
    if (costs.items.empty())
        return std::nullopt;
    auto spec = cost::specOf(costs);
    return spec ? std::optional(std::move(*spec)) : std::nullopt;
}

std::vector<cost::FindingMeasures> measuresOf(const std::vector<score::Finding>& findings) {
    std::vector<cost::FindingMeasures> measures;
    measures.reserve(findings.size());
    for (const score::Finding& finding : findings)
        measures.push_back({finding.key, finding.measures, finding.open});
    return measures;
}

bool isFinite(const ScenarioMoney& money) {
    return std::isfinite(money.monthly) && std::isfinite(money.saving) && std::isfinite(money.oneOff);
}

/// Baseline and scenarios; savings of findings by the chosen scenario, whose measures alone need their shares.
void deriveMoney(State& state, const review::Costs& costs) {
    const auto spec = specOf(costs);
    if (!spec)
        return;
    const review::CostScenario* chosen = costs.chosen();
    std::vector<ScenarioMoney> money{{{}, {}, cost::monthlyWith(*spec, {}), 0, 0}};
    std::map<std::string, double> savings;
    for (std::size_t i = 0; i < costs.scenarios.size(); ++i) {
        const review::CostScenario& scenario = costs.scenarios[i];
        const cost::ScenarioResult result = cost::evaluateScenario(*spec, i, &scenario == chosen);
        money.push_back({scenario.id, scenario.name, result.monthly, result.saving, result.oneOff});
        if (&scenario == chosen)
            savings =
                cost::savingOfFindings(*spec, spec->scenarios[i], result.shapley.values, measuresOf(state.findings));
    }
    if (!std::all_of(money.begin(), money.end(), isFinite))
        return;
    state.money = std::move(money);
    for (score::Finding& finding : state.findings)
        if (const auto it = savings.find(finding.key); it != savings.end() && std::isfinite(it->second))
            finding.monthlySaving = it->second;
}

/// Everything but name and review.
template <typename FindingsOf> State derived(const review::Review& review, Date day, const FindingsOf& findingsOf) {
    State state;
    state.day = day;
    state.scoreMethod = score::kMethod;
    state.scores.compute(review);
    state.findings = findingsOf(review, state.scores, day);
    state.currency = review.costs.settings.currency;
    deriveMoney(state, review.costs);
    return state;
}

} // namespace

State stateOf(const review::Review& review, std::string_view name, Date day) {
    State state = derived(review, day, [](const auto&... from) { return score::findings(from...); });
    state.name = name;
    state.review = review;
    return state;
}

State figuresOf(const review::Review& review, Date day) {
    return derived(review, day, score::findingFigures);
}

} // namespace plumb::compare
