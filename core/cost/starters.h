// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// New items, measures and scenarios that are valid at once: what a person has asked for with "add", to be edited from
// there. Required figures start from the item that a measure acts on and from the price book; what only the team can
// know (effort, one-off and run cost) stays at 0.
#pragma once

#include "core/base/result.h"
#include "core/cost/price_book.h"
#include "core/review/costs.h"

#include <string>
#include <string_view>
#include <vector>

namespace plumb::cost {

/// An item of a type of the catalog, with a fresh id among those of `costs`. An empty name: that of the type.
/// "cost.type" (Usage) for an unknown type.
[[nodiscard]] Result<review::CostItem> newItem(const review::Costs& costs, const PriceBook& book, std::string_view type,
                                               std::string_view name = {});

/// Ids of the items that a measure of the type can act on, in their order; none for an unknown type.
[[nodiscard]] std::vector<std::string> itemsFor(const review::Costs& costs, std::string_view measureType);

/// A measure on these items. Errors (Usage): "cost.type" for an unknown type, "cost.scope" for no item, one that is not
/// there or stands twice, or one that the type can't act on.
[[nodiscard]] Result<review::CostMeasure> newMeasure(const review::Costs& costs, const PriceBook& book,
                                                     std::string_view type, const std::vector<std::string>& items,
                                                     std::string_view name = {});

/// A scenario without measures, whose id and name none has.
[[nodiscard]] review::CostScenario newScenario(const review::Costs& costs, std::string_view name = {});

} // namespace plumb::cost
