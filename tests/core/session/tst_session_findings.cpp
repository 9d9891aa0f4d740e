// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings in a session: numbers, edits, faults, time, events, and that nobody's words get lost.
#include "tests/core/session/findings_fixture.h"

#include <algorithm>
#include <limits>

#include <rapidcheck.h>

using namespace plumb;
using namespace plumb::test;
using review::FindingStatus;
using session::FindingEdit;
using session::Session;

class TstSessionFindings final : public FindingsTest {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20260801 max_success=40"); }
    void init() { makeReview(); }
    void cleanupTestCase() { m_session.reset(); }

    // --- numbers
    // ------------------------------------------------------------------------------------------------------
    void answersNumberTheirFindingsInTheOrderInWhichTheyShow() {
        COMPARE_TEXT(dump(*m_session),
                     "F-01 alpha/A_1_1 HIGH open; F-03 beta/B_2_3 HIGH open; F-02 alpha/A_1_2 MEDIUM open");
        QCOMPARE(m_session->review().findings.size(), 3U);
    }
    void manyAnswersInOneCommandAreNumberedInReviewOrder() {
        VERIFY_OK(m_session->edit({{{"beta", "B_1_1"}, tick({"p1"})}, {{"alpha", "A_2_1"}, tick({"p1"})}}, "Import"));
        COMPARE_TEXT(review::findingCode(m_session->finding("alpha/A_2_1")->number), "F-04");
        COMPARE_TEXT(review::findingCode(m_session->finding("beta/B_1_1")->number), "F-05");
        QCOMPARE(m_session->history()->size(), 5U); // start, three answers, the import: no command of their own
    }
    void numbersStayWhenAnswersCloseAndOpenAFinding() {
        VERIFY_OK(m_session->edit(kA11, tick({"p2", "p3"})));
        COMPARE_TEXT(show(kFirst), "none"); // closed, and nobody wrote anything about it
        VERIFY_OK(m_session->edit({"alpha", "A_2_2"}, tick({"p1"})));
        VERIFY_OK(m_session->edit(kA11, untick({"p2"})));
        QCOMPARE(m_session->finding(kFirst)->number, 1);
        QCOMPARE(m_session->finding("alpha/A_2_2")->number, 4);
    }
    void aNumberThatUndoTookIsNotGivenAgain() {
        VERIFY_OK(m_session->undo());
        VERIFY_OK(m_session->edit({"alpha", "A_2_2"}, tick({"p1"})));
        QCOMPARE(m_session->finding("alpha/A_2_2")->number, 4);
        QVERIFY(!m_session->finding(kThird));
    }
    void anEditThatChangesNothingIsNoCommand() {
        const auto before = m_session->undoable();
        VERIFY_OK(m_session->edit(kA11, tick({"p1"})));
        VERIFY_OK(m_session->editFindings({{kFirst, owner("")}}));
        COMPARE_TEXT(m_session->undoable()->id, before->id);
    }
    void aClosedFindingKeepsTheSeverityItHadLast() {
        VERIFY_OK(m_session->editFindings({{kFirst, owner("Dev Raman")}}));
        VERIFY_OK(m_session->edit(kA11, tick({"p2"})));
        COMPARE_TEXT(lens::toText(m_session->finding(kFirst)->severity).data(), "MEDIUM");
        VERIFY_OK(m_session->edit(kA11, tick({"p3"})));
        COMPARE_TEXT(show(kFirst), "resolved closedByAnswers");
        COMPARE_TEXT(lens::toText(m_session->finding(kFirst)->severity).data(), "MEDIUM");
    }

    // --- names
    // --------------------------------------------------------------------------------------------------------
    void findingsAreFoundByCodeAndKey_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"F-01", "f-01", "F1", "f1", "1", "alpha/A_1_1"})
            QTest::newRow(name) << name;
    }
    void findingsAreFoundByCodeAndKey() {
        QFETCH(const QString, name);
        const auto key = m_session->findingNamed(name.toStdString());
        VERIFY_OK(key);
        COMPARE_TEXT(*key, kFirst);
    }
    void anUnknownNameSaysWhatIsNear() {
        const auto unknown = m_session->findingNamed("alpha/A_1_3");
        VERIFY_ERROR(unknown, "session.unknownFinding");
        QVERIFY(unknown.error().text.find("alpha/A_1_1") != std::string::npos);
        for (const char* name : {"F-99", "", "F", "F-", "f-1x", "-1", "99999999999999999999"})
            VERIFY_ERROR(m_session->findingNamed(name), "session.unknownFinding");
    }

    // --- edits
    // --------------------------------------------------------------------------------------------------------
    void oneEditIsOneLabelledCommand_data() {
        QTest::addColumn<FindingEdit>("edit");
        QTest::addColumn<QString>("label");
        FindingEdit edit = owner("Dev Raman");
        QTest::newRow("owner") << edit << "Set owner of F-02 to \"Dev Raman\"";
        QTest::newRow("accept") << accepted({2027, 2, 28}) << "Accept F-02 until 28 Feb 2027";
        edit.effort = lens::Effort::L;
        QTest::newRow("several") << edit << "Edit F-02";
        edit = {};
        edit.due = Date{2027, 1, 5};
        QTest::newRow("due") << edit << "Set due date of F-02 to 5 Jan 2027";
        edit = {};
        edit.status = FindingStatus::Resolved;
        QTest::newRow("resolve") << edit << "Resolve F-02";
        edit = {};
        edit.inherent = review::Rating{2, 3};
        QTest::newRow("rating") << edit << "Set rating of F-02 to 2 x 3";
        edit = {};
        edit.label = "Drop F-02 on 2 x 3";
        edit.inherent = review::Rating{2, 3};
        QTest::newRow("given") << edit << "Drop F-02 on 2 x 3";
    }
    void oneEditIsOneLabelledCommand() {
        QFETCH(const FindingEdit, edit);
        QFETCH(const QString, label);
        const auto before = m_session->history()->size();
        VERIFY_OK(m_session->editFindings({{kSecond, edit}}));
        QCOMPARE(m_session->history()->size(), before + 1);
        QCOMPARE(QString::fromStdString(lastLabel(*m_session)), label);
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
    }
    void manyEditsAreOneCommand() {
        VERIFY_OK(m_session->editFindings({{kFirst, owner("Dev Raman")},
                                           {kSecond, owner("Dev Raman")},
                                           {kFirst, titled("Nobody watches the bill")}}));
        COMPARE_TEXT(lastLabel(*m_session), "Edit 2 findings");
        COMPARE_TEXT(m_session->finding(kFirst)->owner, "Dev Raman");
        COMPARE_TEXT(m_session->finding(kFirst)->title, "Nobody watches the bill");
        COMPARE_TEXT(m_session->finding(kSecond)->owner, "Dev Raman");
        VERIFY_OK(m_session->undo());
        COMPARE_TEXT(m_session->finding(kFirst)->owner, "");
        COMPARE_TEXT(m_session->finding(kSecond)->owner, "");
    }
    void bulkEditsAreAllOrNothingAndListEveryFault() {
        const auto before = m_session->undoable();
        FindingEdit bad = owner("Dev Raman");
        bad.inherent = review::Rating{6, 1};
        bad.progress = 101;
        const auto refused = m_session->editFindings(
            {{kFirst, owner("Dev Raman")}, {kSecond, bad}, {kThird, accepted({2020, 1, 1})}, {"alpha/A_9_9", bad}});
        VERIFY_ERROR(refused, "finding.invalid");
        COMPARE_TEXT(faults(refused), "F002 F006 F004 session.unknownFinding");
        COMPARE_TEXT(refused.error().messages.front().pointer, "F-02/inherent");
        COMPARE_TEXT(m_session->undoable()->id, before->id);
        COMPARE_TEXT(m_session->finding(kFirst)->owner, "");
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
    }
    void anEmptyTextShowsTheDerivedOneAgain() {
        const std::string derived = m_session->finding(kFirst)->title;
        VERIFY_OK(m_session->editFindings({{kFirst, titled("  Nobody   watches  ")}}));
        COMPARE_TEXT(m_session->finding(kFirst)->title, "Nobody watches");
        QVERIFY(m_session->finding(kFirst)->ownTitle);
        VERIFY_OK(m_session->editFindings({{kFirst, titled(" ")}}));
        COMPARE_TEXT(m_session->finding(kFirst)->title, derived);
        QVERIFY(!m_session->finding(kFirst)->ownTitle);
    }
    void typingIsOneCommand() {
        FindingEdit edit = titled("N");
        edit.mergeKey = "title F-01";
        VERIFY_OK(m_session->editFindings({{kFirst, edit}}));
        const auto before = m_session->history()->size();
        edit.title = "No";
        VERIFY_OK(m_session->editFindings({{kFirst, edit}}));
        QCOMPARE(m_session->history()->size(), before);
    }
    void leavingAStatusTakesItsReasonAway() {
        VERIFY_OK(m_session->editFindings({{kFirst, accepted(daysFromNow(*m_session, 10))}}));
        FindingEdit edit;
        edit.status = FindingStatus::Open;
        VERIFY_OK(m_session->editFindings({{kFirst, edit}}));
        const review::Finding& record = *m_session->review().findFinding(kFirst);
        COMPARE_TEXT(record.reason + record.decidedBy + toIso(record.until), "");
    }
    void listsAreSortedAndWithoutDoubles() {
        FindingEdit edit = needing({kThird, kSecond, kThird});
        edit.tradeOffs = {{"performance", true, "fewer calls"}, {"security", false, ""}};
        edit.practices = {{kA11, "p3"}, {kA11, "p2"}, {kA11, "p3"}};
        VERIFY_OK(m_session->editFindings({{kFirst, edit}}));
        const review::Finding& record = *m_session->review().findFinding(kFirst);
        QCOMPARE(record.needs, (std::vector<std::string>{kSecond, kThird}));
        QCOMPARE(record.practices.size(), 2U);
        COMPARE_TEXT(record.tradeOffs.front().framework, "security");
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
    }

    // --- faults
    // -------------------------------------------------------------------------------------------------------
    void everyFaultIsRefusedWithItsIdAndLeavesNothing_data();
    void everyFaultIsRefusedWithItsIdAndLeavesNothing() {
        QFETCH(const FindingEdit, edit);
        QFETCH(const QString, ids);
        const auto before = m_session->undoable();
        const auto refused = m_session->editFindings({{kFirst, edit}});
        QCOMPARE(QString::fromStdString(faults(refused)), ids);
        COMPARE_TEXT(refused.error().id, "finding.invalid");
        for (const Message& message : refused.error().messages)
            QVERIFY2(!message.text.empty() && !message.fix.empty(), message.id.c_str());
        COMPARE_TEXT(m_session->undoable()->id, before->id);
    }
    void aCircleOfPrerequisitesIsRefusedAndNamed() {
        VERIFY_OK(m_session->editFindings({{kFirst, needing({kSecond})}, {kSecond, needing({kThird})}}));
        const auto refused = m_session->editFindings({{kThird, needing({kFirst})}});
        VERIFY_ERROR(refused, "finding.invalid");
        COMPARE_TEXT(faults(refused), "F007");
        QCOMPARE(refused.error().args.size(), 4U);
        COMPARE_TEXT(refused.error().args.front(), refused.error().args.back());
        QVERIFY(refused.error().text.find("F-02") != std::string::npos);
        const auto inOneEdit = m_session->editFindings({{kThird, needing({})}, {kSecond, needing({kFirst})}});
        COMPARE_TEXT(faults(inOneEdit), "F007");
    }
    void prerequisitesCanBeTurnedRoundInOneCommand() {
        VERIFY_OK(m_session->editFindings({{kFirst, needing({kSecond})}}));
        VERIFY_OK(m_session->editFindings({{kSecond, needing({kFirst})}, {kFirst, needing({})}}));
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
        VERIFY_OK(m_session->undo());
        QCOMPARE(m_session->review().findFinding(kFirst)->needs, std::vector<std::string>{kSecond});
    }
    void aDueDateInThePastIsAWarning() {
        FindingEdit edit;
        edit.due = Date{2026, 1, 31};
        const auto warned = m_session->editFindings({{kFirst, edit}});
        VERIFY_OK(warned);
        QCOMPARE(warned->size(), 1U);
        COMPARE_TEXT(warned->front().id, "F101");
        QVERIFY(m_session->finding(kFirst)->overdue);
        const auto again = m_session->editFindings({{kFirst, edit}});
        QVERIFY(again->empty());
    }

    // --- written by hand
    // ----------------------------------------------------------------------------------------------
    void aFindingWrittenByHandHasItsNumberInItsLabel() {
        FindingEdit content = titled("No exit plan for the model supplier");
        content.severity = lens::Risk::Medium;
        content.framework = "reliability";
        const auto key = m_session->addFinding(content);
        VERIFY_OK(key);
        COMPARE_TEXT(lastLabel(*m_session), "Add finding F-04");
        QCOMPARE(m_session->finding(*key)->number, 4);
        QVERIFY(m_session->finding(*key)->byHand);
        COMPARE_TEXT(m_session->finding(*key)->framework, "reliability");
        VERIFY_OK(m_session->removeFinding(*key));
        QVERIFY(!m_session->finding(*key));
        VERIFY_OK(m_session->undo());
        QCOMPARE(m_session->finding(*key)->number, 4);
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
    }
    void oneWithoutTitleIsRefused() {
        const auto refused = m_session->addFinding(owner("Dev Raman"));
        VERIFY_ERROR(refused, "finding.invalid");
        COMPARE_TEXT(faults(refused), "F009");
        const auto key = m_session->addFinding(titled("No exit plan"));
        COMPARE_TEXT(faults(m_session->editFindings({{*key, titled("")}})), "F009");
    }
    void aDerivedFindingIsNotRemoved() {
        VERIFY_ERROR(m_session->removeFinding(kFirst), "session.derivedFinding");
        VERIFY_ERROR(m_session->removeFinding("nobody"), "session.unknownFinding");
    }
    void removingAFindingFreesThoseThatWaitForIt() {
        const auto key = m_session->addFinding(titled("No exit plan"));
        VERIFY_OK(m_session->editFindings({{kFirst, needing({*key})}}));
        VERIFY_OK(m_session->removeFinding(*key));
        QVERIFY(m_session->finding(kFirst)->needs.empty());
        VERIFY_OK(m_session->undo());
        QCOMPARE(m_session->finding(kFirst)->needs, std::vector<std::string>{*key});
    }

    // --- time
    // ---------------------------------------------------------------------------------------------------------
    void anAcceptanceHoldsOnItsLastDayAndReopensOnTheNext() {
        const Date last = daysFromNow(*m_session, 2);
        VERIFY_OK(m_session->editFindings({{kFirst, accepted(last)}}));
        COMPARE_TEXT(show(kFirst), "accepted");
        m_fixture.clock().advance(startOf(last).ms + kDay - 1 - m_fixture.clock().now().ms); // its last millisecond
        QCOMPARE(m_session->today(), last);
        COMPARE_TEXT(show(kFirst), "accepted");
        m_fixture.clock().advance(1);
        COMPARE_TEXT(show(kFirst), "open open expired");
        // What was written stays, and other edits do not stumble over the day that has passed.
        COMPARE_TEXT(m_session->review().findFinding(kFirst)->reason, "The supplier leaves in spring.");
        VERIFY_OK(m_session->editFindings({{kFirst, owner("Dev Raman")}}));
        COMPARE_TEXT(show(kFirst), "open open expired");
    }
    void todayIsAnAcceptableLastDayAndYesterdayIsNot() {
        COMPARE_TEXT(faults(m_session->editFindings({{kFirst, accepted(daysFromNow(*m_session, -1))}})), "F004");
        VERIFY_OK(m_session->editFindings({{kFirst, accepted(daysFromNow(*m_session, 0))}}));
        COMPARE_TEXT(show(kFirst), "accepted");
    }
    void aFindingResolvedByHandIsContradictedByItsAnswers() {
        FindingEdit edit;
        edit.status = FindingStatus::Resolved;
        VERIFY_OK(m_session->editFindings({{kFirst, edit}}));
        COMPARE_TEXT(show(kFirst), "resolved contradicted");
    }

    // --- nothing is lost
    // ----------------------------------------------------------------------------------------------
    void textsSurviveAnySequenceOfAnswersAndUndo() {
        FindingEdit written = titled("Nobody watches the bill");
        written.observation = "Said twice.";
        written.consequence = "It grows.";
        written.recommendation = "Watch it.";
        written.owner = "Dev Raman";
        written.due = Date{2027, 3, 1};
        const bool held = rc::check("what was written about a finding stays", [&, this] {
            makeReview();
            RC_ASSERT(m_session->editFindings({{kFirst, written}}).has_value());
            const review::Finding record = *m_session->review().findFinding(kFirst);
            int undoable = 0, redoable = 0; // commands since the text was written
            for (int step = *rc::gen::inRange(1, 25); step > 0; --step) {
                const int what = *rc::gen::inRange(0, 6);
                if (what == 0 && undoable > 0) {
                    RC_ASSERT(m_session->undo().has_value());
                    --undoable, ++redoable;
                } else if (what == 1 && redoable > 0) {
                    RC_ASSERT(m_session->redo().has_value());
                    ++undoable, --redoable;
                } else {
                    const auto head = m_session->undoable()->id;
                    session::AnswerEdit edit;
                    edit.none = *rc::gen::inRange(0, 5) == 0;
                    const std::string practice = "p" + std::to_string(*rc::gen::inRange(1, 4));
                    const bool select = *rc::gen::arbitrary<bool>();
                    if (!edit.none)
                        (select ? edit.select : edit.unselect).push_back(practice);
                    edit.applicable = *rc::gen::inRange(0, 6) != 0;
                    RC_ASSERT(m_session->edit(what < 4 ? kA11 : kA12, edit).has_value());
                    if (m_session->undoable()->id != head)
                        ++undoable, redoable = 0;
                }
                review::Finding now = *m_session->review().findFinding(kFirst);
                now.severity = record.severity; // follows the answers
                RC_ASSERT(now == record);
                const score::Finding* shown = m_session->finding(kFirst);
                RC_ASSERT(shown != nullptr);
                RC_ASSERT(shown->title == *written.title && shown->observation == *written.observation);
                RC_ASSERT(shown->consequence == *written.consequence && shown->owner == *written.owner);
            }
            RC_ASSERT(staleness(m_fixture, *m_session).empty());
        });
        QVERIFY(held);
    }
    void removingALensTakesItsFindingsAndUndoBringsThemBack() {
        VERIFY_OK(m_session->editFindings({{kFirst, owner("Dev Raman")}, {kThird, needing({kFirst})}}));
        VERIFY_OK(m_session->removeLens("alpha"));
        QCOMPARE(m_session->findings().size(), 1U);
        QVERIFY(m_session->finding(kThird)->needs.empty());
        VERIFY_OK(m_session->undo());
        COMPARE_TEXT(m_session->finding(kFirst)->owner, "Dev Raman");
        QCOMPARE(m_session->finding(kThird)->needs, std::vector<std::string>{kFirst});
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
    }
    void aReviewOpenForReadingRefusesEveryCommand() {
        const auto path = m_session->path();
        m_session.reset();
        const auto session = Session::open(path, session::OpenMode::ReadOnly, m_fixture.env());
        VERIFY_OK(session);
        COMPARE_TEXT(std::to_string((*session)->findings().size()), "3");
        VERIFY_ERROR((*session)->editFindings({{kFirst, owner("x")}}), "session.readOnly");
        VERIFY_ERROR((*session)->addFinding(titled("x")), "session.readOnly");
        VERIFY_ERROR((*session)->setPlanning({}), "session.readOnly");
        VERIFY_ERROR((*session)->putEvent({}), "session.readOnly");
        VERIFY_ERROR((*session)->applyWhatIf({{kA11, "p2"}}), "session.readOnly");
        VERIFY_OK((*session)->whatIf({{kA11, "p2"}}));
    }
};

void TstSessionFindings::everyFaultIsRefusedWithItsIdAndLeavesNothing_data() {
    QTest::addColumn<FindingEdit>("edit");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char* name, const char* ids, const auto& set) {
        FindingEdit edit;
        set(edit);
        QTest::newRow(name) << edit << ids;
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    row("owner too long", "F001", [](FindingEdit& e) { e.owner = std::string(201, 'x'); });
    row("title too long", "F001", [](FindingEdit& e) { e.title = std::string(301, 'x'); });
    row("text too long", "F001", [](FindingEdit& e) { e.recommendation = std::string(100'001, 'x'); });
    row("likelihood 6", "F002", [](FindingEdit& e) { e.inherent = review::Rating{6, 3}; });
    row("impact 0", "F002", [](FindingEdit& e) { e.residual = review::Rating{3, 0}; });
    row("no day", "F003", [](FindingEdit& e) { e.due = Date{2027, 2, 29}; });
    row("no last day", "F003", [](FindingEdit& e) { e = accepted({2027, 2, 29}); });
    row("accepted without anything", "F004 F004 F004", [](FindingEdit& e) { e.status = FindingStatus::Accepted; });
    row("accepted without who", "F004", [](FindingEdit& e) { (e = accepted({2027, 2, 1})).decidedBy = " "; });
    row("accepted too long ago", "F004", [](FindingEdit& e) { e = accepted({2026, 1, 1}); });
    row("false alarm without why", "F005", [](FindingEdit& e) { e.status = FindingStatus::FalseAlarm; });
    row("transferred without why", "F005", [](FindingEdit& e) { e.status = FindingStatus::Transferred; });
    row("days", "F006", [](FindingEdit& e) { e.days = 1000.5; });
    row("days not a number", "F006", [nan](FindingEdit& e) { e.days = nan; });
    row("progress", "F006", [](FindingEdit& e) { e.progress = -1; });
    row("loss upside down", "F006", [](FindingEdit& e) { e.loss = review::LossModel{1, 200, 100}; });
    row("loss of nothing", "F006", [](FindingEdit& e) { e.loss = review::LossModel{0, 100, 200}; });
    row("loss not a number", "F006", [nan](FindingEdit& e) { e.loss = review::LossModel{1, nan, 200}; });
    row("needs itself", "F007", [](FindingEdit& e) { e = needing({kFirst}); });
    row("needs nobody", "F008", [](FindingEdit& e) { e = needing({"alpha/A_2_1"}); });
    row("evidence", "F008", [](FindingEdit& e) { e.evidence = std::vector<std::string>{"nobody"}; });
    row("measure", "F008", [](FindingEdit& e) { e.measures = std::vector<std::string>{"pray"}; });
    row("practice", "F008", [](FindingEdit& e) { e.practices = std::vector<review::PracticeRef>{{kA11, "none_no"}}; });
    row("pillar", "F008", [](FindingEdit& e) { e.tradeOffs = std::vector<review::TradeOff>{{"speed", true, ""}}; });
    row("pillar twice", "F008", [](FindingEdit& e) {
        e.tradeOffs = std::vector<review::TradeOff>{{"costOptimization", true, ""}, {"costOptimization", false, ""}};
    });
    row("severity of a derived one", "F010", [](FindingEdit& e) { e.severity = lens::Risk::Medium; });
    row("several", "F001 F002 F006 F008", [](FindingEdit& e) {
        e = needing({"nobody"});
        e.owner = std::string(201, 'x');
        e.inherent = review::Rating{0, 3};
        e.days = -1.0;
    });
}

QTEST_APPLESS_MAIN(TstSessionFindings)
#include "tst_session_findings.moc"
