// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sample review is built from its script, whole and clean, and says what its notes say.
#include "core/base/json.h"
#include "core/session/answers_json.h"
#include "core/session/sample.h"
#include "questionnaires/built_in.h"
#include "tests/core/session/session_fixture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

using namespace plumb;
using namespace plumb::test;
using session::Library;

namespace {

Library quickScanOnly() {
    static const session::BuiltInLens kLens = *session::find(questionnaires::builtIn(), "ai-quick-scan");
    return {&kLens, 1};
}

/// Questions in `state`, of one lens or of all.
int count(const session::Session& session, lens::State state, std::string_view lens = {}) {
    const auto& questions = session.scores().questions();
    return static_cast<int>(std::count_if(questions.begin(), questions.end(), [&](const auto& question) {
        return question.state == state && (lens.empty() || question.key.lens == lens);
    }));
}

/// Numbers of the script hold where evidence of missing questionnaires was left out: those written by hand show it.
void evidenceOfTheScriptIsFoundByItsNumber(const session::Session& session) {
    int byHand = 0;
    for (const score::Finding& finding : session.findings()) {
        if (!finding.byHand)
            continue;
        ++byHand;
        std::set<std::string> titles;
        for (const std::string& id : finding.evidence)
            titles.insert(session.review().findEvidence(id)->title);
        const std::set<std::string> fairness{"Motor model by age of the policyholder, third quarter 2026"};
        const std::set<std::string> retraining{"Log of this year's retrainings", "Owners and deputies of all models"};
        QVERIFY(titles == (finding.loss.mean > 0.0 ? retraining : fairness));
    }
    QCOMPARE(byHand, 2);
}

} // namespace

class TstSample final : public QObject {
    Q_OBJECT
private:
    SessionFixture m_fixture;
    std::unique_ptr<session::Session> m_sample; ///< of all questionnaires; the tests only read it

private slots:
    void initTestCase() {
        auto sample = session::makeSample(m_fixture.path(), questionnaires::builtIn(), questionnaires::sampleScript(),
                                          m_fixture.env());
        VERIFY_OK(sample);
        m_sample = std::move(*sample);
    }
    void everyStateOccursAndTheFileIsWhole() {
        const session::Session& session = *m_sample;
        COMPARE_TEXT(session.review().workload.client, "Northwind Mutual");
        QCOMPARE(session.review().lenses.size(), questionnaires::builtIn().size());
        for (const lens::State state : {lens::State::High, lens::State::Medium, lens::State::None,
                                        lens::State::Unanswered, lens::State::NotApplicable})
            QVERIFY2(count(session, state) > 0, std::string(lens::toText(state)).c_str());
        QCOMPARE(count(session, lens::State::Unmatched), 0);
        const auto report = session.verify();
        VERIFY_OK(report);
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().text.c_str());
        COMPARE_TEXT(staleness(m_fixture, session), "");
    }
    void mostOfEachQuestionnaireIsAnsweredAndNotAll_data() {
        QTest::addColumn<int>("notApplicable");
        QTest::addColumn<int>("unanswered");
        QTest::newRow("ai-quick-scan") << 1 << 1;
        QTest::newRow("generative-ai") << 2 << 3;
        QTest::newRow("machine-learning") << 2 << 7;
        QTest::newRow("responsible-ai") << 0 << 8;
    }
    void mostOfEachQuestionnaireIsAnsweredAndNotAll() {
        const std::string lens = QTest::currentDataTag();
        QTEST(count(*m_sample, lens::State::NotApplicable, lens), "notApplicable");
        QTEST(count(*m_sample, lens::State::Unanswered, lens), "unanswered");
    }
    void noRiskPrevails() {
        const std::array counts{count(*m_sample, lens::State::High), count(*m_sample, lens::State::Medium),
                                count(*m_sample, lens::State::None)};
        const int answered = counts[0] + counts[1] + counts[2];
        for (const int risk : counts)
            QVERIFY2(4 * risk >= answered && 5 * risk <= 2 * answered, std::to_string(risk).c_str());
    }
    void theQuestionnairesStandInTheOrderOfTheScript() {
        std::vector<std::string> order;
        for (const review::ReviewLens& lens : m_sample->review().lenses)
            order.push_back(lens.lens->id);
        const std::vector<std::string> expected{"ai-quick-scan", "generative-ai", "machine-learning", "responsible-ai"};
        QVERIFY(order == expected);
    }
    void allKindsOfMarksOccur() {
        const review::Review& review = m_sample->review();
        int marked = 0, parked = 0, notes = 0, naChoices = 0;
        std::set<std::string> speakers;
        for (const auto& [key, answer] : review.answers) {
            marked += answer.needsVerification;
            parked += answer.parked && !answer.parkedTopic.empty();
            notes += !answer.note.empty();
            naChoices += std::any_of(answer.choices.begin(), answer.choices.end(), [](const auto& choice) {
                return choice.second.status == review::ChoiceStatus::NotApplicable;
            });
            speakers.insert(answer.people.begin(), answer.people.end());
        }
        QVERIFY(marked >= 2 && parked >= 2 && naChoices >= 2);
        const int answers = static_cast<int>(review.answers.size());
        QVERIFY(notes < answers && 4 * notes >= 3 * answers); // a scribe writes to most, not to all
        QCOMPARE(speakers.size(), review.participants.size());
        std::set<review::EvidenceKind> kinds;
        for (const review::Evidence& evidence : review.evidence) {
            kinds.insert(evidence.kind);
            QVERIFY(!evidence.links.empty() && !evidence.source.empty() && evidence.date.valid());
        }
        QVERIFY(kinds.contains(review::EvidenceKind::File) && kinds.contains(review::EvidenceKind::Link) &&
                kinds.contains(review::EvidenceKind::Note));
    }
    void mostFindingsOfTheRegisterHaveSomebodyAndSomeHaveNobody() {
        std::map<std::string, int> lanes;
        int highWithout = 0;
        for (const score::Finding& finding : m_sample->findings()) {
            if (!finding.owner.empty() && !finding.byHand)
                ++lanes[finding.owner];
            highWithout += finding.open && finding.severity == lens::Risk::High && finding.owner.empty();
            QVERIFY2(!finding.ownTitle || finding.title.size() <= 60, finding.title.c_str());
            QVERIFY2(!finding.due.valid() || (finding.due >= Date{2026, 12, 4} && finding.due <= Date{2027, 3, 31}),
                     finding.title.c_str());
            QVERIFY2(finding.open || !finding.due.valid(), finding.title.c_str());
            QVERIFY2(finding.open == finding.reason.empty(), finding.title.c_str());
        }
        QCOMPARE(lanes.size(), 7U);
        for (const auto& [owner, items] : lanes)
            QVERIFY2(items >= 4 && items <= 7, (owner + " " + std::to_string(items)).c_str());
        QCOMPARE(highWithout, 8);
    }
    void everyStatusButResolvedOccursInTheRegister() {
        std::map<review::FindingStatus, int> counts;
        int byHand = 0, withLoss = 0, tradeOffs = 0;
        for (const score::Finding& finding : m_sample->findings()) {
            ++counts[finding.status];
            byHand += finding.byHand;
            withLoss += finding.loss.mean > 0.0;
            tradeOffs += !finding.tradeOffs.empty();
        }
        QCOMPARE(counts[review::FindingStatus::InProgress], 3);
        QCOMPARE(counts[review::FindingStatus::Accepted], 2);
        QCOMPARE(counts[review::FindingStatus::Transferred], 1);
        QCOMPARE(counts[review::FindingStatus::FalseAlarm], 1);
        QCOMPARE(counts[review::FindingStatus::Resolved], 0);
        QCOMPARE(byHand, 2);
        QCOMPARE(withLoss, 4);
        QCOMPARE(tradeOffs, 6);
    }
    void whatAFindingNeedsIsOpenOrEndsWithinThePlan() {
        std::vector<std::pair<std::string, std::vector<std::string>>> needs;
        std::set<std::string> planned;
        for (const score::PlanItem& item : m_sample->plan().items)
            planned.insert(item.key);
        for (const score::Finding& finding : m_sample->findings()) {
            if (!finding.needs.empty())
                needs.emplace_back(finding.key, finding.needs);
            for (const std::string& key : finding.needs) {
                QVERIFY2(planned.contains(key), key.c_str());
                QVERIFY2(finding.status != review::FindingStatus::InProgress, finding.title.c_str());
            }
        }
        QCOMPARE(needs.size(), 11U);
        QVERIFY(score::circleIn(needs).empty());
    }
    void thePlanKeepsItsDatesAndEndsInProduction() {
        const score::Plan& plan = m_sample->plan();
        COMPARE_TEXT(toIso(plan.periods.front().from), "2026-11-23");
        QCOMPARE(plan.periods.front().capacity, 45.0);
        std::map<std::string, Date> due;
        for (const score::Finding& finding : m_sample->findings())
            due[finding.key] = finding.due;
        for (const score::PlanItem& item : plan.items) {
            QVERIFY2(!due[item.key].valid() || item.to <= due[item.key], item.title.c_str());
            QVERIFY2(item.owner.empty() || item.period < score::kPlanPeriods, item.title.c_str());
        }
        const auto ends = [](const score::PlanItem& item) { return item.status == review::FindingStatus::Accepted; };
        QCOMPARE(std::count_if(plan.items.begin(), plan.items.end(), ends), 1);
        QCOMPARE(plan.highAfter, 1); // the one that is accepted beyond the plan
        QCOMPARE(plan.readinessAfter.verdict, score::Readiness::Verdict::Production);
    }
    void theReviewMakesTheNextOneDueInMay() {
        const score::Cadence before = score::cadence(m_sample->review(), Date{2026, 11, 18});
        QCOMPARE(before.reason, score::Cadence::Reason::ModelUpdate);
        COMPARE_TEXT(toIso(before.due), "2026-10-12");
        const score::Cadence after = score::cadence(m_sample->review(), Date{2026, 11, 22});
        QCOMPARE(after.reason, score::Cadence::Reason::Time);
        COMPARE_TEXT(toIso(after.due), "2027-05-19");
        QVERIFY(!after.overdue);
    }
    void theQuickScanTellsTheStoryOfItsNotes() {
        SessionFixture fixture;
        const auto sample =
            session::makeSample(fixture.path(), quickScanOnly(), questionnaires::sampleScript(), fixture.env());
        VERIFY_OK(sample);
        const session::Session& session = **sample;
        QCOMPARE(session.review().lenses.size(), 1U);
        const auto state = [&](const char* id) { return session.state({"ai-quick-scan", id}); };
        QCOMPARE(state("QS_OPS_1"), lens::State::Medium);
        QCOMPARE(state("QS_OPS_2"), lens::State::High);
        QCOMPARE(state("QS_SEC_1"), lens::State::High);
        QCOMPARE(state("QS_SEC_2"), lens::State::High);
        QCOMPARE(state("QS_REL_1"), lens::State::None);
        QCOMPARE(state("QS_COST_1"), lens::State::High);
        QCOMPARE(state("QS_COST_2"), lens::State::Medium);
        QCOMPARE(state("QS_COST_4"), lens::State::None);
        QCOMPARE(state("QS_COST_5"), lens::State::NotApplicable);
        QCOMPARE(state("QS_COST_6"), lens::State::High);
        QCOMPARE(state("QS_SUS_1"), lens::State::Unanswered);
        QCOMPARE(session.scores().readiness(session.review()).verdict, score::Readiness::Verdict::ProofOfConcept);
        for (const review::Evidence& evidence : session.review().evidence)
            for (const review::EvidenceLink& link : evidence.links)
                COMPARE_TEXT(link.question.lens, "ai-quick-scan");
        evidenceOfTheScriptIsFoundByItsNumber(session);
    }
    void theCostModelFitsTheEvidence() {
        const review::Costs& costs = m_sample->review().costs;
        QCOMPARE(costs.items.size(), 8U);
        QVERIFY(costs.measures.size() >= 8 && costs.scenarios.size() >= 3);
        COMPARE_TEXT(costs.chosen()->name, "Quick wins and platform");
        QCOMPARE(costs.chosen()->measures.size(), 7U);
        const cost::Evaluation* evaluation = m_sample->costEvaluation();
        QVERIFY(evaluation);
        // "About 34,200 dollars in October for endpoints, notebooks and the training machine", of 744 hours.
        double machines = 0.0, ranges = 0.0;
        for (std::size_t k = 0; k < costs.items.size(); ++k) {
            machines += costs.items[k].type == "endpoint" ? evaluation->items[k].cost : 0.0;
            for (const auto& [field, json] : costs.items[k].fields)
                ranges += json.find("pert") != std::string::npos ? 1.0 : 0.0;
        }
        QVERIFY2(std::abs(machines - 34'200.0 * 730.0 / 744.0) < 400.0, std::to_string(machines).c_str());
        QVERIFY(ranges >= 5.0);
        const cost::ScenarioResult& chosen = evaluation->scenarios.front();
        QVERIFY(chosen.saving > 0.4 * evaluation->baselineMonthly && chosen.saving < evaluation->baselineMonthly);
        // "About 15,000 dollars less a month", says the finding.
        const double idle = m_sample->finding("ai-quick-scan/QS_COST_1")->monthlySaving;
        QVERIFY2(std::abs(idle - 15'000.0) < 500.0, std::to_string(idle).c_str());
    }
    void everyMeasureHasItsFindingsAndNoSavingCountsTwice() {
        const Result<cost::Spec>& spec = m_sample->costSpec();
        VERIFY_OK(spec);
        for (const cost::Measure& measure : spec->measures) {
            QVERIFY2(!measure.findings.empty(), measure.id.c_str());
            QVERIFY2(measure.effort > 0.0, measure.id.c_str());
        }
        double sum = 0.0;
        for (const score::Finding& finding : m_sample->findings())
            sum += finding.monthlySaving;
        const double saving = m_sample->costEvaluation()->scenarios.front().saving;
        QVERIFY2(std::abs(sum - saving) < 0.01, (std::to_string(sum) + " of " + std::to_string(saving)).c_str());
    }
    void twoEarlierReviewsStandBehindIt() {
        const auto& snapshots = m_sample->snapshots();
        QCOMPARE(snapshots.size(), 2U);
        COMPARE_TEXT(snapshots[0].name, "February 2026, first review");
        COMPARE_TEXT(toIso(dayOf(snapshots[1].time)), "2026-05-21");
        const auto trend = m_sample->trend();
        VERIFY_OK(trend);
        QVERIFY(*trend->at(0).score < *trend->at(1).score && *trend->at(1).score < *trend->at(2).score);
        QVERIFY(trend->at(0).coverage < 0.5 && trend->at(1).coverage < trend->at(2).coverage);
        const auto may = m_sample->stateOf(snapshots[1].name), now = m_sample->stateOf({});
        VERIFY_OK(may);
        VERIFY_OK(now);
        for (const compare::State* state : {&may->state, &now->state})
            for (const score::QuestionScore& question : state->scores.questions())
                QVERIFY2(question.state != lens::State::Unmatched, question.key.question.c_str());
        const compare::Comparison moved = compare::compareStates(may->state, now->state);
        using compare::Change;
        QVERIFY(moved.count(Change::Improved) >= 20);
        QCOMPARE(moved.count(Change::Worsened), 4);
        QVERIFY(moved.count(Change::FirstAnswer) >= 20 && moved.count(Change::EvidenceOnly) >= 20);
        QVERIFY(moved.count(Change::Rescoped) >= 1 && moved.count(Change::Unchanged) >= 20);
        QCOMPARE(moved.count(Change::Unanswered), 0);
    }
    void thePresentIsWhatItWouldBeWithoutAPast() {
        JsonDocument script = parseJson(questionnaires::sampleScript());
        script.root.erase("reviews");
        SessionFixture fixture;
        const auto made =
            session::makeSample(fixture.path(), questionnaires::builtIn(), writeJson(script.root), fixture.env());
        VERIFY_OK(made);
        const auto told = [](const session::Session& session) {
            std::string all = writeJson(session::exportAnswers(session.review()));
            for (const review::Evidence& piece : session.review().evidence)
                all += std::to_string(piece.number) + piece.title + "\n";
            for (review::Finding finding : session.review().findings)
                all += std::to_string(finding.number) + (finding.byHand() ? "" : finding.key) + finding.title +
                       finding.owner + std::string(toText(finding.status)) + std::to_string(int(finding.severity)) +
                       std::to_string(finding.evidence.size()) + std::to_string(finding.needs.size()) + "\n";
            return all;
        };
        QVERIFY(made->get()->snapshots().empty());
        COMPARE_TEXT(told(*m_sample), told(**made));
        QVERIFY(m_sample->review().costs == (*made)->review().costs);
        QVERIFY(m_sample->review().planning == (*made)->review().planning);
        QVERIFY(m_sample->scores().overall() == (*made)->scores().overall());
        QCOMPARE(m_sample->findings().size(), (*made)->findings().size());
    }
    void theSameSeedGivesTheSameReview() {
        SessionFixture one, two;
        const auto a = session::makeSample(one.path(), quickScanOnly(), questionnaires::sampleScript(), one.env());
        const auto b = session::makeSample(two.path(), quickScanOnly(), questionnaires::sampleScript(), two.env());
        VERIFY_OK(a);
        VERIFY_OK(b);
        COMPARE_TEXT(difference((*a)->review(), (*b)->review()), "");
    }
    void aBadScriptLeavesNoFile_data() {
        QTest::addColumn<QByteArray>("script");
        const QByteArray head = R"({"workload": {"name": "W"}, "lenses": ["ai-quick-scan"], "people": [], )";
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("not an object") << QByteArray("[]");
        QTest::newRow("no parts") << QByteArray("{}");
        QTest::newRow("no name") << QByteArray(
            R"({"workload": {}, "lenses": [], "people": [], "answers": {}, "evidence": []})");
        QTest::newRow("unknown question") << head + R"("answers": {"ai-quick-scan": {"QS_X": {}}}, "evidence": []})";
        QTest::newRow("answer is a list")
            << head + R"("answers": {"ai-quick-scan": {"QS_OPS_1": [1]}}, "evidence": []})";
        QTest::newRow("bad kind") << head + R"("answers": {}, "evidence": [{"kind": "song", "links": []}]})";
        QTest::newRow("bad link")
            << head + R"("answers": {}, "evidence": [{"kind": "note", "text": "x", "links": ["ai-quick-scan/QS_X"]}]})";
        const QByteArray empty = head + R"("answers": {}, "evidence": [], )";
        QTest::newRow("findings are a list") << empty + R"("findings": []})";
        QTest::newRow("unknown finding") << empty + R"("findings": {"ai-quick-scan/QS_OPS_1": {"owner": "X"}}})";
        QTest::newRow("by hand without title") << empty + R"("findings": {"exit-plan": {"owner": "X"}}})";
        QTest::newRow("unknown key") << empty + R"("findings": {"exit-plan": {"title": "T", "colour": "red"}}})";
        QTest::newRow("bad status") << empty + R"("findings": {"exit-plan": {"title": "T", "status": "gone"}}})";
        QTest::newRow("bad rating") << empty + R"("findings": {"exit-plan": {"title": "T", "inherent": [1]}}})";
        QTest::newRow("half a loss") << empty + R"("findings": {"exit-plan": {"title": "T", "loss": {"p10": 1}}}})";
        QTest::newRow("unknown need") << empty + R"("findings": {"exit-plan": {"title": "T", "needs": ["x"]}}})";
        QTest::newRow("unknown evidence")
            << empty + R"("findings": {"exit-plan": {"title": "T", "evidence": ["E-01"]}}})";
        QTest::newRow("bad capacity") << empty + R"("planning": {"capacity": "much"}})";
        QTest::newRow("unknown pillar") << empty + R"("planning": {"priorities": ["speed"]}})";
        QTest::newRow("event without date") << empty + R"("events": [{"kind": "review"}]})";
        QTest::newRow("costs are a list") << empty + R"("costs": []})";
        QTest::newRow("bad cost model")
            << empty + R"("costs": {"items": [{"id": "a", "type": "endpoint", "pricePerHour": -1}]}})";
        QTest::newRow("unknown scenario")
            << empty + R"("costs": {"scenario": "x", "items": [{"id": "a", "type": "other", "monthly": 1}]}})";
        QTest::newRow("measure of no finding")
            << empty +
                   R"("costs": {"items": [{"id": "a", "type": "other", "monthly": 1}], "measures": [{"id": "m", "item": "a",
                   "type": "factor", "driver": "cost", "factor": 0.5, "findings": ["ai-quick-scan/QS_OPS_1"]}]}})";
        QTest::newRow("reviews are an object") << empty + R"("reviews": {}})";
        QTest::newRow("review without time") << empty + R"("reviews": [{"name": "A", "note": "", "answers": {}}]})";
        QTest::newRow("reviews in the wrong order")
            << empty + R"("reviews": [{"name": "A", "note": "", "time": "2026-05-21T10:00:00Z", "answers": {}},
                   {"name": "B", "note": "", "time": "2026-02-12T10:00:00Z", "answers": {}}]})";
        QTest::newRow("unknown question of a review")
            << empty + R"("reviews": [{"name": "A", "note": "", "time": "2026-05-21T10:00:00Z",
                   "answers": {"ai-quick-scan": {"QS_X": {}}}}]})";
        QTest::newRow("two reviews of one name")
            << empty + R"("reviews": [{"name": "A", "note": "", "time": "2026-02-12T10:00:00Z", "answers": {}},
                   {"name": "a", "note": "", "time": "2026-05-21T10:00:00Z", "answers": {}}]})";
        QTest::newRow("bad date")
            << head + R"("answers": {}, "evidence": [{"kind": "note", "text": "x", "date": "May", "links": ["a/b"]}]})";
    }
    void aBadScriptLeavesNoFile() {
        QFETCH(const QByteArray, script);
        SessionFixture fixture;
        const auto refused = session::makeSample(fixture.path(), quickScanOnly(), script.toStdString(), fixture.env());
        VERIFY_ERROR(refused, "sample.script");
        QVERIFY(!refused.error().messages.empty());
        QVERIFY(std::filesystem::is_empty(fixture.path().parent_path()));
    }
    void findingsPlanningAndEventsOfTheScriptArePlayed() {
        SessionFixture fixture;
        const auto made = session::makeSample(fixture.path(), quickScanOnly(), R"({"workload": {"name": "W"},
            "lenses": ["ai-quick-scan"], "people": [],
            "answers": {"ai-quick-scan": {"QS_OPS_1": {"selected": []}, "QS_COST_1": {"selected": ["busy_hours_known"]}}},
            "evidence": [{"kind": "note", "text": "Seen", "links": ["ai-quick-scan/QS_COST_1"]}],
            "findings": {
                "ai-quick-scan/QS_COST_1": {"owner": "Aylin Kaya", "due": "2027-01-29", "effort": "S", "progress": 30,
                    "status": "in progress", "needs": ["exit-plan"], "evidence": ["E-01"], "inherent": [5, 4],
                    "loss": {"perYear": 2, "p10": 1000, "p90": 9000},
                    "tradeOffs": [{"framework": "performance", "helps": false, "note": "cold starts"}]},
                "exit-plan": {"title": "No exit plan", "severity": "medium", "framework": "reliability",
                    "status": "accepted", "reason": "One supplier", "decidedBy": "Ruth", "until": "2027-02-28"},
                "old": {"title": "Accepted long ago", "status": "accepted", "reason": "r", "decidedBy": "R",
                    "until": "2020-01-01"},
                "no-such-lens/Q": {"owner": "left out with its questionnaire"}},
            "planning": {"priorities": ["security"], "mode": "capacity", "capacity": 12.5, "cadenceMonths": 3},
            "events": [{"kind": "model update", "date": "2026-11-02", "note": "New base model"}]})",
                                              fixture.env());
        VERIFY_OK(made);
        const session::Session& session = **made;
        const score::Finding* idle = session.finding("ai-quick-scan/QS_COST_1");
        QVERIFY(idle);
        COMPARE_TEXT(idle->owner + " " + toIso(idle->due), "Aylin Kaya 2027-01-29");
        QCOMPARE(idle->rating, 20);
        QCOMPARE(idle->progress, 30);
        QVERIFY(idle->loss.mean > 0.0);
        QCOMPARE(idle->needs.size(), 1U);
        const score::Finding* exitPlan = session.finding(idle->needs.front());
        COMPARE_TEXT(exitPlan->title, "No exit plan");
        QCOMPARE(exitPlan->status, review::FindingStatus::Accepted);
        for (const score::Finding& finding : session.findings())
            if (finding.title == "Accepted long ago")
                QCOMPARE(finding.status, review::FindingStatus::Open);
        QCOMPARE(session.review().planning.capacity, 12.5);
        QCOMPARE(session.review().planning.cadenceMonths, 3);
        COMPARE_TEXT(session.review().events.front().note, "New base model");
        COMPARE_TEXT(staleness(fixture, session), "");
    }
    void anExistingFileIsNotOverwritten() {
        SessionFixture fixture;
        QVERIFY(fixture.create());
        VERIFY_ERROR(
            session::makeSample(fixture.path(), quickScanOnly(), questionnaires::sampleScript(), fixture.env()),
            "store.exists");
        QVERIFY(std::filesystem::exists(fixture.path()));
    }
};

QTEST_APPLESS_MAIN(TstSample)
#include "tst_sample.moc"
