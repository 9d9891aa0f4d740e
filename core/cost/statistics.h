// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said about simulated numbers, always with its own uncertainty.
//
// Sources: moments put together block by block after Chan, Golub and LeVeque 1983; confidence interval of a quantile by
// order statistics with exact binomial ranks (David and Nagaraja 2003, "Order statistics", 7.1); interval of a
// probability by Wilson 1927; tail mean (CVaR) after Rockafellar and Uryasev 2002.
#pragma once

#include "core/cost/block_ops.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace plumb::cost {

struct Interval {
    double low = 0;
    double high = 0;
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// The sum of two groups of numbers.
[[nodiscard]] BlockMoments together(const BlockMoments& a, const BlockMoments& b) noexcept;
/// Of any count; all zero for none.
[[nodiscard]] BlockMoments momentsOf(std::span<const double> values) noexcept;

/// Sample quantiles (R's type 7, linear between order statistics) for shares 0 to 1 in any order. Expected time is
/// linear, far below sorting. No values: zeros.
[[nodiscard]] std::vector<double> quantiles(std::span<const double> values, std::span<const double> shares);

/// 1-based ranks (low, high) between which the true quantile lies with 95 % confidence, for `count` random values.
struct Ranks {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    friend bool operator==(const Ranks&, const Ranks&) = default;
};
[[nodiscard]] Ranks quantileRanks(std::uint64_t count, double share) noexcept;

/// A share of trials and its 95 % interval.
struct Proportion {
    double share = 0;
    Interval range;
    friend bool operator==(const Proportion&, const Proportion&) = default;
};
[[nodiscard]] Proportion wilson(std::uint64_t hits, std::uint64_t count) noexcept;
/// How often a value is at least `target`: the chance of reaching a saving.
[[nodiscard]] Proportion atLeast(std::span<const double> values, double target) noexcept;
/// How often a value is at most `target`: the chance of staying inside a budget.
[[nodiscard]] Proportion atMost(std::span<const double> values, double target) noexcept;

/// Mean of the highest (1 - share) of the values.
[[nodiscard]] double tailMean(std::span<const double> values, double share);

struct Summary {
    std::uint64_t count = 0;
    double mean = 0;
    double standardDeviation = 0;
    double stdError = 0; ///< of the mean
    double minimum = 0;
    double maximum = 0;
    double p10 = 0;
    double p50 = 0;
    double p90 = 0;
    Interval p10Range; ///< 95 % confidence, as if the trials were random ones
    Interval p50Range;
    Interval p90Range;
    friend bool operator==(const Summary&, const Summary&) = default;
};
/// The same on any number of `threads` (0: as many as the machine has).
[[nodiscard]] Summary summarise(std::span<const double> values, const BlockMoments& moments, std::size_t threads = 1);

/// Counts in `bins` equal cells from lowest to highest value, for a histogram and, added up, an S-curve.
struct Histogram {
    double low = 0;
    double width = 0; ///< of a cell; 0 when all values are equal, which then all are in cell 0
    std::vector<std::uint64_t> counts;
    friend bool operator==(const Histogram&, const Histogram&) = default;
};
[[nodiscard]] Histogram histogram(std::span<const double> values, std::size_t bins);

} // namespace plumb::cost
