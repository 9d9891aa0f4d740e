// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One question and its answer, reduced to what scoring needs.
#include "tests/core/score/score_builders.h"

#include <QTest>

using namespace plumb;
using namespace plumb::test;
using lens::Risk;
using lens::State;
using review::ChoiceStatus;

class TestQuestionScore : public QObject {
    Q_OBJECT

    std::shared_ptr<const lens::Lens> m_lens;
    lens::QuestionOverlay m_overlay;

    [[nodiscard]] score::QuestionScore scoreOf(const review::Answer& answer, std::size_t question = 0) const {
        const lens::Question& q = m_lens->pillars[0].questions[question];
        return score::scoreQuestion({"test", q.id}, q, m_overlay, answer);
    }
    static review::Answer answered(std::initializer_list<std::string> selected,
                                   std::initializer_list<std::string> excluded = {}) {
        review::Answer answer;
        for (const std::string& id : selected)
            answer.choices[id].status = ChoiceStatus::Selected;
        for (const std::string& id : excluded)
            answer.choices[id].status = ChoiceStatus::NotApplicable;
        return answer;
    }

private slots:
    void initTestCase() {
        m_lens = makeLens(
            "test",
            {pillarJson(
                "security",
                {questionJson("one", {"aaa", "bbb", "ccc", "one_no"}, threeLevels("aaa && bbb && ccc", "aaa || bbb")),
                 questionJson("two", {"ddd", "eee"}, {{"ddd", "MEDIUM_RISK"}, {"eee && !ddd", "NO_RISK"}})})});
        m_overlay.weight = 2.5;
        m_overlay.choices["aaa"].severity = lens::Severity::High;
        m_overlay.choices["bbb"].severity = lens::Severity::Medium;
        m_overlay.choices["ccc"].tags = {"no severity given"};
        m_overlay.choices["one_no"].severity = lens::Severity::High;
    }

    void blankAnswerIsUnansweredWithAllPracticesOpen() {
        const auto q = scoreOf({});
        QVERIFY(q.key == (QuestionKey{"test", "one"}));
        QCOMPARE(q.state, State::Unanswered);
        QCOMPARE(q.weight, 2.5);
        QCOMPARE(q.worst, Risk::High);
        QCOMPARE(q.best, Risk::None);
        QCOMPARE(q.practicesApplicable, 6.0); // 3 + 2 + 1; the none-choice is no practice
        QCOMPARE(q.practicesInPlace, 0.0);
    }

    void selectedPracticesCountBySeverity() {
        const auto q = scoreOf(answered({"aaa", "ccc"}));
        QCOMPARE(q.state, State::Medium);
        QCOMPARE(q.practicesInPlace, 4.0);
        QCOMPARE(q.practicesApplicable, 6.0);
    }

    void choiceNotApplicableLeavesPracticeCoverage() {
        const auto q = scoreOf(answered({"bbb", "ccc"}, {"aaa"}));
        QCOMPARE(q.state, State::None);
        QCOMPARE(q.practicesInPlace, 3.0);
        QCOMPARE(q.practicesApplicable, 3.0);
    }

    void noneChoiceNeverCounts() {
        const auto q = scoreOf(answered({"one_no"}));
        QCOMPARE(q.state, State::High);
        QCOMPARE(q.practicesInPlace, 0.0);
        QCOMPARE(q.practicesApplicable, 6.0);
    }

    void questionNotApplicableTakesItsPracticesAlong() {
        auto answer = answered({"aaa"});
        answer.applicable = false;
        const auto q = scoreOf(answer);
        QCOMPARE(q.state, State::NotApplicable);
        QCOMPARE(q.practicesInPlace, 0.0);
        QCOMPARE(q.practicesApplicable, 0.0);
        answer.applicable = true; // the selection was kept
        QCOMPARE(scoreOf(answer).state, State::Medium);
    }

    void unknownChoicesOfAnAnswerAreIgnored() {
        QCOMPARE(scoreOf(answered({"gone"})).state, State::Unanswered);
        QCOMPARE(scoreOf(answered({"gone"})).practicesInPlace, 0.0);
    }

    void questionWithoutMatchingRuleIsUnmatched() {
        // "two" has no default: nothing ticked matches nothing, ddd gives medium, eee alone gives none.
        const auto q = scoreOf(answered({}, {"ddd"}), 1); // ddd standing alone is satisfied
        QCOMPARE(q.state, State::Medium);
        const auto lens = makeLens(
            "gap", {pillarJson("security", {questionJson("gap", {"fff", "ggg"}, {{"fff && ggg", "MEDIUM_RISK"}})})});
        const auto gap = score::scoreQuestion({"gap", "gap"}, lens->pillars[0].questions[0], {}, answered({"fff"}));
        QCOMPARE(gap.state, State::Unmatched);
        QCOMPARE(gap.worst, Risk::Medium);
        QCOMPARE(gap.best, Risk::Medium);
        QCOMPARE(gap.weight, 1.0);
    }

    void onlyShownAndVerifiedAnswersAreVerified() {
        review::Answer answer = answered({"aaa"});
        QVERIFY(!scoreOf(answer).verified);
        answer.basis = review::Basis::Said;
        QVERIFY(!scoreOf(answer).verified);
        answer.basis = review::Basis::Shown;
        QVERIFY(scoreOf(answer).verified);
        answer.basis = review::Basis::Verified;
        QVERIFY(scoreOf(answer).verified);
    }
};

QTEST_APPLESS_MAIN(TestQuestionScore)
#include "tst_question_score.moc"
