// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/attribution.h"

#include "tests/core/cost/cost_support.h"

#include <algorithm>
#include <numeric>

using namespace plumb;
using namespace plumb::cost;
using plumb::test::reference;
using Values = std::vector<double>;

namespace {

/// The runway for the largest aeroplane of a set.
SetValue airport(const Values& costs) {
    return [costs](const std::vector<bool>& members) {
        double most = 0;
        for (std::size_t i = 0; i < costs.size(); ++i)
            most = members[i] ? std::max(most, costs[i]) : most;
        return most;
    };
}

/// Measures that each take a part of what the others left.
SetValue parts(double base, const Values& savings) {
    return [base, savings](const std::vector<bool>& members) {
        double left = base;
        for (std::size_t i = 0; i < savings.size(); ++i)
            left *= members[i] ? 1 - savings[i] : 1;
        return base - left;
    };
}

const Json& published(const char* name) {
    return reference().at("attribution").at(name);
}

void compareAll(const Values& actual, const Json& expected) {
    QCOMPARE(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i)
        COMPARE_NEAR(actual[i], expected[i].get<double>());
}

} // namespace

class TestAttribution : public QObject {
    Q_OBJECT

private slots:
    void publishedGamesHaveTheirValues() {
        compareAll(shapleyExact(3, airport({1, 2, 3})).values, published("shapley_airport_1_2_3"));
        compareAll(shapleyExact(4, airport({8, 11, 13, 18})).values, published("shapley_airport_8_11_13_18"));
        const SetValue glove = [](const std::vector<bool>& m) { return (m[0] || m[1]) && m[2] ? 1.0 : 0.0; };
        compareAll(shapleyExact(3, glove).values, published("shapley_glove_LLR"));
    }

    void closedFormAndEnumerationAgreeOnTheSeed() {
        const Values savings{0.5, 0.31, 0.2};
        compareAll(shapleyMultiplicative(21600, savings), published("shapley_mult_21600_50_31_20"));
        compareAll(shapleyExact(3, parts(21600, savings)).values, published("shapley_mult_21600_50_31_20"));
        compareAll(lmdi(21600, savings), published("lmdi_21600_50_31_20"));
        COMPARE_NEAR(parts(21600, savings)({true, true, true}), published("total").get<double>());
    }

    void waterfallDependsOnTheOrder() {
        compareAll(waterfall(3, parts(21600, {0.5, 0.31, 0.2})), published("sequential_orders")["123"]);
        Values reversed = waterfall(3, parts(21600, {0.2, 0.31, 0.5}));
        std::reverse(reversed.begin(), reversed.end());
        compareAll(reversed, published("sequential_orders")["321"]);
    }

    void samplingComesWithinItsError() {
        Values savings;
        for (int i = 0; i < 18; ++i)
            savings.push_back(0.02 + 0.01 * i);
        const Values exact = shapleyMultiplicative(1000, savings);
        const Attribution sampled = shapley(18, parts(1000, savings), 400, 7);
        QVERIFY(!sampled.exact);
        for (std::size_t i = 0; i < 18; ++i) {
            QVERIFY(sampled.errors[i] > 0 && sampled.errors[i] < 0.02 * exact[i]);
            QVERIFY(std::abs(sampled.values[i] - exact[i]) < 5 * sampled.errors[i]);
        }
        COMPARE_NEAR(std::accumulate(sampled.values.begin(), sampled.values.end(), 0.0),
                     parts(1000, savings)(std::vector<bool>(18, true)));
        QCOMPARE(shapley(18, parts(1000, savings), 400, 7).values, sampled.values); // same seed, same result
    }

    void nobodyIsAnsweredWithNothing() {
        QVERIFY(shapley(0, parts(1, {})).values.empty());
        QVERIFY(waterfall(0, parts(1, {})).empty());
        QVERIFY(shapleyMultiplicative(1, {}).empty());
        QCOMPARE(lmdi(5, Values{0.0}), Values{0.0});
    }
};

QTEST_GUILESS_MAIN(TestAttribution)
#include "tst_attribution.moc"
