// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings, planning and events in the file: everything comes back, history carries it, numbers are given once, and
// links go with what they point to.
#include "tests/support/finding_builders.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <algorithm>
#include <tuple>

using namespace plumb;
using namespace plumb::testing;
using review::Finding;
using store::OpenMode;
using store::Project;
using store::Writer;

namespace {

using Texts = std::vector<std::string>;

} // namespace

class TestFindings : public QObject {
    Q_OBJECT

private slots:
    void everyFieldComesBack();
    void aFindingAsMadeComesBack();
    void linksComeBackSortedAndOnce();
    void planningAndEventsComeBack();
    void defaultPlanningLeavesNoRow();
    void equalValuesAreNoCommand();
    void onlyTheRowsThatDifferAreWritten();
    void undoAndRedoCarryEverything();
    void historyWorksAfterReopening();
    void numbersAreNeverGivenTwice();
    void aNumberOfAnotherFindingIsRefused();
    void removingAFindingTakesItsLinksAndNeeds();
    void removingTheQuestionnaireTakesItsFindings();
    void removingNoQuestionnaireKeepsFindingsWrittenByHand();
    void removingEvidenceTakesItsLinks();
};

void TestFindings::everyFieldComesBack() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    { const auto project = projectWithFindings(path, world); }
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
    const auto review = project->load();
    VERIFY_OK(review);
    Finding expected = fullFinding();
    expected.number = 2;
    QCOMPARE(review->findings.size(), std::size_t{2});
    QVERIFY(review->findings[1] == expected);
    QVERIFY(*review->findFinding(kByHand) == expected);
    QVERIFY(review->findings == project->loadFindings().value());
    QVERIFY(project->verify({})->problems.empty());
}

void TestFindings::aFindingAsMadeComesBack() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    int number = 0;
    VERIFY_OK(project->run("Number", {}, [&](Writer& writer) -> Result<void> {
        PLUMB_TRY(given, writer.putFinding(derivedFinding(kQ0)));
        number = given;
        return {};
    }));
    QCOMPARE(number, 1);
    const auto findings = project->loadFindings();
    VERIFY_OK(findings);
    Finding expected = derivedFinding(kQ0);
    expected.number = 1;
    QVERIFY(findings->at(0) == expected);
    QVERIFY(findings->at(0).untouched());
}

void TestFindings::linksComeBackSortedAndOnce() {
    Folder folder;
    World world;
    const auto project = projectWithFindings(folder / "a.plumb", world);
    Finding f = fullFinding();
    std::swap(f.measures[0], f.measures[1]);
    f.measures.push_back("cache");
    std::swap(f.practices[0], f.practices[2]);
    f.practices.push_back(f.practices[0]);
    std::swap(f.tradeOffs[0], f.tradeOffs[2]);
    const auto applied = putFinding(*project, f);
    VERIFY_OK(applied);
    QVERIFY(applied->rows.empty());
    Finding expected = fullFinding();
    expected.number = 2;
    QVERIFY(project->loadFindings()->at(1) == expected);
}

void TestFindings::planningAndEventsComeBack() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const review::Planning planning{
        {"security", "costOptimization", "reliability"}, review::PlanMode::Capacity, 12.5, {2027, 1, 4}, 3};
    const review::ReviewEvent first{"e2", review::EventKind::ModelUpdate, {2026, 12, 1}, "New model"},
        second{"e1", review::EventKind::Review, {2027, 1, 1}, ""};
    {
        const auto project = newProject(path, world);
        QVERIFY(project->loadPlanning().value() == review::Planning{});
        VERIFY_OK(putPlanning(*project, planning));
        VERIFY_OK(putEvent(*project, second));
        VERIFY_OK(putEvent(*project, first));
    }
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
    const auto review = project->load();
    VERIFY_OK(review);
    QVERIFY(review->planning == planning);
    QVERIFY(review->events == (std::vector{first, second}));
    QVERIFY(project->loadPlanning().value() == planning);
    QVERIFY(project->loadEvents().value() == review->events);
    const auto removed = project->run("Remove", {}, [](Writer& writer) { return writer.removeEvent("e1"); });
    VERIFY_OK(removed);
    QVERIFY(removed->rows ==
            (std::vector<store::RowChange>{{store::RowChange::Op::Delete, store::Table::ReviewEvent, {"e1"}}}));
    QVERIFY(project->loadEvents().value() == std::vector{first});
}

void TestFindings::defaultPlanningLeavesNoRow() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    const std::string before = contentDump(path);
    QVERIFY(putPlanning(*project, {})->rows.empty());
    const auto planned = putPlanning(*project, {.priorities = {"security"}, .cadenceMonths = 12});
    VERIFY_OK(planned);
    QVERIFY(planned->rows ==
            (std::vector<store::RowChange>{{store::RowChange::Op::Insert, store::Table::Planning, {"1"}},
                                           {store::RowChange::Op::Insert, store::Table::Priority, {"security"}}}));
    VERIFY_OK(putPlanning(*project, {}));
    QCOMPARE(contentDump(path), before);
}

void TestFindings::equalValuesAreNoCommand() {
    Folder folder;
    World world;
    const auto project = projectWithFindings(folder / "a.plumb", world);
    const review::Planning planning{{"security"}, review::PlanMode::Capacity, 0.1, {}, 6};
    const review::ReviewEvent event{"e", review::EventKind::Other, {2026, 12, 1}, "x"};
    VERIFY_OK(putPlanning(*project, planning));
    VERIFY_OK(putEvent(*project, event));
    const auto commands = project->history()->size();
    QVERIFY(putFinding(*project, fullFinding())->rows.empty());
    QVERIFY(putPlanning(*project, planning)->rows.empty());
    QVERIFY(putEvent(*project, event)->rows.empty());
    QVERIFY(removeFinding(*project, "nothing")->rows.empty());
    QCOMPARE(project->history()->size(), commands);
}

void TestFindings::onlyTheRowsThatDifferAreWritten() {
    Folder folder;
    World world;
    const auto project = projectWithFindings(folder / "a.plumb", world);
    Finding f = fullFinding();
    f.measures = {"cache", "quota"};
    f.tradeOffs[1].note = "cost +$150 a month";
    const auto applied = putFinding(*project, f);
    VERIFY_OK(applied);
    using Op = store::RowChange::Op;
    auto rows = applied->rows;
    std::sort(rows.begin(), rows.end(),
              [](const auto& a, const auto& b) { return std::tie(a.table, a.key) < std::tie(b.table, b.key); });
    QVERIFY(rows == (std::vector<store::RowChange>{
                        {Op::Delete, store::Table::FindingMeasure, {kByHand, "budgetAlarm"}},
                        {Op::Insert, store::Table::FindingMeasure, {kByHand, "quota"}},
                        {Op::Update, store::Table::FindingTradeOff, {kByHand, "costOptimization"}}}));
}

void TestFindings::undoAndRedoCarryEverything() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = projectWithFindings(path, world);
    VERIFY_OK(putPlanning(*project, {.mode = review::PlanMode::Capacity, .capacity = 0.7}));
    VERIFY_OK(putEvent(*project, {"e", review::EventKind::DataChange, {2026, 12, 1}, ""}));
    Texts states;
    const auto commands = project->history()->size();
    for (std::size_t i = 0; i < commands; ++i) {
        states.push_back(contentDump(path));
        VERIFY_OK(project->undo());
    }
    QVERIFY(project->loadFindings()->empty());
    for (std::size_t i = 0; i < commands; ++i) {
        VERIFY_OK(project->redo());
        QCOMPARE(contentDump(path), states[commands - 1 - i]);
    }
    const auto history = project->history().value();
    VERIFY_OK(project->restore(history.at(1).id));
    QVERIFY(project->loadFindings()->empty());
    VERIFY_OK(project->restore(history.back().id));
    QCOMPARE(contentDump(path), states.front());
}

void TestFindings::historyWorksAfterReopening() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    std::string before;
    {
        const auto project = projectWithFindings(path, world);
        before = contentDump(path);
        VERIFY_OK(removeFinding(*project, kByHand));
    }
    {
        const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
        QCOMPARE(project->undo()->command.label, std::string("Remove finding"));
        QCOMPARE(contentDump(path), before);
    }
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
    VERIFY_OK(project->redo());
    QCOMPARE(findingKeys(*project), (Texts{"F-01 test/q1"}));
}

void TestFindings::numbersAreNeverGivenTwice() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    {
        const auto project = newProject(path, world, 3);
        VERIFY_OK(putFinding(*project, derivedFinding(kQ0)));
        VERIFY_OK(project->undo());
        VERIFY_OK(putFinding(*project, derivedFinding(kQ0)));
        QCOMPARE(findingKeys(*project), (Texts{"F-02 test/q0"}));
        VERIFY_OK(removeFinding(*project, "test/q0"));
    }
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
    VERIFY_OK(putFinding(*project, derivedFinding(kQ1)));
    QCOMPARE(findingKeys(*project), (Texts{"F-03 test/q1"}));
    VERIFY_OK(project->undo());
    VERIFY_OK(project->undo());
    VERIFY_OK(putFinding(*project, writtenFinding()));
    QCOMPARE(findingKeys(*project), (Texts{"F-02 test/q0", "F-04 " + kByHand}));
    VERIFY_OK(project->compact(""));
    VERIFY_OK(removeFinding(*project, kByHand));
    VERIFY_OK(putFinding(*project, writtenFinding()));
    QCOMPARE(findingKeys(*project), (Texts{"F-02 test/q0", "F-05 " + kByHand}));
    QVERIFY(project->verify({})->problems.empty());
}

void TestFindings::aNumberOfAnotherFindingIsRefused() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 3);
    Finding f = derivedFinding(kQ0);
    f.number = 7;
    VERIFY_OK(putFinding(*project, f));
    Finding g = derivedFinding(kQ1);
    for (const int number : {7, -1, 1'000'000'001}) {
        g.number = number;
        VERIFY_FAILS(putFinding(*project, g), "review.invalid");
    }
    g.number = 0;
    VERIFY_OK(putFinding(*project, g));
    QCOMPARE(findingKeys(*project), (Texts{"F-07 test/q0", "F-08 test/q1"}));
}

void TestFindings::removingAFindingTakesItsLinksAndNeeds() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = projectWithFindings(path, world);
    const std::string before = contentDump(path);
    VERIFY_OK(removeFinding(*project, "test/q1"));
    QVERIFY(project->loadFindings()->at(0).needs.empty());
    VERIFY_OK(removeFinding(*project, kByHand));
    for (const char* table :
         {"finding", "finding_need", "finding_evidence", "finding_measure", "finding_practice", "finding_trade_off"})
        QCOMPARE(rawText(path, std::string("SELECT count(*) FROM ") + table), std::string("0"));
    VERIFY_OK(project->undo());
    VERIFY_OK(project->undo());
    QCOMPARE(contentDump(path), before);
}

void TestFindings::removingTheQuestionnaireTakesItsFindings() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = projectWithFindings(path, world);
    VERIFY_OK(project->run("Second", {},
                           [](Writer& writer) { return writer.putLens("other", "Other", lensJson(2), {}, 1); }));
    Finding other = derivedFinding({"other", "q0"});
    other.practices = {{{"other", "q0"}, "q0_a"}, {kQ0, "q0_a"}};
    other.needs = {"test/q1", kByHand};
    VERIFY_OK(putFinding(*project, other));
    Finding first = derivedFinding(kQ0);
    first.measures = {"cache"};
    first.evidence = {kMinutes};
    first.needs = {"test/q1"};
    first.practices = {{{"other", "q1"}, "q1_a"}};
    first.tradeOffs = {{"security", true, ""}};
    VERIFY_OK(putFinding(*project, first));
    const std::string before = contentDump(path);
    VERIFY_OK(project->run("Remove", {}, [](Writer& writer) { return writer.removeLens("test"); }));
    QCOMPARE(findingKeys(*project), (Texts{"F-02 " + kByHand, "F-03 other/q0"}));
    const auto left = project->loadFindings().value();
    QVERIFY(left[0].needs.empty());
    QVERIFY(left[0].practices.empty());
    QCOMPARE(left[0].evidence, (Texts{kMinutes}));
    QCOMPARE(left[1].needs, (Texts{kByHand}));
    QCOMPARE(left[1].practices.size(), std::size_t{1});
    QVERIFY(project->verify({})->problems.empty());
    VERIFY_OK(project->undo());
    QCOMPARE(contentDump(path), before);
    VERIFY_OK(project->redo());
    QCOMPARE(findingKeys(*project).size(), std::size_t{2});
}

void TestFindings::removingNoQuestionnaireKeepsFindingsWrittenByHand() {
    Folder folder;
    World world;
    const auto project = projectWithFindings(folder / "a.plumb", world);
    const auto applied = project->run("Remove", {}, [](Writer& writer) { return writer.removeLens(""); });
    VERIFY_OK(applied);
    QVERIFY(applied->rows.empty());
    QCOMPARE(findingKeys(*project).size(), std::size_t{2});
}

void TestFindings::removingEvidenceTakesItsLinks() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = projectWithFindings(path, world);
    const std::string before = contentDump(path);
    VERIFY_OK(project->run("Remove", {}, [](Writer& writer) { return writer.removeEvidence(kMinutes); }));
    QVERIFY(project->loadFindings()->at(1).evidence.empty());
    VERIFY_OK(project->undo());
    QCOMPARE(contentDump(path), before);
}

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
