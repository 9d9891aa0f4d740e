// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// findings, and finding show, add, set, accept, resolve, remove.
#include "cli_run.h"

#include <QDate>

using namespace plumb::test;

class TestCliFindings : public QObject {
    Q_OBJECT
    CliFolder m_folder;

    QJsonArray findings(const QStringList& more = {}) {
        return m_folder.json(QStringList{"findings", "r.plumb"} + more).json()[u"findings"].toArray();
    }
    QJsonObject shown(const QString& key) { return m_folder.json({"finding", "show", "r.plumb", key}).json(); }
    Ran set(const QString& keys, const QStringList& options) {
        return m_folder.json(QStringList{"finding", "set", "r.plumb", keys} + options);
    }
    int commands() { return m_folder.json({"history", "r.plumb"}).json()[u"commands"].toArray().size(); }
    QString lastLabel() {
        return m_folder.json({"history", "r.plumb"}).json()[u"commands"].toArray().last()[u"label"].toString();
    }
    static QStringList ids(const Ran& refused) {
        QStringList out;
        for (const QJsonValue& message : refused.json()[u"error"][u"messages"].toArray())
            out << message[u"id"].toString();
        return out;
    }

private slots:
    /// F-01 small-lens/COST_1 at HIGH, F-02 written by hand.
    void initTestCase() {
        m_folder.write("small.json", kSmallLens);
        QCOMPARE(m_folder.json({"new", "base.plumb", "--workload", "W", "--lens", "small.json"}).code, 0);
        QCOMPARE(m_folder.json({"answer", "base.plumb", "small-lens", "COST_1", "--none"}).code, 0);
        QCOMPARE(m_folder
                     .json({"finding", "add", "base.plumb", "--title", "No exit plan", "--severity", "medium",
                            "--framework", "Cost", "--likelihood", "3", "--impact", "4"})
                     .code,
                 0);
    }
    /// A plain copy of a review is the whole review.
    void init() {
        QFile::remove(m_folder.path("r.plumb"));
        QVERIFY(QFile::copy(m_folder.path("base.plumb"), m_folder.path("r.plumb")));
    }

    void theRegisterSaysEverythingAboutEachFinding() {
        const QJsonArray all = findings();
        QCOMPARE(all.size(), 2);
        const QJsonObject first = all[0].toObject();
        QCOMPARE(first[u"key"].toString(), QString("small-lens/COST_1"));
        QCOMPARE(first[u"code"].toString(), QString("F-01"));
        QCOMPARE(first[u"severity"].toString(), QString("HIGH"));
        QCOMPARE(first[u"status"].toString(), QString("open"));
        QCOMPARE(first[u"owner"].toString(), QString());
        QVERIFY(first[u"due"].isNull());
        QCOMPARE(first[u"practices"].toArray(),
                 (QJsonArray{"small-lens/COST_1/owner_named", "small-lens/COST_1/alarm_set"}));
        const QJsonObject second = all[1].toObject();
        QCOMPARE(second[u"byHand"].toBool(), true);
        QCOMPARE(second[u"code"].toString(), QString("F-02"));
        QCOMPARE(second[u"framework"].toString(), QString("costOptimization"));
        QCOMPARE(second[u"rating"].toInt(), 12);
        QCOMPARE(second[u"band"].toString(), QString("high"));
        QCOMPARE(second[u"written"].toArray(), QJsonArray{"title"});
        QCOMPARE(lastLabel(), QString("Add finding F-02"));
    }
    void peopleReadATable() {
        const Ran ran = m_folder.run({"findings", "r.plumb"});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.contains("F-01") && ran.out.contains("No exit plan"));
        QVERIFY(ran.out.endsWith("2 findings, 2 open, 0 overdue\n"));
    }
    void onlyOpenOnesOnRequest() {
        QCOMPARE(m_folder.json({"finding", "resolve", "r.plumb", "F-02", "--reason", "Written."}).code, 0);
        QCOMPARE(findings().size(), 2);
        QCOMPARE(findings({"--open"}).size(), 1);
        QCOMPARE(shown("F-02")[u"reason"].toString(), QString("Written."));
    }
    void aFindingHasManyNames_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"F-01", "f1", "1", "small-lens/COST_1"})
            QTest::newRow(name) << name;
    }
    void aFindingHasManyNames() {
        QFETCH(QString, name);
        QCOMPARE(shown(name)[u"code"].toString(), QString("F-01"));
    }
    void oneChangeIsOneCommand() {
        QCOMPARE(m_folder.json({"evidence", "add", "r.plumb", "--text", "Seen.", "--link", "small-lens/COST_1"}).code,
                 0);
        const int before = commands();
        const Ran ran = set("F-01", {"--owner",
                                     "Dev Raman",
                                     "--due",
                                     "2999-02-28",
                                     "--effort",
                                     "l",
                                     "--days",
                                     "7.5",
                                     "--status",
                                     "in-progress",
                                     "--progress",
                                     "40",
                                     "--likelihood",
                                     "5",
                                     "--residual-impact",
                                     "1",
                                     "--title",
                                     "Nobody owns the bill",
                                     "--observation",
                                     "o",
                                     "--consequence",
                                     "c",
                                     "--recommendation",
                                     "r",
                                     "--needs",
                                     "F-02",
                                     "--evidence",
                                     "E-01",
                                     "--measures",
                                     "consolidate,right-size",
                                     "--practices",
                                     "small-lens/COST_1/alarm_set",
                                     "--loss",
                                     "0.5:20000:150000",
                                     "--trade-off",
                                     "performance:harms:one more hop",
                                     "--trade-off",
                                     "security:helps"});
        QVERIFY2(ran.code == 0, ran.err);
        QCOMPARE(commands(), before + 1);
        QCOMPARE(lastLabel(), QString("Start work on F-01"));
        const QJsonObject f = ran.json()[u"findings"][0].toObject();
        QCOMPARE(f, shown("F-01"));
        QCOMPARE(f[u"owner"].toString(), QString("Dev Raman"));
        QCOMPARE(f[u"due"].toString(), QString("2999-02-28"));
        QCOMPARE(f[u"effort"].toString(), QString("L"));
        QCOMPARE(f[u"days"].toDouble(), 7.5);
        QCOMPARE(f[u"status"].toString(), QString("in progress"));
        QCOMPARE(f[u"progress"].toInt(), 40);
        QCOMPARE(f[u"inherent"][u"likelihood"].toInt(), 5);
        QVERIFY(f[u"inherent"][u"impact"].toInt() > 0); // the half that was not named stays
        QCOMPARE(f[u"residual"][u"impact"].toInt(), 1);
        QCOMPARE(f[u"title"].toString(), QString("Nobody owns the bill"));
        QCOMPARE(f[u"needs"].toArray().size(), 1);
        QCOMPARE(f[u"evidence"].toArray().size(), 1);
        QCOMPARE(f[u"measures"].toArray(), (QJsonArray{"consolidate", "right-size"}));
        QCOMPARE(f[u"practices"].toArray(), QJsonArray{"small-lens/COST_1/alarm_set"});
        QVERIFY(f[u"yearlyLoss"][u"mean"].toDouble() > 20000.0);
        QCOMPARE(f[u"tradeOffs"][0][u"framework"].toString(), QString("security"));
        QCOMPARE(f[u"tradeOffs"][1][u"note"].toString(), QString("one more hop"));
        QCOMPARE(ran.json()[u"changed"].toBool(), true);
        QCOMPARE(set("F-01", {"--owner", "Dev Raman"}).json()[u"changed"].toBool(), false);
    }
    void whatWasSetIsTakenBack() {
        QCOMPARE(set("F-01", {"--owner", "A", "--due", "2999-01-01", "--effort", "S", "--needs", "F-02", "--loss",
                              "1:10:20", "--title", "T", "--likelihood", "1", "--trade-off", "security:helps"})
                     .code,
                 0);
        QCOMPARE(set("F-01", {"--owner", "", "--due", "none", "--effort", "none", "--needs", "none", "--loss", "none",
                              "--title", "", "--likelihood", "0", "--trade-off", "none"})
                     .code,
                 0);
        const QJsonObject f = shown("F-01");
        QCOMPARE(f[u"owner"].toString(), QString());
        QVERIFY(f[u"due"].isNull());
        QCOMPARE(f[u"effort"].toString(), QString());
        QVERIFY(f[u"needs"].toArray().isEmpty() && f[u"tradeOffs"].toArray().isEmpty());
        QCOMPARE(f[u"yearlyLoss"][u"mean"].toDouble(), 0.0);
        QVERIFY(f[u"written"].toArray().isEmpty());
        QVERIFY(f[u"inherent"][u"likelihood"].toInt() > 1);
    }
    void manyAreChangedAsOneCommandOrNotAtAll() {
        const int before = commands();
        QCOMPARE(set("F-01,f2", {"--owner", "Dev Raman"}).code, 0);
        QCOMPARE(commands(), before + 1);
        QCOMPARE(lastLabel(), QString("Edit 2 findings"));
        const Ran refused = set("F-01,F-02", {"--owner", QString(201, 'x'), "--progress", "101"});
        QCOMPARE(refused.code, 2);
        QCOMPARE(ids(refused), (QStringList{"F001", "F006", "F001", "F006"}));
        QCOMPARE(commands(), before + 1);
        QCOMPARE(shown("F-01")[u"owner"].toString(), QString("Dev Raman"));
    }
    void anAcceptanceNeedsReasonNameAndDay() {
        const Ran refused = m_folder.json({"finding", "accept", "r.plumb", "F-01"});
        QCOMPARE(refused.code, 2);
        QCOMPARE(ids(refused), (QStringList{"F004", "F004", "F004"}));
        QVERIFY(refused.err.contains("Name the person."));
        const QString until = QDate::currentDate().addDays(30).toString(Qt::ISODate);
        const Ran ran = m_folder.json({"finding", "accept", "r.plumb", "F-01", "--reason", "The supplier leaves",
                                       "--by", "Ruth Adeyemi", "--until", until});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.json()[u"findings"][0][u"status"].toString(), QString("accepted"));
        QCOMPARE(ran.json()[u"findings"][0][u"until"].toString(), until);
        QVERIFY(lastLabel().startsWith("Accept F-01 until "));
        QCOMPARE(ids(m_folder.json(
                     {"finding", "accept", "r.plumb", "F-02", "--reason", "r", "--by", "b", "--until", "2020-01-01"})),
                 QStringList{"F004"});
    }
    void aDueDateInThePastIsSaidAndStored() {
        const Ran ran = set("F-01", {"--due", "2020-01-31"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.json()[u"warnings"][0][u"id"].toString(), QString("F101"));
        QVERIFY(ran.err.contains("has passed already"));
        QCOMPARE(shown("F-01")[u"overdue"].toBool(), true);
    }
    void circlesAreRefusedWithTheCircle() {
        QCOMPARE(set("F-01", {"--needs", "F-02"}).code, 0);
        const Ran refused = set("F-02", {"--needs", "F-01"});
        QCOMPARE(refused.code, 2);
        QCOMPARE(ids(refused), QStringList{"F007"});
        QVERIFY(refused.err.contains("F-01 needs F-02 needs F-01") ||
                refused.err.contains("F-02 needs F-01 needs F-02"));
    }
    void onlyFindingsWrittenByHandAreRemoved() {
        const Ran refused = m_folder.json({"finding", "remove", "r.plumb", "F-01"});
        QCOMPARE(refused.code, 2);
        QCOMPARE(refused.errorId(), QString("session.derivedFinding"));
        QCOMPARE(m_folder.json({"finding", "remove", "r.plumb", "F-02"}).json()[u"removed"].toBool(), true);
        QCOMPARE(findings().size(), 1);
        QCOMPARE(m_folder.json({"undo", "r.plumb"}).code, 0);
        QCOMPARE(findings().size(), 2);
    }
    void textsStayWhenTheAnswersCloseAFinding() {
        QCOMPARE(set("F-01", {"--owner", "Dev Raman"}).code, 0);
        QCOMPARE(m_folder.json({"answer", "r.plumb", "small-lens", "COST_1", "--select", "owner_named,alarm_set"}).code,
                 0);
        const QJsonObject f = shown("F-01");
        QCOMPARE(f[u"owner"].toString(), QString("Dev Raman"));
        QCOMPARE(f[u"closedByAnswers"].toBool(), true);
        QCOMPARE(f[u"status"].toString(), QString("resolved"));
        QCOMPARE(m_folder.json({"info", "r.plumb"}).json()[u"counts"][u"openFindings"].toInt(), 1);
    }
    void oneThatIsClosedAndUntouchedIsSaidToBe() {
        QCOMPARE(m_folder.json({"answer", "r.plumb", "small-lens", "COST_1", "--select", "owner_named,alarm_set"}).code,
                 0);
        const Ran ran = m_folder.json({"finding", "show", "r.plumb", "F-01"});
        QCOMPARE(ran.code, 2);
        QVERIFY(ran.err.contains("closed by the answers"));
        QCOMPARE(set("F-01", {"--owner", "Dev Raman"}).code, 0);
        QCOMPARE(shown("F-01")[u"owner"].toString(), QString("Dev Raman"));
    }

    void linesThatMakeNoSenseAreRefused_data() {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<QString>("said");
        const auto set = [](const QStringList& options) {
            return QStringList{"finding", "set", "r.plumb", "F-01"} + options;
        };
        QTest::newRow("unknown") << QStringList{"finding", "show", "r.plumb", "F-99"} << "no finding \"F-99\"";
        QTest::newRow("near") << QStringList{"finding", "show", "r.plumb", "COST_1"} << "small-lens/COST_1";
        QTest::newRow("two unknown") << QStringList{"finding", "set", "r.plumb", "F-8,F-9", "--owner", "x"}
                                     << "no finding \"F-9\"";
        QTest::newRow("no key") << QStringList{"finding", "set", "r.plumb", ",", "--owner", "x"} << "Name a finding";
        QTest::newRow("day") << set({"--due", "31.12.2027"}) << "2026-11-22";
        QTest::newRow("no day") << set({"--due", "2027-02-29"}) << "2026-11-22";
        QTest::newRow("effort") << set({"--effort", "XL"}) << "S, M, L";
        QTest::newRow("status") << set({"--status", "gone"}) << "in-progress";
        QTest::newRow("number") << set({"--days", "five"}) << "a number";
        QTest::newRow("infinite") << set({"--days", "inf"}) << "0 to 1000";
        QTest::newRow("rating") << set({"--likelihood", "9"}) << "1 to 5";
        QTest::newRow("loss") << set({"--loss", "1:2"}) << "PERYEAR:P10:P90";
        QTest::newRow("trade-off") << set({"--trade-off", "security"}) << "FRAMEWORK:helps";
        QTest::newRow("pillar") << set({"--trade-off", "speed:helps"}) << "costOptimization";
        QTest::newRow("practice") << set({"--practices", "COST_1"}) << "LENS/QUESTION/CHOICE";
        QTest::newRow("unknown practice") << set({"--practices", "small-lens/COST_1/x"}) << "no practice";
        QTest::newRow("evidence") << set({"--evidence", "E-07"}) << "evidence list";
        QTest::newRow("measure") << set({"--measures", "pray"}) << "consolidate";
        QTest::newRow("severity") << set({"--severity", "medium"}) << "follow the answers";
        QTest::newRow("false alarm") << set({"--status", "false-alarm"}) << "Say why";
        QTest::newRow("no title") << QStringList{"finding", "add", "r.plumb"} << "--title";
        QTest::newRow("empty title") << QStringList{"finding", "add", "r.plumb", "--title", " "} << "needs a title";
        QTest::newRow("half a rating") << QStringList{"finding", "add", "r.plumb", "--title", "T", "--impact", "3"}
                                       << "1 to 5";
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

QTEST_GUILESS_MAIN(TestCliFindings)
#include "tst_cli_findings.moc"
