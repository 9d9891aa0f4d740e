// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sobol sequences: points that fill the unit cube more evenly than random ones, so that a mean over n of them has an
// error near 1/n instead of 1/sqrt(n). In Gray code order (Antonov and Saleev 1979), with the direction numbers of
// S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30
// (2008), table new-joe-kuo-6.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace plumb {

inline constexpr std::size_t kSobolDimensions = 64; ///< dimensions 0 to 63 are there
inline constexpr std::uint64_t kSobolPoints = std::uint64_t{1} << 32;

/// Coordinate `dimension` (below kSobolDimensions) of point `index` (below kSobolPoints), times 2^32. Point 0 is the
/// origin.
[[nodiscard]] std::uint32_t sobolWord(std::size_t dimension, std::uint64_t index) noexcept;

/// One coordinate of the points first, first + 1, ...: one exclusive-or each. With a `shift` (the same for all points
/// of a dimension; a random one makes the mean unbiased: Cranley and Patterson's idea in base 2) exclusive-ored in.
void sobolWords(std::size_t dimension, std::uint64_t first, std::uint32_t shift, std::span<std::uint32_t> out) noexcept;

} // namespace plumb
