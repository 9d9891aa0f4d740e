// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the cost verbs share: names to ids, fields as they are typed, a specification from a file or a review, and one
// command that puts the model.
#pragma once

#include "app/cli/context.h"
#include "core/cost/model.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::cli {

/// A specification and where it is from.
struct CostSource {
    cost::Spec spec;
    review::CostSettings settings; ///< of a review; else the defaults
    bool ofReview = false;
    std::string chosen; ///< name of the scenario that the review has chosen; may be empty
};
/// `path` is a specification as JSON ("-": standard input) or a review, told apart by its first bytes.
[[nodiscard]] Result<CostSource> costSourceOf(Context& context, const std::string& path);

enum class CostThing { Item, Measure, Scenario };
/// Ids of the things that are named by id or name; every unknown one is in the error.
[[nodiscard]] Result<std::vector<std::string>> costIds(const review::Costs& costs, CostThing thing,
                                                       const std::vector<std::string>& names);

/// Sets fields written FIELD=VALUE and takes those away that `unset` names. Errors (Usage): "cli.usage", "cost.field".
[[nodiscard]] Result<void> setCostFields(review::CostFields& fields, bool ofMeasure, const std::string& type,
                                         const std::vector<std::string>& set, const std::vector<std::string>& unset);
/// A type of the catalog, or a Usage error with the nearest.
[[nodiscard]] Result<void> checkCostType(bool ofMeasure, const std::string& type);
/// "Change utilisation of NAME", or "Change NAME" when another number of things is different.
[[nodiscard]] std::string changeLabel(const std::string& name, const std::vector<std::string>& set,
                                      const std::vector<std::string>& unset, bool others);

/// Puts the model as one command; whether anything changed.
[[nodiscard]] Result<bool> putCosts(session::Session& session, const review::Costs& costs, const std::string& label);

} // namespace plumb::cli
