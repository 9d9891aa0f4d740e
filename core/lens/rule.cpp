// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lens/rule.h"

#include "core/lens/choice_index.h"
#include "core/lens/lens.h"
#include "core/lens/standing.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace plumb::lens {
namespace {

constexpr int kMaxNesting = 200;
constexpr std::size_t kMaxConditionBytes = 20'000;

using Kind = Condition::Kind;

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isIdByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Recursive descent over the grammar of risk.md 1.4; only '(' and '!' recurse, and their depth is bounded. Each
/// function returns the index of the node it made, or nothing after it has set the error.
class Parser {
public:
    Parser(std::string_view text, const ChoiceIndex& choices) : m_text(text), m_choices(choices) {}

    Result<Condition> parse() {
        if (m_text.size() > kMaxConditionBytes)
            return fail(
                ErrorKind::Refused, "rule.syntax",
                fmt::format("the condition has {} bytes; at most {} are read", m_text.size(), kMaxConditionBytes),
                fmt::format("offset {}", kMaxConditionBytes));
        skipSpace();
        if (atEnd())
            return fail(ErrorKind::Refused, "rule.syntax",
                        "the condition is empty; a choice id or \"default\" is expected",
                        fmt::format("offset {}", m_at));
        if (parseDefault())
            return std::move(m_condition);
        if (parseChain(Kind::Or, 0)) {
            skipSpace();
            if (atEnd())
                return std::move(m_condition);
            expected(m_text[m_at] == ')' ? "a \")\" without its \"(\"; the end" : "\"&&\", \"||\" or the end");
        }
        return fail(std::move(*m_error));
    }

private:
    using Index = std::optional<std::uint32_t>;

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    void skipSpace() {
        while (!atEnd() && isSpace(m_text[m_at]))
            ++m_at;
    }

    std::uint32_t add(Condition::Node node) {
        m_condition.nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(m_condition.nodes.size() - 1);
    }

    Index expected(std::string_view what) {
        std::string found = "the condition ends here";
        if (!atEnd()) {
            std::size_t end = m_at + 1; // one whole character, for the message
            while (end < m_text.size() && (static_cast<unsigned char>(m_text[end]) & 0xC0U) == 0x80U)
                ++end;
            found = fmt::format("\"{}\" stands here", m_text.substr(m_at, end - m_at));
        }
        m_error = Error{ErrorKind::Refused,
                        "rule.syntax",
                        fmt::format("{} is expected, but {}", what, found),
                        fmt::format("offset {}", m_at),
                        {std::string(what)},
                        {}};
        return std::nullopt;
    }

    bool parseDefault() {
        constexpr std::string_view kDefault = "default";
        std::size_t end = m_text.size();
        while (end > m_at && isSpace(m_text[end - 1]))
            --end;
        if (m_text.substr(m_at, end - m_at) != kDefault)
            return false;
        add({Kind::Default,
             Condition::kUnknown,
             static_cast<std::uint32_t>(m_at),
             static_cast<std::uint32_t>(end),
             {}});
        return true;
    }

    /// One level of "a || b || c" or "a && b && c"; a single operand stays as it is.
    Index parseChain(Kind kind, int depth) {
        const auto operand = [&] { return kind == Kind::Or ? parseChain(Kind::And, depth) : parseUnary(depth); };
        const char sign = kind == Kind::Or ? '|' : '&';
        skipSpace();
        const auto begin = static_cast<std::uint32_t>(m_at);
        Index first = operand();
        if (!first)
            return std::nullopt;
        auto end = static_cast<std::uint32_t>(m_at);
        std::vector<std::uint32_t> children{*first};
        for (;;) {
            skipSpace();
            if (atEnd() || m_text[m_at] != sign)
                break;
            ++m_at;
            if (atEnd() || m_text[m_at] != sign)
                return expected(fmt::format("a second \"{}\"", sign));
            ++m_at;
            const Index next = operand();
            if (!next)
                return std::nullopt;
            children.push_back(*next);
            end = static_cast<std::uint32_t>(m_at);
        }
        if (children.size() == 1)
            return first;
        return add({kind, Condition::kUnknown, begin, end, std::move(children)});
    }

    Index parseUnary(int depth) {
        skipSpace();
        if (depth >= kMaxNesting && !atEnd() && (m_text[m_at] == '(' || m_text[m_at] == '!'))
            return expected(fmt::format("a nesting of at most {} levels", kMaxNesting));
        const auto begin = static_cast<std::uint32_t>(m_at);
        if (!atEnd() && m_text[m_at] == '!') {
            ++m_at;
            const Index inner = parseUnary(depth + 1);
            if (!inner)
                return std::nullopt;
            return add({Kind::Not, Condition::kUnknown, begin, static_cast<std::uint32_t>(m_at), {*inner}});
        }
        if (!atEnd() && m_text[m_at] == '(') {
            ++m_at;
            const Index inner = parseChain(Kind::Or, depth + 1);
            if (!inner)
                return std::nullopt;
            skipSpace();
            if (atEnd() || m_text[m_at] != ')')
                return expected("\")\", \"&&\" or \"||\"");
            ++m_at;
            return inner;
        }
        return parseId();
    }

    Index parseId() {
        const std::size_t begin = m_at;
        while (!atEnd() && isIdByte(m_text[m_at]))
            ++m_at;
        if (m_at == begin)
            return expected("a choice id, \"!\" or \"(\"");
        const std::string_view id = m_text.substr(begin, m_at - begin);
        const std::uint32_t choice = m_choices.find(id);
        auto& unknown = m_condition.unknownIds;
        if (choice == Condition::kUnknown && std::find(unknown.begin(), unknown.end(), id) == unknown.end())
            unknown.emplace_back(id);
        return add({Kind::Id, choice, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(m_at), {}});
    }

    std::string_view m_text;
    const ChoiceIndex& m_choices;
    std::size_t m_at = 0;
    Condition m_condition;
    std::optional<Error> m_error;
};

/// The value of a node. The last two are a choice that is not applicable (perhaps under '!'), whose value its parent
/// decides: satisfied in "&&", not satisfied in "||"; standing alone it is Neutral true, under an odd number of '!'
/// false.
enum class Value : std::uint8_t { False, True, Neutral, NegatedNeutral };

Value negate(Value v) {
    switch (v) {
    case Value::False:
        return Value::True;
    case Value::True:
        return Value::False;
    case Value::Neutral:
        return Value::NegatedNeutral;
    case Value::NegatedNeutral:
        return Value::Neutral;
    }
    return Value::False;
}

bool at(const std::vector<bool>& flags, std::size_t i) {
    return i < flags.size() && flags[i];
}

Value valueOf(const Condition::Node& node, const std::vector<Value>& values, const Selection& selection) {
    switch (node.kind) {
    case Kind::Default:
        return Value::True;
    case Kind::Id:
        if (node.choice == Condition::kUnknown)
            return Value::False;
        if (at(selection.notApplicable, node.choice))
            return Value::Neutral;
        return at(selection.selected, node.choice) ? Value::True : Value::False;
    case Kind::Not:
        return negate(values[node.children.front()]);
    case Kind::And:
        return std::any_of(node.children.begin(), node.children.end(),
                           [&](std::uint32_t child) { return values[child] == Value::False; })
                   ? Value::False
                   : Value::True;
    case Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(),
                           [&](std::uint32_t child) { return values[child] == Value::True; })
                   ? Value::True
                   : Value::False;
    }
    return Value::False;
}

State stateOf(Risk risk) {
    switch (risk) {
    case Risk::None:
        return State::None;
    case Risk::Medium:
        return State::Medium;
    case Risk::High:
        return State::High;
    }
    return State::High;
}

} // namespace

std::string_view toText(Risk risk) noexcept {
    return toText(stateOf(risk));
}

std::string_view toText(State state) noexcept {
    switch (state) {
    case State::None:
        return "NONE";
    case State::Medium:
        return "MEDIUM";
    case State::High:
        return "HIGH";
    case State::Unanswered:
        return "UNANSWERED";
    case State::NotApplicable:
        return "NOT_APPLICABLE";
    case State::Unmatched:
        break;
    }
    return "UNMATCHED";
}

bool Condition::isDefault() const noexcept {
    return nodes.size() == 1 && nodes.front().kind == Kind::Default;
}

Result<Condition> parseCondition(std::string_view text, const std::vector<std::string>& choiceIds) {
    return parseConditionWith(text, ChoiceIndex(choiceIds));
}

Result<Condition> parseConditionWith(std::string_view text, const ChoiceIndex& choices) {
    return Parser(text, choices).parse();
}

bool holds(const Condition& condition, const Selection& selection) {
    if (condition.nodes.empty())
        return false;
    std::vector<Value> values;
    values.reserve(condition.nodes.size());
    for (const auto& node : condition.nodes)
        values.push_back(valueOf(node, values, selection));
    return values.back() == Value::True || values.back() == Value::Neutral;
}

Selection standing(const Question& question, const Selection& selection) {
    Selection out;
    out.applicable = selection.applicable;
    out.selected.resize(question.choices.size());
    out.notApplicable.resize(question.choices.size());
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        out.notApplicable[i] = at(selection.notApplicable, i) && !question.choices[i].isNone;
        out.selected[i] = at(selection.selected, i) && !out.notApplicable[i];
    }
    return out;
}

State evaluate(const Question& question, const Selection& selection) {
    if (!selection.applicable)
        return State::NotApplicable;
    const Selection counting = standing(question, selection);
    const auto isSet = [](bool flag) { return flag; };
    if (std::none_of(counting.selected.begin(), counting.selected.end(), isSet) &&
        std::none_of(counting.notApplicable.begin(), counting.notApplicable.end(), isSet))
        return State::Unanswered;
    for (const auto& rule : question.rules)
        if (holds(rule.condition, counting))
            return stateOf(rule.risk);
    return State::Unmatched;
}

} // namespace plumb::lens
