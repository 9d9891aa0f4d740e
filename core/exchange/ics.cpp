// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ics.h"

#include <cstddef>
#include <fmt/format.h>

namespace plumb::exchange {
namespace {

constexpr std::size_t kLineOctets = 75;
constexpr std::int64_t kDayMs = 86'400'000;

/// "20261122"
std::string dateValue(Date day) {
    return fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day);
}

/// "20261122T143205Z"
std::string timeValue(Instant t) {
    const std::string iso = toIso(t); // 2026-11-22T14:32:05.123Z
    return fmt::format("{}T{}{}{}Z", dateValue(dayOf(t)), iso.substr(11, 2), iso.substr(14, 2), iso.substr(17, 2));
}

Date nextDay(Date day) {
    return dayOf(Instant{startOf(day).ms + kDayMs});
}

bool isContinuation(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

class Writer {
public:
    void line(std::string_view text) { m_out += icsLine(text); }
    void text(std::string_view name, std::string_view value) {
        if (!value.empty())
            line(fmt::format("{}:{}", name, icsText(value)));
    }
    void day(const CalendarDay& day, const std::string& stamp);
    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    std::string m_out;
};

void Writer::day(const CalendarDay& day, const std::string& stamp) {
    line("BEGIN:VEVENT");
    text("UID", day.uid);
    line("DTSTAMP:" + stamp);
    line("DTSTART;VALUE=DATE:" + dateValue(day.day));
    line("DTEND;VALUE=DATE:" + dateValue(nextDay(day.day)));
    text("SUMMARY", day.summary);
    text("DESCRIPTION", day.description);
    text("CATEGORIES", day.category);
    if (day.priority > 0)
        line(fmt::format("PRIORITY:{}", day.priority));
    line("TRANSP:TRANSPARENT");
    if (day.alarmDays > 0) {
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        text("DESCRIPTION", day.summary.empty() ? std::string_view("Reminder") : std::string_view(day.summary));
        line(fmt::format("TRIGGER:-P{}D", day.alarmDays));
        line("END:VALARM");
    }
    line("END:VEVENT");
}

} // namespace

std::string icsText(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto octet = static_cast<unsigned char>(c);
        if (c == '\\' || c == ';' || c == ',')
            (out += '\\') += c;
        else if (c == '\n' || (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
            out += "\\n";
        else if (c == '\t' || (octet >= 0x20 && octet != 0x7F))
            out += c;
    }
    return out;
}

std::string icsLine(std::string_view line) {
    std::string out;
    std::size_t most = kLineOctets;
    while (line.size() > most) {
        std::size_t cut = most;
        while (cut > 0 && isContinuation(line[cut]))
            --cut;
        if (cut == 0) // not UTF-8; a line of any bytes must end
            cut = most;
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        most = kLineOctets - 1; // behind the space
    }
    return out.append(line).append("\r\n");
}

std::string writeIcs(const Calendar& calendar) {
    Writer writer;
    const std::string stamp = timeValue(calendar.stamp);
    writer.line("BEGIN:VCALENDAR");
    writer.line("VERSION:2.0");
    writer.text("PRODID", fmt::format("-//{0}//{0}//EN", calendar.product));
    writer.line("CALSCALE:GREGORIAN");
    writer.line("METHOD:PUBLISH");
    writer.text("X-WR-CALNAME", calendar.name);
    for (const CalendarDay& day : calendar.days)
        writer.day(day, stamp);
    writer.line("END:VCALENDAR");
    return writer.take();
}

} // namespace plumb::exchange
