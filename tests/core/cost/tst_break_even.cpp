// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/break_even.h"

#include "tests/core/cost/cost_support.h"

using namespace plumb;
using namespace plumb::cost;
using plumb::test::reference;

class TestBreakEven : public QObject {
    Q_OBJECT

private slots:
    void provisionedThroughputNeedsSteadyLoad() {
        // A unit at $35 against $8 in and $24 out, three parts input: 2.917 million tokens an hour.
        const double blended = blendedPrice(8, 24, 0.75);
        COMPARE_NEAR(blended, 12.0);
        COMPARE_NEAR(provisionedBreakEven(35, blended), 35.0 / 12);
        COMPARE_NEAR(provisionedBreakEvenLoad(35, blended, 5), 35.0 / 60);
        const Curve curve = provisionedCurve(35, blended, 5, 730, 5, 1001);
        QCOMPARE(curve.breakEven.size(), std::size_t(1));
        COMPARE_NEAR(curve.breakEven[0], 35.0 / 12);
        QVERIFY(std::isinf(provisionedBreakEven(35, 0)));
    }

    void curvesShowWholeUnits() {
        const Curve curve = provisionedCurve(35, 12, 4, 730, 8, 9); // a second unit above 4
        QCOMPARE(curve.a[4], 35.0 * 730);
        QCOMPARE(curve.a[5], 2 * 35.0 * 730);
        QVERIFY(curve.breakEven.size() >= 3); // pays, not again with the second unit, pays again
    }

    void pgvectorPaysBelowFourUnits() {
        COMPARE_NEAR(pgvectorBreakEven(2, 0.24, 0.12), 4.0);
        COMPARE_NEAR(pgvectorBreakEven(1, 0.24, 0.12), 2.0);
        COMPARE_NEAR(sleepingBreakEven(0.5, 0.12, 0.24, 730), 182.5);
        COMPARE_NEAR(pgvectorCurve(2, 0.24, 0.12, 730, 8).breakEven.at(0), 4.0);
        const double compute = 1 - 43.8 / 350.4;
        COMPARE_NEAR(compute, reference("seed", "vector_saving_compute"));
    }

    void serverlessPaysBelowTenMillionRequests() {
        COMPARE_NEAR(serverlessBreakEven(0.115, 730, 0.2, 2), 83.95 / 0.000008);
        const Curve curve = serverlessCurve(0.115, 730, 0.2, 2, 1e9, 2e7);
        COMPARE_NEAR(curve.breakEven.at(0), 10493750.0);
    }

    void cachingNeedsHits() {
        COMPARE_NEAR(cacheBreakEvenHitRate(0.1, 1.25), reference("seed", "cache_breakeven_h_5m"));
        COMPARE_NEAR(cacheBreakEvenHitRate(0.1, 2), reference("seed", "cache_breakeven_h_1h"));
        COMPARE_NEAR(cacheSaving(0.9, 0.1, 1.25), reference("seed", "cache_k_h90"));
        COMPARE_NEAR(cacheShareFor(0.31, 0.9, 0.1, 1.25), reference("seed", "cache_share_for_31pct"));
        for (const auto& [requests, saving] : reference().at("seed").at("cache_saving_by_requests_per_ttl").items())
            COMPARE_NEAR(cacheSavingOfRequests(std::stod(requests), 0.1, 1.25), saving.get<double>());
        COMPARE_NEAR(cacheCurve(0.4, 0.1, 1.25).breakEven.at(0), reference("seed", "cache_breakeven_h_5m"));
        COMPARE_WITHIN(requestsForHitRate(0.9, 5), 27.631, 1e-5);
        COMPARE_WITHIN(requestsForHitRate(0.9, 60), 2.30259, 1e-5);
        COMPARE_NEAR(hitRateOf(requestsForHitRate(0.9, 5), 5), 0.9);
    }

    void ownHostsNeedVolumeAndCapacity() {
        const SelfHosting hosting{10, 1, 1000, 0.7};
        COMPARE_NEAR(selfHostBreakEven(hosting, 5, 730), 1460.0);
        QVERIFY(std::isinf(selfHostBreakEven(hosting, 1, 730))); // 7,300 million is more than it can do
        COMPARE_WITHIN(selfHostCurve(hosting, 5, 730, 1800, 1801).breakEven.at(0), 1460.0, 1e-9);
    }

    void trainingTradesMoneyForTime() {
        // Six hours at $25.251286 on four instances at 0.9: 16.83 more for 4.33 hours less.
        COMPARE_WITHIN(distributedBreakEven(25.251286, 6, 4, 0.9), 3.88, 2e-3);
        COMPARE_WITHIN(amdahlEfficiency(8, 0.99), 0.935, 1e-3);
        COMPARE_WITHIN(amdahlEfficiency(32, 0.99), 0.763, 1e-3);
        COMPARE_NEAR(checkpointInterval(0.02, 0.01), 2.0);
        COMPARE_WITHIN(costPerInferenceRatio(1.408, 0.99, 1, 1.617, 1, 1), 2.3, 1e-3);
    }
};

QTEST_GUILESS_MAIN(TestBreakEven)
#include "tst_break_even.moc"
