// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bill_days.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::exchange {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

/// Two digits; negative when they are none.
int twoDigits(const char* at) noexcept {
    const auto tens = static_cast<unsigned>(static_cast<unsigned char>(at[0])) - '0';
    const auto ones = static_cast<unsigned>(static_cast<unsigned char>(at[1])) - '0';
    return tens <= 9 && ones <= 9 ? static_cast<int>(tens * 10 + ones) : -10000;
}

int dayOfDate(Date date) noexcept {
    return static_cast<int>(startOf(date).ms / kDayMs);
}

} // namespace

int dayNumber(std::string_view text) noexcept {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-')
        return kNoDay;
    const Date date{twoDigits(text.data()) * 100 + twoDigits(text.data() + 2), twoDigits(text.data() + 5),
                    twoDigits(text.data() + 8)};
    // No cloud sent bills before 1970; the other end keeps the list of months short.
    return date.year >= 1970 && date.year < 2200 && date.valid() ? dayOfDate(date) : kNoDay;
}

Date dateOfDay(int day) noexcept {
    return dayOf(Instant{day * kDayMs});
}

std::string BillMonth::text() const {
    return fmt::format("{:04}-{:02}", year, month);
}

std::size_t BillMonths::at(int day) {
    if (day == m_lastDay)
        return m_last;
    const Date date = dateOfDay(day);
    const auto found = std::find_if(m_months.begin(), m_months.end(), [&](const BillMonth& month) {
        return month.year == date.year && month.month == date.month;
    });
    m_last = static_cast<std::size_t>(found - m_months.begin());
    if (found == m_months.end()) {
        m_months.emplace_back();
        m_months.back().year = date.year;
        m_months.back().month = date.month;
        const Date first{date.year, date.month, 1};
        m_months.back().firstDay = dayOfDate(first);
        m_months.back().lastDay = dayOfDate(addMonths(first, 1)) - 1;
    }
    m_lastDay = day;
    return m_last;
}

} // namespace plumb::exchange
