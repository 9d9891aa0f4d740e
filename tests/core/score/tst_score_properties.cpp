// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must hold for every scope and every review, tried on generated ones. The seed is fixed: a failure repeats.
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

bool answeredState(State state) { return state != State::Unanswered && state != State::NotApplicable; }

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

rc::Gen<std::vector<QuestionScore>> anyScope() { return rc::gen::container<std::vector<QuestionScore>>(anyQuestion()); }

bool inside(double value, double low, double high) { return value >= low && value <= high; }

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

/// A question of a generated lens: practices in one to three random rules, with or without a default.
Json anyQuestionJson(const std::string& id) {
    std::vector<std::string> choices;
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
        choices.push_back(id + "_" + std::to_string(i));
    const auto anyChoice = [&] { return choices[*rc::gen::inRange<std::size_t>(0, choices.size())]; };
    const auto anyCondition = [&] {
        std::string text = anyChoice();
        for (int terms = *rc::gen::inRange(0, 3); terms > 0; --terms)
            text += (*rc::gen::arbitrary<bool>() ? " && " : " || ") + std::string(*rc::gen::inRange(0, 4) ? "" : "!") +
                    anyChoice();
        return text;
    };
    std::vector<RuleText> rules{{anyCondition(), "NO_RISK"}, {anyCondition(), "MEDIUM_RISK"}};
    if (*rc::gen::inRange(0, 4))
        rules.emplace_back("default", "HIGH_RISK");
    choices.push_back(id + "_no");
    return questionJson(id, choices, rules);
}

TestReview anyReview() {
    TestReview t;
    const auto frameworks = score::frameworkPillars();
    for (int l = *rc::gen::inRange(1, 4); l > 0; --l) {
        std::vector<Json> pillars;
        lens::Overlay overlay;
        overlay.phases = {{"one", "One"}, {"two", "Two"}};
        for (int p = *rc::gen::inRange(1, 4); p > 0; --p) {
            std::vector<Json> questions;
            for (int q = *rc::gen::inRange(1, 4); q > 0; --q) {
                const std::string id = "q" + std::to_string(p) + std::to_string(q);
                questions.push_back(anyQuestionJson(id));
                overlay.questions[id].weight = *rc::gen::inRange(1, 9) / 3.0;
                overlay.questions[id].phase = *rc::gen::element<std::string>("", "one", "two");
            }
            const std::string id = "pillar" + std::to_string(p);
            pillars.push_back(pillarJson(id, questions));
            overlay.pillars[id].framework = frameworks[*rc::gen::inRange<std::size_t>(0, frameworks.size())].id;
        }
        t.add(makeLens("lens" + std::to_string(l), pillars), overlay);
    }
    return t;
}

/// Changes one answer at random and says which.
QuestionKey editSomething(TestReview& t) {
    const auto& lens = *(*rc::gen::elementOf(t.review.lenses)).lens;
    const lens::Pillar pillar = *rc::gen::elementOf(lens.pillars);
    const lens::Question question = *rc::gen::elementOf(pillar.questions);
    review::Answer& answer = t.answer(lens.id, question.id);
    const lens::Choice choice = *rc::gen::elementOf(question.choices);
    switch (*rc::gen::inRange(0, 8)) {
    case 0:
        answer.applicable = !answer.applicable;
        break;
    case 1:
        answer.basis = static_cast<review::Basis>(*rc::gen::inRange(0, 4));
        break;
    case 2:
        answer = {};
        break;
    case 3:
        if (!choice.isNone)
            answer.choices[choice.id].status = review::ChoiceStatus::NotApplicable;
        break;
    case 4:
        answer.choices.erase(choice.id);
        break;
    default:
        answer.choices[choice.id].status = review::ChoiceStatus::Selected;
    }
    return {lens.id, question.id};
}

} // namespace

class TestScoreProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20260801 max_success=300"); }

    void everyNumberStaysInItsBounds() {
        QVERIFY(rc::check("bounds", [] {
            const ScopeScore s = scopeOf(*anyScope());
            RC_ASSERT(inside(s.worst, 0, 100) && inside(s.best, 0, 100) && s.worst <= s.best);
            RC_ASSERT(inside(s.coverage, 0, 1));
            RC_ASSERT(!s.score || inside(*s.score, 0, 100));
            RC_ASSERT(!s.verified || inside(*s.verified, 0, 100));
            RC_ASSERT(!s.practiceCoverage || inside(*s.practiceCoverage, 0, 1));
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
                q.state = toState(static_cast<Risk>(
                    *rc::gen::inRange(static_cast<int>(q.best), static_cast<int>(q.worst) + 1)));
                const ScopeScore after = scopeOf(questions);
                RC_ASSERT(after.worst >= before.worst && after.best <= before.best);
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
            RC_ASSERT(s.worst == *s.score && s.best == *s.score);
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
            RC_PRE(q.state == State::High || q.state == State::Medium);
            const ScopeScore before = scopeOf(questions);
            q.state = q.state == State::High ? State::Medium : State::None;
            const ScopeScore after = scopeOf(questions);
            RC_ASSERT(*after.score > *before.score);
            RC_ASSERT(after.worst > before.worst && after.best > before.best);
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

    void updateAfterEditsEqualsComputingAfresh() {
        qputenv("RC_PARAMS", "seed=20260801");
        QVERIFY(rc::check("incremental", [] {
            TestReview t = anyReview();
            score::Scores kept = t.scores();
            for (int i = 0; i < 25; ++i) {
                const QuestionKey key = editSomething(t);
                RC_ASSERT(kept.update(t.review, key));
            }
            const score::Scores fresh = t.scores();
            RC_ASSERT(kept.questions() == fresh.questions());
            RC_ASSERT(kept.overall() == fresh.overall());
            for (const auto by : {score::GroupBy::Pillar, score::GroupBy::Lens, score::GroupBy::Phase,
                                  score::GroupBy::Framework})
                RC_ASSERT(kept.groups(t.review, by) == fresh.groups(t.review, by));
        }));
    }

    void groupsPartitionTheReview() {
        QVERIFY(rc::check("partition", [] {
            TestReview t = anyReview();
            for (int i = 0; i < 10; ++i)
                editSomething(t);
            const score::Scores scores = t.scores();
            for (const auto by : {score::GroupBy::Pillar, score::GroupBy::Lens, score::GroupBy::Framework}) {
                int questions = 0, answered = 0;
                for (const auto& group : scores.groups(t.review, by)) {
                    questions += group.score.questions;
                    answered += group.score.answered;
                    if (by == score::GroupBy::Framework)
                        RC_ASSERT(scores.cell(t.review, {}, group.id) == group.score);
                    if (by == score::GroupBy::Lens)
                        RC_ASSERT(scores.cell(t.review, group.id, {}) == group.score);
                }
                RC_ASSERT(questions == scores.overall().questions && answered == scores.overall().answered);
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestScoreProperties)
#include "tst_score_properties.moc"
