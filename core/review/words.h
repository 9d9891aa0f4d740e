// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words in which enums of the review are written, as tables. Private to the room.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace plumb::review {

/// Lower case of ASCII letters, with '-' and ' ' as '_'.
[[nodiscard]] inline char folded(char c) noexcept {
    if (c >= 'A' && c <= 'Z')
        return static_cast<char>(c - 'A' + 'a');
    return c == '-' || c == ' ' ? '_' : c;
}

/// The value whose name is `text`, whatever the case; false leaves `out` alone.
template <typename Enum, std::size_t N>
[[nodiscard]] bool lookUp(const std::array<std::string_view, N>& names, std::string_view text, Enum& out) noexcept {
    const auto same = [&](std::string_view name) {
        return std::equal(name.begin(), name.end(), text.begin(), text.end(),
                          [](char a, char b) { return folded(a) == folded(b); });
    };
    const auto it = std::find_if(names.begin(), names.end(), same);
    if (it == names.end())
        return false;
    out = static_cast<Enum>(it - names.begin());
    return true;
}

/// The name of a value; "" outside the table.
template <typename Enum, std::size_t N>
[[nodiscard]] std::string_view nameOf(const std::array<std::string_view, N>& names, Enum value) noexcept {
    const auto index = static_cast<std::size_t>(value);
    return index < N ? names[index] : std::string_view{};
}

} // namespace plumb::review
