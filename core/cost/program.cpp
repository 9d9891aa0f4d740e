// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/program.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace plumb::cost {
namespace {

constexpr std::size_t kBlock = 512; ///< trials at a time: a dozen columns stay in the first cache

bool commutes(Op op) {
    return op == Op::Add || op == Op::Mul || op == Op::Min || op == Op::Max;
}

/// What `a op b` is when one side is known and the operation does nothing; null when it does something.
const Num* unchanged(Op op, const Num& a, const Num& b) {
    const bool aIs0 = a.known() && a.value() == 0, bIs0 = b.known() && b.value() == 0;
    const bool aIs1 = a.known() && a.value() == 1, bIs1 = b.known() && b.value() == 1;
    if (op == Op::Add)
        return bIs0 ? &a : aIs0 ? &b : nullptr;
    if (op == Op::Sub)
        return bIs0 ? &a : nullptr;
    if (op == Op::Mul)
        return bIs1 || aIs0 ? &a : aIs1 || bIs0 ? &b : nullptr;
    if (op == Op::Div)
        return bIs1 || aIs0 ? &a : nullptr;
    return nullptr;
}

template <typename F> void binary(const double* a, const double* b, double* out, std::size_t count, F f) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = f(a[i], b[i]);
}

/// compute() for a block; one loop for each operation, so that the compiler can use vector instructions.
void computeBlock(Op op, const double* a, const double* b, double* out, std::size_t count) {
    switch (op) {
    case Op::Add:
        return binary(a, b, out, count, [](double x, double y) { return x + y; });
    case Op::Sub:
        return binary(a, b, out, count, [](double x, double y) { return x - y; });
    case Op::Mul:
        return binary(a, b, out, count, [](double x, double y) { return x * y; });
    case Op::Div:
        return binary(a, b, out, count, [](double x, double y) { return x / y; });
    case Op::Min:
        return binary(a, b, out, count, [](double x, double y) { return y < x ? y : x; });
    case Op::Max:
        return binary(a, b, out, count, [](double x, double y) { return x < y ? y : x; });
    default:
        return binary(a, b, out, count, [op](double x, double y) { return compute(op, x, y); });
    }
}

} // namespace

double compute(Op op, double a, double b) noexcept {
    switch (op) {
    case Op::Add:
        return a + b;
    case Op::Sub:
        return a - b;
    case Op::Mul:
        return a * b;
    case Op::Div:
        return a / b;
    case Op::Min:
        return b < a ? b : a;
    case Op::Max:
        return a < b ? b : a;
    case Op::Ceil:
        return std::ceil(a);
    case Op::Exp:
        return std::exp(a);
    case Op::Log:
        return std::log(a);
    case Op::Sqrt:
        return std::sqrt(a);
    }
    return 0;
}

Num apply(Op op, const Num& a, const Num& b) {
    if (a.known() && b.known())
        return Num(compute(op, a.m_value, b.m_value));
    if (const Num* same = unchanged(op, a, b))
        return *same;
    return (a.known() ? b : a).m_tape->append(op, a, b);
}

Num mix(double level, const Num& a, const Num& b) {
    if (level <= 0)
        return a;
    if (level >= 1)
        return b;
    return a + Num(level) * (b - a);
}

std::uint32_t Tape::place(const Num& number) {
    if (!number.known())
        return number.m_place;
    const auto next = static_cast<std::uint32_t>(m_inputs + m_nodes.size());
    const auto [it, added] = m_constants.emplace(std::bit_cast<std::uint64_t>(number.m_value), next);
    if (added)
        m_nodes.push_back({true, number.m_value, {}});
    return it->second;
}

Num Tape::append(Op op, const Num& a, const Num& b) {
    Instruction code{op, place(a), place(b)};
    if (commutes(op) && code.b < code.a)
        std::swap(code.a, code.b);
    const auto next = static_cast<std::uint32_t>(m_inputs + m_nodes.size());
    const auto [it, added] = m_known.emplace(code, next);
    if (added)
        m_nodes.push_back({false, 0, code});
    return {this, it->second};
}

Program Tape::programFor(const Num& result) const {
    Program program;
    program.inputs = m_inputs;
    if (result.known()) {
        program.constants = {result.value()};
        program.result = m_inputs;
        return program;
    }
    // Backwards: what is needed. Operands always stand before the operation that uses them.
    std::vector<bool> needed(m_inputs + m_nodes.size(), false);
    needed[result.m_place] = true;
    for (std::size_t k = m_nodes.size(); k-- > 0;)
        if (const Node& node = m_nodes[k]; needed[m_inputs + k] && !node.constant)
            needed[node.code.a] = needed[node.code.b] = true;

    std::vector<std::uint32_t> slot(needed.size());
    for (std::uint32_t k = 0; k < m_inputs; ++k)
        slot[k] = k;
    for (std::size_t k = 0; k < m_nodes.size(); ++k)
        if (needed[m_inputs + k] && m_nodes[k].constant) {
            slot[m_inputs + k] = static_cast<std::uint32_t>(m_inputs + program.constants.size());
            program.constants.push_back(m_nodes[k].value);
        }
    for (std::size_t k = 0; k < m_nodes.size(); ++k)
        if (needed[m_inputs + k] && !m_nodes[k].constant) {
            slot[m_inputs + k] = static_cast<std::uint32_t>(program.slotCount());
            const Instruction& code = m_nodes[k].code;
            program.code.push_back({code.op, slot[code.a], slot[code.b]});
        }
    program.result = slot[result.m_place];
    return program;
}

double run(const Program& program, std::span<const double> values) {
    std::vector<double> slots(program.slotCount());
    std::copy_n(values.begin(), program.inputs, slots.begin());
    std::copy(program.constants.begin(), program.constants.end(), slots.begin() + program.inputs);
    std::size_t next = program.inputs + program.constants.size();
    for (const Instruction& code : program.code)
        slots[next++] = compute(code.op, slots[code.a], slots[code.b]);
    return slots[program.result];
}

void runBlock(const Program& program, const double* const* columns, std::size_t count, double* out,
              std::vector<double>& scratch) {
    const std::size_t given = program.inputs + program.constants.size();
    scratch.resize(std::max(scratch.size(), (program.constants.size() + program.code.size()) * kBlock));
    for (std::size_t k = 0; k < program.constants.size(); ++k)
        std::fill_n(scratch.begin() + static_cast<std::ptrdiff_t>(k * kBlock), kBlock, program.constants[k]);
    for (std::size_t start = 0; start < count; start += kBlock) {
        const std::size_t size = std::min(kBlock, count - start);
        const auto column = [&](std::uint32_t slot) -> const double* {
            return slot < program.inputs ? columns[slot] + start : scratch.data() + (slot - program.inputs) * kBlock;
        };
        for (std::size_t k = 0; k < program.code.size(); ++k) {
            const Instruction& code = program.code[k];
            computeBlock(code.op, column(code.a), column(code.b),
                         scratch.data() + (given - program.inputs + k) * kBlock, size);
        }
        std::copy_n(column(program.result), size, out + start);
    }
}

} // namespace plumb::cost
