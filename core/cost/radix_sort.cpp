// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/radix_sort.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace plumb::cost {
namespace {

constexpr unsigned kBits = 11;
constexpr std::size_t kDigits = 6; ///< 6 * 11 bits are 64 and two more
constexpr std::size_t kBuckets = std::size_t{1} << kBits;
constexpr std::size_t kFew = 1024; ///< below, comparing is quicker

/// Rises with the number: negative ones are turned round, others get the highest bit.
std::uint64_t keyOf(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    return (bits >> 63U) != 0 ? ~bits : bits | std::uint64_t{1} << 63U;
}

std::size_t digitOf(double value, std::size_t digit) {
    return static_cast<std::size_t>(keyOf(value) >> (digit * kBits)) & (kBuckets - 1);
}

} // namespace

void sortNumbers(std::vector<double>& values, std::vector<double>& scratch) {
    if (values.size() < kFew)
        return std::sort(values.begin(), values.end());
    std::vector<std::array<std::size_t, kBuckets>> counts(kDigits);
    for (const double value : values)
        for (std::size_t d = 0; d < kDigits; ++d)
            ++counts[d][digitOf(value, d)];
    scratch.resize(values.size());
    for (std::size_t d = 0; d < kDigits; ++d) {
        std::array<std::size_t, kBuckets>& places = counts[d];
        if (places[digitOf(values.front(), d)] == values.size())
            continue; // this digit is the same in all
        std::size_t next = 0;
        for (std::size_t& place : places)
            next += std::exchange(place, next);
        for (const double value : values)
            scratch[places[digitOf(value, d)]++] = value;
        values.swap(scratch);
    }
}

} // namespace plumb::cost
