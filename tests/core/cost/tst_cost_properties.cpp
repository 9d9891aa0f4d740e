// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must hold for every bill and every set of measures, tried on generated ones. The seed is fixed: a failure
// repeats.
#include "tests/core/cost/cost_support.h"

#include "core/cost/frontier.h"
#include "core/cost/types.h"

#include <algorithm>
#include <numeric>
#include <rapidcheck.h>

using namespace plumb;
using namespace plumb::cost;

namespace {

/// A number inside a range, or a distribution inside it.
rc::Gen<Quantity> anyQuantity(Range range) {
    return rc::gen::exec([range] {
        const double high = std::isfinite(range.high) ? range.high : range.low + 1000;
        const double step = (high - range.low) / 64;
        std::vector<double> numbers;
        for (int k = 0; k < 3; ++k)
            numbers.push_back(range.low + step * *rc::gen::inRange(range.openLow ? 1 : 0, range.openHigh ? 64 : 65));
        std::sort(numbers.begin(), numbers.end());
        switch (*rc::gen::inRange(0, 4)) {
        case 0:
            return Quantity::uniform(numbers[0], numbers[2]);
        case 1:
            return Quantity::pert(numbers[0], numbers[1], numbers[2]);
        default:
            return Quantity::point(numbers[1]);
        }
    });
}

Fields anyFields(const std::vector<FieldInfo>& infos) {
    Fields fields;
    for (const FieldInfo& info : infos) {
        Range range = info.range;
        if (info.name == "hoursOn")
            range.high = 720;
        if (info.kind != FieldKind::Number)
            continue;
        const bool given = info.required || *rc::gen::inRange(0, 3) == 0;
        fields.numbers.push_back(given ? std::optional(*anyQuantity(range)) : std::nullopt);
    }
    return fields;
}

rc::Gen<Spec> anySpec(std::size_t mostMeasures) {
    return rc::gen::exec([mostMeasures] {
        Spec spec;
        spec.hoursPerMonth = *rc::gen::element(720.0, 730.0);
        spec.horizonMonths = *rc::gen::inRange(1, 30);
        const std::size_t items = *rc::gen::inRange<std::size_t>(1, 5);
        for (std::size_t k = 0; k < items; ++k) {
            const ItemTypeInfo& info = itemTypes()[*rc::gen::inRange<std::size_t>(0, kItemTypes)];
            Item item{"i" + std::to_string(k), "i" + std::to_string(k), info.type, anyFields(info.fields)};
            if (item.type == ItemType::OpenSearchServerless)
                item.fields.texts["generation"] = "next";
            spec.items.push_back(item);
        }
        const std::size_t measures = *rc::gen::inRange<std::size_t>(0, mostMeasures + 1);
        for (std::size_t k = 0; k < measures; ++k) {
            Measure measure;
            measure.items = {*rc::gen::inRange<std::size_t>(0, items)};
            std::vector<const MeasureTypeInfo*> possible;
            for (const MeasureTypeInfo& info : measureTypes())
                if (info.items.empty() || std::find(info.items.begin(), info.items.end(),
                                                    spec.items[measure.items[0]].type) != info.items.end())
                    possible.push_back(&info);
            const MeasureTypeInfo& info = *possible[*rc::gen::inRange<std::size_t>(0, possible.size())];
            measure.id = measure.name = "m" + std::to_string(k);
            measure.type = info.type;
            measure.fields = anyFields(info.fields);
            if (info.type == MeasureType::Factor)
                measure.fields.texts["driver"] = "cost";
            if (info.type == MeasureType::Schedule && !measure.fields.numbers[schedule::HoursOn])
                measure.fields.numbers[schedule::HoursPerDay] = Quantity::point(12);
            if (info.type == MeasureType::DistributedTraining)
                measure.fields.numbers[distributed::Efficiency] = Quantity::point(0.9);
            measure.startMonth = *rc::gen::inRange(1, 6);
            measure.rampMonths = *rc::gen::inRange(0, 6);
            measure.effort = *rc::gen::inRange(0, 10);
            measure.oneOff = *anyQuantity({});
            spec.measures.push_back(measure);
        }
        Scenario scenario{"s", std::vector<std::size_t>(measures)};
        std::iota(scenario.measures.begin(), scenario.measures.end(), std::size_t{0});
        spec.scenarios = {scenario};
        return spec;
    });
}

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
