// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/month_spreads.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumb::cost {
namespace {

void add(std::vector<double>& column, const std::vector<double>& values, double times) {
    double* to = column.data();
    const double* from = values.data();
    for (std::size_t i = 0; i < column.size(); ++i)
        to[i] += times * from[i];
}

} // namespace

double standardError(const BlockMoments& moments) {
    const double n = static_cast<double>(moments.count);
    return n > 1 ? std::sqrt(moments.squares / (n - 1)) / std::sqrt(n) : 0;
}

Spread spreadOf(std::span<const double> values, const BlockMoments& moments) {
    static constexpr std::array<double, 3> kShares{0.1, 0.5, 0.9};
    Spread out{moments.mean, standardError(moments), moments.minimum, moments.minimum, moments.minimum};
    if (moments.minimum == moments.maximum)
        return out;
    const std::vector<double> at = quantiles(values, kShares);
    out.p10 = at[0];
    out.p50 = at[1];
    out.p90 = at[2];
    return out;
}

void cumulativeSpreads(const MonthTrials& trials, std::size_t first, std::size_t last, std::vector<double>& column,
                       std::vector<Spread>& out) {
    column.assign(trials.oneOff->values.size(), 0);
    add(column, trials.oneOff->values, -1);
    for (std::size_t state = 0; state < trials.savings.size(); ++state) {
        const auto before = trials.stateIn.first(first == 0 ? 0 : first - 1);
        const auto months = std::count(before.begin(), before.end(), state);
        if (months > 0)
            add(column, trials.savings[state].values, static_cast<double>(months));
    }
    for (std::size_t month = first; month < last; ++month) {
        if (month > 0)
            add(column, trials.savings[trials.stateIn[month - 1]].values, 1);
        out[month] = spreadOf(column, momentsOf(column));
    }
}

} // namespace plumb::cost
