// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ticking in the what-if view: what it shows, that nothing is stored, and what applying does.
#include "tests/ui/models/review_fixture.h"
#include "ui/bridge/action_table.h"
#include "ui/models/heat_map_model.h"
#include "ui/models/what_if_model.h"
#include "ui/pages/overview_heat_map.h"
#include "ui/pages/what_if_tree.h"
#include "ui/pages/what_if_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace plumb;
using namespace plumb::test;
using plumb::ui::q;

namespace {

const QuestionKey kFirst{"generative-ai", "GAI_OPS_1"};
const QuestionKey kSecond{"generative-ai", "GAI_OPS_2"};

/// The view as a person uses it, over two pillars of two questions: one high, one medium, two unanswered.
struct Page {
    explicit Page(bool answered = true) : review({makeLens({.pillars = 2, .questions = 2, .choices = 3})}) {
        ui::Theme::instance().install();
        if (answered) {
            review.tick(kFirst, {3});
            review.tick(kSecond, {1, 2});
        }
        view = std::make_unique<ui::WhatIfView>(review.bridge(), &actions);
        view->resize(1364, 784);
        view->show();
        view->activateWindow();
        if (!QTest::qWaitForWindowActive(view.get()))
            qFatal("The view did not become active");
    }
    TestReview review;
    ui::ActionTable actions{nullptr};
    std::unique_ptr<ui::WhatIfView> view;

    template <typename T> [[nodiscard]] T* find(const char* name) const {
        T* const found = view->findChild<T*>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("Nothing is called %s", name);
        return found;
    }
    [[nodiscard]] ui::WhatIfTree* tree() const { return find<ui::WhatIfTree>("whatIfTree"); }
    [[nodiscard]] QString text(const char* name) const { return find<ui::WrapLabel>(name)->text().simplified(); }
    [[nodiscard]] QString figure(const char* name) const { return find<ui::Figure>(name)->text(); }
    [[nodiscard]] QModelIndex row(const QString& text) const {
        const auto found = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, text, 1,
                                                  Qt::MatchExactly | Qt::MatchRecursive);
        if (found.isEmpty())
            qFatal("No row %s", qPrintable(text));
        return found.front();
    }
    void press(const QModelIndex& index, Qt::Key key) const {
        tree()->setFocus();
        tree()->setCurrentIndex(index);
        QTest::keyClick(tree(), key);
    }
    [[nodiscard]] QStringList rows(const QModelIndex& below = {}) const {
        QStringList out;
        for (int i = 0; i < tree()->model()->rowCount(below); ++i)
            out << tree()->model()->index(i, 0, below).data().toString();
        return out;
    }
    [[nodiscard]] QList<QAbstractButton*> changes() const {
        QList<QAbstractButton*> shown;
        for (QAbstractButton* each : view->findChildren<QAbstractButton*>(QStringLiteral("changeButton")))
            if (!each->isHidden())
                shown << each;
        return shown;
    }
    [[nodiscard]] std::size_t ticked(const QuestionKey& key) const {
        std::size_t count = 0;
        for (const auto& [choice, answer] : review.answer(key).choices)
            count += answer.status == review::ChoiceStatus::Selected ? 1 : 0;
        return count;
    }
};

} // namespace

class TestWhatIfView final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void todayStandsThereWhileNothingIsTicked();
    void spaceTicksAFindingAndShowsItsFuture();
    void moneyFollowsTheTicks();
    void nothingIsStoredUntilApply();
    void applyIsOneUndoableStep();
    void aClickOnABoxTicksAndOnTheChevronOpens();
    void aPracticeTicksItsFindingPartly();
    void aPeriodTicksEverythingInIt();
    void allPracticesListsUnansweredQuestionsToo();
    void clearUnticksEverything();
    void ticksThatAreInPlaceByNowAreDropped();
    void theFilterNarrowsTheListByWords();
    void aCellNarrowsTheListAndTheChipWidensIt();
    void enterLeadsToTheFindingAndAChangeToItsQuestion();
    void showFindingOpensItsRow();
    void anEmptyPlanSaysSo();
    void keysHoldOnlyWhileTheViewIsSeen();
    void everyInteractiveWidgetHasAName();
};

void TestWhatIfView::todayStandsThereWhileNothingIsTicked() {
    Page page;
    QCOMPARE(page.figure("scoreBeforeFigure"), QStringLiteral("25"));
    QCOMPARE(page.figure("scoreAfterFigure"), QStringLiteral("25"));
    QCOMPARE(page.text("whatIfCountLabel"), QStringLiteral("Nothing ticked: this is today."));
    QCOMPARE(page.text("mapTitleLabel"), QStringLiteral("Lenses and pillars today"));
    QVERIFY(!page.find<QAbstractButton>("applyButton")->isEnabled());
    QVERIFY(page.changes().isEmpty());
}

void TestWhatIfView::spaceTicksAFindingAndShowsItsFuture() {
    Page page;
    page.press(page.row(QStringLiteral("Short 1")), Qt::Key_Space);
    QCOMPARE(page.figure("scoreBeforeFigure"), QStringLiteral("25"));
    QCOMPARE(page.figure("scoreAfterFigure"), QStringLiteral("75"));
    QCOMPARE(page.text("riskCountsLabel"), QStringLiteral("High 1 0 Medium 1"));
    QCOMPARE(page.changes().size(), 1);
    QCOMPARE(page.changes().front()->accessibleName(),
             QStringLiteral("Short 1: from High to None, Generative AI \u00B7 Operations 1"));
    const auto* map = page.find<ui::HeatMapView>("heatMap")->heatMap();
    QVERIFY(map->showsFuture());
    QCOMPARE(map->cell(0, 0).was, std::optional<double>(25.0));
    QCOMPARE(map->cell(0, 0).score.score, std::optional<double>(75.0));
    QCOMPARE(page.text("whatIfCountLabel"), QStringLiteral("2 practices ticked. Apply ticks them in the answers."));
}

void TestWhatIfView::moneyFollowsTheTicks() {
    Page page;
    QCOMPARE(page.figure("moneyAfterFigure"), QStringLiteral("No costs yet"));
    review::Costs costs = endpointCosts();
    costs.settings.currency = "EUR";
    QVERIFY(page.review.session().setCosts(costs, "Costs"));
    QVERIFY(page.review.session().linkMeasure("generative-ai/GAI_OPS_1", "half", true));
    QCOMPARE(page.figure("moneyAfterFigure"), QStringLiteral("€30,200"));
    QCOMPARE(page.text("moneyLabel"), QStringLiteral("The bill stays as it is."));
    page.press(page.row(QStringLiteral("Short 1")), Qt::Key_Space);
    QCOMPARE(page.figure("moneyAfterFigure"), QStringLiteral("€15,600"));
    QCOMPARE(page.text("moneyBeforeLabel"), QStringLiteral("€30,200 today"));
    QCOMPARE(page.text("moneyLabel"), QStringLiteral("€14,600 less each month."));
}

void TestWhatIfView::nothingIsStoredUntilApply() {
    Page page;
    const auto before = page.review.session().undoable()->id;
    page.press(page.row(QStringLiteral("Short 1")), Qt::Key_Space);
    QCOMPARE(page.review.session().undoable()->id, before);
    QCOMPARE(page.ticked(kFirst), 1U);
    QCOMPARE(page.review.session().state(kFirst), lens::State::High);
}

void TestWhatIfView::applyIsOneUndoableStep() {
    Page page;
    page.press(page.row(QStringLiteral("Short 1")), Qt::Key_Space);
    page.press(page.row(QStringLiteral("Short 2")), Qt::Key_Space);
    QTest::keyClick(page.tree(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(page.review.session().state(kFirst), lens::State::None);
    QCOMPARE(page.review.session().state(kSecond), lens::State::None);
    QCOMPARE(q(page.review.session().undoable()->label), QStringLiteral("Tick 3 practices"));
    auto* bar = page.view->findChild<ui::UndoBar*>();
    QVERIFY(bar != nullptr && bar->isVisible());
    QCOMPARE(page.view->model()->tickCount(), 0); // they are in place
    QVERIFY(page.review.session().undo().has_value());
    QCOMPARE(page.review.session().state(kFirst), lens::State::High);
    QCOMPARE(page.review.session().state(kSecond), lens::State::Medium);
}

void TestWhatIfView::aClickOnABoxTicksAndOnTheChevronOpens() {
    Page page;
    const QModelIndex finding = page.row(QStringLiteral("Short 1"));
    const QRect rect = page.tree()->visualRect(finding);
    QTest::mouseClick(page.tree()->viewport(), Qt::LeftButton, {}, QPoint(rect.left() + 30, rect.center().y()));
    QVERIFY(page.tree()->isExpanded(finding));
    QCOMPARE(page.view->model()->tickCount(), 0);
    QTest::mouseClick(page.tree()->viewport(), Qt::LeftButton, {}, QPoint(rect.left() + 52, rect.center().y()));
    QCOMPARE(page.view->model()->tickCount(), 2);
    QTest::mouseClick(page.tree()->viewport(), Qt::LeftButton, {}, QPoint(rect.left() + 140, rect.center().y()));
    QCOMPARE(page.view->model()->tickCount(), 0); // the whole row clicks
}

void TestWhatIfView::aPracticeTicksItsFindingPartly() {
    Page page;
    const QModelIndex finding = page.row(QStringLiteral("Short 1"));
    page.tree()->expand(finding);
    page.press(page.tree()->model()->index(0, 0, finding), Qt::Key_Space);
    QCOMPARE(finding.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::PartiallyChecked));
    QCOMPARE(page.view->model()->tickCount(), 1);
    QVERIFY(page.changes().isEmpty());
    QVERIFY(page.text("nothingLabel").startsWith(QStringLiteral("No question changes its risk yet")));
}

void TestWhatIfView::aPeriodTicksEverythingInIt() {
    Page page;
    const QModelIndex period = page.tree()->model()->index(0, 0);
    QCOMPARE(period.data().toString(), QStringLiteral("First 30 days"));
    page.press(period, Qt::Key_Space);
    QCOMPARE(page.view->model()->tickCount(), 2);
    QCOMPARE(period.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QCOMPARE(page.figure("scoreAfterFigure"), QStringLiteral("75"));
    page.press(period, Qt::Key_Space);
    QCOMPARE(page.view->model()->tickCount(), 0);
}

void TestWhatIfView::allPracticesListsUnansweredQuestionsToo() {
    Page page;
    auto* modes = page.find<QWidget>("whatIfModes");
    QTest::mouseClick(modes->findChildren<QAbstractButton*>().at(1), Qt::LeftButton);
    const QModelIndex lens = page.tree()->model()->index(0, 0);
    QCOMPARE(lens.data().toString(), QStringLiteral("Generative AI"));
    QCOMPARE(page.tree()->model()->rowCount(lens), 4);
    // Practice 3 of the first is in place; its none-choice is no practice.
    QCOMPARE(page.tree()->model()->rowCount(page.tree()->model()->index(0, 0, lens)), 2);
    page.press(page.tree()->model()->index(2, 0, lens), Qt::Key_Space);
    QCOMPARE(page.changes().size(), 1);
    QVERIFY(page.changes().front()->accessibleName().contains(QStringLiteral("from Unanswered to None")));
}

void TestWhatIfView::clearUnticksEverything() {
    Page page;
    page.press(page.row(QStringLiteral("Short 1")), Qt::Key_Space);
    QTest::mouseClick(page.find<QAbstractButton>("clearButton"), Qt::LeftButton);
    QCOMPARE(page.view->model()->tickCount(), 0);
    QCOMPARE(page.figure("scoreAfterFigure"), QStringLiteral("25"));
}

void TestWhatIfView::ticksThatAreInPlaceByNowAreDropped() {
    Page page;
    page.press(page.row(QStringLiteral("Short 1")), Qt::Key_Space);
    QCOMPARE(page.view->model()->tickCount(), 2);
    page.review.tick(kFirst, {1});
    QCOMPARE(page.view->model()->tickCount(), 1);
    QCOMPARE(page.figure("scoreAfterFigure"), QStringLiteral("75"));
}

void TestWhatIfView::theFilterNarrowsTheListByWords() {
    Page page;
    auto* search = page.find<QLineEdit>("whatIfSearchEdit");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("short 2"));
    QCOMPARE(page.rows(page.tree()->model()->index(0, 0)), QStringList{QStringLiteral("Short 2")});
    search->selectAll();
    QTest::keyClicks(search, QStringLiteral("nowhere"));
    QVERIFY(page.tree()->isHidden());
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!page.tree()->isHidden());
}

void TestWhatIfView::aCellNarrowsTheListAndTheChipWidensIt() {
    Page page;
    auto* map = page.find<ui::HeatMapView>("heatMap");
    QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, map->visualRect(map->model()->index(0, 1)).center());
    const QModelIndex lens = page.tree()->model()->index(0, 0);
    QCOMPARE(page.tree()->model()->rowCount(lens), 2); // the questions of Security
    auto* chip = page.find<QAbstractButton>("whatIfCellChip");
    QVERIFY(chip->isVisible());
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(!chip->isVisible());
    QCOMPARE(page.tree()->model()->rowCount(page.tree()->model()->index(0, 0)), 4);
}

void TestWhatIfView::enterLeadsToTheFindingAndAChangeToItsQuestion() {
    Page page;
    QSignalSpy finding(page.view.get(), &ui::WhatIfView::findingActivated);
    QSignalSpy question(page.view.get(), &ui::WhatIfView::questionActivated);
    page.press(page.row(QStringLiteral("Short 1")), Qt::Key_Return);
    QCOMPARE(finding.at(0).front().toString(), QStringLiteral("generative-ai/GAI_OPS_1"));
    page.press(page.row(QStringLiteral("Short 1")), Qt::Key_Space);
    page.changes().front()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(page.changes().front(), Qt::Key_Return);
    QCOMPARE(question.at(0).front().value<QuestionKey>(), kFirst);
}

void TestWhatIfView::showFindingOpensItsRow() {
    Page page;
    page.view->showFinding(QStringLiteral("generative-ai/GAI_OPS_2"));
    QCOMPARE(page.tree()->currentIndex().data().toString(), QStringLiteral("Short 2"));
    QVERIFY(page.tree()->isExpanded(page.tree()->currentIndex()));
}

void TestWhatIfView::anEmptyPlanSaysSo() {
    Page page(false);
    QVERIFY(page.tree()->isHidden());
    auto* modes = page.find<QWidget>("whatIfModes");
    QTest::mouseClick(modes->findChildren<QAbstractButton*>().at(1), Qt::LeftButton);
    QVERIFY(!page.tree()->isHidden());
}

void TestWhatIfView::keysHoldOnlyWhileTheViewIsSeen() {
    Page page;
    page.press(page.row(QStringLiteral("Short 1")), Qt::Key_Space);
    QVERIFY(page.actions.action(u"findings.applyWhatIf")->isEnabled());
    page.view->hide();
    QVERIFY(!page.actions.action(u"findings.applyWhatIf")->isEnabled());
    page.actions.action(u"findings.applyWhatIf")->trigger();
    QCOMPARE(page.review.session().state(kFirst), lens::State::High);
}

void TestWhatIfView::everyInteractiveWidgetHasAName() {
    Page page;
    page.press(page.row(QStringLiteral("Short 1")), Qt::Key_Space);
    for (QWidget* widget : page.view->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden() || widget->inherits("QScrollBar"))
            continue;
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        const QString label =
            QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
        QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(), qPrintable(label));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(label));
    }
}

QTEST_MAIN(TestWhatIfView)
#include "tst_what_if_view.moc"
