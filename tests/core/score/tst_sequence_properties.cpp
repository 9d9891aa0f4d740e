// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The order of work against every permutation where there are few jobs, and against its own bound where there are many.
#include "core/base/time.h"
#include "core/score/closure.h"
#include "core/score/sequence.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <rapidcheck.h>

using namespace plumb::score;

namespace {

/// Needs point to smaller numbers, then the numbers are shuffled.
std::vector<Job> anyJobs(std::size_t least, std::size_t most) {
    const std::size_t n = *rc::gen::inRange(least, most + 1);
    std::vector<std::size_t> name(n);
    std::iota(name.begin(), name.end(), std::size_t{0});
    for (std::size_t i = n; i > 1; --i)
        std::swap(name[i - 1], name[*rc::gen::inRange<std::size_t>(0, i)]);
    const int density = *rc::gen::inRange(1, 6);
    std::vector<Job> jobs(n);
    for (std::size_t i = 0; i < n; ++i) {
        Job& job = jobs[name[i]];
        job.weight = *rc::gen::inRange(0, 9) / 4.0;
        job.days = *rc::gen::element(1.0, 5.0, 20.0, 0.1, 2.5);
        for (std::size_t k = 0; k < i; ++k)
            if (*rc::gen::inRange(0, static_cast<int>(n)) < density)
                job.after.push_back(name[k]);
    }
    return jobs;
}

bool allowed(const std::vector<Job>& jobs, const std::vector<std::size_t>& order) {
    std::vector<bool> done(jobs.size(), false);
    for (const std::size_t i : order) {
        if (done[i] || std::ranges::any_of(jobs[i].after, [&](std::size_t before) { return !done[before]; }))
            return false;
        done[i] = true;
    }
    return order.size() == jobs.size();
}

double costOf(const std::vector<Job>& jobs, const std::vector<std::size_t>& order) {
    double cost = 0.0, day = 0.0;
    for (const std::size_t i : order)
        cost += jobs[i].weight * (day += jobs[i].days);
    return cost;
}

double leastCost(const std::vector<Job>& jobs) {
    std::vector<std::size_t> order(jobs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    double least = HUGE_VAL;
    do {
        if (allowed(jobs, order))
            least = std::min(least, costOf(jobs, order));
    } while (std::next_permutation(order.begin(), order.end()));
    return least;
}

bool close(double a, double b) {
    return std::abs(a - b) <= 1e-9 * (1.0 + std::abs(a) + std::abs(b));
}

} // namespace

class TestSequenceProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20260801 max_success=120"); }

    void nothingTakesNoOrder() {
        const Sequenced none = sequence({});
        QVERIFY(none.order.empty() && none.objective == 0.0 && none.bound == 0.0);
    }

    void isBestOfAllPermutationsOfFewJobs() {
        QVERIFY(rc::check("optimal", [] {
            const auto jobs = anyJobs(1, 7);
            const Sequenced s = sequence(jobs);
            RC_ASSERT(allowed(jobs, s.order));
            RC_ASSERT(close(s.objective, costOf(jobs, s.order)));
            RC_ASSERT(close(s.objective, leastCost(jobs)));
            RC_ASSERT(s.bound == s.objective);
        }));
    }

    void manyJobsKeepTheirNeedsAndTheirBound() {
        QVERIFY(rc::check("many", [] {
            const auto jobs = anyJobs(30, 60);
            const Sequenced s = sequence(jobs);
            RC_ASSERT(allowed(jobs, s.order));
            RC_ASSERT(close(s.objective, costOf(jobs, s.order)));
            RC_ASSERT(s.bound <= s.objective * (1.0 + 1e-12));
            // Moving any single job to any allowed place does not find a better order.
            for (std::size_t from = 0; from < s.order.size(); ++from)
                for (std::size_t to = 0; to < from; ++to) {
                    auto other = s.order;
                    std::rotate(other.begin() + static_cast<std::ptrdiff_t>(to),
                                other.begin() + static_cast<std::ptrdiff_t>(from),
                                other.begin() + static_cast<std::ptrdiff_t>(from) + 1);
                    RC_ASSERT((!allowed(jobs, other) || costOf(jobs, other) >= s.objective * (1.0 - 1e-9)));
                }
        }));
    }

    void jobsWithoutNeedsFollowSmithsRule() {
        QVERIFY(rc::check("smith", [] {
            auto jobs = anyJobs(1, 40);
            for (Job& job : jobs)
                job.after.clear();
            const Sequenced s = sequence(jobs);
            for (std::size_t i = 1; i < s.order.size(); ++i) {
                const Job &a = jobs[s.order[i - 1]], &b = jobs[s.order[i]];
                RC_ASSERT(a.weight / a.days >= b.weight / b.days);
                RC_ASSERT((a.weight / a.days > b.weight / b.days || s.order[i - 1] < s.order[i])); // ties by rank
            }
            RC_ASSERT(s.bound == s.objective);
        }));
    }

    void densestClosedSetIsClosedAndDensest() {
        QVERIFY(rc::check("closure", [] {
            const auto jobs = anyJobs(1, 8);
            std::vector<std::size_t> all(jobs.size());
            std::iota(all.begin(), all.end(), std::size_t{0});
            const auto found = densestClosed(jobs, all);
            RC_ASSERT(!found.empty());
            const auto ratio = [&](unsigned set) {
                double weight = 0.0, days = 0.0;
                for (std::size_t i = 0; i < jobs.size(); ++i)
                    if ((set >> i & 1U) != 0) {
                        weight += jobs[i].weight;
                        days += jobs[i].days;
                        for (const std::size_t before : jobs[i].after)
                            if ((set >> before & 1U) == 0)
                                return -1.0; // not closed
                    }
                return weight / days;
            };
            unsigned mine = 0;
            for (const std::size_t i : found)
                mine |= 1U << i;
            for (unsigned set = 1; set < 1U << jobs.size(); ++set)
                RC_ASSERT(ratio(set) <= ratio(mine) + 1e-9);
        }));
    }

    /// 40 jobs that one valuable job waits for: too many down-sets to try, and still within its stated gap.
    void aBlockTooLargeStatesItsGap() {
        std::vector<Job> jobs(41);
        for (std::size_t i = 0; i < 40; ++i) {
            jobs[i].weight = static_cast<double>(i % 7) / 10.0;
            jobs[i].days = 1.0 + static_cast<double>(i % 5);
            jobs[40].after.push_back(i);
        }
        jobs[40].weight = 500.0;
        const Sequenced s = sequence(jobs);
        QVERIFY(allowed(jobs, s.order));
        QVERIFY(s.bound < s.objective);
        // Here the best order is known: the forty by Smith's rule.
        std::vector<std::size_t> smith(40);
        std::iota(smith.begin(), smith.end(), std::size_t{0});
        std::ranges::stable_sort(smith, [&](std::size_t a, std::size_t b) {
            return jobs[a].weight * jobs[b].days > jobs[b].weight * jobs[a].days;
        });
        smith.push_back(40);
        QVERIFY(close(s.objective, costOf(jobs, smith)));
        QVERIFY(s.bound <= costOf(jobs, smith));
    }
};

QTEST_APPLESS_MAIN(TestSequenceProperties)
#include "tst_sequence_properties.moc"
