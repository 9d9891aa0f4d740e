// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Worked by hand: each definition of risk.md section 3 on a scope small enough to check with a pencil.
#include "tests/core/score/score_builders.h"

#include <QTest>

using namespace plumb;
using namespace plumb::test;
using lens::Risk;
using lens::State;
using score::Label;

class TestScopeScore : public QObject {
    Q_OBJECT

private slots:
    void emptyScopeHasNoScoreAndTheWholeRange() {
        const auto scope = scopeOf({});
        QVERIFY(!scope.score && !scope.verified && !scope.practiceCoverage && !scope.label);
        QCOMPARE(scope.worst, 0.0);
        QCOMPARE(scope.best, 100.0);
        QCOMPARE(scope.coverage, 0.0);
        QCOMPARE(scope.worstOpen, State::Unanswered);
    }

    void nothingAnsweredHasNoScoreButTheReachableRange() {
        // Worst: (1 + 0.5) / 2 of the penalty; best: (0 + 0.5) / 2.
        const auto scope =
            scopeOf({scored(State::Unanswered), scored(State::Unanswered, 1, Risk::Medium, Risk::Medium)});
        QVERIFY(!scope.score && !scope.label);
        QCOMPARE(scope.worst, 25.0);
        QCOMPARE(scope.best, 75.0);
        QCOMPARE(scope.worstOpen, State::Unanswered);
        QCOMPARE(scope.applicable, 2);
        QCOMPARE(scope.answered, 0);
    }

    void allNotApplicableIsAnEmptyScope() {
        const auto scope = scopeOf({scored(State::NotApplicable), scored(State::NotApplicable)});
        QVERIFY(!scope.score && !scope.label);
        QCOMPARE(scope.questions, 2);
        QCOMPARE(scope.notApplicable, 2);
        QCOMPARE(scope.applicable, 0);
        QCOMPARE(scope.worst, 0.0);
        QCOMPARE(scope.best, 100.0);
    }

    void scoreWeighsAnsweredQuestionsOnly() {
        // Weights 2, 1, 1 answered with High, Medium, None; one unanswered of weight 4; one not applicable.
        // Score: 100 (1 - (2 + 0.5) / 4) = 37.5. Coverage 4 / 8.
        // Worst: 100 (1 - (2.5 + 4) / 8) = 18.75. Best: 100 (1 - 2.5 / 8) = 68.75.
        const auto scope = scopeOf({scored(State::High, 2), scored(State::Medium), scored(State::None),
                                    scored(State::Unanswered, 4), scored(State::NotApplicable, 10)});
        QCOMPARE(*scope.score, 37.5);
        QCOMPARE(scope.coverage, 0.5);
        QCOMPARE(scope.worst, 18.75);
        QCOMPARE(scope.best, 68.75);
        QCOMPARE(scope.questions, 5);
        QCOMPARE(scope.applicable, 4);
        QCOMPARE(scope.answered, 3);
        QCOMPARE(scope.high + scope.medium + scope.none + scope.unmatched + scope.notApplicable, 4);
        QCOMPARE(*scope.label, Label::AtRisk);
        QCOMPARE(scope.worstOpen, State::High);
    }

    void fullCoverageClosesTheRangeOnTheScore() {
        const auto scope = scopeOf({scored(State::Medium, 0.3), scored(State::None, 0.7), scored(State::High, 1.1)});
        QCOMPARE(scope.coverage, 1.0);
        QVERIFY(scope.worst == *scope.score); // to the last bit
        QVERIFY(scope.best == *scope.score);
    }

    void unmatchedCountsAsTheWorstReachableLevel() {
        const auto medium = scopeOf({scored(State::Unmatched, 1, Risk::Medium)});
        QCOMPARE(*medium.score, 50.0);
        QCOMPARE(medium.worst, 50.0);
        QCOMPARE(medium.best, 50.0);
        QCOMPARE(*medium.label, Label::NeedsWork);
        QCOMPARE(medium.worstOpen, State::Medium);
        QCOMPARE(medium.unmatched, 1);
        QCOMPARE(medium.medium, 0);
        QCOMPARE(medium.answered, 1);
        QCOMPARE(*scopeOf({scored(State::Unmatched), scored(State::None)}).label, Label::AtRisk);
        QCOMPARE(*scopeOf({scored(State::Unmatched, 1, Risk::None)}).label, Label::Sound);
    }

    void verifiedScoreReadsOtherAnswersAsUnanswered() {
        auto shown = scored(State::None, 1);
        shown.verified = true;
        auto shownHigh = scored(State::High, 3);
        shownHigh.verified = true;
        const auto scope = scopeOf({shown, shownHigh, scored(State::None, 4)});
        QCOMPARE(*scope.score, 62.5);
        QCOMPARE(*scope.verified, 25.0);
        QVERIFY(!scopeOf({scored(State::None)}).verified);
        auto blank = scored(State::Unanswered);
        blank.verified = true;
        QVERIFY(!scopeOf({blank}).verified);
    }

    void practiceCoverageAddsWeightsOverTheScope() {
        auto first = scored(State::Medium);
        first.practicesInPlace = 3;
        first.practicesApplicable = 6;
        auto second = scored(State::Unanswered, 5);
        second.practicesApplicable = 4;
        auto third = scored(State::None);
        third.practicesInPlace = third.practicesApplicable = 2;
        QCOMPARE(*scopeOf({first, second, third}).practiceCoverage, 5.0 / 12.0);
        QVERIFY(!scopeOf({scored(State::None)}).practiceCoverage);
    }

    void labelIsCappedByTheWorstOpenItem_data() {
        QTest::addColumn<int>("high");
        QTest::addColumn<int>("medium");
        QTest::addColumn<int>("none");
        QTest::addColumn<int>("unanswered");
        QTest::addColumn<QString>("label");
        QTest::newRow("one high among many") << 1 << 0 << 99 << 0 << "at risk";
        QTest::newRow("high and medium") << 1 << 1 << 0 << 0 << "at risk";
        QTest::newRow("one medium among many") << 0 << 1 << 99 << 0 << "needs work";
        QTest::newRow("nothing open, all answered") << 0 << 0 << 10 << 0 << "sound";
        QTest::newRow("coverage of exactly 90 %") << 0 << 0 << 9 << 1 << "sound";
        QTest::newRow("score 100, coverage below 90 %") << 0 << 0 << 8 << 1 << "needs work";
        QTest::newRow("nothing answered") << 0 << 0 << 0 << 3 << "";
    }
    void labelIsCappedByTheWorstOpenItem() {
        QFETCH(int, high);
        QFETCH(int, medium);
        QFETCH(int, none);
        QFETCH(int, unanswered);
        QFETCH(QString, label);
        // Nine of ten weights of 1.3 add up to a little less than 0.9 of their sum.
        for (const double weight : {1.0, 0.1, 1.3}) {
            std::vector<score::QuestionScore> questions;
            const auto add = [&](int count, State state) {
                for (int i = 0; i < count; ++i)
                    questions.push_back(scored(state, weight));
            };
            add(none, State::None);
            add(medium, State::Medium);
            add(high, State::High);
            add(unanswered, State::Unanswered);
            const auto scope = scopeOf(questions);
            const auto text = scope.label ? score::toText(*scope.label) : std::string_view();
            QCOMPARE(QString::fromUtf8(text.data(), qsizetype(text.size())), label);
        }
    }

    void worstOpenFallsToNoneAndThenToUnanswered() {
        QCOMPARE(scopeOf({scored(State::None), scored(State::Unanswered)}).worstOpen, State::None);
        QCOMPARE(scopeOf({scored(State::None), scored(State::Medium)}).worstOpen, State::Medium);
        QCOMPARE(scopeOf({scored(State::Medium), scored(State::High)}).worstOpen, State::High);
        QCOMPARE(scopeOf({scored(State::NotApplicable)}).worstOpen, State::Unanswered);
    }

    void methodAndTextsAreStable() {
        QVERIFY(score::kMethod == "score/1");
        QVERIFY(score::toText(Label::AtRisk) == "at risk" && score::toText(Label::NeedsWork) == "needs work" &&
                score::toText(Label::Sound) == "sound");
        QVERIFY(score::toText(score::GroupBy::Pillar) == "pillar" && score::toText(score::GroupBy::Lens) == "lens" &&
                score::toText(score::GroupBy::Phase) == "phase" &&
                score::toText(score::GroupBy::Framework) == "framework");
    }
};

QTEST_APPLESS_MAIN(TestScopeScore)
#include "tst_scope_score.moc"
