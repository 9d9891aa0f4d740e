// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which states the Compare place compares: the present as it changes, swapped sides, other files, and what stands there
// when there is nothing or it can't be read.
#include "tests/ui/compare/compare_driver.h"

#include "ui/pages/compare_feed.h"
#include "ui/widgets/wrap_label.h"

#include <QComboBox>
#include <QDialog>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStackedWidget>

using namespace plumb;
using namespace plumb::test;

class TestCompareStates final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void followsAnswersWhileNowIsChosen();
    void comparesAgainWhenSeenAgain();
    void swappingMirrorsEverything();
    void withoutSnapshotsThereIsAWayOn();
    void aReadOnlyReviewOffersNoSnapshot();
    void anotherFileIsComparedInOneOfItsStates();
    void aFileThatIsNoneIsSaidSo();
    void aFileThatGoesIsSaidSoAndThePageLives();
    void differentQuestionnairesAreRemarkedOn();
    void aSnapshotThatIsUndoneIsNotCompared();
};

void TestCompareStates::followsAnswersWhileNowIsChosen() {
    CompareDriver driver;
    driver.clickRow(0);
    session::AnswerEdit back;
    back.unselect = {"GAI_OPS_1_c1", "GAI_OPS_1_c2", "GAI_OPS_1_c4", "GAI_OPS_1_c5"};
    driver.review.edit(CompareDriver::question("OPS_1"), back);
    driver.settle();
    QCOMPARE(driver.chips(), QStringLiteral("Improved 0, Worsened 1, New 0, Other 2, All 3*"));
    driver.review.tick(CompareDriver::question("OPS_3"), {1, 2, 3, 4, 5});
    driver.settle();
    QVERIFY(driver.rows().contains(QStringLiteral("Unanswered > None, GAI_OPS_3, First answer")));
}

void TestCompareStates::comparesAgainWhenSeenAgain() {
    CompareDriver driver;
    driver.page().hide();
    driver.review.tick(CompareDriver::question("OPS_3"), {3});
    QVERIFY(!driver.page().busy());
    driver.page().show();
    driver.settle();
    QVERIFY(driver.rows().contains(QStringLiteral("Unanswered > High, GAI_OPS_3, First answer")));
}

void TestCompareStates::swappingMirrorsEverything() {
    CompareDriver driver;
    driver.key(Qt::Key_S);
    driver.settle();
    QCOMPARE(driver.page().to().snapshot, std::string("May 2026"));
    QCOMPARE(driver.find<QComboBox>(QStringLiteral("fromCombo"))->currentText(), QStringLiteral("Now"));
    QVERIFY(driver.rows().contains(QStringLiteral("High > None, GAI_SEC_1, Improved")));
    QVERIFY(driver.rows().contains(QStringLiteral("None > Unanswered, GAI_SEC_2, Answer taken back")));
    driver.click(QStringLiteral("swapButton"));
    driver.settle();
    QVERIFY(driver.rows().contains(QStringLiteral("None > High, GAI_SEC_1, Worsened")));
}

void TestCompareStates::withoutSnapshotsThereIsAWayOn() {
    CompareDriver driver(CompareDriver::With::Nothing);
    QVERIFY(driver.shown(QStringLiteral("nothingToComparePlace")));
    QVERIFY(!driver.find<QComboBox>(QStringLiteral("fromCombo"))->isEnabled());
    QVERIFY(!driver.actions.action(u"compare.copy")->isEnabled());
    driver.review.tick(CompareDriver::question("OPS_1"), {3});
    driver.click(QStringLiteral("takeSnapshotButton"));
    QVERIFY(driver.dialog() != nullptr);
    driver.key(Qt::Key_Return);
    driver.settle();
    QCOMPARE(driver.session().snapshots().size(), std::size_t(1));
    QVERIFY(!driver.shown(QStringLiteral("nothingToComparePlace")));
    QCOMPARE(driver.text(QStringLiteral("nothingLabel")), QStringLiteral("No question changed between these two."));
}

void TestCompareStates::aReadOnlyReviewOffersNoSnapshot() {
    TestReview review({makeLens({.pillars = 1, .questions = 1})});
    FixedClock clock(Instant{1'795'000'000'000});
    SeededRandom random(3);
    auto opened = session::Session::open(review.session().path(), session::OpenMode::ReadOnly,
                                         session::Environment{clock, random, "Ines", "test"});
    QVERIFY(opened);
    ui::SessionBridge bridge(std::move(*opened));
    ui::ActionTable actions(nullptr);
    ui::JobRunner jobs;
    ui::ComparePage page(&bridge, &actions, &jobs, nullptr);
    page.resize(1364, 848);
    page.show();
    QVERIFY(page.findChild<QWidget*>(QStringLiteral("takeSnapshotButton")) == nullptr);
    QVERIFY(page.findChild<QWidget*>(QStringLiteral("compareFileButton"))->isVisible());
}

void TestCompareStates::anotherFileIsComparedInOneOfItsStates() {
    CompareDriver driver;
    QTemporaryDir folder;
    TestReview other({makeLens({.pillars = 2, .questions = 3}), quickScan()}, folder.path().toStdString());
    other.tick(CompareDriver::question("OPS_1"), {1, 2, 3, 4, 5});
    QVERIFY(other.session().createSnapshot("Spring", {}));
    driver.files.path = folder.filePath(QStringLiteral("review.plumb"));
    driver.click(QStringLiteral("anotherFileButton"));
    driver.settle();
    QVERIFY(driver.dialog() != nullptr);
    auto* spring = driver.dialog()->findChild<QRadioButton*>(QStringLiteral("state1Radio"));
    QVERIFY(spring->text().startsWith(QStringLiteral("Spring, taken ")));
    QTest::keyClick(driver.dialog()->focusWidget(), Qt::Key_Down);
    QVERIFY(spring->isChecked());
    driver.key(Qt::Key_Return);
    driver.settle();
    QCOMPARE(driver.page().from().snapshot, std::string("Spring"));
    QCOMPARE(driver.find<QComboBox>(QStringLiteral("fromCombo"))->currentText(), QStringLiteral("review: Spring"));
    QVERIFY(driver.page().shown() != nullptr);
    QCOMPARE(driver.page().shown()->comparison.from, std::string("Spring"));
}

void TestCompareStates::aFileThatIsNoneIsSaidSo() {
    CompareDriver driver;
    driver.files.path = driver.review.path(QStringLiteral("letter.plumb"));
    QFile file(driver.files.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear Ines, this is no review at all.");
    file.close();
    QSignalSpy failed(driver.review.bridge(), &ui::SessionBridge::failed);
    driver.key(Qt::Key_O);
    driver.settle();
    QCOMPARE(failed.count(), 1);
    QVERIFY(driver.dialog() == nullptr);
    QCOMPARE(driver.rows().size(), qsizetype(4)); // what stood there stands there
}

void TestCompareStates::aFileThatGoesIsSaidSoAndThePageLives() {
    CompareDriver driver;
    driver.page().setSides({driver.review.path(QStringLiteral("gone.plumb")).toStdString(), {}}, {});
    driver.settle();
    QVERIFY(driver.shown(QStringLiteral("compareTroublePlace")));
    QStringList words;
    for (const ui::WrapLabel* label :
         driver.find<QWidget>(QStringLiteral("compareTroublePlace"))->findChildren<ui::WrapLabel*>())
        words << label->text();
    QVERIFY2(words.join(QLatin1Char(' ')).contains(QStringLiteral("gone: now")), qPrintable(words.join(u' ')));
    QVERIFY(!driver.actions.action(u"compare.copy")->isEnabled());
    driver.pick(QStringLiteral("fromCombo"), QStringLiteral("May 2026, before the platform move"));
    driver.settle();
    QVERIFY(!driver.shown(QStringLiteral("compareTroublePlace")));
    QCOMPARE(driver.rows().size(), qsizetype(4));
}

void TestCompareStates::differentQuestionnairesAreRemarkedOn() {
    CompareDriver driver;
    QTemporaryDir folder;
    TestReview other({makeLens({.id = "own", .name = "Own Lens", .shortName = "Own", .prefix = "OWN"})},
                     folder.path().toStdString());
    driver.page().setSides({folder.filePath(QStringLiteral("review.plumb")).toStdString(), {}}, {});
    driver.settle();
    QVERIFY(driver.shown(QStringLiteral("remarksBar")));
    QVERIFY(!driver.rows().join(u' ').contains(QStringLiteral("Improved")));
    driver.click(QStringLiteral("hideRemarksButton"));
    QVERIFY(!driver.shown(QStringLiteral("remarksBar")));
}

void TestCompareStates::aSnapshotThatIsUndoneIsNotCompared() {
    CompareDriver driver(CompareDriver::With::Snapshot);
    QVERIFY(driver.session().undo());
    driver.settle();
    QVERIFY(driver.session().snapshots().empty());
    QVERIFY(driver.shown(QStringLiteral("nothingToComparePlace")));
    QVERIFY(driver.session().redo());
    driver.settle();
    QCOMPARE(driver.page().from().snapshot, std::string("May 2026"));
}

QTEST_MAIN(TestCompareStates)
#include "tst_compare_states.moc"
