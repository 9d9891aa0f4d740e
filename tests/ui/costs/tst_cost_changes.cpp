// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Changes of a cost model as values: everything that a person can do leaves a model that can be computed.
#include "core/cost/plan.h"
#include "tests/ui/costs/northwind_costs.h"
#include "ui/models/cost_edits.h"
#include "ui/models/cost_text.h"
#include "ui/models/money_text.h"

#include <QtTest>

using namespace plumb;
using namespace plumb::test;
using namespace plumb::ui;

class TestCostChanges final : public QObject {
    Q_OBJECT
private slots:
    void everyTypeOfItemAndMeasureIsWholeAtOnce();
    void namesAndIdsAreNeverTakenTwice();
    void anItemTakesItsMeasuresWithIt();
    void switchingOffTakesAlongWhatNeedsIt();
    void switchingOnKeepsTheOrderOfTheList();
    void anExcludedMeasureSaysByWhat();
    void theFirstMeasureMakesAScenario();
    void scenariosAreMadeNamedAndTakenAway();
    void theListKeepsItsOrderWhileBoxesAreTicked();
    void wordsAreForPeople();
};

namespace {
void verifyWhole(const review::Costs& costs, const std::string& about) {
    const auto spec = cost::specOf(costs);
    QVERIFY2(spec.has_value(), (about + ": " + (spec ? "" : spec.error().messages.front().text)).c_str());
}
} // namespace

void TestCostChanges::everyTypeOfItemAndMeasureIsWholeAtOnce() {
    review::Costs costs;
    for (const cost::ItemTypeInfo& type : cost::itemTypes()) {
        const CostChange change = withNewItem(costs, type.name);
        verifyWhole(change.costs, std::string(type.name));
        costs = change.costs;
    }
    for (const cost::MeasureTypeInfo& type : cost::measureTypes())
        for (const review::CostItem& item : costs.items) {
            const auto on = itemTypeOf(item.type)->type;
            if (!type.items.empty() && std::find(type.items.begin(), type.items.end(), on) == type.items.end())
                continue;
            verifyWhole(withNewMeasure(costs, type.name, item.id).costs, std::string(type.name) + " of " + item.id);
        }
}

void TestCostChanges::namesAndIdsAreNeverTakenTwice() {
    review::Costs costs = withNewItem({}, "other", QStringLiteral("Bill")).costs;
    const CostChange second = withNewItem(costs, "other", QStringLiteral("Bill"));
    QCOMPARE(second.costs.items[1].name, std::string("Bill 2"));
    QVERIFY(second.costs.items[1].id != second.costs.items[0].id);
    QCOMPARE(second.label, QStringLiteral("Add item Bill 2"));
}

void TestCostChanges::anItemTakesItsMeasuresWithIt() {
    const CostChange change = withoutItem(smallCosts(), "ep");
    QCOMPARE(change.costs.items.size(), std::size_t(1));
    QCOMPARE(change.costs.measures.size(), std::size_t(1));
    QVERIFY(change.costs.measures[0].prerequisites.empty());
    verifyWhole(change.costs, "without ep");
}

void TestCostChanges::switchingOffTakesAlongWhatNeedsIt() {
    const CostChange change = withSwitched(smallCosts(), "both", "half", false, {"half", "less"});
    QVERIFY(change.costs.scenarios[0].measures.empty());
    QCOMPARE(change.label, QStringLiteral("Switch off Half the endpoint and what needs it"));
    QCOMPARE(whyUnavailable(change.costs, "both", "less"), QStringLiteral("Needs Half the endpoint"));
    QCOMPARE(whyUnavailable(change.costs, "both", "half"), QString());
}

void TestCostChanges::switchingOnKeepsTheOrderOfTheList() {
    const review::Costs costs = northwindCosts();
    const std::vector<std::string> order{"batch", "share", "schedule", "caching"};
    const CostChange change = withSwitched(costs, "quick", "share", true, order);
    QCOMPARE(change.costs.findScenario("quick")->measures,
             (std::vector<std::string>{"batch", "share", "schedule", "caching"}));
}

void TestCostChanges::anExcludedMeasureSaysByWhat() {
    const review::Costs costs = northwindCosts();
    QCOMPARE(whyUnavailable(costs, "quick-wins", "cheaper"), QStringLiteral("Excluded by Prompt caching"));
    QCOMPARE(whyUnavailable(costs, "cheap", "caching"), QStringLiteral("Excluded by Cheaper model, 30 % of chats"));
}

void TestCostChanges::theFirstMeasureMakesAScenario() {
    const review::Costs costs = withNewItem({}, "other", QStringLiteral("Bill")).costs;
    const CostChange change = withNewMeasure(costs, "factor", costs.items[0].id);
    QCOMPARE(change.costs.scenarios.size(), std::size_t(1));
    QCOMPARE(change.costs.scenarios[0].measures, std::vector<std::string>{change.id});
}

void TestCostChanges::scenariosAreMadeNamedAndTakenAway() {
    review::Costs costs = smallCosts();
    QCOMPARE(freeScenarioName(costs, QStringLiteral("Both")), QStringLiteral("Both 2"));
    CostChange change = withNewScenario(costs, QStringLiteral("Third"), "both");
    QCOMPARE(change.costs.chosen()->name, std::string("Third"));
    QCOMPARE(change.costs.chosen()->measures.size(), std::size_t(2));
    change = withScenarioNamed(change.costs, change.id, QStringLiteral("Last"));
    QVERIFY(change.costs.findScenario(change.id)->name == "Last");
    change = withoutScenario(change.costs, change.id);
    QCOMPARE(change.costs.scenarios.size(), std::size_t(2));
    QCOMPARE(change.costs.chosen()->id, std::string("both"));
    QCOMPARE(withChosen(costs, "none").costs.chosen()->id, std::string("none"));
}

void TestCostChanges::theListKeepsItsOrderWhileBoxesAreTicked() {
    review::Costs costs = northwindCosts();
    const auto first = measureOrder(costs, costs.findScenario("quick"), {});
    QCOMPARE(first.front(), std::string("schedule"));
    QCOMPARE(first.size(), std::size_t(8));
    costs = withSwitched(costs, "quick", "caching", false, first).costs;
    QCOMPARE(measureOrder(costs, costs.findScenario("quick"), first), first);
    costs = withSwitched(costs, "quick", "share", true, first).costs;
    QCOMPARE(measureOrder(costs, costs.findScenario("quick"), first), first);
    const CostChange moved = withOrder(costs, "quick", {"batch", "schedule", "share"});
    const auto after = measureOrder(moved.costs, moved.costs.findScenario("quick"), first);
    QCOMPARE(after.front(), std::string("batch"));
}

void TestCostChanges::wordsAreForPeople() {
    QCOMPARE(fieldWords("pricePerOcuHour"), QStringLiteral("Price per OCU hour"));
    QCOMPARE(fieldWords("oneOff"), QStringLiteral("One-off cost"));
    QCOMPARE(measureMeta(northwindCosts().measures[0], QStringLiteral("$")),
             QStringLiteral("M effort, $14,000 once, from month 2"));
    QCOMPARE(roundedMoney(16'684, QStringLiteral("$")), QStringLiteral("$16,700"));
    QCOMPARE(wholeMoney(-1738.2), QStringLiteral("\u22121,738"));
}

QTEST_GUILESS_MAIN(TestCostChanges)
#include "tst_cost_changes.moc"
