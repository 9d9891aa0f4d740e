// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the pane "Why the plan looks like this" says: core's reasons as rows, the chosen step's first, then what moved
// steps away from their rank. Reasons that many steps share are told once.
#pragma once

#include "ui/pages/plan_row.h"
#include "ui/pages/plan_steps.h"

#include <vector>

namespace plumb::ui {

/// Of one step, for when it is chosen; its trade-offs come last.
[[nodiscard]] std::vector<PlanRowText> reasonsOf(const score::Plan& plan, const QString& key);
/// Of the whole plan: over capacity, moved forward, waiting, placed by date, beyond the plan, quick wins.
[[nodiscard]] std::vector<PlanRowText> reasonsOf(const score::Plan& plan);
/// "The order is proven best." or "No order can be more than 3 % better."
[[nodiscard]] QString proofSentence(const score::Plan& plan);

} // namespace plumb::ui
