// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Money of findings: nothing is counted twice, whatever is linked to what.
#include "core/cost/finding_money.h"

#include "core/cost/plan.h"
#include "core/cost/seed.h"
#include "tests/core/cost/any_spec.h"
#include "tests/core/cost/cost_support.h"

using namespace plumb;
using namespace plumb::cost;
using plumb::test::anySpec;

namespace {

double sum(const std::map<std::string, double>& values) {
    double total = 0;
    for (const auto& [ignored, value] : values)
        total += value;
    return total;
}

/// Findings that name some measures by id, by type, by an overlay's name, or by nonsense.
rc::Gen<std::vector<FindingMeasures>> anyFindings(const Spec& spec) {
    return rc::gen::exec([&spec] {
        std::vector<std::string> names{"schedule-endpoint", "move-vector-store", "nonsense", ""};
        for (const Measure& measure : spec.measures) {
            names.push_back(measure.id);
            names.emplace_back(infoOf(measure.type).name);
        }
        std::vector<FindingMeasures> findings(*rc::gen::inRange<std::size_t>(0, 6));
        for (std::size_t f = 0; f < findings.size(); ++f) {
            findings[f].key = "F-" + std::to_string(f);
            findings[f].open = *rc::gen::inRange(0, 3) > 0;
            for (int n = *rc::gen::inRange(0, 4); n > 0; --n)
                findings[f].names.push_back(*rc::gen::elementOf(names));
        }
        return findings;
    });
}

bool close(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

/// Measures that can only make a bill smaller and cost nothing to keep up.
void onlySavers(Spec& spec) {
    for (Measure& measure : spec.measures) {
        measure.type = MeasureType::Factor;
        measure.fields = {{Quantity::point(0.125 * *rc::gen::inRange(0, 9))}, {{"driver", "cost"}}, {}};
        measure.runCost = {};
    }
}

} // namespace

class TestFindingMoney : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20261122 max_success=100"); }

    void idsComeBeforeTypes() {
        const Spec spec = *cost::specOf(seedCosts());
        const std::vector<FindingMeasures> findings{{"COST-1", {"cache-agent"}},
                                                    {"COST-2", {"prompt-caching", "prompt-caching"}},
                                                    {"COST-3", {"move-vector-store", "prompt-caching"}},
                                                    {"COST-4", {"schedule-endpoint", "nonsense"}},
                                                    {"COST-5", {}}};
        const auto linked = linkedMeasures(spec, findings);
        const auto ids = [&](std::size_t f) {
            std::vector<std::string> out;
            for (const std::size_t k : linked[f])
                out.push_back(spec.measures[k].id);
            return out;
        };
        using Ids = std::vector<std::string>;
        QCOMPARE(ids(0), Ids{"cache-agent"});
        QCOMPARE(ids(1), Ids{"cache-prompts"}); // cache-agent belongs to who names it
        QCOMPARE(ids(2), (Ids{"pgvector", "cache-prompts"}));
        QCOMPARE(ids(3), Ids{"schedule"});
        QVERIFY(ids(4).empty());
    }

    void savingsOfTheArticlesCase() {
        const Spec spec = *cost::specOf(seedCosts());
        const ScenarioResult claims = evaluate(spec).scenarios[0];
        std::vector<FindingMeasures> findings{{"COST-1", {"consolidate"}},
                                              {"COST-2", {"move-vector-store"}},
                                              {"COST-3", {"consolidate", "scale-to-zero"}},
                                              {"COST-4", {"spot-training"}}};
        auto saved = savingOfFindings(spec, spec.scenarios[0], claims.shapley.values, findings);
        COMPARE_NEAR(saved["COST-1"], 5400.0); // shared with COST-3
        COMPARE_NEAR(saved["COST-3"], 5400.0);
        COMPARE_NEAR(saved["COST-2"], 302.4);
        QCOMPARE(saved["COST-4"], 0.0);
        findings[2].open = false;
        saved = savingOfFindings(spec, spec.scenarios[0], claims.shapley.values, findings);
        COMPARE_NEAR(saved["COST-1"], 10'800.0);
        QCOMPARE(saved["COST-3"], 0.0);
    }

    void aCostlyMeasureWithoutAFindingTakesFromTheOthers() {
        const Spec spec = test::specOf(R"({"items":[{"id":"a","type":"other","monthly":1000}],
            "measures":[{"id":"save","type":"factor","item":"a","driver":"cost","factor":0.5},
                        {"id":"pay","type":"factor","item":"a","driver":"cost","factor":1,"runCost":300}],
            "scenarios":[{"name":"s","measures":["save","pay"]}]})");
        const std::vector<double> shapley = evaluate(spec).scenarios[0].shapley.values;
        const auto of = [&](const std::vector<FindingMeasures>& findings) {
            return savingOfFindings(spec, spec.scenarios[0], shapley, findings);
        };
        COMPARE_NEAR(of({{"F", {"save"}}}).at("F"), 200.0); // all that the scenario saves
        auto both = of({{"F", {"save"}}, {"G", {"pay"}}});
        COMPARE_NEAR(both["F"], 500.0);
        COMPARE_NEAR(both["G"], -300.0);
    }

    void sumsNeverExceedTheSaving() {
        QVERIFY(rc::check([] {
            const Spec spec = *anySpec(5);
            const auto findings = *anyFindings(spec);
            const ScenarioResult result = evaluate(spec).scenarios[0];
            const auto saved = savingOfFindings(spec, spec.scenarios[0], result.shapley.values, findings);
            RC_ASSERT(sum(saved) <=
                      std::max(result.saving, 0.0) + 1e-9 * (monthlyWith(spec, {}) + std::abs(result.monthly) + 1));
            RC_ASSERT(saved.size() == findings.size());
            for (const FindingMeasures& finding : findings)
                RC_ASSERT(finding.open || saved.at(finding.key) == 0);
        }));
    }

    void theOrderOfFindingsDoesNotMatter() {
        QVERIFY(rc::check([] {
            const Spec spec = *anySpec(5);
            auto findings = *anyFindings(spec);
            const std::vector<double> shapley = evaluate(spec).scenarios[0].shapley.values;
            const auto forward = savingOfFindings(spec, spec.scenarios[0], shapley, findings);
            std::vector<std::string> keys;
            for (const FindingMeasures& finding : findings)
                keys.push_back(finding.key);
            const MoneyAfter money = moneyAfter(spec, 0, findings, keys);
            std::reverse(findings.begin(), findings.end());
            const auto backward = savingOfFindings(spec, spec.scenarios[0], shapley, findings);
            for (const auto& [key, value] : forward)
                RC_ASSERT(close(value, backward.at(key)));
            RC_ASSERT(moneyAfter(spec, 0, findings, keys).measures == money.measures);
        }));
    }

    void nothingClosedIsTheBill() {
        QVERIFY(rc::check([] {
            const Spec spec = *anySpec(4);
            const auto findings = *anyFindings(spec);
            const MoneyAfter none = moneyAfter(spec, 0, findings, {});
            RC_ASSERT(none.before == monthlyWith(spec, {}));
            RC_ASSERT(none.after == none.before);
            RC_ASSERT(none.measures.empty());
            RC_ASSERT(moneyAfter(spec, std::nullopt, findings, {"unknown"}).after == none.before);
        }));
    }

    void saversNeverMakeABillLarger() {
        QVERIFY(rc::check([] {
            Spec spec = *anySpec(5);
            onlySavers(spec);
            const auto findings = *anyFindings(spec);
            std::vector<std::string> keys;
            double last = monthlyWith(spec, {});
            for (const FindingMeasures& finding : findings) {
                keys.push_back(finding.key);
                const double after = moneyAfter(spec, 0, findings, keys).after;
                RC_ASSERT(after <= last * (1 + 1e-12));
                last = after;
            }
        }));
    }

    void closingAllOfAScenarioIsTheScenario() {
        const Spec spec = *cost::specOf(seedCosts());
        std::vector<FindingMeasures> findings;
        std::vector<std::string> keys;
        for (const std::size_t k : spec.scenarios[0].measures) {
            findings.push_back({"F-" + spec.measures[k].id, {spec.measures[k].id}});
            keys.push_back(findings.back().key);
        }
        const MoneyAfter money = moneyAfter(spec, 0, findings, keys);
        QCOMPARE(money.measures, spec.scenarios[0].measures);
        COMPARE_NEAR(money.after, evaluate(spec).scenarios[0].monthly);
    }

    void ofTwoThatExcludeEachOtherTheScenariosStays() {
        const Spec spec = *cost::specOf(seedCosts());
        const std::vector<FindingMeasures> findings{{"A", {"consolidate", "scale-to-zero"}}, {"B", {"schedule"}}};
        const auto idsOf = [&](std::optional<std::size_t> scenario) {
            std::vector<std::string> out;
            for (const std::size_t k : moneyAfter(spec, scenario, findings, {"A", "B"}).measures)
                out.push_back(spec.measures[k].id);
            return out;
        };
        QCOMPARE(idsOf(0), std::vector<std::string>{"consolidate"});
        QCOMPARE(idsOf(1), std::vector<std::string>{"schedule"});
        QCOMPARE(idsOf(2), std::vector<std::string>{"scale-to-zero"});
        QCOMPARE(idsOf({}), std::vector<std::string>{"consolidate"}); // first of the specification
        QCOMPARE(idsOf(99), std::vector<std::string>{"consolidate"});
    }

    void whatLacksItsPrerequisiteStaysOut() {
        const Spec spec = test::specOf(R"({"items":[{"id":"a","type":"other","monthly":1000}],
            "measures":[{"id":"x","type":"factor","item":"a","driver":"cost","factor":0.5,"requires":["y"]},
                        {"id":"y","type":"factor","item":"a","driver":"cost","factor":0.5,"requires":["z"]},
                        {"id":"z","type":"factor","item":"a","driver":"cost","factor":0.5},
                        {"id":"w","type":"factor","item":"a","driver":"cost","factor":0.5,"excludes":["x"]}]})");
        const std::vector<FindingMeasures> findings{{"X", {"x"}}, {"Y", {"y"}}, {"Z", {"z"}}, {"W", {"w"}}};
        const auto after = [&](const std::vector<std::string>& keys) {
            return moneyAfter(spec, {}, findings, keys).after;
        };
        COMPARE_NEAR(after({"X", "Y"}), 1000.0); // z is not there
        COMPARE_NEAR(after({"X", "W"}), 500.0);  // x does not act, so it keeps nothing out
        COMPARE_NEAR(after({"X", "Y", "Z", "W"}), 125.0);
    }
};

QTEST_GUILESS_MAIN(TestFindingMoney)
#include "tst_finding_money.moc"
