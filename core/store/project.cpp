// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Creating and opening project files.
#include "core/store/project.h"

#include "core/store/backup.h"
#include "core/store/io_errors.h"
#include "core/store/open_checks.h"
#include "core/store/project_impl.h"
#include "core/store/writer.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

/// Brings the file to the top of the ladder after a backup copy beside it.
Result<int> climbInPlace(Database& database, std::span<const Step> steps, int version) {
    if (version == topOf(steps))
        return version;
    PLUMB_CHECK(backUpBefore(database, version));
    PLUMB_CHECK(climb(database, steps, version));
    return topOf(steps);
}

/// Checks a private copy whose journal has been rolled back, so that a bad file is refused before it is written to.
Result<OpenFile> openRecoveredCopy(Database& database, std::span<const Step> steps) {
    OpenFile file;
    PLUMB_TRY(folder, TempFolder::make());
    file.folder = std::move(folder);
    PLUMB_TRY(copy, copyWithJournal(database, file.folder->path()));
    PLUMB_TRY(opened, Database::open(copy, DatabaseMode::ReadWrite));
    file.database = std::move(opened);
    PLUMB_TRY(version, checkContent(*file.database, steps));
    file.version = version;
    return file;
}

/// An older file is read through a copy that was brought up to date.
Result<OpenFile> openMigratedCopy(Database& database, std::span<const Step> steps, int version) {
    OpenFile file;
    PLUMB_TRY(folder, TempFolder::make());
    file.folder = std::move(folder);
    const fs::path copy = file.folder->path() / "review.plumb";
    PLUMB_CHECK(copyDatabase(database, copy, {}));
    PLUMB_TRY(opened, Database::open(copy, DatabaseMode::ReadWrite));
    PLUMB_CHECK(climb(*opened, steps, version));
    file.database = std::move(opened);
    file.version = topOf(steps);
    return file;
}

Result<OpenFile> openForReading(std::unique_ptr<Database> probe, std::span<const Step> steps) {
    OpenFile file;
    PLUMB_TRY(dirty, needsRecovery(*probe));
    if (dirty) {
        PLUMB_TRY(recovered, openRecoveredCopy(*probe, steps));
        file = std::move(recovered);
        PLUMB_CHECK(climb(*file.database, steps, file.version));
        file.version = topOf(steps);
    } else {
        PLUMB_TRY(version, checkContent(*probe, steps));
        file.version = version;
        if (version != topOf(steps)) {
            PLUMB_TRY(migrated, openMigratedCopy(*probe, steps, version));
            file = std::move(migrated);
        } else {
            file.database = std::move(probe);
        }
    }
    PLUMB_CHECK(file.database->execute("PRAGMA query_only=ON"));
    return file;
}

Result<OpenFile> openForWriting(std::unique_ptr<Database> probe, Environment& env, std::span<const Step> steps) {
    const fs::path real = probe->path();
    if (faccessat(AT_FDCWD, real.c_str(), W_OK, AT_EACCESS) != 0)
        return fail(ioError(errno, IoAction::Write, real));
    OpenFile file;
    PLUMB_TRY(lock, Lock::acquire(real, env.holder, env.clock.now()));
    file.lock = std::move(lock);
    PLUMB_TRY(dirty, needsRecovery(*probe));
    if (dirty)
        PLUMB_CHECK(openRecoveredCopy(*probe, steps));
    else
        PLUMB_CHECK(checkContent(*probe, steps));
    PLUMB_TRY(database, Database::open(real, DatabaseMode::ReadWrite));
    file.database = std::move(database);
    // After a crash this is where SQLite rolls the journal back; otherwise it costs next to nothing.
    PLUMB_TRY(version, file.database->integer("PRAGMA user_version"));
    if (dirty)
        PLUMB_CHECK(checkContent(*file.database, steps));
    PLUMB_TRY(top, climbInPlace(*file.database, steps, static_cast<int>(version)));
    file.version = top;
    return file;
}

} // namespace

Result<OpenFile> openChecked(const fs::path& path, OpenMode mode, Environment& env, std::span<const Step> steps) {
    PLUMB_CHECK(checkRegularFile(path));
    PLUMB_TRY(real, realPath(path));
    PLUMB_TRY(probe, Database::open(real, DatabaseMode::ReadOnly));
    PLUMB_CHECK(checkHeader(*probe));
    if (mode == OpenMode::ReadOnly)
        return openForReading(std::move(probe), steps);
    return openForWriting(std::move(probe), env, steps);
}

Result<void> buildProject(const fs::path& path, const review::Workload& workload, Environment& env) {
    PLUMB_TRY(database, Database::open(path, DatabaseMode::Create));
    // Nobody sees the file before it is published and synced, so its own journal may stay in memory.
    PLUMB_CHECK(database->execute("PRAGMA page_size=4096; PRAGMA encoding='UTF-8'; PRAGMA journal_mode=MEMORY"));
    PLUMB_CHECK(database->execute(fmt::format("PRAGMA application_id={}", kApplicationId)));
    PLUMB_CHECK(climb(*database, ladder(), 0));
    PLUMB_TRY(transaction, Transaction::begin(*database, Transaction::Kind::Write));
    PLUMB_CHECK(setMetaValue(*database, "file_id", newUuid(env.random)));
    PLUMB_CHECK(setMetaValue(*database, "created_at", toIso(env.clock.now())));
    PLUMB_CHECK(setMetaValue(*database, "head", ""));
    PLUMB_CHECK(setMetaValue(*database, "next_evidence", "1"));
    PLUMB_CHECK(setMetaValue(*database, "app", PLUMB_APP));
    LensCache lenses;
    PLUMB_CHECK(WriterImpl(*database, lenses).putWorkload(workload));
    return transaction.commit();
}

Result<std::unique_ptr<Project>> Project::create(const fs::path& path, const review::Workload& workload,
                                                 Environment env) {
    PLUMB_TRY(real, realPath(path));
    PLUMB_TRY(pending, PendingFile::beside(real));
    PLUMB_CHECK(buildProject(pending->path(), workload, env));
    OpenFile file;
    PLUMB_TRY(lock, Lock::acquire(real, env.holder, env.clock.now()));
    file.lock = std::move(lock);
    PLUMB_CHECK(pending->publish());
    PLUMB_TRY(database, Database::open(real, DatabaseMode::ReadWrite));
    file.database = std::move(database);
    file.version = topOf(ladder());
    return std::make_unique<ProjectImpl>(path, OpenMode::ReadWrite, std::move(env), std::move(file));
}

Result<std::unique_ptr<Project>> Project::open(const fs::path& path, OpenMode mode, Environment env) {
    PLUMB_TRY(file, openChecked(path, mode, env, ladder()));
    return std::make_unique<ProjectImpl>(path, mode, std::move(env), std::move(file));
}

ProjectImpl::ProjectImpl(fs::path path, OpenMode mode, Environment env, OpenFile file)
    : m_path(std::move(path)), m_mode(mode), m_env(std::move(env)), m_file(std::move(file)) {}

ProjectImpl::~ProjectImpl() {
    // The connection first: the lock must outlive it, and a copy's folder can go only when nobody reads it.
    m_file.database.reset();
}

} // namespace plumb::store
