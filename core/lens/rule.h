// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Conditions of risk rules: parse, evaluate with the not-applicable semantics, walk. The normative text is risk.md
// section 1 of the design, repeated in docs/scoring.md.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::lens {

/// Level that a rule sets, and what a question can reach. Ordered: None < Medium < High.
enum class Risk : std::uint8_t { None, Medium, High };

/// What a question shows (risk.md 1).
enum class State : std::uint8_t { None, Medium, High, Unanswered, NotApplicable, Unmatched };

[[nodiscard]] std::string_view toText(Risk risk) noexcept;   ///< "NONE", "MEDIUM", "HIGH"
[[nodiscard]] std::string_view toText(State state) noexcept; ///< "NONE" ... "UNANSWERED", "NOT_APPLICABLE", "UNMATCHED"

/// A condition as a tree, children by index into `nodes` (children come before parents; the root is the last). An id
/// term holds the index of its choice in the question, or kUnknown when the question has no such choice (A013: never
/// satisfied).
struct Condition {
    enum class Kind : std::uint8_t { Default, Id, Not, And, Or };
    static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;
    struct Node {
        Kind kind = Kind::Default;
        std::uint32_t choice = kUnknown;  ///< Id only
        std::uint32_t begin = 0, end = 0; ///< offsets in the text, for highlighting
        std::vector<std::uint32_t> children;
        friend bool operator==(const Node&, const Node&) = default;
    };
    std::vector<Node> nodes;
    std::vector<std::string> unknownIds; ///< ids that the question has not
    [[nodiscard]] bool isDefault() const noexcept;
    friend bool operator==(const Condition&, const Condition&) = default;
};

/// Reads one condition (grammar: risk.md 1.4). Nesting deeper than 200 and texts over 20,000 bytes are errors. Error id
/// "rule.syntax"; `where` is "offset N" (bytes from 0), text says what was expected there.
[[nodiscard]] Result<Condition> parseCondition(std::string_view text, const std::vector<std::string>& choiceIds);

/// How each choice of a question stands, by index into Question::choices.
struct Selection {
    std::vector<bool> selected;
    std::vector<bool> notApplicable; ///< same size; a choice both selected and not applicable counts as not applicable
    bool applicable = true;          ///< the question as a whole
    friend bool operator==(const Selection&, const Selection&) = default;
};

/// risk.md 1.4 and 1.5.
[[nodiscard]] bool holds(const Condition& condition, const Selection& selection);

struct Question;

/// The state of a question (risk.md 1.1-1.3).
[[nodiscard]] State evaluate(const Question& question, const Selection& selection);

} // namespace plumb::lens
