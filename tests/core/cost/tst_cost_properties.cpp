// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must hold for every bill and every set of measures, tried on generated ones. The seed is fixed: a failure
// repeats.
#include "tests/core/cost/any_spec.h"
#include "tests/core/cost/cost_support.h"

#include "core/cost/frontier.h"
#include "core/cost/types.h"

#include <algorithm>
#include <numeric>
#include <rapidcheck.h>

using namespace plumb;
using namespace plumb::cost;
using plumb::test::anySpec;

namespace {

bool close(double a, double b, double scale) {
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b), std::abs(scale)});
}

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

class TestCostProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20261122 max_success=100"); }

    void savingsNeverExceedTheBillAndSharesSumToTheSaving() {
        QVERIFY(rc::check([] {
            const Spec spec = *anySpec(5);
            const Evaluation result = evaluate(spec);
            const ScenarioResult& scenario = result.scenarios[0];
            RC_ASSERT(result.baselineMonthly >= 0);
            RC_ASSERT(scenario.monthly >= -1e-9 * result.baselineMonthly);
            RC_ASSERT(scenario.saving <= result.baselineMonthly * (1 + 1e-12));
            const double scale = result.baselineMonthly + scenario.monthly;
            RC_ASSERT(close(sum(scenario.waterfall), scenario.saving, scale));
            RC_ASSERT(close(sum(scenario.shapley.values), scenario.saving, scale));
            for (const double month : scenario.months)
                RC_ASSERT(month >= -1e-9 * scale);
        }));
    }

    void whatIsReadIsWhatWasWritten() {
        QVERIFY(rc::check([] {
            const Spec spec = *anySpec(5);
            const auto read = readSpec(parseJson(writeJson(writeSpec(spec))).root);
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == spec);
        }));
    }

    void factorsDoNotDependOnTheirOrder() {
        QVERIFY(rc::check([] {
            Spec spec = *anySpec(0);
            const std::size_t count = *rc::gen::inRange<std::size_t>(1, 6);
            std::vector<double> savings;
            for (std::size_t k = 0; k < count; ++k) {
                Measure measure;
                measure.items = {0};
                savings.push_back(*rc::gen::inRange(0, 65) / 64.0);
                measure.fields.numbers = {Quantity::point(1 - savings.back())};
                measure.fields.texts["driver"] = "cost";
                spec.measures.push_back(measure);
                spec.scenarios[0].measures.push_back(k);
            }
            const Evaluation forward = evaluate(spec);
            std::reverse(spec.scenarios[0].measures.begin(), spec.scenarios[0].measures.end());
            const Evaluation backward = evaluate(spec);
            const double scale = forward.baselineMonthly, base = forward.items[0].cost;
            RC_ASSERT(close(forward.scenarios[0].monthly, backward.scenarios[0].monthly, scale));
            const std::vector<double> closed = shapleyMultiplicative(base, savings);
            for (std::size_t k = 0; k < count; ++k) {
                RC_ASSERT(close(forward.scenarios[0].shapley.values[k],
                                backward.scenarios[0].shapley.values[count - 1 - k], scale));
                RC_ASSERT(close(forward.scenarios[0].shapley.values[k], closed[k], scale));
            }
        }));
    }

    void compiledProgramsAgreeWithEvaluation() {
        QVERIFY(rc::check([] {
            const Spec spec = *anySpec(4);
            const Compiled compiled = compile(spec, 0);
            std::vector<double> means;
            for (const Input& input : compiled.inputs)
                means.push_back(mean(input.quantity));
            const Evaluation result = evaluate(spec);
            const double scale = (result.baselineMonthly + result.scenarios[0].monthly) * spec.horizonMonths;
            RC_ASSERT(close(compiled.monthly(means), result.scenarios[0].monthly, scale));
            RC_ASSERT(close(compiled.value(Outcome::Npv, means), result.scenarios[0].npv, scale));
        }));
    }

    void frontierIsNotBeatenByAnySet() {
        QVERIFY(rc::check([] {
            const Spec spec = *anySpec(5);
            const auto points = frontier(spec, spec.scenarios[0].measures);
            RC_ASSERT(points.has_value());
            const double base = monthlyWith(spec, {});
            for (std::size_t mask = 0; mask < std::size_t{1} << spec.measures.size(); ++mask) {
                std::vector<std::size_t> set;
                double effort = 0;
                for (std::size_t k = 0; k < spec.measures.size(); ++k)
                    if ((mask >> k & 1u) != 0) {
                        set.push_back(k);
                        effort += spec.measures[k].effort;
                    }
                const double saving = base - monthlyWith(spec, set);
                const bool reached = std::any_of(points->begin(), points->end(), [&](const FrontierPoint& point) {
                    return point.effort <= effort && point.saving >= saving - 1e-9 * (base + std::abs(saving) + 1);
                });
                RC_ASSERT(reached);
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestCostProperties)
#include "tst_cost_properties.moc"
