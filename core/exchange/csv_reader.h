// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads CSV of any size in constant memory (RFC 4180, comma; LF or CR LF; UTF-8 byte order mark allowed). Rows are
// handed out as places in a buffer; only the fields that are asked for are looked at.
#pragma once

#include "core/exchange/cost_import.h"
#include "core/exchange/csv_scan.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::exchange {

inline constexpr std::size_t kMostRowBytes = 16u << 20;
inline constexpr std::size_t kCsvBlock = 256u << 10; ///< read at once; stays in the cache of one core

/// One row in the buffer of the reader, good until the next batch.
struct CsvRow {
    const char* data = nullptr;          ///< the buffer
    const std::uint32_t* ends = nullptr; ///< offset of the mark behind each field
    std::uint32_t begin = 0;             ///< offset of the first byte
    std::size_t fields = 0;
    bool broken = false; ///< text behind a closing quote

    /// The field as it stands, with its quotes; of the last one without the carriage return.
    [[nodiscard]] std::string_view raw(std::size_t field) const noexcept {
        const std::uint32_t from = field == 0 ? begin : ends[field - 1] + 1;
        std::uint32_t to = ends[field];
        if (field + 1 == fields && to > from && data[to - 1] == '\r')
            --to;
        return {data + from, to - from};
    }
    /// Without its outer quotes; doubled ones inside are still two (csvText).
    [[nodiscard]] std::string_view field(std::size_t field) const noexcept {
        const std::string_view text = raw(field);
        if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
            return text.substr(1, text.size() - 2);
        return text;
    }
    [[nodiscard]] bool blank() const noexcept { return fields == 1 && raw(0).empty(); }
};

/// A field of a row with doubled quotes made single.
[[nodiscard]] std::string csvText(std::string_view field);

class CsvReader {
public:
    /// The source must outlive the reader. `scan` is for tests; `block` too.
    explicit CsvReader(ImportSource& source, CsvScan scan = csvScan(), std::size_t block = kCsvBlock);

    /// Goes on to the next rows; false at the end. Errors: those of the source, "import.tooLarge" (a row above 16 MB)
    /// and "import.brokenQuotes" (a quote that nothing closes), with the line.
    [[nodiscard]] Result<bool> next();

    [[nodiscard]] std::size_t rows() const noexcept { return m_marks.rowCount; }
    [[nodiscard]] CsvRow row(std::size_t index) const noexcept {
        const std::size_t first = index == 0 ? 0 : m_rows[index - 1] + std::size_t{1};
        CsvRow row{m_buffer.get(), m_ends.get() + first, index == 0 ? m_begin : m_ends[first - 1] + 1,
                   m_rows[index] + std::size_t{1} - first, false};
        if (m_marks.faultCount != 0) [[unlikely]]
            row.broken = hasFault(row);
        return row;
    }
    /// Line of the file where the row of this batch begins, from 1.
    [[nodiscard]] std::uint64_t lineOf(std::size_t index) const noexcept;

private:
    [[nodiscard]] bool hasFault(const CsvRow& row) const noexcept;
    void dropRead();
    void grow(std::size_t bytes);
    void scanWhatCame();
    [[nodiscard]] Result<void> readMore();
    [[nodiscard]] std::uint64_t lineOfOpenQuote() const noexcept;
    [[nodiscard]] Error notClosed() const;
    [[nodiscard]] Result<void> checkLength() const;

    ImportSource& m_source;
    CsvScan m_scan;
    std::size_t m_block;
    std::size_t m_capacity = 0; ///< bytes of the buffer without its padding
    std::unique_ptr<char[]> m_buffer;
    std::unique_ptr<std::uint32_t[]> m_ends, m_rows, m_breaks, m_faults;
    CsvMarks m_marks;
    CsvState m_state;
    std::uint32_t m_begin = 0; ///< first byte of the first row of the batch
    std::size_t m_scanned = 0; ///< bytes that were scanned
    std::size_t m_filled = 0;  ///< bytes in the buffer
    std::uint64_t m_line = 1;  ///< where the first row of the batch begins
    bool m_atStart = true, m_atEnd = false;
};

} // namespace plumb::exchange
