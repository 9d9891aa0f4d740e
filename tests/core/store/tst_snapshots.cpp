// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Snapshots in the project file: stored once, found by name, never changed; undo and redo; questionnaires by hash; and
// answers that wait to be confirmed again.
#include "core/base/hash.h"
#include "core/store/project_impl.h"
#include "tests/support/snapshot_builders.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

using namespace plumb;
using namespace plumb::testing;
using store::OpenMode;
using store::RowChange;

namespace {

const QuestionKey kQ0{"test", "q0"};

std::int64_t contents(store::Project& project) {
    return static_cast<store::ProjectImpl&>(project)
        .connection()
        .integer("SELECT count(*) FROM snapshot_content")
        .value();
}

} // namespace

class TestSnapshots : public QObject {
    Q_OBJECT

private slots:
    void aSnapshotIsFoundByNameWhateverCaseAndSpaces();
    void snapshotsSurviveReopeningInOrderOfTime();
    void anUnknownNameIsAnsweredWithTheKnownOnes();
    void aNameThatIsTakenOrNoneIsRefused_data();
    void aNameThatIsTakenOrNoneIsRefused();
    void aSnapshotCanNotBeChanged();
    void bytesThatAreNotThoseOfTheRecordAreRefused();
    void theSameBytesAreStoredOnce();
    void undoAndRedoOfASnapshotNeedNoCopyOfItsBytes();
    void largeTextsAreStoredSmall();
    void aQuestionnaireIsFoundByItsHashesAfterItWasReplaced();
    void anUnknownQuestionnaireIsAnError();
    void whyAnAnswerMustBeConfirmedIsStoredWithIt();
    void removingTheQuestionnaireTakesTheMarksAlong();
};

void TestSnapshots::aSnapshotIsFoundByNameWhateverCaseAndSpaces() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::string bytes = snapshotText();
    const auto applied = putSnapshot(*project, "März  Review", bytes);
    VERIFY_OK(applied);
    QCOMPARE(applied->rows,
             (std::vector<RowChange>{{RowChange::Op::Insert, store::Table::Snapshot, {"id of März  Review"}}}));
    for (const char* name : {"März  Review", "märz review", " MÄRZ REVIEW "})
        QCOMPARE(project->readSnapshot(name).value(), bytes);
    QCOMPARE(*project->loadSnapshots(), std::vector{snapshotRecord("März  Review", bytes)});
}

void TestSnapshots::snapshotsSurviveReopeningInOrderOfTime() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    std::vector<store::SnapshotRecord> records;
    {
        const auto project = newProject(path, world);
        for (const auto& [name, ms] : {std::pair{"Later", 30}, {"First", 10}, {"Beside", 30}}) {
            records.push_back(snapshotRecord(name, snapshotText({}, {}, {}, name)));
            records.back().time = Instant{ms};
            VERIFY_OK(project->run("Snapshot", {}, [&](store::Writer& writer) {
                return writer.putSnapshot(records.back(), snapshotText({}, {}, {}, name));
            }));
        }
    }
    const auto project = store::Project::open(path, OpenMode::ReadOnly, world.env()).value();
    QCOMPARE(*project->loadSnapshots(), (std::vector{records[1], records[2], records[0]}));
    QCOMPARE(project->readSnapshot("first").value(), snapshotText({}, {}, {}, "First"));
    QVERIFY(project->verify({})->problems.empty());
}

void TestSnapshots::anUnknownNameIsAnsweredWithTheKnownOnes() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_FAILS(project->readSnapshot("x"), "store.noSnapshot");
    VERIFY_OK(putSnapshot(*project, "Spring"));
    const auto missing = project->readSnapshot("Autumn");
    VERIFY_FAILS(missing, "store.noSnapshot");
    QCOMPARE(missing.error().args, (std::vector<std::string>{"Autumn", "Spring"}));
    QCOMPARE(missing.error().kind, ErrorKind::Usage);
}

void TestSnapshots::aNameThatIsTakenOrNoneIsRefused_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("spaces") << QByteArray("  \t ");
    QTest::newRow("too long") << QByteArray(201, 'x');
    QTest::newRow("taken") << QByteArray("Spring");
    QTest::newRow("taken, other case and spaces") << QByteArray(" sPRING ");
    QTest::newRow("two lines") << QByteArray("a\nb");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("not UTF-8") << QByteArray("a\xFF");
}

void TestSnapshots::aNameThatIsTakenOrNoneIsRefused() {
    QFETCH(QByteArray, name);
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    VERIFY_OK(putSnapshot(*project, "Spring"));
    const std::string before = contentDump(path);
    auto record = snapshotRecord(name.toStdString(), snapshotText());
    record.id = "another";
    VERIFY_FAILS(
        project->run("Snapshot", {}, [&](store::Writer& writer) { return writer.putSnapshot(record, snapshotText()); }),
        "snapshot.name");
    QCOMPARE(contentDump(path), before);
    QCOMPARE(contents(*project), std::int64_t{1});
}

void TestSnapshots::aSnapshotCanNotBeChanged() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_OK(putSnapshot(*project, "Spring"));
    QVERIFY(putSnapshot(*project, "Spring")->rows.empty()); // the same again
    auto other = snapshotRecord("Spring", snapshotText());
    other.note = "Other words";
    VERIFY_FAILS(
        project->run("Change", {}, [&](store::Writer& writer) { return writer.putSnapshot(other, snapshotText()); }),
        "review.invalid");
}

void TestSnapshots::bytesThatAreNotThoseOfTheRecordAreRefused() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const auto put = [&](store::SnapshotRecord record, std::string_view bytes) {
        return project->run("Snapshot", {}, [&](store::Writer& writer) { return writer.putSnapshot(record, bytes); });
    };
    const auto record = snapshotRecord("Spring", "{}");
    VERIFY_FAILS(put(record, "[]"), "review.invalid");
    VERIFY_FAILS(put(record, "{ }"), "review.invalid");
    VERIFY_FAILS(put(snapshotRecord("Spring", ""), ""), "review.tooLong");
    QCOMPARE(contents(*project), std::int64_t{0});
}

void TestSnapshots::theSameBytesAreStoredOnce() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_OK(putSnapshot(*project, "Spring"));
    VERIFY_OK(putSnapshot(*project, "Summer"));
    QCOMPARE(contents(*project), std::int64_t{1});
    QCOMPARE(project->loadSnapshots()->size(), std::size_t{2});
}

void TestSnapshots::undoAndRedoOfASnapshotNeedNoCopyOfItsBytes() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    std::string bytes = snapshotText();
    const std::size_t small = project->history()->back().changesetBytes;
    VERIFY_OK(putSnapshot(*project, "Spring", bytes));
    QVERIFY(project->history()->back().changesetBytes < small + 1000);
    const std::string after = contentDump(path);
    VERIFY_OK(project->undo());
    QVERIFY(project->loadSnapshots()->empty());
    VERIFY_FAILS(project->readSnapshot("Spring"), "store.noSnapshot");
    QVERIFY(project->verify({})->problems.empty());
    VERIFY_OK(project->redo());
    QCOMPARE(contentDump(path), after);
    QCOMPARE(project->readSnapshot("Spring").value(), bytes);
}

void TestSnapshots::largeTextsAreStoredSmall() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::string bytes = snapshotText({}, {}, {}, std::string(2'000'000, 'x'));
    VERIFY_OK(putSnapshot(*project, "Large", bytes));
    QVERIFY(project->readSnapshot("Large").value() == bytes);
    QVERIFY(static_cast<store::ProjectImpl&>(*project)
                .connection()
                .integer("SELECT length(data) FROM snapshot_content")
                .value() < 10'000);
}

void TestSnapshots::aQuestionnaireIsFoundByItsHashesAfterItWasReplaced() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 10);
    const std::string old = sha256(lensJson(10)), overlay = sha256(overlayJson(10));
    VERIFY_OK(project->run(
        "Replace", {}, [](store::Writer& writer) { return writer.putLens("test", "Test Lens", lensJson(4), {}, 0); }));
    QCOMPARE(project->load()->lenses.at(0).lens->questionCount(), std::size_t{4});
    const auto found = project->lensByHash("test", old, overlay);
    VERIFY_OK(found);
    QCOMPARE(found->lens->questionCount(), std::size_t{10});
    QCOMPARE(found->lens->id, std::string("test"));
    QCOMPARE(found->overlay->question("q3").shortTitle, std::string("Matter 3"));
    const auto bare = project->lensByHash("other", old, {});
    VERIFY_OK(bare);
    QCOMPARE(bare->lens->id, std::string("other"));
    QVERIFY(bare->overlay && bare->overlay->questions.empty());
}

void TestSnapshots::anUnknownQuestionnaireIsAnError() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_FAILS(project->lensByHash("test", std::string(64, '0'), {}), "store.noLens");
    VERIFY_FAILS(project->lensByHash("test", {}, {}), "store.noLens");
    VERIFY_FAILS(project->lensByHash("test", sha256(lensJson(10)), "x"), "store.noLens");
}

void TestSnapshots::whyAnAnswerMustBeConfirmedIsStoredWithIt() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    VERIFY_OK(setNote(*project, kQ0, "By hand."));
    const auto applied = setReconfirm(*project, kQ0, "its rules changed");
    VERIFY_OK(applied);
    QCOMPARE(applied->rows, (std::vector<RowChange>{{RowChange::Op::Insert, store::Table::Reconfirm, {"test", "q0"}}}));
    QCOMPARE(project->loadAnswer(kQ0)->reconfirm, std::string("its rules changed"));
    QVERIFY(project->load()->answers.at(kQ0) == *project->loadAnswer(kQ0));
    VERIFY_OK(setReconfirm(*project, kQ0, "its text changed"));
    QCOMPARE(project->load()->answers.at(kQ0).reconfirm, std::string("its text changed"));
    VERIFY_OK(setReconfirm(*project, kQ0, ""));
    QCOMPARE(rawText(path, "SELECT count(*) FROM reconfirm"), std::string("0"));
    VERIFY_OK(project->undo());
    QCOMPARE(project->loadAnswer(kQ0)->reconfirm, std::string("its text changed"));
    VERIFY_FAILS(setReconfirm(*project, kQ0, std::string(review::kMaxNote + 1, 'x')), "review.tooLong");
    VERIFY_FAILS(setReconfirm(*project, kQ0, "\xFF"), "review.invalid");
    VERIFY_OK(project->run("Clear", {}, [](store::Writer& writer) { return writer.putAnswer(kQ0, {}); }));
    QVERIFY(project->load()->answers.empty());
    QVERIFY(project->verify({})->problems.empty());
}

void TestSnapshots::removingTheQuestionnaireTakesTheMarksAlong() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    VERIFY_OK(setReconfirm(*project, kQ0, "its rules changed"));
    const std::string before = contentDump(path);
    VERIFY_OK(project->run("Remove", {}, [](store::Writer& writer) { return writer.removeLens("test"); }));
    QCOMPARE(rawText(path, "SELECT count(*) FROM reconfirm"), std::string("0"));
    VERIFY_OK(project->undo());
    QCOMPARE(contentDump(path), before);
}

QTEST_GUILESS_MAIN(TestSnapshots)
#include "tst_snapshots.moc"
