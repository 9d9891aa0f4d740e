// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/store/io_errors.h"
#include "core/store/open_checks.h"
#include "core/store/schema.h"
#include "core/store/temp_files.h"

#include <fmt/format.h>
#include <memory>
#include <sqlite3.h>

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

constexpr int kPagesAStep = 256;

struct BackupEnd {
    void operator()(sqlite3_backup* backup) const noexcept { sqlite3_backup_finish(backup); }
};

/// A copy must pass what opening it will ask, so that nobody finds out later.
Result<void> checkCopy(const fs::path& copy) {
    PLUMB_TRY(database, Database::open(copy, DatabaseMode::ReadOnly));
    PLUMB_CHECK(checkHeader(*database));
    PLUMB_CHECK(checkContent(*database, ladder()));
    return {};
}

} // namespace

Result<void> copyDatabase(Database& source, const fs::path& target, const Progress& progress) {
    PLUMB_TRY(destination, Database::open(target, DatabaseMode::Create));
    PLUMB_TRY(pageBytes, source.integer("PRAGMA page_size"));
    const std::unique_ptr<sqlite3_backup, BackupEnd> backup(
        sqlite3_backup_init(destination->handle(), "main", source.handle(), "main"));
    if (!backup)
        return fail(destination->lastError(destination->lastCode()));
    const auto bytes = [&](int pages) {
        return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(pageBytes);
    };
    for (;;) {
        const int rc = sqlite3_backup_step(backup.get(), kPagesAStep);
        if (rc == SQLITE_DONE)
            return {};
        if (rc != SQLITE_OK)
            return fail(destination->lastError(rc));
        const int total = sqlite3_backup_pagecount(backup.get());
        const int left = sqlite3_backup_remaining(backup.get());
        if (progress && !progress(bytes(total - left), bytes(total)))
            return fail(cancelledError());
    }
}

Result<void> copyDatabaseWhole(Database& source, const fs::path& target, const Progress& progress) {
    PLUMB_TRY(real, realPath(target));
    PLUMB_TRY(pending, PendingFile::beside(real));
    PLUMB_CHECK(copyDatabase(source, pending->path(), progress));
    PLUMB_CHECK(checkCopy(pending->path()));
    return pending->publish();
}

Result<fs::path> backUpBefore(Database& database, int version) {
    const fs::path& path = database.path();
    for (int n = 1;; ++n) {
        const std::string number = n == 1 ? std::string{} : fmt::format("-{}", n);
        const fs::path target =
            path.parent_path() / fmt::format("{}.v{}{}.plumb.bak", path.stem().string(), version, number);
        auto pending = PendingFile::beside(target);
        if (!pending && pending.error().id == "store.exists")
            continue;
        if (!pending)
            return fail(std::move(pending).error());
        PLUMB_CHECK(copyDatabase(database, (*pending)->path(), {}));
        PLUMB_CHECK((*pending)->publish());
        return target;
    }
}

} // namespace plumb::store
