// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading snapshots: the records, the bytes by name, and the questionnaires that they answer.
#include "core/base/fold.h"
#include "core/store/io_errors.h"
#include "core/store/project_impl.h"
#include "core/store/row_reader.h"
#include "core/store/snapshot_content.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::store {
namespace {

Error noSnapshot(std::string_view name, const std::vector<SnapshotRecord>& all) {
    std::vector<std::string> args{std::string(name)};
    std::string names;
    for (const SnapshotRecord& one : all) {
        names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", one.name);
        args.push_back(one.name);
    }
    return Error{ErrorKind::Usage,
                 "store.noSnapshot",
                 names.empty() ? fmt::format("There is no snapshot \"{}\"; the review has none yet.", name)
                               : fmt::format("There is no snapshot \"{}\". There is {}.", name, names),
                 std::string(name),
                 std::move(args),
                 {}};
}

} // namespace

Result<void> mustHoldLens(Database& database, std::string_view lensId, std::string_view sha256) {
    PLUMB_TRY(query, database.query("SELECT 1 FROM lens_source WHERE sha256 = ?"));
    PLUMB_TRY(there, query.bind(sha256).step());
    if (!there)
        return fail(ErrorKind::Usage, "store.noLens",
                    fmt::format("{} does not hold the text {} of the questionnaire \"{}\".",
                                quotedName(database.path()), sha256.substr(0, 12), lensId),
                    std::string(lensId), {std::string(lensId), std::string(sha256)});
    return {};
}

Result<std::vector<SnapshotRecord>> readSnapshots(Database& database) {
    PLUMB_TRY(query, database.query("SELECT id, name, note, time, author, sha256, bytes, score_method, cost_method "
                                    "FROM snapshot ORDER BY time, name, id"));
    std::vector<SnapshotRecord> snapshots;
    PLUMB_CHECK(eachRow(database, query, "snapshot", [&](RowReader& row) {
        snapshots.push_back({row.text(0), row.text(1), row.text(2), Instant{row.integer(3)}, row.text(4), row.text(5),
                             static_cast<std::uint64_t>(row.integer(6)), row.text(7), row.text(8)});
    }));
    return snapshots;
}

Result<std::vector<SnapshotRecord>> ProjectImpl::loadSnapshots() {
    return readSnapshots(database());
}

Result<std::string> ProjectImpl::readSnapshot(std::string_view name) {
    return atOneMoment(database(), [&]() -> Result<std::string> {
        PLUMB_TRY(all, readSnapshots(database()));
        const auto it = std::find_if(all.begin(), all.end(), [wanted = foldName(name)](const SnapshotRecord& one) {
            return foldName(one.name) == wanted;
        });
        if (it == all.end())
            return fail(noSnapshot(name, all));
        auto bytes = snapshotContent(database(), it->sha256);
        if (bytes && bytes->size() != it->bytes)
            return fail(ErrorKind::Refused, "store.damaged",
                        fmt::format("The snapshot \"{}\" says {} bytes, its content has {}.", it->name, it->bytes,
                                    bytes->size()),
                        m_path.string(), {it->name});
        return bytes;
    });
}

Result<review::ReviewLens> ProjectImpl::lensByHash(std::string_view lensId, std::string_view sha256,
                                                   std::string_view overlaySha256) {
    return atOneMoment(database(), [&]() -> Result<review::ReviewLens> {
        PLUMB_CHECK(mustHoldLens(database(), lensId, sha256));
        if (!overlaySha256.empty())
            PLUMB_CHECK(mustHoldLens(database(), lensId, overlaySha256));
        PLUMB_TRY(lens, m_lenses.lens(database(), sha256, lensId));
        PLUMB_TRY(overlay, m_lenses.overlay(database(), overlaySha256));
        return review::ReviewLens{lens, overlay, 0};
    });
}

} // namespace plumb::store
