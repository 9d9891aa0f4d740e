// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The order of jobs that a single worker does one after the other: the sum of weight x completion is to be small, and
// some jobs wait for others (1|prec|sum w C). Private to core/score.
#pragma once

#include <cstddef>
#include <vector>

namespace plumb::score {

/// One job; its place in the list breaks ties, earlier first.
struct Job {
    double weight = 0.0;            ///< >= 0
    double days = 1.0;              ///< > 0
    std::vector<std::size_t> after; ///< jobs that must be done before; no circles
};

struct Sequenced {
    std::vector<std::size_t> order;
    double objective = 0.0; ///< sum of weight x completion, the first job starting at 0
    double bound = 0.0;     ///< no order has less; equal to the objective where the order is proven best
};

/// Sidney's decomposition first, which loses nothing. A block of it with at most kMaxBlock jobs and kMaxDownSets
/// down-sets is solved exactly; another is ordered by the best closed set first, improved by moving single jobs, and
/// bounded by Sidney's theorem (docs/findings.md).
[[nodiscard]] Sequenced sequence(const std::vector<Job>& jobs);

inline constexpr std::size_t kMaxBlock = 64;
inline constexpr std::size_t kMaxDownSets = 50'000;

} // namespace plumb::score
