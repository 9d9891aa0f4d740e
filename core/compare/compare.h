// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What moved between two states of a review, and why: question by question, finding by finding, in score, coverage and
// money. Absence is never counted as a pass: a question that only one side has, or that one side did not answer, is
// said to be new, retired, first answered or unanswered, never improved.
#pragma once

#include "core/compare/state.h"
#include "core/score/score.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::compare {

enum class Change {
    Improved,     ///< answered on both sides, lower risk now
    Worsened,     ///< answered on both sides, higher risk now
    FirstAnswer,  ///< unanswered before
    Unanswered,   ///< answered before, not any more
    AnswerOnly,   ///< other choices, the same risk
    Rescoped,     ///< not applicable on one side only, or a choice marked so
    New,          ///< the question (or its lens) is not in the first state
    Retired,      ///< not in the second
    Reworded,     ///< the same answers, the question's texts, choices or rules are others and the risk is the same
    EvidenceOnly, ///< notes, basis, people or evidence alone
    Unchanged
};
inline constexpr std::size_t kChanges = 11;
/// "improved", "worsened", "first answer", "unanswered", "answer only", "re-scoped", "new", "retired", "reworded",
/// "evidence only", "unchanged".
[[nodiscard]] std::string_view toText(Change change) noexcept;

struct ChoiceChange {
    std::string id, title;
    review::ChoiceAnswer before, after; ///< default where a side has not the choice
    bool isNew = false, retired = false;
};

struct QuestionChange {
    QuestionKey key;
    std::string title, lens, pillar; ///< of the side that has it, the second first
    lens::State from = lens::State::Unanswered, to = lens::State::Unanswered;
    bool hadBefore = true, hasAfter = true;
    Change change = Change::Unchanged;
    bool lensChanged = false;          ///< its texts, choices or rules are others: the risk may have moved by that
    std::vector<ChoiceChange> choices; ///< that differ
    bool noteChanged = false, basisChanged = false, peopleChanged = false, evidenceChanged = false;
    std::string noteBefore, noteAfter; ///< where the note changed
    bool otherChanged = false;         ///< reason, private note, parked, to be confirmed again: nothing that is shown
    double points = 0; ///< of the score that its answer moved; they sum to the causes' four answer parts
};

enum class FindingMove { New, Regressed, Open, Resolved, Accepted, Closed };
/// New: a risk that was not there. Regressed: was closed or resolved, is open again. Open: on both sides. Resolved:
/// open before, closed by answers or by hand. Accepted: accepted (or transferred, false alarm) now, open before.
/// Closed: on neither side open; or open before and not any more although nobody closed it (`questionGone`).
[[nodiscard]] std::string_view toText(FindingMove move) noexcept; ///< "new", "regressed", "open", "resolved", ...
struct FindingChange {
    std::string key, title;
    int number = 0;
    FindingMove move = FindingMove::Open;
    std::optional<lens::Risk> from, to; ///< severity while open
    int ratingBefore = 0, ratingAfter = 0;
    /// Not open any more only because its question is not asked, not answered, not applicable or matches no rule, or
    /// because it was written by hand and taken out: never "resolved".
    bool questionGone = false;
};

/// Parts of the score's change that sum to it exactly (1e-9): Shapley values over four things that can be swapped one
/// by one between the states, the answers' part split further by question. docs/compare.md derives it.
struct ScoreCauses {
    double before = 0, after = 0;
    bool known = false; ///< both sides have a score
    double betterAnswers = 0, worseAnswers = 0, firstAnswers = 0, lostAnswers = 0;
    double lens = 0;    ///< questions, choices and rules of another version
    double scope = 0;   ///< not applicable on one side only
    double weights = 0; ///< overlay weights and the method's version
    [[nodiscard]] double sum() const noexcept {
        return betterAnswers + worseAnswers + firstAnswers + lostAnswers + lens + scope + weights;
    }
};

struct GroupChange {
    std::string lens, framework; ///< empty: all
    std::string name;
    score::ScopeScore before, after;
};

struct MoneyChange {
    std::string name; ///< of the scenario, empty: the bill
    std::optional<ScenarioMoney> before, after;
};

struct Comparison {
    std::string from, to; ///< names
    score::ScopeScore before, after;
    bool sameMethod = true;                ///< else the sentence for it is in `remarks`
    std::vector<QuestionChange> questions; ///< in the order of the second review, then retired ones
    std::vector<FindingChange> findings;
    ScoreCauses causes;
    std::vector<GroupChange> cells; ///< every lens x framework pillar that either side has, with totals
    std::vector<MoneyChange> money;
    std::vector<std::string> remarks; ///< what can't be compared, and why
    [[nodiscard]] int count(Change change) const noexcept;
};

/// Lenses are matched by id, questions by key, whatever their texts. Reviews without a common lens compare to new and
/// retired questions, with a remark that says so.
[[nodiscard]] Comparison compareStates(const State& before, const State& after);

/// A point of the trend over all snapshots.
struct TrendPoint {
    std::string name;
    Instant time;
    std::optional<double> score;
    double worst = 0, best = 100, coverage = 0;
};

} // namespace plumb::compare
