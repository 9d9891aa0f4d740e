// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The world gets in the way: another writer, a folder that may not be written, a disk without room.
#include "cli_run.h"

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace plumb::test;

class TestCliTrouble : public QObject {
    Q_OBJECT
    CliFolder m_folder;

private slots:
    void init() {
        m_folder.write("small.json", kSmallLens);
        QFile::remove(m_folder.path("r.plumb"));
        QCOMPARE(m_folder.json({"new", "r.plumb", "--workload", "W", "--lens", "small.json"}).code, 0);
    }

    void aSecondWriterIsToldWhoHoldsTheFile() {
        // What the window does while it has a review open.
        const int lock = ::open(qPrintable(m_folder.path("r.plumb.lock")), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        QVERIFY(lock >= 0 && ::flock(lock, LOCK_EX | LOCK_NB) == 0);
        const QByteArray note =
            R"({"holder":"Jonas on laptop-7, plumbline, pid 4711","pid":4711,"since":"2026-11-22T14:32:05.123Z"})";
        QCOMPARE(::write(lock, note.constData(), size_t(note.size())), ssize_t(note.size()));
        const QByteArray before = m_folder.read("r.plumb");
        const Ran ran = m_folder.json({"answer", "r.plumb", "small-lens", "COST_1", "--none"});
        QCOMPARE(ran.code, 5);
        QCOMPARE(ran.errorId(), QString("store.locked"));
        QVERIFY2(ran.err.contains("Jonas on laptop-7, plumbline, pid 4711"), ran.err);
        QCOMPARE(m_folder.read("r.plumb"), before);
        for (const QStringList& line :
             {QStringList{"undo", "r.plumb"}, QStringList{"lens", "add", "r.plumb", "ai-quick-scan"},
              QStringList{"evidence", "add", "r.plumb", "small.json"}})
            QCOMPARE(m_folder.json(line).code, 5);
        for (const QStringList& line :
             {QStringList{"info", "r.plumb"}, QStringList{"score", "r.plumb"}, QStringList{"verify", "r.plumb"},
              QStringList{"history", "r.plumb"}, QStringList{"copy", "r.plumb", "copy.plumb"},
              QStringList{"answers", "export", "r.plumb", "-o", "read.json", "--force"}})
            QVERIFY2(m_folder.json(line).code == 0, qPrintable(line.join(' ')));
        ::close(lock);
        QCOMPARE(m_folder.json({"answer", "r.plumb", "small-lens", "COST_1", "--none"}).code, 0);
        QFile::remove(m_folder.path("copy.plumb"));
    }

    void aFolderThatMayNotBeWrittenIsASystemError() {
        // Root may write anywhere, so the program runs as nobody.
        const auto asNobody = [] {
            if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
                ::_exit(99);
        };
        QVERIFY(QDir(m_folder.path()).mkpath("locked"));
        QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755)));
        QVERIFY(QFile::copy(m_folder.path("r.plumb"), m_folder.path("locked/r.plumb")));
        QVERIFY(QFile::setPermissions(m_folder.path("locked"), QFile::Permissions(0x5555)));
        const auto run = [&](const QStringList& line) {
            return m_folder.run(line + QStringList{"--json"}, {}, asNobody);
        };
        if (const int code = run({"lens", "list"}).code; code != 0)
            QSKIP("nobody can't run the program here");
        const Ran made = run({"new", "locked/n.plumb", "--workload", "W"});
        QCOMPARE(made.code, 4);
        QVERIFY2(made.errorId().startsWith("file."), made.out);
        QCOMPARE(run({"sample", "locked/s.plumb"}).code, 4);
        QCOMPARE(run({"answer", "locked/r.plumb", "small-lens", "COST_1", "--none"}).code, 4);
        QCOMPARE(run({"info", "locked/r.plumb"}).code, 0);
        QCOMPARE(run({"copy", "locked/r.plumb", "locked/c.plumb"}).code, 4);
        QCOMPARE(run({"lens", "export", "locked/r.plumb", "small-lens", "locked/o.json"}).code, 4);
        QCOMPARE(QDir(m_folder.path("locked")).entryList(QDir::Files | QDir::Hidden), QStringList{"r.plumb"});
        QVERIFY(QFile::setPermissions(m_folder.path("locked"), QFile::Permissions(0x7755)));
    }

    void aFullDiskIsASystemErrorAndTheReviewStaysAsItWas() {
        const auto smallFiles = [] {
            const rlimit limit{64 * 1024, 64 * 1024};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        };
        const auto run = [&](const QStringList& line) {
            return m_folder.run(line + QStringList{"--json"}, {}, smallFiles);
        };
        m_folder.write("big.bin", QByteArray(1 << 20, 'x'));
        const Ran made = run({"new", "full.plumb", "--workload", "W", "--lens", "generative-ai"});
        QCOMPARE(made.code, 4);
        QVERIFY(!QFile::exists(m_folder.path("full.plumb")));
        QCOMPARE(run({"evidence", "add", "r.plumb", "big.bin"}).code, 4);
        QCOMPARE(run({"lens", "add", "r.plumb", "generative-ai"}).code, 4);
        QCOMPARE(m_folder.json({"verify", "r.plumb"}).code, 0);
        QCOMPARE(m_folder.json({"history", "r.plumb"}).json()[u"commands"].toArray().size(), 1);
        QCOMPARE(m_folder.json({"evidence", "add", "r.plumb", "big.bin"}).code, 0);
        QCOMPARE(run({"evidence", "extract", "r.plumb", "1", "out.bin"}).code, 4);
        QVERIFY(!QFile::exists(m_folder.path("out.bin")));
        const QStringList left = QDir(m_folder.path()).entryList({".*"}, QDir::Files | QDir::Hidden);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(' ')));
    }
};

QTEST_GUILESS_MAIN(TestCliTrouble)
#include "tst_cli_trouble.moc"
