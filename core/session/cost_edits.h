// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Changes of a cost model as values, for whoever then hands the whole to Session::setCosts(): finding things by name,
// switching measures on and off in a scenario, taking things out with what depends on them. No store, no session.
#pragma once

#include "core/base/result.h"
#include "core/review/costs.h"

#include <string>
#include <string_view>
#include <vector>

namespace plumb::session {

// By id, else by name without regard to case and spaces: the id. Errors (Usage): "session.unknownItem",
// "session.unknownMeasure", "session.unknownScenario" (args: the name and the nearest ids and names),
// "session.ambiguousName" when several have the name (args: the name and their ids).
[[nodiscard]] Result<std::string> costItemNamed(const review::Costs& costs, std::string_view name);
[[nodiscard]] Result<std::string> costMeasureNamed(const review::Costs& costs, std::string_view name);
[[nodiscard]] Result<std::string> costScenarioNamed(const review::Costs& costs, std::string_view name);

/// What switching a measure on may do to others. Without these a scenario that lacks a prerequisite, or has two
/// measures that exclude each other, is refused by setCosts().
struct SwitchOptions {
    bool prerequisites = false; ///< also what it needs, and what that needs
    bool dropExcluded = false;  ///< takes out those that exclude it, and what needs them
};

/// Adds measures at the end of the scenario, each after its prerequisites; those that are there stay where they are.
/// Unknown ids are left alone. Answers the ids that are new in the scenario.
std::vector<std::string> switchOn(review::Costs& costs, std::string_view scenario,
                                  const std::vector<std::string>& measures, const SwitchOptions& options);
/// Takes measures out of the scenario, with `dependents` also those that need them. Answers what went.
std::vector<std::string> switchOff(review::Costs& costs, std::string_view scenario,
                                   const std::vector<std::string>& measures, bool dependents);

/// Measures that act on none but these items.
[[nodiscard]] std::vector<std::string> measuresOnlyOn(const review::Costs& costs,
                                                      const std::vector<std::string>& items);
/// Takes items out, also from the scope of measures; measures that would act on nothing go with them.
void removeItems(review::Costs& costs, const std::vector<std::string>& items);
/// Takes measures out, also from scenarios, exclusions and prerequisites.
void removeMeasures(review::Costs& costs, const std::vector<std::string>& measures);
/// Takes scenarios out; when the chosen one goes none is chosen, so that the first counts.
void removeScenarios(review::Costs& costs, const std::vector<std::string>& scenarios);

} // namespace plumb::session
