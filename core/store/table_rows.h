// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Content tables as rows to compare: what is stored against what shall be, so that only rows that differ are written.
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/project.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace plumb::store {

using RowKey = std::vector<std::string>; ///< key columns as text, in schema order
using Cell = std::variant<std::int64_t, double, std::string>;
/// Of one table: the columns after the key, which must be its first columns.
using TableRows = std::map<RowKey, std::vector<Cell>>;
using RowsByTable = std::map<Table, TableRows>;

/// The rows of each of `tables`; a table without rows is there and empty.
[[nodiscard]] Result<RowsByTable> readTables(Database& database, std::span<const Table> tables);

/// Makes the rows of each of `tables` those of `now`, knowing that they are `then`. Tables must come with those that
/// others point to first: rows go in the opposite order, then rows come and change in this one.
[[nodiscard]] Result<void> replaceRows(Database& database, std::span<const Table> tables, const RowsByTable& then,
                                       const RowsByTable& now);

} // namespace plumb::store
