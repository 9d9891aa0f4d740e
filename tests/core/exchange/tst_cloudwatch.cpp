// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Metrics become a utilisation that the catalog accepts and whose mean is the measured one.
#include "tests/core/exchange/list_support.h"

using namespace plumb;
using namespace plumb::test;
using exchange::MeasuredLoad;
using exchange::readCloudWatch;

namespace {

CostImport read(const std::string& bytes, const CostImportOptions& options = {}) {
    auto import = readCloudWatch(bytes, "metrics.csv", options);
    if (!import)
        qFatal("%s", import.error().text.c_str());
    return *import;
}

/// The load as utilisation of an endpoint; its mean by the engine.
double meanByCatalog(const MeasuredLoad& load) {
    CostImport import;
    review::CostItem item{"e", "e", "endpoint", "n", {{"pricePerHour", "1"}, {"utilisation", load.json}}};
    import.items.push_back(item);
    const cost::Evaluation result = cost::evaluate(specOf(import, 730));
    return result.items.front().useful.value_or(-1) / 730;
}

} // namespace

class TstCloudwatch final : public QObject {
    Q_OBJECT
private slots:
    void theConsolesExportGivesALoad() {
        const CostImport import = read(sample("cloudwatch_console.csv"));
        QVERIFY(isSound(import));
        QCOMPARE(import.loads.size(), 1u);
        const MeasuredLoad& load = import.loads.front();
        COMPARE_TEXT(load.label, "GPUUtilization");
        COMPARE_TEXT(load.field, "utilisation");
        COMPARE_TEXT(load.item, "");
        QCOMPARE(load.points, 287u); // one is missing
        QVERIFY(load.low > 0.02 && load.low < 0.05 && load.high > 0.5 && load.high < 0.7);
        QVERIFY(near(meanByCatalog(load), load.mean, 1));
        COMPARE_TEXT(toIso(import.from) + " " + toIso(import.to), "2026-11-14 2026-11-14");
        const Json json = parseJson(load.json).root;
        COMPARE_TEXT(json["dist"].get<std::string>(), "pert");
        COMPARE_TEXT(json["source"].get<std::string>(),
                     "CloudWatch, metrics.csv, 2026-11-14 to 2026-11-14, GPUUtilization, 287 points");
    }

    void countsAndSumsOverCoresAreLeftOutWithTheirReason() {
        const CostImport import = read(sample("cloudwatch_console.csv"));
        QCOMPARE(lineOf(import, Fate::LeftOut, "no utilisation: Invocations")->rows, 288u);
        QCOMPARE(lineOf(import, Fate::LeftOut, "above 100 %: CPUUtilization")->rows, 288u);
        QVERIFY(import.messages.front().fix.find("divide") != std::string::npos);
    }

    void aPlainTableIsReadAndFaultsNameTheirLine() {
        const CostImport import = read(sample("cloudwatch_table.csv"));
        QVERIFY(isSound(import));
        QCOMPARE(import.loads.size(), 2u);
        QVERIFY(near(import.loads[0].mean, 0.3, 1));
        COMPARE_TEXT(import.loads[0].label, "fraud endpoint utilisation");
        QVERIFY(near(import.loads[0].low, 0.15, 1));
        QVERIFY(near(import.loads[0].high, 0.45, 1));
        QVERIFY(near(import.loads[1].mean, (24 * 0.12 + 0.07) / 25, 1)); // percent signs
        std::string faults;
        for (const Message& message : import.messages)
            faults += message.id + " " + message.pointer + "\n";
        COMPARE_TEXT(faults, "I006 line 50\nI001 line 51\nI002 line 52\n");
        QCOMPARE(rowsOf(import, Fate::Refused), 2u + 1 + 4);
    }

    void unitAndRangeTellPercentFromShare_data() {
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("value");
        QTest::addColumn<double>("mean"); ///< -1: no load
        const auto row = [](const char* name, const char* head, const char* value, double mean) {
            QTest::newRow(name) << QString::fromUtf8(head) << QString::fromUtf8(value) << mean;
        };
        row("share by range", "time,load", "0.5", 0.5);
        row("percent by range", "time,load", "50", 0.5);
        row("a full share", "time,load", "1", 1);
        row("AWS's metric is percent", "time,CPUUtilization", "0.5", 0.005);
        row("unit percent", "Label,load\nUnit,Percent", "0.5", 0.005);
        row("unit count", "Label,load\nUnit,Count", "0.5", -1);
        row("unit none", "Label,load\nUnit,None", "0.5", 0.5);
        row("percent in the name", "time,busy %", "0.5", 0.005);
        row("a name that says nothing", "time,m1", "0.4", 0.4);
        row("no name", "Id", "40", 0.4);
        row("latency", "time,ModelLatency", "40", -1);
        row("a sum", "Label,CPUUtilization\nStatistic,Sum", "40", -1);
        row("above 100", "time,load", "130", -1);
        row("rounding", "time,load", "100.0000001", 1);
        row("nothing was done", "time,load", "0", -1);
    }
    void unitAndRangeTellPercentFromShare() {
        QFETCH(QString, head);
        QFETCH(QString, value);
        QFETCH(double, mean);
        const CostImport import =
            read((head + "\n2026/11/14 00:00:00," + value + "\n2026/11/14 00:05:00," + value + "\n").toStdString());
        QVERIFY(isSound(import));
        QCOMPARE(import.loads.empty(), mean < 0);
        if (mean < 0)
            return;
        QVERIFY(near(import.loads.front().mean, mean, 1));
        QVERIFY(near(meanByCatalog(import.loads.front()), mean, 1));
        COMPARE_TEXT(parseJson(import.loads.front().json).root["dist"].get<std::string>(), "point");
    }

    void skewedLoadsKeepTheirMean_data() {
        QTest::addColumn<QList<double>>("values");
        QTest::newRow("rare peaks") << QList<double>{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100};
        QTest::newRow("rare gaps") << QList<double>{100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 0};
        QTest::newRow("half and half") << QList<double>{0, 100, 0, 100};
        QTest::newRow("one point") << QList<double>{37.5};
        QTest::newRow("even") << QList<double>{10, 20, 30, 40, 50, 60, 70, 80, 90};
        QTest::newRow("tiny") << QList<double>{0.001, 0.002, 0.0015, 2};
    }
    void skewedLoadsKeepTheirMean() {
        QFETCH(QList<double>, values);
        std::string csv = "time,utilisation %\n";
        double sum = 0;
        for (const double value : values) {
            csv += "2026-11-14," + QByteArray::number(value, 'g', 17).toStdString() + "\n";
            sum += value;
        }
        const CostImport import = read(csv);
        QVERIFY(isSound(import));
        const double mean = sum / 100 / static_cast<double>(values.size());
        QVERIFY(near(import.loads.at(0).mean, mean, 1));
        QVERIFY(near(meanByCatalog(import.loads.at(0)), mean, 1));
    }

    void loadsAreGivenToTheItemsTheyWereAskedFor() {
        CostImportOptions options;
        options.target = {"endpoint-b", "endpoint-a"};
        const CostImport two = read(sample("cloudwatch_table.csv"), options);
        COMPARE_TEXT(two.loads.at(0).item + " " + two.loads.at(1).item, "endpoint-b endpoint-a");
        const CostImport both = read("time,load\n2026-11-14,0.5\n", options);
        QCOMPARE(both.loads.size(), 2u);
        COMPARE_TEXT(both.loads.at(1).item, "endpoint-a");
        QVERIFY(isSound(both));
        options.target = {"only"};
        const CostImport unclear = read(sample("cloudwatch_table.csv"), options);
        COMPARE_TEXT(unclear.loads.at(0).item, "");
        COMPARE_TEXT(unclear.messages.back().text, "2 metrics were measured for 1 items.");
    }

    void oneMonthCanBeAskedFor() {
        CostImportOptions options;
        options.month = "2026-11";
        const CostImport import =
            read("time,load\n2026-10-31T23:00:00Z,0.9\n2026-11-01T00:00:00Z,0.2\n1793491200,0.4\n1793491200000,0.6\n",
                 options);
        QVERIFY(isSound(import));
        QVERIFY(near(import.loads.at(0).mean, 0.4, 1));
        QCOMPARE(lineOf(import, Fate::LeftOut, "another month")->rows, 1u);
        COMPARE_TEXT(toIso(import.from), "2026-11-01");
    }

    void labelsThatStandTwiceAreToldApart() {
        const CostImport import = read("Full label,a CPUUtilization Average 300,b CPUUtilization Average 300\n"
                                       "Label,CPUUtilization,CPUUtilization\n2026/11/14 00:00:00,10,20\n");
        COMPARE_TEXT(import.loads.at(0).label, "a CPUUtilization Average 300");
        COMPARE_TEXT(import.loads.at(1).label, "b CPUUtilization Average 300");
    }

    void valuesBelowZeroAreRefused() {
        const CostImport import = read("time,load\n2026-11-14,-5\n2026-11-15,50\n");
        QVERIFY(isSound(import));
        QCOMPARE(import.loads.at(0).points, 1u);
        COMPARE_TEXT(import.messages.at(0).id + " " + import.messages.at(0).pointer, "I001 line 2");
    }

    void otherFilesAreRefused() {
        COMPARE_TEXT(readCloudWatch("a,b\n1,2\n", "x", {}).error().id, "import.wrongColumns");
        COMPARE_TEXT(readCloudWatch("time,load\n", "x", {}).error().id, "import.wrongColumns");
        COMPARE_TEXT(readCloudWatch("time,load\n14/11/2026,3\n", "x", {}).error().id, "import.wrongColumns");
    }
};

QTEST_APPLESS_MAIN(TstCloudwatch)
#include "tst_cloudwatch.moc"
