// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Merging where two changes that are each in order would break something together: numbers, names, circles,
// questionnaires; content that stands outside the history; reviews without a common history.
#include "core/base/hash.h"
#include "core/store/merge.h"
#include "core/store/project_impl.h"
#include "tests/support/cost_builders.h"
#include "tests/support/finding_builders.h"
#include "tests/support/merge_builders.h"
#include "tests/support/snapshot_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <algorithm>

using namespace plumb;
using namespace plumb::testing;
using store::OpenMode;
using store::Project;
using store::Side;
using store::Writer;
using Lines = std::vector<std::string>;

namespace {

const std::string kOther = "00000000-0000-4000-8000-0000000000bb";

void put(TwoCopies& copies, Project& project, const review::Finding& finding) {
    copies.run(project, [&](Writer& w) -> Result<void> {
        PLUMB_CHECK(w.putFinding(finding));
        return {};
    });
}

void putEvidence(TwoCopies& copies, Project& project, const std::string& id, const std::string& bytes = {}) {
    copies.run(project, [&](Writer& w) -> Result<void> {
        review::Evidence e{.id = id, .kind = review::EvidenceKind::File, .title = "Title " + id, .fileName = "a.bin"};
        if (!bytes.empty()) {
            const auto source = store::memorySource(bytes);
            PLUMB_TRY(info, w.putBlob(*source, {}));
            e.sha256 = info.sha256;
            e.bytes = info.bytes;
        }
        return w.putEvidence(e);
    });
}

void putText(TwoCopies& copies, Project& project, const std::string& name, const std::string& text,
             const std::string& id) {
    auto record = snapshotRecord(name, text);
    record.id = id;
    copies.run(project, [&](Writer& w) { return w.putSnapshot(record, text); });
}

void putLens(TwoCopies& copies, Project& project, const std::string& lens) {
    copies.run(
        project, [&](Writer& w) { return w.putLens("test", "Test Lens", lens, overlayJson(1), 0); }, "Upgrade");
}

std::string bytesOf(Project& project, const std::string& sha) {
    std::string bytes;
    const auto sink = store::memorySink(bytes);
    return project.readBlob(sha, *sink, {}) ? bytes : "unreadable";
}

bool whole(Project& project) {
    const auto report = project.verify({});
    for (const store::Problem& problem : report->problems)
        qWarning("%s %s", problem.id.c_str(), problem.text.c_str());
    return report->problems.empty();
}

} // namespace

class TestMergeWhole : public QObject {
    Q_OBJECT

private slots:
    void numbersThatClashAreGivenAnew();
    void aNumberThatWasGivenBeforeIsNotUsedAgain();
    void theSameFindingKeepsOurNumber();
    void aFindingThatWasMadeAnewThereKeepsItsNumberHere();
    void needsThatWouldCloseACircleAreLeftOut();
    void costPrerequisitesThatWouldCloseACircleAreLeftOut();
    void snapshotsOfOneNameAreBothKept();
    void theSameSnapshotOnBothSidesIsOne();
    void scenariosOfOneNameAreBothKept();
    void theChosenScenarioIsLetGoWithTheScenario();
    void twoVersionsOfAQuestionnaireAreOneConflict();
    void whatANewVersionDoesNotAskIsLeftOutAndTold();
    void answersGivenWithAnotherVersionWaitToBeConfirmed();
    void noneOfTheseBesideAPracticeIsTold();
    void evidenceComesWithItsBytes();
    void contentThatIsThereIsNotStoredTwice();
    void cancellingWhileContentComesChangesNothing();
    void snapshotsBringTheQuestionnairesTheyAnswer();
    void reviewsWithoutACommonHistoryListEveryDifference();
    void copiesWhoseHistoryWasDroppedAreMergedWithoutABase();
};

void TestMergeWhole::numbersThatClashAreGivenAnew() {
    TwoCopies copies;
    put(copies, *copies.ours, derivedFinding(kQ0));
    put(copies, *copies.theirs, derivedFinding(kQ1));
    review::Finding waits = writtenFinding();
    waits.needs = {review::findingKey(kQ1)};
    put(copies, *copies.theirs, waits);
    putEvidence(copies, *copies.ours, "mine");
    putEvidence(copies, *copies.theirs, "yours");
    const auto plan = copies.plan();
    QCOMPARE(told(plan), Lines{});
    QCOMPARE(plan.remarks,
             (Lines{"Finding F-01 of the other copy becomes F-03.", "Evidence E-01 of the other copy becomes E-02."}));
    VERIFY_OK(copies.merge());
    QCOMPARE(findingKeys(*copies.ours), (Lines{"F-01 test/q0", "F-02 " + kByHand, "F-03 test/q1"}));
    QCOMPARE(copies.ours->loadFindings()->at(1).needs, Lines{"test/q1"});
    QCOMPARE(copies.ours->nextFindingNumber().value(), 4);
    QVERIFY(whole(*copies.ours));
}

void TestMergeWhole::aNumberThatWasGivenBeforeIsNotUsedAgain() {
    TwoCopies copies;
    put(copies, *copies.ours, writtenFinding());
    copies.run(*copies.ours, [](Writer& w) { return w.removeFinding(kByHand); });
    put(copies, *copies.theirs, derivedFinding(kQ1));
    VERIFY_OK(copies.merge());
    QCOMPARE(findingKeys(*copies.ours), Lines{"F-02 test/q1"});
    QVERIFY(copies.ours->undo());
    QCOMPARE(copies.ours->nextFindingNumber().value(), 3);
}

void TestMergeWhole::theSameFindingKeepsOurNumber() {
    TwoCopies copies;
    put(copies, *copies.ours, writtenFinding());
    put(copies, *copies.ours, derivedFinding(kQ1));
    put(copies, *copies.theirs, derivedFinding(kQ1));
    QCOMPARE(told(copies.plan()), Lines{});
    QCOMPARE(copies.plan().remarks, Lines{"Finding F-01 of the other copy is F-02 here."});
    QVERIFY(copies.plan().nothing);
}

void TestMergeWhole::aFindingThatWasMadeAnewThereKeepsItsNumberHere() {
    TwoCopies copies([](Project& p) { static_cast<void>(putFinding(p, derivedFinding(kQ0))); });
    copies.run(*copies.theirs, [](Writer& w) { return w.removeFinding("test/q0"); });
    put(copies, *copies.theirs, derivedFinding(kQ0)); // F-02 there
    put(copies, *copies.ours, derivedFinding(kQ1));   // F-02 here
    VERIFY_OK(copies.merge());
    QCOMPARE(findingKeys(*copies.ours), (Lines{"F-01 test/q0", "F-02 test/q1"}));
    QVERIFY(whole(*copies.ours));
}

void TestMergeWhole::needsThatWouldCloseACircleAreLeftOut() {
    TwoCopies copies([](Project& p) {
        static_cast<void>(putFinding(p, derivedFinding(kQ0)));
        static_cast<void>(putFinding(p, derivedFinding(kQ1)));
    });
    review::Finding f = copies.ours->loadFindings()->at(0), g = copies.ours->loadFindings()->at(1);
    f.needs = {g.key};
    put(copies, *copies.ours, f);
    g.needs = {f.key};
    put(copies, *copies.theirs, g);
    QCOMPARE(copies.plan().remarks,
             Lines{"F-02 can't wait for F-01, which waits for it: this need of the other copy is left out."});
    QCOMPARE(told(copies.plan()), Lines{});
    QVERIFY(copies.plan().nothing);
    VERIFY_OK(copies.merge(Side::Theirs));
    QVERIFY(copies.ours->loadFindings()->at(0).needs.empty());
    QCOMPARE(copies.ours->loadFindings()->at(1).needs, Lines{"test/q0"});
    QVERIFY(whole(*copies.ours));
}

void TestMergeWhole::costPrerequisitesThatWouldCloseACircleAreLeftOut() {
    review::Costs costs;
    costs.items = {costItem("i")};
    costs.measures = {costMeasure("a", {"i"}), costMeasure("b", {"i"})};
    TwoCopies copies([&](Project& p) { static_cast<void>(putCosts(p, costs)); });
    costs.measures[0].prerequisites = {"b"};
    copies.run(*copies.ours, [&](Writer& w) { return w.putCosts(costs); });
    costs.measures[0].prerequisites = {};
    costs.measures[1].prerequisites = {"a"};
    copies.run(*copies.theirs, [&](Writer& w) { return w.putCosts(costs); });
    QCOMPARE(copies.plan().remarks.size(), std::size_t{1});
    VERIFY_OK(copies.merge());
    QCOMPARE(copies.ours->loadCosts()->measures[0].prerequisites, Lines{"b"});
    QVERIFY(copies.ours->loadCosts()->measures[1].prerequisites.empty());
}

void TestMergeWhole::snapshotsOfOneNameAreBothKept() {
    TwoCopies copies;
    putText(copies, *copies.ours, "Spring", snapshotText({}, {}, {}, "ours"), "1");
    putText(copies, *copies.theirs, "SPRING", snapshotText({}, {}, {}, "theirs"), "2");
    putText(copies, *copies.theirs, "Autumn", snapshotText({}, {}, {}, "autumn"), "3");
    const auto plan = copies.plan();
    QCOMPARE(told(plan), Lines{});
    QCOMPARE(plan.remarks, Lines{"The snapshot \"SPRING\" of the other copy becomes \"SPRING (2)\"."});
    VERIFY_OK(copies.merge());
    QCOMPARE(copies.ours->loadSnapshots()->size(), std::size_t{3});
    QCOMPARE(*copies.ours->readSnapshot("spring"), snapshotText({}, {}, {}, "ours"));
    QCOMPARE(*copies.ours->readSnapshot("SPRING (2)"), snapshotText({}, {}, {}, "theirs"));
    QCOMPARE(*copies.ours->readSnapshot("Autumn"), snapshotText({}, {}, {}, "autumn"));
    QVERIFY(whole(*copies.ours));
    QVERIFY(copies.ours->undo());
    QCOMPARE(copies.ours->loadSnapshots()->size(), std::size_t{1});
}

void TestMergeWhole::theSameSnapshotOnBothSidesIsOne() {
    TwoCopies copies;
    const std::string text = snapshotText();
    putText(copies, *copies.ours, "Spring", text, "1");
    putText(copies, *copies.theirs, "Spring", text, "2");
    QVERIFY(copies.plan().nothing);
    VERIFY_OK(copies.merge());
    QCOMPARE(copies.ours->loadSnapshots()->size(), std::size_t{1});
}

void TestMergeWhole::scenariosOfOneNameAreBothKept() {
    TwoCopies copies;
    const auto with = [](const std::string& id) {
        review::Costs costs;
        costs.items = {costItem("i")};
        costs.scenarios = {{id, "Everything", {}}};
        return costs;
    };
    copies.run(*copies.ours, [&](Writer& w) { return w.putCosts(with("a")); });
    copies.run(*copies.theirs, [&](Writer& w) { return w.putCosts(with("b")); });
    QCOMPARE(told(copies.plan()), Lines{});
    VERIFY_OK(copies.merge());
    const auto scenarios = copies.ours->loadCosts()->scenarios;
    QCOMPARE(scenarios.size(), std::size_t{2});
    QCOMPARE(scenarios[0].name, "Everything");
    QCOMPARE(scenarios[1].name, "Everything (2)");
    QVERIFY(whole(*copies.ours));
}

void TestMergeWhole::theChosenScenarioIsLetGoWithTheScenario() {
    review::Costs costs;
    costs.items = {costItem("i")};
    costs.scenarios = {{"a", "A", {}}, {"b", "B", {}}};
    TwoCopies copies([&](Project& p) { static_cast<void>(putCosts(p, costs)); });
    costs.settings.scenario = "b";
    copies.run(*copies.theirs, [&](Writer& w) { return w.putCosts(costs); });
    costs.settings.scenario = {};
    costs.scenarios.pop_back();
    copies.run(*copies.ours, [&](Writer& w) { return w.putCosts(costs); });
    QCOMPARE(copies.plan().remarks, Lines{"The chosen scenario \"b\" is gone; none is chosen now."});
    VERIFY_OK(copies.merge());
    QCOMPARE(copies.ours->loadCosts()->settings.scenario, "");
    QVERIFY(whole(*copies.ours));
}

void TestMergeWhole::twoVersionsOfAQuestionnaireAreOneConflict() {
    TwoCopies copies;
    putLens(copies, *copies.ours, lensJson(3, 4, "Two"));
    putLens(copies, *copies.theirs, lensJson(3, 4, "Three"));
    const auto plan = copies.plan();
    QCOMPARE(plan.conflicts.size(), std::size_t{1});
    QCOMPARE(plan.conflicts[0].name(), "lens/test/sha256");
    QCOMPARE(plan.conflicts[0].theirs, std::optional(sha256(lensJson(3, 4, "Three"))));
    QCOMPARE(plan.conflicts[0].theirWriting.label, "Upgrade");
    VERIFY_OK(copies.merge(Side::Theirs));
    QCOMPARE(copies.ours->loadLenses()->front().lens->name, "Three");
    QVERIFY(whole(*copies.ours));
}

void TestMergeWhole::whatANewVersionDoesNotAskIsLeftOutAndTold() {
    for (const bool oursUpgrades : {true, false}) {
        TwoCopies copies;
        Project& upgrades = oursUpgrades ? *copies.ours : *copies.theirs;
        Project& answers = oursUpgrades ? *copies.theirs : *copies.ours;
        putLens(copies, upgrades, lensJson(2, 4, "Shorter"));
        const QuestionKey gone{"test", "q2"};
        answer(copies, answers, gone, [](review::Answer& a) { a.note = "lost otherwise"; });
        answer(copies, answers, kQ1, [](review::Answer& a) { a.note = "stays"; });
        put(copies, answers, derivedFinding(gone));
        const auto plan = copies.plan();
        QCOMPARE(told(plan), Lines{});
        QCOMPARE(plan.remarks, Lines{"What one copy says on \"q2\" of \"test\" is left out: the version of the "
                                     "questionnaire that stays does not ask it."});
        const std::string before = copies.ourDump();
        VERIFY_OK(copies.merge());
        QCOMPARE(copies.ours->loadAnswer(kQ1)->note, "stays");
        QCOMPARE(copies.ours->loadAnswer(gone)->note, "");
        QVERIFY(whole(*copies.ours));
        QVERIFY(copies.ours->undo());
        QCOMPARE(copies.ourDump(), before);
    }
}

void TestMergeWhole::answersGivenWithAnotherVersionWaitToBeConfirmed() {
    for (const bool oursUpgrades : {true, false}) {
        TwoCopies copies([](Project& p) { static_cast<void>(setNote(p, {"test", "q2"}, "before")); });
        Project& upgrades = oursUpgrades ? *copies.ours : *copies.theirs;
        Project& answers = oursUpgrades ? *copies.theirs : *copies.ours;
        std::string lens = lensJson(3);
        const std::string old = "Practice q0_b";
        lens.replace(lens.find(old), old.size(), "Practice q0_b, proven");
        putLens(copies, upgrades, lens);
        for (const QuestionKey& key : {kQ0, kQ1})
            answer(copies, answers, key, [](review::Answer& a) { a.note = "new"; });
        QCOMPARE(copies.plan().remarks, Lines{"Answers on \"test\" that were given with another version of it wait to "
                                              "be confirmed again: 1."});
        VERIFY_OK(copies.merge());
        QVERIFY(!copies.ours->loadAnswer(kQ0)->reconfirm.empty());
        QVERIFY(copies.ours->loadAnswer(kQ1)->reconfirm.empty());
        QVERIFY(copies.ours->loadAnswer({"test", "q2"})->reconfirm.empty());
        QVERIFY(whole(*copies.ours));
        QVERIFY(copies.plan().nothing);
    }
}

void TestMergeWhole::noneOfTheseBesideAPracticeIsTold() {
    TwoCopies copies;
    const auto tick = [&](Project& project, const char* choice) {
        answer(copies, project, kQ0,
               [&](review::Answer& a) { a.choices[choice].status = review::ChoiceStatus::Selected; });
    };
    tick(*copies.ours, "q0_no");
    tick(*copies.theirs, "q0_b");
    QCOMPARE(told(copies.plan()), Lines{});
    QCOMPARE(copies.plan().remarks, Lines{"On \"q0\" of \"test\" one copy ticked that there is none of it, and the "
                                          "other something: look at it again."});
    VERIFY_OK(copies.merge());
    QVERIFY(copies.plan().remarks.empty());
}

void TestMergeWhole::evidenceComesWithItsBytes() {
    TwoCopies copies;
    std::string bytes(3 * store::kChunkBytes + 17, 'a');
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i * 31 % 251);
    putEvidence(copies, *copies.theirs, "e", bytes);
    std::uint64_t last = 0, total = 0;
    const auto applied = store::applyMerge(*copies.ours, *copies.theirs, {}, {}, [&](auto done, auto all) {
        last = std::max(last, done);
        total = std::max(total, all);
        return true;
    });
    VERIFY_OK(applied);
    QCOMPARE(last, std::uint64_t{bytes.size()});
    QCOMPARE(total, std::uint64_t{bytes.size()});
    QCOMPARE(bytesOf(*copies.ours, sha256(bytes)), bytes);
    QVERIFY(whole(*copies.ours));
    QVERIFY(copies.ours->undo());
    QVERIFY(whole(*copies.ours));
    QVERIFY(copies.ours->redo());
    QCOMPARE(bytesOf(*copies.ours, sha256(bytes)), bytes);
}

void TestMergeWhole::contentThatIsThereIsNotStoredTwice() {
    TwoCopies copies;
    putEvidence(copies, *copies.ours, "mine", "the same bytes");
    putEvidence(copies, *copies.theirs, "yours", "the same bytes");
    VERIFY_OK(copies.merge());
    QCOMPARE(rawText(copies.ours->path(), "SELECT count(*) FROM blob"), "1");
    QCOMPARE(copies.ours->loadEvidence()->size(), std::size_t{2});
}

void TestMergeWhole::cancellingWhileContentComesChangesNothing() {
    TwoCopies copies;
    putEvidence(copies, *copies.theirs, "e", std::string(2 * store::kChunkBytes, 'x'));
    const std::string before = fileBytes(copies.ours->path());
    const auto cancelled =
        store::applyMerge(*copies.ours, *copies.theirs, {}, {}, [](auto done, auto) { return done == 0; });
    VERIFY_FAILS(cancelled, "store.cancelled");
    QCOMPARE(fileBytes(copies.ours->path()), before);
}

void TestMergeWhole::snapshotsBringTheQuestionnairesTheyAnswer() {
    TwoCopies copies;
    const std::string older = lensJson(3, 4, "Older"), bytes = "named by the snapshot only";
    putLens(copies, *copies.theirs, older);
    putEvidence(copies, *copies.theirs, "e", bytes);
    putText(copies, *copies.theirs, "Spring", snapshotText(sha256(older), {}, sha256(bytes)), "1");
    copies.run(*copies.theirs, [](Writer& w) { return w.removeEvidence("e"); });
    putLens(copies, *copies.theirs, lensJson(3)); // as in the other copy
    VERIFY_OK(copies.merge());
    VERIFY_OK(copies.ours->lensByHash("test", sha256(older), {}));
    QCOMPARE(bytesOf(*copies.ours, sha256(bytes)), bytes);
    QVERIFY(whole(*copies.ours));
}

void TestMergeWhole::reviewsWithoutACommonHistoryListEveryDifference() {
    TwoCopies copies;
    World elsewhere;
    elsewhere.random = SeededRandom{99};
    const auto other = newProject(copies.folder / "c.plumb", elsewhere, 3);
    answer(copies, *copies.ours, kQ0, [](review::Answer& a) { a.note = "ours"; });
    for (const QuestionKey& key : {kQ0, kQ1})
        VERIFY_OK(setNote(*other, key, "theirs"));
    VERIFY_OK(select(*other, kQ0, {"q0_a"}));
    VERIFY_OK(other->run("Rename", {}, [](Writer& w) { return w.putWorkload({.name = "Other"}); }));
    const auto plan = store::planMerge(*copies.ours, *other);
    VERIFY_OK(plan);
    QVERIFY(!plan->related);
    QCOMPARE(plan->base, "");
    QCOMPARE(told(*plan), (Lines{"workload/1/name: - | Claims assistant (: ) | Other (Ines: Rename)",
                                 "workload/1/client: - | Northwind Mutual (: ) |  (Ines: Rename)",
                                 "answer/test/q0/note: - | ours (Ines: Answer) | theirs (Ines: Note on q0)"}));
    QCOMPARE(taken(*plan), "answer 1, choice_answer 1");
    VERIFY_OK(store::applyMerge(*copies.ours, *other, {}, Side::Ours));
    QCOMPARE(copies.ours->loadAnswer(kQ1)->note, "theirs");
    QCOMPARE(copies.ours->loadWorkload()->name, "Claims assistant");
    QVERIFY(whole(*copies.ours));
}

void TestMergeWhole::copiesWhoseHistoryWasDroppedAreMergedWithoutABase() {
    TwoCopies copies;
    answer(copies, *copies.theirs, kQ0, [](review::Answer& a) { a.note = "theirs"; });
    answer(copies, *copies.theirs, kQ1, [](review::Answer& a) { a.note = "also theirs"; });
    VERIFY_OK(copies.theirs->compact(copies.theirs->history()->back().id));
    answer(copies, *copies.ours, kQ0, [](review::Answer& a) { a.note = "ours"; });
    const auto plan = copies.plan();
    QVERIFY(!plan.related);
    QCOMPARE(plan.conflicts.size(), std::size_t{1});
    VERIFY_OK(copies.merge(Side::Ours));
    QCOMPARE(copies.ours->loadAnswer(kQ0)->note, "ours");
    QCOMPARE(copies.ours->loadAnswer(kQ1)->note, "also theirs");
}

QTEST_GUILESS_MAIN(TestMergeWhole)
#include "tst_merge_whole.moc"
