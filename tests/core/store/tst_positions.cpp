// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Positions of ordered rows: always rising, and as many as possible as they were.
#include "core/store/positions.h"

#include <QTest>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

using plumb::store::kMaxPosition;
using plumb::store::positionsFor;
using Positions = std::vector<std::int64_t>;

namespace {

bool rises(const Positions& p) {
    return (p.empty() || (p.front() >= 1 && p.back() <= kMaxPosition)) &&
           std::adjacent_find(p.begin(), p.end(), std::greater_equal<>()) == p.end();
}

/// Length of the longest rising subsequence, by comparing all pairs.
std::size_t longestRise(const Positions& p) {
    std::vector<std::size_t> length(p.size(), 1);
    std::size_t most = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i] == 0)
            continue;
        for (std::size_t j = 0; j < i; ++j)
            if (p[j] != 0 && p[j] < p[i])
                length[i] = std::max(length[i], length[j] + 1);
        most = std::max(most, length[i]);
    }
    return most;
}

std::size_t kept(const Positions& before, const Positions& after) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < before.size(); ++i)
        count += before[i] == after[i] ? 1 : 0;
    return count;
}

} // namespace

class TestPositions : public QObject {
    Q_OBJECT

private slots:
    void newRowsStandApart() { QCOMPARE(positionsFor({0, 0, 0}), (Positions{1000, 2000, 3000})); }
    void nothingIsNothing() { QVERIFY(positionsFor({}).empty()); }
    void risingRowsStay() { QCOMPARE(positionsFor({3, 4, 900}), (Positions{3, 4, 900})); }
    void theEndGrows() { QCOMPARE(positionsFor({5, 0}), (Positions{5, 1005})); }
    void aRowGoesBetween() { QCOMPARE(positionsFor({1000, 0, 2000}), (Positions{1000, 1500, 2000})); }
    void aRowGoesToTheFront() { QCOMPARE(positionsFor({0, 1000}), (Positions{500, 1000})); }
    void oneThatMovedLeavesTheOthers() {
        QCOMPARE(positionsFor({2000, 3000, 1000}), (Positions{2000, 3000, 4000}));
        QCOMPARE(positionsFor({3000, 1000, 2000}), (Positions{500, 1000, 2000}));
    }
    void withoutRoomAllAreNumberedAnew() {
        QCOMPARE(positionsFor({1, 0, 2}), (Positions{1000, 2000, 3000}));
        QCOMPARE(positionsFor({0, 1}), (Positions{1000, 2000}));
        QCOMPARE(positionsFor({kMaxPosition, 0}), (Positions{1000, 2000}));
    }
    void positionsThatAreNoneCountAsNew() {
        QCOMPARE(positionsFor({-5, kMaxPosition + 1, 7}), (Positions{2, 4, 7}));
        QCOMPARE(positionsFor({5, 5}), (Positions{2, 5}));
    }
    void anyListRisesAndKeepsTheMost();
};

void TestPositions::anyListRisesAndKeepsTheMost() {
    std::mt19937 random(20261122);
    for (int run = 0; run < 300; ++run) {
        Positions before(random() % 40);
        for (std::int64_t& position : before)
            position = random() % 4 == 0 ? 0 : static_cast<std::int64_t>(random() % 1'000'000) + 1000;
        const Positions after = positionsFor(before);
        QVERIFY(rises(after));
        QVERIFY(after == positionsFor(after)); // a second time changes nothing
        const bool anew = !after.empty() && after.front() == 1000 && after.back() == std::ssize(after) * 1000;
        QVERIFY(anew || kept(before, after) >= longestRise(before));
    }
}

QTEST_GUILESS_MAIN(TestPositions)
#include "tst_positions.moc"
