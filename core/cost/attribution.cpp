// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/attribution.h"

#include <bit>
#include <cmath>
#include <numeric>

namespace plumb::cost {
namespace {

/// Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators".
class SplitMix {
public:
    explicit SplitMix(std::uint64_t seed) : m_state(seed) {}
    /// Below `bound`, without bias worth naming (bound is tiny against 2^64).
    std::size_t below(std::size_t bound) {
        m_state += 0x9E3779B97F4A7C15u;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return static_cast<std::size_t>((z ^ (z >> 31)) % bound);
    }

private:
    std::uint64_t m_state;
};

/// Adds what each player brings when they join in this order; gives value(all).
void addJoining(const std::vector<std::size_t>& order, const SetValue& value, double none, std::vector<double>& out) {
    std::vector<bool> members(order.size(), false);
    double before = none;
    for (const std::size_t player : order) {
        members[player] = true;
        const double after = value(members);
        out[player] += after - before;
        before = after;
    }
}

std::vector<std::size_t> inOrder(std::size_t players) {
    std::vector<std::size_t> order(players);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

} // namespace

std::vector<double> waterfall(std::size_t players, const SetValue& value) {
    std::vector<double> out(players, 0.0);
    if (players > 0)
        addJoining(inOrder(players), value, value(std::vector<bool>(players, false)), out);
    return out;
}

Attribution shapleyOfTable(std::size_t players, std::span<const double> table) {
    Attribution out{std::vector<double>(players, 0.0), std::vector<double>(players, 0.0), true};
    // weight of a set of s others: s! (n-1-s)! / n!
    std::vector<double> weight(players, players == 0 ? 0.0 : 1.0 / static_cast<double>(players));
    for (std::size_t s = 1; s < players; ++s)
        weight[s] = weight[s - 1] * static_cast<double>(s) / static_cast<double>(players - s);
    for (std::size_t mask = 0; mask < table.size(); ++mask)
        for (std::size_t i = 0; i < players; ++i)
            if ((mask >> i & 1u) == 0)
                out.values[i] += weight[static_cast<std::size_t>(std::popcount(mask))] *
                                 (table[mask | std::size_t{1} << i] - table[mask]);
    return out;
}

Attribution shapleyExact(std::size_t players, const SetValue& value) {
    std::vector<double> table(std::size_t{1} << players);
    std::vector<bool> members(players);
    for (std::size_t mask = 0; mask < table.size(); ++mask) {
        for (std::size_t i = 0; i < players; ++i)
            members[i] = (mask >> i & 1u) != 0;
        table[mask] = value(members);
    }
    return shapleyOfTable(players, table);
}

Attribution shapleySampled(std::size_t players, const SetValue& value, std::size_t pairs, std::uint64_t seed) {
    SplitMix random(seed);
    std::vector<double> sum(players, 0.0), squares(players, 0.0);
    const double none = value(std::vector<bool>(players, false));
    std::vector<std::size_t> order = inOrder(players);
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        for (std::size_t k = players; k > 1; --k)
            std::swap(order[k - 1], order[random.below(k)]);
        std::vector<double> both(players, 0.0);
        addJoining(order, value, none, both);
        addJoining({order.rbegin(), order.rend()}, value, none, both);
        for (std::size_t i = 0; i < players; ++i) {
            sum[i] += both[i] / 2;
            squares[i] += both[i] / 2 * (both[i] / 2);
        }
    }
    const double n = static_cast<double>(pairs);
    Attribution out{{}, {}, false};
    for (std::size_t i = 0; i < players; ++i) {
        const double mean = sum[i] / n;
        const double variance = std::max(0.0, (squares[i] - n * mean * mean) / (n - 1));
        out.values.push_back(mean);
        out.errors.push_back(std::sqrt(variance / n));
    }
    return out;
}

Attribution shapley(std::size_t players, const SetValue& value, std::size_t pairs, std::uint64_t seed) {
    return players <= kExactPlayers ? shapleyExact(players, value) : shapleySampled(players, value, pairs, seed);
}

std::vector<double> shapleyMultiplicative(double base, std::span<const double> savings) {
    std::vector<double> out;
    for (std::size_t i = 0; i < savings.size(); ++i) {
        std::vector<double> product{1}; // coefficients of the product in t
        for (std::size_t j = 0; j < savings.size(); ++j) {
            if (j == i)
                continue;
            product.push_back(0);
            for (std::size_t k = product.size() - 1; k > 0; --k)
                product[k] -= savings[j] * product[k - 1];
        }
        double integral = 0;
        for (std::size_t k = 0; k < product.size(); ++k)
            integral += product[k] / static_cast<double>(k + 1);
        out.push_back(base * savings[i] * integral);
    }
    return out;
}

std::vector<double> lmdi(double base, std::span<const double> savings) {
    double logs = 0;
    for (const double saving : savings)
        logs -= std::log1p(-saving);
    const double mean = logs == 0 ? base : base * -std::expm1(-logs) / logs;
    std::vector<double> out;
    for (const double saving : savings)
        out.push_back(mean * -std::log1p(-saving));
    return out;
}

} // namespace plumb::cost
