// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sample review is built from its script, whole and clean, and says what its notes say.
#include "core/session/sample.h"
#include "questionnaires/built_in.h"
#include "tests/core/session/session_fixture.h"

#include <algorithm>
#include <array>
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
