// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that are not there yet: a database that is built beside its target and appears whole, and a private folder for
// reading what can't be read in place.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>

namespace plumb::store {

/// A folder that only this user can read, removed with all in it on destruction.
class TempFolder {
public:
    [[nodiscard]] static Result<std::unique_ptr<TempFolder>> make();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }

private:
    explicit TempFolder(std::filesystem::path path) noexcept : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

/// An empty file beside `target` that becomes `target` by publish(), and is removed otherwise.
class PendingFile {
public:
    /// Refuses an existing target and one with a left-over journal or log beside it, which SQLite would play into the
    /// new file ("store.exists", Conflict). Errors by errno ("file.noFolder", "file.readOnly", ...).
    [[nodiscard]] static Result<std::unique_ptr<PendingFile>> beside(const std::filesystem::path& target);
    ~PendingFile();
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; } ///< the temporary name
    /// Syncs and renames, never over another file ("store.exists").
    [[nodiscard]] Result<void> publish();

private:
    PendingFile(std::filesystem::path target, std::filesystem::path path) noexcept
        : m_target(std::move(target)), m_path(std::move(path)) {}
    std::filesystem::path m_target, m_path;
    bool m_published = false;
};

/// Absolute and without symbolic links in its folder part; the file itself need not exist.
[[nodiscard]] Result<std::filesystem::path> realPath(const std::filesystem::path& path);

/// Makes a rename or removal in the folder of `path` durable. Folders that can't be synced are left alone.
void syncFolderOf(const std::filesystem::path& path) noexcept;

} // namespace plumb::store
