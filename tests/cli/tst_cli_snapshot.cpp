// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// snapshot create, list, show, export, restore.
#include "cli_run.h"

#include <QCryptographicHash>

using namespace plumb::test;

class TestCliSnapshot : public QObject {
    Q_OBJECT
    CliFolder m_folder;
    int m_files = 0;
    QString m_file;

    QString risk() { return m_folder.json({"score", m_file}).json()[u"questions"][0][u"risk"].toString(); }
    void answer(const QStringList& options) {
        const Ran ran = m_folder.run(QStringList{"answer", m_file, "small-lens", "COST_1"} + options);
        QVERIFY2(ran.code == 0, ran.err);
    }

private slots:
    void initTestCase() { m_folder.write("small.json", kSmallLens); }
    void init() {
        m_file = QString::number(++m_files) + ".plumb";
        QCOMPARE(m_folder.run({"new", m_file, "--workload", "Claims AI", "--lens", "small.json"}).code, 0);
        answer({"--select", "owner_named", "--note", "Said in May."});
    }

    void aSnapshotIsMadeListedAndShown() {
        const Ran made = m_folder.json({"snapshot", "create", m_file, "May review", "--note", "Before the move"});
        QCOMPARE(made.code, 0);
        QCOMPARE(made.json()[u"name"].toString(), QString("May review"));
        QCOMPARE(made.json()[u"note"].toString(), QString("Before the move"));
        QCOMPARE(made.json()[u"author"].toString(), QString("Aylin Kaya"));
        QCOMPARE(made.json()[u"score"][u"score"].toDouble(), 50.0);
        const QString sha = made.json()[u"sha256"].toString();
        QCOMPARE(sha.size(), 64);
        answer({"--none"});
        const QJsonObject list = m_folder.json({"snapshot", "list", m_file}).json();
        QCOMPARE(list[u"snapshots"].toArray().size(), 1);
        QCOMPARE(list[u"snapshots"][0][u"sha256"].toString(), sha);
        QCOMPARE(list[u"snapshots"][0][u"overall"][u"score"].toDouble(), 50.0);
        QCOMPARE(list[u"now"][u"score"].toDouble(-1), 0.0);
        const QJsonObject shown = m_folder.json({"snapshot", "show", m_file, "may  REVIEW"}).json();
        QCOMPARE(shown[u"name"].toString(), QString("May review"));
        QCOMPARE(shown[u"overall"][u"score"].toDouble(), 50.0);
        QCOMPARE(shown[u"questions"][0][u"risk"].toString(), QString("MEDIUM"));
        QCOMPARE(shown[u"lenses"][0][u"id"].toString(), QString("small-lens"));
        const QByteArray text = m_folder.run({"snapshot", "list", m_file}).out;
        QVERIFY2(text.contains("May review") && text.contains("Before the move") && text.contains("50"), text);
    }
    void aReviewWithoutSnapshotsSaysSo() {
        const Ran ran = m_folder.run({"snapshot", "list", m_file});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.out, QByteArray("The review has no snapshot yet.\n"));
    }
    void anExportIsWhatTheHashIsOf() {
        const QString sha = m_folder.json({"snapshot", "create", m_file, "May"}).json()[u"sha256"].toString();
        const QString out = m_file + ".json";
        const Ran exported = m_folder.json({"snapshot", "export", m_file, "may", out});
        QCOMPARE(exported.code, 0);
        QCOMPARE(exported.json()[u"name"].toString(), QString("May"));
        const QByteArray bytes = m_folder.read(out);
        QCOMPARE(exported.json()[u"bytes"].toInt(), int(bytes.size()));
        QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()), sha);
        QCOMPARE(QJsonDocument::fromJson(bytes)[u"format"].toString(), QString("plumbline-snapshot/1"));
        QCOMPARE(m_folder.json({"snapshot", "export", m_file, "May", out}).code, 5);
        QCOMPARE(m_folder.json({"snapshot", "export", m_file, "May", out, "--force"}).code, 0);
    }
    void restoringIsOneCommandThatUndoTakesBack() {
        m_folder.json({"snapshot", "create", m_file, "May"});
        answer({"--none"});
        QCOMPARE(risk(), QString("HIGH"));
        const Ran restored = m_folder.json({"snapshot", "restore", m_file, "may"});
        QCOMPARE(restored.code, 0);
        QCOMPARE(restored.json()[u"changed"].toBool(), true);
        QCOMPARE(restored.json()[u"score"][u"score"].toDouble(), 50.0);
        QCOMPARE(risk(), QString("MEDIUM"));
        QCOMPARE(m_folder.json({"snapshot", "restore", m_file, "may"}).json()[u"changed"].toBool(true), false);
        const Ran undone = m_folder.json({"undo", m_file});
        QCOMPARE(undone.json()[u"undone"][u"label"].toString(), QString("Restore May"));
        QCOMPARE(risk(), QString("HIGH"));
    }
    void badNamesAreRefused() {
        m_folder.json({"snapshot", "create", m_file, "Spring"});
        const QByteArray before = m_folder.read(m_file);
        for (const QString& name : {QString("spring"), QString("  "), QString(201, 'x')}) {
            const Ran ran = m_folder.json({"snapshot", "create", m_file, name});
            QCOMPARE(ran.code, 2);
            QCOMPARE(ran.errorId(), QString("snapshot.name"));
        }
        for (const char* verb : {"show", "restore"}) {
            const Ran ran = m_folder.json({"snapshot", verb, m_file, "Sprign"});
            QCOMPARE(ran.code, 2);
            QCOMPARE(ran.errorId(), QString("store.noSnapshot"));
            QVERIFY2(ran.err.contains("Did you mean Spring?"), ran.err);
        }
        QVERIFY(m_folder.read(m_file) == before);
    }
    void aDamagedSnapshotIsRefusedAndListedWithoutFigures() {
        m_folder.json({"snapshot", "create", m_file, "May"});
        QByteArray bytes = m_folder.read(m_file);
        // The compressed text begins with the magic number of zstd; what follows in the frame is overwritten.
        const qsizetype frame = bytes.lastIndexOf(QByteArray("\x28\xB5\x2F\xFD", 4));
        QVERIFY(frame > 0);
        bytes.replace(frame + 40, 8, QByteArray(8, '\x55'));
        m_folder.write(m_file, bytes);
        for (const QStringList& line :
             {QStringList{"snapshot", "show", m_file, "May"}, QStringList{"snapshot", "restore", m_file, "May"},
              QStringList{"snapshot", "export", m_file, "May", "damaged.json"},
              QStringList{"compare", m_file, "May", "@now"}}) {
            const Ran ran = m_folder.json(line);
            QVERIFY2(ran.code == 3, qPrintable(line.join(' ') + ran.out));
            QCOMPARE(ran.errorId(), QString("store.damaged"));
        }
        QVERIFY(!QFile::exists(m_folder.path("damaged.json")));
        QVERIFY(m_folder.read(m_file) == bytes);
        const Ran list = m_folder.json({"snapshot", "list", m_file});
        QCOMPARE(list.code, 0);
        QVERIFY(list.json()[u"snapshots"][0][u"overall"].isNull());
        QVERIFY2(list.err.contains("store.damaged"), list.err);
        QCOMPARE(m_folder.json({"verify", m_file}).code, 1);
    }
};

QTEST_GUILESS_MAIN(TestCliSnapshot)
#include "tst_cli_snapshot.moc"
