// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files with a cost model that no review has: refused at opening or loading, told by verify, mended by salvage.
#include "tests/support/cost_builders.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <set>

using namespace plumb;
using namespace plumb::testing;
using review::Costs;
using store::OpenMode;
using store::Project;

namespace {

using Texts = std::vector<std::string>;

std::string problemIds(const store::VerifyReport& report) {
    std::set<std::string> ids;
    for (const store::Problem& problem : report.problems)
        ids.insert(problem.id);
    std::string text;
    for (const std::string& id : ids)
        text += id + ' ';
    return text;
}

} // namespace

class TestCostCare : public QObject {
    Q_OBJECT

private slots:
    void hostileValuesAreRefusedAtOpening_data();
    void hostileValuesAreRefusedAtOpening();
    void hostileValuesAreRefusedAtLoading_data();
    void hostileValuesAreRefusedAtLoading();
    void verifyFindsWhatIsWrong_data();
    void verifyFindsWhatIsWrong();
    void salvageKeepsCosts();
    void salvageMendsCosts();
    void salvageSaysWhatWasLost();
};

void TestCostCare::hostileValuesAreRefusedAtOpening_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("change");
    const auto row = [](const char* name, const char* table, const char* change) {
        QTest::newRow(name) << QString::fromLatin1(table) << QString::fromLatin1(change);
    };
    row("hours", "cost_settings", "hours_per_month = 800");
    row("horizon", "cost_settings", "horizon_months = 0");
    row("rate", "cost_settings", "discount_rate = -1.0");
    row("endless rate", "cost_settings", "discount_rate = 9e999");
    row("trials", "cost_settings", "trials = 1");
    row("seed", "cost_settings", "seed = -1");
    row("currency", "cost_settings", "currency = ''");
    row("scenario", "cost_settings", "scenario = 'a b'");
    row("item id", "cost_item", "id = 'a/b' WHERE id = 'misc'");
    row("item position", "cost_item", "position = 0");
    row("item name", "cost_item", "name = ''");
    row("item type", "cost_item", "type = ''");
    row("field name", "cost_item_field", "field = 'a b' WHERE field = 'ocus'");
    row("field value", "cost_item_field", "value = ''");
    row("long field value", "cost_measure_field", "value = hex(zeroblob(2001))");
    row("measure id", "cost_measure", "id = '' WHERE id = 'move'");
    row("measure position", "cost_measure_item", "position = -1");
    row("kind of link", "cost_measure_link", "kind = 'likes' WHERE kind = 'needs'");
    row("link to itself", "cost_measure_link", "other_id = measure_id WHERE kind = 'needs'");
    row("scenario name", "cost_scenario", "name = ''");
    row("position in a scenario", "cost_scenario_measure", "position = 1000000000000001");
    row("amount", "cost_price", "amount = -1");
    row("endless amount", "cost_price", "amount = 9e999");
    row("price currency", "cost_price", "currency = ''");
    row("day", "cost_price", "valid_from = 'soon'");
}

void TestCostCare::hostileValuesAreRefusedAtOpening() {
    QFETCH(QString, table);
    QFETCH(QString, change);
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    copyFullReview(path);
    QVERIFY(rawSql(path, "PRAGMA ignore_check_constraints=ON; UPDATE " + table.toStdString() + " SET " +
                             change.toStdString()));
    const std::string before = fileBytes(path);
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
        const auto project = Project::open(path, mode, world.env());
        VERIFY_FAILS(project, "store.hostile");
        QCOMPARE(QString::fromStdString(project.error().args.at(0)), table);
    }
    QVERIFY(fileBytes(path) == before);
}

void TestCostCare::hostileValuesAreRefusedAtLoading_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("change");
    const auto row = [](const char* name, const char* table, const char* change) {
        QTest::newRow(name) << QString::fromLatin1(table) << QString::fromLatin1(change);
    };
    row("value that is no JSON", "cost_item_field", "value = 'two'");
    row("value in two lines", "cost_measure_field", "value = '[1,' || char(10) || '2]'");
    row("deep value", "cost_item_field",
        "value = replace(hex(zeroblob(1000)), '00', '[') || replace(hex(zeroblob(1000)), '00', ']')");
    row("value with a NUL", "cost_item_field", "value = CAST(x'310032' AS TEXT)");
    row("value that is not UTF-8", "cost_item_field", "value = CAST(x'2241ff22' AS TEXT)");
    row("name that is not UTF-8", "cost_item", "name = CAST(x'41ff' AS TEXT)");
    row("note that is not UTF-8", "cost_measure", "note = CAST(x'41ff' AS TEXT)");
    row("scenario that is not UTF-8", "cost_scenario", "name = CAST(x'41ff' AS TEXT)");
    row("currency that is not UTF-8", "cost_settings", "currency = CAST(x'41ff' AS TEXT)");
    row("30 February", "cost_price", "valid_until = '2027-02-30'");
    row("source that is not UTF-8", "cost_price", "source = CAST(x'41ff' AS TEXT)");
}

void TestCostCare::hostileValuesAreRefusedAtLoading() {
    QFETCH(QString, table);
    QFETCH(QString, change);
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    copyFullReview(path);
    QVERIFY(rawSql(path, "UPDATE " + table.toStdString() + " SET " + change.toStdString()));
    const auto project = Project::open(path, OpenMode::ReadOnly, world.env()).value();
    const auto costs = project->loadCosts();
    VERIFY_FAILS(costs, "store.hostile");
    QCOMPARE(QString::fromStdString(costs.error().args.at(0)), table);
    VERIFY_FAILS(project->load(), "store.hostile");
    QCOMPARE(problemIds(project->verify({}).value()), std::string("V001 "));
}

void TestCostCare::verifyFindsWhatIsWrong_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char* name, const char* sql, const char* ids) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(ids);
    };
    row("nothing", "", "");
    row("item of fields is missing", "DELETE FROM cost_item WHERE id = 'fraud.endpoint-1'", "V003 ");
    row("measure is missing", "DELETE FROM cost_measure WHERE id = 'half'", "V003 ");
    row("scenario is missing", "DELETE FROM cost_scenario WHERE id = 'first'", "V003 ");
    row("chosen scenario is missing", "UPDATE cost_settings SET scenario = 'gone'", "V011 ");
    row("name of two scenarios", "UPDATE cost_scenario SET name = 'Same'", "V011 ");
    row("state that no command left", "UPDATE cost_item_field SET value = '9'", "V006 ");
    row("price that no command left", "UPDATE cost_price SET amount = 1.25", "V006 ");
}

void TestCostCare::verifyFindsWhatIsWrong() {
    QFETCH(QString, sql);
    QFETCH(QString, ids);
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    copyFullReview(path);
    QVERIFY(rawSql(path, sql.toStdString()));
    const auto report = store::verifyFile(path, world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(QString::fromStdString(problemIds(*report)), ids);
}

void TestCostCare::salvageKeepsCosts() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb", out = folder / "b.plumb";
    copyFullReview(path);
    const auto report = store::salvage(path, out, world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(report->lost, Texts{"The history: it starts anew."});
    QCOMPARE(contentDump(out), contentDump(path));
    QCOMPARE(problemIds(store::verifyFile(out, world.env(), {}).value()), std::string());
    const auto saved = Project::open(out, OpenMode::ReadWrite, world.env()).value();
    QVERIFY(*saved->loadCosts() == fullCosts());
    QVERIFY(putCosts(*saved, fullCosts())->rows.empty());
}

void TestCostCare::salvageMendsCosts() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb", out = folder / "b.plumb";
    copyFullReview(path);
    QVERIFY(rawSql(path, "PRAGMA ignore_check_constraints=ON;"
                         "UPDATE cost_item_field SET value = 'two' WHERE field = 'ocus';"
                         "UPDATE cost_measure_field SET value = '' WHERE field = 'oneOff';"
                         "UPDATE cost_item SET name = CAST(x'41ff' AS TEXT) WHERE id = 'vec';"
                         "DELETE FROM cost_measure WHERE id = 'move';"
                         "UPDATE cost_scenario SET name = 'Same'; UPDATE cost_settings SET scenario = 'gone';"
                         "UPDATE cost_price SET amount = -1 WHERE subject = 'ml.g5.xlarge'"));
    const auto report = store::salvage(path, out, world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(problemIds(store::verifyFile(out, world.env(), {}).value()), std::string());
    const auto saved = Project::open(out, OpenMode::ReadWrite, world.env()).value();
    const auto costs = saved->loadCosts();
    VERIFY_OK(costs);
    Costs expected = fullCosts();
    expected.settings.scenario.clear();
    expected.items[0].fields.erase("ocus");
    expected.items[0].name = "A\xEF\xBF\xBD";
    expected.measures[2].fields.erase("oneOff");
    expected.measures[2].prerequisites.clear();
    expected.measures[0].excludes = {"half"};
    expected.measures.erase(expected.measures.begin() + 1);
    expected.scenarios[0].measures = {"half"};
    expected.scenarios[0].name = "Same";
    expected.scenarios[1].name = "Same (2)";
    expected.prices.erase(expected.prices.begin() + 1);
    QVERIFY(*costs == expected);
    expected.settings.trials = 500;
    VERIFY_OK(putCosts(*saved, expected)); // what was saved can be worked with
}

void TestCostCare::salvageSaysWhatWasLost() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    copyFullReview(path);
    QVERIFY(rawSql(path, "UPDATE cost_item_field SET value = 'two' WHERE field = 'ocus';"
                         "UPDATE cost_settings SET scenario = 'gone'; DELETE FROM cost_item WHERE id = 'misc'"));
    const auto report = store::salvage(path, folder / "b.plumb", world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(report->lost, (Texts{"The field \"ocus\" of \"vec\" in the costs: it can't be read.",
                                  "A row of the table cost_measure_item: what it belongs to (cost_item) is lost.",
                                  "Which scenario was chosen (\"gone\").", "The history: it starts anew."}));
}

QTEST_GUILESS_MAIN(TestCostCare)
#include "tst_cost_care.moc"
