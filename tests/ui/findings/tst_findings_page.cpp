// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place as a whole: views, matrix, findings by hand, empty and read-only reviews, names for assistive tools.
#include "tests/ui/findings/findings_driver.h"
#include "ui/widgets/risk_matrix.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLineEdit>
#include <QStackedWidget>

using namespace plumb;
using namespace plumb::test;
using plumb::ui::q;

class TestFindingsPage final : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }
    void matrixCellsCountAndFilter();
    void theMatrixIsWalkedByArrows();
    void aFindingIsAddedByHandAndRemoved();
    void withoutFindingsItSaysWhatToDo();
    void viewsAreReachedByKeyAndSegment();
    void hiddenItWaitsWithRefreshing();
    void theSidePaneGoesAndComes();
    void everyInteractiveWidgetHasAName();
    void fitsASmallWindow();
    void aReadOnlyReviewIsShownAndNotChanged();
};

void TestFindingsPage::matrixCellsCountAndFilter() {
    FindingsDriver f;
    auto* cell = f.find<QAbstractButton>(QStringLiteral("matrix3x3Button"));
    QVERIFY2(cell->accessibleName().contains(QStringLiteral("rating 9, 1 finding")),
             qPrintable(cell->accessibleName()));
    f.click(QStringLiteral("matrix2x3Button"));
    QVERIFY(f.rows().contains(QStringLiteral("GAI_OPS_1")));
    QVERIFY(!f.rows().contains(QStringLiteral("GAI_OPS_2")));
    QVERIFY(f.find<QAbstractButton>(QStringLiteral("matrix2x3Button"))->isChecked());
    f.click(QStringLiteral("cellChip"));
    QCOMPARE(f.rows().size(), 3);
    QVERIFY(!f.find<QWidget>(QStringLiteral("cellChip"))->isVisible());
    f.click(QStringLiteral("matrix2x3Button"));
    f.click(QStringLiteral("matrix2x3Button")); // again: all of them
    QCOMPARE(f.rows().size(), 3);
}

void TestFindingsPage::theMatrixIsWalkedByArrows() {
    FindingsDriver f;
    f.key(Qt::Key_M); // enters at the cell of the current finding, 3 x 3
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Return);
    QVERIFY(f.find<QAbstractButton>(QStringLiteral("matrix2x3Button"))->isChecked());
    QVERIFY(!f.rows().contains(QStringLiteral("GAI_OPS_2")));
    f.key(Qt::Key_Escape); // back to the table
    f.key(Qt::Key_End);
    QCOMPARE(f.current(), f.rows().last());
}

void TestFindingsPage::aFindingIsAddedByHandAndRemoved() {
    FindingsDriver f;
    f.key(Qt::Key_N);
    auto* accept = f.inDialog<QAbstractButton>(QStringLiteral("acceptButton"));
    QVERIFY(!accept->isEnabled());
    f.type(QStringLiteral("Nobody is named for a harmful answer"));
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!f.dialogOpen());
    QCOMPARE(f.rows().size(), 4);
    const score::Finding* made = f.session().finding(f.page().currentKey());
    QVERIFY(made != nullptr && made->byHand);
    QCOMPARE(made->title, std::string("Nobody is named for a harmful answer"));
    QVERIFY(!f.find<QWidget>(QStringLiteral("questionButton"))->isVisible());
    f.key(Qt::Key_Delete);
    QCOMPARE(f.rows().size(), 3);
    f.key(Qt::Key_Delete); // a derived one stays
    QCOMPARE(f.rows().size(), 3);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.rows().size(), 4);
}

void TestFindingsPage::withoutFindingsItSaysWhatToDo() {
    FindingsDriver f(false);
    auto* empty = f.find<QWidget>(QStringLiteral("noFindingsPlace"));
    QVERIFY(empty->isVisible());
    QVERIFY(!f.find<QWidget>(QStringLiteral("findingsSide"))->isVisible());
    QSignalSpy wanted(&f.page(), &ui::FindingsPage::questionsWanted);
    QTest::mouseClick(empty->findChild<QAbstractButton*>(QStringLiteral("primaryButton")), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QTest::mouseClick(empty->findChild<QAbstractButton*>(QStringLiteral("secondaryButton")), Qt::LeftButton);
    f.type(QStringLiteral("First"));
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!empty->isVisible());
    QVERIFY(f.find<QWidget>(QStringLiteral("findingsSide"))->isVisible());
    QCOMPARE(f.rows().size(), 1);
}

void TestFindingsPage::viewsAreReachedByKeyAndSegment() {
    FindingsDriver f;
    f.key(Qt::Key_2);
    QCOMPARE(f.page().view(), ui::FindingsPage::View::Plan);
    QVERIFY(!f.find<QWidget>(QStringLiteral("findingsSide"))->isVisible());
    f.key(Qt::Key_3);
    QCOMPARE(f.page().view(), ui::FindingsPage::View::Effort);
    f.key(Qt::Key_4);
    QCOMPARE(f.page().view(), ui::FindingsPage::View::WhatIf);
    const auto segments = f.find<QWidget>(QStringLiteral("findingsSegments"))
                              ->findChildren<QAbstractButton*>(QStringLiteral("segmentButton"));
    QTest::mouseClick(segments.at(0), Qt::LeftButton);
    QCOMPARE(f.page().view(), ui::FindingsPage::View::Register);
    QVERIFY(f.page().showFinding(QString::fromLatin1(FindingsDriver::kSec1)));
    QCOMPARE(f.current(), QStringLiteral("GAI_SEC_1"));
    QVERIFY(!f.page().showFinding(QStringLiteral("no/such")));
}

void TestFindingsPage::hiddenItWaitsWithRefreshing() {
    FindingsDriver f;
    f.page().hide();
    session::FindingEdit owner;
    owner.owner = "Dev Raman";
    f.edit(FindingsDriver::kOps2, owner);
    QCOMPARE(f.cell(0, 2), QString());
    f.page().show();
    QCOMPARE(f.cell(0, 2), QStringLiteral("D. Raman"));
    QCOMPARE(f.find<QLineEdit>(QStringLiteral("ownerEdit"))->text(), QStringLiteral("Dev Raman"));
}

void TestFindingsPage::theSidePaneGoesAndComes() {
    FindingsDriver f;
    auto* side = f.find<QWidget>(QStringLiteral("findingsSide"));
    QVERIFY(side->isVisible());
    f.key(Qt::Key_F9);
    QVERIFY(!side->isVisible());
    f.key(Qt::Key_F9);
    QVERIFY(side->isVisible());
}

void TestFindingsPage::everyInteractiveWidgetHasAName() {
    FindingsDriver f;
    for (QWidget* widget : f.page().findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden() || widget->inherits("QScrollBar") ||
            widget->inherits("QHeaderView") || widget->inherits("QSplitterHandle"))
            continue;
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        const QString label =
            QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
        QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(), qPrintable(label));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(label));
    }
}

void TestFindingsPage::fitsASmallWindow() {
    FindingsDriver f(true, {1224, 672});
    const auto* matrix = f.find<ui::RiskMatrix>(QStringLiteral("riskMatrix"));
    const QWidget* last = f.find<QWidget>(QStringLiteral("matrix1x5Button"));
    QVERIFY(last->geometry().right() < matrix->width());
    QVERIFY(f.find<QWidget>(QStringLiteral("findingsTable"))->width() > 500);
}

void TestFindingsPage::aReadOnlyReviewIsShownAndNotChanged() {
    TestReview review({makeLens({.pillars = 1, .questions = 1})});
    review.tick({"generative-ai", "GAI_OPS_1"}, {3});
    FixedClock clock(Instant{1'795'000'000'000});
    SeededRandom random(9);
    auto opened = session::Session::open(review.session().path(), session::OpenMode::ReadOnly,
                                         session::Environment{clock, random, "Ines Albrecht", "test"});
    QVERIFY(opened.has_value());
    ui::SessionBridge bridge(std::move(*opened));
    ui::ActionTable actions(nullptr);
    ui::FindingsPage page(&bridge, &actions, nullptr);
    page.resize(1364, 848);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.setFocus();
    QVERIFY(page.findChild<QWidget*>(QStringLiteral("findingsTable"))->isVisible());
    QSignalSpy failed(&bridge, &ui::SessionBridge::failed);
    for (const auto key : {Qt::Key_O, Qt::Key_D, Qt::Key_E, Qt::Key_S, Qt::Key_R, Qt::Key_A, Qt::Key_N, Qt::Key_Delete})
        QTest::keyClick(page.focusWidget(), key);
    QCOMPARE(failed.count(), 0);
    QVERIFY(page.findChild<QLineEdit*>(QStringLiteral("ownerCellEdit")) == nullptr);
    QVERIFY(!page.findChild<QWidget*>(QStringLiteral("ownerCombo"))->isEnabled());
    QVERIFY(!page.findChild<QWidget*>(QStringLiteral("addFindingButton"))->isEnabled());
    QVERIFY(page.findChild<QWidget*>(QStringLiteral("findingNewDialog")) == nullptr);
}

QTEST_MAIN(TestFindingsPage)
#include "tst_findings_page.moc"
