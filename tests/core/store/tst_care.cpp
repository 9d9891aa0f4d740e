// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Verify, save a copy, compact, salvage.
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

/// People, answers with notes, and evidence with two pieces of content.
void fill(Project& project, int questions = 30) {
    for (int i = 0; i < questions; ++i)
        static_cast<void>(setNote(project, {"test", "q" + std::to_string(i)},
                                  "note " + std::to_string(i) + " " + std::string(300, 'n')));
    for (int i = 1; i <= 2; ++i)
        static_cast<void>(project.run("Attach", {}, [&](store::Writer& writer) -> Result<void> {
            const std::string bytes(300'000, static_cast<char>('0' + i));
            PLUMB_TRY(info, writer.putBlob(*store::memorySource(bytes), {}));
            review::Evidence e{.id = "e" + std::to_string(i), .kind = review::EvidenceKind::File, .title = "File"};
            e.sha256 = info.sha256;
            e.bytes = info.bytes;
            e.links = {{kFirst, ""}};
            return writer.putEvidence(e);
        }));
}

std::string problemIds(const Result<store::VerifyReport>& report) {
    std::string ids;
    for (const store::Problem& problem : report.value().problems)
        if (ids.find(problem.id) == std::string::npos)
            ids += problem.id + " ";
    return ids;
}

void zeroPageOf(const std::filesystem::path& path, const std::string& table) {
    // Not the root, which in a table that has grown only points to its pages.
    const std::string kind = table == "blob_chunk" ? "overflow" : "leaf";
    const auto page = std::stoll(rawText(path, "SELECT pageno FROM dbstat WHERE name = '" + table +
                                                   "' AND pagetype = '" + kind + "' LIMIT 1 OFFSET 1"));
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096 * (page - 1));
    const std::string zeros(4096, '\0');
    file.write(zeros.data(), 4096);
}

} // namespace

class TestCare : public QObject {
    Q_OBJECT

private slots:
    void aWholeFileHasNoProblems();
    void verifyFindsWhatIsWrong_data();
    void verifyFindsWhatIsWrong();
    void verifyCanBeCancelled();
    void aCopyIsTheWholeReview();
    void aCopyNeverReplacesAFile();
    void aCancelledCopyLeavesNothing();
    void aCopyFromReadOnlyWorks();
    void compactForgetsOnlyWhatItMay();
    void compactKeepsContentThatUndoCanReach();
    void compactRefusesWhatIsNoAncestor();
    void salvageOfAWholeFileKeepsEverythingButTheHistory();
    void salvageSkipsAPageOfZeros();
    void salvageOfAHostileFileLeavesTheEvilBehind();
    void salvageOfACutOffFileSavesTheFront();
    void salvageRefusesWhatIsNoReviewAndAnExistingTarget();
    void salvageRollsAHotJournalBack();
};

void TestCare::aWholeFileHasNoProblems() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 30);
    fill(*project);
    const auto report = project->verify({});
    VERIFY_OK(report);
    QCOMPARE(problemIds(report), std::string());
    QCOMPARE(report->commands, std::uint64_t{33});
    QCOMPARE(report->blobs, std::uint64_t{2});
    QCOMPARE(report->blobBytes, std::uint64_t{600'000});
}

void TestCare::verifyFindsWhatIsWrong_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("ids");
    QTest::newRow("dangling row") << "DELETE FROM evidence WHERE id = 'e1'"
                                  << "V003 ";
    QTest::newRow("index that lacks a row")
        << "PRAGMA writable_schema=ON; CREATE TABLE t(a, b, PRIMARY KEY(a, b));"
           "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema "
           "WHERE name = 't') WHERE name = 'participant'"
        << "V001 ";
    QTest::newRow("changed content") << "UPDATE blob_chunk SET data = zeroblob(length(data))"
                                     << "V004 ";
    QTest::newRow("missing content") << "DELETE FROM blob_chunk; DELETE FROM blob"
                                     << "V008 ";
    QTest::newRow("changed questionnaire")
        << "UPDATE lens_source SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Do it', "
           "'Do not') AS BLOB)"
        << "V005 ";
    QTest::newRow("missing command") << "DELETE FROM command WHERE seq = 5"
                                     << "V006 ";
    QTest::newRow("spoilt command") << "UPDATE command SET changeset = x'54ff' WHERE seq = 5"
                                    << "V006 ";
    QTest::newRow("state that no command left") << "UPDATE answer SET note = 'forged'"
                                                << "V006 ";
    QTest::newRow("unknown head") << "UPDATE meta SET value = 'x' WHERE key = 'head'"
                                  << "V006 ";
    QTest::newRow("answer to nothing")
        << "INSERT INTO choice_answer VALUES('test', 'gone', 'x', 'selected', 'NONE', '')"
        << "V007 ";
    QTest::newRow("no file id") << "DELETE FROM meta WHERE key = 'file_id'"
                                << "V009 ";
    QTest::newRow("number given twice") << "UPDATE evidence SET number = 1"
                                        << "V010 ";
    QTest::newRow("number will be given again") << "UPDATE meta SET value = '2' WHERE key = 'next_evidence'"
                                                << "V010 ";
}

void TestCare::verifyFindsWhatIsWrong() {
    QFETCH(QString, sql);
    QFETCH(QString, ids);
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    {
        const auto project = newProject(path, world, 30);
        fill(*project);
    }
    QVERIFY(rawSql(path, sql.toStdString()));
    const auto report = store::verifyFile(path, world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(QString::fromStdString(problemIds(report)), ids);
}

void TestCare::verifyCanBeCancelled() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 30);
    fill(*project);
    VERIFY_FAILS(project->verify([](auto, auto) { return false; }), "store.cancelled");
}

void TestCare::aCopyIsTheWholeReview() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 30);
    fill(*project);
    std::uint64_t last = 0, whole = 0;
    VERIFY_OK(project->copyTo(folder / "b.plumb", [&](std::uint64_t done, std::uint64_t total) {
        last = done;
        whole = total;
        return true;
    }));
    QVERIFY(last <= whole);
    QCOMPARE(folder.listing(), std::string("a.plumb\na.plumb.lock\nb.plumb\n"));
    QCOMPARE(contentDump(folder / "b.plumb"), contentDump(folder / "a.plumb"));
    const auto copy = Project::open(folder / "b.plumb", OpenMode::ReadWrite, world.env()).value();
    QCOMPARE(copy->load()->fileId, project->load()->fileId);
    QCOMPARE(problemIds(copy->verify({})), std::string());
    VERIFY_OK(copy->undo());
}

void TestCare::aCopyNeverReplacesAFile() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    std::ofstream(folder / "b.plumb") << "precious";
    VERIFY_FAILS(project->copyTo(folder / "b.plumb", {}), "store.exists");
    VERIFY_FAILS(project->copyTo(folder / "a.plumb", {}), "store.exists");
    VERIFY_FAILS(project->copyTo(folder / "no/b.plumb", {}), "file.noFolder");
    QCOMPARE(fileBytes(folder / "b.plumb"), std::string("precious"));
}

void TestCare::aCancelledCopyLeavesNothing() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 30);
    fill(*project); // more than one step of the backup
    fill(*project);
    VERIFY_OK(project->run("Big", {}, [](store::Writer& writer) -> Result<void> {
        const std::string bytes(3'000'000, 'b');
        PLUMB_CHECK(writer.putBlob(*store::memorySource(bytes), {}));
        return {};
    }));
    VERIFY_FAILS(project->copyTo(folder / "b.plumb", [](auto, auto) { return false; }), "store.cancelled");
    QCOMPARE(folder.listing(), std::string("a.plumb\na.plumb.lock\n"));
}

void TestCare::aCopyFromReadOnlyWorks() {
    Folder folder;
    World world;
    {
        const auto project = newProject(folder / "a.plumb", world, 30);
        fill(*project);
    }
    const auto project = Project::open(folder / "a.plumb", OpenMode::ReadOnly, world.env()).value();
    VERIFY_OK(project->copyTo(folder / "b.plumb", {}));
    QCOMPARE(contentDump(folder / "b.plumb"), contentDump(folder / "a.plumb"));
}

void TestCare::compactForgetsOnlyWhatItMay() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world, 30);
    fill(*project);
    VERIFY_OK(project->run("Remove", {}, [](auto& w) { return w.removeEvidence("e1"); }));
    VERIFY_OK(setNote(*project, kFirst, "abandoned"));
    VERIFY_OK(project->undo());
    const auto keep = setNote(*project, kFirst, "kept");
    VERIFY_OK(setNote(*project, kFirst, "last"));
    const std::string content = contentDump(path);
    const auto size = std::filesystem::file_size(path);
    VERIFY_OK(project->compact(keep->command.id));
    QCOMPARE(contentDump(path), content);
    QCOMPARE(project->history(true)->size(), std::size_t{2});
    QVERIFY(std::filesystem::file_size(path) < size);
    QCOMPARE(rawText(path, "SELECT count(*) FROM blob"), std::string("1"));
    QCOMPARE(problemIds(project->verify({})), std::string());
    VERIFY_OK(project->undo());
    VERIFY_OK(project->undo());
    VERIFY_FAILS(project->undo(), "store.nothingToUndo");
    VERIFY_OK(project->redo());
    QCOMPARE(project->loadAnswer(kFirst)->note, std::string("kept"));
    // The file still is what open() asks for.
    QVERIFY(store::verifyFile(path, world.env(), {})->problems.empty());
}

void TestCare::compactKeepsContentThatUndoCanReach() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 30);
    fill(*project);
    VERIFY_OK(project->run("Remove", {}, [](auto& w) { return w.removeEvidence("e1"); }));
    VERIFY_OK(project->compact(""));
    QCOMPARE(rawText(folder / "a.plumb", "SELECT count(*) FROM blob"), std::string("2"));
    VERIFY_OK(project->undo());
    QCOMPARE(problemIds(project->verify({})), std::string());
}

void TestCare::compactRefusesWhatIsNoAncestor() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const auto undone = setNote(*project, kFirst, "undone");
    VERIFY_OK(project->undo());
    const std::string before = fileBytes(folder / "a.plumb");
    VERIFY_FAILS(project->compact(undone->command.id), "store.noCommand");
    VERIFY_FAILS(project->compact("nonsense"), "store.noCommand");
    QVERIFY(fileBytes(folder / "a.plumb") == before);
}

void TestCare::salvageOfAWholeFileKeepsEverythingButTheHistory() {
    Folder folder;
    World world;
    {
        const auto project = newProject(folder / "a.plumb", world, 30);
        fill(*project);
    }
    const std::string before = fileBytes(folder / "a.plumb");
    const auto report = store::salvage(folder / "a.plumb", folder / "b.plumb", world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(report->lost, std::vector<std::string>{"The history: it starts anew."});
    QVERIFY(report->rows > 30);
    QVERIFY(fileBytes(folder / "a.plumb") == before);
    QCOMPARE(contentDump(folder / "b.plumb"), contentDump(folder / "a.plumb"));
    QVERIFY(store::verifyFile(folder / "b.plumb", world.env(), {})->problems.empty());
    const auto saved = Project::open(folder / "b.plumb", OpenMode::ReadWrite, world.env()).value();
    QVERIFY(saved->history(true)->empty());
    QCOMPARE(folder.listing(), std::string("a.plumb\nb.plumb\nb.plumb.lock\n"));
}

void TestCare::salvageSkipsAPageOfZeros() {
    Folder folder;
    World world;
    for (const std::string table : {"answer", "blob_chunk", "command"}) {
        const auto path = folder / (table + ".plumb"), out = folder / (table + "-saved.plumb");
        {
            const auto project = newProject(path, world, 60);
            fill(*project, 60);
        }
        zeroPageOf(path, table);
        VERIFY_FAILS(Project::open(path, OpenMode::ReadOnly, world.env()), "store.damaged");
        const auto report = store::salvage(path, out, world.env(), {});
        VERIFY_OK(report);
        QVERIFY(table == "command" ? report->lost.size() == 1 : report->lost.size() > 1);
        const auto problems = store::verifyFile(out, world.env(), {});
        QCOMPARE(problemIds(problems), std::string());
        const auto saved = Project::open(out, OpenMode::ReadOnly, world.env()).value()->load().value();
        QVERIFY2(saved.answers.size() >= 30, "rows on both sides of the hole");
        QVERIFY(saved.answers.size() < 60 || table != "answer");
        QCOMPARE(saved.evidence.size(), std::size_t{2});
    }
}

void TestCare::salvageOfAHostileFileLeavesTheEvilBehind() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb", out = folder / "b.plumb";
    {
        const auto project = newProject(path, world, 30);
        fill(*project);
    }
    const std::string content = contentDump(path);
    QVERIFY(rawSql(path, "CREATE TRIGGER evil AFTER INSERT ON answer BEGIN DELETE FROM evidence; END;"
                         "CREATE VIEW sneaky AS SELECT 1; PRAGMA ignore_check_constraints=ON;"
                         "INSERT INTO participant VALUES('p1', '', 'nameless', '');"
                         "INSERT INTO participant VALUES('p2', CAST(x'41ff' AS TEXT), '', '')"));
    const auto report = store::salvage(path, out, world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(report->lost.size(), std::size_t{2}); // the nameless one, the history
    QVERIFY(store::verifyFile(out, world.env(), {})->problems.empty());
    const auto people = Project::open(out, OpenMode::ReadOnly, world.env()).value()->loadParticipants().value();
    QCOMPARE(people.size(), std::size_t{1});
    QCOMPARE(people[0].name, std::string("A\xEF\xBF\xBD"));
}

void TestCare::salvageOfACutOffFileSavesTheFront() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb", out = folder / "b.plumb";
    {
        const auto project = newProject(path, world, 30);
        fill(*project);
    }
    std::filesystem::resize_file(path, std::filesystem::file_size(path) * 2 / 3 + 100);
    const auto report = store::salvage(path, out, world.env(), {});
    VERIFY_OK(report);
    QVERIFY(report->lost.size() > 1);
    QCOMPARE(problemIds(store::verifyFile(out, world.env(), {})), std::string());
    const auto saved = Project::open(out, OpenMode::ReadOnly, world.env()).value()->load().value();
    QCOMPARE(saved.workload.name, std::string("Claims assistant"));
    QCOMPARE(saved.lenses.size(), std::size_t{1});
}

void TestCare::salvageRefusesWhatIsNoReviewAndAnExistingTarget() {
    Folder folder;
    World world;
    newProject(folder / "a.plumb", world).reset();
    std::ofstream(folder / "text.plumb") << std::string(5000, 'x');
    VERIFY_FAILS(store::salvage(folder / "a.plumb", folder / "text.plumb", world.env(), {}), "store.exists");
    VERIFY_FAILS(store::salvage(folder / "a.plumb", folder / "a.plumb", world.env(), {}), "store.exists");
    VERIFY_FAILS(store::salvage(folder / "text.plumb", folder / "b.plumb", world.env(), {}), "store.notAProject");
    VERIFY_FAILS(store::salvage(folder / "none.plumb", folder / "b.plumb", world.env(), {}), "file.notFound");
    QCOMPARE(folder.listing(), std::string("a.plumb\ntext.plumb\n"));
}

void TestCare::salvageRollsAHotJournalBack() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    {
        const auto project = newProject(path, world, 30);
        fill(*project);
    }
    const std::string content = contentDump(path);
    QVERIFY(leaveHotJournal(path, "UPDATE answer SET note = 'half'"));
    VERIFY_OK(store::salvage(path, folder / "b.plumb", world.env(), {}));
    QCOMPARE(contentDump(folder / "b.plumb"), content);
}

QTEST_GUILESS_MAIN(TestCare)
#include "tst_care.moc"
