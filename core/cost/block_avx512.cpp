// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The loops of BlockOps with eight lanes, compiled for AVX-512F where the compiler can. Only block_ops.cpp may call
// them, and only after asking the processor. No standard header with inline functions is included here.
#include "core/cost/block_kernels.h"

#ifdef __AVX512F__
#include <immintrin.h>
#endif

namespace plumb::cost {

const BlockOps* builtAvx512BlockOps() noexcept;

#ifdef __AVX512F__
namespace {

struct EightLanes {
    using D = __m512d;
    using I = __m512i;
    static constexpr std::size_t kWidth = 8;

    static D set(double x) { return _mm512_set1_pd(x); }
    static I seti(std::uint64_t x) { return _mm512_set1_epi64(static_cast<long long>(x)); }
    static I steps() { return _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7); }
    static D load(const double* p) { return _mm512_loadu_pd(p); }
    static void store(double* p, D x) { _mm512_storeu_pd(p, x); }
    static void storeDraws(double* p, D x, bool both) {
        _mm256_storeu_pd(p, _mm512_castpd512_pd256(x));
        if (both)
            _mm256_storeu_pd(p + kDrawsPerGroup, _mm512_extractf64x4_pd(x, 1));
    }
    static D add(D a, D b) { return _mm512_add_pd(a, b); }
    static D sub(D a, D b) { return _mm512_sub_pd(a, b); }
    static D mul(D a, D b) { return _mm512_mul_pd(a, b); }
    static D div(D a, D b) { return _mm512_div_pd(a, b); }
    static D sqrt(D a) { return _mm512_sqrt_pd(a); }
    static D ceil(D a) { return _mm512_roundscale_pd(a, _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC); }
    // The instructions give their second operand for equal ones and for NaN.
    static D min(D a, D b) { return _mm512_min_pd(b, a); }
    static D max(D a, D b) { return _mm512_max_pd(b, a); }
    static __mmask8 less(D a, D b) { return _mm512_cmp_pd_mask(a, b, _CMP_LT_OQ); }
    static D select(__mmask8 m, D a, D b) { return _mm512_mask_blend_pd(m, b, a); }
    static I maskBits(__mmask8 m) { return _mm512_maskz_set1_epi64(m, -1); }
    static std::size_t countOf(__mmask8 m) { return static_cast<std::size_t>(__builtin_popcount(m)); }
    static std::size_t keep(double* out, D x, __mmask8 under, __mmask8 over) {
        const auto in = static_cast<__mmask8>(~(under | over));
        store(out, _mm512_maskz_compress_pd(in, x));
        return countOf(in);
    }
    static I bits(D x) { return _mm512_castpd_si512(x); }
    static D fromBits(I x) { return _mm512_castsi512_pd(x); }
    static I iadd(I a, I b) { return _mm512_add_epi64(a, b); }
    static I isub(I a, I b) { return _mm512_sub_epi64(a, b); }
    static I iand(I a, I b) { return _mm512_and_si512(a, b); }
    static I ior(I a, I b) { return _mm512_or_si512(a, b); }
    static I ixor(I a, I b) { return _mm512_xor_si512(a, b); }
    static I mul32(I a, I b) { return _mm512_mul_epu32(a, b); }
    template <int n> static I shl(I a) { return _mm512_slli_epi64(a, n); }
    template <int n> static I shr(I a) { return _mm512_srli_epi64(a, n); }
    /// Eight rows of four, row k beside row k + 4, then turned into four columns.
    static void rows(const double* base, I row, D& c0, D& c1, D& c2, D& c3) {
        alignas(64) std::uint64_t at[8];
        _mm512_store_si512(at, _mm512_slli_epi64(row, 2));
        asm volatile("" : "+m"(at)); // loads of eight numbers are cheaper than taking them out of a register
        const auto pair = [&](std::size_t k) {
            return _mm512_insertf64x4(_mm512_castpd256_pd512(_mm256_load_pd(base + at[k])),
                                      _mm256_load_pd(base + at[k + 4]), 1);
        };
        const D z0 = pair(0), z1 = pair(1), z2 = pair(2), z3 = pair(3);
        const D even01 = _mm512_unpacklo_pd(z0, z1);
        const D odd01 = _mm512_unpackhi_pd(z0, z1);
        const D even23 = _mm512_unpacklo_pd(z2, z3);
        const D odd23 = _mm512_unpackhi_pd(z2, z3);
        const I first = _mm512_setr_epi64(0, 1, 8, 9, 4, 5, 12, 13);
        const I second = _mm512_setr_epi64(2, 3, 10, 11, 6, 7, 14, 15);
        c0 = _mm512_permutex2var_pd(even01, first, even23);
        c1 = _mm512_permutex2var_pd(odd01, first, odd23);
        c2 = _mm512_permutex2var_pd(even01, second, even23);
        c3 = _mm512_permutex2var_pd(odd01, second, odd23);
    }
};

constexpr BlockOps kAvx512 = Kernels<EightLanes>::ops("avx512");

} // namespace

const BlockOps* builtAvx512BlockOps() noexcept {
    return &kAvx512;
}
#else
const BlockOps* builtAvx512BlockOps() noexcept {
    return nullptr;
}
#endif

} // namespace plumb::cost
