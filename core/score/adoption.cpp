// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/adoption.h"

#include "core/score/level.h"

#include <utility>

namespace plumb::score {

std::map<QuestionKey, std::vector<std::string_view>> byQuestion(const review::Review& review,
                                                                std::span<const review::PracticeRef> practices) {
    std::map<QuestionKey, std::vector<std::string_view>> grouped;
    for (const review::PracticeRef& practice : practices)
        if (const auto it = grouped.find(practice.question); it != grouped.end())
            it->second.push_back(practice.choice);
        else if (review.findQuestion(practice.question))
            grouped[practice.question].push_back(practice.choice);
    return grouped;
}

review::Answer adopted(const lens::Question& question, review::Answer answer,
                       std::span<const std::string_view> practices) {
    if (!answer.applicable)
        return answer;
    bool inPlace = false;
    for (const std::string_view id : practices) {
        const auto index = question.choiceIndex(id);
        if (!index || question.choices[*index].isNone)
            continue;
        const auto it = answer.choices.find(id);
        if (it != answer.choices.end() && it->second.status == review::ChoiceStatus::NotApplicable)
            continue;
        answer.choices[std::string(id)].status = review::ChoiceStatus::Selected;
        inPlace = true;
    }
    if (!inPlace)
        return answer;
    for (const lens::Choice& choice : question.choices) {
        const auto it = choice.isNone ? answer.choices.find(choice.id) : answer.choices.end();
        if (it == answer.choices.end() || it->second.status != review::ChoiceStatus::Selected)
            continue;
        it->second.status = review::ChoiceStatus::Unselected;
        if (it->second == review::ChoiceAnswer{})
            answer.choices.erase(it);
    }
    return answer;
}

Effects::Effects(const review::Review& review, const Scores& scores) : m_review(review), m_scores(scores) {
    for (const QuestionScore& question : scores.questions())
        if (const auto level = levelOf(question.state, question.worst)) {
            m_answered += question.weight;
            m_penalty += question.weight * penaltyOf(*level);
        }
}

Effect Effects::of(std::span<const review::PracticeRef> practices) const {
    Effect effect;
    double answered = m_answered, penalty = m_penalty;
    for (const auto& [key, choices] : byQuestion(m_review, practices)) {
        const lens::Question* question = m_review.findQuestion(key);
        const QuestionScore* now = m_scores.question(key);
        if (!question || !now)
            continue;
        const review::Answer after = adopted(*question, m_review.answer(key), choices);
        const lens::State state = lens::evaluate(*question, review::toSelection(*question, after));
        const auto from = levelOf(now->state, now->worst), to = levelOf(state, now->worst);
        const double before = from ? now->weight * penaltyOf(*from) : 0.0;
        const double then = to ? now->weight * penaltyOf(*to) : 0.0;
        answered += (to ? now->weight : 0.0) - (from ? now->weight : 0.0);
        penalty += then - before;
        if (from)
            effect.penalty += before - then;
    }
    if (m_answered > 0.0 && answered > 0.0)
        effect.scoreGain = 100.0 * (m_penalty / m_answered - penalty / answered);
    return effect;
}

} // namespace plumb::score
