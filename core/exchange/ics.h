// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Days for other people's calendars, as RFC 5545 text. Knows calendars, not reviews: what stands in it is the caller's.
#pragma once

#include "core/base/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace plumb::exchange {

/// One whole day.
struct CalendarDay {
    std::string uid; ///< the same for the same thing in every export; unique in the world
    Date day;        ///< valid
    std::string summary, description;
    std::string category; ///< may be empty
    int priority = 0;     ///< 1 highest, 5 medium, 9 lowest; 0 not given
    int alarmDays = 0;    ///< a reminder so many days before; 0: none
};

struct Calendar {
    std::string product; ///< who wrote it: "Plumbline"
    std::string name;    ///< as calendar programs show it
    Instant stamp;       ///< when the state was made that it shows; not the clock's time, so that bytes repeat
    std::vector<CalendarDay> days;
};

/// iCalendar text: one VEVENT a day, all-day and not busy, in the order given; CRLF, lines of at most 75 octets. The
/// same value gives the same bytes.
[[nodiscard]] std::string writeIcs(const Calendar& calendar);

/// A TEXT value (RFC 5545, 3.3.11): backslash, semicolon, comma and line breaks escaped; other control characters are
/// left out.
[[nodiscard]] std::string icsText(std::string_view text);
/// A content line (3.1) with its CRLF, folded before the 76th octet and never inside a UTF-8 sequence.
[[nodiscard]] std::string icsLine(std::string_view line);

} // namespace plumb::exchange
