// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The line itself: help, version, what is said about a line that makes no sense, and --json wherever it stands.
#include "cli_run.h"

using namespace plumb::test;

class TestCliLine : public QObject {
    Q_OBJECT
    CliFolder m_folder;

private slots:
    void versionIsOneLine() {
        const Ran ran = m_folder.run({"--version"});
        QCOMPARE(ran.code, 0);
        QVERIFY(QRegularExpression("^plumbline-cli \\d+\\.\\d+\\.\\d+\n$").match(ran.out).hasMatch());
        QCOMPARE(ran.err, QByteArray());
    }

    void everyVerbHasHelpWithAnExample_data() {
        QTest::addColumn<QStringList>("verb");
        for (const char* verb : {"new",
                                 "sample",
                                 "info",
                                 "copy",
                                 "verify",
                                 "lens list",
                                 "lens show",
                                 "lens lint",
                                 "lens evaluate",
                                 "lens explain",
                                 "lens diff",
                                 "lens add",
                                 "lens remove",
                                 "lens export",
                                 "answer",
                                 "answers import",
                                 "answers export",
                                 "evidence add",
                                 "evidence list",
                                 "evidence extract",
                                 "evidence remove",
                                 "score",
                                 "history",
                                 "undo",
                                 "redo",
                                 "restore",
                                 "search"})
            QTest::newRow(verb) << QString(verb).split(' ');
    }
    void everyVerbHasHelpWithAnExample() {
        QFETCH(QStringList, verb);
        const Ran ran = m_folder.run(verb + QStringList{"--help"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.err, QByteArray());
        QVERIFY2(ran.out.contains("Usage: plumbline-cli " + verb.join(' ').toUtf8()), ran.out);
        QVERIFY2(ran.out.contains("Example:\n  plumbline-cli " + verb.join(' ').toUtf8()), ran.out);
    }

    void helpStartsWithAFirstReview() {
        const Ran ran = m_folder.run({"--help"});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.contains("A first review in six lines:"));
    }

    void wrongLinesAreUsageErrors_data() {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("nothing") << QStringList{} << QByteArray("needs a verb: new, sample, info");
        QTest::newRow("unknown verb") << QStringList{"scor", "x.plumb"}
                                      << QByteArray("has no verb \"scor\". Did you mean score?");
        QTest::newRow("unknown sub-verb")
            << QStringList{"lens", "lnt"} << QByteArray("plumbline-cli lens has no verb \"lnt\". Did you mean lint");
        QTest::newRow("group alone") << QStringList{"answers"}
                                     << QByteArray("plumbline-cli answers needs a verb: import, export.");
        QTest::newRow("unknown option") << QStringList{"score", "x.plumb", "--bye", "lens"}
                                        << QByteArray("has no option \"--bye\". Did you mean --by");
        QTest::newRow("too many words") << QStringList{"info", "a.plumb", "b.plumb"}
                                        << QByteArray("can't do anything with \"b.plumb\".");
        QTest::newRow("word missing") << QStringList{"info"} << QByteArray("FILE is required.");
        QTest::newRow("option missing") << QStringList{"new", "x.plumb"} << QByteArray("--workload is required.");
        QTest::newRow("not a number") << QStringList{"search", "x.plumb", "a", "--limit", "many"}
                                      << QByteArray("--limit");
        QTest::newRow("not a group") << QStringList{"score", "x.plumb", "--by", "colour"} << QByteArray("colour");
        QTest::newRow("excluded") << QStringList{"answer", "x.plumb", "l", "q", "--none", "--select", "a"}
                                  << QByteArray("--select excludes --none");
        QTest::newRow("no author") << QStringList{"info", "x.plumb", "--author", " "}
                                   << QByteArray("--author needs a name");
    }
    void wrongLinesAreUsageErrors() {
        QFETCH(QStringList, line);
        QFETCH(QByteArray, says);
        const Ran ran = m_folder.run(line);
        QCOMPARE(ran.code, 2);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY2(ran.err.contains(says), ran.err);
        const Ran json = m_folder.json(line);
        QCOMPARE(json.code, 2);
        QCOMPARE(json.errorId(), QString("cli.usage"));
        QVERIFY(json.json()[u"error"].toObject()[u"messages"].isArray());
    }

    void globalOptionsMayStandAnywhere() {
        for (const QStringList& line :
             {QStringList{"--json", "lens", "list"}, QStringList{"lens", "--json", "list"},
              QStringList{"lens", "list", "--json"}, QStringList{"lens", "list", "--author", "Aylin", "--json"}}) {
            const Ran ran = m_folder.run(line);
            QCOMPARE(ran.code, 0);
            QVERIFY(ran.json()[u"lenses"].toArray().size() >= 2);
        }
    }

    void aFileThatIsNotThereIsASystemErrorInEveryVerb_data() {
        QTest::addColumn<QStringList>("line");
        for (const char* line : {"info nope.plumb",
                                 "score nope.plumb",
                                 "history nope.plumb",
                                 "undo nope.plumb",
                                 "redo nope.plumb",
                                 "restore nope.plumb abcd",
                                 "search nope.plumb x",
                                 "answer nope.plumb l q --none",
                                 "answers export nope.plumb",
                                 "evidence list nope.plumb",
                                 "evidence remove nope.plumb 1",
                                 "evidence extract nope.plumb 1 out",
                                 "copy nope.plumb to.plumb",
                                 "verify nope.plumb",
                                 "lens lint nope.json",
                                 "lens show nope.json",
                                 "lens evaluate ./nope",
                                 "lens diff nope.json nope.json",
                                 "lens remove nope.plumb l",
                                 "lens export nope.plumb l out.json"})
            QTest::newRow(line) << QString(line).split(' ');
    }
    void aFileThatIsNotThereIsASystemErrorInEveryVerb() {
        QFETCH(QStringList, line);
        const Ran ran = m_folder.json(line);
        QCOMPARE(ran.code, 4);
        QVERIFY2(ran.err.contains("nope"), ran.err);
    }

    void outputThatCannotBeWrittenIsASystemError() {
        QProcess process;
        process.setStandardOutputFile("/dev/full");
        process.start(PLUMB_CLI, {"lens", "list"});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 4);
    }
};

QTEST_GUILESS_MAIN(TestCliLine)
#include "tst_cli_line.moc"
