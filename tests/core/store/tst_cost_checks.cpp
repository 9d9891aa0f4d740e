// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cost models and prices that no review has are refused before anything is written.
#include "core/store/cost_checks.h"
#include "tests/support/cost_builders.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace plumb;
using namespace plumb::testing;
using review::Costs;
using store::Project;
using store::Writer;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN(), kInf = std::numeric_limits<double>::infinity();

struct Spoil {
    const char* name;
    std::function<void(Costs&)> make;
    const char* id = "review.invalid";
    const char* named = ""; ///< must stand in the sentence
};

Costs& manyItems(Costs& costs, std::size_t count) {
    costs.items.clear();
    for (std::size_t i = 0; i < count; ++i)
        costs.items.push_back({std::to_string(i), "x", "other", {}, {}});
    return costs;
}

const std::vector<Spoil>& spoils() {
    static const std::vector<Spoil> all{
        {"no hours", [](Costs& c) { c.settings.hoursPerMonth = 0; }},
        {"too many hours", [](Costs& c) { c.settings.hoursPerMonth = 744.1; }},
        {"hours that are none", [](Costs& c) { c.settings.hoursPerMonth = kNan; }},
        {"no horizon", [](Costs& c) { c.settings.horizonMonths = 0; }},
        {"too far a horizon", [](Costs& c) { c.settings.horizonMonths = 121; }},
        {"rate of -1", [](Costs& c) { c.settings.discountRate = -1; }},
        {"endless rate", [](Costs& c) { c.settings.discountRate = kInf; }},
        {"too few trials", [](Costs& c) { c.settings.trials = 99; }},
        {"too many trials", [](Costs& c) { c.settings.trials = 10'000'001; }},
        {"seed below 0", [](Costs& c) { c.settings.seed = -1; }},
        {"no currency", [](Costs& c) { c.settings.currency.clear(); }},
        {"long currency", [](Costs& c) { c.settings.currency = std::string(21, 'x'); }, "review.tooLong"},
        {"chosen scenario that is not there", [](Costs& c) { c.settings.scenario = "gone"; }, "review.invalid", "gone"},
        {"item without an id", [](Costs& c) { c.items[0].id.clear(); }},
        {"id with a space", [](Costs& c) { c.items[2].id = "a b"; }, "review.invalid", "a b"},
        {"id with a slash", [](Costs& c) { c.items[2].id = "a/b"; }},
        {"id that is not ASCII", [](Costs& c) { c.items[2].id = "ü"; }},
        {"long id", [](Costs& c) { c.items[2].id = std::string(201, 'x'); }},
        {"id of two items", [](Costs& c) { c.items[2].id = "vec"; }, "review.invalid", "\"vec\""},
        {"item without a name", [](Costs& c) { c.items[0].name.clear(); }},
        {"long name", [](Costs& c) { c.items[0].name = std::string(301, 'x'); }, "review.tooLong", "vec"},
        {"name that is not UTF-8", [](Costs& c) { c.items[0].name = "A\xff"; }},
        {"long note", [](Costs& c) { c.items[0].note = std::string(100'001, 'x'); }, "review.tooLong"},
        {"item without a type", [](Costs& c) { c.items[0].type.clear(); }},
        {"odd type", [](Costs& c) { c.items[0].type = "a type"; }},
        {"field without a name", [](Costs& c) { c.items[0].fields[""] = "1"; }},
        {"odd field", [](Costs& c) { c.items[0].fields["price per hour"] = "1"; }},
        {"value that is no JSON", [](Costs& c) { c.items[0].fields["ocus"] = "two"; }, "review.invalid", "ocus"},
        {"measure's value that is no JSON", [](Costs& c) { c.measures[0].fields["factor"] = "{"; }},
        {"long value", [](Costs& c) { c.items[0].fields["ocus"] = '"' + std::string(3999, 'x') + '"'; },
         "review.tooLong"},
        {"id of two measures", [](Costs& c) { c.measures[1].id = "half"; }},
        {"measure without a name", [](Costs& c) { c.measures[1].name.clear(); }},
        {"item that is not there", [](Costs& c) { c.measures[0].items = {"gone"}; }, "review.invalid", "gone"},
        {"item named twice",
         [](Costs& c) {
             c.measures[0].items = {"vec", "vec"};
         }},
        {"excluded measure that is not there", [](Costs& c) { c.measures[0].excludes = {"vec"}; }},
        {"prerequisite that is not there", [](Costs& c) { c.measures[0].prerequisites = {"gone"}; }},
        {"measure that excludes itself", [](Costs& c) { c.measures[0].excludes = {"schedule"}; }},
        {"measure that needs itself", [](Costs& c) { c.measures[0].prerequisites = {"schedule"}; }},
        {"prerequisite named twice",
         [](Costs& c) {
             c.measures[0].prerequisites = {"half", "half"};
         }},
        {"scenario without an id", [](Costs& c) { c.scenarios[1].id.clear(); }},
        {"id of two scenarios", [](Costs& c) { c.scenarios[1].id = "all"; }},
        {"scenario without a name", [](Costs& c) { c.scenarios[1].name.clear(); }},
        {"name of two scenarios", [](Costs& c) { c.scenarios[1].name = "Everything"; }, "review.invalid", "Everything"},
        {"measure of a scenario that is not there", [](Costs& c) { c.scenarios[1].measures = {"vec"}; }},
        {"measure twice in a scenario",
         [](Costs& c) {
             c.scenarios[1].measures = {"half", "half"};
         }},
        {"too many items",
         [](Costs& c) {
             c.measures.clear();
             c.scenarios.clear();
             manyItems(c, review::kMaxCostItems + 1);
         },
         "review.tooLong", "10001"},
    };
    return all;
}

struct PriceSpoil {
    const char* name;
    std::function<void(review::Price&)> make;
    const char* id = "review.invalid";
};

const std::vector<PriceSpoil>& priceSpoils() {
    using review::Price;
    static const std::vector<PriceSpoil> all{
        {"no subject", [](Price& p) { p.subject.clear(); }},
        {"long subject", [](Price& p) { p.subject = std::string(201, 'x'); }, "review.tooLong"},
        {"no field", [](Price& p) { p.field.clear(); }},
        {"odd field", [](Price& p) { p.field = "input price"; }},
        {"below 0", [](Price& p) { p.amount = -0.01; }},
        {"not a number", [](Price& p) { p.amount = kNan; }},
        {"endless", [](Price& p) { p.amount = kInf; }},
        {"no currency", [](Price& p) { p.currency.clear(); }},
        {"unit with a NUL", [](Price& p) { p.unit = std::string("a\0b", 3); }},
        {"long region", [](Price& p) { p.region = std::string(301, 'x'); }, "review.tooLong"},
        {"long source", [](Price& p) { p.source = std::string(4001, 'x'); }, "review.tooLong"},
        {"30 February",
         [](Price& p) {
             p.validFrom = {2026, 2, 30};
         }},
        {"month 13",
         [](Price& p) {
             p.validUntil = {2026, 13, 1};
         }},
        {"twice", [](Price& p) { p.subject = "zone", p.field = "transferPrice"; }},
    };
    return all;
}

} // namespace

class TestCostChecks : public QObject {
    Q_OBJECT

private:
    Folder m_folder;
    World m_world;
    const std::filesystem::path m_path = m_folder / "a.plumb";
    std::unique_ptr<Project> m_project; ///< with fullCosts(), for all that is refused
    std::string m_before;

private slots:
    void initTestCase();
    void cleanupTestCase();
    void fieldValuesAreJsonInOneLine_data();
    void fieldValuesAreJsonInOneLine();
    void refusedCosts_data();
    void refusedCosts();
    void refusedPrices_data();
    void refusedPrices();
    void limitsThemselvesAreFine();
};

void TestCostChecks::initTestCase() {
    m_project = newProject(m_path, m_world, 1);
    VERIFY_OK(putCosts(*m_project, fullCosts()));
    VERIFY_OK(putPrices(*m_project, fullCosts().prices));
    m_before = fileBytes(m_path);
}

void TestCostChecks::cleanupTestCase() {
    QVERIFY(fileBytes(m_path) == m_before); // nothing refused left a trace
}

void TestCostChecks::fieldValuesAreJsonInOneLine_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("fits");
    for (const char* value :
         {"0", "30", "-0.5", "0.39490445859872614", "1e-7", "-1E+3", "123456789012345678901234567890", "true", "null",
          R"("ml.g5.xlarge")", R"("ü \n")", R"({"dist":"pert","low":1,"mode":2,"high":3})", "[1, 2]", "{}"})
        QTest::addRow("%s", value) << QByteArray(value) << true;
    for (const char* value : {"",
                              " ",
                              "two",
                              "NaN",
                              "1e999",
                              "01",
                              "-",
                              "1.",
                              ".5",
                              "+1",
                              "--1",
                              "-01",
                              "1.2.3",
                              "0x10",
                              "1 2",
                              " 1",
                              "1 ",
                              "1\n",
                              "[1,\n2]",
                              "\t1",
                              "'a'",
                              "\"a",
                              "\"a\tb\"",
                              "{\"a\":1,}",
                              R"({"a":1,"a":2})",
                              "\xEF\xBB\xBF"
                              "1",
                              "\"\xff\"",
                              "\"\xed\xa0\x80\"",
                              "// 1",
                              "1;",
                              "undefined"})
        QTest::addRow("%s", QByteArray(value).toPercentEncoding(" {}[]\",:'+").constData())
            << QByteArray(value) << false;
    QTest::newRow("nul") << QByteArray("1\0", 2) << false;
    QTest::newRow("deep") << QByteArray(21, '[') + QByteArray(21, ']') << false;
    QTest::newRow("very deep") << QByteArray(2000, '[') + QByteArray(2000, ']') << false;
    QTest::newRow("long digits") << QByteArray(4000, '1') << false; // endless as a double
    QTest::newRow("long text") << '"' + QByteArray(3998, 'x') + '"' << true;
    QTest::newRow("too long a text") << '"' + QByteArray(3999, 'x') + '"' << false;
}

void TestCostChecks::fieldValuesAreJsonInOneLine() {
    QFETCH(QByteArray, value);
    QFETCH(bool, fits);
    const std::string text = value.toStdString();
    QCOMPARE(store::isFieldValue(text), fits);
    QCOMPARE(store::checkFieldValue("vec", "ocus", text).has_value(), fits);
}

void TestCostChecks::refusedCosts_data() {
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < spoils().size(); ++i)
        QTest::newRow(spoils()[i].name) << static_cast<int>(i);
}

void TestCostChecks::refusedCosts() {
    QFETCH(int, row);
    const Spoil& spoil = spoils().at(static_cast<std::size_t>(row));
    Costs costs = fullCosts();
    costs.items[1].name = "Changed"; // what is fine is not written either
    spoil.make(costs);
    Result<void> told;
    // Even when the command goes on.
    const auto applied = m_project->run("Go on", {}, [&](Writer& writer) -> Result<void> {
        told = writer.putCosts(costs);
        return {};
    });
    VERIFY_FAILS(told, spoil.id);
    QVERIFY2(told.error().text.find(spoil.named) != std::string::npos, told.error().text.c_str());
    VERIFY_OK(applied);
    QVERIFY(applied->rows.empty());
}

void TestCostChecks::refusedPrices_data() {
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < priceSpoils().size(); ++i)
        QTest::newRow(priceSpoils()[i].name) << static_cast<int>(i);
}

void TestCostChecks::refusedPrices() {
    QFETCH(int, row);
    const PriceSpoil& spoil = priceSpoils().at(static_cast<std::size_t>(row));
    std::vector<review::Price> prices{price("zone", "transferPrice", 1), price("model", "inputPrice", 3)};
    spoil.make(prices[1]);
    VERIFY_FAILS(putPrices(*m_project, prices), spoil.id);
}

void TestCostChecks::limitsThemselvesAreFine() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world, 1);
    Costs costs;
    costs.settings = {744, 120, 10, "€", 10'000'000, std::numeric_limits<std::int64_t>::max(), ""};
    const std::string longest(review::kMaxCostId, 'i');
    costs.items = {costItem(longest)};
    costs.items[0].name = std::string(review::kMaxCostName, 'n');
    costs.items[0].note = std::string(review::kMaxNote, 'n');
    costs.items[0].fields = {{longest, '"' + std::string(review::kMaxCostField - 2, 'x') + '"'}};
    costs.prices = {price(longest, longest, review::kMaxMoney)};
    costs.prices[0].source = std::string(review::kMaxPriceSource, 's');
    VERIFY_OK(putCosts(*project, costs));
    VERIFY_OK(putPrices(*project, costs.prices));
    QVERIFY(*project->loadCosts() == costs);
    costs.settings.discountRate = -0.999;
    costs.settings.hoursPerMonth = 0.001;
    costs.settings.horizonMonths = 1;
    costs.settings.trials = 100;
    VERIFY_OK(putCosts(*project, costs));
    QVERIFY(store::verifyFile(path, world.env(), {})->problems.empty());
}

QTEST_GUILESS_MAIN(TestCostChecks)
#include "tst_cost_checks.moc"
