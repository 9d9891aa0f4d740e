// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/lock.h"

#include "core/base/json.h"
#include "core/store/io_errors.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace plumb::store {
namespace {

/// Reads what the holder wrote; it may be half written, or from another program.
Error lockedBy(int descriptor, const std::filesystem::path& project) {
    std::array<char, 4096> buffer{};
    const ssize_t got = pread(descriptor, buffer.data(), buffer.size(), 0);
    const auto document = parseJson(std::string_view(buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0));
    std::string holder = "another program";
    std::string since;
    if (document.usable && document.root.is_object()) {
        if (const auto it = document.root.find("holder"); it != document.root.end() && it->is_string())
            holder = it->get<std::string>();
        if (const auto it = document.root.find("since"); it != document.root.end() && it->is_string())
            since = it->get<std::string>();
    }
    return Error{ErrorKind::Conflict,
                 "store.locked",
                 fmt::format("{} is open for writing: {}{}. Open it read-only, or close it there first.",
                             quotedName(project), holder, since.empty() ? "" : ", since " + since),
                 project.string(),
                 {holder, since},
                 {}};
}

bool sameFile(int descriptor, const std::filesystem::path& path) {
    struct stat open {
    }, named{};
    return fstat(descriptor, &open) == 0 && lstat(path.c_str(), &named) == 0 && open.st_dev == named.st_dev &&
           open.st_ino == named.st_ino;
}

Result<void> sign(int descriptor, const std::filesystem::path& path, const std::string& holder, Instant since) {
    const std::string text = writeJson(Json{{"holder", holder}, {"pid", getpid()}, {"since", toIso(since)}});
    if (ftruncate(descriptor, 0) != 0)
        return fail(ioError(errno, IoAction::Write, path));
    const ssize_t written = pwrite(descriptor, text.data(), text.size(), 0);
    if (written != static_cast<ssize_t>(text.size()))
        return fail(ioError(written < 0 ? errno : ENOSPC, IoAction::Write, path));
    return {};
}

} // namespace

std::filesystem::path Lock::pathFor(const std::filesystem::path& project) {
    return project.string() + ".lock";
}

Result<std::unique_ptr<Lock>> Lock::acquire(const std::filesystem::path& project, const std::string& holder,
                                            Instant since) {
    const std::filesystem::path path = pathFor(project);
    for (;;) {
        const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
        if (descriptor < 0)
            return fail(ioError(errno, IoAction::Write, path));
        if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int number = errno;
            Error error =
                number == EWOULDBLOCK ? lockedBy(descriptor, project) : ioError(number, IoAction::Write, path);
            close(descriptor);
            return fail(std::move(error));
        }
        // The former holder may have removed the name between our open and our flock: then this is a lock on nothing.
        if (!sameFile(descriptor, path)) {
            close(descriptor);
            continue;
        }
        std::unique_ptr<Lock> lock(new Lock(path, descriptor));
        PLUMB_CHECK(sign(descriptor, path, holder, since));
        return lock;
    }
}

Lock::~Lock() {
    // Named first, freed after: the other way round would remove the file of the next holder.
    unlink(m_path.c_str());
    close(m_descriptor);
}

} // namespace plumb::store
