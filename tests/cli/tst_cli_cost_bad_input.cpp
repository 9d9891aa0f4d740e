// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the cost verbs refuse: the message names the field or the line, the exit code is that of docs/cli.md, and the
// review is byte for byte as before. Also bills that go in.
#include "cli_run.h"

using namespace plumb::test;

namespace {

const char* const kFocusHead = "BilledCost,EffectiveCost,BillingCurrency,ChargeCategory,ServiceName,ServiceCategory,"
                               "ChargePeriodStart,ChargePeriodEnd,BillingPeriodStart,BillingPeriodEnd,ResourceId\n";
const char* const kGood =
    "10,10,USD,Usage,Amazon Bedrock,AI and Machine Learning,2026-10-01T00:00:00Z,2026-10-02T00:00:00Z,"
    "2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,r1\n";

QByteArray focus(const QByteArray& rows) {
    return kFocusHead + rows;
}

} // namespace

class TestCliCostBadInput : public QObject {
    Q_OBJECT
    CliFolder m_folder;

private slots:
    void initTestCase() {
        const QStringList lines{
            "new r.plumb --workload W",
            "cost item add r.plumb Endpoint --type endpoint --set pricePerHour=30 --set utilisation=0.3",
            "cost measure add r.plumb One --type factor --item endpoint --set driver=cost --set factor=0.5",
            "cost measure add r.plumb Two --type factor --item endpoint --set driver=cost --set factor=0.5 "
            "--requires one",
            "cost measure add r.plumb Three --type factor --item endpoint --set driver=cost --set factor=0.5 "
            "--excludes one",
            "cost scenario add r.plumb Quick --measures one"};
        for (const QString& line : lines) {
            const Ran ran = m_folder.json(line.split(' '));
            QVERIFY2(ran.code == 0, ran.err.constData());
        }
        m_folder.write("good.csv", focus(kGood));
        m_folder.write("quotes.csv",
                       focus(kGood + QByteArray("5,5,USD,Usage,\"Amazon S3,Storage,2026-10-01T00:00:00Z,x,x,x,r2\n")));
        m_folder.write("columns.csv", "Name,Amount\nx,1\n");
        m_folder.write("short.csv", focus(kGood + QByteArray("5,5,USD,Usage,Amazon S3\n")));
        m_folder.write(
            "words.csv",
            focus(kGood + QByteArray("ten,ten,USD,Usage,Amazon S3,Storage,2026-10-01T00:00:00Z,"
                                     "2026-10-02T00:00:00Z,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,r2\n")));
        m_folder.write("mixed.csv", focus(kGood + QByteArray(kGood).replace("USD", "EUR")));
        m_folder.write("euros.csv", focus(QByteArray(kGood).replace("USD", "EUR")));
        m_folder.write("empty.csv", "");
        m_folder.write("broken.json", "{\"version\": \"0.2\", \"projects\": [");
    }

    void refusedWithPlaceAndNothingStored_data() {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("names");
        const auto row = [](const char* name, const char* line, int code, const char* names) {
            QTest::newRow(name) << QString(line).split('|') << code << QByteArray(names);
        };
        row("negative price", "cost|item|set|r.plumb|endpoint|--set|pricePerHour=-1", 2, "pricePerHour");
        row("negative price as JSON",
            "cost|item|set|r.plumb|endpoint|--set|pricePerHour={\"dist\":\"uniform\",\"low\":-5,\"high\":1}", 2,
            "pricePerHour");
        row("share over 1", "cost|item|set|r.plumb|endpoint|--set|utilisation=1.4", 2, "utilisation");
        row("utilisation 0", "cost|item|set|r.plumb|endpoint|--set|utilisation=0", 2, "utilisation");
        row("low above mode", "cost|item|set|r.plumb|endpoint|--set|utilisation=pert 0.5 0.3 0.7", 2, "utilisation");
        row("missing price", "cost|item|set|r.plumb|endpoint|--unset|pricePerHour", 3,
            "C004 item endpoint: \"pricePerHour\"");
        row("missing price of a new one", "cost|item|add|r.plumb|New|--type|endpoint", 3,
            "C004 item new: \"pricePerHour\"");
        row("horizon 0", "cost|settings|r.plumb|--horizon|0", 3, "horizonMonths");
        row("horizon 6", "cost|settings|r.plumb|--horizon|6", 3, "horizonMonths");
        row("hours of no month", "cost|settings|r.plumb|--hours|10", 3, "hoursPerMonth");
        row("rate in words", "cost|settings|r.plumb|--rate|much", 2, "--rate");
        row("no trials", "cost|settings|r.plumb|--trials|0", 3, "trials");
        row("circle", "cost|measure|set|r.plumb|one|--requires|two", 3, "one -> two -> one");
        row("needs itself", "cost|measure|set|r.plumb|one|--requires|one", 3, "one");
        row("prerequisite off", "cost|scenario|set|r.plumb|quick|--on|two|--off|one", 3, "scenario");
        row("excluded", "cost|scenario|set|r.plumb|quick|--on|three", 3, "exclude each other");
        row("unknown field", "cost|item|set|r.plumb|endpoint|--set|prize=3", 2, "prize");
        row("field of another type", "cost|item|set|r.plumb|endpoint|--set|ocu=3", 2, "ocu");
        row("no value", "cost|item|set|r.plumb|endpoint|--set|pricePerHour", 2, "FIELD=VALUE");
        row("words for a number", "cost|item|set|r.plumb|endpoint|--set|pricePerHour=dear", 2, "pricePerHour");
        row("unset what is not there", "cost|item|set|r.plumb|endpoint|--unset|hoursOn", 2, "hoursOn");
        row("unknown type", "cost|item|add|r.plumb|New|--type|endpiont", 2, "Did you mean endpoint?");
        row("unknown item", "cost|item|set|r.plumb|endpiont|--set|pricePerHour=3", 2, "Did you mean endpoint");
        row("unknown measure", "cost|scenario|set|r.plumb|quick|--on|onne", 2, "Did you mean one");
        row("unknown scenario", "cost|scenario|choose|r.plumb|quikc", 2, "Did you mean quick");
        row("twice", "cost|item|add|r.plumb|Endpoint|--id|endpoint|--type|other|--set|monthly=1", 2, "already");
        row("id with spaces", "cost|item|add|r.plumb|New|--id|a b|--type|other|--set|monthly=1", 3, "a b");
        row("same scenario", "cost|scenario|add|r.plumb|QUICK", 2, "already");
        row("measure on the wrong type", "cost|measure|add|r.plumb|M|--type|pgvector|--item|endpoint|--set|acu=1", 3,
            "pgvector");
        row("price below 0", "cost|prices|set|r.plumb|x|pricePerHour|-3", 2, "0 or more");
        row("price that ends first", "cost|prices|set|r.plumb|x|pricePerHour|3|--from|2026-08-02|--until|2026-08-01", 2,
            "P003");
        row("price in words", "cost|prices|set|r.plumb|x|pricePerHour|dear", 2, "AMOUNT");
        row("unknown finding", "cost|link|r.plumb|F-99|one", 2, "F-99");
        row("broken quotes", "cost|baseline|import|r.plumb|quotes.csv", 3, "line 3");
        row("wrong columns", "cost|baseline|import|r.plumb|columns.csv", 3, "columns.csv");
        row("wrong columns for the format", "cost|baseline|import|r.plumb|columns.csv|--format|focus", 3,
            "EffectiveCost");
        row("short row", "cost|baseline|import|r.plumb|short.csv", 3, "line 3");
        row("amount in words", "cost|baseline|import|r.plumb|words.csv", 3, "line 3");
        row("two currencies", "cost|baseline|import|r.plumb|mixed.csv", 3, "EUR");
        row("another currency", "cost|baseline|import|r.plumb|euros.csv", 2, "EUR");
        row("empty file", "cost|baseline|import|r.plumb|empty.csv", 3, "empty");
        row("cut JSON", "cost|baseline|import|r.plumb|broken.json|--format|infracost", 3, "broken.json");
        row("no file", "cost|baseline|import|r.plumb|nothing.csv", 4, "nothing.csv");
        row("unknown format", "cost|baseline|import|r.plumb|good.csv|--format|excel", 2, "--format");
        row("unknown grouping", "cost|baseline|import|r.plumb|good.csv|--by|colour", 2, "--by");
        row("left out what is not there", "cost|baseline|import|r.plumb|good.csv|--leave-out|zebra", 2, "zebra");
        row("prices of a bill", "cost|prices|import|r.plumb|good.csv", 2, "good.csv");
    }
    void refusedWithPlaceAndNothingStored() {
        QFETCH(QStringList, line);
        QFETCH(int, code);
        QFETCH(QByteArray, names);
        const QByteArray before = m_folder.read("r.plumb");
        const Ran ran = m_folder.json(line);
        QVERIFY2(ran.code == code && ran.err.contains(names), ran.err + " (" + QByteArray::number(ran.code) + ")");
        QVERIFY(!ran.errorId().isEmpty());
        QVERIFY(m_folder.read("r.plumb") == before);
    }

    void aBillGoesInWithItsAccount() {
        QVERIFY(QFile::copy(m_folder.path("r.plumb"), m_folder.path("b.plumb")));
        const Ran looked = m_folder.json({"cost", "baseline", "import", "b.plumb", "good.csv", "--dry-run"});
        QVERIFY2(looked.code == 0, looked.err.constData());
        QCOMPARE(looked.json()[u"account"][u"mapped"][u"amount"].toDouble(), 10.0);
        QVERIFY(looked.json()[u"added"].toArray().isEmpty());
        const Ran done = m_folder.json({"cost", "baseline", "import", "b.plumb", "good.csv", "--month", "2026-10"});
        QVERIFY2(done.code == 0, done.err.constData());
        QCOMPARE(done.json()[u"added"].toArray().size(), 1);
        QCOMPARE(m_folder.json({"cost", "item", "list", "b.plumb"}).json()[u"items"].toArray().size(), 2);
        const Ran again = m_folder.json({"cost", "baseline", "import", "b.plumb", "good.csv", "--replace"});
        QVERIFY2(again.code == 0, again.err.constData());
        QCOMPARE(m_folder.json({"cost", "item", "list", "b.plumb"}).json()[u"items"].toArray().size(), 2);
        const Ran text = m_folder.run({"cost", "baseline", "import", "b.plumb", "good.csv", "--dry-run"});
        QVERIFY(text.out.contains("mapped: 1 rows, USD 10.00") && text.out.contains("Nothing was stored."));
    }
    void refusedRowsCanBeSkipped() {
        QVERIFY(QFile::copy(m_folder.path("r.plumb"), m_folder.path("skip.plumb")));
        const Ran refused = m_folder.json({"cost", "baseline", "import", "skip.plumb", "words.csv"});
        QCOMPARE(refused.code, 3);
        QCOMPARE(refused.json()[u"account"][u"refused"][u"rows"].toInt(), 1);
        const Ran ran = m_folder.json({"cost", "baseline", "import", "skip.plumb", "words.csv", "--skip-refused"});
        QVERIFY2(ran.code == 0, ran.err.constData());
        QCOMPARE(ran.json()[u"added"].toArray().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCliCostBadInput)
#include "tst_cli_cost_bad_input.moc"
