// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The questions of two states side by side: questionnaires are matched by id, questions by key. Everything that
// compares walks these pairs. Private to core/compare.
#pragma once

#include "core/compare/state.h"
#include "core/score/score.h"

#include <vector>

namespace plumb::compare {

/// A question in one state. Points into the state; all null when the state has not the question.
struct Side {
    const review::ReviewLens* lens = nullptr;
    const lens::Pillar* pillar = nullptr;
    const lens::Question* question = nullptr;
    const score::QuestionScore* score = nullptr;
    const review::Answer* answer = nullptr; ///< a default one when there is none
    [[nodiscard]] bool there() const noexcept { return question != nullptr; }
    [[nodiscard]] lens::State state() const noexcept { return score ? score->state : lens::State::Unanswered; }
};

struct Pair {
    Side before, after;
    bool sameLens = false;    ///< the very same questionnaire on both sides
    bool lensChanged = false; ///< texts, choices or rules of the question are others
    bool sameChoices = false; ///< of pairs with both sides: every choice stands and is noted as before
    bool sameMarks = false;   ///< of pairs with both sides: neither the question nor a choice is marked otherwise
    [[nodiscard]] bool both() const noexcept { return before.there() && after.there(); }
    [[nodiscard]] const Side& shown() const noexcept { return after.there() ? after : before; }
    [[nodiscard]] const QuestionKey& key() const noexcept { return shown().score->key; }
};

/// In the order of the second review, then those that only the first has, in its order. A question id that a lens uses
/// twice (A007) counts where it comes first. Both states must outlive the pairs.
[[nodiscard]] std::vector<Pair> pairsOf(const State& before, const State& after);

/// The state of a question as its rules read it with the ticks of one answer and the marks "not applicable" of another,
/// those of the question and of its choices.
[[nodiscard]] lens::State hybridState(const lens::Question& question, const review::Answer& ticks,
                                      const review::Answer& marks);
/// Penalty as the score counts it, in halves (HIGH 2, MEDIUM 1, NONE 0); -1 for what is not answered or not applicable.
/// UNMATCHED is the worst that the question can reach.
[[nodiscard]] int halvesOf(lens::State state, lens::Risk worst) noexcept;

} // namespace plumb::compare
