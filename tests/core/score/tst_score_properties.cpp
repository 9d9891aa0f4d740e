// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must hold for every review and every edit, tried on generated ones. The seed is fixed: a failure repeats.
#include "core/base/json.h"
#include "tests/core/score/score_builders.h"

#include <QTest>

#include <rapidcheck.h>

using namespace plumb;
using namespace plumb::test;

namespace {

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
    void initTestCase() { qputenv("RC_PARAMS", "seed=20260801 max_success=60"); }

    void updateAfterEditsEqualsComputingAfresh() {
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
            for (const auto by :
                 {score::GroupBy::Pillar, score::GroupBy::Lens, score::GroupBy::Phase, score::GroupBy::Framework})
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
                RC_ASSERT((questions == scores.overall().questions && answered == scores.overall().answered));
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestScoreProperties)
#include "tst_score_properties.moc"
