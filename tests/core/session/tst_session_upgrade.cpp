// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another version of a questionnaire in a session: one command, nothing lost without being named, undone whole.
#include "tests/core/session/findings_fixture.h"

#include <QDir>
#include <QFile>

using namespace plumb;
using namespace plumb::test;
using session::LensSource;
using session::Session;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// Alpha without its second pillar's questions, without practice 3 of the first pillar, and A_1_2 in other words.
std::string secondVersion() {
    std::string text = syntheticLens("Alpha Lens", "A", {1, 3, 2});
    return replaced(text, "How is A_1_2 done here?", "How is A_1_2 done by now?");
}

LensSource versionTwo() {
    return {"", secondVersion(), {}, "alpha2.json"};
}

std::string presentOf(const Session& session) {
    const auto state = session.stateOf({});
    return state ? compare::snapshotBytes(state->state) : state.error().text;
}

QString problemsOf(const Session& session) {
    const auto report = session.verify();
    return !report ? QString::fromStdString(report.error().text)
           : report->problems.empty()
               ? QString()
               : QString::fromStdString(report->problems.front().id + " " + report->problems.front().text);
}

} // namespace

class TstSessionUpgrade final : public FindingsTest {
    Q_OBJECT
private slots:
    void init() { makeReview(); }

    void aDryRunStoresNothing() {
        const std::string before = presentOf(*m_session), head = m_session->undoable()->id;
        const auto plan = m_session->planUpgrade("alpha", versionTwo());
        VERIFY_OK(plan);
        QVERIFY(!plan->changes.empty());
        QCOMPARE(plan->reconfirm.size(), 2U);
        COMPARE_TEXT(presentOf(*m_session), before);
        COMPARE_TEXT(m_session->undoable()->id, head);
    }
    void anUpgradeIsOneCommandAndItsUndoBringsAllBack() {
        const QuestionKey a23{"alpha", "A_2_3"};
        VERIFY_OK(m_session->edit(a23, tick({"p1"})));
        review::Evidence note;
        note.kind = review::EvidenceKind::Note;
        note.text = "Said in the room.";
        note.links = {{kA11, "p1"}, {kA11, "p3"}, {a23, ""}, {kB23, ""}};
        VERIFY_OK(m_session->addEvidence({note, nullptr}));
        session::FindingEdit edit = owner("Dev Raman");
        edit.practices = std::vector<review::PracticeRef>{{kA11, "p2"}, {kA11, "p3"}};
        edit.needs = std::vector<std::string>{"alpha/A_2_3"};
        VERIFY_OK(m_session->editFindings({{kFirst, edit}, {"alpha/A_2_3", owner("Ines")}}));
        const std::string before = presentOf(*m_session);
        Recorder recorder(*m_session);
        const auto plan = m_session->upgradeLens("alpha", versionTwo());
        VERIFY_OK(plan);
        QVERIFY(recorder.take().starts_with("lenses; answers"));
        COMPARE_TEXT(lastLabel(*m_session), "Upgrade the questionnaire \"Alpha Lens\"");
        const review::Review& review = m_session->review();
        QCOMPARE(review.lenses.front().lens->questionCount(), 3U);
        QCOMPARE(review.lenses.front().position, 0);
        QVERIFY(!review.answers.contains(a23));
        QVERIFY(!review.answer(kA12).reconfirm.empty());
        QCOMPARE(review.evidence.front().links.size(), 2U);
        QVERIFY(!review.findFinding("alpha/A_2_3"));
        QCOMPARE(review.findFinding(kFirst)->practices.size(), 1U);
        QVERIFY(review.findFinding(kFirst)->needs.empty());
        QCOMPARE(plan->droppedFindings, std::vector<std::string>{"F-04"});
        QCOMPARE(plan->droppedLinks,
                 (std::vector<std::string>{"E-01 -> A_1_1/p3", "E-01 -> A_2_3", "F-01 -> A_1_1/p3", "F-01 -> F-04"}));
        QCOMPARE(plan->dropped.size(), 1U);
        COMPARE_TEXT(plan->dropped.front().question, "A_2_3");
        QCOMPARE(m_session->scores().overall().questions, 9);
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
        QCOMPARE(problemsOf(*m_session), QString());
        const std::string after = presentOf(*m_session);
        VERIFY_OK(m_session->undo());
        COMPARE_TEXT(presentOf(*m_session), before);
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
        VERIFY_OK(m_session->redo());
        COMPARE_TEXT(presentOf(*m_session), after);
    }
    void whatIsARiskNowGetsANumberAtOnce() {
        // Both practices of A_1_2 were medium risk; a version that needs a third makes a risk of what was none.
        VERIFY_OK(m_session->edit({"alpha", "A_1_3"}, tick({"p1", "p2", "p3"})));
        QVERIFY(!m_session->review().findFinding("alpha/A_1_3"));
        VERIFY_OK(m_session->upgradeLens("alpha", {"", syntheticLens("Alpha Lens", "A", {2, 3, 4}), {}, "a.json"}));
        const review::Finding* record = m_session->review().findFinding("alpha/A_1_3");
        QVERIFY(record);
        QCOMPARE(record->number, 4);
        QCOMPARE(record->severity, lens::Risk::Medium);
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
    }
    void anAnswerThatIsEditedNeedsNoConfirmingAnyMore() {
        VERIFY_OK(m_session->upgradeLens("alpha", versionTwo()));
        QVERIFY(!m_session->review().answer(kA12).reconfirm.empty());
        VERIFY_OK(m_session->edit(kA12, untick({"p2"})));
        QVERIFY(m_session->review().answer(kA12).reconfirm.empty());
    }
    void aSnapshotFromBeforeBringsTheOldVersionBack() {
        VERIFY_OK(m_session->createSnapshot("Before"));
        const std::string before = presentOf(*m_session);
        VERIFY_OK(m_session->upgradeLens("alpha", versionTwo()));
        const auto then = m_session->stateOf("Before"), now = m_session->stateOf({});
        VERIFY_OK(then);
        VERIFY_OK(now);
        QCOMPARE(compare::compareStates(then->state, now->state).count(compare::Change::Retired), 3);
        VERIFY_OK(m_session->restoreSnapshot("Before"));
        COMPARE_TEXT(presentOf(*m_session), before);
        QCOMPARE(problemsOf(*m_session), QString());
    }
    void whatCanNotBeUsedIsRefused() {
        const std::string head = m_session->undoable()->id;
        VERIFY_ERROR(m_session->upgradeLens("alfa", versionTwo()), "session.unknownLens");
        VERIFY_ERROR(m_session->upgradeLens("alpha", {"", "{}", {}, "bad.json"}), "lens.unusable");
        VERIFY_ERROR(m_session->upgradeLens("alpha", {"", secondVersion(), "[]", "x"}), "overlay.invalid");
        const LensSource same = SessionFixture::content().lenses.front();
        VERIFY_ERROR(m_session->upgradeLens("alpha", same), "session.sameLens");
        VERIFY_ERROR(m_session->planUpgrade("alpha", same), "session.sameLens");
        COMPARE_TEXT(m_session->undoable()->id, head);
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
    }
    void aReadOnlyReviewPlansButDoesNotUpgrade() {
        const auto shown = Session::open(m_session->path(), session::OpenMode::ReadOnly, m_fixture.env());
        VERIFY_OK(shown);
        VERIFY_OK((*shown)->planUpgrade("alpha", versionTwo()));
        VERIFY_ERROR((*shown)->upgradeLens("alpha", versionTwo()), "session.readOnly");
    }
};

QTEST_APPLESS_MAIN(TstSessionUpgrade)
#include "tst_session_upgrade.moc"
