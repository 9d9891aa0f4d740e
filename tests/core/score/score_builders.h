// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small reviews for the tests of core/score: lenses written in one line a question, answers in one call.
#pragma once

#include "core/base/json.h"
#include "core/lens/reader.h"
#include "core/score/score.h"

#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace plumb::test {

using RuleText = std::pair<std::string, std::string>; ///< condition, "NO_RISK" | "MEDIUM_RISK" | "HIGH_RISK"

/// Three practices' worth of risk: all of them -> none, any of them -> medium, else high.
inline std::vector<RuleText> threeLevels(const std::string& all, const std::string& any) {
    return {{all, "NO_RISK"}, {any, "MEDIUM_RISK"}, {"default", "HIGH_RISK"}};
}

inline Json questionJson(const std::string& id, const std::vector<std::string>& choices,
                         const std::vector<RuleText>& rules) {
    Json question{{"id", id}, {"title", "Question " + id}, {"description", "About " + id}};
    question["choices"] = Json::array();
    for (const std::string& choice : choices)
        question["choices"].push_back(Json{
            {"id", choice}, {"title", "Choice " + choice}, {"improvementPlan", Json{{"displayText", "Do " + choice}}}});
    question["riskRules"] = Json::array();
    for (const auto& [condition, risk] : rules)
        question["riskRules"].push_back(Json{{"condition", condition}, {"risk", risk}});
    return question;
}

inline Json pillarJson(const std::string& id, const std::vector<Json>& questions) {
    Json pillar{{"id", id}, {"name", "Pillar " + id}};
    pillar["questions"] = Json::array();
    for (const Json& question : questions)
        pillar["questions"].push_back(question);
    return pillar;
}

/// Throws when the lens can't be read: the test is wrong then.
inline std::shared_ptr<const lens::Lens> makeLens(const std::string& id, const std::vector<Json>& pillars) {
    Json document{{"schemaVersion", "2021-11-01"}, {"name", "Lens " + id}, {"description", "For a test"}};
    document["pillars"] = Json::array();
    for (const Json& pillar : pillars)
        document["pillars"].push_back(pillar);
    auto read = lens::readLensOrFail(writeJson(document), id);
    if (!read)
        throw std::runtime_error(read.error().text + (read.error().messages.empty()
                                                          ? std::string()
                                                          : ": " + read.error().messages.front().text));
    auto lens = std::make_shared<lens::Lens>(std::move(*read));
    lens->id = id;
    return lens;
}

/// A review and the shortest way to fill it in. All calls name the lens by id.
struct TestReview {
    review::Review review;

    lens::Overlay& add(std::shared_ptr<const lens::Lens> lens, lens::Overlay overlay = {}) {
        auto shared = std::make_shared<lens::Overlay>(std::move(overlay));
        review.lenses.push_back({std::move(lens), shared, static_cast<int>(review.lenses.size())});
        return *shared;
    }
    review::Answer& answer(const std::string& lens, const std::string& question) {
        return review.answers[QuestionKey{lens, question}];
    }
    void tick(const std::string& lens, const std::string& question, std::initializer_list<std::string> choices) {
        for (const std::string& choice : choices)
            answer(lens, question).choices[choice].status = review::ChoiceStatus::Selected;
    }
    void exclude(const std::string& lens, const std::string& question, std::initializer_list<std::string> choices) {
        for (const std::string& choice : choices)
            answer(lens, question).choices[choice].status = review::ChoiceStatus::NotApplicable;
    }
    void excludeQuestion(const std::string& lens, const std::string& question) {
        answer(lens, question).applicable = false;
    }
    [[nodiscard]] score::Scores scores() const {
        score::Scores result;
        result.compute(review);
        return result;
    }
};

/// A scored question without a lens behind it.
inline score::QuestionScore scored(lens::State state, double weight = 1.0, lens::Risk worst = lens::Risk::High,
                                   lens::Risk best = lens::Risk::None) {
    score::QuestionScore q;
    q.state = state;
    q.weight = weight;
    q.worst = worst;
    q.best = best;
    return q;
}

inline score::ScopeScore scopeOf(const std::vector<score::QuestionScore>& questions) {
    std::vector<const score::QuestionScore*> pointers;
    for (const score::QuestionScore& q : questions)
        pointers.push_back(&q);
    return score::scoreScope(pointers);
}

} // namespace plumb::test
