// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Making reviews and their questionnaires, and what undo, restore, copy, search and verify do with them.
#include "cli_run.h"

using namespace plumb::test;

class TestCliReview : public QObject {
    Q_OBJECT
    CliFolder m_folder;

    QJsonObject info(const QString& file) { return m_folder.json({"info", file}).json(); }
    void makeSmall(const QString& file) {
        const Ran ran =
            m_folder.json({"new", file, "--workload", "Claims AI", "--client", "Northwind", "--lens", "small.json"});
        QVERIFY2(ran.code == 0, ran.err);
    }
    Ran tick(const QString& file, const QString& choices) {
        return m_folder.json({"answer", file, "small-lens", "COST_1", "--select", choices});
    }
    QString riskOf(const QString& file) {
        return m_folder.json({"score", file}).json()["questions"][0]["risk"].toString();
    }

private slots:
    void initTestCase() { m_folder.write("small.json", kSmallLens); }

    void newMakesAReviewWithItsQuestionnaires() {
        const Ran made =
            m_folder.json({"new", "a.plumb", "--workload", "Claims AI", "--client", "Northwind", "--owner", "Mareike",
                           "--regions", "eu-central-1", "--lens", "small.json", "--lens", "ai-quick-scan"});
        QCOMPARE(made.code, 0);
        QCOMPARE(made.json()["file"].toString(), QString("a.plumb"));
        QCOMPARE(made.json()["lenses"][0]["id"].toString(), QString("small-lens"));
        QCOMPARE(made.json()["lenses"][1]["id"].toString(), QString("ai-quick-scan"));
        const QJsonObject told = info("a.plumb");
        QCOMPARE(told["schemaVersion"].toInt(), 1);
        QCOMPARE(told["workload"]["name"].toString(), QString("Claims AI"));
        QCOMPARE(told["workload"]["regions"].toString(), QString("eu-central-1"));
        QCOMPARE(told["counts"]["lenses"].toInt(), 2);
        QCOMPARE(told["counts"]["questions"].toInt(), 16);
        QCOMPARE(told["counts"]["answered"].toInt(), 0);
        QCOMPARE(told["history"]["length"].toInt(), told["history"]["applied"].toInt());
    }

    void newLeavesAFileThatIsThereAlone() {
        m_folder.write("there.plumb", "mine");
        QCOMPARE(m_folder.json({"new", "there.plumb", "--workload", "W"}).code, 5);
        QCOMPARE(m_folder.json({"sample", "there.plumb"}).code, 5);
        QCOMPARE(m_folder.read("there.plumb"), QByteArray("mine"));
    }

    void newRefusesAnEmptyNameAndAFolderThatIsNotThere() {
        QCOMPARE(m_folder.json({"new", "w.plumb", "--workload", " "}).code, 2);
        QCOMPARE(m_folder.json({"new", "nowhere/w.plumb", "--workload", "W"}).code, 4);
        QVERIFY(!QFile::exists(m_folder.path("w.plumb")));
    }

    void anOverlayBesideLensJsonIsTakenToo() {
        QVERIFY(QDir(m_folder.path()).mkpath("own"));
        m_folder.write("own/lens.json", kSmallLens);
        m_folder.write("own/overlay.json",
                       R"({"phases":[{"id":"run","name":"Run"}],"questions":{"COST_1":{"phase":"run"}}})");
        QCOMPARE(m_folder.json({"new", "own.plumb", "--workload", "W", "--lens", "own/lens.json"}).code, 0);
        const QJsonObject score = m_folder.json({"score", "own.plumb", "--by", "phase"}).json();
        QCOMPARE(score["groups"][0]["id"].toString(), QString("run"));
        m_folder.write("own/overlay.json", "{\"phases\":7}");
        QCOMPARE(m_folder.json({"new", "own2.plumb", "--workload", "W", "--lens", "own/lens.json"}).code, 3);
        QVERIFY(!QFile::exists(m_folder.path("own2.plumb")));
    }

    void sampleIsFilledIn() {
        const Ran made = m_folder.json({"sample", "sample.plumb"});
        QCOMPARE(made.code, 0);
        QVERIFY(made.json()["lenses"].toArray().size() >= 2);
        const QJsonObject told = info("sample.plumb");
        QVERIFY(told["counts"]["answered"].toInt() > 20);
        QVERIFY(told["counts"]["evidence"].toInt() > 2);
        QCOMPARE(m_folder.json({"verify", "sample.plumb"}).json()["ok"].toBool(), true);
        const QJsonObject score = m_folder.json({"score", "sample.plumb"}).json();
        QCOMPARE(score["method"].toString(), QString("score/1"));
        QCOMPARE(score["questions"].toArray().size(), told["counts"]["questions"].toInt());
        const QJsonObject overall = score["overall"].toObject();
        QVERIFY(overall["worst"].toDouble() <= overall["score"].toDouble() &&
                overall["score"].toDouble() <= overall["best"].toDouble());
        QCOMPARE(score["readiness"]["signs"].toArray().size(), 5);
    }

    void scoreGroupsAreThoseAskedFor() {
        makeSmall("groups.plumb");
        tick("groups.plumb", "owner_named");
        const QJsonArray both = m_folder.json({"score", "groups.plumb"}).json()["groups"].toArray();
        QCOMPARE(both.size(), 2);
        QCOMPARE(both[0]["by"].toString(), QString("lens"));
        QCOMPARE(both[1]["by"].toString(), QString("pillar"));
        QCOMPARE(both[1]["score"].toDouble(), 50.0);
        const QJsonArray framework =
            m_folder.json({"score", "groups.plumb", "--by", "framework,pillar"}).json()["groups"].toArray();
        QCOMPARE(framework.last()["by"].toString(), QString("pillar"));
        QCOMPARE(framework.last()["id"].toString(), QString("cost"));
    }

    void nothingAnsweredHasNoScore() {
        makeSmall("empty.plumb");
        const QJsonObject overall = m_folder.json({"score", "empty.plumb"}).json()["overall"].toObject();
        QVERIFY(overall["score"].isNull() && overall["label"].isNull());
        QCOMPARE(overall["worst"].toDouble(-1), 0.0);
        QCOMPARE(overall["best"].toDouble(-1), 100.0);
        QCOMPARE(overall["coverage"].toDouble(-1), 0.0);
    }

    void lensesComeAndGo() {
        makeSmall("lenses.plumb");
        QCOMPARE(m_folder.json({"lens", "add", "lenses.plumb", "ai-quick-scan"}).json()["id"].toString(),
                 QString("ai-quick-scan"));
        QCOMPARE(info("lenses.plumb")["counts"]["lenses"].toInt(), 2);
        tick("lenses.plumb", "owner_named");
        QCOMPARE(m_folder.json({"lens", "add", "lenses.plumb", "small.json"}).code, 2);
        QCOMPARE(m_folder.json({"lens", "remove", "lenses.plumb", "ai-quick-scn"}).code, 2);
        QCOMPARE(m_folder.json({"lens", "remove", "lenses.plumb", "ai-quick-scan"}).code, 0);
        QCOMPARE(info("lenses.plumb")["counts"]["lenses"].toInt(), 1);
        QCOMPARE(m_folder.json({"undo", "lenses.plumb"}).code, 0);
        QCOMPARE(info("lenses.plumb")["counts"]["lenses"].toInt(), 2);
    }

    void anExportedLensMeansTheSame() {
        makeSmall("export.plumb");
        const Ran out = m_folder.json({"lens", "export", "export.plumb", "small-lens", "out.json"});
        QCOMPARE(out.code, 0);
        QCOMPARE(m_folder.json({"lens", "diff", "small.json", "out.json"}).json()["changes"].toArray().size(), 0);
        QCOMPARE(m_folder.json({"lens", "export", "export.plumb", "small-lens", "out.json"}).code, 5);
        QCOMPARE(
            m_folder.json({"lens", "export", "export.plumb", "small-lens", "out.json", "--force", "--strict"}).code, 0);
        QCOMPARE(m_folder.json({"lens", "lint", "out.json"}).code, 0);
        QCOMPARE(m_folder.json({"lens", "export", "export.plumb", "smal-lens", "x.json"}).code, 2);
    }

    void undoRedoAndRestoreReachAcrossRuns() {
        makeSmall("undo.plumb");
        QCOMPARE(tick("undo.plumb", "owner_named").json()["risk"].toString(), QString("MEDIUM"));
        QCOMPARE(tick("undo.plumb", "alarm_set").json()["risk"].toString(), QString("NONE"));
        const Ran undone = m_folder.json({"undo", "undo.plumb"});
        QCOMPARE(undone.json()["undone"]["label"].toString(), QString("Tick \"An alarm is set\""));
        QCOMPARE(riskOf("undo.plumb"), QString("MEDIUM"));
        QCOMPARE(m_folder.json({"redo", "undo.plumb"}).json()["redone"]["id"].toString(),
                 undone.json()["undone"]["id"].toString());
        QCOMPARE(riskOf("undo.plumb"), QString("NONE"));
        const QJsonArray commands = m_folder.json({"history", "undo.plumb"}).json()["commands"].toArray();
        QCOMPARE(commands.size(), 3);
        QCOMPARE(commands[1]["author"].toString(), QString("Ines Albrecht"));
        QCOMPARE(commands[2]["parent"].toString(), commands[1]["id"].toString());
        const QString id = commands[1]["id"].toString();
        QCOMPARE(m_folder.json({"restore", "undo.plumb", id.left(8)}).code, 0);
        QCOMPARE(riskOf("undo.plumb"), QString("MEDIUM"));
        QCOMPARE(m_folder.json({"undo", "undo.plumb"}).code, 0);
        QCOMPARE(riskOf("undo.plumb"), QString("NONE"));
        QCOMPARE(m_folder.json({"restore", "undo.plumb", "abc"}).code, 2);
        QCOMPARE(m_folder.json({"restore", "undo.plumb", "zzzzzz"}).code, 2);
    }

    void nothingToUndoOrRedoIsAUsageError() {
        QCOMPARE(m_folder.json({"new", "bare.plumb", "--workload", "W"}).code, 0);
        QCOMPARE(m_folder.json({"undo", "bare.plumb"}).errorId(), QString("store.nothingToUndo"));
        const Ran redo = m_folder.json({"redo", "bare.plumb"});
        QCOMPARE(redo.code, 2);
        QCOMPARE(redo.errorId(), QString("store.nothingToRedo"));
    }

    void authorComesFromTheOption() {
        makeSmall("author.plumb");
        QCOMPARE(m_folder.json({"answer", "author.plumb", "small-lens", "COST_1", "--none", "--author", "Jonas"}).code,
                 0);
        const QJsonArray commands = m_folder.json({"history", "author.plumb"}).json()["commands"].toArray();
        QCOMPARE(commands.last()["author"].toString(), QString("Jonas"));
        QVERIFY(m_folder.run({"history", "author.plumb"}).out.contains("Jonas"));
    }

    void copyIsTheWholeReview() {
        makeSmall("from.plumb");
        tick("from.plumb", "owner_named");
        QCOMPARE(m_folder.json({"copy", "from.plumb", "to.plumb"}).code, 0);
        QCOMPARE(riskOf("to.plumb"), QString("MEDIUM"));
        QCOMPARE(info("to.plumb")["fileId"], info("from.plumb")["fileId"]);
        QCOMPARE(m_folder.json({"copy", "from.plumb", "to.plumb"}).code, 5);
    }

    void searchFindsQuestionsAndNotes() {
        makeSmall("search.plumb");
        QCOMPARE(m_folder.json({"answer", "search.plumb", "small-lens", "COST_1", "--note", "Zebra crossing"}).code, 0);
        const QJsonArray hits = m_folder.json({"search", "search.plumb", "zebra"}).json()["hits"].toArray();
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits[0]["kind"].toString(), QString("note"));
        QCOMPARE(hits[0]["question"].toString(), QString("COST_1"));
        QCOMPARE(hits[0]["snippet"].toString(), QString("Zebra crossing"));
        QCOMPARE(m_folder.run({"search", "search.plumb", "xyzzy"}).out, QByteArray("Nothing found.\n"));
        QCOMPARE(m_folder.json({"search", "search.plumb", "\"(AND"}).code, 0);
    }

    void verifyFindsDamageAndSalvageSavesTheRest() {
        makeSmall("whole.plumb");
        tick("whole.plumb", "owner_named");
        const Ran whole = m_folder.json({"verify", "whole.plumb"});
        QCOMPARE(whole.code, 0);
        QCOMPARE(whole.json()["ok"].toBool(), true);
        QCOMPARE(whole.json()["problems"].toArray().size(), 0);
        QByteArray bytes = m_folder.read("whole.plumb");
        const qsizetype title = bytes.indexOf("An owner is named");
        QVERIFY(title > 0);
        bytes[title + 3] = 'O';
        m_folder.write("broken.plumb", bytes);
        const Ran broken = m_folder.json({"verify", "broken.plumb", "--salvage", "saved.plumb"});
        QCOMPARE(broken.code, 1);
        QCOMPARE(broken.json()["ok"].toBool(true), false);
        QVERIFY(!broken.json()["problems"].toArray().isEmpty());
        QCOMPARE(broken.json()["salvaged"]["file"].toString(), QString("saved.plumb"));
        QVERIFY(broken.json()["salvaged"]["rows"].toInt() > 0);
        QCOMPARE(m_folder.read("broken.plumb"), bytes);
    }
};

QTEST_GUILESS_MAIN(TestCliReview)
#include "tst_cli_review.moc"
