// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why a question has the risk it has, and what would lower it (risk.md 1.7).
#pragma once

#include "core/lens/lens.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace plumb::lens {

/// One id of the deciding rule, with its value.
struct Term {
    std::size_t choice = 0; ///< index into Question::choices
    bool negated = false;   ///< stands under an odd number of '!'
    bool selected = false;
    bool notApplicable = false;
    bool satisfied = false; ///< the value that the term contributes where it stands
    friend bool operator==(const Term&, const Term&) = default;
};

/// A smallest set of further practices (choice indices, ascending) that brings the question to `reaches`. Any
/// none-choice that is ticked is taken as cleared.
struct Lowering {
    Risk reaches = Risk::None;
    std::vector<std::size_t> practices;
    friend bool operator==(const Lowering&, const Lowering&) = default;
};

struct Explanation {
    State state = State::Unanswered;
    std::optional<std::size_t> rule; ///< index of the deciding rule; none when unanswered, not applicable or unmatched
    std::vector<Term> terms;       ///< ids of the deciding rule in order of appearance; for `default`, of the rule that
                                   ///< would have given the next lower level
    std::vector<Lowering> toLower; ///< one level lower first, then to none; all sets of minimal size, in lexicographic
                                   ///< order, at most `maxSets` a level; empty when the state is None or nothing helps
};

/// Never fails. Practices = choices that are neither none-choices, selected nor not applicable. Sets are minimal by
/// inclusion of size (no smaller set reaches the level). Cost is bounded: with more than 20 open practices the search
/// stops at sets of 5.
[[nodiscard]] Explanation explain(const Question& question, const Selection& selection, std::size_t maxSets = 16);

} // namespace plumb::lens
