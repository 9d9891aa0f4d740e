// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Money of findings: which measures stand behind a finding, what closing it saves in the chosen scenario, and what a
// set of closed findings leaves of the bill. No saving is ever counted twice.
#pragma once

#include "core/cost/evaluate.h"
#include "core/cost/model.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plumb::cost {

/// A finding and the names it gives its measures: ids in the model, types of the catalog, or names of overlays.
struct FindingMeasures {
    std::string key;
    std::vector<std::string> names;
    bool open = true;
};

/// Positions in Spec::measures behind each finding, rising. A measure that any finding names by its id belongs to
/// those that do; else to every finding that names its type (typesNamed() in plan.h).
[[nodiscard]] std::vector<std::vector<std::size_t>> linkedMeasures(const Spec& spec,
                                                                   const std::vector<FindingMeasures>& findings);

/// Monthly saving of each open finding in a scenario: the Shapley values of its measures that the scenario switches on,
/// each shared evenly among the open findings it belongs to. They sum to at most the scenario's saving (at most 0 when
/// it costs more than it saves): where measures without a finding cost money, the gains are cut in proportion. 0 for
/// closed ones and where the scenario has none of the measures. `shapley` is parallel to Scenario::measures.
[[nodiscard]] std::map<std::string, double> savingOfFindings(const Spec& spec, const Scenario& scenario,
                                                             const std::vector<double>& shapley,
                                                             const std::vector<FindingMeasures>& findings);

/// The bill of a month with the measures behind `keys` in effect, whether or not a scenario switches them on. Those of
/// the chosen scenario act first and in its order, then the others in the order of the specification; of two that
/// exclude each other the later one stays out, and one whose prerequisites are not among them too (these go first).
struct MoneyAfter {
    double before = 0, after = 0;      ///< a month
    std::vector<std::size_t> measures; ///< that act, in order
};
[[nodiscard]] MoneyAfter moneyAfter(const Spec& spec, std::optional<std::size_t> scenario,
                                    const std::vector<FindingMeasures>& findings, const std::vector<std::string>& keys);

} // namespace plumb::cost
