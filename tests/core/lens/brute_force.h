// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A second evaluator of risk rules, written against risk.md 1.1 to 1.5 and nothing else: it works on the text of a
// condition, one state at a time, and shares no code with core/lens. Tests compare the product with it.
#pragma once

#include "core/lens/lens.h"

#include <cctype>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace brute {

/// Choices by bit, in the order of the question.
struct Ticks {
    std::uint32_t selected = 0, notApplicable = 0;
};

/// A condition as nested closures. `literal` is the bit of a term that is an id under any number of '!', or 0.
struct Expression {
    std::function<bool(Ticks)> value;
    std::uint32_t literal = 0;
    bool negated = false;
};

class Reader {
public:
    Reader(std::string_view text, const std::vector<plumb::lens::Choice>& choices) : m_text(text), m_choices(choices) {}
    Expression whole() {
        if (trimmed() == "default")
            return {[](Ticks) { return true; }};
        const Expression e = chain('|');
        return {[e](Ticks t) { return (t.notApplicable & e.literal) != 0 ? !e.negated : e.value(t); }};
    }

private:
    std::string trimmed() const {
        std::string out(m_text);
        while (!out.empty() && std::isspace(static_cast<unsigned char>(out.back())) != 0)
            out.pop_back();
        while (!out.empty() && std::isspace(static_cast<unsigned char>(out.front())) != 0)
            out.erase(out.begin());
        return out;
    }
    char next() {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])) != 0)
            ++m_at;
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }
    Expression operand(char sign) { return sign == '|' ? chain('&') : unary(); }
    Expression chain(char sign) {
        std::vector<Expression> terms{operand(sign)};
        while (next() == sign) {
            m_at += 2;
            terms.push_back(operand(sign));
        }
        if (terms.size() == 1)
            return terms.front();
        const bool all = sign == '&';
        return {[terms, all](Ticks t) {
            for (const auto& term : terms)
                if (((t.notApplicable & term.literal) != 0 ? all : term.value(t)) != all)
                    return !all;
            return all;
        }};
    }
    Expression unary() {
        if (next() == '!') {
            ++m_at;
            const Expression e = unary();
            return {[e](Ticks t) { return !e.value(t); }, e.literal, !e.negated};
        }
        if (next() == '(') {
            ++m_at;
            Expression e = chain('|');
            next();
            ++m_at;
            return e;
        }
        std::string id;
        while (m_at < m_text.size() &&
               (std::isalnum(static_cast<unsigned char>(m_text[m_at])) != 0 || m_text[m_at] == '_'))
            id += m_text[m_at++];
        for (std::size_t i = 0; i < m_choices.size(); ++i)
            if (m_choices[i].id == id) {
                const std::uint32_t bit = 1U << i;
                return {[bit](Ticks t) { return (t.selected & bit) != 0; }, bit};
            }
        return {[](Ticks) { return false; }};
    }

    std::string_view m_text;
    const std::vector<plumb::lens::Choice>& m_choices;
    std::size_t m_at = 0;
};

/// The rules of a question.
class Question {
public:
    explicit Question(const plumb::lens::Question& question) {
        for (std::size_t i = 0; i < question.choices.size(); ++i)
            (question.choices[i].isNone ? noneChoices : practices) |= 1U << i;
        for (const auto& rule : question.rules) {
            m_conditions.push_back(Reader(rule.text, question.choices).whole());
            m_levels.push_back(rule.risk);
        }
    }

    static constexpr int kUnmatched = -1;
    /// 0 none, 1 medium, 2 high, or kUnmatched: what the rules say, whatever is ticked.
    int level(Ticks ticks) const {
        ticks.selected &= ~ticks.notApplicable;
        for (std::size_t i = 0; i < m_conditions.size(); ++i)
            if (m_conditions[i].value(ticks))
                return static_cast<int>(m_levels[i]);
        return kUnmatched;
    }

    std::uint32_t practices = 0, noneChoices = 0; ///< bits

private:
    std::vector<Expression> m_conditions;
    std::vector<plumb::lens::Risk> m_levels;
};

} // namespace brute
