// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/temp_files.h"

#include "core/store/io_errors.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

Error alreadyThere(const fs::path& path) {
    return Error{ErrorKind::Conflict,
                 "store.exists",
                 fmt::format("{} exists already; choose another name or move it away.", path.string()),
                 path.string(),
                 {path.string()},
                 {}};
}

bool present(const fs::path& path) {
    struct stat info {};
    return lstat(path.c_str(), &info) == 0;
}

/// 0 or an errno. Never replaces `to`.
int renameWithoutReplacing(const fs::path& from, const fs::path& to) {
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // File systems without the flag mostly know hard links, which never replace either.
    if (link(from.c_str(), to.c_str()) != 0)
        return errno;
    unlink(from.c_str());
    return 0;
}

} // namespace

Result<std::unique_ptr<TempFolder>> TempFolder::make() {
    std::error_code error;
    const fs::path base = fs::temp_directory_path(error);
    if (error)
        return fail(ioError(error.value(), IoAction::Write, base));
    std::string name = (base / "plumbline-XXXXXX").string();
    if (!mkdtemp(name.data()))
        return fail(ioError(errno, IoAction::Write, name));
    return std::unique_ptr<TempFolder>(new TempFolder(name));
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

Result<std::unique_ptr<PendingFile>> PendingFile::beside(const fs::path& target) {
    for (const char* suffix : {"", "-journal", "-wal"})
        if (const fs::path found = target.string() + suffix; present(found))
            return fail(alreadyThere(found));
    std::string name = (target.parent_path() / fmt::format(".{}.XXXXXX", target.filename().string())).string();
    const int descriptor = mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0)
        return fail(ioError(errno, IoAction::Write, target));
    // mkostemp makes it private; the review gets the rights that any new file of this user would have.
    const mode_t mask = umask(0);
    umask(mask);
    fchmod(descriptor, 0666 & ~mask);
    close(descriptor);
    return std::unique_ptr<PendingFile>(new PendingFile(target, name));
}

PendingFile::~PendingFile() {
    if (m_published)
        return;
    for (const char* suffix : {"", "-journal"})
        unlink((m_path.string() + suffix).c_str());
}

Result<void> PendingFile::publish() {
    const int descriptor = open(m_path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ioError(errno, IoAction::Write, m_target));
    const int synced = fsync(descriptor) == 0 ? 0 : errno;
    close(descriptor);
    if (synced != 0)
        return fail(ioError(synced, IoAction::Write, m_target));
    const int number = renameWithoutReplacing(m_path, m_target);
    if (number == EEXIST)
        return fail(alreadyThere(m_target));
    if (number != 0)
        return fail(ioError(number, IoAction::Write, m_target));
    m_published = true;
    syncFolderOf(m_target);
    return {};
}

Result<fs::path> realPath(const fs::path& path) {
    std::error_code error;
    if (path.filename().empty())
        return fail(ioError(EISDIR, IoAction::Read, path));
    fs::path real = fs::canonical(path, error);
    if (!error)
        return real;
    const fs::path absolute = fs::absolute(path, error);
    const fs::path folder = fs::canonical(absolute.parent_path(), error);
    if (error)
        return fail(ioError(error.value(), IoAction::Write, absolute));
    return folder / absolute.filename();
}

void syncFolderOf(const fs::path& path) noexcept {
    const int descriptor = open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

} // namespace plumb::store
