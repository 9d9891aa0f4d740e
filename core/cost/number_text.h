// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers and ranges as people type them. Only for core/cost; callers use fieldFromText() of plan.h.
#pragma once

#include "core/cost/quantity.h"

#include <optional>
#include <string>
#include <string_view>

namespace plumb::cost {

/// "30", "1,200.5", "1e6", "30%" (0.3), "$30", "30 USD"; nothing for anything else. A comma stands between thousands.
[[nodiscard]] std::optional<double> numberFromText(std::string_view text);

/// A number or one of the ranges that fieldFromText() lists. The order of the figures is not looked at; nothing when
/// the text is no such thing.
[[nodiscard]] std::optional<Quantity> quantityFromText(std::string_view text);

/// The shortest text that numberFromText() reads back: "30", "0.3".
[[nodiscard]] std::string numberAsText(double value);

/// White space at both ends cut off.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;
/// ASCII letters in lower case.
[[nodiscard]] std::string lowerCase(std::string_view text);

} // namespace plumb::cost
