// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Questionnaires that come to and leave a review.
#include "tests/core/session/session_fixture.h"

using namespace plumb;
using namespace plumb::test;

namespace {
const QuestionKey kA11{"alpha", "A_1_1"};
const QuestionKey kB11{"beta", "B_1_1"};
} // namespace

class TstSessionLenses final : public QObject {
    Q_OBJECT
private slots:
    void anAddedLensComesLastAndCanBeAnswered() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        Recorder recorder(*session);
        const auto id = session->addLens({"", syntheticLens("Third Lens", "C"), {}, "third.json"});
        VERIFY_OK(id);
        COMPARE_TEXT(*id, "third-lens");
        COMPARE_TEXT(recorder.take(), "lenses; history");
        COMPARE_TEXT(session->review().lenses.back().lens->id, "third-lens");
        COMPARE_TEXT(session->undoable()->label, "Add the questionnaire \"Third Lens\"");
        VERIFY_OK(session->edit({"third-lens", "C_2_2"}, tick({"p1"})));
        COMPARE_TEXT(recorder.take(), "answers C_2_2; findings third-lens/C_2_2; history");
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void aBadLensIsRefusedAndNothingChanges() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        const auto refused = session->addLens({"", "{}", {}, "empty.json"});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QCOMPARE(session->review().lenses.size(), 2U);
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void anUnansweredLensIsReplacedInItsPlace() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_OK(session->edit(kB11, tick({"p1"})));
        VERIFY_OK(session->addLens({"alpha", syntheticLens("Alpha Lens 2", "N"), {}, "new.json"}));
        COMPARE_TEXT(session->review().lenses.front().lens->name, "Alpha Lens 2");
        COMPARE_TEXT(session->undoable()->label, "Replace the questionnaire \"Alpha Lens 2\"");
        QVERIFY(session->review().findQuestion({"alpha", "N_1_1"}));
        QCOMPARE(session->state(kB11), lens::State::High);
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void anAnsweredLensIsNotReplaced() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        const auto refused = session->addLens({"alpha", syntheticLens("Other", "N"), {}, "new.json"});
        VERIFY_ERROR(refused, "session.lensThere");
        QCOMPARE(refused.error().kind, ErrorKind::Usage);
    }
    void aLensWithEvidenceIsNotReplaced() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        review::Evidence note;
        note.kind = review::EvidenceKind::Note;
        note.text = "Said in the room.";
        note.links = {{kA11, ""}};
        VERIFY_OK(session->addEvidence({note, nullptr}));
        VERIFY_ERROR(session->addLens({"alpha", syntheticLens("Other", "N"), {}, "new.json"}), "session.lensThere");
    }
    void aLensWithSomethingWrittenAboutItsFindingsIsNotReplaced() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        VERIFY_OK(session->edit(kA11, untick({"p1"})));
        QVERIFY(session->review().answers.empty());
        session::FindingEdit edit;
        edit.owner = "Dev Raman";
        VERIFY_OK(session->editFindings({{"alpha/A_1_1", edit}}));
        VERIFY_ERROR(session->addLens({"alpha", syntheticLens("Other", "N"), {}, "new.json"}), "session.lensThere");
        VERIFY_OK(session->undo());
        // Only a number is left then, of a question that may go.
        VERIFY_OK(session->addLens({"alpha", syntheticLens("Other", "N"), {}, "new.json"}));
        QVERIFY(session->findings().empty());
        COMPARE_TEXT(staleness(fixture, *session), "");
        const auto report = session->verify();
        VERIFY_OK(report);
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().text.c_str());
        VERIFY_OK(session->edit({"alpha", "N_1_1"}, tick({"p1"})));
        QCOMPARE(session->findings().front().number, 2);
    }
    void removingALensTakesItsAnswersAndUndoBringsThemBack() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        session::AnswerEdit edit = tick({"p1", "p2"});
        edit.addPeople = {"Petra"};
        VERIFY_OK(session->edit(kA11, edit));
        VERIFY_OK(session->edit(kB11, tick({"p1"})));
        review::Evidence note;
        note.kind = review::EvidenceKind::Note;
        note.text = "Said in the room.";
        note.links = {{kA11, "p1"}, {kB11, ""}};
        VERIFY_OK(session->addEvidence({note, nullptr}));
        Recorder recorder(*session);
        VERIFY_OK(session->removeLens("alpha"));
        COMPARE_TEXT(recorder.take(), "lenses; answers; evidence B_1_1; findings alpha/A_1_1; history");
        QCOMPARE(session->review().answers.size(), 1U);
        QCOMPARE(session->review().evidence.front().links.size(), 1U);
        COMPARE_TEXT(staleness(fixture, *session), "");
        VERIFY_OK(session->undo());
        COMPARE_TEXT(recorder.take(), "lenses; answers A_1_1; evidence A_1_1 B_1_1; findings alpha/A_1_1; history");
        QCOMPARE(session->state(kA11), lens::State::Medium);
        QCOMPARE(session->review().evidence.front().links.size(), 2U);
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void removingAnUnknownLensIsRefused() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_ERROR(session->removeLens("alfa"), "session.unknownLens");
    }
};

QTEST_APPLESS_MAIN(TstSessionLenses)
#include "tst_session_lenses.moc"
