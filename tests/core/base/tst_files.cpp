// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole files in and out: all or nothing, errors by name, no temporary file left behind.
#include "core/base/files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace plumb;
namespace fs = std::filesystem;

class tst_files : public QObject {
    Q_OBJECT
private slots:
    void readsBackWhatItWrote();
    void replacesAndKeepsTheMode();
    void writesThroughASymbolicLink();
    void namesReadErrors();
    void refusesLargeFilesBySizeAlone();
    void doesNotHangOnAPipe();
    void namesWriteErrors();
    void keepsTheOldFileWhenThereIsNoRoom();
    void writesABareFileName();

private:
    fs::path in(const char* name) const { return fs::path(m_dir.path().toStdString()) / name; }
    /// Names in the folder, so that a forgotten temporary file shows.
    QStringList names() const {
        QStringList out;
        for (const auto& entry : fs::directory_iterator(m_dir.path().toStdString()))
            out << QString::fromStdString(entry.path().filename().string());
        out.sort();
        return out;
    }
    QTemporaryDir m_dir;
};

void tst_files::readsBackWhatItWrote() {
    std::string bytes(100'000, 'x');
    bytes[7] = '\0';
    QVERIFY(writeFileAtomically(in("a"), bytes).has_value());
    QVERIFY(readFile(in("a"), 100'000) == bytes);
    QVERIFY(writeFileAtomically(in("a"), "").has_value());
    QVERIFY(readFile(in("a"), 0) == std::string());
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
}

void tst_files::replacesAndKeepsTheMode() {
    QVERIFY(writeFileAtomically(in("a"), "one").has_value());
    QCOMPARE(::chmod(in("a").c_str(), 0640), 0);
    QVERIFY(writeFileAtomically(in("a"), "two").has_value());
    QVERIFY(readFile(in("a"), 10) == std::string("two"));
    struct ::stat status {};
    QCOMPARE(::stat(in("a").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0640U);
}

void tst_files::writesThroughASymbolicLink() {
    QVERIFY(writeFileAtomically(in("real"), "old").has_value());
    fs::create_symlink("real", in("link"));
    QVERIFY(writeFileAtomically(in("link"), "new").has_value());
    QVERIFY(fs::is_symlink(in("link")));
    QVERIFY(readFile(in("real"), 10) == std::string("new"));
    fs::remove(in("link"));
    fs::remove(in("real"));
}

void tst_files::namesReadErrors() {
    const auto id = [](const Result<std::string>& r) { return QString::fromStdString(r.error().id); };
    const auto missing = readFile(in("missing"), 10);
    QCOMPARE(id(missing), QStringLiteral("file.notFound"));
    QCOMPARE(missing.error().kind, ErrorKind::System);
    QCOMPARE(QString::fromStdString(missing.error().where), QString::fromStdString(in("missing").string()));
    QCOMPARE(id(readFile(in("a/b"), 10)), QStringLiteral("file.notFound"));
    QCOMPARE(id(readFile(m_dir.path().toStdString(), 10)), QStringLiteral("file.notAFile"));
    QCOMPARE(id(readFile("", 10)), QStringLiteral("file.notFound"));
    if (::geteuid() != 0) {
        QVERIFY(writeFileAtomically(in("secret"), "x").has_value());
        QCOMPARE(::chmod(in("secret").c_str(), 0), 0);
        QCOMPARE(id(readFile(in("secret"), 10)), QStringLiteral("file.unreadable"));
        fs::remove(in("secret"));
    }
}

void tst_files::refusesLargeFilesBySizeAlone() {
    std::ofstream(in("large")).put('x');
    fs::resize_file(in("large"), 2ULL << 30); // sparse: takes no room
    const auto read = readFile(in("large"), 16U << 20);
    QVERIFY(!read.has_value());
    QCOMPARE(QString::fromStdString(read.error().id), QStringLiteral("file.tooLarge"));
    QCOMPARE(read.error().kind, ErrorKind::Refused);
    fs::remove(in("large"));
}

void tst_files::doesNotHangOnAPipe() {
    QCOMPARE(::mkfifo(in("pipe").c_str(), 0600), 0);
    QCOMPARE(QString::fromStdString(readFile(in("pipe"), 10).error().id), QStringLiteral("file.notAFile"));
    fs::remove(in("pipe"));
}

void tst_files::namesWriteErrors() {
    const auto id = [](const Result<void>& r) { return QString::fromStdString(r.error().id); };
    QCOMPARE(id(writeFileAtomically(in("no/such/file"), "x")), QStringLiteral("file.noFolder"));
    QCOMPARE(id(writeFileAtomically(m_dir.path().toStdString(), "x")), QStringLiteral("file.unwritable"));
    QVERIFY(writeFileAtomically(in("a"), "x").has_value());
    QCOMPARE(id(writeFileAtomically(in("a/b"), "x")), QStringLiteral("file.noFolder"));
    if (::geteuid() != 0) {
        QCOMPARE(::chmod(m_dir.path().toLocal8Bit().constData(), 0500), 0);
        QCOMPARE(id(writeFileAtomically(in("b"), "x")), QStringLiteral("file.readOnly"));
        QCOMPARE(::chmod(m_dir.path().toLocal8Bit().constData(), 0700), 0);
    }
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
}

void tst_files::keepsTheOldFileWhenThereIsNoRoom() {
    QVERIFY(writeFileAtomically(in("a"), "old").has_value());
    struct ::rlimit before {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN); // the write fails with EFBIG instead
    struct ::rlimit small = before;
    small.rlim_cur = 4096;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written = writeFileAtomically(in("a"), std::string(100'000, 'x'));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!written.has_value());
    QCOMPARE(QString::fromStdString(written.error().id), QStringLiteral("file.diskFull"));
    QVERIFY(readFile(in("a"), 10) == std::string("old"));
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
}

void tst_files::writesABareFileName() {
    const fs::path old = fs::current_path();
    fs::current_path(m_dir.path().toStdString());
    const auto written = writeFileAtomically("bare", "x");
    fs::current_path(old);
    QVERIFY(written.has_value());
    QVERIFY(readFile(in("bare"), 10) == std::string("x"));
}

QTEST_APPLESS_MAIN(tst_files)
#include "tst_files.moc"
