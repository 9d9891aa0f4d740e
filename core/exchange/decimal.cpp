// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/decimal.h"

#include <array>

namespace plumb::exchange {
namespace {

constexpr int kDigits = 33; ///< of 10^15 in units of 10^-18, a first place that is not 0 included

constexpr std::array<std::uint64_t, 19> kPowers = [] {
    std::array<std::uint64_t, 19> powers{};
    std::uint64_t power = 1;
    for (std::uint64_t& p : powers) {
        p = power;
        power *= 10;
    }
    return powers;
}();
constexpr Int128 kLargest = static_cast<Int128>(kPowers[15]) * static_cast<Int128>(kPowers[18]);

unsigned digitOf(char c) noexcept {
    return static_cast<unsigned>(static_cast<unsigned char>(c)) - '0';
}

/// Reads "e-6"; false when it is none. Far exponents are cut, which changes no result.
bool readExponent(const char* at, const char* end, int& exponent) noexcept {
    ++at;
    const bool negative = at != end && *at == '-';
    if (at != end && (*at == '-' || *at == '+'))
        ++at;
    if (at == end)
        return false;
    int value = 0;
    for (; at != end; ++at) {
        if (digitOf(*at) > 9)
            return false;
        value = value > 100000 ? value : value * 10 + static_cast<int>(digitOf(*at));
    }
    exponent = negative ? -value : value;
    return true;
}

/// mantissa * 10^places, rounded half up; false when it is above the limit.
bool scaled(Int128 mantissa, int places, Int128& out) noexcept {
    for (; places > 0 && mantissa != 0; --places)
        if (mantissa > kLargest || (mantissa *= 10) > kLargest)
            return false;
    for (; places < -1 && mantissa != 0; ++places)
        mantissa /= 10;
    if (places == -1)
        mantissa = (mantissa + 5) / 10;
    out = mantissa;
    return mantissa <= kLargest;
}

/// Any number of digits and an exponent. `at` is behind the sign.
NumberFault readLong(const char* at, const char* end, Int128& out) noexcept {
    Int128 mantissa = 0;
    int taken = 0, exponent = 0, places = 0;
    bool point = false, digits = false;
    for (; at != end; ++at) {
        const unsigned digit = digitOf(*at);
        if (digit <= 9) {
            digits = true;
            if (taken > 0 || digit > 0)
                ++taken;
            if (taken <= kDigits + 2)
                mantissa = mantissa * 10 + static_cast<int>(digit);
            else if (places < 1'000'000)
                ++places;
            if (point && places > -1'000'000)
                --places;
        } else if (*at == '.' && !point) {
            point = true;
        } else if ((*at == 'e' || *at == 'E') && digits) {
            if (!readExponent(at, end, exponent))
                return NumberFault::Wrong;
            break;
        } else {
            return NumberFault::Wrong;
        }
    }
    if (!digits || !scaled(mantissa, places + exponent + kDecimals, out))
        return NumberFault::Wrong;
    return NumberFault::None;
}

} // namespace

bool isNull(std::string_view text) noexcept {
    return text.empty() || text == "NULL" || text == "null" || text == "\\N";
}

NumberFault readDecimal(std::string_view text, Decimal& out) noexcept {
    const char* at = text.data();
    const char* end = at + text.size();
    while (at != end && *at == ' ')
        ++at;
    while (at != end && end[-1] == ' ')
        --end;
    if (isNull({at, static_cast<std::size_t>(end - at)}))
        return NumberFault::Empty;
    const bool negative = *at == '-';
    if (*at == '-' || *at == '+')
        ++at;
    // Up to 18 digits fit a word; nearly all amounts are such.
    std::uint64_t mantissa = 0;
    const char* p = at;
    unsigned digit = 0;
    for (; p != end && (digit = digitOf(*p)) <= 9; ++p)
        mantissa = mantissa * 10 + digit;
    std::int64_t behind = 0;
    if (p != end && *p == '.') {
        const char* const point = ++p;
        for (; p != end && (digit = digitOf(*p)) <= 9; ++p)
            mantissa = mantissa * 10 + digit;
        behind = p - point;
    }
    if (p == end && end - at <= 18 && p - at > (behind == 0 && end[-1] == '.' ? 1 : 0) && behind <= kDecimals) {
        const Int128 units =
            static_cast<Int128>(mantissa) * static_cast<Int128>(kPowers[static_cast<std::size_t>(kDecimals - behind)]);
        if (units > kLargest)
            return NumberFault::Wrong;
        out.units = negative ? -units : units;
        return NumberFault::None;
    }
    Int128 units = 0;
    const NumberFault fault = readLong(at, end, units);
    if (fault == NumberFault::None)
        out.units = negative ? -units : units;
    return fault;
}

} // namespace plumb::exchange
