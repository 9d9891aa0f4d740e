// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The figures that new items and measures start from. Only for starters.cpp.
#pragma once

#include "core/cost/model.h"
#include "core/cost/price_book.h"

#include <string>
#include <string_view>

namespace plumb::cost {

/// Figures of a new item, before the price book.
[[nodiscard]] review::CostFields itemFigures(ItemType type);
/// What a new item's prices are taken from; empty where there is no list price.
[[nodiscard]] std::string_view itemSubject(ItemType type);
/// Figures of a new measure, from the item it acts on first (may be null).
[[nodiscard]] review::CostFields measureFigures(MeasureType type, const review::CostItem* item);
/// What a new measure's prices are taken from; empty where there is no list price.
[[nodiscard]] std::string measureSubject(MeasureType type, const review::CostItem* item, const PriceBook& book);

} // namespace plumb::cost
