// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the score's change on cases that can be worked out by hand, heat-map cells, money and remarks.
#include "tests/core/compare/compare_builders.h"

#include <QTest>

#include <cmath>

using namespace plumb;
using namespace plumb::test;
using compare::GroupChange;

namespace {

bool near(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

compare::ScenarioMoney money(const std::string& id, const std::string& name, double monthly) {
    return {id, name, monthly, 0, 0};
}

} // namespace

class TestScoreCauses : public QObject {
    Q_OBJECT

private slots:
    void workedExampleOfTheDocumentation() {
        // docs/compare.md: four questions; one better, one worse, one answered for the first time, one not any more.
        TestReview before = reviewWith(4), after = reviewWith(4);
        before.tick("L", "q1", {"none_no"});
        before.tick("L", "q2", {"aaa", "bbb", "ccc"});
        before.tick("L", "q4", {"aaa"});
        after.tick("L", "q1", {"aaa", "bbb", "ccc"});
        after.tick("L", "q2", {"aaa"});
        after.tick("L", "q3", {"aaa", "bbb", "ccc"});
        const compare::Comparison c = compared(before, after);
        QVERIFY(c.causes.known);
        QVERIFY(near(c.causes.before, 50.0) && near(c.causes.after, 100.0 * (1 - 0.5 / 3)));
        // W 3 on both sides; R 1/2 before, 1/6 after, 1/3 on average.
        QVERIFY(near(c.causes.betterAnswers, 100.0 / 3));
        QVERIFY(near(c.causes.worseAnswers, -50.0 / 3));
        QVERIFY(near(c.causes.firstAnswers, 100.0 / 9));
        QVERIFY(near(c.causes.lostAnswers, 50.0 / 9));
        QVERIFY(near(c.causes.sum(), c.causes.after - c.causes.before));
        QVERIFY(near(c.questions[0].points, 100.0 / 3) && near(c.questions[3].points, 50.0 / 9));
    }

    void scopeWeightsAndLensStandApart() {
        TestReview before = reviewWith(2), after = reviewWith(2);
        for (TestReview* t : {&before, &after}) {
            t->tick("L", "q1", {"none_no"});
            t->tick("L", "q2", {"aaa", "bbb", "ccc"});
        }
        TestReview scoped = after;
        scoped.excludeQuestion("L", "q1");
        QCOMPARE(causesText(compared(before, scoped).causes), "scope 50.00");
        TestReview weighed = reviewWith(0);
        weighed.review.lenses.clear();
        weighed.add(after.review.lenses[0].lens).questions["q2"].weight = 3;
        weighed.review.answers = after.review.answers;
        QCOMPARE(causesText(compared(before, weighed).causes), "weights 25.00");
        TestReview other =
            reviewOf({questionJson("q1", {"aaa", "none_no"}, {{"default", "MEDIUM_RISK"}}), threePractices("q2")});
        other.review.answers = after.review.answers;
        QCOMPARE(causesText(compared(before, other).causes), "lens 25.00");
        QCOMPARE(causesText(compared(other, before).causes), "lens -25.00");
    }

    void anAnswerToANewQuestionIsOfTheLens() {
        TestReview before = reviewWith(1), after = reviewWith(2);
        for (TestReview* t : {&before, &after})
            t->tick("L", "q1", {"none_no"});
        after.tick("L", "q2", {"aaa", "bbb", "ccc"});
        QCOMPARE(causesText(compared(before, after).causes), "lens 50.00");
        QCOMPARE(causesText(compared(after, before).causes), "lens -50.00");
    }

    void partsThatNeedEachOtherAreShared() {
        // q1 was the only answer and is not applicable now, q2 is answered: neither alone leaves a score behind.
        TestReview before = reviewWith(2), after = reviewWith(2);
        before.tick("L", "q1", {"none_no"});
        after.excludeQuestion("L", "q1");
        after.tick("L", "q2", {"aaa", "bbb", "ccc"});
        const compare::ScoreCauses causes = compared(before, after).causes;
        QVERIFY(near(causes.sum(), 100.0));
        QVERIFY(causes.scope > 0 && causes.firstAnswers > 0);
    }

    void withoutAScoreThereIsNoCause() {
        TestReview before = reviewWith(1), after = reviewWith(1);
        after.tick("L", "q1", {"aaa"});
        const compare::Comparison c = compared(before, after);
        QVERIFY(!c.causes.known);
        QCOMPARE(c.causes.sum(), 0.0);
        QCOMPARE(c.remarks.size(), std::size_t(1));
        QVERIFY(c.remarks[0].find("Nothing is answered in \"May\"") != std::string::npos);
    }

    void cellsAreThoseOfTheHeatMap() {
        TestReview before, after;
        before.add(
            makeLens("A", {pillarJson("security", {threePractices("s1")}), pillarJson("own", {threePractices("o1")})}));
        after.add(makeLens("B", {pillarJson("reliability", {threePractices("r1")})}));
        after.add(before.review.lenses[0].lens);
        before.tick("A", "s1", {"none_no"});
        after.tick("A", "s1", {"aaa"});
        after.tick("B", "r1", {"aaa", "bbb", "ccc"});
        const compare::State olds = stateFrom(before, "May"), news = stateFrom(after, "Now");
        const compare::Comparison c = compare::compareStates(olds, news);
        QStringList names;
        for (const GroupChange& cell : c.cells) {
            names << QString::fromStdString(cell.lens + "/" + cell.framework + " " + cell.name);
            QVERIFY(cell.before == olds.scores.cell(olds.review, cell.lens, cell.framework));
            QVERIFY(cell.after == news.scores.cell(news.review, cell.lens, cell.framework));
        }
        QCOMPARE(names.join(QStringLiteral("; ")),
                 "B/reliability Lens B, Reliability; B/ Lens B; A/security Lens A, Security; A/ Lens A; "
                 "/security Security; /reliability Reliability; / All lenses");
        QCOMPARE(c.remarks.size(), std::size_t(1));
        QVERIFY(c.remarks[0].find("Only \"Now\" has Lens B") != std::string::npos);
    }

    void moneyIsMatchedByScenario() {
        compare::State before = stateFrom(reviewWith(1), "May"), after = before;
        before.money = {money("", "", 100), money("a", "Old name", 80), money("x", "Lean", 70)};
        after.money = {money("", "", 120), money("a", "New name", 90), money("y", "Lean", 60), money("z", "Fresh", 50)};
        const compare::Comparison c = compare::compareStates(before, after);
        QCOMPARE(c.money.size(), std::size_t(4));
        QCOMPARE(c.money[0].before->monthly, 100.0);
        QCOMPARE(c.money[1].before->monthly, 80.0);
        QCOMPARE(c.money[1].name, std::string("New name"));
        QCOMPARE(c.money[2].before->monthly, 70.0);
        QVERIFY(!c.money[3].before);
        after.currency = "EUR";
        const compare::Comparison mixed = compare::compareStates(before, after);
        QCOMPARE(mixed.money.size(), std::size_t(7));
        for (const compare::MoneyChange& change : mixed.money)
            QVERIFY(!(change.before && change.after));
        QVERIFY(mixed.remarks.back().find("USD before and in EUR") != std::string::npos);
    }

    void whatCannotBeComparedIsSaid() {
        TestReview before = reviewWith(1), after = reviewWith(1);
        compare::State a = stateFrom(before, "May"), b = stateFrom(after, "now");
        a.review.fileId = "1";
        a.review.workload.name = "Claims";
        b.review.workload.name = "Fraud";
        b.scoreMethod = "score/2";
        b.money = {money("", "", 1)};
        const compare::Comparison c = compare::compareStates(a, b);
        QVERIFY(!c.sameMethod);
        QString all;
        for (const std::string& remark : c.remarks)
            all += QString::fromStdString(remark) + QLatin1Char('\n');
        QVERIFY(all.contains(QLatin1String("Claims and Fraud")));
        QVERIFY(all.contains(QLatin1String("score/1 and score/2")));
        QVERIFY(all.contains(QLatin1String("Only the review as it is now has a cost model")));
    }
};

QTEST_APPLESS_MAIN(TestScoreCauses)
#include "tst_score_causes.moc"
