// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/groups.h"

#include "core/cost/evaluate.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace plumb::cost {
namespace {

/// Disjoint sets with path halving.
class Sets {
public:
    explicit Sets(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), std::size_t{0}); }
    std::size_t find(std::size_t k) {
        while (m_parent[k] != k)
            k = m_parent[k] = m_parent[m_parent[k]];
        return k;
    }
    void join(std::size_t a, std::size_t b) { m_parent[find(a)] = find(b); }

private:
    std::vector<std::size_t> m_parent;
};

using Places = std::map<std::size_t, std::size_t>; ///< position in the specification -> new position

std::vector<std::size_t> moved(const std::vector<std::size_t>& old, const Places& places, bool keepMissing) {
    std::vector<std::size_t> out;
    for (const std::size_t k : old) {
        const auto it = places.find(k);
        if (it != places.end())
            out.push_back(it->second);
        else if (keepMissing)
            out.push_back(kNowhere);
    }
    return out;
}

Group groupOf(const Spec& spec, const std::vector<std::size_t>& measures, std::vector<std::size_t> members) {
    Group group;
    group.spec.hoursPerMonth = spec.hoursPerMonth;
    group.spec.horizonMonths = spec.horizonMonths;
    group.spec.discountRate = spec.discountRate;
    Places items, places;
    for (const std::size_t member : members) {
        const Measure& measure = spec.measures[measures[member]];
        for (const std::size_t item : measure.items)
            if (items.emplace(item, group.spec.items.size()).second)
                group.spec.items.push_back(spec.items[item]);
        places.emplace(measures[member], group.all.measures.size());
        group.all.measures.push_back(group.spec.measures.size());
        group.spec.measures.push_back(measure);
    }
    for (Measure& measure : group.spec.measures) {
        measure.items = moved(measure.items, items, false);
        measure.excludes = moved(measure.excludes, places, false);
        measure.prerequisites = moved(measure.prerequisites, places, true);
    }
    group.members = std::move(members);
    return group;
}

/// Level of every measure of a scenario, given what each would have alone: none beyond its prerequisites.
class Chain {
public:
    Chain(const Spec& spec, const Scenario& scenario, std::vector<double> alone)
        : m_spec(spec), m_scenario(scenario), m_levels(std::move(alone)), m_done(scenario.measures.size(), false) {
        for (std::size_t n = 0; n < scenario.measures.size(); ++n)
            m_places.emplace(scenario.measures[n], n);
    }

    std::vector<double> levels() {
        for (std::size_t n = 0; n < m_levels.size(); ++n)
            settle(n);
        return m_levels;
    }

private:
    /// Recursion is as deep as the longest chain of prerequisites, at most kMaxMeasures; circles were refused.
    double settle(std::size_t n) {
        if (m_done[n])
            return m_levels[n];
        m_done[n] = true;
        for (const std::size_t needed : m_spec.measures[m_scenario.measures[n]].prerequisites) {
            const auto it = m_places.find(needed);
            m_levels[n] = std::min(m_levels[n], it == m_places.end() ? 0.0 : settle(it->second));
        }
        return m_levels[n];
    }

    const Spec& m_spec;
    const Scenario& m_scenario;
    std::vector<double> m_levels;
    std::vector<bool> m_done;
    Places m_places;
};

} // namespace

std::vector<Group> groupsOf(const Spec& spec, const std::vector<std::size_t>& measures) {
    Sets sets(measures.size());
    Places places;
    for (std::size_t n = 0; n < measures.size(); ++n)
        places.emplace(measures[n], n);
    Places firstOnItem;
    for (std::size_t n = 0; n < measures.size(); ++n) {
        const Measure& measure = spec.measures[measures[n]];
        for (const std::size_t item : measure.items)
            sets.join(n, firstOnItem.emplace(item, n).first->second);
        for (const auto* links : {&measure.prerequisites, &measure.excludes})
            for (const std::size_t other : *links)
                if (const auto it = places.find(other); it != places.end())
                    sets.join(n, it->second);
    }
    std::map<std::size_t, std::vector<std::size_t>> byRoot;
    std::vector<std::size_t> roots;
    for (std::size_t n = 0; n < measures.size(); ++n) {
        std::vector<std::size_t>& members = byRoot[sets.find(n)];
        if (members.empty())
            roots.push_back(sets.find(n));
        members.push_back(n);
    }
    std::vector<Group> out;
    for (const std::size_t root : roots)
        out.push_back(groupOf(spec, measures, std::move(byRoot[root])));
    return out;
}

Effect effectOf(const Spec& spec, const Scenario& scenario, const std::vector<bool>& members) {
    std::vector<double> alone;
    for (const bool member : members)
        alone.push_back(member ? 1.0 : 0.0);
    Effect effect;
    effect.levels = Chain(spec, scenario, std::move(alone)).levels();
    effect.paid = effect.levels;
    return effect;
}

Effect effectInMonth(const Spec& spec, const Scenario& scenario, int month) {
    Effect effect;
    std::vector<double> alone;
    for (const std::size_t k : scenario.measures) {
        const Measure& measure = spec.measures[k];
        alone.push_back(levelInMonth(measure, month));
        effect.paid.push_back(std::clamp(month - (measure.startMonth - 1), 0.0, 1.0));
    }
    effect.levels = Chain(spec, scenario, std::move(alone)).levels();
    return effect;
}

Engine meanEngine(const Spec& spec) {
    return {spec, [](const Quantity& quantity, const std::string&, std::string_view, const std::string&) {
                return Num(mean(quantity));
            }};
}

} // namespace plumb::cost
