// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said about simulated numbers, against published values and against plain sorting.
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/cost/statistics.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <rapidcheck.h>
#include <vector>

using namespace plumb;
using namespace plumb::cost;

namespace {

std::vector<double> draws(std::size_t n, BlockFunction function = BlockFunction::Ceil) {
    std::vector<double> x((n + kBlockLanes - 1) / kBlockLanes * kBlockLanes);
    blockOps().uniforms({20261122, 0, 0, 0}, x.data(), x.size());
    if (function != BlockFunction::Ceil)
        blockOps().function(function, x.data(), x.data(), x.size());
    x.resize(n);
    return x;
}

/// Quantile by sorting.
double sortedQuantile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const double place = share * static_cast<double>(values.size() - 1);
    const auto rank = static_cast<std::size_t>(place);
    const double next = values[std::min(rank + 1, values.size() - 1)];
    const double part = place - static_cast<double>(rank);
    return part > 0 ? values[rank] + (next - values[rank]) * part : values[rank];
}

} // namespace

class tst_statistics : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void findsQuantilesAsSortingDoes();
    void findsQuantilesOfAwkwardOrders();
    void givesThePublishedRanks();
    void coversTheQuantileAsOftenAsItSays();
    void givesWilsonsIntervals();
    void countsTargets();
    void averagesTheTail();
    void addsMomentsInAnySplit();
    void givesTheSameMomentsWithVectors();
    void summarises();
    void fillsHistograms();

private:
    Json m_stats;
};

void tst_statistics::initTestCase() {
    qputenv("RC_PARAMS", "seed=20261122");
    const auto bytes = readFile(PLUMB_SOURCE_DIR "/tests/data/cost/reference_values.json", 1 << 20);
    QVERIFY(bytes.has_value());
    m_stats = parseJsonOrFail(*bytes, "reference_values.json")->at("stats");
}

void tst_statistics::findsQuantilesAsSortingDoes() {
    const std::vector<double> shares{0.9, 0, 0.5, 0.1, 1, 0.333, 0.999, 0.5};
    for (const std::size_t n : {1, 2, 3, 10, 511, 40'000, 100'001}) {
        const auto values = draws(n);
        const auto got = quantiles(values, shares);
        for (std::size_t i = 0; i < shares.size(); ++i)
            QCOMPARE(got[i], sortedQuantile(values, shares[i]));
    }
    QVERIFY(quantiles({}, shares) == std::vector<double>(shares.size()));
    const bool holds = rc::check([] {
        const auto values = *rc::gen::nonEmpty(rc::gen::container<std::vector<double>>(
            rc::gen::map(rc::gen::inRange(-50, 50), [](int x) { return double(x); })));
        const double share = *rc::gen::inRange(0, 1001) / 1000.0;
        RC_ASSERT(quantiles(values, std::vector<double>{share})[0] == sortedQuantile(values, share));
    });
    QVERIFY(holds);
}

void tst_statistics::findsQuantilesOfAwkwardOrders() {
    std::vector<double> values(100'000);
    const std::vector<double> shares{0.1, 0.5, 0.9};
    std::iota(values.begin(), values.end(), 0.0);
    QCOMPARE(quantiles(values, shares)[1], 49999.5);
    std::reverse(values.begin(), values.end());
    QCOMPARE(quantiles(values, shares)[2], sortedQuantile(values, 0.9));
    std::fill(values.begin(), values.end(), 7.0);
    QCOMPARE(quantiles(values, shares)[0], 7.0);
    // The regular subsample sees nothing of where the quantile is: its few places hold zeros.
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = i * 4096 % values.size() < 4096 ? 0 : static_cast<double>(i);
    QCOMPARE(quantiles(values, shares)[1], sortedQuantile(values, 0.5));
    QCOMPARE(quantiles(values, shares)[0], sortedQuantile(values, 0.1));
}

void tst_statistics::givesThePublishedRanks() {
    const Json& expected = m_stats.at("quantile_ci_ranks_n10000");
    QCOMPARE(expected.size(), std::size_t{4});
    for (const auto& [name, ranks] : expected.items()) {
        const Ranks got = quantileRanks(10'000, std::stod(name.substr(1)) / 100);
        QCOMPARE(got.low, ranks.at(0).get<std::uint64_t>());
        QCOMPARE(got.high, ranks.at(1).get<std::uint64_t>());
    }
    QVERIFY((quantileRanks(1, 0.5) == Ranks{1, 1}));
    QVERIFY((quantileRanks(0, 0.5) == Ranks{1, 0}));
    QVERIFY((quantileRanks(100, 0.999) == Ranks{99, 100}));
}

void tst_statistics::coversTheQuantileAsOftenAsItSays() {
    // 1,000 samples of 200 uniform numbers: the interval must hold 0.9 in about 95 % of them (at least: ranks are
    // whole).
    int held = 0;
    for (std::uint32_t block = 0; block < 1000; ++block) {
        std::vector<double> x(208);
        blockOps().uniforms({5, 0, block, 0}, x.data(), x.size());
        x.resize(200);
        const Summary s = summarise(x, momentsOf(x));
        QVERIFY(summarise(x, momentsOf(x), 3) == s);
        held += s.p90Range.low <= 0.9 && 0.9 <= s.p90Range.high ? 1 : 0;
    }
    QVERIFY2(held >= 935 && held <= 985, qPrintable(QString::number(held)));
}

void tst_statistics::givesWilsonsIntervals() {
    for (const auto& [name, hits, count] :
         {std::tuple{"wilson_90_of_100_95", 90u, 100u}, {"wilson_0_of_20", 0u, 20u}}) {
        const Proportion p = wilson(hits, count);
        QVERIFY(std::fabs(p.range.low - m_stats.at(name).at(0).get<double>()) < 1e-12);
        QVERIFY(std::fabs(p.range.high - m_stats.at(name).at(1).get<double>()) < 1e-12);
    }
    QCOMPARE(wilson(20, 20).range.high, 1.0);
    QVERIFY((wilson(0, 0) == Proportion{0, {0, 1}}));
}

void tst_statistics::countsTargets() {
    const std::vector<double> values{1, 2, 3, 4};
    QCOMPARE(atLeast(values, 3).share, 0.5);
    QCOMPARE(atMost(values, 3).share, 0.75);
    QCOMPARE(atLeast(values, 5).share, 0.0);
}

void tst_statistics::averagesTheTail() {
    const auto z = draws(400'000, BlockFunction::Probit);
    QVERIFY(std::fabs(tailMean(z, 0.95) - m_stats.at("cvar95_std_normal").get<double>()) < 0.02);
    QVERIFY(std::fabs(tailMean(z, 0.90) - m_stats.at("cvar90_std_normal").get<double>()) < 0.02);
    QCOMPARE(tailMean(std::vector<double>{1, 2, 3, 4}, 0.5), 3.5);
    QCOMPARE(tailMean(std::vector<double>{1, 2, 3, 4}, 1), 4.0);
    QCOMPARE(tailMean({}, 0.5), 0.0);
}

void tst_statistics::addsMomentsInAnySplit() {
    const auto x = draws(5000);
    const BlockMoments all = momentsOf(x);
    long double sum = 0, squares = 0;
    for (const double v : x)
        sum += v;
    for (const double v : x)
        squares += (v - sum / 5000) * (v - sum / 5000);
    QVERIFY(std::fabs(all.mean - static_cast<double>(sum / 5000)) < 1e-15);
    QVERIFY(std::fabs(all.squares - static_cast<double>(squares)) < 1e-12 * all.squares);
    QCOMPARE(all.minimum, *std::min_element(x.begin(), x.end()));
    QCOMPARE(all.maximum, *std::max_element(x.begin(), x.end()));
    const BlockMoments split = together(momentsOf(std::span(x).first(1234)), momentsOf(std::span(x).subspan(1234)));
    QCOMPARE(split.count, all.count);
    QVERIFY(std::fabs(split.mean - all.mean) < 1e-15 && std::fabs(split.squares - all.squares) < 1e-10);
    QVERIFY(together({}, all) == all && together(all, {}) == all);
    // A large offset does not eat the spread.
    std::vector<double> far(x);
    for (double& v : far)
        v += 1e9;
    QVERIFY(std::fabs(momentsOf(far).squares - all.squares) < 1e-5 * all.squares);
}

void tst_statistics::givesTheSameMomentsWithVectors() {
    const auto x = draws(512, BlockFunction::Log);
    BlockMoments a, b;
    portableBlockOps().moments(x.data(), x.size(), a);
    for (const BlockOps* fast : {avx2BlockOps(), avx512BlockOps()})
        if (fast != nullptr) {
            fast->moments(x.data(), x.size(), b);
            QVERIFY(a == b);
        }
}

void tst_statistics::summarises() {
    const auto z = draws(100'000, BlockFunction::Probit);
    const Summary s = summarise(z, momentsOf(z));
    QCOMPARE(s.count, std::uint64_t{100'000});
    QVERIFY(std::fabs(s.mean) < 4 * s.stdError);
    QVERIFY(std::fabs(s.standardDeviation - 1) < 0.01);
    QCOMPARE(s.stdError, s.standardDeviation / std::sqrt(1e5));
    QVERIFY(s.p90Range.low < s.p90 && s.p90 < s.p90Range.high);
    QVERIFY(std::fabs(s.p90 - 1.2815515655446004) < 0.02 && std::fabs(s.p50) < 0.02);
    const Summary one = summarise(std::vector<double>{3}, momentsOf(std::vector<double>{3}));
    QVERIFY(one.p10 == 3 && one.p90 == 3 && one.stdError == 0 && one.p50Range == (Interval{3, 3}));
    QVERIFY(summarise({}, {}) == Summary{});
}

void tst_statistics::fillsHistograms() {
    const auto x = draws(10'000);
    const Histogram h = histogram(x, 20);
    QCOMPARE(std::accumulate(h.counts.begin(), h.counts.end(), std::uint64_t{0}), std::uint64_t{10'000});
    for (std::size_t bin = 0; bin < 20; ++bin) {
        const double low = h.low + h.width * static_cast<double>(bin);
        const auto expected =
            std::count_if(x.begin(), x.end(), [&](double v) { return v > low + 1e-12 && v < low + h.width - 1e-12; });
        QVERIFY(std::abs(static_cast<long>(h.counts[bin]) - expected) <= 2);
    }
    const Histogram flat = histogram(std::vector<double>{2, 2, 2}, 4);
    QVERIFY(flat.counts[0] == 3 && flat.width == 0 && flat.low == 2);
    QVERIFY(histogram({}, 3).counts == std::vector<std::uint64_t>(3));
}

QTEST_GUILESS_MAIN(tst_statistics)
#include "tst_statistics.moc"
