// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Buttons, chips, segments, switch and people answer to real keys and clicks and say what they are.
#include "tests/ui/widgets/widget_test.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/people.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/switch.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>

using namespace plumb::ui;
using namespace plumb::ui::testing;

namespace {
QString s(const char* text) {
    return QString::fromUtf8(text);
}
} // namespace

class TestButtons : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { start(); }
    void init() { fresh(); }

    void buttonAnswersToMouseSpaceAndEnter() {
        Button button(s("Next"), ButtonLook::Filled);
        QSignalSpy clicked(&button, &QAbstractButton::clicked);
        button.show();
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::keyClick(&button, Qt::Key_Space);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.count(), 3);
        QCOMPARE(roleOf(&button), QAccessible::Button);
        QCOMPARE(nameOf(&button), s("Next"));
    }

    void disabledButtonDoesNothing() {
        Button button(s("Next"));
        button.setEnabled(false);
        QSignalSpy clicked(&button, &QAbstractButton::clicked);
        button.show();
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(clicked.count(), 0);
    }

    void iconButtonHasNameTooltipAndSquareShape() {
        Button button(Icon::Undo, s("Undo"));
        QCOMPARE(nameOf(&button), s("Undo"));
        QCOMPARE(button.toolTip(), s("Undo"));
        QCOMPARE(button.sizeHint(), QSize(32, 32));
    }

    void heightsAreThoseOfTheDesign() {
        Button button(s("Open"));
        QCOMPARE(button.sizeHint().height(), 32);
        button.setButtonSize(Button::Size::Small);
        QCOMPARE(button.sizeHint().height(), 28);
        button.setButtonSize(Button::Size::Large);
        QCOMPARE(button.sizeHint().height(), 40);
        Theme::instance().setTextScale(1.5);
        QCOMPARE(button.sizeHint().height(), 60);
    }

    void keyCapAndIconWiden() {
        Button button(s("Next"));
        const int bare = button.sizeHint().width();
        button.setKey(s("J"));
        const int withKey = button.sizeHint().width();
        button.setLeadingIcon(Icon::ArrowDown);
        QVERIFY(withKey >= bare + 18);
        QCOMPARE(button.sizeHint().width(), withKey + 16 + 7);
        button.setKeyShown(false);
        QCOMPARE(button.sizeHint().width(), bare + 16 + 7);
    }

    void boundActionDrivesTheButton() {
        QAction action(s("&Snapshot"));
        action.setShortcut(QKeySequence(s("Ctrl+Shift+S")));
        QSignalSpy triggered(&action, &QAction::triggered);
        Button button(Icon::Snapshot, s("Snapshot"));
        button.bind(&action);
        button.show();
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
        QCOMPARE(nameOf(&button), s("Snapshot"));
        action.setEnabled(false);
        QVERIFY(!button.isEnabled());
    }

    void menuOpensBelow() {
        Button button(s("More"));
        QMenu menu;
        menu.addAction(s("Copy"));
        button.setMenu(&menu);
        button.show();
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(menu.isVisible());
        menu.hide();
    }

    void chipTogglesAndTellsItsCount() {
        Chip chip(s("High"));
        chip.setCount(13);
        QSignalSpy toggled(&chip, &QAbstractButton::toggled);
        chip.show();
        QTest::mouseClick(&chip, Qt::LeftButton);
        QVERIFY(chip.isChecked());
        QTest::keyClick(&chip, Qt::Key_Return);
        QVERIFY(!chip.isChecked());
        QCOMPARE(toggled.count(), 2);
        QCOMPARE(nameOf(&chip), s("High, 13"));
        QCOMPARE(chip.sizeHint().height(), 24);
    }

    void chipKeepsItsWidthWhenChosen() {
        Chip chip(s("High"));
        chip.setCount(13);
        const QSize off = chip.sizeHint();
        chip.setChecked(true);
        QCOMPARE(chip.sizeHint(), off);
    }

    void segmentsAreChosenByMouseAndArrows() {
        SegmentedControl control(s("Basis"));
        for (const char* text : {"Said", "Shown", "Verified"})
            control.addSegment(s(text));
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        control.show();
        QVERIFY(QTest::qWaitForWindowActive(&control));
        QCOMPARE(control.currentIndex(), -1);
        QTest::mouseClick(control.segment(1), Qt::LeftButton);
        QCOMPARE(control.currentIndex(), 1);
        QCOMPARE(chosen.last().at(0).toInt(), 1);
        control.segment(1)->setFocus();
        QTest::keyClick(control.segment(1), Qt::Key_Right);
        QCOMPARE(control.currentIndex(), 2);
        QCOMPARE(chosen.last().at(0).toInt(), 2);
        QCOMPARE(nameOf(&control), s("Basis"));
        QCOMPARE(nameOf(control.segment(0)), s("Said"));
    }

    void segmentsSetByCodeAreSilentAndCanBeCleared() {
        SegmentedControl control(s("Basis"));
        control.addSegment(s("Said"));
        control.addSegment(s("Shown"));
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        control.setCurrentIndex(1);
        control.setCurrentIndex(-1);
        QCOMPARE(control.currentIndex(), -1);
        QCOMPARE(chosen.count(), 0);
    }

    void segmentsKeepTheirWidth() {
        SegmentedControl control(s("Basis"));
        control.addSegment(s("Said"));
        control.addSegment(s("Shown"));
        const QSize before = control.sizeHint();
        control.setCurrentIndex(0);
        QCOMPARE(control.sizeHint(), before);
    }

    void switchToggles() {
        Switch toggle(s("Reduced motion"));
        toggle.show();
        QTest::mouseClick(&toggle, Qt::LeftButton);
        QVERIFY(toggle.isChecked());
        QTest::keyClick(&toggle, Qt::Key_Space);
        QVERIFY(!toggle.isChecked());
        QCOMPARE(roleOf(&toggle), QAccessible::CheckBox);
        QCOMPARE(nameOf(&toggle), s("Reduced motion"));
    }

    void peopleAreButtonsAndCanBeAdded() {
        PeopleList list(s("Answered by"));
        list.setPeople({s("Kenji Abe"), s("Jonas Weber")});
        QSignalSpy person(&list, &PeopleList::personClicked);
        QSignalSpy add(&list, &PeopleList::addClicked);
        list.show();
        const auto tags = list.findChildren<QAbstractButton*>(s("personButton"));
        QCOMPARE(tags.size(), 2);
        QTest::mouseClick(tags[1], Qt::LeftButton);
        QCOMPARE(person.last().at(0).toInt(), 1);
        QTest::mouseClick(list.addButton(), Qt::LeftButton);
        QCOMPARE(add.count(), 1);
        list.setPeople({s("Ines Albrecht")});
        QCOMPARE(list.findChildren<QAbstractButton*>(s("personButton")).size(), 1);
    }
};

QTEST_MAIN(TestButtons)
#include "tst_buttons.moc"
