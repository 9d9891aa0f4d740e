// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The register: what is in it, how it is rated, and its status on a day.
#include "tests/core/score/finding_builders.h"

#include <QTest>

#include <cmath>

using namespace plumb;
using namespace plumb::test;
using lens::Effort;
using lens::Risk;
using review::FindingStatus;
using score::Finding;

namespace {

QString keys(const std::vector<Finding>& findings) {
    QStringList out;
    for (const Finding& f : findings)
        out << QString::fromStdString(f.key);
    return out.join(QLatin1Char(' '));
}

} // namespace

class TestFindingRegister : public QObject {
    Q_OBJECT

private slots:
    void everyHighAndMediumQuestionIsAFinding() {
        RiskReview r({{"security", 5}});
        r.high("sec1");
        r.medium("sec2");
        r.tick("L", "sec3", {"aaa", "bbb", "ccc"}); // NONE
        r.high("sec4");
        r.excludeQuestion("L", "sec4"); // sec5 is not answered
        const auto found = r.findings();
        QCOMPARE(keys(found), QStringLiteral("L/sec1 L/sec2"));
        QVERIFY(found[0].severity == Risk::High && found[1].severity == Risk::Medium);
        QVERIFY(found[0].state == lens::State::High && found[1].state == lens::State::Medium);
        QCOMPARE(found[1].position, 2);
        QCOMPARE(found[0].framework, std::string("security"));
        QCOMPARE(found[0].lens + "/" + found[0].pillar, std::string("Lens L/Pillar security"));
        QCOMPARE(found[0].number, 0);
        QVERIFY(found[0].open && !found[0].byHand);
    }

    void unmatchedIsNoFinding() {
        TestReview t;
        t.add(makeLens("L", {pillarJson("security", {questionJson("odd", {"aaa", "bbb"}, {{"aaa", "HIGH_RISK"}})})}));
        t.tick("L", "odd", {"bbb"});
        QVERIFY(score::findings(t.review, t.scores(), {2026, 1, 1}).empty());
    }

    void worstComesFirst() {
        RiskReview r({{"security", 6}});
        for (const char* id : {"sec1", "sec2", "sec3", "sec4"})
            r.high(id);
        r.medium("sec5");
        r.overlay->questions["sec5"].likelihood = r.overlay->questions["sec5"].impact = 5;
        r.write("sec3").inherent = {5, 5};
        r.write("sec2").owner = "A";
        r.write("sec1").status = FindingStatus::FalseAlarm;
        r.byHand("by hand", Risk::High).inherent = {4, 4};
        QCOMPARE(keys(r.findings()), QStringLiteral("L/sec3 L/sec2 hand-by hand L/sec4 L/sec5 L/sec1"));
    }

    void ratingsFollowTheOverlayAndSeverity() {
        RiskReview r({{"security", 4}});
        r.high("sec1");
        r.medium("sec2");
        r.high("sec3");
        r.medium("sec4");
        for (const char* id : {"sec3", "sec4"})
            r.overlay->questions[id].likelihood = 1, r.overlay->questions[id].impact = 5;
        const auto check = [&](const char* id, review::Rating inherent, review::Rating residual) {
            const Finding f = r.finding(std::string("L/") + id);
            QVERIFY2(f.inherent == inherent && f.residual == residual, id);
            QCOMPARE(f.rating, inherent.value());
            QCOMPARE(f.residualRating, residual.value());
            QVERIFY(f.band == score::bandOf(inherent.value()));
        };
        check("sec1", {4, 4}, {2, 3});
        check("sec2", {3, 3}, {1, 2});
        check("sec3", {1, 5}, {1, 4});
        check("sec4", {1, 5}, {1, 4});
        r.write("sec1").inherent = {5, 3};
        check("sec1", {5, 3}, {3, 2});
        r.write("sec1").residual = {1, 1};
        check("sec1", {5, 3}, {1, 1});
    }

    void bandsHaveTheirBounds() {
        QString bands;
        for (int rating = 1; rating <= 25; ++rating)
            bands += QLatin1Char(score::toText(score::bandOf(rating)).front());
        QCOMPARE(bands, QStringLiteral("llllmmmmmhhhhhhhhhheeeeee"));
    }

    void effortsStandForDays() {
        QCOMPARE(score::daysOf(Effort::S), 1.0);
        QCOMPARE(score::daysOf(Effort::M), 5.0);
        QCOMPARE(score::daysOf(Effort::L), 20.0);
        QCOMPARE(score::daysOf(Effort::Unset), 5.0);
        RiskReview r({{"security", 1}});
        r.high("sec1");
        r.overlay->questions["sec1"].effort = Effort::L;
        QCOMPARE(r.finding("L/sec1").days, 20.0);
        r.write("sec1").effort = Effort::S;
        QCOMPARE(r.finding("L/sec1").days, 1.0);
        r.write("sec1").days = 2.5;
        QCOMPARE(r.finding("L/sec1").days, 2.5);
        QVERIFY(r.finding("L/sec1").effort == Effort::S);
    }

    void anAcceptanceHoldsThroughItsLastDay() {
        RiskReview r({{"security", 1}});
        r.high("sec1");
        review::Finding& stored = r.write("sec1");
        stored.status = FindingStatus::Accepted;
        stored.reason = "Replaced in spring";
        stored.decidedBy = "Board";
        stored.until = {2027, 2, 28};
        const Finding last = r.finding("L/sec1", {2027, 2, 28}), next = r.finding("L/sec1", {2027, 3, 1});
        QVERIFY(last.status == FindingStatus::Accepted && !last.open && !last.expired);
        QVERIFY(next.status == FindingStatus::Open && next.open && next.expired);
        QVERIFY(last.penalty > 0.0); // an accepted risk still counts
        QCOMPARE(next.decidedBy + next.reason, std::string("BoardReplaced in spring"));
    }

    void dueDatesPassOnTheNextDay() {
        RiskReview r({{"security", 1}});
        r.high("sec1");
        r.write("sec1").due = {2026, 11, 18};
        QVERIFY(!r.finding("L/sec1", {2026, 11, 18}).overdue);
        QVERIFY(r.finding("L/sec1", {2026, 11, 19}).overdue);
        r.write("sec1").status = FindingStatus::FalseAlarm;
        QVERIFY(!r.finding("L/sec1", {2026, 11, 19}).overdue);
    }

    void answersCloseAFindingAndOpenItAgain() {
        RiskReview r({{"security", 1}});
        r.high("sec1");
        r.write("sec1").status = FindingStatus::InProgress;
        r.write("sec1").owner = "K. Abe";
        QVERIFY(r.finding("L/sec1").open);
        r.answer("L", "sec1") = {};
        r.tick("L", "sec1", {"aaa", "bbb", "ccc"});
        const Finding closed = r.finding("L/sec1");
        QVERIFY(closed.closedByAnswers && !closed.open && closed.status == FindingStatus::Resolved);
        QVERIFY(!closed.contradicted);
        QCOMPARE(closed.owner, std::string("K. Abe"));
        QCOMPARE(closed.penalty + closed.scoreGain, 0.0);
        r.answer("L", "sec1") = {};
        r.medium("sec1");
        const Finding again = r.finding("L/sec1");
        QVERIFY(again.open && again.status == FindingStatus::InProgress && again.severity == Risk::Medium);
    }

    void closedOnesThatNobodyTouchedAreNotListed() {
        RiskReview r({{"security", 1}});
        r.tick("L", "sec1", {"aaa", "bbb", "ccc"});
        r.write("sec1"); // has a number only
        QVERIFY(r.findings().empty());
        r.write("sec1").progress = 10;
        QCOMPARE(keys(r.findings()), QStringLiteral("L/sec1"));
    }

    void resolvedByHandWhileTheAnswersShowTheRiskIsAContradiction() {
        RiskReview r({{"security", 1}});
        r.high("sec1");
        r.write("sec1").status = FindingStatus::Resolved;
        const Finding f = r.finding("L/sec1");
        QVERIFY(f.contradicted && !f.open && f.status == FindingStatus::Resolved);
        r.byHand("other", Risk::High).status = FindingStatus::Resolved;
        QVERIFY(!r.finding("hand-other").contradicted);
    }

    void writtenByHandStandsBesideThem() {
        RiskReview r({{"security", 1}});
        review::Finding& stored = r.byHand("No exit plan", Risk::Medium);
        stored.framework = "costOptimization";
        stored.observation = "Nobody wrote one.";
        const Finding f = r.finding("hand-No exit plan");
        QVERIFY(f.byHand && f.open && f.state == lens::State::Medium);
        QCOMPARE(f.pillar + f.framework, std::string("CostcostOptimization"));
        QVERIFY(f.lens.empty() && f.position == 0);
        QVERIFY((f.inherent == review::Rating{3, 3}));
        QCOMPARE(f.penalty, 0.5);
        QCOMPARE(f.scoreGain, 0.0);
    }

    void evidenceComesFromTheQuestionAndTheFinding() {
        RiskReview r({{"security", 2}});
        r.high("sec1");
        const auto piece = [&](const char* id, const char* question) {
            review::Evidence e;
            e.id = id;
            if (*question)
                e.links = {{{"L", question}, ""}, {{"L", question}, "aaa"}};
            r.review.evidence.push_back(e);
        };
        piece("one", "sec2");
        piece("two", "sec1");
        piece("three", "");
        r.write("sec1").evidence = {"one", "two"};
        QCOMPARE(r.finding("L/sec1").evidence, (std::vector<std::string>{"one", "two"}));
        r.write("sec1").evidence = {};
        QCOMPARE(r.finding("L/sec1").evidence, (std::vector<std::string>{"two"}));
    }

    void measuresAreOfTheFindingElseOfTheOverlay() {
        RiskReview r({{"security", 1}});
        r.high("sec1");
        r.overlay->questions["sec1"].measures = {"batch"};
        r.saving = [](const std::string& key, const std::vector<std::string>& measures) {
            return key == "L/sec1" && measures == std::vector<std::string>{"batch"} ? 120.0 : 7.0;
        };
        QCOMPARE(r.finding("L/sec1").monthlySaving, 120.0);
        r.write("sec1").measures = {"caching"};
        QCOMPARE(r.finding("L/sec1").monthlySaving, 7.0);
    }

    void scoreGainIsWhatAdoptingThePracticesBrings() {
        RiskReview r({{"security", 4}, {"reliability", 2}});
        r.overlay->questions["sec1"].weight = 2.5;
        r.high("sec1");
        r.medium("sec2");
        r.tick("L", "rel1", {"aaa", "bbb", "ccc"});
        r.write("sec2").practices = {{{"L", "sec1"}, "aaa"}, {{"L", "sec2"}, "bbb"}, {{"L", "sec3"}, "aaa"}};
        const score::Scores scores = r.scores();
        for (const Finding& f : r.findings()) {
            const auto then = score::whatIf(r.review, scores, f.toClose);
            QVERIFY(std::abs(f.scoreGain - (*then.after.score - *then.before.score)) < 1e-9);
        }
        QCOMPARE(r.finding("L/sec1").penalty, 2.5);
        QCOMPARE(r.finding("L/sec2").penalty, 0.5);
    }

    void lossesAreAddedUp() {
        RiskReview r({{"security", 1}});
        r.high("sec1");
        r.write("sec1").loss = review::LossModel{1.0, 7.0, 7.0};
        QCOMPARE(r.finding("L/sec1").loss.p90, 14.0);
    }

    void theMatrixCountsOpenOnes() {
        RiskReview r({{"security", 4}});
        r.high("sec1");
        r.high("sec2");
        r.medium("sec3");
        r.high("sec4");
        r.write("sec4").status = FindingStatus::Transferred;
        const auto today = score::matrixOf(r.findings(), false), fixed = score::matrixOf(r.findings(), true);
        QCOMPARE(today[3][3], 2); // 4 x 4
        QCOMPARE(today[2][2], 1); // 3 x 3
        QCOMPARE(fixed[1][2], 2);
        QCOMPARE(fixed[0][1], 1);
        int sum = 0;
        for (const auto& row : today)
            for (const int count : row)
                sum += count;
        QCOMPARE(sum, 3);
    }

    void aQuestionIdUsedTwiceIsOneFinding() {
        const Json question = questionJson("same", {"aaa", "bbb"}, {{"aaa", "NO_RISK"}, {"default", "HIGH_RISK"}});
        TestReview t;
        t.add(makeLens("L", {pillarJson("security", {question}), pillarJson("reliability", {question})}));
        t.tick("L", "same", {"bbb"});
        const auto found = score::findings(t.review, t.scores(), {2026, 1, 1});
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].framework, std::string("security"));
    }
};

QTEST_APPLESS_MAIN(TestFindingRegister)
#include "tst_finding_register.moc"
