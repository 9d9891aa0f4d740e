// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The ladder: released steps are frozen, older files open after a backup, a step that fails leaves the file as it was.
// A step that was never released stands in for the future.
#include "core/base/hash.h"
#include "core/store/project_impl.h"
#include "tests/support/cost_builders.h"
#include "tests/support/finding_builders.h"
#include "tests/support/snapshot_builders.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <array>

using namespace plumb;
using namespace plumb::testing;
using store::OpenMode;
using store::Step;

namespace {

const std::string kFixtures = PLUMB_SOURCE_DIR "/tests/data/projects/";

constexpr int kNext = store::kSchemaVersion + 1;

std::array<Step, kNext> ladderWith(std::string_view sql) {
    return {Step{1, store::kSchemaStep1}, Step{2, store::kSchemaStep2}, Step{3, store::kSchemaStep3},
            Step{4, store::kSchemaStep4}, Step{kNext, sql}};
}

constexpr std::string_view kGoodStep = "CREATE TABLE extra(id TEXT NOT NULL PRIMARY KEY) STRICT;"
                                       "ALTER TABLE participant ADD COLUMN email TEXT NOT NULL DEFAULT '';";

} // namespace

class TestMigration : public QObject {
    Q_OBJECT

private slots:
    void releasedStepsAreFrozen();
    void stepsLeadUpToTheVersion();
    void theFixtureOfEachVersionOpensAndVerifies();
    void anOlderFileIsBackedUpAndMigrated();
    void aSecondBackupDoesNotReplaceTheFirst();
    void readOnlyLeavesTheOlderFileAlone();
    void aFailingStepLeavesTheFileAsItWas_data();
    void aFailingStepLeavesTheFileAsItWas();
    void aStepThatFailsAfterOthersLeavesTheLastWholeOne();
    void version1TakesFindingsOnceItIsMigrated();
    void version2TakesCostsOnceItIsMigrated();
    void version3TakesSnapshotsOnceItIsMigrated();
    void salvageOfAnOlderFileMissesNothing();
    void aMigratedSchemaIsAFreshOne();
};

void TestMigration::releasedStepsAreFrozen() {
    QCOMPARE(sha256(store::kSchemaStep1),
             std::string("c3424de5e985fd80a6bd9af277f2b047bc136541d54ddf8a0b2a595d62830311"));
    QCOMPARE(sha256(store::kSchemaStep2),
             std::string("9cf12edfc5cc08142c0218c6fc4d1c060daa3db950f40001551b0effe0504fa5"));
    QCOMPARE(sha256(store::kSchemaStep3),
             std::string("e52607e0ff25e65f171c7113253c613b639cb7bf26ab0e63fcc23d479ce0f102"));
    QCOMPARE(sha256(store::kSchemaStep4),
             std::string("ea770c55c8986cedfb82c10f0d5899a2cc3518779126078bfc3ab1c6faca8c25"));
}

void TestMigration::stepsLeadUpToTheVersion() {
    int version = 0;
    for (const Step& step : store::ladder())
        QCOMPARE(step.toVersion, ++version);
    QCOMPARE(version, store::kSchemaVersion);
    QCOMPARE(store::topOf(store::ladder()), store::kSchemaVersion);
    QCOMPARE(store::topOf({}), 0);
}

void TestMigration::theFixtureOfEachVersionOpensAndVerifies() {
    for (int version = 1; version <= store::kSchemaVersion; ++version) {
        Folder folder;
        World world;
        const auto path = folder / "old.plumb";
        std::filesystem::copy_file(kFixtures + "v" + std::to_string(version) + ".plumb", path);
        const auto project = store::Project::open(path, OpenMode::ReadWrite, world.env());
        VERIFY_OK(project);
        const auto review = (*project)->load();
        VERIFY_OK(review);
        QCOMPARE(review->workload.name, std::string("Claims assistant"));
        QCOMPARE(review->answers.size(), std::size_t{2});
        QCOMPARE(review->participants.size(), std::size_t{2});
        QCOMPARE(review->evidence.at(0).links.size(), std::size_t{2});
        QCOMPARE(review->findings.size(), std::size_t{version < 2 ? 0U : 5U});
        QCOMPARE(review->events.size(), std::size_t{version < 2 ? 0U : 1U});
        QVERIFY((review->planning == review::Planning{}) == (version < 2));
        QVERIFY(review->costs == (version < 3 ? review::Costs{} : fullCosts()));
        QCOMPARE((*project)->loadSnapshots()->size(), std::size_t{version < 4 ? 0U : 1U});
        QCOMPARE(review->answers.at(kQ1).reconfirm.empty(), version < 4);
        QVERIFY((*project)->verify({})->problems.empty());
        QCOMPARE((*project)->redo()->command.label, std::string("Note on q0"));
        for (std::size_t left = (*project)->history()->size(); left > 0; --left)
            VERIFY_OK((*project)->undo());
    }
}

void TestMigration::anOlderFileIsBackedUpAndMigrated() {
    Folder folder;
    World world;
    const auto path = folder / "Bank.plumb";
    std::filesystem::copy_file(kFixtures + "v1.plumb", path);
    const std::string content = contentDump(path);
    auto env = world.env();
    {
        const auto file = store::openChecked(path, OpenMode::ReadWrite, env, ladderWith(kGoodStep));
        VERIFY_OK(file);
        QCOMPARE(file->version, kNext);
        QCOMPARE(file->database->integer("PRAGMA user_version").value(), std::int64_t{kNext});
        QCOMPARE(store::readParticipants(*file->database)->size(), std::size_t{2});
    }
    QCOMPARE(folder.listing(), std::string("Bank.plumb\nBank.v1.plumb.bak\n"));
    QCOMPARE(contentDump(folder / "Bank.v1.plumb.bak"), content);
    QVERIFY(store::verifyFile(folder / "Bank.v1.plumb.bak", env, {})->problems.empty());
    VERIFY_FAILS(store::Project::open(path, OpenMode::ReadOnly, env), "store.tooNew");
}

void TestMigration::aSecondBackupDoesNotReplaceTheFirst() {
    Folder folder;
    World world;
    auto env = world.env();
    for (int i = 0; i < 2; ++i) {
        std::filesystem::copy_file(kFixtures + "v1.plumb", folder / "a.plumb",
                                   std::filesystem::copy_options::overwrite_existing);
        VERIFY_OK(store::openChecked(folder / "a.plumb", OpenMode::ReadWrite, env, ladderWith(kGoodStep)));
    }
    QCOMPARE(folder.listing(), std::string("a.plumb\na.v1-2.plumb.bak\na.v1.plumb.bak\n"));
}

void TestMigration::readOnlyLeavesTheOlderFileAlone() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    std::filesystem::copy_file(kFixtures + "v1.plumb", path);
    const std::string bytes = fileBytes(path);
    auto env = world.env();
    const auto file = store::openChecked(path, OpenMode::ReadOnly, env, ladderWith(kGoodStep));
    VERIFY_OK(file);
    QCOMPARE(file->version, kNext);
    QCOMPARE(file->database->integer("SELECT count(*) FROM extra").value(), std::int64_t{0});
    QVERIFY(!file->database->execute("DELETE FROM answer"));
    QVERIFY(fileBytes(path) == bytes);
    QCOMPARE(folder.listing(), std::string("a.plumb\n"));
}

void TestMigration::aFailingStepLeavesTheFileAsItWas_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("wrong SQL") << "CREATE TABLE extra(x TEXT) STRICT; DROP TABLE nonsense";
    QTest::newRow("rows that point to nothing") << "CREATE TABLE extra(x TEXT) STRICT; DELETE FROM participant";
}

void TestMigration::aFailingStepLeavesTheFileAsItWas() {
    QFETCH(QString, sql);
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const std::string now = "v" + std::to_string(store::kSchemaVersion);
    std::filesystem::copy_file(kFixtures + now + ".plumb", path);
    const std::string bytes = fileBytes(path);
    auto env = world.env();
    const std::string text = sql.toStdString();
    QVERIFY(!store::openChecked(path, OpenMode::ReadWrite, env, ladderWith(text)));
    QVERIFY(fileBytes(path) == bytes);
    QCOMPARE(folder.listing(), "a.plumb\na." + now + ".plumb.bak\n");
    VERIFY_OK(store::Project::open(path, OpenMode::ReadWrite, env));
}

void TestMigration::aStepThatFailsAfterOthersLeavesTheLastWholeOne() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    std::filesystem::copy_file(kFixtures + "v1.plumb", path);
    auto env = world.env();
    QVERIFY(!store::openChecked(path, OpenMode::ReadWrite, env, ladderWith("nonsense")));
    QCOMPARE(rawText(path, "PRAGMA user_version"), std::to_string(store::kSchemaVersion));
    QVERIFY(store::verifyFile(path, env, {})->problems.empty());
}

void TestMigration::version1TakesFindingsOnceItIsMigrated() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    std::filesystem::copy_file(kFixtures + "v1.plumb", path);
    {
        const auto project = store::Project::open(path, OpenMode::ReadWrite, world.env()).value();
        QCOMPARE(project->schemaVersion(), store::kSchemaVersion);
        VERIFY_OK(putFinding(*project, derivedFinding(kQ0)));
        QCOMPARE(findingKeys(*project), std::vector<std::string>{"F-01 test/q0"});
        VERIFY_OK(project->undo());
        VERIFY_OK(project->redo());
        QVERIFY(project->verify({})->problems.empty());
    }
    QCOMPARE(folder.listing(), std::string("a.plumb\na.v1.plumb.bak\n"));
    QVERIFY(fileBytes(folder / "a.v1.plumb.bak") != fileBytes(path));
    QCOMPARE(rawText(folder / "a.v1.plumb.bak", "PRAGMA user_version"), std::string("1"));
}

void TestMigration::version2TakesCostsOnceItIsMigrated() {
    Folder folder;
    World world;
    world.random = SeededRandom{8}; // the ids of the fixture came from the other
    const auto path = folder / "a.plumb";
    std::filesystem::copy_file(kFixtures + "v2.plumb", path);
    const std::string content = contentDump(path); // without the tables that come
    {
        const auto project = store::Project::open(path, OpenMode::ReadWrite, world.env()).value();
        QVERIFY(project->loadCosts()->untouched());
        QCOMPARE(project->loadFindings()->size(), std::size_t{5});
        VERIFY_OK(putCosts(*project, fullCosts()));
        VERIFY_OK(putPrices(*project, fullCosts().prices));
        QVERIFY(*project->loadCosts() == fullCosts());
        QVERIFY(project->verify({})->problems.empty());
        while (project->undoable())
            VERIFY_OK(project->undo());
        QVERIFY(project->loadCosts()->untouched() && project->loadFindings()->empty());
        while (project->redoable())
            VERIFY_OK(project->redo());
        QVERIFY(*project->loadCosts() == fullCosts());
    }
    QCOMPARE(folder.listing(), std::string("a.plumb\na.v2.plumb.bak\n"));
    QCOMPARE(rawText(folder / "a.v2.plumb.bak", "PRAGMA user_version"), std::string("2"));
    QCOMPARE(contentDump(folder / "a.v2.plumb.bak"), content);
    QVERIFY(store::verifyFile(folder / "a.v2.plumb.bak", world.env(), {})->problems.empty());
}

void TestMigration::version3TakesSnapshotsOnceItIsMigrated() {
    Folder folder;
    World world;
    world.random = SeededRandom{8}; // the ids of the fixture came from the other
    const auto path = folder / "a.plumb";
    std::filesystem::copy_file(kFixtures + "v3.plumb", path);
    {
        const auto project = store::Project::open(path, OpenMode::ReadWrite, world.env()).value();
        QVERIFY(project->loadSnapshots()->empty());
        VERIFY_OK(putSnapshot(*project, "Spring", snapshotText()));
        VERIFY_OK(setReconfirm(*project, kQ0, "its rules changed"));
        while (project->undoable())
            VERIFY_OK(project->undo());
        QVERIFY(project->loadSnapshots()->empty() && project->load()->answers.empty());
        while (project->redoable())
            VERIFY_OK(project->redo());
        QCOMPARE(project->readSnapshot("Spring").value(), snapshotText());
        QCOMPARE(project->loadAnswer(kQ0)->reconfirm, std::string("its rules changed"));
        QVERIFY(project->verify({})->problems.empty());
    }
    QCOMPARE(folder.listing(), std::string("a.plumb\na.v3.plumb.bak\n"));
    QCOMPARE(rawText(folder / "a.v3.plumb.bak", "PRAGMA user_version"), std::string("3"));
    QVERIFY(store::verifyFile(folder / "a.v3.plumb.bak", world.env(), {})->problems.empty());
}

void TestMigration::salvageOfAnOlderFileMissesNothing() {
    for (int version = 1; version <= store::kSchemaVersion; ++version) {
        Folder folder;
        World world;
        const auto report =
            store::salvage(kFixtures + "v" + std::to_string(version) + ".plumb", folder / "b.plumb", world.env(), {});
        VERIFY_OK(report);
        QCOMPARE(report->lost, std::vector<std::string>{"The history: it starts anew."});
        QVERIFY(store::verifyFile(folder / "b.plumb", world.env(), {})->problems.empty());
    }
}

void TestMigration::aMigratedSchemaIsAFreshOne() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    std::filesystem::copy_file(kFixtures + "v1.plumb", path);
    auto env = world.env();
    const auto steps = ladderWith(kGoodStep);
    const auto file = store::openChecked(path, OpenMode::ReadWrite, env, steps);
    VERIFY_OK(file);
    const auto migrated = store::schemaOf(*file->database), fresh = store::expectedSchema(steps, kNext);
    VERIFY_OK(migrated);
    QVERIFY(*migrated == *fresh);
    QVERIFY(*fresh != store::expectedSchema(steps, store::kSchemaVersion).value());
}

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
