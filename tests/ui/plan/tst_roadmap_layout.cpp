// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the parts of a roadmap stand.
#include "ui/pages/roadmap_layout.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <QtTest>

using namespace plumb;
using namespace plumb::ui;

namespace {

const QDate kStart(2026, 11, 18);

std::vector<score::Period> periods() {
    std::vector<score::Period> out;
    for (int i = 0; i < 3; ++i)
        out.push_back({"Period", fromDay(kStart.addDays(30 * i)), fromDay(kStart.addDays(30 * i + 29)), 0, 0});
    return out;
}

/// `first` and `last` are days of the plan, 0 the first one.
PlanStep step(const QString& key, const QString& owner, int first, int last, const QStringList& needs = {}) {
    PlanStep out;
    out.key = key;
    out.title = QStringLiteral("What is to be done about ") + key;
    out.owner = owner;
    out.effort = QStringLiteral("M");
    out.days = 5;
    out.from = kStart.addDays(first);
    out.to = kStart.addDays(last);
    out.period = last / 30;
    out.needs = needs;
    return out;
}

QRectF words(const RoadmapLayout::Item& item) {
    return item.mark | item.title | item.effort;
}

const QString kA = QStringLiteral("a"), kB = QStringLiteral("b"), kC = QStringLiteral("c"), kD = QStringLiteral("d");
const QString kKenji = QStringLiteral("Kenji Abe"), kPriya = QStringLiteral("Priya Nair");

} // namespace

class TestRoadmapLayout final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Theme::instance().install(); }

    void eachOwnerHasALaneByNameAndNobodyComesLast() {
        const auto layout = layOutRoadmap(
            {step(kA, {}, 0, 6), step(kB, kPriya, 0, 6), step(kC, kKenji, 40, 50), step(kD, kPriya, 30, 40)}, periods(),
            960);
        QCOMPARE(layout.lanes.size(), 3u);
        QCOMPARE(layout.lanes[0].name, kKenji);
        QCOMPARE(layout.lanes[1].name, kPriya);
        QCOMPARE(layout.lanes[1].meta, QStringLiteral("2 steps, 10 days"));
        QCOMPARE(layout.lanes[2].name, QStringLiteral("No owner"));
        QCOMPARE(layout.items[0].lane, 2u);
    }

    void barsStandOnTheirDays() {
        const auto layout = layOutRoadmap({step(kA, kKenji, 0, 29), step(kB, kKenji, 30, 59)}, periods(), 960);
        QCOMPARE(layout.items[0].bar.left(), layout.columns[0].left);
        QCOMPARE(layout.items[0].bar.right(), layout.columns[0].right);
        QCOMPARE(layout.items[1].bar.left(), layout.columns[1].left);
        QCOMPARE(layout.items[1].bar.right(), layout.columns[1].right);
    }

    void textsAndBarsOfALaneNeverMeet() {
        for (const double width : {600.0, 960.0, 1600.0}) {
            std::vector<PlanStep> steps;
            for (int i = 0; i < 40; ++i)
                steps.push_back(
                    step(QString::number(i), i % 3 == 0 ? kKenji : kPriya, (i * 13) % 88, (i * 13) % 88 + i % 9));
            const auto layout = layOutRoadmap(steps, periods(), width);
            for (std::size_t i = 0; i < layout.items.size(); ++i) {
                QVERIFY(words(layout.items[i]).right() <= width);
                QVERIFY(words(layout.items[i]).left() >= layout.laneWidth - 1);
                for (std::size_t k = 0; k < i; ++k) {
                    const auto &one = layout.items[i], &other = layout.items[k];
                    QVERIFY2(!words(one).intersects(words(other)), qPrintable(QStringLiteral("%1 %2").arg(i).arg(k)));
                    QVERIFY(!words(one).intersects(other.bar) && !one.bar.intersects(other.bar));
                }
            }
        }
    }

    void longTitlesAreCutAndKeepTheirEffort() {
        PlanStep wordy = step(kA, kKenji, 85, 89);
        wordy.title = wordy.title.repeated(20);
        const auto layout = layOutRoadmap({wordy}, periods(), 960);
        QVERIFY(layout.items[0].effort.right() <= 960);
        QVERIFY(layout.items[0].effort.left() > layout.items[0].title.right());
    }

    void elbowsRunInRightAnglesFromEndToStart() {
        const auto layout = layOutRoadmap({step(kA, kKenji, 0, 6), step(kB, kPriya, 30, 40, {kA}),
                                           step(kC, kKenji, 7, 13, {kA}), step(kD, kKenji, 3, 9, {kA})},
                                          periods(), 960);
        QCOMPARE(layout.links.size(), 3u);
        for (const auto& link : layout.links) {
            const auto& to = layout.items[link.to];
            QCOMPARE(link.path.back().x(), to.bar.left() - 1);
            QVERIFY(to.bar.top() < link.path.back().y() && link.path.back().y() < to.bar.bottom());
            QVERIFY(link.path.back().x() > link.path[link.path.size() - 2].x()); // the arrow comes from the left
            for (std::size_t i = 1; i < link.path.size(); ++i)
                QVERIFY(link.path[i].x() == link.path[i - 1].x() || link.path[i].y() == link.path[i - 1].y());
        }
    }

    void whatBeginsAfterThePlanStandsInTheLastLane() {
        const auto layout = layOutRoadmap(
            {step(kA, kKenji, 0, 6), step(kB, kKenji, 100, 110, {kA}), step(kC, kPriya, 120, 130)}, periods(), 960);
        QCOMPARE(layout.lanes.size(), 2u);
        QCOMPARE(layout.lanes[1].name, QStringLiteral("After 15 Feb"));
        QVERIFY(layout.items[1].later && layout.items[2].later);
        QVERIFY(!words(layout.items[1]).intersects(words(layout.items[2])));
        QVERIFY(layout.links.empty());
    }

    void whatEndsAfterThePlanIsOpen() {
        const auto layout = layOutRoadmap({step(kA, kKenji, 80, 100)}, periods(), 960);
        QVERIFY(layout.items[0].openEnd && !layout.items[0].later);
        QVERIFY(layout.items[0].bar.right() <= 960);
    }

    void arrowsFindTheNearestInTheirDirection() {
        // Kenji: a then b in one row; Priya: c below a, d below b.
        const auto layout = layOutRoadmap(
            {step(kA, kKenji, 0, 6), step(kB, kKenji, 60, 70), step(kC, kPriya, 0, 6), step(kD, kPriya, 60, 66)},
            periods(), 1400);
        QCOMPARE(layout.neighbour(0, Qt::Key_Right), 1u);
        QCOMPARE(layout.neighbour(1, Qt::Key_Down), 3u);
        QCOMPARE(layout.neighbour(3, Qt::Key_Left), 2u);
        QCOMPARE(layout.neighbour(2, Qt::Key_Up), 0u);
        QCOMPARE(layout.neighbour(0, Qt::Key_Left), 0u);
        QCOMPARE(layout.neighbour(0, Qt::Key_Up), 0u);
    }

    void anEmptyPlanHasNoLanes() {
        const auto layout = layOutRoadmap({}, periods(), 960);
        QVERIFY(layout.lanes.empty());
        QCOMPARE(layout.columns.size(), 3u);
    }
};

QTEST_MAIN(TestRoadmapLayout)
#include "tst_roadmap_layout.moc"
