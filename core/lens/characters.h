// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Characters of lens texts: UTF-8, letters of all scripts, and the set that the AWS tool accepts in names, titles and
// descriptions (A008). Private to core/lens.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace plumb::lens {

/// One character and the bytes it takes, which are at least one; a byte that is not UTF-8 gives U+FFFD.
[[nodiscard]] std::pair<char32_t, std::size_t> decodeCharacter(std::string_view text) noexcept;

/// Calls visit(character, its bytes) for each character.
template <typename Visit> void forEachCharacter(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const auto [character, length] = decodeCharacter(text);
        visit(character, text.substr(0, length));
        text.remove_prefix(length);
    }
}

/// Characters (code points), the unit of the length limits.
[[nodiscard]] std::size_t characterCount(std::string_view text) noexcept;

/// Letters with their combining marks, and decimal digits, of any script (Unicode 14).
[[nodiscard]] bool isLetterOrDigit(char32_t c) noexcept;
/// Accents that follow their letter, as decomposed text has them.
[[nodiscard]] bool isCombiningMark(char32_t c) noexcept;
/// "e" for E, e, and e with any accent; digits as they are; empty for everything else.
[[nodiscard]] std::string_view withoutAccent(char32_t c) noexcept;

/// The set of A008.
[[nodiscard]] bool isAllowedInTitle(char32_t c) noexcept;
/// The text with every character outside the set replaced by the nearest allowed one (a bracket by a parenthesis, a
/// typographic dash by a hyphen, % by "percent", and so on; a hyphen where nothing is near).
[[nodiscard]] std::string nearestAllowed(std::string_view text);

} // namespace plumb::lens
