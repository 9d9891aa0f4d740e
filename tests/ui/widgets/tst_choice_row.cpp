// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A choice row is one big check box: its keys, its clicks, its heights and what it tells assistive tools.
#include "tests/ui/widgets/widget_test.h"
#include "ui/widgets/choice_row.h"

#include <QSignalSpy>
#include <QVBoxLayout>

using namespace plumb::ui;
using namespace plumb::ui::testing;

namespace {
QString s(const char* text) {
    return QString::fromUtf8(text);
}
const QString kShort = s("A token ceiling is enforced");
const QString kLong = s("A task that reaches its limit goes to a person with its whole context");
} // namespace

class TestChoiceRow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { start(); }
    void init() { fresh(); }

    void wholeRowClicks() {
        ChoiceRow row(kShort);
        row.resize(500, row.heightForWidth(500));
        row.show();
        QTest::mouseClick(&row, Qt::LeftButton, {}, QPoint(480, 20));
        QVERIFY(row.isChecked());
        QTest::mouseClick(&row, Qt::LeftButton, {}, QPoint(4, 4));
        QVERIFY(!row.isChecked());
    }

    void spaceAndEnterToggle() {
        ChoiceRow row(kShort);
        row.show();
        QTest::keyClick(&row, Qt::Key_Space);
        QVERIFY(row.isChecked());
        QTest::keyClick(&row, Qt::Key_Return);
        QVERIFY(!row.isChecked());
    }

    void notApplicableRowAsksInsteadOfTicking() {
        ChoiceRow row(kShort);
        row.setNotApplicable(s("out of scope"));
        QSignalSpy asked(&row, &ChoiceRow::notApplicableClicked);
        row.show();
        QTest::mouseClick(&row, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QVERIFY(!row.isChecked());
        row.setNotApplicable(QString());
        QTest::mouseClick(&row, Qt::LeftButton);
        QVERIFY(row.isChecked());
    }

    void heightsFollowLinesAndCompactness() {
        ChoiceRow row(kShort);
        row.setWeight(s("high"));
        QCOMPARE(row.heightForWidth(600), 42);
        row.setText(kLong);
        QCOMPARE(row.heightForWidth(430), 52);
        row.setText(kShort);
        Theme::instance().setCompact(true);
        QCOMPARE(row.heightForWidth(600), 36);
        Theme::instance().setTextScale(1.5);
        QCOMPARE(row.heightForWidth(900), 54);
    }

    void layoutGivesSecondLineItsRoom() {
        QWidget page;
        auto* column = new QVBoxLayout(&page);
        column->setContentsMargins(0, 0, 0, 0);
        auto* row = new ChoiceRow(kLong);
        column->addWidget(row);
        column->addStretch(1);
        page.resize(430, 300);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QTRY_COMPARE(row->height(), 52);
        page.resize(800, 300);
        QTRY_COMPARE(row->height(), 42);
    }

    void tickingDoesNotChangeTheHeight() {
        ChoiceRow row(kShort);
        const int before = row.heightForWidth(500);
        row.setChecked(true);
        QCOMPARE(row.heightForWidth(500), before);
    }

    void tellsNameKeyWeightAndReason() {
        ChoiceRow row(kShort);
        row.setKey(s("2"));
        row.setWeight(s("high"));
        QCOMPARE(roleOf(&row), QAccessible::CheckBox);
        QCOMPARE(nameOf(&row), kShort);
        QVERIFY(row.accessibleDescription().contains(s("2")));
        QVERIFY(row.accessibleDescription().contains(s("high")));
        row.setNotApplicable(s("out of scope"));
        QVERIFY(row.accessibleDescription().contains(s("out of scope")));
    }

    void upAndDownAreLeftToThePage() {
        QWidget page;
        ChoiceRow row(kShort, &page);
        QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
        QApplication::sendEvent(&row, &down);
        QVERIFY(!row.isChecked());
        QVERIFY(!down.isAccepted());
    }

    void menuComesByKeyAndRightClick() {
        ChoiceRow row(kShort);
        QSignalSpy menu(&row, &ChoiceRow::menuRequested);
        row.show();
        QTest::keyClick(&row, Qt::Key_Menu);
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(5, 5), QPoint(50, 50));
        QApplication::sendEvent(&row, &event);
        QCOMPARE(menu.count(), 2);
    }

    void chosenRowHasItsTint() {
        ChoiceRow row(kShort);
        row.resize(400, 42);
        row.setChecked(true);
        for (const SchemeChoice choice : {SchemeChoice::Light, SchemeChoice::Dark, SchemeChoice::HighContrast}) {
            Theme::instance().setChoice(choice);
            QCOMPARE(row.grab().toImage().pixelColor(395, 20), tokens()[Token::ATint]);
        }
    }

    void focusIsPaintedInsideAfterKeysOnly() {
        QWidget page;
        auto* column = new QVBoxLayout(&page);
        auto* one = new ChoiceRow(kShort);
        auto* two = new ChoiceRow(kShort);
        column->addWidget(one);
        column->addWidget(two);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTest::mouseClick(one, Qt::LeftButton);
        one->setFocus();
        QVERIFY(one->grab().toImage().pixelColor(1, 10) != tokens()[Token::Accent]);
        QTest::keyClick(one, Qt::Key_Tab);
        QVERIFY(two->hasFocus());
        QCOMPARE(two->grab().toImage().pixelColor(1, 10), tokens()[Token::Accent]);
    }
};

QTEST_MAIN(TestChoiceRow)
#include "tst_choice_row.moc"
