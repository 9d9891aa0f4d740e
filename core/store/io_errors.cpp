// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/io_errors.h"

#include <cerrno>
#include <cstring>
#include <fmt/format.h>

namespace plumb::store {
namespace {

Error make(const char* id, std::string text, const std::filesystem::path& path) {
    return Error{ErrorKind::System, id, std::move(text), path.string(), {path.string()}, {}};
}

} // namespace

std::string quotedName(const std::filesystem::path& path) {
    return fmt::format("\"{}\"", path.filename().string());
}

Error cancelledError() {
    return Error{ErrorKind::Cancelled, "store.cancelled", "Stopped as asked; nothing was changed.", {}, {}, {}};
}

Error ioError(int errorNumber, IoAction action, const std::filesystem::path& path) {
    const bool reading = action == IoAction::Read;
    const std::string name = quotedName(path);
    switch (errorNumber) {
    case ENOENT:
    case ENOTDIR:
        if (reading)
            return make("file.notFound", fmt::format("There is no file {}.", path.string()), path);
        return make(
            "file.noFolder",
            fmt::format("The folder {} does not exist; make it first or choose another.", path.parent_path().string()),
            path);
    case EISDIR:
        return make("file.notAFile", fmt::format("{} is a folder, not a file.", path.string()), path);
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return make("file.diskFull",
                    fmt::format("There is no room left on the disk of {}; nothing was changed. Free some space and try "
                                "again.",
                                name),
                    path);
    case EACCES:
    case EPERM:
    case EROFS:
        if (reading)
            return make("file.unreadable", fmt::format("Reading {} is not permitted.", path.string()), path);
        return make("file.readOnly",
                    fmt::format("{} or its folder can't be written to; open it read-only, or copy it to a folder of "
                                "your own.",
                                path.string()),
                    path);
    default:
        return make(
            reading ? "file.unreadable" : "file.unwritable",
            fmt::format("{} can't be {}: {}.", path.string(), reading ? "read" : "written", std::strerror(errorNumber)),
            path);
    }
}

} // namespace plumb::store
