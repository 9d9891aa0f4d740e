// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/names.h"

#include <algorithm>
#include <utility>

namespace plumb::session {
namespace {

char lowerAscii(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowerAscii(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lowerAscii(c); });
    return out;
}

bool continues(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lowerAscii(a[i - 1]) == lowerAscii(b[j - 1]);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
            const bool swapped = i > 1 && j > 1 && lowerAscii(a[i - 1]) == lowerAscii(b[j - 2]) &&
                                 lowerAscii(a[i - 2]) == lowerAscii(b[j - 1]);
            if (swapped)
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

std::vector<std::string> nearestNames(std::string_view wanted, const std::vector<std::string>& known,
                                      std::size_t limit) {
    // A text of this length is no mistyped name, and the table of distances would be large.
    constexpr std::size_t kLongest = 256;
    if (wanted.empty() || wanted.size() > kLongest)
        return {};
    const std::size_t reach = std::max<std::size_t>(2, wanted.size() / 3);
    const std::string folded = lowerAscii(wanted);
    std::vector<std::pair<std::size_t, std::string>> found;
    for (const std::string& name : known) {
        const std::size_t lengths =
            name.size() > wanted.size() ? name.size() - wanted.size() : wanted.size() - name.size();
        std::size_t distance = reach + 1;
        if (lengths <= reach)
            distance = editDistance(wanted, name);
        if (distance > reach && wanted.size() >= 3 && lowerAscii(name).find(folded) != std::string::npos)
            distance = reach; // part of a longer name: after the closer ones
        if (distance <= reach && distance < std::max(wanted.size(), name.size()))
            found.emplace_back(distance, name);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> names;
    for (auto& [distance, name] : found)
        if (names.size() < limit && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    return names;
}

std::string didYouMean(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += i == 0 ? " Did you mean " : i + 1 == names.size() ? " or " : ", ";
        text += names[i];
    }
    return names.empty() ? text : text + "?";
}

std::string shorten(std::string_view text, std::size_t letters) {
    std::string line = tidySpaces(text);
    std::size_t count = 0, cut = 0, word = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (continues(line[i]))
            continue;
        if (count + 1 == letters)
            cut = i; // keeps room for the ellipsis
        if (line[i] == ' ' && count < letters)
            word = i;
        ++count;
    }
    if (count <= letters)
        return line;
    // A word that is cut off in its middle reads badly, unless cutting before it would leave next to nothing.
    line.resize(word * 2 > cut && word <= cut ? word : cut);
    while (!line.empty() && (line.back() == ' ' || line.back() == ',' || line.back() == ';' || line.back() == ':'))
        line.pop_back();
    return line + "\xE2\x80\xA6";
}

} // namespace plumb::session
