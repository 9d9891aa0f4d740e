// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/snapshot_content.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/store/io_errors.h"
#include "core/store/zstd_text.h"

#include <fmt/format.h>

namespace plumb::store {
namespace {

Error damagedSnapshot(const Database& database, std::string_view sha256, std::string_view why) {
    return Error{ErrorKind::Refused,
                 "store.damaged",
                 fmt::format("The content {} of a snapshot in {} is damaged ({}).", sha256.substr(0, 12),
                             quotedName(database.path()), why),
                 database.path().string(),
                 {std::string(sha256)},
                 {}};
}

/// The member `key` of each object in the list `list` of `review`, where it is a hash.
void collectHashes(const Json& review, const char* list, const char* key, std::set<std::string>& into) {
    const auto all = review.find(list);
    if (all == review.end() || !all->is_array())
        return;
    for (const Json& one : *all) {
        const auto hash = one.is_object() ? one.find(key) : one.end();
        if (one.is_object() && hash != one.end() && hash->is_string() &&
            hash->get_ref<const std::string&>().size() == 64)
            into.insert(hash->get_ref<const std::string&>());
    }
}

} // namespace

Result<bool> storeSnapshotContent(Database& database, std::string_view sha256, std::string_view bytes) {
    {
        PLUMB_TRY(query, database.query("SELECT 1 FROM snapshot_content WHERE sha256 = ?"));
        PLUMB_TRY(there, query.bind(sha256).step());
        if (there)
            return false;
    }
    PLUMB_TRY(frame, packText(bytes));
    PLUMB_TRY(query, database.query("INSERT INTO snapshot_content(sha256, bytes, data) VALUES(?, ?, ?)"));
    PLUMB_CHECK(query.bind(sha256).bind(static_cast<std::int64_t>(bytes.size())).bindBlob(frame).run());
    return true;
}

Result<std::string> snapshotContent(Database& database, std::string_view sha256) {
    PLUMB_TRY(query, database.query("SELECT bytes, data FROM snapshot_content WHERE sha256 = ?"));
    PLUMB_TRY(row, query.bind(sha256).step());
    if (!row)
        return fail(damagedSnapshot(database, sha256, "it is missing"));
    auto text = unpackText(query.blob(1), static_cast<std::uint64_t>(query.integer(0)), kMaxSnapshotBytes);
    if (!text && text.error().kind == ErrorKind::Refused)
        return fail(damagedSnapshot(database, sha256, text.error().args.front()));
    if (text && plumb::sha256(*text) != sha256)
        return fail(damagedSnapshot(database, sha256, "it is not the one that was stored"));
    return text;
}

NamedBySnapshot namedBySnapshot(std::string_view bytes) {
    NamedBySnapshot named;
    const auto root = review::parseSnapshotText(bytes);
    if (!root || !root->is_object())
        return named;
    const auto review = root->find("review");
    if (review == root->end() || !review->is_object())
        return named;
    collectHashes(*review, "lenses", "sha256", named.lenses);
    collectHashes(*review, "lenses", "overlay", named.lenses);
    collectHashes(*review, "evidence", "sha256", named.evidence);
    return named;
}

} // namespace plumb::store
