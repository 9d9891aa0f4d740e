// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The scores of a whole review: the worked example of docs/scoring.md, groups, heat-map cells, updates.
#include "tests/core/score/score_builders.h"

#include <QTest>

using namespace plumb;
using namespace plumb::test;
using lens::State;
using score::GroupBy;
using score::Label;

namespace {

/// Two lenses: "alpha" with framework ids as pillars and two phases, "beta" with a pillar of its own name that its
/// overlay maps to reliability, and one question that maps elsewhere.
TestReview twoLenses() {
    TestReview t;
    const auto question = [](const std::string& id) {
        return questionJson(id, {id + "_a", id + "_b", id + "_no"},
                            threeLevels(id + "_a && " + id + "_b", id + "_a || " + id + "_b"));
    };
    auto& alpha = t.add(makeLens("alpha", {pillarJson("security", {question("sec1"), question("sec2")}),
                                           pillarJson("costOptimization", {question("cost1")}),
                                           pillarJson("ownPillar", {question("own1")})}));
    alpha.phases = {{"scope", "Scoping"}, {"unused", "Unused"}, {"run", "Running"}};
    alpha.questions["sec1"].phase = "run";
    alpha.questions["cost1"].phase = "scope";
    alpha.questions["cost1"].weight = 2.0;
    auto& beta = t.add(makeLens("beta", {pillarJson("people", {question("ppl1"), question("ppl2")})}));
    beta.pillars["people"].framework = "reliability";
    beta.questions["ppl2"].framework = "security";
    return t;
}

QString listed(const std::vector<score::Group>& groups) {
    QStringList lines;
    for (const auto& g : groups)
        lines << QStringLiteral("%1/%2 '%3' %4")
                     .arg(QString::fromStdString(g.lens), QString::fromStdString(g.id), QString::fromStdString(g.name))
                     .arg(g.score.questions);
    return lines.join(QLatin1String("; "));
}

} // namespace

class TestScore : public QObject {
    Q_OBJECT

private slots:
    void workedExampleOfTheDocumentation() {
        TestReview t;
        auto& overlay = t.add(makeLens(
            "demo",
            {pillarJson(
                "security",
                {questionJson("access", {"mfa", "least", "rotate", "access_no"},
                              threeLevels("mfa && least && rotate", "mfa && least")),
                 questionJson("prompts", {"redact", "filter"}, threeLevels("redact && filter", "redact")),
                 questionJson("training", {"lineage", "isolate"},
                              {{"lineage && isolate", "NO_RISK"}, {"default", "MEDIUM_RISK"}}),
                 questionJson("gpu", {"patch", "gpu_no"}, {{"patch", "NO_RISK"}, {"default", "HIGH_RISK"}})})}));
        overlay.questions["prompts"].weight = 2.0;
        overlay.questions["access"].choices["mfa"].severity = lens::Severity::High;
        overlay.questions["access"].choices["least"].severity = lens::Severity::High;
        overlay.questions["prompts"].choices["redact"].severity = lens::Severity::Medium;
        t.tick("demo", "access", {"mfa", "least"});
        t.exclude("demo", "access", {"rotate"});
        t.answer("demo", "access").basis = review::Basis::Shown;
        t.tick("demo", "prompts", {"redact"});
        t.excludeQuestion("demo", "gpu");
        const score::ScopeScore all = t.scores().overall();
        // access None (weight 1), prompts Medium (2), training unanswered (1; medium to none), gpu not applicable.
        QCOMPARE(*all.score, 100.0 * (1.0 - 1.0 / 3.0));
        QCOMPARE(all.coverage, 0.75);
        QCOMPARE(all.worst, 62.5);
        QCOMPARE(all.best, 75.0);
        QCOMPARE(*all.verified, 100.0);
        QCOMPARE(*all.practiceCoverage, 8.0 / 11.0);
        QCOMPARE(*all.label, Label::NeedsWork);
        QCOMPARE(all.worstOpen, State::Medium);
    }

    void groupsFollowTheReviewAndLeaveOutWhatHasNone() {
        const TestReview t = twoLenses();
        const auto scores = t.scores();
        QCOMPARE(listed(scores.groups(t.review, GroupBy::Lens)), "alpha/alpha 'Lens alpha' 4; beta/beta 'Lens beta' 2");
        QCOMPARE(listed(scores.groups(t.review, GroupBy::Pillar)),
                 "alpha/security 'Pillar security' 2; alpha/costOptimization 'Pillar costOptimization' 1; "
                 "alpha/ownPillar 'Pillar ownPillar' 1; beta/people 'Pillar people' 2");
        QCOMPARE(listed(scores.groups(t.review, GroupBy::Phase)), "alpha/scope 'Scoping' 1; alpha/run 'Running' 1");
        QCOMPARE(listed(scores.groups(t.review, GroupBy::Framework)),
                 "/security 'Security' 3; /reliability 'Reliability' 1; /costOptimization 'Cost Optimization' 1");
    }

    void frameworkComesFromQuestionThenPillarThenPillarId() {
        const TestReview t = twoLenses();
        const auto of = [&](std::size_t lens, std::size_t pillar, std::size_t question) {
            const auto& inLens = t.review.lenses[lens];
            const auto& inPillar = inLens.lens->pillars[pillar];
            return score::frameworkOf(inLens, inPillar, inPillar.questions[question]);
        };
        QCOMPARE(of(0, 0, 0), std::string("security"));
        QCOMPARE(of(0, 2, 0), std::string());
        QCOMPARE(of(1, 0, 0), std::string("reliability"));
        QCOMPARE(of(1, 0, 1), std::string("security"));
        QCOMPARE(score::frameworkPillars().size(), std::size_t(6));
        QVERIFY(score::frameworkPillars()[3].id == "performance");
    }

    void cellsCutLensByFramework() {
        TestReview t = twoLenses();
        t.tick("alpha", "sec1", {"sec1_a"});
        t.tick("beta", "ppl2", {"ppl2_no"});
        const auto scores = t.scores();
        QCOMPARE(*scores.cell(t.review, "alpha", "security").score, 50.0);
        QCOMPARE(scores.cell(t.review, "alpha", "security").coverage, 0.5);
        QCOMPARE(*scores.cell(t.review, "beta", "security").score, 0.0);
        QCOMPARE(*scores.cell(t.review, {}, "security").score, 25.0);
        QCOMPARE(scores.cell(t.review, "beta", {}).questions, 2);
        QVERIFY(scores.cell(t.review, {}, {}) == scores.overall());
        QCOMPARE(scores.cell(t.review, "alpha", "sustainability").questions, 0);
        QCOMPARE(scores.cell(t.review, "unknown", {}).questions, 0);
    }

    void updateTouchesOneQuestionAndItsScopes() {
        TestReview t = twoLenses();
        auto scores = t.scores();
        QVERIFY(!scores.overall().score);
        t.tick("alpha", "cost1", {"cost1_a", "cost1_b"});
        QVERIFY(scores.update(t.review, {"alpha", "cost1"}));
        QCOMPARE(scores.question({"alpha", "cost1"})->state, State::None);
        QCOMPARE(*scores.overall().score, 100.0);
        QCOMPARE(scores.overall().coverage, 2.0 / 7.0);
        t.review.answers.clear();
        QVERIFY(scores.update(t.review, {"alpha", "cost1"}));
        QVERIFY(scores.overall() == t.scores().overall());
    }

    void updateOfUnknownQuestionsSaysSoAndChangesNothing() {
        TestReview t = twoLenses();
        auto scores = t.scores();
        const auto before = scores.questions();
        QVERIFY(!scores.update(t.review, {"alpha", "nope"}));
        QVERIFY(!scores.update(t.review, {"nope", "sec1"}));
        QVERIFY(!score::Scores().update(t.review, {"alpha", "sec1"})); // never computed
        t.review.lenses.pop_back();
        QVERIFY(!scores.update(t.review, {"beta", "ppl1"}));
        QVERIFY(scores.questions() == before);
        QVERIFY(scores.question({"nope", "sec1"}) == nullptr);
    }

    void questionIdUsedTwiceIsScoredOnce() {
        TestReview t;
        t.add(makeLens(
            "twice", {pillarJson("security", {questionJson("same", {"aaa", "bbb"}, threeLevels("aaa && bbb", "aaa"))}),
                      pillarJson("reliability", {questionJson("same", {"aaa"}, {{"default", "NO_RISK"}}),
                                                 questionJson("next", {"ccc"}, {{"default", "NO_RISK"}})})}));
        t.tick("twice", "same", {"aaa"});
        auto scores = t.scores();
        QCOMPARE(scores.questions().size(), std::size_t(2));
        QCOMPARE(scores.overall().medium, 1);
        QCOMPARE(listed(scores.groups(t.review, GroupBy::Pillar)),
                 "twice/security 'Pillar security' 1; twice/reliability 'Pillar reliability' 1");
        QVERIFY(scores.update(t.review, {"twice", "same"}));
        QVERIFY(scores.questions() == t.scores().questions());
    }

    void reviewWithoutLensesIsEmpty() {
        const TestReview t;
        const auto scores = t.scores();
        QVERIFY(scores.overall() == score::ScopeScore());
        QVERIFY(scores.groups(t.review, GroupBy::Framework).empty());
        QVERIFY(scores.readiness(t.review).signs.empty());
    }
};

QTEST_APPLESS_MAIN(TestScore)
#include "tst_score.moc"
