// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Items of the cost model from sums of a bill. Each item costs by the catalog's formula what the bill says, divided by
// the months: prices are amounts by quantities, never list prices.
#pragma once

#include "core/exchange/bill_meaning.h"
#include "core/exchange/decimal.h"
#include "core/review/costs.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plumb::exchange {

struct SlotSum {
    Decimal amount;
    double quantity = 0;
};

/// What goes into one item.
struct ItemSums {
    Meaning meaning; ///< type, name, region and instance
    std::string resource;
    std::array<SlotSum, kSlots> slots;
    Decimal amount;
    std::uint64_t rows = 0, firstLine = 0;
    [[nodiscard]] SlotSum& at(Slot slot) { return slots[static_cast<std::size_t>(slot)]; }
    [[nodiscard]] const SlotSum& at(Slot slot) const { return slots[static_cast<std::size_t>(slot)]; }
    void add(const ItemSums& other);
};

/// Whether the formula of the type can give these amounts: none is below 0, and where there is money there is a
/// quantity.
[[nodiscard]] bool expressible(const ItemSums& sums);
/// The item's fields; `months` and `hours` (a month) are above 0 and the sums are expressible.
[[nodiscard]] review::CostFields fieldsOf(const ItemSums& sums, double months, double hours);
/// Puts together the smallest of each type until at most `most` are left; `sums` are sorted, largest first, before and
/// after.
void joinSmallest(std::vector<ItemSums>& sums, std::size_t most);
/// Sorted by amount, largest first; by name where they are equal.
void sortByAmount(std::vector<ItemSums>& sums);
/// Letters, digits and dashes of a name, at most 60, not empty.
[[nodiscard]] std::string idFrom(std::string_view name);

} // namespace plumb::exchange
