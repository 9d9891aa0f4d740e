// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which practices to adopt to close a risk.
#include "core/lens/explain.h"
#include "core/score/plan.h"

#include <algorithm>
#include <optional>

namespace plumb::score {
namespace {

constexpr std::size_t kMaxSets = 10'000; ///< looked at; a question with 15 practices has no more of one size

int severitySum(const lens::Overlay& overlay, const lens::Question& question, const lens::Lowering& set) {
    int sum = 0;
    for (const std::size_t i : set.practices) {
        const auto& severity = overlay.choice(question.id, question.choices[i].id).severity;
        sum += severity ? static_cast<int>(*severity) + 1 : 1;
    }
    return sum;
}

/// The set to take: of the lowest level reached, of the highest summed severity, the earliest in file order.
const lens::Lowering* best(const std::vector<lens::Lowering>& sets, const lens::Overlay& overlay,
                           const lens::Question& question) {
    const lens::Lowering* taken = nullptr;
    int sum = 0;
    for (const lens::Lowering& set : sets) {
        const int own = severitySum(overlay, question, set);
        if (taken && (set.reaches > taken->reaches || (set.reaches == taken->reaches && own <= sum)))
            continue;
        taken = &set;
        sum = own;
    }
    return taken;
}

} // namespace

std::vector<review::PracticeRef> closingSet(const review::Review& review, const QuestionKey& key) {
    const review::ReviewLens* lens = review.findLens(key.lens);
    const lens::Question* question = lens ? lens->lens->findQuestion(key.question) : nullptr;
    if (!question)
        return {};
    const lens::Selection selection = review::toSelection(*question, review.answer(key));
    const lens::Explanation explanation = lens::explain(*question, selection, kMaxSets);
    const lens::Lowering* set = best(explanation.toLower, *lens->overlay, *question);
    if (!set)
        return {};
    std::vector<review::PracticeRef> practices;
    for (const std::size_t i : set->practices)
        practices.push_back({key, question->choices[i].id});
    // Only a none-choice is in the way: naming a practice that is in place clears it.
    for (std::size_t i = 0; practices.empty() && i < question->choices.size(); ++i)
        if (selection.selected[i] && !question->choices[i].isNone)
            practices.push_back({key, question->choices[i].id});
    return practices;
}

} // namespace plumb::score
