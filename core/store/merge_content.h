// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The writing half of a merge, inside one command: content that stands outside the history comes along by hash, rows
// are made so, and everything that came in passes the same checks as what a person writes.
#pragma once

#include "core/store/merge_tables.h"

namespace plumb::store {

/// Rows that are different in `now`.
[[nodiscard]] std::vector<RowId> changedRows(const RowsByTable& then, const RowsByTable& now);

/// Whether `theirs` holds all content that the changed rows name; "store.damaged" when not.
[[nodiscard]] Result<void> checkContentThere(Database& ours, Database& theirs, const RowsByTable& now,
                                             const std::vector<RowId>& changed);

/// Makes the rows of `ours` those of `now`, knowing that they are `then`. Errors: "store.damaged" for content of
/// `theirs` that is missing or not what it was, "review.*" (Usage) for values that no command would store, "cancelled".
[[nodiscard]] Result<void> writeMerged(Database& ours, Database& theirs, Writer& writer, const RowsByTable& then,
                                       const RowsByTable& now, const Progress& progress);

} // namespace plumb::store
