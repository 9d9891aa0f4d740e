// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Unpacks gzip (RFC 1952, several members after each other too) while it is read, in constant memory.
#pragma once

#include "core/exchange/cost_import.h"

#include <memory>
#include <span>
#include <string_view>

namespace plumb::exchange {

/// The first bytes of a gzip file.
[[nodiscard]] bool looksLikeGzip(std::string_view bytes) noexcept;

/// What `packed`, which must outlive it, holds. Its read() fails with "import.gzip" (Refused) when the bytes are
/// damaged or end early. size() is 0.
[[nodiscard]] std::unique_ptr<ImportSource> unpacked(ImportSource& packed);

} // namespace plumb::exchange
