// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/days.h"

#include <array>
#include <fmt/format.h>
#include <string_view>

namespace plumb::score {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

} // namespace

Date addDays(Date d, int days) noexcept {
    return dayOf({startOf(d).ms + days * kDayMs});
}

int daysBetween(Date from, Date to) noexcept {
    return static_cast<int>((startOf(to).ms - startOf(from).ms) / kDayMs);
}

std::string inWords(Date d) {
    static constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};
    return d.valid() ? fmt::format("{} {} {}", d.day, kMonths[static_cast<std::size_t>(d.month - 1)], d.year)
                     : std::string{};
}

} // namespace plumb::score
