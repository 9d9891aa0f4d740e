// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Streams between the project file and the world. Evidence is never in memory whole.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace plumb::store {

/// Size of the pieces that content is stored in.
inline constexpr std::size_t kChunkBytes = 256u << 10;

struct BlobInfo {
    std::string sha256;
    std::uint64_t bytes = 0;
    bool wasThere = false; ///< the same content was stored already
};

/// Called between pieces with bytes done and in total (0 = unknown); answers false to cancel. May be empty.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

class ByteSource {
public:
    virtual ~ByteSource() = default;
    [[nodiscard]] virtual Result<std::size_t> read(std::span<std::byte> into) = 0; ///< 0 at the end
    [[nodiscard]] virtual std::uint64_t size() const noexcept = 0;                 ///< 0 = unknown
};

class ByteSink {
public:
    virtual ~ByteSink() = default;
    [[nodiscard]] virtual Result<void> write(std::span<const std::byte> bytes) = 0;
};

/// A file from outside; "file.notFound", "file.notAFile" (folders, devices, pipes), "file.unreadable".
[[nodiscard]] Result<std::unique_ptr<ByteSource>> openFileSource(const std::filesystem::path& path);
/// Bytes that are in memory already (a pasted image). The view must outlive the source.
[[nodiscard]] std::unique_ptr<ByteSource> memorySource(std::string_view bytes);
/// Collects into `out`.
[[nodiscard]] std::unique_ptr<ByteSink> memorySink(std::string& out);
/// Writes to `path` through a temporary file beside it; the file appears when commit() succeeds, else nothing does.
class FileSink : public ByteSink {
public:
    [[nodiscard]] virtual Result<void> commit() = 0;
};
[[nodiscard]] Result<std::unique_ptr<FileSink>> openFileSink(const std::filesystem::path& path);

} // namespace plumb::store
