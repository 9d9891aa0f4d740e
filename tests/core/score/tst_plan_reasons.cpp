// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why an item stands where it does, in words for a client.
#include "tests/core/score/finding_builders.h"

#include <QTest>

using namespace plumb;
using namespace plumb::test;
using review::FindingStatus;
using review::PlanMode;
using score::Plan;
using Kind = score::Reason::Kind;

namespace {

/// The reasons of one question's finding, a line each.
QString reasons(const Plan& plan, const char* question) {
    QStringList lines;
    if (const score::PlanItem* item = itemOf(plan, std::string("L/") + question))
        for (const score::Reason& reason : item->reasons)
            lines << QString::fromStdString(std::string(score::toText(reason.kind)) + ": " + reason.text);
    return lines.join(QLatin1Char('\n'));
}

/// Three high risks of 5 days and one medium; titles as a client reads them.
RiskReview fourRisks() {
    RiskReview r({{"security", 4}});
    for (const char* id : {"sec1", "sec2", "sec3"})
        r.high(id);
    r.medium("sec4");
    r.overlay->questions["sec1"].findingTitle = "Fraud drift is not watched";
    r.overlay->questions["sec4"].findingTitle = "No lineage from data to answer";
    return r;
}

} // namespace

class TestPlanReasons : public QObject {
    Q_OBJECT

private slots:
    void whatStandsByItsRankNeedsNoReason() {
        const RiskReview r = fourRisks();
        for (const char* id : {"sec1", "sec2", "sec3", "sec4"})
            QCOMPARE(reasons(r.plan(), id), QString());
    }

    void prerequisitesExplainBothSides() {
        RiskReview r = fourRisks();
        r.write("sec1").needs = {"L/sec4"};
        for (const PlanMode mode : {PlanMode::Days, PlanMode::Capacity}) {
            r.review.planning.mode = mode;
            r.review.planning.capacity = 100.0;
            const Plan plan = r.plan();
            QCOMPARE(reasons(plan, "sec1"), QStringLiteral("after: Waits for 'No lineage from data to answer'."));
            QCOMPARE(reasons(plan, "sec4"),
                     QStringLiteral("moved forward: Moved forward because 'Fraud drift is not watched' needs it."));
            QCOMPARE(reasonOf(*itemOf(plan, "L/sec4"), Kind::MovedForward)->other, std::string("L/sec1"));
            QCOMPARE(reasonOf(*itemOf(plan, "L/sec1"), Kind::After)->other, std::string("L/sec4"));
            QVERIFY(itemOf(plan, "L/sec4")->period == 0);
        }
    }

    void whatComesLongAfterItsNeedDoesNotWait() {
        RiskReview r = fourRisks();
        r.write("sec4").needs = {"L/sec1"};
        QCOMPARE(reasons(r.plan(), "sec4"),
                 QStringLiteral("after: Comes after 'Fraud drift is not watched', which it needs."));
    }

    void namesTheNeedThatEndsLast() {
        RiskReview r = fourRisks();
        r.write("sec2").days = 15.0;
        r.write("sec3").needs = {"L/sec1", "L/sec2"};
        QCOMPARE(reasonOf(*itemOf(r.plan(), "L/sec3"), Kind::After)->other, std::string("L/sec2"));
    }

    void missingCapacityIsSaid() {
        RiskReview r = fourRisks();
        r.review.planning.mode = PlanMode::Capacity;
        r.review.planning.capacity = 6.0;
        const Plan plan = r.plan();
        QCOMPARE(reasons(plan, "sec1"), QString());
        QCOMPARE(
            reasons(plan, "sec2"),
            QStringLiteral("no capacity: The 6 person-days until 17 December 2026 are used up by what comes first."));
        QCOMPARE(
            reasons(plan, "sec3"),
            QStringLiteral("no capacity: The 12 person-days until 16 January 2027 are used up by what comes first."));
        QCOMPARE(reasons(plan, "sec4"),
                 QStringLiteral("beyond the plan: Does not fit into 90 days at 6 person-days a month."));
    }

    void dueDatesAreSaid() {
        RiskReview r = fourRisks();
        r.write("sec1").due = {2026, 12, 9};
        r.write("sec2").due = {2026, 11, 19};
        QCOMPARE(reasons(r.plan(), "sec1"),
                 QStringLiteral("due date: Placed to end by its due date, 9 December 2026."));
        QCOMPARE(reasons(r.plan(), "sec2"),
                 QStringLiteral("due date: Due on 19 November 2026, but it ends on 24 November 2026 at the earliest."));
        QCOMPARE(toIso(reasonOf(*itemOf(r.plan(), "L/sec2"), Kind::DueDate)->day), std::string("2026-11-19"));
        r.review.planning.mode = PlanMode::Capacity; // the order is by value; only a day that is missed is said
        r.review.planning.capacity = 10.0;
        QCOMPARE(reasons(r.plan(), "sec1"), QString());
        QVERIFY(reasonOf(*itemOf(r.plan(), "L/sec2"), Kind::DueDate));
    }

    void theEndOfAnAcceptanceIsSaid() {
        RiskReview r = fourRisks();
        r.write("sec3").status = FindingStatus::Accepted;
        r.write("sec3").until = {2027, 1, 31};
        QCOMPARE(
            reasons(r.plan(), "sec3"),
            QStringLiteral("acceptance ends: Accepted until 31 January 2027; it is in the plan because the acceptance "
                           "ends."));
    }

    void quickWinsAreSaid() {
        RiskReview r = fourRisks();
        r.write("sec1").effort = lens::Effort::S;
        r.write("sec4").effort = lens::Effort::S;
        r.saving = [](const std::string& key, const auto&) { return key == "L/sec4" ? 90.0 : 0.0; };
        QCOMPARE(reasons(r.plan(), "sec1"),
                 QStringLiteral("quick win: A quick win: a high risk that takes a day at most."));
        QCOMPARE(reasons(r.plan(), "sec4"),
                 QStringLiteral("quick win: A quick win: it saves money and takes a day at most."));
    }

    void theEndOfThePlanIsSaid() {
        RiskReview r = fourRisks();
        r.write("sec1").days = 70.0;
        QCOMPARE(reasons(r.plan(), "sec1"), QStringLiteral("beyond the plan: Ends after the 90 days of the plan."));
    }

    void everyKindHasAWord() {
        std::vector<std::string_view> words;
        for (const Kind kind : {Kind::QuickWin, Kind::After, Kind::MovedForward, Kind::NoCapacity, Kind::DueDate,
                                Kind::AcceptedEnds, Kind::BeyondPlan})
            words.push_back(score::toText(kind));
        std::ranges::sort(words);
        QVERIFY(std::ranges::adjacent_find(words) == words.end() && !words.front().empty());
    }
};

QTEST_APPLESS_MAIN(TestPlanReasons)
#include "tst_plan_reasons.moc"
