// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The inner loops of a simulation on blocks of trials (structure of arrays): draws, quantiles and arithmetic. There are
// three sets, portable, AVX2 and AVX-512, made from one text (block_kernels.h) of IEEE 754 operations in one order,
// without contraction or reassociation. So both give the same bits, and a result does not depend on the machine.
//
// Every `count` is a multiple of kBlockLanes; blocks of a simulation are kBlockTrials long and are always computed
// whole. Outputs may be the same array as an input, not overlap it otherwise.
#pragma once

#include "core/base/random_stream.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace plumb::cost {

inline constexpr std::size_t kBlockLanes = 16;
/// Part of what a seed means: block b of an input are trials 512 b to 512 b + 511.
inline constexpr std::size_t kBlockTrials = 512;

/// What blockBinary can do. Min and Max give `a` when both are equal.
enum class BlockOp : std::uint8_t { Add, Sub, Mul, Div, Min, Max };
/// What follows a first operation in one pass: its result plus, times or minus c, or c minus it.
enum class BlockThen : std::uint8_t { Plus, Times, Minus, From };
enum class BlockFunction : std::uint8_t {
    Ceil,
    Sqrt,
    Exp,      ///< within 1 ulp of the true value; 0 and infinity beyond the range of double
    Log,      ///< within 1 ulp; minus infinity at 0, NaN below
    Probit,   ///< the normal quantile for 0 < u < 1: Wichura 1988, algorithm AS 241, PPND16 (about 1 part in 10^16)
    NormalCdf ///< the probability below z, within 1 part in 10^12 of itself; 0 and 1 beyond 38
};

/// An operand of arithmetic: a column, or one number for all trials when `column` is null.
struct BlockOperand {
    const double* column = nullptr;
    double constant = 0;
};

/// Quantiles of a distribution as cubics over cells; made by QuantileTable. Cells are 16 to an octave of the smaller
/// tail probability t = min(u, 1 - u), from 2^-33 to 1/2; those of u > 1/2 follow those of u < 1/2.
struct TableView {
    const double* rows = nullptr; ///< 4 coefficients a cell, 32-byte aligned
};
inline constexpr std::size_t kTableOctaves = 32;
inline constexpr std::size_t kTableCellsPerOctave = 16;
inline constexpr std::size_t kTableSideCells = kTableOctaves * kTableCellsPerOctave;

/// low + sqrt(u * rise) below u = split, high - sqrt((1 - u) * fall) from there on.
struct TriangularShape {
    double low = 0;
    double high = 0;
    double split = 0;
    double rise = 0;
    double fall = 0;
};

/// Of some numbers: how many, their mean, the sum of squared distances from it, and the ends.
struct BlockMoments {
    std::size_t count = 0;
    double mean = 0;
    double squares = 0;
    double minimum = 0;
    double maximum = 0;
    friend bool operator==(const BlockMoments&, const BlockMoments&) = default;
};

struct BlockOps {
    const char* name; ///< "portable", "avx2", "avx512"
    /// The first `count` draws of the stream as toUniform() of drawWords().
    void (*uniforms)(const StreamKey& key, double* out, std::size_t count);
    void (*triangular)(const TriangularShape& shape, const double* u, double* out, std::size_t count);
    void (*table)(const TableView& table, const double* u, double* out, std::size_t count);
    void (*function)(BlockFunction function, const double* in, double* out, std::size_t count);
    void (*binary)(BlockOp op, const BlockOperand& a, const BlockOperand& b, double* out, std::size_t count);
    /// `first` of Add, Sub, Mul and Div on a and b, then `then` with c, each rounded by itself: the bits of two calls
    /// of binary() without the column in between. Not all of a, b and c are constants.
    void (*chained)(BlockOp first, BlockThen then, const BlockOperand& a, const BlockOperand& b, const BlockOperand& c,
                    double* out, std::size_t count);
    /// Copies the numbers that are not below `low` and not above `high`, in their order, and gives how many they are;
    /// adds to `below` how many are below. `out` has room for `count` and does not overlap `in`.
    std::size_t (*within)(const double* in, std::size_t count, double low, double high, double* out,
                          std::size_t& below);
    /// `count` is above 0.
    void (*moments)(const double* in, std::size_t count, BlockMoments& out);
};

[[nodiscard]] const BlockOps& portableBlockOps() noexcept;
/// Null when the program was built without it or the processor has none.
[[nodiscard]] const BlockOps* avx2BlockOps() noexcept;
[[nodiscard]] const BlockOps* avx512BlockOps() noexcept; ///< the same
/// The fastest that this processor runs.
[[nodiscard]] const BlockOps& blockOps() noexcept;

/// Room for `count` numbers at the start of a cache line inside `memory`, which is grown for it: any place will do for
/// the loops, but a vector that straddles two lines costs twice. What was there before is lost.
[[nodiscard]] double* alignedRoom(std::vector<double>& memory, std::size_t count);

/// One number at a time, with the same bits as the loops.
[[nodiscard]] double strictExp(double x) noexcept;
[[nodiscard]] double strictLog(double x) noexcept;
[[nodiscard]] double normalQuantile(double u) noexcept; ///< minus infinity at 0, infinity at 1
[[nodiscard]] double normalCdf(double z) noexcept;

} // namespace plumb::cost
