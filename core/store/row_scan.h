// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading the rows of a table whose pages may be broken: forward until it fails, then jump over the hole and read back
// towards it.
#pragma once

#include "core/store/database.h"

#include <cstdint>
#include <functional>
#include <string>

namespace plumb::store {

struct ScanResult {
    std::uint64_t rows = 0;  ///< visited
    std::uint64_t holes = 0; ///< places where rows could not be read
    std::string firstError;  ///< what SQLite said at the first; "" when there was none
};

/// A connection to a broken file that is never written: immutable (no journal, log or lock beside it), and tolerant of
/// a wrong page count and of entries of the schema that make no sense.
[[nodiscard]] Result<std::unique_ptr<Database>> openTolerant(const std::filesystem::path& path);

/// Visits each readable row of `table` once, in no promised order; column 0 of the row is the rowid, then `columns`.
/// Stops at the first error of `visit` and answers it. A table that is missing, a view or virtual counts as one hole.
[[nodiscard]] Result<ScanResult> scanRows(Database& database, const std::string& table, const std::string& columns,
                                          const std::function<Result<void>(const Query&)>& visit);

} // namespace plumb::store
