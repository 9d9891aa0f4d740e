// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plans one can check by eye: rank, both layouts, and what is left out.
#include "tests/core/score/finding_builders.h"

#include <QTest>

#include <cmath>

using namespace plumb;
using namespace plumb::test;
using lens::Effort;
using lens::Risk;
using review::FindingStatus;
using review::PlanMode;
using score::Plan;
using score::PlanItem;

namespace {

QString keys(const Plan& plan) {
    QStringList out;
    for (const PlanItem& item : plan.items)
        out << QString::fromStdString(item.key.starts_with("L/") ? item.key.substr(2) : item.key);
    return out.join(QLatin1Char(' '));
}

QString days(const Plan& plan, const char* question) {
    const PlanItem* item = itemOf(plan, std::string("L/") + question);
    return item ? QString::fromStdString(toIso(item->from) + ".." + toIso(item->to)) : QStringLiteral("not planned");
}

} // namespace

class TestMakePlan : public QObject {
    Q_OBJECT

private slots:
    void nothingOpenIsAnEmptyPlan() {
        const Plan plan = RiskReview({{"security", 1}}).plan();
        QVERIFY(plan.items.empty());
        QCOMPARE(plan.periods.size(), std::size_t{3});
        QCOMPARE(plan.proof.gap(), 0.0);
        QVERIFY(plan.after == plan.before);
    }

    void periodsAreThirtyDays() {
        RiskReview r({{"security", 1}});
        const auto words = [](const Plan& plan) {
            QStringList out;
            for (const auto& p : plan.periods)
                out << QString::fromStdString(p.name + " " + toIso(p.from) + " " + toIso(p.to));
            return out.join(QLatin1Char('\n'));
        };
        QCOMPARE(words(r.plan({2026, 11, 18})), QStringLiteral("First 30 days 2026-11-18 2026-12-17\n"
                                                               "To 60 days 2026-12-18 2027-01-16\n"
                                                               "To 90 days 2027-01-17 2027-02-15"));
        QCOMPARE(r.plan().periods[0].capacity, 0.0);
        r.review.planning.start = {2027, 1, 1};
        r.review.planning.mode = PlanMode::Capacity;
        QCOMPARE(toIso(r.plan().periods[2].to), std::string("2027-03-31"));
        QCOMPARE(r.plan().periods[0].capacity, 20.0);
    }

    void highComesBeforeMediumThenPillarThenValue() {
        RiskReview r({{"security", 3}, {"reliability", 3}});
        r.medium("sec1");
        r.high("sec2");
        r.high("rel1");
        r.medium("rel2");
        r.high("rel3");
        r.overlay->questions["rel3"].weight = 3.0;
        QCOMPARE(keys(r.plan()), QStringLiteral("rel3 rel1 sec2 rel2 sec1"));
        r.review.planning.priorities = {"security"};
        QCOMPARE(keys(r.plan()), QStringLiteral("sec2 rel3 rel1 sec1 rel2"));
        r.review.planning.priorities = {"reliability", "security"};
        QCOMPARE(keys(r.plan()), QStringLiteral("rel3 rel1 sec2 rel2 sec1"));
        r.write("rel1").effort = Effort::S; // worth 1 a day instead of 0.2; rel3 0.6
        QCOMPARE(keys(r.plan()), QStringLiteral("rel1 rel3 sec2 rel2 sec1"));
    }

    void valueIsPenaltyAndMoney() {
        RiskReview r({{"security", 2}});
        r.high("sec1");
        r.medium("sec2");
        r.overlay->questions["sec1"].weight = 2.0;
        r.saving = [](const std::string& key, const auto&) { return key == "L/sec2" ? 500.0 : 0.0; };
        r.write("sec1").loss = review::LossModel{2.0, 1'000.0, 1'000.0};
        const Plan plan = r.plan();
        const PlanItem &one = *itemOf(plan, "L/sec1"), &two = *itemOf(plan, "L/sec2");
        // 16 to 6 of the rating: 10/16 of 2,000 a year are avoided.
        QCOMPARE(one.avoidedLoss, 1'250.0);
        QCOMPARE(one.value, 2.125);
        QCOMPARE(one.perDay, 0.425);
        QCOMPARE(two.value, 0.5 + 0.6);
        QCOMPARE(plan.monthlySaving, 500.0);
        QVERIFY(std::abs(one.scoreGain - 100.0 * 2.0 / 3.0) < 1e-9);
    }

    void quickWinsAreSmallAndHighOrSaveMoney() {
        RiskReview r({{"security", 4}});
        for (const char* id : {"sec1", "sec2", "sec3", "sec4"})
            r.overlay->questions[id].effort = Effort::S;
        r.high("sec1");
        r.medium("sec2");
        r.medium("sec3");
        r.high("sec4");
        r.write("sec4").days = 3.0; // typed days decide
        r.saving = [](const std::string& key, const auto&) { return key == "L/sec3" ? 20.0 : 0.0; };
        const Plan plan = r.plan();
        QVERIFY(itemOf(plan, "L/sec1")->quickWin && itemOf(plan, "L/sec3")->quickWin);
        QVERIFY(!itemOf(plan, "L/sec2")->quickWin && !itemOf(plan, "L/sec4")->quickWin);
        QCOMPARE(days(plan, "sec3"), QStringLiteral("2026-11-18..2026-11-19"));
        QCOMPARE(days(plan, "sec2"), QStringLiteral("2026-12-18..2026-12-19"));
    }

    void daysPutHighFirstAndMediumAMonthLater() {
        RiskReview r({{"security", 5}});
        r.high("sec1");
        r.medium("sec2");
        r.medium("sec3");
        r.medium("sec4");
        r.high("sec5");
        r.write("sec3").effort = Effort::L;
        r.write("sec4").effort = Effort::L;
        r.write("sec4").days = 40.0; // 56 calendar days: only from day 30 does it end within the plan
        r.write("sec5").effort = Effort::L;
        const Plan plan = r.plan();
        QCOMPARE(days(plan, "sec1"), QStringLiteral("2026-11-18..2026-11-24"));
        QCOMPARE(days(plan, "sec5"), QStringLiteral("2026-11-18..2026-12-15"));
        QCOMPARE(days(plan, "sec2"), QStringLiteral("2026-12-18..2026-12-24"));
        QCOMPARE(days(plan, "sec3"), QStringLiteral("2027-01-17..2027-02-13"));
        QCOMPARE(days(plan, "sec4"), QStringLiteral("2026-12-18..2027-02-11"));
        QCOMPARE(itemOf(plan, "L/sec4")->period, 2);
        QCOMPARE(plan.periods[0].used, 25.0);
        QVERIFY(std::abs(plan.periods[1].used - (5.0 + 40.0 * 30.0 / 56.0)) < 1e-9);
        QVERIFY(std::abs(plan.periods[2].used - (20.0 + 40.0 * 26.0 / 56.0)) < 1e-9);
    }

    void capacityFillsThePeriodsInOrder() {
        RiskReview r({{"security", 4}});
        for (const char* id : {"sec1", "sec2", "sec3", "sec4"}) {
            r.high(id);
            r.overlay->questions[id].effort = Effort::M;
        }
        r.write("sec2").effort = Effort::L;
        r.review.planning.mode = PlanMode::Capacity;
        r.review.planning.capacity = 10.0; // three calendar days each
        const Plan plan = r.plan();
        QCOMPARE(keys(plan), QStringLiteral("sec1 sec3 sec4 sec2"));
        QCOMPARE(days(plan, "sec1"), QStringLiteral("2026-11-18..2026-12-02"));
        QCOMPARE(days(plan, "sec3"), QStringLiteral("2026-12-03..2026-12-17"));
        QCOMPARE(days(plan, "sec4"), QStringLiteral("2026-12-18..2027-01-01"));
        QCOMPARE(days(plan, "sec2"), QStringLiteral("2027-01-02..2027-03-02"));
        QCOMPARE(itemOf(plan, "L/sec2")->period, 3);
        for (const auto& period : plan.periods)
            QCOMPARE(period.used, 10.0);
        QCOMPARE(plan.highBefore, 4);
        QCOMPARE(plan.highAfter, 1); // sec2 ends after the plan
        QVERIFY(std::abs(*plan.after.score - 75.0) < 1e-9);
    }

    void workDoneIsNotPlannedAgain() {
        RiskReview r({{"security", 2}});
        r.high("sec1");
        r.high("sec2");
        r.write("sec1").status = FindingStatus::InProgress;
        r.write("sec1").progress = 60;
        r.write("sec2").progress = 60; // not in progress: does not count
        QCOMPARE(itemOf(r.plan(), "L/sec1")->days, 2.0);
        QCOMPARE(itemOf(r.plan(), "L/sec2")->days, 5.0);
        r.write("sec1").progress = 100;
        QCOMPARE(itemOf(r.plan(), "L/sec1")->days, 0.1);
    }

    void whatIsSettledIsNotPlanned() {
        RiskReview r({{"security", 6}});
        for (const char* id : {"sec1", "sec2", "sec3", "sec4", "sec5"})
            r.high(id);
        r.write("sec1").status = FindingStatus::Resolved;
        r.write("sec2").status = FindingStatus::Transferred;
        r.write("sec3").status = FindingStatus::FalseAlarm;
        r.write("sec4").status = FindingStatus::Accepted;
        r.write("sec4").until = {2027, 2, 15}; // the plan's last day
        r.write("sec6").owner = "closed by answers";
        QCOMPARE(keys(r.plan()), QStringLiteral("sec5"));
        r.write("sec4").until = {2027, 2, 14};
        QCOMPARE(keys(r.plan()), QStringLiteral("sec4 sec5"));
        QCOMPARE(days(r.plan(), "sec4"), QStringLiteral("2027-02-08..2027-02-14")); // in place when it ends
    }

    void dueDatesPlaceTheEnd() {
        RiskReview r({{"security", 4}});
        r.high("sec1");
        r.medium("sec2");
        r.high("sec3");
        r.high("sec4");
        r.write("sec1").due = {2027, 1, 15};
        r.write("sec2").due = {2026, 11, 30};
        r.write("sec3").due = {2026, 11, 1}; // passed
        r.write("sec4").due = {2027, 6, 1};
        const Plan plan = r.plan();
        QCOMPARE(days(plan, "sec1"), QStringLiteral("2027-01-09..2027-01-15"));
        QCOMPARE(days(plan, "sec2"), QStringLiteral("2026-11-24..2026-11-30"));
        QCOMPARE(days(plan, "sec3"), QStringLiteral("2026-11-18..2026-11-24"));
        QCOMPARE(days(plan, "sec4"), QStringLiteral("2027-05-26..2027-06-01"));
        QCOMPARE(itemOf(plan, "L/sec4")->period, 3);
    }

    void whatADueDateNeedsIsDoneInTime() {
        RiskReview r({{"security", 3}});
        r.high("sec1");
        r.medium("sec2");
        r.medium("sec3");
        r.write("sec1").due = {2026, 12, 20};
        r.write("sec1").needs = {"L/sec2"};
        r.write("sec2").needs = {"L/sec3"};
        const Plan plan = r.plan();
        QCOMPARE(days(plan, "sec1"), QStringLiteral("2026-12-14..2026-12-20"));
        QCOMPARE(days(plan, "sec2"), QStringLiteral("2026-12-07..2026-12-13"));
        QCOMPARE(days(plan, "sec3"), QStringLiteral("2026-11-30..2026-12-06"));
    }

    void circlesAreCutWhereTheyClose() {
        RiskReview r({{"security", 3}});
        for (const char* id : {"sec1", "sec2", "sec3"})
            r.high(id);
        r.write("sec1").needs = {"L/sec1", "L/sec2"};
        r.write("sec2").needs = {"L/sec3"};
        r.write("sec3").needs = {"L/sec1", "unknown"};
        QCOMPARE(keys(r.plan()), QStringLiteral("sec3 sec2 sec1"));
        QVERIFY(itemOf(r.plan(), "L/sec3")->needs.empty());
    }

    void tradeOffsAreWords() {
        RiskReview r({{"security", 1}});
        r.high("sec1");
        r.write("sec1").tradeOffs = {
            {"performance", true, ""}, {"costOptimization", false, "cost +$140 a month"}, {"reliability", false, ""}};
        QCOMPARE(itemOf(r.plan(), "L/sec1")->tradeOffWords,
                 (std::vector<std::string>{"Performance: helps", "Cost: +$140 a month", "Reliability: harms"}));
    }

    void readinessFollowsThePlan() {
        RiskReview r({{"security", 1}});
        r.high("sec1");
        r.overlay->signs = {{"s", "Sign", "sec1", {"aaa"}, "not there"}};
        const Plan plan = r.plan();
        QVERIFY(plan.readinessAfter.verdict == score::Readiness::Verdict::Production);
        QVERIFY(r.scores().readiness(r.review).verdict == score::Readiness::Verdict::ProofOfConcept);
    }

    void aFindingWrittenByHandHasAPlaceWithoutPractices() {
        RiskReview r({{"security", 1}});
        r.medium("sec1");
        r.byHand("No exit plan", Risk::High);
        const Plan plan = r.plan();
        QCOMPARE(keys(plan), QStringLiteral("hand-No exit plan sec1"));
        QCOMPARE(plan.items[0].value, 1.0);
        QVERIFY(plan.items[0].practices.empty());
    }
};

QTEST_APPLESS_MAIN(TestMakePlan)
#include "tst_make_plan.moc"
