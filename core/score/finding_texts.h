// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a finding says and how it is rated as long as nobody wrote it (docs/findings.md). Private to core/score.
#pragma once

#include "core/score/findings.h"

#include <string>
#include <vector>

namespace plumb::score {

/// A question where it stands.
struct QuestionPlace {
    const review::ReviewLens* lens = nullptr;
    const lens::Pillar* pillar = nullptr;
    const lens::Question* question = nullptr;
    int position = 0; ///< in its pillar, from 1
};

[[nodiscard]] std::string derivedTitle(const QuestionPlace& place);
[[nodiscard]] std::string derivedObservation(const QuestionPlace& place, const review::Answer& answer);
[[nodiscard]] std::string derivedConsequence(const QuestionPlace& place);
[[nodiscard]] std::string derivedRecommendation(const review::Review& review, const QuestionPlace& place,
                                                const review::Answer& answer,
                                                const std::vector<review::PracticeRef>& toClose);

/// Likelihood: the one given (0: 4), one lower at Medium, at least 1. Impact: the one given, else 4 at High and 3 at
/// Medium.
[[nodiscard]] review::Rating derivedInherent(int likelihood, int impact, lens::Risk severity) noexcept;
/// Likelihood two lower, impact one lower, at least 1.
[[nodiscard]] review::Rating derivedResidual(review::Rating inherent) noexcept;

} // namespace plumb::score
