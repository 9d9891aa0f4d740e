// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the overview says and where its parts lead.
#include "tests/ui/models/review_fixture.h"
#include "ui/bridge/action_table.h"
#include "ui/bridge/job_runner.h"
#include "ui/models/heat_map_model.h"
#include "ui/pages/overview_heat_map.h"
#include "ui/pages/overview_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrap_label.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace plumb;
using namespace plumb::test;
using plumb::ui::q;

namespace {

struct Fixture {
    explicit Fixture(std::vector<session::LensSource> lenses = {makeLens({.pillars = 2, .questions = 2}), quickScan()})
        : review(std::move(lenses)) {
        ui::Theme::instance().install();
        page = std::make_unique<ui::OverviewPage>(review.bridge(), &actions, &jobs, nullptr);
        page->resize(1364, 848);
        page->show();
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("The page did not become active");
    }
    TestReview review;
    ui::ActionTable actions{nullptr};
    ui::JobRunner jobs;
    std::unique_ptr<ui::OverviewPage> page;

    [[nodiscard]] QString text(const char* name) const {
        return page->findChild<ui::WrapLabel*>(QString::fromLatin1(name))->text();
    }
    [[nodiscard]] QList<QAbstractButton*> buttons(const char* name) const {
        QList<QAbstractButton*> shown;
        for (QAbstractButton* button : page->findChildren<QAbstractButton*>(QString::fromLatin1(name)))
            if (button->isVisible())
                shown << button;
        return shown;
    }
    [[nodiscard]] bool shown(const char* name) const { return !buttons(name).isEmpty(); }
    [[nodiscard]] ui::HeatMapView* map() const { return page->findChild<ui::HeatMapView*>(QStringLiteral("heatMap")); }
};

} // namespace

class TestOverviewPage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void withoutAnswersThereIsNoScore();
    void theScoreComesWithRangeCoverageAndVerified();
    void followsAnswersWhenSeenAgain();
    void topRisksLeadToTheirQuestions();
    void highRisksLeadToTheFilteredList();
    void withoutCostsTheWayToThemIsShown();
    void theBillStandsAfterTheScenarioWithItsRange();
    void theBillIsInTheCurrencyOfTheReview();
    void aRiskWithASavingSaysIt();
    void readinessNamesItsSigns();
    void withoutSignsTheVerdictSaysWhy();
    void cellsLeadToTheirQuestions();
    void arrowsMoveInTheHeatMap();
    void modesChangeWhatCellsShow();
    void theWorkloadIsEditedByKey();
    void aWorkloadNeedsAName();
    void comesToRestAtAnySize();
    void fitsASmallWindow();
    void everyInteractiveWidgetHasAName();
};

void TestOverviewPage::withoutAnswersThereIsNoScore() {
    Fixture f;
    QCOMPARE(f.text("scoreLabel"), QStringLiteral("–"));
    QVERIFY(f.buttons("topRiskButton").isEmpty());
    QCOMPARE(f.text("verdictLabel"), QStringLiteral("Not determined"));
    QCOMPARE(f.text("workloadLabel"), QStringLiteral("Northwind Claims AI"));
}

void TestOverviewPage::theScoreComesWithRangeCoverageAndVerified() {
    Fixture f({makeLens({.pillars = 1, .questions = 2})});
    f.review.tick({"generative-ai", "GAI_OPS_1"}, {1, 2});
    QCOMPARE(f.text("scoreLabel"), QStringLiteral("50"));
    QCOMPARE(f.text("scoreFactsLabel").simplified(), QStringLiteral("Range 25–75 Coverage 50 % Verified none yet"));
    session::AnswerEdit shown;
    shown.basis = review::Basis::Shown;
    f.review.edit({"generative-ai", "GAI_OPS_1"}, shown);
    QVERIFY(f.text("scoreFactsLabel").endsWith(QStringLiteral("Verified 50")));
}

void TestOverviewPage::followsAnswersWhenSeenAgain() {
    Fixture f({makeLens({.pillars = 1, .questions = 1})});
    f.page->hide();
    f.review.tick({"generative-ai", "GAI_OPS_1"}, {1, 2, 3, 4, 5});
    QCOMPARE(f.text("scoreLabel"), QStringLiteral("–"));
    f.page->show();
    QCOMPARE(f.text("scoreLabel"), QStringLiteral("100"));
}

void TestOverviewPage::topRisksLeadToTheirQuestions() {
    Fixture f;
    f.review.tick({"generative-ai", "GAI_OPS_2"}, {1, 2});
    f.review.tick({"generative-ai", "GAI_SEC_1"}, {3});
    const auto rows = f.buttons("topRiskButton");
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.front()->accessibleName(),
             QStringLiteral("High risk: Short 1, Generative AI · Security 1, rating 6"));
    QSignalSpy wanted(f.page.get(), &ui::OverviewPage::questionWanted);
    rows.front()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(rows.front(), Qt::Key_Return);
    QTest::mouseClick(rows.back(), Qt::LeftButton);
    QCOMPARE(wanted.at(0).front().value<QuestionKey>(), (QuestionKey{"generative-ai", "GAI_SEC_1"}));
    QCOMPARE(wanted.at(1).front().value<QuestionKey>(), (QuestionKey{"generative-ai", "GAI_OPS_2"}));
}

void TestOverviewPage::highRisksLeadToTheFilteredList() {
    Fixture f;
    f.review.tick({"generative-ai", "GAI_SEC_1"}, {3});
    QSignalSpy wanted(f.page.get(), &ui::OverviewPage::questionsWanted);
    auto* link = f.page->findChild<QWidget*>(QStringLiteral("allRisksLink"));
    link->setFocus(Qt::TabFocusReason);
    QTest::keyClick(link, Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(wanted.front().front().value<ui::QuestionFilter>().high);
}

void TestOverviewPage::withoutCostsTheWayToThemIsShown() {
    Fixture f;
    QCOMPARE(f.text("noCostsLabel"), QStringLiteral("No costs yet"));
    QVERIFY(!f.shown("costButton"));
    QSignalSpy gone(f.actions.action(u"go.costs"), &QAction::triggered);
    QTest::mouseClick(f.page->findChild<QAbstractButton*>(QStringLiteral("goToCostsButton")), Qt::LeftButton);
    QCOMPARE(gone.count(), 1);
}

void TestOverviewPage::theBillStandsAfterTheScenarioWithItsRange() {
    Fixture f;
    QVERIFY(f.review.session().setCosts(endpointCosts(), "Costs"));
    QVERIFY(f.shown("costButton"));
    QCOMPARE(f.text("costLabel"), QStringLiteral("$15,600")); // 30,200 - 14,600
    QCOMPARE(f.text("costAfterLabel"), QStringLiteral("after “Quick wins”"));
    QTRY_COMPARE(f.text("costFactsLabel").simplified(),
                 QStringLiteral("Now $30,200 P10–P90 $15.6k Pays back in month 1"));
    QSignalSpy gone(f.actions.action(u"go.costs"), &QAction::triggered);
    auto* button = f.page->findChild<QAbstractButton*>(QStringLiteral("costButton"));
    QTest::mouseClick(button, Qt::LeftButton);
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button, Qt::Key_Return);
    QCOMPARE(gone.count(), 2);
    review::Costs without = endpointCosts();
    without.scenarios.clear();
    QVERIFY(f.review.session().setCosts(without, "No scenario"));
    QCOMPARE(f.text("costLabel"), QStringLiteral("$30,200"));
    QCOMPARE(f.text("costAfterLabel"), QStringLiteral("now, without a scenario"));
    QCOMPARE(f.text("costFactsLabel"), QStringLiteral("Now $30,200"));
}

void TestOverviewPage::theBillIsInTheCurrencyOfTheReview() {
    Fixture f;
    review::Costs costs = endpointCosts();
    costs.settings.currency = "EUR";
    QVERIFY(f.review.session().setCosts(costs, "Costs"));
    QCOMPARE(f.text("costLabel"), QStringLiteral("€15,600"));
}

void TestOverviewPage::aRiskWithASavingSaysIt() {
    Fixture f;
    f.review.tick({"generative-ai", "GAI_SEC_1"}, {3});
    QVERIFY(f.review.session().setCosts(endpointCosts(), "Costs"));
    QVERIFY(f.review.session().linkMeasure("generative-ai/GAI_SEC_1", "half", true));
    QVERIFY(f.buttons("topRiskButton").front()->accessibleName().endsWith(QStringLiteral(", saves $14,600/mo")));
}

void TestOverviewPage::readinessNamesItsSigns() {
    Fixture f;
    const auto signs = f.buttons("signButton");
    QCOMPARE(signs.size(), 5);
    QCOMPARE(signs.front()->accessibleName(), QStringLiteral("Modular inference: not answered yet"));
    f.review.tick({"ai-quick-scan", "QS_PERF_2"}, {1, 2});
    QCOMPARE(signs.front()->accessibleName(), QStringLiteral("Modular inference: in place"));
    QSignalSpy wanted(f.page.get(), &ui::OverviewPage::questionWanted);
    QTest::mouseClick(signs.front(), Qt::LeftButton);
    QCOMPARE(wanted.front().front().value<QuestionKey>(), (QuestionKey{"ai-quick-scan", "QS_PERF_2"}));
}

void TestOverviewPage::withoutSignsTheVerdictSaysWhy() {
    Fixture f({makeLens({})});
    QVERIFY(f.buttons("signButton").isEmpty());
    QCOMPARE(f.text("verdictLabel"), QStringLiteral("Not determined"));
}

void TestOverviewPage::cellsLeadToTheirQuestions() {
    Fixture f;
    QSignalSpy wanted(f.page.get(), &ui::OverviewPage::questionsWanted);
    const QModelIndex cell = f.map()->model()->index(0, 1);
    QTest::mouseClick(f.map()->viewport(), Qt::LeftButton, {}, f.map()->visualRect(cell).center());
    QCOMPARE(wanted.count(), 1);
    const auto filter = wanted.front().front().value<ui::QuestionFilter>();
    QCOMPARE(filter.lenses, std::set<std::string>{"generative-ai"});
    QCOMPARE(filter.frameworks, std::set<std::string>{"security"});
    const QModelIndex absent = f.map()->model()->index(0, 5); // no such questions: leads nowhere
    QTest::mouseClick(f.map()->viewport(), Qt::LeftButton, {}, f.map()->visualRect(absent).center());
    QCOMPARE(wanted.count(), 1);
}

void TestOverviewPage::arrowsMoveInTheHeatMap() {
    Fixture f;
    QSignalSpy wanted(f.page.get(), &ui::OverviewPage::questionsWanted);
    f.map()->setFocus(Qt::TabFocusReason);
    f.map()->setCurrentIndex(f.map()->model()->index(0, 0));
    QTest::keyClick(f.map(), Qt::Key_Right);
    QTest::keyClick(f.map(), Qt::Key_Down);
    QTest::keyClick(f.map(), Qt::Key_Return);
    const auto filter = wanted.front().front().value<ui::QuestionFilter>();
    QCOMPARE(filter.lenses, std::set<std::string>{"ai-quick-scan"});
    QCOMPARE(filter.frameworks, std::set<std::string>{"security"});
}

void TestOverviewPage::modesChangeWhatCellsShow() {
    Fixture f;
    f.review.tick({"generative-ai", "GAI_OPS_1"}, {3});
    auto* modes = f.page->findChild<QWidget*>(QStringLiteral("heatMapModes"));
    QTest::mouseClick(modes->findChildren<QAbstractButton*>().at(1), Qt::LeftButton);
    QCOMPARE(f.map()->model()->index(0, 0).data().toString(), QStringLiteral("1"));
    QTest::mouseClick(modes->findChildren<QAbstractButton*>().at(2), Qt::LeftButton);
    QCOMPARE(f.map()->model()->index(0, 0).data().toString(), QStringLiteral("50 %"));
}

void TestOverviewPage::theWorkloadIsEditedByKey() {
    Fixture f;
    QTest::keyClick(f.page.get(), Qt::Key_E);
    auto* dialog = f.page->findChild<QDialog*>(QStringLiteral("workloadDialog"));
    QVERIFY(dialog != nullptr && dialog->isVisible());
    auto* client = dialog->findChild<QLineEdit*>(QStringLiteral("clientEdit"));
    client->setFocus();
    client->selectAll();
    QTest::keyClicks(client, QStringLiteral("Contoso"));
    QTest::keyClick(client, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(q(f.review.session().review().workload.client), QStringLiteral("Contoso"));
    QCOMPARE(q(f.review.session().review().workload.owner), QStringLiteral("Ines Albrecht"));
}

void TestOverviewPage::aWorkloadNeedsAName() {
    Fixture f;
    QTest::mouseClick(f.buttons("editWorkloadButton").front(), Qt::LeftButton);
    auto* dialog = f.page->findChild<QDialog*>(QStringLiteral("workloadDialog"));
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("nameEdit"));
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QVERIFY(!dialog->findChild<QAbstractButton*>(QStringLiteral("acceptButton"))->isEnabled());
    QTest::keyClick(name, Qt::Key_Escape);
    QCOMPARE(q(f.review.session().review().workload.name), QStringLiteral("Northwind Claims AI"));
}

void TestOverviewPage::comesToRestAtAnySize() {
    // Whether the page needs a scroll bar depends on the cells, and their size on the width that the bar leaves. Where
    // the map is the highest part and as wide as its large cells, that must not go round in circles.
    std::vector<session::LensSource> lenses{quickScan()};
    for (int i = 1; i <= 6; ++i) {
        const std::string n = std::to_string(i);
        lenses.push_back(makeLens({.id = "lens-" + n, .name = "Lens " + n, .shortName = "Lens " + n, .pillars = 6}));
    }
    Fixture f(std::move(lenses));
    for (int width = 1378; width > 1320; width -= 3)
        for (int height = 640; height < 1120; height += 40) {
            f.page->resize(width, height);
            QApplication::processEvents();
            QCOMPARE(f.map()->height(), f.map()->sizeHint().height()); // else it is still between the two
        }
    QVERIFY(f.map()->smallCells());
}

void TestOverviewPage::fitsASmallWindow() {
    Fixture f;
    QVERIFY(!f.map()->smallCells());
    f.page->resize(1000, 640);
    QApplication::processEvents();
    QVERIFY(f.map()->smallCells());
    QVERIFY(f.map()->width() >= f.map()->minimumSizeHint().width());
}

void TestOverviewPage::everyInteractiveWidgetHasAName() {
    Fixture f;
    f.review.tick({"generative-ai", "GAI_OPS_1"}, {3});
    for (QWidget* widget : f.page->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden() || widget->inherits("QScrollBar"))
            continue;
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        const QString label =
            QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
        QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(), qPrintable(label));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(label));
    }
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overview_page.moc"
