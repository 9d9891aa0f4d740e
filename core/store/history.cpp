// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history.h"

#include "core/store/io_errors.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>

namespace plumb::store {
namespace {

#define PLUMB_COMMAND_COLUMNS "seq, id, parent, time, author, label, merge_key, length(changeset)"

StoredCommand readRow(const Query& query) {
    StoredCommand command;
    command.seq = query.integer(0);
    command.record.id = query.text(1);
    command.record.parent = query.text(2);
    command.record.time = Instant{query.integer(3)};
    command.record.author = query.text(4);
    command.record.label = query.text(5);
    command.mergeKey = query.text(6);
    command.record.changesetBytes = static_cast<std::uint64_t>(query.integer(7));
    return command;
}

Result<std::optional<StoredCommand>> one(Database& database, std::string_view sql, std::string_view id) {
    PLUMB_TRY(query, database.query(sql));
    PLUMB_TRY(row, query.bind(id).step());
    if (!row)
        return std::optional<StoredCommand>{};
    return std::optional<StoredCommand>(readRow(query));
}

Error brokenChain(const Database& database, std::string_view why) {
    return Error{ErrorKind::Refused,
                 "store.damaged",
                 fmt::format("The history of {} is damaged ({}).", quotedName(database.path()), why),
                 database.path().string(),
                 {std::string(why)},
                 {}};
}

using Index = std::unordered_map<std::string_view, const StoredCommand*>;

Index indexOf(const std::vector<StoredCommand>& commands) {
    Index index;
    for (const StoredCommand& command : commands)
        index.emplace(command.record.id, &command);
    return index;
}

/// From `id` up to the first command.
std::vector<const StoredCommand*> pathUp(const Index& index, std::string_view id) {
    std::vector<const StoredCommand*> path;
    for (auto it = index.find(id); it != index.end(); it = index.find(it->second->record.parent))
        path.push_back(it->second);
    return path;
}

} // namespace

Result<std::string> metaValue(Database& database, std::string_view key) {
    PLUMB_TRY(query, database.query("SELECT value FROM meta WHERE key = ?"));
    PLUMB_TRY(row, query.bind(key).step());
    return row ? std::string(query.text(0)) : std::string{};
}

Result<void> setMetaValue(Database& database, std::string_view key, std::string_view value) {
    PLUMB_TRY(query, database.query("INSERT INTO meta(key, value) VALUES(?, ?) "
                                    "ON CONFLICT(key) DO UPDATE SET value = excluded.value"));
    return query.bind(key).bind(value).run();
}

Result<std::string> headId(Database& database) {
    return metaValue(database, "head");
}

Result<void> setHead(Database& database, std::string_view id) {
    return setMetaValue(database, "head", id);
}

Result<std::optional<StoredCommand>> findCommand(Database& database, std::string_view id) {
    return one(database, "SELECT " PLUMB_COMMAND_COLUMNS " FROM command WHERE id = ?", id);
}

Result<std::optional<StoredCommand>> newestChild(Database& database, std::string_view id) {
    return one(database, "SELECT " PLUMB_COMMAND_COLUMNS " FROM command WHERE parent = ? ORDER BY seq DESC LIMIT 1",
               id);
}

Result<std::string> changesetOf(Database& database, std::string_view id) {
    PLUMB_TRY(query, database.query("SELECT changeset FROM command WHERE id = ?"));
    PLUMB_TRY(row, query.bind(id).step());
    if (!row)
        return fail(brokenChain(database, fmt::format("command {} is missing", id)));
    return std::string(query.blob(0));
}

Result<void> insertCommand(Database& database, const StoredCommand& command, std::string_view changeset) {
    PLUMB_TRY(query, database.query("INSERT INTO command(id, parent, time, author, label, merge_key, changeset) "
                                    "VALUES(?, ?, ?, ?, ?, ?, ?)"));
    const CommandRecord& r = command.record;
    return query.bind(r.id)
        .bind(r.parent)
        .bind(r.time.ms)
        .bind(r.author)
        .bind(r.label)
        .bind(command.mergeKey)
        .bindBlob(changeset)
        .run();
}

Result<void> removeCommand(Database& database, std::string_view id) {
    PLUMB_TRY(query, database.query("DELETE FROM command WHERE id = ?"));
    return query.bind(id).run();
}

Result<std::vector<StoredCommand>> allCommands(Database& database) {
    std::vector<StoredCommand> commands;
    {
        PLUMB_TRY(query, database.query("SELECT " PLUMB_COMMAND_COLUMNS " FROM command ORDER BY seq"));
        for (;;) {
            PLUMB_TRY(row, query.step());
            if (!row)
                break;
            commands.push_back(readRow(query));
        }
    }
    std::unordered_set<std::string_view> older;
    for (const StoredCommand& command : commands) {
        if (!command.record.parent.empty() && !older.contains(command.record.parent))
            return fail(brokenChain(
                database, fmt::format("the parent of command {} is missing or younger than it", command.record.id)));
        older.insert(command.record.id);
    }
    return commands;
}

Result<std::vector<CommandRecord>> listHistory(Database& database, bool all) {
    PLUMB_TRY(head, headId(database));
    PLUMB_TRY(commands, allCommands(database));
    const Index index = indexOf(commands);
    if (!head.empty() && !index.contains(head))
        return fail(brokenChain(database, "the present state belongs to no command"));
    std::vector<CommandRecord> records;
    std::unordered_set<std::string_view> listed;
    const auto list = [&](const StoredCommand& command, bool applied) {
        records.push_back(command.record);
        records.back().applied = applied;
        listed.insert(command.record.id);
    };
    const auto path = pathUp(index, head);
    for (auto it = path.rbegin(); it != path.rend(); ++it)
        list(**it, true);
    // Children stand after their parent, so the last one that names it is the newest.
    std::unordered_map<std::string_view, const StoredCommand*> newest;
    for (const StoredCommand& command : commands)
        newest[command.record.parent] = &command;
    for (auto it = newest.find(head); it != newest.end(); it = newest.find(it->second->record.id))
        list(*it->second, false);
    if (all)
        for (const StoredCommand& command : commands)
            if (!listed.contains(command.record.id))
                list(command, false);
    return records;
}

Result<Route> routeTo(Database& database, std::string_view target) {
    PLUMB_TRY(head, headId(database));
    PLUMB_TRY(commands, allCommands(database));
    const Index index = indexOf(commands);
    if (!target.empty() && !index.contains(target))
        return fail(ErrorKind::Usage, "store.noCommand", fmt::format("The history has no command {}.", target), {},
                    {std::string(target)});
    const auto down = pathUp(index, head);
    const auto up = pathUp(index, target);
    // Both end at the root: drop what they share there.
    std::size_t shared = 0;
    while (shared < down.size() && shared < up.size() && down[down.size() - 1 - shared] == up[up.size() - 1 - shared])
        ++shared;
    Route route;
    for (std::size_t i = 0; i + shared < down.size(); ++i)
        route.undo.push_back(down[i]->record.id);
    for (std::size_t i = up.size() - shared; i-- > 0;)
        route.redo.push_back(up[i]->record.id);
    return route;
}

#undef PLUMB_COMMAND_COLUMNS

} // namespace plumb::store
