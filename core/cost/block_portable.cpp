// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The loops of BlockOps with one lane, for every machine, and the reference of the others.
#include "core/cost/block_kernels.h"

#include <bit>
#include <cmath>

namespace plumb::cost {
namespace {

struct OneLane {
    using D = double;
    using I = std::uint64_t;
    static constexpr std::size_t kWidth = 1;

    static D set(double x) { return x; }
    static I seti(std::uint64_t x) { return x; }
    static I steps() { return 0; }
    static D load(const double* p) { return *p; }
    static void store(double* p, D x) { *p = x; }
    static void storeDraws(double* p, D x, bool) { *p = x; }
    static D add(D a, D b) { return a + b; }
    static D sub(D a, D b) { return a - b; }
    static D mul(D a, D b) { return a * b; }
    static D div(D a, D b) { return a / b; }
    static D sqrt(D a) { return std::sqrt(a); }
    static D ceil(D a) { return std::ceil(a); }
    static D min(D a, D b) { return b < a ? b : a; }
    static D max(D a, D b) { return a < b ? b : a; }
    static bool less(D a, D b) { return a < b; }
    static D select(bool m, D a, D b) { return m ? a : b; }
    static I maskBits(bool m) { return m ? ~I{0} : 0; }
    static std::size_t countOf(bool m) { return m ? 1 : 0; }
    static std::size_t keep(double* out, D x, bool under, bool over) {
        *out = x;
        return under || over ? 0 : 1;
    }
    static I bits(D x) { return std::bit_cast<I>(x); }
    static D fromBits(I x) { return std::bit_cast<D>(x); }
    static I iadd(I a, I b) { return a + b; }
    static I isub(I a, I b) { return a - b; }
    static I iand(I a, I b) { return a & b; }
    static I ior(I a, I b) { return a | b; }
    static I ixor(I a, I b) { return a ^ b; }
    static I mul32(I a, I b) { return (a & 0xffffffff) * (b & 0xffffffff); }
    template <int n> static I shl(I a) { return a << n; }
    template <int n> static I shr(I a) { return a >> n; }
    static void rows(const double* base, I row, D& c0, D& c1, D& c2, D& c3) {
        const double* p = base + 4 * row;
        c0 = p[0], c1 = p[1], c2 = p[2], c3 = p[3];
    }
};

constexpr BlockOps kPortable = Kernels<OneLane>::ops("portable");

} // namespace

const BlockOps& portableBlockOps() noexcept {
    return kPortable;
}

double strictExp(double x) noexcept {
    return Kernels<OneLane>::exp(x);
}

double strictLog(double x) noexcept {
    return Kernels<OneLane>::log(x);
}

double normalQuantile(double u) noexcept {
    if (u <= 0 || u >= 1)
        return u <= 0 ? -__builtin_inf() : __builtin_inf();
    return Kernels<OneLane>::probit(u);
}

double normalCdf(double z) noexcept {
    return Kernels<OneLane>::normalCdf(z);
}

} // namespace plumb::cost
