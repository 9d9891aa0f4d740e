// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// evidence add, list, extract, remove.
#include "cli_run.h"

#include <QCryptographicHash>

using namespace plumb::test;

class TestCliEvidence : public QObject {
    Q_OBJECT
    CliFolder m_folder;

    Ran add(const QStringList& options) { return m_folder.json(QStringList{"evidence", "add", "r.plumb"} + options); }
    QJsonArray listed() { return m_folder.json({"evidence", "list", "r.plumb"}).json()[u"evidence"].toArray(); }

private slots:
    void initTestCase() {
        m_folder.write("small.json", kSmallLens);
        m_folder.write("bill.pdf", "%PDF-1.7 a bill\n");
    }
    void init() {
        QFile::remove(m_folder.path("r.plumb"));
        QCOMPARE(m_folder.json({"new", "r.plumb", "--workload", "W", "--lens", "small.json"}).code, 0);
    }

    void aFileGoesInAndComesOutAsItWas() {
        const Ran ran = add({"bill.pdf", "--link", "small-lens/COST_1", "--link", "small-lens/COST_1/alarm_set",
                             "--title", "The bill", "--source", "Finance", "--date", "2026-11-01", "--expires",
                             "2027-05-01", "--strength", "shown"});
        QCOMPARE(ran.code, 0);
        const QByteArray bytes = m_folder.read("bill.pdf");
        const QString hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        QCOMPARE(ran.json()[u"number"].toInt(), 1);
        QCOMPARE(ran.json()[u"sha256"].toString(), hash);
        QCOMPARE(ran.json()[u"bytes"].toInt(), int(bytes.size()));
        const QJsonObject record = listed()[0].toObject();
        QCOMPARE(record[u"id"].toString(), ran.json()[u"id"].toString());
        QCOMPARE(record[u"kind"].toString(), QString("file"));
        QCOMPARE(record[u"title"].toString(), QString("The bill"));
        QCOMPARE(record[u"date"].toString(), QString("2026-11-01"));
        QCOMPARE(record[u"strength"].toString(), QString("shown"));
        QCOMPARE(record[u"links"].toArray(), (QJsonArray{"small-lens/COST_1", "small-lens/COST_1/alarm_set"}));
        for (const QString& id : {QString("E-01"), QString("1"), QString("e-1"), record[u"id"].toString()}) {
            QCOMPARE(m_folder.json({"evidence", "extract", "r.plumb", id, "out-" + id}).code, 0);
            QCOMPARE(m_folder.read("out-" + id), bytes);
        }
    }

    void kindsFollowFromWhatIsGiven() {
        m_folder.write("shot", QByteArray("\x89PNG\r\n\x1A\n", 8) + "rest");
        m_folder.write("photo.JPG", "x");
        QCOMPARE(add({"shot"}).json()[u"kind"].toString(), QString("image"));
        QCOMPARE(add({"photo.JPG"}).json()[u"kind"].toString(), QString("image"));
        QCOMPARE(add({"https://wiki.example.com/runbook"}).json()[u"kind"].toString(), QString("link"));
        QCOMPARE(add({"--text", "Seen on the screen."}).json()[u"kind"].toString(), QString("note"));
        QCOMPARE(listed()[2][u"url"].toString(), QString("https://wiki.example.com/runbook"));
        QCOMPARE(listed()[3][u"text"].toString(), QString("Seen on the screen."));
        QCOMPARE(m_folder.json({"evidence", "extract", "r.plumb", "4", "note.txt"}).code, 2);
        QVERIFY(!QFile::exists(m_folder.path("note.txt")));
    }

    void extractReplacesOnlyByForce() {
        add({"bill.pdf"});
        m_folder.write("mine.pdf", "mine");
        QCOMPARE(m_folder.json({"evidence", "extract", "r.plumb", "1", "mine.pdf"}).code, 5);
        QCOMPARE(m_folder.read("mine.pdf"), QByteArray("mine"));
        QCOMPARE(m_folder.json({"evidence", "extract", "r.plumb", "1", "mine.pdf", "--force"}).code, 0);
        QCOMPARE(m_folder.read("mine.pdf"), m_folder.read("bill.pdf"));
    }

    void removeCanBeUndone() {
        add({"bill.pdf"});
        QCOMPARE(m_folder.json({"evidence", "remove", "r.plumb", "E-01"}).code, 0);
        QCOMPARE(listed().size(), 0);
        QCOMPARE(m_folder.json({"undo", "r.plumb"}).code, 0);
        QCOMPARE(m_folder.json({"evidence", "extract", "r.plumb", "1", "again.pdf"}).code, 0);
    }

    void whatMakesNoSenseIsRefused_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QStringList{} << 2;
        QTest::newRow("both") << QStringList{"bill.pdf", "--text", "x"} << 2;
        QTest::newRow("link form") << QStringList{"bill.pdf", "--link", "small-lens"} << 2;
        QTest::newRow("link of four") << QStringList{"bill.pdf", "--link", "a/b/c/d"} << 2;
        QTest::newRow("unknown question") << QStringList{"bill.pdf", "--link", "small-lens/COST_2"} << 2;
        QTest::newRow("unknown choice") << QStringList{"bill.pdf", "--link", "small-lens/COST_1/x"} << 2;
        QTest::newRow("no day") << QStringList{"bill.pdf", "--date", "2026-02-30"} << 2;
        QTest::newRow("strength") << QStringList{"bill.pdf", "--strength", "strong"} << 2;
        QTest::newRow("empty note") << QStringList{"--text", " "} << 2;
        QTest::newRow("no such file") << QStringList{"nope.pdf"} << 4;
        QTest::newRow("a folder") << QStringList{"."} << 4;
        QTest::newRow("a device") << QStringList{"/dev/zero"} << 4;
    }
    void whatMakesNoSenseIsRefused() {
        QFETCH(QStringList, options);
        QFETCH(int, code);
        QCOMPARE(add(options).code, code);
        QCOMPARE(listed().size(), 0);
    }

    void unknownEvidenceIsAUsageError() {
        QCOMPARE(m_folder.json({"evidence", "remove", "r.plumb", "E-99"}).code, 2);
        QCOMPARE(m_folder.json({"evidence", "extract", "r.plumb", "1x", "out"}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestCliEvidence)
#include "tst_cli_evidence.moc"
