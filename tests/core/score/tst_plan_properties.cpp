// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must hold for every plan and every what-if, tried on generated reviews. The seed is fixed: a failure repeats.
#include "tests/core/score/finding_builders.h"

#include <QTest>

#include <cmath>
#include <map>
#include <rapidcheck.h>

using namespace plumb;
using namespace plumb::test;
using score::Plan;
using score::PlanItem;
using score::Reason;

namespace {

const Date kToday{2026, 11, 18};

/// Twelve questions in three pillars, some answered, some with everything that a person can write.
RiskReview anyReview() {
    RiskReview r({{"security", 5}, {"reliability", 4}, {"performance", 3}});
    std::vector<std::string> ids;
    const score::Scores empty = r.scores();
    for (const auto& question : empty.questions()) {
        const std::string& id = question.key.question;
        r.overlay->questions[id].weight = *rc::gen::inRange(1, 9) / 3.0;
        r.overlay->questions[id].effort = static_cast<lens::Effort>(*rc::gen::inRange(0, 4));
        for (const char* choice : {"aaa", "bbb", "ccc", "none_no"})
            if (*rc::gen::inRange(0, 4) == 0)
                r.tick("L", id, {choice});
        if (*rc::gen::inRange(0, 12) == 0)
            r.exclude("L", id, {"bbb"});
        ids.push_back(id);
    }
    for (int i = *rc::gen::inRange(0, 16); i > 0; --i) {
        review::Finding& f = r.write(*rc::gen::elementOf(ids));
        const auto anyDay = [] { return Date{2026, 11, *rc::gen::inRange(1, 31)}; };
        f.status = static_cast<review::FindingStatus>(*rc::gen::inRange(0, 6));
        f.until = *rc::gen::arbitrary<bool>() ? anyDay() : Date{2027, *rc::gen::inRange(1, 4), 1};
        f.progress = *rc::gen::inRange(0, 101);
        if (*rc::gen::inRange(0, 3) == 0)
            f.due = *rc::gen::arbitrary<bool>() ? anyDay() : Date{2027, *rc::gen::inRange(1, 6), 9};
        if (*rc::gen::inRange(0, 3) == 0)
            f.days = *rc::gen::inRange(1, 400) / 10.0;
        for (int n = *rc::gen::inRange(0, 3); n > 0; --n)
            f.needs.push_back("L/" + *rc::gen::elementOf(ids)); // circles and closed ones too
    }
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        r.byHand("by hand " + std::to_string(i), *rc::gen::element(lens::Risk::High, lens::Risk::Medium));
    review::Planning& planning = r.review.planning;
    planning.mode = *rc::gen::element(review::PlanMode::Days, review::PlanMode::Capacity);
    planning.capacity = *rc::gen::element(0.5, 3.0, 20.0, 60.0);
    if (*rc::gen::arbitrary<bool>())
        planning.priorities = {"reliability", "security"};
    return r;
}

/// Place of each finding's pillar in the priorities.
std::map<std::string, int> pillarRanks(const RiskReview& r) {
    std::map<std::string, int> ranks;
    const auto& list = r.review.planning.priorities;
    for (const score::Finding& f : r.findings(kToday))
        ranks[f.key] = static_cast<int>(std::ranges::find(list, f.framework) - list.begin());
    return ranks;
}

} // namespace

class TestPlanProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20260801 max_success=40"); }

    void ordersAndDaysRespectNeeds() {
        QVERIFY(rc::check("needs", [] {
            const RiskReview r = anyReview();
            const Plan plan = r.plan(kToday);
            for (std::size_t i = 0; i < plan.items.size(); ++i) {
                const PlanItem& item = plan.items[i];
                RC_ASSERT(item.order == static_cast<int>(i) + 1);
                RC_ASSERT((item.from.valid() && item.to.valid() && item.from <= item.to));
                for (const std::string& need : item.needs) {
                    const PlanItem* before = itemOf(plan, need);
                    RC_ASSERT(before != nullptr);
                    RC_ASSERT(before->order < item.order);
                    if (r.review.planning.mode == review::PlanMode::Days)
                        RC_ASSERT(before->to < item.from);
                    else
                        RC_ASSERT(before->to <= item.from);
                    RC_ASSERT(reasonOf(item, Reason::Kind::After) != nullptr);
                }
            }
        }));
    }

    void ranksFollowSeverityPillarAndValue() {
        QVERIFY(rc::check("rank", [] {
            const RiskReview r = anyReview();
            Plan plan = r.plan(kToday);
            std::ranges::sort(plan.items, {}, &PlanItem::rank);
            const auto pillars = pillarRanks(r);
            for (std::size_t i = 1; i < plan.items.size(); ++i) {
                const PlanItem &a = plan.items[i - 1], &b = plan.items[i];
                RC_ASSERT(b.rank == a.rank + 1);
                const auto place = [&](const PlanItem& item) {
                    return std::make_tuple(item.severity == lens::Risk::High ? 0 : 1, pillars.at(item.key),
                                           -item.perDay);
                };
                RC_ASSERT(place(a) <= place(b));
            }
        }));
    }

    void everyDeviationFromRankHasAReason() {
        QVERIFY(rc::check("reasons", [] {
            const Plan plan = anyReview().plan(kToday);
            for (const PlanItem& item : plan.items) {
                for (const Reason& reason : item.reasons) {
                    RC_ASSERT((!reason.text.empty() && reason.text.back() == '.'));
                    RC_ASSERT(reason.text.find("L/") == std::string::npos); // no ids
                    RC_ASSERT((reason.other.empty() || itemOf(plan, reason.other) != nullptr));
                }
                const bool ahead = std::ranges::any_of(plan.items, [&](const PlanItem& other) {
                    return other.order > item.order && other.rank < item.rank &&
                           std::ranges::find(other.needs, item.key) != other.needs.end();
                });
                if (ahead)
                    RC_ASSERT(reasonOf(item, Reason::Kind::MovedForward) != nullptr);
                RC_ASSERT((item.period < 3) == (reasonOf(item, Reason::Kind::BeyondPlan) == nullptr));
                RC_ASSERT(item.quickWin == (reasonOf(item, Reason::Kind::QuickWin) != nullptr));
            }
        }));
    }

    void capacityIsNeverExceeded() {
        QVERIFY(rc::check("capacity", [] {
            RiskReview r = anyReview();
            r.review.planning.mode = review::PlanMode::Capacity;
            const Plan plan = r.plan(kToday);
            double days = 0.0, used = 0.0, capacity = 0.0;
            for (const PlanItem& item : plan.items) {
                days += item.days;
                for (int i = 0; i < 3; ++i) // ends in the period that it is said to be in
                    if (item.period == i)
                        RC_ASSERT((item.to >= plan.periods[static_cast<std::size_t>(i)].from &&
                                   item.to <= plan.periods[static_cast<std::size_t>(i)].to));
            }
            for (const score::Period& period : plan.periods) {
                RC_ASSERT(period.used <= period.capacity);
                used += period.used;
                capacity += period.capacity;
            }
            RC_ASSERT(std::abs(used - std::min(days, capacity)) < 1e-6);
        }));
    }

    void onlyWhatIsOpenOrStopsBeingAcceptedIsPlanned() {
        QVERIFY(rc::check("chosen", [] {
            const RiskReview r = anyReview();
            const Plan plan = r.plan(kToday);
            std::size_t wanted = 0;
            for (const score::Finding& f : r.findings(kToday)) {
                const bool ends = f.status == review::FindingStatus::Accepted && f.until < plan.periods.back().to;
                const PlanItem* item = itemOf(plan, f.key);
                RC_ASSERT((f.open || ends) == (item != nullptr));
                wanted += item ? 1 : 0;
                if (item)
                    RC_ASSERT(ends == (reasonOf(*item, Reason::Kind::AcceptedEnds) != nullptr));
            }
            RC_ASSERT(wanted == plan.items.size());
        }));
    }

    void theSumOfThePlanIsWhatItsPracticesBring() {
        QVERIFY(rc::check("after", [] {
            const RiskReview r = anyReview();
            const Plan plan = r.plan(kToday);
            std::vector<review::PracticeRef> practices;
            for (const PlanItem& item : plan.items)
                if (item.period < 3)
                    practices.insert(practices.end(), item.practices.begin(), item.practices.end());
            const auto then = score::whatIf(r.review, r.scores(), practices);
            RC_ASSERT(plan.after == then.after);
            RC_ASSERT(plan.before == r.scores().overall());
            RC_ASSERT((plan.highAfter == then.after.high && plan.mediumAfter == then.after.medium));
            RC_ASSERT(plan.highAfter <= plan.highBefore);
            RC_ASSERT((plan.proof.bound <= plan.proof.objective * (1.0 + 1e-12) && plan.proof.gap() < 1.0));
        }));
    }

    void theOrderCostsWhatItSays() {
        QVERIFY(rc::check("objective", [] {
            const Plan plan = anyReview().plan(kToday);
            double day = 0.0, cost = 0.0;
            for (const PlanItem& item : plan.items)
                cost += item.value * (day += item.days);
            RC_ASSERT(std::abs(cost - plan.proof.objective) <= 1e-9 * (1.0 + cost));
        }));
    }

    void whatIfEqualsComputingAfresh() {
        QVERIFY(rc::check("what-if", [] {
            const RiskReview r = anyReview();
            std::vector<review::PracticeRef> ticks;
            const auto scores = r.scores();
            for (int i = *rc::gen::inRange(0, 30); i > 0; --i)
                ticks.push_back({(*rc::gen::elementOf(scores.questions())).key,
                                 *rc::gen::element<std::string>("aaa", "bbb", "ccc", "none_no", "unknown")});
            ticks.push_back({{"L", "unknown"}, "aaa"});
            const score::WhatIf then = score::whatIf(r.review, scores, ticks);
            score::Scores afresh;
            afresh.compute(then.review);
            RC_ASSERT(then.after == afresh.overall());
            RC_ASSERT(then.scores.questions() == afresh.questions());
            RC_ASSERT(then.before == scores.overall());
            std::size_t changed = 0;
            for (std::size_t i = 0; i < afresh.questions().size(); ++i)
                changed += afresh.questions()[i].state != scores.questions()[i].state ? 1 : 0;
            RC_ASSERT(changed == then.changes.size());
            for (const auto& tick : ticks) {
                const review::Answer& before = r.review.answer(tick.question);
                const bool excluded = before.choices.contains(tick.choice) &&
                                      before.choices.at(tick.choice).status == review::ChoiceStatus::NotApplicable;
                if (tick.choice.size() != 3 || tick.question.question == "unknown")
                    continue;
                const auto& after = then.review.answer(tick.question).choices.at(tick.choice).status;
                RC_ASSERT((after == review::ChoiceStatus::NotApplicable) == excluded);
            }
        }));
    }

    /// These rules are monotone: a practice more never costs points, and an answer only narrows the range.
    void practicesNeverCostPointsAndAnswersNarrowTheRange() {
        QVERIFY(rc::check("monotone", [] {
            RiskReview r = anyReview();
            auto scores = r.scores();
            for (int i = 0; i < 12; ++i) {
                const auto question = *rc::gen::elementOf(scores.questions());
                const bool answered = question.state != lens::State::Unanswered;
                const auto before = scores.overall();
                r.tick("L", question.key.question, {*rc::gen::element<std::string>("aaa", "bbb", "ccc")});
                scores.update(r.review, question.key);
                const auto& after = scores.overall();
                if (answered)
                    RC_ASSERT(
                        (*after.score >= *before.score && after.worst >= before.worst && after.best >= before.best));
                else
                    RC_ASSERT((after.worst >= before.worst && after.best <= before.best));
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestPlanProperties)
#include "tst_plan_properties.moc"
