// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bytes of snapshots in the file: compressed, once by SHA-256, outside the history, never changed. And what they
// name, so that compacting does not take it away.
#pragma once

#include "core/base/result.h"
#include "core/review/canonical.h"
#include "core/store/database.h"
#include "core/store/project.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::store {

using review::kMaxSnapshotBytes;

/// Inside the caller's transaction; `sha256` is of `bytes`. Whether it was not there before.
[[nodiscard]] Result<bool> storeSnapshotContent(Database& database, std::string_view sha256, std::string_view bytes);

/// "store.damaged" when it is missing, can't be unpacked or does not have its hash.
[[nodiscard]] Result<std::string> snapshotContent(Database& database, std::string_view sha256);

/// Without their bytes, by time, then name, then id.
[[nodiscard]] Result<std::vector<SnapshotRecord>> readSnapshots(Database& database);

/// Hashes of questionnaires, overlays and evidence that a snapshot's text names; none when it is no such text.
struct NamedBySnapshot {
    std::set<std::string> lenses;   ///< and overlays
    std::set<std::string> evidence; ///< content
};
[[nodiscard]] NamedBySnapshot namedBySnapshot(std::string_view bytes);

} // namespace plumb::store
