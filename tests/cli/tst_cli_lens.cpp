// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Questionnaires without a review: list, show, lint, evaluate, explain, diff.
#include "cli_run.h"

#include <QDirIterator>

using namespace plumb::test;

namespace {
const QString kCorpus = QStringLiteral(PLUMB_SHARED_DIR "/corpus/lenses");
}

class TestCliLens : public QObject {
    Q_OBJECT
    CliFolder m_folder;

    QJsonObject riskOf(const QByteArray& answers) {
        m_folder.write("answers.json", answers);
        const Ran ran = m_folder.json({"lens", "evaluate", "small.json", "--answers", "answers.json"});
        return ran.code == 0 ? ran.json()["risk"].toObject() : ran.json();
    }
    QJsonObject explain(const QByteArray& answers) {
        m_folder.write("answers.json", answers);
        return m_folder.json({"lens", "explain", "small.json", "COST_1", "--answers", "answers.json"}).json();
    }

private slots:
    void initTestCase() { m_folder.write("small.json", kSmallLens); }

    void listNamesTheBuiltInsAndTheirSize() {
        const QJsonArray lenses = m_folder.json({"lens", "list"}).json()["lenses"].toArray();
        QStringList ids;
        for (const QJsonValue& lens : lenses) {
            ids << lens["id"].toString();
            QVERIFY(lens["questions"].toInt() > 0);
            QVERIFY(lens["choices"].toInt() > lens["questions"].toInt());
            QCOMPARE(lens["sha256"].toString().size(), 64);
        }
        QVERIFY(ids.contains("ai-quick-scan"));
        QVERIFY(ids.contains("generative-ai"));
    }

    void showGivesTheOutline() {
        const QJsonObject shown = m_folder.json({"lens", "show", "small.json"}).json();
        QCOMPARE(shown["id"].toString(), QString("small-lens"));
        QCOMPARE(shown["questions"].toInt(), 1);
        QCOMPARE(shown["choices"].toInt(), 3);
        const QJsonObject question = shown["pillars"][0]["questions"][0].toObject();
        QCOMPARE(question["id"].toString(), QString("COST_1"));
        QCOMPARE(question["choices"][2]["none"].toBool(), true);
        QCOMPARE(question["rules"][1]["condition"].toString(), QString("owner_named || alarm_set"));
        QCOMPARE(question["rules"][1]["risk"].toString(), QString("MEDIUM"));
    }

    void showPrintsWhatOtherVerbsTake() {
        const Ran ran = m_folder.run({"lens", "show", "small.json"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(
            ran.out,
            QByteArray("small-lens  Small Lens\n1 question, 3 choices\n\ncost  Cost\n\n  COST_1  Who owns the bill?\n"
                       "        owner_named  An owner is named\n        alarm_set    An alarm is set\n"
                       "        COST_1_no    None of these\n"));
    }

    void anUnknownNameListsTheBuiltIns() {
        const Ran ran = m_folder.json({"lens", "show", "ai-quik-scan"});
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains("Did you mean ai-quick-scan?") && ran.err.contains("generative-ai"), ran.err);
    }

    void builtInsPassLint() {
        const Ran list = m_folder.json({"lens", "list"});
        QStringList line{"lens", "lint"};
        for (const QJsonValue& lens : list.json()["lenses"].toArray())
            line << lens["id"].toString();
        const Ran ran = m_folder.json(line);
        QVERIFY2(ran.code == 0, ran.out);
    }

    void lintAgreesWithTheCorpus() {
        QFile expectedFile(kCorpus + "/EXPECTED_LINT.json");
        if (!expectedFile.open(QIODevice::ReadOnly))
            QSKIP("the shared corpus is not here");
        const QJsonObject expected = QJsonDocument::fromJson(expectedFile.readAll()).object();
        QStringList line{"lens", "lint"};
        for (const QString& name : expected.keys())
            line << kCorpus + "/" + name;
        const Ran ran = m_folder.json(line);
        QCOMPARE(ran.code, 1);
        const QJsonObject files = ran.json()["files"].toObject();
        QCOMPARE(files.size(), expected.size());
        for (const QString& name : expected.keys()) {
            const QJsonObject counts = files[kCorpus + "/" + name].toObject();
            QVERIFY2(counts["usable"].toBool(), qPrintable(name));
            const QJsonObject wanted = expected[name].toObject();
            for (const QString& key : wanted.keys())
                QVERIFY2(counts[key].toInt(-1) == wanted[key].toInt(), qPrintable(QString("%1 %2: %3, expected %4")
                                                                                      .arg(name, key)
                                                                                      .arg(counts[key].toInt(-1))
                                                                                      .arg(wanted[key].toInt())));
        }
    }

    void lintJudgesEveryFileAndTheWorstDecides() {
        m_folder.write("cut.json", "{\"schemaVersion\":");
        const Ran bad = m_folder.json({"lens", "lint", "cut.json", "small.json"});
        QCOMPARE(bad.code, 1);
        const QJsonObject files = bad.json()["files"].toObject();
        QCOMPARE(files["cut.json"]["usable"].toBool(true), false);
        QCOMPARE(files["cut.json"]["questions"].toInt(-1), 0);
        QCOMPARE(files["cut.json"]["S107"].toInt(-1), 0);
        QCOMPARE(files["cut.json"]["messages"][0]["id"].toString(), QString("A001"));
        QCOMPARE(files["small.json"]["usable"].toBool(), true);
        const Ran missing = m_folder.json({"lens", "lint", "cut.json", "nope.json", "small.json"});
        QCOMPARE(missing.code, 4);
        QCOMPARE(missing.json()["files"]["small.json"]["questions"].toInt(), 1);
        QCOMPARE(missing.json()["files"]["nope.json"]["usable"].toBool(true), false);
        QCOMPARE(m_folder.json({"lens", "lint", "small.json"}).code, 0);
    }

    void lintFieldsAreExactly() {
        const QJsonObject file = m_folder.json({"lens", "lint", "small.json"}).json()["files"]["small.json"].toObject();
        const QStringList wanted{"S101", "S102",    "S103",     "S104",      "S105",  "S106",
                                 "S107", "choices", "messages", "questions", "usable"};
        QCOMPARE(file.keys(), wanted);
    }

    void evaluateGivesEveryQuestion() {
        QCOMPARE(riskOf("{}"), (QJsonObject{{"COST_1", "UNANSWERED"}}));
        QCOMPARE(riskOf(R"({"COST_1":{"selected":["owner_named","alarm_set"]}})"), (QJsonObject{{"COST_1", "NONE"}}));
        QCOMPARE(riskOf(R"({"COST_1":{"selected":["owner_named"]}})"), (QJsonObject{{"COST_1", "MEDIUM"}}));
        QCOMPARE(riskOf(R"({"COST_1":{"selected":["COST_1_no"]}})"), (QJsonObject{{"COST_1", "HIGH"}}));
        QCOMPARE(riskOf(R"({"COST_1":{"selected":["owner_named"],"na":["alarm_set"]}})"),
                 (QJsonObject{{"COST_1", "NONE"}}));
        QCOMPARE(riskOf(R"({"COST_1":{"applicable":false}})"), (QJsonObject{{"COST_1", "NOT_APPLICABLE"}}));
    }

    void evaluateReadsStandardInput() {
        const Ran ran = m_folder.json({"lens", "evaluate", "small.json", "--answers", "-"},
                                      R"({"COST_1":{"selected":["alarm_set"]}})");
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.json()["risk"]["COST_1"].toString(), QString("MEDIUM"));
    }

    void evaluateRefusesAnswersWithEveryProblem() {
        m_folder.write("answers.json",
                       R"({"COST_2":{},"COST_1":{"selected":["owner_nmed"],"na":["COST_1_no"],"x":1}})");
        const Ran ran = m_folder.json({"lens", "evaluate", "small.json", "--answers", "answers.json"});
        QCOMPARE(ran.code, 3);
        const QJsonArray messages = ran.json()["error"]["messages"].toArray();
        QStringList found;
        for (const QJsonValue& message : messages)
            found << message["id"].toString() + " " + message["pointer"].toString();
        QCOMPARE(found,
                 (QStringList{"N002 /COST_2", "N003 /COST_1/selected/0", "N004 /COST_1/na/0", "N004 /COST_1/x"}));
        QVERIFY2(ran.err.contains("owner_named"), ran.err);
    }

    void explainNamesRuleTermsAndWayOut() {
        const QJsonObject one = explain(R"({"COST_1":{"selected":["owner_named"]}})");
        QCOMPARE(one["state"].toString(), QString("MEDIUM"));
        QCOMPARE(one["rule"].toString(), QString("owner_named || alarm_set"));
        QCOMPARE(one["ruleIndex"].toInt(), 1);
        QCOMPARE(one["ruleRisk"].toString(), QString("MEDIUM"));
        QCOMPARE(one["terms"][0]["value"].toBool(), true);
        QCOMPARE(one["terms"][1]["selected"].toBool(true), false);
        QCOMPARE(one["toLower"].toArray().size(), 1);
        QCOMPARE(one["toLower"][0]["risk"].toString(), QString("NONE"));
        QCOMPARE(one["toLower"][0]["practices"].toArray(), (QJsonArray{"alarm_set"}));
        QVERIFY(one["why"].toString().endsWith('.'));
    }

    void explainWithoutAnswersTakesNothingAsTicked() {
        const Ran ran = m_folder.json({"lens", "explain", "small.json", "COST_1"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.json()["state"].toString(), QString("UNANSWERED"));
        QVERIFY(ran.json()["rule"].isNull());
        QVERIFY(ran.json()["ruleIndex"].isNull());
    }

    void explainOfAnUnknownQuestionNamesTheNearest() {
        const Ran ran = m_folder.json({"lens", "explain", "small.json", "COST_11"});
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains("Did you mean COST_1?"), ran.err);
    }

    void diffListsWhatChanged() {
        m_folder.write("newer.json", QByteArray(kSmallLens).replace("An alarm is set", "An alarm wakes somebody"));
        const Ran ran = m_folder.json({"lens", "diff", "small.json", "newer.json"});
        QCOMPARE(ran.code, 0);
        const QJsonArray changes = ran.json()["changes"].toArray();
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0]["kind"].toString(), QString("changed"));
        QCOMPARE(changes[0]["level"].toString(), QString("text"));
        QCOMPARE(changes[0]["id"].toString(), QString("COST_1/alarm_set"));
        QCOMPARE(changes[0]["before"].toString(), QString("An alarm is set"));
        QCOMPARE(changes[0]["after"].toString(), QString("An alarm wakes somebody"));
        QCOMPARE(m_folder.run({"lens", "diff", "small.json", "small.json"}).out,
                 QByteArray("The two mean the same.\n"));
    }
};

QTEST_GUILESS_MAIN(TestCliLens)
#include "tst_cli_lens.moc"
