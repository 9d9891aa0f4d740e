// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/action_table.h"
#include "ui/bridge/settings.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb::ui;

class TestActionTable final : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyActionHasWordsAndAnIdOfItsOwn() {
        QSet<QString> ids;
        for (const ActionSpec& spec : standardActions()) {
            QVERIFY2(!ids.contains(spec.id), qPrintable(spec.id));
            ids.insert(spec.id);
            QVERIFY2(!spec.text.trimmed().isEmpty(), qPrintable(spec.id));
            QVERIFY2(spec.tooltip.size() > 8, qPrintable(spec.id));
            QVERIFY2(spec.id.contains(u'.'), qPrintable(spec.id));
        }
        QVERIFY(ids.size() > 40);
    }

    void noTwoActionsShareAKeyThatHoldsAtOnce() {
        const ActionTable table(nullptr);
        for (const ActionSpec& spec : table.specs()) {
            for (const QKeySequence& key : spec.keys) {
                QVERIFY2(!key.isEmpty(), qPrintable(spec.id));
                QCOMPARE(table.conflicts(spec.id, key), QStringList());
            }
        }
    }

    void keysOfTheProductAreTheDefaults_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("key");
        const std::pair<const char*, const char*> rows[] = {
            {"go.palette", "Ctrl+K"},    {"edit.undo", "Ctrl+Z"},      {"edit.redo", "Ctrl+Shift+Z"},
            {"app.keys", "?"},           {"file.exportPdf", "Ctrl+P"}, {"questions.next", "J"},
            {"questions.previous", "K"}, {"questions.none", "N"},      {"questions.notApplicable", "X"},
            {"questions.verify", "M"},   {"questions.park", "P"},      {"questions.evidence", "E"},
            {"questions.note", "T"},     {"questions.choice10", "0"},  {"questions.nextUnanswered", "Shift+J"}};
        for (const auto& [id, key] : rows)
            QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(key);
    }
    void keysOfTheProductAreTheDefaults() {
        QFETCH(QString, id);
        QFETCH(QString, key);
        const ActionTable table(nullptr);
        QCOMPARE(table.action(id)->shortcut().toString(QKeySequence::PortableText), key);
    }

    void aChangedKeyIsRememberedAndCanBeTakenBack() {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("s.ini")));
        {
            ActionTable table(&settings);
            QSignalSpy changed(&table, &ActionTable::keysChanged);
            QVERIFY(table.rebind(u"questions.next", {QKeySequence(QStringLiteral("Ctrl+Down"))}));
            QCOMPARE(changed.size(), 1);
            QVERIFY(!table.isDefault(u"questions.next"));
        }
        ActionTable again(&settings);
        QCOMPARE(again.keyCaps(u"questions.next"), (QStringList{QStringLiteral("Ctrl"), QStringLiteral("Down")}));
        again.reset(u"questions.next");
        QVERIFY(again.isDefault(u"questions.next"));
        QVERIFY(settings.keys().isEmpty());
    }

    void anActionCanLoseItsKey() {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("s.ini")));
        ActionTable(&settings).rebind(u"questions.park", {});
        const ActionTable table(&settings);
        QVERIFY(table.action(u"questions.park")->shortcuts().isEmpty());
        QVERIFY(table.keyCaps(u"questions.park").isEmpty());
    }

    void aKeyThatIsTakenIsRefusedAndNamed() {
        ActionTable table(nullptr);
        const QKeySequence palette(QStringLiteral("Ctrl+K"));
        QCOMPARE(table.conflicts(u"questions.park", palette), QStringList{QStringLiteral("go.palette")});
        QVERIFY(!table.rebind(u"questions.park", {palette}));
        QCOMPARE(table.keyCaps(u"questions.park"), QStringList{QStringLiteral("P")});
    }

    void pagesMayUseTheSameKey() {
        const ActionTable table(nullptr);
        // E edits the workload on Overview and attaches evidence on Questions.
        QVERIFY(table.conflicts(u"overview.edit", QKeySequence(QStringLiteral("E"))).isEmpty());
        QVERIFY(!table.conflicts(u"file.open", QKeySequence(QStringLiteral("E"))).isEmpty());
    }

    void tooltipsCarryTheKey() {
        const ActionTable table(nullptr);
        QVERIFY(table.tooltip(u"file.open").endsWith(QStringLiteral("(Ctrl+O)")));
        QVERIFY(!table.tooltip(u"app.about").contains(u'('));
    }
};

QTEST_MAIN(TestActionTable)
#include "tst_action_table.moc"
