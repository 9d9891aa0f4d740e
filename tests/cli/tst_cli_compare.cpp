// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// compare: two states of one review, or of two.
#include "cli_run.h"

using namespace plumb::test;

class TestCliCompare : public QObject {
    Q_OBJECT
    CliFolder m_folder;
    int m_files = 0;
    QString m_file;

    void must(const QStringList& line) {
        const Ran ran = m_folder.run(line);
        QVERIFY2(ran.code == 0, ran.err);
    }
    void answer(const QStringList& options) { must(QStringList{"answer", m_file, "small-lens", "COST_1"} + options); }
    Ran compare(const QStringList& options) { return m_folder.json(QStringList{"compare", m_file} + options); }

private slots:
    void initTestCase() {
        m_folder.write("small.json", kSmallLens);
        m_folder.write("other.json",
                       QByteArray(kSmallLens).replace("Small Lens", "Other Lens").replace("COST_1", "OTHER_1"));
    }
    void init() {
        m_file = QString::number(++m_files) + ".plumb";
        must({"new", m_file, "--workload", "Claims AI", "--lens", "small.json"});
        answer({"--none"});
        must({"snapshot", "create", m_file, "May"});
    }

    void whatMovedSinceASnapshotIsSaid() {
        answer({"--unselect", "COST_1_no", "--select", "owner_named", "--note", "Named in June."});
        const Ran ran = compare({"May", "@now"});
        QCOMPARE(ran.code, 0);
        const QJsonObject json = ran.json();
        QCOMPARE(json[u"from"][u"name"].toString(), QString("May"));
        QCOMPARE(json[u"to"][u"name"].toString(), QString("now"));
        QCOMPARE(json[u"same"].toBool(true), false);
        QCOMPARE(json[u"overall"][u"before"][u"score"].toDouble(-1), 0.0);
        QCOMPARE(json[u"overall"][u"after"][u"score"].toDouble(), 50.0);
        QCOMPARE(json[u"overall"][u"change"].toDouble(), 50.0);
        QCOMPARE(json[u"questions"].toArray().size(), 1);
        const QJsonObject question = json[u"questions"][0].toObject();
        QCOMPARE(question[u"lens"].toString(), QString("small-lens"));
        QCOMPARE(question[u"id"].toString(), QString("COST_1"));
        QCOMPARE(question[u"from"].toString(), QString("HIGH"));
        QCOMPARE(question[u"to"].toString(), QString("MEDIUM"));
        QCOMPARE(question[u"change"].toString(), QString("improved"));
        QCOMPARE(question[u"points"].toDouble(), 50.0);
        QCOMPARE(question[u"note"][u"after"].toString(), QString("Named in June."));
        QCOMPARE(question[u"choices"].toArray().size(), 2);
        QCOMPARE(json[u"causes"][u"betterAnswers"].toDouble(), 50.0);
        QCOMPARE(json[u"causes"][u"sum"].toDouble(), 50.0);
        for (const char* move : {"new", "regressed", "open", "resolved", "accepted", "closed"})
            QVERIFY2(json[u"findings"].toObject().contains(QLatin1String(move)), move);
        QCOMPARE(json[u"findings"][u"open"][0][u"from"].toString(), QString("HIGH"));
        QCOMPARE(json[u"findings"][u"open"][0][u"to"].toString(), QString("MEDIUM"));
        QVERIFY(json[u"money"].isObject());
        QVERIFY(!json[u"cells"].toArray().isEmpty());
        const QByteArray text = m_folder.run({"compare", m_file, "may"}).out;
        QVERIFY2(text.contains("improved") && text.contains("+50") && text.contains("better answers"), text);
    }
    void theExitCodeSaysWhetherSomethingDiffers() {
        QCOMPARE(compare({"May", "@now", "--exit-code"}).code, 0);
        QCOMPARE(compare({"May"}).json()[u"same"].toBool(), true);
        QCOMPARE(compare({"May"}).json()[u"questions"].toArray().size(), 0);
        QCOMPARE(compare({"May", "--all"}).json()[u"questions"].toArray().size(), 1);
        answer({"--note", "Another word."});
        const Ran ran = compare({"May", "@now", "--exit-code"});
        QCOMPARE(ran.code, 1);
        QCOMPARE(ran.json()[u"questions"][0][u"change"].toString(), QString("evidence only"));
        QCOMPARE(compare({"May", "@now"}).code, 0);
    }
    void closedRisksAreResolvedAndNewOnesNew() {
        answer({"--unselect", "COST_1_no", "--select", "owner_named,alarm_set"});
        must({"snapshot", "create", m_file, "June"});
        QCOMPARE(compare({"May", "June"}).json()[u"findings"][u"resolved"].toArray().size(), 1);
        QCOMPARE(compare({"June", "May"}).json()[u"findings"][u"regressed"].toArray().size(), 1);
        answer({"--not-applicable"});
        const QJsonObject gone = compare({"May", "@NOW"}).json();
        QCOMPARE(gone[u"questions"][0][u"change"].toString(), QString("re-scoped"));
        QCOMPARE(gone[u"findings"][u"closed"][0][u"questionGone"].toBool(), true);
        QCOMPARE(gone[u"findings"][u"resolved"].toArray().size(), 0);
    }
    void otherFilesAreNamedByTheirPath() {
        const QString copy = m_file + ".copy.plumb";
        must({"copy", m_file, copy});
        answer({"--unselect", "COST_1_no", "--select", "owner_named"});
        const QJsonObject now = compare({copy, "@now"}).json();
        QCOMPARE(now[u"from"][u"name"].toString(), copy);
        QCOMPARE(now[u"questions"][0][u"change"].toString(), QString("improved"));
        const QJsonObject then = compare({"@now", copy + "@may"}).json();
        QCOMPARE(then[u"to"][u"name"].toString(), copy + "@May");
        QCOMPARE(then[u"questions"][0][u"change"].toString(), QString("worsened"));
    }
    void reviewsOfOtherQuestionnairesSayWhatCanBeCompared() {
        must({"new", m_file + ".o.plumb", "--workload", "Other AI", "--lens", "other.json"});
        const QJsonObject json = compare({"May", m_file + ".o.plumb"}).json();
        QCOMPARE(json[u"counts"][u"new"].toInt(), 1);
        QCOMPARE(json[u"counts"][u"retired"].toInt(), 1);
        QString remarks;
        for (const QJsonValue& remark : json[u"remarks"].toArray())
            remarks += remark.toString() + "\n";
        QVERIFY2(remarks.contains("no questionnaire in common"), qPrintable(remarks));
        for (const QJsonValue& question : json[u"questions"].toArray())
            QVERIFY(question[u"from"].isNull() != question[u"to"].isNull());
    }
    void whatIsNotThereIsRefused() {
        const auto refused = [&](const QStringList& options, int code, const QString& id) {
            const Ran ran = compare(options);
            QCOMPARE(ran.code, code);
            QCOMPARE(ran.errorId(), id);
        };
        refused({"Mya"}, 2, "store.noSnapshot");
        refused({"@now", "none.plumb"}, 4, "file.notFound");
        refused({m_file + "@Mya", "@now"}, 2, "store.noSnapshot");
        m_folder.write("text.plumb", "This is no review.");
        refused({"May", "text.plumb@May"}, 3, "store.notAProject");
        QByteArray newer = m_folder.read(m_file);
        newer.replace(60, 4, QByteArray("\0\0\0\x63", 4)); // user_version 99
        m_folder.write("newer.plumb", newer);
        refused({"May", "newer.plumb"}, 3, "store.tooNew");
        QCOMPARE(m_folder.json({"compare", m_file}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestCliCompare)
#include "tst_cli_compare.moc"
