// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/spec.h"

#include "tests/core/cost/cost_support.h"

using namespace plumb;
using namespace plumb::cost;
using plumb::test::faultsOf;
using plumb::test::specOf;

namespace {

const char* const kEndpoint = R"({"id":"ep","type":"endpoint","pricePerHour":30,"utilisation":0.3})";

std::string withItem(const std::string& item) {
    return R"({"items":[)" + item + "]}";
}
std::string withMeasures(const std::string& measures, const std::string& scenarios = "") {
    return R"({"items":[)" + std::string(kEndpoint) + R"(],"measures":[)" + measures + R"(],"scenarios":[)" +
           scenarios + "]}";
}

} // namespace

class TestSpec : public QObject {
    Q_OBJECT

private slots:
    void theExampleOfTheCommandLineIsRead() {
        const Spec spec = specOf(
            R"({"hoursPerMonth":720,"horizonMonths":12,"discountRate":0.1,"items":[{"id":"ep","type":"endpoint",
            "pricePerHour":30,"instances":1,"utilisation":0.3}, {"id":"vec","type":"opensearch-serverless","ocu":2,
            "pricePerOcuHour":0.24}, {"id":"tok","type":"tokens","requests":1000,"prefixTokens":2000,"inputTokens":500,
            "outputTokens":500,"inputPrice":3,"outputPrice":15}],"measures":[{"id":"m1","type":"consolidate","item":"ep",
            "targetUtilisation":0.6,"oneOff":60000}, {"id":"m2","type":"pgvector","item":"vec","acu":0.5,
            "pricePerAcuHour":0.12}, {"id":"m3","type":"prompt-caching","item":"tok","hitRate":0.9,"readFactor":0.1,
            "writeFactor":1.25}, {"id":"m4","type":"factor","item":"ep","driver":"cost","factor":0.5}],
            "scenarios":[{"name":"all","measures":["m1","m2","m3"]}]})");
        QCOMPARE(spec.items.size(), std::size_t(3));
        QCOMPARE(spec.measures[0].oneOff, Quantity::point(60000));
        QCOMPARE(spec.measures[2].items, std::vector<std::size_t>{2});
        QCOMPARE(spec.scenarios[0].measures, (std::vector<std::size_t>{0, 1, 2}));
        QCOMPARE(*readSpec(writeSpec(spec)), spec);
    }

    void everythingIsWrittenBack() {
        const Spec spec = specOf(
            R"({"currency":"EUR","items":[{"id":"a","type":"endpoint","name":"Chat","pricePerHour":{"dist":"pert","low":25,
            "mode":30,"high":63,"source":"price list"},"utilization":0.3,"region":"eu-west-1","currency":"EUR"},
            {"id":"b","type":"endpoint","pricePerHour":1}],"measures":[{"id":"m","type":"consolidate","items":["a","b"],
            "targetUtilization":0.6,"wholeInstances":true,"runCost":5,"effort":3,"startMonth":2,"rampMonths":3,
            "findings":["COST-1"],"excludes":["n"],"name":"Share"},{"id":"n","type":"schedule","item":"a","hoursPerDay":12},
            {"id":"o","type":"factor","item":"b","driver":"instances","factor":0.5,"requires":"m"}],
            "scenarios":[{"name":"s","measures":["m","o"]}]})");
        QCOMPARE(*readSpec(writeSpec(spec)), spec);
        QCOMPARE(spec.measures[0].rampMonths, 3.0);
        QCOMPARE(spec.measures[2].prerequisites, std::vector<std::size_t>{0});
    }

    void faultsHaveTheirPlace_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const std::string& text, const char* expected) {
            QTest::newRow(name) << QString::fromStdString(text) << expected;
        };
        row("not an object", "[]", "C001  The document is not an object");
        row("no items", "{}", "C004  There are no items");
        row("items are text", R"({"items":"ep"})", "C001 /items");
        row("negative price", withItem(R"({"id":"a","type":"endpoint","pricePerHour":-30})"),
            "C002 /items/0/pricePerHour -30 can't be right here.");
        row("missing price", withItem(R"({"id":"a","type":"endpoint"})"), "C004 /items/0 \"pricePerHour\" is missing");
        row("utilisation 0", withItem(R"({"id":"a","type":"endpoint","pricePerHour":1,"utilisation":0})"),
            "C002 /items/0/utilisation 0 can't");
        row("probability over 1",
            withMeasures(R"({"id":"m","type":"consolidate","item":"ep","targetUtilisation":1.2})"),
            "C002 /measures/0/targetUtilisation 1.2 can't");
        row("low above mode",
            withItem(R"({"id":"a","type":"endpoint","pricePerHour":{"dist":"pert","low":3,"mode":2,"high":5}})"),
            "C003 /items/0/pricePerHour mode 2");
        row("horizon 0", R"({"horizonMonths":0,"items":[{"id":"a","type":"other","monthly":1}]})",
            "C002 /horizonMonths 0 can't");
        row("half a month", R"({"horizonMonths":12.5,"items":[{"id":"a","type":"other","monthly":1}]})",
            "C002 /horizonMonths 12.5 is not a whole");
        row("rate as range",
            R"({"discountRate":{"dist":"uniform","low":0,"high":1},"items":[{"id":"a","type":"other","monthly":1}]})",
            "C001 /discountRate");
        row("hours of a year", R"({"hoursPerMonth":8760,"items":[{"id":"a","type":"other","monthly":1}]})",
            "C002 /hoursPerMonth");
        row("more hours than a month", withItem(R"({"id":"a","type":"endpoint","pricePerHour":1,"hoursOn":800})"),
            "C002 /items/0/hoursOn");
        row("unknown type", withItem(R"({"id":"a","type":"endpointx"})"),
            "C005 /items/0/type There is no type \"endpointx\"");
        row("unknown field", withItem(R"({"id":"a","type":"other","monthly":1,"price":2})"), "C001 /items/0/price");
        row("two names", withItem(R"({"id":"a","type":"endpoint","pricePerHour":1,"utilisation":1,"utilization":1})"),
            "C006 /items/0/utilization");
        row("same id", withItem(R"({"id":"a","type":"other","monthly":1},{"id":"a","type":"other","monthly":1})"),
            "C006 /items/1/id");
        row("no id", withItem(R"({"type":"other","monthly":1})"), "C004 /items/0 \"id\" is missing");
        row("two currencies", R"({"currency":"USD","items":[{"id":"a","type":"other","monthly":1,"currency":"EUR"}]})",
            "C010 /items/0/currency");
        row("classic that sleeps", withItem(R"({"id":"a","type":"opensearch-serverless","ocu":2,"activeShare":0.5})"),
            "C001 /items/0/activeShare");
        row("unknown item", withMeasures(R"({"id":"m","type":"schedule","item":"epp","hoursPerDay":12})"),
            "C005 /measures/0/item There is no item \"epp\"");
        row("no scope", withMeasures(R"({"id":"m","type":"schedule","hoursPerDay":12})"), "C004 /measures/0");
        row("no hours", withMeasures(R"({"id":"m","type":"schedule","item":"ep"})"), "C004 /measures/0 The schedule");
        row("wrong kind of item", withMeasures(R"({"id":"m","type":"prompt-caching","item":"ep","hitRate":0.9})"),
            "C009 /measures/0/item");
        row("unknown driver", withMeasures(R"({"id":"m","type":"factor","item":"ep","driver":"instance","factor":1})"),
            "C005 /measures/0/driver");
        row("no driver", withMeasures(R"({"id":"m","type":"factor","item":"ep","factor":1})"),
            "C004 /measures/0 \"driver\" is missing");
        row("circle",
            withMeasures(R"({"id":"a","type":"factor","item":"ep","driver":"cost","factor":1,"requires":["b"]},
                {"id":"b","type":"factor","item":"ep","driver":"cost","factor":1,"requires":["a"]})"),
            "C007 /measures/0/requires Prerequisites go in a circle: a -> b -> a.");
        row("itself",
            withMeasures(R"({"id":"a","type":"factor","item":"ep","driver":"cost","factor":1,"requires":"a"})"),
            "C007 /measures/0/requires Prerequisites go in a circle: a -> a.");
        row("no prerequisite",
            withMeasures(R"({"id":"a","type":"factor","item":"ep","driver":"cost","factor":1,"requires":"b"},
                {"id":"b","type":"factor","item":"ep","driver":"cost","factor":1})",
                         R"({"name":"s","measures":["a"]})"),
            "C008 /scenarios/0/measures \"a\" needs \"b\"");
        row("excluded",
            withMeasures(R"({"id":"a","type":"factor","item":"ep","driver":"cost","factor":1},
                {"id":"b","type":"factor","item":"ep","driver":"cost","factor":1,"excludes":"a"})",
                         R"({"name":"s","measures":["a","b"]})"),
            "C008 /scenarios/0/measures \"a\" and \"b\" exclude each other");
        row("unknown measure", withMeasures("", R"({"name":"s","measures":["m1"]})"), "C005 /scenarios/0/measures");
        row("unknown key", withItem(kEndpoint).insert(1, R"("itmes":[],)"), "C001 /itmes There is no field");
    }
    void faultsHaveTheirPlace() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const std::string faults = faultsOf(text.toStdString());
        QVERIFY2(QString::fromStdString(faults).startsWith(expected), faults.c_str());
        QCOMPARE(std::count(faults.begin(), faults.end(), '\n'), 1); // no message that only follows from it
    }

    void everyFaultIsCollected() {
        const auto spec = readSpec(
            parseJson(
                R"({"horizonMonths":0,"items":[{"id":"a","type":"endpointx"},{"id":"b","type":"other","monthly":-1}],
                "measures":[{"id":"m","type":"consolidate","item":"a"}],"scenarios":[{"name":"s","measures":["x"]}]})")
                .root);
        QVERIFY(!spec);
        QCOMPARE(spec.error().id, std::string("cost.spec"));
        QCOMPARE(spec.error().kind, ErrorKind::Refused);
        QCOMPARE(spec.error().messages.size(), std::size_t(5));
        QCOMPARE(spec.error().messages[1].fix, std::string("Did you mean \"endpoint\"?"));
        for (const Message& message : spec.error().messages)
            QVERIFY2(!message.fix.empty(), message.text.c_str());
    }

    void oddDocumentsAreRefusedWithoutHarm() {
        for (
            const char* text :
            {"null", "3", R"({"items":[null]})", R"({"items":[[]]})", R"({"items":[{"id":3,"type":{}}]})",
             R"({"items":[{"id":"a","type":"other","monthly":[]}],"measures":[{"id":"m","type":"factor","item":[1]}]})",
             R"({"items":[{"id":"a","type":"other","monthly":1e999}]})",
             R"({"items":[{"id":"a","type":"other","monthly":1}],"scenarios":[{"measures":{}}]})"})
            QVERIFY(!readSpec(parseJson(text).root));
    }
};

QTEST_GUILESS_MAIN(TestSpec)
#include "tst_spec.moc"
