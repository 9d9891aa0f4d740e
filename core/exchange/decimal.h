// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Amounts as bills write them, read without a locale and summed without rounding: whole numbers of 10^-18 in 128 bits,
// so that the sum of a billion rows is as exact as one of them.
#pragma once

#include <cstdint>
#include <string_view>

namespace plumb::exchange {

__extension__ typedef __int128 Int128; // NOLINT(modernize-use-using): the only spelling that -Wpedantic lets through

inline constexpr int kDecimals = 18;      ///< places that are kept; what is behind them is rounded half up
inline constexpr double kMostRead = 1e15; ///< larger numbers are refused, as the catalog of costs does

/// A number of 10^-18. The range is +-1.7e20; sums that leave it stay at its end.
struct Decimal {
    Int128 units = 0;

    void add(Decimal other) noexcept {
        if (__builtin_add_overflow(units, other.units, &units)) [[unlikely]]
            units = other.units > 0 ? kMost : -kMost;
    }
    [[nodiscard]] Decimal operator-() const noexcept { return {-units}; }
    [[nodiscard]] double value() const noexcept { return static_cast<double>(units) / 1e18; }
    friend bool operator==(const Decimal&, const Decimal&) = default;

private:
    static constexpr Int128 kMost = (static_cast<Int128>(0x7FFFFFFFFFFFFFFF) << 64) + 0x7FFFFFFFFFFFFFFF;
};

enum class NumberFault : std::uint8_t {
    None,
    Empty, ///< nothing, or NULL, null, \N
    Wrong  ///< anything that is not a decimal number up to 10^15
};

/// Nothing, NULL, null or \N: how exports write that there is no value.
[[nodiscard]] bool isNull(std::string_view text) noexcept;

/// Reads "-12.5", "+3", ".5", "1e-6", "0.000000400", with spaces around. Never a comma, a currency or "nan".
[[nodiscard]] NumberFault readDecimal(std::string_view text, Decimal& out) noexcept;

} // namespace plumb::exchange
