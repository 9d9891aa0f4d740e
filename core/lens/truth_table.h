// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Risk rules for 64 states at a time: what lint, reachable levels and explanations are computed with. Private to
// core/lens.
#pragma once

#include "core/lens/lens.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace plumb::lens {

/// 64 states, one a bit.
using Word = std::uint64_t;

/// Which of 64 states have which level; a state in none of the three matches no rule.
struct Levels {
    Word high = 0, medium = 0, none = 0;
    [[nodiscard]] Word matched() const noexcept { return high | medium | none; }
    [[nodiscard]] Word of(Risk risk) const noexcept {
        return risk == Risk::High ? high : risk == Risk::Medium ? medium : none;
    }
};

/// The rules of one question, compiled. Choices that are not applicable are fixed when it is made; which ones are
/// ticked is asked for word by word. Gives for each state what holds() and the order of rules give.
class RuleProgram {
public:
    explicit RuleProgram(const Question& question, const std::vector<bool>& notApplicable = {});

    /// `ticked` has one word a choice of the question: bit i = ticked in state i.
    [[nodiscard]] Levels run(const std::vector<Word>& ticked);
    /// Steps that one run takes at most.
    [[nodiscard]] std::size_t size() const noexcept { return m_ops.size(); }
    /// Whether any rule names the choice, so that ticking it can matter.
    [[nodiscard]] bool mentions(std::size_t choice) const noexcept {
        return choice < m_mentions.size() && m_mentions[choice];
    }

private:
    enum class OpKind : std::uint8_t { Constant, Choice, Not, And, Or };
    struct Op {
        OpKind kind = OpKind::Constant;
        std::uint32_t a = 0, b = 0; ///< Constant: 0 or 1; Choice: index; Not: step; And, Or: range of m_operands
    };
    struct Rule {
        std::uint32_t begin = 0, end = 0; ///< steps; the last one is the condition
        Risk risk = Risk::None;
    };
    void compile(const Condition& condition, const std::vector<bool>& notApplicable, std::size_t choices);

    std::vector<Op> m_ops;
    std::vector<std::uint32_t> m_operands;
    std::vector<Rule> m_rules;
    std::vector<Word> m_values;
    std::vector<bool> m_mentions;
};

/// Levels of all subsets of `practices` (choice indices, at most 20): state s has practice k ticked when bit k of s is
/// set.
struct TruthTable {
    std::size_t practices = 0;
    std::vector<Levels> words;

    [[nodiscard]] std::size_t states() const noexcept { return std::size_t{1} << practices; }
    /// The bits of a word that are states at all: fewer than 64 with fewer than 6 practices.
    [[nodiscard]] Word valid() const noexcept { return practices >= 6 ? ~Word{0} : (Word{1} << states()) - 1; }
    [[nodiscard]] bool has(Risk risk, std::size_t state) const noexcept {
        return (words[state / 64].of(risk) >> (state % 64) & 1U) != 0;
    }
};

inline constexpr std::size_t kMaxTablePractices = 20;
/// Bit k of the number of each of 64 states, for k below 6.
inline constexpr std::array<Word, 6> kCounting{0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC, 0xF0F0F0F0F0F0F0F0,
                                               0xFF00FF00FF00FF00, 0xFFFF0000FFFF0000, 0xFFFFFFFF00000000};

/// Whether a table over so many practices is small enough to be made: at most 20 practices and a bounded number of
/// steps.
[[nodiscard]] bool canTabulate(const RuleProgram& program, std::size_t practices) noexcept;

/// `ticked` gives the choices that are ticked in every state (one word a choice, 0 or all ones); it is changed.
[[nodiscard]] TruthTable tabulate(RuleProgram& program, const std::vector<std::size_t>& practices,
                                  std::vector<Word>& ticked);

/// One state a none-choice, ticked alone, in their order.
[[nodiscard]] std::vector<Levels> tabulateAlone(RuleProgram& program, const std::vector<std::size_t>& noneChoices,
                                                std::size_t choices);

} // namespace plumb::lens
