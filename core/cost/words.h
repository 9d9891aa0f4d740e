// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words of messages about cost input: what was probably meant, and what there is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb::cost {

/// The one of `known` that `wanted` most likely means (Levenshtein distance of at most a third of its length, at least
/// two, upper and lower case alike), or the one that contains it; empty when nothing is near.
[[nodiscard]] std::string nearest(std::string_view wanted, const std::vector<std::string>& known);
/// `Did you mean "near"?`, or `There are A, B, C.` when `near` is empty.
[[nodiscard]] std::string orList(const std::string& near, const std::vector<std::string>& known);
/// At most 60 bytes of a foreign text, cut between characters.
[[nodiscard]] std::string cut(std::string_view text);
/// Whether the text is a real day as YYYY-MM-DD.
[[nodiscard]] bool isDay(std::string_view text);

} // namespace plumb::cost
