// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the product promises to reproduce, asked of the program; and how it refuses what it can't use.
#include "cli_run.h"
#include "tests/support/must_reproduce.h"

#include <cmath>

using namespace plumb::test;

class TestCliCost : public QObject {
    Q_OBJECT
    CliFolder m_folder;

    QJsonObject eval(const char* spec) {
        m_folder.write("spec.json", spec);
        const Ran ran = m_folder.json({"cost", "eval", "spec.json"});
        return ran.code == 0 ? ran.json() : QJsonObject();
    }
    static bool near(double actual, double expected) {
        if (std::abs(actual - expected) <= 1e-9 * std::abs(expected))
            return true;
        qWarning("%.17g is not %.17g", actual, expected);
        return false;
    }
    static double share(const QJsonObject& result, int scenario) {
        return result[u"scenarios"][scenario][u"saving"].toDouble() / result[u"baselineMonthly"].toDouble();
    }

private slots:
    void idleEndpoint() {
        const QJsonObject at720 = eval(kEndpoint720);
        QVERIFY(near(at720[u"baselineMonthly"].toDouble(), 21600));
        QVERIFY(near(at720[u"items"][0][u"useful"].toDouble(), 6480));
        QVERIFY(near(at720[u"items"][0][u"idle"].toDouble(), 15120));
        QVERIFY(near(at720[u"scenarios"][0][u"monthly"].toDouble(), 10800));
        QVERIFY(near(eval(kEndpoint730)[u"baselineMonthly"].toDouble(), 21900));
    }

    void vectorStore() {
        const QJsonObject at720 = eval(kVector720), at730 = eval(kVector730);
        QVERIFY(near(at720[u"baselineMonthly"].toDouble(), 345.60));
        QVERIFY(near(at730[u"baselineMonthly"].toDouble(), 350.40));
        QVERIFY(near(share(at720, 0), 0.875) && near(share(at730, 0), 0.875));
    }

    void batchAndCaching() {
        QVERIFY(near(share(eval(kBatch), 0), 0.5));
        QVERIFY(near(share(eval(kCaching), 0), 0.314));
        QVERIFY(near(share(eval(kCachingShare), 0), 0.31));
    }

    void agent() {
        const QJsonObject result = eval(kAgent);
        const auto monthly = [](const QJsonValue& items, int k) { return items[k][u"monthly"].toDouble(); };
        const QJsonValue before = result[u"items"], after = result[u"scenarios"][0][u"items"];
        QVERIFY(near(monthly(before, 2), 19500) && near(monthly(before, 3), 1000));
        QVERIFY(near((monthly(before, 2) + monthly(before, 3)) / 2500, 8.2));
        QVERIFY(near(monthly(before, 0) / monthly(before, 1), 73500.0 / 13500));
        QVERIFY(near(monthly(after, 0) / monthly(before, 1), 36375.0 / 13500));
    }

    void threeSavingsOnOneBill() {
        const QJsonObject result = eval(kThree);
        const QJsonValue scenario = result[u"scenarios"][0];
        QVERIFY(near(scenario[u"saving"].toDouble(), 15638.40));
        const double shapley[] = {8269.20, 4575.60, 2793.60}, waterfall[] = {10800, 3348, 1490.40};
        const char* const measures[] = {"a", "b", "c"};
        for (int k = 0; k < 3; ++k) {
            QCOMPARE(scenario[u"shapley"][k][u"measure"].toString(), QString(measures[k]));
            QVERIFY(near(scenario[u"shapley"][k][u"value"].toDouble(), shapley[k]));
            QCOMPARE(scenario[u"waterfall"][k][u"measure"].toString(), QString(measures[k]));
            QVERIFY(near(scenario[u"waterfall"][k][u"value"].toDouble(), waterfall[k]));
        }
    }

    void frontierOfSixMeasures() {
        const QJsonObject result = eval(
            R"({"hoursPerMonth": 720, "items": [{"id": "ep", "type": "other", "monthly": 21600},
              {"id": "tok", "type": "other", "monthly": 9000}, {"id": "vec", "type": "other", "monthly": 345.6}],
             "measures": [
              {"id": "m1", "type": "factor", "item": "ep", "driver": "cost", "factor": 0.5, "effort": 6},
              {"id": "m2", "type": "factor", "item": "ep", "driver": "cost", "factor": 0.7, "effort": 10},
              {"id": "m3", "type": "factor", "item": "tok", "driver": "cost", "factor": 0.69, "effort": 3},
              {"id": "m4", "type": "factor", "item": "tok", "driver": "cost", "factor": 0.8, "effort": 4},
              {"id": "m5", "type": "factor", "item": "vec", "driver": "cost", "factor": 0.1267361111111111, "effort": 8},
              {"id": "m6", "type": "factor", "item": "ep", "driver": "cost", "factor": 0.8, "effort": 1}],
             "scenarios": [{"name": "all", "measures": ["m1", "m2", "m3", "m4", "m5", "m6"]}]})");
        const std::pair<double, double> points[] = {{0, 0},      {1, 4320},   {4, 7110},    {6, 10800},
                                                    {7, 12960},  {9, 13590},  {10, 15750},  {14, 16992},
                                                    {20, 18342}, {24, 19584}, {32, 19885.8}};
        QCOMPARE(result[u"frontier"].toArray().size(), 11);
        for (int k = 0; k < 11; ++k) {
            QCOMPARE(result[u"frontier"][k][u"effort"].toDouble(), points[k].first);
            QVERIFY(near(result[u"frontier"][k][u"saving"].toDouble(), points[k].second));
        }
        const double shapley[] = {8316, 4428, 2511, 1521, 301.8, 2808};
        for (int k = 0; k < 6; ++k)
            QVERIFY(near(result[u"scenarios"][0][u"shapley"][k][u"value"].toDouble(), shapley[k]));
    }

    void investment() {
        const QJsonValue scenario = eval(kInvestment)[u"scenarios"][0];
        QVERIFY(near(scenario[u"npv"].toDouble(), 63125.26855677144));
        QVERIFY(near(scenario[u"payback"].toDouble(), 60000.0 / 10800));
        QVERIFY(near(scenario[u"discountedPayback"].toDouble(), 5.7049988734148425));
        QVERIFY(near(scenario[u"irr"].toDouble(), 0.1442835022441445));
        QCOMPARE(scenario[u"irrNote"].toString(), QString());
    }

    void rangesCountWithTheirMean() { QVERIFY(near(eval(kPert)[u"baselineMonthly"].toDouble(), 70.0 / 3)); }

    void withoutInvestmentThereIsNoRateAndThatIsSaid() {
        const QJsonValue scenario = eval(kEndpoint720)[u"scenarios"][0];
        QVERIFY(scenario[u"irr"].isNull());
        QVERIFY(scenario[u"irrNote"].toString().startsWith("There is no internal rate of return"));
        QCOMPARE(scenario[u"payback"].toDouble(-1), 0.0);
    }

    void peopleReadAmounts() {
        const Ran ran = m_folder.run({"cost", "eval", "-"}, kInvestment);
        QCOMPARE(ran.code, 0);
        for (const char* text :
             {"USD 21,600.00 a month of 720 hours", "15,120.00", "10,800.00", "63,125.27", "5.6 months"})
            QVERIFY2(ran.out.contains(text), ran.out.constData());
    }

    void faultsAreAllRefusedWithTheirPlace() {
        const char* const spec =
            R"({"horizonMonths":0,"items":[{"id":"a","type":"endpoint","pricePerHour":-1,"utilisation":0}]})";
        m_folder.write("bad.json", spec);
        const Ran ran = m_folder.json({"cost", "eval", "bad.json"});
        QCOMPARE(ran.code, 3);
        QCOMPARE(ran.errorId(), QString("cost.spec"));
        const QJsonArray messages = ran.json()[u"error"][u"messages"].toArray();
        QStringList pointers;
        for (const QJsonValue& message : messages)
            pointers << message[u"pointer"].toString();
        QCOMPARE(pointers, (QStringList{"/horizonMonths", "/items/0/pricePerHour", "/items/0/utilisation"}));
        QVERIFY(ran.err.contains("/items/0/utilisation"));
    }

    void whatIsNoJsonOrNotThereIsSaid() {
        m_folder.write("cut.json", "{\"items\":[");
        QCOMPARE(m_folder.json({"cost", "eval", "cut.json"}).code, 3);
        QCOMPARE(m_folder.json({"cost", "eval", "nowhere.json"}).code, 4);
        QCOMPARE(m_folder.json({"cost", "eval"}).code, 2);
    }

    void typesListsEverythingOrOne() {
        const QJsonObject types = m_folder.json({"cost", "types"}).json();
        QCOMPARE(types[u"items"].toArray().size(), 12);
        QCOMPARE(types[u"measures"].toArray().size(), 19);
        const Ran one = m_folder.run({"cost", "types", "prompt-caching"});
        QCOMPARE(one.code, 0);
        QVERIFY(one.out.contains("writeFactor") && !one.out.contains("pricePerOcuHour"));
        QCOMPARE(m_folder.run({"cost", "types", "nothing"}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestCliCost)
#include "tst_cli_cost.moc"
