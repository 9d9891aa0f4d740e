// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What ticking practices changes: the answer, the penalty and the score. Private to core/score.
#pragma once

#include "core/score/score.h"

#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace plumb::score {

/// Practices by question; those of questions that the review has not are left out.
[[nodiscard]] std::map<QuestionKey, std::vector<std::string_view>>
byQuestion(const review::Review& review, std::span<const review::PracticeRef> practices);

/// The answer with the practices ticked. What is marked not applicable, none-choices and ids that the question has not
/// are passed over. A ticked none-choice is cleared once a practice that was asked for is in place.
[[nodiscard]] review::Answer adopted(const lens::Question& question, review::Answer answer,
                                     std::span<const std::string_view> practices);

/// What a set of practices does to the review.
struct Effect {
    double penalty = 0.0;   ///< weighted penalty removed; negative when it adds some
    double scoreGain = 0.0; ///< points of the overall score; 0 when there is no score before
};

/// Adds up the review once, then answers for each set in time proportional to the set. Keeps references.
class Effects {
public:
    Effects(const review::Review& review, const Scores& scores);
    [[nodiscard]] Effect of(std::span<const review::PracticeRef> practices) const;

private:
    const review::Review& m_review;
    const Scores& m_scores;
    double m_answered = 0.0, m_penalty = 0.0; ///< sums over answered questions
};

} // namespace plumb::score
