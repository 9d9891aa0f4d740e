// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who hears what, when, and in which order.
#include "tests/core/session/session_fixture.h"

#include <stdexcept>

using namespace plumb;
using namespace plumb::test;
using session::Event;
using session::Subscription;

namespace {
const QuestionKey kA11{"alpha", "A_1_1"};
const QuestionKey kA12{"alpha", "A_1_2"};
const QuestionKey kB23{"beta", "B_2_3"};
} // namespace

class TstSessionEvents final : public QObject {
    Q_OBJECT
private slots:
    void eachCommandTellsWhatItChanged() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        Recorder recorder(*session);
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        COMPARE_TEXT(recorder.take(), "answers A_1_1; findings alpha/A_1_1; history");
        VERIFY_OK(session->edit({{kB23, tick({"p1"})}, {kA12, tick({"p1"})}, {kA11, tick({"p1"})}}, "Import"));
        COMPARE_TEXT(recorder.take(), "answers A_1_2 B_2_3; findings alpha/A_1_2 beta/B_2_3; history");
        session::AnswerEdit edit;
        edit.addPeople = {"Petra"};
        VERIFY_OK(session->edit(kA11, edit));
        COMPARE_TEXT(recorder.take(), "participants; answers A_1_1; history");
        review::Workload workload = session->review().workload;
        workload.owner = "Mareike";
        VERIFY_OK(session->setWorkload(workload));
        COMPARE_TEXT(recorder.take(), "workload; history");
        VERIFY_OK(session->addParticipant({"", "Jonas", "", ""}));
        COMPARE_TEXT(recorder.take(), "participants; history");
    }
    void stateIsCurrentWhenListenersHear() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        std::vector<lens::State> seen;
        const Subscription subscription = session->subscribe([&](const Event& event) {
            if (std::holds_alternative<session::AnswersChanged>(event))
                seen.push_back(session->state(kA11));
        });
        VERIFY_OK(session->edit(kA11, tick({"p1", "p2"})));
        VERIFY_OK(session->undo());
        QCOMPARE(seen, (std::vector<lens::State>{lens::State::Medium, lens::State::Unanswered}));
    }
    void refusedCommandsTellNothing() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        Recorder recorder(*session);
        QVERIFY(!session->edit(kA11, tick({"p9"})));
        QVERIFY(!session->redo());
        COMPARE_TEXT(recorder.take(), "");
    }
    void listenersHearInTheOrderOfTheirAgeEventByEvent() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        std::string heard;
        const Subscription first =
            session->subscribe([&](const Event& event) { heard += "1:" + describe(event) + " "; });
        const Subscription second =
            session->subscribe([&](const Event& event) { heard += "2:" + describe(event) + " "; });
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        COMPARE_TEXT(
            heard,
            "1:answers A_1_1 2:answers A_1_1 1:findings alpha/A_1_1 2:findings alpha/A_1_1 1:history 2:history ");
    }
    void aThrowingListenerStopsNeitherTheOthersNorTheCommand() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        const Subscription bad = session->subscribe([](const Event&) { throw std::runtime_error("listener"); });
        Recorder recorder(*session);
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        COMPARE_TEXT(recorder.take(), "answers A_1_1; findings alpha/A_1_1; history");
        VERIFY_OK(session->edit(kA12, tick({"p1"})));
        COMPARE_TEXT(recorder.take(), "answers A_1_2; findings alpha/A_1_2; history");
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void aCommandInsideAListenerIsRefused() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        std::vector<std::string> errors;
        const Subscription nested = session->subscribe([&](const Event&) {
            if (const auto done = session->edit(kA12, tick({"p1"})); !done)
                errors.push_back(done.error().id);
        });
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        QCOMPARE(errors, (std::vector<std::string>{"session.busy", "session.busy", "session.busy"}));
        QCOMPARE(session->review().answers.size(), 1U);
    }
    void anEndedSubscriptionHearsNoMore() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        int first = 0, second = 0;
        Subscription mine = session->subscribe([&](const Event&) { ++first; });
        Subscription other = session->subscribe([&](const Event&) {
            ++second;
            mine = Subscription(); // ends a subscription that is older than this one
        });
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        QCOMPARE(first, 1);
        QCOMPARE(second, 3);
        Subscription moved = std::move(other);
        VERIFY_OK(session->edit(kA12, tick({"p1"})));
        QCOMPARE(second, 6);
        moved = Subscription();
        VERIFY_OK(session->undo());
        QCOMPARE(second, 6);
    }
    void aListenerMayEndItselfAndTheNextOneIsNotHeardAnyMore() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        int self = 0, next = 0;
        Subscription ownEnd, nextEnd;
        ownEnd = session->subscribe([&](const Event&) {
            ++self;
            nextEnd = Subscription();
            ownEnd = Subscription();
        });
        nextEnd = session->subscribe([&](const Event&) { ++next; });
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        QCOMPARE(self, 1);
        QCOMPARE(next, 0);
    }
    void aSubscriptionMayOutliveTheSession() {
        SessionFixture fixture;
        auto session = fixture.create();
        QVERIFY(session);
        Subscription late = session->subscribe([](const Event&) {});
        session.reset();
        late = Subscription();
        QVERIFY(!session);
    }
};

QTEST_APPLESS_MAIN(TstSessionEvents)
#include "tst_session_events.moc"
