// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole copies of an open file by SQLite's backup API.
#pragma once

#include "core/store/blob_io.h"
#include "core/store/database.h"

#include <filesystem>

namespace plumb::store {

/// Copies into `target`, which must be empty or absent. Progress counts bytes. On an error or cancel the target is left
/// half written; it is the caller's to remove.
[[nodiscard]] Result<void> copyDatabase(Database& source, const std::filesystem::path& target,
                                        const Progress& progress);

/// The same, appearing whole or not at all ("store.exists" over another file).
[[nodiscard]] Result<void> copyDatabaseWhole(Database& source, const std::filesystem::path& target,
                                             const Progress& progress);

/// NAME.vN.plumb.bak beside the file, or NAME.vN-2.plumb.bak and so on when there is one. Where it lies.
[[nodiscard]] Result<std::filesystem::path> backUpBefore(Database& database, int version);

} // namespace plumb::store
