// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A plan while it is made: rank, order, layout and reasons each fill in their part. Private to core/score.
#pragma once

#include "core/score/plan.h"

#include <string>
#include <vector>

namespace plumb::score {

/// Everything beside `items` is by the same index, which is rank - 1.
struct PlanDraft {
    std::vector<PlanItem> items;
    std::vector<std::vector<std::size_t>> needs;      ///< direct ones, without circles
    std::vector<std::vector<std::size_t>> dependents; ///< the other way round
    std::vector<int> classes;                         ///< by severity and pillar priority, from 0
    std::vector<Date> due;                            ///< the day a person wrote
    std::vector<Date> acceptedUntil;                  ///< of those that are accepted now
    std::vector<int> movedFor;                        ///< Days: whom a due date or an early start moved it for; else -1
    std::vector<std::size_t> order;
    std::vector<Period> periods;
    review::Planning planning;
};

inline constexpr double kLeastDays = 0.1;    ///< person-days that anything open takes at least
inline constexpr double kEpsilonDays = 1e-9; ///< room for sums of person-days

/// Calendar days that one person needs, five working days in seven, at least 1.
[[nodiscard]] int calendarDays(double personDays) noexcept;
/// The first day of an item in mode Days when nothing else speaks, from 0: HIGH and quick wins 0; MEDIUM 30; MEDIUM
/// with effort L 60 if it then ends within the plan, else 30.
[[nodiscard]] int plannedStart(const PlanItem& item) noexcept;

/// Sets period, from and to of all items, and what is used of the periods. Needs `order`.
void layOutDays(PlanDraft& draft, Date start);
void layOutCapacity(PlanDraft& draft, Date start);
/// Sets the reasons of all items. Needs the layout.
void giveReasons(PlanDraft& draft);

} // namespace plumb::score
