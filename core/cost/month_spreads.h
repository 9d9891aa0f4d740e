// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Trials of the states of a scenario's months, added up to what is saved after each month. Only for core/cost; callers
// use scenario_picture.h.
#pragma once

#include "core/cost/scenario_picture.h"

#include <cstddef>
#include <span>
#include <vector>

namespace plumb::cost {

/// Of the mean.
[[nodiscard]] double standardError(const BlockMoments& moments);
/// Mean, its error and percentiles of trials.
[[nodiscard]] Spread spreadOf(std::span<const double> values, const BlockMoments& moments);

/// All have the same number of trials.
struct MonthTrials {
    const SampledOutput* oneOff = nullptr;
    std::span<const SampledOutput> savings; ///< of each state
    std::span<const std::size_t> stateIn;   ///< of months 1 to the horizon
};

/// Spreads of `trials` after months `first` to `last` - 1 (0 is before the first month), written to out[first] and so
/// on. `column` is grown as needed. What is written depends on `first`, in the last bits, and on nothing else.
void cumulativeSpreads(const MonthTrials& trials, std::size_t first, std::size_t last, std::vector<double>& column,
                       std::vector<Spread>& out);

} // namespace plumb::cost
