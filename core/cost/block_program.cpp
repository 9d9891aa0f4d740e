// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/block_program.h"

#include <algorithm>
#include <bit>
#include <map>

namespace plumb::cost {
namespace {

constexpr std::uint32_t kNone = 0xffffffff;

/// Trials that go through the whole program at a time: two dozen columns of them fit the first cache.
constexpr std::size_t kPart = 256;
static_assert(kBlockTrials % kPart == 0 && kPart % kBlockLanes == 0);

} // namespace

/// Numbers every different value of all programs: inputs first, then constants and results as they are met.
struct BlockProgram::Builder {
    struct Node {
        Place given;      ///< of inputs and constants
        Instruction code; ///< of results, in node numbers
        bool computed = false;
        std::uint32_t uses = 0;      ///< by other results
        bool inside = false;         ///< computed in the pass of the result that uses it
        std::uint32_t first = kNone; ///< the result that is computed inside this one's pass
        std::size_t lastUse = 0;
        std::uint32_t output = kNone; ///< the first output that is this value
        Place place;                  ///< once it is computed
    };

    std::vector<Node> nodes;
    std::map<std::uint64_t, std::uint32_t> constants;
    std::map<Instruction, std::uint32_t> results;
    std::vector<std::uint32_t> outputNodes;
    std::vector<std::uint32_t> freeRegisters;
    std::uint32_t registers = 0;

    static Node given(const Place& place) {
        Node node;
        node.given = place;
        return node;
    }
    static Node computed(const Instruction& code) {
        Node node;
        node.code = code;
        node.computed = true;
        return node;
    }

    std::uint32_t add(const Node& node) {
        nodes.push_back(node);
        return static_cast<std::uint32_t>(nodes.size() - 1);
    }

    void addProgram(const Program& program) {
        std::vector<std::uint32_t> nodeOf(program.inputs);
        for (std::uint32_t k = 0; k < program.inputs; ++k)
            nodeOf[k] = k;
        for (const double value : program.constants) {
            const auto [it, added] = constants.try_emplace(std::bit_cast<std::uint64_t>(value), 0);
            if (added)
                it->second = add(given({Kind::Constant, 0, value}));
            nodeOf.push_back(it->second);
        }
        for (const Instruction& code : program.code) {
            const Instruction mine{code.op, nodeOf[code.a], nodeOf[code.b]};
            const auto [it, added] = results.try_emplace(mine, 0);
            if (added)
                it->second = add(computed(mine));
            nodeOf.push_back(it->second);
        }
        const std::uint32_t answer = nodeOf[program.result];
        if (nodes[answer].output == kNone)
            nodes[answer].output = static_cast<std::uint32_t>(outputNodes.size());
        outputNodes.push_back(answer);
    }

    /// Addition, subtraction, multiplication, and as the first of two also division.
    static bool chains(Op op, bool asFirst) noexcept {
        return op == Op::Add || op == Op::Sub || op == Op::Mul || (asFirst && op == Op::Div);
    }

    /// Whether `node` can be computed in the pass of its only user.
    [[nodiscard]] bool fitsInside(std::uint32_t node) const {
        const Node& n = nodes[node];
        return n.computed && n.uses == 1 && n.output == kNone && n.first == kNone && chains(n.code.op, true);
    }

    /// Two operations where the second alone reads the first become one pass: columns are read and written less.
    void chainPairs() {
        for (Node& node : nodes)
            if (node.computed) {
                ++nodes[node.code.a].uses;
                ++nodes[node.code.b].uses;
            }
        for (Node& node : nodes) {
            if (!node.computed || !chains(node.code.op, false) || node.code.a == node.code.b)
                continue;
            // The later of two was computed just now: the shorter way for its operands.
            const std::uint32_t later = std::max(node.code.a, node.code.b);
            const std::uint32_t sooner = std::min(node.code.a, node.code.b);
            node.first = fitsInside(later) ? later : fitsInside(sooner) ? sooner : kNone;
            if (node.first != kNone)
                nodes[node.first].inside = true;
        }
    }

    void findLastUses() {
        for (std::size_t k = 0; k < nodes.size(); ++k)
            if (nodes[k].computed && !nodes[k].inside)
                for (const std::uint32_t operand : operandsOf(k))
                    nodes[operand].lastUse = k;
    }

    /// What the pass of a result reads: a, b, and c when there are two operations.
    [[nodiscard]] std::vector<std::uint32_t> operandsOf(std::size_t node) const {
        const Node& n = nodes[node];
        if (n.first == kNone)
            return {n.code.a, n.code.b};
        const Instruction& inner = nodes[n.first].code;
        return {inner.a, inner.b, n.code.a == n.first ? n.code.b : n.code.a};
    }

    [[nodiscard]] BlockThen thenOf(std::size_t node) const {
        const Instruction& code = nodes[node].code;
        if (code.op == Op::Add)
            return BlockThen::Plus;
        if (code.op == Op::Mul)
            return BlockThen::Times;
        return code.a == nodes[node].first ? BlockThen::Minus : BlockThen::From;
    }

    [[nodiscard]] Place placeOf(std::uint32_t node) const {
        return nodes[node].computed ? nodes[node].place : nodes[node].given;
    }

    void release(std::uint32_t node, std::size_t now) {
        const Place place = placeOf(node);
        if (nodes[node].computed && place.kind == Kind::Register && nodes[node].lastUse == now) {
            freeRegisters.push_back(place.index);
            nodes[node].lastUse = 0; // once, also when both operands are this one
        }
    }

    Place take(std::uint32_t output) {
        if (output != kNone)
            return {Kind::Output, output, 0};
        if (freeRegisters.empty())
            return {Kind::Register, registers++, 0};
        const std::uint32_t index = freeRegisters.back();
        freeRegisters.pop_back();
        return {Kind::Register, index, 0};
    }
};

BlockProgram::BlockProgram(std::span<const Program* const> programs) {
    Builder builder;
    for (const Program* program : programs)
        m_inputs = std::max<std::size_t>(m_inputs, program->inputs);
    for (std::uint32_t k = 0; k < m_inputs; ++k)
        builder.add(Builder::given({Kind::Input, k, 0}));
    for (const Program* program : programs)
        builder.addProgram(*program);
    builder.chainPairs();
    builder.findLastUses();
    for (std::size_t k = 0; k < builder.nodes.size(); ++k)
        if (builder.nodes[k].computed && !builder.nodes[k].inside)
            addStep(builder, k);
    m_registers = builder.registers;
    for (const std::uint32_t node : builder.outputNodes)
        m_outputs.push_back(builder.placeOf(node));
}

void BlockProgram::addStep(Builder& builder, std::size_t node) {
    Builder::Node& result = builder.nodes[node];
    const std::vector<std::uint32_t> operands = builder.operandsOf(node);
    Step step;
    step.op = result.code.op;
    step.a = builder.placeOf(operands[0]);
    step.b = builder.placeOf(operands[1]);
    if (operands.size() == 3) {
        step.op = builder.nodes[result.first].code.op;
        step.then = builder.thenOf(node);
        step.c = builder.placeOf(operands[2]);
    }
    for (const std::uint32_t operand : operands)
        builder.release(operand, node);
    result.place = builder.take(result.output);
    step.to = result.place;
    m_steps.push_back(step);
}

void BlockProgram::run(const BlockOps& ops, const double* const* columns, double* const* out,
                       std::vector<double>& scratch) const {
    double* registers = alignedRoom(scratch, m_registers * kPart);
    for (std::size_t start = 0; start < kBlockTrials; start += kPart)
        runPart(ops, columns, out, start, registers);
}

void BlockProgram::runPart(const BlockOps& ops, const double* const* columns, double* const* out, std::size_t start,
                           double* registers) const {
    const auto operand = [&](const Place& place) -> BlockOperand {
        switch (place.kind) {
        case Kind::Input:
            return {columns[place.index] + start, 0};
        case Kind::Constant:
            return {nullptr, place.value};
        case Kind::Register:
            return {registers + place.index * kPart, 0};
        case Kind::Output:
            return {out[place.index] + start, 0};
        }
        return {};
    };
    const auto target = [&](const Place& place) {
        return place.kind == Kind::Output ? out[place.index] + start : registers + place.index * kPart;
    };
    for (const Step& step : m_steps) {
        if (step.then)
            ops.chained(static_cast<BlockOp>(step.op), *step.then, operand(step.a), operand(step.b), operand(step.c),
                        target(step.to), kPart);
        else if (step.op <= Op::Max)
            ops.binary(static_cast<BlockOp>(step.op), operand(step.a), operand(step.b), target(step.to), kPart);
        else
            ops.function(step.op == Op::Ceil  ? BlockFunction::Ceil
                         : step.op == Op::Exp ? BlockFunction::Exp
                         : step.op == Op::Log ? BlockFunction::Log
                                              : BlockFunction::Sqrt,
                         operand(step.a).column, target(step.to), kPart);
    }
    for (std::size_t k = 0; k < m_outputs.size(); ++k) {
        const BlockOperand answer = operand(m_outputs[k]);
        if (answer.column == nullptr)
            std::fill_n(out[k] + start, kPart, answer.constant);
        else if (answer.column != out[k] + start)
            std::copy_n(answer.column, kPart, out[k] + start);
    }
}

static_assert(static_cast<int>(Op::Add) == static_cast<int>(BlockOp::Add) &&
              static_cast<int>(Op::Sub) == static_cast<int>(BlockOp::Sub) &&
              static_cast<int>(Op::Mul) == static_cast<int>(BlockOp::Mul) &&
              static_cast<int>(Op::Div) == static_cast<int>(BlockOp::Div) &&
              static_cast<int>(Op::Min) == static_cast<int>(BlockOp::Min) &&
              static_cast<int>(Op::Max) == static_cast<int>(BlockOp::Max));

} // namespace plumb::cost
