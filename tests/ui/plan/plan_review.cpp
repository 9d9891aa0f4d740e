// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plan/plan_review.h"

#include <QtGlobal>

namespace plumb::test {

namespace {

struct Mock {
    const char* title;
    const char* owner;
    lens::Effort effort;
    int needs; ///< index of what comes first; -1: nothing
};

constexpr Mock kMocks[] = {
    {"Share the GPU hosts", "Jonas Weber", lens::Effort::M, -1},
    {"Lineage from data to answer", "Dev Raman", lens::Effort::L, -1},
    {"Watch fraud drift", "Dev Raman", lens::Effort::M, 1},
    {"Second person for retraining", "Dev Raman", lens::Effort::M, 2},
    {"Step budget for the agent", "Kenji Abe", lens::Effort::M, 11},
    {"Keep PII out of prompts", "Priya Nair", lens::Effort::S, -1},
    {"Filter the answers", "Priya Nair", lens::Effort::M, 5},
    {"Name who answers for harm", "Sofia Marques", lens::Effort::S, -1},
    {"Rehearse the way back", "Jonas Weber", lens::Effort::M, -1},
    {"Set quotas from last season", "Jonas Weber", lens::Effort::S, -1},
    {"New ground truth", "Dev Raman", lens::Effort::M, -1},
    {"Cache prompts", "Kenji Abe", lens::Effort::S, -1},
    {"One prompt catalogue", "Kenji Abe", lens::Effort::S, -1},
    {"Read-only agent tools", "Priya Nair", lens::Effort::M, -1},
    {"Fairness every month", "Sofia Marques", lens::Effort::L, -1},
    {"Agents name the source of each number that they write into a claim", "", lens::Effort::Unset, -1},
};

/// Every choice but the last, which is "none of these".
std::vector<int> all(const lens::Question& question) {
    std::vector<int> numbers;
    for (std::size_t i = 1; i < question.choices.size(); ++i)
        numbers.push_back(static_cast<int>(i));
    return numbers;
}

} // namespace

void showRisks(TestReview& review, int high, int medium) {
    std::vector<std::pair<QuestionKey, session::AnswerEdit>> edits;
    for (const auto& lens : review.session().review().lenses)
        for (const auto& pillar : lens.lens->pillars)
            for (const lens::Question& question : pillar.questions) {
                std::vector<int> ticks = all(question);
                if (high-- > 0)
                    ticks = {static_cast<int>(question.choices.size())}; // none of these
                else if (medium-- > 0)
                    ticks = {1, 2};
                session::AnswerEdit edit;
                for (const int choice : ticks)
                    edit.select.push_back(question.choices.at(static_cast<std::size_t>(choice - 1)).id);
                edits.emplace_back(QuestionKey{lens.lens->id, question.id}, edit);
            }
    const auto done = review.session().edit(edits, "Answer all");
    if (!done)
        qFatal("%s", done.error().text.c_str());
}

void editFinding(TestReview& review, const std::string& key, const session::FindingEdit& edit) {
    const auto done = review.session().editFindings({{key, edit}});
    if (!done)
        qFatal("%s", done.error().text.c_str());
}

void writeMockFindings(TestReview& review) {
    const std::vector<score::Finding> findings = review.session().findings();
    std::vector<std::pair<std::string, session::FindingEdit>> edits;
    for (std::size_t i = 0; i < findings.size() && i < std::size(kMocks); ++i) {
        session::FindingEdit edit;
        edit.title = kMocks[i].title;
        edit.owner = kMocks[i].owner;
        edit.effort = kMocks[i].effort;
        if (kMocks[i].needs >= 0 && static_cast<std::size_t>(kMocks[i].needs) < findings.size())
            edit.needs = std::vector<std::string>{findings[static_cast<std::size_t>(kMocks[i].needs)].key};
        if (i == 0) {
            edit.status = review::FindingStatus::InProgress;
            edit.progress = 30;
        }
        if (i == 8) {
            edit.status = review::FindingStatus::Accepted;
            edit.reason = "The motor book is small.";
            edit.decidedBy = "Ines Albrecht";
            edit.until = addMonths(review.session().today(), 2);
        }
        edits.emplace_back(findings[i].key, edit);
    }
    if (edits.empty())
        return;
    const auto done = review.session().editFindings(edits);
    if (!done)
        qFatal("%s", done.error().text.c_str());
}

} // namespace plumb::test
