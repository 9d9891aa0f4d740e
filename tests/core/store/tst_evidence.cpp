// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Evidence: its content in chunks, its rows and links, its numbers, and what the writer refuses.
#include "core/base/hash.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <fstream>

using namespace plumb;
using namespace plumb::testing;
using store::Project;

namespace {

const QuestionKey kFirst{"test", "q0"};

/// Bytes without a pattern, so that no chunk is like another.
std::string noise(std::size_t size) {
    std::string bytes(size, '\0');
    SeededRandom random(99);
    random.fill(std::as_writable_bytes(std::span(bytes)));
    return bytes;
}

Result<store::BlobInfo> put(Project& project, store::ByteSource& source, const store::Progress& progress = {}) {
    store::BlobInfo info;
    const auto done = project.run("Store", {}, [&](store::Writer& writer) -> Result<void> {
        PLUMB_TRY(stored, writer.putBlob(source, progress));
        info = stored;
        return {};
    });
    if (!done)
        return fail(done.error());
    return info;
}

Result<std::string> get(Project& project, std::string_view sha) {
    std::string bytes;
    const auto sink = store::memorySink(bytes);
    if (auto done = project.readBlob(sha, *sink, {}); !done)
        return fail(done.error());
    return bytes;
}

review::Evidence noteEvidence(std::string id, std::string title) {
    review::Evidence e;
    e.id = std::move(id);
    e.kind = review::EvidenceKind::Note;
    e.title = std::move(title);
    return e;
}

Result<store::Applied> putEvidence(Project& project, const review::Evidence& e) {
    return project.run("Evidence", {}, [&](store::Writer& writer) { return writer.putEvidence(e); });
}

} // namespace

class TestEvidence : public QObject {
    Q_OBJECT

private slots:
    void contentComesBackAsItWas_data();
    void contentComesBackAsItWas();
    void theSameContentIsStoredOnce();
    void sourcesThatReadInSmallPiecesGiveTheSameContent();
    void progressCountsUpAndCanCancel();
    void aFailingSourceLeavesNothing();
    void aFailedStoreFailsTheCommandEvenWhenSwallowed();
    void changedContentIsFoundOnReading();
    void unknownContentIsRefused();
    void everyFieldSurvivesReopening();
    void numbersAreNeverUsedAgain();
    void linksAreWrittenOneByOne();
    void undoneEvidenceComesBackWithItsContent();
    void whatMakesNoSenseIsRefused();
    void filesAreReadAndWrittenWhole();
};

void TestEvidence::contentComesBackAsItWas_data() {
    QTest::addColumn<int>("size");
    const int chunk = static_cast<int>(store::kChunkBytes);
    for (const int size : {0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk + 17})
        QTest::newRow(std::to_string(size).c_str()) << size;
}

void TestEvidence::contentComesBackAsItWas() {
    QFETCH(int, size);
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::string bytes = noise(static_cast<std::size_t>(size));
    const auto info = put(*project, *store::memorySource(bytes));
    VERIFY_OK(info);
    QCOMPARE(info->bytes, static_cast<std::uint64_t>(size));
    QCOMPARE(info->sha256, sha256(bytes));
    QVERIFY(!info->wasThere);
    QVERIFY(get(*project, info->sha256) == bytes);
    QCOMPARE(rawText(folder / "a.plumb", "SELECT count(*) FROM blob_chunk"),
             std::to_string((static_cast<std::size_t>(size) + store::kChunkBytes - 1) / store::kChunkBytes));
    QVERIFY(project->verify({})->problems.empty());
}

void TestEvidence::theSameContentIsStoredOnce() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    const std::string bytes = noise(600'000);
    VERIFY_OK(put(*project, *store::memorySource(bytes)));
    const auto size = std::filesystem::file_size(path);
    const auto again = put(*project, *store::memorySource(bytes));
    VERIFY_OK(again);
    QVERIFY(again->wasThere);
    QCOMPARE(std::filesystem::file_size(path), size);
    QCOMPARE(rawText(path, "SELECT count(*) FROM blob"), std::string("1"));
    QCOMPARE(rawText(path, "SELECT count(*) FROM blob_chunk"), std::string("3"));
}

void TestEvidence::sourcesThatReadInSmallPiecesGiveTheSameContent() {
    class Slow final : public store::ByteSource {
    public:
        explicit Slow(const std::string& bytes) : m_inner(store::memorySource(bytes)) {}
        Result<std::size_t> read(std::span<std::byte> into) override {
            return m_inner->read(into.first(std::min<std::size_t>(into.size(), 777)));
        }
        std::uint64_t size() const noexcept override { return 0; }

    private:
        std::unique_ptr<store::ByteSource> m_inner;
    };
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::string bytes = noise(300'000);
    Slow slow(bytes);
    const auto info = put(*project, slow);
    VERIFY_OK(info);
    QCOMPARE(info->sha256, sha256(bytes));
    QCOMPARE(rawText(folder / "a.plumb", "SELECT count(*) FROM blob_chunk"), std::string("2"));
}

void TestEvidence::progressCountsUpAndCanCancel() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    const std::string bytes = noise(1'000'000);
    std::vector<std::uint64_t> seen;
    VERIFY_OK(put(*project, *store::memorySource(bytes), [&](std::uint64_t done, std::uint64_t total) {
        seen.push_back(done);
        return total == 1'000'000;
    }));
    QVERIFY(std::is_sorted(seen.begin(), seen.end()) && seen.back() == 1'000'000);
    const std::string before = fileBytes(path);
    const std::string other = noise(2'000'000);
    const auto stopped =
        put(*project, *store::memorySource(other), [](std::uint64_t done, std::uint64_t) { return done < 500'000; });
    VERIFY_FAILS(stopped, "store.cancelled");
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QVERIFY(fileBytes(path) == before);
    std::string part;
    const auto sink = store::memorySink(part);
    VERIFY_FAILS(project->readBlob(sha256(bytes), *sink, [](auto done, auto) { return done == 0; }), "store.cancelled");
}

namespace {

class Broken final : public store::ByteSource {
public:
    Result<std::size_t> read(std::span<std::byte> into) override {
        if (++m_reads > 3)
            return fail(ErrorKind::System, "file.unreadable", "The stick was pulled out.");
        return into.size();
    }
    std::uint64_t size() const noexcept override { return 0; }

private:
    int m_reads = 0;
};

} // namespace

void TestEvidence::aFailingSourceLeavesNothing() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::string before = fileBytes(folder / "a.plumb");
    Broken broken;
    VERIFY_FAILS(put(*project, broken), "file.unreadable");
    QVERIFY(fileBytes(folder / "a.plumb") == before);
}

void TestEvidence::aFailedStoreFailsTheCommandEvenWhenSwallowed() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::string before = fileBytes(folder / "a.plumb");
    const auto done = project->run("Swallow", {}, [](store::Writer& writer) {
        Broken broken;
        static_cast<void>(writer.putBlob(broken, {}));
        return writer.putWorkload({.name = "other"});
    });
    VERIFY_FAILS(done, "file.unreadable");
    QVERIFY(fileBytes(folder / "a.plumb") == before);
}

void TestEvidence::changedContentIsFoundOnReading() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    const std::string bytes = noise(600'000);
    const auto info = put(*project, *store::memorySource(bytes));
    QVERIFY(rawSql(path, "UPDATE blob_chunk SET data = zeroblob(length(data)) WHERE seq = 1"));
    VERIFY_FAILS(get(*project, info->sha256), "store.damaged");
    QCOMPARE(project->verify({})->problems.at(0).id, std::string("V004"));
    QVERIFY(rawSql(path, "DELETE FROM blob_chunk WHERE seq = 1"));
    VERIFY_FAILS(get(*project, info->sha256), "store.damaged");
}

void TestEvidence::unknownContentIsRefused() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_FAILS(get(*project, std::string(64, '0')), "store.noBlob");
    VERIFY_FAILS(get(*project, ""), "store.noBlob");
}

void TestEvidence::everyFieldSurvivesReopening() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    review::Evidence e{"e1",
                       7,
                       review::EvidenceKind::Image,
                       "Drawing ✓",
                       "Zoë",
                       "",
                       "",
                       "plan.png",
                       "image/png",
                       {2026, 3, 1},
                       {2027, 3, 1},
                       review::Basis::Verified,
                       "",
                       0,
                       Instant{1'700'000'000'123},
                       "Ines",
                       {{kFirst, ""}, {kFirst, "q0_a"}}};
    {
        const auto project = newProject(path, world);
        const std::string bytes = noise(1000);
        const auto info = put(*project, *store::memorySource(bytes));
        e.sha256 = info->sha256;
        e.bytes = info->bytes;
        VERIFY_OK(putEvidence(*project, e));
    }
    const auto project = Project::open(path, store::OpenMode::ReadOnly, world.env()).value();
    QCOMPARE(project->loadEvidence().value(), std::vector<review::Evidence>{e});
}

void TestEvidence::numbersAreNeverUsedAgain() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    auto project = newProject(path, world);
    VERIFY_OK(putEvidence(*project, noteEvidence("e1", "one")));
    VERIFY_OK(putEvidence(*project, noteEvidence("e2", "two")));
    VERIFY_OK(project->run("Remove", {}, [](auto& w) { return w.removeEvidence("e2"); }));
    VERIFY_OK(putEvidence(*project, noteEvidence("e3", "three")));
    VERIFY_OK(project->undo());
    project.reset();
    project = Project::open(path, store::OpenMode::ReadWrite, world.env()).value();
    VERIFY_OK(putEvidence(*project, noteEvidence("e4", "four")));
    VERIFY_OK(putEvidence(*project, noteEvidence("e1", "renamed")));
    auto given = noteEvidence("e9", "nine");
    given.number = 9;
    VERIFY_OK(putEvidence(*project, given));
    VERIFY_OK(putEvidence(*project, noteEvidence("e10", "ten")));
    std::string numbers;
    const auto all = project->loadEvidence().value();
    for (const review::Evidence& e : all)
        numbers += e.id + "=" + std::to_string(e.number) + " ";
    QCOMPARE(numbers, std::string("e1=1 e4=4 e9=9 e10=10 "));
}

void TestEvidence::linksAreWrittenOneByOne() {
    using Op = store::RowChange::Op;
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    auto e = noteEvidence("e1", "one");
    e.links = {{kFirst, ""}, {{"test", "q1"}, "q1_a"}};
    VERIFY_OK(putEvidence(*project, e));
    e.links = {{kFirst, ""}, {{"test", "q2"}, ""}};
    const auto rows = putEvidence(*project, e)->rows;
    QCOMPARE(rows.size(), std::size_t{2});
    const auto has = [&](const store::RowChange& row) { return std::count(rows.begin(), rows.end(), row) == 1; };
    QVERIFY(has({Op::Delete, store::Table::EvidenceLink, {"e1", "test", "q1", "q1_a"}}));
    QVERIFY(has({Op::Insert, store::Table::EvidenceLink, {"e1", "test", "q2", ""}}));
    QCOMPARE(project->load()->evidenceFor(kFirst).size(), std::size_t{1});
}

void TestEvidence::undoneEvidenceComesBackWithItsContent() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::string bytes = noise(400'000);
    const auto added = project->run("Attach", {}, [&](store::Writer& writer) -> Result<void> {
        PLUMB_TRY(info, writer.putBlob(*store::memorySource(bytes), {}));
        review::Evidence e{.id = "e1", .kind = review::EvidenceKind::File, .title = "F", .fileName = "f.bin"};
        e.sha256 = info.sha256;
        e.bytes = info.bytes;
        return writer.putEvidence(e);
    });
    VERIFY_OK(added);
    QVERIFY2(added->command.changesetBytes < 1000, "content in the history");
    VERIFY_OK(project->undo());
    QVERIFY(project->loadEvidence()->empty());
    VERIFY_OK(project->redo());
    QVERIFY(get(*project, project->loadEvidence()->at(0).sha256) == bytes);
}

void TestEvidence::whatMakesNoSenseIsRefused() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::string before = contentDump(folder / "a.plumb");
    const auto refused = [&](auto change, const char* id = "review.invalid") {
        review::Evidence e = noteEvidence("e1", "one");
        change(e);
        const auto done = putEvidence(*project, e);
        return !done && done.error().id == id && done.error().kind == ErrorKind::Usage &&
               contentDump(folder / "a.plumb") == before;
    };
    QVERIFY(refused([](auto& e) { e.id.clear(); }));
    QVERIFY(refused([](auto& e) { e.title = std::string(501, 'x'); }, "review.tooLong"));
    QVERIFY(refused([](auto& e) { e.text = std::string(100'001, 'x'); }, "review.tooLong"));
    QVERIFY(refused([](auto& e) { e.title = "\xff"; }));
    QVERIFY(refused([](auto& e) { e.title = std::string("a\0b", 3); }));
    QVERIFY(refused([](auto& e) { e.number = -1; }));
    QVERIFY(refused([](auto& e) { e.date = {2026, 2, 30}; }));
    QVERIFY(refused([](auto& e) { e.fileName = "../../.bashrc"; }));
    QVERIFY(refused([](auto& e) { e.fileName = ".."; }));
    QVERIFY(refused([](auto& e) { e.bytes = 5; }));
    QVERIFY(
        refused([](auto& e) { e.kind = review::EvidenceKind::File, e.sha256 = std::string(64, 'a'), e.bytes = 1; }));
    QVERIFY(refused([](auto& e) { e.links = {{{"other", "q0"}, ""}}; }));
    QVERIFY(refused([](auto& e) { e.links = {{{"test", "q99"}, ""}}; }));
    QVERIFY(refused([](auto& e) { e.links = {{kFirst, "q1_a"}}; }));
}

void TestEvidence::filesAreReadAndWrittenWhole() {
    Folder folder;
    const std::string bytes = noise(700'000);
    {
        auto sink = store::openFileSink(folder / "out.bin");
        VERIFY_OK(sink);
        VERIFY_OK((*sink)->write(std::as_bytes(std::span(bytes))));
        QVERIFY(!std::filesystem::exists(folder / "out.bin"));
        VERIFY_OK((*sink)->commit());
        QVERIFY(!(*sink)->commit());
    }
    QVERIFY(fileBytes(folder / "out.bin") == bytes);
    {
        auto sink = store::openFileSink(folder / "never.bin");
        VERIFY_OK((*sink)->write(std::as_bytes(std::span(bytes))));
    }
    QCOMPARE(folder.listing(), std::string("out.bin\n"));
    auto source = store::openFileSource(folder / "out.bin");
    VERIFY_OK(source);
    QCOMPARE((*source)->size(), std::uint64_t{700'000});
    VERIFY_FAILS(store::openFileSource(folder / "none.bin"), "file.notFound");
    VERIFY_FAILS(store::openFileSource(folder.path()), "file.notAFile");
    VERIFY_FAILS(store::openFileSource("/dev/null"), "file.notAFile");
    VERIFY_FAILS(store::openFileSink(folder / "no/out.bin"), "file.noFolder");
    VERIFY_FAILS(store::openFileSink(folder.path()), "file.notAFile");
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
