// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// merge: two copies into a third file, what it says about conflicts, and that nothing is left when it refuses.
#include "cli_run.h"

using namespace plumb::test;

class TestCliMerge : public QObject {
    Q_OBJECT
    CliFolder m_folder;

    Ran ran(const QStringList& line) const { return m_folder.json(line); }
    void note(const QString& file, const QString& text, const QString& author) const {
        QCOMPARE(ran({"answer", file, "small-lens", "COST_1", "--note", text, "--author", author}).code, 0);
    }
    QString noteIn(const QString& file) const {
        const QString target = file + ".json";
        QFile::remove(m_folder.path(target));
        if (ran({"answers", "export", file, "-o", target}).code != 0)
            return "unreadable";
        const QByteArray bytes = m_folder.read(target);
        return bytes.contains("from Ines") ? "from Ines" : bytes.contains("from Jonas") ? "from Jonas" : "other";
    }

private slots:
    void init() {
        for (const QString& name : QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden))
            QFile::remove(m_folder.path(name));
        m_folder.write("small.json", kSmallLens);
        QCOMPARE(ran({"new", "a.plumb", "--workload", "W", "--lens", "small.json"}).code, 0);
        QCOMPARE(ran({"copy", "a.plumb", "b.plumb"}).code, 0);
    }

    void copiesWithoutConflictComeTogetherInAThirdFile() {
        QCOMPARE(ran({"answer", "a.plumb", "small-lens", "COST_1", "--select", "owner_named"}).code, 0);
        QCOMPARE(ran({"answer", "b.plumb", "small-lens", "COST_1", "--select", "alarm_set"}).code, 0);
        const QByteArray a = m_folder.read("a.plumb"), b = m_folder.read("b.plumb");
        const Ran merged = ran({"merge", "a.plumb", "b.plumb", "-o", "c.plumb"});
        QVERIFY2(merged.code == 0, merged.err);
        const QJsonObject json = merged.json();
        QCOMPARE(json["file"].toString(), QString("c.plumb"));
        QVERIFY(json["related"].toBool());
        QCOMPARE(json["conflicts"].toArray().size(), 0);
        QVERIFY(json["merged"]["total"].toInt() >= 1);
        QCOMPARE(json["merged"]["tables"]["choice_answer"].toInt(), 1);
        QCOMPARE(m_folder.read("a.plumb"), a);
        QCOMPARE(m_folder.read("b.plumb"), b);
        QCOMPARE(ran({"verify", "c.plumb"}).code, 0);
        const QJsonArray commands = ran({"history", "c.plumb"}).json()["commands"].toArray();
        QCOMPARE(commands.last()["label"].toString(), QString("Merge b.plumb"));
        QCOMPARE(ran({"undo", "c.plumb"}).code, 0);
        QCOMPARE(ran({"verify", "c.plumb"}).code, 0);
    }

    void openConflictsAreListedAndNothingIsWritten() {
        note("a.plumb", "from Ines", "Ines");
        note("b.plumb", "from Jonas", "Jonas");
        const Ran open = ran({"merge", "a.plumb", "b.plumb", "-o", "c.plumb"});
        QCOMPARE(open.code, 5);
        QVERIFY(!QFile::exists(m_folder.path("c.plumb")));
        QCOMPARE(open.json()["open"].toInt(), 1);
        const QJsonObject conflict = open.json()["conflicts"].toArray().first().toObject();
        QCOMPARE(conflict["name"].toString(), QString("answer/small-lens/COST_1/note"));
        QCOMPARE(conflict["table"].toString(), QString("answer"));
        QCOMPARE(conflict["column"].toString(), QString("note"));
        QCOMPARE(conflict["ours"].toString(), QString("from Ines"));
        QCOMPARE(conflict["theirs"].toString(), QString("from Jonas"));
        QCOMPARE(conflict["ourAuthor"].toString(), QString("Ines"));
        QCOMPARE(conflict["theirAuthor"].toString(), QString("Jonas"));
        QVERIFY(conflict["theirTime"].toString().endsWith('Z'));
        const Ran words = m_folder.run({"merge", "a.plumb", "b.plumb", "-o", "c.plumb"});
        QCOMPARE(words.code, 5);
        QVERIFY2(words.out.contains("theirs: from Jonas  [Jonas, "), words.out);
        QVERIFY2(words.out.contains("1 open conflict: decide with --prefer"), words.out);
    }

    void conflictsAreDecidedByPreferenceOrOneByOne() {
        note("a.plumb", "from Ines", "Ines");
        note("b.plumb", "from Jonas", "Jonas");
        for (const QString& side : {QString("ours"), QString("theirs")}) {
            const Ran merged = ran({"merge", "a.plumb", "b.plumb", "-o", side + ".plumb", "--prefer", side});
            QVERIFY2(merged.code == 0, merged.err);
            QCOMPARE(merged.json()["conflicts"].toArray().size(), 1);
            QCOMPARE(noteIn(side + ".plumb"), QString(side == "ours" ? "from Ines" : "from Jonas"));
        }
        m_folder.write("decided.json", R"({"answer/small-lens/COST_1/note": {"value": "from Ines, from Jonas"}})");
        QCOMPARE(ran({"merge", "a.plumb", "b.plumb", "-o", "both.plumb", "--resolve", "decided.json"}).code, 0);
        QCOMPARE(ran({"answers", "export", "both.plumb", "-o", "both.json"}).code, 0);
        QVERIFY(m_folder.read("both.json").contains("from Ines, from Jonas"));
        m_folder.write("decided.json", R"({"answer/small-lens/COST_1/note": "theirs"})");
        QCOMPARE(ran({"merge", "a.plumb", "b.plumb", "-o", "one.plumb", "--resolve", "decided.json"}).code, 0);
        QCOMPARE(noteIn("one.plumb"), QString("from Jonas"));
    }

    void badInputIsRefusedAndNothingIsLeft_data() {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("id");
        const auto row = [](const char* name, const QStringList& line, int code, const char* id) {
            QTest::newRow(name) << line << code << QString(id);
        };
        row("itself", {"a.plumb", "a.plumb"}, 2, "merge.self");
        row("itself by another name", {"a.plumb", "./a.plumb"}, 2, "merge.self");
        row("itself by a link", {"a.plumb", "link.plumb"}, 2, "merge.self");
        row("no such file", {"a.plumb", "none.plumb"}, 4, "file.notFound");
        row("ours is no such file", {"none.plumb", "b.plumb"}, 4, "file.notFound");
        row("a folder", {"a.plumb", "."}, 4, "file.notAFile");
        row("no review", {"a.plumb", "small.json"}, 3, "store.notAProject");
        row("cut off", {"a.plumb", "cut.plumb"}, 3, "store.damaged");
        row("newer", {"a.plumb", "newer.plumb"}, 3, "store.tooNew");
        row("unknown side", {"a.plumb", "b.plumb", "--prefer", "both"}, 2, "cli.usage");
        row("decisions that are no JSON", {"a.plumb", "b.plumb", "--resolve", "a.plumb"}, 3, "json.syntax");
        row("decisions that are a list", {"a.plumb", "b.plumb", "--resolve", "list.json"}, 3, "merge.resolutions");
        row("a decision that is none", {"a.plumb", "b.plumb", "--resolve", "odd.json"}, 3, "merge.resolutions");
        row("a decision about no conflict", {"a.plumb", "b.plumb", "--resolve", "vain.json"}, 2, "merge.noConflict");
    }

    void badInputIsRefusedAndNothingIsLeft() {
        QFETCH(QStringList, line);
        QFETCH(int, code);
        QFETCH(QString, id);
        QVERIFY(QFile::link(m_folder.path("a.plumb"), m_folder.path("link.plumb")));
        QByteArray newer = m_folder.read("b.plumb");
        m_folder.write("cut.plumb", newer.left(newer.size() / 2));
        newer[63] = 99; // the last byte of user_version
        m_folder.write("newer.plumb", newer);
        m_folder.write("list.json", "[]");
        m_folder.write("odd.json", R"({"answer/small-lens/COST_1/note": 7})");
        m_folder.write("vain.json", R"({"answer/small-lens/COST_1/note": "ours"})");
        const QByteArray a = m_folder.read("a.plumb");
        const QStringList before = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
        const Ran refused = ran(QStringList{"merge"} + line + QStringList{"-o", "c.plumb"});
        QCOMPARE(refused.code, code);
        QCOMPARE(refused.errorId(), id);
        QCOMPARE(m_folder.read("a.plumb"), a);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), before);
    }

    void aFileThatIsThereIsLeftAlone() {
        m_folder.write("c.plumb", "mine");
        const Ran refused = ran({"merge", "a.plumb", "b.plumb", "-o", "c.plumb"});
        QCOMPARE(refused.code, 5);
        QCOMPARE(refused.errorId(), QString("store.exists"));
        QCOMPARE(m_folder.read("c.plumb"), QByteArray("mine"));
        QCOMPARE(ran({"merge", "a.plumb", "b.plumb", "-o", "b.plumb"}).code, 5);
        QCOMPARE(ran({"merge", "a.plumb", "b.plumb"}).code, 2);
    }

    void evidenceComesAlongWithItsBytes() {
        const QByteArray bytes(700'000, 'x');
        m_folder.write("proof.bin", bytes);
        const Ran added = ran({"evidence", "add", "b.plumb", "proof.bin", "--link", "small-lens/COST_1"});
        QVERIFY2(added.code == 0, added.err);
        QCOMPARE(ran({"merge", "a.plumb", "b.plumb", "-o", "c.plumb"}).code, 0);
        const Ran taken = ran({"evidence", "extract", "c.plumb", added.json()["id"].toString(), "out.bin"});
        QVERIFY2(taken.code == 0, taken.err);
        QCOMPARE(m_folder.read("out.bin"), bytes);
        QCOMPARE(ran({"verify", "c.plumb"}).code, 0);
    }

    void reviewsWithoutCommonHistoryListEveryDifference() {
        QCOMPARE(ran({"new", "d.plumb", "--workload", "Other", "--lens", "small.json"}).code, 0);
        QCOMPARE(ran({"answer", "d.plumb", "small-lens", "COST_1", "--select", "owner_named"}).code, 0);
        const Ran open = ran({"merge", "a.plumb", "d.plumb", "-o", "c.plumb"});
        QCOMPARE(open.code, 5);
        QVERIFY(!open.json()["related"].toBool());
        QCOMPARE(open.json()["conflicts"].toArray().first()["name"].toString(), QString("workload/1/name"));
        QCOMPARE(ran({"merge", "a.plumb", "d.plumb", "-o", "c.plumb", "--prefer", "ours"}).code, 0);
        QCOMPARE(ran({"info", "c.plumb"}).json()["counts"]["answered"].toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCliMerge)
#include "tst_cli_merge.moc"
