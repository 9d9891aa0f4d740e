// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the plan shows, where its steps lead, and that its settings are undoable commands.
#include "tests/ui/plan/plan_place.h"
#include "ui/pages/effort_chart.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QAccessible>
#include <QApplication>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

using namespace plumb;
using namespace plumb::test;
using plumb::ui::q;

class TestPlanView final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void stepsStandInTheLanesOfTheirOwners();
    void arrowsMoveAndEnterOpens();
    void aClickChoosesAndADoubleClickOpens();
    void controlEnterGoesToTheQuestion();
    void chartAndRoadmapShareTheChosenStep();
    void reasonsSpeakOfTheChosenStep();
    void theFootSaysWhatThePlanBrings();
    void theFootSaysWhatIsSavedInTheReviewsCurrency();
    void theModeIsOneUndoableCommand();
    void capacityIsTyped();
    void theFirstDayIsTypedAndTakenBack();
    void aRefusedCapacityShowsWhatHolds();
    void dependenciesCanBeHidden();
    void lanesAreOwnersOrPillars();
    void prioritiesAreAskedFor();
    void anEditElsewhereMovesThePlan();
    void aTakenSidePaneComesAndGoesWithThePlan();
    void withoutRisksItSaysWhatToDo();
    void readOnlyReviewsCantBePlanned();
    void assistiveToolsReadTheSteps();
    void everyInteractiveWidgetHasAName();
};

void TestPlanView::stepsStandInTheLanesOfTheirOwners() {
    const PlanPlace place;
    const auto& layout = place.roadmap()->layoutParts();
    const auto lane = [&](const char* title) { return layout.lanes[layout.items[place.step(title)].lane].name; };
    QCOMPARE(lane("Watch fraud drift"), QStringLiteral("Dev Raman"));
    QCOMPARE(lane("Keep PII out of prompts"), QStringLiteral("Priya Nair"));
    QCOMPARE(layout.lanes.back().name, QStringLiteral("No owner"));
    QCOMPARE(place.text("planCountLabel"), QStringLiteral("16 steps, 16 in time"));
    const auto& begun = place.roadmap()->steps()[place.step("Share the GPU hosts")];
    QCOMPARE(begun.progress, 0.3);
    QVERIFY(place.roadmap()->steps()[place.step("Rehearse the way back")].accepted);
}

void TestPlanView::arrowsMoveAndEnterOpens() {
    const PlanPlace place;
    QSignalSpy opened(place.view.get(), &ui::PlanView::findingActivated);
    place.view->showFinding(place.keyOf("Lineage from data to answer"));
    place.press(place.roadmap(), Qt::Key_Right);
    QCOMPARE(place.roadmap()->current(), place.keyOf("Watch fraud drift"));
    place.press(place.roadmap(), Qt::Key_Right);
    QCOMPARE(place.roadmap()->current(), place.keyOf("New ground truth"));
    place.press(place.roadmap(), Qt::Key_Left);
    place.press(place.roadmap(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.front().front().toString(), place.roadmap()->current());
    place.press(place.roadmap(), Qt::Key_Home);
    QCOMPARE(place.roadmap()->current(), place.roadmap()->steps().front().key);
    place.press(place.roadmap(), Qt::Key_Escape);
    QVERIFY(place.roadmap()->current().isEmpty());
}

void TestPlanView::aClickChoosesAndADoubleClickOpens() {
    const PlanPlace place;
    QSignalSpy opened(place.view.get(), &ui::PlanView::findingActivated);
    QSignalSpy selected(place.view.get(), &ui::PlanView::findingSelected);
    place.clickStep("Filter the answers");
    QCOMPARE(place.roadmap()->current(), place.keyOf("Filter the answers"));
    QCOMPARE(selected.count(), 1);
    QCOMPARE(opened.count(), 0);
    place.clickStep("Filter the answers", true);
    QCOMPARE(opened.count(), 1);
}

void TestPlanView::controlEnterGoesToTheQuestion() {
    const PlanPlace place;
    QSignalSpy wanted(place.view.get(), &ui::PlanView::questionActivated);
    place.view->showFinding(place.keyOf("Filter the answers"));
    place.press(place.roadmap(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 1);
    const auto key = wanted.front().front().value<QuestionKey>();
    QCOMPARE(q(review::findingKey(key)), place.keyOf("Filter the answers"));
}

void TestPlanView::chartAndRoadmapShareTheChosenStep() {
    const PlanPlace place;
    auto* chart = place.find<ui::EffortChart>("effortChart");
    place.clickStep("Step budget for the agent");
    QCOMPARE(chart->current(), place.keyOf("Step budget for the agent"));
    const int other = static_cast<int>(place.step("Name who answers for harm"));
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->partRect(other).center());
    QCOMPARE(place.roadmap()->current(), place.keyOf("Name who answers for harm"));
}

void TestPlanView::reasonsSpeakOfTheChosenStep() {
    const PlanPlace place;
    QCOMPARE(place.text("reasonsTitleLabel"), QStringLiteral("Why the plan looks like this"));
    QVERIFY(place.reasons().join(u'|').contains(QStringLiteral("Lineage from data to answer moved forward")));
    place.clickStep("Watch fraud drift");
    QVERIFY(place.text("reasonsTitleLabel").contains(QStringLiteral("stands there")));
    QVERIFY(place.reasons().join(u'|').contains(QStringLiteral("‘Lineage")) ||
            place.reasons().join(u'|').contains(QStringLiteral("'Lineage from data to answer'")));
    auto* all = place.find<QWidget>("allReasonsLink");
    QVERIFY(all->isVisible());
    all->setFocus(Qt::TabFocusReason);
    QTest::keyClick(all, Qt::Key_Return);
    QCOMPARE(place.text("reasonsTitleLabel"), QStringLiteral("Why the plan looks like this"));
    QVERIFY(!all->isVisible());
}

void TestPlanView::theFootSaysWhatThePlanBrings() {
    const PlanPlace place(2, 1, false);
    const score::Plan& plan = place.review.session().plan();
    QCOMPARE(plan.highBefore, 2);
    QVERIFY2(place.footText().startsWith(QStringLiteral("In 90 days · Score %1 ").arg(qRound(*plan.before.score))),
             qPrintable(place.footText()));
    QVERIFY(place.footText().contains(QStringLiteral("High 2")));
    QVERIFY(place.footText().contains(QStringLiteral("Medium 1")));
}

void TestPlanView::theFootSaysWhatIsSavedInTheReviewsCurrency() {
    const PlanPlace place(2, 1, false);
    QVERIFY(!place.footText().contains(QStringLiteral("Monthly cost")));
    review::Costs costs = endpointCosts();
    costs.settings.currency = "EUR";
    session::Session& session = place.review.session();
    QVERIFY(session.setCosts(costs, "Costs"));
    QVERIFY(session.linkMeasure(session.plan().items.front().key, "half", true));
    QVERIFY2(place.footText().contains(QStringLiteral("Monthly cost €30.2k €15.6k")), qPrintable(place.footText()));
}

void TestPlanView::theModeIsOneUndoableCommand() {
    PlanPlace place;
    const auto before = place.review.session().history()->size();
    place.clickMode(1);
    QCOMPARE(place.review.session().review().planning.mode, review::PlanMode::Capacity);
    QCOMPARE(place.review.session().history()->size(), before + 1);
    auto* bar = place.view->findChild<QWidget*>(QStringLiteral("undoBar"));
    QVERIFY(bar != nullptr && bar->isVisible());
    QVERIFY(place.find<QDoubleSpinBox>("capacitySpinBox")->isEnabled());
    place.clickMode(1); // chosen already
    QCOMPARE(place.review.session().history()->size(), before + 1);
    QVERIFY(place.review.session().undo());
    QCOMPARE(place.review.session().review().planning.mode, review::PlanMode::Days);
    QVERIFY(!place.find<QDoubleSpinBox>("capacitySpinBox")->isEnabled());
}

void TestPlanView::capacityIsTyped() {
    PlanPlace place;
    place.clickMode(1);
    auto* field = place.find<QDoubleSpinBox>("capacitySpinBox");
    field->setFocus(Qt::TabFocusReason);
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("9"));
    QCOMPARE(place.review.session().review().planning.capacity, 20.0); // not while typing
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(place.review.session().review().planning.capacity, 9.0);
    QVERIFY(place.text("planCountLabel").startsWith(QStringLiteral("16 steps, ")));
    QVERIFY(place.text("planCountLabel") != QStringLiteral("16 steps, 16 in time"));
    QVERIFY(place.roadmap()->layoutParts().lanes.back().name.startsWith(QStringLiteral("After ")));
}

void TestPlanView::theFirstDayIsTypedAndTakenBack() {
    PlanPlace place;
    auto* field = place.find<QDateEdit>("planStartEdit");
    auto* today = place.find<QAbstractButton>("planTodayButton");
    QVERIFY(!today->isVisible());
    field->setFocus(Qt::TabFocusReason);
    field->setSelectedSection(QDateTimeEdit::DaySection);
    QTest::keyClick(field, Qt::Key_Up);
    QVERIFY(!place.review.session().review().planning.start.valid()); // not before it is finished
    QTest::keyClick(field, Qt::Key_Return);
    const Date tomorrow = ui::fromDay(ui::toDay(place.review.session().today()).addDays(1));
    QVERIFY(place.review.session().review().planning.start == tomorrow);
    QVERIFY(place.roadmap()->layoutParts().columns.front().from == ui::toDay(tomorrow));
    QTest::mouseClick(today, Qt::LeftButton);
    QVERIFY(!place.review.session().review().planning.start.valid());
}

void TestPlanView::aRefusedCapacityShowsWhatHolds() {
    PlanPlace place;
    place.clickMode(1);
    auto* field = place.find<QDoubleSpinBox>("capacitySpinBox");
    field->setFocus(Qt::TabFocusReason);
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(place.review.session().review().planning.capacity >= 1.0);
    QCOMPARE(field->value(), place.review.session().review().planning.capacity);
}

void TestPlanView::dependenciesCanBeHidden() {
    const PlanPlace place;
    auto* chip = place.find<ui::Chip>("dependenciesChip");
    QVERIFY(place.roadmap()->linksShown());
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(!place.roadmap()->linksShown());
    const PlanPlace without(2, 0, false);
    QVERIFY(!without.find<ui::Chip>("dependenciesChip")->isEnabled());
}

void TestPlanView::lanesAreOwnersOrPillars() {
    PlanPlace place(9, 7, false);
    const auto names = [&] {
        QStringList out;
        for (const auto& lane : place.roadmap()->layoutParts().lanes)
            out << lane.name;
        return out;
    };
    auto* chip = place.find<ui::Chip>("lanesChip");
    // Nobody owns a step yet: pillars say more.
    QCOMPARE(names(), (QStringList{QStringLiteral("Operations"), QStringLiteral("Security"),
                                   QStringLiteral("Reliability"), QStringLiteral("Performance")}));
    QCOMPARE(chip->text(), QStringLiteral("Lanes: pillar"));
    session::FindingEdit edit;
    edit.owner = "Ines Albrecht";
    editFinding(place.review, ui::s(place.roadmap()->steps().front().key), edit);
    QCOMPARE(names(), (QStringList{QStringLiteral("Ines Albrecht"), QStringLiteral("No owner")}));
    chip->setFocus(Qt::TabFocusReason);
    QTest::keyClick(chip, Qt::Key_Return);
    auto* menu = place.find<QMenu>("lanesMenu");
    QVERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(names().front(), QStringLiteral("Operations"));
    QCOMPARE(chip->text(), QStringLiteral("Lanes: pillar"));
}

void TestPlanView::prioritiesAreAskedFor() {
    const PlanPlace place(2, 0, false);
    QSignalSpy asked(place.actions.action(u"edit.priorities"), &QAction::triggered);
    QTest::mouseClick(place.find<QAbstractButton>("prioritiesButton"), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
}

void TestPlanView::anEditElsewhereMovesThePlan() {
    PlanPlace place(2, 0, false);
    const QString key = place.roadmap()->steps().front().key;
    session::FindingEdit edit;
    edit.owner = "Ines Albrecht";
    editFinding(place.review, ui::s(key), edit);
    QCOMPARE(place.roadmap()->layoutParts().lanes.front().name, QStringLiteral("Ines Albrecht"));
    place.review.tick({"generative-ai", "GAI_OPS_3"}, {6});
    QCOMPARE(place.roadmap()->steps().size(), 3u);
}

void TestPlanView::aTakenSidePaneComesAndGoesWithThePlan() {
    PlanPlace place(1, 0, false);
    QWidget page;
    QWidget* side = place.view->takeSide();
    side->setParent(&page);
    page.show();
    place.view->hide();
    QVERIFY(!side->isVisible());
    place.view->show();
    QVERIFY(side->isVisible());
    place.review.tick({"generative-ai", "GAI_OPS_1"}, {1, 2, 3, 4, 5});
    QVERIFY(!side->isVisible()); // nothing to plan any more
    place.view.reset();
}

void TestPlanView::withoutRisksItSaysWhatToDo() {
    PlanPlace place(0, 0, false);
    auto* go = place.find<QAbstractButton>("planQuestionsButton");
    QVERIFY(go->isVisible() && !place.roadmap()->isVisible());
    QSignalSpy wanted(place.actions.action(u"go.questions"), &QAction::triggered);
    QTest::mouseClick(go, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
}

void TestPlanView::readOnlyReviewsCantBePlanned() {
    PlanPlace place;
    const auto bridge = place.readOnly();
    place.show(bridge.get());
    QVERIFY(!place.find<QDateEdit>("planStartEdit")->isEnabled());
    QVERIFY(!place.find<QAbstractButton>("prioritiesButton")->isEnabled());
    place.clickMode(1);
    QCOMPARE(bridge->session().review().planning.mode, review::PlanMode::Days);
    place.view->showFinding(place.keyOf("Watch fraud drift"));
    QSignalSpy opened(place.view.get(), &ui::PlanView::findingActivated);
    place.press(place.roadmap(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    place.view.reset();
}

void TestPlanView::assistiveToolsReadTheSteps() {
    const PlanPlace place;
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(place.roadmap());
    QCOMPARE(face->childCount(), 16);
    const int at = static_cast<int>(place.step("Watch fraud drift"));
    QAccessibleInterface* child = face->child(at);
    QVERIFY2(child->text(QAccessible::Name).startsWith(QStringLiteral("High risk: Watch fraud drift, F-")),
             qPrintable(child->text(QAccessible::Name)));
    QVERIFY(!child->rect().isEmpty());
    QSignalSpy opened(place.view.get(), &ui::PlanView::findingActivated);
    child->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(opened.count(), 1);
    QVERIFY(child->state().selected);
}

void TestPlanView::everyInteractiveWidgetHasAName() {
    const PlanPlace place;
    for (QWidget* widget : place.view->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden() || widget->inherits("QScrollBar") ||
            (widget->inherits("QLineEdit") && widget->parentWidget()->inherits("QAbstractSpinBox")))
            continue;
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        const QString label =
            QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
        QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(), qPrintable(label));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(label));
    }
}

QTEST_MAIN(TestPlanView)
#include "tst_plan_view.moc"
