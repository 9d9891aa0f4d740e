// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/break_even.h"
#include "core/cost/scenario_picture.h"
#include "core/cost/scenario_risk.h"
#include "core/cost/types.h"
#include "tests/core/cost/cost_support.h"
#include "tests/support/cost_sample.h"

#include <algorithm>
#include <numeric>

using namespace plumb;
using namespace plumb::cost;
using plumb::test::specOf;

namespace {

PictureOptions quick(std::vector<std::size_t> scenarios) {
    PictureOptions options;
    options.scenarios = std::move(scenarios);
    options.trials = 4000;
    options.seed = 11;
    return options;
}

CostPicture made(const Spec& spec, const PictureOptions& options) {
    auto picture = pictureOf(spec, options);
    if (!picture)
        qFatal("%s", picture.error().text.c_str());
    return *picture;
}

Spec sample() {
    return specOf(test::kCostSample);
}

ScenarioRisk risk(const Spec& spec, const std::string& scenario, const PictureOptions& options) {
    RiskQuestion question;
    question.scenario = scenario;
    question.outcome = Outcome::Saving;
    question.options.trials = options.trials;
    question.options.seed = options.seed;
    return *assess(spec, question);
}

bool same(const ScenarioPicture& a, const ScenarioPicture& b) {
    return a.monthly == b.monthly && a.saving == b.saving && a.oneOff == b.oneOff && a.npv == b.npv &&
           a.savings == b.savings && a.cells == b.cells && a.cumulative == b.cumulative && a.paidBack == b.paidBack &&
           a.tornado == b.tornado && a.information == b.information;
}

} // namespace

class tst_scenario_picture : public QObject {
    Q_OBJECT
private slots:
    void saysWhatASimulationSays();
    void addsUpTheMonths();
    void findsTheMonthOfPayback();
    void neverPaysBackWhatIsNotSaved();
    void spreadsTheOutcomesOfTheSaving();
    void asksWhatToMeasureLikeAssess();
    void isTheSameOnAnyThreads();
    void looksAtTheFirstTrialsOfVeryManyForMonths();
    void tellsWhatEachMeasureSavesLast();
    void leavesSlowPartsOut();
    void attributesSmallGroupsEvenWhenQuick();
    void showsABaselineWithoutScenarios();
    void refusesWhatIsNotThere();
    void stopsWhenAsked();
    void standsOnItsBreakEvens();
    void comparesProvisionedWithOnDemand_data();
    void comparesProvisionedWithOnDemand();
    void countsServerlessRequestsBySeconds();
    void leavesOutBreakEvensWithoutFigures();
};

void tst_scenario_picture::saysWhatASimulationSays() {
    const Spec spec = sample();
    const PictureOptions options = quick({1, 0});
    const CostPicture picture = made(spec, options);
    QCOMPARE(picture.scenarios.size(), std::size_t(2));
    for (const ScenarioPicture& scenario : picture.scenarios) {
        const ScenarioRisk expected = risk(spec, spec.scenarios[scenario.scenario].name, options);
        for (const auto& [spread, outcome] :
             {std::pair{&scenario.saving, Outcome::Saving}, std::pair{&scenario.monthly, Outcome::Monthly},
              std::pair{&scenario.oneOff, Outcome::OneOff}, std::pair{&scenario.npv, Outcome::Npv}}) {
            const Summary& s = expected.summary(outcome);
            QVERIFY((*spread == Spread{s.mean, s.stdError, s.p10, s.p50, s.p90}));
        }
    }
    const Evaluation evaluation = evaluate(spec);
    QCOMPARE(picture.baseline, evaluation.baselineMonthly);
    QCOMPARE(picture.items.size(), spec.items.size());
    QCOMPARE(picture.scenarios[1].result.saving, evaluation.scenarios[0].saving);
    QVERIFY(picture.scenarios[1].result.shapley.values == evaluation.scenarios[0].shapley.values);
    QCOMPARE(picture.trials, std::uint64_t(4000));
    QCOMPARE(picture.seed, std::uint64_t(11));
}

void tst_scenario_picture::addsUpTheMonths() {
    Spec spec = sample();
    spec.measures[0].oneOff = Quantity::pert(9000, 14000, 25000);
    const PictureOptions options = quick({0});
    const ScenarioPicture scenario = made(spec, options).scenarios[0];
    QCOMPARE(scenario.cumulative.size(), std::size_t(25));
    const Spread& first = scenario.cumulative.front();
    COMPARE_NEAR(first.mean, -scenario.oneOff.mean);
    COMPARE_NEAR(first.p10, -scenario.oneOff.p90);
    // The last month is what the simulation sums up without discounting.
    const Summary whole = risk(spec, spec.scenarios[0].name, options).summary(Outcome::HorizonSaving);
    const Spread& last = scenario.cumulative.back();
    COMPARE_NEAR(last.mean, whole.mean);
    COMPARE_NEAR(last.stdError, whole.stdError);
    COMPARE_NEAR(last.p10, whole.p10);
    COMPARE_NEAR(last.p50, whole.p50);
    COMPARE_NEAR(last.p90, whole.p90);
    // Each month adds its mean saving; from month 6 on all is at full effect.
    for (std::size_t month = 6; month < 25; ++month)
        COMPARE_NEAR(scenario.cumulative[month].mean - scenario.cumulative[month - 1].mean, scenario.saving.mean);
}

void tst_scenario_picture::findsTheMonthOfPayback() {
    const ScenarioPicture scenario = made(sample(), quick({0})).scenarios[0];
    QVERIFY(scenario.paidBack && scenario.paidBackAtP10);
    const auto month = static_cast<std::size_t>(*scenario.paidBack);
    QVERIFY(scenario.cumulative[month - 1].p50 < 0);
    for (std::size_t later = month; later < scenario.cumulative.size(); ++later)
        QVERIFY(scenario.cumulative[later].p50 >= 0);
    QVERIFY(*scenario.paidBackAtP10 >= *scenario.paidBack);
    // Nothing spent: paid back from the beginning.
    QCOMPARE(made(sample(), quick({2})).scenarios[0].paidBack, std::optional<int>(0));
}

void tst_scenario_picture::neverPaysBackWhatIsNotSaved() {
    Spec spec = sample();
    spec.measures[0].oneOff = Quantity::point(1e7);
    const ScenarioPicture scenario = made(spec, quick({0})).scenarios[0];
    QVERIFY(!scenario.paidBack && !scenario.paidBackAtP10);
}

void tst_scenario_picture::spreadsTheOutcomesOfTheSaving() {
    const Spec spec = sample();
    const PictureOptions options = quick({0});
    const ScenarioPicture scenario = made(spec, options).scenarios[0];
    std::vector<double> sorted =
        risk(spec, spec.scenarios[0].name, options).simulation.outputs[std::size_t(Outcome::Saving)].values;
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(scenario.savings.size(), kSavingPoints);
    QVERIFY(std::is_sorted(scenario.savings.begin(), scenario.savings.end()));
    QCOMPARE(scenario.savings.front(), sorted.front());
    QCOMPARE(scenario.savings.back(), sorted.back());
    QCOMPARE(scenario.savings[200], scenario.saving.p50);
    QCOMPARE(scenario.cells.counts.size(), kSavingCells);
    const double end = scenario.cells.low + kSavingCells * scenario.cells.width;
    const auto inside = std::count_if(sorted.begin(), sorted.end(),
                                      [&](double x) { return x >= scenario.cells.low && x <= end * (1 + 1e-12); });
    const auto counted = std::accumulate(scenario.cells.counts.begin(), scenario.cells.counts.end(), std::uint64_t(0));
    QCOMPARE(counted, static_cast<std::uint64_t>(inside));
    QVERIFY(counted >= 3976 && counted <= 3984); // without a quarter of a percent on either side
    // Without ranges every outcome is one and the same.
    const ScenarioPicture certain = made(spec, quick({2})).scenarios[0];
    QCOMPARE(certain.saving, Spread{});
    QCOMPARE(certain.cells.width, 0.0);
    QVERIFY(certain.cells.counts == std::vector<std::uint64_t>{4000});
}

void tst_scenario_picture::asksWhatToMeasureLikeAssess() {
    const Spec spec = sample();
    const PictureOptions options = quick({0});
    const ScenarioPicture scenario = made(spec, options).scenarios[0];
    const ScenarioRisk expected = risk(spec, spec.scenarios[0].name, options);
    QCOMPARE(scenario.tornado, expected.tornado);
    QVERIFY(scenario.information == expected.information.perInput);
    QVERIFY(scenario.inputs == expected.inputs);
    QCOMPARE(scenario.inputs.size(), std::size_t(10));
}

void tst_scenario_picture::isTheSameOnAnyThreads() {
    PictureOptions options = quick({0, 1, 2});
    options.threads = 1;
    const CostPicture one = made(sample(), options);
    for (const std::size_t threads : {2, 3, 7}) {
        options.threads = threads;
        const CostPicture more = made(sample(), options);
        for (std::size_t k = 0; k < one.scenarios.size(); ++k)
            QVERIFY(same(one.scenarios[k], more.scenarios[k]));
    }
    options.seed = 12;
    QVERIFY(!same(one.scenarios[0], made(sample(), options).scenarios[0]));
}

void tst_scenario_picture::looksAtTheFirstTrialsOfVeryManyForMonths() {
    PictureOptions options = quick({0});
    options.slow = false;
    options.trials = kMostMonthTrials;
    const CostPicture most = made(sample(), options);
    options.trials = kMostMonthTrials + 5000;
    const CostPicture more = made(sample(), options);
    QVERIFY(more.scenarios[0].cumulative == most.scenarios[0].cumulative);
    QVERIFY(more.scenarios[0].saving != most.scenarios[0].saving);
    QCOMPARE(more.trials, kMostMonthTrials + 5000);
}

void tst_scenario_picture::tellsWhatEachMeasureSavesLast() {
    const Spec spec = sample();
    const CostPicture picture = made(spec, quick({0}));
    const std::vector<std::size_t>& on = spec.scenarios[0].measures;
    const double now = monthlyWith(spec, on);
    QCOMPARE(picture.alone.size(), spec.measures.size());
    for (std::size_t k = 0; k < spec.measures.size(); ++k) {
        std::vector<std::size_t> others = on;
        const auto found = std::find(others.begin(), others.end(), k);
        const bool isOn = found != others.end();
        if (isOn)
            others.erase(found);
        else
            others.push_back(k);
        const double turned = monthlyWith(spec, others);
        COMPARE_WITHIN(picture.alone[k], isOn ? turned - now : now - turned, 1e-8);
    }
    Spec strict = spec;
    strict.measures[7].excludes = {2}; // prompt caching is on
    QCOMPARE(made(strict, quick({0})).alone[7], 0.0);
    strict.measures[7].excludes.clear();
    strict.measures[2].excludes = {7};
    QCOMPARE(made(strict, quick({0})).alone[7], 0.0);
    strict.measures[2].excludes.clear();
    strict.measures[7].prerequisites = {6};
    QVERIFY(made(strict, quick({0})).alone[7] > 0);
    QCOMPARE(made(strict, quick({1})).alone[7], 0.0); // there pgvector is not on
}

void tst_scenario_picture::leavesSlowPartsOut() {
    PictureOptions options = quick({0});
    options.slow = false;
    const CostPicture picture = made(sample(), options);
    QVERIFY(picture.frontier.empty());
    QVERIFY(picture.scenarios[0].information.empty());
    options.slow = true;
    const CostPicture whole = made(sample(), options);
    QVERIFY(whole.frontier.size() > 5 && whole.frontierComplete);
    QVERIFY(whole.scenarios[0].saving == picture.scenarios[0].saving);
    Spec spec = sample();
    for (Measure& measure : spec.measures)
        measure.effort = 0;
    const CostPicture effortless = made(spec, options);
    QVERIFY(effortless.frontier.empty());
    QCOMPARE(effortless.frontierTrouble, std::string("no measure has an effort"));
}

void tst_scenario_picture::attributesSmallGroupsEvenWhenQuick() {
    std::string measures;
    std::string names;
    for (int k = 0; k < 9; ++k) {
        measures += (k == 0 ? "" : ",") + std::string(R"({"id":"m)") + std::to_string(k) +
                    R"(","type":"factor","item":"x","driver":"cost","factor":0.9})";
        names += (k == 0 ? "\"m" : ",\"m") + std::to_string(k) + "\"";
    }
    Spec spec = specOf(R"({"items":[{"id":"x","type":"other","monthly":100}],"measures":[)" + measures +
                       R"(],"scenarios":[{"name":"all","measures":[)" + names + "]}]}");
    QVERIFY(evaluateScenario(spec, 0, false).shapley.values.empty());
    QCOMPARE(evaluateScenario(spec, 0, false).waterfall.size(), std::size_t(9));
    QCOMPARE(evaluateScenario(spec, 0).shapley.values.size(), std::size_t(9));
    spec.scenarios[0].measures.pop_back();
    QCOMPARE(evaluateScenario(spec, 0, false).shapley.values.size(), std::size_t(8));
}

void tst_scenario_picture::showsABaselineWithoutScenarios() {
    Spec spec = sample();
    spec.scenarios.clear();
    const CostPicture picture = made(spec, quick({0}));
    QVERIFY(picture.scenarios.empty());
    QVERIFY(picture.baseline > 30'000);
    QVERIFY(!picture.frontier.empty());
    COMPARE_WITHIN(picture.alone[1], picture.baseline - monthlyWith(spec, {1}), 1e-8);
    QVERIFY(made(sample(), quick({})).scenarios.empty());
    QCOMPARE(made(Spec{}, quick({})).baseline, 0.0);
}

void tst_scenario_picture::refusesWhatIsNotThere() {
    QCOMPARE(pictureOf(sample(), quick({0, 3})).error().id, std::string("cost.scenario"));
    QCOMPARE(pictureOf(sample(), quick({0, 1, 2, 0, 1})).error().id, std::string("cost.scenario"));
    PictureOptions options = quick({0});
    options.trials = 0;
    QCOMPARE(pictureOf(sample(), options).error().id, std::string("cost.trials"));
    Spec spec = sample();
    spec.items[5].fields.numbers[training::PricePerHour] = Quantity::lognormal(1e-300, 1e300);
    QCOMPARE(pictureOf(spec, quick({0})).error().id, std::string("cost.notFinite"));
}

void tst_scenario_picture::stopsWhenAsked() {
    PictureOptions options = quick({0, 1});
    options.threads = 1;
    std::vector<std::size_t> seen;
    options.progress = [&](std::size_t done, std::size_t total) {
        seen.push_back(done);
        return done <= total;
    };
    QVERIFY(pictureOf(sample(), options).has_value());
    QVERIFY(std::is_sorted(seen.begin(), seen.end()) && seen.size() > 10);
    for (std::size_t after = 0; after < seen.size(); ++after) {
        std::size_t calls = 0;
        options.progress = [&](std::size_t, std::size_t) { return calls++ < after; };
        const auto picture = pictureOf(sample(), options);
        QVERIFY(!picture.has_value());
        QCOMPARE(picture.error().kind, ErrorKind::Cancelled);
    }
}

void tst_scenario_picture::standsOnItsBreakEvens() {
    const CostPicture picture = made(sample(), quick({0}));
    QCOMPARE(picture.breakEvens.size(), std::size_t(3));
    const BreakEvenPicture& store = picture.breakEvens[0];
    QCOMPARE(toText(store.kind), std::string_view("pgvector"));
    QCOMPARE(store.item, std::string("pgvector"));
    QCOMPARE(store.curve.breakEven.size(), std::size_t(1));
    COMPARE_NEAR(store.curve.breakEven[0], pgvectorBreakEven(2, 0.24, 0.12));
    COMPARE_NEAR(*store.now, (0.5 + 0.6 + 1.5) / 3);

    const BreakEvenPicture& cache = picture.breakEvens[1];
    QCOMPARE(cache.kind, BreakEvenKind::CacheHitRate);
    COMPARE_NEAR(cache.curve.breakEven.at(0), cacheBreakEvenHitRate(0.1, 1.25));
    COMPARE_NEAR(cache.curve.b.front(), picture.items[2].cost);
    COMPARE_NEAR(*cache.now, (0.6 + 4 * 0.85 + 0.95) / 6);

    const BreakEvenPicture& hosts = picture.breakEvens[2];
    QCOMPARE(hosts.kind, BreakEvenKind::SelfHosting);
    QCOMPARE(hosts.item, std::string("reader"));
    // The load costs on the API's line what the stream costs in the bill.
    COMPARE_NEAR(*hosts.now * hosts.curve.b.back() / hosts.curve.x.back(), picture.items[2].cost);
    QVERIFY(hosts.curve.x.back() > *hosts.now && hosts.curve.x.back() > hosts.curve.breakEven.at(0));
}

void tst_scenario_picture::comparesProvisionedWithOnDemand_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("enter") << R"({"items":[{"id":"t","type":"tokens","requests":730000,"inputTokens":1500,
        "outputTokens":500,"inputPrice":3,"outputPrice":9}],
      "measures":[{"id":"p","type":"enter-provisioned","item":"t","modelUnits":2,"pricePerUnitHour":36}]})";
    QTest::newRow("leave") << R"({"items":[{"id":"t","type":"provisioned","modelUnits":2,"pricePerUnitHour":36}],
      "measures":[{"id":"p","type":"leave-provisioned","item":"t","requests":730000,"inputTokens":1500,
        "outputTokens":500,"inputPrice":3,"outputPrice":9}]})";
}

void tst_scenario_picture::comparesProvisionedWithOnDemand() {
    QFETCH(QString, text);
    const CostPicture picture = made(specOf(text.toStdString()), quick({}));
    QCOMPARE(picture.breakEvens.size(), std::size_t(1));
    const BreakEvenPicture& found = picture.breakEvens[0];
    QCOMPARE(found.kind, BreakEvenKind::Provisioned);
    QCOMPARE(found.item, std::string("p"));
    COMPARE_NEAR(*found.now, 2.0); // 1,000 requests an hour of 2,000 tokens
    COMPARE_NEAR(found.curve.breakEven.at(0), provisionedBreakEven(72, blendedPrice(3, 9, 0.75)));
    QCOMPARE(found.curve.aName, std::string("provisioned, 2 units"));
    QCOMPARE(found.curve.x.back(), 30.0);
}

void tst_scenario_picture::countsServerlessRequestsBySeconds() {
    const CostPicture picture = made(specOf(R"({"items":[{"id":"e","type":"endpoint","pricePerHour":0.115,
        "memoryGb":2,"utilisation":0.1}]})"),
                                     quick({}));
    QCOMPARE(picture.breakEvens.size(), std::size_t(1));
    COMPARE_NEAR(*picture.breakEvens[0].now, 0.1 * 730 * 3600);
    COMPARE_WITHIN(picture.breakEvens[0].curve.breakEven.at(0), serverlessBreakEven(0.115, 730, 1, 2), 1e-6);
    QVERIFY(made(specOf(R"({"items":[{"id":"e","type":"endpoint","pricePerHour":0.115,"memoryGb":8}]})"), quick({}))
                .breakEvens.empty());
}

void tst_scenario_picture::leavesOutBreakEvensWithoutFigures() {
    QVERIFY(made(specOf(R"({"items":[{"id":"x","type":"other","monthly":9}]})"), quick({})).breakEvens.empty());
    QVERIFY(made(specOf(R"({"items":[{"id":"t","type":"tokens","requests":0,"prefixTokens":5,"inputTokens":9,
        "outputTokens":1,"inputPrice":1,"outputPrice":1},{"id":"e","type":"endpoint","pricePerHour":0,"memoryGb":1,
        "instanceType":"ml.g5.xlarge"}],
        "measures":[{"id":"p","type":"enter-provisioned","item":"t","modelUnits":0,"pricePerUnitHour":1}]})"),
                 quick({}))
                .breakEvens.empty());
    const CostPicture aurora =
        made(specOf(R"({"items":[{"id":"a","type":"aurora-pgvector","acu":3,"pricePerAcuHour":0.12}]})"), quick({}));
    QCOMPARE(aurora.breakEvens.size(), std::size_t(1));
    QCOMPARE(aurora.breakEvens[0].now, std::optional<double>(3));
}

QTEST_GUILESS_MAIN(tst_scenario_picture)
#include "tst_scenario_picture.moc"
