// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A project file is untrusted input. These checks run on a read-only connection, in the order of docs/file-format.md,
// and nothing of the file or beside it is written before they have passed.
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/schema.h"

#include <filesystem>
#include <span>

namespace plumb::store {

/// A regular file that is there. "file.notFound", "file.notAFile".
[[nodiscard]] Result<void> checkRegularFile(const std::filesystem::path& path);

/// The fixed fields of the header, read without any lock or transaction and without a second descriptor (closing one
/// would drop the locks of another connection in this process): magic, application id, page size, encoding, journal
/// mode; and no write-ahead log beside the file. "store.notAProject", "store.hostile".
[[nodiscard]] Result<void> checkHeader(Database& database);

/// A rollback journal of a writer that died lies beside the file: it has to be rolled back before the file can be read.
/// "store.hostile" when the journal names a super-journal, which Plumbline never makes and which SQLite would delete.
[[nodiscard]] Result<bool> needsRecovery(Database& database);

/// Version, schema, size, quick_check, values, in one read transaction. The version of the file. "store.tooNew" (args:
/// found, supported), "store.hostile" (args[0]: the object), "store.damaged".
[[nodiscard]] Result<int> checkContent(Database& database, std::span<const Step> steps);

/// Copies the file and its journal into `folder` as they are. The copy's path.
[[nodiscard]] Result<std::filesystem::path> copyWithJournal(Database& database, const std::filesystem::path& folder);

} // namespace plumb::store
