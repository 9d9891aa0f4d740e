// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// report: a PDF on any machine, the same bytes for the same review and time.
#include "cli_run.h"

#include <QCryptographicHash>

using namespace plumb::test;

class TestCliReport : public QObject {
    Q_OBJECT
    CliFolder m_folder;

private slots:
    void initTestCase() {
        m_folder.set("SOURCE_DATE_EPOCH", "1795360000");
        QCOMPARE(m_folder.json({"sample", "sample.plumb"}).code, 0);
    }

    void writesAPdfWithoutADisplay() {
        const Ran ran = m_folder.json({"report", "sample.plumb", "-o", "out.pdf"});
        QVERIFY2(ran.code == 0, ran.err);
        const QByteArray bytes = m_folder.read("out.pdf");
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.trimmed().endsWith("%%EOF"));
        QCOMPARE(ran.json()[u"file"].toString(), QString("out.pdf"));
        QVERIFY(ran.json()[u"pages"].toInt() > 3);
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        QCOMPARE(ran.json()[u"sha256"].toString().toUtf8(), hash);
    }

    void theSameTimeGivesTheSameBytesAndADraftOthers() {
        const Ran first = m_folder.json({"report", "sample.plumb", "-o", "a.pdf"});
        const Ran second = m_folder.json({"report", "sample.plumb", "--output", "b.PDF"});
        const Ran draft = m_folder.json({"report", "sample.plumb", "-o", "c.pdf", "--draft", "--page", "letter"});
        QCOMPARE(first.json()[u"sha256"], second.json()[u"sha256"]);
        QVERIFY(draft.json()[u"sha256"] != first.json()[u"sha256"]);
    }

    void otherEndingsAreUsageErrorsThatNameWhatThereIs() {
        for (const char* name : {"out.docx", "out", "out.html"}) {
            const Ran ran = m_folder.json({"report", "sample.plumb", "-o", name});
            QCOMPARE(ran.code, 2);
            QVERIFY2(ran.err.contains("PDF"), ran.err);
            QVERIFY(!QFile::exists(m_folder.path(name)));
        }
        QCOMPARE(m_folder.json({"report", "sample.plumb", "-o", "o.pdf", "--page", "a3"}).code, 2);
        QCOMPARE(m_folder.json({"report", "sample.plumb"}).code, 2);
    }

    void filesThatCannotBeReadOrWrittenAreSystemErrors() {
        QCOMPARE(m_folder.json({"report", "nope.plumb", "-o", "o.pdf"}).code, 4);
        QCOMPARE(m_folder.json({"report", "sample.plumb", "-o", "nowhere/o.pdf"}).code, 4);
    }
};

QTEST_GUILESS_MAIN(TestCliReport)
#include "tst_cli_report.moc"
