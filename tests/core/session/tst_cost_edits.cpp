// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/cost_edits.h"

#include <QtTest>

using namespace plumb;
using namespace plumb::session;
using Ids = std::vector<std::string>;

namespace {

review::CostMeasure measure(std::string id, Ids items, Ids needs = {}, Ids excludes = {}) {
    review::CostMeasure out;
    out.id = id;
    out.name = "Name of " + id;
    out.type = "factor";
    out.items = std::move(items);
    out.prerequisites = std::move(needs);
    out.excludes = std::move(excludes);
    return out;
}

/// c needs b needs a; x excludes a.
review::Costs model() {
    review::Costs costs;
    costs.items = {{"one", "Fraud Endpoint", "other", {}, {}},
                   {"two", "Store", "other", {}, {}},
                   {"three", "store", "other", {}, {}}};
    costs.measures = {measure("a", {"one"}), measure("b", {"one", "two"}, {"a"}), measure("c", {"two"}, {"b"}),
                      measure("x", {"two"}, {}, {"a"})};
    costs.scenarios = {{"s", "Quick wins", {}}, {"t", "All", {"a", "b", "c"}}};
    costs.settings.scenario = "t";
    return costs;
}

} // namespace

class TestCostEdits : public QObject {
    Q_OBJECT

private slots:
    void thingsAreFoundByIdAndName() {
        const review::Costs costs = model();
        QCOMPARE(*costItemNamed(costs, "one"), std::string("one"));
        QCOMPARE(*costItemNamed(costs, " fraud  endpoint"), std::string("one"));
        QCOMPARE(*costMeasureNamed(costs, "Name of b"), std::string("b"));
        QCOMPARE(*costScenarioNamed(costs, "quick wins"), std::string("s"));
        const auto twice = costItemNamed(costs, "Store");
        QVERIFY(!twice && twice.error().id == "session.ambiguousName");
        QCOMPARE(twice.error().args, (Ids{"Store", "two", "three"}));
        const auto wrong = costScenarioNamed(costs, "quick win");
        QVERIFY(!wrong && wrong.error().id == "session.unknownScenario");
        QVERIFY(wrong.error().text.find("Did you mean Quick wins?") != std::string::npos);
    }
    void prerequisitesComeFirstWhenAskedFor() {
        review::Costs costs = model();
        QCOMPARE(switchOn(costs, "s", {"c"}, {}), (Ids{"c"}));
        costs = model();
        QCOMPARE(switchOn(costs, "s", {"c"}, {true, false}), (Ids{"a", "b", "c"}));
        QCOMPARE(costs.scenarios[0].measures, (Ids{"a", "b", "c"}));
        QCOMPARE(switchOn(costs, "s", {"c", "gone"}, {true, false}), Ids{});
        QCOMPARE(switchOn(costs, "nowhere", {"c"}, {true, true}), Ids{});
    }
    void theExcludedGoWithWhatNeedsThem() {
        review::Costs costs = model();
        switchOn(costs, "t", {"x"}, {false, true});
        QCOMPARE(costs.scenarios[1].measures, (Ids{"x"}));
        switchOn(costs, "t", {"a"}, {false, true});
        QCOMPARE(costs.scenarios[1].measures, (Ids{"a"}));
    }
    void switchingOffTakesDependentsWhenAskedFor() {
        review::Costs costs = model();
        QCOMPARE(switchOff(costs, "t", {"b"}, false), (Ids{"b"}));
        costs = model();
        QCOMPARE(switchOff(costs, "t", {"a"}, true), (Ids{"a", "b", "c"}));
        QVERIFY(costs.scenarios[1].measures.empty());
    }
    void circlesEnd() {
        review::Costs costs = model();
        costs.measures[0].prerequisites = {"c"};
        QCOMPARE(switchOn(costs, "s", {"b"}, {true, true}).size(), std::size_t(3));
        QCOMPARE(switchOff(costs, "s", {"b"}, true).size(), std::size_t(3));
    }
    void whatIsTakenOutLeavesNothingBehind() {
        review::Costs costs = model();
        QCOMPARE(measuresOnlyOn(costs, {"two"}), (Ids{"c", "x"}));
        removeItems(costs, {"two"});
        QCOMPARE(costs.items.size(), std::size_t(2));
        QCOMPARE(costs.measures.size(), std::size_t(2));
        QCOMPARE(costs.measures[1].items, (Ids{"one"}));
        QCOMPARE(costs.scenarios[1].measures, (Ids{"a", "b"}));
        removeMeasures(costs, {"a"});
        QVERIFY(costs.measures[0].prerequisites.empty());
        removeScenarios(costs, {"t"});
        QVERIFY(costs.scenarios.size() == 1 && costs.settings.scenario.empty());
    }
};

QTEST_GUILESS_MAIN(TestCostEdits)
#include "tst_cost_edits.moc"
