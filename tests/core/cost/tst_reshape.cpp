// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A number under a person's hand: ends of its slider, what it becomes there, what stays when its shape changes.
#include "core/cost/reshape.h"

#include "core/cost/distribution.h"

#include <QtTest>

using namespace plumb::cost;

namespace {
constexpr Range kAny{};
constexpr Range kShare{0, 1, false, false};
constexpr Range kPositiveShare{0, 1, true, false};
constexpr Range kBelow1{0, 1, false, true};
constexpr Range kOneOrMore{1, std::numeric_limits<double>::infinity(), false, false};

bool inside(double value, const Range& range) {
    return (range.openLow ? value > range.low : value >= range.low) &&
           (range.openHigh ? value < range.high : value <= range.high);
}
} // namespace

class TestReshape final : public QObject {
    Q_OBJECT
private slots:
    void aFigureSlidesFromNothingToTwiceItself();
    void aShareSlidesOverItsWholeRange();
    void aRangeSlidesBetweenItsTenths();
    void everySlideStaysInsideTheField();
    void aMovedRangeKeepsItsEndsAndNotes();
    void aLognormalKeepsItsRatio();
    void anotherShapeKeepsTheMiddle();
    void noShapeLeavesTheField();
};

void TestReshape::aFigureSlidesFromNothingToTwiceItself() {
    QCOMPARE(slideEnds(Quantity::point(30), kAny), (SlideEnds{0, 60}));
    QCOMPARE(slideEnds(Quantity::point(0), kAny), (SlideEnds{0, 1}));
    QCOMPARE(slideEnds(Quantity::point(3), kOneOrMore), (SlideEnds{1, 5}));
}

void TestReshape::aShareSlidesOverItsWholeRange() {
    QCOMPARE(slideEnds(Quantity::point(0.3), kShare), (SlideEnds{0, 1}));
    QCOMPARE(slideEnds(Quantity::point(0.3), kPositiveShare), (SlideEnds{0.01, 1}));
    QCOMPARE(slideEnds(Quantity::point(0.3), kBelow1), (SlideEnds{0, 0.99}));
}

void TestReshape::aRangeSlidesBetweenItsTenths() {
    QCOMPARE(slideEnds(Quantity::uniform(0, 10), kAny), (SlideEnds{1, 9}));
    QCOMPARE(slideEnds(Quantity::lognormal(4, 9), kAny).low, quantile(Quantity::lognormal(4, 9), 0.1));
}

void TestReshape::everySlideStaysInsideTheField() {
    for (const Range& range : {kAny, kShare, kPositiveShare, kBelow1, kOneOrMore})
        for (const double value : {0.0, 0.01, 0.5, 0.99, 1.0, 7.0, 1e6}) {
            if (!inside(value, range))
                continue;
            const SlideEnds ends = slideEnds(Quantity::point(value), range);
            QVERIFY(ends.low < ends.high);
            QVERIFY(inside(ends.low, range) && inside(ends.high, range));
        }
}

void TestReshape::aMovedRangeKeepsItsEndsAndNotes() {
    Quantity pert = Quantity::pert(1, 2, 4);
    pert.source = "bill";
    pert.validUntil = "2027-01-01";
    const Quantity moved = movedTo(pert, 3);
    QCOMPARE(moved.low, 1.0);
    QCOMPARE(moved.mode, 3.0);
    QCOMPARE(moved.high, 4.0);
    QCOMPARE(moved.source, pert.source);
    QCOMPARE(moved.validUntil, pert.validUntil);
    QCOMPARE(movedTo(pert, 9).mode, 4.0); // never past an end
    QVERIFY(movedTo(Quantity::uniform(1, 4), 2).dist == Dist::Pert);
    QCOMPARE(middleOf(movedTo(Quantity::point(5), 6)), 6.0);
}

void TestReshape::aLognormalKeepsItsRatio() {
    const Quantity moved = movedTo(Quantity::lognormal(4, 9), 12);
    QCOMPARE(middleOf(moved), 12.0);
    QCOMPARE(moved.high / moved.low, 9.0 / 4.0);
}

void TestReshape::anotherShapeKeepsTheMiddle() {
    for (const Dist dist : shapesFor(kAny))
        QVERIFY(std::abs(middleOf(reshaped(Quantity::pert(8, 10, 12), dist, kAny)) - 10) < 0.1);
    const Quantity pert = reshaped(Quantity::point(10), Dist::Pert, kAny);
    QCOMPARE(pert, Quantity::pert(8, 10, 12));
    QCOMPARE(reshaped(pert, Dist::Point, kAny), Quantity::point(10));
}

void TestReshape::noShapeLeavesTheField() {
    for (const Range& range : {kAny, kShare, kPositiveShare, kBelow1, kOneOrMore})
        for (const double value : {0.0, 0.01, 0.95, 1.0, 3.0}) {
            if (!inside(value, range))
                continue;
            for (const Dist dist : shapesFor(range)) {
                const Quantity made = reshaped(Quantity::point(value), dist, range);
                QVERIFY(made.low <= made.high);
                QVERIFY2(inside(made.low, range) && inside(made.high, range), std::string(toText(dist)).c_str());
            }
        }
}

QTEST_GUILESS_MAIN(TestReshape)
#include "tst_reshape.moc"
