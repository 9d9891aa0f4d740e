// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Measures that cannot touch each other are looked at apart: their savings add. Only for core/cost.
#pragma once

#include "core/cost/engine.h"

#include <cstddef>
#include <limits>
#include <vector>

namespace plumb::cost {

/// A prerequisite that is not among the measures looked at: never there.
inline constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

/// Measures connected by items, prerequisites or exclusions, with nothing but what they touch.
struct Group {
    std::vector<std::size_t> members; ///< positions in the list that was given, rising
    Spec spec;    ///< the items in their scope and the measures, in list order; ids and texts left out
    Scenario all; ///< every measure of `spec`, in order
};
[[nodiscard]] std::vector<Group> groupsOf(const Spec& spec, const std::vector<std::size_t>& measures);

/// Full effect of the members (one flag for each measure of the scenario) whose prerequisites are members, too.
[[nodiscard]] Effect effectOf(const Spec& spec, const Scenario& scenario, const std::vector<bool>& members);
/// Effect in a month of the horizon: a measure is never further than its prerequisites.
[[nodiscard]] Effect effectInMonth(const Spec& spec, const Scenario& scenario, int month);

/// An engine with every range at its mean.
[[nodiscard]] Engine meanEngine(const Spec& spec);

} // namespace plumb::cost
