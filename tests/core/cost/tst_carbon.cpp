// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/carbon.h"

#include "tests/core/cost/cost_support.h"

using namespace plumb;
using namespace plumb::cost;
using plumb::test::specOf;

class TestCarbon : public QObject {
    Q_OBJECT

private slots:
    void aGpuHostInAMonthIsATonne() {
        const PowerCurve* curve = findPower("ml.p4d.24xlarge");
        QVERIFY(curve != nullptr);
        const Footprint east = footprintOf(*curve, 720, 0.5, *findIntensity("us-east-1"));
        COMPARE_WITHIN(east.kwh, 3090, 1e-3);
        COMPARE_WITHIN(east.kgCo2e, 1172, 1e-3);
        COMPARE_WITHIN(east.kgEmbodied, 96, 2e-3);
        COMPARE_WITHIN(footprintOf(*curve, 720, 0.5, *findIntensity("eu-north-1")).kgCo2e, 27, 1e-2);
    }

    void consolidationSavesLessPowerThanMoney() {
        const PowerCurve* curve = findPower("p4d.24xlarge");
        COMPARE_WITHIN(2 * wattsAt(*curve, 0.3), 5469, 1e-4);
        COMPARE_WITHIN(wattsAt(*curve, 0.6), 4074, 2e-4);
        QCOMPARE(wattsAt(*curve, 0), 744.8);
        QCOMPARE(wattsAt(*curve, 1), 5245.0);
    }

    void newerGpusFollowTheCurve() {
        COMPARE_WITHIN(gpuWattsAt(700, 0), 81, 5e-3);
        COMPARE_WITHIN(gpuWattsAt(700, 0.1), 223, 5e-3);
        COMPARE_WITHIN(gpuWattsAt(700, 0.5), 527, 5e-3);
        COMPARE_WITHIN(gpuWattsAt(700, 1), 713, 5e-3);
    }

    void itemsWithoutDataAreLeftOut() {
        const Spec spec = specOf(R"({"hoursPerMonth":720,"items":[
            {"id":"a","type":"endpoint","pricePerHour":25,"utilisation":0.3,"instances":2,"instanceType":"ml.p4d.24xlarge",
             "region":"us-east-1"},
            {"id":"b","type":"endpoint","pricePerHour":1,"instanceType":"inf2.xlarge","region":"us-east-1"},
            {"id":"c","type":"training","pricePerHour":25,"hours":10,"instanceType":"p4d.24xlarge","region":"eu-west-1"}],
          "measures":[{"id":"m","type":"consolidate","item":"a","targetUtilisation":0.6},
                      {"id":"n","type":"off-peak-training","item":"c","intensityFactor":0.5}],
          "scenarios":[{"name":"s","measures":["m","n"]}]})");
        const auto before = footprints(spec, std::nullopt), after = footprints(spec, 0);
        QCOMPARE(before.size(), std::size_t(2));
        QCOMPARE(before[1].item, std::size_t(2));
        COMPARE_WITHIN(after[0].footprint.kwh / before[0].footprint.kwh, 1 - 0.255, 1e-3);
        COMPARE_NEAR(after[1].footprint.kgCo2e, before[1].footprint.kgCo2e / 2);
    }
};

QTEST_GUILESS_MAIN(TestCarbon)
#include "tst_carbon.moc"
