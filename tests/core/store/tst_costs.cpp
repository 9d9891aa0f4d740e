// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The stored cost model: what is put comes back, the least rows are written, undo and redo.
#include "tests/support/cost_builders.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <algorithm>

using namespace plumb;
using namespace plumb::testing;
using review::Costs;
using Names = std::vector<std::string>;

namespace {

/// A review with fullCosts().
struct Fixture {
    Folder folder;
    World world;
    std::filesystem::path path = folder / "a.plumb";
    std::unique_ptr<store::Project> project = newProject(path, world, 3);
    Costs costs = fullCosts();
    Fixture() {
        if (!putCosts(*project, costs) || !putPrices(*project, costs.prices))
            std::abort();
    }
    Names change() { return rowNames(putCosts(*project, costs).value()); }
};

} // namespace

class TestCosts : public QObject {
    Q_OBJECT

private slots:
    void aNewReviewHasNoCosts();
    void whatIsPutComesBack();
    void theSameAgainIsNoCommand();
    void defaultSettingsHaveNoRow();
    void eachChangeWritesItsRowsOnly();
    void aMovedRowAloneIsRewritten();
    void whatIsRemovedTakesItsRowsWithIt();
    void pricesAreReplacedOneByOne();
    void putCostsLeavesPricesAndPutPricesLeavesCosts();
    void undoAndRedoBringBothBack();
    void undoNamesTheRows();
    void typingIsOneCommand();
    void copiesAndCompactedFilesKeepThem();
    void manyInsertsAtOnePlaceStayInOrder();
};

void TestCosts::aNewReviewHasNoCosts() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 3);
    QVERIFY(project->loadCosts()->untouched());
    QVERIFY(project->load()->costs.untouched());
}

void TestCosts::whatIsPutComesBack() {
    Fixture f;
    QVERIFY(*f.project->loadCosts() == f.costs);
    f.project.reset();
    const auto again = store::Project::open(f.path, store::OpenMode::ReadOnly, f.world.env());
    VERIFY_OK(again);
    QVERIFY((*again)->load()->costs == f.costs);
    QVERIFY((*again)->verify({})->problems.empty());
}

void TestCosts::theSameAgainIsNoCommand() {
    Fixture f;
    const std::size_t commands = f.project->history()->size();
    QCOMPARE(f.change(), Names{});
    QVERIFY(putPrices(*f.project, f.costs.prices)->rows.empty());
    std::reverse(f.costs.prices.begin(), f.costs.prices.end());
    QVERIFY(putPrices(*f.project, f.costs.prices)->rows.empty());
    QCOMPARE(f.project->history()->size(), commands);
}

void TestCosts::defaultSettingsHaveNoRow() {
    Fixture f;
    f.costs.settings = {};
    QCOMPARE(f.change(), Names{"delete cost_settings 1"});
    QVERIFY(*f.project->loadCosts() == f.costs);
    f.costs.settings.trials = 100;
    QCOMPARE(f.change(), Names{"insert cost_settings 1"});
    f.costs.settings.seed = 0;
    QCOMPARE(f.change(), Names{"update cost_settings 1"});
}

void TestCosts::eachChangeWritesItsRowsOnly() {
    Fixture f;
    f.costs.items[1].fields["pricePerHour"] = "31";
    QCOMPARE(f.change(), Names{"update cost_item_field fraud.endpoint-1 pricePerHour"});
    f.costs.items[1].fields.erase("note");
    f.costs.items[2].fields["monthlyCost"] = "5e2";
    QCOMPARE(f.change(),
             (Names{"delete cost_item_field fraud.endpoint-1 note", "insert cost_item_field misc monthlyCost"}));
    f.costs.measures[1].name = "Move it";
    f.costs.measures[0].excludes = {"move"};
    f.costs.measures[1].prerequisites = {"schedule"};
    QCOMPARE(f.change(), (Names{"update cost_measure move", "delete cost_measure_link schedule excludes half",
                                "insert cost_measure_link move needs schedule"}));
    f.costs.scenarios[1].name = "Everything";
    f.costs.scenarios[0].name = "Zuerst"; // names change hands in one command
    QCOMPARE(f.change(), (Names{"update cost_scenario all", "update cost_scenario first"}));
    QVERIFY(*f.project->loadCosts() == f.costs);
}

void TestCosts::aMovedRowAloneIsRewritten() {
    Fixture f;
    std::rotate(f.costs.items.begin(), f.costs.items.begin() + 2, f.costs.items.end()); // misc to the front
    QCOMPARE(f.change(), Names{"update cost_item misc"});
    f.costs.items.insert(f.costs.items.begin() + 1, costItem("between"));
    QCOMPARE(f.change(), (Names{"insert cost_item between", "insert cost_item_field between monthlyCost"}));
    std::reverse(f.costs.measures[2].items.begin(), f.costs.measures[2].items.end());
    std::reverse(f.costs.scenarios[0].measures.begin(), f.costs.scenarios[0].measures.end());
    const auto rows = f.change();
    QCOMPARE(rows.size(), std::size_t{2});
    QVERIFY(rows[0].starts_with("update cost_measure_item half ") &&
            rows[1].starts_with("update cost_scenario_measure all "));
    QVERIFY(*f.project->loadCosts() == f.costs);
}

void TestCosts::whatIsRemovedTakesItsRowsWithIt() {
    Fixture f;
    f.costs.measures.erase(f.costs.measures.begin() + 1); // move
    f.costs.measures[0].excludes = {"half"};
    f.costs.measures[1].prerequisites.clear();
    f.costs.measures[1].items = {"misc"};
    f.costs.items.erase(f.costs.items.begin()); // vec
    f.costs.scenarios.erase(f.costs.scenarios.begin());
    f.costs.settings.scenario.clear();
    QCOMPARE(f.change(), (Names{"update cost_settings 1", "delete cost_item vec", "delete cost_item_field vec ocus",
                                "delete cost_item_field vec pricePerHour", "delete cost_measure move",
                                "delete cost_measure_field move factor", "delete cost_measure_item half vec",
                                "delete cost_measure_item move vec", "delete cost_measure_link half needs move",
                                "delete cost_measure_link schedule excludes move", "delete cost_scenario all",
                                "delete cost_scenario_measure all half", "delete cost_scenario_measure all move"}));
    QVERIFY(*f.project->loadCosts() == f.costs);
    const auto prices = f.costs.prices;
    f.costs = {};
    static_cast<void>(f.change());
    f.costs.prices = prices;
    QVERIFY(*f.project->loadCosts() == f.costs);
}

void TestCosts::pricesAreReplacedOneByOne() {
    Fixture f;
    f.costs.prices[1].amount = 1.5;
    f.costs.prices.erase(f.costs.prices.begin());
    f.costs.prices.push_back(price("zone", "transferPrice", 0));
    QCOMPARE(rowNames(putPrices(*f.project, f.costs.prices).value()),
             (Names{"delete cost_price anthropic.claude-sonnet-4-5 inputPrice", "insert cost_price zone transferPrice",
                    "update cost_price ml.g5.xlarge pricePerHour"}));
    QVERIFY(*f.project->loadCosts() == f.costs);
}

void TestCosts::putCostsLeavesPricesAndPutPricesLeavesCosts() {
    Fixture f;
    Costs other = f.costs;
    other.prices.clear();
    QVERIFY(putCosts(*f.project, other)->rows.empty());
    QVERIFY(*f.project->loadCosts() == f.costs);
    VERIFY_OK(putPrices(*f.project, {}));
    QVERIFY(*f.project->loadCosts() == other);
}

void TestCosts::undoAndRedoBringBothBack() {
    Fixture f;
    const std::string full = contentDump(f.path);
    VERIFY_OK(putCosts(*f.project, {}));
    VERIFY_OK(putPrices(*f.project, {}));
    QVERIFY(f.project->loadCosts()->untouched());
    VERIFY_OK(f.project->undo());
    VERIFY_OK(f.project->undo());
    QCOMPARE(contentDump(f.path), full);
    QVERIFY(*f.project->loadCosts() == f.costs);
    VERIFY_OK(f.project->redo());
    VERIFY_OK(f.project->redo());
    QVERIFY(f.project->loadCosts()->untouched());
    VERIFY_OK(f.project->restore(f.project->history()->at(1).id));
    Costs model = f.costs;
    model.prices.clear();
    QVERIFY(*f.project->loadCosts() == model);
    QVERIFY(f.project->verify({})->problems.empty());
}

void TestCosts::undoNamesTheRows() {
    Fixture f;
    f.costs.items.erase(f.costs.items.begin() + 2);
    f.costs.measures[2].items = {"vec"};
    f.costs.settings.seed = 8;
    QCOMPARE(f.change(),
             (Names{"update cost_settings 1", "delete cost_item misc", "delete cost_measure_item half misc"}));
    QCOMPARE(rowNames(f.project->undo().value()),
             (Names{"update cost_settings 1", "insert cost_item misc", "insert cost_measure_item half misc"}));
    QCOMPARE(rowNames(f.project->redo().value()),
             (Names{"update cost_settings 1", "delete cost_item misc", "delete cost_measure_item half misc"}));
}

void TestCosts::typingIsOneCommand() {
    Fixture f;
    const std::size_t commands = f.project->history()->size();
    for (const char* value : {"3", "31", "31.5"}) {
        f.costs.items[1].fields["pricePerHour"] = value;
        VERIFY_OK(f.project->run("Price", "price", [&](store::Writer& writer) { return writer.putCosts(f.costs); }));
    }
    QCOMPARE(f.project->history()->size(), commands + 1);
    VERIFY_OK(f.project->undo());
    QVERIFY(*f.project->loadCosts() == fullCosts());
}

void TestCosts::copiesAndCompactedFilesKeepThem() {
    Fixture f;
    const std::string content = contentDump(f.path);
    VERIFY_OK(f.project->copyTo(f.folder / "b.plumb", {}));
    QCOMPARE(contentDump(f.folder / "b.plumb"), content);
    VERIFY_OK(f.project->compact(f.project->history()->back().id));
    QCOMPARE(contentDump(f.path), content);
    VERIFY_OK(f.project->undo());
    QVERIFY(f.project->loadCosts()->prices.empty());
    QVERIFY(f.project->verify({})->problems.empty());
}

void TestCosts::manyInsertsAtOnePlaceStayInOrder() {
    Fixture f;
    for (int i = 0; i < 30; ++i) { // there is room for ten between two rows that were added one after the other
        f.costs.items.insert(f.costs.items.begin() + 1, costItem("i" + std::to_string(i)));
        VERIFY_OK(putCosts(*f.project, f.costs));
        QVERIFY(*f.project->loadCosts() == f.costs);
    }
    QVERIFY(f.project->verify({})->problems.empty());
}

QTEST_GUILESS_MAIN(TestCosts)
#include "tst_costs.moc"
