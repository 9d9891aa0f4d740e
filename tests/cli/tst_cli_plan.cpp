// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// plan, whatif, priorities, event, and export of a calendar.
#include "cli_run.h"
#include "tests/core/exchange/ics_parser.h"

#include <QDate>

using namespace plumb::test;

class TestCliPlan : public QObject {
    Q_OBJECT
    CliFolder m_folder;

    QJsonObject json(const QStringList& line) { return m_folder.json(line).json(); }
    int commands() { return json({"history", "r.plumb"})[u"commands"].toArray().size(); }

private slots:
    /// F-01 small-lens/COST_1 at HIGH, F-02 medium and written by hand.
    void initTestCase() {
        m_folder.write("small.json", kSmallLens);
        QCOMPARE(m_folder.json({"new", "base.plumb", "--workload", "W", "--lens", "small.json"}).code, 0);
        QCOMPARE(m_folder.json({"answer", "base.plumb", "small-lens", "COST_1", "--none"}).code, 0);
        QCOMPARE(m_folder
                     .json({"finding", "add", "base.plumb", "--title", "No exit plan", "--severity", "medium",
                            "--effort", "S"})
                     .code,
                 0);
    }
    /// A plain copy of a review is the whole review.
    void init() {
        QFile::remove(m_folder.path("r.plumb"));
        QVERIFY(QFile::copy(m_folder.path("base.plumb"), m_folder.path("r.plumb")));
    }

    void thePlanSaysWhatComesFirstAndWhy() {
        QCOMPARE(m_folder.json({"finding", "set", "r.plumb", "F-01", "--needs", "F-02"}).code, 0);
        const QJsonObject plan = json({"plan", "r.plumb", "--start", "2027-01-04"});
        const QJsonArray items = plan[u"items"].toArray();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[0][u"code"].toString(), QString("F-02"));
        QCOMPARE(items[0][u"order"].toInt(), 1);
        QCOMPARE(items[0][u"rank"].toInt(), 2);
        QVERIFY(!items[0][u"reasons"][0][u"text"].toString().isEmpty());
        QCOMPARE(items[1][u"code"].toString(), QString("F-01"));
        QCOMPARE(items[1][u"needs"].toArray(), QJsonArray{items[0][u"key"]});
        QCOMPARE(items[1][u"practices"].toArray().size(), 2);
        QCOMPARE(plan[u"periods"].toArray().size(), 3);
        QCOMPARE(plan[u"periods"][0][u"from"].toString(), QString("2027-01-04"));
        QVERIFY(plan[u"proof"][u"gap"].toDouble() >= 0.0);
        QCOMPARE(plan[u"before"][u"score"].toDouble(), 0.0);
        QCOMPARE(plan[u"after"][u"score"].toDouble(), 100.0);
        QCOMPARE(plan[u"counts"][u"highBefore"].toInt(), 1);
        QCOMPARE(plan[u"saved"].toBool(), false);
        const Ran text = m_folder.run({"plan", "r.plumb"});
        QVERIFY(text.code == 0 && text.out.contains("First 30 days") && text.out.contains("Afterwards: Score 100"));
    }
    void settingsAreKeptOnRequestOnly() {
        const int before = commands();
        const QJsonObject tried = json({"plan", "r.plumb", "--capacity", "2.5"});
        QCOMPARE(tried[u"mode"].toString(), QString("capacity"));
        QCOMPARE(tried[u"periods"][0][u"capacity"].toDouble(), 2.5);
        QCOMPARE(json({"plan", "r.plumb"})[u"mode"].toString(), QString("days"));
        QCOMPARE(commands(), before);
        QCOMPARE(m_folder.json({"plan", "r.plumb", "--capacity", "2.5", "--save"}).code, 0);
        QCOMPARE(commands(), before + 1);
        QCOMPARE(json({"plan", "r.plumb"})[u"capacity"].toDouble(), 2.5);
    }
    void aReviewWithoutFindingsHasAnEmptyPlan() {
        QCOMPARE(m_folder.json({"new", "empty.plumb", "--workload", "W", "--lens", "small.json"}).code, 0);
        QVERIFY(json({"plan", "empty.plumb"})[u"items"].toArray().isEmpty());
        QVERIFY(m_folder.run({"plan", "empty.plumb"}).out.contains("no finding is open"));
    }
    void aWhatIfStoresNothingUntilItIsApplied() {
        const int before = commands();
        const QStringList line{"whatif", "r.plumb", "--select",
                               "small-lens/COST_1/owner_named,small-lens/COST_1/alarm_set"};
        const QJsonObject said = json(line);
        QCOMPARE(said[u"questions"][0][u"from"].toString(), QString("HIGH"));
        QCOMPARE(said[u"questions"][0][u"to"].toString(), QString("NONE"));
        QCOMPARE(said[u"before"][u"score"].toDouble(), 0.0);
        QCOMPARE(said[u"after"][u"score"].toDouble(), 100.0);
        QCOMPARE(said[u"readiness"][u"after"][u"verdict"].toString(), QString("not determined"));
        QCOMPARE(commands(), before);
        QCOMPARE(json(line + QStringList{"--apply"})[u"applied"].toBool(), true);
        QCOMPARE(commands(), before + 1);
        QCOMPARE(json({"score", "r.plumb"})[u"overall"][u"score"].toDouble(), 100.0);
        QCOMPARE(m_folder.json({"undo", "r.plumb"}).code, 0);
        QCOMPARE(json({"score", "r.plumb"})[u"overall"][u"score"].toDouble(), 0.0);
    }
    void aFindingCanBeClosedInAWhatIf() {
        QCOMPARE(json({"whatif", "r.plumb", "--close", "F-01"})[u"after"][u"score"].toDouble(), 100.0);
        const Ran none = m_folder.json({"whatif", "r.plumb", "--close", "F-02"});
        QCOMPARE(none.code, 2);
        QVERIFY(none.err.contains("No practice"));
    }
    void prioritiesAreListedSetAndCleared() {
        QVERIFY(json({"priorities", "r.plumb"})[u"priorities"].toArray().isEmpty());
        const QJsonArray set = json({"priorities", "r.plumb", "security,Cost"})[u"priorities"].toArray();
        QCOMPARE(set[0][u"id"].toString(), QString("security"));
        QCOMPARE(set[1][u"name"].toString(), QString("Cost Optimization"));
        QCOMPARE(json({"priorities", "r.plumb"})[u"priorities"].toArray(), set);
        QCOMPARE(json({"plan", "r.plumb"})[u"priorities"].toArray(), (QJsonArray{"security", "costOptimization"}));
        QVERIFY(json({"priorities", "r.plumb", "none"})[u"priorities"].toArray().isEmpty());
    }
    void anEventMakesAReviewDue() {
        QCOMPARE(json({"info", "r.plumb"})[u"cadence"][u"reason"].toString(), QString("time"));
        QCOMPARE(json({"event", "add", "r.plumb", "review", "--date", "2024-01-31"})[u"cadence"][u"due"].toString(),
                 QString("2024-07-31"));
        const QJsonObject added =
            json({"event", "add", "r.plumb", "model-update", "--date", "2024-03-05", "--note", "New base model"});
        QCOMPARE(added[u"kind"].toString(), QString("model update"));
        QCOMPARE(added[u"cadence"][u"due"].toString(), QString("2024-03-05"));
        QCOMPARE(added[u"cadence"][u"reason"].toString(), QString("model update"));
        QCOMPARE(added[u"cadence"][u"lastReview"].toString(), QString("2024-01-31"));
        QCOMPARE(added[u"cadence"][u"overdue"].toBool(), true);
        QCOMPARE(json({"score", "r.plumb"})[u"cadence"].toObject(), added[u"cadence"].toObject());
        QCOMPARE(json({"event", "list", "r.plumb"})[u"events"].toArray().size(), 2);
        QVERIFY(m_folder.run({"info", "r.plumb"}).out.contains("Next review: 2024-03-05, overdue."));
        const QString id = added[u"id"].toString();
        QCOMPARE(json({"event", "remove", "r.plumb", id.left(8)})[u"cadence"][u"due"].toString(),
                 QString("2024-07-31"));
    }
    void theCalendarIsReadByOtherPrograms() {
        QCOMPARE(m_folder
                     .json({"finding", "set", "r.plumb", "F-01", "--owner", "Raman; Dev", "--due", "2999-02-28",
                            "--title", "Nobody owns the bill, f\u00FCr lange Zeit, und das seit vielen Jahren schon"})
                     .code,
                 0);
        const Ran ran = m_folder.json({"export", "r.plumb", "--format", "ics", "r.ics"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.json()[u"counts"][u"days"].toInt(), 2);
        const QByteArray bytes = m_folder.read("r.ics");
        QCOMPARE(ran.json()[u"bytes"].toInt(), int(bytes.size()));
        const IcsFile calendar = IcsParser::parse(bytes.toStdString());
        QCOMPARE(QString::fromStdString(calendar.problem), QString());
        const auto& events = calendar.root.parts.at(0).parts;
        QCOMPARE(QString::fromStdString(events.at(0).value("SUMMARY")), QString("Review due: W"));
        QCOMPARE(QString::fromStdString(events.at(1).value("DTSTART;VALUE=DATE")), QString("29990228"));
        QVERIFY(QString::fromStdString(events.at(1).value("SUMMARY"))
                    .endsWith("f\u00FCr lange Zeit, und das seit vielen Jahren schon (Raman; Dev)"));
        QCOMPARE(m_folder.json({"export", "r.plumb", "--format", "ics", "again.ics"}).code, 0);
        QCOMPARE(m_folder.read("again.ics"), bytes);
        QCOMPARE(m_folder.json({"export", "r.plumb", "--format", "ics", "r.ics"}).errorId(), QString("file.exists"));
        QCOMPARE(m_folder.json({"export", "r.plumb", "--format", "ics", "r.ics", "--force"}).code, 0);
    }

    void linesThatMakeNoSenseAreRefused_data() {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<QString>("said");
        QTest::newRow("mode") << QStringList{"plan", "r.plumb", "--mode", "weeks"} << "days or capacity";
        QTest::newRow("no capacity") << QStringList{"plan", "r.plumb", "--capacity", "0"} << "more than 0";
        QTest::newRow("capacity") << QStringList{"plan", "r.plumb", "--capacity", "many", "--save"} << "a number";
        QTest::newRow("start") << QStringList{"plan", "r.plumb", "--start", "Monday"} << "2026-11-22";
        QTest::newRow("nothing to tick") << QStringList{"whatif", "r.plumb"} << "--select";
        QTest::newRow("no practice") << QStringList{"whatif", "r.plumb", "--select", "COST_1"} << "LENS/QUESTION";
        QTest::newRow("unknown lens") << QStringList{"whatif", "r.plumb", "--select", "smal-lens/COST_1/alarm_set"}
                                      << "small-lens";
        QTest::newRow("unknown choice") << QStringList{"whatif", "r.plumb", "--select", "small-lens/COST_1/alarm_sett"}
                                        << "alarm_set";
        QTest::newRow("a none-choice") << QStringList{"whatif", "r.plumb", "--select", "small-lens/COST_1/COST_1_no"}
                                       << "takes practices";
        QTest::newRow("pillar") << QStringList{"priorities", "r.plumb", "speed"} << "costOptimization";
        QTest::newRow("pillar twice") << QStringList{"priorities", "r.plumb", "cost,cost"} << "twice";
        QTest::newRow("kind") << QStringList{"event", "add", "r.plumb", "party", "--date", "2026-11-12"}
                              << "model-update";
        QTest::newRow("no date") << QStringList{"event", "add", "r.plumb", "review"} << "--date";
        QTest::newRow("empty date") << QStringList{"event", "add", "r.plumb", "review", "--date", ""} << "the day";
        QTest::newRow("event") << QStringList{"event", "remove", "r.plumb", "12345678"} << "event list";
        QTest::newRow("format") << QStringList{"export", "r.plumb", "--format", "docx", "x"} << "--format takes ics";
    }
    void linesThatMakeNoSenseAreRefused() {
        QFETCH(QStringList, line);
        QFETCH(QString, said);
        const int before = commands();
        const Ran ran = m_folder.json(line);
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains(said.toUtf8()), ran.err);
        QCOMPARE(commands(), before);
    }
};

QTEST_GUILESS_MAIN(TestCliPlan)
#include "tst_cli_plan.moc"
