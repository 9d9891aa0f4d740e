// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/compact.h"

#include "core/store/changeset.h"
#include "core/store/history.h"
#include "core/store/snapshot_content.h"

#include <fmt/format.h>
#include <set>
#include <sqlite3.h>
#include <string>
#include <unordered_set>

namespace plumb::store {
namespace {

using Names = std::set<std::string, std::less<>>;

Result<void> dropOlder(Database& database, std::string_view keepFrom) {
    if (keepFrom.empty())
        return {};
    PLUMB_TRY(head, headId(database));
    PLUMB_TRY(commands, allCommands(database));
    std::unordered_set<std::string> kept;
    // Parents come before their children.
    for (const StoredCommand& command : commands)
        if (command.record.id == keepFrom || kept.contains(command.record.parent))
            kept.insert(command.record.id);
    if (!kept.contains(head))
        return fail(ErrorKind::Usage, "store.noCommand",
                    fmt::format("The present state does not come from a command {}.", keepFrom), {},
                    {std::string(keepFrom)});
    for (const StoredCommand& command : commands)
        if (!kept.contains(command.record.id))
            PLUMB_CHECK(removeCommand(database, command.record.id));
    PLUMB_TRY(query, database.query("UPDATE command SET parent = '' WHERE id = ?"));
    return query.bind(keepFrom).run();
}

Result<void> collect(Database& database, std::string_view sql, Names& names) {
    PLUMB_TRY(query, database.query(sql));
    for (;;) {
        PLUMB_TRY(row, query.step());
        if (!row)
            return {};
        names.emplace(query.text(0));
    }
}

/// Hashes that the review, or any state that undo and redo can reach, names.
Result<Names> namedHashes(Database& database) {
    Names names;
    PLUMB_CHECK(collect(database, "SELECT sha256 FROM evidence", names));
    PLUMB_CHECK(collect(database, "SELECT sha256 FROM lens", names));
    PLUMB_CHECK(collect(database, "SELECT overlay_sha256 FROM lens", names));
    PLUMB_CHECK(collect(database, "SELECT sha256 FROM snapshot", names));
    PLUMB_TRY(commands, allCommands(database));
    for (const StoredCommand& command : commands) {
        PLUMB_TRY(changeset, changesetOf(database, command.record.id));
        // A hash is the only text of 64 characters that matters here; keeping too much does no harm.
        PLUMB_CHECK(visitChanges(changeset, [&](const Change& change) -> Result<void> {
            for (const auto* values : {&change.before, &change.after})
                for (const ChangedValue& value : *values)
                    if (value.text.size() == 64)
                        names.insert(value.text);
            return {};
        }));
    }
    return names;
}

/// Drops texts of snapshots that nothing names; adds what the others name. A text that can't be read any more may name
/// anything, so `all` says to drop nothing else.
Result<void> keepForSnapshots(Database& database, Names& names, bool& all) {
    Names texts;
    PLUMB_CHECK(collect(database, "SELECT sha256 FROM snapshot_content", texts));
    for (const std::string& sha : texts) {
        if (!names.contains(sha)) {
            PLUMB_TRY(query, database.query("DELETE FROM snapshot_content WHERE sha256 = ?"));
            PLUMB_CHECK(query.bind(sha).run());
            continue;
        }
        const auto bytes = snapshotContent(database, sha);
        all = all || !bytes;
        if (!bytes)
            continue;
        const NamedBySnapshot named = namedBySnapshot(*bytes);
        names.insert(named.lenses.begin(), named.lenses.end());
        names.insert(named.evidence.begin(), named.evidence.end());
    }
    return {};
}

Result<void> dropUnnamed(Database& database, const Names& named) {
    Names blobs, sources;
    PLUMB_CHECK(collect(database, "SELECT sha256 FROM blob", blobs));
    PLUMB_CHECK(collect(database, "SELECT sha256 FROM lens_source", sources));
    const auto drop = [&](std::string_view sql, const std::string& sha) -> Result<void> {
        PLUMB_TRY(query, database.query(sql));
        return query.bind(sha).run();
    };
    for (const std::string& sha : blobs) {
        if (named.contains(sha))
            continue;
        PLUMB_CHECK(drop("DELETE FROM blob_chunk WHERE blob_id = (SELECT id FROM blob WHERE sha256 = ?)", sha));
        PLUMB_CHECK(drop("DELETE FROM blob WHERE sha256 = ?", sha));
    }
    for (const std::string& sha : sources)
        if (!named.contains(sha))
            PLUMB_CHECK(drop("DELETE FROM lens_source WHERE sha256 = ?", sha));
    return {};
}

} // namespace

Result<void> compactDatabase(Database& database, std::string_view keepFrom) {
    {
        PLUMB_TRY(transaction, Transaction::begin(database, Transaction::Kind::Write));
        PLUMB_CHECK(dropOlder(database, keepFrom));
        PLUMB_TRY(named, namedHashes(database));
        bool all = false;
        PLUMB_CHECK(keepForSnapshots(database, named, all));
        if (!all)
            PLUMB_CHECK(dropUnnamed(database, named));
        PLUMB_CHECK(transaction.commit());
    }
    // VACUUM builds the new file in an attached temporary one, which the limits otherwise forbid, and which must not be
    // in memory: evidence can be larger than that.
    database.forgetStatements();
    PLUMB_CHECK(database.execute("PRAGMA temp_store=FILE"));
    sqlite3_limit(database.handle(), SQLITE_LIMIT_ATTACHED, 1);
    const auto done = database.execute("VACUUM");
    sqlite3_limit(database.handle(), SQLITE_LIMIT_ATTACHED, 0);
    PLUMB_CHECK(database.execute("PRAGMA temp_store=MEMORY"));
    return done;
}

} // namespace plumb::store
