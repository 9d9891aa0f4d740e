// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the bytes of an import come from.
#include "core/exchange/cost_import.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <system_error>

namespace plumb::exchange {
namespace {

class FileSource final : public ImportSource {
public:
    FileSource(std::FILE* file, std::uint64_t size, std::string name)
        : m_file(file, &std::fclose), m_size(size), m_name(std::move(name)) {
        std::setvbuf(file, nullptr, _IONBF, 0); // who reads brings a buffer along
    }
    [[nodiscard]] Result<std::size_t> read(std::span<char> into) override {
        const std::size_t got = std::fread(into.data(), 1, into.size(), m_file.get());
        if (got < into.size() && std::ferror(m_file.get()) != 0)
            return fail(ErrorKind::System, "file.unreadable", fmt::format("{} can't be read to its end.", m_name),
                        m_name, {m_name});
        return got;
    }
    [[nodiscard]] std::uint64_t size() const noexcept override { return m_size; }

private:
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> m_file;
    std::uint64_t m_size;
    std::string m_name;
};

class ByteSource final : public ImportSource {
public:
    explicit ByteSource(std::string_view bytes) : m_rest(bytes), m_size(bytes.size()) {}
    [[nodiscard]] Result<std::size_t> read(std::span<char> into) override {
        const std::size_t count = std::min(into.size(), m_rest.size());
        if (count != 0)
            std::memcpy(into.data(), m_rest.data(), count);
        m_rest.remove_prefix(count);
        return count;
    }
    [[nodiscard]] std::uint64_t size() const noexcept override { return m_size; }

private:
    std::string_view m_rest;
    std::uint64_t m_size;
};

} // namespace

Result<std::unique_ptr<ImportSource>> openImport(const std::filesystem::path& path) {
    const std::string name = path.string();
    std::error_code trouble;
    const std::filesystem::file_status status = std::filesystem::status(path, trouble);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail(ErrorKind::System, "file.notFound", fmt::format("{} is not there.", name), name, {name});
    if (status.type() == std::filesystem::file_type::directory)
        return fail(ErrorKind::System, "file.notAFile", fmt::format("{} is a folder, not a file.", name), name, {name});
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr)
        return fail(ErrorKind::System, "file.unreadable", fmt::format("{} can't be opened for reading.", name), name,
                    {name});
    const std::uintmax_t size = std::filesystem::file_size(path, trouble);
    return std::make_unique<FileSource>(file, trouble ? 0 : size, name);
}

std::unique_ptr<ImportSource> importBytes(std::string_view bytes) {
    return std::make_unique<ByteSource>(bytes);
}

} // namespace plumb::exchange
