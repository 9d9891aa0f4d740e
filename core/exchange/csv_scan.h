// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// First stage of reading CSV: where fields and rows end, found 64 bytes at a time with bit masks. A quote opens a field
// only at its start (RFC 4180); one inside an unquoted field is text, and text after a closing quote is a fault. Three
// ways give the same marks: AVX2, 64-bit words, and one byte at a time, which also takes over the blocks in which a
// quote is where none belongs.
//
// Method: bit masks of quotes turned into "inside quotes" by a prefix exclusive-or, as published in Langdale and Lemire
// 2019, "Parsing gigabytes of JSON per second".
#pragma once

#include <cstddef>
#include <cstdint>

namespace plumb::exchange {

/// What the bytes before say about the next one. A fresh one stands at the start of a row.
struct CsvState {
    std::uint64_t inQuotes = 0;   ///< all bits, or none
    std::uint64_t afterMark = 1;  ///< 1: the byte before ended a field or a row, or there is none
    std::uint64_t afterClose = 0; ///< 1: the byte before was a quote that closed
    friend bool operator==(const CsvState&, const CsvState&) = default;
};

/// Where a scan writes; offsets are of bytes from where the caller counts. Each list needs room for as many entries as
/// bytes are scanned, and 16 more.
struct CsvMarks {
    std::uint32_t* ends = nullptr; ///< the comma or line feed behind each field
    std::size_t endCount = 0;
    std::uint32_t* rows = nullptr; ///< for each row the position in `ends` of its line feed
    std::size_t rowCount = 0;
    std::uint32_t* quotedBreaks = nullptr; ///< line feeds inside quotes
    std::size_t quotedBreakCount = 0;
    std::uint32_t* faults = nullptr; ///< first bytes of text after a closing quote
    std::size_t faultCount = 0;
};

/// Scans `blocks` times 64 bytes at `data`; the first has offset `at`.
using CsvScan = void (*)(const char* data, std::size_t blocks, std::uint32_t at, CsvState& state, CsvMarks& marks);

/// One byte after the other, any number of them.
void scanCsvBytes(const char* data, std::size_t bytes, std::uint32_t at, CsvState& state, CsvMarks& marks) noexcept;
[[nodiscard]] CsvScan portableCsvScan() noexcept;
[[nodiscard]] CsvScan avx2CsvScan() noexcept; ///< null where the processor or the compiler has no AVX2
[[nodiscard]] CsvScan csvScan() noexcept;     ///< the fastest

} // namespace plumb::exchange
