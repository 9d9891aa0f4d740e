// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one edit makes of one answer, and what the history calls it.
#include "core/lens/reader.h"
#include "core/session/answer_apply.h"
#include "tests/core/session/session_fixture.h"

using namespace plumb;
using namespace plumb::test;
using review::Answer;
using review::ChoiceStatus;
using review::NaReason;
using session::AnswerEdit;

class TstAnswerEdit final : public QObject {
    Q_OBJECT

    lens::Lens m_lens;
    QuestionKey m_key{"alpha", "A_1_1"};

    const lens::Question& question() const { return *m_lens.findQuestion("A_1_1"); }
    Result<Answer> apply(const Answer& before, const AnswerEdit& edit,
                         const std::vector<std::string>& people = {}) const {
        return session::applyEdit(m_key, question(), before, edit, people);
    }
    Answer after(const Answer& before, const AnswerEdit& edit) const { return apply(before, edit).value_or(Answer{}); }
    std::string label(const Answer& before, const AnswerEdit& edit) const {
        return session::describeChange(m_key, question(), before, after(before, edit));
    }
    /// "p1=selected p3=na"
    static std::string ticks(const Answer& answer) {
        std::string text;
        for (const auto& [id, choice] : answer.choices)
            text += (text.empty() ? "" : " ") + id + "=" +
                    (choice.status == ChoiceStatus::Selected        ? "selected"
                     : choice.status == ChoiceStatus::NotApplicable ? "na"
                                                                    : "note");
        return text;
    }

private slots:
    void initTestCase() {
        auto read = lens::readLensOrFail(syntheticLens("Alpha Lens", "A"), "alpha.json");
        VERIFY_OK(read);
        m_lens = std::move(*read);
    }
    void tickingAPracticeTakesNoneBack() {
        const Answer none = after({}, tick({"none_no"}));
        COMPARE_TEXT(ticks(none), "none_no=selected");
        COMPARE_TEXT(ticks(after(none, tick({"p1"}))), "p1=selected");
    }
    void tickingNoneClearsThePractices() {
        const Answer two = after({}, tick({"p1", "p2"}));
        AnswerEdit none;
        none.none = true;
        COMPARE_TEXT(ticks(after(two, none)), "none_no=selected");
        COMPARE_TEXT(ticks(after(two, tick({"none_no"}))), "none_no=selected");
    }
    void importsKeepNoneBesidePractices() {
        AnswerEdit both = tick({"p1", "none_no"});
        both.exclusiveNone = false;
        COMPARE_TEXT(ticks(after({}, both)), "none_no=selected p1=selected");
        AnswerEdit one = tick({"p2"});
        one.exclusiveNone = false;
        COMPARE_TEXT(ticks(after(after({}, both), one)), "none_no=selected p1=selected p2=selected");
    }
    void noneTogetherWithAPracticeIsRefused() {
        VERIFY_ERROR(apply({}, tick({"p1", "none_no"})), "session.noneWithOthers");
        AnswerEdit edit = tick({"p1"});
        edit.none = true;
        VERIFY_ERROR(apply({}, edit), "session.noneWithOthers");
    }
    void noneKeepsNotApplicableChoices() {
        AnswerEdit na;
        na.notApplicableChoices = {{"p3", NaReason::OutOfScope}};
        AnswerEdit none;
        none.none = true;
        COMPARE_TEXT(ticks(after(after({}, na), none)), "none_no=selected p3=na");
    }
    void aQuestionWithoutNoneRefusesNone() {
        lens::Question bare = question();
        bare.choices.pop_back();
        AnswerEdit none;
        none.none = true;
        VERIFY_ERROR(session::applyEdit(m_key, bare, {}, none, {}), "session.noNoneChoice");
    }
    void unknownChoicesAreNamedWithTheNearest() {
        const auto refused = apply({}, tick({"none_on"}));
        VERIFY_ERROR(refused, "session.unknownChoice");
        QCOMPARE(refused.error().args, (std::vector<std::string>{"none_on", "A_1_1", "none_no"}));
        QVERIFY(refused.error().text.find("Did you mean none_no?") != std::string::npos);
        QCOMPARE(refused.error().kind, ErrorKind::Usage);
        AnswerEdit edit;
        edit.choiceNotes = {{"nowhere", "x"}};
        const auto listed = apply({}, edit);
        VERIFY_ERROR(listed, "session.unknownChoice");
        QVERIFY(listed.error().text.find("Its choices are p1, p2, p3, none_no.") != std::string::npos);
    }
    void noneCantBeNotApplicable() {
        AnswerEdit edit;
        edit.notApplicableChoices = {{"none_no", NaReason::None}};
        VERIFY_ERROR(apply({}, edit), "session.noneNotApplicable");
    }
    void unselectTakesBackNotApplicable() {
        AnswerEdit na;
        na.notApplicableChoices = {{"p1", NaReason::Other}};
        const Answer marked = after({}, na);
        COMPARE_TEXT(ticks(marked), "p1=na");
        QCOMPARE(after(marked, untick({"p1"})), Answer{});
        QCOMPARE(after(marked, tick({"p1"})).choices.at("p1").reason, NaReason::None);
    }
    void toggledTicksAndUnticks() {
        const Answer ticked = after({}, AnswerEdit::toggled({}, "p2"));
        COMPARE_TEXT(ticks(ticked), "p2=selected");
        QCOMPARE(after(ticked, AnswerEdit::toggled(ticked, "p2")), Answer{});
    }
    void replacingChoicesKeepsTheirNotes() {
        AnswerEdit first = tick({"p1", "p2"});
        first.choiceNotes = {{"p1", "seen"}};
        AnswerEdit replace = tick({"p3"});
        replace.replaceChoices = true;
        COMPARE_TEXT(ticks(after(after({}, first), replace)), "p1=note p3=selected");
    }
    void onlyWhatIsSetIsChanged() {
        AnswerEdit all = tick({"p1"});
        all.note = "note";
        all.privateNote = "private";
        all.confidence = review::Confidence::Low;
        all.basis = review::Basis::Said;
        all.needsVerification = true;
        all.parkedTopic = "later";
        all.people = std::vector<std::string>{"id-1"};
        const Answer full = after({}, all);
        QVERIFY(full.parked);
        Answer expected = full;
        expected.choices["p2"].status = ChoiceStatus::Selected;
        QCOMPARE(after(full, tick({"p2"})), expected);
        QCOMPARE(after(full, AnswerEdit{}), full);
    }
    void notApplicableKeepsTheTicks() {
        AnswerEdit na;
        na.applicable = false;
        na.reason = NaReason::OutOfScope;
        na.reasonText = "No agents here.";
        const Answer ticked = after({}, tick({"p1"}));
        const Answer off = after(ticked, na);
        QVERIFY(!off.applicable);
        COMPARE_TEXT(ticks(off), "p1=selected");
        AnswerEdit on;
        on.applicable = true;
        QCOMPARE(after(off, on), ticked);
    }
    void aTopicParksAndUnparkingForgetsIt() {
        AnswerEdit park;
        park.parkedTopic = "who pays";
        AnswerEdit unpark;
        unpark.parked = false;
        QVERIFY(after({}, park).parked);
        QCOMPARE(after(after({}, park), unpark), Answer{});
    }
    void addedPeopleComeOnceAndInOrder() {
        AnswerEdit edit;
        edit.people = std::vector<std::string>{"b", "a"};
        const auto answer = apply({}, edit, {"a", "c"});
        VERIFY_OK(answer);
        QCOMPARE(answer->people, (std::vector<std::string>{"b", "a", "c"}));
    }
    void labelsNameTheOneThingThatChanged() {
        const Answer ticked = after({}, tick({"p1"}));
        COMPARE_TEXT(label({}, tick({"p1"})), "Tick \"Practice 1 of A_1_1 is in place\"");
        COMPARE_TEXT(label(ticked, untick({"p1"})), "Untick \"Practice 1 of A_1_1 is in place\"");
        AnswerEdit edit;
        edit.none = true;
        COMPARE_TEXT(label(ticked, edit), "None of these: A_1_1");
        COMPARE_TEXT(label(after({}, edit), tick({"p2"})), "Tick \"Practice 2 of A_1_1 is in place\"");
        COMPARE_TEXT(label({}, tick({"p1", "p2"})), "Answer A_1_1");
        COMPARE_TEXT(label(ticked, tick({"p1"})), "");
    }
    void labelsOfFields() {
        AnswerEdit edit;
        edit.note = "x";
        COMPARE_TEXT(label({}, edit), "Note on A_1_1");
        edit = {};
        edit.applicable = false;
        COMPARE_TEXT(label({}, edit), "Not applicable: A_1_1");
        edit = {};
        edit.confidence = review::Confidence::High;
        COMPARE_TEXT(label({}, edit), "Confidence high: A_1_1");
        edit.basis = review::Basis::Shown;
        COMPARE_TEXT(label({}, edit), "Answer A_1_1");
        edit = {};
        edit.needsVerification = true;
        COMPARE_TEXT(label({}, edit), "Mark for verification: A_1_1");
        edit = {};
        edit.parked = true;
        COMPARE_TEXT(label({}, edit), "Park A_1_1");
        edit = {};
        edit.notApplicableChoices = {{"p3", NaReason::Other}};
        COMPARE_TEXT(label({}, edit), "Not applicable: \"Practice 3 of A_1_1 is in place\"");
    }
    void aChangeConfirmsTheAnswer() {
        Answer before;
        before.note = "By hand.";
        before.reconfirm = "its rules changed";
        AnswerEdit note;
        note.note = "By machine.";
        QCOMPARE(after(before, note).reconfirm, std::string());
        QCOMPARE(after(before, tick({"p1"})).reconfirm, std::string());
        note.note = before.note; // nothing that was not there
        QCOMPARE(after(before, note).reconfirm, before.reconfirm);
        QCOMPARE(label(before, note), std::string());
    }
    void anAnswerIsConfirmedAsItIs() {
        Answer before;
        before.note = "By hand.";
        before.reconfirm = "its rules changed";
        AnswerEdit confirm;
        confirm.confirm = true;
        Answer expected = before;
        expected.reconfirm.clear();
        QVERIFY(after(before, confirm) == expected);
        QCOMPARE(label(before, confirm), "Confirm " + m_key.question);
        QCOMPARE(label(expected, confirm), std::string());
    }
    void labelsStayShort() {
        lens::Question longTitle = question();
        longTitle.choices[0].title = std::string(2000, 'x');
        const auto answer = session::applyEdit(m_key, longTitle, {}, tick({"p1"}), {});
        VERIFY_OK(answer);
        QVERIFY(session::describeChange(m_key, longTitle, {}, *answer).size() < 80);
    }
};

QTEST_APPLESS_MAIN(TstAnswerEdit)
#include "tst_answer_edit.moc"
