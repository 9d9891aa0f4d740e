// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cost models for tests of the store.
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 does not get through <concepts>
#include "core/store/project.h"

#include <filesystem>
#include <string>
#include <vector>
#endif

namespace plumb::testing {

[[nodiscard]] review::CostItem costItem(const std::string& id, const std::string& type = "other",
                                        review::CostFields fields = {{"monthlyCost", "100"}});
/// Acts on the items.
[[nodiscard]] review::CostMeasure costMeasure(const std::string& id, std::vector<std::string> items);
[[nodiscard]] review::Price price(const std::string& subject, const std::string& field, double amount);

/// Something in every column: settings, three items, three measures with links, two scenarios, three prices.
[[nodiscard]] review::Costs fullCosts();

/// One command each.
Result<store::Applied> putCosts(store::Project& project, const review::Costs& costs);
Result<store::Applied> putPrices(store::Project& project, const std::vector<review::Price>& prices);
/// A review with fullCosts() in `path`: made once and copied, for tests with many rows. Its ids are not those that a
/// new World makes.
void copyFullReview(const std::filesystem::path& path);
/// "insert cost_item vec" and so on, in order of tables, then keys.
[[nodiscard]] std::vector<std::string> rowNames(const store::Applied& applied);

} // namespace plumb::testing
