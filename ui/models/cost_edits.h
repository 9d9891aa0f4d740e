// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person does to a cost model, as values: a model goes in, the changed one and the words for history and undo
// bar come out. Nothing here is stored; CostEditor does that. Every change keeps the model whole: what names a thing
// that goes is mended with it.
#pragma once

#include "core/review/costs.h"

#include <QString>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::ui {

struct CostChange {
    review::Costs costs;
    QString label;  ///< "Add item Fraud scoring endpoint"
    std::string id; ///< of what is new or changed
};

// --- items -----------------------------------------------------------------------------------------------------------
/// Whole at once, with figures of the price book to start from. `name` empty: that of the type. An unknown type changes
/// nothing.
[[nodiscard]] CostChange withNewItem(const review::Costs& costs, std::string_view type, const QString& name = {});
/// Measures that act on it alone go with it; others act on the rest.
[[nodiscard]] CostChange withoutItem(const review::Costs& costs, std::string_view id);
/// Puts another in the place of the item with the same id.
[[nodiscard]] CostChange withItem(const review::Costs& costs, const review::CostItem& item, const QString& label);

// --- measures --------------------------------------------------------------------------------------------------------
/// Acting on `item`, with figures to start from (today's price, a usual share), switched on in the chosen scenario; one
/// is made when there is none.
[[nodiscard]] CostChange withNewMeasure(const review::Costs& costs, std::string_view type, std::string_view item,
                                        const QString& name = {});
[[nodiscard]] CostChange withoutMeasure(const review::Costs& costs, std::string_view id);
[[nodiscard]] CostChange withMeasure(const review::Costs& costs, const review::CostMeasure& measure,
                                     const QString& label);
/// Why the measure can't be switched on in the scenario now: "Excluded by Share endpoints", "Needs Prompt caching";
/// empty when it can, or is on.
[[nodiscard]] QString whyUnavailable(const review::Costs& costs, std::string_view scenario, std::string_view measure);

// --- scenarios -------------------------------------------------------------------------------------------------------
/// On, at its place in `order` (ids as a list shows them); or off together with those that need it.
[[nodiscard]] CostChange withSwitched(const review::Costs& costs, std::string_view scenario, std::string_view measure,
                                      bool on, const std::vector<std::string>& order);
/// The measures of the scenario in the order of `order`; those that it does not name come last.
[[nodiscard]] CostChange withOrder(const review::Costs& costs, std::string_view scenario,
                                   const std::vector<std::string>& order);
/// A new one, chosen; with the measures of `like` when that is not empty.
[[nodiscard]] CostChange withNewScenario(const review::Costs& costs, const QString& name, std::string_view like = {});
[[nodiscard]] CostChange withScenarioNamed(const review::Costs& costs, std::string_view id, const QString& name);
[[nodiscard]] CostChange withoutScenario(const review::Costs& costs, std::string_view id);
[[nodiscard]] CostChange withChosen(const review::Costs& costs, std::string_view id);
/// "Scenario 2", or "Quick wins 2" for one that is made like another: not taken yet.
[[nodiscard]] QString freeScenarioName(const review::Costs& costs, const QString& like = {});

/// The order in which a list shows the measures: as `previous` where that still fits the scenario, so that nothing
/// moves when a box is ticked; else those of the scenario in its order, then the others.
[[nodiscard]] std::vector<std::string> measureOrder(const review::Costs& costs, const review::CostScenario* scenario,
                                                    const std::vector<std::string>& previous);

} // namespace plumb::ui
