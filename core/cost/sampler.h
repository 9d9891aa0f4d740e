// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns the ranges of a specification into columns of trials. A value is the quantile of a uniform number that depends
// on (seed, input, block, place in the block) alone: any thread may fill any block, and two scenarios that share an
// input see the same values of it (common random numbers: Law 2015, "Simulation modeling and analysis", 11.2).
//
// Correlations are those of a Gaussian copula (Nelsen 2006, "An introduction to copulas"): z = L e with L L' = R, then
// Phi(z) into each quantile function. The coefficient is that of the normal scores.
#pragma once

#include "core/base/result.h"
#include "core/cost/block_ops.h"
#include "core/cost/quantile_table.h"
#include "core/cost/quantity.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace plumb::cost {

enum class Sampling {
    Random, ///< Philox streams
    Sobol   ///< evenly spread points in kReplicates independently shifted copies; at most kSobolDimensions inputs
};
/// Block b of Sobol sampling belongs to copy b % kReplicates: the spread of the copies' means is the error.
inline constexpr std::size_t kReplicates = 16;

struct Correlation {
    std::size_t a = 0; ///< two different inputs
    std::size_t b = 0;
    double coefficient = 0; ///< between -1 and 1
    friend bool operator==(const Correlation&, const Correlation&) = default;
};

/// Where uniform numbers come from. Input i uses stream (or Sobol dimension) firstStream + i.
struct UniformSource {
    std::uint64_t seed = 1;
    Sampling sampling = Sampling::Random;
    std::uint32_t firstStream = 0;
    friend bool operator==(const UniformSource&, const UniformSource&) = default;
};

/// Immutable; any number of threads may use one.
class Sampler {
public:
    /// Errors (Usage): "cost.correlation" for an unknown input, a coefficient outside -1 to 1, a pair twice, or
    /// correlations that contradict each other (their matrix is not positive definite). The same on any `threads`.
    [[nodiscard]] static Result<Sampler> make(std::span<const Quantity> inputs,
                                              std::span<const Correlation> correlations = {}, std::size_t threads = 1);

    [[nodiscard]] std::size_t inputs() const noexcept { return m_inputs.size(); }
    /// The uniform numbers of all inputs in one block, correlated; columns[i] takes kBlockTrials of input i.
    void uniforms(const BlockOps& ops, const UniformSource& source, std::size_t block, double* const* columns) const;
    /// Uniform numbers into values, in place, for one input.
    void values(const BlockOps& ops, std::size_t input, double* column) const;
    /// Both, for all inputs.
    void block(const BlockOps& ops, const UniformSource& source, std::size_t block, double* const* columns) const;

private:
    struct Input {
        Quantity quantity;
        TriangularShape triangular;
        std::unique_ptr<QuantileTable> table; ///< PERT and lognormals that are not too wide
        double mu = 0;                        ///< of wide lognormals
        double sigma = 0;
    };
    /// Uniform numbers of one input before correlation.
    static void draw(const BlockOps& ops, const UniformSource& source, std::size_t block, std::size_t input,
                     double* column);
    [[nodiscard]] static Input prepare(const Quantity& quantity);
    [[nodiscard]] Result<void> correlate(std::span<const Correlation> correlations);

    std::vector<Input> m_inputs;
    std::vector<std::size_t> m_correlated; ///< inputs with a correlation, rising
    std::vector<double> m_factor;          ///< L, row by row, of those inputs
};

} // namespace plumb::cost
