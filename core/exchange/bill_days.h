// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Days and billing months of charges. Bills repeat their dates, so what was read last is kept beside its text.
#pragma once

#include "core/base/time.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::exchange {

inline constexpr int kNoDay = -2'000'000'000;

/// Days since 1970-01-01 of "2024-09-18...", whatever stands behind; kNoDay when it is none.
[[nodiscard]] int dayNumber(std::string_view text) noexcept;
[[nodiscard]] Date dateOfDay(int day) noexcept;

/// dayNumber() that remembers.
class DayReader {
public:
    [[nodiscard]] int read(std::string_view text) noexcept {
        if (text.size() >= 10 && std::memcmp(text.data(), m_last.data(), 10) == 0)
            return m_day;
        const int day = dayNumber(text);
        if (day != kNoDay) {
            std::memcpy(m_last.data(), text.data(), 10);
            m_day = day;
        }
        return day;
    }

private:
    std::array<char, 10> m_last{};
    int m_day = kNoDay;
};

/// A month of the bill.
struct BillMonth {
    int year = 0, month = 0;
    int firstDay = 0, lastDay = 0;
    std::uint64_t rows = 0;                 ///< that were mapped
    int firstUse = 0, lastUse = -1;         ///< days on which something was used; none while the second is smaller
    [[nodiscard]] std::string text() const; ///< "2024-09"
    /// Takes in these days, as far as they are of this month.
    void use(int first, int last) noexcept {
        first = first < firstDay ? firstDay : first;
        last = last > lastDay ? lastDay : last;
        if (first > last)
            return;
        firstUse = lastUse < firstUse || first < firstUse ? first : firstUse;
        lastUse = last > lastUse ? last : lastUse;
    }
    /// Something was used from the first day to the last, or it is not known.
    [[nodiscard]] bool whole() const noexcept {
        return lastUse < firstUse || (firstUse == firstDay && lastUse == lastDay);
    }
};

class BillMonths {
public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    /// The month of a day, made when it is new.
    [[nodiscard]] std::size_t at(int day);
    [[nodiscard]] BillMonth& operator[](std::size_t index) { return m_months[index]; }
    [[nodiscard]] const std::vector<BillMonth>& all() const noexcept { return m_months; }

private:
    std::vector<BillMonth> m_months;
    int m_lastDay = kNoDay; ///< of the last question
    std::size_t m_last = kNone;
};

} // namespace plumb::exchange
