// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A second evaluator of risk rules, written against risk.md 1.4 and 1.5 and nothing else: it works on the text of a
// condition, one state at a time, and shares no code with core/lens. Tests compare the product with it.
#pragma once

#include <cctype>
#include <cstddef>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace brute {

struct State {
    std::set<std::string> selected, notApplicable;
};

/// A condition as nested closures. `literal` names the id of a term that is an id under any number of '!'.
struct Expression {
    std::function<bool(const State&)> value;
    std::string literal;
    bool negated = false;
};

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}
    Expression whole() {
        skip();
        if (trimmed() == "default")
            return {[](const State&) { return true; }, {}, false};
        Expression e = chain('|');
        if (e.literal.empty())
            return e;
        return {[e](const State& s) { return s.notApplicable.count(e.literal) != 0 ? !e.negated : e.value(s); }, {}, false};
    }

private:
    std::string trimmed() const {
        const auto begin = m_text.find_first_not_of(" \t\n");
        const auto end = m_text.find_last_not_of(" \t\n");
        return begin == std::string_view::npos ? std::string{} : std::string(m_text.substr(begin, end - begin + 1));
    }
    void skip() {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])) != 0)
            ++m_at;
    }
    char next() {
        skip();
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }
    Expression chain(char sign) {
        std::vector<Expression> terms{sign == '|' ? chain('&') : unary()};
        while (next() == sign) {
            m_at += 2;
            terms.push_back(sign == '|' ? chain('&') : unary());
        }
        if (terms.size() == 1)
            return terms.front();
        const bool all = sign == '&';
        return {[terms, all](const State& s) {
                    for (const auto& t : terms) {
                        const bool out = !t.literal.empty() && s.notApplicable.count(t.literal) != 0;
                        if ((out ? all : t.value(s)) != all)
                            return !all;
                    }
                    return all;
                },
                {}, false};
    }
    Expression unary() {
        if (next() == '!') {
            ++m_at;
            const Expression e = unary();
            return {[e](const State& s) { return !e.value(s); }, e.literal, !e.negated};
        }
        if (next() == '(') {
            ++m_at;
            Expression e = chain('|');
            next();
            ++m_at;
            return e;
        }
        std::string id;
        skip();
        while (m_at < m_text.size() && (std::isalnum(static_cast<unsigned char>(m_text[m_at])) != 0 || m_text[m_at] == '_'))
            id += m_text[m_at++];
        return {[id](const State& s) { return s.selected.count(id) != 0; }, id, false};
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

inline Expression parse(std::string_view text) {
    return Reader(text).whole();
}

} // namespace brute
