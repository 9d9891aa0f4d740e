// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Costs place as a whole: figures that follow the model, measures that are switched and ordered, scenarios,
// comparing, empty and read-only reviews, names for assistive tools.
#include "tests/ui/costs/costs_driver.h"
#include "ui/charts/chart_view.h"
#include "ui/pages/costs_feed.h"
#include "ui/widgets/panes.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>

using namespace plumb;
using namespace plumb::test;
using plumb::ui::q;

namespace {
const auto kMeasures = QStringLiteral("measureList");
const auto kItems = QStringLiteral("itemList");
const QString kMinus(QChar(0x2212));
} // namespace

class TestCostsPage final : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }
    void showsWhatGoesInAndWhatComesOut();
    void aBoxSwitchesAMeasureAndUndoTakesItBack();
    void whatNeedsAnotherIsDimmedWithTheReason();
    void altWithAnArrowOrdersTheWaterfall();
    void scenariosAreWalkedMadeAndRenamed();
    void threeOthersCanBeCompared();
    void deleteTakesAThingAwayAndUndoBringsItBack();
    void anEmptyPlaceSaysWhatToDo();
    void theArticlesCaseIsLoaded();
    void linksOfChartsOpenWhatIsBehindThem();
    void theLowerRowBecomesTabsWhereRoomIsShort();
    void hiddenItWaits();
    void everyInteractiveWidgetHasAName();
    void aReadOnlyReviewIsShownAndNotChanged();
};

void TestCostsPage::showsWhatGoesInAndWhatComesOut() {
    CostsDriver f;
    QCOMPARE(f.items(), (QStringList{QStringLiteral("Endpoint 1,000"), QStringLiteral("Logs 200")}));
    QCOMPARE(f.measures(),
             (QStringList{QString(QStringLiteral("[x] Half the endpoint ") + kMinus + QStringLiteral("500")),
                          QString(QStringLiteral("[x] Less logging ") + kMinus + QStringLiteral("100"))}));
    QCOMPARE(f.figure(QStringLiteral("now")), QStringLiteral("$1,200"));
    QCOMPARE(f.figure(QStringLiteral("after")), QStringLiteral("$600"));
    QCOMPARE(f.figure(QStringLiteral("saving")), QStringLiteral("$600"));
    QCOMPARE(f.text(QStringLiteral("savingLabel")), kMinus + QStringLiteral("600"));
    QCOMPARE(f.text(QStringLiteral("baselineLabel")), QStringLiteral("1,200"));
}

void TestCostsPage::aBoxSwitchesAMeasureAndUndoTakesItBack() {
    CostsDriver f;
    const int before = f.steps();
    f.clickBox(1);
    f.settle();
    QCOMPARE(f.steps(), before + 1);
    QCOMPARE(f.undoWords(), QStringLiteral("Switch off Less logging"));
    QCOMPARE(f.figure(QStringLiteral("after")), QStringLiteral("$700"));
    QCOMPARE(f.measures()[1],
             QString(QStringLiteral("[ ] Less logging ") + kMinus + QStringLiteral("100"))); // its place and worth stay
    f.key(Qt::Key_Z, Qt::ControlModifier);
    f.settle();
    QCOMPARE(f.figure(QStringLiteral("after")), QStringLiteral("$600"));
    f.choose(kMeasures, 1);
    f.key(Qt::Key_Space);
    f.settle();
    QCOMPARE(f.figure(QStringLiteral("after")), QStringLiteral("$700"));
}

void TestCostsPage::whatNeedsAnotherIsDimmedWithTheReason() {
    CostsDriver f;
    f.clickBox(0); // takes along what needs it
    f.settle();
    QVERIFY(f.measures()[0].startsWith(QStringLiteral("[ ]")));
    QVERIFY(f.measures()[1].startsWith(QStringLiteral("[-]")));
    const int before = f.steps();
    f.clickBox(1);
    QCOMPARE(f.steps(), before);
}

void TestCostsPage::altWithAnArrowOrdersTheWaterfall() {
    review::Costs costs = smallCosts();
    costs.measures[1].prerequisites.clear();
    CostsDriver f(costs);
    f.choose(kMeasures, 1);
    f.key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(f.costs().findScenario("both")->measures, (std::vector<std::string>{"less", "half"}));
    QVERIFY(f.measures()[0].contains(QStringLiteral("Less logging")));
    QCOMPARE(f.undoWords(), QStringLiteral("Order the measures of Both"));
    f.key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(f.costs().findScenario("both")->measures, (std::vector<std::string>{"half", "less"}));
}

void TestCostsPage::scenariosAreWalkedMadeAndRenamed() {
    CostsDriver f;
    f.key(Qt::Key_J);
    QCOMPARE(f.costs().settings.scenario, std::string("none"));
    f.settle();
    QCOMPARE(f.figure(QStringLiteral("after")), QStringLiteral("$1,200"));
    f.key(Qt::Key_K);
    QCOMPARE(f.costs().settings.scenario, std::string("both"));
    f.key(Qt::Key_S);
    f.type(QStringLiteral("Both")); // over the selected proposal
    QVERIFY(!f.inDialog<QAbstractButton>(QStringLiteral("acceptButton"))->isEnabled());
    f.type(QStringLiteral(" and more"));
    f.key(Qt::Key_Return);
    QCOMPARE(f.costs().chosen()->name, std::string("Both and more"));
    QVERIFY(f.costs().chosen()->measures.empty());
    f.key(Qt::Key_R);
    f.type(QStringLiteral("Third"));
    f.key(Qt::Key_Return);
    QCOMPARE(f.costs().chosen()->name, std::string("Third"));
    QCOMPARE(f.find<QComboBox>(QStringLiteral("scenarioCombo"))->currentText(), QStringLiteral("Third"));
    f.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(f.costs().chosen()->name, std::string("Third 2"));
}

void TestCostsPage::threeOthersCanBeCompared() {
    CostsDriver f;
    auto* menu = f.find<QMenu>(QStringLiteral("compareMenu"));
    QCOMPARE(menu->actions().size(), 1);
    menu->actions().first()->trigger();
    f.settle();
    QCOMPARE(f.page().shown()->picture.scenarios.size(), std::size_t(2));
    QCOMPARE(f.text(QStringLiteral("comparedLabel")), QStringLiteral("Compared with None"));
    f.find<QMenu>(QStringLiteral("compareMenu"))->actions().first()->trigger();
    f.settle();
    QCOMPARE(f.page().shown()->picture.scenarios.size(), std::size_t(1));
}

void TestCostsPage::deleteTakesAThingAwayAndUndoBringsItBack() {
    CostsDriver f;
    f.choose(kItems, 1);
    f.key(Qt::Key_Delete);
    f.settle();
    QCOMPARE(f.items().size(), 1);
    QCOMPARE(f.measures().size(), 1);
    QCOMPARE(f.undoWords(), QStringLiteral("Delete item Logs"));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    f.settle();
    QCOMPARE(f.items().size(), 2);
    QCOMPARE(f.measures().size(), 2);
}

void TestCostsPage::anEmptyPlaceSaysWhatToDo() {
    CostsDriver f{review::Costs()};
    auto* empty = f.find(QStringLiteral("noCostsPlace"));
    QVERIFY(empty->isVisible());
    f.key(Qt::Key_N, Qt::ShiftModifier);
    f.key(Qt::Key_End); // other monthly cost
    f.inDialog<QLineEdit>(QStringLiteral("newNameEdit"))->setFocus();
    f.type(QStringLiteral("Support"));
    f.key(Qt::Key_Return);
    QCOMPARE(f.costs().items.size(), std::size_t(1));
    QCOMPARE(f.costs().items[0].type, std::string("other"));
    QVERIFY(!empty->isVisible());
    QVERIFY(f.find(QStringLiteral("costsEditor"))->isVisible());
    f.fill(QStringLiteral("monthlyEdit"), QStringLiteral("350"));
    f.settle();
    QCOMPARE(f.figure(QStringLiteral("now")), QStringLiteral("$350"));
}

void TestCostsPage::theArticlesCaseIsLoaded() {
    CostsDriver f{review::Costs()};
    f.click(QStringLiteral("seedLinkButton"));
    f.settle();
    QVERIFY(f.costs().items.size() >= 4);
    QVERIFY(f.figure(QStringLiteral("now")).startsWith(QLatin1Char('$')));
    QCOMPARE(f.undoWords(), QStringLiteral("Load the article's case"));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.find(QStringLiteral("noCostsPlace"))->isVisible());
}

void TestCostsPage::linksOfChartsOpenWhatIsBehindThem() {
    CostsDriver f;
    auto* chart = f.find<ui::ChartView>(QStringLiteral("waterfallView"));
    emit chart->linkActivated(QStringLiteral("measure:half"));
    QVERIFY(f.find(QStringLiteral("costsEditor"))->accessibleName().contains(QStringLiteral("Half the endpoint")));
    emit chart->linkActivated(QStringLiteral("input:/items/1/monthly"));
    QVERIFY(f.find(QStringLiteral("monthlyEdit"))->hasFocus());
    QVERIFY(f.find(QStringLiteral("costsEditor"))->accessibleName().contains(QStringLiteral("Logs")));
    QSignalSpy wanted(&f.page(), &ui::CostsPage::findingWanted);
    emit chart->linkActivated(QStringLiteral("finding:generative-ai/GAI_OPS_1"));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("generative-ai/GAI_OPS_1"));
    f.key(Qt::Key_Escape);
    QVERIFY(f.find(QStringLiteral("costsLists"))->isVisible());
}

void TestCostsPage::theLowerRowBecomesTabsWhereRoomIsShort() {
    CostsDriver wide;
    QVERIFY(!wide.find(QStringLiteral("chartTabs"))->isVisible());
    QVERIFY(wide.find(QStringLiteral("tornadoChart"))->isVisible());
    wide.key(Qt::Key_4);
    QVERIFY(wide.find(QStringLiteral("frontierChart"))->isVisible());
    QVERIFY(!wide.find(QStringLiteral("breakEvenChart"))->isVisible());
    CostsDriver small(smallCosts(), {1224, 672});
    QVERIFY(small.find(QStringLiteral("chartTabs"))->isVisible());
    QVERIFY(!small.find(QStringLiteral("tornadoChart"))->isVisible());
    small.key(Qt::Key_2);
    QVERIFY(small.find(QStringLiteral("tornadoChart"))->isVisible());
    QVERIFY(!small.find(QStringLiteral("confidenceChart"))->isVisible());
}

void TestCostsPage::hiddenItWaits() {
    CostsDriver f;
    f.page().hide();
    review::Costs costs = smallCosts();
    costs.items[0].fields["monthly"] = "2000";
    QVERIFY(f.session().setCosts(costs, "Elsewhere").has_value());
    QCOMPARE(f.figure(QStringLiteral("now")), QStringLiteral("$1,200"));
    f.page().show();
    f.settle();
    QCOMPARE(f.figure(QStringLiteral("now")), QStringLiteral("$2,200"));
}

void TestCostsPage::everyInteractiveWidgetHasAName() {
    CostsDriver f;
    for (int round = 0; round < 2; ++round) {
        for (QWidget* widget : f.page().findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->inherits("QScrollBar"))
                continue;
            const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
            const QString label =
                QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
            QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(), qPrintable(label));
            QVERIFY2(!widget->objectName().isEmpty(), qPrintable(label));
        }
        f.page().editMeasure(QStringLiteral("less"));
    }
}

void TestCostsPage::aReadOnlyReviewIsShownAndNotChanged() {
    TestReview review({makeLens({.pillars = 1, .questions = 1})});
    QVERIFY(review.session().setCosts(smallCosts(), "Set up").has_value());
    FixedClock clock(Instant{1'795'000'000'000});
    SeededRandom random(9);
    auto opened = session::Session::open(review.session().path(), session::OpenMode::ReadOnly,
                                         session::Environment{clock, random, "Ines Albrecht", "test"});
    QVERIFY(opened.has_value());
    ui::SessionBridge bridge(std::move(*opened));
    ui::ActionTable actions(nullptr);
    ui::JobRunner jobs;
    ui::CostsPage page(&bridge, &actions, &jobs, nullptr);
    page.resize(1364, 848);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.setFocus();
    QVERIFY(QTest::qWaitFor([&] { return !page.feed()->busy(); }, 20'000));
    QSignalSpy failed(&bridge, &ui::SessionBridge::failed);
    for (const auto key : {Qt::Key_Space, Qt::Key_Delete, Qt::Key_N, Qt::Key_S, Qt::Key_R, Qt::Key_I, Qt::Key_H})
        QTest::keyClick(page.focusWidget(), key);
    QCOMPARE(failed.count(), 0);
    QVERIFY(page.findChild<QDialog*>() == nullptr);
    QVERIFY(!page.findChild<QWidget*>(QStringLiteral("addMeasureButton"))->isEnabled());
    QTest::keyClick(page.focusWidget(), Qt::Key_J); // looking is allowed
    QCOMPARE(page.findChild<QComboBox*>(QStringLiteral("scenarioCombo"))->currentText(), QStringLiteral("None"));
    page.editItem(QStringLiteral("log"));
    QVERIFY(page.findChild<QLineEdit*>(QStringLiteral("monthlyEdit"))->isReadOnly());
    QVERIFY(!page.findChild<QWidget*>(QStringLiteral("monthlySlider"))->isEnabled());
}

QTEST_MAIN(TestCostsPage)
#include "tst_costs_page.moc"
