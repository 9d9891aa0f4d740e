// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/text_checks.h"

#include <array>
#include <cstdint>
#include <fmt/format.h>

namespace plumb::store {
namespace {

constexpr std::array<std::string_view, 3> kStatuses{"unselected", "selected", "not_applicable"};

/// Length of the well-formed sequence at `text[at]`; 0 when there is none.
std::size_t sequenceAt(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(at);
    if (first == 0)
        return 0;
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xC0) != 0x80)
            return 0;
    const std::uint8_t second = byte(at + 1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool outside = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
    return overlong || outside ? 0 : length;
}

} // namespace

bool isStorableText(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequenceAt(text, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::string storableText(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequenceAt(text, at);
        if (length == 0)
            clean += "\xEF\xBF\xBD";
        else
            clean += text.substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return clean;
}

Error invalidReview(std::string text, std::string where) {
    return Error{ErrorKind::Usage, "review.invalid", std::move(text), std::move(where), {}, {}};
}

Result<void> checkText(std::string_view field, std::string_view text, std::size_t maxBytes) {
    if (text.size() > maxBytes)
        return fail(ErrorKind::Usage, "review.tooLong",
                    fmt::format("The {} is too long: {} bytes of at most {}.", field, text.size(), maxBytes),
                    std::string(field), {std::string(field), std::to_string(text.size()), std::to_string(maxBytes)});
    if (!isStorableText(text))
        return fail(
            invalidReview(fmt::format("The {} is not text (invalid UTF-8 or a NUL).", field), std::string(field)));
    return {};
}

Result<void> checkId(std::string_view field, std::string_view id) {
    if (id.empty())
        return fail(invalidReview(fmt::format("The {} is empty.", field), std::string(field)));
    return checkText(field, id, review::kMaxName);
}

std::string_view toText(review::ChoiceStatus status) noexcept {
    const auto index = static_cast<std::size_t>(status);
    return index < kStatuses.size() ? kStatuses[index] : kStatuses[0];
}

bool fromText(std::string_view text, review::ChoiceStatus& out) noexcept {
    for (std::size_t i = 0; i < kStatuses.size(); ++i)
        if (text == kStatuses[i]) {
            out = static_cast<review::ChoiceStatus>(i);
            return true;
        }
    return false;
}

} // namespace plumb::store
