// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Layers around a source: one that reports progress and can be cancelled, and one whose beginning can be looked at
// before it is read.
#pragma once

#include "core/exchange/cost_import.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace plumb::exchange {

/// Tells every megabyte how far reading is.
class ReportingSource final : public ImportSource {
public:
    ReportingSource(ImportSource& source, const ImportProgress& progress) : m_source(source), m_progress(progress) {}
    [[nodiscard]] Result<std::size_t> read(std::span<char> into) override {
        PLUMB_TRY(got, m_source.read(into));
        m_done += got;
        if (m_progress && (m_done - m_told >= kStep || got == 0)) {
            m_told = m_done;
            if (!m_progress(m_done, m_source.size()))
                return fail(ErrorKind::Cancelled, "import.cancelled", "The import was cancelled; nothing was changed.");
        }
        return got;
    }
    [[nodiscard]] std::uint64_t size() const noexcept override { return m_source.size(); }

private:
    static constexpr std::uint64_t kStep = 1u << 20;
    ImportSource& m_source;
    const ImportProgress& m_progress;
    std::uint64_t m_done = 0, m_told = 0;
};

class PeekSource final : public ImportSource {
public:
    explicit PeekSource(ImportSource& source) : m_source(source) {}
    /// The first `count` bytes, or all when there are fewer. Once, before anything is read.
    [[nodiscard]] Result<std::string_view> peek(std::size_t count) {
        m_bytes.resize(count);
        std::size_t filled = 0;
        while (filled < count) {
            PLUMB_TRY(got, m_source.read(std::span(m_bytes).subspan(filled)));
            if (got == 0)
                break;
            filled += got;
        }
        m_bytes.resize(filled);
        return std::string_view(m_bytes);
    }
    [[nodiscard]] Result<std::size_t> read(std::span<char> into) override {
        if (m_given == m_bytes.size())
            return m_source.read(into);
        const std::size_t count = std::min(into.size(), m_bytes.size() - m_given);
        std::memcpy(into.data(), m_bytes.data() + m_given, count);
        m_given += count;
        return count;
    }
    [[nodiscard]] std::uint64_t size() const noexcept override { return m_source.size(); }

private:
    ImportSource& m_source;
    std::string m_bytes;
    std::size_t m_given = 0;
};

} // namespace plumb::exchange
