// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The loops of BlockOps, written once over a set of lanes L: one double (block_portable.cpp), four (block_avx2.cpp) or
// eight (block_avx512.cpp). Only additions, subtractions, multiplications, divisions, square roots, comparisons and bit
// operations, each rounded by itself. This file includes nothing with inline functions of its own: what is compiled for
// AVX2 must never be linked in place of a portable copy.
#pragma once

#include "core/cost/block_ops.h"

namespace plumb::cost {

template <typename L> struct Kernels {
    using D = typename L::D;
    using I = typename L::I;

    template <std::size_t n> static D horner(const double (&c)[n], D x) {
        D sum = L::set(c[n - 1]);
        for (std::size_t i = n - 1; i-- > 0;)
            sum = L::add(L::mul(sum, x), L::set(c[i]));
        return sum;
    }

    /// 1.5 * 2^52: adding it rounds to a whole number, which then stands in the low bits.
    static constexpr double kRound = 6755399441055744.0;
    static constexpr double kLn2High = 0x1.62e42feep-1;
    static constexpr double kLn2Low = 0x1.a39ef35793c76p-33;

    /// 2^k for a whole k of -1022 to 1023.
    static D powerOfTwo(D k) { return L::fromBits(L::template shl<52>(L::bits(L::add(k, L::set(kRound + 1023))))); }

    /// exp(x) = 2^k exp(r) with |r| <= ln 2 / 2 and the Taylor series of exp(r) - 1 - r, whose rest is below 2^-57.
    static D exp(D x) {
        static constexpr double kTaylor[] = {1.0 / 2,       1.0 / 6,        1.0 / 24,        1.0 / 120,
                                             1.0 / 720,     1.0 / 5040,     1.0 / 40320,     1.0 / 362880,
                                             1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800};
        x = L::min(L::max(x, L::set(-746)), L::set(710));
        const D k = L::sub(L::add(L::mul(x, L::set(1.4426950408889634)), L::set(kRound)), L::set(kRound));
        const D high = L::sub(x, L::mul(k, L::set(kLn2High)));
        const D low = L::mul(k, L::set(kLn2Low));
        const D r = L::sub(high, low);
        const D lost = L::sub(L::sub(high, r), low); // what rounding took from r
        const D tail = L::add(L::mul(L::mul(r, r), horner(kTaylor, r)), lost);
        const D e = L::add(L::set(1), L::add(r, tail));
        const D half = L::sub(L::add(L::mul(k, L::set(0.5)), L::set(kRound)), L::set(kRound));
        return L::mul(L::mul(e, powerOfTwo(half)), powerOfTwo(L::sub(k, half)));
    }

    /// log(x) = e ln 2 + log(1 + f) with 1 + f in [sqrt(1/2), sqrt(2)), and log(1 + f) by s = f / (2 + f) as
    /// f - (f^2/2 - s (f^2/2 + R)), R = 2 (s^2/3 + s^4/5 + ...).
    static D log(D x) {
        static constexpr double kSeries[] = {2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11, 2.0 / 13,
                                             2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21, 2.0 / 23};
        static constexpr std::uint64_t kRootHalf = 0x3fe6a09e667f3bcd;
        static constexpr std::uint64_t kOne = 0x3ff0000000000000;
        const D given = x;
        const auto tiny = L::less(x, L::set(0x1p-1022));
        x = L::select(tiny, L::mul(x, L::set(0x1p54)), x);
        const I shifted = L::iadd(L::bits(x), L::seti(kOne - kRootHalf));
        const D biased = L::fromBits(L::ior(L::template shr<52>(shifted), L::seti(0x4330000000000000)));
        const D e = L::sub(L::sub(biased, L::set(0x1p52 + 1023)), L::select(tiny, L::set(54), L::set(0)));
        const D m = L::fromBits(L::iadd(L::iand(shifted, L::seti(0x000fffffffffffff)), L::seti(kRootHalf)));
        const D f = L::sub(m, L::set(1));
        const D s = L::div(f, L::add(L::set(2), f));
        const D z = L::mul(s, s);
        const D rest = L::mul(z, horner(kSeries, z));
        const D square = L::mul(L::mul(L::set(0.5), f), f);
        const D inner = L::add(L::mul(s, L::add(square, rest)), L::mul(e, L::set(kLn2Low)));
        D y = L::sub(L::mul(e, L::set(kLn2High)), L::sub(L::sub(square, inner), f));
        y = L::select(L::less(given, L::set(__builtin_inf())), y, given);
        y = L::select(L::less(L::set(0), given), y, L::set(-__builtin_inf()));
        return L::select(L::less(given, L::set(0)), L::set(__builtin_nan("")), y);
    }

    /// M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Appl. Statist. 37 (1988).
    static D probit(D u) {
        static constexpr double kA[] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                        1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                        3.3430575583588128105e+4, 2.5090809287301226727e+3};
        static constexpr double kB[] = {1.0,
                                        4.2313330701600911252e+1,
                                        6.8718700749205790830e+2,
                                        5.3941960214247511077e+3,
                                        2.1213794301586595867e+4,
                                        3.9307895800092710610e+4,
                                        2.8729085735721942674e+4,
                                        5.2264952788528545610e+3};
        static constexpr double kC[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                        3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                        2.27238449892691845833e-2, 7.74545014278341407640e-4};
        static constexpr double kD[] = {1.0,
                                        2.05319162663775882187e0,
                                        1.67638483018380384940e0,
                                        6.89767334985100004550e-1,
                                        1.48103976427480074590e-1,
                                        1.51986665636164571966e-2,
                                        5.47593808499534494600e-4,
                                        1.05075007164441684324e-9};
        static constexpr double kE[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                        2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                        2.71155556874348757815e-5, 2.01033439929228813265e-7};
        static constexpr double kF[] = {1.0,
                                        5.99832206555887937690e-1,
                                        1.36929880922735805310e-1,
                                        1.48753612908506148525e-2,
                                        7.86869131145613259100e-4,
                                        1.84631831751005468180e-5,
                                        1.42151175831644588870e-7,
                                        2.04426310338993978564e-15};
        const D q = L::sub(u, L::set(0.5));
        const D centre = L::sub(L::set(0.180625), L::mul(q, q));
        const D middle = L::div(L::mul(q, horner(kA, centre)), horner(kB, centre));
        const D t = L::min(u, L::sub(L::set(1), u));
        const D r = L::sqrt(L::sub(L::set(0), log(t)));
        const D near = L::sub(r, L::set(1.6));
        const D far = L::sub(r, L::set(5));
        const auto isFar = L::less(L::set(5), r);
        const D top = L::select(isFar, horner(kE, far), horner(kC, near));
        const D bottom = L::select(isFar, horner(kF, far), horner(kD, near));
        const D tail = L::div(top, bottom);
        const D outer = L::select(L::less(q, L::set(0)), L::sub(L::set(0), tail), tail);
        return L::select(L::less(centre, L::set(0)), outer, middle);
    }

    /// Phi(z) = phi(z) times Mills' ratio of |z|, the ratio by a polynomial in (|z| - 5) / (|z| + 5) that was fitted
    /// for 0 <= |z| <= 38.
    static D normalCdf(D z) {
        static constexpr double kRatio[] = {0.7691930497500641,      -0.6653825028900604,     0.4953056159699073,
                                            -0.3135331566702386,     0.16502036617620416,     -0.0691186387288223,
                                            0.020795066671768003,    -0.0029933766020586593,  -0.000797868145946184,
                                            0.0005448987869785427,   -5.938222311671846e-05,  -4.9765578407049404e-05,
                                            1.669985057876008e-05,   3.9980258364084425e-06,  -2.796841960868232e-06,
                                            -3.775884798243732e-07,  4.465252661685284e-07,   8.759308661584951e-08,
                                            -5.4196458499967634e-08, -2.7225776550420035e-08, -4.414253811338613e-09};
        const D a = L::min(L::max(z, L::sub(L::set(0), z)), L::set(38));
        const D far = L::add(a, L::set(5));
        const D ratio = L::div(horner(kRatio, L::div(L::sub(a, L::set(5)), far)), far);
        const D tail = L::mul(ratio, exp(L::mul(L::mul(L::set(-0.5), a), a)));
        return L::select(L::less(z, L::set(0)), tail, L::sub(L::set(1), tail));
    }

    /// Philox4x32-10 of kWidth counters at once; see core/base/random_stream.h. Words live in lanes of 64 bits whose
    /// upper halves are of no meaning. Eight lanes are two groups; the second may lie beyond the end.
    static void uniforms(const StreamKey& key, double* out, std::size_t count) {
        static constexpr std::size_t kGroups = L::kWidth > 4 ? L::kWidth / 4 : 1;
        for (std::size_t first = 0; first < count; first += kGroups * kDrawsPerGroup)
            for (std::size_t j = 0; j < 4; j += L::kWidth) {
                D u[4];
                philox(key, static_cast<std::uint32_t>(first / 4 + j), u);
                for (std::size_t w = 0; w < 4; ++w)
                    L::storeDraws(out + first + j + 4 * w, u[w], first + kDrawsPerGroup < count);
            }
    }

    static void philox(const StreamKey& key, std::uint32_t quad, D (&u)[4]) {
        I x0 = L::iadd(L::seti(quad), L::steps());
        I x1 = L::seti(key.block);
        I x2 = L::seti(key.stream);
        I x3 = L::seti(key.purpose);
        auto k0 = static_cast<std::uint32_t>(key.seed);
        auto k1 = static_cast<std::uint32_t>(key.seed >> 32);
        for (int round = 0; round < 10; ++round) {
            const I p0 = L::mul32(x0, L::seti(0xD2511F53));
            const I p1 = L::mul32(x2, L::seti(0xCD9E8D57));
            x0 = L::ixor(L::ixor(L::template shr<32>(p1), x1), L::seti(k0));
            x2 = L::ixor(L::ixor(L::template shr<32>(p0), x3), L::seti(k1));
            x1 = p1;
            x3 = p0;
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }
        u[0] = toUniform(x0);
        u[1] = toUniform(x1);
        u[2] = toUniform(x2);
        u[3] = toUniform(x3);
    }

    /// (word + 0.5) / 2^32, exactly: the word becomes the mantissa of a number from 2^20 on.
    static D toUniform(I word) {
        const I bits = L::ior(L::iand(word, L::seti(0xffffffff)), L::seti(0x4130000000000000));
        return L::sub(L::fromBits(bits), L::set(0x1p20 - 0x1p-33));
    }

    static void triangular(const TriangularShape& shape, const double* u, double* out, std::size_t count) {
        for (std::size_t i = 0; i < count; i += L::kWidth) {
            const D x = L::load(u + i);
            const auto rising = L::less(x, L::set(shape.split));
            const D area =
                L::select(rising, L::mul(x, L::set(shape.rise)), L::mul(L::sub(L::set(1), x), L::set(shape.fall)));
            const D way = L::sqrt(area);
            L::store(out + i, L::select(rising, L::add(L::set(shape.low), way), L::sub(L::set(shape.high), way)));
        }
    }

    static void table(const TableView& view, const double* u, double* out, std::size_t count) {
        static constexpr std::uint64_t kFirstCell = (std::uint64_t{1023} - 33) << 4; // exponent and 4 bits of 2^-33
        for (std::size_t i = 0; i < count; i += L::kWidth) {
            const D x = L::load(u + i);
            const D other = L::sub(L::set(1), x);
            const I bits = L::bits(L::min(x, other));
            const I side = L::iand(L::maskBits(L::less(other, x)), L::seti(kTableSideCells));
            const I cell = L::iadd(L::isub(L::template shr<48>(bits), L::seti(kFirstCell)), side);
            const I within = L::ior(L::iand(bits, L::seti(0x0000ffffffffffff)), L::seti(0x3ff0000000000000));
            const D d = L::sub(L::fromBits(within), L::set(1));
            D c0, c1, c2, c3;
            L::rows(view.rows, cell, c0, c1, c2, c3);
            L::store(out + i, L::add(c0, L::mul(d, L::add(c1, L::mul(d, L::add(c2, L::mul(d, c3)))))));
        }
    }

    template <D (*f)(D)> static void each(const double* in, double* out, std::size_t count) {
        for (std::size_t i = 0; i < count; i += L::kWidth)
            L::store(out + i, f(L::load(in + i)));
    }

    static void function(BlockFunction function, const double* in, double* out, std::size_t count) {
        switch (function) {
        case BlockFunction::Ceil:
            return each<L::ceil>(in, out, count);
        case BlockFunction::Sqrt:
            return each<L::sqrt>(in, out, count);
        case BlockFunction::Exp:
            return each<exp>(in, out, count);
        case BlockFunction::Log:
            return each<log>(in, out, count);
        case BlockFunction::Probit:
            return each<probit>(in, out, count);
        case BlockFunction::NormalCdf:
            return each<normalCdf>(in, out, count);
        }
    }

    template <D (*f)(D, D)>
    static void pairs(const BlockOperand& a, const BlockOperand& b, double* out, std::size_t count) {
        const D ca = L::set(a.constant);
        const D cb = L::set(b.constant);
        if (a.column != nullptr && b.column != nullptr)
            for (std::size_t i = 0; i < count; i += L::kWidth)
                L::store(out + i, f(L::load(a.column + i), L::load(b.column + i)));
        else if (a.column != nullptr)
            for (std::size_t i = 0; i < count; i += L::kWidth)
                L::store(out + i, f(L::load(a.column + i), cb));
        else if (b.column != nullptr)
            for (std::size_t i = 0; i < count; i += L::kWidth)
                L::store(out + i, f(ca, L::load(b.column + i)));
        else
            for (std::size_t i = 0; i < count; i += L::kWidth)
                L::store(out + i, f(ca, cb));
    }

    static void binary(BlockOp op, const BlockOperand& a, const BlockOperand& b, double* out, std::size_t count) {
        switch (op) {
        case BlockOp::Add:
            return pairs<L::add>(a, b, out, count);
        case BlockOp::Sub:
            return pairs<L::sub>(a, b, out, count);
        case BlockOp::Mul:
            return pairs<L::mul>(a, b, out, count);
        case BlockOp::Div:
            return pairs<L::div>(a, b, out, count);
        case BlockOp::Min:
            return pairs<L::min>(a, b, out, count);
        case BlockOp::Max:
            return pairs<L::max>(a, b, out, count);
        }
    }

    struct Column {
        const double* from;
        D at(std::size_t i) const { return L::load(from + i); }
    };
    struct Constant {
        D value;
        D at(std::size_t) const { return value; }
    };
    static D reversed(D a, D b) { return L::sub(b, a); }

    template <D (*f)(D, D), D (*g)(D, D), typename A, typename B, typename C>
    static void chain(const A& a, const B& b, const C& c, double* out, std::size_t count) {
        for (std::size_t i = 0; i < count; i += L::kWidth)
            L::store(out + i, g(f(a.at(i), b.at(i)), c.at(i)));
    }
    template <D (*f)(D, D), D (*g)(D, D), typename C>
    static void chainOf(const BlockOperand& a, const BlockOperand& b, const C& c, double* out, std::size_t count) {
        if (a.column == nullptr && b.column == nullptr)
            chain<f, g>(Constant{L::set(a.constant)}, Constant{L::set(b.constant)}, c, out, count);
        else if (a.column == nullptr)
            chain<f, g>(Constant{L::set(a.constant)}, Column{b.column}, c, out, count);
        else if (b.column == nullptr)
            chain<f, g>(Column{a.column}, Constant{L::set(b.constant)}, c, out, count);
        else
            chain<f, g>(Column{a.column}, Column{b.column}, c, out, count);
    }
    template <D (*f)(D, D), D (*g)(D, D)>
    static void chainWith(const BlockOperand& a, const BlockOperand& b, const BlockOperand& c, double* out,
                          std::size_t count) {
        if (c.column == nullptr)
            chainOf<f, g>(a, b, Constant{L::set(c.constant)}, out, count);
        else
            chainOf<f, g>(a, b, Column{c.column}, out, count);
    }
    template <D (*f)(D, D)>
    static void chainThen(BlockThen then, const BlockOperand& a, const BlockOperand& b, const BlockOperand& c,
                          double* out, std::size_t count) {
        switch (then) {
        case BlockThen::Plus:
            return chainWith<f, L::add>(a, b, c, out, count);
        case BlockThen::Times:
            return chainWith<f, L::mul>(a, b, c, out, count);
        case BlockThen::Minus:
            return chainWith<f, L::sub>(a, b, c, out, count);
        case BlockThen::From:
            return chainWith<f, reversed>(a, b, c, out, count);
        }
    }
    static void chained(BlockOp first, BlockThen then, const BlockOperand& a, const BlockOperand& b,
                        const BlockOperand& c, double* out, std::size_t count) {
        switch (first) {
        case BlockOp::Add:
            return chainThen<L::add>(then, a, b, c, out, count);
        case BlockOp::Sub:
            return chainThen<L::sub>(then, a, b, c, out, count);
        case BlockOp::Mul:
            return chainThen<L::mul>(then, a, b, c, out, count);
        case BlockOp::Div:
            return chainThen<L::div>(then, a, b, c, out, count);
        case BlockOp::Min:
        case BlockOp::Max:
            return;
        }
    }

    /// Numbers from `low` to `high` in their order; whole vectors are written, so `out` has room for `count`.
    static std::size_t within(const double* in, std::size_t count, double low, double high, double* out,
                              std::size_t& below) {
        const D from = L::set(low), to = L::set(high);
        std::size_t kept = 0;
        std::size_t under = 0;
        for (std::size_t i = 0; i < count; i += L::kWidth) {
            const D x = L::load(in + i);
            const auto isUnder = L::less(x, from);
            under += L::countOf(isUnder);
            kept += L::keep(out + kept, x, isUnder, L::less(to, x));
        }
        below += under;
        return kept;
    }

    /// kBlockLanes partial results, whatever the width, and then one after the other: the order is always the same.
    static void moments(const double* in, std::size_t count, BlockMoments& out) {
        static constexpr std::size_t kParts = kBlockLanes / L::kWidth;
        D sum[kParts], low[kParts], high[kParts];
        for (std::size_t p = 0; p < kParts; ++p)
            sum[p] = low[p] = high[p] = L::load(in + p * L::kWidth);
        for (std::size_t i = kBlockLanes; i < count; i += kBlockLanes)
            for (std::size_t p = 0; p < kParts; ++p) {
                const D x = L::load(in + i + p * L::kWidth);
                sum[p] = L::add(sum[p], x);
                low[p] = L::min(low[p], x);
                high[p] = L::max(high[p], x);
            }
        const double mean = total(sum) / static_cast<double>(count);
        D square[kParts];
        for (std::size_t p = 0; p < kParts; ++p)
            square[p] = L::set(0);
        for (std::size_t i = 0; i < count; i += kBlockLanes)
            for (std::size_t p = 0; p < kParts; ++p) {
                const D d = L::sub(L::load(in + i + p * L::kWidth), L::set(mean));
                square[p] = L::add(square[p], L::mul(d, d));
            }
        double lows[kBlockLanes], highs[kBlockLanes];
        for (std::size_t p = 0; p < kParts; ++p) {
            L::store(lows + p * L::kWidth, low[p]);
            L::store(highs + p * L::kWidth, high[p]);
        }
        out = {count, mean, total(square), lows[0], highs[0]};
        for (std::size_t p = 1; p < kBlockLanes; ++p) {
            out.minimum = lows[p] < out.minimum ? lows[p] : out.minimum;
            out.maximum = out.maximum < highs[p] ? highs[p] : out.maximum;
        }
    }

    static double total(const D (&parts)[kBlockLanes / L::kWidth]) {
        double lanes[kBlockLanes];
        for (std::size_t p = 0; p < kBlockLanes / L::kWidth; ++p)
            L::store(lanes + p * L::kWidth, parts[p]);
        double sum = 0;
        for (const double lane : lanes)
            sum += lane;
        return sum;
    }

    static constexpr BlockOps ops(const char* name) {
        return {name, uniforms, triangular, table, function, binary, chained, within, moments};
    }
};

} // namespace plumb::cost
