// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Says in plain words what is wrong with a text that is not JSON, and how to put it right. Private to
// core/base/json.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace plumb {

/// What is wrong and the way out, each one sentence.
struct JsonFault {
    std::string text;
    std::string fix;
};

/// Input that cannot be JSON whatever stands in it: empty, UTF-16 or UTF-32, a known binary format, or with NUL bytes.
[[nodiscard]] std::optional<JsonFault> wrongKindOfFile(std::string_view bytes);

/// A syntax error. `at` is the offset of the byte where the parser stopped (bytes.size() for the end of the input),
/// `parserText` what nlohmann_json says about it.
[[nodiscard]] JsonFault describeSyntaxFault(std::string_view bytes, std::size_t at, std::string_view parserText);

/// "line 3, column 14", both from 1, columns in characters.
[[nodiscard]] std::string lineAndColumn(std::string_view bytes, std::size_t at);

} // namespace plumb
