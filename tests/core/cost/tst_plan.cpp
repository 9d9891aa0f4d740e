// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The stored model becomes a specification and comes back, and what can't be used is named as people know it.
#include "core/cost/plan.h"

#include "core/cost/seed.h"
#include "tests/core/cost/any_spec.h"
#include "tests/core/cost/cost_support.h"

using namespace plumb;
using namespace plumb::cost;
using plumb::test::anySpec;

namespace {

review::Costs small() {
    review::Costs costs;
    costs.items = {{"vec", "Vectors", "opensearch-serverless", "from the bill", {{"ocu", "2"}}},
                   {"tok",
                    "Stream",
                    "tokens",
                    "",
                    {{"requests", "1000"},
                     {"inputTokens", "10"},
                     {"outputTokens", "5"},
                     {"inputPrice", "3"},
                     {"outputPrice", R"({"dist":"pert","low":10,"mode":15,"high":20,"source":"list"})"}}}};
    costs.measures = {
        {"a", "Move", "pgvector", "asked DBA", {{"acu", "0.5"}, {"effort", "8"}}, {"vec"}, {"b"}, {}},
        {"b",
         "Half",
         "factor",
         "",
         {{"driver", "\"cost\""}, {"factor", "0.5"}, {"oneOff", "100"}},
         {"tok", "vec"},
         {"a"},
         {}},
        {"c", "c", "output-cap", "", {{"maxOutputTokens", "4"}, {"rampMonths", "2"}}, {"tok"}, {}, {"a"}}};
    costs.scenarios = {{"s1", "First", {"a", "c"}}, {"s2", "Second", {"b"}}};
    costs.settings.scenario = "s2";
    costs.settings.trials = 500;
    costs.prices = {{"ml.g5.xlarge", "pricePerHour", "USD per hour", 1.5}};
    return costs;
}

/// Messages as "id pointer: text" lines.
std::string faults(const review::Costs& costs) {
    const auto spec = cost::specOf(costs);
    std::string out;
    if (!spec)
        for (const Message& message : spec.error().messages)
            out += message.id + " " + message.pointer + ": " + message.text + "\n";
    return out;
}

} // namespace

class TestPlan : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20261122 max_success=100"); }

    void positionsAreTheSame() {
        const review::Costs costs = small();
        const auto spec = cost::specOf(costs);
        QVERIFY2(spec.has_value(), faults(costs).c_str());
        QCOMPARE(spec->items[1].id, std::string("tok"));
        QCOMPARE(spec->items[1].name, std::string("Stream"));
        QCOMPARE(spec->measures[1].items, (std::vector<std::size_t>{1, 0}));
        QCOMPARE(spec->measures[0].excludes, std::vector<std::size_t>{1});
        QCOMPARE(spec->measures[2].prerequisites, std::vector<std::size_t>{0});
        QCOMPARE(spec->measures[2].rampMonths, 2.0);
        QCOMPARE(spec->scenarios[0].measures, (std::vector<std::size_t>{0, 2}));
        QCOMPARE(spec->items[1].fields.numbers[tokens::OutputPrice]->source, std::string("list"));
        QCOMPARE(spec->horizonMonths, 24);
    }

    void noItemsAreAnEmptySpecification() {
        const auto spec = cost::specOf({});
        QVERIFY(spec.has_value());
        QVERIFY(spec->items.empty());
        QCOMPARE(evaluate(*spec).baselineMonthly, 0.0);
        review::Costs costs = small();
        costs.items.clear();
        QVERIFY(faults(costs).find("measure a, item: There is no item \"vec\"") != std::string::npos);
    }

    void whatCantBeUsedIsNamed_data() {
        QTest::addColumn<int>("change");
        QTest::addColumn<QString>("expected");
        const char* expected[] = {"C002 item vec, ocu: -2 can't be right here.",
                                  "C004 item vec: \"ocu\" is missing",
                                  "C001 item vec, ocu: two is not JSON.",
                                  "C001 item vec, type: \"type\" can't be a field.",
                                  "C001 item a b, id: \"a b\" can't be an id.",
                                  "C005 measure c, item: There is no item \"nowhere\".",
                                  "C006 measure b, id: \"b\" is there already.",
                                  "C008 scenario s2, measures: \"c\" needs \"a\"",
                                  "C006 scenario s2, name: \"First\" is there already.",
                                  "C006 scenario s1, id: \"s1\" is there already.",
                                  "C002 settings, horizonMonths: A horizon of 6 months can't be planned with.",
                                  "C002 settings, horizonMonths: 0 can't be right here.",
                                  "C002 settings, trials: 10 trials",
                                  "C002 settings, seed: The seed -1 is negative.",
                                  "C002 settings, hoursPerMonth: 100 can't",
                                  "C001 measure a, name: The name has 301 bytes.",
                                  "C003 item tok, outputPrice: mode 30",
                                  "C001 item number 1, id: \"id\" is empty.",
                                  "C002 settings, discountRate: This is not a number.",
                                  "C001 scenarios: There are 101 scenarios.",
                                  "C001 item vec, ocu: \"ocu\" has 4001 bytes.",
                                  "C007 measure a, requires: Prerequisites go in a circle"};
        for (int k = 0; k < int(std::size(expected)); ++k)
            QTest::newRow(expected[k]) << k << expected[k];
    }
    void whatCantBeUsedIsNamed() {
        QFETCH(int, change);
        QFETCH(QString, expected);
        const review::Costs costs = changed(change);
        const std::string all = faults(costs);
        QVERIFY2(QString::fromStdString(all).contains(expected), all.c_str());
        const auto spec = cost::specOf(costs);
        QCOMPARE(spec.error().kind, ErrorKind::Refused);
        QCOMPARE(spec.error().id, std::string("cost.spec"));
        for (const Message& message : spec.error().messages)
            QVERIFY2(!message.fix.empty() && !message.pointer.starts_with('/'), message.text.c_str());
    }

    void comesBackAsItWas() {
        const review::Costs costs = small();
        QCOMPARE(costsOf(*cost::specOf(costs), costs), costs);
        // Without anything to keep, what a specification has is there.
        const review::Costs fresh = costsOf(*cost::specOf(costs));
        QCOMPARE(fresh.items[0].note, std::string());
        QCOMPARE(fresh.settings.trials, std::int64_t(10000));
        QVERIFY(fresh.prices.empty());
        QCOMPARE(fresh.scenarios[0].id, std::string("first"));
        QCOMPARE(*cost::specOf(fresh), *cost::specOf(costs));
    }

    void foreignIdsAndNamesAreMadeFit() {
        Spec spec = test::specOf(R"({"horizonMonths":120,"items":[{"id":"Ep 1","type":"other","monthly":1},
            {"id":"ep-1","type":"other","monthly":2},{"id":"\u00e9\u00e9","type":"other","monthly":3}],
            "measures":[{"id":"m/1","type":"factor","items":["ep-1","Ep 1"],"driver":"cost","factor":0.5}],
            "scenarios":[{"name":"all","measures":["m/1"]}]})");
        spec.scenarios.push_back(spec.scenarios[0]);
        const review::Costs costs = costsOf(spec);
        QCOMPARE(costs.items[0].id, std::string("ep-1"));
        QCOMPARE(costs.items[0].name, std::string("Ep 1"));
        QCOMPARE(costs.items[1].id, std::string("ep-1-2"));
        QCOMPARE(costs.items[2].id, std::string("unnamed"));
        QCOMPARE(costs.measures[0].items, (std::vector<std::string>{"ep-1-2", "ep-1"}));
        QCOMPARE(costs.scenarios[1].name, std::string("all (2)"));
        QCOMPARE(costs.settings.horizonMonths, 60);
        QVERIFY2(cost::specOf(costs).has_value(), faults(costs).c_str());
    }

    void anySpecificationSurvives() {
        QVERIFY(rc::check([] {
            Spec spec = *anySpec(5);
            spec.horizonMonths = *rc::gen::inRange(12, 61);
            const review::Costs costs = costsOf(spec);
            const auto read = cost::specOf(costs);
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == spec);
            RC_ASSERT(costsOf(*read, costs) == costs);
        }));
    }

    void asManyThingsAsAReviewHolds() {
        review::Costs costs;
        for (std::size_t k = 0; k < review::kMaxCostItems; ++k)
            costs.items.push_back({"i" + std::to_string(k), "Item", "other", {}, {{"monthly", "3"}}});
        const auto spec = cost::specOf(costs);
        QVERIFY(spec.has_value());
        QCOMPARE(costsOf(*spec, costs), costs);
        costs.items.push_back({"more", "Item", "other", {}, {{"monthly", "3"}}});
        QCOMPARE(faults(costs), std::string("C001 items: There are 10001 items.\n"));
    }

    void writtenCostsAreInputOfCostEval() {
        const auto spec = readSpec(parseJson(writeJson(writeCosts(small()))).root);
        QVERIFY(spec.has_value());
        QCOMPARE(*spec, *cost::specOf(small()));
        QCOMPARE(*cost::specOf(seedCosts()), *readSpec(writeCosts(seedCosts())));
    }

    void idsComeFromNames() {
        QCOMPARE(freshId("Fraud scoring endpoint", {}), std::string("fraud-scoring-endpoint"));
        QCOMPARE(freshId("Fraud  scoring (endpoint)!", {"fraud-scoring-endpoint"}),
                 std::string("fraud-scoring-endpoint-2"));
        QCOMPARE(freshId("x", {"x", "x-2"}), std::string("x-3"));
        QCOMPARE(freshId("", {}), std::string("unnamed"));
        QCOMPARE(freshId("--\u00fc--", {}), std::string("unnamed"));
        QCOMPARE(freshId(".ml.g5.xlarge.", {}), std::string("ml.g5.xlarge"));
        const std::string longId = freshId(std::string(500, 'a'), {std::string(48, 'a')});
        QVERIFY(longId.size() <= 60 && fitId(longId));
        QVERIFY(!fitId("") && !fitId("a b") && !fitId(std::string(201, 'a')) && fitId("A_b-1.x"));
    }

    void namesOfMeasuresMeanTypes() {
        for (const MeasureTypeInfo& info : measureTypes())
            QCOMPARE(typesNamed(info.name), std::vector<MeasureType>{info.type});
        QCOMPARE(typesNamed("schedule-endpoint"), std::vector<MeasureType>{MeasureType::Schedule});
        QCOMPARE(typesNamed("Batch_Inference"), std::vector<MeasureType>{MeasureType::Batch});
        QCOMPARE(typesNamed("move-vector-store").size(), std::size_t(3));
        QVERIFY(typesNamed("buy-a-lottery-ticket").empty());
        QVERIFY(typesNamed("").empty());
    }

private:
    static review::Costs changed(int change) {
        review::Costs costs = small();
        const auto field = [&](const char* name, const std::string& json) { costs.items[0].fields[name] = json; };
        switch (change) {
        case 0:
            field("ocu", "-2");
            break;
        case 1:
            costs.items[0].fields.clear();
            break;
        case 2:
            field("ocu", "two");
            break;
        case 3:
            field("type", "\"tokens\"");
            break;
        case 4:
            costs.items[0].id = "a b";
            break;
        case 5:
            costs.measures[2].items = {"nowhere"};
            break;
        case 6:
            costs.measures[2].id = "b";
            costs.measures[1].id = "b";
            break;
        case 7:
            costs.scenarios[1].measures = {"c"};
            break;
        case 8:
            costs.scenarios[1].name = "First";
            break;
        case 9:
            costs.scenarios[1].id = "s1";
            break;
        case 10:
            costs.settings.horizonMonths = 6;
            break;
        case 11:
            costs.settings.horizonMonths = 0;
            break;
        case 12:
            costs.settings.trials = 10;
            break;
        case 13:
            costs.settings.seed = -1;
            break;
        case 14:
            costs.settings.hoursPerMonth = 100;
            break;
        case 15:
            costs.measures[0].name = std::string(301, 'n');
            break;
        case 16:
            costs.items[1].fields["outputPrice"] = R"({"dist":"pert","low":10,"mode":30,"high":20})";
            break;
        case 17:
            costs.items[0].id.clear();
            break;
        case 18:
            costs.settings.discountRate = std::nan("");
            break;
        case 19:
            costs.scenarios.assign(101, {"s", "S", {}});
            break;
        case 20:
            field("ocu", "2" + std::string(4000, ' '));
            break;
        default:
            costs.measures[0].prerequisites = {"c"};
            break;
        }
        return costs;
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
