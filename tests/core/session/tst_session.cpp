// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Making and opening a review, and the commands on answers, workload and people.
#include "tests/core/session/session_fixture.h"

using namespace plumb;
using namespace plumb::test;
using session::AnswerEdit;
using session::OpenMode;
using session::Session;

namespace {
const QuestionKey kA11{"alpha", "A_1_1"};
const QuestionKey kA12{"alpha", "A_1_2"};
const QuestionKey kB23{"beta", "B_2_3"};
} // namespace

class TstSession final : public QObject {
    Q_OBJECT
private slots:
    void aNewReviewHasItsLensesAndNoAnswers() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        QCOMPARE(session->review().workload.name, std::string("Claims AI"));
        QCOMPARE(session->review().lenses.size(), 2U);
        QCOMPARE(session->scores().questions().size(), 12U);
        QVERIFY(!session->scores().overall().score);
        QVERIFY(!session->readOnly());
        QCOMPARE(session->schemaVersion(), store::kSchemaVersion);
        QCOMPARE(session->state(kA11), lens::State::Unanswered);
        QCOMPARE(session->state({"nowhere", "nothing"}), lens::State::Unanswered);
        QCOMPARE(session->path(), fixture.path());
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void answersAreDurableAndScored() {
        SessionFixture fixture;
        {
            const auto session = fixture.create();
            QVERIFY(session);
            VERIFY_OK(session->edit(kA11, tick({"p1", "p2", "p3"})));
            VERIFY_OK(session->edit(kB23, tick({"p1", "p2"})));
            QCOMPARE(session->state(kA11), lens::State::None);
            QCOMPARE(session->state(kB23), lens::State::Medium);
            COMPARE_TEXT(staleness(fixture, *session), "");
        }
        const auto again = fixture.open();
        QVERIFY(again);
        QCOMPARE(again->state(kA11), lens::State::None);
        QCOMPARE(again->scores().overall().answered, 2);
        QVERIFY(again->undoable());
        COMPARE_TEXT(again->undoable()->label, "Answer B_2_3");
    }
    void explainSaysWhatWouldLowerTheRisk() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        const lens::Explanation explanation = session->explain(kA11);
        QCOMPARE(explanation.state, lens::State::High);
        QCOMPARE(explanation.toLower.front().practices, (std::vector<std::size_t>{1}));
        QCOMPARE(session->explain({"alpha", "nothing"}).state, lens::State::Unanswered);
    }
    void aBadLensLeavesNoFile() {
        SessionFixture fixture;
        session::NewReview content = SessionFixture::content();
        content.lenses.push_back({"gamma", "{\"schemaVersion\": NaN}", {}, "gamma.json"});
        const auto refused = Session::create(fixture.path(), content, fixture.env());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(!refused.error().messages.empty());
        QVERIFY(std::filesystem::is_empty(fixture.path().parent_path()));
    }
    void aBadOverlayLeavesNoFile() {
        SessionFixture fixture;
        session::NewReview content = SessionFixture::content();
        content.lenses[1].overlay = R"({"phases": 3, "questions": []})";
        const auto refused = Session::create(fixture.path(), content, fixture.env());
        VERIFY_ERROR(refused, "overlay.invalid");
        QVERIFY(std::filesystem::is_empty(fixture.path().parent_path()));
    }
    void everyBadLensIsReported() {
        SessionFixture fixture;
        session::NewReview content = SessionFixture::content();
        content.lenses.push_back({"gamma", "[", {}, "gamma.json"});
        content.lenses.push_back({"delta", "]", {}, "delta.json"});
        const auto refused = Session::create(fixture.path(), content, fixture.env());
        QVERIFY(!refused);
        const auto& messages = refused.error().messages;
        QVERIFY(
            std::any_of(messages.begin(), messages.end(), [](const Message& m) { return m.pointer == "delta.json"; }));
        QCOMPARE(refused.error().where, std::string("gamma.json"));
    }
    void aLensThatTheFileRefusesLeavesNoFile() {
        SessionFixture fixture;
        session::NewReview content = SessionFixture::content();
        content.lenses[1].id = std::string(review::kMaxName + 1, 'x');
        QVERIFY(!Session::create(fixture.path(), content, fixture.env()));
        QVERIFY(std::filesystem::is_empty(fixture.path().parent_path()));
    }
    void theSameLensTwiceIsRefused() {
        SessionFixture fixture;
        session::NewReview content = SessionFixture::content();
        content.lenses[1].id = "alpha";
        VERIFY_ERROR(Session::create(fixture.path(), content, fixture.env()), "session.lensThere");
        QVERIFY(std::filesystem::is_empty(fixture.path().parent_path()));
    }
    void anExistingFileIsLeftAlone() {
        SessionFixture fixture;
        QVERIFY(fixture.create());
        VERIFY_ERROR(Session::create(fixture.path(), SessionFixture::content(), fixture.env()), "store.exists");
        QVERIFY(fixture.open());
    }
    void aReviewWithoutLensesIsFine() {
        SessionFixture fixture;
        session::NewReview content;
        content.workload.name = "Empty";
        const auto session = Session::create(fixture.path(), content, fixture.env());
        VERIFY_OK(session);
        VERIFY_ERROR((*session)->edit(kA11, tick({"p1"})), "session.unknownLens");
    }
    void aWorkloadWithoutNameIsRefused() {
        SessionFixture fixture;
        session::NewReview content = SessionFixture::content();
        content.workload.name = "";
        QVERIFY(!Session::create(fixture.path(), content, fixture.env()));
        QVERIFY(std::filesystem::is_empty(fixture.path().parent_path()));
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_ERROR(session->setWorkload({}), "session.noName");
    }
    void unknownIdsNameTheNearest() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        const auto lens = session->edit({"alhpa", "A_1_1"}, tick({"p1"}));
        VERIFY_ERROR(lens, "session.unknownLens");
        QCOMPARE(lens.error().args, (std::vector<std::string>{"alhpa", "alpha"}));
        const auto question = session->edit({"alpha", "A_1_9"}, tick({"p1"}));
        VERIFY_ERROR(question, "session.unknownQuestion");
        QCOMPARE(question.error().args.front(), std::string("A_1_9"));
        QVERIFY(question.error().args.size() > 2);
        VERIFY_ERROR(session->edit(kA11, tick({"p9"})), "session.unknownChoice");
        QCOMPARE(session->review().answers.size(), 0U);
    }
    void aTextThatIsTooLongChangesNothing() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        AnswerEdit edit = tick({"p1"});
        edit.note = std::string(review::kMaxNote + 1, 'x');
        VERIFY_ERROR(session->edit(kA11, edit), "review.tooLong");
        QCOMPARE(session->state(kA11), lens::State::Unanswered);
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void manyEditsAreOneCommandOrNone() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        const std::size_t before = session->history()->size();
        const auto refused =
            session->edit({{kA11, tick({"p1"})}, {{"alpha", "A_9_9"}, tick({"p1"})}, {kA12, tick({"p7"})}}, "Import");
        QVERIFY(!refused);
        QCOMPARE(refused.error().messages.size(), 2U);
        QCOMPARE(session->review().answers.size(), 0U);
        VERIFY_OK(session->edit({{kA11, tick({"p1"})}, {kB23, tick({"p2"})}, {kA11, tick({"p3"})}}, ""));
        QCOMPARE(session->review().answer(kA11).choices.size(), 2U);
        QCOMPARE(session->history()->size(), before + 1);
        COMPARE_TEXT(session->undoable()->label, "Answer 2 questions");
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void anEditThatChangesNothingIsNoCommand() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        Recorder recorder(*session);
        const std::size_t before = session->history()->size();
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        VERIFY_OK(session->edit(kA11, AnswerEdit{}));
        QCOMPARE(session->history()->size(), before);
        COMPARE_TEXT(recorder.take(), "");
    }
    void typingJoinsIntoOneCommand() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        const std::size_t before = session->history()->size();
        for (const char* text : {"A", "A n", "A note"}) {
            AnswerEdit edit;
            edit.note = text;
            edit.mergeKey = "note:A_1_1";
            VERIFY_OK(session->edit(kA11, edit));
            fixture.clock().advance(300);
        }
        QCOMPARE(session->history()->size(), before + 1);
        VERIFY_OK(session->undo());
        QCOMPARE(session->review().answer(kA11), review::Answer{});
    }
    void labelsCanBeGiven() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        AnswerEdit edit = tick({"p1"});
        edit.label = "Vote: practice 1";
        VERIFY_OK(session->edit(kA11, edit));
        COMPARE_TEXT(session->undoable()->label, "Vote: practice 1");
    }
    void peopleAreFoundOrMadeByName() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        const auto petra = session->addParticipant({"", "  Petra  Wohlgemuth ", "", "Northwind"});
        VERIFY_OK(petra);
        COMPARE_TEXT(session->review().participants.front().name, "Petra Wohlgemuth");
        const auto again = session->addParticipant({"", "petra wohlgemuth", "Head of claims", "Other"});
        VERIFY_OK(again);
        QCOMPARE(*again, *petra);
        COMPARE_TEXT(session->review().participants.front().role, "Head of claims");
        COMPARE_TEXT(session->review().participants.front().organisation, "Northwind");
        AnswerEdit edit = tick({"p1"});
        edit.addPeople = {"PETRA WOHLGEMUTH", "Jonas Feddersen", "jonas feddersen"};
        VERIFY_OK(session->edit(kA11, edit));
        QCOMPARE(session->review().participants.size(), 2U);
        QCOMPARE(session->review().answer(kA11).people.size(), 2U);
        QCOMPARE(session->review().answer(kA11).people.front(), *petra);
        COMPARE_TEXT(staleness(fixture, *session), "");
        VERIFY_OK(session->undo());
        QCOMPARE(session->review().participants.size(), 1U);
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void peopleWithoutNameOrUnknownAreRefused() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_ERROR(session->addParticipant({"", "  ", "", ""}), "session.noName");
        AnswerEdit edit;
        edit.addPeople = {""};
        VERIFY_ERROR(session->edit(kA11, edit), "session.noName");
        edit.addPeople.clear();
        edit.people = std::vector<std::string>{"nobody"};
        VERIFY_ERROR(session->edit(kA11, edit), "session.unknownPerson");
    }
    void theWorkloadCanBeChanged() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        review::Workload workload = session->review().workload;
        workload.name = "Claims AI 2";
        VERIFY_OK(session->setWorkload(workload));
        COMPARE_TEXT(session->undoable()->label, "Rename the workload \"Claims AI 2\"");
        workload.client = "Northwind";
        VERIFY_OK(session->setWorkload(workload));
        COMPARE_TEXT(session->undoable()->label, "Change the workload");
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void savedAtIsTheTimeOfTheHead() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        const Instant made = session->savedAt();
        QCOMPARE(made.ms, fixture.clock().now().ms);
        fixture.clock().advance(60'000);
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        QCOMPARE(session->savedAt().ms, made.ms + 60'000);
        VERIFY_OK(session->undo());
        QCOMPARE(session->savedAt().ms, made.ms);
    }
    void readOnlySessionsRefuseEveryCommand() {
        SessionFixture fixture;
        {
            const auto session = fixture.create();
            QVERIFY(session);
            VERIFY_OK(session->edit(kA11, tick({"p1"})));
        }
        const auto session = fixture.open(OpenMode::ReadOnly);
        QVERIFY(session);
        QVERIFY(session->readOnly());
        VERIFY_ERROR(session->edit(kA11, tick({"p2"})), "session.readOnly");
        QCOMPARE(session->edit(kA11, tick({"p2"})).error().kind, ErrorKind::Conflict);
        VERIFY_ERROR(session->edit({{kA11, tick({"p2"})}}, "Import"), "session.readOnly");
        VERIFY_ERROR(session->setWorkload(session->review().workload), "session.readOnly");
        VERIFY_ERROR(session->addLens(SessionFixture::content().lenses[0]), "session.readOnly");
        VERIFY_ERROR(session->removeLens("alpha"), "session.readOnly");
        VERIFY_ERROR(session->addParticipant({"", "Petra", "", ""}), "session.readOnly");
        VERIFY_ERROR(session->addEvidence({}), "session.readOnly");
        VERIFY_ERROR(session->updateEvidence({}), "session.readOnly");
        VERIFY_ERROR(session->removeEvidence("x"), "session.readOnly");
        VERIFY_ERROR(session->undo(), "session.readOnly");
        VERIFY_ERROR(session->redo(), "session.readOnly");
        VERIFY_ERROR(session->restore(""), "session.readOnly");
        QVERIFY(!session->undoable());
        QCOMPARE(session->state(kA11), lens::State::High);
        VERIFY_OK(session->search("practice"));
        VERIFY_OK(session->verify());
        QCOMPARE(session->history()->size(), 2U);
    }
    void searchFindsNotes() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        AnswerEdit edit;
        edit.note = "The nightly export is done by hand.";
        VERIFY_OK(session->edit(kA12, edit));
        const auto hits = session->search("nightly");
        VERIFY_OK(hits);
        QVERIFY(!hits->empty());
        QCOMPARE(hits->front().question, kA12);
    }
    void aCopyIsAWholeReview() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        const auto target = fixture.path("copy.plumb");
        VERIFY_OK(session->copyTo(target));
        const auto copy = Session::open(target, OpenMode::ReadWrite, fixture.env());
        VERIFY_OK(copy);
        COMPARE_TEXT(difference(session->review(), (*copy)->review()), "");
        VERIFY_ERROR(session->copyTo(target), "store.exists");
        const auto report = session->verify();
        VERIFY_OK(report);
        QVERIFY(report->problems.empty());
    }
};

QTEST_APPLESS_MAIN(TstSession)
#include "tst_session.moc"
