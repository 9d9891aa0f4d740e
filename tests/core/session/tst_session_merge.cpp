// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Merging another copy through the session: what is in memory and what listeners hear follow the file.
#include "tests/core/session/session_fixture.h"

#include "core/store/merge.h"

using namespace plumb;
using namespace plumb::test;
using session::AnswerEdit;
using session::OpenMode;
using session::Session;
using store::Side;

namespace {

const QuestionKey kA11{"alpha", "A_1_1"};
const QuestionKey kB23{"beta", "B_2_3"};

AnswerEdit noteEdit(std::string text) {
    AnswerEdit edit;
    edit.note = std::move(text);
    return edit;
}

session::NewEvidence noteEvidence(const std::string& title) {
    session::NewEvidence evidence;
    evidence.record.kind = review::EvidenceKind::Note;
    evidence.record.title = title;
    evidence.record.text = "Said in the room.";
    evidence.record.links = {{kA11, {}}};
    return evidence;
}

} // namespace

class TestSessionMerge : public QObject {
    Q_OBJECT

    /// A review, and its copy "other.plumb".
    struct Copies {
        SessionFixture fixture;
        std::unique_ptr<Session> ours = fixture.create();
        Copies() {
            if (!ours || !ours->copyTo(other(), {}))
                qFatal("no copies");
        }
        [[nodiscard]] std::filesystem::path other() const { return fixture.path("other.plumb"); }
        /// Works on the other copy, which is closed afterwards.
        template <typename Work> void there(Work work) {
            fixture.clock().advance(60'000);
            auto theirs = Session::open(other(), OpenMode::ReadWrite, fixture.env("Jonas"));
            if (!theirs)
                qFatal("%s", theirs.error().text.c_str());
            work(**theirs);
        }
    };

private slots:
    void memoryAndListenersFollow() {
        Copies copies;
        QVERIFY(copies.ours->edit(kA11, noteEdit("ours")));
        copies.there([](Session& theirs) {
            QVERIFY(theirs.edit(kB23, noteEdit("theirs")));
            QVERIFY(theirs.addEvidence(noteEvidence("Minutes")));
        });
        const review::Review before = copies.ours->review();
        Recorder recorder(*copies.ours);
        const auto plan = copies.ours->planMerge(copies.other());
        QVERIFY2(plan.has_value(), plan ? "" : plan.error().text.c_str());
        QVERIFY(plan->conflicts.empty());
        QCOMPARE(plan->theirCommands, 2);
        QCOMPARE(recorder.take(), std::string());
        const auto merged = copies.ours->merge(copies.other(), {}, {});
        QVERIFY2(merged.has_value(), merged ? "" : merged.error().text.c_str());
        const std::string heard = recorder.take();
        QVERIFY2(heard.starts_with("answers B_2_3; evidence A_1_1"), heard.c_str());
        QVERIFY2(heard.ends_with("history"), heard.c_str());
        QCOMPARE(copies.ours->review().answer(kB23).note, std::string("theirs"));
        QCOMPARE(copies.ours->undoable()->label, std::string("Merge other.plumb"));
        QCOMPARE(staleness(copies.fixture, *copies.ours), std::string());
        QVERIFY(copies.ours->undo());
        QCOMPARE(difference(copies.ours->review(), before), std::string());
    }

    void evidenceNumbersGoOnBehindWhatCameIn() {
        Copies copies;
        QVERIFY(copies.ours->addEvidence(noteEvidence("Mine")));
        copies.there([](Session& theirs) {
            QVERIFY(theirs.addEvidence(noteEvidence("One")));
            QVERIFY(theirs.addEvidence(noteEvidence("Two")));
        });
        QVERIFY(copies.ours->merge(copies.other(), {}, {}));
        QVERIFY(copies.ours->addEvidence(noteEvidence("Next")));
        std::vector<int> numbers;
        for (const review::Evidence& evidence : copies.ours->review().evidence)
            numbers.push_back(evidence.number);
        QCOMPARE(numbers, (std::vector<int>{1, 2, 3, 4}));
        QVERIFY(copies.ours->verify({})->problems.empty());
    }

    void conflictsAreDecidedOrNothingHappens() {
        Copies copies;
        QVERIFY(copies.ours->edit(kA11, noteEdit("ours")));
        copies.there([](Session& theirs) { QVERIFY(theirs.edit(kA11, noteEdit("theirs"))); });
        const auto plan = copies.ours->planMerge(copies.other());
        QCOMPARE(plan->conflicts.size(), std::size_t{1});
        QCOMPARE(plan->conflicts[0].ourWriting.author, std::string("Greta Holm"));
        QCOMPARE(plan->conflicts[0].theirWriting.author, std::string("Jonas"));
        const auto open = copies.ours->merge(copies.other(), {}, {});
        QVERIFY(!open);
        QCOMPARE(open.error().id, std::string("merge.unresolved"));
        QCOMPARE(open.error().kind, ErrorKind::Conflict);
        QCOMPARE(copies.ours->review().answer(kA11).note, std::string("ours"));
        QVERIFY(copies.ours->merge(copies.other(), {{plan->conflicts[0].name(), {Side::Theirs, {}}}}, {}));
        QCOMPARE(copies.ours->review().answer(kA11).note, std::string("theirs"));
    }

    void twoPeopleWhoFoundTheSameRiskHaveNoConflict() {
        Copies copies;
        QVERIFY(copies.ours->edit(kA11, tick({"p1"})));
        copies.there([](Session& theirs) { QVERIFY(theirs.edit(kA11, noteEdit("theirs"))); });
        copies.there([](Session& theirs) { QVERIFY(theirs.edit(kB23, tick({"p1", "p2"}))); });
        const auto plan = copies.ours->planMerge(copies.other());
        QCOMPARE(plan->conflicts.size(), std::size_t{0});
        QVERIFY(copies.ours->merge(copies.other(), {}, {}));
        QVERIFY(copies.ours->verify({})->problems.empty());
    }

    void itselfAndReadOnlyReviewsAreRefused() {
        Copies copies;
        const auto self = copies.ours->planMerge(copies.ours->path());
        QCOMPARE(self.error().id, std::string("merge.self"));
        QCOMPARE(copies.ours->merge(copies.ours->path(), {}, {}).error().id, std::string("merge.self"));
        QCOMPARE(copies.ours->planMerge(copies.fixture.path("none.plumb")).error().id, std::string("file.notFound"));
        // Still locked and whole: looking at itself has not let go of the file.
        QVERIFY(copies.ours->edit(kA11, noteEdit("goes on")));
        copies.there([](Session& theirs) { QVERIFY(theirs.edit(kA11, noteEdit("theirs"))); });
        const auto reading = Session::open(copies.other(), OpenMode::ReadOnly, copies.fixture.env());
        QVERIFY(reading);
        QVERIFY((*reading)->planMerge(copies.ours->path()));
        QCOMPARE((*reading)->merge(copies.ours->path(), {}, Side::Ours).error().id, std::string("session.readOnly"));
    }

    void nothingToMergeIsNoCommand() {
        Copies copies;
        QVERIFY(copies.ours->planMerge(copies.other())->nothing);
        Recorder recorder(*copies.ours);
        QVERIFY(copies.ours->merge(copies.other(), {}, {}));
        QCOMPARE(recorder.take(), std::string());
        QCOMPARE(copies.ours->history()->size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestSessionMerge)
#include "tst_session_merge.moc"
