// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// JSON of one stored field. Only for core/cost.
#pragma once

#include "core/base/json.h"
#include "core/cost/quantity.h"

#include <optional>
#include <string>
#include <string_view>

namespace plumb::cost {

/// One line without white space; whole numbers without ".0".
[[nodiscard]] std::string storedJson(const Json& value);
[[nodiscard]] std::string storedJson(const Quantity& quantity);
/// Nothing when the text is no JSON.
[[nodiscard]] std::optional<Json> jsonOf(std::string_view text);
/// A stored number or range whatever its field's range; nothing for anything else.
[[nodiscard]] std::optional<Quantity> quantityOf(std::string_view text);

} // namespace plumb::cost
