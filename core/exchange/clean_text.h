// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Texts from files of other people, made fit to be stored and shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plumb::exchange {

/// The text as UTF-8 (RFC 3629) of at most `most` bytes: U+FFFD for each byte that is none (`valid` becomes false), a
/// space for control characters, none at the ends; cut between characters.
[[nodiscard]] std::string cleanText(std::string_view bytes, std::size_t most, bool& valid);

} // namespace plumb::exchange
