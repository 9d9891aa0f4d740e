// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/words.h"

#include <array>
#include <cctype>
#include <cmath>
#include <fmt/format.h>

namespace plumb::report {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

std::string_view stateWord(lens::State state) noexcept {
    switch (state) {
    case lens::State::None:
        return "None";
    case lens::State::Medium:
        return "Medium";
    case lens::State::High:
        return "High";
    case lens::State::Unanswered:
        return "Unanswered";
    case lens::State::NotApplicable:
        return "Not applicable";
    case lens::State::Unmatched:
        break;
    }
    return "No rule matches";
}

lens::State toState(lens::Risk risk) noexcept {
    switch (risk) {
    case lens::Risk::None:
        return lens::State::None;
    case lens::Risk::Medium:
        return lens::State::Medium;
    case lens::Risk::High:
        break;
    }
    return lens::State::High;
}

std::string choiceKey(const lens::Question& question, std::size_t index) {
    if (question.choices[index].isNone)
        return "N";
    std::size_t number = 1;
    for (std::size_t i = 0; i < index; ++i)
        number += question.choices[i].isNone ? 0 : 1;
    return number > 10 ? std::string() : std::to_string(number % 10);
}

std::string shortened(std::string_view text, std::size_t limit) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '.' || text.back() == '\n'))
        text.remove_suffix(1);
    std::size_t characters = 0, end = 0, lastSpace = 0;
    for (; end < text.size(); ++end) {
        if (continues(text[end]))
            continue;
        if (limit != 0 && characters == limit)
            break;
        if (text[end] == ' ')
            lastSpace = end;
        ++characters;
    }
    if (end >= text.size())
        return std::string(text);
    if (lastSpace > end / 2)
        end = lastSpace;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ',' || text[end - 1] == ';' || text[end - 1] == ':'))
        --end;
    return std::string(text.substr(0, end)) + "…";
}

std::string small(std::size_t n) {
    static constexpr std::array<std::string_view, 10> kSmall{"no",   "one", "two",   "three", "four",
                                                             "five", "six", "seven", "eight", "nine"};
    return n < kSmall.size() ? std::string(kSmall[n]) : std::to_string(n);
}

std::string counted(std::size_t n) {
    std::string text = small(n);
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string plural(std::size_t n, std::string_view one, std::string_view many) {
    if (n == 1)
        return fmt::format("1 {}", one);
    return many.empty() ? fmt::format("{} {}s", n, one) : fmt::format("{} {}", n, many);
}

std::string wholeNumber(double value) {
    const double rounded = std::round(value);
    return fmt::format("{:.0f}", rounded == 0.0 ? 0.0 : rounded);
}

std::string percent(double share) {
    double value = std::round(share * 100);
    if (value >= 100 && share < 1)
        value = 99;
    if (value <= 0 && share > 0)
        value = 1;
    return wholeNumber(value) + " %";
}

std::string rangeText(double low, double high) {
    return wholeNumber(low) + "–" + wholeNumber(high);
}

std::string longDate(Date date) {
    if (!date.valid())
        return {};
    return fmt::format("{} {} {}", date.day, kMonths[static_cast<std::size_t>(date.month - 1)], date.year);
}

std::string shortDate(Date date) {
    if (!date.valid())
        return {};
    return fmt::format("{} {} {}", date.day, kMonths[static_cast<std::size_t>(date.month - 1)].substr(0, 3), date.year);
}

std::string noBreak(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == ' ' ? std::string("\u00A0") : std::string(1, c);
    return out;
}

std::string byteSize(std::uint64_t bytes) {
    if (bytes < 1000)
        return fmt::format("{} bytes", bytes);
    if (bytes < 1'000'000)
        return fmt::format("{} kB", (bytes + 500) / 1000);
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::string anchorOf(std::string_view lens, std::string_view question) {
    std::string anchor = "q-";
    for (const std::string_view part : {lens, std::string_view("-"), question})
        for (const char c : part)
            anchor += std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' ? c : '-';
    return anchor;
}

std::string cleaned(std::string_view text) {
    std::string out;
    bool space = false;
    for (const char c : text) {
        if (c == '\n') {
            while (!out.empty() && out.back() == ' ')
                out.pop_back();
            out += c;
            space = false;
        } else if (c == ' ' || c == '\t' || c == '\r')
            space = true;
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
            if (space && !out.empty() && out.back() != '\n')
                out += ' ';
            space = false;
            out += c;
        }
    }
    while (!out.empty() && (out.back() == '\n' || out.back() == ' '))
        out.pop_back();
    const std::size_t start = out.find_first_not_of('\n');
    return start == std::string::npos ? std::string() : out.substr(start);
}

std::string oneLine(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = c == '\n' ? ' ' : c;
    return cleaned(out);
}

} // namespace plumb::report
