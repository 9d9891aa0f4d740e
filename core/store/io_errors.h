// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One place that turns an errno of the operating system into an Error with the ids of docs/file-format.md, so that a
// full disk or a read-only folder reads the same whoever meets it.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace plumb::store {

/// What was being done; it decides between "unreadable" and "unwritable".
enum class IoAction { Read, Write };

/// ENOENT: "file.notFound" (Read) or "file.noFolder" (Write); ENOTDIR: the same; EISDIR: "file.notAFile"; ENOSPC,
/// EDQUOT, EFBIG: "file.diskFull"; EACCES, EPERM, EROFS: "file.unreadable" or "file.readOnly"; the rest
/// "file.unreadable" or "file.unwritable". `where` and args[0] are the path.
[[nodiscard]] Error ioError(int errorNumber, IoAction action, const std::filesystem::path& path);

/// "store.cancelled".
[[nodiscard]] Error cancelledError();

/// The name for messages: the last component in quotes.
[[nodiscard]] std::string quotedName(const std::filesystem::path& path);

} // namespace plumb::store
