// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Looking up in the stored cost model.
#include "core/review/costs.h"

#include <algorithm>

namespace plumb::review {
namespace {

template <class T> const T* withId(const std::vector<T>& list, std::string_view id) noexcept {
    const auto it = std::find_if(list.begin(), list.end(), [&](const T& one) { return one.id == id; });
    return it == list.end() ? nullptr : &*it;
}

} // namespace

const CostItem* Costs::findItem(std::string_view id) const noexcept {
    return withId(items, id);
}

const CostMeasure* Costs::findMeasure(std::string_view id) const noexcept {
    return withId(measures, id);
}

const CostScenario* Costs::findScenario(std::string_view id) const noexcept {
    return withId(scenarios, id);
}

const CostScenario* Costs::chosen() const noexcept {
    if (const CostScenario* named = findScenario(settings.scenario))
        return named;
    return scenarios.empty() ? nullptr : &scenarios.front();
}

bool Costs::untouched() const {
    return *this == Costs{};
}

} // namespace plumb::review
