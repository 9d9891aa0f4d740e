// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/blob_io.h"

#include "core/store/io_errors.h"
#include "core/store/temp_files.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

class FileSource final : public ByteSource {
public:
    FileSource(fs::path path, int descriptor, std::uint64_t size) noexcept
        : m_path(std::move(path)), m_descriptor(descriptor), m_size(size) {}
    ~FileSource() override { close(m_descriptor); }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    Result<std::size_t> read(std::span<std::byte> into) override {
        for (;;) {
            const ssize_t got = ::read(m_descriptor, into.data(), into.size());
            if (got >= 0)
                return static_cast<std::size_t>(got);
            if (errno != EINTR)
                return fail(ioError(errno, IoAction::Read, m_path));
        }
    }
    std::uint64_t size() const noexcept override { return m_size; }

private:
    fs::path m_path;
    int m_descriptor;
    std::uint64_t m_size;
};

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::string_view bytes) noexcept : m_bytes(bytes) {}
    Result<std::size_t> read(std::span<std::byte> into) override {
        const std::size_t n = std::min(into.size(), m_bytes.size() - m_at);
        if (n > 0)
            std::memcpy(into.data(), m_bytes.data() + m_at, n);
        m_at += n;
        return n;
    }
    std::uint64_t size() const noexcept override { return m_bytes.size(); }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
};

class MemorySink final : public ByteSink {
public:
    explicit MemorySink(std::string& out) noexcept : m_out(out) {}
    Result<void> write(std::span<const std::byte> bytes) override {
        m_out.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return {};
    }

private:
    std::string& m_out;
};

class PathSink final : public FileSink {
public:
    PathSink(fs::path target, fs::path temporary, int descriptor) noexcept
        : m_target(std::move(target)), m_temporary(std::move(temporary)), m_descriptor(descriptor) {}
    ~PathSink() override {
        if (m_descriptor >= 0) {
            close(m_descriptor);
            unlink(m_temporary.c_str());
        }
    }
    PathSink(const PathSink&) = delete;
    PathSink& operator=(const PathSink&) = delete;

    Result<void> write(std::span<const std::byte> bytes) override {
        while (!bytes.empty()) {
            const ssize_t put = ::write(m_descriptor, bytes.data(), bytes.size());
            if (put < 0 && errno == EINTR)
                continue;
            if (put < 0)
                return fail(ioError(errno, IoAction::Write, m_target));
            bytes = bytes.subspan(static_cast<std::size_t>(put));
        }
        return {};
    }

    Result<void> commit() override {
        if (m_descriptor < 0)
            return fail(ErrorKind::Usage, "file.unwritable", "The file was finished before.", m_target.string());
        if (fsync(m_descriptor) != 0)
            return fail(ioError(errno, IoAction::Write, m_target));
        if (rename(m_temporary.c_str(), m_target.c_str()) != 0)
            return fail(ioError(errno, IoAction::Write, m_target));
        close(std::exchange(m_descriptor, -1));
        syncFolderOf(m_target);
        return {};
    }

private:
    fs::path m_target, m_temporary;
    int m_descriptor;
};

} // namespace

Result<std::unique_ptr<ByteSource>> openFileSource(const fs::path& path) {
    // Not blocking, so that a pipe answers at once.
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return fail(ioError(errno, IoAction::Read, path));
    struct stat info {};
    const bool regular = fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
    if (!regular) {
        close(descriptor);
        return fail(ErrorKind::System, "file.notAFile", fmt::format("{} is not a file.", path.string()), path.string(),
                    {path.string()});
    }
    return std::make_unique<FileSource>(path, descriptor, static_cast<std::uint64_t>(info.st_size));
}

std::unique_ptr<ByteSource> memorySource(std::string_view bytes) {
    return std::make_unique<MemorySource>(bytes);
}

std::unique_ptr<ByteSink> memorySink(std::string& out) {
    return std::make_unique<MemorySink>(out);
}

Result<std::unique_ptr<FileSink>> openFileSink(const fs::path& path) {
    const fs::path absolute = fs::absolute(path);
    std::string name = (absolute.parent_path() / fmt::format(".{}.XXXXXX", absolute.filename().string())).string();
    struct stat info {};
    if (stat(absolute.c_str(), &info) == 0 && !S_ISREG(info.st_mode))
        return fail(ErrorKind::System, "file.notAFile", fmt::format("{} is not a file.", path.string()), path.string(),
                    {path.string()});
    const int descriptor = mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0)
        return fail(ioError(errno, IoAction::Write, absolute));
    return std::make_unique<PathSink>(absolute, name, descriptor);
}

} // namespace plumb::store
