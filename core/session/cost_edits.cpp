// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/cost_edits.h"

#include "core/session/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::session {
namespace {

using review::CostMeasure;
using review::Costs;
using review::CostScenario;

bool has(const std::vector<std::string>& list, std::string_view id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

/// `things` have an id and a name.
template <typename T>
Result<std::string> idNamed(const std::vector<T>& things, std::string_view name, const char* what, const char* error) {
    std::vector<std::string> named, known;
    const std::string folded = foldName(name);
    for (const T& thing : things) {
        if (thing.id == name)
            return thing.id;
        if (foldName(thing.name) == folded || foldName(thing.id) == folded)
            named.push_back(thing.id);
        known.push_back(thing.id);
        if (thing.name != thing.id)
            known.push_back(thing.name);
    }
    if (named.size() == 1)
        return named.front();
    std::vector<std::string> args{std::string(name)};
    if (named.size() > 1) {
        args.insert(args.end(), named.begin(), named.end());
        return fail(ErrorKind::Usage, "session.ambiguousName",
                    fmt::format("There are {} {}s \"{}\"; say which by its id: {}.", named.size(), what,
                                shorten(name, 60), fmt::join(named, ", ")),
                    std::string(name), std::move(args));
    }
    const std::vector<std::string> near = nearestNames(name, known);
    args.insert(args.end(), near.begin(), near.end());
    const std::string help = things.empty() ? std::string(" It has none yet.") : didYouMean(near);
    return fail(ErrorKind::Usage, error,
                fmt::format("The cost model has no {} \"{}\".{}", what, shorten(name, 60), help), std::string(name),
                std::move(args));
}

CostScenario* scenarioOf(Costs& costs, std::string_view id) {
    const auto it = std::find_if(costs.scenarios.begin(), costs.scenarios.end(),
                                 [&](const CostScenario& scenario) { return scenario.id == id; });
    return it == costs.scenarios.end() ? nullptr : &*it;
}

bool exclude(const Costs& costs, const std::string& a, const std::string& b) {
    const CostMeasure *first = costs.findMeasure(a), *second = costs.findMeasure(b);
    return (first && has(first->excludes, b)) || (second && has(second->excludes, a));
}

/// The measures with all that they need, what is needed first; a circle is followed once.
std::vector<std::string> withPrerequisites(const Costs& costs, const std::vector<std::string>& measures) {
    struct Step {
        std::string id;
        std::size_t next = 0;
    };
    std::vector<std::string> out, seen;
    for (const std::string& wanted : measures) {
        std::vector<Step> path;
        const auto enter = [&](const std::string& id) {
            if (has(seen, id) || !costs.findMeasure(id))
                return;
            seen.push_back(id);
            path.push_back({id});
        };
        enter(wanted);
        while (!path.empty()) {
            const std::vector<std::string>& needed = costs.findMeasure(path.back().id)->prerequisites;
            if (path.back().next < needed.size()) {
                enter(needed[path.back().next++]);
            } else {
                out.push_back(path.back().id);
                path.pop_back();
            }
        }
    }
    return out;
}

/// The measures with all in `among` that need them.
std::vector<std::string> withDependents(const Costs& costs, std::vector<std::string> measures,
                                        const std::vector<std::string>& among) {
    for (std::size_t k = 0; k < measures.size(); ++k)
        for (const std::string& other : among)
            if (const CostMeasure* measure = costs.findMeasure(other);
                measure && has(measure->prerequisites, measures[k]) && !has(measures, other))
                measures.push_back(other);
    return measures;
}

std::vector<std::string> take(std::vector<std::string>& from, const std::vector<std::string>& out) {
    std::vector<std::string> gone;
    std::erase_if(from, [&](const std::string& id) {
        const bool goes = has(out, id);
        if (goes)
            gone.push_back(id);
        return goes;
    });
    return gone;
}

} // namespace

Result<std::string> costItemNamed(const Costs& costs, std::string_view name) {
    return idNamed(costs.items, name, "item", "session.unknownItem");
}

Result<std::string> costMeasureNamed(const Costs& costs, std::string_view name) {
    return idNamed(costs.measures, name, "measure", "session.unknownMeasure");
}

Result<std::string> costScenarioNamed(const Costs& costs, std::string_view name) {
    return idNamed(costs.scenarios, name, "scenario", "session.unknownScenario");
}

std::vector<std::string> switchOn(Costs& costs, std::string_view scenario, const std::vector<std::string>& measures,
                                  const SwitchOptions& options) {
    CostScenario* target = scenarioOf(costs, scenario);
    if (!target)
        return {};
    std::vector<std::string> added;
    for (const std::string& id : options.prerequisites ? withPrerequisites(costs, measures) : measures)
        if (costs.findMeasure(id) && !has(target->measures, id) && !has(added, id))
            added.push_back(id);
    if (options.dropExcluded) {
        std::vector<std::string> excluded;
        for (const std::string& there : target->measures)
            if (std::any_of(added.begin(), added.end(),
                            [&](const std::string& id) { return exclude(costs, id, there); }))
                excluded.push_back(there);
        take(target->measures, withDependents(costs, excluded, target->measures));
    }
    target->measures.insert(target->measures.end(), added.begin(), added.end());
    return added;
}

std::vector<std::string> switchOff(Costs& costs, std::string_view scenario, const std::vector<std::string>& measures,
                                   bool dependents) {
    CostScenario* target = scenarioOf(costs, scenario);
    if (!target)
        return {};
    return take(target->measures, dependents ? withDependents(costs, measures, target->measures) : measures);
}

std::vector<std::string> measuresOnlyOn(const Costs& costs, const std::vector<std::string>& items) {
    std::vector<std::string> out;
    for (const CostMeasure& measure : costs.measures)
        if (!measure.items.empty() && std::all_of(measure.items.begin(), measure.items.end(),
                                                  [&](const std::string& id) { return has(items, id); }))
            out.push_back(measure.id);
    return out;
}

void removeItems(Costs& costs, const std::vector<std::string>& items) {
    removeMeasures(costs, measuresOnlyOn(costs, items));
    for (CostMeasure& measure : costs.measures)
        take(measure.items, items);
    std::erase_if(costs.items, [&](const review::CostItem& item) { return has(items, item.id); });
}

void removeMeasures(Costs& costs, const std::vector<std::string>& measures) {
    std::erase_if(costs.measures, [&](const CostMeasure& measure) { return has(measures, measure.id); });
    for (CostMeasure& measure : costs.measures) {
        take(measure.excludes, measures);
        take(measure.prerequisites, measures);
    }
    for (CostScenario& scenario : costs.scenarios)
        take(scenario.measures, measures);
}

void removeScenarios(Costs& costs, const std::vector<std::string>& scenarios) {
    std::erase_if(costs.scenarios, [&](const CostScenario& scenario) { return has(scenarios, scenario.id); });
    if (has(scenarios, costs.settings.scenario))
        costs.settings.scenario.clear();
}

} // namespace plumb::session
