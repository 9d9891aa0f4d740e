// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lens/truth_table.h"

#include <algorithm>

namespace plumb::lens {
namespace {

constexpr std::size_t kMaxSteps = std::size_t{1} << 26; ///< of one table; real lenses need less than 2^20

} // namespace

RuleProgram::RuleProgram(const Question& question, const std::vector<bool>& notApplicable)
    : m_mentions(question.choices.size()) {
    for (const auto& rule : question.rules) {
        const auto begin = static_cast<std::uint32_t>(m_ops.size());
        compile(rule.condition, notApplicable, question.choices.size());
        m_rules.push_back({begin, static_cast<std::uint32_t>(m_ops.size()), rule.risk});
    }
    m_values.resize(m_ops.size());
}

/// A term that is not applicable is left out of its "&&" or "||", which is what rule.cpp's Neutral comes to; standing
/// alone it is the constant of its sign.
void RuleProgram::compile(const Condition& condition, const std::vector<bool>& notApplicable, std::size_t choices) {
    enum class Neutral : std::uint8_t { No, True, False };
    const auto base = static_cast<std::uint32_t>(m_ops.size());
    std::vector<Neutral> neutral(condition.nodes.size(), Neutral::No);
    for (std::size_t i = 0; i < condition.nodes.size(); ++i) {
        const auto& node = condition.nodes[i];
        Op op;
        switch (node.kind) {
        case Condition::Kind::Default:
            op = {OpKind::Constant, 1, 0};
            break;
        case Condition::Kind::Id:
            if (node.choice >= choices)
                break;
            op = {OpKind::Choice, node.choice, 0};
            m_mentions[node.choice] = true;
            if (node.choice < notApplicable.size() && notApplicable[node.choice]) {
                neutral[i] = Neutral::True;
                op = {OpKind::Constant, 1, 0};
            }
            break;
        case Condition::Kind::Not: {
            const std::uint32_t inner = node.children.front();
            op = {OpKind::Not, base + inner, 0};
            if (neutral[inner] != Neutral::No) {
                neutral[i] = neutral[inner] == Neutral::True ? Neutral::False : Neutral::True;
                op = {OpKind::Constant, neutral[i] == Neutral::True ? 1U : 0U, 0};
            }
            break;
        }
        case Condition::Kind::And:
        case Condition::Kind::Or:
            op.kind = node.kind == Condition::Kind::And ? OpKind::And : OpKind::Or;
            op.a = static_cast<std::uint32_t>(m_operands.size());
            for (const std::uint32_t child : node.children)
                if (neutral[child] == Neutral::No)
                    m_operands.push_back(base + child);
            op.b = static_cast<std::uint32_t>(m_operands.size());
            break;
        }
        m_ops.push_back(op);
    }
    if (condition.nodes.empty())
        m_ops.push_back({OpKind::Constant, 0, 0});
}

Levels RuleProgram::run(const std::vector<Word>& ticked) {
    Levels levels;
    Word open = ~Word{0};
    for (const Rule& rule : m_rules) {
        for (std::uint32_t i = rule.begin; i < rule.end; ++i) {
            const Op& op = m_ops[i];
            Word value = 0;
            switch (op.kind) {
            case OpKind::Constant:
                value = op.a != 0 ? ~Word{0} : 0;
                break;
            case OpKind::Choice:
                value = ticked[op.a];
                break;
            case OpKind::Not:
                value = ~m_values[op.a];
                break;
            case OpKind::And:
                value = ~Word{0};
                for (std::uint32_t k = op.a; k < op.b; ++k)
                    value &= m_values[m_operands[k]];
                break;
            case OpKind::Or:
                for (std::uint32_t k = op.a; k < op.b; ++k)
                    value |= m_values[m_operands[k]];
                break;
            }
            m_values[i] = value;
        }
        const Word fires = open & m_values[rule.end - 1];
        (rule.risk == Risk::High ? levels.high : rule.risk == Risk::Medium ? levels.medium : levels.none) |= fires;
        open &= ~fires;
        if (open == 0)
            break;
    }
    return levels;
}

bool canTabulate(const RuleProgram& program, std::size_t practices) noexcept {
    if (practices > kMaxTablePractices)
        return false;
    const std::size_t words = practices > 6 ? std::size_t{1} << (practices - 6) : 1;
    return words * std::max<std::size_t>(program.size(), 1) <= kMaxSteps;
}

TruthTable tabulate(RuleProgram& program, const std::vector<std::size_t>& practices, std::vector<Word>& ticked) {
    TruthTable table;
    table.practices = practices.size();
    const std::size_t words = (table.states() + 63) / 64;
    table.words.reserve(words);
    for (std::size_t k = 0; k < std::min<std::size_t>(practices.size(), kCounting.size()); ++k)
        ticked[practices[k]] = kCounting[k];
    for (std::size_t w = 0; w < words; ++w) {
        for (std::size_t k = kCounting.size(); k < practices.size(); ++k)
            ticked[practices[k]] = (w >> (k - kCounting.size()) & 1U) != 0 ? ~Word{0} : 0;
        Levels levels = program.run(ticked);
        const Word valid = table.valid();
        levels = {levels.high & valid, levels.medium & valid, levels.none & valid};
        table.words.push_back(levels);
    }
    return table;
}

std::vector<Levels> tabulateAlone(RuleProgram& program, const std::vector<std::size_t>& noneChoices,
                                  std::size_t choices) {
    std::vector<Levels> words;
    std::vector<Word> ticked(choices);
    for (std::size_t first = 0; first < noneChoices.size(); first += 64) {
        const std::size_t count = std::min<std::size_t>(64, noneChoices.size() - first);
        for (std::size_t i = 0; i < count; ++i)
            ticked[noneChoices[first + i]] = Word{1} << i;
        const Word valid = count == 64 ? ~Word{0} : (Word{1} << count) - 1;
        const Levels levels = program.run(ticked);
        words.push_back({levels.high & valid, levels.medium & valid, levels.none & valid});
        for (std::size_t i = 0; i < count; ++i)
            ticked[noneChoices[first + i]] = 0;
    }
    return words;
}

} // namespace plumb::lens
