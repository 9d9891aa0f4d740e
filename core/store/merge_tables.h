// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The three-way merge of content tables in memory: row by row, cell by cell. What must hold of the review as a whole is
// merge_repair.h.
#pragma once

#include "core/store/merge.h"
#include "core/store/merge_rules.h"

#include <functional>
#include <string>
#include <vector>

namespace plumb::store {

/// The content of both sides and of the state that both had.
struct ThreeStates {
    bool related = false; ///< else `base` is empty and every difference is a conflict
    RowsByTable base, ours, theirs;
};

/// A conflict, and on each side the rows by which it came about.
struct FoundConflict {
    MergeConflict said;
    std::vector<RowId> ourRows, theirRows;
};

/// What stays of a conflict; "merge.value" (Usage) and others when that can't be said.
using Choose = std::function<Result<Resolution>(const MergeConflict&)>;

struct MergedTables {
    RowsByTable rows;                     ///< with every conflict as chosen
    std::vector<FoundConflict> conflicts; ///< by table, key, column
};

/// A row that one side deleted is a conflict when the other changed it or a row that hangs on it; what hangs on it
/// follows it then.
[[nodiscard]] Result<MergedTables> mergeTables(const ThreeStates& states, const Choose& choose);

} // namespace plumb::store
