// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Creating, opening, running commands and loading.
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <fstream>

using namespace plumb;
using namespace plumb::testing;
using store::OpenMode;
using store::Project;

namespace {

const QuestionKey kFirst{"test", "q0"};

review::Answer fullAnswer() {
    review::Answer answer;
    answer.choices["q0_a"] = {review::ChoiceStatus::Selected, review::NaReason::None, "seen in the repository"};
    answer.choices["q0_b"] = {review::ChoiceStatus::NotApplicable, review::NaReason::BusinessPriorities, ""};
    answer.choices["q0_c"] = {review::ChoiceStatus::Unselected, review::NaReason::None, "planned"};
    answer.applicable = false;
    answer.reason = review::NaReason::OutOfScope;
    answer.reasonText = "Not in this phase.";
    answer.note = "Ünïcode ✓ note";
    answer.privateNote = "between us";
    answer.confidence = review::Confidence::High;
    answer.basis = review::Basis::Shown;
    answer.needsVerification = true;
    answer.parked = true;
    answer.parkedTopic = "costs";
    answer.people = {"p2", "p1"};
    return answer;
}

} // namespace

class TestProject : public QObject {
    Q_OBJECT

private slots:
    void createdFileHasTheMarksOfAReview();
    void createRefusesAnExistingFile();
    void createRefusesAMissingFolderAndAnEmptyName();
    void createRefusesALeftOverJournal();
    void everyFieldSurvivesReopening();
    void defaultAnswerRemovesTheRows();
    void aCommandWithoutChangeIsNotRecorded();
    void aFailedCommandLeavesNothing();
    void anExceptionOfACommandLeavesNothing();
    void commandsCannotBeNested();
    void rowsNameWhatChanged();
    void readOnlyRefusesChanges();
    void removingALensTakesItsAnswersAndUndoBringsThemBack();
};

void TestProject::createdFileHasTheMarksOfAReview() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    {
        const auto project = newProject(path, world);
        QCOMPARE(project->schemaVersion(), store::kSchemaVersion);
        QCOMPARE(folder.listing(), std::string("a.plumb\na.plumb.lock\n"));
    }
    QCOMPARE(folder.listing(), std::string("a.plumb\n"));
    QCOMPARE(rawText(path, "PRAGMA application_id"), std::to_string(0x504C4D42));
    QCOMPARE(rawText(path, "PRAGMA user_version"), std::string("4"));
    QCOMPARE(rawText(path, "PRAGMA journal_mode"), std::string("delete"));
    QVERIFY(rawText(path, "PRAGMA page_size").size() >= 4);
    QCOMPARE(rawText(path, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%STRICT'"),
             std::string("0"));
}

void TestProject::createRefusesAnExistingFile() {
    Folder folder;
    World world;
    std::ofstream(folder / "a.plumb") << "precious";
    const auto project = Project::create(folder / "a.plumb", {.name = "x"}, world.env());
    QVERIFY(!project);
    QCOMPARE(project.error().id, std::string("store.exists"));
    QCOMPARE(fileBytes(folder / "a.plumb"), std::string("precious"));
    QCOMPARE(folder.listing(), std::string("a.plumb\n"));
}

void TestProject::createRefusesAMissingFolderAndAnEmptyName() {
    Folder folder;
    World world;
    const auto nowhere = Project::create(folder / "no/a.plumb", {.name = "x"}, world.env());
    QCOMPARE(nowhere.error().id, std::string("file.noFolder"));
    const auto nameless = Project::create(folder / "a.plumb", {}, world.env());
    QCOMPARE(nameless.error().id, std::string("review.invalid"));
    QCOMPARE(folder.listing(), std::string());
}

void TestProject::createRefusesALeftOverJournal() {
    Folder folder;
    World world;
    std::ofstream(folder / "a.plumb-journal") << "left by another file";
    const auto project = Project::create(folder / "a.plumb", {.name = "x"}, world.env());
    QCOMPARE(project.error().id, std::string("store.exists"));
    QCOMPARE(folder.listing(), std::string("a.plumb-journal\n"));
}

void TestProject::everyFieldSurvivesReopening() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const review::Workload workload{"Claims",     "Client",    "Owner",    "Text\nof lines",
                                    "production", "insurance", "eu-west-1"};
    const review::Participant one{"p1", "Zoë", "CTO", "Northwind"}, two{"p2", "Adam", "", ""};
    {
        const auto project = newProject(path, world);
        VERIFY_OK(project->run("Fill", {}, [&](store::Writer& writer) -> Result<void> {
            PLUMB_CHECK(writer.putWorkload(workload));
            PLUMB_CHECK(writer.putParticipant(one));
            PLUMB_CHECK(writer.putParticipant(two));
            return writer.putAnswer(kFirst, fullAnswer());
        }));
    }
    auto project = Project::open(path, OpenMode::ReadWrite, world.env());
    VERIFY_OK(project);
    const auto review = (*project)->load();
    VERIFY_OK(review);
    QCOMPARE(review->workload, workload);
    QCOMPARE(review->fileId.size(), std::size_t{36});
    QCOMPARE(review->createdAt, world.clock.now());
    QCOMPARE(review->lenses.size(), std::size_t{1});
    QCOMPARE(review->lenses[0].lens->id, std::string("test"));
    QCOMPARE(review->lenses[0].lens->questionCount(), std::size_t{10});
    QCOMPARE(review->lenses[0].overlay->question("q3").shortTitle, std::string("Matter 3"));
    QCOMPARE(review->answers.size(), std::size_t{1});
    QCOMPARE(review->answer(kFirst), fullAnswer());
    QCOMPARE((*project)->loadAnswer(kFirst).value(), fullAnswer());
    QCOMPARE((*project)->loadWorkload().value(), workload);
    QCOMPARE(review->participants, (std::vector<review::Participant>{two, one}));
    QCOMPARE((*project)->loadParticipants().value(), review->participants);
    QCOMPARE((*project)->loadLenses()->at(0).lens, review->lenses[0].lens); // parsed once
}

void TestProject::defaultAnswerRemovesTheRows() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::string before = contentDump(folder / "a.plumb");
    VERIFY_OK(select(*project, kFirst, {"q0_a", "q0_b"}));
    VERIFY_OK(setNote(*project, kFirst, "text"));
    QVERIFY(contentDump(folder / "a.plumb") != before);
    VERIFY_OK(project->run("Clear", {}, [](store::Writer& writer) { return writer.putAnswer(kFirst, {}); }));
    QCOMPARE(contentDump(folder / "a.plumb"), before);
}

void TestProject::aCommandWithoutChangeIsNotRecorded() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_OK(select(*project, kFirst, {"q0_a"}));
    const std::size_t length = project->history()->size();
    const auto again = select(*project, kFirst, {"q0_a"});
    VERIFY_OK(again);
    QVERIFY(again->rows.empty());
    const auto nothing = project->run("Nothing", {}, [](store::Writer&) -> Result<void> { return {}; });
    VERIFY_OK(nothing);
    QVERIFY(nothing->rows.empty());
    QCOMPARE(project->history()->size(), length);
}

void TestProject::aFailedCommandLeavesNothing() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::string before = fileBytes(folder / "a.plumb");
    const auto failed = project->run("Half", {}, [](store::Writer& writer) -> Result<void> {
        PLUMB_CHECK(writer.putParticipant({"p", "Zoë", "", ""}));
        return fail(ErrorKind::Usage, "test.stop", "stop");
    });
    QCOMPARE(failed.error().id, std::string("test.stop"));
    QCOMPARE(fileBytes(folder / "a.plumb"), before);
    VERIFY_OK(select(*project, kFirst, {"q0_a"})); // and the project goes on
}

void TestProject::anExceptionOfACommandLeavesNothing() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::string before = fileBytes(folder / "a.plumb");
    const auto failed = project->run("Throw", {}, [](store::Writer& writer) -> Result<void> {
        PLUMB_CHECK(writer.putParticipant({"p", "Zoë", "", ""}));
        throw std::runtime_error("boom");
    });
    QCOMPARE(failed.error().id, std::string("store.failed"));
    QCOMPARE(fileBytes(folder / "a.plumb"), before);
    VERIFY_OK(select(*project, kFirst, {"q0_a"}));
}

void TestProject::commandsCannotBeNested() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    std::string inner;
    VERIFY_OK(project->run("Outer", {}, [&](store::Writer&) -> Result<void> {
        inner = select(*project, kFirst, {"q0_a"}).error().id;
        return {};
    }));
    QCOMPARE(inner, std::string("store.nested"));
}

void TestProject::rowsNameWhatChanged() {
    using Op = store::RowChange::Op;
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    auto rows = select(*project, kFirst, {"q0_a"})->rows;
    QCOMPARE(rows, (std::vector<store::RowChange>{{Op::Insert, store::Table::ChoiceAnswer, {"test", "q0", "q0_a"}}}));
    rows = setNote(*project, kFirst, "x")->rows;
    QCOMPARE(rows, (std::vector<store::RowChange>{{Op::Insert, store::Table::Answer, {"test", "q0"}}}));
    rows = setNote(*project, kFirst, "y")->rows;
    QCOMPARE(rows, (std::vector<store::RowChange>{{Op::Update, store::Table::Answer, {"test", "q0"}}}));
    rows = project->undo()->rows;
    QCOMPARE(rows, (std::vector<store::RowChange>{{Op::Update, store::Table::Answer, {"test", "q0"}}}));
    rows = select(*project, kFirst, {})->rows;
    QCOMPARE(rows, (std::vector<store::RowChange>{{Op::Delete, store::Table::ChoiceAnswer, {"test", "q0", "q0_a"}}}));
    rows = project->run("Rename", {}, [](store::Writer& w) { return w.putWorkload({.name = "New"}); })->rows;
    QCOMPARE(rows, (std::vector<store::RowChange>{{Op::Update, store::Table::Workload, {"1"}}}));
}

void TestProject::readOnlyRefusesChanges() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    newProject(path, world).reset();
    const std::string before = fileBytes(path);
    const auto project = Project::open(path, OpenMode::ReadOnly, world.env());
    VERIFY_OK(project);
    QVERIFY((*project)->readOnly());
    QCOMPARE(select(**project, kFirst, {"q0_a"}).error().id, std::string("store.readOnly"));
    QCOMPARE((*project)->undo().error().id, std::string("store.readOnly"));
    QCOMPARE((*project)->redo().error().id, std::string("store.readOnly"));
    QCOMPARE((*project)->restore("").error().id, std::string("store.readOnly"));
    QCOMPARE((*project)->compact("").error().id, std::string("store.readOnly"));
    QCOMPARE(fileBytes(path), before);
    QCOMPARE(folder.listing(), std::string("a.plumb\n"));
}

void TestProject::removingALensTakesItsAnswersAndUndoBringsThemBack() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    VERIFY_OK(project->run("Fill", {}, [&](store::Writer& writer) -> Result<void> {
        PLUMB_CHECK(writer.putParticipant({"p1", "Zoë", "", ""}));
        PLUMB_CHECK(writer.putParticipant({"p2", "Adam", "", ""}));
        review::Evidence note{.id = "e1", .kind = review::EvidenceKind::Note, .title = "Talk"};
        note.links = {{kFirst, ""}, {kFirst, "q0_a"}};
        PLUMB_CHECK(writer.putEvidence(note));
        return writer.putAnswer(kFirst, fullAnswer());
    }));
    const std::string before = contentDump(path);
    VERIFY_OK(project->run("Remove lens", {}, [](store::Writer& writer) { return writer.removeLens("test"); }));
    const auto without = project->load();
    VERIFY_OK(without);
    QVERIFY(without->lenses.empty() && without->answers.empty() && without->evidence.at(0).links.empty());
    VERIFY_OK(project->undo());
    QCOMPARE(contentDump(path), before);
    QCOMPARE(project->load()->answer(kFirst), fullAnswer());
}

QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
