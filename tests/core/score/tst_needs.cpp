// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Circles in prerequisites.
#include "core/base/time.h"
#include "core/score/findings.h"

#include <QTest>

#include <random>

using namespace plumb;

namespace {

using Needs = std::vector<std::pair<std::string, std::vector<std::string>>>;

bool has(const Needs& needs, const std::string& from, const std::string& to) {
    return std::ranges::any_of(needs, [&](const auto& entry) {
        return entry.first == from && std::ranges::find(entry.second, to) != entry.second.end();
    });
}

/// Whether a circle exists: repeatedly takes away what needs nothing that is left.
bool hasCircle(const Needs& needs) {
    std::vector<std::string> left;
    for (const auto& entry : needs)
        left.push_back(entry.first);
    for (bool taken = true; taken;) {
        taken = false;
        for (std::size_t i = 0; i < left.size(); ++i)
            if (std::ranges::none_of(left, [&](const std::string& other) { return has(needs, left[i], other); })) {
                left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
                taken = true;
                break;
            }
    }
    return !left.empty();
}

} // namespace

class TestNeeds : public QObject {
    Q_OBJECT

private slots:
    void noNeedsNoCircle() {
        QVERIFY(score::circleIn({}).empty());
        QVERIFY(score::circleIn({{"a", {}}, {"b", {"a"}}, {"c", {"a", "b"}}, {"d", {"unknown"}}}).empty());
    }
    void namesTheCircleInOrder() {
        QCOMPARE(score::circleIn({{"a", {"b"}}, {"b", {"c"}}, {"c", {"b"}}}),
                 (std::vector<std::string>{"b", "c", "b"}));
        QCOMPARE(score::circleIn({{"a", {"a"}}}), (std::vector<std::string>{"a", "a"}));
    }
    void aLongChainIsNoTrouble() {
        Needs needs;
        for (int i = 0; i < 100'000; ++i)
            needs.emplace_back(std::to_string(i), std::vector<std::string>{std::to_string(i + 1)});
        QVERIFY(score::circleIn(needs).empty());
        needs.emplace_back("100000", std::vector<std::string>{"0"});
        QCOMPARE(score::circleIn(needs).size(), std::size_t{100'002});
    }
    void findsACircleExactlyWhenThereIsOne() {
        std::mt19937 random(5);
        int circles = 0;
        for (int round = 0; round < 400; ++round) {
            const unsigned n = 2 + random() % 7;
            Needs needs;
            for (unsigned i = 0; i < n; ++i) {
                auto& entry = needs.emplace_back(std::to_string(i), std::vector<std::string>{});
                for (unsigned k = 0; k < n; ++k)
                    if (random() % (2 * n) < 2)
                        entry.second.push_back(std::to_string(k));
            }
            const auto circle = score::circleIn(needs);
            QCOMPARE(!circle.empty(), hasCircle(needs));
            if (circle.empty())
                continue;
            ++circles;
            QVERIFY(circle.size() >= 2 && circle.front() == circle.back());
            for (std::size_t i = 0; i + 1 < circle.size(); ++i)
                QVERIFY(has(needs, circle[i], circle[i + 1]));
        }
        QVERIFY(circles > 50 && circles < 350);
    }
};

QTEST_APPLESS_MAIN(TestNeeds)
#include "tst_needs.moc"
