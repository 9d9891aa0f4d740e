// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dinkelbach's iteration over ratios; each step is one minimum cut (Picard's closure problem, Dinic's flow).
#include "core/score/closure.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace plumb::score {
namespace {

class Flow {
public:
    explicit Flow(std::size_t nodes) : m_edges(nodes), m_level(nodes), m_next(nodes) {}

    void connect(std::size_t from, std::size_t to, double capacity) {
        m_edges[from].push_back({to, m_edges[to].size(), capacity});
        m_edges[to].push_back({from, m_edges[from].size() - 1, 0.0});
    }
    /// Pushes all it can; what is then reachable from the source is its side of the cut.
    std::vector<bool> cut(std::size_t source, std::size_t sink, double small) {
        m_small = small;
        while (spread(source, sink)) {
            std::fill(m_next.begin(), m_next.end(), std::size_t{0});
            while (push(source, sink, std::numeric_limits<double>::infinity()) > 0.0) {
            }
        }
        std::vector<bool> side(m_edges.size());
        for (std::size_t i = 0; i < side.size(); ++i)
            side[i] = m_level[i] >= 0;
        return side;
    }

private:
    struct Edge {
        std::size_t to, back;
        double room;
    };
    bool spread(std::size_t source, std::size_t sink) {
        std::fill(m_level.begin(), m_level.end(), -1);
        std::vector<std::size_t> queue{source};
        m_level[source] = 0;
        for (std::size_t at = 0; at < queue.size(); ++at)
            for (const Edge& edge : m_edges[queue[at]])
                if (edge.room > m_small && m_level[edge.to] < 0) {
                    m_level[edge.to] = m_level[queue[at]] + 1;
                    queue.push_back(edge.to);
                }
        return m_level[sink] >= 0;
    }
    double push(std::size_t node, std::size_t sink, double amount) {
        if (node == sink)
            return amount;
        for (std::size_t& i = m_next[node]; i < m_edges[node].size(); ++i) {
            Edge& edge = m_edges[node][i];
            if (edge.room <= m_small || m_level[edge.to] != m_level[node] + 1)
                continue;
            const double pushed = push(edge.to, sink, std::min(amount, edge.room));
            if (pushed > 0.0) {
                edge.room -= pushed;
                m_edges[edge.to][edge.back].room += pushed;
                return pushed;
            }
        }
        return 0.0;
    }

    std::vector<std::vector<Edge>> m_edges;
    std::vector<int> m_level;
    std::vector<std::size_t> m_next;
    double m_small = 0.0;
};

struct Sums {
    double weight = 0.0, days = 0.0;
    [[nodiscard]] double ratio() const { return weight / days; }
};

Sums sumsOf(const std::vector<Job>& jobs, const std::vector<std::size_t>& set) {
    Sums sums;
    for (const std::size_t i : set) {
        sums.weight += jobs[i].weight;
        sums.days += jobs[i].days;
    }
    return sums;
}

/// The closed set with the largest sum of weight - ratio x days; empty when no sum is above nothing.
std::vector<std::size_t> heaviestClosed(const std::vector<Job>& jobs, const std::vector<std::size_t>& among,
                                        double ratio, double small) {
    const std::size_t source = among.size(), sink = source + 1;
    Flow flow(sink + 1);
    for (std::size_t i = 0; i < among.size(); ++i) {
        const Job& job = jobs[among[i]];
        const double profit = job.weight - ratio * job.days;
        profit > 0.0 ? flow.connect(source, i, profit) : flow.connect(i, sink, -profit);
        for (const std::size_t before : job.after)
            if (const auto it = std::lower_bound(among.begin(), among.end(), before);
                it != among.end() && *it == before)
                flow.connect(i, static_cast<std::size_t>(it - among.begin()), std::numeric_limits<double>::infinity());
    }
    const std::vector<bool> side = flow.cut(source, sink, small);
    std::vector<std::size_t> set;
    for (std::size_t i = 0; i < among.size(); ++i)
        if (side[i])
            set.push_back(among[i]);
    return set;
}

} // namespace

std::vector<std::size_t> densestClosed(const std::vector<Job>& jobs, const std::vector<std::size_t>& among) {
    std::vector<std::size_t> best = among;
    const double small = 1e-12 * std::max(sumsOf(jobs, among).weight, 1e-300);
    for (std::size_t round = 0; round <= among.size() && best.size() > 1; ++round) {
        const double ratio = sumsOf(jobs, best).ratio();
        std::vector<std::size_t> better = heaviestClosed(jobs, among, ratio, small);
        if (better.empty() || !(sumsOf(jobs, better).ratio() > ratio * (1.0 + 1e-12)))
            break;
        best = std::move(better);
    }
    return best;
}

} // namespace plumb::score
