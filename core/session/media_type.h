// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Media types (RFC 6838) of the files that come up as evidence, by the end of their name.
#pragma once

#include <string_view>

namespace plumb::session {

/// "application/pdf" for "Bill.PDF"; "application/octet-stream" for what is not known.
[[nodiscard]] std::string_view mediaTypeOf(std::string_view fileName) noexcept;

} // namespace plumb::session
