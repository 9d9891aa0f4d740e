// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a finding says while nobody wrote it, and that what people wrote stays.
#include "tests/core/score/finding_builders.h"

#include <QTest>

using namespace plumb;
using namespace plumb::test;

class TestFindingTexts : public QObject {
    Q_OBJECT

private slots:
    void titleIsOfTheOverlayElseOfTheQuestion() {
        RiskReview r({{"security", 3}});
        for (const char* id : {"sec1", "sec2", "sec3"})
            r.high(id);
        r.overlay->questions["sec1"].findingTitle = "Secrets lie in the code";
        r.overlay->questions["sec1"].shortTitle = "Secrets";
        r.overlay->questions["sec2"].shortTitle = "Patches";
        QCOMPARE(r.finding("L/sec1").title, std::string("Secrets lie in the code"));
        QCOMPARE(r.finding("L/sec2").title, std::string("Patches"));
        QCOMPARE(r.finding("L/sec3").title, std::string("Question sec3"));
    }

    void observationSaysWhatIsInPlaceAndWhatIsNot() {
        RiskReview r({{"security", 1}});
        r.tick("L", "sec1", {"aaa", "ccc"});
        QCOMPARE(r.finding("L/sec1").observation,
                 std::string("In place: Choice aaa and Choice ccc. Missing: Choice bbb."));
        r.answer("L", "sec1").note = " Shown on the dashboard.\n";
        QCOMPARE(r.finding("L/sec1").observation,
                 std::string("In place: Choice aaa and Choice ccc. Missing: Choice bbb. Shown on the dashboard."));
        r.answer("L", "sec1") = {};
        r.high("sec1");
        r.exclude("L", "sec1", {"bbb"});
        QCOMPARE(r.finding("L/sec1").observation,
                 std::string("None of the practices is in place. Missing: Choice aaa and Choice ccc."));
    }

    void practicesWithCommasAreListedWithSemicolons() {
        Json question = questionJson("q01", {"aaa", "bbb", "ccc"}, {{"aaa", "NO_RISK"}, {"default", "HIGH_RISK"}});
        question["choices"][0]["title"] = "Keys, tokens and passwords are rotated.";
        TestReview t;
        t.add(makeLens("L", {pillarJson("security", {question})}));
        t.tick("L", "q01", {"bbb"});
        const auto found = score::findings(t.review, t.scores(), {2026, 1, 1});
        QCOMPARE(found.at(0).observation,
                 std::string("In place: Choice bbb. Missing: Keys, tokens and passwords are rotated; Choice ccc."));
    }

    void consequenceIsOfTheOverlayElseHowThePillarFails() {
        RiskReview r({{"security", 2}});
        r.high("sec1");
        r.high("sec2");
        r.overlay->questions["sec1"].consequence = "Whoever reads the code holds the keys.";
        r.overlay->pillars["security"].failureMode = "Trust is lost at once.";
        QCOMPARE(r.finding("L/sec1").consequence, std::string("Whoever reads the code holds the keys."));
        QCOMPARE(r.finding("L/sec2").consequence, std::string("Trust is lost at once."));
    }

    void recommendationIsThePlanOfTheClosingSet() {
        RiskReview r({{"security", 1}});
        r.medium("sec1");
        QCOMPARE(r.finding("L/sec1").recommendation, std::string("Do bbb. Do ccc."));
        r.write("sec1").practices = {{{"L", "sec1"}, "ccc"}};
        QCOMPARE(r.finding("L/sec1").recommendation, std::string("Do ccc."));
    }

    void recommendationNamesMissingPracticesWhenNoSetCloses() {
        TestReview t;
        t.add(makeLens(
            "L", {pillarJson("security", {questionJson("stuck", {"aaa", "bbb", "ccc"}, {{"default", "HIGH_RISK"}})})}));
        t.tick("L", "stuck", {"bbb"});
        const auto found = score::findings(t.review, t.scores(), {2026, 1, 1});
        QVERIFY(found.at(0).toClose.empty());
        QCOMPARE(found.at(0).recommendation, std::string("Choice aaa. Choice ccc."));
    }

    void writtenTextsStayWhateverTheAnswersDo() {
        RiskReview r({{"security", 1}});
        r.high("sec1");
        review::Finding& stored = r.write("sec1");
        stored.title = "Own title";
        stored.observation = "Own observation";
        stored.consequence = "Own consequence";
        stored.recommendation = "Own recommendation";
        const auto check = [&] {
            const score::Finding f = r.finding("L/sec1");
            QCOMPARE(f.title + f.observation + f.consequence + f.recommendation,
                     std::string("Own titleOwn observationOwn consequenceOwn recommendation"));
            QVERIFY(f.ownTitle && f.ownObservation && f.ownConsequence && f.ownRecommendation);
        };
        check();
        r.tick("L", "sec1", {"aaa", "bbb", "ccc"}); // closed
        check();
        r.answer("L", "sec1") = {}; // not answered
        check();
        r.excludeQuestion("L", "sec1");
        check();
        r.review.lenses.clear(); // not in the review any more
        check();
        stored.title.clear();
        QCOMPARE(r.finding("L/sec1").title, std::string("sec1"));
    }

    void saysSoWhenAClosedQuestionIsNotAnswered() {
        RiskReview r({{"security", 1}});
        r.write("sec1").owner = "K. Abe";
        QCOMPARE(r.finding("L/sec1").observation, std::string("The question is not answered."));
        r.excludeQuestion("L", "sec1");
        QCOMPARE(r.finding("L/sec1").observation, std::string("The question is not applicable."));
    }
};

QTEST_APPLESS_MAIN(TestFindingTexts)
#include "tst_finding_texts.moc"
