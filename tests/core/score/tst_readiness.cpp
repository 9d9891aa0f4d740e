// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The verdict production / proof of concept / not determined, sign by sign.
#include "tests/core/score/score_builders.h"

#include <QTest>

using namespace plumb;
using namespace plumb::test;
using Status = score::Readiness::Sign::Status;
using Verdict = score::Readiness::Verdict;

namespace {

/// Two signs: "guard" wants two of three choices, "watch" wants one.
TestReview scan() {
    TestReview t;
    t.add(makeLens("plain", {pillarJson("security", {questionJson("other", {"zzz"}, {{"default", "NO_RISK"}})})}));
    auto& overlay = t.add(
        makeLens("scan", {pillarJson("security", {questionJson("guard", {"input", "output", "extra", "guard_no"},
                                                               threeLevels("input && output && extra", "input")),
                                                  questionJson("watch", {"drift", "watch_no"},
                                                               {{"drift", "NO_RISK"}, {"default", "HIGH_RISK"}})})}));
    overlay.signs = {{"guardrails", "Guardrails", "guard", {"input", "output"}, "No output filter"},
                     {"monitoring", "Monitoring", "watch", {"drift"}, "No monitoring"}};
    return t;
}

score::Readiness readinessOf(const TestReview& t) {
    return t.scores().readiness(t.review);
}

} // namespace

class TestReadiness : public QObject {
    Q_OBJECT

private slots:
    void noSignsIsNotDeterminedWithoutLens() {
        TestReview t;
        t.add(makeLens("plain", {pillarJson("security", {questionJson("qqq", {"zzz"}, {{"default", "NO_RISK"}})})}));
        const auto r = readinessOf(t);
        QCOMPARE(r.verdict, Verdict::NotDetermined);
        QVERIFY(r.lens.empty() && r.signs.empty());
    }

    void allSignsInPlaceIsProduction() {
        TestReview t = scan();
        t.tick("scan", "guard", {"input", "output"});
        t.tick("scan", "watch", {"drift"});
        const auto r = readinessOf(t);
        QCOMPARE(r.verdict, Verdict::Production);
        QCOMPARE(r.lens, std::string("scan"));
        QCOMPARE(r.signs[0].status, Status::InPlace);
        QCOMPARE(r.signs[1].status, Status::InPlace);
        QCOMPARE(r.signs[1].id, std::string("monitoring"));
        QCOMPARE(r.signs[1].name, std::string("Monitoring"));
        QCOMPARE(r.signs[1].question, std::string("watch"));
        QCOMPARE(r.signs[1].missing, std::string("No monitoring"));
    }

    void notApplicableChoicesAndQuestionsAreInPlace() {
        TestReview t = scan();
        t.tick("scan", "guard", {"input"});
        t.exclude("scan", "guard", {"output"});
        t.excludeQuestion("scan", "watch");
        QCOMPARE(readinessOf(t).verdict, Verdict::Production);
    }

    void partOfASignIsProofOfConcept() {
        TestReview t = scan();
        t.tick("scan", "guard", {"input", "extra"});
        t.tick("scan", "watch", {"drift"});
        const auto r = readinessOf(t);
        QCOMPARE(r.signs[0].status, Status::Partly);
        QCOMPARE(r.verdict, Verdict::ProofOfConcept);
    }

    void answeredWithoutTheListedChoicesIsMissing() {
        TestReview t = scan();
        t.tick("scan", "guard", {"extra"});
        t.tick("scan", "watch", {"watch_no"});
        const auto r = readinessOf(t);
        QCOMPARE(r.signs[0].status, Status::Missing);
        QCOMPARE(r.signs[1].status, Status::Missing);
        QCOMPARE(r.verdict, Verdict::ProofOfConcept);
    }

    void unansweredSignLeavesTheVerdictOpenEvenBesideAMissingOne() {
        TestReview t = scan();
        QCOMPARE(readinessOf(t).verdict, Verdict::NotDetermined);
        t.tick("scan", "watch", {"watch_no"});
        const auto r = readinessOf(t);
        QCOMPARE(r.signs[0].status, Status::Unanswered);
        QCOMPARE(r.signs[1].status, Status::Missing);
        QCOMPARE(r.verdict, Verdict::NotDetermined);
    }

    void signsThatPointNowhereNeverCountAsInPlace() {
        TestReview t = scan();
        lens::Overlay overlay = *t.review.lenses[1].overlay;
        overlay.signs = {{"lost", "Lost", "gone", {"drift"}, ""},
                         {"renamed", "Renamed", "watch", {"drift", "gone"}, ""},
                         {"blank", "Blank", "watch", {}, ""}};
        t.review.lenses[1].overlay = std::make_shared<lens::Overlay>(overlay);
        t.tick("scan", "watch", {"drift", "gone"});
        const auto r = readinessOf(t);
        QCOMPARE(r.signs[0].status, Status::Unanswered);
        QCOMPARE(r.signs[1].status, Status::Partly);
        QCOMPARE(r.signs[2].status, Status::Missing);
        QCOMPARE(r.verdict, Verdict::NotDetermined);
    }

    void firstLensWithSignsDecides() {
        TestReview t = scan();
        auto& later = t.add(
            makeLens("later", {pillarJson("security", {questionJson("qqq", {"zzz"}, {{"default", "NO_RISK"}})})}));
        later.signs = {{"late", "Late", "qqq", {"zzz"}, ""}};
        QCOMPARE(readinessOf(t).lens, std::string("scan"));
        std::swap(t.review.lenses[1], t.review.lenses[2]);
        QCOMPARE(readinessOf(t).lens, std::string("later"));
    }

    void verdictsHaveTexts() {
        QVERIFY(score::toText(Verdict::Production) == "production");
        QVERIFY(score::toText(Verdict::ProofOfConcept) == "proof of concept");
        QVERIFY(score::toText(Verdict::NotDetermined) == "not determined");
    }
};

QTEST_APPLESS_MAIN(TestReadiness)
#include "tst_readiness.moc"
