// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// lens upgrade: every two consecutive published versions of a questionnaire, up and back, and what is refused.
#include "cli_run.h"

#include <QDir>
#include <QMap>

using namespace plumb::test;

namespace {

const QString kVersions = QStringLiteral(PLUMB_SHARED_DIR "/corpus/lens-versions");

/// Published files by name, each list by date: consecutive ones are versions of one questionnaire.
QMap<QString, QStringList> versionsByName() {
    QMap<QString, QStringList> all;
    const QStringList names = QDir(kVersions).entryList({"*.json"}, QDir::Files, QDir::Name);
    for (const QString& name : names)
        all[name.section('@', 0, 0)] << kVersions + "/" + name;
    return all;
}

/// Questions of a lens file by id, each with the ids of its choices.
QMap<QString, QStringList> questionsOf(const QString& path) {
    QFile file(path);
    QMap<QString, QStringList> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    for (const QJsonValue& pillar : document[u"pillars"].toArray())
        for (const QJsonValue& question : pillar[u"questions"].toArray()) {
            QStringList& choices = all[question[u"id"].toString()];
            for (const QJsonValue& choice : question[u"choices"].toArray())
                choices << choice[u"id"].toString();
        }
    return all;
}

} // namespace

class TestCliUpgrade : public QObject {
    Q_OBJECT
    CliFolder m_folder;

    QByteArray answers(const QString& file) { return m_folder.run({"answers", "export", file}).out; }
    /// Ticks the first choice of every question.
    bool answerAll(const QString& file, const QString& id, const QString& lens) {
        QJsonObject all;
        const auto questions = questionsOf(lens);
        for (auto it = questions.begin(); it != questions.end(); ++it)
            all[it.key()] = QJsonObject{{"selected", QJsonArray{it.value().first()}}, {"note", "note on " + it.key()}};
        m_folder.write("answers.json", QJsonDocument(QJsonObject{{id, all}}).toJson());
        return m_folder.run({"answers", "import", file, "answers.json"}).code == 0;
    }

private slots:
    void initTestCase() {
        m_folder.write("small.json", kSmallLens);
        m_folder.write("two.json",
                       QByteArray(kSmallLens).replace("alarm_set", "budget_set").replace("An alarm", "A budget"));
    }

    void consecutiveVersionsUpgradeAndGoBack_data() {
        if (!QDir(kVersions).exists())
            QSKIP("no corpus here");
        QTest::addColumn<QString>("older");
        QTest::addColumn<QString>("newer");
        QTest::addColumn<bool>("again"); // back as well: the first two of each
        const auto versions = versionsByName();
        for (const QStringList& list : versions)
            for (qsizetype i = 0; i + 1 < list.size(); ++i)
                QTest::newRow(qPrintable(QFileInfo(list[i]).baseName() + QString::number(i)))
                    << list[i] << list[i + 1] << (i == 0);
    }
    void consecutiveVersionsUpgradeAndGoBack() {
        QFETCH(QString, older);
        QFETCH(QString, newer);
        QFETCH(bool, again);
        const QString file = QString::fromLatin1(QTest::currentDataTag()) + ".plumb";
        const Ran made = m_folder.json({"new", file, "--workload", "W", "--lens", older});
        QCOMPARE(made.code, 0);
        const QString id = made.json()[u"lenses"][0][u"id"].toString();
        QVERIFY(answerAll(file, id, older));
        const QByteArray before = answers(file);
        const auto then = questionsOf(older), now = questionsOf(newer);
        int shared = 0, gone = 0, tickGone = 0;
        for (auto it = then.begin(); it != then.end(); ++it) {
            const bool there = now.contains(it.key());
            shared += there;
            gone += !there;
            tickGone += there && !now[it.key()].contains(it.value().first());
        }
        const Ran dry = m_folder.json({"lens", "upgrade", file, id, newer, "--dry-run"});
        QVERIFY2(dry.code == 0, dry.err);
        QCOMPARE(answers(file), before);
        const Ran up = m_folder.json({"lens", "upgrade", file, id, newer});
        QVERIFY2(up.code == 0, up.err);
        QJsonObject said = up.json(), planned = dry.json();
        said.remove("dryRun");
        planned.remove("dryRun");
        QCOMPARE(said, planned);
        // Counted from the two JSON files alone.
        QCOMPARE(said[u"carried"].toInt() + int(said[u"reconfirm"].toArray().size()), shared);
        QCOMPARE(int(said[u"dropped"].toArray().size()), gone + tickGone);
        if (again) {
            const Ran back = m_folder.json({"lens", "upgrade", file, id, older});
            QVERIFY2(back.code == 0, back.err);
            QCOMPARE(back.json()[u"after"][u"counts"][u"questions"].toInt(), int(then.size()));
            QCOMPARE(m_folder.json({"verify", file}).code, 0);
            QCOMPARE(m_folder.run({"undo", file}).code, 0);
        }
        QCOMPARE(m_folder.run({"undo", file}).code, 0);
        QCOMPARE(answers(file), before);
    }

    void whatCarriesAndDropsIsNamed() {
        QCOMPARE(m_folder.run({"new", "a.plumb", "--workload", "W", "--lens", "small.json"}).code, 0);
        QCOMPARE(m_folder
                     .run({"answer", "a.plumb", "small-lens", "COST_1", "--select", "owner_named,alarm_set",
                           "--choice-note", "alarm_set=Set in May"})
                     .code,
                 0);
        const Ran text = m_folder.run({"lens", "upgrade", "a.plumb", "small-lens", "two.json", "--dry-run"});
        QVERIFY2(text.out.contains("COST_1/alarm_set") && text.out.contains("Nothing was stored."), text.out);
        const Ran ran = m_folder.json({"lens", "upgrade", "a.plumb", "small-lens", "two.json"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.json()[u"carried"].toInt(-1), 0);
        QCOMPARE(ran.json()[u"reconfirm"][0][u"question"].toString(), QString("COST_1"));
        QCOMPARE(ran.json()[u"dropped"][0][u"choice"].toString(), QString("alarm_set"));
        QCOMPARE(ran.json()[u"before"][u"score"].toDouble(), 100.0);
        QCOMPARE(ran.json()[u"after"][u"score"].toDouble(), 50.0);
        const QJsonObject answer = QJsonDocument::fromJson(answers("a.plumb"))[u"small-lens"][u"COST_1"].toObject();
        QVERIFY(answer[u"note"].toString().contains("Set in May"));
        QCOMPARE(m_folder.json({"history", "a.plumb"}).json()[u"commands"].toArray().size(), 3);
    }
    void whatCanNotBeUsedIsRefused() {
        QCOMPARE(m_folder.run({"new", "b.plumb", "--workload", "W", "--lens", "small.json"}).code, 0);
        const QByteArray before = m_folder.read("b.plumb");
        const auto refused = [&](const QStringList& options, int code, const QString& id) {
            const Ran ran = m_folder.json(QStringList{"lens", "upgrade", "b.plumb"} + options);
            QCOMPARE(ran.code, code);
            if (!id.isEmpty())
                QCOMPARE(ran.errorId(), id);
        };
        m_folder.write("bad.json", "{}");
        refused({"small-lens", "bad.json"}, 3, "lens.unusable");
        refused({"smal-lens", "two.json"}, 2, "session.unknownLens");
        refused({"small-lens", "small.json"}, 2, "session.sameLens");
        refused({"small-lens", "ai-quik-scan"}, 2, QString());
        QVERIFY(m_folder.read("b.plumb") == before);
    }
};

QTEST_GUILESS_MAIN(TestCliUpgrade)
#include "tst_cli_upgrade.moc"
