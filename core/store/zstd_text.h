// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Texts in the file as Zstandard frames (RFC 8878). A frame from a file is untrusted: it may claim any size and unfold
// to any size.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace plumb::store {

/// One frame that states its size. "store.failed" (System) when there is no memory.
[[nodiscard]] Result<std::string> packText(std::string_view text);

/// The text of `frame`, which must state exactly `bytes` and unfold to exactly that; nothing of it is unfolded when it
/// states anything else or `bytes` is above `limit`. Refused: "store.damaged" with why in args[0].
[[nodiscard]] Result<std::string> unpackText(std::string_view frame, std::uint64_t bytes, std::uint64_t limit);

} // namespace plumb::store
