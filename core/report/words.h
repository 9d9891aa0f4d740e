// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Words, numbers and dates of a report, in one place so that every section says the same thing the same way. English
// only; private to core/report.
#pragma once

#include "core/base/time.h"
#include "core/lens/lens.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace plumb::report {

/// "High", "Medium", "None", "Unanswered", "Not applicable", "No rule matches".
[[nodiscard]] std::string_view stateWord(lens::State state) noexcept;
[[nodiscard]] lens::State toState(lens::Risk risk) noexcept;

/// The key that ticks a choice in the window: its number among the practices, 1-9 and 0 for the tenth, "N" for the
/// none-choice; empty from the eleventh on.
[[nodiscard]] std::string choiceKey(const lens::Question& question, std::size_t index);

/// At most `limit` characters (code points), cut at a word with an ellipsis; 0 means whole. A full stop at the end
/// goes.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t limit);

/// "two", "three" ... "nine", then digits; counted() starts with a capital letter.
[[nodiscard]] std::string small(std::size_t n);
[[nodiscard]] std::string counted(std::size_t n);
/// "1 question", "12 questions".
[[nodiscard]] std::string plural(std::size_t n, std::string_view one, std::string_view many = {});

[[nodiscard]] std::string wholeNumber(double value); ///< "69": rounded half away from zero, never "-0"
[[nodiscard]] std::string percent(double share);     ///< 0.78 -> "78 %"; never "100 %" below 1 or "0 %" above 0
[[nodiscard]] std::string rangeText(double low, double high); ///< "54–76"
[[nodiscard]] std::string longDate(Date date);                ///< "18 November 2026", or "" for no date
[[nodiscard]] std::string shortDate(Date date);               ///< "18 Nov 2026"
[[nodiscard]] std::string noBreak(std::string_view text);     ///< no-break spaces for spaces
[[nodiscard]] std::string byteSize(std::uint64_t bytes);      ///< "412 kB"

/// Lower-case letters, digits and hyphens for anchors: "q-generative-ai-GAI_COST_5" keeps its letters.
[[nodiscard]] std::string anchorOf(std::string_view lens, std::string_view question);

/// Trims and folds every run of white space but line breaks; CR LF becomes LF; control characters go.
[[nodiscard]] std::string cleaned(std::string_view text);
/// The same without line breaks.
[[nodiscard]] std::string oneLine(std::string_view text);

} // namespace plumb::report
