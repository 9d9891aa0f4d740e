// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who saved how much, when savings overlap. Single savings must not be added: together they can exceed the bill.
//
// Sources: Shapley 1953, "A value for n-person games"; the closed form for factors on one base follows from its
// multilinear extension (Owen 1972, "Multilinear extensions of games"): phi_i = C s_i * integral over t in 0..1 of the
// product over j != i of (1 - t s_j); sampling with each permutation and its reverse after Castro, Gomez, Tejada 2009
// and Mitchell et al. 2022; LMDI after Ang 2005, "The LMDI approach to decomposition analysis".
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace plumb::cost {

inline constexpr std::size_t kExactPlayers = 15; ///< up to here 2^n subsets are all evaluated

/// Value of a set of players, given as one flag each. value of the empty set is taken as its base.
using SetValue = std::function<double(const std::vector<bool>& members)>;

/// Value that each player adds when they join in order; sums to value(all) - value(none).
[[nodiscard]] std::vector<double> waterfall(std::size_t players, const SetValue& value);

struct Attribution {
    std::vector<double> values; ///< one for each player; sums to value(all) - value(none)
    std::vector<double> errors; ///< standard error of each; all 0 when exact
    bool exact = true;
};

/// Exact: 2^n evaluations. `players` at most 20.
[[nodiscard]] Attribution shapleyExact(std::size_t players, const SetValue& value);
/// The same for a table of all sets: table[mask] with bit i for player i; 2^n entries.
[[nodiscard]] Attribution shapleyOfTable(std::size_t players, std::span<const double> table);
/// Estimate from `pairs` random permutations (at least 2), each with its reverse. Sums exactly; the same seed gives the
/// same result.
[[nodiscard]] Attribution shapleySampled(std::size_t players, const SetValue& value, std::size_t pairs,
                                         std::uint64_t seed);
/// Exact up to kExactPlayers, sampled above.
[[nodiscard]] Attribution shapley(std::size_t players, const SetValue& value, std::size_t pairs = 2000,
                                  std::uint64_t seed = 1);

/// Closed form when every measure i takes the part savings[i] of one base: O(n^2) for each, exact.
[[nodiscard]] std::vector<double> shapleyMultiplicative(double base, std::span<const double> savings);

/// The logarithmic mean Divisia index for the same case: L * -ln(1 - s_i) with L = (C0 - C1)/ln(C0/C1). Each saving is
/// below 1.
[[nodiscard]] std::vector<double> lmdi(double base, std::span<const double> savings);

} // namespace plumb::cost
