// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The arithmetic of score/1 over a set of questions (docs/scoring.md). All sums run in the order of the input, so that
// the range closes on the score to the last bit when every question is answered.
#include "core/score/score.h"

#include "core/score/level.h"

#include <algorithm>

namespace plumb::score {
namespace {

/// Room for the rounding of summed weights, so that nine answered of ten questions of weight 1.3 are 90 %.
constexpr double kSlack = 1e-9;
constexpr double kSoundCoverage = 0.9;

void count(ScopeScore& scope, lens::State state) noexcept {
    switch (state) {
    case lens::State::High:
        ++scope.high;
        break;
    case lens::State::Medium:
        ++scope.medium;
        break;
    case lens::State::None:
        ++scope.none;
        break;
    case lens::State::Unmatched:
        ++scope.unmatched;
        break;
    case lens::State::NotApplicable:
        ++scope.notApplicable;
        break;
    case lens::State::Unanswered:
        break;
    }
}

struct Sums {
    double applicable = 0.0, worst = 0.0, best = 0.0; ///< weights, and weighted penalties of the range
    double answered = 0.0, penalty = 0.0;
    double verified = 0.0, verifiedPenalty = 0.0;
    double practices = 0.0, inPlace = 0.0;
    std::optional<lens::Risk> worstOpen;
};

void add(Sums& sums, const QuestionScore& q) noexcept {
    const std::optional<lens::Risk> level = levelOf(q.state, q.worst);
    sums.applicable += q.weight;
    sums.worst += q.weight * penaltyOf(level.value_or(q.worst));
    sums.best += q.weight * penaltyOf(level.value_or(q.best));
    sums.practices += q.practicesApplicable;
    sums.inPlace += q.practicesInPlace;
    if (!level)
        return;
    sums.answered += q.weight;
    sums.penalty += q.weight * penaltyOf(*level);
    sums.worstOpen = sums.worstOpen ? std::max(*sums.worstOpen, *level) : *level;
    if (q.verified) {
        sums.verified += q.weight;
        sums.verifiedPenalty += q.weight * penaltyOf(*level);
    }
}

double percent(double penalties, double weights) noexcept {
    return 100.0 * (1.0 - penalties / weights);
}

lens::State toState(lens::Risk risk) noexcept {
    if (risk == lens::Risk::None)
        return lens::State::None;
    return risk == lens::Risk::Medium ? lens::State::Medium : lens::State::High;
}

/// The method also asks a sound scope for a score of 80; with nothing open above None it is 100, so that needs no test.
Label labelOf(lens::Risk worstOpen, double coverage) noexcept {
    if (worstOpen == lens::Risk::High)
        return Label::AtRisk;
    if (worstOpen == lens::Risk::Medium || coverage < kSoundCoverage - kSlack)
        return Label::NeedsWork;
    return Label::Sound;
}

} // namespace

ScopeScore scoreScope(std::span<const QuestionScore* const> questions) {
    ScopeScore scope;
    Sums sums;
    for (const QuestionScore* q : questions) {
        ++scope.questions;
        count(scope, q->state);
        if (q->state == lens::State::NotApplicable)
            continue;
        ++scope.applicable;
        if (q->state != lens::State::Unanswered)
            ++scope.answered;
        add(sums, *q);
    }
    if (scope.applicable > 0) {
        scope.worst = percent(sums.worst, sums.applicable);
        scope.best = percent(sums.best, sums.applicable);
        scope.coverage = sums.answered / sums.applicable;
    }
    if (sums.practices > 0.0)
        scope.practiceCoverage = sums.inPlace / sums.practices;
    if (sums.verified > 0.0)
        scope.verified = percent(sums.verifiedPenalty, sums.verified);
    if (sums.worstOpen) {
        scope.score = percent(sums.penalty, sums.answered);
        scope.worstOpen = toState(*sums.worstOpen);
        scope.label = labelOf(*sums.worstOpen, scope.coverage);
    }
    return scope;
}

} // namespace plumb::score
