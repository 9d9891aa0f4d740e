// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A cost formula as plain data: a straight line of operations on numbers, without branches, in which equal parts stand
// once. It is what a simulation runs thousands of times. Nothing here knows items or measures.
//
// Every operation is an IEEE 754 double operation rounded to nearest, except Exp and Log, which are the C library's
// here and may be another implementation's in a vector path (then within that path's stated error).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

namespace plumb::cost {

/// Two operands, or one (then `b` equals `a`). Min and Max give `a` when both are equal; there are no NaNs to order.
enum class Op : std::uint8_t { Add, Sub, Mul, Div, Min, Max, Ceil, Exp, Log, Sqrt };

/// `a` and `b` are slots. The result of instruction k is slot inputs + constants + k, written once and read later.
struct Instruction {
    Op op = Op::Add;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    friend bool operator==(const Instruction&, const Instruction&) = default;
    friend auto operator<=>(const Instruction&, const Instruction&) = default;
};

/// Slots are numbered: the inputs, then the constants, then the results in order. `result` is the slot of the answer
/// (it may be an input or a constant). Instructions that do not reach the result are not in the program.
struct Program {
    std::uint32_t inputs = 0;
    std::vector<double> constants;
    std::vector<Instruction> code;
    std::uint32_t result = 0;

    [[nodiscard]] std::size_t slotCount() const noexcept { return inputs + constants.size() + code.size(); }
    friend bool operator==(const Program&, const Program&) = default;
};

/// One evaluation, the reference for every faster path. `values` has at least `inputs` numbers.
[[nodiscard]] double run(const Program& program, std::span<const double> values);

/// The same for `count` trials in a structure of arrays: `columns[i]` are `count` values of input i; columns the
/// program does not read may be null. Bit-equal to run() for each trial. `scratch` is grown as needed and can be used
/// again; one per thread. `out` may not overlap a column.
void runBlock(const Program& program, const double* const* columns, std::size_t count, double* out,
              std::vector<double>& scratch);

class Tape;

/// A number while a formula is written down: either known, or a place on a tape. Arithmetic on known numbers is done at
/// once, so a formula of known numbers alone is simply evaluated. Both sides of an operation are on one tape or known.
class Num {
public:
    Num(double value = 0) noexcept : m_value(value) {} // NOLINT: a number is a Num
    [[nodiscard]] bool known() const noexcept { return m_tape == nullptr; }
    /// Only of a known one.
    [[nodiscard]] double value() const noexcept { return m_value; }

private:
    friend class Tape;
    friend Num apply(Op op, const Num& a, const Num& b);
    Num(Tape* tape, std::uint32_t place) noexcept : m_tape(tape), m_place(place) {}
    Tape* m_tape = nullptr;
    double m_value = 0;
    std::uint32_t m_place = 0;
};

[[nodiscard]] Num apply(Op op, const Num& a, const Num& b);
[[nodiscard]] double compute(Op op, double a, double b) noexcept;
[[nodiscard]] inline Num operator+(const Num& a, const Num& b) {
    return apply(Op::Add, a, b);
}
[[nodiscard]] inline Num operator-(const Num& a, const Num& b) {
    return apply(Op::Sub, a, b);
}
[[nodiscard]] inline Num operator*(const Num& a, const Num& b) {
    return apply(Op::Mul, a, b);
}
[[nodiscard]] inline Num operator/(const Num& a, const Num& b) {
    return apply(Op::Div, a, b);
}
[[nodiscard]] inline Num min(const Num& a, const Num& b) {
    return apply(Op::Min, a, b);
}
[[nodiscard]] inline Num max(const Num& a, const Num& b) {
    return apply(Op::Max, a, b);
}
[[nodiscard]] inline Num ceil(const Num& a) {
    return apply(Op::Ceil, a, a);
}
[[nodiscard]] inline Num exp(const Num& a) {
    return apply(Op::Exp, a, a);
}
[[nodiscard]] inline Num log(const Num& a) {
    return apply(Op::Log, a, a);
}
[[nodiscard]] inline Num sqrt(const Num& a) {
    return apply(Op::Sqrt, a, a);
}
/// `level` of the way from a to b; exactly a at 0 and exactly b at 1.
[[nodiscard]] Num mix(double level, const Num& a, const Num& b);

/// Collects operations, each equal one once, and cuts the program of one result out of them. Not copyable: numbers
/// point to it.
class Tape {
public:
    explicit Tape(std::uint32_t inputs) : m_inputs(inputs) {}
    Tape(const Tape&) = delete;
    Tape& operator=(const Tape&) = delete;

    [[nodiscard]] Num input(std::uint32_t index) { return {this, index}; }
    [[nodiscard]] Program programFor(const Num& result) const;

private:
    friend Num apply(Op op, const Num& a, const Num& b);
    [[nodiscard]] std::uint32_t place(const Num& number);
    [[nodiscard]] Num append(Op op, const Num& a, const Num& b);

    /// A place below m_inputs is an input; else node place - m_inputs.
    struct Node {
        bool constant = false;
        double value = 0;
        Instruction code;
    };
    std::uint32_t m_inputs;
    std::vector<Node> m_nodes;
    std::map<Instruction, std::uint32_t> m_known;
    std::map<std::uint64_t, std::uint32_t> m_constants; ///< by bits
};

} // namespace plumb::cost
