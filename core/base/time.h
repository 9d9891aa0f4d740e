// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Points in time and days as the project file stores them, and the clock that core is handed. Core never asks the
// system what time it is.
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace plumb {

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
struct Instant {
    std::int64_t ms = 0;
    friend auto operator<=>(const Instant&, const Instant&) = default;
};

/// A calendar day without a time zone; a default-made Date (0000-00-00) means "no date".
struct Date {
    int year = 0, month = 0, day = 0;
    [[nodiscard]] bool valid() const noexcept; ///< a real day of the Gregorian calendar, years 1 to 9999
    friend auto operator<=>(const Date&, const Date&) = default;
};

[[nodiscard]] std::string toIso(Instant t);     ///< "2026-11-22T14:32:05.123Z"
[[nodiscard]] std::string toIso(Date d);        ///< "2026-11-22", or "" for no date
[[nodiscard]] Date dayOf(Instant t) noexcept;   ///< the UTC day
[[nodiscard]] Instant startOf(Date d) noexcept; ///< midnight UTC
/// Adds calendar months; the day is cut to the month's last (31 Aug + 6 months = 28 Feb).
[[nodiscard]] Date addMonths(Date d, int months) noexcept;
/// Accepts "YYYY-MM-DD" only. Error id "base.date".
[[nodiscard]] Result<Date> parseDate(std::string_view text);
/// Accepts what toIso(Instant) writes, with or without the milliseconds. Error id "base.instant".
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);

/// Where core gets the time from. Implementations must not go backwards by more than the system clock does.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() = 0;
};

/// The machine's clock. Only app/ and ui/ make one.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() override;
};

/// A clock that stands still until told otherwise; for tests and for SOURCE_DATE_EPOCH.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant start) : m_now(start) {}
    [[nodiscard]] Instant now() override { return m_now; }
    void advance(std::int64_t ms) { m_now.ms += ms; }

private:
    Instant m_now;
};

} // namespace plumb
