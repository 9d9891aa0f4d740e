// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/clean_text.h"

namespace plumb::exchange {
namespace {

unsigned byteAt(std::string_view text, std::size_t at) noexcept {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

/// Bytes of the character that begins here; 0 when none does.
std::size_t characterAt(std::string_view text, std::size_t at) noexcept {
    const unsigned first = byteAt(text, at);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xC2 && first <= 0xDF   ? 2
                               : first >= 0xE0 && first <= 0xEF ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byteAt(text, at + i) & 0xC0U) != 0x80U)
            return 0;
    const unsigned second = byteAt(text, at + 1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool beyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
    return overlong || beyond ? 0 : length;
}

} // namespace

std::string cleanText(std::string_view bytes, std::size_t most, bool& valid) {
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    std::string out;
    for (std::size_t at = 0; at < bytes.size() && out.size() < most;) {
        const std::size_t length = characterAt(bytes, at);
        std::string_view character = length == 0 ? kReplacement : bytes.substr(at, length);
        if (length == 0)
            valid = false;
        if (length == 1 && (byteAt(bytes, at) < 0x20 || byteAt(bytes, at) == 0x7F))
            character = " ";
        if (out.size() + character.size() > most)
            break;
        if (character != " " || !out.empty())
            out += character;
        at += length == 0 ? 1 : length;
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

} // namespace plumb::exchange
