// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/frontier.h"

#include "tests/core/cost/cost_support.h"
#include "tests/core/cost/portfolio.h"

using namespace plumb;
using namespace plumb::cost;
using plumb::test::specOf;

namespace {

std::vector<std::size_t> firstOf(std::size_t count) {
    std::vector<std::size_t> out;
    for (std::size_t k = 0; k < count; ++k)
        out.push_back(k);
    return out;
}

/// Items of 100 a month; measure k halves item k, or the last one, for an effort of 1.
Spec halvings(std::size_t items, std::size_t measures) {
    Spec spec;
    for (std::size_t k = 0; k < items; ++k)
        spec.items.push_back({"i", "i", ItemType::Other, {{Quantity::point(100)}, {}, {}}});
    for (std::size_t k = 0; k < measures; ++k) {
        Measure measure;
        measure.items = {std::min(k, items - 1)};
        measure.fields = {{Quantity::point(0.5)}, {{"driver", "cost"}}, {}};
        measure.effort = 1;
        spec.measures.push_back(measure);
    }
    return spec;
}

} // namespace

class TestFrontier : public QObject {
    Q_OBJECT

private slots:
    void sixMeasuresHaveElevenPoints() {
        const auto points = frontier(specOf(test::kPortfolio), firstOf(6));
        const std::vector<std::pair<double, double>> expected{{0, 0},      {1, 4320},   {4, 7110},    {6, 10800},
                                                              {7, 12960},  {9, 13590},  {10, 15750},  {14, 16992},
                                                              {20, 18342}, {24, 19584}, {32, 19885.8}};
        QVERIFY(points.has_value());
        QCOMPARE(points->size(), expected.size());
        for (std::size_t k = 0; k < expected.size(); ++k) {
            QCOMPARE((*points)[k].effort, expected[k].first);
            COMPARE_NEAR((*points)[k].saving, expected[k].second);
        }
    }

    void hullIsWhatIsBestForSomePriceOfEffort() {
        const auto points = efficient({{0, 0, {}, false},
                                       {1, 1, {}, false},
                                       {2, 4, {}, false},
                                       {2, 3, {}, false},
                                       {3, 2, {}, false},
                                       {4, 5, {}, false}});
        QCOMPARE(points.size(), std::size_t(4));
        QVERIFY(points[0].onHull && !points[1].onHull && points[2].onHull && points[3].onHull);
    }

    void exclusionsAndPrerequisitesBind() {
        const Spec spec = specOf(R"({"items":[{"id":"a","type":"other","monthly":100}],"measures":[
            {"id":"x","type":"factor","item":"a","driver":"cost","factor":0.5,"effort":1,"excludes":["y"]},
            {"id":"y","type":"factor","item":"a","driver":"cost","factor":0.4,"effort":2},
            {"id":"z","type":"factor","item":"a","driver":"cost","factor":0.1,"effort":1,"requires":["y"]}]})");
        const auto points = frontier(spec, firstOf(3));
        std::vector<std::vector<std::size_t>> sets;
        for (const FrontierPoint& point : *points)
            sets.push_back(point.measures);
        QCOMPARE(sets, (std::vector<std::vector<std::size_t>>{{}, {0}, {1}, {1, 2}}));
    }

    void tooManyThatInteractAreRefused() {
        const auto points = frontier(halvings(1, kMostTogether + 1), firstOf(kMostTogether + 1));
        QVERIFY(!points);
        QCOMPARE(points.error().id, std::string("cost.frontier"));
    }

    void manyThatDoNotInteractAreNoTrouble() {
        const auto points = frontier(halvings(40, 40), firstOf(40));
        QCOMPARE(points->size(), std::size_t(41));
        COMPARE_NEAR(points->back().saving, 2000.0);
    }
};

QTEST_GUILESS_MAIN(TestFrontier)
#include "tst_frontier.moc"
