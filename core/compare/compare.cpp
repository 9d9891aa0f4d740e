// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/compare.h"

#include "core/base/parallel.h"
#include "core/compare/finding_moves.h"
#include "core/compare/group_changes.h"
#include "core/compare/pairs.h"
#include "core/compare/question_changes.h"
#include "core/compare/remarks.h"
#include "core/compare/score_causes.h"

#include <algorithm>
#include <array>
#include <functional>

namespace plumb::compare {
namespace {

/// From here on a second thread is worth its start.
constexpr std::size_t kManyQuestions = 2000;

constexpr std::array<std::string_view, kChanges> kChangeTexts{
    "improved", "worsened", "first answer", "unanswered",    "answer only", "re-scoped",
    "new",      "retired",  "reworded",     "evidence only", "unchanged"};
constexpr std::array<std::string_view, 6> kMoveTexts{"new", "regressed", "open", "resolved", "accepted", "closed"};

/// The same scenario by id; in another file, where ids differ, by name.
const ScenarioMoney* sameScenario(const std::vector<ScenarioMoney>& list, const ScenarioMoney& wanted) {
    const auto byId = std::ranges::find(list, wanted.id, &ScenarioMoney::id);
    const auto found = byId != list.end() ? byId : std::ranges::find(list, wanted.name, &ScenarioMoney::name);
    return found == list.end() ? nullptr : &*found;
}

/// Sums in two currencies stand beside each other, never as a difference.
std::vector<MoneyChange> moneyChanges(const State& before, const State& after) {
    const bool same = before.currency == after.currency;
    std::vector<MoneyChange> changes;
    std::vector<const ScenarioMoney*> matched;
    for (const ScenarioMoney& now : after.money) {
        MoneyChange change{now.name, {}, now};
        const ScenarioMoney* old = same ? sameScenario(before.money, now) : nullptr;
        if (old && std::ranges::find(matched, old) == matched.end()) {
            change.before = *old;
            matched.push_back(old);
        }
        changes.push_back(std::move(change));
    }
    for (const ScenarioMoney& old : before.money)
        if (std::ranges::find(matched, &old) == matched.end())
            changes.push_back({old.name, old, {}});
    return changes;
}

} // namespace

std::string_view toText(Change change) noexcept {
    return kChangeTexts[static_cast<std::size_t>(change) % kChangeTexts.size()];
}

std::string_view toText(FindingMove move) noexcept {
    return kMoveTexts[static_cast<std::size_t>(move) % kMoveTexts.size()];
}

int Comparison::count(Change change) const noexcept {
    return static_cast<int>(std::ranges::count(questions, change, &QuestionChange::change));
}

Comparison compareStates(const State& before, const State& after) {
    const std::vector<Pair> pairs = pairsOf(before, after);
    Comparison result;
    result.from = before.name;
    result.to = after.name;
    result.before = before.scores.overall();
    result.after = after.scores.overall();
    result.sameMethod = before.scoreMethod == after.scoreMethod;
    Causes causes;
    const std::size_t threads = pairs.size() < kManyQuestions ? 1 : 0;
    const std::array<std::function<void()>, 4> parts{
        [&] { result.questions = questionChanges(before, after, pairs); },
        [&] { result.findings = findingMoves(before, after); },
        [&] { causes = causesOf(pairs, result.before, result.after); },
        [&] { result.cells = groupChanges(pairs); },
    };
    static_cast<void>(inParallel(parts.size(), threads, [&](std::size_t part, std::size_t) { parts[part](); }));
    result.causes = causes.all;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        result.questions[i].points = causes.points[i];
    result.money = moneyChanges(before, after);
    result.remarks = remarksOn(before, after);
    return result;
}

} // namespace plumb::compare
