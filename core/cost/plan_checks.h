// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a review cannot hold of a cost model, where faults of its specification stand, and free ids. Only for plan.cpp
// and plan_names.cpp.
#pragma once

#include "core/base/result.h"
#include "core/review/costs.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::cost {

/// Members of an item and of a measure in JSON that are no fields of its type.
inline constexpr std::array<std::string_view, 3> kItemMembers{"id", "type", "name"};
inline constexpr std::array<std::string_view, 8> kMeasureMembers{"id",    "type",     "name",     "item",
                                                                 "items", "excludes", "requires", "findings"};

template <std::size_t N> bool hasMember(const std::array<std::string_view, N>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// Faults beside those of readSpec, with the JSON pointers of writeCosts().
[[nodiscard]] std::vector<Message> storedFaults(const review::Costs& costs);

/// "/items/3/pricePerHour" -> "item vec, pricePerHour".
[[nodiscard]] std::string placeOf(const review::Costs& costs, std::string_view pointer);

/// freshId() with another way to ask.
[[nodiscard]] std::string freshIdWhere(std::string_view name, const std::function<bool(const std::string&)>& taken);

} // namespace plumb::cost
