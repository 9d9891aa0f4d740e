// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Undo, redo, branches, restore and joined commands, across reopening.
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <set>

using namespace plumb;
using namespace plumb::testing;
using store::OpenMode;
using store::Project;

namespace {

const QuestionKey kFirst{"test", "q0"};
const QuestionKey kSecond{"test", "q1"};

/// "+label" applied, "-label" not.
std::string outline(Project& project, bool all = false) {
    std::string text;
    const auto history = project.history(all).value();
    for (const store::CommandRecord& record : history)
        text += (record.applied ? "+" : "-") + record.label + " ";
    return text;
}

} // namespace

class TestHistory : public QObject {
    Q_OBJECT

private slots:
    void undoAndRedoSurviveReopening();
    void nothingToUndoOrRedoIsSaid();
    void recordsSayWhoAndWhen();
    void aNewCommandAfterUndoStartsABranch();
    void redoTakesTheNewestBranch();
    void restoreBringsBackAnyStateAsOneCommand();
    void restoreOfThePresentStateRecordsNothing();
    void restoreOfAnUnknownCommandIsRefused();
    void typingJoinsIntoOneCommand();
    void typingJoinsNoLongerAfterTwoSeconds();
    void othersAndOtherPlacesDoNotJoin();
    void typingDoesNotJoinACommandThatHasRedos();
    void commandsThatCancelOutStayTwo();
    void fiveHundredCommandsUndoneAndRedoneGiveTheSameContent();
    void aHistoryThatDoesNotFitIsRefusedAndTheFileStays();
    void aHistoryThatTouchesOtherTablesIsRefused();
    void aBrokenChainIsRefused();
};

void TestHistory::undoAndRedoSurviveReopening() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    newProject(path, world).reset();
    std::vector<std::string> dumps{contentDump(path)};
    const auto reopened = [&] { return std::move(Project::open(path, OpenMode::ReadWrite, world.env()).value()); };
    for (int i = 0; i < 4; ++i) {
        VERIFY_OK(setNote(*reopened(), kFirst, "note " + std::to_string(i)));
        dumps.push_back(contentDump(path));
    }
    for (int i = 3; i >= 0; --i) {
        VERIFY_OK(reopened()->undo());
        QCOMPARE(contentDump(path), dumps[static_cast<std::size_t>(i)]);
    }
    for (std::size_t i = 1; i <= 4; ++i) {
        const auto redone = reopened()->redo();
        VERIFY_OK(redone);
        QVERIFY(redone->command.applied);
        QCOMPARE(contentDump(path), dumps[i]);
    }
}

void TestHistory::nothingToUndoOrRedoIsSaid() {
    Folder folder;
    World world;
    const auto project = Project::create(folder / "a.plumb", {.name = "x"}, world.env()).value();
    QVERIFY(!project->undoable());
    QVERIFY(!project->redoable());
    VERIFY_FAILS(project->undo(), "store.nothingToUndo");
    VERIFY_FAILS(project->redo(), "store.nothingToRedo");
    QCOMPARE(project->history()->size(), std::size_t{0});
    QCOMPARE(project->loadWorkload()->name, std::string("x"));
}

void TestHistory::recordsSayWhoAndWhen() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    newProject(path, world).reset();
    world.clock.advance(5000);
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env("Otto")).value();
    const auto applied = select(*project, kFirst, {"q0_a"});
    VERIFY_OK(applied);
    const auto history = project->history().value();
    QCOMPARE(history.size(), std::size_t{2});
    QCOMPARE(history[0].author, std::string("Ines"));
    QCOMPARE(history[0].parent, std::string());
    QCOMPARE(history[1].id, applied->command.id);
    QCOMPARE(history[1].id.size(), std::size_t{36});
    QCOMPARE(history[1].parent, history[0].id);
    QCOMPARE(history[1].author, std::string("Otto"));
    QCOMPARE(history[1].time, world.clock.now());
    QCOMPARE(history[1].label, std::string("Answer q0"));
    QVERIFY(history[1].changesetBytes > 0);
    QCOMPARE(project->undoable()->id, history[1].id);
}

void TestHistory::aNewCommandAfterUndoStartsABranch() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_OK(project->run("A", {}, [](auto& w) { return w.putWorkload({.name = "a"}); }));
    VERIFY_OK(project->run("B", {}, [](auto& w) { return w.putWorkload({.name = "b"}); }));
    VERIFY_OK(project->undo());
    QCOMPARE(outline(*project), std::string("+Add lens +A -B "));
    VERIFY_OK(project->run("C", {}, [](auto& w) { return w.putWorkload({.name = "c"}); }));
    QCOMPARE(outline(*project), std::string("+Add lens +A +C "));
    QCOMPARE(outline(*project, true), std::string("+Add lens +A +C -B "));
    QVERIFY(!project->redoable());
}

void TestHistory::redoTakesTheNewestBranch() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_OK(project->run("A", {}, [](auto& w) { return w.putWorkload({.name = "a"}); }));
    VERIFY_OK(project->undo());
    VERIFY_OK(project->run("B", {}, [](auto& w) { return w.putWorkload({.name = "b"}); }));
    VERIFY_OK(project->undo());
    QCOMPARE(project->redoable()->label, std::string("B"));
    QVERIFY(!project->redoable()->applied);
    QCOMPARE(project->redo()->command.label, std::string("B"));
    QCOMPARE(project->loadWorkload()->name, std::string("b"));
}

void TestHistory::restoreBringsBackAnyStateAsOneCommand() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    const auto a = setNote(*project, kFirst, "a");
    const std::string afterA = contentDump(path);
    VERIFY_OK(select(*project, kFirst, {"q0_a", "q0_b"}));
    const auto abandoned = setNote(*project, kSecond, "abandoned");
    const std::string afterAbandoned = contentDump(path);
    VERIFY_OK(project->undo());
    VERIFY_OK(project->undo());
    VERIFY_OK(setNote(*project, kSecond, "other branch"));
    const std::string afterOther = contentDump(path);
    const std::size_t length = project->history(true)->size();

    const auto restored = project->restore(abandoned->command.id); // over the common ancestor
    VERIFY_OK(restored);
    QCOMPARE(contentDump(path), afterAbandoned);
    QCOMPARE(restored->command.label, std::string("Restore the state after: Note on q1"));
    QCOMPARE(project->history(true)->size(), length + 1);
    VERIFY_OK(project->restore(a->command.id));
    QCOMPARE(contentDump(path), afterA);
    VERIFY_OK(project->undo());
    QCOMPARE(contentDump(path), afterAbandoned);
    VERIFY_OK(project->undo());
    QCOMPARE(contentDump(path), afterOther);
    VERIFY_OK(project->restore(""));
    QVERIFY(project->load()->lenses.empty());
    QVERIFY(project->verify({})->problems.empty());
}

void TestHistory::restoreOfThePresentStateRecordsNothing() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const auto last = setNote(*project, kFirst, "a");
    const std::string before = fileBytes(folder / "a.plumb");
    const auto restored = project->restore(last->command.id);
    VERIFY_OK(restored);
    QVERIFY(restored->rows.empty());
    QCOMPARE(fileBytes(folder / "a.plumb"), before);
}

void TestHistory::restoreOfAnUnknownCommandIsRefused() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_FAILS(project->restore("no such command"), "store.noCommand");
}

void TestHistory::typingJoinsIntoOneCommand() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    const std::string before = contentDump(path);
    std::set<std::string> ids;
    std::string text;
    for (const char c : std::string("hello")) {
        world.clock.advance(1500); // longer than two seconds in all
        const auto typed = setNote(*project, kFirst, text += c, "note/q0");
        VERIFY_OK(typed);
        QCOMPARE(typed->rows.size(), std::size_t{1});
        ids.insert(typed->command.id);
    }
    QCOMPARE(ids.size(), std::size_t{5}); // a joined command is another command
    QCOMPARE(outline(*project), std::string("+Add lens +Note on q0 "));
    VERIFY_OK(project->undo());
    QCOMPARE(contentDump(path), before);
    VERIFY_OK(project->redo());
    QCOMPARE(project->loadAnswer(kFirst)->note, std::string("hello"));
    QVERIFY(project->verify({})->problems.empty());
}

void TestHistory::typingJoinsNoLongerAfterTwoSeconds() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_OK(setNote(*project, kFirst, "a", "k"));
    world.clock.advance(1999);
    VERIFY_OK(setNote(*project, kFirst, "b", "k"));
    QCOMPARE(project->history()->size(), std::size_t{2});
    world.clock.advance(2000);
    VERIFY_OK(setNote(*project, kFirst, "c", "k"));
    QCOMPARE(project->history()->size(), std::size_t{3});
}

void TestHistory::othersAndOtherPlacesDoNotJoin() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    {
        const auto project = newProject(path, world);
        VERIFY_OK(setNote(*project, kFirst, "a", "k"));
        VERIFY_OK(setNote(*project, kSecond, "a", "other"));
        VERIFY_OK(setNote(*project, kSecond, "b"));
        VERIFY_OK(setNote(*project, kSecond, "c"));
        QCOMPARE(project->history()->size(), std::size_t{5});
        VERIFY_OK(setNote(*project, kSecond, "d", "k"));
    }
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env("Otto")).value();
    VERIFY_OK(setNote(*project, kSecond, "e", "k"));
    QCOMPARE(project->history()->size(), std::size_t{7});
}

void TestHistory::typingDoesNotJoinACommandThatHasRedos() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_OK(setNote(*project, kFirst, "a", "k"));
    VERIFY_OK(select(*project, kFirst, {"q0_a"}));
    VERIFY_OK(project->undo());
    VERIFY_OK(setNote(*project, kFirst, "b", "k"));
    QCOMPARE(outline(*project, true), std::string("+Add lens +Note on q0 +Note on q0 -Answer q0 "));
}

void TestHistory::commandsThatCancelOutStayTwo() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_OK(setNote(*project, kFirst, "a", "k"));
    VERIFY_OK(setNote(*project, kFirst, "", "k"));
    QCOMPARE(project->history()->size(), std::size_t{3});
    VERIFY_OK(project->undo());
    QCOMPARE(project->loadAnswer(kFirst)->note, std::string("a"));
}

void TestHistory::fiveHundredCommandsUndoneAndRedoneGiveTheSameContent() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world, 40);
    const std::string initial = contentDump(path);
    for (int i = 0; i < 500; ++i) {
        const std::string question = "q" + std::to_string(i * 7 % 40);
        const QuestionKey key{"test", question};
        if (i % 3 == 0)
            VERIFY_OK(setNote(*project, key, "note " + std::to_string(i)));
        else if (i % 3 == 1)
            VERIFY_OK(select(*project, key, {question + "_" + static_cast<char>('a' + i % 4)}));
        else
            VERIFY_OK(project->run("Person", {}, [&](store::Writer& writer) {
                return writer.putParticipant({"p" + std::to_string(i % 9), "Name " + std::to_string(i), "", ""});
            }));
    }
    const std::string final = contentDump(path);
    const std::size_t commands = project->history()->size();
    for (std::size_t i = 1; i < commands; ++i)
        VERIFY_OK(project->undo());
    QCOMPARE(contentDump(path), initial);
    for (std::size_t i = 1; i < commands; ++i)
        VERIFY_OK(project->redo());
    QCOMPARE(contentDump(path), final);
    QVERIFY(project->verify({})->problems.empty());
}

void TestHistory::aHistoryThatDoesNotFitIsRefusedAndTheFileStays() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    {
        const auto project = newProject(path, world);
        VERIFY_OK(setNote(*project, kFirst, "a"));
        VERIFY_OK(setNote(*project, kFirst, "b"));
    }
    QVERIFY(rawSql(path, "UPDATE answer SET note = 'forged'"));
    const std::string before = fileBytes(path);
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
    VERIFY_FAILS(project->undo(), "store.damaged");
    QCOMPARE(fileBytes(path), before);
    QVERIFY(!project->verify({})->problems.empty());
    VERIFY_OK(setNote(*project, kSecond, "work goes on"));
}

void TestHistory::aHistoryThatTouchesOtherTablesIsRefused() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    {
        const auto project = newProject(path, world);
        VERIFY_OK(setNote(*project, kFirst, "a"));
    }
    // An update of meta(key, value) as SQLite writes it: table, columns, key flags, name, change.
    QVERIFY(rawSql(path, "UPDATE command SET changeset = x'540201006d6574610017000301680301780003017a' WHERE seq = 2"));
    const std::string before = fileBytes(path);
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
    VERIFY_FAILS(project->undo(), "store.damaged");
    QCOMPARE(fileBytes(path), before);
}

void TestHistory::aBrokenChainIsRefused() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    {
        const auto project = newProject(path, world);
        VERIFY_OK(setNote(*project, kFirst, "a"));
        VERIFY_OK(setNote(*project, kFirst, "b"));
    }
    // A circle, which must not be walked for ever.
    QVERIFY(rawSql(path, "UPDATE command SET parent = (SELECT id FROM command WHERE seq = 3) WHERE seq = 2"));
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
    VERIFY_FAILS(project->history(true), "store.damaged");
    VERIFY_FAILS(project->restore(""), "store.damaged");
    const auto report = project->verify({});
    VERIFY_OK(report);
    QCOMPARE(report->problems.at(0).id, std::string("V006"));
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
