// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Frontiers where there are too many sets to try, against the true one of a case that has a closed form.
#include "core/cost/frontier.h"
#include "core/cost/radix_sort.h"
#include "tests/core/cost/cost_support.h"
#include "tests/core/cost/portfolio.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

using namespace plumb;
using namespace plumb::cost;
using plumb::test::specOf;

namespace {

constexpr std::size_t kMeasures = 18;

double factorOf(std::size_t k) {
    return 0.97 - 0.02 * static_cast<double>(k * 7 % kMeasures);
}
double effortOf(std::size_t k) {
    return 1 + static_cast<double>(k * 5 % 11);
}

/// One item of 10,000 a month and factors that all act on it.
Spec crowded() {
    std::string measures;
    for (std::size_t k = 0; k < kMeasures; ++k)
        measures += (k == 0 ? "" : ",") + std::string(R"({"id":"m)") + std::to_string(k) +
                    R"(","type":"factor","item":"x","driver":"cost","factor":)" + std::to_string(factorOf(k)) +
                    R"(,"effort":)" + std::to_string(effortOf(k)) + "}";
    return specOf(R"({"items":[{"id":"x","type":"other","monthly":10000}],"measures":[)" + measures + "]}");
}

std::vector<std::size_t> every(const Spec& spec) {
    std::vector<std::size_t> all(spec.measures.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

} // namespace

class tst_frontier_search : public QObject {
    Q_OBJECT
private slots:
    void isTheFrontierWhereEverySetCanBeTried();
    void comesCloseWhereTheyCannot();
    void keepsTheRules();
    void copesWithVeryMany();
    void sortsLikeAnyOther();
};

void tst_frontier_search::isTheFrontierWhereEverySetCanBeTried() {
    const Spec spec = specOf(test::kPortfolio);
    const FoundFrontier found = findFrontier(spec, every(spec));
    QVERIFY(found.complete);
    QVERIFY(found.points == *frontier(spec, every(spec)));
    QCOMPARE(found.points.size(), std::size_t(11));
}

void tst_frontier_search::comesCloseWhereTheyCannot() {
    const Spec spec = crowded();
    QVERIFY(!frontier(spec, every(spec)).has_value());
    const FoundFrontier found = findFrontier(spec, every(spec));
    QVERIFY(!found.complete);
    // The best saving within each whole effort, of all 2^18 sets.
    std::vector<double> best(200, 0);
    for (std::size_t mask = 0; mask < std::size_t{1} << kMeasures; ++mask) {
        double left = 1, effort = 0;
        for (std::size_t k = 0; k < kMeasures; ++k)
            if ((mask >> k & 1u) != 0)
                left *= factorOf(k), effort += effortOf(k);
        double& at = best[static_cast<std::size_t>(effort)];
        at = std::max(at, 10'000 * (1 - left));
    }
    for (std::size_t e = 1; e < best.size(); ++e)
        best[e] = std::max(best[e], best[e - 1]);
    for (std::size_t e = 0; e < best.size(); ++e) {
        double here = 0;
        for (const FrontierPoint& point : found.points)
            if (point.effort <= static_cast<double>(e) + 1e-9)
                here = std::max(here, point.saving);
        QVERIFY2(here <= best[e] + 1e-6 && here >= 0.97 * best[e],
                 qPrintable(QStringLiteral("effort %1: %2 of %3").arg(e).arg(here).arg(best[e])));
    }
    for (const FrontierPoint& point : found.points)
        COMPARE_WITHIN(point.saving + monthlyWith(spec, point.measures), 10'000.0, 1e-9);
    QVERIFY(std::is_sorted(found.points.begin(), found.points.end(),
                           [](const auto& a, const auto& b) { return a.saving < b.saving; }));
    QVERIFY(findFrontier(spec, every(spec)).points == found.points);
}

void tst_frontier_search::keepsTheRules() {
    Spec spec = crowded();
    spec.measures[3].excludes = {4};
    spec.measures[9].prerequisites = {10};
    spec.measures[10].prerequisites = {11};
    const auto in = [](const FrontierPoint& point, std::size_t k) {
        return std::find(point.measures.begin(), point.measures.end(), k) != point.measures.end();
    };
    const FoundFrontier found = findFrontier(spec, every(spec));
    QVERIFY(found.points.size() > 10);
    for (const FrontierPoint& point : found.points) {
        QVERIFY(!(in(point, 3) && in(point, 4)));
        QVERIFY(!in(point, 9) || (in(point, 10) && in(point, 11)));
    }
    // What needs a measure that is not among the candidates stays out.
    std::vector<std::size_t> some = every(spec);
    some.erase(some.begin() + 11);
    for (const FrontierPoint& point : findFrontier(spec, some).points)
        QVERIFY(!in(point, 9) && !in(point, 10));
}

void tst_frontier_search::copesWithVeryMany() {
    Spec spec = crowded();
    const std::vector<Measure> few = spec.measures;
    for (std::size_t k = kMeasures; k < 60; ++k) {
        spec.measures.push_back(few[k % kMeasures]);
        spec.measures.back().id = "m" + std::to_string(k);
    }
    const FoundFrontier found = findFrontier(spec, every(spec));
    QVERIFY(!found.complete);
    QVERIFY(found.points.size() > 20 && found.points.back().saving > 9900);
}

void tst_frontier_search::sortsLikeAnyOther() {
    std::mt19937_64 random(5);
    std::vector<double> scratch;
    for (const std::size_t count : {0, 1, 7, 1023, 1024, 5000, 100'000}) {
        std::vector<double> values;
        for (std::size_t k = 0; k < count; ++k) {
            const auto word = static_cast<double>(random() % 1'000'000);
            values.push_back(k % 5 == 0 ? 14'000 : k % 3 == 0 ? -word * 1e-9 : word * (k % 2 == 0 ? 1e12 : 1e-3));
        }
        if (count > 10)
            values[3] = -std::numeric_limits<double>::infinity(), values[4] = 1e308;
        std::vector<double> expected = values;
        std::sort(expected.begin(), expected.end());
        sortNumbers(values, scratch);
        QVERIFY(values == expected);
    }
}

QTEST_GUILESS_MAIN(tst_frontier_search)
#include "tst_frontier_search.moc"
