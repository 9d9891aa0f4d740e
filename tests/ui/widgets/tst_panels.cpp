// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Risk panel, undo bar, dialog, empty place, messages.
#include "tests/ui/widgets/widget_test.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/risk_panel.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace plumb::ui;
using namespace plumb::ui::testing;

namespace {
QString s(const char* text) {
    return QString::fromUtf8(text);
}

RichText longWhy() {
    return {plain(s("Neither the step budget ")), keyRun(s("1")), plain(s(" nor the token ceiling ")), keyRun(s("2")),
            plain(s(" nor the hand-over to a person with its whole context is in place, and nobody looks at them."))};
}
} // namespace

class TestPanels : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { start(); }
    void init() { fresh(); }

    void riskPanelKeepsItsHeightWhateverItSays() {
        RiskPanel panel;
        for (const int width : {652, 340}) {
            panel.resize(width, panel.heightForWidth(width));
            const int before = panel.heightForWidth(width);
            panel.setRisk(MarkKind::High, longWhy(), longWhy());
            QCOMPARE(panel.heightForWidth(width), before);
            panel.setRisk(MarkKind::None, {});
            QCOMPARE(panel.heightForWidth(width), before);
        }
        QCOMPARE(panel.heightForWidth(652), 66);
    }

    void riskPanelSpeaksBothLines() {
        RiskPanel panel;
        panel.setRisk(MarkKind::High, {plain(s("Nothing limits a run."))}, {plain(s("A ceiling lowers it."))});
        QCOMPARE(nameOf(&panel), s("High risk. Nothing limits a run. A ceiling lowers it."));
        panel.setRisk(MarkKind::Unmatched, {plain(s("No rule is true."))}, {}, s("Fault of the lens."));
        QVERIFY(nameOf(&panel).startsWith(s("Fault of the lens.")));
    }

    void ruleLinkStaysInViewAndOpens() {
        RiskPanel panel;
        panel.resize(652, 66);
        panel.setRisk(MarkKind::High, longWhy(), longWhy());
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto* link = panel.findChild<WrapLabel*>(s("ruleLink"));
        QVERIFY(panel.rect().contains(link->geometry()));
        QSignalSpy opened(&panel, &RiskPanel::linkActivated);
        QTest::mouseClick(link, Qt::LeftButton, {}, QPoint(10, 10));
        QCOMPARE(opened.count(), 1);
        link->setFocus(Qt::TabFocusReason);
        QTest::keyClick(link, Qt::Key_Return);
        QCOMPARE(opened.count(), 2);
        panel.setLinkText(QString());
        QVERIFY(link->isHidden());
    }

    void undoBarSaysAndUndoes() {
        QWidget place;
        place.resize(800, 500);
        UndoBar bar(&place);
        place.show();
        QVERIFY(bar.isHidden());
        bar.say(s("None of these: two choices cleared"));
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.height(), 44);
        QVERIFY(qAbs(bar.geometry().center().x() - place.rect().center().x()) <= 1);
        QCOMPARE(roleOf(&bar), QAccessible::AlertMessage);
        QCOMPARE(nameOf(&bar), s("None of these: two choices cleared"));
        QSignalSpy undo(&bar, &UndoBar::undoRequested);
        QTest::mouseClick(bar.findChild<QWidget*>(s("undoButton")), Qt::LeftButton);
        QCOMPARE(undo.count(), 1);
        QVERIFY(bar.isHidden());
    }

    void undoBarIsClosedWithoutUndoing() {
        QWidget place;
        place.resize(800, 500);
        UndoBar bar(&place);
        place.show();
        bar.say(s("Done"));
        QSignalSpy undo(&bar, &UndoBar::undoRequested);
        QSignalSpy gone(&bar, &UndoBar::dismissed);
        QTest::mouseClick(bar.findChild<QWidget*>(s("closeButton")), Qt::LeftButton);
        QCOMPARE(undo.count(), 0);
        QCOMPARE(gone.count(), 1);
    }

    void undoBarFollowsThePlace() {
        QWidget place;
        place.resize(800, 500);
        UndoBar bar(&place);
        place.show();
        bar.say(s("Done"));
        place.resize(600, 400);
        QTRY_COMPARE(bar.geometry().bottom(), 400 - 24 - 1);
    }

    void dialogAnswersToEnterAndEscape() {
        Dialog dialog(s("Why is this not applicable?"), s("The reason goes into the report."));
        auto* edit = new QLineEdit;
        dialog.content()->addWidget(edit);
        QCOMPARE(dialog.width(), 440);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QSignalSpy rejected(&dialog, &QDialog::rejected);
        dialog.show();
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
        dialog.show();
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(rejected.count(), 1);
        QCOMPARE(nameOf(&dialog), s("Why is this not applicable?"));
    }

    void incompleteDialogDoesNotAccept() {
        Dialog dialog(s("Reason"), QString());
        dialog.acceptButton()->setEnabled(false);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(accepted.count(), 0);
    }

    void dialogWithTextAreaTakesControlEnter() {
        Dialog dialog(s("Reason"), QString());
        dialog.setAcceptKey(s("Ctrl+Return"));
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(accepted.count(), 0);
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(accepted.count(), 1);
    }

    void emptyPlaceOffersWhatToDo() {
        EmptyPlace place(Icon::Costs, s("No costs yet"), s("Start from the bill."));
        Button* import = place.setPrimary(s("Import a bill"), Icon::Download);
        QSignalSpy clicked(import, &QAbstractButton::clicked);
        place.resize(448, 204);
        place.show();
        QTest::mouseClick(import, Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(nameOf(&place), s("No costs yet"));
        QVERIFY(place.findChild<QWidget*>(s("secondaryButton"))->isHidden());
    }

    void messageCanBeActedOn() {
        MessageBar bar(Icon::Warning, Token::Med, s("12 rows have no price"), s("They are left out."));
        Button* show = bar.addButton(s("Show rows"));
        QSignalSpy clicked(show, &QAbstractButton::clicked);
        bar.resize(448, 62);
        bar.show();
        QTest::mouseClick(show, Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(nameOf(&bar), s("12 rows have no price"));
    }

    void objectNamesEndInTheirKind() {
        QCOMPARE(RiskPanel().objectName(), s("riskPanel"));
        QWidget place;
        QVERIFY(UndoBar(&place).objectName().endsWith(s("Bar")));
        Dialog dialog(s("x"), s("y"));
        for (const QAbstractButton* button : dialog.findChildren<QAbstractButton*>())
            QVERIFY(button->objectName().endsWith(s("Button")));
    }

    void everythingPaintsInEachSchemeAndScale() {
        for (const SchemeChoice choice : {SchemeChoice::Light, SchemeChoice::Dark, SchemeChoice::HighContrast}) {
            Theme::instance().setChoice(choice);
            for (const double scale : {1.0, 1.5}) {
                Theme::instance().setTextScale(scale);
                RiskPanel panel;
                panel.setRisk(MarkKind::High, longWhy(), longWhy());
                panel.resize(500, panel.heightForWidth(500));
                const QImage image = panel.grab().toImage();
                QCOMPARE(image.pixelColor(250, 0), tokens()[Token::Line2]);
                QCOMPARE(image.pixelColor(250, 4), tokens()[Token::Surface]);
            }
        }
    }
};

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"
