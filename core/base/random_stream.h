// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Repeatable random numbers for simulations, by counter: draw number i of a stream is a pure function of (seed, stream,
// block, i). Any thread may make any block in any order and the numbers are the same.
//
// The generator is Philox4x32-10 (J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy
// as 1, 2, 3", SC'11), checked against that paper's known answers. Not for secrets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace plumb {

using PhiloxWords = std::array<std::uint32_t, 4>;

/// Ten rounds of Philox4x32: four random words for a counter and a key.
[[nodiscard]] PhiloxWords philox4x32(PhiloxWords counter, std::array<std::uint32_t, 2> key) noexcept;

/// Which numbers are meant. `purpose` keeps uses of one seed apart (0 trials, 1 digital shifts, 2 permutations, 3
/// losses).
struct StreamKey {
    std::uint64_t seed = 0;
    std::uint32_t stream = 0; ///< for example the number of the input
    std::uint32_t block = 0;
    std::uint32_t purpose = 0;
    friend bool operator==(const StreamKey&, const StreamKey&) = default;
};

/// Draws come in groups of 16: draw 16 g + 4 w + j is word w of counter (4 g + j, block, stream, purpose) under the key
/// (low half of the seed, high half). The order suits four lanes of 64 bits; it is part of what a seed means.
inline constexpr std::size_t kDrawsPerGroup = 16;

/// Draw number `index` of the stream. Slow; the reference of the two below.
[[nodiscard]] std::uint32_t drawWord(const StreamKey& key, std::uint32_t index) noexcept;

/// The first `out.size()` draws.
void drawWords(const StreamKey& key, std::span<std::uint32_t> out) noexcept;

/// The middle of the cell that a word stands for: (word + 0.5) / 2^32, exact, never 0, never 0.5, never 1. 32 bits are
/// plenty for a simulation: its own error is larger up to 10^18 trials.
[[nodiscard]] constexpr double toUniform(std::uint32_t word) noexcept {
    return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

} // namespace plumb
