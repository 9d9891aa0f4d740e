// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge_history.h"

#include "core/store/changeset.h"
#include "core/store/history.h"
#include "core/store/io_errors.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace plumb::store {
namespace {

Error doesNotFit(const Database& database, const CommandRecord& command) {
    return Error{
        ErrorKind::Refused,
        "store.damaged",
        fmt::format("The history of {} does not fit its content (\"{}\").", quotedName(database.path()), command.label),
        database.path().string(),
        {command.id},
        {}};
}

/// The commands that led to the present state, newest first.
Result<std::vector<CommandRecord>> currentPath(Database& database) {
    PLUMB_TRY(head, headId(database));
    PLUMB_TRY(commands, allCommands(database));
    std::unordered_map<std::string_view, const StoredCommand*> byId;
    for (const StoredCommand& command : commands)
        byId.emplace(command.record.id, &command);
    if (!head.empty() && !byId.contains(head))
        return fail(ErrorKind::Refused, "store.damaged",
                    fmt::format("The history of {} is damaged (the present state belongs to no command).",
                                quotedName(database.path())),
                    database.path().string());
    std::vector<CommandRecord> path;
    for (auto it = byId.find(head); it != byId.end(); it = byId.find(it->second->record.parent))
        path.push_back(it->second->record);
    return path;
}

Cell cellOf(const ChangedValue& value) {
    if (value.isText)
        return value.text;
    return std::visit([](auto number) { return Cell(number); }, value.number);
}

/// Takes one change back; false when the row is not as the change left it.
bool takeBackOne(const Change& change, RowsByTable& tables) {
    TableRows& rows = tables[change.row.table];
    const MergeRules& rules = mergeRulesOf(change.row.table);
    const auto row = rows.find(change.row.key);
    if (change.row.op == RowChange::Op::Insert)
        return rows.erase(change.row.key) == 1;
    if (change.before.size() != rules.keys + rules.columns.size())
        return false;
    if (change.row.op == RowChange::Op::Delete) {
        Row cells;
        for (std::size_t i = rules.keys; i < change.before.size(); ++i)
            cells.push_back(cellOf(change.before[i]));
        return rows.emplace(change.row.key, std::move(cells)).second;
    }
    if (row == rows.end())
        return false;
    for (std::size_t i = rules.keys; i < change.before.size(); ++i)
        if (change.before[i].present)
            row->second[i - rules.keys] = cellOf(change.before[i]);
    return true;
}

bool sameTables(const RowsByTable& a, const RowsByTable& b) {
    const auto sameRow = [](const TableRows::value_type& x, const TableRows::value_type& y) {
        return x.first == y.first &&
               std::equal(x.second.begin(), x.second.end(), y.second.begin(), y.second.end(), sameCell);
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const auto& x, const auto& y) {
        return x.first == y.first &&
               std::equal(x.second.begin(), x.second.end(), y.second.begin(), y.second.end(), sameRow);
    });
}

/// Whether `change` wrote what the conflict is about: any of the columns of its unit, or the row.
bool wrote(const Change& change, const MergeConflict& conflict) {
    if (conflict.column.empty() || change.row.op != RowChange::Op::Update)
        return true;
    const MergeRules& rules = mergeRulesOf(conflict.table);
    for (const auto& unit : rules.units) {
        const auto names = [&](std::size_t i) { return rules.columns[i] == conflict.column; };
        if (std::none_of(unit.begin(), unit.end(), names))
            continue;
        return std::any_of(unit.begin(), unit.end(), [&](std::size_t i) {
            return rules.keys + i < change.after.size() && change.after[rules.keys + i].present;
        });
    }
    return false;
}

/// Undone to the beginning, two copies of one review are the same file again, unless one was compacted.
Result<void> compareBeginnings(Database& ours, Database& theirs, const RowsByTable& ourRows,
                               const RowsByTable& theirRows, Parting& parting) {
    RowsByTable ourFirst = ourRows, theirFirst = theirRows;
    PLUMB_CHECK(takeBack(ours, parting.ours, ourFirst));
    PLUMB_CHECK(takeBack(theirs, parting.theirs, theirFirst));
    parting.related = sameTables(ourFirst, theirFirst);
    if (!parting.related)
        return {};
    PLUMB_TRY(createdAt, metaValue(ours, "created_at"));
    if (const auto created = parseInstant(createdAt))
        parting.time = *created;
    return {};
}

} // namespace

Result<Parting> findParting(Database& ours, Database& theirs, const RowsByTable& ourRows,
                            const RowsByTable& theirRows) {
    Parting parting;
    PLUMB_TRY(ourPath, currentPath(ours));
    PLUMB_TRY(theirPath, currentPath(theirs));
    PLUMB_TRY(ourFile, metaValue(ours, "file_id"));
    PLUMB_TRY(theirFile, metaValue(theirs, "file_id"));
    parting.ours = std::move(ourPath);
    parting.theirs = std::move(theirPath);
    if (ourFile != theirFile)
        return parting;
    std::unordered_set<std::string_view> known;
    for (const CommandRecord& command : parting.ours)
        known.insert(command.id);
    const auto common = std::find_if(parting.theirs.begin(), parting.theirs.end(),
                                     [&](const CommandRecord& command) { return known.contains(command.id); });
    if (common == parting.theirs.end()) {
        PLUMB_CHECK(compareBeginnings(ours, theirs, ourRows, theirRows, parting));
        return parting;
    }
    parting.related = true;
    parting.base = common->id;
    parting.theirs.erase(common, parting.theirs.end());
    const auto here = std::find_if(parting.ours.begin(), parting.ours.end(),
                                   [&](const CommandRecord& command) { return command.id == parting.base; });
    parting.time = here->time;
    parting.ours.erase(here, parting.ours.end());
    return parting;
}

Result<void> takeBack(Database& database, const std::vector<CommandRecord>& commands, RowsByTable& rows) {
    for (const CommandRecord& command : commands) {
        PLUMB_TRY(changeset, changesetOf(database, command.id));
        PLUMB_CHECK(visitChanges(changeset, [&](const Change& change) -> Result<void> {
            if (!takeBackOne(change, rows))
                return fail(doesNotFit(database, command));
            return {};
        }));
    }
    return {};
}

Result<void> findWriters(Database& database, const std::vector<CommandRecord>& commands, Side side,
                         std::vector<FoundConflict>& conflicts) {
    std::map<RowId, std::vector<FoundConflict*>> open;
    for (FoundConflict& found : conflicts)
        for (const RowId& row : side == Side::Ours ? found.ourRows : found.theirRows)
            open[row].push_back(&found);
    for (const CommandRecord& command : commands) {
        if (open.empty())
            return {};
        PLUMB_TRY(changeset, changesetOf(database, command.id));
        PLUMB_CHECK(visitChanges(changeset, [&](const Change& change) -> Result<void> {
            const auto row = open.find({change.row.table, change.row.key});
            if (row == open.end())
                return {};
            std::erase_if(row->second, [&](FoundConflict* found) {
                if (!wrote(change, found->said))
                    return false;
                Writing& writing = side == Side::Ours ? found->said.ourWriting : found->said.theirWriting;
                if (writing.author.empty()) // another row that the conflict is about may have been written later
                    writing = {command.author, command.label, command.time};
                return true;
            });
            if (row->second.empty())
                open.erase(row);
            return {};
        }));
    }
    return {};
}

} // namespace plumb::store
