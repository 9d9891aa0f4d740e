// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fold.h"

#include <algorithm>

namespace plumb {
namespace {

std::string lowerAscii(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
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

} // namespace plumb
