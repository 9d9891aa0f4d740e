// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage_snapshots.h"

#include "core/base/fold.h"
#include "core/base/hash.h"
#include "core/store/row_scan.h"
#include "core/store/snapshot_content.h"
#include "core/store/text_checks.h"
#include "core/store/zstd_text.h"

#include <fmt/format.h>
#include <set>

namespace plumb::store {
namespace {

/// "NAME (2)" that is not in `taken` (folded), short enough to be stored.
std::string numbered(const std::string& name, const std::set<std::string>& taken) {
    constexpr std::size_t kRoom = 180;
    std::string stem = name;
    if (stem.size() > kRoom) {
        stem.resize(kRoom);
        while (!isStorableText(stem)) // not in the middle of a character
            stem.pop_back();
    }
    int number = 2;
    while (taken.contains(foldName(fmt::format("{} ({})", stem, number))))
        ++number;
    return fmt::format("{} ({})", stem, number);
}

Result<void> drop(Database& database, const SnapshotRecord& snapshot, std::string_view why, SalvageReport& report) {
    report.lost.push_back(fmt::format("The snapshot \"{}\": {}.", snapshot.name, why));
    --report.rows;
    PLUMB_TRY(query, database.query("DELETE FROM snapshot WHERE id = ?"));
    return query.bind(snapshot.id).run();
}

} // namespace

Result<void> saveSnapshotContent(Database& from, Database& into, SalvageReport& report) {
    PLUMB_TRY(scan, scanRows(from, "snapshot_content", "sha256, bytes, data", [&](const Query& row) -> Result<void> {
                  const std::string sha = storableText(row.text(1));
                  const auto text =
                      unpackText(row.blob(3), static_cast<std::uint64_t>(row.integer(2)), kMaxSnapshotBytes);
                  if (!text && text.error().kind != ErrorKind::Refused)
                      return fail(text.error());
                  if (!text || text->empty() || sha256(*text) != sha) {
                      report.lost.push_back(fmt::format("The content {} of a snapshot.", sha.substr(0, 12)));
                      return {};
                  }
                  PLUMB_CHECK(storeSnapshotContent(into, sha, *text));
                  ++report.rows;
                  return {};
              }));
    if (scan.holes > 0)
        report.lost.push_back(
            fmt::format("Rows of the table snapshot_content, in {} place(s): {}", scan.holes, scan.firstError));
    return {};
}

Result<void> mendSnapshots(Database& database, SalvageReport& report) {
    PLUMB_TRY(all, readSnapshots(database));
    std::set<std::string> names, used;
    for (const SnapshotRecord& snapshot : all)
        names.insert(foldName(snapshot.name));
    for (const SnapshotRecord& snapshot : all) {
        const auto content = snapshotContent(database, snapshot.sha256);
        if (!content && content.error().kind != ErrorKind::Refused)
            return fail(content.error());
        if (!content || content->size() != snapshot.bytes) {
            PLUMB_CHECK(drop(database, snapshot, "its content is lost", report));
            continue;
        }
        if (used.insert(foldName(snapshot.name)).second)
            continue;
        const std::string name = numbered(snapshot.name, names);
        names.insert(foldName(name));
        report.lost.push_back(
            fmt::format("The name \"{}\" of a second snapshot: it is now \"{}\".", snapshot.name, name));
        PLUMB_TRY(query, database.query("UPDATE snapshot SET name = ? WHERE id = ?"));
        PLUMB_CHECK(query.bind(name).bind(snapshot.id).run());
    }
    return {};
}

} // namespace plumb::store
