// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where two copies parted, what the review was then, and who wrote what since. The base is worked out from our own
// history alone: the other file's says only where to begin, and who and when.
#pragma once

#include "core/store/merge.h"
#include "core/store/merge_rules.h"
#include "core/store/merge_tables.h"

#include <optional>
#include <string>
#include <vector>

namespace plumb::store {

/// The way from the present state of each side down to the state that both had.
struct Parting {
    bool related = false; ///< there is such a state
    std::string base;     ///< id of the command that led to it; empty also for the beginning of the review
    std::optional<Instant> time;
    std::vector<CommandRecord> ours, theirs; ///< since then, newest first; without such a state: all
};

/// "store.damaged" for a history that does not hold together. Copies of one review (same file_id) without a common
/// command are related when undoing all leads both to the same content.
[[nodiscard]] Result<Parting> findParting(Database& ours, Database& theirs, const RowsByTable& ourRows,
                                          const RowsByTable& theirRows);

/// Takes the commands (newest first) back in `rows`. "store.damaged" when they do not fit.
[[nodiscard]] Result<void> takeBack(Database& database, const std::vector<CommandRecord>& commands, RowsByTable& rows);

/// Fills in who wrote what the conflicts are about. What no command of a side wrote since keeps an empty author.
[[nodiscard]] Result<void> findWriters(Database& database, const std::vector<CommandRecord>& commands, Side side,
                                       std::vector<FoundConflict>& conflicts);

} // namespace plumb::store
