// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the Writer that stores snapshots.
#include "core/base/fold.h"
#include "core/base/hash.h"
#include "core/store/snapshot_content.h"
#include "core/store/text_checks.h"
#include "core/store/writer.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::store {
namespace {

constexpr std::size_t kMaxSnapshotName = 200;
constexpr std::size_t kMaxMethod = 200;

Error badName(std::string text, std::string_view name) {
    return Error{ErrorKind::Usage, "snapshot.name", std::move(text), std::string(name), {std::string(name)}, {}};
}

Result<void> checkName(std::string_view name) {
    if (foldName(name).empty())
        return fail(badName("A snapshot needs a name.", name));
    if (name.size() > kMaxSnapshotName)
        return fail(badName(
            fmt::format("The name of a snapshot has at most {} bytes; this one has {}.", kMaxSnapshotName, name.size()),
            name));
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (!isStorableText(name) || std::any_of(name.begin(), name.end(), control))
        return fail(badName("The name of a snapshot is one line of text.", storableText(name)));
    return {};
}

Result<void> checkBytes(const SnapshotRecord& record, std::string_view bytes) {
    if (bytes.empty() || bytes.size() > kMaxSnapshotBytes)
        return fail(ErrorKind::Usage, "review.tooLong",
                    fmt::format("The snapshot has {} bytes; 1 to {} can be stored.", bytes.size(), kMaxSnapshotBytes),
                    record.name, {"snapshot", std::to_string(bytes.size()), std::to_string(kMaxSnapshotBytes)});
    if (record.bytes != bytes.size() || record.sha256 != sha256(bytes))
        return fail(invalidReview("The size or hash of the snapshot is not that of its bytes.", record.name));
    return {};
}

} // namespace

Result<void> WriterImpl::putSnapshot(const SnapshotRecord& record, std::string_view bytes) {
    PLUMB_CHECK(checkId("id of the snapshot", record.id));
    PLUMB_CHECK(checkName(record.name));
    PLUMB_CHECK(checkText("note of the snapshot", record.note, review::kMaxNote));
    PLUMB_CHECK(checkText("author", record.author, review::kMaxName));
    PLUMB_CHECK(checkText("version of the score's method", record.scoreMethod, kMaxMethod));
    PLUMB_CHECK(checkText("version of the costs' method", record.costMethod, kMaxMethod));
    PLUMB_CHECK(checkBytes(record, bytes));
    PLUMB_TRY(all, readSnapshots(m_database));
    for (const SnapshotRecord& one : all) {
        if (one == record)
            return {};
        if (one.id == record.id)
            return fail(invalidReview(fmt::format("The snapshot \"{}\" can't be changed.", one.name), one.name));
        if (foldName(one.name) == foldName(record.name))
            return fail(badName(fmt::format("There is a snapshot \"{}\" already.", one.name), one.name));
    }
    return watched(writeSnapshot(record, bytes));
}

Result<void> WriterImpl::writeSnapshot(const SnapshotRecord& record, std::string_view bytes) {
    PLUMB_TRY(isNew, storeSnapshotContent(m_database, record.sha256, bytes));
    m_storedContent = m_storedContent || isNew;
    PLUMB_TRY(query, m_database.query("INSERT INTO snapshot(id, name, note, time, author, sha256, bytes, score_method, "
                                      "cost_method) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return query.bind(record.id)
        .bind(record.name)
        .bind(record.note)
        .bind(record.time.ms)
        .bind(record.author)
        .bind(record.sha256)
        .bind(static_cast<std::int64_t>(record.bytes))
        .bind(record.scoreMethod)
        .bind(record.costMethod)
        .run();
}

} // namespace plumb::store
