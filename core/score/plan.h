// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What to do first, and why there (risk.md section 5, docs/findings.md). Takes values and returns values.
#pragma once

#include "core/score/findings.h"

#include <optional>
#include <string>
#include <vector>

namespace plumb::score {

/// Why an item stands where it does. `other` is the key of the finding that the reason speaks of.
struct Reason {
    enum class Kind {
        QuickWin,     ///< effort S, and HIGH or money
        After,        ///< waits for `other`
        MovedForward, ///< ahead of its rank because `other` needs it
        NoCapacity,   ///< its rank is earlier, but the person-days of the period before are used up
        DueDate,      ///< placed by the day that a person wrote, or ends later than that
        AcceptedEnds, ///< accepted now; in the plan because the acceptance ends within it
        BeyondPlan    ///< does not fit into the plan's periods
    } kind = Kind::After;
    std::string other;
    Date day;         ///< DueDate, AcceptedEnds
    std::string text; ///< one English sentence, without ids: "After 'No lineage from data to answer'."
};
[[nodiscard]] std::string_view toText(Reason::Kind kind) noexcept; ///< "quick win", "after", "moved forward", ...

struct PlanItem {
    std::string key;
    int number = 0;
    std::string title, owner;
    lens::Risk severity = lens::Risk::High;
    review::FindingStatus status = review::FindingStatus::Open;
    std::vector<review::PracticeRef> practices;
    double days = 0.0;
    lens::Effort effort = lens::Effort::Unset;
    double penalty = 0.0, scoreGain = 0.0, monthlySaving = 0.0, avoidedLoss = 0.0;
    double value = 0.0;  ///< docs/findings.md: weighted penalty plus money in units of kMoneyPerPenalty a year
    double perDay = 0.0; ///< value / days
    bool quickWin = false;
    int rank = 0;                   ///< 1..n by HIGH before MEDIUM, pillar priority, value per effort, alone
    int order = 0;                  ///< 1..n as they are to be done, prerequisites first
    std::vector<std::string> needs; ///< keys that are in the plan
    int period = 0;                 ///< index into Plan::periods; == periods.size(): later
    Date from, to;                  ///< calendar days, both included
    std::vector<Reason> reasons;
    std::vector<std::string> tradeOffWords; ///< "Performance: helps", "Cost: +$140 a month"
};

struct Period {
    std::string name;                  ///< "First 30 days", "To 60 days", "To 90 days"
    Date from, to;                     ///< both included
    double capacity = 0.0, used = 0.0; ///< person-days; capacity 0: not limited
};

/// How good the order is: what the sequence costs (weighted completion, docs/findings.md) and a lower bound no order
/// can beat. gap 0: proven best.
struct Proof {
    double objective = 0.0, bound = 0.0;
    [[nodiscard]] double gap() const noexcept { return objective > 0.0 ? (objective - bound) / objective : 0.0; }
};

struct Plan {
    std::vector<PlanItem> items; ///< by order
    std::vector<Period> periods; ///< three
    Proof proof;
    ScopeScore before, after; ///< overall score now, and when every item inside the periods is done
    int highBefore = 0, highAfter = 0, mediumBefore = 0, mediumAfter = 0;
    double monthlySaving = 0.0; ///< of the items inside the periods
    Readiness readinessAfter;
};

inline constexpr double kMoneyPerPenalty = 10'000.0; ///< money of a year that weighs as much as one weighted penalty
inline constexpr int kPlanPeriodDays = 30;
inline constexpr int kPlanPeriods = 3;

/// The smallest set of practices that brings the question to NONE, else as far down as it goes: among sets of the
/// least size (explain().toLower, up to 10,000 of them) the one with the highest summed severity, then the earliest in
/// file order. When clearing a none-choice is all it takes, the first practice in place, since ticking it clears that.
/// Empty when nothing helps.
[[nodiscard]] std::vector<review::PracticeRef> closingSet(const review::Review& review, const QuestionKey& question);

/// The plan on `today`. Never fails: needs that form a circle (which commands refuse) are ignored from where the circle
/// closes.
[[nodiscard]] Plan makePlan(const review::Review& review, const Scores& scores, const std::vector<Finding>& findings,
                            Date today);

/// What a set of practices would change; nothing is stored.
struct WhatIf {
    ScopeScore before, after;
    struct Change {
        QuestionKey question;
        lens::State from = lens::State::Unanswered, to = lens::State::Unanswered;
    };
    std::vector<Change> changes; ///< of state, review order
    Readiness readinessBefore, readinessAfter;
    double monthlyBefore = 0.0, monthlyAfter = 0.0; ///< money, when it is known; else 0
    Scores scores;                                  ///< as they would be, for heat map and groups
    review::Review review;                          ///< as it would be
};
/// Ticks the practices (a ticked none-choice of the same question is cleared; a practice or question marked not
/// applicable is left as it is). Unknown ones are ignored: the session refuses them before.
[[nodiscard]] WhatIf whatIf(const review::Review& review, const Scores& scores,
                            const std::vector<review::PracticeRef>& ticks);

} // namespace plumb::score
