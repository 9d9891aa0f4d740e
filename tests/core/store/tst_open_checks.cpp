// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that are not what they say: each is refused with an error that names what is wrong, in both modes, and neither
// the file nor its folder changes.
#include "core/store/open_checks.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <fstream>
#include <sys/stat.h>

using namespace plumb;
using namespace plumb::testing;
using store::OpenMode;
using store::Project;

namespace {

const QuestionKey kFirst{"test", "q0"};

/// A small review with some answers, closed.
void makeReview(const std::filesystem::path& path, World& world) {
    const auto project = newProject(path, world, 30);
    static_cast<void>(select(*project, kFirst, {"q0_a"}));
    static_cast<void>(setNote(*project, kFirst, "a note"));
}

void patch(const std::filesystem::path& path, std::streamoff offset, std::string_view bytes) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(offset);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

} // namespace

class TestOpenChecks : public QObject {
    Q_OBJECT

private slots:
    void hostileFiles_data();
    void hostileFiles();
    void filesThatAreNoReviews_data();
    void filesThatAreNoReviews();
    void damagedFiles_data();
    void damagedFiles();
    void foldersPipesAndMissingFiles();
    void aNewerVersionIsRefusedWithBothNumbers();
    void aLogBesideTheFileIsRefused();
    void aJournalThatNamesAnotherFileIsRefusedAndThatFileStays();
    void badUtf8IsRefusedOnLoad();
    void verifyFileTellsWhatOpenWouldSay();

private:
    void refuses(const std::filesystem::path& path, const Folder& folder, const std::string& id,
                 const std::string& named);
};

/// Opens in both modes and checks the error, its first argument, the bytes and the folder.
void TestOpenChecks::refuses(const std::filesystem::path& path, const Folder& folder, const std::string& id,
                             const std::string& named) {
    World world;
    const std::string bytes = fileBytes(path);
    const std::string listing = folder.listing();
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto project = Project::open(path, mode, world.env());
        VERIFY_FAILS(project, id);
        QCOMPARE(project.error().kind, ErrorKind::Refused);
        if (!named.empty())
            QCOMPARE(project.error().args.at(0), named);
        QVERIFY(project.error().text.find(path.filename().string()) != std::string::npos);
        QVERIFY(fileBytes(path) == bytes);
        QCOMPARE(folder.listing(), listing);
    }
}

void TestOpenChecks::hostileFiles_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("object");
    QTest::newRow("trigger") << "CREATE TRIGGER evil AFTER UPDATE ON answer BEGIN DELETE FROM evidence; END"
                             << "evil";
    QTest::newRow("view") << "CREATE VIEW sneaky AS SELECT * FROM answer"
                          << "sneaky";
    QTest::newRow("view instead of a table") << "DROP TABLE evidence_link; CREATE VIEW evidence_link AS SELECT 1"
                                             << "evidence_link";
    QTest::newRow("virtual table") << "CREATE VIRTUAL TABLE found USING fts5(x)"
                                   << "found";
    QTest::newRow("extra table") << "CREATE TABLE extra(x)"
                                 << "extra";
    QTest::newRow("statistics") << "ANALYZE"
                                << "sqlite_stat1";
    QTest::newRow("extra index") << "CREATE INDEX by_note ON answer(note)"
                                 << "by_note";
    QTest::newRow("partial index with an expression") << "CREATE INDEX odd ON answer(abs(parked)) WHERE parked"
                                                      << "odd";
    QTest::newRow("extra column") << "ALTER TABLE answer ADD COLUMN spare TEXT"
                                  << "answer";
    QTest::newRow("table without checks")
        << "DROP TABLE evidence_link; CREATE TABLE evidence_link(evidence_id, lens_id,"
           "question_id, choice_id)"
        << "evidence_link";
    QTest::newRow("wrong type") << "PRAGMA writable_schema=ON; PRAGMA ignore_check_constraints=ON;"
                                   "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'answer'"
                                << "answer";
    QTest::newRow("word outside the list") << "PRAGMA ignore_check_constraints=ON; UPDATE answer SET basis = 'rumour'"
                                           << "answer";
    QTest::newRow("number outside the range") << "PRAGMA ignore_check_constraints=ON; UPDATE lens SET position = -5"
                                              << "lens";
    QTest::newRow("write-ahead log") << "PRAGMA journal_mode=WAL"
                                     << "write-ahead log";
}

void TestOpenChecks::hostileFiles() {
    QFETCH(QString, sql);
    QFETCH(QString, object);
    Folder folder;
    World world;
    const auto path = folder / "evil.plumb";
    makeReview(path, world);
    QVERIFY(rawSql(path, sql.toStdString()));
    refuses(path, folder, "store.hostile", object.toStdString());
}

void TestOpenChecks::filesThatAreNoReviews_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sql");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("text") << QByteArray("Dear client,\n").repeated(100) << QString();
    QTest::newRow("short") << QByteArray("SQLite format 3") << QString();
    QTest::newRow("another program's database") << QByteArray() << "PRAGMA application_id=1; CREATE TABLE t(x)";
    QTest::newRow("no version") << QByteArray() << "PRAGMA application_id=1347177794; CREATE TABLE t(x)";
}

void TestOpenChecks::filesThatAreNoReviews() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sql);
    Folder folder;
    const auto path = folder / "odd.plumb";
    std::ofstream(path, std::ios::binary) << bytes.toStdString();
    if (!sql.isEmpty())
        QVERIFY(rawSql(path, sql.toStdString()));
    refuses(path, folder, "store.notAProject", "");
}

void TestOpenChecks::damagedFiles_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("cut off at half") << 0;
    QTest::newRow("cut off by one byte") << 1;
    QTest::newRow("a page of zeros") << 2;
    QTest::newRow("a page of noise") << 3;
    QTest::newRow("missing index") << 4;
    QTest::newRow("page size that makes no sense") << 5;
    QTest::newRow("schema page overwritten") << 6;
}

void TestOpenChecks::damagedFiles() {
    QFETCH(int, kind);
    Folder folder;
    World world;
    const auto path = folder / "hurt.plumb";
    makeReview(path, world);
    const auto size = std::filesystem::file_size(path);
    const auto page = static_cast<std::streamoff>(
        4096 * (std::stoi(rawText(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'command'")) - 1));
    switch (kind) {
    case 0:
        std::filesystem::resize_file(path, size / 2);
        break;
    case 1:
        std::filesystem::resize_file(path, size - 1);
        break;
    case 2:
        patch(path, page, std::string(4096, '\0'));
        break;
    case 3:
        patch(path, page, std::string(4096, '\x5a'));
        break;
    case 4:
        QVERIFY(rawSql(path, "DROP INDEX command_parent"));
        break;
    case 5:
        patch(path, 16, std::string("\x0f\x03", 2));
        break;
    default:
        patch(path, 100, std::string(2000, '\xff'));
        break;
    }
    refuses(path, folder, "store.damaged", "");
}

void TestOpenChecks::foldersPipesAndMissingFiles() {
    Folder folder;
    World world;
    std::filesystem::create_directory(folder / "dir.plumb");
    QCOMPARE(mkfifo((folder / "pipe.plumb").c_str(), 0600), 0);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        VERIFY_FAILS(Project::open(folder / "none.plumb", mode, world.env()), "file.notFound");
        VERIFY_FAILS(Project::open(folder / "no/where.plumb", mode, world.env()), "file.notFound");
        VERIFY_FAILS(Project::open(folder / "dir.plumb", mode, world.env()), "file.notAFile");
        VERIFY_FAILS(Project::open(folder / "pipe.plumb", mode, world.env()), "file.notAFile");
    }
    QCOMPARE(folder.listing(), std::string("dir.plumb\npipe.plumb\n"));
}

void TestOpenChecks::aNewerVersionIsRefusedWithBothNumbers() {
    Folder folder;
    World world;
    const auto path = folder / "new.plumb";
    makeReview(path, world);
    QVERIFY(rawSql(path, "PRAGMA user_version=7"));
    refuses(path, folder, "store.tooNew", "7");
    QCOMPARE(Project::open(path, OpenMode::ReadOnly, world.env()).error().args,
             (std::vector<std::string>{"7", std::to_string(store::kSchemaVersion)}));
}

void TestOpenChecks::aLogBesideTheFileIsRefused() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    makeReview(path, world);
    std::ofstream(folder / "a.plumb-wal") << "anything";
    refuses(path, folder, "store.hostile", "write-ahead log");
}

void TestOpenChecks::aJournalThatNamesAnotherFileIsRefusedAndThatFileStays() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    makeReview(path, world);
    std::ofstream(folder / "thesis.txt") << "years of work";
    // A valid journal header for no pages, then a super-journal record (SQLite file format, section 3).
    const std::string victim = (folder / "thesis.txt").string();
    std::string journal("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
    const auto number = [](std::uint32_t n) {
        return std::string{static_cast<char>(n >> 24), static_cast<char>(n >> 16), static_cast<char>(n >> 8),
                           static_cast<char>(n)};
    };
    const auto pages = static_cast<std::uint32_t>(std::filesystem::file_size(path) / 4096);
    journal += number(0) + number(1) + number(pages) + number(512) + number(4096);
    journal.resize(512, '\0');
    std::uint32_t sum = 0;
    for (const char c : victim)
        sum += static_cast<std::uint32_t>(static_cast<int>(c));
    journal += number((1u << 30) / 4096 + 1) + victim + number(static_cast<std::uint32_t>(victim.size())) +
               number(sum) + std::string("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
    std::ofstream(folder / "a.plumb-journal", std::ios::binary) << journal;
    refuses(path, folder, "store.hostile", "journal");
    QCOMPARE(fileBytes(folder / "thesis.txt"), std::string("years of work"));
}

void TestOpenChecks::badUtf8IsRefusedOnLoad() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    makeReview(path, world);
    QVERIFY(rawSql(path, "UPDATE answer SET note = CAST(x'41ff42' AS TEXT)"));
    const auto project = Project::open(path, OpenMode::ReadOnly, world.env()).value();
    const auto review = project->load();
    VERIFY_FAILS(review, "store.hostile");
    QCOMPARE(review.error().args.at(0), std::string("answer"));
}

void TestOpenChecks::verifyFileTellsWhatOpenWouldSay() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    makeReview(path, world);
    const auto whole = store::verifyFile(path, world.env(), {});
    VERIFY_OK(whole);
    QVERIFY(whole->problems.empty());
    QCOMPARE(whole->commands, std::uint64_t{3});
    QVERIFY(rawSql(path, "CREATE VIEW sneaky AS SELECT 1"));
    const auto report = store::verifyFile(path, world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(report->problems.size(), std::size_t{1});
    QCOMPARE(report->problems[0].id, std::string("V001"));
    QVERIFY(report->problems[0].text.find("sneaky") != std::string::npos);
    VERIFY_FAILS(store::verifyFile(folder / "none.plumb", world.env(), {}), "file.notFound");
}

QTEST_GUILESS_MAIN(TestOpenChecks)
#include "tst_open_checks.moc"
