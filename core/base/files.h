// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole small files in and out. Writing is all or nothing: to a temporary file beside the target, synced, then renamed.
// Evidence and databases do not come this way (core/store streams them).
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace plumb {

/// Reads at most `maxBytes`. Errors (System): "file.notFound", "file.notAFile", "file.unreadable"; (Refused):
/// "file.tooLarge", decided from the size alone so that a 2 GB file answers at once. `where` is the path.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t maxBytes);

/// Replaces or makes `path`. On any error the old file stands as it was and no temporary file is left. Errors (System):
/// "file.noFolder", "file.readOnly", "file.diskFull", "file.unwritable".
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

} // namespace plumb
