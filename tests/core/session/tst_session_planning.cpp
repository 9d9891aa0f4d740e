// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plan settings, events, what-if, and what listeners hear of all of it.
#include "tests/core/session/findings_fixture.h"

#include <limits>

#include <rapidcheck.h>

using namespace plumb;
using namespace plumb::test;
using session::Session;

class TstSessionPlanning final : public FindingsTest {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20260801 max_success=40"); }
    void init() { makeReview(); }
    void cleanupTestCase() { m_session.reset(); }

    // --- planning and events
    // ------------------------------------------------------------------------------------------
    void planSettingsAreOneLabelledCommand() {
        review::Planning planning = m_session->review().planning;
        planning.priorities = {"security", "costOptimization"};
        VERIFY_OK(m_session->setPlanning(planning));
        COMPARE_TEXT(lastLabel(*m_session), "Put Security first");
        planning.mode = review::PlanMode::Capacity;
        planning.capacity = 12.5;
        VERIFY_OK(m_session->setPlanning(planning));
        COMPARE_TEXT(lastLabel(*m_session), "Plan with 12.5 person-days a month");
        const auto before = m_session->undoable();
        VERIFY_OK(m_session->setPlanning(planning));
        COMPARE_TEXT(m_session->undoable()->id, before->id);
        VERIFY_OK(m_session->undo());
        QCOMPARE(m_session->review().planning.mode, review::PlanMode::Days);
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
    }
    void planSettingsThatMakeNoSenseAreRefusedWithEveryFault() {
        review::Planning planning;
        planning.capacity = std::numeric_limits<double>::quiet_NaN();
        planning.cadenceMonths = 61;
        planning.start = {2027, 2, 30};
        planning.priorities = {"security", "speed", "security"};
        const auto refused = m_session->setPlanning(planning);
        VERIFY_ERROR(refused, "planning.invalid");
        COMPARE_TEXT(faults(refused), "G001 G002 G003 G004 G005");
    }
    void anEventMakesAReviewDue() {
        QVERIFY(!m_session->cadence().overdue);
        const auto id = m_session->putEvent({{}, review::EventKind::ModelUpdate, {2026, 11, 12}, "New base model"});
        VERIFY_OK(id);
        COMPARE_TEXT(lastLabel(*m_session), "Record model update of 12 Nov 2026");
        QCOMPARE(m_session->review().events.size(), 1U);
        VERIFY_OK(m_session->removeEvent(*id));
        COMPARE_TEXT(lastLabel(*m_session), "Remove the model update of 12 Nov 2026");
        VERIFY_OK(m_session->undo());
        QCOMPARE(m_session->review().events.front().note, std::string("New base model"));
        VERIFY_ERROR(m_session->putEvent({{}, review::EventKind::Review, {}, {}}), "event.invalid");
        VERIFY_ERROR(m_session->putEvent({"nobody", review::EventKind::Review, {2026, 1, 1}, {}}),
                     "session.unknownEvent");
        VERIFY_ERROR(m_session->removeEvent("nobody"), "session.unknownEvent");
    }
    void eventsNameTheFindingsThatChangedAlsoOnUndoAndRedo() {
        Recorder recorder(*m_session);
        VERIFY_OK(m_session->editFindings({{kSecond, owner("Dev Raman")}, {kFirst, owner("Dev Raman")}}));
        COMPARE_TEXT(recorder.take(), "findings alpha/A_1_1 alpha/A_1_2; history");
        VERIFY_OK(m_session->undo());
        COMPARE_TEXT(recorder.take(), "findings alpha/A_1_1 alpha/A_1_2; history");
        VERIFY_OK(m_session->redo());
        COMPARE_TEXT(recorder.take(), "findings alpha/A_1_1 alpha/A_1_2; history");
        VERIFY_OK(m_session->editFindings({{kFirst, needing({kSecond})}}));
        COMPARE_TEXT(recorder.take(), "findings alpha/A_1_1; history");
        review::Planning planning;
        planning.cadenceMonths = 12;
        VERIFY_OK(m_session->setPlanning(planning));
        COMPARE_TEXT(recorder.take(), "findings; history");
        VERIFY_OK(m_session->restore(m_session->history()->front().id));
        QVERIFY(recorder.take().find("findings alpha/A_1_1 alpha/A_1_2 beta/B_2_3; history") != std::string::npos);
    }

    // --- what-if
    // ------------------------------------------------------------------------------------------------------
    void aWhatIfStoresNothingAndApplyingItGivesWhatItSaid() {
        const std::vector<review::PracticeRef> ticks{{kA11, "p2"}, {kA11, "p3"}, {kB23, "p1"}, {kB23, "p2"}};
        const auto before = m_session->undoable();
        const auto said = m_session->whatIf(ticks);
        VERIFY_OK(said);
        QCOMPARE(said->changes.size(), 2U);
        COMPARE_TEXT(m_session->undoable()->id, before->id);
        VERIFY_OK(m_session->applyWhatIf(ticks));
        QVERIFY(m_session->scores().overall() == said->after);
        QVERIFY(m_session->review().answers == said->review.answers);
        COMPARE_TEXT(lastLabel(*m_session), "Tick 4 practices");
        VERIFY_OK(m_session->undo());
        COMPARE_TEXT(m_session->undoable()->id, before->id);
    }
    void aWhatIfOnSomethingUnknownIsRefused() {
        VERIFY_ERROR(m_session->whatIf({{{"gamma", "A_1_1"}, "p1"}}), "session.unknownLens");
        VERIFY_ERROR(m_session->whatIf({{{"alpha", "A_9"}, "p1"}}), "session.unknownQuestion");
        VERIFY_ERROR(m_session->whatIf({{kA11, "p9"}}), "session.unknownChoice");
        VERIFY_ERROR(m_session->applyWhatIf({{kA11, "none_no"}}), "session.unknownChoice");
        const auto two = m_session->whatIf({{kA11, "p9"}, {kA11, "p2"}, {{"alpha", "A_9"}, "p1"}});
        QCOMPARE(two.error().messages.size(), 2U);
    }
    void whatIfsAlwaysKeepTheirWord() {
        const bool held = rc::check("applying a what-if gives the answers and the score it said", [this] {
            const auto anyKey = [] {
                const bool alpha = *rc::gen::arbitrary<bool>();
                return QuestionKey{alpha ? "alpha" : "beta", std::string(alpha ? "A_" : "B_") +
                                                                 std::to_string(*rc::gen::inRange(1, 3)) + "_" +
                                                                 std::to_string(*rc::gen::inRange(1, 4))};
            };
            const auto anyPractice = [] { return "p" + std::to_string(*rc::gen::inRange(1, 4)); };
            session::AnswerEdit before;
            before.exclusiveNone = false;
            before.select = {anyPractice(), *rc::gen::element<std::string>("none_no", "p1")};
            before.applicable = *rc::gen::inRange(0, 4) != 0;
            if (*rc::gen::arbitrary<bool>())
                before.notApplicableChoices = {{anyPractice(), review::NaReason::OutOfScope}};
            RC_ASSERT(m_session->edit(anyKey(), before).has_value());
            std::vector<review::PracticeRef> ticks;
            for (int i = *rc::gen::inRange(0, 8); i > 0; --i)
                ticks.push_back({anyKey(), anyPractice()});
            const auto said = m_session->whatIf(ticks);
            RC_ASSERT(said.has_value());
            RC_ASSERT(m_session->applyWhatIf(ticks).has_value());
            RC_ASSERT(m_session->review().answers == said->review.answers);
            RC_ASSERT(m_session->scores().overall() == said->after);
        });
        QVERIFY(held);
    }
};

QTEST_APPLESS_MAIN(TstSessionPlanning)
#include "tst_session_planning.moc"
