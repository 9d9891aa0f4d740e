// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/groups.h"
#include "core/cost/picture_parts.h"

#include <algorithm>

namespace plumb::cost {
namespace {

bool contains(const std::vector<std::size_t>& list, std::size_t k) {
    return std::find(list.begin(), list.end(), k) != list.end();
}

/// One of the two excludes the other.
bool apart(const std::vector<Measure>& measures, std::size_t a, std::size_t b) {
    return contains(measures[a].excludes, b) || contains(measures[b].excludes, a);
}

} // namespace

std::vector<double> savingsAlone(const Spec& spec, const std::vector<std::size_t>& chosen) {
    std::vector<std::size_t> order = chosen; // then the others, each of which so acts last
    std::vector<bool> on(spec.measures.size(), false);
    for (const std::size_t k : chosen)
        on[k] = true;
    for (std::size_t k = 0; k < spec.measures.size(); ++k)
        if (!on[k])
            order.push_back(k);
    std::vector<double> out(spec.measures.size(), 0);
    for (const Group& group : groupsOf(spec, order)) {
        const Engine engine = meanEngine(group.spec);
        const std::vector<Measure>& measures = group.spec.measures;
        std::vector<bool> members;
        for (const std::size_t n : group.members)
            members.push_back(on[order[n]]);
        const auto monthly = [&] {
            return engine.monthly(group.all, effectOf(group.spec, group.all, members)).value();
        };
        const double now = monthly();
        for (std::size_t n = 0; n < measures.size(); ++n) {
            bool allowed = true;
            for (std::size_t other = 0; other < measures.size() && !members[n]; ++other)
                allowed = allowed && !(members[other] && apart(measures, n, other));
            if (!allowed)
                continue;
            members[n] = !members[n];
            const double turned = monthly();
            members[n] = !members[n];
            out[order[group.members[n]]] = members[n] ? turned - now : now - turned;
        }
    }
    return out;
}

} // namespace plumb::cost
