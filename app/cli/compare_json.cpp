// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare_text.h"
#include "app/cli/json_values.h"

#include <algorithm>
#include <array>

namespace plumb::cli {
namespace {

using compare::Change;
using compare::FindingChange;
using compare::FindingMove;
using compare::QuestionChange;
using compare::ScenarioMoney;

constexpr std::array<FindingMove, 6> kMoves{FindingMove::New,      FindingMove::Regressed, FindingMove::Open,
                                            FindingMove::Resolved, FindingMove::Accepted,  FindingMove::Closed};

Json differenceOf(const std::optional<double>& before, const std::optional<double>& after) {
    return before && after ? Json(*after - *before) : Json(nullptr);
}

Json stateJson(const compare::State& state) {
    return {{"name", state.name},
            {"day", toIso(state.day)},
            {"workload", state.review.workload.name},
            {"method", state.scoreMethod}};
}

Json overallJson(const compare::Comparison& moved) {
    return {{"before", toJson(moved.before)},
            {"after", toJson(moved.after)},
            {"change", differenceOf(moved.before.score, moved.after.score)},
            {"sameMethod", moved.sameMethod}};
}

/// Also the words of core/store, which are its own.
std::string_view wordOf(review::ChoiceStatus status) noexcept {
    switch (status) {
    case review::ChoiceStatus::Selected:
        return "selected";
    case review::ChoiceStatus::NotApplicable:
        return "not_applicable";
    case review::ChoiceStatus::Unselected:
        break;
    }
    return "unselected";
}

Json choiceSide(const review::ChoiceAnswer& answer, bool there) {
    if (!there)
        return nullptr;
    return {{"status", wordOf(answer.status)}, {"reason", review::toText(answer.reason)}, {"note", answer.note}};
}

Json choicesJson(const QuestionChange& question) {
    Json out = Json::array();
    for (const compare::ChoiceChange& choice : question.choices)
        out.push_back({{"id", choice.id},
                       {"title", choice.title},
                       {"before", choiceSide(choice.before, !choice.isNew)},
                       {"after", choiceSide(choice.after, !choice.retired)}});
    return out;
}

/// What else of the answer is different.
Json partsJson(const QuestionChange& question) {
    Json out = Json::array();
    for (const auto& [changed, name] : {std::pair{question.noteChanged, "note"},
                                        {question.basisChanged, "basis"},
                                        {question.peopleChanged, "people"},
                                        {question.evidenceChanged, "evidence"},
                                        {question.otherChanged, "other"}})
        if (changed)
            out.push_back(name);
    return out;
}

Json questionJson(const QuestionChange& question) {
    Json out = {{"lens", question.key.lens},
                {"id", question.key.question},
                {"title", question.title},
                {"pillar", question.pillar},
                {"from", question.hadBefore ? Json(lens::toText(question.from)) : Json(nullptr)},
                {"to", question.hasAfter ? Json(lens::toText(question.to)) : Json(nullptr)},
                {"change", compare::toText(question.change)},
                {"points", question.points},
                {"lensChanged", question.lensChanged},
                {"choices", choicesJson(question)},
                {"changed", partsJson(question)}};
    if (question.noteChanged)
        out["note"] = {{"before", question.noteBefore}, {"after", question.noteAfter}};
    return out;
}

Json questionsJson(const compare::Comparison& moved, bool all) {
    Json out = Json::array();
    for (const QuestionChange& question : moved.questions)
        if (all || question.change != Change::Unchanged)
            out.push_back(questionJson(question));
    return out;
}

Json countsJson(const compare::Comparison& moved) {
    Json out = Json::object();
    for (std::size_t i = 0; i < compare::kChanges; ++i) {
        const auto change = static_cast<Change>(i);
        out[std::string(compare::toText(change))] = moved.count(change);
    }
    return out;
}

Json findingJson(const FindingChange& finding) {
    const auto severity = [](const std::optional<lens::Risk>& risk) {
        return risk ? Json(lens::toText(*risk)) : Json(nullptr);
    };
    return {{"key", finding.key},
            {"code", finding.number > 0 ? Json(review::findingCode(finding.number)) : Json(nullptr)},
            {"title", finding.title},
            {"from", severity(finding.from)},
            {"to", severity(finding.to)},
            {"ratingBefore", finding.ratingBefore},
            {"ratingAfter", finding.ratingAfter},
            {"questionGone", finding.questionGone}};
}

Json findingsJson(const compare::Comparison& moved) {
    Json out = Json::object();
    for (const FindingMove move : kMoves) {
        Json& list = out[std::string(compare::toText(move))] = Json::array();
        for (const FindingChange& finding : moved.findings)
            if (finding.move == move)
                list.push_back(findingJson(finding));
    }
    return out;
}

Json causesJson(const compare::ScoreCauses& causes) {
    return {{"known", causes.known},
            {"betterAnswers", causes.betterAnswers},
            {"worseAnswers", causes.worseAnswers},
            {"firstAnswers", causes.firstAnswers},
            {"lostAnswers", causes.lostAnswers},
            {"lens", causes.lens},
            {"scope", causes.scope},
            {"weights", causes.weights},
            {"sum", causes.sum()}};
}

Json cellsJson(const compare::Comparison& moved) {
    Json out = Json::array();
    for (const compare::GroupChange& cell : moved.cells)
        out.push_back({{"lens", cell.lens},
                       {"framework", cell.framework},
                       {"name", cell.name},
                       {"before", toJson(cell.before)},
                       {"after", toJson(cell.after)},
                       {"change", differenceOf(cell.before.score, cell.after.score)}});
    return out;
}

Json moneySide(const std::optional<ScenarioMoney>& money) {
    if (!money)
        return nullptr;
    return {{"monthly", money->monthly}, {"saving", money->saving}, {"oneOff", money->oneOff}};
}

Json moneyJson(const Compared& compared) {
    Json bill = {{"before", nullptr}, {"after", nullptr}}, scenarios = Json::array();
    for (const compare::MoneyChange& money : compared.moved.money) {
        Json sides = {{"before", moneySide(money.before)}, {"after", moneySide(money.after)}};
        if (!money.name.empty()) {
            sides["name"] = money.name;
            scenarios.push_back(std::move(sides));
            continue;
        }
        // In two currencies the bill stands there twice.
        for (const char* side : {"before", "after"})
            if (!sides[side].is_null())
                bill[side] = sides[side];
    }
    return {{"currency", {{"before", compared.before.currency}, {"after", compared.after.currency}}},
            {"bill", std::move(bill)},
            {"scenarios", std::move(scenarios)}};
}

bool sameScore(const score::ScopeScore& before, const score::ScopeScore& after) {
    return before.score == after.score && before.coverage == after.coverage && before.worst == after.worst &&
           before.best == after.best;
}

} // namespace

bool differs(const compare::Comparison& moved) {
    const auto sameFinding = [](const FindingChange& finding) {
        return (finding.move == FindingMove::Open || finding.move == FindingMove::Closed) &&
               finding.from == finding.to && finding.ratingBefore == finding.ratingAfter && !finding.questionGone;
    };
    return !std::ranges::all_of(moved.questions,
                                [](const QuestionChange& q) { return q.change == Change::Unchanged; }) ||
           !std::ranges::all_of(moved.findings, sameFinding) || !sameScore(moved.before, moved.after) ||
           !std::ranges::all_of(moved.cells, [](const auto& cell) { return sameScore(cell.before, cell.after); }) ||
           !std::ranges::all_of(moved.money, [](const auto& money) { return money.before == money.after; });
}

Json comparisonJson(const Compared& compared, bool all) {
    const compare::Comparison& moved = compared.moved;
    return {{"from", stateJson(compared.before)},
            {"to", stateJson(compared.after)},
            {"same", !differs(moved)},
            {"overall", overallJson(moved)},
            {"questions", questionsJson(moved, all)},
            {"counts", countsJson(moved)},
            {"findings", findingsJson(moved)},
            {"causes", causesJson(moved.causes)},
            {"cells", cellsJson(moved)},
            {"money", moneyJson(compared)},
            {"remarks", moved.remarks}};
}

} // namespace plumb::cli
