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
        return m_folder.json({"score", file}).json()[u"questions"][0][u"risk"].toString();
    }

private slots:
    void initTestCase() { m_folder.write("small.json", kSmallLens); }

    void newMakesAReviewWithItsQuestionnaires() {
        const Ran made =
            m_folder.json({"new", "a.plumb", "--workload", "Claims AI", "--client", "Northwind", "--owner", "Mareike",
                           "--regions", "eu-central-1", "--lens", "small.json", "--lens", "ai-quick-scan"});
        QCOMPARE(made.code, 0);
        QCOMPARE(made.json()[u"file"].toString(), QString("a.plumb"));
        QCOMPARE(made.json()[u"lenses"][0][u"id"].toString(), QString("small-lens"));
        QCOMPARE(made.json()[u"lenses"][1][u"id"].toString(), QString("ai-quick-scan"));
        const QJsonObject told = info("a.plumb");
        QCOMPARE(told[u"schemaVersion"].toInt(), 4);
        QCOMPARE(told[u"workload"][u"name"].toString(), QString("Claims AI"));
        QCOMPARE(told[u"workload"][u"regions"].toString(), QString("eu-central-1"));
        QCOMPARE(told[u"counts"][u"lenses"].toInt(), 2);
        QCOMPARE(told[u"counts"][u"questions"].toInt(), 16);
        QCOMPARE(told[u"counts"][u"answered"].toInt(), 0);
        QCOMPARE(told[u"history"][u"length"].toInt(), told[u"history"][u"applied"].toInt());
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
        QCOMPARE(score[u"groups"][0][u"id"].toString(), QString("run"));
        m_folder.write("own/overlay.json", "{\"phases\":7}");
        QCOMPARE(m_folder.json({"new", "own2.plumb", "--workload", "W", "--lens", "own/lens.json"}).code, 3);
        QVERIFY(!QFile::exists(m_folder.path("own2.plumb")));
    }

    void sampleIsFilledIn() {
        const Ran made = m_folder.json({"sample", "sample.plumb"});
        QCOMPARE(made.code, 0);
        QVERIFY(made.json()[u"lenses"].toArray().size() >= 2);
        const QJsonObject told = info("sample.plumb");
        QVERIFY(told[u"counts"][u"answered"].toInt() > 20);
        QVERIFY(told[u"counts"][u"evidence"].toInt() > 2);
        QCOMPARE(m_folder.json({"verify", "sample.plumb"}).json()[u"ok"].toBool(), true);
        const QJsonObject score = m_folder.json({"score", "sample.plumb"}).json();
        QCOMPARE(score[u"method"].toString(), QString("score/1"));
        QCOMPARE(score[u"questions"].toArray().size(), told[u"counts"][u"questions"].toInt());
        const QJsonObject overall = score[u"overall"].toObject();
        QVERIFY(overall[u"worst"].toDouble() <= overall[u"score"].toDouble() &&
                overall[u"score"].toDouble() <= overall[u"best"].toDouble());
        QCOMPARE(score[u"readiness"][u"signs"].toArray().size(), 5);
    }

    void scoreGroupsAreThoseAskedFor() {
        makeSmall("groups.plumb");
        tick("groups.plumb", "owner_named");
        const QJsonArray both = m_folder.json({"score", "groups.plumb"}).json()[u"groups"].toArray();
        QCOMPARE(both.size(), 2);
        QCOMPARE(both[0][u"by"].toString(), QString("lens"));
        QCOMPARE(both[1][u"by"].toString(), QString("pillar"));
        QCOMPARE(both[1][u"score"].toDouble(), 50.0);
        const QJsonArray framework =
            m_folder.json({"score", "groups.plumb", "--by", "framework,pillar"}).json()[u"groups"].toArray();
        QCOMPARE(framework.last()[u"by"].toString(), QString("pillar"));
        QCOMPARE(framework.last()[u"id"].toString(), QString("cost"));
    }

    void nothingAnsweredHasNoScore() {
        makeSmall("empty.plumb");
        const QJsonObject overall = m_folder.json({"score", "empty.plumb"}).json()[u"overall"].toObject();
        QVERIFY(overall[u"score"].isNull() && overall[u"label"].isNull());
        QCOMPARE(overall[u"worst"].toDouble(-1), 0.0);
        QCOMPARE(overall[u"best"].toDouble(-1), 100.0);
        QCOMPARE(overall[u"coverage"].toDouble(-1), 0.0);
    }

    void lensesComeAndGo() {
        makeSmall("lenses.plumb");
        QCOMPARE(m_folder.json({"lens", "add", "lenses.plumb", "ai-quick-scan"}).json()[u"id"].toString(),
                 QString("ai-quick-scan"));
        QCOMPARE(info("lenses.plumb")[u"counts"][u"lenses"].toInt(), 2);
        tick("lenses.plumb", "owner_named");
        QCOMPARE(m_folder.json({"lens", "add", "lenses.plumb", "small.json"}).code, 2);
        QCOMPARE(m_folder.json({"lens", "remove", "lenses.plumb", "ai-quick-scn"}).code, 2);
        QCOMPARE(m_folder.json({"lens", "remove", "lenses.plumb", "ai-quick-scan"}).code, 0);
        QCOMPARE(info("lenses.plumb")[u"counts"][u"lenses"].toInt(), 1);
        QCOMPARE(m_folder.json({"undo", "lenses.plumb"}).code, 0);
        QCOMPARE(info("lenses.plumb")[u"counts"][u"lenses"].toInt(), 2);
    }

    void anExportedLensMeansTheSame() {
        makeSmall("export.plumb");
        const Ran out = m_folder.json({"lens", "export", "export.plumb", "small-lens", "out.json"});
        QCOMPARE(out.code, 0);
        QCOMPARE(m_folder.json({"lens", "diff", "small.json", "out.json"}).json()[u"changes"].toArray().size(), 0);
        QCOMPARE(m_folder.json({"lens", "export", "export.plumb", "small-lens", "out.json"}).code, 5);
        QCOMPARE(
            m_folder.json({"lens", "export", "export.plumb", "small-lens", "out.json", "--force", "--strict"}).code, 0);
        QCOMPARE(m_folder.json({"lens", "lint", "out.json"}).code, 0);
        QCOMPARE(m_folder.json({"lens", "export", "export.plumb", "smal-lens", "x.json"}).code, 2);
    }

    void anOverlayOfAnyNameComesInAndGoesOut() {
        m_folder.write("mine.json", R"({"note":"kept","phases":[{"id":"run","name":"Run"}],
            "questions":{"COST_1":{"phase":"run","choices":{"owner_gone":{}}}}})");
        QCOMPARE(m_folder.json({"new", "overlay.plumb", "--workload", "W"}).code, 0);
        const Ran added = m_folder.json({"lens", "add", "overlay.plumb", "small.json", "--overlay", "mine.json"});
        QCOMPARE(added.code, 0);
        QVERIFY2(added.err.contains("mine.json: O004 /questions/COST_1/choices/owner_gone"), added.err);
        const QJsonObject score = m_folder.json({"score", "overlay.plumb", "--by", "phase"}).json();
        QCOMPARE(score[u"groups"][0][u"id"].toString(), QString("run"));

        const Ran out = m_folder.json(
            {"lens", "export", "overlay.plumb", "small-lens", "lens-out.json", "--strict", "--overlay", "out2.json"});
        QCOMPARE(out.code, 0);
        QCOMPARE(out.json()[u"overlay"][u"file"].toString(), QString("out2.json"));
        QCOMPARE(out.json()[u"overlay"][u"bytes"].toInt(), int(m_folder.read("out2.json").size()));
        QCOMPARE(QJsonDocument::fromJson(m_folder.read("out2.json")),
                 QJsonDocument::fromJson(m_folder.read("mine.json")));
        QCOMPARE(
            m_folder.json({"lens", "export", "overlay.plumb", "small-lens", "x.json", "--overlay", "./x.json"}).code,
            2);
        QCOMPARE(
            m_folder.json({"lens", "export", "overlay.plumb", "small-lens", "x.json", "--overlay", "out2.json"}).code,
            5);
        QVERIFY(!QFile::exists(m_folder.path("x.json")));
    }

    void anOverlayThatIsBadOrNotThereIsRefused() {
        makeSmall("plain.plumb");
        QCOMPARE(m_folder.json({"lens", "export", "plain.plumb", "small-lens", "x.json", "--overlay", "o.json"}).code,
                 2);
        m_folder.write("bad.json", R"({"questions":{"COST_1":{"impact":9}}})");
        const Ran bad = m_folder.json({"lens", "add", "plain.plumb", "small.json", "--overlay", "bad.json"});
        QCOMPARE(bad.code, 3);
        QCOMPARE(bad.json()[u"error"][u"where"].toString(), QString("bad.json"));
        QCOMPARE(bad.json()[u"error"][u"messages"][0][u"pointer"].toString(), QString("/questions/COST_1/impact"));
        m_folder.write("empty.json", "");
        QCOMPARE(m_folder.json({"lens", "add", "plain.plumb", "small.json", "--overlay", "empty.json"}).code, 3);
        QCOMPARE(m_folder.json({"lens", "add", "plain.plumb", "small.json", "--overlay", "nope.json"}).code, 4);
    }

    void undoRedoAndRestoreReachAcrossRuns() {
        makeSmall("undo.plumb");
        QCOMPARE(tick("undo.plumb", "owner_named").json()[u"risk"].toString(), QString("MEDIUM"));
        QCOMPARE(tick("undo.plumb", "alarm_set").json()[u"risk"].toString(), QString("NONE"));
        const Ran undone = m_folder.json({"undo", "undo.plumb"});
        QCOMPARE(undone.json()[u"undone"][u"label"].toString(), QString("Tick \"An alarm is set\""));
        QCOMPARE(riskOf("undo.plumb"), QString("MEDIUM"));
        QCOMPARE(m_folder.json({"redo", "undo.plumb"}).json()[u"redone"][u"id"].toString(),
                 undone.json()[u"undone"][u"id"].toString());
        QCOMPARE(riskOf("undo.plumb"), QString("NONE"));
        const QJsonArray commands = m_folder.json({"history", "undo.plumb"}).json()[u"commands"].toArray();
        QCOMPARE(commands.size(), 3);
        QCOMPARE(commands[1][u"author"].toString(), QString("Aylin Kaya"));
        QCOMPARE(commands[2][u"parent"].toString(), commands[1][u"id"].toString());
        const QString id = commands[1][u"id"].toString();
        QCOMPARE(m_folder.json({"restore", "undo.plumb", id.left(8)}).code, 0);
        QCOMPARE(riskOf("undo.plumb"), QString("MEDIUM"));
        QCOMPARE(m_folder.json({"undo", "undo.plumb"}).code, 0);
        QCOMPARE(riskOf("undo.plumb"), QString("NONE"));
        QCOMPARE(m_folder.json({"restore", "undo.plumb", "abc"}).code, 2);
        QCOMPARE(m_folder.json({"restore", "undo.plumb", "zzzzzz"}).code, 2);
    }

    void textsForPeopleAreExactly() {
        makeSmall("text.plumb");
        tick("text.plumb", "owner_named");
        QCOMPARE(m_folder.run({"score", "text.plumb"}).out,
                 QByteArray("By      Name             Score  Range  Answered  Coverage  High  Medium  Verdict\n"
                            "lens    Small Lens          50  50-50       1/1     100 %     0       1  needs work\n"
                            "pillar  small-lens/Cost     50  50-50       1/1     100 %     0       1  needs work\n"
                            "all     Claims AI           50  50-50       1/1     100 %     0       1  needs work\n"));
        const QByteArray told = m_folder.run({"info", "text.plumb"}).out;
        const qsizetype lastLine = told.indexOf("Next review: "); // has the day in it
        QCOMPARE(
            told.left(lastLine),
            QByteArray("Workload  Claims AI\nClient    Northwind\n\n"
                       "Lens        Name        Questions  Choices\nsmall-lens  Small Lens          1        3\n\n"
                       "1 of 1 applicable question answered, 0 pieces of evidence, 0 participants, 1 open finding; "
                       "2 commands in the history, schema version 4\n"));
        QVERIFY2(told.mid(lastLine).startsWith("Next review: 20") && told.endsWith(".\n"), told);
        QCOMPARE(m_folder.run({"undo", "text.plumb"}).out,
                 QByteArray("Undone: Tick \"An owner is named\"\nNo score yet: nothing is answered (range 0-100)\n"));
        QCOMPARE(m_folder.run({"verify", "text.plumb"}).out,
                 QByteArray("text.plumb is whole: 2 commands, 0 files of evidence.\n"));
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
        const QJsonArray commands = m_folder.json({"history", "author.plumb"}).json()[u"commands"].toArray();
        QCOMPARE(commands.last()[u"author"].toString(), QString("Jonas"));
        QVERIFY(m_folder.run({"history", "author.plumb"}).out.contains("Jonas"));
    }

    void copyIsTheWholeReview() {
        makeSmall("from.plumb");
        tick("from.plumb", "owner_named");
        QCOMPARE(m_folder.json({"copy", "from.plumb", "to.plumb"}).code, 0);
        QCOMPARE(riskOf("to.plumb"), QString("MEDIUM"));
        QCOMPARE(info("to.plumb")[u"fileId"], info("from.plumb")[u"fileId"]);
        QCOMPARE(m_folder.json({"copy", "from.plumb", "to.plumb"}).code, 5);
    }

    void searchFindsQuestionsAndNotes() {
        makeSmall("search.plumb");
        QCOMPARE(m_folder.json({"answer", "search.plumb", "small-lens", "COST_1", "--note", "Zebra crossing"}).code, 0);
        const QJsonArray hits = m_folder.json({"search", "search.plumb", "zebra"}).json()[u"hits"].toArray();
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits[0][u"kind"].toString(), QString("note"));
        QCOMPARE(hits[0][u"question"].toString(), QString("COST_1"));
        QCOMPARE(hits[0][u"snippet"].toString(), QString("Zebra crossing"));
        QCOMPARE(m_folder.run({"search", "search.plumb", "xyzzy"}).out, QByteArray("Nothing found.\n"));
        QCOMPARE(m_folder.json({"search", "search.plumb", "\"(AND"}).code, 0);
    }

    void verifyFindsDamageAndSalvageSavesTheRest() {
        makeSmall("whole.plumb");
        tick("whole.plumb", "owner_named");
        const Ran whole = m_folder.json({"verify", "whole.plumb"});
        QCOMPARE(whole.code, 0);
        QCOMPARE(whole.json()[u"ok"].toBool(), true);
        QCOMPARE(whole.json()[u"problems"].toArray().size(), 0);
        QByteArray bytes = m_folder.read("whole.plumb");
        QVERIFY(bytes.contains("An owner is named"));
        bytes.replace("An owner is named", "An Owner is named");
        m_folder.write("broken.plumb", bytes);
        const Ran broken = m_folder.json({"verify", "broken.plumb", "--salvage", "saved.plumb"});
        QCOMPARE(broken.code, 1);
        QCOMPARE(broken.json()[u"ok"].toBool(true), false);
        QVERIFY(!broken.json()[u"problems"].toArray().isEmpty());
        QCOMPARE(broken.json()[u"salvaged"][u"file"].toString(), QString("saved.plumb"));
        QVERIFY(broken.json()[u"salvaged"][u"rows"].toInt() > 0);
        QCOMPARE(m_folder.read("broken.plumb"), bytes);
    }
};

QTEST_GUILESS_MAIN(TestCliReview)
#include "tst_cli_review.moc"
