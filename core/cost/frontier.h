// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which sets of measures save the most for their effort: the Pareto frontier. Sets that break an exclusion or lack a
// prerequisite are not looked at.
//
// Source: Ehrgott 2005, "Multicriteria Optimization", chapter 2 (efficient points; supported ones lie on the convex
// hull). Groups of measures that do not touch each other add in both effort and saving, so the frontier of the whole is
// that of the sums of their frontiers.
#pragma once

#include "core/base/result.h"
#include "core/cost/model.h"

#include <cstddef>
#include <vector>

namespace plumb::cost {

inline constexpr std::size_t kMostTogether = 16;         ///< measures that interact; 2^16 sets are evaluated
inline constexpr std::size_t kMostFrontierPoints = 1024; ///< more are thinned out evenly

struct FrontierPoint {
    double effort = 0;
    double saving = 0;                 ///< a month at full effect
    std::vector<std::size_t> measures; ///< positions in Spec::measures, rising
    bool onHull = false;               ///< the best of all for some price of effort
    friend bool operator==(const FrontierPoint&, const FrontierPoint&) = default;
};

/// Rising in effort and in saving, from the empty set on. `candidates` are positions in Spec::measures; they act in
/// that order. Refuses ("cost.frontier") more than kMostTogether measures that interact.
[[nodiscard]] Result<std::vector<FrontierPoint>> frontier(const Spec& spec, const std::vector<std::size_t>& candidates);

/// The frontier, or sets close to it.
struct FoundFrontier {
    std::vector<FrontierPoint> points;
    bool complete = true; ///< false: not every set was looked at; another may save more for the same effort
};
/// The same as frontier(), without refusing: groups of more than kMostTogether measures that interact are searched by
/// beams (the best sets of each size are extended by one measure and what it requires), so that every point is a set
/// that can be had, and a lower bound of what its effort can save. Source: Lowerre 1976, "The HARPY speech recognition
/// system", for beam search.
[[nodiscard]] FoundFrontier findFrontier(const Spec& spec, const std::vector<std::size_t>& candidates);

/// The efficient ones of any points, rising, hull marked. Of equal ones the first stays.
[[nodiscard]] std::vector<FrontierPoint> efficient(std::vector<FrontierPoint> points);

} // namespace plumb::cost
