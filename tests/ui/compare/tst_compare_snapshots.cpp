// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Snapshots in the window: taken, listed, exported, gone back to; and the last one beside the present.
#include "tests/ui/compare/compare_driver.h"

#include "ui/dialogs/snapshot_dialog.h"
#include "ui/dialogs/snapshot_list_dialog.h"
#include "ui/models/last_review.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/questions_page.h"
#include "ui/widgets/field.h"
#include "ui/widgets/score_scale.h"
#include "ui/widgets/wrap_label.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QSignalSpy>

using namespace plumb;
using namespace plumb::test;

class TestCompareSnapshots final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void theNameIsFilledInAndFree();
    void aSnapshotIsTakenWithItsNote();
    void aNameThatIsTakenIsRefusedBelowTheField();
    void theListSaysWhenByWhomAndWhatHash();
    void aSnapshotIsExportedAsItIsStored();
    void goingBackIsOneStepThatCanBeUndone();
    void openingIsAskedOfTheWindow();
    void theOverviewShowsTheLastScore();
    void theQuestionSaysWhatItWas();
    void theQuestionSaysNothingWithoutASnapshot();
};

void TestCompareSnapshots::theNameIsFilledInAndFree() {
    using ui::SnapshotDialog;
    QCOMPARE(SnapshotDialog::nameFor(QStringLiteral("22 Nov 2026"), {}), QStringLiteral("22 Nov 2026"));
    QCOMPARE(SnapshotDialog::nameFor(QStringLiteral("22 Nov 2026"),
                                     {QStringLiteral("22 nov  2026"), QStringLiteral("22 Nov 2026 (2)")}),
             QStringLiteral("22 Nov 2026 (3)"));
}

void TestCompareSnapshots::aSnapshotIsTakenWithItsNote() {
    CompareDriver driver(CompareDriver::With::Snapshot);
    driver.key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(driver.dialog() != nullptr);
    auto* name = driver.dialog()->findChild<QLineEdit*>(QStringLiteral("snapshotNameEdit"));
    QCOMPARE(name->text(), ui::q(driver.session().today().year == 2026 ? "21 Nov 2026" : ""));
    driver.type(QStringLiteral("Second workshop"));
    driver.key(Qt::Key_Tab);
    driver.type(QStringLiteral("With the fraud team"));
    driver.key(Qt::Key_Return);
    QVERIFY(driver.dialog() == nullptr);
    QCOMPARE(driver.session().snapshots().size(), std::size_t(2));
    QCOMPARE(driver.session().snapshots().back().name, std::string("Second workshop"));
    QCOMPARE(driver.session().snapshots().back().note, std::string("With the fraud team"));
}

void TestCompareSnapshots::aNameThatIsTakenIsRefusedBelowTheField() {
    CompareDriver driver(CompareDriver::With::Snapshot);
    driver.actions.action(u"review.snapshot")->trigger();
    driver.type(QStringLiteral("may  2026"));
    const auto* accept = driver.dialog()->findChild<QAbstractButton*>(QStringLiteral("acceptButton"));
    QVERIFY(!accept->isEnabled());
    QCOMPARE(driver.dialog()->findChild<ui::Field*>()->error(),
             QStringLiteral("There is a snapshot of this name already. Choose another one."));
    driver.key(Qt::Key_Return);
    QCOMPARE(driver.session().snapshots().size(), std::size_t(1));
    driver.type(QStringLiteral(", again"));
    QVERIFY(accept->isEnabled());
    driver.key(Qt::Key_Escape);
    QCOMPARE(driver.session().snapshots().size(), std::size_t(1));
}

void TestCompareSnapshots::theListSaysWhenByWhomAndWhatHash() {
    CompareDriver driver;
    driver.key(Qt::Key_L);
    QVERIFY(driver.dialog() != nullptr);
    const store::SnapshotRecord& record = driver.session().snapshots().front();
    const auto* facts = driver.dialog()->findChild<ui::WrapLabel*>(QStringLiteral("snapshotFactsLabel"));
    QVERIFY(facts->text().startsWith(QStringLiteral("SHA-256 ") + ui::q(record.sha256)));
    const auto* list = driver.dialog()->findChild<QAbstractItemView*>(QStringLiteral("snapshotsList"));
    const QString row = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(row.startsWith(QStringLiteral("May 2026, 18 Nov 2026, ")), qPrintable(row));
    QVERIFY2(row.endsWith(QStringLiteral("Ines Albrecht, Before the platform move")), qPrintable(row));
}

void TestCompareSnapshots::aSnapshotIsExportedAsItIsStored() {
    CompareDriver driver;
    driver.files.path = driver.review.path(QStringLiteral("may.json"));
    driver.key(Qt::Key_L);
    QTest::mouseClick(driver.dialog()->findChild<QAbstractButton*>(QStringLiteral("exportSnapshotButton")),
                      Qt::LeftButton);
    QFile file(driver.files.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().toStdString(), *driver.session().snapshotBytes("May 2026"));
    QVERIFY(driver.dialog() != nullptr); // it stays
}

void TestCompareSnapshots::goingBackIsOneStepThatCanBeUndone() {
    CompareDriver driver;
    const auto before = driver.session().review().answers;
    driver.key(Qt::Key_L);
    QTest::mouseClick(driver.dialog()->findChild<QAbstractButton*>(QStringLiteral("restoreSnapshotButton")),
                      Qt::LeftButton);
    driver.settle();
    QCOMPARE(driver.undoWords(), QStringLiteral("The review is as it was in “May 2026”"));
    QCOMPARE(driver.session().state(CompareDriver::question("OPS_1")), lens::State::High);
    QCOMPARE(driver.rows(), QStringList());
    driver.key(Qt::Key_Z, Qt::ControlModifier);
    driver.settle();
    QVERIFY(driver.session().review().answers == before);
    QCOMPARE(driver.rows().size(), qsizetype(4));
}

void TestCompareSnapshots::openingIsAskedOfTheWindow() {
    CompareDriver driver;
    QSignalSpy wanted(&driver.page(), &ui::ComparePage::snapshotOpenWanted);
    driver.key(Qt::Key_L);
    driver.key(Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().front().toString(), QStringLiteral("May 2026"));
    QVERIFY(driver.dialog() == nullptr);
}

void TestCompareSnapshots::theOverviewShowsTheLastScore() {
    CompareDriver driver;
    ui::OverviewPage page(driver.review.bridge(), &driver.actions, &driver.jobs, nullptr);
    page.resize(1364, 848);
    page.show();
    const auto* scale = page.findChild<ui::ScoreScale*>();
    QTRY_VERIFY(scale->view().previous.has_value());
    QCOMPARE(qRound(*scale->view().previous), 50);
    QVERIFY(page.findChild<ui::WrapLabel*>(QStringLiteral("scoreFactsLabel"))
                ->text()
                .endsWith(QStringLiteral("Last review 50")));
}

void TestCompareSnapshots::theQuestionSaysWhatItWas() {
    CompareDriver driver;
    ui::QuestionsPage page(driver.review.bridge(), &driver.actions, nullptr);
    auto* last = ui::LastReview::of(driver.review.bridge(), &driver.jobs);
    QCOMPARE(ui::LastReview::of(driver.review.bridge(), &driver.jobs), last);
    page.setLastReview(last);
    page.resize(1364, 848);
    page.show();
    QVERIFY(page.showQuestion(CompareDriver::question("SEC_1")));
    auto* since = page.findChild<ui::WrapLabel*>(QStringLiteral("sinceLabel"));
    auto* note = page.findChild<ui::WrapLabel*>(QStringLiteral("sinceNoteLabel"));
    QTRY_VERIFY(since->isVisible());
    QVERIFY2(since->text().simplified().startsWith(QStringLiteral("May 2026: None")), qPrintable(since->text()));
    QVERIFY2(since->text().simplified().endsWith(QStringLiteral("High")), qPrintable(since->text()));
    QVERIFY(!note->isVisible());
    // Follows the answer at once.
    driver.review.tick(CompareDriver::question("SEC_1"), {1, 2});
    QVERIFY2(since->text().endsWith(QStringLiteral("the same now")), qPrintable(since->text()));
    QVERIFY(page.showQuestion(CompareDriver::question("OPS_3")));
    QVERIFY2(since->text().simplified().startsWith(QStringLiteral("May 2026: Unanswered")), qPrintable(since->text()));
}

void TestCompareSnapshots::theQuestionSaysNothingWithoutASnapshot() {
    CompareDriver driver(CompareDriver::With::Nothing);
    ui::QuestionsPage page(driver.review.bridge(), &driver.actions, nullptr);
    page.setLastReview(ui::LastReview::of(driver.review.bridge(), &driver.jobs));
    page.resize(1364, 848);
    page.show();
    driver.settle();
    QVERIFY(!page.findChild<ui::WrapLabel*>(QStringLiteral("sinceLabel"))->isVisible());
}

QTEST_MAIN(TestCompareSnapshots)
#include "tst_compare_snapshots.moc"
