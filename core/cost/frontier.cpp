// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/frontier.h"

#include "core/cost/frontier_search.h"
#include "core/cost/groups.h"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

/// Every set of one group that breaks no rule; measures by position in the whole specification.
std::vector<FrontierPoint> pointsOf(const Group& group, const std::vector<std::size_t>& candidates) {
    const Engine engine = meanEngine(group.spec);
    const double base = engine.baseline().value();
    const std::vector<Measure>& measures = group.spec.measures;
    std::vector<FrontierPoint> out;
    std::vector<bool> members(measures.size());
    const auto in = [&members](std::size_t k) { return k != kNowhere && members[k]; };
    for (std::size_t mask = 0; mask < std::size_t{1} << measures.size(); ++mask) {
        for (std::size_t k = 0; k < measures.size(); ++k)
            members[k] = (mask >> k & 1u) != 0;
        FrontierPoint point;
        bool allowed = true;
        for (std::size_t k = 0; k < measures.size() && allowed; ++k) {
            if (!members[k])
                continue;
            allowed = std::none_of(measures[k].excludes.begin(), measures[k].excludes.end(), in) &&
                      std::all_of(measures[k].prerequisites.begin(), measures[k].prerequisites.end(), in);
            point.effort += measures[k].effort;
            point.measures.push_back(candidates[group.members[k]]);
        }
        if (!allowed)
            continue;
        point.saving = base - engine.monthly(group.all, effectOf(group.spec, group.all, members)).value();
        out.push_back(std::move(point));
    }
    return efficient(std::move(out));
}

/// At most kMostFrontierPoints of them, both ends among them.
std::vector<FrontierPoint> thinned(std::vector<FrontierPoint> points) {
    if (points.size() <= kMostFrontierPoints)
        return points;
    std::vector<FrontierPoint> out;
    for (std::size_t k = 0; k < kMostFrontierPoints; ++k)
        out.push_back(std::move(points[k * (points.size() - 1) / (kMostFrontierPoints - 1)]));
    return out;
}

/// The efficient ones among all sums of two frontiers. Only these get their list of measures.
std::vector<FrontierPoint> sums(const std::vector<FrontierPoint>& a, const std::vector<FrontierPoint>& b) {
    struct Sum {
        double effort, saving;
        std::uint32_t i, j;
    };
    std::vector<Sum> all;
    all.reserve(a.size() * b.size());
    for (std::uint32_t i = 0; i < a.size(); ++i)
        for (std::uint32_t j = 0; j < b.size(); ++j)
            all.push_back({a[i].effort + b[j].effort, a[i].saving + b[j].saving, i, j});
    std::stable_sort(all.begin(), all.end(), [](const Sum& x, const Sum& y) {
        return x.effort != y.effort ? x.effort < y.effort : x.saving > y.saving;
    });
    std::vector<FrontierPoint> out;
    for (const Sum& sum : all) {
        if (!out.empty() && sum.saving <= out.back().saving)
            continue;
        out.push_back({sum.effort, sum.saving, a[sum.i].measures, false});
        const std::vector<std::size_t>& more = b[sum.j].measures;
        out.back().measures.insert(out.back().measures.end(), more.begin(), more.end());
    }
    return out;
}

void markHull(std::vector<FrontierPoint>& points) {
    std::vector<std::size_t> hull;
    const auto slope = [&points](std::size_t a, std::size_t b) {
        return (points[b].saving - points[a].saving) / (points[b].effort - points[a].effort);
    };
    for (std::size_t k = 0; k < points.size(); ++k) {
        while (hull.size() > 1 && slope(hull[hull.size() - 2], hull.back()) < slope(hull.back(), k))
            hull.pop_back();
        hull.push_back(k);
    }
    for (FrontierPoint& point : points)
        point.onHull = false;
    for (const std::size_t k : hull)
        points[k].onHull = true;
}

} // namespace

std::vector<FrontierPoint> efficient(std::vector<FrontierPoint> points) {
    std::stable_sort(points.begin(), points.end(), [](const FrontierPoint& a, const FrontierPoint& b) {
        return a.effort != b.effort ? a.effort < b.effort : a.saving > b.saving;
    });
    std::vector<FrontierPoint> out;
    for (FrontierPoint& point : points)
        if (out.empty() || point.saving > out.back().saving)
            out.push_back(std::move(point));
    markHull(out);
    return out;
}

Result<std::vector<FrontierPoint>> frontier(const Spec& spec, const std::vector<std::size_t>& candidates) {
    for (const Group& group : groupsOf(spec, candidates))
        if (group.members.size() > kMostTogether)
            return fail(ErrorKind::Usage, "cost.frontier",
                        fmt::format("{} measures act on the same items; a frontier can be found for at most {}.",
                                    group.members.size(), kMostTogether),
                        spec.measures[candidates[group.members.front()]].id);
    return findFrontier(spec, candidates).points;
}

FoundFrontier findFrontier(const Spec& spec, const std::vector<std::size_t>& candidates) {
    FoundFrontier out;
    out.points.resize(1); // the empty set
    for (const Group& group : groupsOf(spec, candidates)) {
        const bool everySet = group.members.size() <= kMostTogether;
        out.complete = out.complete && everySet;
        out.points = thinned(
            sums(out.points, thinned(everySet ? pointsOf(group, candidates) : searchedPoints(group, candidates))));
    }
    for (FrontierPoint& point : out.points)
        std::sort(point.measures.begin(), point.measures.end());
    markHull(out.points);
    return out;
}

} // namespace plumb::cost
