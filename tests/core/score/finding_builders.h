// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small review with risks, for the tests of findings and plans.
#pragma once

#include "tests/core/score/score_builders.h"

#include "core/score/plan.h"

#include <algorithm>
#include <string>
#include <vector>

namespace plumb::test {

/// Lens "L" with one pillar a framework pillar named; questions "<prefix>1"... of three practices aaa, bbb, ccc: all of
/// them NONE, aaa MEDIUM, else HIGH.
struct RiskReview : TestReview {
    lens::Overlay* overlay = nullptr;

    /// Pillar id and how many questions it has; ids are the first three letters and a number: "sec1".
    explicit RiskReview(const std::vector<std::pair<std::string, int>>& pillars) {
        std::vector<Json> made;
        for (const auto& [pillar, count] : pillars) {
            std::vector<Json> questions;
            for (int i = 1; i <= count; ++i)
                questions.push_back(questionJson(pillar.substr(0, 3) + std::to_string(i),
                                                 {"aaa", "bbb", "ccc", "none_no"},
                                                 threeLevels("aaa && bbb && ccc", "aaa")));
            made.push_back(pillarJson(pillar, questions));
        }
        overlay = &add(makeLens("L", made));
    }
    void high(const std::string& question) { tick("L", question, {"none_no"}); }
    void medium(const std::string& question) { tick("L", question, {"aaa"}); }

    /// The stored half of a question's finding; made when there is none.
    review::Finding& write(const std::string& question) {
        const QuestionKey key{"L", question};
        for (review::Finding& finding : review.findings)
            if (finding.question == key)
                return finding;
        return store({}, key);
    }
    /// A finding written by hand.
    review::Finding& byHand(const std::string& title, lens::Risk severity) {
        review::Finding& finding = store("hand-" + title, {});
        finding.title = title;
        finding.severity = severity;
        return finding;
    }
    [[nodiscard]] std::vector<score::Finding> findings(Date today = {2026, 11, 18}) const {
        return score::findings(review, scores(), today, saving);
    }
    [[nodiscard]] score::Finding finding(const std::string& key, Date today = {2026, 11, 18}) const {
        for (const score::Finding& f : findings(today))
            if (f.key == key)
                return f;
        return {};
    }
    [[nodiscard]] score::Plan plan(Date today = {2026, 11, 18}) const {
        const score::Scores now = scores();
        return score::makePlan(review, now, score::findings(review, now, today, saving), today);
    }
    score::SavingOf saving;

private:
    review::Finding& store(std::string key, const QuestionKey& question) {
        review.findings.reserve(64); // references stay
        review::Finding finding;
        finding.key = question.lens.empty() ? std::move(key) : review::findingKey(question);
        finding.question = question;
        finding.number = static_cast<int>(review.findings.size()) + 1;
        review.findings.push_back(std::move(finding));
        return review.findings.back();
    }
};

inline const score::PlanItem* itemOf(const score::Plan& plan, const std::string& key) {
    const auto it = std::ranges::find(plan.items, key, &score::PlanItem::key);
    return it == plan.items.end() ? nullptr : &*it;
}

inline const score::Reason* reasonOf(const score::PlanItem& item, score::Reason::Kind kind) {
    const auto it = std::ranges::find(item.reasons, kind, &score::Reason::kind);
    return it == item.reasons.end() ? nullptr : &*it;
}

} // namespace plumb::test
