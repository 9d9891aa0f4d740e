// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Undo, redo and restore: which questions they name, and that what is in memory stays what is in the file.
#include "tests/core/session/session_fixture.h"

#include <random>

using namespace plumb;
using namespace plumb::test;
using session::AnswerEdit;
using session::Session;

namespace {

const QuestionKey kA11{"alpha", "A_1_1"};
const QuestionKey kA12{"alpha", "A_1_2"};
const QuestionKey kB23{"beta", "B_2_3"};

/// Random but repeatable commands against one session.
class Walk {
public:
    Walk(SessionFixture& fixture, Session& session, unsigned seed)
        : m_fixture(fixture), m_session(session), m_engine(seed) {}

    void step() {
        m_fixture.clock().advance(5'000);
        switch (below(15)) {
        case 12:
            editFinding();
            break;
        case 13:
            addOrRemoveFinding();
            break;
        case 14:
            plan();
            break;
        case 0:
            (void)m_session.undo();
            break;
        case 1:
            (void)m_session.redo();
            break;
        case 2:
            restore();
            break;
        case 3:
            addEvidence();
            break;
        case 4:
            changeEvidence();
            break;
        case 5:
            toggleLens();
            break;
        case 6:
            (void)m_session.edit({{randomKey(), randomEdit()}, {randomKey(), randomEdit()}}, "Two at once");
            break;
        default:
            (void)m_session.edit(randomKey(), randomEdit());
            break;
        }
    }

private:
    int below(int n) { return static_cast<int>(m_engine() % static_cast<unsigned>(n)); }
    std::string randomPractice() { return "p" + std::to_string(1 + below(3)); }
    QuestionKey randomKey() {
        const bool alpha = below(2) == 0;
        return {alpha ? "alpha" : "beta",
                std::string(alpha ? "A_" : "B_") + std::to_string(1 + below(2)) + "_" + std::to_string(1 + below(3))};
    }
    AnswerEdit randomEdit() {
        AnswerEdit edit;
        switch (below(9)) {
        case 0:
            edit.none = true;
            break;
        case 1:
            edit.applicable = below(2) == 0;
            break;
        case 2:
            edit.notApplicableChoices = {{randomPractice(), review::NaReason::OutOfScope}};
            break;
        case 3:
            edit.note = std::string(static_cast<std::size_t>(below(40)), 'n');
            break;
        case 4:
            edit.addPeople = {"Person " + std::to_string(below(4))};
            break;
        case 5:
            edit.basis = below(2) == 0 ? review::Basis::Verified : review::Basis::Unset;
            break;
        case 6:
            edit.unselect = {randomPractice()};
            break;
        default:
            edit.select = {randomPractice()};
            break;
        }
        return edit;
    }
    void restore() {
        const auto all = m_session.history(true);
        if (all && !all->empty())
            (void)m_session.restore((*all)[static_cast<std::size_t>(below(static_cast<int>(all->size())))].id);
    }
    void addEvidence() {
        session::NewEvidence evidence;
        evidence.record.kind = review::EvidenceKind::File;
        evidence.record.fileName = "file.txt";
        evidence.record.links = {{randomKey(), ""}};
        m_bytes = std::string(static_cast<std::size_t>(1 + below(5)), 'b');
        evidence.source = store::memorySource(m_bytes);
        (void)m_session.addEvidence(std::move(evidence));
    }
    void changeEvidence() {
        if (m_session.review().evidence.empty())
            return;
        review::Evidence evidence = m_session.review().evidence.front();
        if (below(3) == 0) {
            (void)m_session.removeEvidence(evidence.id);
            return;
        }
        evidence.links = {{randomKey(), randomPractice()}, {randomKey(), ""}};
        (void)m_session.updateEvidence(evidence);
    }
    void editFinding() {
        const auto& findings = m_session.findings();
        if (findings.empty())
            return;
        const auto any = [&] {
            return findings[static_cast<std::size_t>(below(static_cast<int>(findings.size())))].key;
        };
        session::FindingEdit edit;
        edit.owner = "Person " + std::to_string(below(4));
        if (below(2) == 0)
            edit.needs = {any()};
        if (below(2) == 0)
            edit.title = std::string(static_cast<std::size_t>(below(3)), 't');
        if (below(3) == 0)
            edit.status = below(2) == 0 ? review::FindingStatus::Resolved : review::FindingStatus::Open;
        if (below(3) == 0 && !m_session.review().evidence.empty())
            edit.evidence = {m_session.review().evidence.front().id};
        edit.practices = {{randomKey(), randomPractice()}};
        (void)m_session.editFindings({{any(), edit}, {any(), edit}});
    }
    void addOrRemoveFinding() {
        for (const review::Finding& finding : m_session.review().findings)
            if (finding.byHand() && below(2) == 0) {
                const std::string key = finding.key;
                (void)m_session.removeFinding(key);
                return;
            }
        session::FindingEdit edit;
        edit.title = "By hand";
        (void)m_session.addFinding(edit);
    }
    void plan() {
        if (below(2) == 0) {
            review::Planning planning;
            planning.cadenceMonths = 1 + below(12);
            planning.priorities = {below(2) == 0 ? "security" : "costOptimization"};
            (void)m_session.setPlanning(planning);
        } else if (!m_session.review().events.empty() && below(2) == 0) {
            const std::string id = m_session.review().events.front().id;
            (void)m_session.removeEvent(id);
        } else {
            (void)m_session.putEvent({{}, review::EventKind::DataChange, {2026, 1 + below(12), 1}, {}});
        }
    }
    void toggleLens() {
        if (m_session.review().findLens("beta"))
            (void)m_session.removeLens("beta");
        else
            (void)m_session.addLens({"beta", syntheticLens("Beta Lens", "B"), {}, "beta.json"});
    }

    SessionFixture& m_fixture;
    Session& m_session;
    std::minstd_rand m_engine;
    std::string m_bytes;
};

} // namespace

class TstSessionHistory final : public QObject {
    Q_OBJECT
private slots:
    void undoAndRedoNameExactlyTheChangedQuestions() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        VERIFY_OK(session->edit({{kB23, tick({"p1", "p2"})}, {kA12, tick({"p3"})}}, "Import 2 answers"));
        Recorder recorder(*session);
        const auto undone = session->undo();
        VERIFY_OK(undone);
        COMPARE_TEXT(undone->label, "Import 2 answers");
        COMPARE_TEXT(recorder.take(), "answers A_1_2 B_2_3; findings alpha/A_1_2 beta/B_2_3; history");
        QCOMPARE(session->state(kB23), lens::State::Unanswered);
        QCOMPARE(session->state(kA11), lens::State::High);
        VERIFY_OK(session->undo());
        COMPARE_TEXT(recorder.take(), "answers A_1_1; findings alpha/A_1_1; history");
        VERIFY_OK(session->redo());
        COMPARE_TEXT(recorder.take(), "answers A_1_1; findings alpha/A_1_1; history");
        VERIFY_OK(session->redo());
        COMPARE_TEXT(recorder.take(), "answers A_1_2 B_2_3; findings alpha/A_1_2 beta/B_2_3; history");
        QCOMPARE(session->state(kB23), lens::State::Medium);
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void undoWorksAfterReopening() {
        SessionFixture fixture;
        {
            const auto session = fixture.create();
            QVERIFY(session);
            VERIFY_OK(session->edit(kA11, tick({"p1"})));
            VERIFY_OK(session->edit(kA11, tick({"p2"})));
        }
        const auto session = fixture.open();
        QVERIFY(session);
        VERIFY_OK(session->undo());
        QCOMPARE(session->state(kA11), lens::State::High);
        QVERIFY(session->redoable());
        COMPARE_TEXT(session->redoable()->label, "Tick \"Practice 2 of A_1_1 is in place\"");
    }
    void nothingToUndoOrRedoIsAnError() {
        SessionFixture fixture;
        session::NewReview content;
        content.workload.name = "Empty";
        const auto session = Session::create(fixture.path(), content, fixture.env());
        VERIFY_OK(session);
        while ((*session)->undoable())
            VERIFY_OK((*session)->undo());
        VERIFY_ERROR((*session)->undo(), "store.nothingToUndo");
        VERIFY_ERROR((*session)->restore("no such command"), "store.noCommand");
    }
    void restoreIsANewCommandThatCanBeUndone() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        const std::string past = session->undoable()->id;
        VERIFY_OK(session->edit(kA12, tick({"p1"})));
        VERIFY_OK(session->edit(kB23, tick({"p1"})));
        Recorder recorder(*session);
        VERIFY_OK(session->restore(past));
        COMPARE_TEXT(recorder.take(), "answers A_1_2 B_2_3; findings alpha/A_1_2 beta/B_2_3; history");
        QCOMPARE(session->review().answers.size(), 1U);
        VERIFY_OK(session->undo());
        COMPARE_TEXT(recorder.take(), "answers A_1_2 B_2_3; findings alpha/A_1_2 beta/B_2_3; history");
        QCOMPARE(session->review().answers.size(), 3U);
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void aNewCommandAfterUndoLeavesABranch() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_OK(session->edit(kA11, tick({"p1"})));
        VERIFY_OK(session->undo());
        VERIFY_OK(session->edit(kA12, tick({"p1"})));
        QVERIFY(!session->redoable());
        VERIFY_ERROR(session->redo(), "store.nothingToRedo");
        QCOMPARE(session->history(true)->size(), session->history(false)->size() + 1);
    }
    void stateInMemoryEqualsTheFileAfterRandomCommands_data() {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {1U, 2U, 3U, 5U, 8U, 13U})
            QTest::addRow("seed %u", seed) << seed;
    }
    void stateInMemoryEqualsTheFileAfterRandomCommands() {
        QFETCH(const unsigned, seed);
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        Walk walk(fixture, *session, seed);
        for (int i = 0; i < 60; ++i) {
            walk.step();
            if (i % 10 == 9)
                COMPARE_TEXT(staleness(fixture, *session), "");
        }
        const auto report = session->verify();
        VERIFY_OK(report);
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().text.c_str());
    }
    void eventsNameExactlyTheQuestionsWhoseAnswerDiffers() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        std::map<QuestionKey, review::Answer> last;
        std::string wrong;
        const auto subscription = session->subscribe([&](const session::Event& event) {
            if (const auto* changed = std::get_if<session::AnswersChanged>(&event)) {
                std::vector<QuestionKey> expected;
                for (const auto& question : session->scores().questions()) {
                    const auto it = last.find(question.key);
                    if (session->review().answer(question.key) != (it == last.end() ? review::Answer{} : it->second))
                        expected.push_back(question.key);
                }
                if (expected != changed->questions && wrong.empty())
                    wrong = "told: " + describe(event);
                last = session->review().answers;
            }
        });
        Walk walk(fixture, *session, 21);
        for (int i = 0; i < 150; ++i) {
            walk.step();
            std::erase_if(last, [&](const auto& entry) { return !session->review().findQuestion(entry.first); });
            COMPARE_TEXT(wrong, "");
            QVERIFY2(last == session->review().answers, "an answer changed that no event named");
        }
    }
};

QTEST_APPLESS_MAIN(TstSessionHistory)
#include "tst_session_history.moc"
