// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/evaluate.h"

#include "tests/core/cost/cost_support.h"

#include <numeric>

using namespace plumb;
using namespace plumb::cost;
using plumb::test::specOf;

namespace {

/// Cost of a month with one measure on one item, at 720 hours.
double after(const std::string& item, const std::string& measure) {
    const Spec spec =
        specOf(R"({"hoursPerMonth":720,"items":[{"id":"i",)" + item + R"(}],"measures":[{"id":"m","item":"i",)" +
               measure + R"(}],"scenarios":[{"name":"s","measures":["m"]}]})");
    return evaluate(spec).scenarios[0].monthly;
}
double month(const std::string& item) {
    return evaluate(specOf(R"({"hoursPerMonth":720,"items":[{"id":"i",)" + item + "}]}")).baselineMonthly;
}

const std::string kEndpoint = R"("type":"endpoint","pricePerHour":30,"utilisation":0.3)";
const std::string kTraining = R"("type":"training","pricePerHour":25.251286,"hours":6)";
const std::string kStream =
    R"("type":"tokens","requests":1000000,"prefixTokens":2000,"inputTokens":500,"outputTokens":500,"inputPrice":3,"outputPrice":15)";

} // namespace

class TestEvaluate : public QObject {
    Q_OBJECT

private slots:
    void itemsCostWhatTheirFormulaSays() {
        COMPARE_NEAR(month(R"("type":"provisioned","modelUnits":2,"pricePerUnitHour":35)"), 50400.0);
        COMPARE_NEAR(
            month(R"("type":"batch-tokens","requests":1000000,"inputTokens":2500,"outputTokens":500,"inputPrice":3,
                            "outputPrice":15)"),
            7500.0);
        COMPARE_NEAR(month(R"("type":"opensearch-serverless","ocu":0.5,"minimumOcu":1)"), 172.8);
        COMPARE_NEAR(
            month(R"("type":"opensearch-serverless","ocu":1,"generation":"next","activeShare":0.25,"storageGb":100)"),
            43.2 + 2.4);
        COMPARE_NEAR(month(R"("type":"aurora-pgvector","acu":0.5,"storageGb":10,"ioMillions":5)"), 43.2 + 1 + 1);
        COMPARE_NEAR(month(R"("type":"s3-vectors","storageGb":60,"putGb":10,"queryMillions":1)"), 3.6 + 2 + 2.5);
        COMPARE_NEAR(month(kTraining), 151.507716);
        COMPARE_NEAR(month(kTraining + R"(,"instances":4,"efficiency":0.9,"runsPerMonth":2)"), 336.68381333333333);
        COMPARE_NEAR(month(R"("type":"storage","gb":100,"pricePerGbMonth":0.1)"), 10.0);
        COMPARE_NEAR(month(R"("type":"transfer","gb":150,"pricePerGb":0.09,"freeGb":100)"), 4.5);
        QCOMPARE(month(R"("type":"transfer","gb":50,"pricePerGb":0.09,"freeGb":100)"), 0.0);
        COMPARE_NEAR(month(R"("type":"monitoring","metrics":10,"logsGb":4,"storedGb":100,"alarms":5,"dashboards":1)"),
                     3 + 2 + 3 + 0.5 + 3);
        // A stream that is cached already, at 0.9
        COMPARE_NEAR(month(kStream + R"(,"hitRate":0.9)"), 15000 * (1 - 0.314));
    }

    void endpointMeasures() {
        COMPARE_NEAR(after(kEndpoint, R"("type":"schedule","hoursPerDay":12)"), 10800.0);
        COMPARE_NEAR(after(kEndpoint, R"("type":"schedule","hoursPerDay":12,"daysPerWeek":5)"), 10800.0 * 5 / 7);
        COMPARE_NEAR(after(kEndpoint, R"("type":"schedule","hoursOn":100)"), 3000.0);
        COMPARE_NEAR(after(kEndpoint, R"("type":"scale-to-zero")"), 6480.0);
        COMPARE_NEAR(after(kEndpoint, R"("type":"scale-to-zero","bursts":40,"idleMinutes":10,"startMinutes":5)"),
                     6780.0);
        COMPARE_NEAR(after(kEndpoint, R"("type":"batch")"), 6480.0);
        COMPARE_NEAR(after(kEndpoint, R"("type":"batch","eligibleShare":0.5)"), 10800.0 + 3240);
        COMPARE_NEAR(after(kEndpoint, R"("type":"batch","efficiency":0.9,"pricePerHour":20)"), 4320 / 0.9);
        COMPARE_NEAR(after(kEndpoint, R"("type":"consolidate","targetUtilisation":0.7)"), 21600 * 0.3 / 0.7);
        COMPARE_NEAR(after(kEndpoint, R"("type":"consolidate","targetUtilisation":0.7,"minInstances":1)"), 21600.0);
        COMPARE_NEAR(after(kEndpoint, R"("type":"right-size","pricePerHour":15,"throughputRatio":0.75)"), 14400.0);
        COMPARE_NEAR(after(kEndpoint, R"("type":"savings-plan","discount":0.4,"coverage":0.5)"), 17280.0);
        // 10 an hour covers 20 of 30; the other 10 are at list
        COMPARE_NEAR(after(kEndpoint, R"("type":"savings-plan","discount":0.5,"commitment":10)"), 14400.0);
        // a commitment that is too large is paid all the same
        COMPARE_NEAR(after(kEndpoint, R"("type":"savings-plan","discount":0.5,"commitment":20)"), 14400.0);
    }

    void sharedHostsAreWhole() {
        const Spec spec = specOf(R"({"hoursPerMonth":720,"items":[
            {"id":"a","type":"endpoint","pricePerHour":10,"utilisation":0.3,"memoryGb":30},
            {"id":"b","type":"endpoint","pricePerHour":10,"utilisation":0.6,"memoryGb":20}],
          "measures":[{"id":"whole","type":"consolidate","items":["a","b"],"targetUtilisation":0.6,"wholeInstances":true},
                      {"id":"part","type":"consolidate","items":["a","b"],"targetUtilisation":0.6},
                      {"id":"memory","type":"consolidate","items":["a","b"],"targetUtilisation":1,"hostMemoryGb":20}],
          "scenarios":[{"name":"whole","measures":["whole"]},{"name":"part","measures":["part"]},
                       {"name":"memory","measures":["memory"]}]})");
        const Evaluation result = evaluate(spec);
        COMPARE_NEAR(result.scenarios[0].monthly, 14400.0); // 1.5 hosts become 2
        COMPARE_NEAR(*result.scenarios[0].items[0].useful + *result.scenarios[0].items[1].useful, 14400 * 0.45);
        COMPARE_NEAR(result.scenarios[1].monthly, 10800.0);
        COMPARE_NEAR(result.scenarios[2].monthly, 18000.0); // 50 GB on hosts of 20
    }

    void tokenMeasures() {
        COMPARE_NEAR(after(kStream, R"("type":"output-cap","maxOutputTokens":300)"), 7500.0 + 4500);
        COMPARE_NEAR(after(kStream, R"("type":"output-cap","maxOutputTokens":900)"), 15000.0);
        COMPARE_NEAR(after(kStream, R"("type":"cheaper-model","inputPrice":1,"outputPrice":5,"share":0.5)"), 10000.0);
        COMPARE_NEAR(
            after(kStream, R"("type":"enter-provisioned","modelUnits":0.5,"pricePerUnitHour":35,"overflowShare":0.1)"),
            12600.0 + 1500);
        COMPARE_NEAR(after(R"("type":"provisioned","modelUnits":1,"pricePerUnitHour":35)",
                           R"("type":"leave-provisioned","requests":1000000,"inputTokens":2500,"outputTokens":500,
                            "inputPrice":3,"outputPrice":15)"),
                     15000.0);
        // 27.631 requests an hour and prefix are hits of 0.9
        const double rate = std::log(10.0) * 12 * 720;
        COMPARE_NEAR(after(kStream, R"("type":"prompt-caching","prefixes":)" + std::to_string(1000000 / rate)) / 15000,
                     1 - 0.314);
    }

    void agentsAreBilledForEachStep() {
        const std::string agent = R"("type":"tokens","requests":1000000,"inputTokens":2000,"outputTokens":500,
            "toolCalls":5,"growthTokens":500,"stepOutputTokens":100,"inputPrice":3,"outputPrice":15)";
        // two calls: 3*2000 + 500*3 in, 2*100 + 500 out
        COMPARE_NEAR(after(agent, R"("type":"agent-step-budget","maxToolCalls":2)"), 7500.0 * 3 + 700 * 15);
        COMPARE_NEAR(after(agent, R"("type":"agent-step-budget","maxToolCalls":9)"), 73500.0);
    }

    void batchAndCachingDoNotStack() {
        const Spec spec = specOf(R"({"items":[{"id":"i",)" + kStream + R"(}],"measures":[
            {"id":"b","type":"batch","item":"i","eligibleShare":0.4},
            {"id":"c","type":"prompt-caching","item":"i","hitRate":0.9}],
            "scenarios":[{"name":"bc","measures":["b","c"]},{"name":"cb","measures":["c","b"]}]})");
        const Evaluation result = evaluate(spec);
        COMPARE_NEAR(result.scenarios[0].monthly, 15000 * (0.4 * 0.5 + 0.6 * 0.686));
        COMPARE_NEAR(result.scenarios[1].monthly, result.scenarios[0].monthly);
    }

    void storesMove() {
        const std::string store = R"("type":"opensearch-serverless","ocu":2,"storageGb":10)";
        COMPARE_NEAR(after(store, R"("type":"pgvector","acu":0.5)"), 43.2 + 1); // storage goes along
        COMPARE_NEAR(after(store, R"("type":"s3-vectors","queryMillions":1)"), 0.6 + 2.5);
        COMPARE_NEAR(after(store, R"("type":"opensearch-next-generation","ocu":2,"activeShare":0.1,"storageGb":0)"),
                     34.56);
    }

    void trainingMeasures() {
        COMPARE_NEAR(after(kTraining, R"("type":"spot-training","discount":0.7)"), 151.507716 * 0.3);
        COMPARE_NEAR(after(kTraining, R"("type":"spot-training","discount":0.7,"interruptionsPerHour":0.1,
                            "checkpointHours":1,"restartHours":0.5)"),
                     151.507716 * 0.3 * 1.1);
        COMPARE_NEAR(after(kTraining, R"("type":"distributed-training","instances":4,"efficiency":0.9)"),
                     168.34190666666666);
        COMPARE_NEAR(after(kTraining, R"("type":"distributed-training","instances":8,"parallelShare":0.99)"),
                     151.507716 * 1.07);
        COMPARE_NEAR(after(kTraining, R"("type":"off-peak-training","intensityFactor":0.5)"), 151.507716);
        COMPARE_NEAR(after(kTraining, R"("type":"right-size","pricePerHour":20,"throughputRatio":2)"), 60.0);
    }

    void factorsActOnDrivers() {
        COMPARE_NEAR(after(kEndpoint, R"("type":"factor","driver":"pricePerHour","factor":0.7)"), 15120.0);
        COMPARE_NEAR(after(kEndpoint, R"("type":"factor","driver":"cost","factor":1.5)"), 32400.0);
        COMPARE_NEAR(after(kEndpoint, R"("type":"factor","driver":"hoursOn","factor":3)"),
                     21600.0); // a month is a month
        COMPARE_NEAR(after(kStream, R"("type":"factor","driver":"requests","factor":0.5)"), 7500.0);
    }

    void runCostsCountAgainstASaving() {
        const Spec spec = specOf(R"({"items":[{"id":"i","type":"other","monthly":100}],"measures":[
            {"id":"m","type":"factor","item":"i","driver":"cost","factor":0.5,"runCost":10}],
            "scenarios":[{"name":"s","measures":["m"]}]})");
        const ScenarioResult result = evaluate(spec).scenarios[0];
        COMPARE_NEAR(result.monthly, 60.0);
        COMPARE_NEAR(result.waterfall[0], 40.0);
        COMPARE_NEAR(result.shapley.values[0], 40.0);
    }

    void manyMeasuresOnOneItemAreSampled() {
        Spec spec;
        spec.items.push_back({"i", "i", ItemType::Other, {{Quantity::point(1000)}, {}, {}}});
        spec.scenarios.push_back({"s", {}});
        for (std::size_t k = 0; k < 18; ++k) {
            Measure measure;
            measure.items = {0};
            measure.fields = {{Quantity::point(0.98)}, {{"driver", "cost"}}, {}};
            spec.measures.push_back(measure);
            spec.scenarios[0].measures.push_back(k);
        }
        const ScenarioResult result = evaluate(spec).scenarios[0];
        QVERIFY(!result.shapley.exact);
        COMPARE_NEAR(std::accumulate(result.shapley.values.begin(), result.shapley.values.end(), 0.0), result.saving);
        for (std::size_t k = 0; k < 18; ++k)
            QVERIFY(std::abs(result.shapley.values[k] - result.saving / 18) < 5 * result.shapley.errors[k] + 1e-9);
    }

    void rampsAreTheMeanOfEachMonth() {
        Measure measure;
        QCOMPARE(levelInMonth(measure, 1), 1.0);
        measure.startMonth = 3;
        QCOMPARE(levelInMonth(measure, 2), 0.0);
        QCOMPARE(levelInMonth(measure, 3), 1.0);
        measure.startMonth = 1;
        measure.rampMonths = 3; // a linear ramp of 90 days banks half of them
        COMPARE_NEAR(levelInMonth(measure, 1), 1.0 / 6);
        COMPARE_NEAR(levelInMonth(measure, 2), 1.0 / 2);
        COMPARE_NEAR(levelInMonth(measure, 3), 5.0 / 6);
        COMPARE_NEAR(levelInMonth(measure, 4), 1.0);
        measure.startMonth = 1.5;
        measure.rampMonths = 0;
        QCOMPARE(levelInMonth(measure, 1), 0.5);
    }

    void monthsFollowStartAndRamp() {
        const Spec spec =
            specOf(R"({"horizonMonths":6,"discountRate":0,"items":[{"id":"i","type":"other","monthly":100}],
            "measures":[{"id":"m","type":"factor","item":"i","driver":"cost","factor":0.4,"startMonth":2,"rampMonths":3,
            "oneOff":120,"runCost":6}],"scenarios":[{"name":"s","measures":["m"]}]})");
        const ScenarioResult result = evaluate(spec).scenarios[0];
        const std::vector<double> expected{100, 96, 76, 56, 46, 46};
        for (std::size_t k = 0; k < 6; ++k)
            COMPARE_NEAR(result.months[k], expected[k]);
        COMPARE_NEAR(result.npv, 4 + 24 + 44 + 54 + 54 - 120.0);
        COMPARE_NEAR(*result.payback, 4 + 48.0 / 54);
    }

    void aRampBeyondTheHorizonStillPaysBack() {
        const Spec spec = specOf(R"({"horizonMonths":12,"items":[{"id":"i","type":"other","monthly":100}],
            "measures":[{"id":"m","type":"factor","item":"i","driver":"cost","factor":0.5,"startMonth":13,"oneOff":100}],
            "scenarios":[{"name":"s","measures":["m"]}]})");
        const ScenarioResult result = evaluate(spec).scenarios[0];
        COMPARE_NEAR(*result.payback, 14.0);
        COMPARE_NEAR(result.npv, -100.0);
        QVERIFY(result.irr.rates.empty());
    }

    void aMeasureNeedsItsPrerequisites() {
        const Spec spec = specOf(R"({"items":[{"id":"i","type":"other","monthly":100}],"measures":[
            {"id":"a","type":"factor","item":"i","driver":"cost","factor":0.8},
            {"id":"b","type":"factor","item":"i","driver":"cost","factor":0.5,"requires":"a","runCost":1}],
            "scenarios":[{"name":"s","measures":["b","a"]}]})");
        COMPARE_NEAR(monthlyWith(spec, {1}), 100.0);
        COMPARE_NEAR(monthlyWith(spec, {0, 1}), 41.0);
        const ScenarioResult result = evaluate(spec).scenarios[0];
        QCOMPARE(result.waterfall[0], 0.0);
        COMPARE_NEAR(result.waterfall[1], 59.0);
        COMPARE_NEAR(result.shapley.values[0], 39.0 / 2); // only together with a: half of 39
    }

    void compiledIsTheSameAsEvaluated() {
        const Spec spec = specOf(R"({"hoursPerMonth":720,"horizonMonths":18,"items":[
            {"id":"ep","type":"endpoint","pricePerHour":{"dist":"uniform","low":25,"high":35},"utilisation":0.3},
            {"id":"tok",)" + kStream +
                                 R"(},{"id":"vec","type":"opensearch-serverless","ocu":2}],"measures":[
            {"id":"a","type":"consolidate","item":"ep","targetUtilisation":{"dist":"pert","low":0.5,"mode":0.6,"high":0.7},
             "oneOff":{"dist":"triangular","low":1000,"mode":2000,"high":6000},"rampMonths":3},
            {"id":"b","type":"prompt-caching","item":"tok","hitRate":{"dist":"uniform","low":0.5,"high":0.98},"startMonth":4},
            {"id":"c","type":"pgvector","item":"vec","acu":0.5}],
            "scenarios":[{"name":"abc","measures":["a","b","c"]},{"name":"a","measures":["a"]}]})");
        const Evaluation evaluated = evaluate(spec);
        QCOMPARE(uncertainInputs(spec).size(), std::size_t(4));
        for (std::size_t k = 0; k < 2; ++k) {
            const Compiled compiled = compile(spec, k);
            QCOMPARE(compiled.inputs, uncertainInputs(spec));
            std::vector<double> means;
            for (const Input& input : compiled.inputs)
                means.push_back(mean(input.quantity));
            const ScenarioResult& scenario = evaluated.scenarios[k];
            COMPARE_NEAR(compiled.value(Outcome::BaselineMonthly, means), evaluated.baselineMonthly);
            COMPARE_NEAR(compiled.monthly(means), scenario.monthly);
            COMPARE_NEAR(compiled.value(Outcome::Saving, means), scenario.saving);
            COMPARE_NEAR(compiled.value(Outcome::OneOff, means), scenario.oneOff);
            COMPARE_NEAR(compiled.value(Outcome::Npv, means), scenario.npv);
            const double months = std::accumulate(scenario.months.begin(), scenario.months.end(), 0.0);
            COMPARE_NEAR(compiled.value(Outcome::HorizonCost, means), months + scenario.oneOff);
            COMPARE_NEAR(compiled.value(Outcome::HorizonSaving, means),
                         evaluated.baselineMonthly * 18 - months - scenario.oneOff);
        }
        QCOMPARE(compile(spec, 0).inputs[0].pointer, std::string("/items/0/pricePerHour"));
    }
};

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
