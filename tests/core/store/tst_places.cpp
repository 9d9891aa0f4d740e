// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The world around the file: a second writer, read-only folders, a full disk, links.
#include "core/store/io_errors.h"
#include "core/store/lock.h"
#include "core/store/project_impl.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QProcess>
#include <QTest>

#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

using namespace plumb;
using namespace plumb::testing;
using store::OpenMode;
using store::Project;

namespace {

const QuestionKey kFirst{"test", "q0"};

using std::filesystem::perms;
constexpr perms kReadable = perms::owner_read | perms::group_read | perms::others_read;
constexpr perms kEnterable = perms::owner_exec | perms::group_exec | perms::others_exec;

/// Another user for as long as it lives, when this is root: root may write everywhere.
class Unprivileged {
public:
    Unprivileged() : m_was(geteuid()) {
        if (m_was == 0)
            m_ok = seteuid(65534) == 0;
    }
    ~Unprivileged() {
        if (m_was == 0)
            m_ok = seteuid(0) == 0;
    }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;
    bool ok() const { return m_ok; }

private:
    uid_t m_was;
    bool m_ok = true;
};

/// No file may grow over `bytes`; writes then fail as on a full disk.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_was);
        const rlimit limit{bytes, m_was.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallDisk() {
        setrlimit(RLIMIT_FSIZE, &m_was);
        std::signal(SIGXFSZ, m_handler);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit m_was{};
    void (*m_handler)(int);
};

Result<store::Applied> putBig(Project& project, std::size_t size, char fill = 'x') {
    return project.run("Big", {}, [&](store::Writer& writer) -> Result<void> {
        const std::string bytes(size, fill);
        PLUMB_CHECK(writer.putBlob(*store::memorySource(bytes), {}));
        return writer.putWorkload({.name = "changed"});
    });
}

} // namespace

class TestPlaces : public QObject {
    Q_OBJECT

private slots:
    void aSecondWriterIsToldWhoHoldsTheFile();
    void aWriterInAnotherProcessHoldsTheFile();
    void aLockLeftByACrashIsTakenOver();
    void aLockWithNonsenseStillLocks();
    void aLinkAndItsFileShareALock();
    void readersWorkBesideTheWriter();
    void theLockGoesWhenAFileIsRefused();
    void aReadOnlyFolderCanBeRead();
    void aReadOnlyFolderRefusesNewFilesAndCopies();
    void aFileThatMayNotBeReadIsSaid();
    void aFullDiskLeavesTheFileAsItWas();
    void aFullDatabaseLeavesTheFileAsItWas();
    void aFullDiskStopsCreateAndCopy();
    void everyErrnoHasItsMessage_data();
    void everyErrnoHasItsMessage();
};

void TestPlaces::aSecondWriterIsToldWhoHoldsTheFile() {
    Folder folder;
    World world;
    auto first = newProject(folder / "a.plumb", world);
    const auto second = Project::open(folder / "a.plumb", OpenMode::ReadWrite, world.env("Otto"));
    VERIFY_FAILS(second, "store.locked");
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    QCOMPARE(second.error().args.at(0), std::string("Ines on laptop-7, test"));
    QCOMPARE(second.error().args.at(1), toIso(world.clock.now()));
    VERIFY_OK(setNote(*first, kFirst, "undisturbed"));
    first.reset();
    VERIFY_OK(Project::open(folder / "a.plumb", OpenMode::ReadWrite, world.env("Otto")));
    QCOMPARE(folder.listing(), std::string("a.plumb\n"));
}

void TestPlaces::aWriterInAnotherProcessHoldsTheFile() {
    Folder folder;
    World world;
    newProject(folder / "a.plumb", world, 50).reset();
    QProcess other;
    other.start(QStringLiteral(ANSWER_STREAM), {QString::fromStdString((folder / "a.plumb").string()),
                                                QStringLiteral("0"), QStringLiteral("1000000")});
    QVERIFY(other.waitForReadyRead(20'000)); // it says "ready" once it has the lock
    const auto mine = Project::open(folder / "a.plumb", OpenMode::ReadWrite, world.env());
    VERIFY_FAILS(mine, "store.locked");
    QCOMPARE(mine.error().args.at(0), std::string("answer_stream"));
    const auto reader = Project::open(folder / "a.plumb", OpenMode::ReadOnly, world.env());
    VERIFY_OK(reader);
    VERIFY_OK((*reader)->load());
    other.kill();
    QVERIFY(other.waitForFinished());
    VERIFY_OK(Project::open(folder / "a.plumb", OpenMode::ReadWrite, world.env()));
}

void TestPlaces::aLockLeftByACrashIsTakenOver() {
    Folder folder;
    World world;
    newProject(folder / "a.plumb", world).reset();
    std::ofstream(folder / "a.plumb.lock")
        << R"({"holder":"somebody long gone","pid":1,"since":"2020-01-01T00:00:00Z"})";
    const auto project = Project::open(folder / "a.plumb", OpenMode::ReadWrite, world.env());
    VERIFY_OK(project);
    QVERIFY(fileBytes(folder / "a.plumb.lock").find("Ines on laptop-7") != std::string::npos);
}

void TestPlaces::aLockWithNonsenseStillLocks() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    std::ofstream(folder / "a.plumb.lock", std::ios::in | std::ios::out) << "\xff\xfe nonsense {{{";
    const auto second = Project::open(folder / "a.plumb", OpenMode::ReadWrite, world.env());
    VERIFY_FAILS(second, "store.locked");
    QCOMPARE(second.error().args.at(0), std::string("another program"));
}

void TestPlaces::aLinkAndItsFileShareALock() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    std::filesystem::create_symlink(folder / "a.plumb", folder / "link.plumb");
    VERIFY_FAILS(Project::open(folder / "link.plumb", OpenMode::ReadWrite, world.env()), "store.locked");
}

void TestPlaces::readersWorkBesideTheWriter() {
    Folder folder;
    World world;
    const auto writer = newProject(folder / "a.plumb", world);
    const auto reader = Project::open(folder / "a.plumb", OpenMode::ReadOnly, world.env());
    VERIFY_OK(reader);
    for (int i = 0; i < 5; ++i) {
        const std::string note = "note " + std::to_string(i);
        VERIFY_OK(setNote(*writer, kFirst, note));
        QCOMPARE((*reader)->loadAnswer(kFirst)->note, note);
        QCOMPARE((*reader)->load()->answer(kFirst).note, note);
    }
}

void TestPlaces::theLockGoesWhenAFileIsRefused() {
    Folder folder;
    World world;
    newProject(folder / "a.plumb", world).reset();
    QVERIFY(rawSql(folder / "a.plumb", "CREATE VIEW v AS SELECT 1"));
    VERIFY_FAILS(Project::open(folder / "a.plumb", OpenMode::ReadWrite, world.env()), "store.hostile");
    QCOMPARE(folder.listing(), std::string("a.plumb\n"));
}

void TestPlaces::aReadOnlyFolderCanBeRead() {
    Folder folder;
    World world;
    newProject(folder / "a.plumb", world).reset();
    std::filesystem::permissions(folder / "a.plumb", kReadable);
    std::filesystem::permissions(folder.path(), kReadable | kEnterable);
    {
        const Unprivileged user;
        QVERIFY(user.ok());
        const auto reader = Project::open(folder / "a.plumb", OpenMode::ReadOnly, world.env());
        VERIFY_OK(reader);
        VERIFY_OK((*reader)->load());
        VERIFY_FAILS(Project::open(folder / "a.plumb", OpenMode::ReadWrite, world.env()), "file.readOnly");
    }
    // A file that may be written in a folder that may not: no journal could be made.
    std::filesystem::permissions(folder / "a.plumb", perms::all);
    {
        const Unprivileged user;
        VERIFY_FAILS(Project::open(folder / "a.plumb", OpenMode::ReadWrite, world.env()), "file.readOnly");
    }
    QCOMPARE(folder.listing(), std::string("a.plumb\n"));
    std::filesystem::permissions(folder.path(), perms::owner_all);
}

void TestPlaces::aReadOnlyFolderRefusesNewFilesAndCopies() {
    Folder folder, open;
    World world;
    const auto project = newProject(open / "a.plumb", world);
    std::filesystem::permissions(folder.path(), kReadable | kEnterable);
    {
        const Unprivileged user;
        VERIFY_FAILS(Project::create(folder / "b.plumb", {.name = "x"}, world.env()), "file.readOnly");
        VERIFY_FAILS(project->copyTo(folder / "b.plumb", {}), "file.readOnly");
        VERIFY_FAILS(store::openFileSink(folder / "out.bin"), "file.readOnly");
    }
    QCOMPARE(folder.listing(), std::string());
    std::filesystem::permissions(folder.path(), perms::owner_all);
}

void TestPlaces::aFileThatMayNotBeReadIsSaid() {
    Folder folder;
    World world;
    newProject(folder / "a.plumb", world).reset();
    std::filesystem::permissions(folder.path(), perms::owner_all | kReadable | kEnterable);
    std::filesystem::permissions(folder / "a.plumb", perms::none);
    const Unprivileged user;
    VERIFY_FAILS(Project::open(folder / "a.plumb", OpenMode::ReadOnly, world.env()), "file.unreadable");
    VERIFY_FAILS(store::openFileSource(folder / "a.plumb"), "file.unreadable");
}

void TestPlaces::aFullDiskLeavesTheFileAsItWas() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    const std::string before = fileBytes(path);
    {
        const SmallDisk disk(before.size() + 200'000);
        const auto failed = putBig(*project, 20'000'000);
        VERIFY_FAILS(failed, "file.diskFull");
        QCOMPARE(failed.error().kind, ErrorKind::System);
    }
    QVERIFY(fileBytes(path) == before);
    QCOMPARE(project->loadWorkload()->name, std::string("Claims assistant"));
    VERIFY_OK(putBig(*project, 1'000'000)); // there is room again
    QVERIFY(project->verify({})->problems.empty());
}

void TestPlaces::aFullDatabaseLeavesTheFileAsItWas() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    auto& connection = static_cast<store::ProjectImpl&>(*project).connection();
    VERIFY_OK(connection.execute("PRAGMA max_page_count=60"));
    const std::string before = fileBytes(path);
    VERIFY_FAILS(putBig(*project, 5'000'000), "file.diskFull");
    QVERIFY(fileBytes(path) == before);
    VERIFY_OK(setNote(*project, kFirst, "goes on"));
}

void TestPlaces::aFullDiskStopsCreateAndCopy() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_OK(putBig(*project, 1'000'000));
    {
        const SmallDisk disk(20'000);
        VERIFY_FAILS(Project::create(folder / "b.plumb", {.name = "x"}, world.env()), "file.diskFull");
        VERIFY_FAILS(project->copyTo(folder / "c.plumb", {}), "file.diskFull");
        auto sink = store::openFileSink(folder / "out.bin");
        const std::string bytes(100'000, 'x');
        VERIFY_FAILS((*sink)->write(std::as_bytes(std::span(bytes))), "file.diskFull");
    }
    QCOMPARE(folder.listing(), std::string("a.plumb\na.plumb.lock\n"));
}

void TestPlaces::everyErrnoHasItsMessage_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("writing");
    QTest::addColumn<QString>("id");
    QTest::newRow("read ENOENT") << ENOENT << false << "file.notFound";
    QTest::newRow("write ENOENT") << ENOENT << true << "file.noFolder";
    QTest::newRow("write ENOTDIR") << ENOTDIR << true << "file.noFolder";
    QTest::newRow("EISDIR") << EISDIR << false << "file.notAFile";
    QTest::newRow("ENOSPC") << ENOSPC << true << "file.diskFull";
    QTest::newRow("EDQUOT") << EDQUOT << true << "file.diskFull";
    QTest::newRow("EFBIG") << EFBIG << true << "file.diskFull";
    QTest::newRow("EROFS") << EROFS << true << "file.readOnly";
    QTest::newRow("write EACCES") << EACCES << true << "file.readOnly";
    QTest::newRow("write EPERM") << EPERM << true << "file.readOnly";
    QTest::newRow("read EACCES") << EACCES << false << "file.unreadable";
    QTest::newRow("read EIO") << EIO << false << "file.unreadable";
    QTest::newRow("write EIO") << EIO << true << "file.unwritable";
}

void TestPlaces::everyErrnoHasItsMessage() {
    QFETCH(int, number);
    QFETCH(bool, writing);
    QFETCH(QString, id);
    const Error error =
        store::ioError(number, writing ? store::IoAction::Write : store::IoAction::Read, "/home/ines/a.plumb");
    QCOMPARE(QString::fromStdString(error.id), id);
    QCOMPARE(error.kind, ErrorKind::System);
    QCOMPARE(error.where, std::string("/home/ines/a.plumb"));
    QVERIFY(error.text.ends_with('.'));
}

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
