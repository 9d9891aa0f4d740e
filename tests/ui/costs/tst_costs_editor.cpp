// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One item or measure in the editor: text, slider, shapes, notes, refusals at the field, ties to other things.
#include "tests/ui/costs/costs_driver.h"
#include "ui/models/cost_text.h"
#include "ui/pages/costs_feed.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSlider>

using namespace plumb;
using namespace plumb::test;
using plumb::ui::q;

class TestCostsEditor final : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }
    void enterAndDoubleClickOpenIt();
    void textIsTakenAsPeopleWriteIt();
    void wrongTextStaysWithASentence();
    void aSliderMovesFiguresLiveAndCommitsOnce();
    void keysOnTheSliderAreOneStepInTheHistory();
    void aShapeKeepsTheMiddle();
    void partsSourceAndLastDayAreKept();
    void aNewNameIsOneStep();
    void whatIsTypedIsStoredWhenThePlaceIsLeft();
    void pricesComeFromTheBook();
    void excludingHoldsBothWays();
    void aFindingIsLinkedBothWays();
    void aStalePriceIsSaid();
};

void TestCostsEditor::enterAndDoubleClickOpenIt() {
    CostsDriver f;
    f.doubleClick(QStringLiteral("itemList"), 0);
    QVERIFY(f.find(QStringLiteral("costsEditor"))->isVisible());
    QCOMPARE(f.find<QLineEdit>(QStringLiteral("costNameEdit"))->text(), QStringLiteral("Endpoint"));
    f.key(Qt::Key_Escape);
    QVERIFY(!f.find(QStringLiteral("costsEditor"))->isVisible());
    f.key(Qt::Key_M);
    f.key(Qt::Key_Return);
    QCOMPARE(f.find<QLineEdit>(QStringLiteral("costNameEdit"))->text(), QStringLiteral("Half the endpoint"));
}

void TestCostsEditor::textIsTakenAsPeopleWriteIt() {
    CostsDriver f;
    f.page().editMeasure(QStringLiteral("half"));
    f.fill(QStringLiteral("factorEdit"), QStringLiteral("30%"));
    QCOMPARE(f.costs().findMeasure("half")->fields.at("factor"), std::string("0.3"));
    QCOMPARE(f.undoWords(), QStringLiteral("Set factor of Half the endpoint"));
    f.fill(QStringLiteral("factorEdit"), QStringLiteral("0.2 to 0.5"));
    const auto range = ui::quantityOf(f.costs().findMeasure("half")->fields.at("factor"));
    QVERIFY(range && range->dist == cost::Dist::Uniform && range->high == 0.5);
    f.settle();
    QCOMPARE(f.figure(QStringLiteral("after")), QStringLiteral("$450"));
}

void TestCostsEditor::wrongTextStaysWithASentence() {
    CostsDriver f;
    f.page().editItem(QStringLiteral("ep"));
    const int before = f.steps();
    f.fill(QStringLiteral("monthlyEdit"), QStringLiteral("-5"));
    QCOMPARE(f.steps(), before);
    QVERIFY(!f.note(QStringLiteral("monthly")).isEmpty());
    QCOMPARE(f.find<QLineEdit>(QStringLiteral("monthlyEdit"))->text(), QStringLiteral("-5"));
    f.fill(QStringLiteral("monthlyEdit"), QStringLiteral("lots"));
    QVERIFY(!f.note(QStringLiteral("monthly")).isEmpty());
    QVERIFY(!f.page().commitPending());
    f.fill(QStringLiteral("monthlyEdit"), QStringLiteral("1,500"));
    QCOMPARE(f.note(QStringLiteral("monthly")), QString());
    QCOMPARE(f.costs().findItem("ep")->fields.at("monthly"), std::string("1500"));
    f.fill(QStringLiteral("monthlyEdit"), QString());
    QVERIFY(!f.note(QStringLiteral("monthly")).isEmpty()); // it can't be left out
}

void TestCostsEditor::aSliderMovesFiguresLiveAndCommitsOnce() {
    CostsDriver f;
    f.page().editItem(QStringLiteral("ep"));
    auto* slider = f.find<QSlider>(QStringLiteral("monthlySlider"));
    const int before = f.steps();
    slider->setSliderDown(true);
    slider->setSliderPosition(750); // of nothing to twice the figure
    f.settle();
    QCOMPARE(f.figure(QStringLiteral("now")), QStringLiteral("$1,700"));
    QCOMPARE(f.steps(), before);
    slider->setSliderPosition(250);
    slider->setSliderDown(false);
    f.settle();
    QCOMPARE(f.steps(), before + 1);
    QCOMPARE(f.costs().findItem("ep")->fields.at("monthly"), std::string("500"));
    QCOMPARE(f.figure(QStringLiteral("now")), QStringLiteral("$700"));
}

void TestCostsEditor::keysOnTheSliderAreOneStepInTheHistory() {
    CostsDriver f;
    f.page().editItem(QStringLiteral("ep"));
    f.find<QSlider>(QStringLiteral("monthlySlider"))->setFocus();
    const int before = f.steps();
    for (int i = 0; i < 3; ++i)
        f.key(Qt::Key_Right);
    QCOMPARE(f.steps(), before + 1);
    QCOMPARE(f.costs().findItem("ep")->fields.at("monthly"), std::string("1120"));
}

void TestCostsEditor::aShapeKeepsTheMiddle() {
    CostsDriver f;
    f.page().editItem(QStringLiteral("ep"));
    auto* menu = f.find<QMenu>(QStringLiteral("monthlyShapeMenu"));
    menu->actions().at(2)->trigger(); // PERT
    const auto pert = ui::quantityOf(f.costs().findItem("ep")->fields.at("monthly"));
    QVERIFY(pert && pert->dist == cost::Dist::Pert);
    QCOMPARE(pert->mode, 1000.0);
    QCOMPARE(pert->low, 800.0);
    QVERIFY(f.find(QStringLiteral("monthlyModeEdit"))->isVisible());
    menu->actions().at(0)->trigger();
    QCOMPARE(f.costs().findItem("ep")->fields.at("monthly"), std::string("1000"));
}

void TestCostsEditor::partsSourceAndLastDayAreKept() {
    CostsDriver f;
    f.page().editItem(QStringLiteral("log"));
    f.find<QMenu>(QStringLiteral("monthlyShapeMenu"))->actions().last()->trigger();
    f.fill(QStringLiteral("monthlyHighEdit"), QStringLiteral("400"));
    f.fill(QStringLiteral("monthlySourceEdit"), QStringLiteral("the bill of May"));
    f.fill(QStringLiteral("monthlyUntilEdit"), QStringLiteral("1 Aug 2027"));
    const auto now = ui::quantityOf(f.costs().findItem("log")->fields.at("monthly"));
    QVERIFY(now.has_value());
    QCOMPARE(now->high, 400.0);
    QCOMPARE(now->source, std::string("the bill of May"));
    QCOMPARE(now->validUntil, std::string("2027-08-01"));
    f.fill(QStringLiteral("monthlyLowEdit"), QStringLiteral("900")); // above the rest
    QVERIFY(!f.note(QStringLiteral("monthly")).isEmpty());
    QCOMPARE(ui::quantityOf(f.costs().findItem("log")->fields.at("monthly"))->low, 100.0);
}

void TestCostsEditor::aNewNameIsOneStep() {
    CostsDriver f;
    f.page().editItem(QStringLiteral("log"));
    f.type(QStringLiteral("Logs and traces"));
    f.key(Qt::Key_Return);
    QCOMPARE(f.costs().findItem("log")->name, std::string("Logs and traces"));
    QCOMPARE(f.undoWords(), QStringLiteral("Rename Logs"));
}

void TestCostsEditor::whatIsTypedIsStoredWhenThePlaceIsLeft() {
    CostsDriver f;
    f.page().editItem(QStringLiteral("ep"), "monthly");
    f.type(QStringLiteral("77"));
    f.page().hide();
    QCOMPARE(f.costs().findItem("ep")->fields.at("monthly"), std::string("77"));
}

void TestCostsEditor::pricesComeFromTheBook() {
    CostsDriver f(northwindCosts());
    f.page().editItem(QStringLiteral("claims"));
    f.click(QStringLiteral("takePricesButton"));
    auto* list = f.inDialog<QListWidget>(QStringLiteral("pricePickList"));
    QVERIFY(list->count() > 0);
    const QString subject = list->currentItem()->text();
    f.key(Qt::Key_Return);
    QVERIFY(!f.dialogOpen());
    QCOMPARE(f.undoWords(), QStringLiteral("Take prices of %1").arg(subject));
    QVERIFY(f.costs().findItem("claims")->fields.at("inputPrice").find("source") != std::string::npos);
}

void TestCostsEditor::excludingHoldsBothWays() {
    CostsDriver f(northwindCosts());
    f.page().editMeasure(QStringLiteral("caching"));
    QCOMPARE(f.text(QStringLiteral("excludesLabel")), QStringLiteral("Cheaper model, 30 % of chats"));
    f.click(QStringLiteral("excludesButton"));
    auto* list = f.inDialog<QListWidget>(QStringLiteral("pickList"));
    for (int i = 0; i < list->count(); ++i)
        list->item(i)->setCheckState(Qt::Unchecked);
    f.key(Qt::Key_Return);
    QVERIFY(f.costs().findMeasure("cheaper")->excludes.empty());
}

void TestCostsEditor::aFindingIsLinkedBothWays() {
    CostsDriver f;
    f.page().editMeasure(QStringLiteral("half"));
    f.click(QStringLiteral("findingsButton"));
    f.key(Qt::Key_Space);
    f.key(Qt::Key_Return);
    const score::Finding* finding = f.session().finding("generative-ai/GAI_OPS_1");
    QVERIFY(finding != nullptr);
    QVERIFY(std::find(finding->measures.begin(), finding->measures.end(), "half") != finding->measures.end());
    QVERIFY(f.text(QStringLiteral("findingsLabel")).contains(QStringLiteral("F-01")));
}

void TestCostsEditor::aStalePriceIsSaid() {
    CostsDriver f(northwindCosts());
    f.page().editItem(QStringLiteral("claims"));
    QVERIFY(f.note(QStringLiteral("inputPrice")).startsWith(QStringLiteral("Stale")));
    QCOMPARE(f.note(QStringLiteral("outputPrice")), QString());
    QCOMPARE(f.find<QAbstractButton>(QStringLiteral("pricesButton"))->text(), QStringLiteral("1 stale price"));
}

QTEST_MAIN(TestCostsEditor)
#include "tst_costs_editor.moc"
