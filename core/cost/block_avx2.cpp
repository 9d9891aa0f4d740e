// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The loops of BlockOps with four lanes, compiled for AVX2 where the compiler can. Only block_ops.cpp may call them,
// and only after asking the processor. No standard header with inline functions is included here.
#include "core/cost/block_kernels.h"

#ifdef __AVX2__
#include <immintrin.h>
#endif

namespace plumb::cost {

const BlockOps* builtAvx2BlockOps() noexcept;

#ifdef __AVX2__
namespace {

struct FourLanes {
    using D = __m256d;
    using I = __m256i;
    static constexpr std::size_t kWidth = 4;

    static D set(double x) { return _mm256_set1_pd(x); }
    static I seti(std::uint64_t x) { return _mm256_set1_epi64x(static_cast<long long>(x)); }
    static I steps() { return _mm256_setr_epi64x(0, 1, 2, 3); }
    static D load(const double* p) { return _mm256_loadu_pd(p); }
    static void store(double* p, D x) { _mm256_storeu_pd(p, x); }
    static void storeDraws(double* p, D x, bool) { store(p, x); }
    static D add(D a, D b) { return _mm256_add_pd(a, b); }
    static D sub(D a, D b) { return _mm256_sub_pd(a, b); }
    static D mul(D a, D b) { return _mm256_mul_pd(a, b); }
    static D div(D a, D b) { return _mm256_div_pd(a, b); }
    static D sqrt(D a) { return _mm256_sqrt_pd(a); }
    static D ceil(D a) { return _mm256_ceil_pd(a); }
    // The instructions give their second operand for equal ones and for NaN.
    static D min(D a, D b) { return _mm256_min_pd(b, a); }
    static D max(D a, D b) { return _mm256_max_pd(b, a); }
    static D less(D a, D b) { return _mm256_cmp_pd(a, b, _CMP_LT_OQ); }
    static D select(D m, D a, D b) { return _mm256_blendv_pd(b, a, m); }
    static I maskBits(D m) { return _mm256_castpd_si256(m); }
    static std::size_t countOf(D m) { return static_cast<std::size_t>(__builtin_popcount(mask(m))); }
    static unsigned mask(D m) { return static_cast<unsigned>(_mm256_movemask_pd(m)); }
    static std::size_t keep(double* out, D x, D under, D over) {
        unsigned in = ~(mask(under) | mask(over)) & 15;
        if (in == 0)
            return 0;
        double lanes[4];
        store(lanes, x);
        std::size_t kept = 0;
        for (; in != 0; in &= in - 1)
            out[kept++] = lanes[__builtin_ctz(in)];
        return kept;
    }
    static I bits(D x) { return _mm256_castpd_si256(x); }
    static D fromBits(I x) { return _mm256_castsi256_pd(x); }
    static I iadd(I a, I b) { return _mm256_add_epi64(a, b); }
    static I isub(I a, I b) { return _mm256_sub_epi64(a, b); }
    static I iand(I a, I b) { return _mm256_and_si256(a, b); }
    static I ior(I a, I b) { return _mm256_or_si256(a, b); }
    static I ixor(I a, I b) { return _mm256_xor_si256(a, b); }
    static I mul32(I a, I b) { return _mm256_mul_epu32(a, b); }
    template <int n> static I shl(I a) { return _mm256_slli_epi64(a, n); }
    template <int n> static I shr(I a) { return _mm256_srli_epi64(a, n); }
    /// Four rows of four, then turned into four columns.
    static void rows(const double* base, I row, D& c0, D& c1, D& c2, D& c3) {
        const __m128i low = _mm256_castsi256_si128(row);
        const __m128i high = _mm256_extracti128_si256(row, 1);
        const D r0 = _mm256_load_pd(base + 4 * _mm_cvtsi128_si64(low));
        const D r1 = _mm256_load_pd(base + 4 * _mm_extract_epi64(low, 1));
        const D r2 = _mm256_load_pd(base + 4 * _mm_cvtsi128_si64(high));
        const D r3 = _mm256_load_pd(base + 4 * _mm_extract_epi64(high, 1));
        const D even01 = _mm256_unpacklo_pd(r0, r1);
        const D odd01 = _mm256_unpackhi_pd(r0, r1);
        const D even23 = _mm256_unpacklo_pd(r2, r3);
        const D odd23 = _mm256_unpackhi_pd(r2, r3);
        c0 = _mm256_permute2f128_pd(even01, even23, 0x20);
        c1 = _mm256_permute2f128_pd(odd01, odd23, 0x20);
        c2 = _mm256_permute2f128_pd(even01, even23, 0x31);
        c3 = _mm256_permute2f128_pd(odd01, odd23, 0x31);
    }
};

constexpr BlockOps kAvx2 = Kernels<FourLanes>::ops("avx2");

} // namespace

const BlockOps* builtAvx2BlockOps() noexcept {
    return &kAvx2;
}
#else
const BlockOps* builtAvx2BlockOps() noexcept {
    return nullptr;
}
#endif

} // namespace plumb::cost
