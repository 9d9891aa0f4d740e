// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The class of every question between two states, and what the lines below it say.
#include "tests/core/compare/compare_builders.h"

#include <QTest>

using namespace plumb;
using namespace plumb::test;
using compare::Change;

class TestQuestionChanges : public QObject {
    Q_OBJECT

private slots:
    void lowerAndHigherRiskAreImprovedAndWorsened() {
        TestReview before = reviewWith(3), after = reviewWith(3);
        before.tick("L", "q1", {"none_no"});
        after.tick("L", "q1", {"aaa"});
        before.tick("L", "q2", {"aaa", "bbb", "ccc"});
        after.tick("L", "q2", {"bbb"});
        const compare::Comparison c = compared(before, after);
        QCOMPARE(changesOf(c), "q1 improved; q2 worsened; q3 unchanged");
        QCOMPARE(c.questions[0].from, lens::State::High);
        QCOMPARE(c.questions[0].to, lens::State::Medium);
        QCOMPARE(c.count(Change::Improved), 1);
        QCOMPARE(c.count(Change::New), 0);
        QCOMPARE(c.questions[0].choices.size(), std::size_t(2));
        QCOMPARE(c.questions[0].choices[0].id, std::string("aaa"));
        QCOMPARE(c.questions[0].choices[0].title, std::string("Choice aaa"));
        QCOMPARE(c.questions[0].choices[0].after.status, review::ChoiceStatus::Selected);
        QCOMPARE(c.questions[0].choices[1].before.status, review::ChoiceStatus::Selected);
    }

    void absenceIsNeverAPass() {
        // Before everything is at HIGH; after, what is not there shows no risk and is none of "improved".
        TestReview before = reviewWith(5), after = reviewOf({threePractices("q3"), threePractices("q4"),
                                                             threePractices("q5"), threePractices("q9")});
        for (const char* q : {"q1", "q2", "q3", "q4"})
            before.tick("L", q, {"none_no"});
        after.excludeQuestion("L", "q4");
        after.tick("L", "q5", {"aaa", "bbb", "ccc"});
        after.tick("L", "q9", {"aaa", "bbb", "ccc"});
        const compare::Comparison c = compared(before, after);
        QCOMPARE(changesOf(c), "q3 unanswered; q4 re-scoped; q5 first answer; q9 new; q1 retired; q2 retired");
        QCOMPARE(c.count(Change::Improved), 0);
        QVERIFY(!c.questions[3].hadBefore);
        QVERIFY(!c.questions[4].hasAfter);
        QCOMPARE(c.causes.betterAnswers, 0.0);
    }

    void aPracticeMarkedNotApplicableIsNoImprovement() {
        TestReview before = reviewWith(2), after = reviewWith(2);
        for (TestReview* t : {&before, &after})
            t->tick("L", "q1", {"aaa", "bbb"});
        after.exclude("L", "q1", {"ccc"}); // MEDIUM to NONE by the mark alone
        before.tick("L", "q2", {"none_no"});
        after.tick("L", "q2", {"aaa", "bbb"}); // HIGH to MEDIUM by ticks, to NONE by the mark
        after.exclude("L", "q2", {"ccc"});
        const compare::Comparison c = compared(before, after);
        QCOMPARE(c.questions[0].from, lens::State::Medium);
        QCOMPARE(c.questions[0].to, lens::State::None);
        QCOMPARE(changesOf(c), "q1 re-scoped; q2 improved");
        QCOMPARE(changesOf(compared(after, before)), "q1 re-scoped; q2 worsened");
    }

    void otherChoicesAtTheSameRiskAreAnswerOnly() {
        TestReview before = reviewWith(1), after = reviewWith(1);
        before.tick("L", "q1", {"aaa"});
        after.tick("L", "q1", {"aaa", "bbb"});
        QCOMPARE(changesOf(compared(before, after)), "q1 answer only");
    }

    void aQuestionInOtherWordsIsReworded() {
        TestReview before = reviewWith(2);
        Json q1 = threePractices("q1");
        q1["title"] = "Asked otherwise";
        TestReview after = reviewOf({q1, questionJson("q2", {"aaa", "bbb", "none_no"}, threeLevels("aaa", "bbb"))});
        for (TestReview* t : {&before, &after}) {
            t->tick("L", "q1", {"aaa"});
            t->tick("L", "q2", {"aaa"});
        }
        const compare::Comparison c = compared(before, after);
        // q2 was MEDIUM with aaa alone and is NONE by the new rules: improved, and said to have changed itself.
        QCOMPARE(changesOf(c), "q1 reworded; q2 improved");
        QVERIFY(c.questions[0].lensChanged && c.questions[1].lensChanged);
        QCOMPARE(c.questions[0].title, std::string("Asked otherwise"));
        QCOMPARE(c.questions[1].choices.size(), std::size_t(1));
        QVERIFY(c.questions[1].choices[0].retired);
        QCOMPARE(c.causes.betterAnswers, 0.0);
        QCOMPARE(causesText(c.causes), "lens 25.00");
    }

    void notesBasisPeopleAndEvidenceAloneAreEvidenceOnly() {
        TestReview before = reviewWith(6), after = reviewWith(6);
        after.answer("L", "q1").note = "Seen on the dashboard";
        after.answer("L", "q2").basis = review::Basis::Shown;
        after.answer("L", "q3").people = {"p"};
        review::Evidence piece;
        piece.id = "e";
        piece.number = 1;
        piece.title = "Minutes";
        piece.links = {{{"L", "q4"}, ""}};
        after.review.evidence = {piece};
        after.answer("L", "q5").choices["aaa"].note = "Only said";
        after.answer("L", "q6").parked = true;
        const compare::Comparison c = compared(before, after);
        QCOMPARE(c.count(Change::EvidenceOnly), 6);
        QVERIFY(c.questions[0].noteChanged && !c.questions[0].basisChanged);
        QCOMPARE(c.questions[0].noteAfter, std::string("Seen on the dashboard"));
        QVERIFY(c.questions[1].basisChanged && !c.questions[1].noteChanged);
        QVERIFY(c.questions[2].peopleChanged);
        QVERIFY(c.questions[3].evidenceChanged && !c.questions[2].evidenceChanged);
        QCOMPARE(c.questions[4].choices.front().after.note, std::string("Only said"));
        QVERIFY(c.questions[5].otherChanged);
    }

    void peopleAndEvidenceOfTwoFilesAreMatchedByWhatTheyAre() {
        TestReview before = reviewWith(1), after = reviewWith(1);
        for (TestReview* t : {&before, &after}) {
            const std::string id = t == &before ? "one" : "two";
            t->review.participants = {{id, "Ana", "", ""}};
            t->answer("L", "q1").people = {id};
            review::Evidence piece;
            piece.id = id;
            piece.number = t == &before ? 1 : 7;
            piece.title = "Minutes";
            piece.sha256 = "abc";
            piece.links = {{{"L", "q1"}, "aaa"}};
            t->review.evidence = {piece};
        }
        QCOMPARE(changesOf(compared(before, after)), "q1 unchanged");
        after.review.evidence[0].sha256 = "abd";
        QCOMPARE(changesOf(compared(before, after)), "q1 evidence only");
    }

    void unmatchedIsNoBetterThanTheWorst() {
        // Ticking bbb alone matches no rule of the question.
        const std::vector<RuleText> rules{{"aaa", "NO_RISK"}, {"none_no", "HIGH_RISK"}};
        const Json question = questionJson("q1", {"aaa", "bbb", "none_no"}, rules);
        TestReview before = reviewOf({question}), after = reviewOf({question});
        before.tick("L", "q1", {"none_no"});
        after.tick("L", "q1", {"bbb"});
        QCOMPARE(stateFrom(after, "x").scores.overall().unmatched, 1);
        QCOMPARE(changesOf(compared(before, after)), "q1 answer only");
    }

    void questionIdUsedTwiceIsComparedOnce() {
        TestReview before;
        before.add(
            makeLens("L", {pillarJson("security", {threePractices("same"), threePractices("next")}),
                           pillarJson("reliability", {questionJson("same", {"zzz"}, {{"default", "NO_RISK"}})})}));
        TestReview after = before;
        after.tick("L", "same", {"aaa"});
        QCOMPARE(changesOf(compared(before, after)), "same first answer; next unchanged");
        QCOMPARE(changesOf(compared(after, before)), "same unanswered; next unchanged");
    }

    void reviewsWithoutACommonLensSaySo() {
        TestReview before = reviewWith(1), after;
        after.add(makeLens("M", {pillarJson("security", {threePractices("q1")})}));
        before.tick("L", "q1", {"none_no"});
        after.tick("M", "q1", {"aaa", "bbb", "ccc"});
        const compare::Comparison c = compared(before, after);
        QCOMPARE(changesOf(c), "q1 new; q1 retired");
        QCOMPARE(c.remarks.size(), std::size_t(1));
        QVERIFY(c.remarks[0].find("no questionnaire in common") != std::string::npos);
        QCOMPARE(causesText(c.causes), "lens 100.00");
    }

    void equalStatesDoNotDiffer() {
        TestReview t = reviewWith(3);
        t.tick("L", "q1", {"aaa"});
        t.excludeQuestion("L", "q2");
        const compare::Comparison c = compared(t, t);
        QCOMPARE(c.count(Change::Unchanged), 3);
        QCOMPARE(causesText(c.causes), "");
        QVERIFY(c.remarks.empty());
        const compare::Comparison nothing = compared({}, {});
        QVERIFY(nothing.questions.empty() && !nothing.causes.known);
    }
};

QTEST_APPLESS_MAIN(TestQuestionChanges)
#include "tst_question_changes.moc"
