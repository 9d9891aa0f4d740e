// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Models to start from. The seed is the article's case: idle endpoint, vector store floor, batch, caching and an
// agent's step budget, each headline figure with the condition under which it holds, as a range to slide.
#pragma once

#include "core/review/costs.h"

namespace plumb::cost {

/// Items, measures and scenarios of the article's case in a 30-day month. With every range at its stated figure it
/// gives the numbers of cost.md's table (21,600 idle 15,120; consolidated 10,800; 345.60 to -87.5 %; batch -50 %;
/// caching -31.4 %; the agent's 2.6944 x). Notes of the fields name the conditions.
[[nodiscard]] review::Costs seedCosts();

} // namespace plumb::cost
