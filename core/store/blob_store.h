// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Content of evidence in the file: pieces of kChunkBytes, addressed by SHA-256, never in memory whole. It stands
// outside the history.
#pragma once

#include "core/store/blob_io.h"
#include "core/store/database.h"

#include <optional>
#include <string_view>

namespace plumb::store {

/// Inside the caller's transaction. Content that is there already leaves no trace of the second copy.
[[nodiscard]] Result<BlobInfo> storeBlob(Database& database, ByteSource& source, const Progress& progress);

/// "store.noBlob" when there is none; "store.damaged" when pieces are missing or the hash does not fit (told after
/// everything was written).
[[nodiscard]] Result<void> streamBlob(Database& database, std::string_view sha256, ByteSink& sink,
                                      const Progress& progress);

/// Size of stored content; nothing when there is none.
[[nodiscard]] Result<std::optional<std::uint64_t>> blobSize(Database& database, std::string_view sha256);

} // namespace plumb::store
