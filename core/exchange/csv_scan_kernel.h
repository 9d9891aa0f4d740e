// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The block scan, written once over what compares 64 bytes (L::equal, L::prefixXor). L must be a type of an unnamed
// namespace, so that each instruction set keeps its own code; for the same reason no standard header with inline
// functions is included.
#pragma once

#include "core/exchange/csv_scan.h"

namespace plumb::exchange {

/// Writes offsets of the bits of `mask`; a little more than there are, to save branches.
template <typename L> inline void writeBits(std::uint64_t mask, std::uint32_t at, std::uint32_t* out, int count) {
    for (int i = 0; i < 4; ++i) {
        out[i] = at + L::lowest(mask);
        mask &= mask - 1;
    }
    if (count <= 4) [[likely]]
        return;
    for (int i = 4; i < 8; ++i) {
        out[i] = at + L::lowest(mask);
        mask &= mask - 1;
    }
    for (int i = 8; i < count; ++i) {
        out[i] = at + L::lowest(mask);
        mask &= mask - 1;
    }
}

template <typename L>
void scanCsvBlocks(const char* data, std::size_t blocks, std::uint32_t at, CsvState& state, CsvMarks& marks) {
    CsvState now = state;
    for (std::size_t block = 0; block < blocks; ++block, data += 64, at += 64) {
        const typename L::Block bytes = L::load(data);
        const std::uint64_t quotes = L::equal(bytes, '"');
        const std::uint64_t breaks = L::equal(bytes, '\n');
        const std::uint64_t marksHere = L::equal(bytes, ',') | breaks;
        const std::uint64_t inside = L::prefixXor(quotes) ^ now.inQuotes;
        const std::uint64_t close = quotes & ~inside;
        const std::uint64_t ends = marksHere & ~inside;
        const std::uint64_t afterClose = close << 1 | now.afterClose;
        const std::uint64_t badOpen = quotes & inside & ~(ends << 1 | now.afterMark | afterClose);
        const std::uint64_t oddAfter = afterClose & ~(marksHere | quotes);
        if (badOpen != 0 || (oddAfter != 0 && (oddAfter & ~L::equal(bytes, '\r')) != 0)) [[unlikely]] {
            scanCsvBytes(data, 64, at, now, marks);
            continue;
        }
        now.inQuotes = 0 - (inside >> 63);
        now.afterMark = ends >> 63;
        now.afterClose = close >> 63;
        for (std::uint64_t rest = breaks & inside; rest != 0; rest &= rest - 1)
            [[unlikely]] marks.quotedBreaks[marks.quotedBreakCount++] = at + L::lowest(rest);
        for (std::uint64_t rest = breaks & ~inside; rest != 0; rest &= rest - 1)
            marks.rows[marks.rowCount++] = static_cast<std::uint32_t>(
                marks.endCount + static_cast<std::size_t>(L::count(ends & ((rest & (0 - rest)) - 1))));
        const int count = L::count(ends);
        writeBits<L>(ends, at, marks.ends + marks.endCount, count);
        marks.endCount += static_cast<std::size_t>(count);
    }
    state = now;
}

} // namespace plumb::exchange
