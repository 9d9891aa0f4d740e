// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recommendations of AWS Cost Optimization Hub as they were read, and as items and measures. Private to their reader.
#pragma once

#include "core/exchange/cost_import.h"
#include "core/exchange/list_import.h"

#include <string>
#include <string_view>
#include <vector>

namespace plumb::exchange::lists {

/// One whose money is right: cost is 0 or more, saving at most the cost. Texts are empty when they were not given.
struct Recommendation {
    ListPlace place;
    std::string id, account, region, action, currency, resourceType, summary, recommended, arn, resource, effort;
    std::string restart, rollback; ///< "true", "false"
    std::string refreshed;         ///< "YYYY-MM-DD"
    double cost = 0, saving = 0;   ///< a month
    bool afterDiscounts = false;
};

/// Person-days for VeryLow, Low, Medium, High, VeryHigh in any case; 0 for other words.
[[nodiscard]] double personDays(std::string_view effort);

/// Writes items, measures and their part of the account. Alternatives for one resource share an item with the highest
/// of their costs, and exclude each other. Instances become endpoints, which right-sizing and savings
/// plans of the catalog act on, unless options.grouping is Service; all others are "other" with a factor on the cost.
/// Above options.mostItems resources, those that save least become one item and one measure by action.
void makeMeasures(std::vector<Recommendation> list, const CostImportOptions& options, std::string_view name,
                  ListAccount& account, CostImport& import);

} // namespace plumb::exchange::lists
