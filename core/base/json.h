// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// JSON as Plumbline reads and writes it: strict (RFC 8259, no NaN, no comments, no trailing comma, valid UTF-8), keys
// in file order, duplicate keys reported, depth and size bounded. Wraps nlohmann_json; no other file parses JSON text.
#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace plumb {

struct JsonLimits {
    std::size_t maxBytes = 16u << 20; ///< longer input is refused without being looked at
    int maxDepth = 100;               ///< deepest nesting of arrays and objects
};

/// A parsed document and what is wrong with it. `problems` holds a message with id "A001" for each syntax error (the
/// reader stops at the first, since nothing after it can be trusted) and each duplicate key (the last one wins, as in
/// every common reader). `usable` is false after a syntax error, a limit, or a duplicate key.
struct JsonDocument {
    Json root;
    std::vector<Message> problems; ///< pointer of the place; text has line and column for syntax errors
    bool usable = false;
};

/// Never throws, never recurses on input depth. A leading UTF-8 byte order mark is allowed. UTF-16/32 and binary input
/// are recognised and named in the message.
[[nodiscard]] JsonDocument parseJson(std::string_view bytes, const JsonLimits& limits = {});

/// Parses or refuses: an Error (Refused, id "json.syntax", all messages inside) when the document is not usable.
[[nodiscard]] Result<Json> parseJsonOrFail(std::string_view bytes, std::string_view where,
                                           const JsonLimits& limits = {});

/// One line per value, 2 spaces of indent, non-ASCII kept, trailing newline. Text that is not valid UTF-8 is written
/// with U+FFFD. The same value always gives the same bytes.
[[nodiscard]] std::string writeJson(const Json& value);
/// Without white space.
[[nodiscard]] std::string writeJsonCompact(const Json& value);

/// Appends an escaped reference token: child("/a", "b/c") == "/a/b~1c" (RFC 6901).
[[nodiscard]] std::string childPointer(std::string_view pointer, std::string_view key);
[[nodiscard]] std::string childPointer(std::string_view pointer, std::size_t index);

} // namespace plumb
