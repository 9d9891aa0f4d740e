// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The block scan with 32 bytes a step, compiled for AVX2 where the compiler can. Only csv_scan.cpp may call it, and
// only after asking the processor.
#include "core/exchange/csv_scan_kernel.h"

#if defined(__AVX2__) && defined(__PCLMUL__)
#include <immintrin.h>
#endif

namespace plumb::exchange {

CsvScan builtAvx2CsvScan() noexcept;

#if defined(__AVX2__) && defined(__PCLMUL__)
namespace {

struct Lanes {
    struct Block {
        __m256i low, high;
    };
    static Block load(const char* data) {
        const auto* at = reinterpret_cast<const __m256i*>(data);
        return {_mm256_loadu_si256(at), _mm256_loadu_si256(at + 1)};
    }
    static std::uint64_t equal(const Block& block, char wanted) {
        const __m256i pattern = _mm256_set1_epi8(wanted);
        const int low = _mm256_movemask_epi8(_mm256_cmpeq_epi8(block.low, pattern));
        const int high = _mm256_movemask_epi8(_mm256_cmpeq_epi8(block.high, pattern));
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(high)) << 32 | static_cast<std::uint32_t>(low);
    }
    static std::uint64_t prefixXor(std::uint64_t x) {
        const __m128i product =
            _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<long long>(x)), _mm_set1_epi8(-1), 0);
        return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
    }
    static std::uint32_t lowest(std::uint64_t x) { return static_cast<std::uint32_t>(_tzcnt_u64(x)); }
    static int count(std::uint64_t x) { return static_cast<int>(_mm_popcnt_u64(x)); }
};

} // namespace

CsvScan builtAvx2CsvScan() noexcept {
    return &scanCsvBlocks<Lanes>;
}
#else
CsvScan builtAvx2CsvScan() noexcept {
    return nullptr;
}
#endif

} // namespace plumb::exchange
