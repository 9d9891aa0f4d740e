// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of findings between two states.
#include "tests/core/compare/compare_builders.h"

#include <QTest>

using namespace plumb;
using namespace plumb::test;
using compare::FindingMove;
using review::FindingStatus;

namespace {

review::Finding& store(TestReview& t, const std::string& question, FindingStatus status = FindingStatus::Open) {
    review::Finding finding;
    finding.key = question.empty() ? "by-hand" : "L/" + question;
    finding.number = static_cast<int>(t.review.findings.size()) + 1;
    if (!question.empty())
        finding.question = {"L", question};
    else
        finding.title = "Written by hand";
    finding.status = status;
    finding.until = {2027, 1, 1};
    finding.reason = finding.decidedBy = "x";
    return t.review.findings.emplace_back(finding);
}

} // namespace

class TestFindingMoves : public QObject {
    Q_OBJECT

private slots:
    void answersOpenAndCloseFindings() {
        TestReview before = reviewWith(4), after = reviewWith(4);
        before.tick("L", "q1", {"none_no"});
        after.tick("L", "q1", {"aaa", "bbb", "ccc"}); // closed by answers
        before.tick("L", "q2", {"none_no"});
        after.tick("L", "q2", {"aaa"}); // still open, milder
        after.tick("L", "q3", {"aaa"}); // a new risk
        before.tick("L", "q4", {"aaa", "bbb", "ccc"});
        store(before, "q4"); // had been one, and was closed
        after.tick("L", "q4", {"none_no"});
        const compare::Comparison c = compared(before, after);
        QCOMPARE(movesOf(c), "L/q4 regressed; L/q2 open; L/q3 new; L/q1 resolved");
        QCOMPARE(*c.findings[1].from, lens::Risk::High);
        QCOMPARE(*c.findings[1].to, lens::Risk::Medium);
        QVERIFY(c.findings[1].ratingBefore > c.findings[1].ratingAfter);
        QVERIFY(!c.findings[2].from && c.findings[2].ratingBefore == 0);
        QVERIFY(!c.findings[3].to && c.findings[3].ratingAfter == 0);
    }

    void whatIsNotAskedAnyMoreIsNotResolved() {
        TestReview before = reviewWith(4),
                   after = reviewOf({threePractices("q2"), threePractices("q3"),
                                     questionJson("q4", {"aaa", "none_no"}, {{"aaa", "NO_RISK"}})});
        for (const char* q : {"q1", "q2", "q3", "q4"})
            before.tick("L", q, {"none_no"});
        after.excludeQuestion("L", "q2"); // q1 retired, q2 not applicable, q3 unanswered, q4 matches no rule
        after.tick("L", "q4", {"none_no"});
        QCOMPARE(movesOf(compared(before, after)),
                 "L/q1 closed, gone; L/q2 closed, gone; L/q3 closed, gone; L/q4 closed, gone");
        store(after, "q1").owner = "Ana"; // listed as closed now, which does not make it resolved
        QCOMPARE(compared(before, after).findings[0].move, FindingMove::Closed);
        store(after, "q2", FindingStatus::Resolved); // but a person may have said so
        const compare::Comparison c = compared(before, after);
        const auto q2 = std::ranges::find(c.findings, "L/q2", &compare::FindingChange::key);
        QCOMPARE(q2->move, FindingMove::Resolved);
    }

    void decisionsOfPeopleMoveFindings() {
        TestReview before = reviewWith(4), after = reviewWith(4);
        for (const char* q : {"q1", "q2", "q3", "q4"})
            for (TestReview* t : {&before, &after})
                t->tick("L", q, {"none_no"});
        store(after, "q1", FindingStatus::Accepted);
        store(after, "q2", FindingStatus::Resolved);
        store(before, "q3", FindingStatus::Resolved);
        store(before, "q4", FindingStatus::FalseAlarm);
        store(after, "q4", FindingStatus::FalseAlarm);
        QCOMPARE(movesOf(compared(before, after)), "L/q3 regressed; L/q1 accepted; L/q2 resolved; L/q4 closed");
    }

    void anAcceptanceThatRanOutIsARegression() {
        TestReview before = reviewWith(1), after = reviewWith(1);
        for (TestReview* t : {&before, &after}) {
            t->tick("L", "q1", {"none_no"});
            store(*t, "q1", FindingStatus::Accepted).until = t == &before ? kDay : Date{2026, 11, 17};
        }
        QCOMPARE(movesOf(compared(before, after)), "L/q1 regressed");
        QCOMPARE(movesOf(compared(after, before)), "L/q1 accepted");
    }

    void aFindingThatOutlivesItsQuestionIsTheSameInOneFile() {
        TestReview before = reviewWith(2), after = reviewOf({threePractices("q2")});
        before.tick("L", "q1", {"none_no"});
        before.tick("L", "q2", {"none_no"});
        store(before, "q1").number = 7;
        store(after, "").number = 7;
        QVERIFY(movesOf(compared(before, after)).contains("by-hand new")); // of two files, numbers say nothing
        before.review.fileId = after.review.fileId = "00000000-0000-4000-8000-000000000001";
        QVERIFY(movesOf(compared(before, after)).contains("by-hand open"));
        QVERIFY(!movesOf(compared(before, after)).contains("L/q1"));
    }

    void findingsByHandFollowTheirOwnStatus() {
        TestReview before = reviewWith(1), after = reviewWith(1);
        store(before, "");
        QCOMPARE(movesOf(compared(before, after)), "by-hand closed, gone"); // taken out, which resolves nothing
        QCOMPARE(movesOf(compared(after, before)), "by-hand new");
        store(after, "", FindingStatus::Resolved);
        QCOMPARE(movesOf(compared(before, after)), "by-hand resolved");
        QCOMPARE(movesOf(compared(after, before)), "by-hand regressed");
    }
};

QTEST_APPLESS_MAIN(TestFindingMoves)
#include "tst_finding_moves.moc"
