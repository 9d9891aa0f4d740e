// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/words.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <numeric>

namespace plumb::cost {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

std::string nearest(std::string_view wanted, const std::vector<std::string>& known) {
    const std::string name = lower(cut(wanted));
    std::string best;
    std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (const std::string& candidate : known)
        if (const std::size_t d = distance(name, lower(candidate)); !candidate.empty() && d < least) {
            least = d;
            best = candidate;
        }
    if (!best.empty() || name.size() < 3)
        return best;
    const auto within = [&](const std::string& candidate) { return lower(candidate).find(name) != std::string::npos; };
    const auto it = std::find_if(known.begin(), known.end(), within);
    return it == known.end() ? std::string() : *it;
}

std::string orList(const std::string& near, const std::vector<std::string>& known) {
    if (!near.empty())
        return fmt::format("Did you mean \"{}\"?", near);
    std::string list;
    for (const std::string& name : known)
        if (!name.empty())
            list += (list.empty() ? "" : ", ") + name;
    return list.empty() ? "There are none." : fmt::format("There are {}.", list);
}

std::string cut(std::string_view text) {
    constexpr std::size_t kMost = 60;
    if (text.size() <= kMost)
        return std::string(text);
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
        --end;
    return std::string(text.substr(0, end)) + "...";
}

bool isDay(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    int year = 0;
    unsigned month = 0, day = 0;
    const auto number = [&text](std::size_t from, std::size_t size, auto& value) {
        const auto [end, error] = std::from_chars(text.data() + from, text.data() + from + size, value);
        return error == std::errc() && end == text.data() + from + size;
    };
    return number(0, 4, year) && number(5, 2, month) && number(8, 2, day) &&
           std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)).ok();
}

} // namespace plumb::cost
