// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Input that can't be used: every verb refuses it with a place and a way out, and nothing is left behind.
#include "cli_run.h"

using namespace plumb::test;

class TestCliBadInput : public QObject {
    Q_OBJECT
    CliFolder m_folder;

    static QByteArray nested(int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); }
    static QByteArray small(const char* what, const QByteArray& by) { return QByteArray(kSmallLens).replace(what, by); }

private slots:
    void initTestCase() { m_folder.write("small.json", kSmallLens); }

    void unusableLensesAreRefusedByEveryVerb_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("NaN") << small("\"Small Lens\"", "NaN") << "A001"
                             << "/name";
        QTest::newRow("duplicate key") << small("\"name\":\"Small Lens\"", "\"name\":\"a\",\"name\":\"Small Lens\"")
                                       << "A001"
                                       << "/name";
        QTest::newRow("20,000 deep") << small("\"Small Lens\"", nested(20000)) << "A001" << QString();
        QTest::newRow("truncated") << QByteArray(kSmallLens).left(300) << "A001" << QString();
        QTest::newRow("empty") << QByteArray() << "A001"
                               << "";
        QTest::newRow("binary") << QByteArray("\x7F"
                                              "ELF\0\1\2\3",
                                              8)
                                << "A001"
                                << "";
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0\"\0", 6) << "A001"
                                << "";
        QTest::newRow("Latin-1") << small("Small", "Gr\xF6\xDF"
                                                   "e")
                                 << "A001" << QString();
        QTest::newRow("trailing comma") << small("\"For tests\",", "\"For tests\",,") << "A001" << QString();
        QTest::newRow("not an object") << QByteArray("[]") << "A004"
                                       << "";
        QTest::newRow("id of a wrong type") << small("\"id\":\"COST_1\"", "\"id\":7") << "A004"
                                            << "/pillars/0/questions/0/id";
        QTest::newRow("condition") << small("owner_named && alarm_set", "owner_named &&") << "A012"
                                   << "/pillars/0/questions/0/riskRules/0/condition";
    }
    void unusableLensesAreRefusedByEveryVerb() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, id);
        QFETCH(QString, pointer);
        m_folder.write("bad.json", bytes);
        for (const QStringList& line :
             {QStringList{"lens", "show", "bad.json"}, QStringList{"lens", "evaluate", "bad.json"},
              QStringList{"lens", "explain", "bad.json", "COST_1"},
              QStringList{"lens", "diff", "small.json", "bad.json"},
              QStringList{"new", "bad.plumb", "--workload", "W", "--lens", "bad.json"}}) {
            const Ran ran = m_folder.json(line);
            QVERIFY2(ran.code == 3, qPrintable(line.join(' ') + ": " + QString::number(ran.code)));
            const QJsonArray messages = ran.json()[u"error"][u"messages"].toArray();
            bool found = false;
            for (const QJsonValue& message : messages)
                found = found || (message[u"id"].toString() == id &&
                                  (pointer.isNull() || message[u"pointer"].toString() == pointer));
            QVERIFY2(found, ran.out);
            QVERIFY2(ran.err.contains(id.toUtf8()), ran.err);
        }
        QVERIFY(!QFile::exists(m_folder.path("bad.plumb")));
        const Ran lint = m_folder.json({"lens", "lint", "bad.json"});
        QCOMPARE(lint.code, 1);
        QCOMPARE(lint.json()[u"files"][u"bad.json"][u"usable"].toBool(true), false);
    }

    void aFileOfTwoGigabytesIsRefusedByItsSize() {
        QFile huge(m_folder.path("huge.json"));
        QVERIFY(huge.open(QIODevice::WriteOnly));
        if (!huge.resize(qint64(2) << 30))
            QSKIP("no sparse files here");
        huge.close();
        const Ran lint = m_folder.json({"lens", "lint", "huge.json", "small.json"});
        QCOMPARE(lint.code, 1);
        const QJsonArray messages = lint.json()[u"files"][u"huge.json"][u"messages"].toArray();
        QCOMPARE(messages.size(), 2);
        QCOMPARE(messages[0][u"id"].toString(), QString("A003"));
        QVERIFY(messages[0][u"text"].toString().contains("2147483648 bytes"));
        QCOMPARE(messages[1][u"id"].toString(), QString("A001"));
        QCOMPARE(lint.json()[u"files"][u"small.json"][u"usable"].toBool(), true);
        const Ran show = m_folder.json({"lens", "show", "huge.json"});
        QCOMPARE(show.code, 3);
        QCOMPARE(show.json()[u"error"][u"messages"].toArray().size(), 2);
        QCOMPARE(m_folder.json({"lens", "evaluate", "small.json", "--answers", "huge.json"}).code, 3);
        QVERIFY(huge.remove());
    }

    void answersThatAreNotJsonAreRefused() {
        for (const char* bytes :
             {"", "{", "{\"COST_1\":{\"selected\":[\"owner_named\"],}}", "{\"COST_1\":NaN}", "[]", "\xFF\xFE{"}) {
            m_folder.write("answers.json", bytes);
            const Ran ran = m_folder.json({"lens", "evaluate", "small.json", "--answers", "answers.json"});
            QVERIFY2(ran.code == 3, bytes);
            QVERIFY(!ran.json()[u"error"][u"messages"].toArray().isEmpty());
        }
        m_folder.write("answers.json", nested(20000));
        QCOMPARE(m_folder.json({"lens", "evaluate", "small.json", "--answers", "answers.json"}).code, 3);
    }

    void filesThatAreNoReviewAreRefusedAndLeftAlone_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("This is not a review.\n");
        QTest::newRow("SQLite head only") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("zeros") << QByteArray(8192, '\0');
    }
    void filesThatAreNoReviewAreRefusedAndLeftAlone() {
        QFETCH(QByteArray, bytes);
        m_folder.write("bad.plumb", bytes);
        for (const QStringList& line :
             {QStringList{"info", "bad.plumb"}, QStringList{"score", "bad.plumb"}, QStringList{"undo", "bad.plumb"},
              QStringList{"answer", "bad.plumb", "l", "q", "--none"}})
            QCOMPARE(m_folder.json(line).code, 3);
        const Ran verify = m_folder.json({"verify", "bad.plumb"});
        QCOMPARE(verify.code, 1);
        QCOMPARE(verify.json()[u"ok"].toBool(true), false);
        QVERIFY(!verify.json()[u"problems"].toArray().isEmpty());
        QCOMPARE(m_folder.read("bad.plumb"), bytes);
        QVERIFY(!QFile::exists(m_folder.path("bad.plumb.lock")));
    }

    void controlCharactersOfALensDoNotReachTheTerminal() {
        m_folder.write("evil.json", small("An owner is named", "An \\u001b[31mowner\\u0007"));
        const Ran ran = m_folder.run({"lens", "show", "evil.json"});
        QCOMPARE(ran.code, 0);
        QVERIFY(!ran.out.contains('\x1B') && !ran.out.contains('\x07'));
        QVERIFY(ran.out.contains("An ?[31mowner?"));
    }

    void aFolderIsNoFile() {
        QVERIFY(QDir(m_folder.path()).mkpath("folder.json"));
        for (const QStringList& line : {QStringList{"lens", "show", "folder.json"},
                                        QStringList{"lens", "lint", "folder.json"}, QStringList{"info", "folder.json"}})
            QCOMPARE(m_folder.json(line).code, 4);
    }
};

QTEST_GUILESS_MAIN(TestCliBadInput)
#include "tst_cli_bad_input.moc"
