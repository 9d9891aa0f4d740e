// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/zstd_text.h"

#include <fmt/format.h>
#include <new>
#include <zstd.h>

namespace plumb::store {
namespace {

/// What is taken without being felt: a good deal of work for a review of usual size, little for a very large one.
constexpr std::size_t kLarge = 2u << 20;
int levelFor(std::size_t bytes) noexcept {
    return bytes < kLarge ? 9 : 1;
}

Error broken(std::string why) {
    return Error{ErrorKind::Refused,
                 "store.damaged",
                 fmt::format("A compressed text can't be read ({}).", why),
                 {},
                 {std::move(why)},
                 {}};
}

Error noMemory() {
    return Error{ErrorKind::System, "store.failed", "There is not enough memory for a compressed text.", {}, {}, {}};
}

} // namespace

Result<std::string> packText(std::string_view text) try {
    std::string frame(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress(frame.data(), frame.size(), text.data(), text.size(), levelFor(text.size()));
    if (ZSTD_isError(size) != 0)
        return fail(noMemory()); // the room is enough, so nothing else can fail
    frame.resize(size);
    return frame;
} catch (const std::bad_alloc&) {
    return fail(noMemory());
}

Result<std::string> unpackText(std::string_view frame, std::uint64_t bytes, std::uint64_t limit) try {
    if (bytes > limit)
        return fail(broken(fmt::format("it would have {} bytes, more than the {} that are allowed", bytes, limit)));
    const unsigned long long stated = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (stated == ZSTD_CONTENTSIZE_ERROR || stated == ZSTD_CONTENTSIZE_UNKNOWN)
        return fail(broken("it is no whole Zstandard frame"));
    if (stated != bytes)
        return fail(broken(fmt::format("it states {} bytes instead of {}", stated, bytes)));
    const std::size_t end = ZSTD_findFrameCompressedSize(frame.data(), frame.size());
    if (ZSTD_isError(end) != 0 || end != frame.size())
        return fail(broken("it is no whole Zstandard frame"));
    std::string text(static_cast<std::size_t>(bytes), '\0');
    const std::size_t size = ZSTD_decompress(text.data(), text.size(), frame.data(), frame.size());
    if (ZSTD_isError(size) != 0)
        return fail(broken(ZSTD_getErrorName(size)));
    if (size != bytes)
        return fail(broken(fmt::format("it has {} bytes instead of {}", size, bytes)));
    return text;
} catch (const std::bad_alloc&) {
    return fail(noMemory());
}

} // namespace plumb::store
