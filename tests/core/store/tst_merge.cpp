// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Merging two copies that parted: what comes over, what is a conflict, and that it is one command.
#include "core/store/merge.h"
#include "tests/support/finding_builders.h"
#include "tests/support/merge_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

using namespace plumb;
using namespace plumb::testing;
using store::Resolution;
using store::Side;
using store::Writer;
using Lines = std::vector<std::string>;

namespace {

void tick(TwoCopies& copies, store::Project& project, const QuestionKey& key, const std::string& choice) {
    answer(copies, project, key, [&](review::Answer& a) { a.choices[choice].status = review::ChoiceStatus::Selected; });
}

void note(TwoCopies& copies, store::Project& project, const QuestionKey& key, const std::string& text) {
    answer(
        copies, project, key, [&](review::Answer& a) { a.note = text; }, "Note " + text);
}

} // namespace

class TestMerge : public QObject {
    Q_OBJECT

private slots:
    void whatOnlyTheOtherCopyChangedComesOver();
    void cellsOfOneRowComeTogether();
    void theSameCellIsAConflictWithBothValuesWhoAndWhen();
    void equalChangesAreNoConflict();
    void aRowThatOneDeletedAndTheOtherChangedIsOneConflict();
    void aRowThatOneDeletedAndTheOtherHungSomethingOnIsAConflict();
    void removingAQuestionnaireThatTheOtherAnsweredIsOneConflict();
    void cellsThatBelongTogetherAreTakenTogether();
    void positionsAreNoConflict();
    void aMergeIsOneCommandThatCanBeUndone();
    void aTextOfOnesOwnCanStandInsteadOfBoth();
    void equalHeadsHaveNothingToMerge();
    void mergingTwiceBringsNothingNew();
    void undoneCommandsDoNotCount();
    void aCopyThatUndidBelowTheCommonPointHasThatAsItsBase();
    void copiesThatUndidEverythingAreStillCopies();
    void theOtherFileIsNotChanged();
};

void TestMerge::whatOnlyTheOtherCopyChangedComesOver() {
    TwoCopies copies;
    note(copies, *copies.ours, kQ0, "ours");
    tick(copies, *copies.theirs, kQ0, "q0_a");
    note(copies, *copies.theirs, kQ1, "theirs");
    copies.run(*copies.theirs, [](Writer& w) { return w.putParticipant({"p", "Bea", "", ""}); });
    const auto plan = copies.plan();
    QCOMPARE(told(plan), Lines{});
    QCOMPARE(taken(plan), "participant 1, answer 1, choice_answer 1");
    QVERIFY(plan.related);
    QCOMPARE(plan.base, copies.ours->history()->front().id);
    QCOMPARE(plan.ourCommands, 1);
    QCOMPARE(plan.theirCommands, 3);
    VERIFY_OK(copies.merge());
    QCOMPARE(copies.ours->loadAnswer(kQ0)->note, "ours");
    QCOMPARE(copies.ours->loadAnswer(kQ0)->choices.at("q0_a").status, review::ChoiceStatus::Selected);
    QCOMPARE(copies.ours->loadAnswer(kQ1)->note, "theirs");
    QCOMPARE(copies.ours->loadParticipants()->size(), std::size_t{1});
    QVERIFY(copies.ours->verify({})->problems.empty());
}

void TestMerge::cellsOfOneRowComeTogether() {
    TwoCopies copies;
    note(copies, *copies.ours, kQ0, "ours");
    answer(copies, *copies.theirs, kQ0, [](review::Answer& a) {
        a.confidence = review::Confidence::Low;
        a.parked = true;
    });
    tick(copies, *copies.ours, kQ0, "q0_a");
    tick(copies, *copies.theirs, kQ0, "q0_b");
    QCOMPARE(told(copies.plan()), Lines{});
    VERIFY_OK(copies.merge());
    const review::Answer merged = *copies.ours->loadAnswer(kQ0);
    QCOMPARE(merged.note, "ours");
    QCOMPARE(merged.confidence, review::Confidence::Low);
    QVERIFY(merged.parked);
    QCOMPARE(merged.choices.size(), std::size_t{2});
}

void TestMerge::theSameCellIsAConflictWithBothValuesWhoAndWhen() {
    TwoCopies copies([](store::Project& p) { static_cast<void>(setNote(p, kQ0, "before")); });
    note(copies, *copies.ours, kQ0, "one");
    const Instant ourTime = copies.world.clock.now();
    note(copies, *copies.theirs, kQ0, "two");
    tick(copies, *copies.theirs, kQ1, "q1_a");
    const auto plan = copies.plan();
    QCOMPARE(told(plan), Lines{"answer/test/q0/note: before | one (Ines: Note one) | two (Jonas: Note two)"});
    QCOMPARE(plan.conflicts[0].ourWriting.time, ourTime);
    const std::string before = copies.ourDump();
    const auto open = copies.merge();
    VERIFY_FAILS(open, "merge.unresolved");
    QCOMPARE(open.error().args, Lines{"answer/test/q0/note"});
    QCOMPARE(copies.ourDump(), before);
    VERIFY_OK(copies.merge({}, {{"answer/test/q0/note", {Side::Theirs, {}}}}));
    QCOMPARE(copies.ours->loadAnswer(kQ0)->note, "two");
    QVERIFY(copies.ours->undo());
    VERIFY_OK(copies.merge(Side::Ours));
    QCOMPARE(copies.ours->loadAnswer(kQ0)->note, "one");
    QVERIFY(copies.ours->loadAnswer(kQ1)->choices.contains("q1_a"));
}

void TestMerge::equalChangesAreNoConflict() {
    TwoCopies copies;
    for (store::Project* project : {copies.ours.get(), copies.theirs.get()}) {
        note(copies, *project, kQ0, "the same");
        copies.run(*project, [](Writer& w) { return w.putWorkload({.name = "Renamed"}); });
    }
    const auto plan = copies.plan();
    QCOMPARE(told(plan), Lines{});
    QVERIFY(plan.nothing);
    QVERIFY(copies.merge()->rows.empty());
}

void TestMerge::aRowThatOneDeletedAndTheOtherChangedIsOneConflict() {
    const auto prepare = [](store::Project& p) {
        static_cast<void>(p.run("Person", {}, [](Writer& w) { return w.putParticipant({"p", "Bea", "", ""}); }));
    };
    for (const bool oursDeletes : {true, false}) {
        TwoCopies copies(prepare);
        store::Project& deletes = oursDeletes ? *copies.ours : *copies.theirs;
        store::Project& changes = oursDeletes ? *copies.theirs : *copies.ours;
        copies.run(
            deletes, [](Writer& w) { return w.removeParticipant("p"); }, "Gone");
        copies.run(
            changes,
            [](Writer& w) {
                return w.putParticipant({"p", "Bea", "CISO", ""});
            },
            "Role");
        QCOMPARE(told(copies.plan()),
                 Lines{oursDeletes
                           ? "participant/p/: name: Bea | - (Ines: Gone) | name: Bea\nrole: CISO (Jonas: Role)"
                           : "participant/p/: name: Bea | name: Bea\nrole: CISO (Ines: Role) | - (Jonas: Gone)"});
        VERIFY_OK(copies.merge(Side::Ours));
        QCOMPARE(copies.ours->loadParticipants()->empty(), oursDeletes);
        QVERIFY(copies.ours->undo());
        VERIFY_OK(copies.merge(Side::Theirs));
        QCOMPARE(copies.ours->loadParticipants()->empty(), !oursDeletes);
    }
}

void TestMerge::aRowThatOneDeletedAndTheOtherHungSomethingOnIsAConflict() {
    TwoCopies copies([](store::Project& p) {
        static_cast<void>(p.run("Evidence", {}, [](Writer& w) {
            return w.putEvidence(
                {.id = "e", .kind = review::EvidenceKind::Note, .title = "Minutes", .links = {{kQ0, ""}, {kQ1, ""}}});
        }));
    });
    copies.run(
        *copies.ours, [](Writer& w) { return w.removeEvidence("e"); }, "Gone");
    copies.run(
        *copies.theirs,
        [](Writer& w) -> Result<void> {
            review::Finding f = writtenFinding();
            f.evidence = {"e"};
            PLUMB_CHECK(w.putFinding(f));
            return {};
        },
        "Finding");
    const auto plan = copies.plan();
    QCOMPARE(plan.conflicts.size(), std::size_t{1});
    QCOMPARE(plan.conflicts[0].name(), "evidence/e/");
    QCOMPARE(plan.conflicts[0].theirWriting.label, "Finding");
    VERIFY_OK(copies.merge(Side::Ours));
    QVERIFY(copies.ours->loadEvidence()->empty());
    QVERIFY(copies.ours->loadFindings()->front().evidence.empty());
    QVERIFY(copies.ours->verify({})->problems.empty());
    QVERIFY(copies.ours->undo());
    VERIFY_OK(copies.merge(Side::Theirs));
    QCOMPARE(copies.ours->loadEvidence()->front().links.size(), std::size_t{2});
    QCOMPARE(copies.ours->loadFindings()->front().evidence, Lines{"e"});
    QVERIFY(copies.ours->verify({})->problems.empty());
}

void TestMerge::removingAQuestionnaireThatTheOtherAnsweredIsOneConflict() {
    TwoCopies copies([](store::Project& p) { static_cast<void>(setNote(p, kQ0, "kept")); });
    copies.run(
        *copies.ours, [](Writer& w) { return w.removeLens("test"); }, "Remove");
    note(copies, *copies.theirs, kQ1, "new");
    copies.run(*copies.theirs, [](Writer& w) -> Result<void> {
        PLUMB_CHECK(w.putFinding(derivedFinding(kQ1)));
        return {};
    });
    QCOMPARE(copies.plan().conflicts.size(), std::size_t{1});
    QCOMPARE(copies.plan().conflicts[0].name(), "lens/test/");
    VERIFY_OK(copies.merge(Side::Ours));
    QVERIFY(copies.ours->loadLenses()->empty());
    QVERIFY(copies.ours->loadFindings()->empty());
    QVERIFY(copies.ours->verify({})->problems.empty());
    QVERIFY(copies.ours->undo());
    VERIFY_OK(copies.merge(Side::Theirs));
    QCOMPARE(copies.ours->loadAnswer(kQ0)->note, "kept");
    QCOMPARE(copies.ours->loadAnswer(kQ1)->note, "new");
    QCOMPARE(findingKeys(*copies.ours), Lines{"F-01 test/q1"});
    QVERIFY(copies.ours->verify({})->problems.empty());
}

void TestMerge::cellsThatBelongTogetherAreTakenTogether() {
    TwoCopies copies([](store::Project& p) { static_cast<void>(putFinding(p, writtenFinding())); });
    const auto change = [&](store::Project& project, auto edit) {
        review::Finding f = project.loadFindings()->front();
        edit(f);
        copies.run(project, [&](Writer& w) -> Result<void> {
            PLUMB_CHECK(w.putFinding(f));
            return {};
        });
    };
    change(*copies.ours, [](review::Finding& f) {
        f.status = review::FindingStatus::Accepted;
        f.reason = "The pilot ends.";
        f.decidedBy = "The board";
        f.until = {2027, 3, 31};
    });
    change(*copies.theirs, [](review::Finding& f) {
        f.status = review::FindingStatus::FalseAlarm;
        f.reason = "Seen twice.";
        f.owner = "Zoë";
    });
    const auto plan = copies.plan();
    QCOMPARE(plan.conflicts.size(), std::size_t{1});
    QCOMPARE(plan.conflicts[0].column, "status");
    QCOMPARE(plan.conflicts[0].theirs, std::optional<std::string>("false alarm"));
    VERIFY_OK(copies.merge(Side::Theirs));
    const review::Finding f = copies.ours->loadFindings()->front();
    QCOMPARE(f.reason, "Seen twice.");
    QCOMPARE(f.decidedBy, "");
    QCOMPARE(f.owner, "Zoë");
}

void TestMerge::positionsAreNoConflict() {
    TwoCopies copies([](store::Project& p) {
        static_cast<void>(p.run("Plan", {}, [](Writer& w) {
            return w.putPlanning({.priorities = {"security", "cost", "speed"}});
        }));
    });
    copies.run(*copies.ours, [](Writer& w) { return w.putPlanning({.priorities = {"cost", "security", "speed"}}); });
    copies.run(*copies.theirs, [](Writer& w) {
        return w.putPlanning({.priorities = {"speed", "cost", "security", "trust"}});
    });
    QCOMPARE(told(copies.plan()), Lines{});
    VERIFY_OK(copies.merge());
    const auto priorities = copies.ours->loadPlanning()->priorities;
    QCOMPARE(priorities.size(), std::size_t{4});
    QCOMPARE(priorities.front(), "cost");
}

void TestMerge::aMergeIsOneCommandThatCanBeUndone() {
    TwoCopies copies;
    note(copies, *copies.ours, kQ0, "ours");
    note(copies, *copies.theirs, kQ1, "theirs");
    tick(copies, *copies.theirs, kQ0, "q0_a");
    const std::string before = copies.ourDump();
    const auto applied = copies.merge();
    VERIFY_OK(applied);
    QCOMPARE(applied->command.label, "Merge b.plumb");
    QCOMPARE(applied->rows.size(), std::size_t{2});
    QCOMPARE(copies.ours->history()->size(), std::size_t{3});
    const std::string after = copies.ourDump();
    QVERIFY(copies.ours->undo());
    QCOMPARE(copies.ourDump(), before);
    QVERIFY(copies.ours->redo());
    QCOMPARE(copies.ourDump(), after);
}

void TestMerge::aTextOfOnesOwnCanStandInsteadOfBoth() {
    TwoCopies copies;
    note(copies, *copies.ours, kQ0, "one");
    note(copies, *copies.theirs, kQ0, "two");
    const auto with = [&](const std::string& name, const Resolution& resolution) {
        return copies.merge({}, {{name, resolution}});
    };
    const std::string before = copies.ourDump();
    VERIFY_FAILS(with("answer/test/q0/note", {Side::Ours, std::string(200'000, 'x')}), "review.tooLong");
    VERIFY_FAILS(with("answer/test/q0/note", {Side::Ours, "\xFF"}), "review.invalid");
    VERIFY_FAILS(with("answer/test/q1/note", {Side::Ours, {}}), "merge.unresolved");
    QCOMPARE(copies.ourDump(), before);
    VERIFY_OK(with("answer/test/q0/note", {Side::Ours, "one and two"}));
    QCOMPARE(copies.ours->loadAnswer(kQ0)->note, "one and two");
}

void TestMerge::equalHeadsHaveNothingToMerge() {
    TwoCopies copies;
    const auto plan = copies.plan();
    QVERIFY(plan.nothing);
    QVERIFY(plan.conflicts.empty());
    const auto applied = copies.merge();
    VERIFY_OK(applied);
    QVERIFY(applied->rows.empty());
    QCOMPARE(copies.ours->history()->size(), std::size_t{1});
    VERIFY_FAILS(store::planMerge(*copies.ours, *copies.ours), "merge.self");
    VERIFY_FAILS(store::applyMerge(*copies.ours, *copies.ours, {}, {}), "merge.self");
}

void TestMerge::mergingTwiceBringsNothingNew() {
    TwoCopies copies;
    note(copies, *copies.ours, kQ0, "one");
    note(copies, *copies.theirs, kQ0, "two");
    note(copies, *copies.theirs, kQ1, "theirs");
    VERIFY_OK(copies.merge(Side::Theirs));
    QVERIFY(copies.plan().nothing);
}

void TestMerge::undoneCommandsDoNotCount() {
    TwoCopies copies;
    note(copies, *copies.theirs, kQ0, "kept");
    note(copies, *copies.theirs, kQ1, "undone");
    QVERIFY(copies.theirs->undo());
    const auto plan = copies.plan();
    QCOMPARE(plan.theirCommands, 1);
    VERIFY_OK(copies.merge());
    QCOMPARE(copies.ours->loadAnswer(kQ0)->note, "kept");
    QCOMPARE(copies.ours->loadAnswer(kQ1)->note, "");
}

void TestMerge::aCopyThatUndidBelowTheCommonPointHasThatAsItsBase() {
    TwoCopies copies([](store::Project& p) {
        static_cast<void>(setNote(p, kQ0, "first"));
        static_cast<void>(setNote(p, kQ1, "second"));
    });
    QVERIFY(copies.theirs->undo());
    note(copies, *copies.theirs, {"test", "q2"}, "third");
    note(copies, *copies.ours, kQ1, "second, better");
    const auto plan = copies.plan();
    QCOMPARE(plan.base, copies.ours->history()->at(1).id);
    QCOMPARE(told(plan), Lines{}); // in the other copy q1 is as it was at the base
    VERIFY_OK(copies.merge());
    QCOMPARE(copies.ours->loadAnswer(kQ1)->note, "second, better");
    QCOMPARE(copies.ours->loadAnswer({"test", "q2"})->note, "third");
}

void TestMerge::copiesThatUndidEverythingAreStillCopies() {
    TwoCopies copies;
    QVERIFY(copies.theirs->undo());
    copies.run(*copies.theirs, [](Writer& w) { return w.putWorkload({.name = "Renamed"}); });
    const auto plan = copies.plan();
    QVERIFY(plan.related);
    QCOMPARE(plan.base, "");
    QCOMPARE(told(plan), Lines{});
    VERIFY_OK(copies.merge());
    QCOMPARE(copies.ours->loadWorkload()->name, "Renamed");
    QCOMPARE(copies.ours->loadLenses()->size(), std::size_t{1});
}

void TestMerge::theOtherFileIsNotChanged() {
    TwoCopies copies;
    note(copies, *copies.theirs, kQ1, "theirs");
    const auto path = copies.theirs->path();
    copies.theirs.reset();
    const std::string before = fileBytes(path);
    const std::string files = copies.folder.listing();
    {
        auto reading = store::Project::open(path, store::OpenMode::ReadOnly, copies.world.env());
        VERIFY_OK(reading);
        VERIFY_OK(store::planMerge(*copies.ours, **reading));
        VERIFY_OK(store::applyMerge(*copies.ours, **reading, {}, {}));
    }
    QCOMPARE(fileBytes(path), before);
    QCOMPARE(copies.folder.listing(), files);
}

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
