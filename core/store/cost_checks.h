// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a cost model and a list of prices must be before they are stored. Whether the figures make sense is not asked
// here. Errors (Usage): "review.invalid" and "review.tooLong", naming the item, measure, scenario or price.
#pragma once

#include "core/base/result.h"
#include "core/review/costs.h"

#include <string_view>
#include <vector>

namespace plumb::store {

/// Letters, digits, '-', '_' and '.'; 1 to kMaxCostId bytes.
[[nodiscard]] bool isFitId(std::string_view id) noexcept;

/// All but the values of fields: ids, names, texts, ranges, and that whatever is named is there.
[[nodiscard]] Result<void> checkCosts(const review::Costs& costs);

/// What the value of a field must be: a JSON text in one line, without white space around it and with nothing twice, of
/// at most kMaxCostField bytes. SQLite's own json_valid() is not for an untrusted schema, so no CHECK says it.
[[nodiscard]] bool isFieldValue(std::string_view value);

/// The value of one field, as isFieldValue; the error names it and its owner.
[[nodiscard]] Result<void> checkFieldValue(std::string_view owner, std::string_view field, std::string_view value);

[[nodiscard]] Result<void> checkPrices(const std::vector<review::Price>& prices);

} // namespace plumb::store
