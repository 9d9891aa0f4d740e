// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names as people type them: which known name was probably meant, and when two names are the same person.
#pragma once

#include "core/base/fold.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::session {

/// Smallest number of letters to insert, drop, change or swap with a neighbour to make one text of the other (optimal
/// string alignment), upper and lower case ASCII alike. Compares bytes.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

/// The names that `wanted` may have meant, best first, at most `limit`: those within a third of its length (at least
/// two) in edit distance, and those that contain it when it has three letters or more. May be empty.
[[nodiscard]] std::vector<std::string> nearestNames(std::string_view wanted, const std::vector<std::string>& known,
                                                    std::size_t limit = 3);

/// ` Did you mean A, B or C?`, or nothing when `names` is empty. For the end of an error text.
[[nodiscard]] std::string didYouMean(const std::vector<std::string>& names);

using plumb::foldName; ///< two people are one when their folded names are equal
using plumb::tidySpaces;

/// At most `letters` code points of one line of `text`; what is longer is cut at a word and ends with an ellipsis.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t letters);

} // namespace plumb::session
