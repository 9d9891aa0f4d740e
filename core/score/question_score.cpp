// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reduces one question and its answer to the few numbers that every scope adds up.
#include "core/score/score.h"

namespace plumb::score {
namespace {

double practiceWeight(const lens::QuestionOverlay& overlay, const std::string& choiceId) {
    const auto it = overlay.choices.find(choiceId);
    if (it == overlay.choices.end() || !it->second.severity)
        return 1.0;
    switch (*it->second.severity) {
    case lens::Severity::High:
        return 3.0;
    case lens::Severity::Medium:
        return 2.0;
    case lens::Severity::Low:
        break;
    }
    return 1.0;
}

} // namespace

QuestionScore scoreQuestion(const QuestionKey& key, const lens::Question& question,
                            const lens::QuestionOverlay& overlay, const review::Answer& answer) {
    const lens::Selection selection = review::toSelection(question, answer);
    QuestionScore result;
    result.key = key;
    result.state = lens::evaluate(question, selection);
    result.weight = overlay.weight;
    result.worst = question.worstReachable;
    result.best = question.bestReachable;
    result.verified = answer.basis == review::Basis::Shown || answer.basis == review::Basis::Verified;
    if (!selection.applicable)
        return result; // its practices leave practice coverage with it
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        const lens::Choice& choice = question.choices[i];
        if (choice.isNone || selection.notApplicable[i])
            continue;
        const double weight = practiceWeight(overlay, choice.id);
        result.practicesApplicable += weight;
        if (selection.selected[i])
            result.practicesInPlace += weight;
    }
    return result;
}

} // namespace plumb::score
