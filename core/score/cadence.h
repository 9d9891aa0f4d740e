// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// When the next review is due and why (product.md, review cadence). Takes values and returns values.
#pragma once

#include "core/review/review.h"

#include <string>
#include <vector>

namespace plumb::score {

struct Cadence {
    Date lastReview;   ///< day of the last "review" event; none: the day the review was created
    bool held = false; ///< a "review" event exists
    Date due;          ///< the earliest of all reasons
    enum class Reason { Time, ModelUpdate, DataChange } reason = Reason::Time;
    std::string event;    ///< id of the event that made it due, or empty
    std::string text;     ///< one English sentence: "Six months after the review of 21 May 2026."
    bool overdue = false; ///< due before today
    int daysLeft = 0;     ///< negative when overdue
};

/// Due cadenceMonths after the last review; a model update or data change after the last review makes it due on the day
/// of that event (product.md: "after a major model update, after a significant change in data, at least every six
/// months").
[[nodiscard]] Cadence cadence(const review::Review& review, Date today);

} // namespace plumb::score
