// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The formulas themselves, written once over Num (core/cost/program.h): with known numbers they are evaluated, on a
// tape they are compiled. Only for core/cost; callers use evaluate.h.
#pragma once

#include "core/cost/model.h"
#include "core/cost/program.h"
#include "core/cost/types.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace plumb::cost {

/// The number fields of one item or measure, defaults filled in. `has` tells a given one from a default.
struct Numbers {
    std::vector<Num> at;
    std::vector<bool> has;
};

/// A cache in front of a token stream.
struct CacheUse {
    double level = 1; ///< how far it is rolled out
    Num hitRate;
    Num readFactor;
    Num writeFactor;
    bool incremental = false;
};

/// A spend by the hour that is paid whether used or not.
struct Commitment {
    Num perHour;
    Num discount;
};

/// An item on its way through the measures: drivers first, then what is left of its own formula.
struct ItemState {
    ItemType type = ItemType::Other;
    Numbers drivers;
    std::vector<CacheUse> caches;
    Num batchShare = 0; ///< of a token stream
    Num batchFactor = 0.5;
    Num retained = 1; ///< part still billed by the item's own formula
    Num moved = 0;    ///< cost of what replaced the rest
    Num costFactor = 1;
    Num intensity = 1; ///< carbon of the grid against its mean
    std::vector<Commitment> commitments;
};

/// How far each measure of a scenario is in effect (0 to 1, parallel to Scenario::measures), and for which part of the
/// month its run cost is paid.
struct Effect {
    std::vector<double> levels;
    std::vector<double> paid;
};

class Engine {
public:
    /// Where a number comes from: its mean, or an input of a tape.
    using Source = std::function<Num(const Quantity& quantity, const std::string& owner, std::string_view field,
                                     const std::string& pointer)>;
    /// `spec` must outlive the engine. Asks for each given number once, in the order of the specification.
    Engine(const Spec& spec, const Source& source);

    [[nodiscard]] const Spec& spec() const noexcept { return m_spec; }
    /// All items with the measures of the scenario applied in order.
    [[nodiscard]] std::vector<ItemState> states(const Scenario& scenario, std::span<const double> levels) const;
    /// Cost of one item in a month.
    [[nodiscard]] Num cost(const ItemState& state) const;
    [[nodiscard]] Num runCosts(const Scenario& scenario, std::span<const double> paid) const;
    /// All items and run costs of a month.
    [[nodiscard]] Num monthly(const Scenario& scenario, const Effect& effect) const;
    [[nodiscard]] Num baseline() const;
    [[nodiscard]] Num oneOff(const Scenario& scenario) const;

private:
    struct Bound {
        Numbers numbers;
        Num oneOff;
        Num runCost;
    };
    const Spec& m_spec;
    std::vector<ItemState> m_items;
    std::vector<Bound> m_measures;
};

/// Cost of a month by the item's own formula on its drivers (item_costs.cpp). `hours` is hours per month.
[[nodiscard]] Num ownCost(const ItemState& state, double hours);
/// Tokens of one task: input as billed after caches (in tokens at list price), input and output at list.
struct TaskTokens {
    Num input;
    Num cachedInput;
    Num output;
};
[[nodiscard]] TaskTokens taskTokens(const ItemState& state);

/// Applies one measure at a level above 0 to the states of its scope (measure_effects.cpp).
struct EffectArguments {
    const Measure& measure;
    const Numbers& numbers;
    double level;
    double hours; ///< per month
};
void applyMeasure(const EffectArguments& arguments, std::vector<ItemState>& states);

/// a / b, and 0 where both are 0.
[[nodiscard]] Num ratio(const Num& a, const Num& b);

} // namespace plumb::cost
