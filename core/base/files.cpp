// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace plumb {
namespace {

namespace fs = std::filesystem;

/// Closes and, unless kept, removes what it stands for.
class TemporaryFile {
public:
    TemporaryFile(int descriptor, std::string path) : m_descriptor(descriptor), m_path(std::move(path)) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        close();
        if (!m_path.empty())
            ::unlink(m_path.c_str());
    }
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }
    [[nodiscard]] const std::string& path() const noexcept { return m_path; }
    /// 0, or the errno of the close: some file systems report a full disk only here.
    int close() noexcept {
        const int error = m_descriptor >= 0 && ::close(m_descriptor) != 0 ? errno : 0;
        m_descriptor = -1;
        return error;
    }
    void keep() noexcept { m_path.clear(); }

private:
    int m_descriptor;
    std::string m_path;
};

tl::unexpected<Error> fileError(ErrorKind kind, const char* id, const fs::path& path, std::string_view what) {
    const std::string name = path.string();
    return fail(kind, id, fmt::format("\"{}\" {}.", name, what), name, {name});
}

tl::unexpected<Error> readError(int error, const fs::path& path) {
    if (error == ENOENT || error == ENOTDIR)
        return fileError(ErrorKind::System, "file.notFound", path, "does not exist");
    if (error == EACCES || error == EPERM)
        return fileError(ErrorKind::System, "file.unreadable", path, "may not be read: permission denied");
    if (error == EISDIR || error == ENXIO)
        return fileError(ErrorKind::System, "file.notAFile", path, "is not a file");
    return fileError(ErrorKind::System, "file.unreadable", path,
                     fmt::format("cannot be read: {}", std::strerror(error)));
}

tl::unexpected<Error> writeError(int error, const fs::path& path) {
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return fileError(ErrorKind::System, "file.noFolder", path, "cannot be written: its folder does not exist");
    case EROFS:
    case EACCES:
    case EPERM:
        return fileError(ErrorKind::System, "file.readOnly", path,
                         "cannot be written: the file or its folder is read-only");
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return fileError(ErrorKind::System, "file.diskFull", path, "cannot be written: there is no room left");
    default:
        return fileError(ErrorKind::System, "file.unwritable", path,
                         fmt::format("cannot be written: {}", std::strerror(error)));
    }
}

/// 0 or errno.
int writeAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), std::min<std::size_t>(bytes.size(), 1U << 30));
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return errno;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// Where the bytes go in the end: a symbolic link stays and its target is replaced.
fs::path resolveTarget(const fs::path& path) {
    std::error_code error;
    if (fs::is_symlink(path, error)) {
        fs::path target = fs::weakly_canonical(path, error);
        if (!error)
            return target;
    }
    return path;
}

/// Makes a new file beside the target, readable as the umask says. The descriptor is -errno on failure.
std::pair<int, std::string> openBeside(const fs::path& folder) {
    for (int attempt = 0; attempt < 1000; ++attempt) {
        std::string name = (folder / fmt::format(".plumb-{}-{}.tmp", ::getpid(), attempt)).string();
        const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor >= 0)
            return {descriptor, std::move(name)};
        if (errno != EEXIST && errno != EINTR)
            return {-errno, {}};
    }
    return {-EEXIST, {}};
}

/// After the rename the new file stands; a folder that cannot be synced (some network file systems) is no failure.
void syncFolder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    static_cast<void>(::fsync(descriptor));
    ::close(descriptor);
}

/// 0 or errno. The mode of a file that is replaced carries over.
int replaceAtomically(const fs::path& target, std::string_view bytes) {
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    struct ::stat old {};
    const bool exists = ::stat(target.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode))
        return EISDIR;
    if (exists && ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0)
        return errno;
    auto [descriptor, name] = openBeside(folder);
    if (descriptor < 0)
        return -descriptor;
    TemporaryFile file(descriptor, std::move(name));
    if (exists && ::fchmod(descriptor, old.st_mode & 07777U) != 0 && errno != EPERM)
        return errno;
    if (const int error = writeAll(descriptor, bytes))
        return error;
    if (::fsync(descriptor) != 0 && errno != EINVAL)
        return errno;
    if (const int error = file.close())
        return error;
    if (::rename(file.path().c_str(), target.c_str()) != 0)
        return errno;
    file.keep();
    syncFolder(folder);
    return 0;
}

Result<std::string> readOpen(int descriptor, const fs::path& path, std::size_t maxBytes) {
    struct ::stat status {};
    if (::fstat(descriptor, &status) != 0)
        return readError(errno, path);
    if (!S_ISREG(status.st_mode))
        return fileError(ErrorKind::System, "file.notAFile", path, "is not a file");
    const auto tooLarge = [&] {
        return fileError(ErrorKind::Refused, "file.tooLarge", path,
                         fmt::format("is too large: at most {} bytes are read", maxBytes));
    };
    if (static_cast<std::uintmax_t>(status.st_size) > maxBytes)
        return tooLarge();
    std::string bytes;
    std::size_t have = 0;
    const auto size = static_cast<std::size_t>(status.st_size);
    for (;;) { // one byte more than the size says, so that a file that grows is noticed
        bytes.resize(have <= size ? size + 1 : have + (1U << 16));
        const ssize_t got = ::read(descriptor, bytes.data() + have, bytes.size() - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return readError(errno, path);
        if (got == 0)
            break;
        have += static_cast<std::size_t>(got);
        if (have > maxBytes)
            return tooLarge();
    }
    bytes.resize(have);
    return bytes;
}

} // namespace

Result<std::string> readFile(const fs::path& path, std::size_t maxBytes) {
    try {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (descriptor < 0)
            return readError(errno, path);
        const TemporaryFile closer(descriptor, {});
        return readOpen(descriptor, path, maxBytes);
    } catch (const std::exception&) {
        return fileError(ErrorKind::System, "file.unreadable", path, "cannot be read: not enough memory");
    }
}

Result<void> writeFileAtomically(const fs::path& path, std::string_view bytes) {
    try {
        if (const int error = replaceAtomically(resolveTarget(path), bytes))
            return writeError(error, path);
        return {};
    } catch (const std::exception&) {
        return fileError(ErrorKind::System, "file.unwritable", path, "cannot be written: not enough memory");
    }
}

} // namespace plumb
