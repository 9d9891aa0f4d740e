// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a text must be before it is stored, and how the words of the review are written in the file.
#pragma once

#include "core/base/result.h"
#include "core/review/review.h"

#include <string>
#include <string_view>

namespace plumb::store {

/// UTF-8 (RFC 3629: no surrogates, no overlong forms) without NUL.
[[nodiscard]] bool isStorableText(std::string_view text) noexcept;

/// The text with every byte that is not storable replaced by U+FFFD.
[[nodiscard]] std::string storableText(std::string_view text);

/// "review.tooLong" over `maxBytes`, "review.invalid" for what is not storable text; `field` names it in the message.
[[nodiscard]] Result<void> checkText(std::string_view field, std::string_view text, std::size_t maxBytes);
/// An id: not empty, at most review::kMaxName bytes.
[[nodiscard]] Result<void> checkId(std::string_view field, std::string_view id);

/// "review.invalid" (Usage).
[[nodiscard]] Error invalidReview(std::string text, std::string where);

[[nodiscard]] std::string_view
toText(review::ChoiceStatus status) noexcept; ///< "unselected", "selected", "not_applicable"
[[nodiscard]] bool fromText(std::string_view text, review::ChoiceStatus& out) noexcept;

} // namespace plumb::store
