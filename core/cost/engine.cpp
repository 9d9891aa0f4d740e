// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/engine.h"

#include "core/base/json.h"

namespace plumb::cost {
namespace {

/// Asks the source for what was given and takes the catalog's default for the rest.
Numbers bindNumbers(const Fields& given, const std::vector<FieldInfo>& infos, const std::string& owner,
                    const std::string& pointer, const Engine::Source& source) {
    Numbers out;
    for (std::size_t k = 0; k < numberCount(infos); ++k) {
        const bool has = k < given.numbers.size() && given.numbers[k].has_value();
        out.has.push_back(has);
        out.at.push_back(has ? source(*given.numbers[k], owner, infos[k].name, childPointer(pointer, infos[k].name))
                             : Num(infos[k].fallback.value_or(0)));
    }
    return out;
}

} // namespace

Engine::Engine(const Spec& spec, const Source& source) : m_spec(spec) {
    for (std::size_t k = 0; k < spec.items.size(); ++k) {
        const Item& item = spec.items[k];
        ItemState state;
        state.type = item.type;
        state.drivers = bindNumbers(item.fields, infoOf(item.type).fields, item.id,
                                    childPointer(childPointer("", "items"), k), source);
        Numbers& drivers = state.drivers;
        if (item.type == ItemType::Endpoint && !drivers.has[endpoint::HoursOn])
            drivers.at[endpoint::HoursOn] = spec.hoursPerMonth;
        if (item.type == ItemType::Endpoint && !drivers.has[endpoint::Utilisation])
            drivers.at[endpoint::Utilisation] = 1;
        if (item.type == ItemType::BatchTokens)
            state.batchShare = 1;
        m_items.push_back(std::move(state));
    }
    for (std::size_t k = 0; k < spec.measures.size(); ++k) {
        const Measure& measure = spec.measures[k];
        const std::string pointer = childPointer(childPointer("", "measures"), k);
        Bound bound;
        bound.numbers = bindNumbers(measure.fields, infoOf(measure.type).fields, measure.id, pointer, source);
        bound.oneOff = source(measure.oneOff, measure.id, "oneOff", childPointer(pointer, "oneOff"));
        bound.runCost = source(measure.runCost, measure.id, "runCost", childPointer(pointer, "runCost"));
        m_measures.push_back(std::move(bound));
    }
}

std::vector<ItemState> Engine::states(const Scenario& scenario, std::span<const double> levels) const {
    std::vector<ItemState> states = m_items;
    for (std::size_t n = 0; n < scenario.measures.size(); ++n) {
        const std::size_t k = scenario.measures[n];
        if (levels[n] > 0)
            applyMeasure({m_spec.measures[k], m_measures[k].numbers, levels[n], m_spec.hoursPerMonth}, states);
    }
    return states;
}

Num Engine::cost(const ItemState& state) const {
    const double hours = m_spec.hoursPerMonth;
    Num cost = state.moved;
    if (!state.retained.known() || state.retained.value() != 0)
        cost = state.retained * ownCost(state, hours) + state.moved;
    cost = state.costFactor * cost;
    for (const Commitment& commitment : state.commitments) {
        const Num covered = commitment.perHour / (1.0 - commitment.discount);
        cost = hours * (commitment.perHour + max(cost / hours - covered, 0.0));
    }
    return cost;
}

Num Engine::runCosts(const Scenario& scenario, std::span<const double> paid) const {
    Num sum = 0;
    for (std::size_t n = 0; n < scenario.measures.size(); ++n)
        sum = sum + Num(paid[n]) * m_measures[scenario.measures[n]].runCost;
    return sum;
}

Num Engine::monthly(const Scenario& scenario, const Effect& effect) const {
    Num sum = 0;
    for (const ItemState& state : states(scenario, effect.levels))
        sum = sum + cost(state);
    return sum + runCosts(scenario, effect.paid);
}

Num Engine::baseline() const {
    Num sum = 0;
    for (const ItemState& state : m_items)
        sum = sum + cost(state);
    return sum;
}

Num Engine::oneOff(const Scenario& scenario) const {
    Num sum = 0;
    for (const std::size_t k : scenario.measures)
        sum = sum + m_measures[k].oneOff;
    return sum;
}

} // namespace plumb::cost
