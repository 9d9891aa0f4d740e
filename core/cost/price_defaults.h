// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads resources/prices/price_defaults.json. Only for price_book.cpp and its test.
#pragma once

#include "core/review/costs.h"

#include <string_view>
#include <vector>

namespace plumb::cost {

/// The bytes that are compiled in.
[[nodiscard]] std::string_view priceDefaultsBytes() noexcept;

/// Every list price of the file. A price is valid from the day that its source names, of several the oldest, else from
/// the day on which the file was made. Rates, floors, minimum sizes and carbon data are no prices and are left out.
/// Empty when the bytes are no such file.
[[nodiscard]] std::vector<review::Price> readPriceDefaults(std::string_view bytes);

/// The oldest day, or first day of a month, that a text names ("2025-07-20", "2025-01/04"); no date when there is none.
[[nodiscard]] Date oldestDateIn(std::string_view text);

} // namespace plumb::cost
