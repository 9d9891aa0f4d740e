// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ticking practices in a copy of the review.
#include "core/score/adoption.h"
#include "core/score/plan.h"

#include <utility>

namespace plumb::score {

WhatIf whatIf(const review::Review& review, const Scores& scores, const std::vector<review::PracticeRef>& ticks) {
    WhatIf result;
    result.before = scores.overall();
    result.readinessBefore = scores.readiness(review);
    result.review = review;
    result.scores = scores;
    for (const auto& [key, choices] : byQuestion(review, ticks)) {
        review::Answer after = adopted(*review.findQuestion(key), review.answer(key), choices);
        if (after == review.answer(key))
            continue;
        result.review.answers[key] = std::move(after);
        result.scores.update(result.review, key);
    }
    result.after = result.scores.overall();
    result.readinessAfter = result.scores.readiness(result.review);
    const auto& before = scores.questions();
    const auto& after = result.scores.questions();
    for (std::size_t i = 0; i < before.size() && i < after.size(); ++i)
        if (before[i].state != after[i].state)
            result.changes.push_back({before[i].key, before[i].state, after[i].state});
    return result;
}

} // namespace plumb::score
