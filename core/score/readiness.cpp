// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Production or proof of concept: the verdict over the signs that an overlay names (risk.md section 6).
#include "core/score/score.h"

#include <algorithm>

namespace plumb::score {
namespace {

using Sign = Readiness::Sign;

/// A listed choice that the question does not have is a sign that can't be shown to be in place; so is an empty list.
Sign::Status statusOf(const lens::ReadinessSign& sign, const lens::Question& question, const review::Answer& answer) {
    const lens::Selection selection = review::toSelection(question, answer);
    if (!selection.applicable)
        return Sign::Status::InPlace;
    const auto settled = [&](const std::string& choiceId) {
        const auto index = question.choiceIndex(choiceId);
        return index && (selection.selected[*index] || selection.notApplicable[*index]);
    };
    const auto inPlace = std::ranges::count_if(sign.choices, settled);
    if (inPlace > 0)
        return inPlace == std::ranges::ssize(sign.choices) ? Sign::Status::InPlace : Sign::Status::Partly;
    return lens::evaluate(question, selection) == lens::State::Unanswered ? Sign::Status::Unanswered
                                                                          : Sign::Status::Missing;
}

Readiness::Verdict verdictOf(const std::vector<Sign>& signs) {
    const auto is = [](Sign::Status status) { return [status](const Sign& sign) { return sign.status == status; }; };
    if (std::ranges::all_of(signs, is(Sign::Status::InPlace)))
        return Readiness::Verdict::Production;
    if (std::ranges::any_of(signs, is(Sign::Status::Unanswered)))
        return Readiness::Verdict::NotDetermined;
    return Readiness::Verdict::ProofOfConcept;
}

} // namespace

std::string_view toText(Readiness::Verdict v) noexcept {
    switch (v) {
    case Readiness::Verdict::ProofOfConcept:
        return "proof of concept";
    case Readiness::Verdict::Production:
        return "production";
    case Readiness::Verdict::NotDetermined:
        break;
    }
    return "not determined";
}

Readiness Scores::readiness(const review::Review& review) const {
    Readiness result;
    const auto it = std::ranges::find_if(
        review.lenses, [](const review::ReviewLens& candidate) { return !candidate.overlay->signs.empty(); });
    if (it == review.lenses.end())
        return result;
    result.lens = it->lens->id;
    for (const lens::ReadinessSign& sign : it->overlay->signs) {
        Sign shown{sign.id, sign.name, sign.question, sign.missing, Sign::Status::Unanswered};
        if (const lens::Question* question = it->lens->findQuestion(sign.question))
            shown.status = statusOf(sign, *question, review.answer({result.lens, sign.question}));
        result.signs.push_back(std::move(shown));
    }
    result.verdict = verdictOf(result.signs);
    return result;
}

} // namespace plumb::score
