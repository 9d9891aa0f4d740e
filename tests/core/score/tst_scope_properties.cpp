// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must hold for every scope, tried on generated ones. The seed is fixed: a failure repeats.
#include "tests/core/score/score_builders.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>

using namespace plumb;
using namespace plumb::test;
using lens::Risk;
using lens::State;
using score::Label;
using score::QuestionScore;
using score::ScopeScore;

namespace {

State toState(Risk risk) {
    return risk == Risk::None ? State::None : risk == Risk::Medium ? State::Medium : State::High;
}

bool answeredState(State state) {
    return state != State::Unanswered && state != State::NotApplicable;
}

// RC_ASSERT captures operands, which switches short-circuiting off: compound conditions stand in parentheses of their
// own.

/// A question whose answer, when it has one, lies between its best and worst reachable level. Weights are quarters, so
/// that sums are exact and do not depend on their order.
rc::Gen<QuestionScore> anyQuestion() {
    return rc::gen::exec([] {
        const int best = *rc::gen::inRange(0, 3);
        const int worst = *rc::gen::inRange(best, 3);
        QuestionScore q = scored(State::Unanswered, *rc::gen::inRange(1, 40) / 4.0, static_cast<Risk>(worst),
                                 static_cast<Risk>(best));
        switch (*rc::gen::inRange(0, 6)) {
        case 0:
            q.state = State::NotApplicable;
            return q;
        case 1:
            break;
        case 2:
            q.state = State::Unmatched;
            break;
        default:
            q.state = toState(static_cast<Risk>(*rc::gen::inRange(best, worst + 1)));
        }
        q.verified = *rc::gen::arbitrary<bool>();
        q.practicesApplicable = *rc::gen::inRange(0, 20);
        q.practicesInPlace = *rc::gen::inRange(0, static_cast<int>(q.practicesApplicable) + 1);
        return q;
    });
}

rc::Gen<std::vector<QuestionScore>> anyScope() {
    return rc::gen::container<std::vector<QuestionScore>>(anyQuestion());
}

bool inside(double value, double low, double high) {
    return value >= low && value <= high;
}

/// The three definitions of the label as risk.md writes them.
std::optional<Label> labelByTheText(const std::vector<QuestionScore>& questions, const ScopeScore& scope) {
    if (!scope.score)
        return std::nullopt;
    const auto open = [&](Risk level) {
        return std::ranges::any_of(questions, [&](const QuestionScore& q) {
            return q.state == toState(level) || (q.state == State::Unmatched && q.worst == level);
        });
    };
    if (open(Risk::High))
        return Label::AtRisk;
    if (open(Risk::Medium) || *scope.score < 80)
        return Label::NeedsWork;
    return *scope.score >= 80 && scope.coverage >= 0.9 ? Label::Sound : Label::NeedsWork;
}

} // namespace

class TestScopeProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20260801 max_success=200"); }

    void everyNumberStaysInItsBounds() {
        QVERIFY(rc::check("bounds", [] {
            const ScopeScore s = scopeOf(*anyScope());
            RC_ASSERT((inside(s.worst, 0, 100) && inside(s.best, 0, 100) && s.worst <= s.best));
            RC_ASSERT(inside(s.coverage, 0, 1));
            RC_ASSERT((!s.score || inside(*s.score, 0, 100)));
            RC_ASSERT((!s.verified || inside(*s.verified, 0, 100)));
            RC_ASSERT((!s.practiceCoverage || inside(*s.practiceCoverage, 0, 1)));
            RC_ASSERT(s.score.has_value() == (s.answered > 0));
            RC_ASSERT(s.label.has_value() == (s.answered > 0));
        }));
    }

    void countsAddUp() {
        QVERIFY(rc::check("counts", [] {
            const auto questions = *anyScope();
            const ScopeScore s = scopeOf(questions);
            RC_ASSERT(s.questions == static_cast<int>(questions.size()));
            RC_ASSERT(s.questions == s.applicable + s.notApplicable);
            RC_ASSERT(s.answered == s.high + s.medium + s.none + s.unmatched);
            RC_ASSERT(s.answered <= s.applicable);
        }));
    }

    void answeringOnlyNarrowsTheRange() {
        QVERIFY(rc::check("narrowing", [] {
            auto questions = *rc::gen::nonEmpty(anyScope());
            ScopeScore before = scopeOf(questions);
            for (auto& q : questions) {
                if (q.state != State::Unanswered)
                    continue;
                q.state = toState(
                    static_cast<Risk>(*rc::gen::inRange(static_cast<int>(q.best), static_cast<int>(q.worst) + 1)));
                const ScopeScore after = scopeOf(questions);
                RC_ASSERT((after.worst >= before.worst && after.best <= before.best));
                RC_ASSERT(after.coverage > before.coverage);
                before = after;
            }
            RC_ASSERT(before.applicable == before.answered);
        }));
    }

    void fullCoverageMakesRangeEqualScore() {
        QVERIFY(rc::check("closing", [] {
            auto questions = *anyScope();
            for (auto& q : questions) {
                q.weight = *rc::gen::inRange(1, 1000) / 7.0; // not exact in binary
                if (q.state == State::Unanswered)
                    q.state = toState(q.worst);
            }
            const ScopeScore s = scopeOf(questions);
            RC_PRE(s.applicable > 0);
            RC_ASSERT(s.coverage == 1.0);
            RC_ASSERT((s.worst == *s.score && s.best == *s.score));
        }));
    }

    void orderOfQuestionsDoesNotMatter() {
        QVERIFY(rc::check("permutation", [] {
            auto questions = *anyScope();
            const ScopeScore before = scopeOf(questions);
            const auto swaps = *rc::gen::container<std::vector<std::size_t>>(rc::gen::arbitrary<std::size_t>());
            for (std::size_t i = 0; i < swaps.size() && !questions.empty(); ++i)
                std::swap(questions[i % questions.size()], questions[swaps[i] % questions.size()]);
            std::ranges::reverse(questions);
            RC_ASSERT(scopeOf(questions) == before);
        }));
    }

    void lowerRiskNeverLowersTheScore() {
        QVERIFY(rc::check("monotone", [] {
            auto questions = *rc::gen::nonEmpty(anyScope());
            auto& q = questions[*rc::gen::inRange<std::size_t>(0, questions.size())];
            q.state = *rc::gen::element(State::High, State::Medium);
            const ScopeScore before = scopeOf(questions);
            q.state = q.state == State::High ? State::Medium : State::None;
            const ScopeScore after = scopeOf(questions);
            RC_ASSERT(*after.score > *before.score);
            RC_ASSERT((after.worst > before.worst && after.best > before.best));
            RC_ASSERT(*after.label >= *before.label);
        }));
    }

    void notApplicableQuestionsChangeNothingButTheirCount() {
        QVERIFY(rc::check("not applicable", [] {
            auto questions = *anyScope();
            const ScopeScore before = scopeOf(questions);
            questions.push_back(scored(State::NotApplicable, 7));
            ScopeScore after = scopeOf(questions);
            RC_ASSERT(after.notApplicable-- == before.notApplicable + 1);
            RC_ASSERT(after.questions-- == before.questions + 1);
            RC_ASSERT(after == before);
        }));
    }

    void verifiedScoreIsTheScoreOfTheVerifiedAnswers() {
        QVERIFY(rc::check("verified", [] {
            auto questions = *anyScope();
            const ScopeScore all = scopeOf(questions);
            for (auto& q : questions)
                if (answeredState(q.state) && !q.verified)
                    q.state = State::Unanswered;
            RC_ASSERT(all.verified == scopeOf(questions).score);
        }));
    }

    void labelIsWhatTheTextOfTheMethodSays() {
        QVERIFY(rc::check("label", [] {
            auto questions = *anyScope();
            if (*rc::gen::arbitrary<bool>()) // mostly good answers, or sound is never seen
                for (auto& q : questions)
                    if (*rc::gen::inRange(0, 12) && answeredState(q.state))
                        q.state = State::None;
            const ScopeScore s = scopeOf(questions);
            RC_ASSERT(s.label == labelByTheText(questions, s));
        }));
    }
};

QTEST_APPLESS_MAIN(TestScopeProperties)
#include "tst_scope_properties.moc"
