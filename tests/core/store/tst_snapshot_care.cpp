// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Snapshots whose bytes are missing, changed or hostile: refused with a reason, told by verify, survived by salvage.
// And what compacting keeps for them.
#include "core/base/hash.h"
#include "core/store/project_impl.h"
#include "core/store/snapshot_content.h"
#include "core/store/zstd_text.h"
#include "tests/support/snapshot_builders.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <algorithm>

using namespace plumb;
using namespace plumb::testing;
using store::OpenMode;
using store::packText;
using store::unpackText;

namespace {

constexpr std::uint64_t kLimit = 1u << 20;

std::vector<std::string> ids(const store::VerifyReport& report) {
    std::vector<std::string> all;
    for (const store::Problem& problem : report.problems)
        all.push_back(problem.id);
    return all;
}

/// Changes the stored frame of the only snapshot past the store.
void setFrame(store::Project& project, std::string_view frame, std::int64_t bytes) {
    auto& connection = static_cast<store::ProjectImpl&>(project).connection();
    auto query = connection.query("UPDATE snapshot_content SET data = ?, bytes = ?");
    QVERIFY(query && query->bindBlob(frame).bind(bytes).run());
}

std::int64_t count(store::Project& project, const std::string& table) {
    return static_cast<store::ProjectImpl&>(project).connection().integer("SELECT count(*) FROM " + table).value();
}

/// A review whose snapshot "Old" names the questionnaire that it had then, which was replaced since.
std::unique_ptr<store::Project> replacedLens(const std::filesystem::path& path, World& world) {
    auto project = newProject(path, world, 5);
    const std::string text = snapshotText(sha256(lensJson(5)), sha256(overlayJson(5)));
    const auto replace = [](store::Writer& writer) {
        return writer.putLens("test", "Test Lens", lensJson(3), overlayJson(3), 0);
    };
    if (!putSnapshot(*project, "Old", text) || !project->run("Replace", {}, replace))
        std::abort();
    return project;
}

} // namespace

class TestSnapshotCare : public QObject {
    Q_OBJECT

private slots:
    void textsPackAndUnpack();
    void aFrameThatStatesAnotherSizeIsRefused();
    void aFrameThatUnfoldsBeyondTheLimitIsRefused();
    void damagedFramesAreRefused();
    void changedBytesAreToldAndNotHandedOut_data();
    void changedBytesAreToldAndNotHandedOut();
    void missingContentIsToldAndNotHandedOut();
    void namesThatStandTwiceAreTold();
    void aQuestionnaireThatASnapshotNeedsIsMissed();
    void compactingKeepsWhatSnapshotsName();
    void compactingForgetsWhatNoSnapshotNamesAnyMore();
    void compactingKeepsAllWhenASnapshotCanNotBeRead();
    void aCopyHasTheSnapshots();
    void salvageSavesSnapshotsAndTheirQuestionnaires();
    void salvageDropsWhatIsDamagedAndNumbersNames();
};

void TestSnapshotCare::textsPackAndUnpack() {
    for (const std::string& text : {std::string("x"), std::string(300'000, 'y'), snapshotText(), std::string(5, '\0')})
        QCOMPARE(unpackText(packText(text).value(), text.size(), kLimit).value(), text);
    QVERIFY(packText(std::string(300'000, 'y'))->size() < 1000);
}

void TestSnapshotCare::aFrameThatStatesAnotherSizeIsRefused() {
    const std::string frame = packText("some text").value();
    VERIFY_FAILS(unpackText(frame, 8, kLimit), "store.damaged");
    VERIFY_FAILS(unpackText(frame, 10, kLimit), "store.damaged");
    VERIFY_FAILS(unpackText(frame + frame, 18, kLimit), "store.damaged");
    VERIFY_FAILS(unpackText(frame + "x", 9, kLimit), "store.damaged");
}

void TestSnapshotCare::aFrameThatUnfoldsBeyondTheLimitIsRefused() {
    const std::string bomb = packText(std::string(kLimit + 1, '\0')).value();
    QVERIFY(bomb.size() < 1000);
    VERIFY_FAILS(unpackText(bomb, kLimit + 1, kLimit), "store.damaged");
    VERIFY_FAILS(unpackText(bomb, kLimit, kLimit), "store.damaged");
    VERIFY_FAILS(unpackText(bomb, 10, kLimit), "store.damaged");
}

void TestSnapshotCare::damagedFramesAreRefused() {
    const std::string text = snapshotText({}, {}, {}, "damaged frames");
    const std::string frame = packText(text).value();
    for (std::size_t size = 0; size < frame.size(); ++size)
        VERIFY_FAILS(unpackText(frame.substr(0, size), text.size(), kLimit), "store.damaged");
    for (std::size_t at = 0; at < frame.size(); ++at)
        for (const int bit : {1, 16, 128}) {
            std::string damaged = frame;
            damaged[at] = static_cast<char>(damaged[at] ^ bit);
            if (const auto read = unpackText(damaged, text.size(), kLimit))
                QVERIFY(read->size() == text.size()); // the hash finds it
        }
}

void TestSnapshotCare::changedBytesAreToldAndNotHandedOut_data() {
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<qint64>("bytes");
    const std::string text = snapshotText();
    const auto packed = [](const std::string& of) { return QByteArray::fromStdString(packText(of).value()); };
    const auto size = static_cast<qint64>(text.size());
    QTest::newRow("another text") << packed(std::string(text.size(), 'x')) << size;
    QTest::newRow("no frame") << QByteArray("plain text") << size;
    QTest::newRow("another size") << packed(text + " ") << size + 1;
    QTest::newRow("a size that is not so") << packed(text) << size + 1;
    QTest::newRow("bomb") << packed(std::string(store::kMaxSnapshotBytes, '\0')) << size;
    QTest::newRow("bomb that says so") << packed(std::string(store::kMaxSnapshotBytes, '\0'))
                                       << static_cast<qint64>(store::kMaxSnapshotBytes);
}

void TestSnapshotCare::changedBytesAreToldAndNotHandedOut() {
    QFETCH(QByteArray, frame);
    QFETCH(qint64, bytes);
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 3);
    VERIFY_OK(putSnapshot(*project, "Spring", snapshotText()));
    QVERIFY(project->verify({})->problems.empty());
    setFrame(*project, frame.toStdString(), bytes);
    VERIFY_FAILS(project->readSnapshot("Spring"), "store.damaged");
    QCOMPARE(ids(*project->verify({})), std::vector<std::string>{"V012"});
    VERIFY_OK(project->load()); // the review itself is whole
}

void TestSnapshotCare::missingContentIsToldAndNotHandedOut() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world, 3);
    VERIFY_OK(putSnapshot(*project, "Spring"));
    QVERIFY(rawSql(path, "DELETE FROM snapshot_content"));
    VERIFY_FAILS(project->readSnapshot("Spring"), "store.damaged");
    QCOMPARE(ids(*project->verify({})), std::vector<std::string>{"V012"});
}

void TestSnapshotCare::namesThatStandTwiceAreTold() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world, 3);
    VERIFY_OK(putSnapshot(*project, "Spring"));
    VERIFY_OK(putSnapshot(*project, "Summer"));
    QVERIFY(rawSql(path, "UPDATE snapshot SET name = ' SPRING' WHERE name = 'Summer'"));
    const std::vector<std::string> found = ids(*project->verify({}));
    QVERIFY(std::find(found.begin(), found.end(), "V013") != found.end());
}

void TestSnapshotCare::aQuestionnaireThatASnapshotNeedsIsMissed() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = replacedLens(path, world);
    QVERIFY(project->verify({})->problems.empty());
    QVERIFY(rawSql(path, "DELETE FROM lens_source WHERE sha256 = '" + sha256(lensJson(5)) + "'"));
    QCOMPARE(ids(*project->verify({})), std::vector<std::string>{"V014"});
}

void TestSnapshotCare::compactingKeepsWhatSnapshotsName() {
    Folder folder;
    World world;
    const auto project = replacedLens(folder / "a.plumb", world);
    const std::string content = "minutes of the meeting";
    VERIFY_OK(project->run("Evidence", {}, [&](store::Writer& writer) -> Result<void> {
        const auto source = store::memorySource(content);
        PLUMB_TRY(blob, writer.putBlob(*source, {}));
        const std::string text = snapshotText({}, {}, blob.sha256);
        return writer.putSnapshot(snapshotRecord("With evidence", text), text);
    }));
    VERIFY_OK(project->compact(project->history()->back().id));
    QVERIFY(project->verify({})->problems.empty());
    QCOMPARE(project->readSnapshot("Old").value(), snapshotText(sha256(lensJson(5)), sha256(overlayJson(5))));
    VERIFY_OK(project->lensByHash("test", sha256(lensJson(5)), sha256(overlayJson(5))));
    QCOMPARE(count(*project, "lens_source"), std::int64_t{4});
    QCOMPARE(count(*project, "blob"), std::int64_t{1});
}

void TestSnapshotCare::compactingForgetsWhatNoSnapshotNamesAnyMore() {
    Folder folder;
    World world;
    const auto project = replacedLens(folder / "a.plumb", world);
    VERIFY_OK(project->undo());
    VERIFY_OK(project->undo()); // the snapshot
    VERIFY_OK(project->run(
        "Replace", {}, [](store::Writer& writer) { return writer.putLens("test", "Test Lens", lensJson(2), {}, 0); }));
    VERIFY_OK(project->compact(""));
    QCOMPARE(count(*project, "snapshot_content"), std::int64_t{1}); // the branch that was left names it
    VERIFY_OK(project->compact(project->history()->back().id));
    QCOMPARE(count(*project, "snapshot_content"), std::int64_t{0});
    VERIFY_FAILS(project->lensByHash("test", sha256(lensJson(3)), {}), "store.noLens");
    QVERIFY(project->verify({})->problems.empty());
}

void TestSnapshotCare::compactingKeepsAllWhenASnapshotCanNotBeRead() {
    Folder folder;
    World world;
    const auto project = replacedLens(folder / "a.plumb", world);
    setFrame(*project, "no frame", 10);
    VERIFY_OK(project->compact(project->history()->back().id));
    VERIFY_OK(project->lensByHash("test", sha256(lensJson(5)), {}));
    QCOMPARE(count(*project, "snapshot_content"), std::int64_t{1});
}

void TestSnapshotCare::aCopyHasTheSnapshots() {
    Folder folder;
    World world;
    const auto project = replacedLens(folder / "a.plumb", world);
    VERIFY_OK(project->copyTo(folder / "b.plumb", {}));
    const auto copy = store::Project::open(folder / "b.plumb", OpenMode::ReadOnly, world.env());
    VERIFY_OK(copy);
    QCOMPARE(*(*copy)->loadSnapshots(), *project->loadSnapshots());
    QCOMPARE((*copy)->readSnapshot("Old").value(), project->readSnapshot("Old").value());
}

void TestSnapshotCare::salvageSavesSnapshotsAndTheirQuestionnaires() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = replacedLens(path, world);
    VERIFY_OK(setReconfirm(*project, {"test", "q1"}, "its rules changed"));
    const auto report = store::salvage(path, folder / "b.plumb", world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(report->lost, std::vector<std::string>{"The history: it starts anew."});
    QCOMPARE(contentDump(folder / "b.plumb"), contentDump(path));
    const auto saved = store::Project::open(folder / "b.plumb", OpenMode::ReadOnly, world.env()).value();
    QCOMPARE(saved->readSnapshot("Old").value(), project->readSnapshot("Old").value());
    VERIFY_OK(saved->lensByHash("test", sha256(lensJson(5)), sha256(overlayJson(5))));
    QVERIFY(saved->verify({})->problems.empty());
}

void TestSnapshotCare::salvageDropsWhatIsDamagedAndNumbersNames() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    {
        const auto project = newProject(path, world, 3);
        VERIFY_OK(putSnapshot(*project, "Spring", snapshotText()));
        VERIFY_OK(putSnapshot(*project, "Lost", snapshotText({}, {}, {}, "lost")));
        VERIFY_OK(putSnapshot(*project, "Summer", snapshotText({}, {}, {}, "summer")));
    }
    QVERIFY(rawSql(path, "UPDATE snapshot_content SET data = X'00' WHERE rowid = 2;"
                         "UPDATE snapshot SET name = 'SPRING', time = time + 1 WHERE name = 'Summer'"));
    const auto report = store::salvage(path, folder / "b.plumb", world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(report->lost.size(), std::size_t{4}); // content, snapshot, name, history
    const auto saved = store::Project::open(folder / "b.plumb", OpenMode::ReadOnly, world.env()).value();
    const auto snapshots = saved->loadSnapshots().value();
    QCOMPARE(snapshots.size(), std::size_t{2});
    QCOMPARE(snapshots[0].name, std::string("Spring"));
    QCOMPARE(snapshots[1].name, std::string("SPRING (2)"));
    QCOMPARE(saved->readSnapshot("spring (2)").value(), snapshotText({}, {}, {}, "summer"));
    QVERIFY(saved->verify({})->problems.empty());
}

QTEST_GUILESS_MAIN(TestSnapshotCare)
#include "tst_snapshot_care.moc"
