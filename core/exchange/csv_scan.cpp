// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv_scan.h"

#include "core/exchange/csv_scan_kernel.h"

#include <array>
#include <bit>
#include <cstring>

namespace plumb::exchange {

CsvScan builtAvx2CsvScan() noexcept; // csv_scan_avx2.cpp

namespace {

/// Eight words of eight bytes.
struct Words {
    using Block = std::array<std::uint64_t, 8>;

    static Block load(const char* data) {
        Block block;
        std::memcpy(block.data(), data, 64);
        if constexpr (std::endian::native == std::endian::big)
            for (std::uint64_t& word : block)
                word = __builtin_bswap64(word);
        return block;
    }
    static std::uint64_t equal(const Block& block, char wanted) {
        constexpr std::uint64_t kOnes = 0x0101010101010101U, kHigh = 0x8080808080808080U;
        const std::uint64_t pattern = kOnes * static_cast<unsigned char>(wanted);
        std::uint64_t mask = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            const std::uint64_t x = block[i] ^ pattern;
            const std::uint64_t zeros = ~(((x & ~kHigh) + ~kHigh) | x) & kHigh; // high bit of each byte that is 0
            mask |= ((zeros >> 7) * 0x0102040810204080U >> 56) << (8 * i);      // the eight bits side by side
        }
        return mask;
    }
    static std::uint64_t prefixXor(std::uint64_t x) {
        for (int shift = 1; shift < 64; shift *= 2)
            x ^= x << shift;
        return x;
    }
    static std::uint32_t lowest(std::uint64_t x) { return static_cast<std::uint32_t>(std::countr_zero(x)); }
    static int count(std::uint64_t x) { return std::popcount(x); }
};

bool processorCan() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("pclmul") != 0 &&
           __builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("popcnt") != 0;
#else
    return false;
#endif
}

} // namespace

void scanCsvBytes(const char* data, std::size_t bytes, std::uint32_t at, CsvState& state, CsvMarks& marks) noexcept {
    enum {
        Start,
        Plain,
        Quoted,
        Closed
    } now = state.inQuotes != 0     ? Quoted
            : state.afterMark != 0  ? Start
            : state.afterClose != 0 ? Closed
                                    : Plain;
    for (std::size_t i = 0; i < bytes; ++i, ++at) {
        const char c = data[i];
        if (now == Quoted) {
            if (c == '"')
                now = Closed;
            else if (c == '\n')
                marks.quotedBreaks[marks.quotedBreakCount++] = at;
        } else if (c == ',' || c == '\n') {
            if (c == '\n')
                marks.rows[marks.rowCount++] = static_cast<std::uint32_t>(marks.endCount);
            marks.ends[marks.endCount++] = at;
            now = Start;
        } else if (c == '"' && now != Plain) {
            now = Quoted; // a field's start, or the second one of two
        } else {
            if (now == Closed && c != '\r')
                marks.faults[marks.faultCount++] = at;
            now = Plain;
        }
    }
    state.inQuotes = now == Quoted ? ~std::uint64_t{0} : 0;
    state.afterMark = now == Start ? 1 : 0;
    state.afterClose = now == Closed ? 1 : 0;
}

CsvScan portableCsvScan() noexcept {
    return &scanCsvBlocks<Words>;
}

CsvScan avx2CsvScan() noexcept {
    return processorCan() ? builtAvx2CsvScan() : nullptr;
}

CsvScan csvScan() noexcept {
    static const CsvScan scan = avx2CsvScan() != nullptr ? avx2CsvScan() : portableCsvScan();
    return scan;
}

} // namespace plumb::exchange
