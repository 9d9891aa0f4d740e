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

bool isSpace(char c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool continues(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Lower case of a code point below U+0800, where a name needs it: Latin-1, Latin Extended-A, Greek, Cyrillic.
unsigned lowerCodePoint(unsigned c) noexcept {
    const bool latin1 = c >= 0xC0 && c <= 0xDE && c != 0xD7;
    const bool greek = c >= 0x391 && c <= 0x3A9 && c != 0x3A2;
    if (latin1 || greek || (c >= 0x410 && c <= 0x42F))
        return c + 0x20;
    if (c >= 0x400 && c <= 0x40F)
        return c + 0x50;
    const bool evenUpper = (c >= 0x100 && c <= 0x137 && c != 0x130) || (c >= 0x14A && c <= 0x177);
    const bool oddUpper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if ((evenUpper && c % 2 == 0) || (oddUpper && c % 2 == 1))
        return c + 1;
    return c == 0x178 ? 0xFF : c;
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

std::string tidySpaces(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!isSpace(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

std::string foldName(std::string_view name) {
    std::string out = lowerAscii(tidySpaces(name));
    for (std::size_t i = 0; i + 1 < out.size(); ++i) {
        const unsigned lead = static_cast<unsigned char>(out[i]);
        if (lead < 0xC2 || lead > 0xDF || !continues(out[i + 1]))
            continue;
        const unsigned tail = static_cast<unsigned char>(out[i + 1]);
        const unsigned lower = lowerCodePoint(((lead & 0x1FU) << 6) | (tail & 0x3FU));
        out[i] = static_cast<char>(0xC0U | (lower >> 6));
        out[i + 1] = static_cast<char>(0x80U | (lower & 0x3FU));
    }
    return out;
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
