// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a state counts in every sum of score/1 (docs/scoring.md section 2). For core/score and core/compare alone.
#pragma once

#include "core/score/score.h"

#include <optional>

namespace plumb::score {

[[nodiscard]] inline double penaltyOf(lens::Risk risk) noexcept {
    return risk == lens::Risk::High ? 1.0 : risk == lens::Risk::Medium ? 0.5 : 0.0;
}

/// The level an answered question counts with; none when it is not answered. Unmatched is a fault of the lens and
/// never good news: it counts as the worst that the question can reach.
[[nodiscard]] inline std::optional<lens::Risk> levelOf(lens::State state, lens::Risk worst) noexcept {
    switch (state) {
    case lens::State::High:
        return lens::Risk::High;
    case lens::State::Medium:
        return lens::Risk::Medium;
    case lens::State::None:
        return lens::Risk::None;
    case lens::State::Unmatched:
        return worst;
    case lens::State::Unanswered:
    case lens::State::NotApplicable:
        break;
    }
    return std::nullopt;
}

} // namespace plumb::score
