// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/sequence.h"

#include "core/score/closure.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

namespace plumb::score {
namespace {

using Mask = std::uint64_t;
using Indices = std::vector<std::size_t>;

/// A block of Sidney's decomposition, in the order found.
struct Block {
    Indices order;
    double weight = 0.0, days = 0.0, objective = 0.0, bound = 0.0;
    std::size_t first = 0; ///< its first job in the list
    [[nodiscard]] double ratio() const { return weight / days; }
};

double objectiveOf(const std::vector<Job>& jobs, const Indices& order) {
    double sum = 0.0, at = 0.0;
    for (const std::size_t i : order) {
        at += jobs[i].days;
        sum += jobs[i].weight * at;
    }
    return sum;
}

/// Needs of each job of the block as bits of the block.
std::vector<Mask> needsWithin(const std::vector<Job>& jobs, const Indices& block) {
    std::vector<Mask> needs(block.size(), 0);
    for (std::size_t i = 0; i < block.size(); ++i)
        for (const std::size_t before : jobs[block[i]].after)
            if (const auto it = std::lower_bound(block.begin(), block.end(), before);
                it != block.end() && *it == before)
                needs[i] |= Mask{1} << (it - block.begin());
    return needs;
}

/// All sets that may be done first, by size, each size sorted; nothing when there are too many.
std::optional<std::vector<std::vector<Mask>>> downSets(const std::vector<Mask>& needs) {
    std::vector<std::vector<Mask>> layers{{0}};
    std::size_t count = 1;
    while (layers.size() <= needs.size()) {
        std::vector<Mask> next;
        for (const Mask set : layers.back())
            for (std::size_t i = 0; i < needs.size(); ++i)
                if ((set >> i & 1U) == 0 && (needs[i] & ~set) == 0)
                    next.push_back(set | Mask{1} << i);
        std::sort(next.begin(), next.end());
        next.erase(std::unique(next.begin(), next.end()), next.end());
        count += next.size();
        if (count > kMaxDownSets)
            return std::nullopt;
        layers.push_back(std::move(next));
    }
    return layers;
}

/// The cheapest way from every down-set to the end, then forward along it; of equal ways the one whose jobs come first
/// in the list.
std::optional<Indices> solveExactly(const std::vector<Job>& jobs, const Indices& block) {
    if (block.size() > kMaxBlock)
        return std::nullopt;
    const std::vector<Mask> needs = needsWithin(jobs, block);
    const auto layers = downSets(needs);
    if (!layers)
        return std::nullopt;
    std::vector<std::vector<double>> costs(layers->size()); // to the end
    const auto costAt = [&](std::size_t layer, Mask set) {
        const auto& sets = (*layers)[layer];
        return costs[layer][static_cast<std::size_t>(std::lower_bound(sets.begin(), sets.end(), set) - sets.begin())];
    };
    const auto eachNext = [&](Mask set, auto visit) {
        double done = 0.0;
        for (std::size_t i = 0; i < block.size(); ++i)
            done += (set >> i & 1U) != 0 ? jobs[block[i]].days : 0.0;
        for (std::size_t i = 0; i < block.size(); ++i)
            if ((set >> i & 1U) == 0 && (needs[i] & ~set) == 0)
                visit(i, jobs[block[i]].weight * (done + jobs[block[i]].days));
    };
    costs.back() = {0.0};
    for (std::size_t layer = layers->size() - 1; layer-- > 0;)
        for (const Mask set : (*layers)[layer]) {
            double least = std::numeric_limits<double>::infinity();
            eachNext(set, [&](std::size_t i, double cost) {
                least = std::min(least, cost + costAt(layer + 1, set | Mask{1} << i));
            });
            costs[layer].push_back(least);
        }
    Indices order;
    Mask set = 0;
    for (std::size_t layer = 0; layer + 1 < layers->size(); ++layer) {
        const double least = costAt(layer, set), room = 1e-12 * (1.0 + least);
        std::optional<std::size_t> taken;
        eachNext(set, [&](std::size_t i, double cost) {
            if (!taken && cost + costAt(layer + 1, set | Mask{1} << i) <= least + room)
                taken = i;
        });
        order.push_back(block[*taken]);
        set |= Mask{1} << *taken;
    }
    return order;
}

/// The jobs of the block that must be done for one of them, itself last; `done` are left out.
void closureOf(const std::vector<Job>& jobs, const Indices& block, std::size_t job, std::vector<bool>& done,
               Indices& out) {
    done[job] = true;
    Indices before = jobs[job].after;
    std::sort(before.begin(), before.end());
    for (const std::size_t i : before)
        if (!done[i] && std::binary_search(block.begin(), block.end(), i))
            closureOf(jobs, block, i, done, out);
    out.push_back(job);
}

/// Again and again the job whose own closure is worth most for its days.
Indices bestClosureFirst(const std::vector<Job>& jobs, const Indices& block) {
    Indices order;
    std::vector<bool> done(jobs.size(), false);
    while (order.size() < block.size()) {
        Indices best;
        double bestRatio = -1.0;
        for (const std::size_t i : block) {
            if (done[i])
                continue;
            std::vector<bool> tried = done;
            Indices closure;
            closureOf(jobs, block, i, tried, closure);
            double weight = 0.0, days = 0.0;
            for (const std::size_t k : closure) {
                weight += jobs[k].weight;
                days += jobs[k].days;
            }
            if (weight / days > bestRatio) {
                bestRatio = weight / days;
                best = std::move(closure);
            }
        }
        for (const std::size_t i : best)
            done[i] = true;
        order.insert(order.end(), best.begin(), best.end());
    }
    return order;
}

/// Moves single jobs to earlier places while that helps.
void improve(const std::vector<Job>& jobs, Indices& order) {
    for (bool better = true; better;) {
        better = false;
        for (std::size_t at = 1; at < order.size(); ++at) {
            const Job& job = jobs[order[at]];
            double gain = 0.0, bestGain = 1e-9 * (1.0 + job.weight * job.days);
            std::size_t to = at;
            for (std::size_t k = at; k-- > 0;) { // passing the job at k
                if (std::find(job.after.begin(), job.after.end(), order[k]) != job.after.end())
                    break;
                gain += job.weight * jobs[order[k]].days - jobs[order[k]].weight * job.days;
                if (gain > bestGain) {
                    bestGain = gain;
                    to = k;
                }
            }
            if (to == at)
                continue;
            std::rotate(order.begin() + static_cast<std::ptrdiff_t>(to),
                        order.begin() + static_cast<std::ptrdiff_t>(at),
                        order.begin() + static_cast<std::ptrdiff_t>(at) + 1);
            better = true;
        }
    }
}

Block solve(const std::vector<Job>& jobs, const Indices& members) {
    Block block;
    double squares = 0.0;
    for (const std::size_t i : members) {
        block.weight += jobs[i].weight;
        block.days += jobs[i].days;
        squares += jobs[i].days * jobs[i].days;
    }
    block.first = members.front();
    if (auto exact = members.size() == 1 ? std::optional(members) : solveExactly(jobs, members)) {
        block.order = std::move(*exact);
        block.objective = block.bound = objectiveOf(jobs, block.order);
        return block;
    }
    block.order = bestClosureFirst(jobs, members);
    improve(jobs, block.order);
    block.objective = objectiveOf(jobs, block.order);
    block.bound = (block.weight * block.days + block.ratio() * squares) / 2.0;
    return block;
}

/// Jobs that hang together by needs, each group ascending.
std::vector<Indices> components(const std::vector<Job>& jobs) {
    Indices root(jobs.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](std::size_t i) {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    };
    for (std::size_t i = 0; i < jobs.size(); ++i)
        for (const std::size_t before : jobs[i].after) {
            const std::size_t a = find(i), b = find(before);
            root[std::max(a, b)] = std::min(a, b);
        }
    std::vector<Indices> groups(jobs.size());
    for (std::size_t i = 0; i < jobs.size(); ++i)
        groups[find(i)].push_back(i);
    std::erase_if(groups, [](const Indices& group) { return group.empty(); });
    return groups;
}

} // namespace

Sequenced sequence(const std::vector<Job>& jobs) {
    std::vector<std::vector<Block>> queues; // of each component, its blocks in their order
    for (Indices rest : components(jobs)) {
        auto& queue = queues.emplace_back();
        while (!rest.empty()) {
            const Indices members = densestClosed(jobs, rest);
            queue.push_back(solve(jobs, members));
            Indices left;
            std::set_difference(rest.begin(), rest.end(), members.begin(), members.end(), std::back_inserter(left));
            rest = std::move(left);
        }
        std::reverse(queue.begin(), queue.end()); // the next one last
    }
    Sequenced result;
    double at = 0.0;
    while (!queues.empty()) {
        const auto next = std::max_element(queues.begin(), queues.end(), [](const auto& a, const auto& b) {
            const Block &left = a.back(), &right = b.back();
            return left.ratio() != right.ratio() ? left.ratio() < right.ratio() : left.first > right.first;
        });
        const Block block = std::move(next->back());
        next->pop_back();
        if (next->empty())
            queues.erase(next);
        result.order.insert(result.order.end(), block.order.begin(), block.order.end());
        result.objective += block.weight * at + block.objective;
        result.bound += block.weight * at + block.bound;
        at += block.days;
    }
    return result;
}

} // namespace plumb::score
