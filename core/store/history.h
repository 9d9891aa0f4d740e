// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command table and the head: a tree by parent pointer, and where in it the review stands. Reads and writes rows
// only; what a changeset does to the content is changeset.h, and transactions are the caller's.
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/project.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::store {

/// A command with what only the store needs.
struct StoredCommand {
    std::int64_t seq = 0;
    CommandRecord record;
    std::string mergeKey;
};

[[nodiscard]] Result<std::string> metaValue(Database& database, std::string_view key); ///< "" when absent
[[nodiscard]] Result<void> setMetaValue(Database& database, std::string_view key, std::string_view value);

[[nodiscard]] Result<std::string> headId(Database& database); ///< "" before the first command
[[nodiscard]] Result<void> setHead(Database& database, std::string_view id);

[[nodiscard]] Result<std::optional<StoredCommand>> findCommand(Database& database, std::string_view id);
/// The newest command whose parent is `id`.
[[nodiscard]] Result<std::optional<StoredCommand>> newestChild(Database& database, std::string_view id);
/// "store.damaged" when there is no such command.
[[nodiscard]] Result<std::string> changesetOf(Database& database, std::string_view id);
[[nodiscard]] Result<void> insertCommand(Database& database, const StoredCommand& command, std::string_view changeset);
[[nodiscard]] Result<void> removeCommand(Database& database, std::string_view id);

/// All commands by seq. Every parent is an older command or "", else "store.damaged"; so walking parents ends.
[[nodiscard]] Result<std::vector<StoredCommand>> allCommands(Database& database);

/// Project::history: path to head, what can be redone, and with `all` the rest by age.
[[nodiscard]] Result<std::vector<CommandRecord>> listHistory(Database& database, bool all);

/// How to get from the head to another command: undo these (nearest first), then redo those.
struct Route {
    std::vector<std::string> undo, redo;
};
/// "store.noCommand" (Usage) when `target` is neither "" nor a command.
[[nodiscard]] Result<Route> routeTo(Database& database, std::string_view target);

} // namespace plumb::store
