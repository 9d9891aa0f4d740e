// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lens/reader.h"
#include "core/session/answers_json.h"
#include "tests/core/session/session_fixture.h"

using namespace plumb;
using namespace plumb::test;
using session::AnswerEdit;

namespace {

const QuestionKey kA11{"alpha", "A_1_1"};
const QuestionKey kA12{"alpha", "A_1_2"};
const QuestionKey kA13{"alpha", "A_1_3"};
const QuestionKey kB11{"beta", "B_1_1"};

Json parse(const std::string& text) {
    const auto json = parseJsonOrFail(text, "test");
    return json.value_or(Json("not JSON"));
}

/// "N003 /alpha/A_1_1/selected/0" for each problem.
std::vector<std::string> problems(const Error& error) {
    std::vector<std::string> out;
    for (const Message& message : error.messages)
        out.push_back(message.id + " " + message.pointer);
    return out;
}

} // namespace

class TstAnswersJson final : public QObject {
    Q_OBJECT

    /// A review with something in every field.
    static void fill(session::Session& session) {
        AnswerEdit edit = tick({"p2", "p1"});
        edit.note = "A note\nwith ümlauts";
        edit.notApplicableChoices = {{"p3", review::NaReason::OutOfScope}};
        edit.choiceNotes = {{"p1", "seen on screen"}};
        edit.confidence = review::Confidence::Medium;
        edit.basis = review::Basis::Verified;
        edit.needsVerification = true;
        edit.parkedTopic = "who pays";
        edit.addPeople = {"Petra Wohlgemuth", "Jonas Feddersen"};
        VERIFY_OK(session.edit(kA11, edit));
        AnswerEdit off;
        off.applicable = false;
        off.reason = review::NaReason::BusinessPriorities;
        off.reasonText = "Not this year.";
        VERIFY_OK(session.edit(kA12, off));
        AnswerEdit none;
        none.none = true;
        none.parked = true;
        VERIFY_OK(session.edit(kB11, none));
        AnswerEdit both = tick({"none_no", "p1"});
        both.exclusiveNone = false;
        both.notApplicableChoices = {{"p2", review::NaReason::None}};
        VERIFY_OK(session.edit(kA13, both));
    }

private slots:
    void exportWritesWhatIsNotDefaultInReviewOrder() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        COMPARE_TEXT(writeJsonCompact(session::exportAnswers(session->review())), "{}");
        fill(*session);
        const Json expected = parse(R"({
            "alpha": {
                "A_1_1": {"selected": ["p1", "p2"], "na": [{"id": "p3", "reason": "OUT_OF_SCOPE"}],
                          "choiceNotes": {"p1": "seen on screen"}, "applicable": true, "note": "A note\nwith ümlauts",
                          "confidence": "medium", "basis": "verified", "needsVerification": true, "parked": true,
                          "parkedTopic": "who pays", "people": ["Petra Wohlgemuth", "Jonas Feddersen"]},
                "A_1_2": {"selected": [], "na": [], "applicable": false, "reason": "BUSINESS_PRIORITIES",
                          "reasonText": "Not this year.", "note": ""},
                "A_1_3": {"selected": ["p1", "none_no"], "na": ["p2"], "applicable": true, "note": ""}},
            "beta": {
                "B_1_1": {"selected": ["none_no"], "na": [], "applicable": true, "note": "", "parked": true}}})");
        COMPARE_TEXT(writeJson(session::exportAnswers(session->review())), writeJson(expected));
    }
    void importOfAnExportGivesTheSameAnswers() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        fill(*session);
        const Json exported = session::exportAnswers(session->review());
        SessionFixture other;
        const auto target = other.create();
        QVERIFY(target);
        const auto edits = session::readAnswers(exported, target->review());
        VERIFY_OK(edits);
        VERIFY_OK(target->edit(*edits, "Import 4 answers"));
        COMPARE_TEXT(writeJson(session::exportAnswers(target->review())), writeJson(exported));
        for (const auto& question : session->scores().questions())
            QCOMPARE(target->state(question.key), question.state);
        // Once more into the file it came from: nothing changes, so there is no command.
        const std::size_t before = session->history()->size();
        const auto again = session::readAnswers(exported, session->review());
        VERIFY_OK(again);
        VERIFY_OK(session->edit(*again, "Import 4 answers"));
        QCOMPARE(session->history()->size(), before);
    }
    void privateNotesStayAtHome() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        AnswerEdit edit;
        edit.privateNote = "Raise with Mareike alone.";
        VERIFY_OK(session->edit(kA11, edit));
        const Json exported = session::exportAnswers(session->review());
        QVERIFY(writeJson(exported).find("Mareike") == std::string::npos);
        const auto edits = session::readAnswers(exported, session->review());
        VERIFY_OK(edits);
        VERIFY_OK(session->edit(*edits, "Import"));
        COMPARE_TEXT(session->review().answer(kA11).privateNote, "Raise with Mareike alone.");
    }
    void importReplacesTheTicks() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_OK(session->edit(kA11, tick({"p1", "p2"})));
        const auto edits =
            session::readAnswers(parse(R"({"alpha": {"A_1_1": {"selected": ["p3"]}}})"), session->review());
        VERIFY_OK(edits);
        VERIFY_OK(session->edit(*edits, "Import"));
        QCOMPARE(session->review().answer(kA11).choices.size(), 1U);
        const auto onlyNote = session::readAnswers(parse(R"({"alpha": {"A_1_1": {"note": "n"}}})"), session->review());
        VERIFY_OK(onlyNote);
        VERIFY_OK(session->edit(*onlyNote, "Import"));
        QCOMPARE(session->review().answer(kA11).choices.size(), 1U);
        COMPARE_TEXT(session->review().answer(kA11).note, "n");
    }
    void everyProblemIsReportedAtItsPlace() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        const auto refused = session::readAnswers(parse(R"({
            "alhpa": {},
            "alpha": {
                "A_1_1": {"selected": ["p1", "p9", 3], "na": ["none_no", {"id": "p2", "reason": "BORED"}, {}]},
                "A_9_9": {},
                "A_1_2": {"applicable": "yes", "note": 1, "confidence": "huge", "selection": [], "people": ["", 5]},
                "A_1_3": []
            },
            "beta": 7})"),
                                                  session->review());
        VERIFY_ERROR(refused, "answers.invalid");
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QCOMPARE(problems(refused.error()),
                 (std::vector<std::string>{
                     "N001 /alhpa", "N003 /alpha/A_1_1/selected/1", "N004 /alpha/A_1_1/selected/2",
                     "N004 /alpha/A_1_1/na/0", "N004 /alpha/A_1_1/na/1/reason", "N004 /alpha/A_1_1/na/2",
                     "N002 /alpha/A_9_9", "N004 /alpha/A_1_2/applicable", "N004 /alpha/A_1_2/note",
                     "N004 /alpha/A_1_2/confidence", "N004 /alpha/A_1_2/selection", "N004 /alpha/A_1_2/people/0",
                     "N004 /alpha/A_1_2/people/1", "N004 /alpha/A_1_3", "N004 /beta"}));
        for (const Message& message : refused.error().messages)
            QVERIFY2(!message.text.empty() && !message.fix.empty(), message.pointer.c_str());
        QVERIFY(refused.error().messages.front().text.find("Did you mean alpha?") != std::string::npos);
    }
    void theTopMustBeAnObject() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        for (const char* text : {"[]", "3", "null", "\"x\""})
            VERIFY_ERROR(session::readAnswers(parse(text), session->review()), "answers.invalid");
        const auto empty = session::readAnswers(parse("{}"), session->review());
        VERIFY_OK(empty);
        QVERIFY(empty->empty());
    }
    void answersOfOneLensAreReadForEvaluation() {
        const auto lens = lens::readLensOrFail(syntheticLens("Alpha Lens", "A"), "alpha.json");
        VERIFY_OK(lens);
        const auto answers = session::readLensAnswers(parse(R"({
            "A_1_1": {"selected": ["p1", "p2"], "na": ["p3"], "applicable": true},
            "A_1_2": {"selected": [], "na": [], "applicable": false},
            "A_1_3": {"selected": ["p1", "none_no"]}})"),
                                                      *lens);
        VERIFY_OK(answers);
        QCOMPARE(answers->size(), 3U);
        const auto state = [&](const char* id) {
            const lens::Question& question = *lens->findQuestion(id);
            return lens::evaluate(question, review::toSelection(question, answers->at(id)));
        };
        QCOMPARE(state("A_1_1"), lens::State::None);
        QCOMPARE(state("A_1_2"), lens::State::NotApplicable);
        QCOMPARE(state("A_1_3"), lens::State::High);
        const auto refused = session::readLensAnswers(parse(R"({"A_1_1": {"selected": ["x"]}, "B": {}})"), *lens);
        VERIFY_ERROR(refused, "answers.invalid");
        QCOMPARE(problems(refused.error()), (std::vector<std::string>{"N003 /A_1_1/selected/0", "N002 /B"}));
    }
};

QTEST_APPLESS_MAIN(TstAnswersJson)
#include "tst_answers_json.moc"
