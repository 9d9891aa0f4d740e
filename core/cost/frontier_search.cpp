// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/frontier_search.h"

#include <algorithm>
#include <set>
#include <utility>

namespace plumb::cost {
namespace {

using Members = std::vector<bool>;

/// What a search may cost: sets that are evaluated, and their number times the measures of each.
constexpr std::size_t kMostSets = 30'000;
constexpr std::size_t kMostEffects = 1'000'000;
constexpr std::size_t kWidest = 32; ///< sets of one size that are extended

struct State {
    Members members;
    double effort = 0;
    double saving = 0;
};

class Search {
public:
    explicit Search(const Group& group)
        : m_group(group)
        , m_count(group.spec.measures.size())
        , m_engine(meanEngine(group.spec))
        , m_base(m_engine.baseline().value())
        , m_apart(m_count, Members(m_count, false)) {
        for (std::size_t k = 0; k < m_count; ++k)
            for (const std::size_t other : group.spec.measures[k].excludes)
                m_apart[k][other] = m_apart[other][k] = true;
    }

    /// Every set that was met, the empty one first.
    std::vector<State> run() {
        const std::size_t sets = std::min(kMostSets, kMostEffects / m_count);
        const std::size_t width = std::clamp<std::size_t>(2 * sets / (m_count * m_count), 1, kWidest);
        const std::size_t tries = std::max<std::size_t>(2, 2 * sets / (m_count * width));
        const std::vector<std::size_t> order = byRatio();
        std::vector<State> beam{{Members(m_count, false), 0, 0}};
        std::vector<State> all = beam;
        while (!beam.empty()) {
            std::vector<State> next = extended(beam, order, tries);
            all.insert(all.end(), next.begin(), next.end());
            beam = best(std::move(next), width);
        }
        return all;
    }

private:
    [[nodiscard]] State evaluated(Members members) const {
        State out;
        for (std::size_t k = 0; k < m_count; ++k)
            out.effort += members[k] ? m_group.spec.measures[k].effort : 0;
        const Effect effect = effectOf(m_group.spec, m_group.all, members);
        out.saving = m_base - m_engine.monthly(m_group.all, effect).value();
        out.members = std::move(members);
        return out;
    }

    /// Adds a measure and what it requires; false when that is not allowed. As deep as the longest chain.
    [[nodiscard]] bool join(Members& members, std::size_t k) const {
        if (members[k])
            return true;
        for (std::size_t other = 0; other < m_count; ++other)
            if (members[other] && m_apart[k][other])
                return false;
        members[k] = true;
        const std::vector<std::size_t>& needed = m_group.spec.measures[k].prerequisites;
        return std::all_of(needed.begin(), needed.end(),
                           [&](std::size_t other) { return other != kNowhere && join(members, other); });
    }

    /// Measures by what they save alone for their effort, best first.
    [[nodiscard]] std::vector<std::size_t> byRatio() const {
        std::vector<std::pair<double, std::size_t>> ratios;
        for (std::size_t k = 0; k < m_count; ++k) {
            Members members(m_count, false);
            if (!join(members, k))
                continue;
            const State state = evaluated(std::move(members));
            ratios.emplace_back(-state.saving / std::max(state.effort, 1e-9), k);
        }
        std::sort(ratios.begin(), ratios.end());
        std::vector<std::size_t> order;
        for (const auto& [ratio, k] : ratios)
            order.push_back(k);
        return order;
    }

    [[nodiscard]] std::vector<State> extended(const std::vector<State>& beam, const std::vector<std::size_t>& order,
                                              std::size_t tries) const {
        std::set<Members> seen;
        std::vector<State> out;
        for (const State& state : beam) {
            std::size_t left = tries;
            for (const std::size_t k : order) {
                Members members = state.members;
                if (left == 0 || members[k] || !join(members, k))
                    continue;
                --left;
                if (seen.insert(members).second)
                    out.push_back(evaluated(std::move(members)));
            }
        }
        return out;
    }

    /// At most `width` of them: those that no other beats, then those that only they beat, and so on.
    [[nodiscard]] static std::vector<State> best(std::vector<State> states, std::size_t width) {
        std::stable_sort(states.begin(), states.end(), [](const State& a, const State& b) {
            return a.effort != b.effort ? a.effort < b.effort : a.saving > b.saving;
        });
        std::vector<State> out;
        while (!states.empty() && out.size() < width) {
            std::vector<State> front, rest;
            for (State& state : states)
                (front.empty() || state.saving > front.back().saving ? front : rest).push_back(std::move(state));
            const std::size_t room = std::min(front.size(), width - out.size());
            for (std::size_t k = 0; k < room; ++k)
                out.push_back(std::move(front[room < 2 ? front.size() - 1 : k * (front.size() - 1) / (room - 1)]));
            states = std::move(rest);
        }
        return out;
    }

    const Group& m_group;
    std::size_t m_count;
    Engine m_engine;
    double m_base;
    std::vector<Members> m_apart;
};

} // namespace

std::vector<FrontierPoint> searchedPoints(const Group& group, const std::vector<std::size_t>& candidates) {
    std::vector<FrontierPoint> out;
    for (const State& state : Search(group).run()) {
        FrontierPoint point{state.effort, state.saving, {}, false};
        for (std::size_t k = 0; k < state.members.size(); ++k)
            if (state.members[k])
                point.measures.push_back(candidates[group.members[k]]);
        out.push_back(std::move(point));
    }
    return efficient(std::move(out));
}

} // namespace plumb::cost
