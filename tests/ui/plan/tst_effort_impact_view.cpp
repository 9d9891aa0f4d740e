// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The effort chart: which step stands where, and where it leads.
#include "tests/ui/plan/plan_review.h"
#include "ui/bridge/action_table.h"
#include "ui/pages/effort_chart.h"
#include "ui/pages/effort_impact_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrap_label.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QtTest>
#include <set>

using namespace plumb;
using namespace plumb::test;

namespace {

struct Fixture {
    explicit Fixture(int high = 9, int medium = 7, bool small = false)
        : review({makeLens({.pillars = 4, .questions = 4})}) {
        ui::Theme::instance().install();
        showRisks(review, high, medium);
        writeMockFindings(review);
        view = std::make_unique<ui::EffortImpactView>(review.bridge(), &actions);
        if (small)
            view->setSmall();
        view->resize(small ? QSize(396, 345) : QSize(1364, 784));
        view->show();
        view->activateWindow();
        if (!QTest::qWaitForWindowActive(view.get()))
            qFatal("The view did not become active");
    }
    [[nodiscard]] ui::EffortChart* chart() const { return view->chart(); }
    [[nodiscard]] int part(const char* title) const {
        for (std::size_t i = 0; i < chart()->steps().size(); ++i)
            if (chart()->steps()[i].title == QString::fromUtf8(title))
                return static_cast<int>(i);
        qFatal("No step %s", title);
    }
    [[nodiscard]] QStringList quadrants() const {
        QStringList out;
        for (const auto* label : view->findChildren<ui::WrapLabel*>(QStringLiteral("quadrantLabel")))
            out << label->text();
        return out;
    }
    TestReview review;
    ui::ActionTable actions{nullptr};
    std::unique_ptr<ui::EffortImpactView> view;
};

ui::PlanStep step(double days, double value, bool quick = false) {
    ui::PlanStep out;
    out.days = days;
    out.value = value;
    out.quickWin = quick;
    return out;
}

} // namespace

class TestEffortImpactView final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void quickWinsAreCores() {
        const std::vector<ui::PlanStep> steps{step(1, 2, true), step(1, 3), step(5, 2), step(20, 0.5)};
        const auto lines = ui::quadrantLines(steps);
        QVERIFY(lines.value > 0.5 && lines.value < 2);
        QCOMPARE(ui::quadrantOf(steps[0], lines), ui::Quadrant::QuickWins);
        QCOMPARE(ui::quadrantOf(steps[1], lines), ui::Quadrant::WhenNearby);
        QCOMPARE(ui::quadrantOf(steps[2], lines), ui::Quadrant::PlanWithCare);
        QCOMPARE(ui::quadrantOf(steps[3], lines), ui::Quadrant::Later);
    }

    void marksStandByEffortAndWorth() {
        const Fixture f;
        const auto at = [&](const char* title) {
            return f.chart()->placed()[static_cast<std::size_t>(f.part(title))].at;
        };
        QVERIFY(at("Keep PII out of prompts").x() < at("Filter the answers").x());
        QVERIFY(at("Filter the answers").x() < at("Lineage from data to answer").x());
        QVERIFY(at("Keep PII out of prompts").y() < at("Cache prompts").y()); // high above medium
        QCOMPARE(f.quadrants(), (QStringList{QStringLiteral("Quick wins: 2"), QStringLiteral("Plan with care: 7"),
                                             QStringLiteral("When nearby: 3"), QStringLiteral("Later: 4")}));
    }

    void theConclusionCountsTheQuickWins() {
        const Fixture f;
        QVERIFY(f.view->findChild<ui::WrapLabel*>(QStringLiteral("effortConclusionLabel"))
                    ->text()
                    .startsWith(QStringLiteral("2 of 16 are quick wins")));
    }

    void aClickChoosesAndADoubleClickOpens() {
        const Fixture f;
        QSignalSpy selected(f.view.get(), &ui::EffortImpactView::findingSelected);
        QSignalSpy opened(f.view.get(), &ui::EffortImpactView::findingActivated);
        const QPoint at = f.chart()->partRect(f.part("Filter the answers")).center();
        QTest::mouseClick(f.chart(), Qt::LeftButton, {}, at);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(opened.count(), 0);
        QTest::mouseDClick(f.chart(), Qt::LeftButton, {}, at);
        QCOMPARE(opened.front().front().toString(), f.chart()->current());
    }

    void arrowsMoveAndEnterOpens() {
        const Fixture f;
        QSignalSpy opened(f.view.get(), &ui::EffortImpactView::findingActivated);
        f.view->showFinding(f.chart()->steps()[static_cast<std::size_t>(f.part("Keep PII out of prompts"))].key);
        f.chart()->setFocus(Qt::TabFocusReason);
        const auto x = [&] { return f.chart()->placed()[static_cast<std::size_t>(f.chart()->currentPart())].at.x(); };
        const double before = x();
        QTest::keyClick(f.chart(), Qt::Key_Right);
        QVERIFY(x() > before);
        QTest::keyClick(f.chart(), Qt::Key_Left);
        QCOMPARE(x(), before);
        QTest::keyClick(f.chart(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
    }

    void everyMarkIsReachedByArrows() {
        const Fixture f;
        f.chart()->setFocus(Qt::TabFocusReason);
        std::set<int> seen{0};
        std::vector<int> open{0};
        while (!open.empty()) {
            const int part = open.back();
            open.pop_back();
            for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) {
                f.view->showFinding(f.chart()->steps()[static_cast<std::size_t>(part)].key);
                QTest::keyClick(f.chart(), key);
                if (seen.insert(f.chart()->currentPart()).second)
                    open.push_back(f.chart()->currentPart());
            }
        }
        QCOMPARE(seen.size(), f.chart()->steps().size());
    }

    void aQuadrantFiltersTheRegister() {
        const Fixture f;
        QSignalSpy wanted(f.view.get(), &ui::EffortImpactView::findingsWanted);
        auto* link = f.view->findChildren<ui::WrapLabel*>(QStringLiteral("quadrantLink")).front();
        link->setFocus(Qt::TabFocusReason);
        QTest::keyClick(link, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().at(0).toStringList().size(), 2);
        QCOMPARE(wanted.front().at(1).toString(), QStringLiteral("Quick wins"));
    }

    void showingAFindingTellsNobody() {
        const Fixture f;
        QSignalSpy selected(f.view.get(), &ui::EffortImpactView::findingSelected);
        f.view->showFinding(f.chart()->steps()[3].key);
        QCOMPARE(f.chart()->currentPart(), 3);
        QCOMPARE(selected.count(), 0);
    }

    void theSmallOneHasNumbersAlone() {
        const Fixture f(9, 7, true);
        for (const ui::PlacedPoint& point : f.chart()->placed())
            QVERIFY(point.label <= 0);
        QVERIFY(!f.view->findChild<ui::WrapLabel*>(QStringLiteral("effortConclusionLabel"))->isVisible());
    }

    void withoutRisksItSaysWhatToDo() {
        const Fixture f(0, 0);
        QVERIFY(!f.chart()->isVisible());
        auto* go = f.view->findChild<QAbstractButton*>(QStringLiteral("effortQuestionsButton"));
        QVERIFY(go->isVisible());
    }

    void assistiveToolsReadTheMarks() {
        const Fixture f;
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(f.chart());
        QCOMPARE(face->childCount(), 16);
        QVERIFY(face->child(f.part("Keep PII out of prompts"))
                    ->text(QAccessible::Name)
                    .startsWith(QStringLiteral("Quick wins: High risk: Keep PII out of prompts")));
    }
};

QTEST_MAIN(TestEffortImpactView)
#include "tst_effort_impact_view.moc"
