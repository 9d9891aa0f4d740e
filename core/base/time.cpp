// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace plumb {
namespace {

namespace chr = std::chrono;

chr::year_month_day toYmd(Date d) {
    return chr::year{d.year} / chr::month{static_cast<unsigned>(d.month)} / chr::day{static_cast<unsigned>(d.day)};
}

Date fromYmd(chr::year_month_day ymd) {
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

/// Reads exactly `text` as digits.
bool digits(std::string_view text, int& out) {
    for (const char c : text)
        if (c < '0' || c > '9')
            return false;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), out);
    return ec == std::errc{} && end == text.data() + text.size();
}

} // namespace

bool Date::valid() const noexcept {
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && toYmd(*this).ok();
}

std::string toIso(Date d) {
    return d.valid() ? fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day) : std::string{};
}

Date dayOf(Instant t) noexcept {
    return fromYmd(
        chr::year_month_day{chr::floor<chr::days>(chr::sys_time<chr::milliseconds>{chr::milliseconds{t.ms}})});
}

Instant startOf(Date d) noexcept {
    return {chr::sys_time<chr::milliseconds>{chr::sys_days{toYmd(d)}}.time_since_epoch().count()};
}

std::string toIso(Instant t) {
    const Date d = dayOf(t);
    const std::int64_t rest = t.ms - startOf(d).ms;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", d.year, d.month, d.day, rest / 3'600'000,
                       rest / 60'000 % 60, rest / 1000 % 60, rest % 1000);
}

Date addMonths(Date d, int months) noexcept {
    const chr::year_month ym = chr::year{d.year} / chr::month{static_cast<unsigned>(d.month)};
    const chr::year_month moved = ym + chr::months{months};
    const chr::year_month_day last = moved / chr::last;
    const unsigned day = std::min(static_cast<unsigned>(d.day), static_cast<unsigned>(last.day()));
    return fromYmd(moved / chr::day{day});
}

Result<Date> parseDate(std::string_view text) {
    Date d;
    if (text.size() == 10 && text[4] == '-' && text[7] == '-' && digits(text.substr(0, 4), d.year) &&
        digits(text.substr(5, 2), d.month) && digits(text.substr(8, 2), d.day) && d.valid())
        return d;
    return fail(ErrorKind::Usage, "base.date", fmt::format("\"{}\" is not a day; write it as 2026-11-22.", text), {},
                {std::string(text)});
}

Result<Instant> parseInstant(std::string_view text) {
    const auto bad = [&] {
        return fail(ErrorKind::Usage, "base.instant",
                    fmt::format("\"{}\" is not a time; write it as 2026-11-22T14:32:05Z.", text), {},
                    {std::string(text)});
    };
    const bool withMs = text.size() == 24;
    if ((!withMs && text.size() != 20) || text.back() != 'Z' || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        (withMs && text[19] != '.'))
        return bad();
    const auto day = parseDate(text.substr(0, 10));
    int h = 0, m = 0, s = 0, ms = 0;
    if (!day || !digits(text.substr(11, 2), h) || !digits(text.substr(14, 2), m) || !digits(text.substr(17, 2), s) ||
        (withMs && !digits(text.substr(20, 3), ms)) || h > 23 || m > 59 || s > 59)
        return bad();
    return Instant{startOf(*day).ms + h * 3'600'000LL + m * 60'000LL + s * 1000LL + ms};
}

Instant SystemClock::now() {
    return {chr::duration_cast<chr::milliseconds>(chr::system_clock::now().time_since_epoch()).count()};
}

} // namespace plumb
