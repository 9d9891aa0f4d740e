// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the Compare place shows of two states, and where its rows lead.
#include "tests/ui/compare/compare_driver.h"

#include "ui/charts/chart_view.h"
#include "ui/pages/compare_detail.h"
#include "ui/widgets/badge.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QMimeData>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>

using namespace plumb;
using namespace plumb::test;

class TestComparePage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void comparesTheLastSnapshotWithNow();
    void mapsShowScoresAndHowFarTheyMoved();
    void chipsNarrowTheList();
    void aCellNarrowsTheListUntilItIsChosenAgain();
    void aRowShowsWhatChangedInIt();
    void aNoteIsShownBeforeAndAfter();
    void enterAndADoubleClickOpenTheQuestion();
    void findingsSayWhatBecameOfThem();
    void theScoreIsExplained();
    void keysReachEveryPart();
    void theWholeComparisonIsCopied();
    void changesAreSavedAsCsv();
    void everyInteractiveWidgetHasAName();
    void aSmallWindowHasTabs();
    void aNarrowWindowShowsOneMapAtATime();
};

namespace {

const QStringList kAll{
    QStringLiteral("High > None, GAI_OPS_1, Improved"), QStringLiteral("Unanswered > None, GAI_SEC_2, First answer"),
    QStringLiteral("None > High, GAI_SEC_1, Worsened"), QStringLiteral("Medium > Medium, GAI_OPS_2, Evidence only")};

} // namespace

void TestComparePage::comparesTheLastSnapshotWithNow() {
    CompareDriver driver;
    QCOMPARE(driver.page().from().snapshot, std::string("May 2026"));
    QCOMPARE(driver.page().to(), session::StateRef{});
    QCOMPARE(driver.find<QComboBox>(QStringLiteral("fromCombo"))->currentText(),
             QStringLiteral("May 2026, before the platform move"));
    QCOMPARE(driver.offered(QStringLiteral("toCombo")),
             QStringList({QStringLiteral("Now"), QStringLiteral("May 2026, before the platform move"),
                          QStringLiteral("Another file…")}));
    QCOMPARE(driver.rows(), kAll);
    QCOMPARE(driver.chips(), QStringLiteral("Improved 1, Worsened 1, New 0, Other 2, All 4*"));
    QCOMPARE(driver.text(QStringLiteral("unchangedLabel")), QStringLiteral("17 questions did not change."));
    QVERIFY(!driver.shown(QStringLiteral("remarksBar")));
}

void TestComparePage::mapsShowScoresAndHowFarTheyMoved() {
    CompareDriver driver;
    QCOMPARE(driver.text(QStringLiteral("beforeMapNameLabel")), QStringLiteral("May 2026"));
    QVERIFY(driver.text(QStringLiteral("beforeMapFactsLabel")).startsWith(QStringLiteral("score 50, range ")));
    QVERIFY(driver.text(QStringLiteral("afterMapFactsLabel")).startsWith(QStringLiteral("score 63, range ")));
    QVERIFY(driver.find<ui::Badge>(QStringLiteral("deltaBadge"))->text().startsWith(QStringLiteral("+13 since ")));
    QVERIFY2(driver.cell(false, 0, 0).startsWith(QStringLiteral("Generative AI, Operations: score 25")),
             qPrintable(driver.cell(false, 0, 0)));
    QVERIFY2(!driver.cell(false, 0, 0).contains(QStringLiteral("change")), qPrintable(driver.cell(false, 0, 0)));
    QVERIFY2(driver.cell(true, 0, 0).endsWith(QStringLiteral("before 25, change +50, 1 medium")) ||
                 driver.cell(true, 0, 0).contains(QStringLiteral("before 25, change +50")),
             qPrintable(driver.cell(true, 0, 0)));
    QVERIFY2(driver.cell(true, 0, 1).contains(QStringLiteral("before 100, change −50")),
             qPrintable(driver.cell(true, 0, 1)));
    // Nothing answered is said so, whatever the other side has.
    QVERIFY(driver.cell(true, 1, 0).contains(QStringLiteral("not asked")));
    QVERIFY(driver.cell(true, 0, 5).endsWith(QStringLiteral("no such questions")));
}

void TestComparePage::chipsNarrowTheList() {
    CompareDriver driver;
    driver.click(QStringLiteral("worsenedChip"));
    QCOMPARE(driver.rows(), QStringList(kAll[2]));
    QVERIFY(!driver.shown(QStringLiteral("unchangedLabel")));
    driver.click(QStringLiteral("otherChip"));
    QCOMPARE(driver.rows(), QStringList({kAll[1], kAll[3]}));
    driver.click(QStringLiteral("newChip"));
    QCOMPARE(driver.rows(), QStringList());
    QCOMPARE(driver.text(QStringLiteral("nothingLabel")), QStringLiteral("No question matches. Show all"));
    driver.click(QStringLiteral("newChip")); // once more: all
    QCOMPARE(driver.rows(), kAll);
}

void TestComparePage::aCellNarrowsTheListUntilItIsChosenAgain() {
    CompareDriver driver;
    auto* map = driver.find<QTableView>(QStringLiteral("afterMap"));
    const auto press = [&] {
        QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, map->visualRect(map->model()->index(0, 1)).center());
    };
    press();
    QCOMPARE(driver.rows(), QStringList({kAll[1], kAll[2]}));
    QVERIFY(driver.find<QAbstractButton>(QStringLiteral("cellChip"))
                ->text()
                .startsWith(QStringLiteral("Generative AI × Security")));
    press();
    QCOMPARE(driver.rows(), kAll);
    map->setFocus(Qt::TabFocusReason);
    map->setCurrentIndex(map->model()->index(0, 0));
    driver.key(Qt::Key_Return);
    QCOMPARE(driver.rows(), QStringList({kAll[0], kAll[3]}));
    driver.click(QStringLiteral("cellChip"));
    QCOMPARE(driver.rows(), kAll);
}

void TestComparePage::aRowShowsWhatChangedInIt() {
    CompareDriver driver;
    QVERIFY(!driver.shown(QStringLiteral("compareDetail")));
    driver.clickRow(0);
    QVERIFY(driver.shown(QStringLiteral("compareDetail")));
    const QString text = driver.find<ui::CompareDetail>(QStringLiteral("compareDetail"))->text();
    QVERIFY2(text.contains(QStringLiteral("Generative AI, Operations 1")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Answered on both sides, at a lower risk now.")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("was not in place, in place now")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("Note now")), qPrintable(text));
    driver.key(Qt::Key_Escape);
    QVERIFY(!driver.shown(QStringLiteral("compareDetail")));
    QVERIFY(driver.shown(QStringLiteral("trendView")));
}

void TestComparePage::aNoteIsShownBeforeAndAfter() {
    CompareDriver driver;
    driver.clickRow(3);
    const QString text = driver.find<ui::CompareDetail>(QStringLiteral("compareDetail"))->text();
    QVERIFY2(text.contains(QStringLiteral("Note before\nnone\nNote now\nChecked in November")), qPrintable(text));
}

void TestComparePage::enterAndADoubleClickOpenTheQuestion() {
    CompareDriver driver;
    QSignalSpy wanted(&driver.page(), &ui::ComparePage::questionWanted);
    driver.key(Qt::Key_J);
    driver.key(Qt::Key_J);
    driver.key(Qt::Key_Return);
    driver.doubleClickRow(2);
    driver.key(Qt::Key_G);
    driver.click(QStringLiteral("openChangedButton"));
    QCOMPARE(wanted.count(), 4);
    QCOMPARE(wanted.at(0).front().value<QuestionKey>(), CompareDriver::question("SEC_2"));
    for (int i = 1; i < 4; ++i)
        QCOMPARE(wanted.at(i).front().value<QuestionKey>(), CompareDriver::question("SEC_1"));
}

void TestComparePage::findingsSayWhatBecameOfThem() {
    CompareDriver driver;
    QSignalSpy wanted(&driver.page(), &ui::ComparePage::findingWanted);
    driver.key(Qt::Key_2);
    QCOMPARE(driver.rows(), QStringList({QStringLiteral("None > High, generative-ai/GAI_SEC_1, New"),
                                         QStringLiteral("Medium > Medium, generative-ai/GAI_OPS_2, Still open"),
                                         QStringLiteral("High > None, generative-ai/GAI_OPS_1, Resolved")}));
    QCOMPARE(driver.chips(), QStringLiteral("New 1, Regressed 0, Still open 1, Resolved 1, Accepted 0, All 3*"));
    driver.doubleClickRow(0);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().front().toString(), QStringLiteral("generative-ai/GAI_SEC_1"));
    // What is mended and was never written about stands in no register any more: its question is opened.
    QSignalSpy question(&driver.page(), &ui::ComparePage::questionWanted);
    driver.click(QStringLiteral("resolvedChip"));
    driver.doubleClickRow(0);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(question.count(), 1);
}

void TestComparePage::theScoreIsExplained() {
    CompareDriver driver;
    const auto& chart = driver.find<ui::ChartView>(QStringLiteral("causesView"))->chart();
    QCOMPARE(chart.title, std::string("Why the score moved"));
    QVERIFY(chart.conclusion.starts_with("Better answers bring "));
    QCOMPARE(chart.categories.size(), std::size_t(5)); // before, better, worse, first, now
    QCOMPARE(driver.find<ui::ChartView>(QStringLiteral("trendView"))->chart().categories.size(), std::size_t(2));
}

void TestComparePage::keysReachEveryPart() {
    CompareDriver driver;
    driver.key(Qt::Key_4);
    QVERIFY(driver.shown(QStringLiteral("compareMoneyView")));
    QCOMPARE(driver.text(QStringLiteral("moneySentenceLabel")), QStringLiteral("Neither of the two has costs."));
    driver.key(Qt::Key_3);
    QVERIFY(driver.shown(QStringLiteral("causesView")));
    driver.key(Qt::Key_F9);
    QVERIFY(driver.shown(QStringLiteral("compareDetail")));
    driver.key(Qt::Key_5);
    QVERIFY(driver.shown(QStringLiteral("trendView")));
    driver.key(Qt::Key_2);
    QVERIFY(driver.shown(QStringLiteral("findingsList")));
    driver.key(Qt::Key_1);
    QVERIFY(driver.shown(QStringLiteral("changesList")));
}

void TestComparePage::theWholeComparisonIsCopied() {
    CompareDriver driver;
    driver.key(Qt::Key_C);
    const QMimeData* data = QApplication::clipboard()->mimeData();
    const QString text = data->text();
    QVERIFY2(text.contains(QStringLiteral("Generative AI, Operations\t25\t75\t+50")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Improved\tHigh\tNone")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Better answers\t")), qPrintable(text));
    QVERIFY(data->html().contains(QStringLiteral("<h3>Questions</h3>")));
}

void TestComparePage::changesAreSavedAsCsv() {
    CompareDriver driver;
    driver.files.path = driver.review.path(QStringLiteral("changes.csv"));
    driver.actions.action(u"compare.csv")->trigger();
    QFile file(driver.files.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QCOMPARE(text.count(QLatin1Char('\n')), 8); // head, four questions, three findings
    QVERIFY2(text.contains(QStringLiteral("Question,generative-ai/GAI_SEC_1,")), qPrintable(text));
}

void TestComparePage::everyInteractiveWidgetHasAName() {
    CompareDriver driver;
    driver.clickRow(0);
    for (const QWidget* widget : driver.page().findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() ||
            widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(named, qPrintable(widget->objectName()));
    }
}

void TestComparePage::aSmallWindowHasTabs() {
    CompareDriver driver(CompareDriver::With::Changes, {1224, 672});
    QVERIFY(driver.shown(QStringLiteral("lowerTabs")));
    QVERIFY(driver.shown(QStringLiteral("compareDetail"))); // beside the list, where there is room
    QVERIFY(!driver.shown(QStringLiteral("causesView")));
    driver.key(Qt::Key_3);
    QVERIFY(driver.shown(QStringLiteral("causesView")));
    QVERIFY(!driver.shown(QStringLiteral("compareList")));
    driver.key(Qt::Key_5);
    QVERIFY(driver.shown(QStringLiteral("trendView")));
    driver.key(Qt::Key_1);
    QCOMPARE(driver.rows().size(), qsizetype(4));
    QVERIFY(driver.shown(QStringLiteral("beforeMap")));
    QVERIFY(driver.shown(QStringLiteral("afterMap")));
}

void TestComparePage::aNarrowWindowShowsOneMapAtATime() {
    CompareDriver driver(CompareDriver::With::Changes, {960, 700});
    QVERIFY(driver.shown(QStringLiteral("mapTabs")));
    QVERIFY(driver.shown(QStringLiteral("afterMap")));
    QVERIFY(!driver.shown(QStringLiteral("beforeMap")));
    driver.resize({1364, 848});
    QVERIFY(driver.shown(QStringLiteral("beforeMap")));
    QVERIFY(!driver.shown(QStringLiteral("mapTabs")));
}

QTEST_MAIN(TestComparePage)
#include "tst_compare_page.moc"
