// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/score_causes.h"

#include <array>
#include <bit>
#include <cstdint>
#include <optional>

namespace plumb::compare {
namespace {

/// What can be swapped between the states, one bit each: set means "as in the second state".
constexpr unsigned kAnswers = 1, kLens = 2, kScope = 4, kWeights = 8;
constexpr unsigned kSwitches = 4, kHybrids = 1U << kSwitches;

/// Shapley: the share of all orders in which exactly this many others were swapped before.
constexpr std::array<double, kSwitches> kShare{1.0 / 4, 1.0 / 12, 1.0 / 12, 1.0 / 4};

double shareOf(unsigned others) {
    return kShare[static_cast<std::size_t>(std::popcount(others))];
}

/// A question in all hybrids: penalty in halves or -1, by answers, lens and scope; weight by weights.
struct Row {
    std::array<std::int8_t, 8> halves{};
    std::array<double, 2> weight{};
    [[nodiscard]] int at(unsigned hybrid) const noexcept { return halves[hybrid & 7U]; }
    [[nodiscard]] double weightAt(unsigned hybrid) const noexcept { return weight[hybrid & kWeights ? 1 : 0]; }
};

/// A question that one side has brings its answer, marks and weight along: nothing of it can be swapped but the lens.
Row rowOfOne(const Side& side, bool isNew) {
    const int halves = halvesOf(side.score->state, side.score->worst);
    Row row;
    for (unsigned hybrid = 0; hybrid < 8; ++hybrid)
        row.halves[hybrid] = static_cast<std::int8_t>(((hybrid & kLens) != 0) == isNew ? halves : -1);
    row.weight.fill(side.score->weight);
    return row;
}

Row rowOf(const Pair& pair) {
    if (!pair.both())
        return rowOfOne(pair.shown(), pair.after.there());
    const Side &a = pair.before, &b = pair.after;
    Row row;
    row.weight = {a.score->weight, b.score->weight};
    const bool plain = pair.sameLens && pair.sameMarks;
    for (unsigned hybrid = 0; hybrid < 8; ++hybrid) {
        const Side& lens = hybrid & kLens ? b : a;
        lens::State state = hybrid & kAnswers ? b.score->state : a.score->state;
        if (!plain && hybrid != 0 && hybrid != 7)
            state = hybridState(*lens.question, hybrid & kAnswers ? *b.answer : *a.answer,
                                hybrid & kScope ? *b.answer : *a.answer);
        row.halves[hybrid] = static_cast<std::int8_t>(halvesOf(state, lens.score->worst));
    }
    return row;
}

/// Mean penalty over what is answered, and its weight.
struct Hybrid {
    double weight = 0, penalty = 0, mean = 0;
    bool empty() const noexcept { return weight <= 0; }
};
using Hybrids = std::array<Hybrid, kHybrids>;

Hybrids hybridsOf(const std::vector<Row>& rows) {
    Hybrids all;
    for (unsigned h = 0; h < kHybrids; ++h) {
        for (const Row& row : rows)
            if (row.at(h) >= 0) {
                all[h].weight += row.weightAt(h);
                all[h].penalty += row.weightAt(h) * 0.5 * row.at(h);
            }
        all[h].mean = all[h].empty() ? 0 : all[h].penalty / all[h].weight;
    }
    // A hybrid without an answer speaks for neither side: it stands halfway.
    const double halfway = (all.front().mean + all.back().mean) / 2;
    for (Hybrid& hybrid : all)
        if (hybrid.empty())
            hybrid.mean = halfway;
    return all;
}

double shapley(const Hybrids& hybrids, unsigned swapped) {
    double sum = 0;
    for (unsigned h = 0; h < kHybrids; ++h)
        if (!(h & swapped))
            sum += shareOf(h) * (hybrids[h].mean - hybrids[h | swapped].mean);
    return 100 * sum;
}

/// Splits what the answers did in one hybrid among the questions. With P = R W on both sides,
/// P1 - P0 = W' (R1 - R0) + R' (W1 - W0), W' and R' the means of both sides; so
/// R1 - R0 = sum over questions of (dp - R' dw) / W', exactly, and a question that did not move has none of it.
class Split {
public:
    Split(const Hybrids& hybrids, std::vector<double>& points, ScoreCauses& causes)
        : m_hybrids(hybrids), m_points(points), m_causes(causes) {}

    void add(const std::vector<Row>& rows, unsigned h) {
        const Hybrid &from = m_hybrids[h], &to = m_hybrids[h | kAnswers];
        if (from.empty() && to.empty())
            return;
        const double scale = 100 * shareOf(h) / ((from.weight + to.weight) / 2);
        const double mean = (from.mean + to.mean) / 2;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const int old = rows[i].at(h), now = rows[i].at(h | kAnswers);
            if (old == now)
                continue;
            const double weight = rows[i].weightAt(h) * scale;
            if (old < 0)
                give(m_causes.firstAnswers, i, weight * (mean - 0.5 * now));
            else if (now < 0)
                give(m_causes.lostAnswers, i, weight * (0.5 * old - mean));
            else
                give(now < old ? m_causes.betterAnswers : m_causes.worseAnswers, i, weight * 0.5 * (old - now));
        }
    }

private:
    void give(double& part, std::size_t question, double points) {
        part += points;
        m_points[question] += points;
    }
    const Hybrids& m_hybrids;
    std::vector<double>& m_points;
    ScoreCauses& m_causes;
};

} // namespace

Causes causesOf(const std::vector<Pair>& pairs, const score::ScopeScore& before, const score::ScopeScore& after) {
    Causes causes;
    causes.points.assign(pairs.size(), 0.0);
    causes.all.before = before.score.value_or(0);
    causes.all.after = after.score.value_or(0);
    causes.all.known = before.score && after.score;
    if (!causes.all.known)
        return causes;
    std::vector<Row> rows;
    rows.reserve(pairs.size());
    for (const Pair& pair : pairs)
        rows.push_back(rowOf(pair));
    const Hybrids hybrids = hybridsOf(rows);
    causes.all.lens = shapley(hybrids, kLens);
    causes.all.scope = shapley(hybrids, kScope);
    causes.all.weights = shapley(hybrids, kWeights);
    Split split(hybrids, causes.points, causes.all);
    for (unsigned h = 0; h < kHybrids; ++h)
        if (!(h & kAnswers))
            split.add(rows, h);
    return causes;
}

} // namespace plumb::compare
