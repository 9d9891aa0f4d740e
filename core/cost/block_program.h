// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cost programs (program.h) made ready for blocks of trials: several programs become one, equal parts of them are
// computed once, and intermediate columns share a few registers that stay in the processor's nearest cache. Each trial
// gets the bits of run(), except that exp and log are those of block_ops.h (within 1 ulp of the true value).
#pragma once

#include "core/cost/block_ops.h"
#include "core/cost/program.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace plumb::cost {

class BlockProgram {
public:
    /// All programs have the same inputs. One output for each program, in order.
    explicit BlockProgram(std::span<const Program* const> programs);

    [[nodiscard]] std::size_t inputs() const noexcept { return m_inputs; }
    [[nodiscard]] std::size_t outputs() const noexcept { return m_outputs.size(); }
    /// Passes over a column a trial takes, and columns it needs besides inputs and outputs.
    [[nodiscard]] std::size_t passes() const noexcept { return m_steps.size(); }
    [[nodiscard]] std::size_t registers() const noexcept { return m_registers; }

    /// kBlockTrials trials: columns[i] are the values of input i, out[k] takes those of output k. `scratch` grows as
    /// needed; one for each thread. Outputs overlap neither inputs nor each other.
    void run(const BlockOps& ops, const double* const* columns, double* const* out, std::vector<double>& scratch) const;

private:
    enum class Kind : std::uint8_t { Input, Constant, Register, Output };
    struct Place {
        Kind kind = Kind::Constant;
        std::uint32_t index = 0;
        double value = 0;
    };
    /// One operation, or two in one pass: `then` of the first one's result and c.
    struct Step {
        Op op = Op::Add;
        std::optional<BlockThen> then;
        Place a, b, c, to;
    };
    struct Builder;
    void addStep(Builder& builder, std::size_t node);
    void runPart(const BlockOps& ops, const double* const* columns, double* const* out, std::size_t start,
                 double* registers) const;

    std::size_t m_inputs = 0;
    std::size_t m_registers = 0;
    std::vector<Step> m_steps;
    std::vector<Place> m_outputs; ///< where each answer stands; itself when a step writes there
};

} // namespace plumb::cost
