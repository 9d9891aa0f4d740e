// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The review's words, look-ups and how an answer becomes the selection that rules read.
#ifndef Q_MOC_RUN // moc of Qt 6.4 does not get through <concepts>
#include "core/review/review.h"
#endif

#include <QTest>

using namespace plumb;
using namespace plumb::review;

namespace {

template <typename Enum> bool roundTrips(int count) {
    for (int i = 0; i < count; ++i) {
        Enum back{};
        if (!fromText(toText(static_cast<Enum>(i)), back) || back != static_cast<Enum>(i))
            return false;
    }
    return toText(static_cast<Enum>(count)).empty();
}

lens::Question threeChoices() {
    lens::Question question;
    question.id = "q";
    question.choices.resize(3);
    question.choices[0].id = "a";
    question.choices[1].id = "b";
    question.choices[2].id = "c";
    return question;
}

Review small() {
    auto lens = std::make_shared<lens::Lens>();
    lens->id = "test";
    lens->pillars.resize(1);
    lens->pillars[0].questions.push_back(threeChoices());
    Review review;
    review.lenses.push_back({lens, std::make_shared<lens::Overlay>(), 0});
    review.answers[{"test", "q"}].note = "noted";
    review.participants.push_back({"p1", "Zoë", "", ""});
    review.evidence.resize(2);
    review.evidence[0].id = "e1";
    review.evidence[0].links = {{{"test", "q"}, "a"}, {{"test", "q"}, "b"}};
    review.evidence[1].id = "e2";
    review.evidence[1].links = {{{"test", "other"}, ""}};
    review.findings.resize(2);
    review.findings[0].key = "test/q";
    review.findings[1].key = "by-hand";
    review.findings[1].title = "Nobody owns it";
    return review;
}

} // namespace

class TestReview : public QObject {
    Q_OBJECT

private slots:
    void everyWordReadsBack();
    void wordsAreReadInAnyCaseAndWithHyphens();
    void unknownWordsAreRefusedAndLeaveTheValue();
    void findingsAreNamedByTheirQuestion();
    void anUntouchedFindingIsAsMade();
    void lookUpsFindWhatIsThere();
    void lookUpsOfNothingAreSafe();
    void evidenceIsListedOnceForAQuestion();
    void anAnswerBecomesASelection();
    void choicesTheQuestionHasNotAreIgnored();
};

void TestReview::everyWordReadsBack() {
    QVERIFY(roundTrips<NaReason>(5));
    QVERIFY(roundTrips<Confidence>(4));
    QVERIFY(roundTrips<Basis>(4));
    QVERIFY(roundTrips<EvidenceKind>(4));
    QVERIFY(roundTrips<FindingStatus>(6));
    QVERIFY(roundTrips<EventKind>(4));
    QVERIFY(roundTrips<PlanMode>(2));
    for (const lens::Effort effort : {lens::Effort::Unset, lens::Effort::S, lens::Effort::M, lens::Effort::L}) {
        lens::Effort back = lens::Effort::M;
        QVERIFY(fromText(review::toText(effort), back));
        QCOMPARE(back, effort);
    }
    QCOMPARE(toText(FindingStatus::InProgress), std::string_view("in progress"));
    QCOMPARE(toText(FindingStatus::FalseAlarm), std::string_view("false alarm"));
    QCOMPARE(toText(EventKind::ModelUpdate), std::string_view("model update"));
    QCOMPARE(review::toText(lens::Effort::Unset), std::string_view(""));
    QCOMPARE(review::toText(lens::Effort::L), std::string_view("L"));
    QCOMPARE(toText(NaReason::None), std::string_view("NONE"));
    QCOMPARE(toText(NaReason::ArchitectureConstraints), std::string_view("ARCHITECTURE_CONSTRAINTS"));
    QCOMPARE(toText(Confidence::Unset), std::string_view(""));
    QCOMPARE(toText(Basis::Verified), std::string_view("verified"));
}

void TestReview::wordsAreReadInAnyCaseAndWithHyphens() {
    NaReason reason{};
    QVERIFY(fromText("out-of-scope", reason));
    QCOMPARE(reason, NaReason::OutOfScope);
    QVERIFY(fromText("Business Priorities", reason));
    QCOMPARE(reason, NaReason::BusinessPriorities);
    Confidence confidence{};
    QVERIFY(fromText("HIGH", confidence));
    QCOMPARE(confidence, Confidence::High);
    FindingStatus status{};
    for (const char* word : {"in progress", "In-Progress", "IN_PROGRESS"}) {
        status = FindingStatus::Open;
        QVERIFY(fromText(word, status));
        QCOMPARE(status, FindingStatus::InProgress);
    }
    EventKind kind{};
    QVERIFY(fromText("data_change", kind));
    QCOMPARE(kind, EventKind::DataChange);
    lens::Effort effort{};
    QVERIFY(fromText("s", effort));
    QCOMPARE(effort, lens::Effort::S);
}

void TestReview::unknownWordsAreRefusedAndLeaveTheValue() {
    Basis basis = Basis::Shown;
    for (const char* word : {"rumour", "show", "shown ", " ", "shownn"})
        QVERIFY(!fromText(word, basis));
    QCOMPARE(basis, Basis::Shown);
    EvidenceKind kind = EvidenceKind::Link;
    QVERIFY(!fromText("", kind));
    QCOMPARE(kind, EvidenceKind::Link);
    FindingStatus status = FindingStatus::Resolved;
    for (const char* word : {"", "closed", "inprogress", "false"})
        QVERIFY(!fromText(word, status));
    QCOMPARE(status, FindingStatus::Resolved);
    lens::Effort effort = lens::Effort::L;
    QVERIFY(!fromText("XL", effort));
    QCOMPARE(effort, lens::Effort::L);
}

void TestReview::findingsAreNamedByTheirQuestion() {
    QCOMPARE(findingKey({"genai", "q1"}), std::string("genai/q1"));
    QCOMPARE(findingCode(0), std::string("F-00"));
    QCOMPARE(findingCode(7), std::string("F-07"));
    QCOMPARE(findingCode(10), std::string("F-10"));
    QCOMPARE(findingCode(1234), std::string("F-1234"));
}

void TestReview::anUntouchedFindingIsAsMade() {
    Finding finding;
    finding.key = "test/q";
    finding.question = {"test", "q"};
    finding.number = 3;
    QVERIFY(finding.untouched());
    QVERIFY(!finding.byHand());
    for (auto touch : std::vector<void (*)(Finding&)>{
             [](Finding& f) { f.reason = "x"; }, [](Finding& f) { f.progress = 1; }, [](Finding& f) { f.days = 0.5; },
             [](Finding& f) { f.residual.impact = 1; }, [](Finding& f) { f.loss = LossModel{}; },
             [](Finding& f) { f.needs = {"x"}; }}) {
        Finding other = finding;
        touch(other);
        QVERIFY(!other.untouched());
    }
    finding.severity = lens::Risk::Medium; // follows the answers
    QVERIFY(finding.untouched());
    finding.question = {};
    QVERIFY(!finding.untouched());
}

void TestReview::lookUpsFindWhatIsThere() {
    const Review review = small();
    QCOMPARE(review.findLens("test")->lens->id, std::string("test"));
    QCOMPARE(review.findQuestion({"test", "q"})->choices.size(), std::size_t{3});
    QCOMPARE(review.answer({"test", "q"}).note, std::string("noted"));
    QCOMPARE(review.findParticipant("p1")->name, std::string("Zoë"));
    QCOMPARE(review.findEvidence("e2")->links.size(), std::size_t{1});
    QCOMPARE(review.findFinding("by-hand")->title, std::string("Nobody owns it"));
}

void TestReview::lookUpsOfNothingAreSafe() {
    const Review review = small();
    QVERIFY(!review.findLens("other"));
    QVERIFY(!review.findQuestion({"other", "q"}));
    QVERIFY(!review.findQuestion({"test", "other"}));
    QVERIFY(review.answer({"test", "other"}) == Answer{});
    QVERIFY(!review.findParticipant("p2"));
    QVERIFY(!review.findEvidence(""));
    QVERIFY(!review.findFinding("test/other"));
    QVERIFY(!review.findFinding(""));
}

void TestReview::evidenceIsListedOnceForAQuestion() {
    const Review review = small();
    const auto found = review.evidenceFor({"test", "q"});
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0]->id, std::string("e1"));
    QVERIFY(review.evidenceFor({"test", "none"}).empty());
}

void TestReview::anAnswerBecomesASelection() {
    Answer answer;
    answer.choices["a"].status = ChoiceStatus::Selected;
    answer.choices["b"] = {ChoiceStatus::NotApplicable, NaReason::Other, ""};
    answer.choices["c"].note = "only noted";
    const lens::Selection selection = toSelection(threeChoices(), answer);
    QCOMPARE(selection.selected, (std::vector<bool>{true, false, false}));
    QCOMPARE(selection.notApplicable, (std::vector<bool>{false, true, false}));
    QVERIFY(selection.applicable);
    answer.applicable = false;
    QVERIFY(!toSelection(threeChoices(), answer).applicable);
}

void TestReview::choicesTheQuestionHasNotAreIgnored() {
    Answer answer;
    answer.choices["retired"].status = ChoiceStatus::Selected;
    QCOMPARE(toSelection(threeChoices(), answer).selected, (std::vector<bool>{false, false, false}));
}

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
