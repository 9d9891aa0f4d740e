// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one-writer rule: a file NAME.plumb.lock beside the project, held by flock for as long as the project is open for
// writing. It says who holds it. The lock itself goes with the process, so a file left by a crash is taken over.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <filesystem>
#include <memory>
#include <string>

namespace plumb::store {

class Lock {
public:
    /// Takes the lock of `project` (a path without symbolic links, so that two names of one file share a lock). Errors:
    /// "store.locked" (Conflict, args[0] the holder, args[1] since when), "file.noFolder", "file.readOnly",
    /// "file.diskFull", "file.unwritable".
    [[nodiscard]] static Result<std::unique_ptr<Lock>> acquire(const std::filesystem::path& project,
                                                               const std::string& holder, Instant since);
    ~Lock(); ///< removes the file and lets go
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    [[nodiscard]] static std::filesystem::path pathFor(const std::filesystem::path& project);

private:
    Lock(std::filesystem::path path, int descriptor) noexcept : m_path(std::move(path)), m_descriptor(descriptor) {}
    std::filesystem::path m_path;
    int m_descriptor;
};

} // namespace plumb::store
