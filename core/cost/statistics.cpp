// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/statistics.h"

#include "core/base/parallel.h"
#include "core/cost/beta.h"

#include <algorithm>
#include <cmath>

namespace plumb::cost {
namespace {

constexpr double kZ975 = 1.959963984540054; ///< for 95 % intervals

/// A range of values that should hold some wanted ranks, how many values lie below it, and the values in it.
struct Bracket {
    double low = 0;
    double high = 0;
    std::size_t below = 0;
    std::vector<double> inside;
};

/// From a regular subsample: where rank `rank` of `count` values will be, with three standard deviations to spare.
Bracket bracketFor(std::span<const double> sortedSample, std::size_t firstRank, std::size_t lastRank,
                   std::size_t count) {
    const auto m = static_cast<double>(sortedSample.size());
    const auto end = [&](std::size_t rank, double side) {
        const double share = static_cast<double>(rank) / static_cast<double>(count);
        const double place = share * m + side * (3 * std::sqrt(m * share * (1 - share)) + 4);
        return place;
    };
    const double from = end(firstRank, -1);
    const double to = end(lastRank, 1);
    Bracket bracket;
    bracket.low = from < 0 ? -HUGE_VAL : sortedSample[static_cast<std::size_t>(from)];
    bracket.high = to >= m - 1 ? HUGE_VAL : sortedSample[static_cast<std::size_t>(to)];
    return bracket;
}

/// Adds the part of the numbers that lies in the bracket.
void fill(Bracket& bracket, std::span<const double> values) {
    std::vector<double>& inside = bracket.inside;
    std::size_t used = inside.size();
    const std::size_t whole = values.size() / kBlockLanes * kBlockLanes;
    for (std::size_t start = 0; start < whole; start += kBlockTrials) {
        if (used + kBlockTrials > inside.size())
            inside.resize(std::max(2 * inside.size(), values.size() / 8 + kBlockTrials));
        used += blockOps().within(values.data() + start, std::min(kBlockTrials, whole - start), bracket.low,
                                  bracket.high, inside.data() + used, bracket.below);
    }
    inside.resize(used);
    for (const double x : values.subspan(whole))
        if (x < bracket.low)
            ++bracket.below;
        else if (x <= bracket.high)
            inside.push_back(x);
}

constexpr std::size_t kPiece = 64 * kBlockTrials; ///< numbers that one thread looks through at a time

/// Fills all brackets in one pass over the numbers; the order inside depends on the numbers alone.
void fillAll(std::vector<Bracket>& brackets, std::span<const double> values, std::size_t threads) {
    const std::size_t pieces = (values.size() + kPiece - 1) / kPiece;
    std::vector<std::vector<Bracket>> parts(pieces);
    const auto look = [&](std::size_t piece, std::size_t) {
        const std::size_t first = piece * kPiece;
        const std::span part = values.subspan(first, std::min(kPiece, values.size() - first));
        for (const Bracket& bracket : brackets) {
            parts[piece].push_back({bracket.low, bracket.high, 0, {}});
            fill(parts[piece].back(), part);
        }
    };
    (void)inParallel(pieces, threads, look); // nothing asks it to stop
    for (std::size_t b = 0; b < brackets.size(); ++b)
        for (const std::vector<Bracket>& part : parts) {
            brackets[b].below += part[b].below;
            brackets[b].inside.insert(brackets[b].inside.end(), part[b].inside.begin(), part[b].inside.end());
        }
}

/// Puts `values` in an order in which the wanted places (rising, from 0) are as after sorting.
void arrange(std::vector<double>& values, std::span<const std::size_t> places) {
    auto from = values.begin();
    for (const std::size_t place : places) {
        const auto at = values.begin() + static_cast<std::ptrdiff_t>(place);
        std::nth_element(from, at, values.end());
        from = at + 1;
    }
}

/// The values that sorting would put at `ranks` (rising, different, from 0), all of them in the bracket if the
/// subsample was right.
void nearStatistics(std::span<const double> values, Bracket& bracket, std::span<const std::size_t> ranks, double* out) {
    if (ranks.front() < bracket.below || ranks.back() >= bracket.below + bracket.inside.size())
        bracket = {0, 0, 0, std::vector<double>(values.begin(), values.end())}; // the subsample misled
    std::vector<std::size_t> places(ranks.begin(), ranks.end());
    for (std::size_t& place : places)
        place -= bracket.below;
    arrange(bracket.inside, places);
    for (std::size_t i = 0; i < places.size(); ++i)
        out[i] = bracket.inside[places[i]];
}

/// Ranks that lie close together: first and last position of each group.
std::vector<std::pair<std::size_t, std::size_t>> groupsOf(std::span<const std::size_t> ranks, std::size_t count) {
    std::vector<std::pair<std::size_t, std::size_t>> groups;
    for (std::size_t first = 0, last = 0; first < ranks.size(); first = last) {
        for (last = first + 1; last < ranks.size() && ranks[last] - ranks[last - 1] <= count / 50;)
            ++last;
        groups.emplace_back(first, last);
    }
    return groups;
}

/// The values that sorting would put at `ranks` (rising, different, from 0).
std::vector<double> orderStatistics(std::span<const double> values, std::span<const std::size_t> ranks,
                                    std::size_t threads) {
    // A larger subsample takes longer to sort and leaves less to select from; near a 64th of the values both balance.
    constexpr std::size_t kFewest = 32'768, kLargestSample = 4096;
    const auto groups = groupsOf(ranks, values.size());
    std::vector<Bracket> brackets(groups.size()); // empty ones: everything is looked at
    if (values.size() > kFewest) {
        std::vector<double> sample;
        const std::size_t count = std::min(values.size() / 64, kLargestSample);
        for (std::size_t i = 0; i < count; ++i)
            sample.push_back(values[i * values.size() / count]);
        std::sort(sample.begin(), sample.end());
        for (std::size_t g = 0; g < groups.size(); ++g)
            brackets[g] = bracketFor(sample, ranks[groups[g].first], ranks[groups[g].second - 1], values.size());
        fillAll(brackets, values, threads);
    }
    std::vector<double> out(ranks.size());
    const auto order = [&](std::size_t g, std::size_t) {
        const auto [first, last] = groups[g];
        nearStatistics(values, brackets[g], ranks.subspan(first, last - first), out.data() + first);
    };
    (void)inParallel(groups.size(), values.size() > kFewest ? threads : 1, order);
    return out;
}

/// Rank and part of the way to the next one, for R's type 7.
std::pair<std::size_t, double> placeOf(double share, std::size_t count) {
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(count - 1);
    const auto rank = static_cast<std::size_t>(place);
    return {rank, place - static_cast<double>(rank)};
}

/// orderStatistics for ranks in any order, and read out by rank.
class Order {
public:
    Order(std::span<const double> values, std::vector<std::size_t> ranks, std::size_t threads)
        : m_ranks(std::move(ranks)) {
        std::sort(m_ranks.begin(), m_ranks.end());
        m_ranks.erase(std::unique(m_ranks.begin(), m_ranks.end()), m_ranks.end());
        m_values = orderStatistics(values, m_ranks, threads);
    }
    double at(std::size_t rank) const {
        return m_values[static_cast<std::size_t>(std::lower_bound(m_ranks.begin(), m_ranks.end(), rank) -
                                                 m_ranks.begin())];
    }
    double between(std::pair<std::size_t, double> place) const {
        const double low = at(place.first);
        return place.second > 0 ? low + (at(place.first + 1) - low) * place.second : low;
    }

private:
    std::vector<std::size_t> m_ranks;
    std::vector<double> m_values;
};

/// What between() reads.
void want(std::vector<std::size_t>& ranks, std::pair<std::size_t, double> place) {
    ranks.push_back(place.first);
    if (place.second > 0)
        ranks.push_back(place.first + 1);
}

} // namespace

BlockMoments together(const BlockMoments& a, const BlockMoments& b) noexcept {
    if (a.count == 0 || b.count == 0)
        return a.count == 0 ? b : a;
    BlockMoments sum;
    sum.count = a.count + b.count;
    const double n = static_cast<double>(sum.count);
    const double difference = b.mean - a.mean;
    const double share = static_cast<double>(b.count) / n;
    sum.mean = a.mean + difference * share;
    sum.squares = a.squares + b.squares + difference * difference * share * static_cast<double>(a.count);
    sum.minimum = std::min(a.minimum, b.minimum);
    sum.maximum = std::max(a.maximum, b.maximum);
    return sum;
}

BlockMoments momentsOf(std::span<const double> values) noexcept {
    BlockMoments all;
    while (!values.empty()) {
        BlockMoments part;
        const std::size_t whole = std::min(values.size(), kBlockTrials) / kBlockLanes * kBlockLanes;
        if (whole != 0)
            blockOps().moments(values.data(), whole, part);
        else
            part = {1, values[0], 0, values[0], values[0]};
        all = together(all, part);
        values = values.subspan(part.count);
    }
    return all;
}

std::vector<double> quantiles(std::span<const double> values, std::span<const double> shares) {
    std::vector<double> out(shares.size());
    if (values.empty())
        return out;
    std::vector<std::size_t> ranks;
    for (const double share : shares)
        want(ranks, placeOf(share, values.size()));
    const Order order(values, std::move(ranks), 1);
    for (std::size_t i = 0; i < shares.size(); ++i)
        out[i] = order.between(placeOf(shares[i], values.size()));
    return out;
}

Ranks quantileRanks(std::uint64_t count, double share) noexcept {
    if (count == 0 || !(share > 0 && share < 1))
        return {1, count};
    const double n = static_cast<double>(count);
    const double spread = std::sqrt(n * share * (1 - share));
    // Binomial probabilities from where they are negligible; ranks are their 2.5 % and 97.5 % points, the second
    // plus 1.
    const double start = std::max(0.0, std::floor(n * share - 9 * spread - 9));
    double probability = std::exp(logGamma(n + 1) - logGamma(start + 1) - logGamma(n - start + 1) +
                                  start * std::log(share) + (n - start) * std::log1p(-share));
    double below = 0;
    Ranks ranks{1, count};
    bool lowFound = false;
    for (double k = start; k <= n; ++k) {
        below += probability;
        if (!lowFound && below >= 0.025) {
            ranks.low = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(k));
            lowFound = true;
        }
        if (below >= 0.975) {
            ranks.high = std::min<std::uint64_t>(count, static_cast<std::uint64_t>(k) + 1);
            break;
        }
        probability *= (n - k) / (k + 1) * share / (1 - share);
    }
    return ranks;
}

Proportion wilson(std::uint64_t hits, std::uint64_t count) noexcept {
    if (count == 0)
        return {0, {0, 1}};
    const double n = static_cast<double>(count);
    const double p = static_cast<double>(hits) / n;
    const double z2 = kZ975 * kZ975;
    const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    const double half = kZ975 / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return {p, {hits == 0 ? 0 : centre - half, hits == count ? 1 : centre + half}};
}

Proportion atLeast(std::span<const double> values, double target) noexcept {
    std::uint64_t hits = 0;
    for (const double x : values)
        hits += static_cast<std::uint64_t>(x >= target);
    return wilson(hits, values.size());
}

Proportion atMost(std::span<const double> values, double target) noexcept {
    std::uint64_t hits = 0;
    for (const double x : values)
        hits += static_cast<std::uint64_t>(x <= target);
    return wilson(hits, values.size());
}

double tailMean(std::span<const double> values, double share) {
    if (values.empty())
        return 0;
    const auto n = values.size();
    const auto first = std::min(n - 1, static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * static_cast<double>(n)));
    std::vector<double> all(values.begin(), values.end());
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(first), all.end());
    std::sort(all.begin() + static_cast<std::ptrdiff_t>(first), all.end()); // a fixed order of adding
    return momentsOf(std::span(all).subspan(first)).mean;
}

Summary summarise(std::span<const double> values, const BlockMoments& moments, std::size_t threads) {
    Summary s;
    s.count = values.size();
    if (values.empty())
        return s;
    const double n = static_cast<double>(values.size());
    s.mean = moments.mean;
    s.standardDeviation = n > 1 ? std::sqrt(moments.squares / (n - 1)) : 0;
    s.stdError = s.standardDeviation / std::sqrt(n);
    s.minimum = moments.minimum;
    s.maximum = moments.maximum;
    std::vector<std::size_t> wanted;
    for (const double share : {0.1, 0.5, 0.9}) {
        const Ranks ranks = quantileRanks(values.size(), share);
        want(wanted, placeOf(share, values.size()));
        wanted.push_back(ranks.low - 1);
        wanted.push_back(ranks.high - 1);
    }
    const Order order(values, std::move(wanted), threads);
    const auto set = [&](double share, double& value, Interval& range) {
        const Ranks ranks = quantileRanks(values.size(), share);
        value = order.between(placeOf(share, values.size()));
        range = {order.at(ranks.low - 1), order.at(ranks.high - 1)};
    };
    set(0.1, s.p10, s.p10Range);
    set(0.5, s.p50, s.p50Range);
    set(0.9, s.p90, s.p90Range);
    return s;
}

Histogram histogram(std::span<const double> values, std::size_t bins) {
    Histogram out;
    out.counts.assign(bins, 0);
    if (values.empty() || bins == 0)
        return out;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    out.low = *low;
    out.width = (*high - *low) / static_cast<double>(bins);
    const double perCell = out.width > 0 ? 1 / out.width : 0;
    for (const double x : values)
        ++out.counts[std::min(bins - 1, static_cast<std::size_t>((x - out.low) * perCell))];
    return out;
}

} // namespace plumb::cost
