// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Days as people write them.
#include "tests/ui/widgets/widget_test.h"
#include "ui/theme/style.h"
#include "ui/widgets/date_field.h"

#include <QSignalSpy>

using namespace plumb::ui;

class TestDateField final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { testing::start(); }
    void init() { testing::fresh(); }
    void reads_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("day");
        QTest::newRow("words") << QStringLiteral("15 Jan 2027") << QDate(2027, 1, 15);
        QTest::newRow("iso") << QStringLiteral("2027-01-15") << QDate(2027, 1, 15);
        QTest::newRow("points") << QStringLiteral("15.1.2027") << QDate(2027, 1, 15);
        QTest::newRow("spaces") << QStringLiteral("  15   January 2027 ") << QDate(2027, 1, 15);
        QTest::newRow("next January") << QStringLiteral("15 Jan") << QDate(2027, 1, 15);
        QTest::newRow("this December") << QStringLiteral("18 Dec") << QDate(2026, 12, 18);
        QTest::newRow("no such day") << QStringLiteral("31 Feb 2027") << QDate();
        QTest::newRow("leap day") << QStringLiteral("29 Feb 2028") << QDate(2028, 2, 29);
        QTest::newRow("words alone") << QStringLiteral("soon") << QDate();
        QTest::newRow("empty") << QString() << QDate();
    }
    void reads() {
        QFETCH(QString, text);
        QFETCH(QDate, day);
        QCOMPARE(DateField::parse(text, QDate(2026, 11, 22)), day);
    }
    void arrowsMoveByDaysAndMonths() {
        DateField field(QDate(2026, 11, 22));
        field.show();
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.date(), QDate(2026, 11, 23));
        QTest::keyClick(&field, Qt::Key_PageUp);
        QCOMPARE(field.date(), QDate(2026, 12, 23));
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(field.date(), QDate(2026, 12, 22));
    }
    void handsOverOnEnterOnce() {
        DateField field(QDate(2026, 11, 22));
        field.show();
        QSignalSpy committed(&field, &DateField::committed);
        QTest::keyClicks(&field, QStringLiteral("15 Jan"));
        QTest::keyClick(&field, Qt::Key_Return);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(committed.count(), 1);
        QCOMPARE(committed.front().front().toDate(), QDate(2027, 1, 15));
        QCOMPARE(field.text(), QStringLiteral("15 Jan 2027"));
    }
    void refusesWhatIsNoDayAndKeepsIt() {
        DateField field(QDate(2026, 11, 22));
        field.setDate(QDate(2027, 1, 15));
        field.show();
        field.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.setFocus();
        QSignalSpy committed(&field, &DateField::committed);
        QSignalSpy refused(&field, &DateField::refused);
        field.selectAll();
        QTest::keyClicks(&field, QStringLiteral("31 Feb"));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(committed.count(), 0);
        QCOMPARE(refused.count(), 1);
        QVERIFY(field.property(kErrorProperty).toBool());
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(field.date(), QDate(2027, 1, 15));
        QVERIFY(!field.property(kErrorProperty).toBool());
    }
    void emptyTakesTheDayBack() {
        DateField field(QDate(2026, 11, 22));
        field.setDate(QDate(2027, 1, 15));
        field.show();
        QSignalSpy committed(&field, &DateField::committed);
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_Delete);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(committed.count(), 1);
        QVERIFY(!committed.front().front().toDate().isValid());
    }
};

QTEST_MAIN(TestDateField)
#include "tst_date_field.moc"
