// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// answer, and answers import and export.
#include "cli_run.h"

using namespace plumb::test;

class TestCliAnswer : public QObject {
    Q_OBJECT
    CliFolder m_folder;

    Ran answer(const QStringList& options) {
        return m_folder.json(QStringList{"answer", "r.plumb", "small-lens", "COST_1"} + options);
    }
    int commands() { return m_folder.json({"history", "r.plumb"}).json()[u"commands"].toArray().size(); }

private slots:
    void initTestCase() { m_folder.write("small.json", kSmallLens); }
    void init() {
        QFile::remove(m_folder.path("r.plumb"));
        QCOMPARE(m_folder.json({"new", "r.plumb", "--workload", "W", "--lens", "small.json"}).code, 0);
    }

    void oneAnswerIsOneCommand() {
        const Ran ran = answer({"--select", "owner_named,alarm_set", "--note", "Seen.", "--by", "Doe, Jane", "--by",
                                "Jonas", "--confidence", "high", "--basis", "shown", "--mark", "--park", "Budget",
                                "--choice-note", "alarm_set=At 80 % = 8,000 EUR"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.json()[u"risk"].toString(), QString("NONE"));
        QCOMPARE(ran.json()[u"score"][u"score"].toDouble(), 100.0);
        QCOMPARE(ran.json()[u"score"][u"label"].toString(), QString("sound"));
        QCOMPARE(ran.json()[u"changed"].toBool(), true);
        const QJsonObject recorded = ran.json()[u"answer"].toObject();
        QCOMPARE(recorded[u"selected"].toArray(), (QJsonArray{"owner_named", "alarm_set"}));
        QCOMPARE(recorded[u"people"].toArray(), (QJsonArray{"Doe, Jane", "Jonas"}));
        QCOMPARE(recorded[u"choiceNotes"][u"alarm_set"].toString(), QString("At 80 % = 8,000 EUR"));
        QCOMPARE(recorded[u"parkedTopic"].toString(), QString("Budget"));
        QCOMPARE(recorded[u"needsVerification"].toBool(), true);
        QCOMPARE(recorded[u"basis"].toString(), QString("shown"));
        QCOMPARE(commands(), 2);
    }

    void listsMayBeJoinedOrRepeated() {
        QCOMPARE(answer({"--select", "owner_named", "--select", "alarm_set"}).json()[u"risk"].toString(),
                 QString("NONE"));
        QCOMPARE(answer({"--unselect", "owner_named,alarm_set"}).json()[u"risk"].toString(), QString("UNANSWERED"));
    }

    void aPracticeAndNoneClearEachOther() {
        QCOMPARE(answer({"--none"}).json()[u"risk"].toString(), QString("HIGH"));
        QCOMPARE(answer({"--select", "owner_named"}).json()[u"answer"][u"selected"].toArray(),
                 (QJsonArray{"owner_named"}));
        QCOMPARE(answer({"--none"}).json()[u"answer"][u"selected"].toArray(), (QJsonArray{"COST_1_no"}));
    }

    void choicesAndQuestionsCanBeNotApplicable() {
        const Ran choice = answer({"--na", "alarm_set:out-of-scope,owner_named:Business_Priorities"});
        QCOMPARE(choice.code, 0);
        QCOMPARE(choice.json()[u"answer"][u"na"][0][u"reason"].toString(), QString("BUSINESS_PRIORITIES"));
        QCOMPARE(choice.json()[u"answer"][u"na"][1][u"reason"].toString(), QString("OUT_OF_SCOPE"));
        const Ran whole = answer({"--not-applicable"});
        QCOMPARE(whole.json()[u"risk"].toString(), QString("NOT_APPLICABLE"));
        const Ran reason = answer({"--not-applicable", "architecture constraints: no models are trained"});
        QCOMPARE(reason.json()[u"answer"][u"reason"].toString(), QString("ARCHITECTURE_CONSTRAINTS"));
        QCOMPARE(reason.json()[u"answer"][u"reasonText"].toString(), QString("no models are trained"));
        QVERIFY(answer({"--applicable"}).json()[u"risk"].toString() != "NOT_APPLICABLE");
    }

    void emptyTextsAndNoneTakeBack() {
        answer({"--note", "x", "--private-note", "y", "--confidence", "low", "--park", "z"});
        const Ran ran = answer({"--note", "", "--private-note", "", "--confidence", "none", "--unpark"});
        QCOMPARE(ran.json()[u"answer"].toObject(), QJsonObject());
    }

    void withoutOptionsItShowsAndChangesNothing() {
        answer({"--select", "owner_named"});
        const int before = commands();
        const QByteArray bytes = m_folder.read("r.plumb");
        const Ran shown = answer({});
        QCOMPARE(shown.json()[u"risk"].toString(), QString("MEDIUM"));
        QCOMPARE(shown.json()[u"changed"].toBool(true), false);
        QCOMPARE(commands(), before);
        QCOMPARE(m_folder.read("r.plumb"), bytes);
        QVERIFY(m_folder.run({"answer", "r.plumb", "small-lens", "COST_1"}).out.contains("[x]  owner_named"));
    }

    void theSameAgainIsNoCommand() {
        answer({"--select", "owner_named"});
        const int before = commands();
        QCOMPARE(answer({"--select", "owner_named"}).json()[u"changed"].toBool(true), false);
        QCOMPARE(commands(), before);
    }

    void unknownIdsAreUsageErrorsThatNameTheNearest() {
        const Ran lens = m_folder.json({"answer", "r.plumb", "smal-lens", "COST_1", "--none"});
        QCOMPARE(lens.code, 2);
        QVERIFY2(lens.err.contains("Did you mean small-lens?"), lens.err);
        const Ran question = m_folder.json({"answer", "r.plumb", "small-lens", "COST_2", "--none"});
        QCOMPARE(question.code, 2);
        QVERIFY2(question.err.contains("Did you mean COST_1?"), question.err);
        const Ran shown = m_folder.json({"answer", "r.plumb", "small-lens", "COST_2"});
        QCOMPARE(shown.code, 2);
        const Ran choice = answer({"--select", "owner_namd"});
        QCOMPARE(choice.code, 2);
        QVERIFY2(choice.err.contains("Did you mean owner_named?"), choice.err);
        QCOMPARE(commands(), 1);
    }

    void wordsThatAreNotKnownAreUsageErrors_data() {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("confidence") << QStringList{"--confidence", "sure"};
        QTest::newRow("basis") << QStringList{"--basis", "seen"};
        QTest::newRow("reason") << QStringList{"--na", "alarm_set:LAZY"};
        QTest::newRow("question's reason") << QStringList{"--not-applicable", "because"};
        QTest::newRow("none not applicable") << QStringList{"--na", "COST_1_no"};
        QTest::newRow("choice note") << QStringList{"--choice-note", "alarm_set"};
        QTest::newRow("both") << QStringList{"--applicable", "--not-applicable"};
        QTest::newRow("none with others") << QStringList{"--select", "COST_1_no,alarm_set"};
        QTest::newRow("nobody") << QStringList{"--by", " "};
    }
    void wordsThatAreNotKnownAreUsageErrors() {
        QFETCH(QStringList, options);
        QCOMPARE(answer(options).code, 2);
        QCOMPARE(commands(), 1);
    }

    void importOfAnExportGivesTheSame() {
        answer(
            {"--select", "owner_named", "--na", "alarm_set:other", "--note", "n", "--by", "Jonas", "--basis", "said"});
        const Ran exported = m_folder.run({"answers", "export", "r.plumb"});
        QCOMPARE(exported.code, 0);
        QCOMPARE(exported.json()[u"small-lens"][u"COST_1"][u"selected"].toArray(), (QJsonArray{"owner_named"}));
        QCOMPARE(m_folder.json({"new", "s.plumb", "--workload", "W", "--lens", "small.json"}).code, 0);
        const Ran imported = m_folder.json({"answers", "import", "s.plumb", "-"}, exported.out);
        QCOMPARE(imported.code, 0);
        QCOMPARE(imported.json()[u"imported"].toInt(), 1);
        QCOMPARE(m_folder.run({"answers", "export", "s.plumb"}).out, exported.out);
        QCOMPARE(m_folder.json({"history", "s.plumb"}).json()[u"commands"].toArray().size(), 2);
    }

    void exportWritesAFileOnce() {
        answer({"--none"});
        QCOMPARE(m_folder.json({"answers", "export", "r.plumb", "-o", "a.json"}).code, 0);
        QCOMPARE(m_folder.read("a.json"), m_folder.run({"answers", "export", "r.plumb"}).out);
        QCOMPARE(m_folder.json({"answers", "export", "r.plumb", "-o", "a.json"}).code, 5);
        QCOMPARE(m_folder.json({"answers", "export", "r.plumb", "-o", "a.json", "--force"}).code, 0);
    }

    void importIsAllOrNothing() {
        m_folder.write("bad.json", R"({"small-lens":{"COST_1":{"selected":["alarm_set"]},"COST_9":{}},"other":{}})");
        const Ran ran = m_folder.json({"answers", "import", "r.plumb", "bad.json"});
        QCOMPARE(ran.code, 3);
        QCOMPARE(ran.json()[u"error"][u"messages"].toArray().size(), 2);
        QCOMPARE(commands(), 1);
        m_folder.write("empty.json", "{}");
        QCOMPARE(m_folder.json({"answers", "import", "r.plumb", "empty.json"}).json()[u"imported"].toInt(-1), 0);
        QCOMPARE(commands(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCliAnswer)
#include "tst_cli_answer.moc"
