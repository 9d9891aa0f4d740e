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
        return ran.code == 0 ? ran.json()[u"risk"].toObject() : ran.json();
    }
    QJsonObject explain(const QByteArray& answers) {
        m_folder.write("answers.json", answers);
        return m_folder.json({"lens", "explain", "small.json", "COST_1", "--answers", "answers.json"}).json();
    }

private slots:
    void initTestCase() { m_folder.write("small.json", kSmallLens); }

    void listNamesTheBuiltInsAndTheirSize() {
        const QJsonArray lenses = m_folder.json({"lens", "list"}).json()[u"lenses"].toArray();
        QStringList ids;
        for (const QJsonValue& lens : lenses) {
            ids << lens[u"id"].toString();
            QVERIFY(lens[u"questions"].toInt() > 0);
            QVERIFY(lens[u"choices"].toInt() > lens[u"questions"].toInt());
            QCOMPARE(lens[u"sha256"].toString().size(), 64);
        }
        QVERIFY(ids.contains("ai-quick-scan"));
        QVERIFY(ids.contains("generative-ai"));
    }

    void showGivesTheOutline() {
        const QJsonObject shown = m_folder.json({"lens", "show", "small.json"}).json();
        QCOMPARE(shown[u"id"].toString(), QString("small-lens"));
        QCOMPARE(shown[u"questions"].toInt(), 1);
        QCOMPARE(shown[u"choices"].toInt(), 3);
        const QJsonObject question = shown[u"pillars"][0][u"questions"][0].toObject();
        QCOMPARE(question[u"id"].toString(), QString("COST_1"));
        QCOMPARE(question[u"choices"][2][u"none"].toBool(), true);
        QCOMPARE(question[u"rules"][1][u"condition"].toString(), QString("owner_named || alarm_set"));
        QCOMPARE(question[u"rules"][1][u"risk"].toString(), QString("MEDIUM"));
    }

    void showPrintsWhatOtherVerbsTake() {
        const Ran ran = m_folder.run({"lens", "show", "small.json"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(
            ran.out,
            QByteArray("small-lens  Small Lens\n1 question, 3 choices\n\ncost  Cost\n\n  COST_1  Who owns the bill?\n"
                       "      owner_named  An owner is named\n      alarm_set    An alarm is set\n"
                       "      COST_1_no    None of these\n"));
    }

    void anUnknownNameListsTheBuiltIns() {
        const Ran ran = m_folder.json({"lens", "show", "ai-quik-scan"});
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains("Did you mean ai-quick-scan?") && ran.err.contains("generative-ai"), ran.err);
    }

    void builtInsPassLint() {
        const Ran list = m_folder.json({"lens", "list"});
        QStringList line{"lens", "lint"};
        for (const QJsonValue& lens : list.json()[u"lenses"].toArray())
            line << lens[u"id"].toString();
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
        const QJsonObject files = ran.json()[u"files"].toObject();
        QCOMPARE(files.size(), expected.size());
        for (const QString& name : expected.keys()) {
            const QJsonObject counts = files[kCorpus + "/" + name].toObject();
            QVERIFY2(counts[u"usable"].toBool(), qPrintable(name));
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
        const QJsonObject files = bad.json()[u"files"].toObject();
        QCOMPARE(files[u"cut.json"][u"usable"].toBool(true), false);
        QCOMPARE(files[u"cut.json"][u"questions"].toInt(-1), 0);
        QCOMPARE(files[u"cut.json"][u"S107"].toInt(-1), 0);
        QCOMPARE(files[u"cut.json"][u"messages"][0][u"id"].toString(), QString("A001"));
        QCOMPARE(files[u"small.json"][u"usable"].toBool(), true);
        const Ran missing = m_folder.json({"lens", "lint", "cut.json", "nope.json", "small.json"});
        QCOMPARE(missing.code, 4);
        QCOMPARE(missing.json()[u"files"][u"small.json"][u"questions"].toInt(), 1);
        QCOMPARE(missing.json()[u"files"][u"nope.json"][u"usable"].toBool(true), false);
        QCOMPARE(m_folder.json({"lens", "lint", "small.json"}).code, 0);
    }

    void lintFieldsAreExactly() {
        const QJsonObject file =
            m_folder.json({"lens", "lint", "small.json"}).json()[u"files"][u"small.json"].toObject();
        const QStringList wanted{"S101", "S102",    "S103",     "S104",      "S105",  "S106",
                                 "S107", "choices", "messages", "questions", "usable"};
        QCOMPARE(file.keys(), wanted);
    }

    void lintJudgesTheOverlayThatIsGiven() {
        m_folder.write("fits.json", R"({"questions":{"COST_1":{"choices":{"owner_named":{"severity":"high"}}}}})");
        const Ran fits = m_folder.json({"lens", "lint", "small.json", "--overlay", "fits.json"});
        QCOMPARE(fits.code, 0);
        QCOMPARE(fits.json()[u"files"][u"small.json"][u"overlay"].toObject(),
                 (QJsonObject{{"messages", QJsonArray{}}, {"usable", true}}));

        m_folder.write("strays.json", R"({"questions":{"COST_1":{"choices":{"owner":{}}},"COST_2":{}}})");
        const Ran strays = m_folder.json({"lens", "lint", "small.json", "--overlay", "strays.json"});
        QCOMPARE(strays.code, 1);
        const QJsonValue overlay = strays.json()[u"files"][u"small.json"][u"overlay"];
        QCOMPARE(overlay[u"usable"].toBool(), true);
        QCOMPARE(overlay[u"messages"][0][u"id"].toString(), QString("O004"));
        QCOMPARE(overlay[u"messages"][0][u"pointer"].toString(), QString("/questions/COST_1/choices/owner"));
        QCOMPARE(overlay[u"messages"][1][u"pointer"].toString(), QString("/questions/COST_2"));
        QCOMPARE(strays.json()[u"files"][u"small.json"][u"messages"].toArray().size(), 0);
        const QByteArray text = m_folder.run({"lens", "lint", "small.json", "--overlay", "strays.json"}).out;
        QVERIFY2(
            text.startsWith("small.json: 1 question, 3 choices, nothing wrong\n"
                            "small.json, overlay: does not fit the lens\n  O004 /questions/COST_1/choices/owner: "),
            text);

        m_folder.write("bad.json", R"({"questions":{"COST_1":{"weight":0}}})");
        const Ran bad = m_folder.json({"lens", "lint", "small.json", "--overlay", "bad.json"});
        QCOMPARE(bad.code, 1);
        QCOMPARE(bad.json()[u"files"][u"small.json"][u"overlay"][u"usable"].toBool(true), false);
        QCOMPARE(bad.json()[u"files"][u"small.json"][u"overlay"][u"messages"][0][u"id"].toString(), QString("O002"));
        QCOMPARE(m_folder.json({"lens", "lint", "small.json", "--overlay", "nope.json"}).code, 4);
    }

    void lintTakesTheOverlayBesideALensJson() {
        QVERIFY(QDir(m_folder.path()).mkpath("own"));
        m_folder.write("own/lens.json", kSmallLens);
        m_folder.write("own/overlay.json", R"({"pillars":{"money":{}}})");
        const Ran ran = m_folder.json({"lens", "lint", "own/lens.json"});
        QCOMPARE(ran.code, 1);
        QCOMPARE(ran.json()[u"files"][u"own/lens.json"][u"overlay"][u"messages"][0][u"pointer"].toString(),
                 QString("/pillars/money"));
        const QJsonValue builtIn = m_folder.json({"lens", "lint", "ai-quick-scan"}).json()[u"files"][u"ai-quick-scan"];
        QCOMPARE(builtIn[u"overlay"][u"messages"].toArray(), QJsonArray{});
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
        QCOMPARE(ran.json()[u"risk"][u"COST_1"].toString(), QString("MEDIUM"));
    }

    void evaluateRefusesAnswersWithEveryProblem() {
        m_folder.write("answers.json",
                       R"({"COST_2":{},"COST_1":{"selected":["owner_nmed"],"na":["COST_1_no"],"x":1}})");
        const Ran ran = m_folder.json({"lens", "evaluate", "small.json", "--answers", "answers.json"});
        QCOMPARE(ran.code, 3);
        const QJsonArray messages = ran.json()[u"error"][u"messages"].toArray();
        QStringList found;
        for (const QJsonValue& message : messages)
            found << message[u"id"].toString() + " " + message[u"pointer"].toString();
        for (const char* wanted : {"N002 /COST_2", "N003 /COST_1/selected/0", "N004 /COST_1/na/0", "N004 /COST_1/x"})
            QVERIFY2(found.contains(wanted), ran.err);
        QVERIFY2(ran.err.contains("owner_named"), ran.err);
    }

    void explainNamesRuleTermsAndWayOut() {
        const QJsonObject one = explain(R"({"COST_1":{"selected":["owner_named"]}})");
        QCOMPARE(one[u"state"].toString(), QString("MEDIUM"));
        QCOMPARE(one[u"rule"].toString(), QString("owner_named || alarm_set"));
        QCOMPARE(one[u"ruleIndex"].toInt(), 1);
        QCOMPARE(one[u"ruleRisk"].toString(), QString("MEDIUM"));
        QCOMPARE(one[u"terms"][0][u"value"].toBool(), true);
        QCOMPARE(one[u"terms"][1][u"selected"].toBool(true), false);
        QCOMPARE(one[u"toLower"].toArray().size(), 1);
        QCOMPARE(one[u"toLower"][0][u"risk"].toString(), QString("NONE"));
        QCOMPARE(one[u"toLower"][0][u"practices"].toArray(), (QJsonArray{"alarm_set"}));
        QVERIFY(one[u"why"].toString().endsWith('.'));
    }

    void explainWithoutAnswersTakesNothingAsTicked() {
        const Ran ran = m_folder.json({"lens", "explain", "small.json", "COST_1"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.json()[u"state"].toString(), QString("UNANSWERED"));
        QVERIFY(ran.json()[u"rule"].isNull());
        QVERIFY(ran.json()[u"ruleIndex"].isNull());
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
        const QJsonArray changes = ran.json()[u"changes"].toArray();
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0][u"kind"].toString(), QString("changed"));
        QCOMPARE(changes[0][u"level"].toString(), QString("text"));
        QCOMPARE(changes[0][u"id"].toString(), QString("COST_1/alarm_set"));
        QCOMPARE(changes[0][u"before"].toString(), QString("An alarm is set"));
        QCOMPARE(changes[0][u"after"].toString(), QString("An alarm wakes somebody"));
        QCOMPARE(m_folder.run({"lens", "diff", "small.json", "small.json"}).out,
                 QByteArray("The two mean the same.\n"));
    }
};

QTEST_GUILESS_MAIN(TestCliLens)
#include "tst_cli_lens.moc"
