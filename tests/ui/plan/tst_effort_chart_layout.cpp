// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Marks and labels of the effort chart find room.
#include "ui/pages/effort_chart_layout.h"

#include <QtTest>

using namespace plumb::ui;

namespace {

constexpr QRectF kQuadrant(100, 50, 200, 120);

std::vector<ChartPoint> same(int count, const QRectF& bounds = kQuadrant) {
    return std::vector<ChartPoint>(static_cast<std::size_t>(count), ChartPoint{bounds.center(), bounds, {70, 16}});
}

QRectF markOf(const PlacedPoint& point, const ChartRoom& room) {
    return {point.at.x() - room.mark / 2, point.at.y() - room.mark / 2, room.mark, room.mark};
}

void nothingMeets(const std::vector<PlacedPoint>& placed, const ChartRoom& room) {
    std::vector<QRectF> boxes = room.taken;
    for (const PlacedPoint& point : placed) {
        boxes.push_back(markOf(point, room));
        if (point.label >= 0)
            boxes.push_back(point.text);
    }
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            QVERIFY2(!boxes[i].intersects(boxes[k]), qPrintable(QStringLiteral("%1 and %2").arg(i).arg(k)));
}

} // namespace

class TestEffortChartLayout final : public QObject {
    Q_OBJECT
private slots:
    void aLoneMarkStandsWhereItsValuesSay() {
        const auto placed = placePoints(same(1), {});
        QCOMPARE(placed[0].at, kQuadrant.center());
    }

    void equalOnesStepAsideWithoutMeeting() {
        for (const int count : {2, 5, 12, 30}) {
            const ChartRoom room;
            const auto placed = placePoints(same(count), room);
            nothingMeets(placed, room);
            for (const PlacedPoint& point : placed) {
                QVERIFY(kQuadrant.contains(markOf(point, room)));
                QVERIFY(point.label < 0 || kQuadrant.contains(point.text));
            }
        }
    }

    void wordsOfTheQuadrantStayFree() {
        ChartRoom room;
        room.taken = {QRectF(180, 100, 60, 16)};
        nothingMeets(placePoints(same(8), room), room);
    }

    void theBestOneGetsTheLongLabel() {
        const auto placed = placePoints(same(20), {});
        QCOMPARE(placed.front().label, 0);
    }

    void labelsOfTheLowestRankGoFirst() {
        const auto placed = placePoints(same(30), {});
        QVERIFY(placed.front().label >= 0);
        QCOMPARE(placed.back().label, -1);
    }

    void valuesAtTheEdgeAreBroughtInside() {
        ChartPoint point{kQuadrant.bottomLeft(), kQuadrant, {16}};
        const auto placed = placePoints({point}, {});
        QVERIFY(kQuadrant.contains(markOf(placed[0], {})));
    }

    void aQuadrantWithoutRoomStillShowsEveryMark() {
        const QRectF narrow(0, 0, 18, 18);
        const auto placed = placePoints(same(3, narrow), {});
        QCOMPARE(placed.size(), 3u);
        for (const PlacedPoint& point : placed)
            QVERIFY(narrow.contains(point.at));
    }
};

QTEST_MAIN(TestEffortChartLayout)
#include "tst_effort_chart_layout.moc"
