// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// cost simulate, asked of the program: known distributions within the stated error, the same bytes for any threads, and
// refusals with a way out.
#include "cli_run.h"

#include <cmath>

using namespace plumb::test;

namespace {

constexpr const char* kPert = R"({"items": [{"id": "x", "type": "other",
 "monthly": {"dist": "pert", "low": 10, "mode": 20, "high": 50}}]})";
constexpr const char* kShared = R"({"hoursPerMonth": 720, "items": [{"id": "ep", "type": "endpoint",
 "pricePerHour": {"dist": "pert", "low": 20, "mode": 30, "high": 60}, "utilisation": 0.3}],
 "measures": [{"id": "m1", "type": "consolidate", "item": "ep", "oneOff": 60000,
 "targetUtilisation": {"dist": "triangular", "low": 0.4, "mode": 0.6, "high": 0.8}}],
 "scenarios": [{"name": "shared", "measures": ["m1"]}]})";

} // namespace

class TestCliCostSimulate : public QObject {
    Q_OBJECT
    CliFolder m_folder;

private slots:
    void initTestCase() {
        m_folder.write("pert.json", kPert);
        m_folder.write("shared.json", kShared);
    }

    void meetsAPertWithinItsStatedError() {
        const QJsonObject result = m_folder.json({"cost", "simulate", "pert.json", "--trials", "200000"}).json();
        QVERIFY(std::abs(result["mean"].toDouble() - 70.0 / 3) < 4 * result["stdError"].toDouble());
        QVERIFY(result["stdError"].toDouble() < 0.02);
        QVERIFY(std::abs(result["p50"].toDouble() - 22.5524068) < 0.1);
        QVERIFY(std::abs(result["p10"].toDouble() - 14.4893983) < 0.1);
        QVERIFY(std::abs(result["p90"].toDouble() - 33.3556150) < 0.15);
    }

    void saysTheSameBytesForAnyThreads() {
        const QStringList line{"cost", "simulate", "shared.json", "--trials", "30000", "--seed", "7", "--threads"};
        const QByteArray one = m_folder.json(line + QStringList{"1"}).out;
        QCOMPARE(m_folder.json(line + QStringList{"2"}).out, one);
        QCOMPARE(m_folder.json(line + QStringList{"5"}).out, one);
        QVERIFY(m_folder.json({"cost", "simulate", "shared.json", "--trials", "30000", "--seed", "8"}).out != one);
    }

    void ordersTheTornado() {
        const QJsonObject result = m_folder
                                       .json({"cost", "simulate", "shared.json", "--scenario", "shared", "--target",
                                              "12000", "--indices", "--trials", "10000"})
                                       .json();
        const QJsonArray bars = result["tornado"].toArray();
        QCOMPARE(bars.size(), 2);
        QCOMPARE(bars[0].toObject()["input"].toString(), QStringLiteral("ep.pricePerHour"));
        QVERIFY(bars[0].toObject()["swing"].toDouble() > bars[1].toObject()["swing"].toDouble());
        QVERIFY(result["reached"].toObject()["probability"].toDouble() > 0.3);
        QCOMPARE(result["indices"].toArray().size(), 2);
        QVERIFY(result["informationValue"].toObject()["all"].toDouble() > 0);
        const Ran text = m_folder.run({"cost", "simulate", "shared.json"});
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("ep.pricePerHour"));
    }

    void refusesWhatMakesNoSense() {
        for (const QStringList& more : {QStringList{"--trials", "0"},
                                        {"--trials", "-5"},
                                        {"--trials", "99999999999"},
                                        {"--scenario", "shard"},
                                        {"--threads", "0"},
                                        {"--sampling", "dice"},
                                        {"--outcome", "profit"},
                                        {"--seed", "x"}}) {
            const Ran ran = m_folder.run(QStringList{"cost", "simulate", "shared.json", "--json"} + more);
            QVERIFY2(ran.code == 2, qPrintable(more.join(' ')));
            QVERIFY(!ran.json().isEmpty());
        }
        m_folder.write("bad.json", R"({"items": [{"id": "x", "type": "other", "monthly": -1}]})");
        QCOMPARE(m_folder.json({"cost", "simulate", "bad.json"}).code, 3);
        QCOMPARE(m_folder.json({"cost", "simulate", "missing.json"}).code, 4);
    }
};

QTEST_GUILESS_MAIN(TestCliCostSimulate)
#include "tst_cli_cost_simulate.moc"
