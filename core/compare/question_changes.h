// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What moved at each question, and the one class it is in. Private to core/compare.
#pragma once

#include "core/compare/compare.h"
#include "core/compare/pairs.h"

#include <vector>

namespace plumb::compare {

/// Parallel to the pairs, without `points`.
[[nodiscard]] std::vector<QuestionChange> questionChanges(const State& before, const State& after,
                                                          const std::vector<Pair>& pairs);

} // namespace plumb::compare
